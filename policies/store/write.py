"""Facts → rows, only what differs: a pure change of facts becomes a few writes, and every row that stays keeps its pk.

`snapshot.load` puts everything in the place of everything; here a proposal, a picked service, a removal that is undone or a
mended finding is written into the rows that are there, so that other pages that are open keep their addresses.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from policies.core import facts as f
from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.data import FactsError, impossible
from policies.models import Organisation, Policy
from policies.store.read import facts_of, fields_of_kind, model_of

# What others refer to is stored before them.
TARGETS = ("groups", "categories", "retention_rules", "activities", "recipients")
Keys = dict[str, dict[str, int]]  # list on Facts → key → pk


@transaction.atomic
def change(policy: Policy, act: Callable[[Facts], Facts]) -> tuple[Facts, Facts]:
    """Let `act` change the facts of a policy, and store the difference. Gives the facts before and after.

    Others wait meanwhile, so `act` sees what is stored now. Raises FactsError for what rows cannot hold, and what `act` raises.
    """
    Policy.objects.select_for_update().get(pk=policy.pk)
    before = facts_of(policy)
    after = act(before)
    if problems := list(impossible(after)):
        raise FactsError(problems)
    if after != before:
        _store(policy, before, after)
        touch(policy)
    return before, after


def _store(policy: Policy, before: Facts, after: Facts) -> None:
    keys: Keys = {
        name: dict(model_of(f.LISTS[name]).objects.filter(policy=policy).values_list("key", "pk")) for name in TARGETS
    }
    for name in (*TARGETS, *(name for name in f.LISTS if name not in TARGETS)):
        _sync(f.LISTS[name], "policy", policy.pk, getattr(before, name), getattr(after, name), keys)
        if name in TARGETS:
            keys[name] = dict(model_of(f.LISTS[name]).objects.filter(policy=policy).values_list("key", "pk"))
    for name, row in f.PARTS.items():
        if getattr(before, name) != getattr(after, name):
            _update(
                model_of(row),
                model_of(row).objects.values_list("pk", flat=True).get(policy=policy),
                getattr(before, name),
                getattr(after, name),
                keys,
            )


def _sync(row: type, parent: str, above: int, before: Sequence[Any], after: Sequence[Any], keys: Keys) -> None:
    """One list of one parent: rows that went, rows that came, rows that changed, and their order."""
    if before == after:
        return
    model, was = model_of(row), {paths.row_name(line): line for line in before}
    names = [paths.row_name(line) for line in after]
    if None in was or None in names:  # rows that nothing names are written anew
        model.objects.filter(**{parent: above}).delete()
        write_rows(row, parent, [(above, position, line) for position, line in enumerate(after)], keys)
        return
    stored = _stored(model, parent, above)
    model.objects.filter(pk__in=[stored[name] for name in was if name not in names and name in stored]).delete()
    for position, (name, line) in enumerate(zip(names, after, strict=True)):
        if name not in was:
            write_rows(row, parent, [(above, position, line)], keys)
        elif line != was[name]:
            _update(model, stored[name], was[name], line, keys)
    if names != list(was):
        for position, name in enumerate(names):
            if name in was:
                model.objects.filter(pk=stored[name]).update(position=position)


def _stored(model: type[Model], parent: str, above: int) -> dict[str, int]:
    """The pk of each row of a list, by what names it: its key, or the key of its category."""
    name = "key" if any(field.name == "key" for field in model._meta.fields) else "category__key"
    return dict(model.objects.filter(**{parent: above}).values_list(name, "pk"))


def _update(model: type[Model], pk: int, before: Any, after: Any, keys: Keys) -> None:
    """The fields of one row that differ."""
    plain: dict[str, Any] = {}
    for name, spec in specs_of(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if spec.kind == "rows":
            _sync(spec.row, model._meta.get_field(name).field.name, pk, old, new, keys)
        elif spec.kind == "refs":
            link(model, name, pk, [keys[spec.target][key] for key in new])
        elif spec.kind == "ref":
            plain[f"{name}_id"] = None if new is None else keys[spec.target][new]
        elif new is None:
            plain[name] = model._meta.get_field(name).get_default()
        else:
            plain[name] = date.fromisoformat(new) if spec.kind == "day" else new
    if plain:
        model.objects.filter(pk=pk).update(**plain)


def link(model: type[Model], name: str, pk: int, targets: Sequence[int]) -> None:
    """References in the order given: the order of the links is the order in the statement."""
    field = model._meta.get_field(name)
    through = field.remote_field.through
    source, target = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    through.objects.filter(**{source: pk}).delete()
    through.objects.bulk_create(through(**{source: pk, target: wanted}) for wanted in targets)


@transaction.atomic
def new_policy(organisation: Organisation, name: str, company: Facts | None = None) -> Policy:
    """A policy with all its parts: empty, or filled with the facts of a company. Raises FactsError as `overwrite` does."""
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
        model_of(row).objects.filter(policy=policy).delete()
    keys: Keys = {}
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
    stored = model.objects.bulk_create([_row(model, parent, entry, keys) for entry in entries])
    for name, spec in specs_of(row).items():
        above = [(made.pk, getattr(entry[2], name)) for made, entry in zip(stored, entries, strict=True)]
        if spec.kind == "refs":
            field = model._meta.get_field(name)
            source, target = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
            through = field.remote_field.through
            through.objects.bulk_create(
                through(**{source: pk, target: keys[spec.target][key]}) for pk, wanted in above for key in wanted
            )
        elif spec.kind == "rows":
            below = [(pk, position, line) for pk, lines in above for position, line in enumerate(lines)]
            write_rows(spec.row, model._meta.get_field(name).field.name, below, keys)
    return stored


def _row(model: type[Model], parent: str, entry: tuple[int, int, Any], keys: Keys) -> Model:
    above, position, fact = entry
    row = model(**{f"{parent}_id": above})
    if hasattr(row, "position"):
        row.position = position
    for name, spec in specs_of(type(fact)).items():
        value = getattr(fact, name)
        if spec.kind == "ref":
            setattr(row, f"{name}_id", None if value is None else keys[spec.target][value])
        elif spec.kind == "day":
            setattr(row, name, None if value is None else date.fromisoformat(value))
        elif spec.kind not in {"refs", "rows"} and value is not None:
            setattr(row, name, value)  # what is not answered keeps the column's own emptiness
    return row


def touch(policy: Policy) -> None:
    """Note that an answer changed just now."""
    policy.changed_at = timezone.now()
    policy.save(update_fields=["changed_at"])
