"""The list of the Data Privacy Framework (art. 45): one row = one check; who answers, until when, and never one question for each service."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from policies.core.catalogue.pick import add_recipient, pick_recipient
from policies.core.checks import check
from policies.core.checks.dpf import certifications
from policies.core.checks.finding import Finding
from policies.core.checks.review import Review
from policies.core.clauses.library import load
from policies.core.facts import Facts
from tests.core.checks.company import ON, Case, company, found, show

HOST, MAILER, GOOGLE = "recipients.host", "recipients.mailer", "recipients.google"
LOOKED = f"{MAILER}.dpf_checked_on"
OPEN = {f"{MAILER}.dpf_certified": "unknown"}
ONLY_CLAUSES = {f"{MAILER}.safeguards": ("scc",)}
YOUTUBE = {
    f"{HOST}.name": "YouTube",
    f"{HOST}.entity": "Google Ireland Limited",
    f"{HOST}.country": "US",
    f"{HOST}.safeguards": ("dpf",),
}
CODES = ("45-dpf-certified", "45-dpf-stale", "45-dpf-over", "45-dpf-look", "45-dpf-alone")

CASES = [
    Case("45-dpf-certified", f"{MAILER}.dpf_certified", OPEN, {**OPEN, **ONLY_CLAUSES}),
    Case(
        "45-dpf-certified",
        f"{MAILER}.dpf_certified",
        {f"{MAILER}.dpf_certified": None},
        {f"{MAILER}.dpf_certified": "yes"},
    ),
    Case(
        "45-dpf-certified",
        f"{MAILER}.dpf_certified",
        {f"{MAILER}.dpf_certified": "no"},
        {f"{MAILER}.dpf_certified": "no", **ONLY_CLAUSES},
    ),
    # one service of a company answers for the others; of another company it does not, nor of one that the catalogue does not know
    Case(
        "45-dpf-certified",
        f"{HOST}.dpf_certified",
        {**YOUTUBE, f"{GOOGLE}.dpf_certified": "no", f"{GOOGLE}.safeguards": ("scc",)},
        YOUTUBE,
    ),
    Case(
        "45-dpf-certified",
        f"{HOST}.dpf_certified",
        {**YOUTUBE, f"{HOST}.name": "Stripe", f"{HOST}.entity": None},
        YOUTUBE,
    ),
    Case(
        "45-dpf-certified",
        f"{HOST}.dpf_certified",
        {**YOUTUBE, f"{HOST}.name": "Wolkje", f"{HOST}.entity": "Wolkje, Inc."},
        YOUTUBE,
    ),
    # a year to the day, and without a day nobody knows how long ago
    Case("45-dpf-stale", LOOKED, {LOOKED: "2025-11-21"}, {LOOKED: "2025-11-22"}),
    Case("45-dpf-stale", LOOKED, {f"{MAILER}.checked_on": "2025-11-01"}, {f"{MAILER}.checked_on": None}),
    Case("45-dpf-stale", LOOKED, {LOOKED: "2025-11-01"}, {LOOKED: "2025-11-01", **ONLY_CLAUSES}),
    Case(
        "45-dpf-stale", LOOKED, {LOOKED: "2025-11-01"}, {LOOKED: "2026-11-01", f"{MAILER}.checked_on": "2025-11-01"}
    ),  # his look at the list goes before
    Case("45-dpf-stale", LOOKED, {}, {}, on=date(2027, 11, 17), near_on=date(2027, 11, 16)),
    Case(
        "45-dpf-look",
        f"{MAILER}.dpf_certified",
        {**OPEN, **ONLY_CLAUSES},
        {f"{MAILER}.dpf_certified": "no", **ONLY_CLAUSES},
    ),
    Case(
        "45-dpf-look",
        f"{MAILER}.dpf_certified",
        {**OPEN, **ONLY_CLAUSES},
        {f"{MAILER}.dpf_certified": None, **ONLY_CLAUSES},
    ),
    Case("45-dpf-alone", f"{GOOGLE}.safeguards", {f"{GOOGLE}.safeguards": ("dpf",)}, {}),
    Case(
        "45-dpf-alone",
        f"{GOOGLE}.safeguards",
        {f"{GOOGLE}.safeguards": ("dpf",)},
        {f"{GOOGLE}.safeguards": ("dpf", "bcr")},
    ),
]
ROWS = [("45-dpf-over",)]  # shown below: nothing in the catalogue was read on the list yet


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


# --- what the catalogue read -------------------------------------------------------------------------------------


def with_listing(
    state: str, until: date = date(2027, 11, 20), entity: str = "Intuit", wanted: str = "mailchimp"
) -> Any:
    """The library, where this is what was read of one service."""
    library = load()
    listing = {
        "state": state,
        "entity": entity,
        "source": "https://lijst.example",
        "dated": None,
        "read_on": date(2026, 11, 20),
        "valid_until": until,
        "clauses": None,
        "note": "x",
    }

    def valid(stem: str, on: date) -> list[dict[str, Any]]:
        rows = library.valid(stem, on)
        return (
            [{**row, "dpf": listing} if row["id"] == wanted else row for row in rows] if stem == "recipients" else rows
        )

    return SimpleNamespace(catalogue=library.catalogue, valid=valid)


def told(changes: dict[str, Any] | Facts, library: Any, on: date = ON) -> list[Finding]:
    facts = company(changes) if isinstance(changes, dict) else changes
    return [finding for finding in check(facts, library, on) if finding.code in CODES]


# what the catalogue says, until when, what the user says, and what is found on ON
ANSWERS = [
    ("read", date(2027, 11, 20), {}, None),
    ("read", ON, OPEN, None),  # the last day
    (
        "read",
        ON,
        {f"{MAILER}.dpf_certified": "yes", f"{MAILER}.checked_on": "2024-01-01"},
        None,
    ),  # what was read answers for who looked long ago
    ("read", ON, {f"{MAILER}.dpf_certified": "no"}, "45-dpf-certified"),  # his own no goes before
    ("read", date(2026, 11, 21), OPEN, "45-dpf-over"),
    ("read", date(2026, 11, 21), {f"{MAILER}.dpf_certified": None}, "45-dpf-over"),
    ("read", date(2026, 11, 21), {f"{MAILER}.dpf_certified": "yes"}, None),  # he looked himself
    (
        "read",
        date(2026, 11, 21),
        {f"{MAILER}.dpf_certified": "yes", f"{MAILER}.checked_on": "2024-01-01"},
        "45-dpf-stale",
    ),
    ("claimed", date(2027, 11, 20), OPEN, "45-dpf-certified"),
    ("claimed", date(2027, 11, 20), {f"{MAILER}.dpf_certified": "yes"}, None),
    ("memory", date(2027, 11, 20), OPEN, "45-dpf-certified"),
]


@pytest.mark.parametrize(("state", "until", "changes", "code"), ANSWERS)
def test_only_what_was_read_on_the_list_answers_and_only_while_it_holds(
    state: str, until: date, changes: dict[str, Any], code: str | None
) -> None:
    findings = told(changes, with_listing(state, until))
    assert [(finding.code, finding.severity) for finding in findings] == ([(code, "error")] if code else [])
    assert all(
        "https://www.dataprivacyframework.gov/list" in finding.remedy
        for finding in findings
        if "no" not in changes.values()
    )


def test_what_lapses_blocks_on_the_day_and_says_how_to_mend_it() -> None:
    library = with_listing("read", date(2027, 3, 1))
    assert not told(OPEN, library, date(2027, 3, 1))
    (over,) = told(OPEN, library, date(2027, 3, 2))
    assert (
        over.blocks
        and over.path == f"{MAILER}.dpf_certified"
        and "“Mailchimp” (Intuit)" in over.message
        and "geldt niet meer" in over.message
    )
    assert (
        not told({**OPEN, **ONLY_CLAUSES}, library, date(2027, 3, 2))
        or told({**OPEN, **ONLY_CLAUSES}, library, date(2027, 3, 2))[0].severity == "info"
    )


def test_where_the_decision_is_gone_nothing_is_asked_about_the_list() -> None:
    library = load()

    def valid(stem: str, on: date) -> list[dict[str, Any]]:
        return [row for row in library.valid(stem, on) if row["id"] != "dpf"]

    gone = SimpleNamespace(catalogue=library.catalogue, valid=valid)
    assert not told({**OPEN, **YOUTUBE}, gone) and [
        finding.path for finding in check(company(OPEN), gone, ON) if finding.code == "45-dpf-gone"
    ]


# --- one question ------------------------------------------------------------------------------------------------


def _american() -> Iterator[str]:
    return (row["id"] for row in load().valid("recipients", ON) if row["dpf"] and row["dpf"]["state"] != "absent")


def with_all(**changes: Any) -> Facts:
    """A company with every American service of the catalogue, as picked but for these changes."""
    facts = company({"recipients": ()})
    for wanted in _american():
        facts = add_recipient(
            facts, dataclasses.replace(pick_recipient(load(), wanted, "BE", ON), **changes), ["vragen"]
        )
    return facts


def test_every_american_service_at_once_is_one_question_and_one_that_may_wait() -> None:
    look, certified = told(with_all(), load())
    assert (look.code, look.severity, certified.code, certified.severity) == (
        "45-dpf-look",
        "info",
        "45-dpf-certified",
        "error",
    )
    assert (
        "“Google Fonts”, “YouTube” en “Google Maps” (Google LLC)" in certified.message
        and "Stripe" not in certified.message
    )
    assert (
        "“Microsoft 365” en “Microsoft Clarity” (Microsoft Corporation)" in look.message
        and "“Mailchimp” (Intuit)" in look.message
    )
    assert [finding.code for finding in told(with_all(dpf_certified="unknown", safeguards=("dpf", "scc")), load())] == [
        "45-dpf-certified"
    ]
    old = with_all(dpf_certified="yes", safeguards=("dpf", "scc"), checked_on="2025-01-01")
    assert [finding.code for finding in told(old, load())] == ["45-dpf-stale"]


def test_the_answer_at_one_service_settles_the_other_services_of_that_company() -> None:
    facts = with_all()
    first = told(facts, load())[1].path.split(".")[1]
    rows = tuple(
        dataclasses.replace(row, dpf_certified="yes", checked_on="2026-11-20") if row.key == first else row
        for row in facts.recipients
    )
    alone, look = told(dataclasses.replace(facts, recipients=rows), load())
    assert (alone.code, alone.severity, look.code) == ("45-dpf-alone", "info", "45-dpf-look")
    assert "Google" not in look.message and "“Google Fonts”, “YouTube” en “Google Maps” (Google LLC)" in alone.message


def test_of_two_looks_at_one_company_the_last_counts() -> None:
    changes = {**YOUTUBE, f"{HOST}.dpf_certified": "yes", f"{HOST}.checked_on": "2024-01-01"}
    assert "45-dpf-stale" not in {finding.code for finding in told(changes, load())}
    both = {**changes, f"{GOOGLE}.checked_on": "2024-02-01"}
    assert [finding.path for finding in told(both, load()) if finding.code == "45-dpf-stale"] == [
        f"{HOST}.dpf_checked_on"
    ]


def test_who_is_not_on_the_list_hears_that_and_not_to_look() -> None:
    absent, unknown = (
        next(f for f in found({f"{MAILER}.dpf_certified": value}) if f.code == "45-dpf-certified")
        for value in ("no", "unknown")
    )
    assert "staat volgens u niet op de lijst" in absent.message and "keek niet na" not in absent.message
    assert "keek niet na" in unknown.message and "dataprivacyframework.gov" in unknown.remedy


def test_words_of_a_user_are_only_words() -> None:
    changes = {**YOUTUBE, f"{HOST}.name": "{wolk} {0} %s", f"{HOST}.entity": None}
    assert any(
        "“{wolk} {0} %s”" in finding.message for finding in told(changes, load()) if finding.code == "45-dpf-certified"
    )
    nameless = {**YOUTUBE, f"{HOST}.name": None, f"{HOST}.entity": None}
    assert any(
        "nog zonder naam" in finding.message for finding in told(nameless, load()) if finding.code == "45-dpf-certified"
    )


def test_who_does_not_rest_on_the_framework_is_not_looked_up() -> None:
    facts = company({f"{MAILER}.safeguards": ("scc",), f"{MAILER}.dpf_certified": None})
    assert set(certifications(Review(facts, load(), ON))) == {"google"}
