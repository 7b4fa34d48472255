"""Phrases by which readers recognise themselves: a group without one gets that of its name."""

from datetime import date

from policies.core.catalogue.readers import readers, with_phrases
from policies.core.clauses.library import load
from policies.core.facts import Group

ON = date(2026, 12, 1)


def test_a_group_without_a_phrase_gets_that_of_its_name() -> None:
    rows = (
        Group(key="a", name="Klanten"),
        Group(key="b", name="klanten", phrase="u koopt bij ons"),
        Group(key="c", name="buren"),
        Group(key="d"),
    )
    assert [group.phrase for group in with_phrases(rows, readers(load(), ON), "je")] == [
        "je bent klant",
        "u koopt bij ons",
        None,
        None,
    ]
