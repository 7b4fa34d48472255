"""Cookies: consent, and what one must tell of each: one row = one check."""

import pytest

from tests.core.checks.company import DUTCH, Case, found, show

SESSION, STATS = "cookies.placed.sessie", "cookies.placed.meting"
OWN_STATS = {f"{STATS}.name": "_pk_id", f"{STATS}.provider": "www.lampenist.example", f"{STATS}.consent": "low_impact"}

NO_COOKIES = {"cookies.used": False, "cookies.placed": ()}
ASK = "activities.vragen.purposes.antwoorden"
MEASURING = {f"{ASK}.name": "het bezoek aan de website meten", f"{ASK}.legal_basis": "consent"}

CASES = [
    Case("13-cookies-unanswered", "cookies.used", {"cookies.used": None}, {}),
    Case(
        "13-cookies-unanswered",
        "cookies.used",
        {"cookies.used": None, "cookies.placed": ()},
        {"cookies.used": None, "cookies.placed": (), "scope.websites": ()},
    ),
    Case(
        "13-cookies-unanswered",
        "cookies.used",
        {"cookies.used": None, "cookies.placed": (), "scope.websites": (), "activities.vragen.catalogue_id": "ACT-19"},
        {"cookies.used": None, "cookies.placed": (), "scope.websites": (), "activities.vragen.catalogue_id": "ACT-01"},
    ),
    Case(
        "13-cookies-list",
        "cookies.placed",
        {"cookies.placed": ()},
        {"cookies.placed": (), "cookies.policy_url": "https://www.lampenist.example/cookies"},
    ),
    Case("13-cookies-list", "cookies.placed", {"cookies.placed": ()}, {"cookies.placed": (), "cookies.used": False}),
    Case("5.1.a-cookies", "cookies.used", {"cookies.used": False}, {"cookies.used": False, "cookies.placed": ()}),
    Case("5.1.a-cookies-tool", "cookies.used", NO_COOKIES, {**NO_COOKIES, "recipients.google.name": "Google Maps"}),
    Case(
        "5.1.a-cookies-tool-check",
        "cookies.used",
        {**NO_COOKIES, "recipients.google.name": "YouTube"},
        {**NO_COOKIES, "recipients.google.name": "LinkedIn"},
    ),
    Case("13-cookies-measured", "cookies.placed", {**MEASURING, f"{STATS}.kind": "necessary"}, MEASURING),
    Case(
        "13-cookies-measured",
        "cookies.placed",
        {**MEASURING, **NO_COOKIES},
        {**MEASURING, "cookies.techniques": ("pixels",), f"{STATS}.kind": "necessary"},
    ),
    Case("13-cookies-measured", "cookies.placed", {**MEASURING, **NO_COOKIES}, NO_COOKIES),
    Case(
        "6.1.a-statistics",
        f"{ASK}.legal_basis",
        {f"{ASK}.name": "het bezoek aan de website meten"},
        {f"{ASK}.name": "de website beveiligen"},
    ),
    Case(
        "6.1.a-statistics",
        f"{ASK}.legal_basis",
        {"activities.vragen.name": "bezoekcijfers"},
        {"activities.vragen.name": "bezoekcijfers", f"{ASK}.legal_basis": "consent"},
    ),
    Case(
        "6.1.a-statistics",
        f"{ASK}.legal_basis",
        {"activities.vragen.name": "bezoekcijfers"},
        {**DUTCH, "activities.vragen.name": "bezoekcijfers"},
    ),
    *(
        Case("13-cookie-field", f"{STATS}.{name}", {f"{STATS}.{name}": None}, {})
        for name in ("name", "provider", "kind", "purpose", "lifetime", "access")
    ),
    Case(
        "13-cookie-lifetime",
        f"{STATS}.lifetime",
        {f"{STATS}.lifetime": "volgens de leverancier"},
        {f"{STATS}.lifetime": "volgens de leverancier 13 maanden"},
    ),
    Case("6.1.a-cookie-unanswered", f"{STATS}.consent", {f"{STATS}.consent": None}, {}),
    Case(
        "6.1.a-cookie-consent",
        f"{STATS}.consent",
        {f"{STATS}.consent": "exempt"},
        {f"{STATS}.consent": "exempt", f"{STATS}.kind": "security"},
    ),
    Case("6.1.a-cookie-consent", f"{STATS}.consent", {**DUTCH, f"{STATS}.consent": "exempt"}, {**DUTCH, **OWN_STATS}),
    Case("6.1.a-cookie-low-impact", f"{STATS}.consent", OWN_STATS, {**DUTCH, **OWN_STATS}),
    Case(
        "6.1.a-cookie-low-impact",
        f"{STATS}.consent",
        {**DUTCH, **OWN_STATS, f"{STATS}.kind": "marketing"},
        {**DUTCH, **OWN_STATS},
    ),
    Case(
        "6.1.a-cookie-tracking", f"{STATS}.consent", {**DUTCH, f"{STATS}.consent": "low_impact"}, {**DUTCH, **OWN_STATS}
    ),
    Case(
        "6.1.a-cookie-tracking",
        f"{STATS}.consent",
        {**DUTCH, **OWN_STATS, f"{STATS}.name": "_ga_lamp"},
        {**DUTCH, **OWN_STATS, f"{STATS}.name": None},
    ),
    Case(
        "6.1.a-cookie-tracking",
        f"{STATS}.consent",
        {**DUTCH, **OWN_STATS, f"{STATS}.provider": "Google Ireland"},
        {**DUTCH, **OWN_STATS, f"{STATS}.provider": None},
    ),
    Case("6.1.a-cookie-low-impact", f"{STATS}.consent", OWN_STATS, {**OWN_STATS, "controller.country": None}),
    Case(
        "6.1.a-cookie-preference",
        f"{SESSION}.consent",
        {f"{SESSION}.kind": "preferences"},
        {f"{SESSION}.kind": "preferences", f"{SESSION}.consent": "consent"},
    ),
    Case(
        "7.3-cookies",
        "cookies.withdraw_how",
        {"cookies.withdraw_how": None},
        {"cookies.withdraw_how": None, f"{STATS}.consent": "exempt", f"{STATS}.kind": "necessary"},
    ),
    Case(
        "7.3-cookies-hard",
        "cookies.withdraw_how",
        {"cookies.withdraw_how": "met een e-mail aan ons"},
        {"cookies.withdraw_how": "via Cookie-instellingen onderaan"},
    ),
    Case(
        "7.3-cookies-hard",
        "cookies.withdraw_how",
        {"cookies.withdraw_how": "in uw browser"},
        {"cookies.withdraw_how": "met het icoontje links onderaan"},
    ),
    Case(
        "7-cookies-how",
        "cookies.consent_how",
        {"cookies.consent_how": None},
        {"cookies.consent_how": None, f"{STATS}.consent": "exempt", f"{STATS}.kind": "necessary"},
    ),
    Case(
        "4.11-browsing-on",
        "cookies.consent_how",
        {"cookies.consent_how": "door verder te surfen"},
        {"cookies.consent_how": "met de knop Verder"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path)
def test_row(case: Case) -> None:
    show(case)


def test_the_cure_for_statistics_names_the_way_that_the_country_has() -> None:
    belgian, dutch = (found({**country, f"{STATS}.consent": "exempt"})[0].remedy for country in ({}, DUTCH))
    assert "beperkte statistiek" in dutch and "beperkte statistiek" not in belgian
    marketing = found({**DUTCH, f"{STATS}.consent": "exempt", f"{STATS}.kind": "marketing"})[0].remedy
    assert "beperkte statistiek" not in marketing
