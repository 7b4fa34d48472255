"""The one calendar: which of two periods is longer, how a period is said, and that nobody else holds the length of a month."""

# size: one table of cases, easier to read as a whole
import ast
import itertools
import random
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from policies.core import facts as f
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import choices, periods
from policies.core.facts.periods import UNIT, average, compare, in_words, length, moved, on_card, read, rule_on_card
from policies.core.versions.major_change import reasons
from policies.render import as_text
from tests.architecture.source import sources
from tests.core.checks.company import found
from tests.make import make_company

EQUAL = [
    ((29, "day"), (1, "month")),
    ((30, "day"), (1, "month")),
    ((31, "day"), (1, "month")),
    ((59, "day"), (2, "month")),
    ((60, "day"), (2, "month")),
    ((62, "day"), (2, "month")),
    ((89, "day"), (3, "month")),
    ((90, "day"), (3, "month")),
    ((92, "day"), (3, "month")),
    ((13, "week"), (3, "month")),
    ((180, "day"), (6, "month")),
    ((184, "day"), (6, "month")),
    ((26, "week"), (6, "month")),
    ((365, "day"), (1, "year")),
    ((366, "day"), (1, "year")),
    ((365, "day"), (12, "month")),
    ((52, "week"), (1, "year")),
    ((52, "week"), (12, "month")),
    ((104, "week"), (2, "year")),
    ((12, "month"), (1, "year")),
    ((24, "month"), (2, "year")),
    ((84, "month"), (7, "year")),
    ((730, "day"), (2, "year")),
    ((2555, "day"), (7, "year")),
    ((2557, "day"), (7, "year")),
    ((3650, "day"), (10, "year")),
    ((4, "week"), (28, "day")),
    ((1, "week"), (7, "day")),
]
SHORTER = [
    ((28, "day"), (1, "month")),
    ((4, "week"), (1, "month")),
    ((1, "month"), (32, "day")),
    ((1, "month"), (5, "week")),
    ((4, "week"), (30, "day")),
    ((58, "day"), (2, "month")),
    ((88, "day"), (3, "month")),
    ((12, "week"), (3, "month")),
    ((3, "month"), (93, "day")),
    ((360, "day"), (1, "year")),
    ((364, "day"), (1, "year")),
    ((1, "year"), (367, "day")),
    ((51, "week"), (1, "year")),
    ((1, "year"), (53, "week")),
    ((11, "month"), (1, "year")),
    ((1, "year"), (13, "month")),
    ((83, "month"), (7, "year")),
    ((2554, "day"), (7, "year")),
    ((7, "year"), (2558, "day")),
    ((729, "day"), (24, "month")),
    ((364, "week"), (7, "year")),
    ((103, "week"), (2, "year")),
    ((1, "day"), (2, "day")),
    ((29, "day"), (31, "day")),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_periods_that_are_equal(one: tuple[int, str], other: tuple[int, str]) -> None:
    assert compare(*one, *other) == compare(*other, *one) == 0


@pytest.mark.parametrize(("one", "other"), SHORTER)
def test_a_period_that_is_shorter(one: tuple[int, str], other: tuple[int, str]) -> None:
    assert (compare(*one, *other), compare(*other, *one)) == (-1, 1)
    assert average(*one) < average(*other)


def test_longer_is_an_order() -> None:
    """Never both ways, and what is longer than a longer one is longer: over all periods up to three years and a sample of longer ones."""
    every = [
        *((n, "day") for n in range(1, 400)),
        *((n, "week") for n in range(1, 110)),
        *((n, "month") for n in range(1, 37)),
        *((n, "year") for n in range(1, 4)),
    ]
    every += [
        (730, "day"),
        (731, "day"),
        (1095, "day"),
        (3650, "day"),
        (3653, "day"),
        (999, "day"),
        (999, "month"),
        (999, "year"),
        (520, "week"),
    ]
    for one, other in itertools.product(every, repeat=2):
        assert compare(*one, *other) == -compare(*other, *one)
        if compare(*one, *other) < 0:
            assert average(*one) <= average(*other)
    for one, middle, other in (random.Random(7).sample(every, 3) for _ in range(20_000)):
        if compare(*one, *middle) < 0 and compare(*middle, *other) < 0:
            assert compare(*one, *other) < 0
    assert all(least <= average(*one) <= most for one in every for least, most in [length(*one)])


@pytest.mark.parametrize("unit", UNIT)
def test_more_of_a_unit_is_longer(unit: str) -> None:
    assert all(compare(n + 1, unit, n, unit) == 1 for n in range(1, 999))


MAJOR = [
    ((30, "day"), (1, "month"), False),
    ((1, "month"), (30, "day"), False),
    ((90, "day"), (3, "month"), False),
    ((365, "day"), (1, "year"), False),
    ((12, "month"), (1, "year"), False),
    ((4, "week"), (1, "month"), True),
    ((1, "month"), (5, "week"), True),
    ((1, "year"), (13, "month"), True),
    ((1, "year"), (364, "day"), False),
]


@pytest.mark.parametrize(("old", "new", "longer"), MAJOR)
def test_the_same_period_in_another_unit_is_no_major_change(
    old: tuple[int, str], new: tuple[int, str], longer: bool
) -> None:
    """For what is kept and for the time to answer alike."""
    company = make_company()

    def kept(number: int, unit: str) -> f.Facts:
        return replace(company, retention_rules=(replace(company.retention_rules[0], number=number, unit=unit),))

    def answered(number: int, unit: str) -> f.Facts:
        return replace(company, rights=replace(company.rights, term_number=number, term_unit=unit))

    for facts in (kept, answered):
        assert bool(reasons(facts(*old), facts(*new))) is longer


@pytest.mark.parametrize(("number", "unit"), [(7, "year"), (84, "month"), (2555, "day"), (2557, "day")])
def test_the_checks_take_the_same_period_in_another_unit_for_the_same(number: int, unit: str) -> None:
    """The years of the accounts, neither too short nor more than the law asks; and what a law replaced."""
    kept = {f"retention_rules.boekhouding.{name}": value for name, value in (("number", number), ("unit", unit))}
    assert found(kept) == []
    assert [
        finding.code
        for finding in found({**kept, "retention_rules.boekhouding.number": number - 8 if unit != "year" else 6})
    ] != []


@pytest.mark.parametrize(
    ("number", "unit", "blocks"),
    [
        (1, "month", False),
        (30, "day", False),
        (31, "day", False),
        (4, "week", False),
        (5, "week", True),
        (32, "day", True),
    ],
)
def test_an_answer_within_a_month_however_it_is_counted(number: int, unit: str, blocks: bool) -> None:
    """For the answer itself and for a sentence of the user's own alike (art. 12.3)."""
    assert (
        bool(
            [
                one
                for one in found({"rights.term_number": number, "rights.term_unit": unit})
                if one.code == "12.3-term-long"
            ]
        )
        is blocks
    )
    body = f"Wij antwoorden op een verzoek binnen {in_words(number, unit)}."
    assert (
        bool(
            [
                one
                for one in found({"sections": (f.OwnSection(key="s", title="Extra", body=body),)})
                if one.code == "12.3-in-text"
            ]
        )
        is blocks
    )


@pytest.mark.parametrize(
    ("day", "number", "unit", "then"),
    [
        ("2026-11-30", 24, "month", "2028-11-30"),
        ("2026-01-31", 1, "month", "2026-02-28"),
        ("2028-02-29", 1, "year", "2029-02-28"),
        ("2026-12-31", 2, "month", "2027-02-28"),
        ("2026-11-22", -1, "year", "2025-11-22"),
        ("2024-02-29", -1, "year", "2023-02-28"),
        ("2026-01-15", -1, "month", "2025-12-15"),
        ("2026-12-25", 2, "week", "2027-01-08"),
    ],
)
def test_a_period_from_a_day(day: str, number: int, unit: str, then: str) -> None:
    assert moved(date.fromisoformat(day), number, unit) == date.fromisoformat(then)


def test_how_a_period_is_said() -> None:
    assert [in_words(n, unit) for unit in UNIT for n in (1, 2)] == [
        "1 dag",
        "2 dagen",
        "1 week",
        "2 weken",
        "1 maand",
        "2 maanden",
        "1 jaar",
        "2 jaar",
    ]
    assert in_words(21, "month") == "21 maanden" and in_words(101, "day") == "101 dagen"
    assert on_card(7, "year", "na het boekjaar") == "7 jaar na het boekjaar"
    assert on_card(None, None, None, "zolang u klant bent") == "zolang u klant bent"
    assert (on_card(3, None), on_card(None, "month")) == ("3", "")
    assert choices.UNIT is UNIT


@pytest.mark.parametrize(
    ("number", "unit", "period"),
    [
        ("zes", "weken", (6, "week")),
        ("10", "werkdagen", (14, "day")),
        ("één", "maand", (1, "month")),
        ("Dertig", "Dagen", (30, "day")),
        ("7", "jaren", (7, "year")),
        ("2", "boekjaren", (2, "year")),
    ],
)
def test_how_a_period_is_read(number: str, unit: str, period: tuple[int, str]) -> None:
    assert read(number, unit) == period


UNTIL = "tot de schade geregeld is"


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (
            {"number": 2, "unit": "year", "start_event": "na de huur", "bound": "at_most"},
            "ten hoogste 2 jaar na de huur",
        ),
        ({"number": 1, "unit": "month", "bound": "usually"}, "meestal 1 maand"),
        ({"criterion": UNTIL, "bound": "at_least", "together": "then"}, UNTIL),
        ({"number": 1, "unit": "year", "criterion": UNTIL, "together": "then"}, f"{UNTIL}, en daarna nog 1 jaar"),
        (
            {"number": 1, "unit": "year", "criterion": UNTIL, "together": "latest"},
            f"1 jaar of {UNTIL}: wat het laatst eindigt, telt",
        ),
        ({"number": 1, "unit": "year", "start_event": "na de huur", "criterion": UNTIL}, "1 jaar na de huur"),
        ({"nothing_kept": True}, "wij bewaren niets"),
        ({"nothing_kept": True, "number": 3, "unit": "day"}, "3 dagen"),
        ({}, ""),
    ],
)
def test_a_rule_on_a_card(rule: dict[str, Any], line: str) -> None:
    assert periods.rule_on_card(f.RetentionRule(key="x", **rule)) == line


