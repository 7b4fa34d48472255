"""Who concludes an agreement (art. 6.1.b): people at a company do not, in whatever words they are called."""

from typing import Any

import pytest

from policies.core.checks import check, parties
from policies.core.checks.review import Review
from policies.core.clauses.library import load
from policies.core.facts import Group, Purpose, paths
from policies.core.mending import mend_of
from tests.core.checks.company import ON, Case, company, found, show

ASK = "activities.vragen.purposes.antwoorden"
AGREED = {f"{ASK}.legal_basis": "contract", f"{ASK}.interest": None}
CONTACTS = Group(key="contacten", name="contactpersonen van bedrijven")
BOTH = {**AGREED, "groups.+": CONTACTS, "activities.vragen.groups": ("klanten", "contacten")}
TALKS = Purpose(
    key="overleg",
    name="overleggen met de contactpersoon",
    legal_basis="legitimate_interest",
    interest="zaken doen met het bedrijf waarvoor iemand werkt",
)


def called(name: str | None, description: str | None = None) -> dict[str, Any]:
    """A purpose on an agreement, with people who are called so."""
    return {**AGREED, "groups.klanten.name": name, "groups.klanten.description": description}


CASES = [
    Case("6.1.b-party", f"{ASK}.legal_basis", called("contactpersonen"), {"groups.klanten.name": "contactpersonen"}),
    Case("6.1.b-party", f"{ASK}.legal_basis", called("contactpersonen"), called("klanten")),
    Case(
        "6.1.b-party",
        f"{ASK}.legal_basis",
        called("zakelijke relaties", "mensen die bij onze leveranciers werken"),
        called("klanten", "mensen die bij onze leveranciers werken"),
    ),
    Case("6.1.b-party-some", f"{ASK}.legal_basis", BOTH, {**BOTH, "activities.vragen.purposes.+": TALKS}),
]

OF_ITS_OWN = {**BOTH, "activities.vragen.purposes.+": TALKS, f"{ASK}.groups": ("contacten",)}
CASES += [Case("6.1.b-party", f"{ASK}.legal_basis", OF_ITS_OWN, {**OF_ITS_OWN, f"{ASK}.groups": ("klanten",)})]

AT_A_COMPANY = [
    "contactpersonen",
    "contactpersonen van bedrijven",
    "contactpersonen van klanten en leveranciers",
    "medewerkers van klanten",
    "personeel van onze klanten",
    "werknemers van opdrachtgevers",
    "B2B-contacten",
    "b2b contacten",
    "zakelijke contacten",
    "zakelijke contactpersonen",
    "aanspreekpunten bij klanten",
    "mensen die bij onze klanten werken",
    "wie bij een klant werkt",
    "mensen die werken bij leveranciers",
    "inkopers van bedrijven",
    "bestuurders van vennootschappen",
    "bedrijven en hun contactpersonen",
    "vertegenwoordigers van organisaties",
    "mensen die namens een bedrijf bestellen",
    "contactpersonen bij leveranciers, klanten en partners",
    "medewerkers van zakelijke klanten",
    "medewerkers die namens hun werkgever met ons overleggen",
    "collega's bij partnerbedrijven",
    "zaakvoerders en medewerkers van klanten",
    "personen die een onderneming vertegenwoordigen",
    "gesprekspartners bij leveranciers",
    "Externe contactpersonen",
]
PARTIES_THEMSELVES = [
    "klanten",
    "zakelijke klanten",
    "medewerkers",
    "medewerkers van ons bedrijf",
    "medewerkers van onze organisatie",
    "personeel",
    "leveranciers",
    "zelfstandigen die voor ons werken",
    "klanten en hun contactpersonen",
    "contactpersonen in nood",
    "noodcontacten van medewerkers",
    "contactpersonen voor noodgevallen",
    "contactpersonen van medewerkers in geval van nood",
    "sollicitanten",
    "gebruikers van onze app",
    "bezoekers",
    "leden",
    "klanten en medewerkers van klanten",
    "patiënten en hun contactpersonen",
    "mensen die bij ons werken",
    "mensen die voor ons bedrijf werken",
    "bedrijven",
    "vrijwilligers van onze vereniging",
    "werknemers van het bedrijf",
    "familieleden van klanten",
    None,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def told(changes: dict[str, Any]) -> list[str]:
    return [finding.code for finding in parties.findings(Review(company(changes), load(), ON))]


@pytest.mark.parametrize("name", AT_A_COMPANY)
def test_people_at_a_company_are_known_by_any_name(name: str) -> None:
    assert told(called(name)) == ["6.1.b-party"]


@pytest.mark.parametrize("name", PARTIES_THEMSELVES)
def test_who_may_be_a_party_is_left_alone(name: str | None) -> None:
    assert told(called(name)) == []


def test_one_button_gives_an_interest() -> None:
    facts = company(called("medewerkers van klanten"))
    finding = next(finding for finding in check(facts, load(), ON) if finding.code == "6.1.b-party")
    mended = mend_of(finding, facts, load(), ON).apply()
    assert (paths.read(mended, f"{ASK}.legal_basis"), paths.read(mended, f"{ASK}.interest")) == (
        "legitimate_interest",
        "zaken doen met de organisatie waarvoor iemand werkt",
    )
    kept = company({**called("contactpersonen"), f"{ASK}.interest": "vlot samenwerken"})
    assert paths.read(mend_of(finding, kept, load(), ON).apply(), f"{ASK}.interest") == "vlot samenwerken"


def test_a_public_body_has_no_interest_to_choose() -> None:
    facts = company({**called("contactpersonen"), "controller.legal_form": "vlaams_bestuur"})
    finding = next(finding for finding in check(facts, load(), ON) if finding.code == "6.1.b-party")
    assert mend_of(finding, facts, load(), ON) is None
    assert "6.1.b-party" in {finding.code for finding in found(called("contactpersonen"))}
