"""What the user typed twice, or beside what stands there already: one row = one check. Words that fire and words that do not stand in wordings.yaml too."""

import dataclasses
from typing import Any

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.checks import check_document
from policies.core.checks.text_economy import MOST_WORDS
from policies.core.clauses.library import load
from policies.core.document import Document, Paragraph, Text
from policies.core.facts import DataItem, OwnSection, Purpose, paths
from policies.core.mending import mend_of
from tests.core.checks.company import ON, Case, company, found, show

ASK, NEWS, TERM = "activities.vragen", "activities.nieuws", "retention_rules.vraag"
ITEMS = (DataItem(name="naam"), DataItem(name="adres"), DataItem(name="e-mailadres"))
THREE = {f"{ASK}.uses.contact.items": ITEMS}
LISTS = "Wij vragen een naam, een adres en een e-mailadres."
RIGHT = "Iedereen mag zijn gegevens inkijken en laten wissen."
SAID = "Wij lezen elke vraag nog dezelfde dag."


def reasons(*texts: str | None) -> dict[str, Any]:
    return {
        f"{ASK}.uses.contact.items": tuple(
            DataItem(name=name, reason=text) for name, text in zip(("naam", "e-mailadres"), texts, strict=True)
        )
    }


def own(*texts: str) -> dict[str, Any]:
    return {
        "sections": tuple(
            OwnSection(key=f"stuk-{number}", title=f"Extra {number}", body=text) for number, text in enumerate(texts)
        )
    }


