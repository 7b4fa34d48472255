"""Facts changed at a dotted path, and a value of the facts in words."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.data import row_name
from policies.core.facts.fragments import quoted
from policies.core.facts.values import country_names


def at(facts: Any, path: str) -> Any:
    """The value or row at a path. KeyError for a row that is not there."""
    here = facts
    for name in path.split("."):
        here = here[_index(here, name)] if isinstance(here, tuple) else getattr(here, name)
    return here


def put(row: Any, path: str, value: Any) -> Any:
    """The same facts with `value` at the path. KeyError for a row that is not there."""
    name, _, rest = path.partition(".")
    if isinstance(row, tuple):
        index = _index(row, name)
        return (*row[:index], put(row[index], rest, value) if rest else value, *row[index + 1 :])
    return dataclasses.replace(row, **{name: put(getattr(row, name), rest, value) if rest else value})


def put_all(facts: Facts, values: Mapping[str, Any]) -> Facts:
    """The same facts with each of these values at its path, in order."""
    for path, value in values.items():
        facts = put(facts, path, value)
    return facts


def rest_of(facts: Facts, path: str) -> tuple:
    """The list that the row at the path is in, without that row."""
    above, _, name = path.rpartition(".")
    rows = at(facts, above)
    index = _index(rows, name)
    return (*rows[:index], *rows[index + 1 :])


def _index(rows: tuple, name: str) -> int:
    for index, row in enumerate(rows):
        if (row_name(row) or str(index)) == name:
            return index
    raise KeyError(name)


def spec_at(path: str) -> Spec:
    """The Spec of the field at a path. KeyError for a path that facts cannot have."""
    row: Any = Facts
    names = iter(path.split("."))
    for name in names:
        spec = specs_of(row)[name]
        if spec.row is None:
            return spec
        row = spec.row
        if spec.kind == "rows":
            next(names, None)
    return spec


def in_words(facts: Facts, path: str, value: Any) -> str:
    """A value as a button or a question names it: “…” around text, the label of a choice, the name of a country or a row."""
    spec = spec_at(path)
    if isinstance(value, tuple):
        return " en ".join(_one(facts, spec, entry) for entry in value)
    return _one(facts, spec, value)


def _one(facts: Facts, spec: Spec, value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if spec.choices:
        return f"“{spec.choices.get(value, value)}”"
    if spec.kind in {"country", "countries"}:
        return country_names().get(value, value)
    if spec.kind in {"ref", "refs"}:
        row = facts.find(spec.target, value)
        return quoted(getattr(row, "name", None) or value)
    return quoted(shortened(str(getattr(value, "name", value))))


def shortened(text: str, most: int = 80) -> str:
    """A text on one line, cut after a whole word."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[:most]} …"
