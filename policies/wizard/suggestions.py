"""Findings with the button that mends them, and what follows from other answers or is usual, as a page shows them. Pure."""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from policies.core.catalogue.usual import Usual, usual
from policies.core.checks.finding import Finding
from policies.core.clauses.library import Library
from policies.core.derive import DerivedAnswer, derived_answers
from policies.core.facts import Facts, paths, value_words
from policies.core.mending import mends_of
from policies.wizard.steps.blocks import Cards, Step
from policies.wizard.steps.locate import home_of

MEND, FOLLOW = "herstel", "overneem"


@dataclass(frozen=True)
class FindingWithButton(Finding):
    """A finding, and the label `mend` of the button that mends it; empty when it is for the person to choose.

    `offer` is what the button posts that gives a usual answer; empty for another button.
    """

    mend: str = ""
    offer: str = ""

    @property
    def go(self) -> str:
        """Return the word that the button posts."""
        return self.offer or f"{MEND}/{self.code}/{self.path}"


def with_buttons(
    findings: Iterable[Finding], facts: Facts, library: Library, on: date, offers: bool = False
) -> list[FindingWithButton]:
    """Return the findings in their order, each with the button that mends it.

    With `offers` a question that the law needs answered gets a button with the usual answer, where there is one.
    """
    findings = list(findings)
    mends = mends_of(findings, facts, library, on)
    answers = {one.path: one for one in usual(facts, library, on)} if offers else {}
    return [
        _with_button(
            one, mends[one].label if one in mends else "", answers.get(one.path) if one.blocks else None, facts
        )
        for one in findings
    ]


def _with_button(finding: Finding, mend: str, answer: Usual | None, facts: Facts) -> FindingWithButton:
    given = {field.name: getattr(finding, field.name) for field in dataclasses.fields(Finding)}
    if mend or answer is None:
        return FindingWithButton(**given, mend=mend)
    words = value_words.in_words(facts, answer.path, answer.answer)
    verb = (
        "Antwoord met"
        if isinstance(answer.answer, bool)
        else "Zet op"
        if isinstance(answer.answer, tuple | int)
        else "Neem over:"
    )
    return FindingWithButton(**given, mend=f"{verb} {words}", offer=_post_word(_as_offer(facts, answer)))


@dataclass(frozen=True)
class SuggestedAnswer:
    """An answer that follows from other answers or is usual: “Omdat …: …. Klopt dit?” (see policies/core/derive.py).

    `go` is the word that the button posts which takes it over; empty when it is answered already and the page only shows it.
    """

    because: str
    value: str
    go: str


def suggested_answers(
    step: Step, page: Cards | None, facts: Facts, library: Library, on: date
) -> list[SuggestedAnswer]:
    """Return the answers to questions of this page that follow from other answers, and those that are usual where none follows.

    `page` is the list whose row the page shows; None for the page of the step itself.
    """
    found = _offered(facts, library, on)
    here = [one for one in found if (home := home_of(one.path)).step is step and home.page is page]
    return [SuggestedAnswer(one.because, one.value, _post_word(one) if one.apply else "") for one in here]


def _offered(facts: Facts, library: Library, on: date) -> list[DerivedAnswer]:
    """What follows, and what is usual beside a question that nothing follows for; each with what its button does."""
    follows = [one for one in derived_answers(facts, library, on) if one.apply is not None or one.is_notice]
    return [
        *follows,
        *(
            _as_offer(facts, one)
            for one in usual(facts, library, on)
            if one.path not in {other.path for other in follows}
        ),
    ]


def _as_offer(facts: Facts, one: Usual) -> DerivedAnswer:
    """The offer as a page shows it: a text whole, for nobody says yes to half a sentence."""
    whole = isinstance(one.answer, str) and paths.spec_at(one.path).kind in {"text", "long"}
    words = one.answer.rstrip(".") if whole else value_words.in_words(facts, one.path, one.answer)
    words = words.strip("“”") if words.count("“") == 1 else words
    return DerivedAnswer(one.path, one.because, words, lambda now: paths.put(now, one.path, one.answer))


def _post_word(one: DerivedAnswer) -> str:
    return f"{FOLLOW}/{one.path}/{one.value}"


def act_of(word: str, findings: Iterable[Finding], library: Library, on: date) -> Callable[[Facts], Facts] | None:
    """What a button of this kind does to the facts; None for another button, and for what is no longer to be done."""
    kind, _, rest = word.partition("/")
    if kind == MEND:
        code, _, path = rest.partition("/")
        finding = next((one for one in findings if (one.code, one.path) == (code, path)), None)
        return _mend(finding, library, on) if finding else None
    if kind == FOLLOW:
        path, _, value = rest.partition("/")
        return lambda facts: _follow(facts, path, value, library, on)
    return None


def _mend(finding: Finding, library: Library, on: date) -> Callable[[Facts], Facts]:
    def act(facts: Facts) -> Facts:
        plain = Finding(*(getattr(finding, field.name) for field in dataclasses.fields(Finding)))
        mend = mends_of([plain], facts, library, on).get(plain)
        return mend.apply() if mend else facts

    return act


def _follow(facts: Facts, path: str, value: str, library: Library, on: date) -> Facts:
    found = next((one for one in _offered(facts, library, on) if (one.path, one.value) == (path, value)), None)
    return found.apply(facts) if found and found.apply else facts
