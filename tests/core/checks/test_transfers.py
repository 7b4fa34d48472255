"""Outside the EEA (art. 13.1.f, 44–49): one row = one check."""

import json
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.document import plain
from policies.core.facts import Recipient
from policies.core.facts.plain_data import FactsError, read_yaml
from tests.core.checks.company import ON, Case, company, show

HOST, MAILER, GOOGLE = "recipients.host", "recipients.mailer", "recipients.google"
UK = {f"{HOST}.country": "GB", f"{HOST}.safeguards": ("adequacy",)}
CANADA = {f"{HOST}.country": "CA", f"{HOST}.safeguards": ("adequacy",)}
PATENTS = {f"{HOST}.country": "DE", f"{HOST}.transfer_countries": ("EP",), f"{HOST}.safeguards": ("adequacy",)}
INDIA = {f"{HOST}.country": "IN", f"{HOST}.safeguards": ("scc",), f"{HOST}.safeguard_copy": "vraag ons een kopie"}
ANYWHERE = {f"{HOST}.country": None, f"{HOST}.kind": "category", f"{HOST}.name": "hostingbedrijven"}

CASES = [
    Case(
        "13.1.f-places",
        "scope.processing_countries",
        {"scope.processing_countries": ()},
        {"scope.processing_countries": ("BE", "GB")},
    ),
    Case(
        "13.1.f-country",
        f"{HOST}.country",
        {f"{HOST}.country": None},
        {f"{HOST}.country": None, f"{HOST}.kind": "category"},
    ),
    # of a kind of companies it is asked too, where they work for us; a bank or an authority is there for its own country
    Case("13.1.f-kind-country", f"{HOST}.country", ANYWHERE, {f"{HOST}.kind": "category"}),
    Case(
        "13.1.f-kind-country",
        f"{HOST}.country",
        ANYWHERE,
        {**ANYWHERE, f"{HOST}.role": "controller", f"{HOST}.name": "banken"},
    ),
    Case(
        "13.1.f-safeguard",
        f"{MAILER}.safeguards",
        {f"{MAILER}.safeguards": ()},
        {f"{MAILER}.safeguards": (), f"{MAILER}.country": "LI"},
    ),
    Case(
        "13.1.f-safeguard",
        f"{HOST}.safeguards",
        {f"{HOST}.transfer_countries": ("GB",)},
        {f"{HOST}.transfer_countries": ("GB",), f"{HOST}.safeguards": ("adequacy",)},
    ),
    Case(
        "13.1.f-uncovered",
        f"{GOOGLE}.safeguards",
        {f"{GOOGLE}.transfer_countries": ("US", "IN"), f"{GOOGLE}.safeguards": ("dpf",)},
        {f"{GOOGLE}.transfer_countries": ("US", "GB"), f"{GOOGLE}.safeguards": ("dpf", "adequacy")},
    ),
    Case("13.1.f-no-country", f"{GOOGLE}.transfer_countries", {f"{GOOGLE}.transfer_countries": ()}, {}),
    Case(
        "13.1.f-tool",
        f"{GOOGLE}.transfer_countries",
        {f"{GOOGLE}.transfer_countries": (), f"{GOOGLE}.safeguards": ()},
        {},
    ),
    # known by its name, by the company behind it, or by its origin; and not once the user looked
    Case(
        "13.1.f-tool",
        f"{HOST}.transfer_countries",
        {f"{HOST}.name": "WhatsApp"},
        {f"{HOST}.name": "WhatsApp", f"{HOST}.checked_on": "2026-11-01"},
    ),
    Case(
        "13.1.f-tool",
        f"{HOST}.transfer_countries",
        {f"{HOST}.name": "mailboxen", f"{HOST}.entity": "Google Cloud EMEA Limited"},
        {f"{HOST}.name": "mailboxen"},
    ),
    Case("13.1.f-tool", f"{HOST}.transfer_countries", {f"{HOST}.catalogue_id": "zoom"}, {f"{HOST}.name": "Combell"}),
    Case("13.1.f-inside", f"{HOST}.transfer_countries", {f"{HOST}.transfer_countries": ("FR",)}, UK),
    Case(
        "13.1.f-copy",
        f"{MAILER}.safeguard_url",
        {f"{MAILER}.safeguard_url": None},
        {f"{MAILER}.safeguard_url": None, f"{MAILER}.safeguard_copy": "vraag ons een kopie"},
    ),
    Case(
        "13.1.f-copy",
        f"{MAILER}.safeguard_url",
        {f"{MAILER}.safeguard_url": None},
        {f"{MAILER}.safeguard_url": None, f"{MAILER}.safeguards": ("dpf",)},
    ),
    Case("45-dpf-country", f"{MAILER}.safeguards", {f"{MAILER}.country": "IN"}, {**INDIA}),
    Case("45-not-adequate", f"{HOST}.safeguards", {**INDIA, f"{HOST}.safeguards": ("adequacy", "scc")}, UK),
    Case("45-not-adequate", f"{MAILER}.safeguards", {f"{MAILER}.safeguards": ("adequacy",)}, {}),
    # the law by date: Brazil since 26 January 2026; the United Kingdom until 27 December 2031
    Case(
        "45-not-adequate",
        f"{HOST}.safeguards",
        {**UK, f"{HOST}.country": "BR"},
        {**UK, f"{HOST}.country": "BR"},
        on=date(2026, 1, 25),
        near_on=date(2026, 1, 26),
    ),
    Case("45-not-adequate", f"{HOST}.safeguards", UK, UK, on=date(2031, 12, 28), near_on=date(2031, 12, 27)),
    Case("45-partly-adequate", f"{HOST}.safeguards", CANADA, UK),
    # the European Patent Organisation is no country, and has a decision since 15 July 2025; Korea has one with limits
    Case("45-not-adequate", f"{HOST}.safeguards", PATENTS, PATENTS, on=date(2025, 7, 14), near_on=date(2025, 7, 15)),
    Case("13.1.f-uncovered", f"{HOST}.safeguards", {**PATENTS, f"{HOST}.transfer_countries": ("EP", "IN")}, PATENTS),
    Case("45-partly-adequate", f"{HOST}.safeguards", {**PATENTS, f"{HOST}.transfer_countries": ("KR",)}, PATENTS),
    Case(
        "49-occasional",
        f"{HOST}.safeguards",
        {**INDIA, f"{HOST}.safeguards": ("explicit_consent",)},
        {**INDIA, f"{HOST}.safeguards": ("explicit_consent", "scc")},
    ),
    Case(
        "45-dpf-gone",
        f"{MAILER}.safeguards",
        {f"{GOOGLE}.safeguards": ("scc",), f"{GOOGLE}.safeguard_copy": "vraag het"},
        {},
        on=date(2023, 7, 9),
    ),
]


