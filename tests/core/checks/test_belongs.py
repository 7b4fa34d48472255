"""What uses data belongs to an activity (art. 13.1.c–e, 13.2.a): one row = one check, and how people write of cameras."""

import pytest

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.facts import AiSystem, Recipient
from tests.core.checks.company import ON, Case, company, show

BOT = AiSystem(key="bot", name="Lampje", task="vat mails samen", trains=False)
MAKER = Recipient(
    key="maker",
    name="Botmaker",
    kind="named",
    entity="Botmaker BV",
    country="BE",
    role="processor",
    task="maakt de bot",
    agreement=True,
    activities=("nieuws",),
)
FILMED = {"security.measures": ("camerabewaking in de winkel",)}
LINKED = {"ai_systems": (BOT,), "ai_systems.bot.activities": ("vragen",)}

CASES = [
    Case("13.1.c-ai-activity", "ai_systems.bot.activities", {"ai_systems": (BOT,)}, LINKED),
    Case(
        "13.1.c-buttons-activity",
        "links.buttons_activity",
        {"links.buttons": True},
        {"links.buttons": True, "links.buttons_activity": "nieuws"},
    ),
    Case("13.1.c-buttons-activity", "links.buttons_activity", {"links.buttons": True}, {"links.external": True}),
    Case(
        "13.1.c-profiles-activity",
        "automated.profiling_activity",
        {"automated.profiling": "wij verdelen klanten in groepen"},
        {"automated.profiling": "wij verdelen klanten in groepen", "automated.profiling_activity": "nieuws"},
    ),
    Case(
        "13.1.c-takeover-activity",
        "disclosure.business_transfer_activity",
        {"disclosure.business_transfer": True},
        {"disclosure.business_transfer": True, "disclosure.business_transfer_activity": "vragen"},
    ),
    Case(
        "13.1.e-ai-company",
        "recipients.maker.activities",
        {**LINKED, "recipients": (MAKER,), "ai_systems.bot.recipient": "maker"},
        {
            **LINKED,
            "recipients": (MAKER,),
            "ai_systems.bot.recipient": "maker",
            "recipients.maker.activities": ("nieuws", "vragen"),
        },
    ),
    Case(
        "13.1.c-cameras-activity",
        "security.measures",
        FILMED,
        {**FILMED, "activities.vragen.name": "bewakingscamera's"},
    ),
    Case(
        "13.1.c-cameras-activity", "security.measures", FILMED, {**FILMED, "activities.vragen.catalogue_id": "ACT-18"}
    ),
    Case(
        "13.1.c-cameras-activity", "security.measures", FILMED, {**FILMED, "categories.contact.name": "camerabeelden"}
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_row(case: Case) -> None:
    show(case)


OURS = [
    "Er hangen camera's in de winkel.",
    "Bewakingscamera's filmen de ingang.",
    "Wij hebben cameratoezicht.",
    "Aan de deur hangt een camera.",
    "De camerabeelden wissen wij na een maand.",
    "Een videodeurbel toont ons wie aanbelt.",
    "Wij filmen de kassa dag en nacht.",
    "Camera's op de parking houden dieven weg.",
    "Onze zaak heeft een beveiligingscamera.",
    "Voor uw veiligheid staat er een camera boven de kassa.",
    "Camerabewaking beschermt ons magazijn.",
]
OTHERS = [
    "Wij verkopen camera's en lenzen.",
    "Wij installeren bewakingscamera's bij klanten.",
    "Er hangen geen camera's in onze winkel.",
    "Zet je camera aan tijdens de les.",
    "Wij filmen nooit.",
    "De camera van uw telefoon leest de code.",
    "Onze webwinkel heeft fotocamera's en camera's voor in de auto.",
    "Wij herstellen camera's.",
    "Camerabewaking van klanten onderhouden wij ter plaatse.",
    "Wij filmen trouwfeesten en bedrijfsfilms.",
    "Een videogesprek kan ook zonder beeld.",
]


@pytest.mark.parametrize("text", OURS)
def test_cameras_of_the_company_are_seen_however_they_are_told(text: str) -> None:
    assert "13.1.c-cameras-activity" in {
        finding.code for finding in check(company({"security.explanation": text}), load(), ON)
    }


@pytest.mark.parametrize("text", OTHERS)
def test_other_cameras_are_left_alone(text: str) -> None:
    assert "13.1.c-cameras-activity" not in {
        finding.code for finding in check(company({"security.explanation": text}), load(), ON)
    }
