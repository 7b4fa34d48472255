"""A user's own text in the other form of address."""

import pytest

from tests.core.checks.company import found

STORY = "activities.vragen.story"


def tones(text: str, tone: str | None, path: str = STORY) -> list[str]:
    told = [finding for finding in found({path: text, "style.tone": tone}) if finding.code == "12.1-tone"]
    assert all(finding.severity == "info" and finding.path == path for finding in told)
    return [finding.path for finding in told]


@pytest.mark.parametrize("text", ["Vul je naam in.", "Jij kiest.", "Wij mailen jou.", "Jouw keuze", "Jullie keuze"])
def test_je_in_a_statement_that_says_u(text: str) -> None:
    assert tones(text, "u") == tones(text, None) == [STORY]
    assert tones(text, "je") == []


@pytest.mark.parametrize("text", ["Vul uw naam in.", "U kiest.", "Wij mailen u.", "Kies uzelf."])
def test_u_in_a_statement_that_says_je(text: str) -> None:
    assert tones(text, "je") == [STORY]
    assert tones(text, "u") == []


@pytest.mark.parametrize(
    "text",
    ["Open van 9 u tot 17u.", "Mail u@lampenist.example", "Wie het vraagt, krijgt antwoord.", "de U-vormige lamp"],
)
def test_words_that_address_nobody(text: str) -> None:
    assert tones(text, "je") == []


def test_a_name_may_hold_any_word() -> None:
    assert tones("Jij & ik Lampen", "u", "controller.legal_name") == []
    assert tones("Je Eigen Bank", "u", "recipients.bank.name") == []


def test_a_name_of_the_company_may_stand_in_a_sentence() -> None:
    told = [
        finding.path
        for finding in found({STORY: "Jouw Lamp helpt.", "controller.legal_name": "Jouw Lamp", "style.tone": "u"})
        if finding.code == "12.1-tone"
    ]
    assert told == []


def test_what_somebody_else_says_is_no_form_of_address() -> None:
    assert tones("Op de knop staat “Ja, ik ken je”.", "u") == []
