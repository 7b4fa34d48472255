"""Where a changed answer stands: the row that it belongs to, as it was and as it is, and the rows above that one."""

from dataclasses import dataclass
from typing import Any

from policies.core.facts import Facts, paths
from policies.core.facts.fields import Spec
from policies.core.versions.changed_facts import FactChange, named_rows

FOLDED = frozenset(
    {"activities.uses.items", "activities.uses.extra_sources", "recipients.other_roles"}
)  # rows that are told with the row above them


@dataclass(frozen=True, slots=True)
class RowPair:
    """A part or a row in two versions; None where it is not there."""

    was: Any
    now: Any

    @property
    def any(self) -> Any:
        """Return the row as it is, or was."""
        return self.was if self.now is None else self.now


@dataclass(frozen=True, slots=True)
class ChangePlace:
    """Where a change stands. `address` is the path without names of rows; `spec` is that of the field, None for a whole row."""

    change: FactChange
    address: str
    keys: tuple[str, ...]
    rows: tuple[RowPair, ...]
    spec: Spec | None

    @property
    def row(self) -> RowPair:
        """Return the part or row that changed, or that holds the field."""
        return self.rows[-1]

    @property
    def field_spec(self) -> Spec:
        """Return the Spec of the field. Raises AssertionError for a whole row."""
        assert self.spec is not None
        return self.spec

    @property
    def field(self) -> str:
        """Return the name of the field, empty for a whole row."""
        return paths.leaf(self.change.path) if self.spec else ""

    @property
    def head(self) -> tuple[str, tuple[str, ...]]:
        """Return what names the row that one sentence is about."""
        folded = self.address in FOLDED
        return (paths.parent(self.address), self.keys[:-1]) if folded else (self.address, self.keys)

    @property
    def rows_of_head(self) -> tuple[RowPair, ...]:
        """Return the rows down to the one that the sentence is about."""
        return self.rows[:-1] if self.address in FOLDED else self.rows


def place_of(change: FactChange, old: Facts, new: Facts) -> ChangePlace:
    """Return where a change stands."""
    place = paths.parse(change.path)
    keys = iter(place.rows)
    rows: list[RowPair] = []
    pair = RowPair(old, new)
    for name, is_list in paths.passed(place.address):
        pair = RowPair(*(None if one is None else getattr(one, name) for one in (pair.was, pair.now)))
        if is_list:
            key = next(keys)
            pair = RowPair(*(named_rows(one or ()).get(key) for one in (pair.was, pair.now)))
        rows.append(pair)
    spec = paths.field_spec(place.address, place.field) if place.field else None
    return ChangePlace(change, place.address, place.rows, tuple(rows), spec)
