"""What the catalogue says in both forms of address: a statement says one, and what is still as picked follows it. What somebody wrote stays."""

from dataclasses import replace
from datetime import date

import pytest

from policies.core.catalogue.pick import add, pick_activity
from policies.core.catalogue.variants import for_country, in_tone, other_form
from policies.core.clauses.library import load
from policies.core.facts import Controller, Facts, Group, Style
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.language.address import first_of_other
from policies.core.presets.propose import StartAnswers, propose

ON = date(2026, 12, 1)
COMPANY = Facts(
    groups=(
        Group(key="a", name="klanten", phrase="u bent klant"),
        Group(key="b", name="buren", phrase="u woont naast ons"),
        Group(key="c", name="leden"),
    )
)


def test_the_form_of_address_stands_beside_the_country() -> None:
    row = {
        "a": {"BE": {"u": "u in België", "je": "je in België"}, "NL": "hier"},
        "b": [{"u": "uw", "je": "je"}],
        "u": "u bent",
        "je": "je bent",
        "name": "n",
    }
    assert for_country(row, "BE", "je") == {
        "a": "je in België",
        "b": ["je"],
        "u": "u bent",
        "je": "je bent",
        "name": "n",
    }
    assert (
        for_country(row, "BE")["a"] == for_country(row, "BE", "u")["a"] == "u in België"
        and for_country(row, "NL", "je")["a"] == "hier"
    )


@pytest.mark.parametrize(("tone", "told"), [("u", "u bent klant"), ("je", "je bent klant"), (None, "u bent klant")])
def test_a_phrase_of_the_catalogue_follows_the_form_of_address_and_what_somebody_wrote_stays(
    tone: str | None, told: str
) -> None:
    facts = in_tone(replace(COMPANY, style=Style(tone=tone)), load())
    assert [group.phrase for group in facts.groups] == [told, "u woont naast ons", None]
    assert in_tone(replace(facts, style=Style(tone="u")), load()).groups == COMPANY.groups


def test_there_is_another_form_of_what_the_catalogue_says_alone() -> None:
    assert (
        other_form("je bent klant", load()) == "u bent klant" and other_form("u bent klant", load()) == "je bent klant"
    )
    assert other_form("u woont naast ons", load()) is other_form(None, load()) is None


def _spoken(country: str, tone: str, wanted: str) -> Facts:
    row = next(row for row in load().valid("activities", ON) if row["id"] == wanted)
    extras = [extra["id"] for extra in for_country(row["extras"], country)]
    bare = Facts(controller=Controller(country=country), style=Style(tone=tone))
    return add(bare, pick_activity(load(), wanted, country, ON, extras, tone=tone))


@pytest.mark.parametrize("country", LAW_COUNTRY)
@pytest.mark.parametrize("wanted", [row["id"] for row in load().valid("activities", ON)])
def test_every_activity_is_picked_in_the_form_of_the_statement_and_follows_another(wanted: str, country: str) -> None:
    formal, plain = (_spoken(country, tone, wanted) for tone in ("u", "je"))
    assert in_tone(replace(formal, style=plain.style), load()) == plain
    assert in_tone(replace(plain, style=formal.style), load()) == formal


def test_each_text_has_one_other_form_and_speaks_in_its_own() -> None:
    forms = load().both_forms
    assert len(forms["u"]) == len(forms["je"]) > 100
    assert forms["u"] == {je: u for u, je in forms["je"].items()}
    for u, je in forms["je"].items():
        assert first_of_other(u, "je") and not first_of_other(u, "u"), u
        assert first_of_other(je, "u") and not first_of_other(je, "je"), je


@pytest.mark.parametrize("country", LAW_COUNTRY)
@pytest.mark.parametrize("sector", [row["id"] for row in load().valid("sectors", ON)])
def test_a_preset_speaks_in_the_form_that_was_chosen_before(sector: str, country: str) -> None:
    doings = tuple(row["id"] for row in load().valid("doings", ON) if row["ask"])
    start = StartAnswers(country, sector, "alone", doings)
    formal, plain = (
        propose(Facts(controller=Controller(country=country), style=Style(tone=tone)), start, load(), ON)[0]
        for tone in ("u", "je")
    )
    assert formal != plain and in_tone(replace(formal, style=plain.style), load()) == plain


def test_only_what_is_still_as_picked_changes() -> None:
    facts = _spoken("BE", "u", "ACT-01")
    mine = replace(facts.activities[0], story="U schrijft, wij antwoorden altijd.")
    after = in_tone(replace(facts, activities=(mine,), style=Style(tone="je")), load()).activities[0]
    assert (
        after.story == mine.story
        and after.consequence == mine.consequence
        and after.purposes == _spoken("BE", "je", "ACT-01").activities[0].purposes
    )
