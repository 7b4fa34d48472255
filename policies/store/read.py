"""Rows → facts; write.py is the way back, and no other module knows both. Values are copied by name."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import ForeignObjectRel, Model, QuerySet

from policies.core import facts
from policies.core.facts import Facts, specs_of
from policies.models import Policy

ByParent = dict[int, list[Any]]  # the facts of one class, by the pk of the row that they belong to


class ForeignReference(LookupError):
    """A row that points at a row of another policy: facts are never made of that."""


def model_of(row: type) -> type[Model]:
    """Return the model that stores the rows of a facts class: the one with the same name."""
    return apps.get_model("policies", row.__name__)


@cache
def links_of(model: type[Model], name: str) -> tuple[type[Model], str, str]:
    """Return the model that holds the references of a field, and its fields that lead to the row that refers and to the row referred to."""
    through = getattr(model, name).through
    source, target = (field.name for field in through._meta.get_fields() if field.is_relation)
    return through, source, target


def parent_column(model: type[Model], name: str) -> str:
    """Return the column by which the rows of list `name` point at their parent: "uses" of an activity → "activity"."""
    relation = model._meta.get_field(name)
    assert isinstance(relation, ForeignObjectRel)
    return relation.field.name


def facts_of(policy: Policy) -> Facts:
    """Return the facts of one company as they are stored, in a fixed number of queries. Raise ForeignReference."""
    return facts_of_all([policy])[policy.pk]


def facts_of_all(policies: Iterable[Policy]) -> dict[int, Facts]:
    """Return the facts of many companies by the pk of their policy, in as many queries as one takes. Raise ForeignReference."""
    pks = [policy.pk for policy in policies]
    if not pks:
        return {}
    lists = {name: _read(pks, row, "policy") for name, row in _classes(facts.LISTS)}
    parts = _read_parts(pks)
    return {pk: Facts(**(parts[pk] | {name: tuple(rows.get(pk, ())) for name, rows in lists.items()})) for pk in pks}


def _classes(of: Mapping[str, type | None]) -> list[tuple[str, type]]:
    """Return name and class of the parts or lists of Facts: a field of that kind always has one."""
    return [(name, row) for name, row in of.items() if row is not None]


def _read_parts(pks: list[int]) -> dict[int, dict[str, Any]]:
    """Return all parts, in one query, with the lists below a part; by the pk of the policy."""
    below = {part: _below(pks, row, "policy") for part, row in _classes(facts.PARTS)}
    parts: dict[int, dict[str, Any]] = {}
    for found in _found(_parts(), "pk", pks):
        parts[found["pk"]] = {part: _part(part, row, found, below[part]) for part, row in _classes(facts.PARTS)}
    return parts


def _part(part: str, row: type, found: dict[str, Any], below: dict[str, ByParent]) -> Any:
    """Return one part of the policy whose columns were found."""
    values = {name: found[f"{part}__{name}"] for name in _values(row)}
    for name in fields_of_kind(row, "ref"):
        values[name] = _own(found["pk"], row, name, found[f"{part}__{name}__key"], found[f"{part}__{name}__policy"])
    return _fact(row, found[f"{part}__pk"], values, below)


def _read(pks: list[int], row: type, path: str) -> ByParent:
    """Return all rows of a facts class as facts; `path` is the lookup from the model to the policy, and begins with the parent."""
    parent, refs = path.split("__")[0], fields_of_kind(row, "ref")
    below = _below(pks, row, path)
    rows: ByParent = {}
    for found in _found(_rows(row, path), path, pks):
        values = {name: found[name] for name in _values(row)}
        for name in refs:
            values[name] = _own(found[path], row, name, found[f"{name}__key"], found[f"{name}__policy"])
        rows.setdefault(found[parent], []).append(_fact(row, found["pk"], values, below))
    return rows


def _below(pks: list[int], row: type, path: str) -> dict[str, ByParent]:
    """Return what is below each row: its lists (the purposes of an activity), and the keys that it refers to."""
    model = model_of(row)
    below: dict[str, ByParent] = {}
    for name, spec in specs_of(row).items():
        if spec.row is not None and spec.kind == "rows":
            below[name] = _read(pks, spec.row, f"{parent_column(model, name)}__{path}")
        elif spec.kind == "refs":
            below[name] = _read_links(pks, row, name, path)
    return below


def _read_links(pks: list[int], row: type, name: str, path: str) -> ByParent:
    """Return the keys behind a field with several references, in the order in which they were chosen."""
    through, source, target = links_of(model_of(row), name)
    key, of, whose = f"{target}__key", f"{target}__policy", f"{source}__{path}"
    keys: ByParent = {}
    for found in _found(_links(through, (source, key, of, whose)), whose, pks):
        keys.setdefault(found[source], []).append(_own(found[whose], row, name, found[key], found[of]))
    return keys


def _found(rows: QuerySet, whose: str, pks: list[int]) -> Iterable[dict[str, Any]]:
    """Return the rows of these policies, by column; `whose` is the column with the policy."""
    return rows.filter(**{f"{whose}__in": pks})


@cache
def _parts() -> QuerySet:
    """All parts of policies: put together once, which takes longer than to ask."""
    columns = (f"{part}__{name}" for part, row in facts.PARTS.items() for name in ("pk", *_values(row), *_targets(row)))
    return Policy.objects.values("pk", *columns)


@cache
def _rows(row: type, path: str) -> QuerySet:
    columns = dict.fromkeys(("pk", path.split("__")[0], path, *_values(row), *_targets(row)))
    return model_of(row)._default_manager.values(*columns)


@cache
def _links(through: type[Model], columns: tuple[str, ...]) -> QuerySet:
    return through._default_manager.order_by("pk").values(*columns)


def _own(policy: int, row: type, name: str, key: str | None, of: int | None) -> str | None:
    if of not in (None, policy):
        raise ForeignReference(f"{row.__name__}.{name} of policy {policy} points into policy {of}")
    return key


def _fact(row: type, pk: int, values: dict[str, Any], below: dict[str, ByParent]) -> Any:
    """Return one frozen row. '' and NULL in a column are both the field's own 'not answered'."""
    answered = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
        if value not in ("", None)
    }
    return row(**answered, **{name: tuple(lines.get(pk, ())) for name, lines in below.items()})


@cache
def fields_of_kind(row: type, *kinds: str) -> list[str]:
    """Return the names of the fields of a facts class that are of one of these kinds."""
    return [name for name, spec in specs_of(row).items() if spec.kind in kinds]


def _targets(row: type) -> list[str]:
    """Return the columns with the key of each row that a row refers to, and the policy of that row."""
    return [f"{name}__{of}" for name in fields_of_kind(row, "ref") for of in ("key", "policy")]


@cache
def _values(row: type) -> list[str]:
    """Return the fields that are a plain value in a column of the row itself."""
    return [name for name, spec in specs_of(row).items() if spec.kind not in {"ref", "refs", "rows"}]
