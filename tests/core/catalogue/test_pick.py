"""The law, and what there is to pick, as data: every row says since when, from where and how sure; on any day one row holds."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest

from policies.core.catalogue.pick import NotInCatalogue, right, row_of
from policies.core.catalogue.variants import for_country
from policies.core.clauses.library import FOLDER, load
from policies.core.facts import Activity, choices, specs_of
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.periods import moved
from policies.core.facts.values import country_names
from tests import golden

PICKED = (
    "activities",
    "arrangements",
    "categories",
    "cookies",
    "doings",
    "groups",
    "recipients",
    "rights",
    "sectors",
    "security",
)
LAW = ("adequacy", "authorities", "child_age", "eea", "law", "outdated", "retention", "roles", "watch", *PICKED)
TODAY = date(2026, 11, 22)
HISTORY = set("id valid_from valid_until source checked_on confidence".split())
SHAPES = {
    "activities": "facts recipients cookies extras ai_systems hint",
    "arrangements": "name words measures arrangement contact_point url",
    "categories": "name description special criminal national_number items",
    "cookies": "name provider kind purpose lifetime access consent",
    "doings": "ask help icon theme sizes activities recipients cookies security services answers",
    "groups": "name u je",
    "recipients": "kind name entity country parent_country roles other_roles task data transfer_countries safeguards dpf safeguard_url safeguard_copy privacy_url"
    " cookies note",
    "rights": "name consent contract legal_obligation vital_interest public_task legitimate_interest",
    "sectors": "name examples icon services processor doings recipients security groups extras minors asks_dpo",
    "security": "theme measure proof article",
}
STIFF = re.compile(r"\b(middels|teneinde|conform|indien|eventueel|mogelijk|en/of)\b", re.IGNORECASE)
DAYS = [
    date(2023, 6, 1),
    date(2025, 12, 30),
    date(2026, 6, 30),
    date(2026, 7, 1),
    date(2026, 11, 22),
    date(2027, 7, 10),
    date(2032, 1, 1),
]


def rows(stem: str) -> list[dict[str, Any]]:
    return load().catalogue[stem]


@pytest.mark.parametrize("stem", LAW)
def test_every_row_has_a_history_a_source_and_a_confidence(stem: str) -> None:
    for row in rows(stem):
        assert row["valid_from"] <= (row["valid_until"] or date.max), row["id"]
        assert (
            row["source"] and row["checked_on"] <= date(2026, 11, 30) and row["confidence"] in {"high", "medium", "low"}
        ), row["id"]


@pytest.mark.parametrize("stem", LAW)
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_on_any_day_one_row_holds(stem: str, on: date) -> None:
    held = Counter((row["id"], str(row.get("country"))) for row in load().valid(stem, on))
    assert set(held.values()) <= {1}


def test_countries_are_real() -> None:
    named = {row["code"] for stem in ("eea", "adequacy") for row in rows(stem)}
    assert named <= set(country_names()) and len(rows("eea")) == 30
    assert not {row["code"] for row in rows("eea")} & {row["code"] for row in rows("adequacy")}
    assert {
        row["country"] for stem in set(LAW) - {*PICKED, "authorities"} for row in rows(stem) if row.get("country")
    } <= {*LAW_COUNTRY, "US"}
    assert {row["country"] for row in rows("authorities")} == {row["code"] for row in rows("eea")}


def test_authorities_are_printed_so_nothing_unsure_stands_there() -> None:
    fields = {"id", "country", "name", "street", "post", "postal", "phone", "email", "web", "complaint_url"}
    for row in rows("authorities"):
        assert row.keys() == fields | {"valid_from", "valid_until", "source", "checked_on", "confidence"}
        assert row["confidence"] != "low" and row["name"] and row["web"].startswith("https://")
    vtc = next(row for row in rows("authorities") if row["id"] == "VTC")
    assert vtc["street"] is vtc["post"] is vtc["postal"] is None


def test_periods_can_be_compared_and_picked() -> None:
    """A law gives a number; a choice gives a number, a criterion, says what the user looks up, or says that nothing is kept."""
    for row in (for_country(row, row["country"] or "BE") for row in rows("retention")):
        if row.get("nothing_kept"):
            assert (
                row["kind"] == "choice"
                and row["number"] is row["criterion"] is row["reason"] is row["afterwards"] is None
            ), row["id"]
            continue
        choice = row["kind"] == "choice"
        assert row["kind"] in {"minimum", "maximum", "exact", "choice"} and row["reason"].startswith("om "), row["id"]
        assert row["law"] or row["kind"] in {"choice", "maximum"}, row["id"]
        if row["number"]:
            assert (
                row["number"] > 0 and row["unit"] in choices.UNIT and row["start_event"].split()[0] in {"na", "vanaf"}
            ), row["id"]
        else:
            assert choice and row["unit"] is row["start_event"] is None, row["id"]
            assert bool(row.get("ask")) != (row.get("criterion", "").split(" ")[0] in {"tot", "zolang"}), row["id"]


def test_only_a_period_of_ones_own_choice_speaks_to_the_reader() -> None:
    """A check holds what a user wrote beside the words of a law, so these stand there once."""
    assert [
        row["id"]
        for row in rows("retention")
        if row["kind"] != "choice" and for_country(row, "BE", "u") != for_country(row, "BE", "je")
    ] == []


def test_belgian_invoices_are_kept_seven_years_again() -> None:
    def years(on: date) -> list[int]:
        return [
            row["number"]
            for row in load().valid("retention", on)
            if row["country"] == "BE" and "invoices" in row["categories"]
        ]

    assert years(date(2025, 12, 29)) == [10]
    assert years(date(2025, 12, 30)) == [7]


def test_every_statutory_period_and_every_choice_of_the_two_countries_is_there() -> None:
    ids = {row["id"] for row in rows("retention")}
    assert {
        f"RET-BE-{number}" for number in "01 01h 01b 02 02b 02c 03 03b 03c 04 05 06 07 08 09 10 11 12 13 14".split()
    } <= ids
    assert {f"RET-NL-{number}" for number in "01 02 02b 02c 03 03b 03c 03d 04 05 06 08 09 10 11 12".split()} <= ids


# --- what there is to pick ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("stem", PICKED)
def test_every_row_has_the_same_fields(stem: str) -> None:
    """Also where a comma without quotes cut a sentence in two: that makes a field of its own."""
    for row in rows(stem):
        assert row.keys() == {*SHAPES[stem].split(), *HISTORY}, row["id"]


def test_all_activities_and_all_recipients_are_there() -> None:
    offered = load().valid("activities", TODAY)
    assert [row["id"] for row in offered] == [f"ACT-{number:02d}" for number in (*range(1, 54), 60, 61, 62)]
    named = [row for row in load().valid("recipients", TODAY) if row["kind"] == "named"]
    assert len(named) == 53
    assert not {"woocommerce", "wordpress"} & {row["id"] for row in named}, "software is no recipient"


def _named(value: Any, name: str) -> Iterator[Any]:
    """Every value below that name, however deep."""
    if isinstance(value, dict):
        for key, below in value.items():
            if key == name:
                yield below
            yield from _named(below, name)
    elif isinstance(value, list):
        for below in value:
            yield from _named(below, name)


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_every_id_that_a_row_names_exists_as_long_as_the_row_does(country: str) -> None:
    library = load()
    for row in rows("activities"):
        here = for_country(row, country)
        periods = list(_named(here, "retention"))
        for on in (row["valid_from"], row["valid_until"] or max(row["valid_from"], TODAY)):
            assert {row_of(library, "retention", wanted, on)["country"] for wanted in periods} <= {None, country}, row[
                "id"
            ]
            for stem, ids in {"cookies": here["cookies"], "categories": list(_named(here, "category"))}.items():
                assert all(row_of(library, stem, wanted, on) for wanted in ids), (row["id"], stem)
        assert here["recipients"] and all(
            row_of(library, "recipients", wanted, TODAY) for wanted in here["recipients"]
        ), row["id"]
    for row in rows("recipients"):
        assert {row_of(library, "cookies", wanted, TODAY)["id"] for wanted in row["cookies"]} == set(row["cookies"])


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_every_item_is_one_of_its_kind_of_data(country: str) -> None:
    for row in rows("activities"):
        here = for_country(row, country)
        assert set(here["facts"]) <= set(specs_of(Activity)), row["id"]
        for use in [*here["facts"]["uses"], *(use for extra in here["extras"] for use in extra["uses"])]:
            known = for_country(row_of(load(), "categories", use["category"], TODAY)["items"], country)
            assert {item["name"] for item in use["items"]} <= set(known), (row["id"], use["category"])


def test_codes_are_choices() -> None:
    for row in rows("recipients"):
        assert (
            row["roles"] and set(row["roles"]) <= set(choices.ROLE) and set(row["safeguards"]) <= set(choices.SAFEGUARD)
        ), row["id"]
        assert bool(row["country"]) == (row["kind"] == "named"), row["id"]
        assert bool(row["safeguards"]) == bool(row["transfer_countries"]), row["id"]
        codes = {
            code
            for value in (row["country"], row["parent_country"])
            for code in (value.values() if isinstance(value, dict) else [value])
            if code
        }
        assert {*codes, *row["transfer_countries"]} <= set(country_names()), row["id"]
        assert row["entity"] or row["kind"] == "category" or row["confidence"] == "low", row["id"]
    for name, codes in {
        "legal_basis": choices.LEGAL_BASIS,
        "marketing_rule": choices.MARKETING_RULE,
        "special_ground": choices.SPECIAL_GROUND,
        "required": choices.REQUIRED,
        "source": choices.SOURCE,
    }.items():
        for country in LAW_COUNTRY:
            found = {
                code
                for row in rows("activities")
                for code in _named(for_country([row["facts"], row["extras"]], country), name)
            }
            assert found <= set(codes) and found, name
    assert {row["special"] for row in rows("categories")} <= {None, *choices.SPECIAL_KIND}
    assert {row["kind"] for row in rows("cookies")} <= set(choices.COOKIE_KIND)


def test_every_american_row_says_what_was_read_of_the_list() -> None:
    """State, name on the list, page, day, and until when: what was not read says so, and nothing that a company says of itself counts as read (art. 45)."""
    found = Counter(row["dpf"]["state"] for row in rows("recipients") if row["dpf"])
    assert found == {"claimed": 21, "memory": 3, "absent": 2}, (
        "what is read on the list itself answers for every user: count it here on purpose"
    )
    for row in rows("recipients"):
        known = row["dpf"]
        assert (known is not None and known["state"] != "absent") == ("dpf" in row["safeguards"]), row["id"]
        if known is None:
            continue
        assert list(known) == "state entity source dated read_on valid_until clauses note".split() and known[
            "note"
        ].endswith("."), row["id"]
        assert "US" in row["transfer_countries"] and row["kind"] == "named", row["id"]
        assert bool(known["source"]) == bool(known["read_on"]) == (known["state"] != "memory"), row["id"]
        assert bool(known["entity"]) == (known["state"] != "absent"), row["id"]
        assert bool(known["valid_until"]) == (known["state"] in {"read", "claimed"}), row["id"]
        if known["valid_until"]:
            assert known["valid_until"] <= moved(known["dated"] or known["read_on"], 1, "year"), row["id"]
        if known["state"] == "read":
            assert urlsplit(known["source"]).hostname == "www.dataprivacyframework.gov", row["id"]
        assert all(urlsplit(known[name]).scheme == "https" for name in ("source", "clauses") if known[name]), row["id"]


def test_the_clauses_stand_beside_the_framework_where_the_company_names_them() -> None:
    for row in rows("recipients"):
        if row["dpf"]:
            assert bool(row["dpf"]["clauses"]) == ("scc" in row["safeguards"]), row["id"]


def test_a_tool_of_which_the_seat_is_outside_says_so() -> None:
    inside = {row["code"] for row in rows("eea")}
    for row in rows("recipients"):
        seats = set(row["country"].values()) if isinstance(row["country"], dict) else {row["country"]} - {None}
        assert seats - inside <= set(row["transfer_countries"]), row["id"]
        assert not inside & set(row["transfer_countries"]), row["id"]


def test_special_criminal_and_national_data_is_flagged() -> None:
    flagged = {row["id"]: (row["special"], row["criminal"], row["national_number"]) for row in rows("categories")}
    assert {flagged[name] for name in ("absence", "diet", "health-reason")} == {("health", False, False)}
    assert flagged["criminal-record"] == (None, True, False)
    assert {flagged[name] for name in ("national-number", "identity-document")} == {(None, False, True)}
    assert flagged["fingerprint"][0] == "biometric" and flagged["union"][0] == "union"


def test_rights_follow_the_legal_basis() -> None:
    applies = {(row["id"], basis): row[basis]["applies"] for row in rows("rights") for basis in choices.LEGAL_BASIS}
    assert set(applies.values()) == {"yes", "conditional", "no"}
    assert {basis for basis in choices.LEGAL_BASIS if applies["objection", basis] == "yes"} == {
        "public_task",
        "legitimate_interest",
    }
    assert {basis for basis in choices.LEGAL_BASIS if applies["portability", basis] == "yes"} == {"consent", "contract"}
    assert {basis for basis in choices.LEGAL_BASIS if applies["withdrawal", basis] == "yes"} == {"consent"}
    assert {basis for basis in choices.LEGAL_BASIS if applies["erasure", basis] == "no"} == {
        "legal_obligation",
        "public_task",
    }
    for name in (
        "information",
        "access",
        "rectification",
        "restriction",
        "notification",
        "complaint",
        "objection-marketing",
    ):
        assert {applies[name, basis] for basis in choices.LEGAL_BASIS} == {"yes"}, name
    for row in rows("rights"):
        for basis in choices.LEGAL_BASIS:
            assert row[basis]["article"] and (row[basis]["when"] or row[basis]["applies"] == "yes"), (row["id"], basis)


def test_a_right_is_looked_up() -> None:
    assert right(load(), "erasure", "legal_obligation", TODAY)["article"] == "17.3.b"
    with pytest.raises(NotInCatalogue, match="vergetelheid"):
        right(load(), "vergetelheid", "consent", TODAY)
    with pytest.raises(KeyError):
        right(load(), "erasure", "geen", TODAY)


def test_the_examples_were_picked_from_this_catalogue() -> None:
    lists = {
        "activities": "activities",
        "categories": "categories",
        "recipients": "recipients",
        "retention_rules": "retention",
    }
    for path in (FOLDER / "examples").glob("*.yaml"):
        facts = golden.example(path.stem)
        for name, stem in lists.items():
            for row in getattr(facts, name):
                assert not row.catalogue_id or row_of(load(), stem, row.catalogue_id, TODAY), (path.stem, row.key)
