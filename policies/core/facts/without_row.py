"""Facts without one row: what referred to it refers to nothing in its place."""

import dataclasses
from typing import Any

from policies.core.facts import LISTS, Facts, paths, specs_of


def without_row(facts: Facts, path: str) -> Facts:
    """Return the facts without the row at `path`, and without references to it. Raises KeyError when it is not there."""
    left = paths.put(facts, paths.parent(path), paths.rest_of(facts, path))
    collection, key = paths.parent(path), paths.leaf(path)
    return _without_references(left, collection, key) if collection in LISTS else left


def _without_references(row: Any, collection: str, key: str) -> Any:
    """Return the part or row in which nothing, also not in the rows below, refers to this key of a list."""
    given: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind == "ref" and spec.target == collection and value == key:
            given[name] = None
        elif spec.kind == "refs" and spec.target == collection and key in value:
            given[name] = tuple(one for one in value if one != key)
        elif spec.kind == "rows":
            given[name] = tuple(_without_references(inner, collection, key) for inner in value)
        elif spec.kind == "part":
            given[name] = _without_references(value, collection, key)
    return dataclasses.replace(row, **given)
