"""The made-up companies reach everything, or the tests that rest on them prove less than they say."""

import random
from typing import Any

from hypothesis import given

from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import from_data, read_yaml, to_data, write_yaml
from tests.generate import TURNS, any_company, companies, full_company
from tests.models.test_columns import CLASSES, specs_of


def answers(company: Any) -> set[tuple[int, Any]]:
    """Every field with each code that it was answered with; (field, "open") where it was left."""
    seen: set[tuple[int, Any]] = set()
    for _, spec, value in paths.walk(company):
        values = value if isinstance(value, tuple) else (value,)
        if value in (None, (), False):
            seen.add((id(spec), "open"))
        if value not in (None, ()):
            seen |= {(id(spec), code) for code in values if spec.choices or spec.kind == "yesno"} | {
                (id(spec), "given")
            }
    return seen


SPECS = [spec for row in CLASSES for spec in specs_of(row).values() if spec.kind not in {"part", "rows"}]
CODES = {(id(spec), code) for spec in SPECS for code in spec.choices} | {
    (id(spec), code) for spec in SPECS if spec.kind == "yesno" for code in (True, False)
}
GIVEN = {(id(spec), "given") for spec in SPECS}
OPEN = {(id(spec), "open") for spec in SPECS if spec.kind != "key"}


def open_in(company: Facts) -> set[str]:
    """What even a company that answers everything leaves open: an RSIN outside the Netherlands, and the period of what is not kept."""
    period = ("number", "unit", "start_event", "bound", "criterion", "together")
    nothing = {
        f"retention_rules.{rule.key}.{name}"
        for rule in company.retention_rules
        if rule.nothing_kept and rule.number is None
        for name in period
    }
    return nothing | ({"controller.rsin"} if company.controller.country != "NL" else set())


def test_full_company_answers_everything_and_makes_every_choice() -> None:
    for turn in range(TURNS):
        company = full_company(turn)
        left = {path for path, spec, value in paths.walk(company) if value in (None, ())}
        assert left == open_in(company)
    assert set().union(*(answers(full_company(turn)) for turn in range(TURNS))) >= CODES | GIVEN


def test_any_company_answers_and_leaves_every_field() -> None:
    """With picks of a die: Hypothesis likes to repeat itself, and then a field in a row of a row is left to luck."""
    die, seen = random.Random(7), set()
    for _ in range(100):
        seen |= answers(any_company(die.randrange))
    assert seen >= GIVEN | OPEN | CODES


@given(companies())
def test_any_company_is_canonical(company: Facts) -> None:
    assert from_data(to_data(company)) == company
    assert read_yaml(write_yaml(company)) == company


def test_no_two_texts_are_the_same() -> None:
    texts = [value for _, spec, value in paths.walk(full_company()) if spec.kind in {"text", "long", "email", "url"}]
    assert len(texts) == len(set(texts))
