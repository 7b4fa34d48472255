"""What the catalogue says in words that a reader or a user sees."""

from collections.abc import Iterator
from typing import Any

import pytest

from policies.core.facts.choices import LAW_COUNTRY
from policies.core.library import load
from policies.core.lint import BARE
from policies.core.readers import readers
from policies.core.variants import for_country
from tests.core.test_catalogue import HISTORY, STIFF, TODAY, rows


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_every_group_that_is_offered_has_a_phrase_and_every_purpose_a_short_form(country: str) -> None:
    groups: set[str] = set()
    purposes: list[dict[str, Any]] = []
    for row in load().valid("activities", TODAY):
        here = for_country(row, country)
        groups |= {name.casefold() for name in here["facts"]["groups"]}
        purposes += [*here["facts"]["purposes"], *(purpose for extra in here["extras"] for purpose in extra["purposes"])]
    groups |= {name.casefold() for row in load().valid("sectors", TODAY) for name in row["groups"].values()}
    assert sorted(groups - readers(load(), TODAY).keys()) == []
    assert [purpose["name"] for purpose in purposes if not purpose.get("short")] == []
    for short in (purpose["short"] for purpose in purposes):
        assert len(short.split()) <= 4 and short.endswith("n") and len(short) <= 60, short
        assert not BARE.search(short) and short[0].islower(), short


def test_a_phrase_stands_in_both_forms_of_address() -> None:
    for row in rows("groups"):
        assert row["u"].startswith("u ") and row["je"] == "je " + row["u"].removeprefix("u "), row["id"]
        assert len(BARE.findall(row["u"])) == 1 and row["u"][-1] not in ".,", row["id"]
    assert len({row["name"].casefold() for row in rows("groups")}) == len(rows("groups"))


def test_measures_fit_the_list_of_the_statement() -> None:
    assert len(rows("security")) >= 25
    for row in rows("security"):
        assert row["measure"][0].islower() and row["measure"][-1] not in ".;," and len(row["measure"]) <= 200, row["id"]
        assert row["theme"] and row["proof"], row["id"]
    assert len({row["measure"] for row in rows("security")}) == len(rows("security"))


def _printed(stem: str) -> Iterator[tuple[str, str]]:
    """Every text of a row that can come into a statement; a hint or note is for the user, and speaks to him."""
    for row in rows(stem):
        for name, value in row.items():
            if name not in HISTORY | {"hint", "note", "data", "law", "ask", "help"}:
                yield from ((row["id"], text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [below for name, below in value.items() if name != "ask"]
    if isinstance(value, list):
        for below in value:
            yield from _texts(below)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("stem", ["activities", "arrangements", "categories", "cookies", "doings", "recipients", "retention", "rights", "sectors", "security", "watch"])
def test_what_is_printed_fits_both_forms_of_address_and_is_plain(stem: str) -> None:
    for row, text in _printed(stem):
        assert not BARE.search(text), (row, text)
        assert not STIFF.search(text), (row, text)
