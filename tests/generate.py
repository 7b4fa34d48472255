"""Companies that nobody thought up: facts made from the Specs, for tests that must hold for all of them.

    @given(companies())
    def test_…(company): …

`full_company(turn)` answers everything; over TURNS turns every choice that exists is made once.
All of them are canonical: from_data(to_data(company)) == company.
"""

import dataclasses
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from policies.core import facts
from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.countries import ORGANISATIONS
from policies.core.facts.fragments import without_list_signs
from policies.core.facts.numbers import NOTATIONS
from policies.core.facts.values import country_names

# Short enough for the shortest field, and each with something that careless code trips over.
WORDS = (
    "brood",
    "<b>vet</b>",
    "{{ 7*7 }}",
    "{% if x %}",
    'A & "B"',
    "'t café",
    "Łódź ß ĳ",
    "📦 pakje",
    "שלום",
    "1. punt",
    "- streepje",
    "50 %",
    "a_b*c*`d`",
    "&amp;",
    "nee",
    "null",
    "# kop",
    "ja: nee",
    "\\n",
)
NUMBERS = {
    "BE": {
        "register_number": "1999.999.943",
        "branch_number": "2.999.999.964",
        "vat_number": "BE 1999.999.943",
        "rsin": None,
    },
    "NL": {
        "register_number": "99999999",
        "branch_number": "000099999999",
        "vat_number": "NL000099998B57",
        "rsin": "999999904",
    },
}
PAIRS = {"unit": "number", "term_unit": "term_number"}
TURNS = max(
    len(spec.choices) for row in (*facts.PARTS.values(), *facts.LISTS.values()) for spec in specs_of(row).values()
)


@dataclass
class Maker:
    """Makes every decision: `pick(n)` is a number below n, `leaves()` says whether an answer stays open."""

    pick: Callable[[int], int]
    leaves: Callable[[], bool]
    most: int
    least: int = 0
    keys: dict[str, list[str]] = field(default_factory=dict)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def one(self, options: Any) -> Any:
        options = list(options)
        return options[self.pick(len(options))]

    def some(self, options: Any) -> tuple:
        """A few different ones, in any order; at least one unless there are none."""
        options = list(options)
        wanted = 1 + self.pick(min(3, len(options))) if options else 0
        return tuple(options.pop(self.pick(len(options))) for _ in range(wanted))

    def amount(self) -> int:
        return self.least + self.pick(self.most - self.least + 1)

    def text(self, spec: Spec) -> str:
        """A text that stands nowhere else in these facts, as it comes through the gate."""
        text = f"{self.one(word for word in WORDS if len(word) + 5 <= spec.max_length)} w{next(self.numbers)}"
        return (
            NOTATIONS["postcode"](text)
            if spec.notation == "postcode"
            else without_list_signs(text, spec.kind, spec.wording or "code")
        )


def _day(maker: Maker, spec: Spec) -> str:
    return (date(2024, 2, 29) + timedelta(days=maker.pick(1000))).isoformat()


VALUES: dict[str, Callable[[Maker, Spec], Any]] = {
    "text": Maker.text,
    "long": lambda maker, spec: f"{maker.text(spec)}\n\n{maker.text(spec)}\n{maker.text(spec)}",
    "lines": lambda maker, spec: tuple(maker.text(spec) for _ in range(1 + maker.pick(2))),
    "choice": lambda maker, spec: maker.one(spec.choices),
    "choices": lambda maker, spec: maker.some(spec.choices),
    "yesno": lambda maker, spec: maker.pick(2) == 0,
    "tick": lambda maker, spec: True,
    "number": lambda maker, spec: spec.minimum + maker.pick(spec.maximum - spec.minimum + 1),
    "day": _day,
    "url": lambda maker, spec: f"https://w{next(maker.numbers)}.example/pad?a=1&b=%C3%A9#x",
    "urls": lambda maker, spec: tuple(f"https://w{next(maker.numbers)}.example/" for _ in range(1 + maker.pick(2))),
    "email": lambda maker, spec: f"w{next(maker.numbers)}@voorbeeld.example",
    "phone": lambda maker, spec: f"+32 9 000 {next(maker.numbers):04}",
    "country": lambda maker, spec: maker.one(sorted(country_names().keys() - ORGANISATIONS.keys())),
    "countries": lambda maker, spec: maker.some(
        sorted(country_names().keys() - (set() if spec.organisations else ORGANISATIONS.keys()))
    ),
    "ref": lambda maker, spec: maker.one(maker.keys[spec.target]) if maker.keys[spec.target] else None,
    "refs": lambda maker, spec: maker.some(maker.keys[spec.target]),
}


