"""What the catalogue says in words that a reader or a user sees."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from policies.core.catalogue.readers import readers
from policies.core.catalogue.variants import for_country
from policies.core.clauses.library import FOLDER, load
from policies.core.clauses.lint import BARE
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.language.address import JE, U
from tests.core.catalogue.test_pick import HISTORY, PICKED, STIFF, TODAY, rows

# The reader as somebody else: “wie weigert, ziet …”, “tot iemand zich uitschrijft”, “de klant kiest zelf”. “weten wie binnen is” asks who.
ABOUT_HIM = re.compile(
    r"\b(?:iemands?|men|de klant|een klant|een gebruiker|de bezoeker)\b|^wie\b|[.:;] wie\b", re.IGNORECASE
)


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_every_group_that_is_offered_has_a_phrase_and_every_purpose_a_short_form(country: str) -> None:
    groups: set[str] = set()
    purposes: list[dict[str, Any]] = []
    for row in load().valid("activities", TODAY):
        here = for_country(row, country)
        groups |= {name.casefold() for name in here["facts"]["groups"]}
        purposes += [
            *here["facts"]["purposes"],
            *(purpose for extra in here["extras"] for purpose in extra["purposes"]),
        ]
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
            if name not in HISTORY | {"hint", "note", "data", "dpf", "law", "ask", "help"}:
                yield from ((row["id"], text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [below for name, below in value.items() if name not in {"ask", "dpf"}]
    if isinstance(value, list):
        for below in value:
            yield from _texts(below)
    elif isinstance(value, str):
        yield value


PRINTED = [
    "activities",
    "arrangements",
    "categories",
    "cookies",
    "doings",
    "recipients",
    "retention",
    "rights",
    "sectors",
    "security",
    "watch",
]


@pytest.mark.parametrize("stem", PRINTED)
def test_what_is_printed_speaks_in_one_form_of_address_and_is_plain(stem: str) -> None:
    """A text says u and has its other form beside it, or says neither."""
    forms = load().both_forms
    for row, text in _printed(stem):
        said = {"u" for _ in U.finditer(text)} | {"je" for _ in JE.finditer(text)}
        assert len(said) <= 1 and all(text in forms["je" if form == "u" else "u"] for form in said), (row, text)
        assert bool(BARE.search(text)) == bool(said), (row, text)
        assert not STIFF.search(text), (row, text)


@pytest.mark.parametrize("stem", [stem for stem in PRINTED if stem not in {"rights", "watch"}])
def test_what_is_printed_speaks_to_the_reader_and_not_about_him(stem: str) -> None:
    assert [(row, text) for row, text in _printed(stem) if ABOUT_HIM.search(text)] == []


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_a_kind_that_stands_beside_its_items_is_not_repeated_by_them(country: str) -> None:
    """“Camerabeelden (zonder geluid): beelden” says the kind twice. Its name stands there where it is explained or the law protects it more."""
    for row in (for_country(row, country, "u") for row in load().valid("categories", TODAY)):
        if row["description"] or row["special"] or row["criminal"] or row["national_number"]:
            kind = {word for part in (row["name"], row["description"] or "") for word in _stems(part)}
            for item in row["items"]:
                assert not all(any(said in word for word in kind) for said in _stems(item)), (row["id"], item)


def _stems(text: str) -> list[str]:
    return [re.sub(r"(?:en|'?s)$", "", word) for word in re.findall(r"[\w'-]{4,}", text.lower())] or [text.lower()]


def test_a_purpose_names_the_people_that_it_means() -> None:
    for row in load().valid("activities", TODAY):
        facts = for_country(row, "BE", "u")
        for purpose in (
            *facts["facts"]["purposes"],
            *(purpose for extra in facts["extras"] for purpose in extra["purposes"]),
        ):
            assert not re.search(r"\b(?:hun|hen|diens)\b", purpose["name"]), (row["id"], purpose["name"])


def test_a_story_and_a_consequence_are_short() -> None:
    for country in LAW_COUNTRY:
        for row in load().valid("activities", TODAY):
            facts = for_country(row, country)["facts"]
            assert len(facts["story"].split()) <= 25 and len(re.split(r"(?<=[.?!]) ", facts["story"])) <= 3, row["id"]
            for said in (
                facts.get("consequence"),
                facts.get("control"),
                *(use.get("consequence") for use in facts["uses"]),
            ):
                assert not said or len(said.split()) <= 16, (row["id"], said)


@pytest.mark.parametrize("stem", PICKED)
def test_a_text_between_braces_reads_the_same_without_libyaml(stem: str) -> None:
    """A question mark without quotes around the text ends it there."""
    assert yaml.safe_load((FOLDER / f"catalogue/{stem}.yaml").read_text("utf-8")) == rows(stem)
