"""A proposal that nobody confirmed stops publishing, as long as what was proposed is there: one row = one check."""

import pytest

from .company import Case, found, show

HOST = "recipients.host"

CASES = [
    Case("5.2-proposed", HOST, {"preset.unconfirmed": (HOST,)}, {"preset.unconfirmed": ("recipients.weg", "niets", "cookies.placed")}),
    Case("5.2-proposed", "security", {"preset.unconfirmed": ("security",)}, {"preset.unconfirmed": ()}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_the_message_names_what_was_proposed() -> None:
    host, security = found({"preset.unconfirmed": (HOST, "security")})
    assert "“Combell”" in host.message and "voor beveiliging" in security.message
