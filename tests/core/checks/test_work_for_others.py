"""Work as a processor (art. 28): one row = one check."""

import pytest

from policies.core.checks import work_for_others
from policies.core.checks.review import Review
from policies.core.clauses.library import load
from policies.core.facts import OwnSection
from tests.core.checks.company import ON, Case, company, found, show

ASK = "activities.vragen"
SERVICES = {"processor_role.services": "Wij hosten websites van klanten."}
SAYS = {"sections": (OwnSection(key="stuk", title="Onze rol", body="Voor die gegevens zijn wij alleen verwerker."),)}

CASES = [
    Case(
        "28-for-customers", f"{ASK}.name", {f"{ASK}.name": "hosting voor klanten"}, {f"{ASK}.name": "hulp aan klanten"}
    ),
    Case(
        "28-for-customers",
        f"{ASK}.name",
        {f"{ASK}.story": "Wij bewaren deze gegevens in opdracht van onze klanten."},
        {f"{ASK}.story": "Wij voeren de opdracht van de klant uit."},
    ),
    Case(
        "28-for-customers",
        f"{ASK}.name",
        {**SERVICES, f"{ASK}.purposes.antwoorden.name": "de gegevens van de klanten van klanten bewaren"},
        SERVICES,
    ),
    Case(
        "28-for-customers",
        f"{ASK}.name",
        {f"{ASK}.name": "hosting van gegevens van klanten"},
        {f"{ASK}.name": "hosting van gegevens"},
    ),
    Case("28-role-unnamed", "processor_role.services", SAYS, {**SAYS, **SERVICES}),
]


FOR_CUSTOMERS = [
    "hosting voor klanten",
    "webhosting voor onze klanten",
    "websites van klanten hosten",
    "beheer van websites van klanten",
    "nieuwsbrieven versturen voor klanten",
    "mailings versturen voor opdrachtgevers",
    "lonen van klanten berekenen",
    "loonverwerking voor klanten",
    "back-ups van mailboxen van klanten",
    "gegevens die klanten in onze software invoeren",
    "wat klanten op onze servers zetten",
    "klanten van onze klanten bedienen",
    "bezoekers van websites van klanten tellen",
    "leden van onze opdrachtgevers beheren",
    "ons platform waarmee verenigingen hun leden beheren",
    "software waarin praktijken hun patiënten volgen",
    "gegevens van eindgebruikers van bedrijven bewaren",
    "de boekhouding van klanten voeren",
    "voor klanten back-ups bewaren",
    "in opdracht van de klant gegevens verwerken",
    "databanken van klanten onderhouden",
    "alles wat verenigingen in onze app plaatsen",
    "de webwinkel van een klant hosten",
]
FOR_OURSELVES = [
    "hulp aan klanten",
    "nieuwsbrieven voor klanten",
    "nieuwsbrief aan klanten",
    "hosting",
    "webhosting en domeinnamen",
    "klantenadministratie",
    "de dienst leveren",
    "systemen van de klant onderhouden",
    "software bouwen, testen en uitbreiden",
    "vragen van klanten",
    "recensies van klanten",
    "bezoekers van onze website",
    "gegevens die klanten in ons formulier invullen",
    "facturen voor klanten maken",
    "websites bouwen",
    "mailings voor klanten",
    "Gegevens van de klanten van klanten gebruiken wij niet.",
    "klanten van de webwinkel",
    "leden van onze vereniging",
    "back-ups van onze website",
    "de website voor klanten toegankelijk houden",
    "een account voor klanten",
    "klanten inlichten over wat er verandert aan hun diensten",
]
THEIRS = [
    "klanten van onze klanten",
    "bezoekers van klanten",
    "inhoud van mailboxen van klanten",
    "gegevens in databanken van klanten",
    "leerlingen van opdrachtgevers",
    "klantdata in onze cloud",
    "eindgebruikers van klanten",
    "patiënten van onze klanten",
]
OURS = [
    "klanten",
    "medewerkers van klanten",
    "contactpersonen van klanten",
    "bezoekers van onze websites",
    "leden",
    "gegevens van klanten",
    "e-mails van klanten",
    "berichten",
    "inhoud van berichten",
    "patiënten",
]


def told(changes: dict[str, str]) -> list[str]:
    return [finding.path for finding in work_for_others.findings(Review(company(changes), load(), ON))]


@pytest.mark.parametrize("text", FOR_CUSTOMERS)
@pytest.mark.parametrize("where", ["name", "story", "purposes.antwoorden.name"])
def test_work_for_customers_is_known_in_any_words(where: str, text: str) -> None:
    assert told({f"{ASK}.{where}": text}) == [f"{ASK}.name"]


@pytest.mark.parametrize("text", FOR_OURSELVES)
@pytest.mark.parametrize("where", ["name", "story", "purposes.antwoorden.name"])
def test_work_of_its_own_is_left_alone(where: str, text: str) -> None:
    assert told({f"{ASK}.{where}": text}) == []


@pytest.mark.parametrize("text", THEIRS)
def test_data_of_the_customers_of_customers_is_known_wherever_it_stands(text: str) -> None:
    assert told({"groups.klanten.name": text}) == [f"activities.{key}.name" for key in ("vragen", "nieuws", "facturen")]
    assert (
        told({"categories.stukken.name": text})
        == told({"activities.facturen.uses.stukken.items.0.name": text})
        == ["activities.facturen.name"]
    )


@pytest.mark.parametrize("text", OURS)
def test_data_of_ones_own_is_left_alone(text: str) -> None:
    assert told({"groups.klanten.name": text}) == told({"categories.stukken.name": text}) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_the_cure_knows_whether_the_role_is_told() -> None:
    told, untold = (
        next(f.remedy for f in found({**role, f"{ASK}.name": "hosting voor klanten"})) for role in (SERVICES, {})
    )
    assert "vertelt u al" in told and "Zet dit bij uw rol" in untold
