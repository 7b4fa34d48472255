"""Putting back a row that was removed: with what hung on it, at its place, and where it was referred to."""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from policies.core.facts import LISTS, Facts, Spec, paths, specs_of
from policies.core.facts.remove import groundless
from policies.core.facts.spare_keys import spare_key


class NotPossible(LookupError):
    """The row cannot come back; the message is Dutch and says why."""


def put_back(now: Facts, before: Facts, path: str, rest: Iterable[str] = ()) -> Facts:
    """Return the facts `now` with the row at `path`, and those at `rest` that were removed with it, as in `before`.

    References to them come back where they are still open; their own references that lead nowhere now fall away.

    A row of `rest` that is there again stays as it is now; if another row has its key, it comes back under a key of its
    own. They wait to be confirmed if they did so before.

    Raises NotPossible when the row is there already, or when what it hung on is gone.
    """
    if paths.find_named(before, path) is None:
        raise NotPossible("Dit kan niet meer worden teruggezet.")
    if paths.find_named(now, path) is not None:
        raise NotPossible("Dit staat er al weer.")
    back, before = _free_keys(now, before, rest)
    places = [one for one in (*back, path) if paths.find_named(now, one) is None]
    known = {
        name: {row.key for row in getattr(now, name)} | {paths.below(one) for one in places if paths.top(one) == name}
        for name in LISTS
    }
    for one in places:  # what stayed; the rows themselves bring their references
        if paths.parent(one) in LISTS:
            now = _refer_again(now, before, paths.parent(one), paths.leaf(one))
    for one in sorted(places, key=lambda one: _place(before, one)):  # each finds those before it at their places
        now = _put_one(now, before, one, known)
    return _wait_again(now, before, places)


def answer_again(now: Facts, before: Facts, changed: Mapping[str, Any]) -> Facts:
    """Return the facts `now` with the answers of `before` that a removal changed and that nobody changed since.

    `changed` maps the path of such an answer to what the removal made of it. A yes comes back only when there is
    something again that it rests on.
    """
    if not changed or any(paths.read(now, path) != value for path, value in changed.items()):
        return now
    answered = paths.put_all(now, {path: paths.read(before, path) for path in changed})
    return now if groundless(answered).keys() & changed.keys() else answered


def _free_keys(now: Facts, before: Facts, rest: Iterable[str]) -> tuple[list[str], Facts]:
    """Return the paths to put back, and the facts `before` in which these rows have keys of their own.

    No other row of `now` has such a key.
    """
    places = []
    for path in rest:
        collection, key = paths.parent(path), paths.leaf(path)
        old, here = paths.find_named(before, path), paths.find_named(now, path)
        if here is not None and paths.row_name(old) and _name_of(old) != _name_of(here) and collection in LISTS:
            new = spare_key(key, (*getattr(now, collection), *getattr(before, collection)))
            before, path = _with_other_key(before, collection, key, new), paths.under(collection, new)
        places.append(path)
    return places, before


def _name_of(row: Any) -> str:
    return (getattr(row, "name", None) or "").casefold()


def _with_other_key(facts: Facts, collection: str, key: str, new: str) -> Facts:
    """Return the facts with the key `new` for a row of a list, and in everything that refers to it."""
    rows = tuple(dataclasses.replace(row, key=new) if row.key == key else row for row in getattr(facts, collection))

    def changed(spec: Spec, value: Any) -> Any:
        if spec.target != collection:
            return value
        if spec.kind == "refs":
            return tuple(new if one == key else one for one in value)
        return new if value == key else value

    renamed: Facts = _with_references(paths.put(facts, collection, rows), changed)
    return renamed


def _place(facts: Facts, path: str) -> int:
    """Return the place of a row in its list."""
    place: int = paths.read(facts, paths.parent(path)).index(paths.find_named(facts, path))
    return place


def _put_one(now: Facts, before: Facts, path: str, known: Mapping[str, set[str]]) -> Facts:
    """Return the facts `now` with the row at its place: behind the rows of `before` that still stand before it.

    Raises NotPossible when the row that it hung on is gone.
    """
    row, index = _without_loose_ends(paths.find_named(before, path), known), _place(before, path)
    earlier = {paths.row_name(one) for one in paths.find_named(before, paths.parent(path))[:index]}
    rows = paths.find_named(now, paths.parent(path))
    if rows is None:
        raise NotPossible("Waar dit bij hoorde, is er niet meer. Zet dat eerst terug.")
    return paths.put(now, paths.parent(path), _inserted(rows, row, earlier, index))


def _inserted(rows: tuple[Any, ...], row: Any, earlier: Collection[str | None], index: int) -> tuple[Any, ...]:
    if None in earlier or any(paths.row_name(one) is None for one in rows):
        return (*rows[:index], row, *rows[index:])  # rows that nothing names are known by their number
    place = max((number for number, one in enumerate(rows, 1) if paths.row_name(one) in earlier), default=0)
    return (*rows[:place], row, *rows[place:])


def _wait_again(now: Facts, before: Facts, places: Iterable[str]) -> Facts:
    """Return the facts in which the rows that waited to be confirmed wait again: nobody looked at them meanwhile."""
    waiting = now.preset.unconfirmed
    again = [path for path in places if path in before.preset.unconfirmed and path not in waiting]
    order = [path for path in before.preset.unconfirmed if path in waiting or path in again]
    wanted = (*order, *(path for path in waiting if path not in order))
    return dataclasses.replace(now, preset=dataclasses.replace(now.preset, unconfirmed=wanted)) if again else now


def _without_loose_ends(row: Any, known: Mapping[str, set[str]]) -> Any:
    """Return the row without references to rows that are gone; `known` holds the keys that there are, by list."""

    def kept(spec: Spec, value: Any) -> Any:
        if spec.kind == "refs":
            return tuple(key for key in value if key in known[spec.target])
        return value if value in known[spec.target] else None

    return _with_references(row, kept)


def _with_references(row: Any, change: Callable[[Spec, Any], Any]) -> Any:
    """Return the row with each of its references, and of those below it, as `change` gives it."""
    given: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind in {"ref", "refs"}:
            given[name] = change(spec, value)
        elif spec.kind == "rows":
            given[name] = tuple(_with_references(line, change) for line in value)
        elif spec.kind == "part":
            given[name] = _with_references(value, change)
    return dataclasses.replace(row, **given)


def _refer_again(now: Any, before: Any, collection: str, key: str) -> Any:
    """Return `now` with each reference to a row that `before` had and that is still open."""
    given: dict[str, Any] = {}
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


def _before(line: Any, rows: tuple[Any, ...]) -> Any:
    """Return what a row was before; None for a new one.

    A data use that lost its kind of data is known by everything else that it says.
    """
    if name := paths.row_name(line):
        return next((row for row in rows if paths.row_name(row) == name), None)
    plain = [name for name, spec in specs_of(type(line)).items() if spec.kind not in {"ref", "refs"}]
    return next((row for row in rows if all(getattr(row, name) == getattr(line, name) for name in plain)), None)
