"""Facts of today in the dress of schema 1: what a program of then would have exported of a company that has none of the new fields."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.plain_data import to_data
from policies.core.facts.upgrade import NEW, NEW_CHOICES, PROMISES


def places(row: type = Facts, path: str = "") -> Iterator[tuple[str, type]]:
    """Every part and every list of rows, at any depth, by the path that upgrade.py writes: `activities.uses.items`."""
    for name, spec in specs_of(row).items():
        if spec.row:
            below = f"{path}.{name}" if path else name
            yield below, spec.row
            yield from places(spec.row, below)


def without_news(company: Facts) -> Facts:
    """The company as far as schema 1 could hold it: without the new fields, and without a promise that is denied."""
    return _edit(company, "")


def data_of(company: Facts) -> dict[str, Any]:
    """What the program of then would have exported of it."""
    return {**to_data(without_news(company)), "schema": 1}


def _edit(row: Any, path: str) -> Any:
    given: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value, below = getattr(row, name), f"{path}.{name}" if path else name
        if name in NEW.get(path, ()):
            given[name] = _empty(spec)
        elif name in PROMISES.get(path, ()):
            given[name] = value or None
        elif (path, name) in NEW_CHOICES:
            code = NEW_CHOICES[path, name]
            given[name] = (
                tuple(one for one in value if one != code)
                if isinstance(value, tuple)
                else None
                if value == code
                else value
            )
        elif spec.kind == "part":
            given[name] = _edit(value, below)
        elif spec.kind == "rows":
            given[name] = tuple(_edit(line, below) for line in value)
    return dataclasses.replace(row, **given)


def _empty(spec: Spec) -> Any:
    return (
        ()
        if spec.kind in {"lines", "urls", "choices", "countries", "refs", "rows"}
        else False
        if spec.kind == "tick"
        else None
    )
