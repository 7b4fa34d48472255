"""Which answers carried a clause: those without which it goes, or that would do alone."""

import dataclasses
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.conditions import ClauseReasons, behind, referring
from policies.core.facts import Facts
from policies.core.facts.plain_data import read_yaml
from policies.core.law import law_of

ON = date(2026, 12, 1)
EXAMPLE = Path(__file__).resolve().parents[3] / "clauses" / "examples" / "vraag-antwoord.yaml"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_yaml(EXAMPLE.read_bytes())


def carried(facts: Facts, clause: str, key: str = "") -> tuple[str, ...] | None:
    return ClauseReasons(facts, law_of(facts, load(), ON), load()).of(SimpleNamespace(clause=clause, key=key or clause))


def test_a_right_rests_on_each_answer_that_would_do_alone(facts: Facts) -> None:
    consents = {
        f"activities.{a.key}.purposes.{p.key}.legal_basis"
        for a in facts.activities
        for p in a.purposes
        if p.legal_basis == "consent"
    }
    assert len(consents) > 1 and set(carried(facts, "rights/withdraw")) == consents | {"rights.withdraw_how"}


def test_a_clause_rests_on_the_answer_without_which_it_goes(facts: Facts) -> None:
    assert carried(facts, "minors/not-directed") == ("minors.minimum_age",)
    assert carried(facts, "cookies/list") == ("cookies.placed",)
    activity = facts.activities[0]
    assert carried(facts, "activity/story", f"activities/{activity.key}/story") == (f"activities.{activity.key}.story",)


def test_what_always_stands_there_rests_on_nothing_and_a_promise_on_all_together(facts: Facts) -> None:
    assert carried(facts, "rights/access") is None and carried(facts, "no/such") is None
    assert carried(facts, "automated/none") == ()


def test_every_clause_of_a_statement_can_be_asked_and_keeps_its_answer(facts: Facts) -> None:
    because = ClauseReasons(facts, law_of(facts, load(), ON), load())
    for clause in assemble(facts, load(), ON).clauses():
        first = because.of(clause)
        source = load().clauses[clause.clause]
        assert (first is None) == (source.when == "always"), clause.key
        assert because.of(clause) == first


def test_asking_changes_nothing(facts: Facts) -> None:
    before = dataclasses.replace(facts)
    carried(facts, "rights/withdraw")
    assert facts == before


@pytest.mark.parametrize(
    ("key", "path", "expected"),
    [
        ("activities/a/people", "groups.g", ("activities.a.groups",)),
        ("groups/g/data", "activities.a.uses.c.items.0", ("activities.a.groups", "activities.a.uses.c.groups")),
        ("activities/a/recipients", "recipients.r", ("recipients.r.activities",)),
        ("activities/a/retention/r/term", "retention_rules.r", ("activities.a.retention",)),
        ("activities/a/retention/r/term", "categories.c", ("activities.a.retention", "activities.a.uses.c.category")),
        (
            "retention_rules/r/covers",
            "activities.uses",
            ("activities.uses.retention",),
        ),  # an activity that is called as a list is
        ("activities/a/items", "categories.c", ("activities.a.uses.c.category",)),
        ("automated/x/decision", "recipients.r", ("automated.decisions.x.recipient",)),
        ("rights/how", "rights", ()),
    ],
)
def test_the_answer_that_brings_two_rows_together(key: str, path: str, expected: tuple[str, ...]) -> None:
    assert referring(key, path) == expected


@pytest.mark.parametrize(
    ("key", "paths", "expected"),
    [
        ("activities/a/data", ("activities.a.uses.c.items.0.name",), ("activities.a.uses.c.category",)),
        (
            "activities/a/data",
            ("activities.a.uses.c.items.0.name", "groups.g.name"),
            ("activities.a.uses.c.category", "activities.a.uses.c.groups"),
        ),
        (
            "kort/what-for",
            ("activities.a.purposes.p.short",),
            ("activities.a.purposes.p.groups", "activities.a.groups"),
        ),
        ("activities/a/purposes", ("activities.a.purposes.p.name",), ()),
        ("cookies/list", ("cookies.placed.c.name",), ("cookies.placed.c.kind",)),
        ("rights/complaint", ("catalogue.authorities.BE.name",), ("scope.customer_countries",)),
        ("rights/how", ("rights.email",), ()),
    ],
)
def test_an_answer_that_no_sentence_prints_stands_behind_what_it_brought(
    key: str, paths: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert behind(key, paths) == expected
