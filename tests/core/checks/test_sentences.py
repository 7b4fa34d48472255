"""The user's own sentences beside the other answers: each row says one that is a fault, and one that is near it and is none."""

import pytest

from policies.core.facts import OwnSection
from tests.core.checks.company import Case, found, show

STORY = "activities.vragen.story"
AT = "sections.stuk.body"


def own(text: str) -> dict:
    return {"sections": (OwnSection(key="stuk", title="Extra", body=text),)}


CASES = [
    Case(
        "12.3-in-text",
        AT,
        own("Wij antwoorden binnen 60 dagen op een verzoek."),
        own("Wij antwoorden binnen 30 dagen op een verzoek."),
    ),
    Case(
        "12.3-in-text",
        AT,
        own("Op elk verzoek reageren wij binnen zes weken."),
        own("Is het verzoek ingewikkeld, dan antwoorden wij binnen drie maanden."),
    ),
    Case(
        "12.3-in-text",
        AT,
        own("Binnen een week ziet men een reactie op het verzoek, zeker binnen 8 weken."),
        own("Binnen een week ziet men een reactie op het verzoek, zeker binnen 3 weken."),
    ),
    Case(
        "12.3-in-text",
        AT,
        own("Uiterlijk 25 werkdagen na het verzoek volgt een antwoord."),
        own("Men kan een lamp binnen 60 dagen terugsturen."),
    ),
    Case(
        "5.1.a-other-company",
        AT,
        own("Kaarsengieterij Wick BV hecht veel belang aan privacy."),
        own("Lampenist BV hecht veel belang aan privacy."),
    ),
    Case(
        "5.1.a-other-company",
        AT,
        own("Kaarsengieterij Wick BV hecht veel belang aan privacy."),
        own("Onze lampen komen van Kaarsengieterij Wick BV in Gent."),
    ),
    Case(
        "5.1.a-other-address",
        AT,
        own("Mail naar privacy@kaarsengieterij.example."),
        own("Mail naar winkel@lampenist.example."),
    ),
    Case(
        "5.1.a-other-address",
        STORY,
        {STORY: "Mail naar hallo@wick.example."},
        {"recipients.host.limits": "Mail naar hallo@wick.example."},
    ),
    Case(
        "13.1.e-unlisted",
        AT,
        own("Wij meten met Hotjar hoe men leest."),
        own("Wij meten met Google Analytics hoe men leest."),
    ),
    Case("13.1.e-unlisted", AT, own("Betalen gaat via Mollie."), own("Betalen gaat nooit via Mollie.")),
    Case(
        "13.1.e-unlisted",
        AT,
        own("De kaart is van Google Maps."),
        {**own("De kaart is van Google Maps."), "recipients.host.name": "Google Maps"},
    ),
    Case("13.1.e-unlisted", STORY, {STORY: "Een pakje gaat met bpost."}, {STORY: "Een pakje gaat met de post."}),
    Case("13.1.e-unlisted", AT, own("Wij overleggen met Zoom."), own("De zoom van de lampenkap is genaaid.")),
    Case("13.1.e-unlisted", AT, own("Wij meten met Hotjar."), own("Volg ons op YouTube.")),
    Case(
        "13.1.e-unlisted",
        AT,
        own("Stuur ons een bericht met WhatsApp."),
        {**own("Stuur ons een bericht met WhatsApp."), "recipients.host.name": "WhatsApp"},
    ),
    Case(
        "12.1-language",
        "scope.customer_countries",
        {"scope.customer_countries": ("BE", "FR")},
        {"scope.customer_countries": ("BE", "NL")},
    ),
    Case(
        "12.1-other-language",
        AT,
        own("We use the data that you give us to answer your questions."),
        own("Wij maken lampen en daarna bellen wij de klant die ze besteld heeft."),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_a_text_about_a_recipient_may_name_other_companies() -> None:
    facts = {"recipients.host.task": "bewaart onze website, en geeft Hotjar en jan@wick.example niets door"}
    assert [finding.code for finding in found(facts)] == []
