"""Phrases by which readers recognise themselves: in the form of address of the statement, as long as nobody wrote them himself."""

from dataclasses import replace
from datetime import date

import pytest

from policies.core.facts import Facts, Group, Style
from policies.core.library import load
from policies.core.readers import in_tone, other_form, readers, with_phrases

ON = date(2026, 12, 1)
COMPANY = Facts(groups=(Group(key="a", name="klanten", phrase="u bent klant"), Group(key="b", name="buren", phrase="u woont naast ons"), Group(key="c", name="leden")))


@pytest.mark.parametrize(("tone", "told"), [("u", "u bent klant"), ("je", "je bent klant"), (None, "u bent klant")])
def test_a_phrase_of_the_catalogue_follows_the_form_of_address_and_what_somebody_wrote_stays(tone: str | None, told: str) -> None:
    facts = in_tone(replace(COMPANY, style=Style(tone=tone)), load())
    assert [group.phrase for group in facts.groups] == [told, "u woont naast ons", None]
    assert in_tone(replace(facts, style=Style(tone="u")), load()).groups == COMPANY.groups


def test_there_is_another_form_of_what_the_catalogue_says_alone() -> None:
    assert other_form("je bent klant", load()) == "u bent klant" and other_form("u bent klant", load()) == "je bent klant"
    assert other_form("u woont naast ons", load()) is other_form(None, load()) is None


def test_a_group_without_a_phrase_gets_that_of_its_name() -> None:
    rows = (Group(key="a", name="Klanten"), Group(key="b", name="klanten", phrase="u koopt bij ons"), Group(key="c", name="buren"), Group(key="d"))
    assert [group.phrase for group in with_phrases(rows, readers(load(), ON), "je")] == ["je bent klant", "u koopt bij ons", None, None]