@pytest.mark.parametrize(
    "typed", ["EP", "EPO", "de Europese Octrooiorganisatie", "Europees Octrooibureau", "European Patent Office"]
)
def test_the_patent_organisation_is_named_as_a_place_that_data_goes_to_and_nowhere_else(typed: str) -> None:
    def read(name: str, value: object) -> Recipient:
        return read_yaml(json.dumps({"schema": 1, "recipients": [{"key": "eob", name: value}]})).recipients[0]

    assert read("transfer_countries", [typed, "US"]).transfer_countries == ("EP", "US")
    with pytest.raises(FactsError, match="Octrooiorganisatie is geen land"):
        read("country", typed)


def test_the_statement_names_it_with_its_article() -> None:
    text = plain(assemble(company({**PATENTS, f"{HOST}.safeguard_copy": "Vraag ons meer uitleg."}), load(), ON))
    assert (
        "Europese Octrooiorganisatie" in text and "een adequaatheidsbesluit over de Europese Octrooiorganisatie" in text
    )


def test_the_decision_on_korea_says_what_it_leaves_out() -> None:
    told = next(
        finding
        for finding in check(company({**PATENTS, f"{HOST}.transfer_countries": ("KR",)}), load(), ON)
        if finding.code == "45-partly-adequate"
    )
    assert all(
        word in told.message for word in ("Zuid-Korea", "privacywet", "zendingswerk", "politieke partijen", "krediet")
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_one_date_in_the_catalogue_flags_everyone_who_leans_on_the_framework() -> None:
    library = load()

    def valid(stem: str, on: date) -> list[dict[str, Any]]:
        ended = [
            {**row, "valid_until": date(2026, 11, 1)} if row["id"] == "dpf" else row for row in library.valid(stem, on)
        ]
        return [row for row in ended if not row["valid_until"] or row["valid_until"] >= on]

    annulled = SimpleNamespace(catalogue=library.catalogue, valid=valid)
    told = [finding.path for finding in check(company({}), annulled, ON) if finding.code == "45-dpf-gone"]
    assert told == ["recipients.google.safeguards", "recipients.mailer.safeguards"]
