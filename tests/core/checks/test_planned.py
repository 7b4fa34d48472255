"""Plans with a day (art. 5.1.a, 13.1.e): one row = one check; and what a plan without a day leaves out everywhere."""

import dataclasses
from datetime import date

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.document import plain
from policies.core.facts.plain_data import to_data
from policies.core.facts.planned import without_undated
from policies.core.versions.major_change import reasons
from tests.core.checks.company import ON, Case, company, show

HOST, COOKIE = "recipients.host", "cookies.placed.meting"

CASES = [
    Case(
        "5.1.a-plan-past",
        f"{HOST}.planned_from",
        {f"{HOST}.planned_from": "2026-11-22"},
        {f"{HOST}.planned_from": "2026-11-23"},
    ),
    Case(
        "5.1.a-plan-past",
        f"{COOKIE}.planned_from",
        {f"{COOKIE}.planned_from": "2026-01-01"},
        {f"{COOKIE}.planned": True},
    ),
    Case(
        "5.1.a-plan-past",
        f"{HOST}.planned_from",
        {f"{HOST}.planned_from": "2026-11-23"},
        {f"{HOST}.planned_from": "2026-11-23"},
        on=date(2026, 11, 23),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_row(case: Case) -> None:
    show(case)


def test_a_plan_without_a_day_is_told_nowhere() -> None:
    planned = company({"recipients.mailer.planned": True, f"{COOKIE}.planned": True})
    text = plain(assemble(planned, load(), ON))
    assert "Mailchimp" not in text and "_ga" not in text and "Mailchimp" in plain(assemble(company({}), load(), ON))
    assert "mailer" not in str(to_data(planned, internal=False)) and "mailer" in str(to_data(planned))
    assert not any("mailer" in finding.path for finding in check(dataclasses.replace(planned), load(), ON))


def test_a_plan_with_a_day_is_told_with_it() -> None:
    text = plain(
        assemble(
            company({"recipients.mailer.planned_from": "2027-03-01", f"{COOKIE}.planned_from": "2027-03-01"}),
            load(),
            ON,
        )
    )
    assert text.count("vanaf 1 maart 2027") >= 2


def test_references_to_a_plan_without_a_day_are_open() -> None:
    undated = without_undated(company({f"{HOST}.planned": True, "ai_systems": ()}))
    assert undated.find("recipients", "host") is None and undated.find("recipients", "mailer") is not None


def test_a_plan_that_gets_its_day_is_a_new_recipient() -> None:
    before = company({f"{HOST}.planned": True})
    assert [
        reason.path
        for reason in reasons(before, company({f"{HOST}.planned": True, f"{HOST}.planned_from": "2027-03-01"}))
    ] == [HOST]
    assert reasons(before, before) == [] and reasons(company({}), before) == []
