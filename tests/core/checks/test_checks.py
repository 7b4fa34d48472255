"""What holds for all checks together: every rule has a row, nothing is told twice, and the order is always the same."""

import dataclasses
import random
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings

from policies.core.assembly.assemble import assemble
from policies.core.checks import RULES, THEMES, check
from policies.core.checks.finding import SEVERITIES
from policies.core.clauses.library import FOLDER, load
from policies.core.facts import Facts
from policies.core.facts.plain_data import read_yaml
from tests import golden
from tests.core.change import with_each
from tests.core.checks.company import DUTCH, ON, company, found
from tests.generate import companies

EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"), key=lambda path: path.stat().st_size)  # the quickest first
HERE = Path(__file__).parent


def shown() -> set[str]:
    """The codes that some table shows firing."""
    codes: set[str] = set()
    for path in HERE.glob("test_*.py"):
        module = import_module(f"tests.core.checks.{path.stem}")
        codes |= {case.code for case in getattr(module, "CASES", ())} | {row[0] for row in getattr(module, "ROWS", ())}
    return codes | {"12.1-tone"}  # test_tone.py has a table per form of address


def test_every_rule_has_a_row_and_every_row_a_rule() -> None:
    assert shown() == {rule.code for rule in RULES}


def test_a_rule_is_known_by_its_code() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert {rule.severity for rule in RULES} == set(SEVERITIES)
    assert all(rule.articles for rule in RULES)


def test_the_lawful_company_has_no_finding() -> None:
    assert found({}) == found(DUTCH) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_example_is_blocked(path: Path) -> None:
    assert [finding for finding in check(golden.example(path.stem), load(), ON) if finding.blocks] == []


def test_of_nothing_at_all_each_missing_fact_is_told_once() -> None:
    told = check(Facts(), load(), ON)
    paths = [finding.path for finding in told]
    assert len(paths) == len(set(paths))
    assert {
        "controller.country",
        "controller.legal_name",
        "controller.legal_form",
        "controller.register_number",
        "controller.seat_street",
        "controller.email",
        "scope.processing_countries",
        "activities",
        "disclosure.shares",
        "rights.email",
        "rights.term_number",
        "changes.channels",
    } == {finding.path for finding in told if finding.blocks}


@settings(max_examples=6)
@given(companies(most=2))
def test_any_company_can_be_judged(company: Facts) -> None:
    told = check(company, load(), ON)
    assert len(set(told)) == len(told)
    assert told == check(company, load(), ON)
    themes = [next(i for i, theme in enumerate(THEMES) if finding.code in _codes(theme)) for finding in told]
    assert themes == sorted(themes)
    assert all(finding.message and finding.remedy and finding.severity in SEVERITIES for finding in told)


@cache
def _codes(theme: object) -> set[str]:
    return {rule.code for rule in vars(theme).values() if rule in RULES} if theme in THEMES else set()


def test_the_order_of_rows_does_not_matter() -> None:
    facts = dataclasses.replace(read_yaml(EXAMPLES[0].read_bytes()), changes=Facts().changes, dpo=Facts().dpo)
    rows = list(facts.recipients)
    random.Random(7).shuffle(rows)
    assert check(facts, load(), ON) == check(dataclasses.replace(facts, recipients=tuple(rows)), load(), ON)


def test_a_gap_in_the_text_is_always_told_as_a_finding_that_blocks() -> None:
    """Publishing refuses a gap, so the last step must say what to fill in."""
    seen: set[tuple[str, ...]] = set()
    companies = [company({}), company(DUTCH)] + [
        golden.example(path.stem) for path in EXAMPLES
    ]  # a field is proved where it first stands
    for number, whole in enumerate(companies):
        for where, facts in with_each(whole):
            names = where.split(".")
            kind = (names[0], str(len(names)), names[-1])
            if kind in seen:
                continue
            seen.add(kind)
            if not any(
                finding.blocks for finding in check(facts, load(), ON)
            ):  # asked first: it takes a third of the time
                assert not assemble(facts, load(), ON).gaps(), f"{number}: {where}"


def test_a_day_before_the_law_existed_is_judged_too() -> None:
    assert check(Facts(), load(), date(2000, 1, 1))
