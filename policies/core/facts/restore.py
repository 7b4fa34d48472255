"""Putting back a row that was removed: with what hung on it, at its place, and where it was referred to."""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from policies.core.facts import LISTS, Facts, paths, specs_of
from policies.core.facts.remove import groundless
from policies.core.facts.spare_keys import spare_key


class NotPossible(LookupError):
    """The row cannot come back; the message is Dutch and says why."""


def put_back(now: Facts, before: Facts, path: str, rest: Iterable[str] = ()) -> Facts:
    """The facts of now with the row at `path` as it was in `before`, and the rows at `rest` that went along with it.

    References to them come back where they are open still; their own references that lead nowhere now fall away. What went along and is there again
    stays as it is now; stands another row under its key, then it comes back under a key of its own. They wait to be confirmed if they did so before.
    Raises NotPossible when the row is there already, or when what it hung on is gone.
    """
    parts = path.split(".")
    if _at(before, parts) is None:
        raise NotPossible("Dit kan niet meer worden teruggezet.")
    if _at(now, parts) is not None:
        raise NotPossible("Dit staat er al weer.")
    back, before = _free_keys(now, before, rest)
    places = [one for one in (*back, path) if _at(now, one.split(".")) is None]
    known = {
        name: {row.key for row in getattr(now, name)}
        | {one.partition(".")[2] for one in places if one.partition(".")[0] == name}
        for name in LISTS
    }
    for collection, _, key in (
        one.partition(".") for one in places
    ):  # what stayed; the rows themselves bring their references
        now = _refer_again(now, before, collection, key) if collection in LISTS and "." not in key else now
    for one in sorted(places, key=lambda one: _place(before, one)):  # each finds those before it at their places
        now = _put_one(now, before, one, known)
    return _wait_again(now, before, places)


def answer_again(now: Facts, before: Facts, changed: Mapping[str, Any]) -> Facts:
    """The facts of now with the answers of `before` where a removal `changed` them (path → what it made of them) and nobody did so since.

    A yes comes back only when there is something again that it rests on.
    """
    if not changed or any(paths.read(now, path) != value for path, value in changed.items()):
        return now
    answered = paths.put_all(now, {path: paths.read(before, path) for path in changed})
    return now if groundless(answered).keys() & changed.keys() else answered


def _free_keys(now: Facts, before: Facts, rest: Iterable[str]) -> tuple[list[str], Facts]:
    """What is to come back, and the facts of before in which it has keys that no other row of now has."""
    places = []
    for path in rest:
        collection, _, key = path.rpartition(".")
        old, here = _at(before, path.split(".")), _at(now, path.split("."))
        if here is not None and paths.row_name(old) and _called(old) != _called(here) and collection in LISTS:
            new = spare_key(key, (*getattr(now, collection), *getattr(before, collection)))
            before, path = _renamed(before, collection, key, new), f"{collection}.{new}"
        places.append(path)
    return places, before


def _called(row: Any) -> str:
    return (getattr(row, "name", None) or "").casefold()


def _renamed(facts: Facts, collection: str, key: str, new: str) -> Facts:
    """The facts with another key for a row, and in what refers to it."""
    rows = tuple(dataclasses.replace(row, key=new) if row.key == key else row for row in getattr(facts, collection))

    def renamed(spec: Any, value: Any) -> Any:
        if spec.target != collection:
            return value
        return (
            tuple(new if one == key else one for one in value)
            if spec.kind == "refs"
            else new
            if value == key
            else value
        )

    return _map(dataclasses.replace(facts, **{collection: rows}), renamed)


def _place(facts: Facts, path: str) -> int:
    parts = path.split(".")
    return _list(facts, parts).index(_at(facts, parts))


def _put_one(now: Facts, before: Facts, path: str, known: Mapping[str, set[str]]) -> Facts:
    """The row at its place: behind the rows of before that are still before it."""
    parts = path.split(".")
    row, index = _without_loose_ends(_at(before, parts), known), _place(before, path)
    earlier = {paths.row_name(one) for one in _list(before, parts)[:index]}
    return _edit(now, parts, lambda rows: _inserted(rows, row, earlier, index))


def _inserted(rows: tuple, row: Any, earlier: Collection[str | None], index: int) -> tuple:
    if None in earlier or any(paths.row_name(one) is None for one in rows):
        return (*rows[:index], row, *rows[index:])  # rows that nothing names are known by their number
    place = max((number for number, one in enumerate(rows, 1) if paths.row_name(one) in earlier), default=0)
    return (*rows[:place], row, *rows[place:])


def _wait_again(now: Facts, before: Facts, places: Iterable[str]) -> Facts:
    """What waited to be confirmed waits again: nobody looked at it meanwhile."""
    waiting = now.preset.unconfirmed
    again = [path for path in places if path in before.preset.unconfirmed and path not in waiting]
    order = [path for path in before.preset.unconfirmed if path in waiting or path in again]
    wanted = (*order, *(path for path in waiting if path not in order))
    return dataclasses.replace(now, preset=dataclasses.replace(now.preset, unconfirmed=wanted)) if again else now


def _at(facts: Facts, parts: list[str]) -> Any:
    rows = _list(facts, parts)
    return next((row for row in rows if paths.row_name(row) == parts[-1]), None)


def _list(facts: Any, parts: list[str]) -> tuple:
    """The list that the last name of a path is in; empty when something on the way is not there."""
    here = facts
    for name in parts[:-1]:
        here = (
            next((row for row in here if paths.row_name(row) == name), None)
            if isinstance(here, tuple)
            else getattr(here, name)
        )
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
    if all(paths.row_name(line) != rest[0] for line in value):
        raise NotPossible("Waar dit bij hoorde, is er niet meer. Zet dat eerst terug.")
    return dataclasses.replace(
        row, **{name: tuple(_edit(line, rest[1:], act) if paths.row_name(line) == rest[0] else line for line in value)}
    )


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
            given[name] = tuple(one for one in old if one in new or one == key) + tuple(
                one for one in new if one not in old
            )
        elif spec.kind == "part":
            given[name] = _refer_again(new, old, collection, key)
        elif spec.kind == "rows":
            given[name] = tuple(
                _refer_again(line, was, collection, key) if (was := _before(line, old)) else line for line in new
            )
    return dataclasses.replace(now, **given)


def _before(line: Any, rows: tuple) -> Any:
    """What a row was before. A data use that lost its kind of data is known by everything else that it says."""
    if name := paths.row_name(line):
        return next((row for row in rows if paths.row_name(row) == name), None)
    plain = [name for name, spec in specs_of(type(line)).items() if spec.kind not in {"ref", "refs"}]
    return next((row for row in rows if all(getattr(row, name) == getattr(line, name) for name in plain)), None)
