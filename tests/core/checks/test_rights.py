"""How people use their rights, and how they hear of changes (art. 12, 13.2.c, 13.3): one row = one check."""

import pytest

from policies.core.facts import Decision, RightsException
from tests.core.checks.company import Case, show

HALF = RightsException(key="facturen", what="facturen")
WHOLE = RightsException(key="facturen", what="facturen", why="omdat de wet ze vraagt")
NO_CONSENT = {"rights.withdraw_how": None, "activities.nieuws.purposes.sturen.legal_basis": "contract"}
BOX = {
    "controller.legal_form": "eenmanszaak",
    "controller.seat_street": None,
    "controller.seat_postcode": None,
    "controller.postal_address": "Postbus 12, 9300 Aalst",
}
DECIDES = {
    "automated.used": True,
    "automated.decisions": (Decision(key="krediet", name="achteraf betalen", ground="explicit_consent"),),
}

CASES = [
    Case(
        "12.2-channel",
        "rights.email",
        {"rights.email": None, "rights.by_post": True},
        {"rights.email": None, "rights.url": "https://www.lampenist.example/verzoek"},
    ),
    Case(
        "12.2-phone",
        "rights.by_phone",
        {"rights.by_phone": True, "controller.phone": None},
        {"rights.by_phone": True, "controller.phone": None, "contact.phone": "053 00 00 02"},
    ),
    Case("12.2-in-person", "rights.in_person", {"rights.in_person": True, **BOX}, {"rights.in_person": True}),
    Case(
        "12.2-in-person",
        "rights.in_person",
        {"rights.in_person": True, "controller.seat_street": "Postbus 12"},
        {"rights.by_post": True, "controller.seat_street": "Postbus 12"},
    ),
    Case(
        "12.2-in-person",
        "rights.in_person",
        {"rights.in_person": True, **BOX},
        {"rights.in_person": True, "controller.seat_street": None},
    ),  # the missing seat is told already
    Case("12.3-term", "rights.term_number", {"rights.term_number": None}, {}),
    Case(
        "12.3-term",
        "rights.term_unit",
        {"rights.term_unit": None},
        {"rights.term_number": 14, "rights.term_unit": "day"},
    ),
    Case(
        "12.3-term-long",
        "rights.term_number",
        {"rights.term_number": 2},
        {"rights.term_number": 4, "rights.term_unit": "week"},
    ),
    Case(
        "12.3-term-long",
        "rights.term_number",
        {"rights.term_number": 32, "rights.term_unit": "day"},
        {"rights.term_number": 30, "rights.term_unit": "day"},
    ),
    Case("12.5-fee", "rights.fee", {"rights.fee": "25 euro per verzoek"}, {"rights.fee": "gratis"}),
    Case(
        "12.5-fee",
        "rights.fee",
        {"rights.fee": "een kleine vergoeding"},
        {"rights.fee": "alleen bij een kennelijk ongegrond verzoek, hooguit 10 euro"},
    ),
    Case(
        "12.5-fee", "rights.fee", {"rights.fee": "gratis, maar een kopie kost 5 euro"}, {"rights.fee": "dit kost niets"}
    ),
    Case(
        "12.6-id-copy",
        "rights.identity_check",
        {"rights.identity_check": "id_copy"},
        {"rights.identity_check": "masked_copy_on_doubt"},
    ),
    Case(
        "13.2.c-withdraw",
        "rights.withdraw_how",
        {"rights.withdraw_how": None},
        {"rights.withdraw_how": None, "activities.nieuws.purposes.sturen.legal_basis": "contract"},
    ),
    Case(
        "13.2.c-withdraw",
        "rights.withdraw_how",
        {
            "rights.withdraw_how": None,
            "activities.nieuws.purposes.sturen.legal_basis": "contract",
            "activities.vragen.purposes.antwoorden.special_ground": "explicit_consent",
        },
        {"rights.withdraw_how": "met de link"},
    ),
    # a transfer and a decision can rest on consent too
    Case(
        "13.2.c-withdraw",
        "rights.withdraw_how",
        {**NO_CONSENT, "recipients.mailer.safeguards": ("explicit_consent",)},
        NO_CONSENT,
    ),
    Case(
        "13.2.c-withdraw",
        "rights.withdraw_how",
        {**NO_CONSENT, **DECIDES},
        {**NO_CONSENT, **DECIDES, "automated.decisions.krediet.ground": "contract"},
    ),
    Case(
        "7.3-hard",
        "rights.withdraw_how",
        {"rights.withdraw_how": "met een aangetekende brief"},
        {"rights.withdraw_how": "met een aangetekende brief of een e-mail"},
    ),
    Case(
        "7.3-hard",
        "rights.withdraw_how",
        {"rights.withdraw_how": "kom langs in onze winkel"},
        {"rights.withdraw_how": "kom langs in onze winkel of mail ons"},
    ),
    Case(
        "7.3-hard",
        "rights.withdraw_how",
        {"rights.withdraw_how": "met een e-mail en een kopie van de identiteitskaart"},
        {"rights.withdraw_how": "met een e-mail, zonder kopie van de identiteitskaart"},
    ),
    Case(
        "7.3-hard",
        "rights.withdraw_how",
        {"rights.withdraw_how": "met een gemotiveerde mail"},
        {"rights.withdraw_how": "met een mail, zonder opgave van reden"},
    ),
    Case(
        "7.3-letter",
        "rights.withdraw_how",
        {"rights.withdraw_how": "met een brief, niet per e-mail"},
        {"rights.withdraw_how": "met een brief, of per e-mail"},
    ),
    Case(
        "7.3-letter",
        "rights.withdraw_how",
        {"rights.withdraw_how": "met een brief"},
        {"rights.withdraw_how": "via privacy@lampenist.example of met een brief"},
    ),
    Case(
        "12.4-exception",
        "rights.exceptions.facturen.why",
        {"rights.exceptions": (HALF,)},
        {"rights.exceptions": (WHOLE,)},
    ),
    Case("13.3-channel", "changes.channels", {"changes.channels": ()}, {"changes.channels": ("email",)}),
    Case(
        "13.3-only-page",
        "changes.channels",
        {"changes.channels": ("website",)},
        {"changes.channels": ("website", "banner")},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)
