"""The law as data: every row says since when, from where and how sure; on any day one rule holds."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.values import country_names
from policies.core.library import load

LAW = ("adequacy", "authorities", "child_age", "eea", "law", "outdated", "retention", "roles")
DAYS = [date(2023, 6, 1), date(2025, 12, 30), date(2026, 6, 30), date(2026, 7, 1), date(2026, 11, 22), date(2027, 7, 10), date(2032, 1, 1)]


def rows(stem: str) -> list[dict[str, Any]]:
    return load().catalogue[stem]


@pytest.mark.parametrize("stem", LAW)
def test_every_row_has_a_history_a_source_and_a_confidence(stem: str) -> None:
    for row in rows(stem):
        assert row["valid_from"] <= (row["valid_until"] or date.max), row["id"]
        assert row["source"] and row["checked_on"] <= date(2026, 11, 22) and row["confidence"] in {"high", "medium", "low"}, row["id"]


@pytest.mark.parametrize("stem", LAW)
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_on_any_day_one_row_holds(stem: str, on: date) -> None:
    held = Counter((row["id"], row.get("country")) for row in load().valid(stem, on))
    assert set(held.values()) <= {1}


def test_countries_are_real() -> None:
    named = {row["code"] for stem in ("eea", "adequacy") for row in rows(stem)}
    assert named <= set(country_names()) and len(rows("eea")) == 30
    assert not {row["code"] for row in rows("eea")} & {row["code"] for row in rows("adequacy")}
    assert {row["country"] for stem in LAW for row in rows(stem) if row.get("country")} <= {*LAW_COUNTRY, "US"}


def test_authorities_are_printed_so_nothing_unsure_stands_there() -> None:
    fields = {"id", "country", "name", "street", "post", "postal", "phone", "email", "web", "complaint_url"}
    for row in rows("authorities"):
        assert row.keys() == fields | {"valid_from", "valid_until", "source", "checked_on", "confidence"}
        assert row["confidence"] != "low" and row["name"] and row["web"].startswith("https://")
    vtc = next(row for row in rows("authorities") if row["id"] == "VTC")
    assert vtc["street"] is vtc["post"] is vtc["postal"] is None


def test_periods_can_be_compared_and_picked() -> None:
    for row in rows("retention"):
        assert row["kind"] in {"minimum", "maximum", "exact", "choice"} and row["number"] > 0 and row["unit"] in {"day", "week", "month", "year"}
        assert row["start_event"].split()[0] in {"na", "vanaf"} and row["reason"].startswith("om ")
        assert row["law"] or row["kind"] in {"choice", "maximum"}, row["id"]


def test_belgian_invoices_are_kept_seven_years_again() -> None:
    def years(on: date) -> list[int]:
        return [row["number"] for row in load().valid("retention", on) if row["country"] == "BE" and "invoices" in row["categories"]]

    assert years(date(2025, 12, 29)) == [10]
    assert years(date(2025, 12, 30)) == [7]
