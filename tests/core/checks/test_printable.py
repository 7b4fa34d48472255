"""What the PDF cannot print is told at its field: one row = one check."""

import pytest

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.facts import OwnSection, SocialProfile
from policies.core.facts.plain_data import read_yaml
from tests.core.checks.company import LAWFUL, ON, Case, found, show

PAGE = "links.profiles"

CASES = [
    Case(
        "12.1-unprintable",
        "controller.legal_name",
        {"controller.legal_name": "漢字 BV"},
        {"controller.legal_name": "Ελληνικό Καφέ BV"},
    ),
    Case(
        "12.1-unprintable",
        "controller.trade_names",
        {"controller.trade_names": ("Bakker", "Bakker 🥖")},
        {"controller.trade_names": ("Бакар", "Łódź")},
    ),
    Case(
        "12.1-unprintable",
        "scope.services",
        {"scope.services": "Wij bakken brood.\n\n✔ vers"},
        {"scope.services": "Wij bakken brood.\n\n✓ vers"},
    ),
    Case(
        "12.1-unprintable",
        "activities.vragen.name",
        {"activities.vragen.name": "שאלות"},
        {"activities.vragen.name": "câu hỏi"},
    ),
    Case(
        "12.1-unprintable",
        "sections.stuk.body",
        {"sections": (OwnSection("stuk", "Kop", "a ⇒ b"),)},
        {"sections": (OwnSection("stuk", "Kop", "a → b"),)},
    ),
    Case(
        "12.1-unprintable",
        "controller.email",
        {"controller.email": "brood@漢字.example"},
        {"controller.email": "brood@öven.example"},
    ),
    Case(
        "12.1-unprintable",
        "links.profiles.pagina.url",
        {PAGE: (SocialProfile("pagina", "Mastodon", "https://mastodon.example/@漢"),)},
        {PAGE: (SocialProfile("pagina", "Mastodon", "https://mastodon.example/@é"),)},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path)
def test_row(case: Case) -> None:
    show(case)


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        (
            "漢 BV",
            "Het teken “漢” bij “Officiële naam” kan niet in de pdf staan.",
            "Schrijf het met de letters van ons alfabet, zoals u het uitspreekt. Of haal het weg.",
        ),
        (
            "漢 字 漢 BV",
            "De tekens “漢” en “字” bij “Officiële naam” kunnen niet in de pdf staan.",
            "Schrijf het met de letters van ons alfabet, zoals u het uitspreekt. Of haal het weg.",
        ),
        (
            "ა ბ გ დ ე ვ ზ",
            "De tekens “ა”, “ბ”, “გ”, “დ”, “ე” en nog 2 andere bij “Officiële naam” kunnen niet in de pdf staan.",
            "Schrijf het met de letters van ons alfabet, zoals u het uitspreekt. Of haal het weg.",
        ),
        (
            "Brood 🥖",
            "Het teken “🥖” bij “Officiële naam” kan niet in de pdf staan.",
            "Schrijf in woorden wat het betekent, of haal het weg.",
        ),
        (
            "Brood ✔",
            "Het teken “✔” bij “Officiële naam” kan niet in de pdf staan.",
            "Schrijf “✓” in de plaats van “✔”.",
        ),
        (
            "𝐁rood ①",
            "De tekens “𝐁” en “①” bij “Officiële naam” kunnen niet in de pdf staan.",
            "Schrijf “B” in de plaats van “𝐁”. Schrijf “1” in de plaats van “①”.",
        ),
        (
            "a\u0321",
            "Het teken “◌\u0321” bij “Officiële naam” kan niet in de pdf staan.",
            "Schrijf het met de letters van ons alfabet, zoals u het uitspreekt. Of haal het weg.",
        ),
    ],
)
def test_it_names_the_characters_and_says_what_to_write(name: str, message: str, remedy: str) -> None:
    told = [finding for finding in found({"controller.legal_name": name}) if finding.code == "12.1-unprintable"]
    assert [(finding.message, finding.remedy, finding.blocks) for finding in told] == [(message, remedy, True)]


def test_what_is_not_printed_is_free() -> None:
    """A note of one's own is never in the statement."""
    facts = read_yaml(LAWFUL.replace("    name: Mailchimp\n", "    name: Mailchimp\n    notes: 漢字\n"))
    assert any(one.notes == "漢字" for one in facts.recipients)
    assert not [finding for finding in check(facts, load(), ON) if finding.code == "12.1-unprintable"]
