"""Rows that the company adds itself: one row = one check."""

import pytest

from policies.core.facts import OwnSection, SocialProfile
from tests.core.checks.company import Case, show

PAGE = {"links.profiles": (SocialProfile(key="pagina", network="Mastodon", url="https://mastodon.example/@lampenist"),)}
PIECE = {"sections": (OwnSection(key="stuk", title="Duurzaam", body="Wij herstellen lampen."),)}

CASES = [
    Case("12.1-profile", "links.profiles.pagina.network", {**PAGE, "links.profiles.pagina.network": None}, PAGE),
    Case("12.1-profile", "links.profiles.pagina.url", {**PAGE, "links.profiles.pagina.url": None}, PAGE),
    Case("12.1-section", "sections.stuk.title", {**PIECE, "sections.stuk.title": None}, PIECE),
    Case("12.1-section", "sections.stuk.body", {**PIECE, "sections.stuk.body": None}, PIECE),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path)
def test_row(case: Case) -> None:
    show(case)
