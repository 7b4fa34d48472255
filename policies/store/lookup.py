"""The stored rows behind the lists of the wizard: which row a name in a path is, and back."""

from collections import Counter
from typing import Any

from django.db.models import Model

from policies.core.facts import paths
from policies.models import Policy
from policies.store.read import model_of, parent_column

Names = tuple[str, ...]


class NoRow(LookupError):
    """A row that the policy does not have: it was removed, or is of another policy."""


def policy_lookup(address: str) -> str:
    """Return the lookup from a row of a list to its policy: "activities.uses" → "activity__policy"."""
    model: type[Model] = Policy
    steps = []
    for index, name in enumerate(paths.split(address), 1):
        steps.append(parent_column(model, name))
        model = model_of(paths.class_at(paths.head(address, index)))
    return "__".join(reversed(steps))


def parent_of(address: str) -> str:
    """Return the name of the column that points at the parent of a row: "activities.uses" → "activity"."""
    return policy_lookup(address).split("__")[0]


def pks_of(policy: Policy, address: str) -> dict[Names, int]:
    """Return the pk of every row of a list, by the names that a path gives it. One query."""
    rows = model_of(paths.class_at(address))._default_manager.filter(**{policy_lookup(address): policy})
    if not paths.is_inside_row(address):
        return {(key,): pk for key, pk in rows.values_list("key", "pk")}
    found: dict[Names, int] = {}
    seen: Counter[str] = Counter()
    for above, category, pk in rows.values_list(f"{parent_of(address)}__key", "category__key", "pk"):
        found[above, category or str(seen[above])] = pk
        seen[above] += 1
    return found


def row_for(policy: Policy, address: str, pk: int) -> tuple[Model, Names]:
    """Return the row of this policy with that pk, and its names in a path. Raise NoRow."""
    names = next((names for names, found in pks_of(policy, address).items() if found == pk), None)
    row = model_of(paths.class_at(address))._default_manager.filter(pk=pk).first() if names else None
    if row is None or names is None:
        raise NoRow
    return row, names


def parent_for(policy: Policy, address: str, pk: str) -> tuple[Model, Names]:
    """Return the parent of a new row, and its names: the policy, a part of it, or the row with that pk. Raise NoRow."""
    part = paths.parent(address)
    if paths.is_inside_row(address):
        model = model_of(paths.class_at(part))
        row: Any = (
            model._default_manager.filter(policy=policy, pk=pk).first()
            if pk.isascii() and pk.isdecimal() and len(pk) < 19
            else None
        )
        if row is None:
            raise NoRow
        return row, (row.key,)
    return (getattr(policy, part) if part else policy), ()
