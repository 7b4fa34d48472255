"""Putting back a row that was removed: with what hung on it, at its place, and where it was referred to."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from .facts import LISTS, Facts, specs_of
from .facts.data import row_name


class NotPossible(LookupError):
    """The row cannot come back; the message is Dutch and says why."""


def put_back(now: Facts, before: Facts, path: str) -> Facts:
    """The facts of now with the row at `path` as it was in `before`.

    References to it come back where they are open still; its own references that lead nowhere now fall away.
    Raises NotPossible when the row is there already, or when what it hung on is gone.
    """
    parts = path.split(".")
    row = _at(before, parts)
    if row is None:
        raise NotPossible("Dit kan niet meer worden teruggezet.")
    if _at(now, parts) is not None:
        raise NotPossible("Dit staat er al weer.")
    index = _list(before, parts).index(row)
    known = {name: {one.key for one in getattr(now, name)} for name in LISTS}
    found = _edit(now, parts, lambda rows: (*rows[:index], _without_loose_ends(row, known), *rows[index:]))
    return _refer_again(found, before, parts[0], parts[1]) if len(parts) == 2 and parts[0] in LISTS else found


def _at(facts: Facts, parts: list[str]) -> Any:
    rows = _list(facts, parts)
    return next((row for row in rows if row_name(row) == parts[-1]), None)


def _list(facts: Any, parts: list[str]) -> tuple:
    """The list that the last name of a path is in; empty when something on the way is not there."""
    here = facts
    for name in parts[:-1]:
        here = next((row for row in here if row_name(row) == name), None) if isinstance(here, tuple) else getattr(here, name)
        if here is None:
            return ()
    return here


def _edit(row: Any, parts: list[str], act: Callable[[tuple], tuple]) -> Any:
    """The same row with the list of a path changed. Raises NotPossible when something on the way is gone."""
    name, rest = parts[0], parts[1:]
    value = getattr(row, name)
    if not isinstance(value, tuple):
        return dataclasses.replace(row, **{name: _edit(value, rest, act)})
    if len(rest) == 1:
        return dataclasses.replace(row, **{name: act(value)})
    if all(row_name(line) != rest[0] for line in value):
        raise NotPossible("Waar dit bij hoorde, is er niet meer. Zet dat eerst terug.")
    return dataclasses.replace(row, **{name: tuple(_edit(line, rest[1:], act) if row_name(line) == rest[0] else line for line in value)})


def _without_loose_ends(row: Any, known: Mapping[str, set[str]]) -> Any:
    """The row without references to what is gone."""

    def loose(spec: Any, value: Any) -> Any:
        if spec.kind == "refs":
            return tuple(key for key in value if key in known[spec.target])
        return value if value in known[spec.target] else None

    return _map(row, lambda spec, value: loose(spec, value))


def _map(row: Any, act: Callable[[Any, Any], Any]) -> Any:
    """The row with each of its references, and of the rows below, as `act` gives it."""
    given = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind in {"ref", "refs"}:
            given[name] = act(spec, value)
        elif spec.kind == "rows":
            given[name] = tuple(_map(line, act) for line in value)
        elif spec.kind == "part":
            given[name] = _map(value, act)
    return dataclasses.replace(row, **given)


def _refer_again(now: Any, before: Any, collection: str, key: str) -> Any:
    """What referred to the row before, and refers to nothing in its place now, refers to it again."""
    given = {}
    for name, spec in specs_of(type(now)).items():
        old, new = getattr(before, name), getattr(now, name)
        if spec.kind == "ref" and spec.target == collection and old == key and new is None:
            given[name] = key
        elif spec.kind == "refs" and spec.target == collection and key in old and key not in new:
            given[name] = tuple(one for one in old if one in new or one == key) + tuple(one for one in new if one not in old)
        elif spec.kind == "part":
            given[name] = _refer_again(new, old, collection, key)
        elif spec.kind == "rows":
            given[name] = tuple(_refer_again(line, was, collection, key) if (was := _before(line, old)) else line for line in new)
    return dataclasses.replace(now, **given)


def _before(line: Any, rows: tuple) -> Any:
    """What a row was before. A data use that lost its kind of data is known by what it holds."""
    if name := row_name(line):
        return next((row for row in rows if row_name(row) == name), None)
    return next((row for row in rows if getattr(row, "items", None) == getattr(line, "items", ())), None)