@pytest.mark.parametrize(
    ("rule", "period", "has_floor", "has_end"),
    [
        ({"number": 2, "unit": "year"}, (2, "year"), True, True),
        ({"number": 2, "unit": "year", "bound": "at_most"}, (2, "year"), False, True),
        ({"number": 2, "unit": "year", "bound": "at_least"}, (2, "year"), True, False),
        ({"number": 2, "unit": "year", "bound": "usually"}, (2, "year"), False, False),
        ({"number": 2, "unit": "year", "criterion": UNTIL}, (2, "year"), True, True),
        ({"number": 2, "unit": "year", "criterion": UNTIL, "together": "earliest"}, (2, "year"), False, True),
        ({"number": 2, "unit": "year", "criterion": UNTIL, "together": "latest"}, (2, "year"), True, False),
        ({"number": 2, "unit": "year", "together": "latest"}, (2, "year"), True, True),
        ({"nothing_kept": True}, (0, "day"), True, True),
        ({"nothing_kept": True, "criterion": UNTIL}, None, True, True),
        ({"number": 2}, None, True, True),
    ],
)
def test_what_a_rule_is_sure_of(
    rule: dict[str, Any], period: tuple[int, str] | None, has_floor: bool, has_end: bool
) -> None:
    made = f.RetentionRule(key="x", **rule)
    assert (periods.period(made), periods.has_floor(made), periods.has_end(made)) == (period, has_floor, has_end)


