"""A proposal that nobody confirmed stops publishing, as long as what was proposed is there: one row = one check."""

import pytest

from policies.core.facts import AiSystem
from tests.core.checks.company import Case, found, show

HOST = "recipients.host"
BOT = AiSystem(
    key="bot",
    name="Lampje",
    task="beantwoordt vragen",
    talks_to_people=True,
    trains=False,
    human_contact="mail ons",
    activities=("vragen",),
)

CASES = [
    Case(
        "5.2-proposed",
        HOST,
        {"preset.unconfirmed": (HOST,)},
        {"preset.unconfirmed": ("recipients.weg", "niets", "cookies.placed")},
    ),
    Case("5.2-proposed", "rights", {"preset.unconfirmed": ("rights",)}, {"preset.unconfirmed": ()}),
    # a part without an answer has nothing to confirm, but for what is confirmed with it
    Case(
        "5.2-proposed",
        "automated",
        {"preset.unconfirmed": ("automated",)},
        {"preset.unconfirmed": ("automated",), "automated.used": None},
    ),
    Case(
        "5.2-proposed",
        "automated",
        {"preset.unconfirmed": ("automated",), "automated.used": None, "ai_systems": (BOT,)},
        {"preset.unconfirmed": ("security",)},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_the_message_names_what_was_proposed() -> None:
    host, rights = found({"preset.unconfirmed": (HOST, "rights")})
    assert "“Combell”" in host.message and "voor rechten" in rights.message
