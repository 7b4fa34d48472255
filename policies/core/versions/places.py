"""Where a changed answer stands: the row that it belongs to, as it was and as it is, and the rows above that one."""

from dataclasses import dataclass
from typing import Any

from policies.core.facts import Facts
from policies.core.facts.fields import Spec, specs_of
from policies.core.versions.changed_facts import FactChange, named_rows

FOLDED = frozenset(
    {"activities.uses.items", "activities.uses.extra_sources", "recipients.other_roles"}
)  # rows that are told with the row above them


@dataclass(frozen=True, slots=True)
class Pair:
    """A part or a row in two versions; None where it is not there."""

    was: Any
    now: Any

    @property
    def any(self) -> Any:
        """Return the row as it is, or was."""
        return self.was if self.now is None else self.now


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change stands. `address` is the path without names of rows; `spec` is that of the field, None for a whole row."""

    change: FactChange
    address: str
    keys: tuple[str, ...]
    rows: tuple[Pair, ...]
    spec: Spec | None

    @property
    def row(self) -> Pair:
        """Return the part or row that changed, or that holds the field."""
        return self.rows[-1]

    @property
    def field(self) -> str:
        """Return the name of the field, empty for a whole row."""
        return self.change.path.rpartition(".")[2] if self.spec else ""

    @property
    def head(self) -> tuple[str, tuple[str, ...]]:
        """Return what names the row that one sentence is about."""
        folded = self.address in FOLDED
        return (self.address.rpartition(".")[0], self.keys[:-1]) if folded else (self.address, self.keys)

    @property
    def rows_of_head(self) -> tuple[Pair, ...]:
        """Return the rows down to the one that the sentence is about."""
        return self.rows[:-1] if self.address in FOLDED else self.rows


def place_of(change: FactChange, old: Facts, new: Facts) -> Place:
    """Return where a change stands."""
    names = change.path.split(".")
    address: list[str] = []
    keys: list[str] = []
    rows, row, pair = [], Facts, Pair(old, new)
    while names:
        name = names.pop(0)
        spec = specs_of(row)[name]
        if spec.kind not in {"part", "rows"}:
            return Place(change, ".".join(address), tuple(keys), tuple(rows), spec)
        below = Pair(*(None if one is None else getattr(one, name) for one in (pair.was, pair.now)))
        if spec.kind == "rows":
            key = names.pop(0)
            below = Pair(*(named_rows(one or ()).get(key) for one in (below.was, below.now)))
            keys.append(key)
        address.append(name)
        row, pair = spec.row, below
        rows.append(pair)
    return Place(change, ".".join(address), tuple(keys), tuple(rows), None)