def build(maker: Maker) -> Facts:
    """A whole company."""
    for name in facts.LISTS:
        maker.keys[name] = [f"{name.replace('_', '-')}-{number}" for number in range(1, maker.amount() + 1)]
    parts = {name: _row(maker, row) for name, row in facts.PARTS.items()}
    lists = {name: tuple(_row(maker, row, key) for key in maker.keys[name]) for name, row in facts.LISTS.items()}
    return Facts(**parts, **lists)


def _row(maker: Maker, row: type, key: str = "") -> Any:
    found: dict[str, Any] = {}
    for name, spec in specs_of(row).items():
        if spec.kind == "key":
            found[name] = key
        elif spec.kind == "rows":
            found[name] = _lines(maker, spec.row, name)
        elif name in PAIRS and found.get(PAIRS[name]) is None:
            continue  # a unit without a number says nothing
        elif name in PAIRS or not maker.leaves():
            found[name] = VALUES[spec.kind](maker, spec)
    if row is facts.Controller:
        found |= {name: value for name, value in NUMBERS.get(found.get("country"), {}).items() if name in found}
    if row is facts.RetentionRule:
        found |= _kept(maker, found)
    if not found.get("planned", True):
        found["planned_from"] = None  # a day is said of a plan alone
    return row(**found)


def _kept(maker: Maker, found: dict[str, Any]) -> dict[str, Any]:
    """What makes a period of a rule that keeps nothing: mostly a period all the same, sometimes nothing, sometimes both, which is a fault that a person can make."""
    shape = (
        maker.pick(5) if found.get("nothing_kept") else 0
    )  # 5: no number of units, so that each unit is drawn with a period too
    if shape == 1:
        return dict.fromkeys(("number", "unit", "start_event", "bound", "criterion", "together"))
    return {} if shape == 3 else {"nothing_kept": False}


def _lines(maker: Maker, row: type, name: str) -> tuple:
    """Rows inside a row. Keys are unique there only; an activity uses a category once."""
    lines = [_row(maker, row, f"{name}-{number}") for number in range(1, maker.amount() + 1)]
    if row is facts.DataUse:
        free = list(maker.keys["categories"])
        for index, line in enumerate(lines):
            category = free.pop(maker.pick(len(free))) if free and not maker.leaves() else None
            lines[index] = dataclasses.replace(line, category=category)
    return tuple(lines)


def full_company(turn: int = 0, rows: int = 2) -> Facts:
    """Every question answered, with `rows` rows in every list."""
    return build(Maker(pick=lambda below: turn % below, leaves=lambda: False, most=rows, least=rows))


def any_company(pick: Callable[[int], int], most: int = 2) -> Facts:
    """Whatever `pick` makes of it: each answer given or, one time in four, left open; up to `most` rows in a list."""
    return build(Maker(pick=pick, leaves=lambda: pick(4) == 0, most=most))


@st.composite
def companies(draw: st.DrawFn, most: int = 2) -> Facts:
    """Any company. Hypothesis draws the seed only: to let it draw each of the thousand choices took half a second a company."""
    return any_company(random.Random(draw(st.integers(0, 2**32 - 1))).randrange, most)
