"""What is watched: every row says what holds, what would change, what we read last and when; and whom it concerns."""

import re
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from policies.core.catalogue.watch import DPF_ALONE, EVERYONE, FIELDS, STATES, watch
from policies.core.clauses.library import FOLDER, load

ON = date(2026, 11, 30)
ROWS = load().catalogue["watch"]
DAYS = {"gdpr-procedure": date(2027, 4, 2), "aml-2027": date(2027, 7, 10), "be-working-time": date(2027, 1, 1)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_says_what_holds_what_would_change_and_what_was_read_last(row: dict[str, Any]) -> None:
    assert row.keys() == {*FIELDS, "valid_from", "valid_until"}
    assert (
        row["state"] in STATES
        and row["url"].startswith("https://")
        and all(row[name] for name in ("name", "now", "change", "last"))
    )
    assert all(row[name].endswith(".") for name in ("now", "change")) and re.search(r"\b20\d\d\b", row["last"])
    known = {EVERYONE, DPF_ALONE, "BE", "NL", *(activity["id"] for activity in load().catalogue["activities"])}
    assert row["touches"] and set(row["touches"]) <= known


@pytest.mark.parametrize("row", [row for row in ROWS if row["confidence"] == "low"], ids=lambda row: row["id"])
def test_a_row_without_a_good_source_says_what_nobody_read(row: dict[str, Any]) -> None:
    assert re.search(r"(vonden|lazen) wij niet", row["last"])


def test_what_is_known_to_come_has_its_day_and_the_rest_has_none() -> None:
    assert {change.id: change.due for change in watch(load(), ON) if change.due} == DAYS
    assert {row["id"] for row in ROWS} >= {"nl-verzamelwet", "dpf-appeal", "dpf-oversight", "digital-omnibus", *DAYS}


def test_the_first_to_begin_comes_first_and_a_row_is_there_only_while_it_holds() -> None:
    days = [change.due or date.max for change in watch(load(), ON)]
    assert days == sorted(days)
    assert [change.id for change in watch(load(), date(2025, 1, 1))] == ["aml-2027", "nl-verzamelwet"]


def test_a_change_of_which_the_day_came_says_so() -> None:
    change = next(change for change in watch(load(), ON) if change.id == "gdpr-procedure")
    assert [change.came(on) for on in (date(2027, 4, 1), date(2027, 4, 2))] == [False, True]
    assert not any(change.came(date.max) for change in watch(load(), ON) if change.due is None)


def test_the_retention_of_anti_money_laundering_changes_on_the_day_that_is_watched() -> None:
    begins = {row["valid_from"] for row in load().catalogue["retention"] if row["id"] in {"RET-BE-10e", "RET-NL-10e"}}
    assert begins == {DAYS["aml-2027"]}


def test_nobody_watches_the_framework_once_it_is_gone() -> None:
    held = {row["valid_until"] for row in load().catalogue["law"] if row["id"] == "dpf"}
    watched = {row["valid_until"] for row in ROWS if DPF_ALONE in row["touches"]}
    assert watched == held == {None}


def test_an_empty_list_watches_nothing() -> None:
    assert watch(SimpleNamespace(valid=lambda stem, on: []), ON) == ()


def test_the_paper_lists_what_is_watched() -> None:
    paper = (FOLDER / "README.md").read_text("utf-8").partition("## Wat kan veranderen")[2]
    told = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", paper, re.M)[1:]
    listed = [
        (change.name, change.due.isoformat() if change.due else "niet bekend", change.checked_on.isoformat())
        for change in watch(load(), ON)
    ]
    assert [row for row in told if not row[0].startswith("---")] == listed