SECOND = Purpose(key="lijst", name="een lijst bijhouden", legal_basis="consent")
CASES = [
    Case(
        "12.1-story-lists",
        f"{ASK}.story",
        {**THREE, f"{ASK}.story": f"Iemand stelt een vraag. {LISTS}"},
        {**THREE, f"{ASK}.story": "Iemand stelt een vraag met een naam en een adres, en wij zoeken het antwoord op."},
    ),
    Case(
        "12.1-story-lists",
        f"{ASK}.story",
        {**THREE, f"{ASK}.story": "Wij vragen een naam en een adres."},
        {f"{ASK}.story": "Wij vragen een naam en een adres."},
    ),
    Case(
        "12.1-reason-repeats",
        f"{ASK}.uses.contact.items.1.reason",
        reasons(None, "om de vraag te kunnen beantwoorden"),
        reasons(None, "om de vraag nog diezelfde dag te kunnen beantwoorden"),
    ),
    # of two purposes a reason tells which one it is about
    Case(
        "12.1-reason-repeats",
        f"{ASK}.uses.contact.items.0.reason",
        reasons("om vragen te beantwoorden", None),
        {**reasons("om vragen te beantwoorden", None), f"{ASK}.purposes.+": SECOND},
    ),
    Case(
        "12.1-reason-repeats",
        f"{TERM}.reason",
        {f"{TERM}.reason": "om vragen te kunnen beantwoorden"},
        {f"{TERM}.reason": "om te kunnen antwoorden op een tweede vraag"},
    ),
    # a reason may repeat one activity, and tell another one something
    Case(
        "12.1-reason-repeats",
        f"{TERM}.reason",
        {f"{TERM}.reason": "om vragen te kunnen beantwoorden"},
        {f"{TERM}.reason": "om vragen te kunnen beantwoorden", f"{NEWS}.retention": "vraag"},
    ),
    Case(
        "12.1-control-repeats",
        f"{ASK}.control",
        {f"{ASK}.control": RIGHT},
        {f"{ASK}.control": f"{RIGHT} Dat gaat met de knop Wissen."},
    ),
    # how consent is withdrawn stands there (7.3), in whatever words
    Case("12.1-control-repeats", f"{ASK}.control", {f"{ASK}.control": RIGHT}, {f"{NEWS}.control": RIGHT}),
    Case(
        "12.1-kind-says-less",
        "categories.contact.name",
        {"categories.contact.name": "contactgegevens"},
        {"categories.contact.name": "contactgegevens", **THREE},
    ),
    Case(
        "12.1-kind-says-less",
        "categories.contact.name",
        {"categories.contact.name": "contactgegevens"},
        {"categories.contact.name": "contactgegevens", "categories.contact.description": "hoe wij iemand bereiken"},
    ),
    Case(
        "12.1-said-twice",
        "sections.stuk-1.body",
        own(SAID, f"Nog iets. {SAID}"),
        own(SAID, "Wij lezen elke vraag nog dezelfde week."),
    ),
    Case(
        "12.1-said-twice", "sections.stuk-0.body", own(f"{SAID} {SAID.upper()}"), own("Bel ons gerust. Bel ons gerust.")
    ),
    # two controls that say how consent is withdrawn are both needed; another text that says it is not
    Case(
        "12.1-said-twice",
        "sections.stuk-0.body",
        {f"{NEWS}.control": "Onderaan elke brief staat een link.", **own("Onderaan elke brief staat een link.")},
        {
            f"{NEWS}.control": "Onderaan elke brief staat een link.",
            f"{ASK}.control": "Onderaan elke brief staat een link.",
            f"{ASK}.purposes.antwoorden.marketing_rule": "opt_in",
        },
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_a_rule_fires_and_its_near_miss_does_not(case: Case) -> None:
    show(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_it_informs_and_never_blocks(case: Case) -> None:
    assert {finding.severity for finding in found(case.fires) if finding.code == case.code} == {"info"}


# facts, and what stands at the path of the finding after its mend; None where the person has to write
MENDS: list[tuple[dict[str, Any], str, Any]] = [
    (
        {**THREE, f"{ASK}.story": f"Iemand stelt een vraag. {LISTS} Wij antwoorden."},
        f"{ASK}.story",
        "Iemand stelt een vraag. Wij antwoorden.",
    ),
    ({**THREE, f"{ASK}.story": LISTS}, f"{ASK}.story", None),
    (reasons("om vragen te beantwoorden", None), f"{ASK}.uses.contact.items.0.reason", None),
    ({f"{ASK}.control": RIGHT}, f"{ASK}.control", None),
    ({"categories.contact.name": "contactgegevens"}, "categories.contact.name", "e-mailadres"),
    (own(SAID, f"Nog iets. {SAID}"), "sections.stuk-1.body", "Nog iets."),
]


@pytest.mark.parametrize(("changes", "path", "after"), MENDS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_proposal_takes_out_what_is_told_twice(changes: dict[str, Any], path: str, after: Any) -> None:
    facts = company(changes)
    (finding,) = [one for one in found(changes) if one.path == path and one.code.startswith("12.1-")]
    mend = mend_of(finding, facts, load(), ON)
    assert mend and paths.read(mend.apply(), path) == after


@pytest.mark.parametrize(
    "changes",
    [
        {
            **THREE,
            f"{ASK}.story": "Iemand vult een naam, een adres en een e-mailadres in en krijgt een antwoord van Roos.",
        },
        {f"{TERM}.reason": "om vragen te kunnen beantwoorden"},
        {"categories.contact.name": "contactgegevens", "categories.stukken.name": "e-mailadres"},
        own(f"{SAID} {SAID}"),
    ],
)
def test_what_a_person_has_to_write_has_no_button(changes: dict[str, Any]) -> None:
    """A sentence that also tells what happens, why a term is so long, a name that is taken, and which of two in one text."""
    told = [one for one in found(changes) if one.code in {case.code for case in CASES}]
    assert len(told) == 1 and mend_of(told[0], company(changes), load(), ON) is None


def with_first_layer(words: int) -> Document:
    """A statement with a first layer of so many words."""
    document = assemble(company({}), load(), ON)
    return dataclasses.replace(document, summary=(Paragraph((Text("woord " * words),)),))


@pytest.mark.parametrize(("words", "told"), [(MOST_WORDS, False), (MOST_WORDS + 1, True)])
def test_a_first_layer_is_at_most_150_words(words: int, told: bool) -> None:
    """It is told, and nothing is cut."""
    found_there = [
        one
        for one in check_document(company({}), with_first_layer(words), load(), ON)
        if one.code == "12.1-first-layer"
    ]
    assert bool(found_there) is told and all(
        one.severity == "info" and str(words) in one.message for one in found_there
    )
