"""Direct marketing (art. 21, XII.13 WER, 11.7 Tw): one row = one check."""

from datetime import date

import pytest

from tests.core.checks.company import DUTCH, Case, found, show

NEWS, ASK = "activities.nieuws.purposes.sturen", "activities.vragen.purposes.antwoorden"
CUSTOMERS = {
    f"{NEWS}.marketing_rule": "customer_exception",
    f"{NEWS}.legal_basis": "legitimate_interest",
    f"{NEWS}.interest": "klanten houden",
    f"{NEWS}.own_similar": True,
    f"{NEWS}.address_from_sale": True,
    f"{NEWS}.objection_offered": True,
}
NONE = {"marketing.used": False, f"{NEWS}.marketing_rule": None}
SILENT = {
    **NONE,
    "marketing.used": None,
    "marketing.channels": (),
    f"{NEWS}.name": "op de hoogte houden",
    "activities.nieuws.name": "berichten",
}
ADS = {f"{NEWS}.marketing_rule": "ads", "marketing.channels": ("social",)}
STATS = "cookies.placed.meting"
PIXEL = {f"{STATS}.kind": "marketing", f"{STATS}.name": "_fbp"}
CALLS = {f"{ASK}.marketing_rule": "phone"}

CASES = [
    Case("21.2-unanswered", "marketing.used", {"marketing.used": None}, NONE),
    # an open answer is owed only where something speaks of advertising
    Case("21.2-unanswered", "marketing.used", {**SILENT, "marketing.channels": ("post",)}, SILENT),
    Case("21.2-unanswered", "marketing.used", {**SILENT, "activities.nieuws.name": "nieuwsbrief"}, SILENT),
    Case("13.1.c-marketing", f"{NEWS}.marketing_rule", {f"{NEWS}.marketing_rule": None}, NONE),
    Case(
        "13.1.c-marketing",
        "marketing.used",
        {f"{NEWS}.marketing_rule": None, f"{NEWS}.name": "op de hoogte houden", "activities.nieuws.name": "berichten"},
        NONE,
    ),
    Case("5.1.a-marketing", "marketing.used", {"marketing.used": False}, NONE),
    # a cookie, a purpose or a service that shows people advertisements; to count which advertisement helped is none
    Case(
        "5.1.a-marketing",
        "marketing.used",
        {**NONE, f"{STATS}.purpose": "toont onze lampen opnieuw in advertenties"},
        {**NONE, f"{STATS}.purpose": "meet welke advertentie hielp"},
    ),
    Case(
        "5.1.a-marketing",
        "marketing.used",
        {**NONE, f"{ASK}.name": "advertenties afstemmen op wat iemand bekeek"},
        {f"{ASK}.name": "advertenties afstemmen op wat iemand bekeek"},
    ),
    Case("5.1.a-marketing-check", "marketing.used", {**NONE, **PIXEL}, PIXEL),
    Case(
        "5.1.a-marketing-check",
        "marketing.used",
        {**NONE, **PIXEL},
        {**NONE, f"{STATS}.kind": "marketing", f"{STATS}.name": "_gcl_au"},
    ),
    Case(
        "5.1.a-marketing-check",
        "marketing.used",
        {**NONE, "recipients.google.name": "Meta-pixel"},
        {**NONE, "recipients.google.name": "Google Ads"},
    ),
    Case("21.3-stop", "marketing.stop_how", {"marketing.stop_how": None}, {**NONE, "marketing.stop_how": None}),
    Case(
        "21.3-hard",
        "marketing.stop_how",
        {"marketing.stop_how": "met een brief naar onze zetel"},
        {"marketing.stop_how": "met een brief of een mail"},
    ),
    Case(
        "21.2-rule",
        f"{ASK}.marketing_rule",
        {f"{ASK}.name": "aanbiedingen mailen"},
        {f"{ASK}.name": "vragen over aanbiedingen beantwoorden"},
    ),
    Case(
        "13-eprivacy-strangers",
        f"{NEWS}.marketing_rule",
        {**CUSTOMERS, "activities.nieuws.source": "third_party"},
        CUSTOMERS,
    ),
    Case(
        "13-eprivacy-prospects",
        f"{NEWS}.marketing_rule",
        {**CUSTOMERS, "groups.klanten.name": "prospecten"},
        {"groups.klanten.name": "prospecten"},
    ),
    Case("21.2-channels", "marketing.channels", {"marketing.channels": ()}, {"marketing.channels": ("post",)}),
    Case(
        "13-eprivacy-consent",
        f"{NEWS}.legal_basis",
        {f"{NEWS}.legal_basis": "legitimate_interest", f"{NEWS}.interest": "verkopen"},
        CUSTOMERS,
    ),
    # advertising by consent: like prior consent, but no rule for e-mail
    Case("13-eprivacy-consent", f"{NEWS}.legal_basis", {**ADS, f"{NEWS}.legal_basis": "legitimate_interest"}, ADS),
    Case("13-eprivacy-channel", "marketing.channels", {**ADS, "marketing.channels": ("email",)}, ADS),
    Case("13-eprivacy-conditions", f"{NEWS}.own_similar", {**CUSTOMERS, f"{NEWS}.own_similar": False}, CUSTOMERS),
    Case(
        "13-eprivacy-conditions",
        f"{NEWS}.address_from_sale",
        {**CUSTOMERS, f"{NEWS}.address_from_sale": False},
        CUSTOMERS,
    ),
    Case(
        "13-eprivacy-conditions",
        f"{NEWS}.objection_offered",
        {**CUSTOMERS, f"{NEWS}.objection_offered": False},
        CUSTOMERS,
    ),
    Case("6.1-marketing", f"{NEWS}.legal_basis", {**CUSTOMERS, f"{NEWS}.legal_basis": "contract"}, CUSTOMERS),
    Case(
        "13-eprivacy-channel",
        "marketing.channels",
        {f"{NEWS}.marketing_rule": "post"},
        {f"{NEWS}.marketing_rule": "post", "marketing.channels": ("post",)},
    ),
    Case(
        "13-eprivacy-channel",
        "marketing.channels",
        {f"{NEWS}.marketing_rule": "post"},
        {f"{NEWS}.marketing_rule": None},
    ),
    Case(
        "13-eprivacy-consent", f"{NEWS}.legal_basis", {f"{NEWS}.legal_basis": "contract"}, {f"{NEWS}.legal_basis": None}
    ),
    Case(
        "6.1-marketing",
        f"{NEWS}.legal_basis",
        {**CUSTOMERS, f"{NEWS}.legal_basis": "vital_interest"},
        {**CUSTOMERS, f"{NEWS}.legal_basis": None},
    ),
    Case("11.7-telesales", f"{ASK}.legal_basis", {**DUTCH, **CALLS}, {**DUTCH, **CUSTOMERS}),
    Case("11.7-telesales", f"{ASK}.legal_basis", {**DUTCH, **CALLS}, {**DUTCH, **CALLS}, near_on=date(2020, 1, 1)),
    Case(
        "11.7-telesales", f"{ASK}.legal_basis", {**DUTCH, **CALLS}, {**DUTCH, **CALLS, f"{ASK}.legal_basis": "consent"}
    ),
    # the law by date: customers might be called in the Netherlands until 30 June 2026
    Case(
        "11.7-telesales",
        f"{ASK}.legal_basis",
        {**DUTCH, **CALLS},
        {**DUTCH, **CALLS},
        on=date(2026, 7, 1),
        near_on=date(2026, 6, 30),
    ),
    Case("11.7-telesales", f"{ASK}.legal_basis", {**DUTCH, **CALLS}, CALLS),
    Case(
        "11.7-telesales-check",
        f"{ASK}.legal_basis",
        {**DUTCH, **CALLS, "controller.legal_form": "stichting"},
        {**DUTCH, **CALLS},
    ),
    Case(
        "11.7-telesales-check",
        f"{ASK}.legal_basis",
        {**DUTCH, **CALLS, "scope.services": "Wij geven een weekblad uit."},
        {**DUTCH, **CALLS, "scope.services": "Wij schrijven wekelijks een blog."},
    ),
    Case(
        "11.7-telesales",
        f"{ASK}.legal_basis",
        {**DUTCH, **CALLS},
        {**DUTCH, **CALLS, "controller.legal_name": "Tijdschriften Utrecht"},
    ),
    Case(
        "11.7-telesales-check",
        f"{ASK}.legal_basis",
        {**CALLS, "scope.customer_countries": ("BE", "NL")},
        {**CALLS, "scope.customer_countries": ("BE", "FR")},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_row(case: Case) -> None:
    show(case)


def test_who_may_still_call_customers_is_said_in_the_words_of_the_law() -> None:
    told = next(
        f for f in found({**DUTCH, **CALLS, "controller.legal_form": "stichting"}) if f.code == "11.7-telesales-check"
    )
    assert all(
        word in told.message
        for word in ("eigen klanten", "goede doelen", "loterijen", "dagbladen, weekbladen en tijdschriften")
    )
