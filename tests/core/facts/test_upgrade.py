"""Schema 1 is read for good: it says now what it said then, in any company, and refuses what it could not say."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import LISTS, Facts, paths, upgrade
from policies.core.facts.plain_data import FactsError, Problem, from_data, from_stored, to_data
from policies.core.facts.promises import PROMISES, promised
from policies.core.facts.remove import without
from policies.core.facts.restore import put_back
from policies.core.versions.diff import compare
from policies.core.versions.major_change import reasons
from tests.generate import companies, full_company
from tests.make import make_company
from tests.schema_1 import data_of, without_news

DAY = date(2026, 12, 1)
# What careless code takes for a mapping, a list or a row.
JUNK = [
    None,
    "",
    "x",
    5,
    True,
    [],
    {},
    [1],
    [None],
    [[]],
    [["security"]],
    {"key": 1},
    {"a": {"b": []}},
    [{"key": []}],
    ["x" * 600],
]


@given(companies())
def test_any_company_says_the_same(company: Facts) -> None:
    then = without_news(company)
    data = data_of(company)
    assert from_data(data) == from_stored(data) == then
    assert reasons(then, from_stored(data)) == reasons(then, then)
    assert from_data(to_data(from_data(data))) == then


@pytest.mark.parametrize("turn", range(3))
def test_text_is_the_same(turn: int) -> None:
    then = without_news(full_company(turn))
    assert compare(assemble(then, load(), DAY), assemble(from_stored(data_of(then)), load(), DAY)) == []


@given(companies())
def test_removal_of_then_is_undone_now(company: Facts) -> None:
    """What was kept as schema 1 puts back its row; what was answered since stays."""
    before = from_stored(data_of(company))
    for name in LISTS:
        for row in getattr(before, name)[:1]:
            path = f"{name}.{row.key}"
            assert put_back(without(before, (path,)), before, path) == before
            since = without(company, (path,))
            back = put_back(since, before, path)
            assert back.find(name, row.key) == row
            assert without(back, (path,)) == since


# --- what counts as said -------------------------------------------------------------------------------------------


def proposed(*waiting: str) -> Facts:
    """What is read of a start as the program of then proposed it, while these paths wait to be confirmed."""
    purpose = {
        "key": "aanbieden",
        "name": "klanten mailen",
        "own_similar": True,
        "address_from_sale": True,
        "objection_offered": True,
    }
    activity = {"control": "Stoppen met de kaart kan altijd.", "purposes": [purpose]}
    return from_data(
        {
            "schema": 1,
            "dpo": {"designated": False},
            "scope": {"services": "Wij knippen.", "processing_countries": ["BE"]},
            "activities": [{"key": "nieuws", **activity}, {"key": "recensies", **activity}],
            "recipients": [{"key": "mail", "name": "Mail", "agreement": True}],
            "cookies": {"used": True, "withdraw_how": "met de link Cookie-instellingen onderaan elke pagina"},
            "security": {
                "measures": ["wij maken elke dag een back-up", "een eigen slot"],
                "tells_breaches": True,
                "backup_days": 90,
            },
            "rights": {"by_post": True, "identity_check": "known_channel", "email": "noor@lok.example"},
            "minors": {"directed": False, "erases_unasked": True},
            "automated": {"used": False, "profiling": "Wij meten wat u leest."},
            "changes": {"channels": ["website", "email"], "notice_days": 30},
            "preset": {"unconfirmed": list(waiting)},
        }
    )


def changed(*waiting: str) -> dict[str, Any]:
    """The answers that are others while these paths wait than when nothing does."""
    pairs = zip(paths.walk(proposed()), paths.walk(proposed(*waiting)), strict=True)
    return {path: now for (path, _, was), (_, _, now) in pairs if was != now and path != "preset.unconfirmed"}


def test_what_only_the_owner_can_say_is_open_while_nobody_confirmed_it() -> None:
    """What a proposal gave there; what somebody typed beside it stays."""
    purpose = "activities.nieuws.purposes.aanbieden"
    assert changed("dpo", "minors") == {"dpo.designated": None, "minors.directed": None, "minors.erases_unasked": None}
    assert changed("scope", "security") == {
        "scope.processing_countries": (),
        "security.measures": ("een eigen slot",),
        "security.tells_breaches": None,
    }
    assert changed("cookies", "rights") == {
        "cookies.withdraw_how": None,
        "rights.by_post": False,
        "rights.identity_check": None,
    }
    assert changed("changes", "automated") == {"changes.channels": ("website",), "automated.used": None}
    assert changed("activities.nieuws") == {
        "activities.nieuws.control": None,
        f"{purpose}.own_similar": None,
        f"{purpose}.address_from_sale": None,
        f"{purpose}.objection_offered": None,
    }
    assert changed("recipients.mail") == {"recipients.mail.agreement": None}


def test_each_of_these_is_a_promise_of_today() -> None:
    given = {(part, name): answers for part, names in upgrade.GIVEN.items() for name, answers in names.items()}
    assert set(given) <= PROMISES.keys() and ("activities", "control") in PROMISES
    facts = from_data(
        {
            "schema": 2,
            **{
                part: {name: as_data(answers[0]) for name, answers in names.items() if answers}
                for part, names in upgrade.GIVEN.items()
            },
        }
    )
    assert set(promised(facts)) == {f"{part}.{name}" for (part, name), answers in given.items() if answers}


def as_data(answer: Any) -> Any:
    return list(answer) if isinstance(answer, tuple) else answer


@pytest.mark.parametrize("part", upgrade.GIVEN)
def test_what_somebody_typed_stays_while_it_waits(part: str) -> None:
    """A proposal gave no such answer, so somebody did: the page saved it, and nobody pressed a button yet."""
    typed = {
        "scope": {"processing_countries": ["BE", "DE"]},
        "disclosure": {"cases": ["law", "abuse"]},
        "cookies": {"used": True, "consent_how": "met onze knop"},
        "marketing": {"used": True, "stop_how": "met een telefoontje"},
        "security": {"measures": ["een slot"], "backup_days": 14},
        "rights": {"identity_check": "questions"},
        "minors": {"directed": True},
        "automated": {"used": True},
        "changes": {"channels": ["email"], "notice_days": 30},
        "dpo": {"designated": True},
    }
    data = {"schema": 1, part: typed[part]}
    assert getattr(from_data({**data, "preset": {"unconfirmed": [part]}}), part) == getattr(from_data(data), part)


def test_what_was_confirmed_stays() -> None:
    assert changed("recipients.gone", "style", "disclosure", "joint_controllers.mail") == {}
    assert proposed("activities.nieuws").activities[1] == proposed().activities[1]


@pytest.mark.parametrize("written", [False, "nee", "N", "neen.", "no", "false", 0, "0", None, ""])
def test_no_to_a_promise_was_the_same_as_leaving_it_out(written: Any) -> None:
    data = data_of(make_company())
    data |= {"minors": {"erases_unasked": written}, "recipients": [{**data["recipients"][0], "agreement": written}]}
    assert from_data(data) == without_news(make_company())


def test_yes_to_a_promise_stays_and_a_riddle_is_refused() -> None:
    data = data_of(make_company())
    assert from_data({**data, "minors": {"erases_unasked": "J"}}).minors.erases_unasked is True
    assert [str(problem) for problem in refused({**data, "minors": {"erases_unasked": "misschien"}})] == [
        "minors.erases_unasked: Antwoord met ja of nee."
    ]
    assert from_data({**data, "schema": 2, "minors": {"erases_unasked": "nee"}}).minors.erases_unasked is False


# --- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "name"), [(place, name) for place, names in upgrade.NEW.items() for name in sorted(names)]
)
def test_field_of_schema_2_in_schema_1_is_refused_and_named(place: str, name: str) -> None:
    full = json.loads((Path(__file__).parents[2] / "stored" / "facts-schema-2.json").read_text("utf-8"))
    full["controller"] = {
        "country": "NL",
        "rsin": "001234560",
        "group_name": "De Groep",
        "other_numbers": ["erkenning 5"],
    }  # there is no RSIN elsewhere
    full["style"]["no_figure"] = True  # a tick that schema 2 got after its release
    data = data_of(from_data(full))
    path, row = first(data, place)
    row[name] = first(full, place)[1][name]
    assert refused(data) == [Problem(f"{path}.{name}", "Dit bestaat pas in schema 2. Schrijf bovenaan schema: 2.")]
    assert from_data({**data, "schema": 2}) != from_data(data_of(from_data(full)))


def test_every_fault_is_named_at_once() -> None:
    assert [
        problem.path
        for problem in refused(
            {"schema": 1, "contact": {"hours": "altijd"}, "groups": [{"phrase": "u bent klant"}], "rights": {"x": 1}}
        )
    ] == [
        "contact.hours",
        "groups.0.phrase",
        "groups.0.key",
        "rights.x",
    ]


@pytest.mark.parametrize(
    "number", [None, "", 0, 3, -1, "01", "1.0", 1.0, 2.0, True, "twee", [1], {"schema": 1}, "2 of 1", "9" * 100]
)
def test_any_other_schema_is_refused(number: Any) -> None:
    for data in (data_of(make_company()), to_data(make_company())):
        assert [
            problem
            for problem in refused({**data, "schema": number})
            if problem.path == "schema" and problem.message.startswith("Verwacht: schema: 2.")
        ]


@given(
    st.sampled_from([*upgrade.NEW, *upgrade.PROMISES, "preset", "preset.unconfirmed"]),
    st.sampled_from(JUNK),
    st.booleans(),
)
def test_malformed_data_is_refused_in_words(place: str, junk: Any, inside: bool) -> None:
    """Never with anything but FactsError, whatever stands in the place of a part, a list or a row."""
    data = data_of(full_company(0))
    *above, last = place.split(".")
    here = first(data, ".".join(above))[1] if above else data
    here[last] = [junk] if inside else junk
    try:
        assert isinstance(from_data(data), Facts)
    except FactsError as error:
        assert all(problem.message for problem in error.problems)


def first(data: Any, place: str) -> tuple[str, dict[str, Any]]:
    """The mapping at a place, of lists the first row, and its path."""
    path = ""
    for name in place.split("."):
        data, path = data[name], f"{path}.{name}" if path else name
        if isinstance(data, list):
            data = data[0]
            path = f"{path}.{data.get('key') or data.get('category') or 0}"
    return path, data


def refused(data: Any) -> list[Problem]:
    with pytest.raises(FactsError) as error:
        from_data(data)
    return error.value.problems


@pytest.mark.parametrize(
    ("part", "name", "answer"),
    [("scope", "applies_to", "websites_apps"), ("changes", "channels", ["website", "premises"])],
)
def test_an_answer_of_schema_2_in_a_file_of_schema_1_is_refused(part: str, name: str, answer: Any) -> None:
    assert refused({"schema": 1, part: {name: answer}}) == [
        Problem(f"{part}.{name}", "Dit bestaat pas in schema 2. Schrijf bovenaan schema: 2.")
    ]
