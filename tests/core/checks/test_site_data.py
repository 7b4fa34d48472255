"""The promise that no data goes through the website (art. 5.1.a): whatever names the site speaks against it, and nothing else does."""

from typing import Any

import pytest

from policies.core.checks.site_data import SITE_DATA
from policies.core.clauses.library import load
from policies.core.facts import AiSystem, Cookies, DataItem, Links, OwnSection, PrivacyContact
from policies.core.mending import mend_of
from tests.core.checks.company import GONE, ON, Case, company, found, show

ASK, NEWS, HOST = "activities.vragen", "activities.nieuws", "recipients.host"
# A company whose site is a page with an address and opening hours: people mail and call, and subscribe to the newsletter at the counter.
QUIET: dict[str, Any] = {
    "scope.no_site_data": True,
    "cookies": Cookies(used=False),
    f"{HOST}.task": "bewaart onze mailboxen",
    "recipients.google": GONE,
    f"{NEWS}.story": "Wie dat wil, schrijft zich in op papier.",
}


def quiet(**changes: Any) -> dict[str, Any]:
    return QUIET | {path.replace("__", "."): value for path, value in changes.items()}


def own(text: str) -> dict[str, Any]:
    return QUIET | {"sections": (OwnSection(key="s", title="Onze site", body=text),)}


PATH = "scope.no_site_data"
CASES = (
    [
        Case(SITE_DATA.code, PATH, QUIET | fires, QUIET | near)
        for fires, near in [
            ({"cookies": Cookies(used=True, policy_url="https://www.lampenist.example/cookies")}, {}),
            ({"cookies": Cookies(used=False, techniques=("lokale opslag",))}, {"cookies": Cookies()}),
            ({"links": Links(buttons=True)}, {"links": Links(external=True)}),
            (
                {"contact": PrivacyContact(form_url="https://www.lampenist.example/contact")},
                {"contact": PrivacyContact(hours="op werkdagen van 9 tot 17 uur")},
            ),
            ({"rights.url": "https://www.lampenist.example/rechten"}, {"rights.by_post": True}),
            ({"rights.account_how": "in het account"}, {"changes.channels": ("website", "premises")}),
            ({f"{ASK}.name": "contactformulier"}, {f"{ASK}.name": "vragen"}),
            (
                {f"{ASK}.story": "Iemand vult het formulier op onze website in."},
                {f"{ASK}.story": "Iemand vindt ons adres op onze website en belt."},
            ),
            (
                {f"{ASK}.story": "De servers van onze website schrijven op wat er gebeurt."},
                {f"{ASK}.story": "Op onze website staat geen contactformulier. Iemand mailt."},
            ),
            (
                {f"{ASK}.purposes.antwoorden.name": "het bezoek aan de website meten"},
                {f"{ASK}.purposes.antwoorden.name": "websites bouwen voor klanten"},
            ),
            (
                {f"{ASK}.uses.contact.items": (DataItem(name="bezochte pagina's"),)},
                {f"{ASK}.uses.contact.items": (DataItem(name="IP-adres van de wifi"),)},
            ),
            ({"groups.klanten.name": "bezoekers van de website"}, {"groups.klanten.name": "bezoekers van de winkel"}),
            ({f"{NEWS}.story": None}, {}),
            (
                {f"{NEWS}.story": "Wie dat wil, schrijft zich in op de website."},
                {f"{NEWS}.story": "Wie dat wil, schrijft zich in aan de kassa."},
            ),
            ({f"{HOST}.task": "bewaart onze website"}, {f"{HOST}.task": "bewaart onze back-ups"}),
            ({f"{HOST}.task": None}, {}),  # the catalogue says that this one keeps websites
            (
                {f"{HOST}.name": "Google Fonts", f"{HOST}.entity": "Google Ireland Limited"},
                {f"{HOST}.name": "Google Workspace", f"{HOST}.entity": "Google Ireland Limited"},
            ),
            (
                {f"{HOST}.name": "Google Analytics"},
                {f"{HOST}.name": "Trustpilot", f"{HOST}.task": "toont recensies op andere websites"},
            ),
            (
                {"recipients.bank.task": "tellen het bezoek aan onze website"},
                {"recipients.bank.task": "voeren betalingen uit"},
            ),
            (
                {"ai_systems": (AiSystem(key="a", name="Lampje", task="beantwoordt vragen op onze website"),)},
                {"ai_systems": (AiSystem(key="a", name="Lampje", task="vat verslagen samen"),)},
            ),
        ]
    ]
    + [
        Case(SITE_DATA.code, PATH, own(fires), own(near))
        for fires, near in [
            ("Schrijf ons met het contactformulier.", "Onze website heeft geen contactformulier."),
            ("Bestellen kan op onze website.", "Onze website toont onze lampen. Bestellen kan in de winkel."),
            ("Via de website kan men ook een afspraak boeken.", "Wij plaatsen nooit een formulier op onze website."),
            ("Wij verkopen onze lampen online.", "Onze openingsuren staan online. Wij verkopen lampen in de winkel."),
            ("In onze webshop vindt u alles.", "In onze winkel vindt u alles."),
            ("Met het online aanvraagformulier gaat het sneller.", "Het aanvraagformulier ligt aan de balie."),
            ("Wij kijken naar de bezoekcijfers.", "Wij kijken naar de omzetcijfers."),
        ]
    ]
    + [
        Case(SITE_DATA.code, PATH, {"scope.no_site_data": True}, {"scope.no_site_data": False}),
        Case(SITE_DATA.code, PATH, {"scope.no_site_data": True}, {"scope.no_site_data": None}),
    ]
)


@pytest.mark.parametrize("case", CASES)
def test_row(case: Case) -> None:
    show(case)


def test_a_quiet_site_is_lawful() -> None:
    assert [finding for finding in found(QUIET) if finding.blocks] == []


def test_it_blocks_and_says_what_speaks_against_it() -> None:
    told = next(finding for finding in found({"scope.no_site_data": True}) if finding.code == SITE_DATA.code)
    assert (
        told.blocks
        and "uw website plaatst cookies" in told.message
        and "“Combell”" in told.message
        and "en nog" in told.message
    )


def test_one_press_takes_the_yes_away() -> None:
    facts = company({"scope.no_site_data": True})
    told = next(finding for finding in found({"scope.no_site_data": True}) if finding.code == SITE_DATA.code)
    mend = mend_of(told, facts, load(), ON)
    assert mend and mend.apply() == company({"scope.no_site_data": False})