def test_a_card_and_a_statement_say_bounds_in_the_same_words() -> None:
    words = load().catalogue["words"]
    assert words["bound"] == periods.BOUND_WORDS and words["together"] == periods.TOGETHER_WORDS
    assert (
        periods.BOUND_WORDS.keys() == choices.BOUND.keys() and periods.TOGETHER_WORDS.keys() == choices.TOGETHER.keys()
    )


UNITS = {"day", "week", "month", "year", "dag", "dagen", "weken", "maand", "maanden"}
LENGTHS = {7, 12, 28, 30, 31, 52, 365, 366}


def holds_lengths(tree: ast.AST) -> list[int]:
    """Lines of code that give a unit its length, multiply by one, or make a table of the words of units."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant) and key.value in UNITS]
            found += [node.lineno] if len(keys) > 1 else []
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div | ast.FloorDiv):
            sides = [side.value for side in (node.left, node.right) if isinstance(side, ast.Constant)]
            found += (
                [node.lineno] if LENGTHS.intersection(side for side in sides if isinstance(side, int | float)) else []
            )
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, int | float)
            and node.value in {365, 366, 365.25, 30.44, 30.5}
        ):
            found.append(node.lineno)
    return found


def test_no_other_module_holds_the_length_of_a_unit() -> None:
    allowed = {
        "policies/core/facts/security_and_rights.py",  # notice_days: at most 365
        "policies/views/preview_pane.py",  # hours of a sitting, as seconds
    }
    places = [
        one
        for one in sources(".py")
        if one.path.startswith("policies/")
        and "/migrations/" not in one.path
        and one.path != "policies/core/facts/periods.py"
    ]
    assert {
        one.path: holds_lengths(one.tree) for one in places if holds_lengths(one.tree) and one.path not in allowed
    } == {}
    assert len(places) > 100 and holds_lengths(ast.parse('D = {"day": 1, "month": 30}\nx = n * 7\ny = 365')) == [
        1,
        2,
        3,
    ]


def test_no_other_module_says_a_period() -> None:
    """A number before a unit of the facts is put into words here only."""
    told = re.compile(r"\b(UNITS?|ONE|WORDS)\[(row|rule|period|one)?\.?unit")
    assert [
        one.path
        for one in sources(".py")
        if one.path.startswith("policies/") and told.search(one.text) and one.path != "policies/core/facts/periods.py"
    ] == []
    assert periods.WORDS.keys() == UNIT.keys() == choices.UNIT.keys()


@pytest.mark.parametrize(
    ("bound", "together", "told"),
    [
        (None, "then", "tot de schade geregeld is, en daarna nog 1 jaar"),
        ("usually", "then", "tot de schade geregeld is, en daarna meestal nog 1 jaar"),
        ("at_most", "then", "tot de schade geregeld is, en daarna ten hoogste nog 1 jaar"),
        ("at_most", "earliest", "ten hoogste 1 jaar of tot de schade geregeld is: wat het eerst eindigt, telt"),
        ("usually", None, "meestal 1 jaar"),
    ],
)
def test_a_number_and_a_condition_are_said_alike_on_a_card_and_in_the_text(
    bound: str | None, together: str | None, told: str
) -> None:
    rule = f.RetentionRule(
        key="schade",
        number=1,
        unit="year",
        bound=bound,
        criterion="tot de schade geregeld is" if together else None,
        together=together,
    )
    company = make_company()
    activity = replace(company.activities[0], retention="schade")
    text = as_text.text(
        assemble(
            replace(
                company,
                retention_rules=(*company.retention_rules, rule),
                activities=(activity, *company.activities[1:]),
            ),
            load(),
            date(2026, 12, 1),
        ),
        None,
    )
    assert rule_on_card(rule) == told and told.casefold() in text.casefold()
