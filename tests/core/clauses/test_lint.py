"""The library as a whole: every condition decides something, every answer says something, every sentence can be whole."""

import dataclasses
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.case import SCOPES, Case
from policies.core.clauses.library import load
from policies.core.document import Gap, nodes
from policies.core.facts import (
    Activity,
    Controller,
    DataCategory,
    DataUse,
    Disclosure,
    Facts,
    Recipient,
    RetentionRule,
    Scope,
    Unasked,
    specs_of,
)
from policies.core.law import law_of
from tests.core.change import why_silent
from tests.core.test_difference import ON, drawn, styled, words
from tests.generate import TURNS, Maker, build, full_company
from tests.golden import EXAMPLES, example

SAMPLE = "rubrieken"


def sparse(number: int) -> Facts:
    """A company that answered one question in four: some clauses speak only to those."""
    die = random.Random(number)
    return build(Maker(pick=die.randrange, leaves=lambda: die.random() < 0.75, most=1))


@cache
def companies() -> tuple[Facts, ...]:
    abroad = Facts(recipients=(Recipient(key="x", country="US", safeguards=("scc",)),))
    at_home = Facts(disclosure=Disclosure(shares=False), scope=Scope(processing_countries=("BE",)))
    dossier = RetentionRule(key="x", law="art. 7:454 BW")
    care = Facts(
        controller=Controller(country="NL"),
        retention_rules=(dossier,),
        activities=(Activity(key="x", retention="x", uses=(DataUse(),)),),
    )
    number = Facts(categories=(DataCategory(key="x", name="nationaal nummer", national_number=True),))
    plain = Facts(unasked=Unasked(erases=True))  # a drawn company nearly always has special data
    return (
        Facts(),
        abroad,
        at_home,
        care,
        number,
        plain,
        *map(example, EXAMPLES),
        *(drawn(number)[0] for number in range(150)),
        *map(sparse, range(150)),
    )


@cache
def judged() -> dict[str, set[bool]]:
    """What every condition said over many companies, by its name."""
    seen: dict[str, set[bool]] = {clause.when: set() for clause in load().clauses.values()}
    for company in companies():
        case = Case(company, law_of(company, load(), ON))
        rows = {scope: [row for _, row in walk(case)] for scope, walk in SCOPES.items()}
        for clause in load().clauses.values():
            if len(seen[clause.when]) < 2:
                seen[clause.when] |= {clause.condition(row) for row in rows[clause.scope]}
    return seen


def test_every_condition_was_seen_true_and_false() -> None:
    one_sided = {name for name, answers in judged().items() if answers != {True, False}}
    assert one_sided == {"always"}


@cache
def whole() -> set[str]:
    """The clauses that stood somewhere without a gap."""
    seen: set[str] = set()
    full = [styled(full_company(turn, rows=2), list(patterns.ALL)[turn % 5], "u") for turn in range(TURNS)]
    at_home = {"legal_form": "eenmanszaak", "seat_street": None, "seat_postcode": None}
    full.append(dataclasses.replace(full[0], controller=dataclasses.replace(full[0].controller, **at_home)))
    for company in (*full, *companies()):
        seen |= {
            clause.clause
            for clause in assemble(company, load(), ON).clauses()
            if not any(isinstance(node, Gap) for node in nodes(clause))
        }
    return seen


def test_every_sentence_can_be_whole() -> None:
    """Every placeholder can be filled. What is left only speaks where something is missing: it is there to show the gap."""
    only_gaps = {name for name in load().clauses if name not in whole()}
    assert {name for name in only_gaps if not load().clauses[name].when.endswith(("_answered", "_unknown"))} == {
        "activity/no-data",
        "activity/no-purpose",
        "data/none",
        "purposes/none",
        "data/unused",
        "kort/what-for-unknown",
        "recipients/unlisted",
        "rubrieken/no-term",
        "artikelen/no-term",
        "rubrieken/no-kind",
        "transfer/no-copy",
        "transfer/unprotected",
        "automated/no-decision",
    }


def choices_of(row: Any, path: str = "") -> Iterator[tuple[str, Facts]]:
    """(path = code, the same facts with that answer), for every public field with a closed list or a yes and no, and every answer."""
    for name, spec in specs_of(type(row)).items():
        value, here = getattr(row, name), f"{path}.{name}" if path else name
        if spec.kind == "part":
            yield from (
                (where, dataclasses.replace(row, **{name: changed})) for where, changed in choices_of(value, here)
            )
        elif spec.kind == "rows" and value:
            for where, changed in choices_of(
                value[0], f"{here}.{getattr(value[0], 'key', None) or getattr(value[0], 'category', None) or 0}"
            ):
                yield where, dataclasses.replace(row, **{name: (changed, *value[1:])})
        elif not spec.internal and spec.kind in {"choice", "choices", "yesno"}:
            codes = (True, False) if spec.kind == "yesno" else tuple(spec.choices)
            for code in codes:
                yield f"{here}={code}", dataclasses.replace(row, **{name: (code,) if spec.kind == "choices" else code})


def test_every_answer_that_is_offered_leads_to_text() -> None:
    """No two answers to one question give the same statement, unless a rule of the house says why."""
    company = styled(full_company(3, rows=1), SAMPLE, "u")
    law, told, silent = law_of(company, load(), ON), {}, []
    for where, facts in choices_of(company):
        path = where.partition("=")[0]
        if (
            path in {"style.pattern", "style.tone"}
            or why_silent(facts, path, law_of(facts, load(), ON))
            or why_silent(company, path, law)
        ):
            continue
        said = words(facts)
        if (path, said) in told:
            silent.append(f"{where} says the same as {told[path, said]}")
        told[path, said] = where
    assert silent == [] and len(told) > 60


@pytest.mark.parametrize("name", ["articles", "when"])
def test_every_clause_says_on_what_it_rests(name: str) -> None:
    assert all(getattr(clause, name) for clause in load().clauses.values())
