"""Facts → rows, only what differs: a pure change of facts becomes a few writes, and every row that stays keeps its pk.

`overwrite` puts everything in the place of everything. Whatever else changes answers – a page of questions, a proposal, a picked service,
a removal and its undoing, a mended finding – gives a function to `change`, and the difference is written into the rows that are there, so that
other pages that are open keep their addresses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Field, Model
from django.utils import timezone

from policies.core import facts as f
from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.fields import Spec
from policies.core.facts.plain_data import FactsError, impossible
from policies.models import Organisation, Policy
from policies.store.read import facts_of, fields_of_kind, links_of, model_of, parent_column

# What others refer to is stored before them.
TARGETS = ("groups", "categories", "retention_rules", "activities", "recipients")


class Keys(dict[str, dict[str, int]]):
    """List of the facts → key → pk, of one policy; a list is looked up when it is first asked for."""

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self.policy = policy

    def __missing__(self, name: str) -> dict[str, int]:
        self[name] = dict(model_of(f.LISTS[name])._default_manager.filter(policy=self.policy).values_list("key", "pk"))
        return self[name]


@transaction.atomic
def change(policy: Policy, act: Callable[[Facts], Facts]) -> tuple[Facts, Facts]:
    """Let `act` change the facts of a policy, store the difference, and return the facts before and after.

    Others wait meanwhile, so `act` sees what is stored now. Raises FactsError for what rows cannot hold, and what `act` raises.
    """
    Policy.objects.select_for_update().get(pk=policy.pk)
    before = facts_of(policy)
    after = act(before)
    if after != before:
        if problems := list(impossible(after)):
            raise FactsError(problems)
        _store(policy, before, after)
        touch(policy)
    return before, after


def _store(policy: Policy, before: Facts, after: Facts) -> None:
    keys = Keys(policy)
    for name in (*TARGETS, *(name for name in f.LISTS if name not in TARGETS)):
        if _sync(f.LISTS[name], "policy", policy.pk, getattr(before, name), getattr(after, name), keys):
            keys.pop(name, None)
    for name, row in f.PARTS.items():
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            _update(
                model_of(row),
                model_of(row)._default_manager.values_list("pk", flat=True).get(policy=policy),
                was,
                now,
                keys,
            )


def _sync(row: type, parent: str, above: int, before: Sequence[Any], after: Sequence[Any], keys: Keys) -> bool:
    """Store one list of one parent: rows that went, rows that came, rows that changed, and their order. Return whether any did."""
    if before == after:
        return False
    model = model_of(row)
    if not {"key", "category"} & specs_of(row).keys():  # nothing names these rows and nothing refers to them
        model._default_manager.filter(**{parent: above}).delete()
        write_rows(row, parent, [(above, position, line) for position, line in enumerate(after)], keys)
        return True
    stored = list(model._default_manager.filter(**{parent: above}).values_list("pk", "position"))
    kept = _kept(row, before, after)
    model._default_manager.filter(
        pk__in=[pk for index, (pk, _) in enumerate(stored) if index not in kept.values()]
    ).delete()
    for position, line in enumerate(after):
        index = kept.get(position)
        if index is None:
            write_rows(row, parent, [(above, position, line)], keys)
            continue
        pk, was_at = stored[index]
        if line != before[index]:
            _update(model, pk, before[index], line, keys)
        if was_at != position:
            model._default_manager.filter(pk=pk).update(position=position)
    return True


def _kept(row: type, before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Return for each place in the list of now the place where the same row was before, if it was there.

    A key lasts as long as its row. A data use is named by its category, which may change or go: what is left over at the same place is the same row.
    """
    was = {name: index for index, line in enumerate(before) if (name := paths.row_name(line)) is not None}
    kept = {place: was[name] for place, line in enumerate(after) if (name := paths.row_name(line)) in was}
    if "key" not in specs_of(row):
        free = [index for index in range(len(before)) if index not in kept.values()]
        for place in (place for place in range(len(after)) if place not in kept):
            same = place if place in free else next((i for i in free if paths.row_name(before[i]) is None), None)
            if same is not None:
                free.remove(same)
                kept[place] = same
    return kept


