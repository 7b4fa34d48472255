"""What was picked and is told otherwise by the catalogue today: one row = one check. What another check tells, is not told again."""

from datetime import date

import pytest

from tests.core.checks.company import DUTCH, Case, found, show
from tests.core.checks.test_retention_law import BOEK, KYC, VRAAG, years

HOST, GOOGLE, MAILER = "recipients.host", "recipients.google", "recipients.mailer"
COMBELL = {f"{HOST}.catalogue_id": "combell"}
ANALYTICS = {f"{GOOGLE}.catalogue_id": "google-analytics", f"{GOOGLE}.safeguards": ("dpf",)}
OLD_PERIOD = {
    **years(BOEK, 10),
    f"{BOEK}.catalogue_id": "RET-BE-01h",
    f"{BOEK}.reason": "om een vordering te kunnen afweren",
}

CASES = [
    Case("5.1.d-drift-role", f"{HOST}.role", {**COMBELL, f"{HOST}.role": "joint"}, COMBELL),
    # one of several roles is no difference, nor is a row without an origin
    Case("5.1.d-drift-role", f"{GOOGLE}.role", {**ANALYTICS, f"{GOOGLE}.role": "joint"}, ANALYTICS),
    Case("5.1.d-drift-role", f"{HOST}.role", {**COMBELL, f"{HOST}.role": "joint"}, {f"{HOST}.role": "joint"}),
    # who looked after the catalogue did knows better; who looked before does not
    Case(
        "5.1.d-drift-role",
        f"{HOST}.role",
        {**COMBELL, f"{HOST}.role": "joint", f"{HOST}.checked_on": "2026-11-21"},
        {**COMBELL, f"{HOST}.role": "joint", f"{HOST}.checked_on": "2026-11-22"},
    ),
    # told already as a wrong role
    Case(
        "5.1.d-drift-role",
        f"{HOST}.role",
        {**COMBELL, f"{HOST}.role": "joint"},
        {f"{HOST}.catalogue_id": "mollie", f"{HOST}.name": "Mollie", f"{HOST}.role": "processor"},
    ),
    Case(
        "5.1.d-drift-entity",
        f"{HOST}.entity",
        {**COMBELL, f"{HOST}.entity": "Combell Groep"},
        {**COMBELL, f"{HOST}.entity": "COMBELL N.V."},
    ),
    Case("5.1.d-drift-country", f"{HOST}.country", {**COMBELL, f"{HOST}.country": "NL"}, COMBELL),
    Case("5.1.d-drift-country", f"{GOOGLE}.transfer_countries", {f"{GOOGLE}.catalogue_id": "shopify"}, ANALYTICS),
    Case(
        "5.1.d-drift-country",
        f"{HOST}.country",
        {**COMBELL, f"{HOST}.country": "NL"},
        {f"{MAILER}.catalogue_id": "mailchimp"},
    ),
    # the entity and the country follow the country of the company that asks
    Case(
        "5.1.d-drift-country",
        f"{HOST}.country",
        {**DUTCH, f"{HOST}.catalogue_id": "dpd"},
        {f"{HOST}.catalogue_id": "dpd", f"{HOST}.entity": "DPD (Belgium) nv"},
    ),
    Case(
        "5.1.d-drift-safeguards",
        f"{GOOGLE}.safeguards",
        ANALYTICS,
        {**ANALYTICS, f"{GOOGLE}.safeguards": ("scc", "dpf")},
    ),
    # the framework is for the user to look up, and is never told as missing
    Case(
        "5.1.d-drift-safeguards",
        f"{GOOGLE}.safeguards",
        ANALYTICS,
        {**ANALYTICS, f"{GOOGLE}.safeguards": ("scc",), f"{GOOGLE}.dpf_certified": "unknown"},
    ),
    Case(
        "5.1.d-drift-safeguards",
        f"{GOOGLE}.safeguards",
        {f"{GOOGLE}.catalogue_id": "paypal", f"{GOOGLE}.safeguards": ("bcr", "dpf")},
        {**ANALYTICS, f"{GOOGLE}.safeguards": ("bcr", "dpf", "scc")},
    ),
    # its own contract names the clauses, and no framework
    Case(
        "5.1.d-drift-safeguards",
        f"{GOOGLE}.safeguards",
        {f"{GOOGLE}.catalogue_id": "wordpress-com"},
        {f"{GOOGLE}.catalogue_id": "wordpress-com", f"{GOOGLE}.safeguards": ("scc",)},
    ),
    # no safeguard at all is an error of its own
    Case("5.1.d-drift-safeguards", f"{GOOGLE}.safeguards", ANALYTICS, {**ANALYTICS, f"{GOOGLE}.safeguards": ()}),
    # without any transfer the country is told, and what protects it follows
    Case(
        "5.1.d-drift-safeguards",
        f"{GOOGLE}.safeguards",
        ANALYTICS,
        {**ANALYTICS, f"{GOOGLE}.safeguards": (), f"{GOOGLE}.transfer_countries": ()},
    ),
    Case("5.1.d-drift-period", f"{BOEK}.number", {f"{BOEK}.catalogue_id": "RET-NL-01"}, DUTCH),
    Case("5.1.d-drift-period", f"{BOEK}.number", OLD_PERIOD, {**OLD_PERIOD, **years(BOEK, 7)}),
    Case("5.1.d-drift-period", f"{BOEK}.number", OLD_PERIOD, {**OLD_PERIOD, **years(BOEK, 84, "month")}),
    Case("5.1.d-drift-period", f"{BOEK}.number", OLD_PERIOD, OLD_PERIOD, near_on=date(2025, 12, 29)),
    # a period that the law made wrong is a fault already, and so is one that became too long
    Case("5.1.d-drift-period", f"{BOEK}.number", OLD_PERIOD, {**OLD_PERIOD, f"{BOEK}.reason": None}),
    Case(
        "5.1.d-drift-period",
        f"{BOEK}.number",
        OLD_PERIOD,
        {**KYC, **years(VRAAG, 10), f"{VRAAG}.catalogue_id": "RET-BE-10"},
        near_on=date(2027, 7, 10),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_what_the_catalogue_says_is_named() -> None:
    told = found(
        {
            **COMBELL,
            f"{HOST}.role": "joint",
            f"{HOST}.entity": "Iemand anders",
            f"{HOST}.country": "NL",
            f"{HOST}.privacy_url": "https://combell.example",
        }
    )
    messages = " ".join(finding.message for finding in told if finding.code.startswith("5.1.d-drift"))
    assert "verwerker" in messages and "“Combell nv”" in messages and "België" in messages
    period = next(finding for finding in found(OLD_PERIOD) if finding.code == "5.1.d-drift-period")
    assert "7 jaar" in period.message and "III.86" in period.message


def test_no_difference_is_ever_told_twice() -> None:
    wrong = {
        f"{HOST}.catalogue_id": "mollie",
        f"{HOST}.name": "Mollie",
        f"{HOST}.role": "processor",
        f"{HOST}.entity": "Mollie B.V.",
        f"{HOST}.country": "NL",
    }
    paths = [finding.path for finding in found(wrong)]
    assert len(paths) == len(set(paths)) and f"{HOST}.role" in paths
