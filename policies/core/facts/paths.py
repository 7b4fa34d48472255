"""The one engine for paths of facts.

Text in, text or values out; everybody who takes a path apart or follows one calls it.

A path names a fact: "activities.orders.purposes.deliver.legal_basis". A part or a list gives its own name, a row its
key (a data use the key of its category, a row without either its number). An address is a path without the names of
rows: "activities.purposes".
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from policies.core.facts import LISTS, Facts
from policies.core.facts.fields import Spec, specs_of

T = TypeVar("T")

# --- the text of a path ---------------------------------------------------------------------------------------------


def split(path: str) -> list[str]:
    """Return the names of a path, in order."""
    return path.split(".")


def join(names: Iterable[str]) -> str:
    """Return the path with these names; an empty name is left out."""
    return ".".join(filter(None, names))


def parent(path: str) -> str:
    """Return the path of what holds it: "activities.purposes" → "activities".

    It is empty for what the facts hold themselves.
    """
    return path.rpartition(".")[0]


def leaf(path: str) -> str:
    """Return the last name: "activities.purposes" → "purposes"."""
    return path.rpartition(".")[2]


def top(path: str) -> str:
    """Return the first name: "activities.orders.story" → "activities"."""
    return path.partition(".")[0]


def below(path: str) -> str:
    """Return the path without its first name: "activities.orders" → "orders"; empty when there is one name."""
    return path.partition(".")[2]


def head(path: str, count: int) -> str:
    """Return the first `count` names as a path."""
    return ".".join(path.split(".")[:count])


def lineage(path: str) -> Iterator[str]:
    """Yield the path and every path that it lies below, the first name first: "a", "a.b", "a.b.c"."""
    names = path.split(".")
    for count in range(1, len(names) + 1):
        yield ".".join(names[:count])


def under(path: str, name: str) -> str:
    """Return the path of what stands below: "activities" and "orders" → "activities.orders".

    An empty path is that of the facts.
    """
    return f"{path}.{name}" if path else name


# --- the shape of a path: which fields, lists and rows it passes ----------------------------------------------------


@dataclasses.dataclass(frozen=True)
class ParsedPath:
    """A path taken apart.

    It is the address of the part or list, the names of the rows on the way, and the field if it names one.
    """

    address: str
    rows: tuple[str, ...] = ()
    field: str = ""


def parse(path: str) -> ParsedPath:
    """Return the path taken apart. Raises KeyError for a path that facts cannot have."""
    row: Any = Facts
    address: list[str] = []
    rows: list[str] = []
    names = iter(path.split("."))
    for name in names:
        spec = specs_of(row)[name]
        if spec.row is None:
            if next(names, None) is not None:
                raise KeyError(path)  # nothing lies below a field
            return ParsedPath(".".join(address), tuple(rows), name)
        address.append(name)
        row = spec.row
        if spec.kind == "rows" and (key := next(names, None)) is not None:
            rows.append(key)
    return ParsedPath(".".join(address), tuple(rows))


def path_of(address: str, rows: Sequence[str]) -> str:
    """Return the path of a row, from its list and the names of the rows on the way: the inverse of `parse`."""
    names = iter(rows)
    parts = []
    for part, is_list in _passed(address):
        parts.append(part)
        if is_list and (name := next(names, None)) is not None:
            parts.append(name)
    return ".".join(parts)


@cache
def class_at(address: str) -> Any:
    """Return the class of the part or row at an address. Raises KeyError for an address that facts cannot have."""
    row: Any = Facts
    for name in address.split("."):
        row = specs_of(row)[name].row
    return row


def field_spec(address: str, name: str) -> Spec:
    """Return the Spec of one field of the part or rows at an address. Raises KeyError for a field that is not there."""
    return specs_of(class_at(address))[name]


def list_spec(address: str) -> Spec:
    """Return the Spec of a part or list itself: its label, and what its rows are. Raises KeyError for an address that facts cannot have."""
    above = parent(address)
    return specs_of(class_at(above) if above else Facts)[leaf(address)]


def spec_at(path: str) -> Spec:
    """Return the Spec of the field at a path. Raises KeyError for a path that facts cannot have."""
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


def depth(address: str) -> int:
    """Return how many lists an address passes: one for "cookies.placed", two for "activities.purposes"."""
    return sum(is_list for _, is_list in _passed(address))


def is_inside_row(address: str) -> bool:
    """Say whether the rows of this list hang on rows of another list, not on a part or on the facts themselves."""
    return parent(address) in LISTS


def rows_passed(path: str) -> list[tuple[str, str]]:
    """Return the rows that a path passes, each as the address of its list and its own path.

    It stops at what facts cannot have.
    """
    found: list[tuple[str, str]] = []
    row: Any = Facts
    address: list[str] = []
    passed: list[str] = []
    names = iter(path.split("."))
    for name in names:
        spec = specs_of(row).get(name)
        if spec is None or spec.row is None:
            return found
        address.append(name)
        passed.append(name)
        if spec.kind == "rows":
            if (key := next(names, None)) is None:
                return found
            passed.append(key)
            found.append((".".join(address), ".".join(passed)))
        row = spec.row
    return found


def _passed(address: str) -> Iterator[tuple[str, bool]]:
    """Yield the names of an address, and whether each is a list."""
    row: Any = Facts
    for name in address.split("."):
        spec = specs_of(row)[name]
        yield name, spec.kind == "rows"
        row = spec.row


# --- names of rows --------------------------------------------------------------------------------------------------


def row_name(row: Any) -> str | None:
    """Return the name of a row inside its list: its key, or for a data use its category.

    None for a row that only its number names.
    """
    return getattr(row, "key", None) or getattr(row, "category", None)


def name_at(rows: Sequence[Any], index: int) -> str:
    """Return what a path calls the row at this place of a list."""
    return row_name(rows[index]) or str(index)


def position(rows: Sequence[Any], name: str) -> int | None:
    """Return the place in the list of the row that a path calls `name`; None when it is not there."""
    return next((index for index in range(len(rows)) if name_at(rows, index) == name), None)


# --- values at a path -----------------------------------------------------------------------------------------------


def read(facts: Any, path: str) -> Any:
    """Return the value or row at a path. Raises KeyError for a row that is not there."""
    here = facts
    for name in path.split("."):
        here = here[_index(here, name)] if isinstance(here, tuple) else getattr(here, name)
    return here


def find(facts: Any, path: str) -> Any:
    """Return the value or row at a path; None when a row on the way is not there."""
    try:
        return read(facts, path)
    except KeyError:
        return None


def find_named(facts: Any, path: str) -> Any:
    """Return the value, row or list at a path whose rows all have a name of their own.

    None when one of these is not there, or when the path calls it by its number: that says nothing after rows came or
    went.
    """
    here = facts
    for name in path.split("."):
        here = (
            next((row for row in here if row_name(row) == name), None)
            if isinstance(here, tuple)
            else getattr(here, name)
        )
        if here is None:
            return None
    return here


def put(row: T, path: str, value: Any) -> T:
    """Return the same facts, part, row or list with `value` at the path.

    Raises KeyError for a row that is not there.
    """
    changed: T = _put(row, path, value)
    return changed


def _put(row: Any, path: str, value: Any) -> Any:
    name, _, rest = path.partition(".")
    if isinstance(row, tuple):
        index = _index(row, name)
        return (*row[:index], _put(row[index], rest, value) if rest else value, *row[index + 1 :])
    return dataclasses.replace(row, **{name: _put(getattr(row, name), rest, value) if rest else value})


def put_all(facts: Facts, values: Mapping[str, Any]) -> Facts:
    """Return the same facts with each of these values at its path, in order.

    Raises KeyError for a row that is not there.
    """
    for path, value in values.items():
        facts = put(facts, path, value)
    return facts


def rest_of(facts: Facts, path: str) -> tuple[Any, ...]:
    """Return the list that the row at the path is in, without that row. Raises KeyError for a row that is not there."""
    rows = read(facts, parent(path))
    index = _index(rows, leaf(path))
    return (*rows[:index], *rows[index + 1 :])


def rows_at(facts: Any, address: str, rows: Sequence[str]) -> tuple[Any, ...]:
    """Return the list at an address, inside the named rows; empty when one of those is not there."""
    here, found, names = facts, (), iter(rows)
    for name in address.split("."):
        here = getattr(here, name)
        if isinstance(here, tuple):
            found = here
            index = position(here, next(names, ""))
            here = here[index] if index is not None else None
        if here is None:
            return found if name == leaf(address) else ()
    return found


def each_row(row: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a part or row and everything below it, each with its path, in reading order."""
    yield path, row
    for name, spec in specs_of(type(row)).items():
        if spec.kind == "part":
            yield from each_row(getattr(row, name), under(path, name))
        elif spec.kind == "rows":
            for index, inner in enumerate(getattr(row, name)):
                yield from each_row(inner, under(under(path, name), row_name(inner) or str(index)))


def walk(facts: Any, path: str = "") -> Iterator[tuple[str, Spec, Any]]:
    """Yield every field of every row with its path, Spec and value, in reading order.

    Parts and lists themselves are left out.
    """
    for place, row in each_row(facts, path):
        for name, spec in specs_of(type(row)).items():
            if spec.kind not in {"part", "rows"}:
                yield under(place, name), spec, getattr(row, name)


def _index(rows: tuple[Any, ...], name: str) -> int:
    index = position(rows, name)
    if index is None:
        raise KeyError(name)
    return index


def passed(address: str) -> Iterator[tuple[str, bool]]:
    """Yield the names of an address in order, each with whether it is that of a list. Raises KeyError for an address that facts cannot have."""
    return _passed(address)
