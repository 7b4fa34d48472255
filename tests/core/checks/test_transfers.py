"""Outside the EEA (art. 13.1.f, 44–49): one row = one check."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from policies.core.checks import check
from policies.core.library import load

from .company import ON, Case, company, found, show

HOST, MAILER, GOOGLE = "recipients.host", "recipients.mailer", "recipients.google"
UK = {f"{HOST}.country": "GB", f"{HOST}.safeguards": ("adequacy",)}
CANADA = {f"{HOST}.country": "CA", f"{HOST}.safeguards": ("adequacy",)}
INDIA = {f"{HOST}.country": "IN", f"{HOST}.safeguards": ("scc",), f"{HOST}.safeguard_copy": "vraag ons een kopie"}

CASES = [
    Case("13.1.f-places", "scope.processing_countries", {"scope.processing_countries": ()}, {"scope.processing_countries": ("BE", "GB")}),
    Case("13.1.f-country", f"{HOST}.country", {f"{HOST}.country": None}, {f"{HOST}.country": None, f"{HOST}.kind": "category"}),
    Case("13.1.f-safeguard", f"{MAILER}.safeguards", {f"{MAILER}.safeguards": ()}, {f"{MAILER}.safeguards": (), f"{MAILER}.country": "LI"}),
    Case("13.1.f-safeguard", f"{HOST}.safeguards", {f"{HOST}.transfer_countries": ("GB",)}, {f"{HOST}.transfer_countries": ("GB",), f"{HOST}.safeguards": ("adequacy",)}),
    Case("13.1.f-uncovered", f"{GOOGLE}.safeguards", {f"{GOOGLE}.transfer_countries": ("US", "IN")}, {f"{GOOGLE}.transfer_countries": ("US", "GB"), f"{GOOGLE}.safeguards": ("dpf", "adequacy")}),
    Case("13.1.f-no-country", f"{GOOGLE}.transfer_countries", {f"{GOOGLE}.transfer_countries": ()}, {}),
    Case("13.1.f-tool", f"{GOOGLE}.transfer_countries", {f"{GOOGLE}.transfer_countries": (), f"{GOOGLE}.safeguards": ()}, {}),
    # known by its name, by the company behind it, or by its origin; and not once the user looked
    Case("13.1.f-tool", f"{HOST}.transfer_countries", {f"{HOST}.name": "WhatsApp"}, {f"{HOST}.name": "WhatsApp", f"{HOST}.checked_on": "2026-11-01"}),
    Case("13.1.f-tool", f"{HOST}.transfer_countries", {f"{HOST}.name": "mailboxen", f"{HOST}.entity": "Google Cloud EMEA Limited"}, {f"{HOST}.name": "mailboxen"}),
    Case("13.1.f-tool", f"{HOST}.transfer_countries", {f"{HOST}.catalogue_id": "zoom"}, {f"{HOST}.name": "Combell"}),
    Case("13.1.f-inside", f"{HOST}.transfer_countries", {f"{HOST}.transfer_countries": ("FR",)}, UK),
    Case("13.1.f-copy", f"{MAILER}.safeguard_url", {f"{MAILER}.safeguard_url": None}, {f"{MAILER}.safeguard_url": None, f"{MAILER}.safeguard_copy": "vraag ons een kopie"}),
    Case("13.1.f-copy", f"{MAILER}.safeguard_url", {f"{MAILER}.safeguard_url": None}, {f"{MAILER}.safeguard_url": None, f"{MAILER}.safeguards": ("dpf",)}),
    Case("45-dpf-certified", f"{MAILER}.dpf_certified", {f"{MAILER}.dpf_certified": "unknown"}, {f"{MAILER}.dpf_certified": "unknown", f"{MAILER}.safeguards": ("scc",)}),
    Case("45-dpf-country", f"{MAILER}.safeguards", {f"{MAILER}.country": "IN"}, {**INDIA}),
    Case("45-dpf-stale", f"{MAILER}.checked_on", {f"{MAILER}.checked_on": "2025-11-01"}, {f"{MAILER}.checked_on": None}),
    Case("45-not-adequate", f"{HOST}.safeguards", {**INDIA, f"{HOST}.safeguards": ("adequacy", "scc")}, UK),
    Case("45-not-adequate", f"{MAILER}.safeguards", {f"{MAILER}.safeguards": ("adequacy",)}, {}),
    # the law by date: Brazil since 26 January 2026; the United Kingdom until 27 December 2031
    Case("45-not-adequate", f"{HOST}.safeguards", {**UK, f"{HOST}.country": "BR"}, {**UK, f"{HOST}.country": "BR"}, on=date(2026, 1, 25), near_on=date(2026, 1, 26)),
    Case("45-not-adequate", f"{HOST}.safeguards", UK, UK, on=date(2031, 12, 28), near_on=date(2031, 12, 27)),
    Case("45-partly-adequate", f"{HOST}.safeguards", CANADA, UK),
    Case("49-occasional", f"{HOST}.safeguards", {**INDIA, f"{HOST}.safeguards": ("explicit_consent",)}, {**INDIA, f"{HOST}.safeguards": ("explicit_consent", "scc")}),
    Case("45-dpf-gone", f"{MAILER}.safeguards", {f"{GOOGLE}.safeguards": ("scc",), f"{GOOGLE}.safeguard_copy": "vraag het"}, {}, on=date(2023, 7, 9)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_one_date_in_the_catalogue_flags_everyone_who_leans_on_the_framework() -> None:
    library = load()

    def valid(stem: str, on: date) -> list[dict[str, Any]]:
        ended = [{**row, "valid_until": date(2026, 11, 1)} if row["id"] == "dpf" else row for row in library.valid(stem, on)]
        return [row for row in ended if not row["valid_until"] or row["valid_until"] >= on]

    annulled = SimpleNamespace(catalogue=library.catalogue, valid=valid)
    told = [finding.path for finding in check(company({}), annulled, ON) if finding.code == "45-dpf-gone"]
    assert told == ["recipients.google.safeguards", "recipients.mailer.safeguards"]


def test_who_is_not_on_the_list_hears_that_and_not_to_look() -> None:
    absent, unknown = (next(f for f in found({f"{MAILER}.dpf_certified": value}) if f.code == "45-dpf-certified") for value in ("no", "unknown"))
    assert "staat volgens u niet op de lijst" in absent.message and "keek niet na" not in absent.message
    assert "keek niet na" in unknown.message and "dataprivacyframework.gov" in unknown.remedy
