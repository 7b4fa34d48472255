"""Two sets of facts → what changed, as short sentences of the company to its reader. Pure.

“Nieuw: wij sturen een nieuwsbrief, met Brevo.” “Klantgegevens: 2 jaar, was 1 jaar.” “Weg: Mailchimp krijgt geen gegevens meer.”
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from policies.core.clauses.filters import landnaam
from policies.core.facts import Facts, RetentionRule, days, follow, paths, specs_of
from policies.core.facts.capitals import capital
from policies.core.facts.fragments import phrase, shaped
from policies.core.versions.change_pieces import fitting, holds, packed, pieces_of
from policies.core.versions.change_words import LIMIT, ChangeWords, clipped, enumerated, is_short, length, sentence
from policies.core.versions.changed_facts import changed_facts
from policies.core.versions.row_of_change import ChangePlace, RowPair, place_of
from policies.core.versions.shown_difference import Difference, StatementVersion

PARTS = ("doing", "data", "recipients", "terms", "rights", "rest")
PART_OF = {
    "disclosure": "recipients",
    "rights": "rights",
    "marketing": "doing",
}  # of the parts of the facts; the others come last
NAMED = 2  # names of recipients, kinds or activities in one sentence
NAMELESS = "nog zonder naam"
AS_TYPED = frozenset(
    {"recipients", "ai_systems", "joint_controllers"}
)  # rows of which the name opens a sentence as it is


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """One sentence, and the part of the statement that it is about, one of PARTS; empty for a sentence about all of it."""

    part: str
    text: str


def one_sentence(name: str, facts: Facts | None, catalogue: Mapping[str, Any]) -> tuple[ChangeSentence, ...]:
    """Return a sentence about all of it: a key of `whole` in changes.yaml."""
    return (ChangeSentence("", ChangeWords(Facts(), facts or Facts(), catalogue).said["whole"][name]),)


def what_changed(
    old: StatementVersion, new: StatementVersion, found: Difference, catalogue: Mapping[str, Any]
) -> tuple[ChangeSentence, ...]:
    """Return what differs between two versions. Without changed facts it is one sentence that says so."""
    if found.kind != "facts":
        return one_sentence(found.kind, new.facts, catalogue)
    assert old.facts is not None and new.facts is not None  # or nobody could say that the facts differ
    told = change_sentences(old.facts, new.facts, catalogue) or one_sentence("silent", new.facts, catalogue)
    also = [name for name, is_so in (("also_law", found.law), ("also_words", found.has_new_words)) if is_so]
    return (*told, *(replace(one_sentence(name, new.facts, catalogue)[0], part="rest") for name in also))


def part_names(new: Facts | None, catalogue: Mapping[str, Any]) -> Mapping[str, str]:
    """Return how each part is called in the tone of a statement."""
    parts: Mapping[str, str] = ChangeWords(Facts(), new or Facts(), catalogue).said["parts"]
    return parts


def change_sentences(old: Facts, new: Facts, catalogue: Mapping[str, Any]) -> tuple[ChangeSentence, ...]:
    """Return the changed public answers in sentences, in the order of PARTS; in the tone and the country of the new facts."""
    words = ChangeWords(old, new, catalogue)
    heads: dict[Any, list[ChangePlace]] = {}
    for change in changed_facts(old, new):
        place = place_of(change, old, new)
        of_term = place.field == "retention"
        heads.setdefault((*place.head, of_term), []).append(place)
    told = [
        one
        for (address, _, of_term), places in heads.items()
        for one in _sentences(address, of_term, places, _CoveredRows(heads), words)
    ]
    return tuple(sorted(dict.fromkeys(told), key=lambda one: PARTS.index(one.part)))


class _CoveredRows:
    """Which rows are told by the sentences about others."""

    def __init__(self, heads: Mapping[Any, list[ChangePlace]]):
        places = [place for some in heads.values() for place in some]
        whole = [place for place in places if place.spec is None]
        self.activities = {place.keys[0] for place in whole if place.address == "activities"}
        self.categories = {place.keys[-1] for place in whole if place.address == "activities.uses"}
        terms = {key for place in places if place.field == "retention" for key in holds(place)}
        rows = [place.row.any for place in whole if place.address in {"activities", "activities.uses"}]
        self.rules = terms | {
            key for row in rows for key in (row.retention, *(use.retention for use in getattr(row, "uses", ())))
        }


def _sentences(
    address: str, of_term: bool, places: list[ChangePlace], seen: _CoveredRows, words: ChangeWords
) -> Iterator[ChangeSentence]:
    """Yield the sentences about one part or row."""
    place = places[0]
    if of_term:
        yield from _new_term(place, words)
    elif place.spec is None and place.address == address:
        yield from _whole_row(place, seen, words)
    else:
        part = words.said["rows"].get(address, {}).get("part") or PART_OF.get(paths.top(address), "rest")
        pieces = pieces_of(places, words)
        yield from (
            ChangeSentence(part, text)
            for text in packed(_subject(address, place.rows_of_head, words), pieces, words)
            if pieces
        )


def _subject(address: str, rows: tuple[RowPair, ...], words: ChangeWords) -> str:
    """Return the name of a row at the head of a sentence; empty for a part, whose answers have names of their own."""
    if len(rows) == 1 and address not in words.said["rows"]:
        return ""
    row = rows[-1].any
    if address == "retention_rules":
        return capital(_about(row.key, words))
    name = _name(address, row, words)
    if head := words.said["rows"].get(address, {}).get("head"):
        return capital(head.format(name=name))
    if address.startswith("activities."):
        above = _name("activities", rows[0].any, words)
        name = name if name.casefold() == above.casefold() else f"{name} bij {above}"
    return name if address in AS_TYPED and getattr(row, "kind", None) != "category" else capital(name)


def _name(address: str, row: Any, words: ChangeWords) -> str:
    """Return the name of a row, as it stands in a sentence."""
    if category := getattr(row, "category", None):
        return words.named("categories", category)
    for field in ("name", "title", "what", "network", "subject", "email"):
        if getattr(row, field, None):
            return row.email if field == "email" else clipped(shaped(row, field))
    return shaped(row) if hasattr(row, "name") else NAMELESS


# --- terms -----------------------------------------------------------------------------------------------------------


def _about(rule: str, words: ChangeWords) -> str:
    """Return the data that are kept under a rule: by kind, with the activity where the kind is kept otherwise elsewhere."""
    uses = [
        (activity, use) for facts in (words.new, words.old) for activity in facts.activities for use in activity.uses
    ]
    held = [(activity, use) for activity, use in uses if follow.value(activity, use, "retention") == rule]
    kinds = list(dict.fromkeys(use.category for _, use in held if use.category))
    elsewhere = {use.category for activity, use in uses if follow.value(activity, use, "retention") != rule}
    names = list(dict.fromkeys(clipped(shaped(activity)) for activity, _ in held))
    if not kinds:
        return words.named("retention_rules", rule) or "termijn"
    if len(kinds) > NAMED:
        return f"gegevens bij {enumerated(names)}" if len(names) <= NAMED else "verschillende gegevens"
    said = enumerated([words.named("categories", kind) for kind in kinds])
    return f"{said} bij {names[0]}" if len(names) == 1 and elsewhere & set(kinds) else said


def _new_term(place: ChangePlace, words: ChangeWords) -> Iterator[ChangeSentence]:
    """Yield the sentence about data that are kept under another rule."""
    keys = holds(place)
    before, after = (words.named("retention_rules", key) if key else "" for key in keys)
    name, shape = words.label(place.address, "retention").name, words.shape
    if before == after:
        if _same_rule(keys, words):
            return
        texts = [f"{after}, {shape['other_rule']}", f"{name} {shape['other_rule']}"]
    else:
        whole = after or f"{name} {shape['not_told']}"
        texts = [f"{whole}, {shape['was']} {before}" if before else whole, whole, f"{name} {shape['other']}"]
    lead = f"{_subject(place.address, place.rows, words)}: "
    yield ChangeSentence("terms", sentence(lead + fitting(lead, texts)))


def _same_rule(keys: tuple[str, str], words: ChangeWords) -> bool:
    """Whether two rules say the same to a reader."""
    was, now = (facts.find("retention_rules", key) for facts, key in zip((words.old, words.new), keys, strict=True))
    public = [name for name, spec in specs_of(RetentionRule).items() if not spec.internal and spec.kind != "key"]
    return was == now or bool(was and now) and all(getattr(was, name) == getattr(now, name) for name in public)


# --- whole rows ------------------------------------------------------------------------------------------------------


def _whole_row(place: ChangePlace, seen: _CoveredRows, words: ChangeWords) -> Iterator[ChangeSentence]:
    address, row, is_new = place.address, place.row.any, place.row.now is not None
    if (
        address == "categories"
        and place.keys[0] in seen.categories
        or address == "retention_rules"
        and place.keys[0] in seen.rules
    ):
        return
    if address == "recipients" and is_new and _is_told(row, seen, words):
        return
    said, name = words.row(address), _name(address, row, words)
    form = "new" if is_new else "gone"
    if address == "recipients" and row.kind == "category":
        form, name = f"kind_{form}", phrase(name)
    if address == "activities" and is_new and (doing := words.doing(name)):
        form, name = "doing", doing
    if address == "retention_rules":
        about, term = _about(row.key, words), words.term(row)
        name = term if about == term else clipped(f"{about}, {term}", LIMIT - 4)
    above = _name("activities", place.rows[0].any, words) if address.startswith("activities.") else ""
    more = MORE[address](row, words) if address in MORE and is_new else [""]
    texts = [said[form].format(name=name, above=above, more=one) for one in (*more, "")]
    yield ChangeSentence(said["part"], sentence(next((text for text in texts if length(text) <= LIMIT), texts[-1])))


def _is_told(recipient: Any, seen: _CoveredRows, words: ChangeWords) -> bool:
    """Whether a new recipient is named with the new activities that it serves, and has nothing more to say."""
    if not recipient.activities or recipient.transfer_countries or recipient.planned_from:
        return False
    return all(key in seen.activities and recipient in _recipients(key, words)[:NAMED] for key in recipient.activities)


def _recipients(activity: str, words: ChangeWords) -> list[Any]:
    """Who does it with the company: others, such as the police, only get data."""
    return [
        row
        for row in words.new.recipients
        if activity in row.activities and row.role == "processor" and not row.planned
    ]


def _of_activity(row: Any, words: ChangeWords) -> list[str]:
    names = [clipped(shaped(one)) for one in _recipients(row.key, words)]
    return [f", met {enumerated(names[:most])}" for most in (NAMED, 1) if names]


def _of_purpose(row: Any, words: ChangeWords) -> list[str]:
    return [f" ({words.choice('legal_basis', row.legal_basis)})"] if row.legal_basis else []


def _of_use(row: Any, words: ChangeWords) -> list[str]:
    return [f" ({words.listed(item.name for item in row.items if item.name)})"] if row.items else []


def _of_recipient(row: Any, words: ChangeWords) -> list[str]:
    """Return what a recipient does, from when, and where outside the EEA; from long to short."""
    start = f" vanaf {days.in_words(row.planned_from)}" if row.planned_from else ""
    task = phrase(row.task) if row.task and is_short(row.task) else ""
    if row.kind == "category":
        does = f" ({task})" if task else ""
        return [f"{does}{start}{_where(row, words)}", f"{does}{start}", start]
    does = f" en {task}" if task else ""
    where = _where(row, words)
    return [f"{start}{does}{where}", f"{start}{where}", start]


def _where(row: Any, words: ChangeWords) -> str:
    return (
        f", ook in {words.listed(landnaam(code) for code in row.transfer_countries)}" if row.transfer_countries else ""
    )


def _of_cookie(row: Any, words: ChangeWords) -> list[str]:
    return [f" van {clipped(shaped(row, 'provider'))}"] if row.provider else []


MORE = {
    "activities": _of_activity,
    "activities.purposes": _of_purpose,
    "activities.uses": _of_use,
    "recipients": _of_recipient,
    "cookies.placed": _of_cookie,
}
