"""What a statement says it covers, and a representative beside a branch: one row = one check, in other words too."""

from typing import Any

import pytest

from policies.core.checks import check, scope
from policies.core.checks.review import Review
from policies.core.clauses.library import load
from policies.core.facts import Group, paths
from policies.core.mending import mend_of
from tests.core.checks.company import ON, Case, company, show

ASK = "activities.vragen"
SITE = {"scope.applies_to": "websites", "activities.facturen.name": "bestellingen"}
BRANCH = {
    "controller.legal_form": "bijkantoor",
    "controller.parent_name": "Lamp Ltd",
    "controller.parent_country": "GB",
    "representative.name": "Vertreter GmbH",
    "representative.email": "eu@vertreter.example",
}
EXPLAINED = "Wij verkopen lampen. Voor klanten in andere landen van de EU is er een vertegenwoordiger."

CASES = [
    Case("12.1-beyond-site", "scope.applies_to", {**SITE, f"{ASK}.name": "personeel"}, SITE),
    Case(
        "12.1-beyond-site", "scope.applies_to", {**SITE, f"{ASK}.catalogue_id": "ACT-18"}, {f"{ASK}.name": "personeel"}
    ),
    Case(
        "12.1-beyond-site",
        "scope.applies_to",
        {**SITE, "groups.+": Group("team", "onze medewerkers"), f"{ASK}.groups": ("team",)},
        {**SITE, "groups.+": Group("team", "onze medewerkers")},
    ),
    Case(
        "12.1-beyond-site",
        "scope.applies_to",
        {**SITE, "scope.applies_to": "websites_apps", f"{ASK}.name": "personeel"},
        {**SITE, "scope.applies_to": "websites_apps"},
    ),
    # invoices belong to a site where people order, and to none where nobody does
    Case(
        "12.1-beyond-site",
        "scope.applies_to",
        {"scope.applies_to": "websites"},
        {"scope.applies_to": "websites", f"{ASK}.name": "bestellingen in de webshop"},
    ),
    Case(
        "12.1-beyond-site",
        "scope.applies_to",
        {"scope.applies_to": "websites", f"{ASK}.story": "Een vraag komt binnen met het formulier."},
        {
            "scope.applies_to": "websites",
            f"{ASK}.story": "Een huurder kiest een fiets in de app.",
            f"{ASK}.purposes.antwoorden.legal_basis": "contract",
        },
    ),
    Case("27-branch", "representative.name", BRANCH, {**BRANCH, "scope.services": EXPLAINED}),
    Case("27-branch", "representative.name", BRANCH, {**BRANCH, "controller.seat_country": "GB"}),
    Case(
        "27-branch",
        "representative.email",
        {**BRANCH, "representative.name": None},
        {**BRANCH, "representative.name": None, "representative.email": None},
    ),
]

BEYOND = [
    "personeel",
    "onze medewerkers",
    "werknemersadministratie",
    "betalingsherinneringen",
    "telefonische oproepen",
    "personeelsbeheer",
    "loonadministratie",
    "salarissen betalen",
    "verlof en verzuim van werknemers",
    "human resources",
    "stages en stagiairs",
    "vrijwilligers",
    "bewakingscamera's",
    "camera's in de winkel",
    "cameratoezicht",
    "wifi voor gasten",
    "gastenwifi",
    "telefoongesprekken opnemen",
    "bezoekersregister",
    "patiëntendossiers",
    "leveranciers",
    "inkoop",
    "bedrijfswagens en gps",
    "klantenonderzoek tegen witwassen",
    "sollicitaties",
    "sollicitatieprocedure",
    "vacatures",
    "werving en selectie",
    "facturen",
    "facturatie",
    "boekhouding",
    "aanmaningen",
    "onbetaalde rekeningen",
    "late betalingen",
    "wervingsreserve",
]
ON_THE_SITE = [
    "contactformulier",
    "vragen beantwoorden",
    "contact met medewerkers van klanten",
    "nieuwsbrief",
    "bestellingen",
    "bezoekcijfers",
    "advertenties",
    "account",
    "chat",
    "recensies",
    "sollicitaties via onze website",
    "online solliciteren",
    "sollicitatieformulier",
    "facturen van de webwinkel",
    "vacatures op onze site",
    "beveiliging van de website",
    "webshop en betalingen",
    "wedstrijden",
    "offertes aanvragen",
    None,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def told(changes: dict[str, Any]) -> list[str]:
    return [finding.code for finding in scope.findings(Review(company(changes), load(), ON))]


@pytest.mark.parametrize("name", BEYOND)
def test_what_has_no_part_on_a_site_is_known_by_any_name(name: str) -> None:
    assert told({**SITE, f"{ASK}.name": name}) == ["12.1-beyond-site"]
    assert told({**SITE, f"{ASK}.name": name, "scope.applies_to": "everything"}) == []


@pytest.mark.parametrize("name", ON_THE_SITE)
def test_what_happens_on_the_site_is_left_alone(name: str | None) -> None:
    assert told({**SITE, f"{ASK}.name": name}) == []


def test_one_button_covers_everything_and_another_takes_the_representative_away() -> None:
    facts = company({**SITE, f"{ASK}.name": "personeel"})
    finding = next(finding for finding in check(facts, load(), ON) if finding.code == "12.1-beyond-site")
    assert "“personeel”" in finding.message
    assert mend_of(finding, facts, load(), ON).apply().scope.applies_to == "everything"
    facts = company(BRANCH)
    finding = next(finding for finding in check(facts, load(), ON) if finding.code == "27-branch")
    mended = mend_of(finding, facts, load(), ON).apply()
    assert paths.read(mended, "representative.name") is paths.read(mended, "representative.email") is None


def test_many_activities_are_told_in_one_line() -> None:
    many = {
        **SITE,
        f"{ASK}.name": "personeel",
        "activities.nieuws.name": "leveranciers",
        "activities.facturen.name": "boekhouding",
    }
    message = next(scope.findings(Review(company(many), load(), ON))).message
    assert "“personeel”, “leveranciers”, “boekhouding”." in message
