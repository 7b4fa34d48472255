"""Why a sentence of the statement is there, in the words of the questions: which answer, asked in which step. Pure."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from policies.core.clauses.library import Library
from policies.core.explain.conditions import ClauseReasons, behind, referring
from policies.core.explain.sentences import LAW, ROWS, StatementSentence
from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.fragments import quoted
from policies.core.facts.planned import without_undated
from policies.core.law import Law
from policies.render.as_preview import SentenceReason
from policies.wizard.steps.locate import Home, asked, homes
from policies.wizard.steps.table import LAST
from policies.wizard.summary.list_cards import NO_NAME, title

MOST = 4  # answers named in one breath
TOGETHER = "Volgt uit uw antwoorden samen."
# Where somebody lands who follows a sentence that hangs on no answer: the question that its subject begins with, by the folder of the clause.
SUBJECTS = {
    "": "style.pattern",
    "ai": "ai_systems",
    "automated": "automated.used",
    "changes": "changes.channels",
    "contact": "contact.name",
    "cookies": "cookies.used",
    "data": "categories",
    "definitions": "style.definitions",
    "disclosure": "disclosure.shares",
    "links": "links.external",
    "marketing": "marketing.used",
    "minors": "minors.directed",
    "processor": "processor_role.services",
    "recipients": "recipients",
    "retention": "retention_rules",
    "rights": "rights.email",
    "security": "security.measures",
    "transfer": "recipients",
    "purposes": "activities",
}
ELSE = "controller.legal_name"


def reasons(
    facts: Facts, law: Law, library: Library, href: Callable[[str], str]
) -> Callable[[StatementSentence], SentenceReason]:
    """A function that says of a sentence why it is there. `href` gives the address of the question for a path; it is asked once for each."""
    facts = without_undated(facts)
    because, address = ClauseReasons(facts, law, library), cache(href)
    row_name = cache(lambda outer, key: _row_name(facts, outer, key))
    named = cache(lambda path: _named(path, row_name))

    def why(said: StatementSentence) -> SentenceReason:
        carriers = because.of(said) if not said.paths or not _row_of(said, library) else None
        places = said.paths or carriers or _row_of(said, library)
        beside = (
            *(carriers or ()),
            *(other for path in said.paths for other in referring(said.key, paths.parent(path))),
            *behind(said.key, said.paths),
        )
        lead = next((path for path in places if not path.startswith(LAW)), None) or SUBJECTS.get(
            said.clause.partition("/")[0], ELSE
        )
        answers = [named(path) for path in places if path not in said.gaps]
        missing = [named(path) for path in said.gaps]
        why = SentenceReason(address(lead), tuple(_said(answers)), tuple(_said(missing)), beside)
        return why if carriers is None else SentenceReason(why.href, why.answers, why.missing, why.paths, TOGETHER)

    return why


def _row_of(said: StatementSentence, library: Library) -> tuple[str, ...]:
    """The path of the row that a clause speaks about; none where it speaks about the company."""
    source = library.clauses.get(said.clause)
    if source is None or source.scope == "company":
        return ()
    key = said.key.split("/")
    return (".".join(ROWS[source.scope](key)),)


def _said(answers: Sequence[tuple[str, str] | None]) -> Iterator[str]:
    """Each answer once, with its step behind the last of those that are asked there; the rest of a long row as a number."""
    told = list(dict.fromkeys(filter(None, answers)))
    for place, (label, step) in enumerate(told[:MOST]):
        follows = told[place + 1][1] if place + 1 < min(len(told), MOST) else ""
        yield label if step == follows else f"{label} (stap {step})"
    if len(told) > MOST:
        yield f"en nog {len(told) - MOST}"


def _named(path: str, row_name: Callable[[str, str], str]) -> tuple[str, str] | None:
    """What a question is called, with the row that it is asked about, and the step that asks it. None for what is no answer, such as the law."""
    try:
        fact = paths.parse(path)
    except KeyError:
        return None
    label, step = _label(fact.address, fact.field)
    name = row_name(_outermost(fact.address), fact.rows[0]) if fact.rows else ""
    if not name:
        return label, step
    return (f"{label} bij {quoted(name)}" if fact.field else f"{label}: {quoted(name)}"), step


@cache
def _label(address: str, field: str) -> tuple[str, str]:
    """The label and the step of a question; for a part or list without a field those of the whole."""
    holder, name = (address, field) if field else (paths.parent(address), paths.leaf(address))
    spec = paths.field_spec(holder, name) if holder else specs_of(Facts)[name]
    home = (
        homes().get((address, field)) or next((home for (of, _), home in asked() if of == address), None) or Home(LAST)
    )
    return spec.label.rstrip("?:. "), home.step.title


@cache
def _outermost(address: str) -> str:
    """The first list on the way to an address: "activities" for "activities.uses.items"."""
    ends = range(1, len(paths.split(address)) + 1)
    return next(outer for end in ends if paths.depth(outer := paths.head(address, end)))


def _row_name(facts: Facts, address: str, key: str) -> str:
    """What a person calls a row; empty for one without a name."""
    rows = paths.rows_at(facts, address, ())
    place = paths.position(rows, key)
    name = title(facts, rows[place]) if place is not None else NO_NAME
    return "" if name == NO_NAME else name
