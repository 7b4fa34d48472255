"""Work as a processor (art. 28): one row = one check."""

import pytest

from policies.core.facts import OwnSection

from .company import Case, found, show

ASK = "activities.vragen"
SERVICES = {"processor_role.services": "Wij hosten websites van klanten."}
SAYS = {"sections": (OwnSection(key="stuk", title="Onze rol", body="Voor die gegevens zijn wij alleen verwerker."),)}

CASES = [
    Case("28-for-customers", f"{ASK}.name", {f"{ASK}.name": "hosting voor klanten"}, {f"{ASK}.name": "hulp aan klanten"}),
    Case("28-for-customers", f"{ASK}.name", {f"{ASK}.story": "Wij bewaren deze gegevens in opdracht van onze klanten."}, {f"{ASK}.story": "Wij voeren de opdracht van de klant uit."}),
    Case("28-for-customers", f"{ASK}.name", {**SERVICES, f"{ASK}.purposes.antwoorden.name": "de gegevens van de klanten van klanten bewaren"}, SERVICES),
    Case("28-for-customers", f"{ASK}.name", {f"{ASK}.name": "hosting van gegevens van klanten"}, {f"{ASK}.name": "hosting van gegevens"}),
    Case("28-role-unnamed", "processor_role.services", SAYS, {**SAYS, **SERVICES}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_the_cure_knows_whether_the_role_is_told() -> None:
    told, untold = (next(f.remedy for f in found({**role, f"{ASK}.name": "hosting voor klanten"})) for role in (SERVICES, {}))
    assert "vertelt u al" in told and "Zet dit bij uw rol" in untold
