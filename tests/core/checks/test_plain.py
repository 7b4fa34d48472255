"""Plain Dutch in what the user typed: long sentences, hard texts, vague and stiff words."""

from pathlib import Path

import pytest

from policies.core.checks import plain as theme
from policies.core.checks.review import Review
from policies.core.clauses.library import FOLDER, load
from tests import golden
from tests.core.checks.company import ON, Case, found, show

STORY, PURPOSE, TASK = "activities.vragen.story", "activities.vragen.purposes.antwoorden.name", "recipients.host.task"
LONG = "Wij lezen elke vraag die iemand ons stuurt"
HARD = "Onze medewerkers lezen elke vraag over de facturen. "  # 45
LESS_HARD = "Onze mensen lezen elke vraag over de facturen en leveringen. "  # 51
WORDS = "Wij lezen wat u vraagt en wij geven u een goed antwoord op al uw vragen. "
CASES = (
    Case(
        "12.1-long-sentence",
        STORY,
        {STORY: f"{LONG} {'en nog iets ' * 6}."},
        {STORY: f"{LONG} {'en nog iets ' * 5}en dan."},
    ),
    Case("12.1-hard-text", STORY, {STORY: HARD * 8}, {STORY: LESS_HARD * 8}),
    Case("12.1-vague-word", STORY, {STORY: "Soms bellen wij."}, {STORY: "Wij bellen altijd."}),
    Case(
        "12.1-vague-word",
        STORY,
        {STORY: "Zonder uw naam kunnen wij u bellen."},
        {STORY: "Zonder uw naam kunnen wij niets opzijleggen."},
    ),
    Case(
        "12.1-stiff-word", STORY, {STORY: "Wij wissen dat conform de wet."}, {STORY: "Wij wissen dat volgens de wet."}
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_rule_fires_and_its_near_miss_does_not(case: Case) -> None:
    show(case)


def plain(changes: dict[str, str]) -> list[tuple[str, str]]:
    codes = (
        "12.1-long-sentence",
        "12.1-hard-text",
        "12.1-vague-word",
        "12.1-stiff-word",
        "12.1-vague-purpose",
        "12.1-vague-recipient",
    )
    return [(finding.code, finding.message) for finding in found(changes) if finding.code in codes]


def test_the_message_quotes_the_sentence_and_says_what_to_write() -> None:
    (finding,) = [
        finding
        for finding in found({STORY: "Wij lezen alles. Wij geven het eventueel door. Klaar."})
        if finding.code == "12.1-vague-word"
    ]
    assert finding.message == "“eventueel” zegt niet of het gebeurt: “Wij geven het eventueel door”."
    assert finding.remedy == "Schrijf wat u doet, of laat het woord weg."


def test_a_long_sentence_is_quoted_in_short_and_counted() -> None:
    ((_, message),) = plain({STORY: f"{LONG} {'en nog iets ' * 9}."})
    assert message.startswith(f"Deze zin heeft 35 woorden: “{LONG}") and message.endswith(" …”.")


def test_a_text_that_reads_well_or_is_short_is_left_alone() -> None:
    assert plain({STORY: WORDS * 5}) == plain({STORY: HARD * 6}) == []


def test_a_purpose_or_a_task_is_told_once() -> None:
    assert [code for code, _ in plain({PURPOSE: "eventueel vragen beantwoorden"})] == ["12.1-vague-purpose"]
    assert [code for code, _ in plain({TASK: "bewaart soms onze website"})] == ["12.1-vague-recipient"]
    assert [code for code, _ in plain({PURPOSE: "bepaalde vragen beantwoorden"})] == ["12.1-vague-word"]


def test_names_and_laws_are_called_as_they_are_called() -> None:
    assert (
        plain(
            {
                "recipients.host.name": "Soms",
                "controller.legal_name": "Eventueel bv",
                "retention_rules.boekhouding.law": "besluit betreffende de boekhouding",
            }
        )
        == []
    )


@pytest.mark.parametrize("path", sorted((FOLDER / "examples").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_examples_are_written_in_plain_dutch(path: Path) -> None:
    review = Review(golden.example(path.stem), load(), ON)
    assert [f"{finding.path}: {finding.message}" for finding in theme.findings(review)] == []
