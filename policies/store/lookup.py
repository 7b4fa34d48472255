"""The stored rows behind the lists of the wizard: which row a name in a path is, and back."""

from collections import Counter

from django.db.models import Model

from policies.core.facts import paths
from policies.models import Policy
from policies.store.read import model_of, parent_column

Names = tuple[str, ...]


class NoRow(LookupError):
    """The policy has no such row: it went, or it is of another policy."""


def way_to_policy(address: str) -> str:
    """The lookup from a row of this list to its policy: "activities.uses" → "activity__policy"."""
    model: type[Model] = Policy
    way = []
    for index, name in enumerate(address.split("."), 1):
        way.append(parent_column(model, name))
        model = model_of(paths.class_at(".".join(address.split(".")[:index])))
    return "__".join(reversed(way))


def parent_of(address: str) -> str:
    """The name of the column that leads to what a row hangs on."""
    return way_to_policy(address).split("__")[0]


def pks_of(policy: Policy, address: str) -> dict[Names, int]:
    """The pk of every row of a list, by the names that a path gives it. One query."""
    rows = model_of(paths.class_at(address))._default_manager.filter(**{way_to_policy(address): policy})
    if not paths.is_inside_row(address):
        return {(key,): pk for key, pk in rows.values_list("key", "pk")}
    found: dict[Names, int] = {}
    seen: Counter[str] = Counter()
    for above, category, pk in rows.values_list(f"{parent_of(address)}__key", "category__key", "pk"):
        found[above, category or str(seen[above])] = pk
        seen[above] += 1
    return found


def row_for(policy: Policy, address: str, pk: int) -> tuple[Model, Names]:
    """The row of this policy, and its names. Raises NoRow."""
    names = next((names for names, found in pks_of(policy, address).items() if found == pk), None)
    row = model_of(paths.class_at(address))._default_manager.filter(pk=pk).first() if names else None
    if row is None or names is None:
        raise NoRow
    return row, names


def parent_for(policy: Policy, address: str, pk: str) -> tuple[Model, Names]:
    """What a new row will hang on: the policy, a part of it, or the row that `pk` names. Raises NoRow."""
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