def _update(model: type[Model], pk: int, before: Any, after: Any, keys: Keys) -> None:
    """Write the fields of one row that differ, and the lists below it."""
    columns: dict[str, Any] = {}
    for name, spec in specs_of(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if spec.row is not None and spec.kind == "rows":
            _sync(spec.row, parent_column(model, name), pk, old, new, keys)
        elif spec.kind == "refs":
            _links(model, name, [(pk, new)], keys[spec.target])
        else:
            columns |= _column(model, name, spec, new, keys)
    if columns:
        model._default_manager.filter(pk=pk).update(**columns)


def _column(
    model: type[Model], name: str, spec: Spec, value: Any, keys: Mapping[str, Mapping[str, int]]
) -> dict[str, Any]:
    """Return the column of a field with its value; what is not answered is the column's own emptiness."""
    if spec.kind == "ref":
        return {f"{name}_id": None if value is None else keys[spec.target][value]}
    if value is None:
        column = model._meta.get_field(name)
        assert isinstance(column, Field)
        return {name: column.get_default()}
    return {name: date.fromisoformat(value) if spec.kind == "day" else value}


def _links(model: type[Model], name: str, wanted: Iterable[tuple[int, Sequence[str]]], pks: Mapping[str, int]) -> None:
    """Write references of rows (pk, keys) in the order given: the order of the links is the order in the statement."""
    wanted, (through, source, target) = list(wanted), links_of(model, name)
    through._default_manager.filter(**{f"{source}__in": [pk for pk, _ in wanted]}).delete()
    through._default_manager.bulk_create(
        through(**{f"{source}_id": pk, f"{target}_id": pks[key]}) for pk, keys in wanted for key in keys
    )


@transaction.atomic
def new_policy(organisation: Organisation, name: str, company: Facts | None = None) -> Policy:
    """Make a policy with all its parts: empty, or filled with the facts of a company. Raises FactsError as `overwrite` does."""
    policy = Policy.objects.create(organisation=organisation, name=name)
    overwrite(policy, company or Facts())
    return policy


@transaction.atomic
def overwrite(policy: Policy, company: Facts) -> None:
    """Put facts in the place of every row that the policy has. Raises FactsError for what rows cannot hold."""
    problems = list(impossible(company))
    if problems:
        raise FactsError(problems)
    Policy.objects.select_for_update().get(pk=policy.pk)  # two imports at once wait for each other
    for row in (*f.PARTS.values(), *f.LISTS.values()):
        model_of(row)._default_manager.filter(policy=policy).delete()
    keys = Keys(policy)
    for part, row in f.PARTS.items():
        if not fields_of_kind(row, "rows", "ref"):
            write_rows(row, "policy", [(policy.pk, 0, getattr(company, part))], keys)
    for name in (*TARGETS, *(name for name in f.LISTS if name not in TARGETS)):
        entries = [(policy.pk, position, row) for position, row in enumerate(getattr(company, name))]
        stored = write_rows(f.LISTS[name], "policy", entries, keys)
        keys[name] = {row.key: row.pk for row in stored}
    for part, row in f.PARTS.items():
        if fields_of_kind(row, "rows", "ref"):  # a part, or what hangs on it, may refer to the lists
            write_rows(row, "policy", [(policy.pk, 0, getattr(company, part))], keys)
    touch(policy)


def write_rows(row: type, parent: str, entries: list[tuple[int, int, Any]], keys: Keys) -> list[Any]:
    """Store the rows of one facts class, for all their parents at once, and then what hangs on them.

    An entry is the pk of the parent, the position there, and the facts.
    """
    model = model_of(row)
    stored = model._default_manager.bulk_create([_row(model, parent, entry, keys) for entry in entries])
    for name, spec in specs_of(row).items():
        above = [(made.pk, getattr(entry[2], name)) for made, entry in zip(stored, entries, strict=True)]
        if spec.kind == "refs" and (wanted := [(pk, keys_of) for pk, keys_of in above if keys_of]):
            _links(model, name, wanted, keys[spec.target])
        elif spec.row is not None and spec.kind == "rows":
            below = [(pk, position, line) for pk, lines in above for position, line in enumerate(lines)]
            write_rows(spec.row, parent_column(model, name), below, keys)
    return stored


def _row(model: type[Model], parent: str, entry: tuple[int, int, Any], keys: Keys) -> Model:
    above, position, fact = entry
    columns: dict[str, Any] = {f"{parent}_id": above}
    for name, spec in specs_of(type(fact)).items():
        if spec.kind not in {"refs", "rows"}:
            columns |= _column(model, name, spec, getattr(fact, name), keys)
    row = model(**columns)
    if hasattr(row, "position"):
        row.position = position
    return row


def touch(policy: Policy) -> None:
    """Note that an answer changed just now."""
    policy.changed_at = timezone.now()
    policy.save(update_fields=["changed_at"])
