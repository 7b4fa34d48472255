"""From a field of the facts to a column of a row, and what the database itself refuses.

Text that is not answered is '' in the column and None in the facts; policies/store turns the one into the other.
Labels and help stay with the facts: a changed word is no migration. A new choice is.
"""

import string
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from policies.core import facts
from policies.core.facts import Spec, spec_of, specs_of

KEY_CHARACTERS = string.ascii_lowercase + string.digits + "-"


class LinesField(models.TextField):
    """A tuple of short texts, kept one a line."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options |= {"blank": True, "default": ()}
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Leave out of a migration what is the same for every such column."""
        name, path, args, options = super().deconstruct()
        return name, path, args, {key: value for key, value in options.items() if key not in {"blank", "default"}}

    def to_python(self, value: str | Iterable[str] | None) -> tuple[str, ...]:
        """Return the lines of a column, or of a tuple; empty for None."""
        if isinstance(value, str):
            return tuple(value.split("\n")) if value else ()
        return tuple(value or ())

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> tuple[str, ...]:
        """Return the lines of a column as it was read."""
        return self.to_python(value)

    def get_prep_value(self, value: str | Iterable[str] | None) -> str:
        """Return the text to store. Raise ValueError for a line that is empty or holds a line break."""
        entries = self.to_python(value)
        if any(not entry or "\n" in entry for entry in entries):
            raise ValueError(f"{self.name}: a line is neither empty nor more than one line: {entries!r}")
        return "\n".join(entries)

    def value_to_string(self, obj: models.Model) -> str:
        """Return the text to store, for Django's serializers."""
        return self.get_prep_value(self.value_from_object(obj))


class Part(models.Model):
    """One theme of a policy; every policy has exactly one of each, possibly empty."""

    policy_id: int  # every part has its column `policy`

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} of policy {self.policy_id}"


class Row(models.Model):
    """A row of a list; `position` keeps the order in which the user put them."""

    position = models.PositiveSmallIntegerField(default=0)

    # Columns of most lists; a row without them has a __str__ of its own.
    key: Any
    name: Any

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name or self.key


def _chars(spec: Spec) -> models.Field:
    return models.CharField(max_length=spec.max_length, blank=True, default="")


def _target(spec: Spec) -> str:
    row = facts.LISTS[spec.target]
    assert row is not None  # a list always has a class of rows
    return f"policies.{row.__name__}"


COLUMNS: dict[str, Callable[[Spec], models.Field]] = {
    "key": lambda spec: models.CharField(max_length=spec.max_length),
    "long": lambda spec: models.TextField(blank=True, default=""),
    "yesno": lambda spec: models.BooleanField(null=True, blank=True),
    "tick": lambda spec: models.BooleanField(default=False),
    "number": lambda spec: models.PositiveSmallIntegerField(null=True, blank=True),
    "day": lambda spec: models.DateField(null=True, blank=True),
    "ref": lambda spec: models.ForeignKey(_target(spec), models.SET_NULL, null=True, blank=True, related_name="+"),
    "refs": lambda spec: models.ManyToManyField(_target(spec), blank=True, related_name="+"),
    **dict.fromkeys(("text", "choice", "url", "email", "phone", "country"), _chars),
    **dict.fromkeys(("lines", "urls", "choices", "countries"), lambda spec: LinesField()),
}


def column(cls: type, name: str) -> Any:
    """Return the column for field `name` of a facts class; its attribute `spec` is the Spec. Raise KeyError for no such field."""
    spec = spec_of(cls, name)
    field: Any = COLUMNS[spec.kind](spec)
    field.spec = spec
    return field


def part(name: str) -> Any:
    """Return the column that points at the policy of a part; `name` is the part's name on Facts."""
    return models.OneToOneField("policies.Policy", models.CASCADE, related_name=name)


def inside(parent: str, name: str) -> Any:
    """Return the column that points at the parent of a row: the policy or another row; `name` is the list's name there."""
    return models.ForeignKey(f"policies.{parent}", models.CASCADE, related_name=name)


def constraints(cls: type, parent: str = "") -> list[models.BaseConstraint]:
    """Return the constraints on the columns of a facts class. With `parent`: keys are unique under it."""
    table = cls.__name__.lower()
    found: list[models.BaseConstraint] = []
    for name, spec in specs_of(cls).items():
        for rule, condition in _conditions(name, spec):
            found.append(models.CheckConstraint(condition=condition, name=f"{table}_{name}_{rule}"))
    if parent:
        found.append(models.UniqueConstraint(fields=[parent, "key"], name=f"{table}_key_once"))
    return found


def _conditions(name: str, spec: Spec) -> Iterable[tuple[str, Q]]:
    if spec.kind == "choice":
        yield "known", Q(**{f"{name}__in": ["", *spec.choices]})
    elif spec.kind == "number":
        yield "in_range", Q(**{f"{name}__range": (spec.minimum, spec.maximum)})  # SQL: a check lets NULL pass
    elif spec.kind == "country":
        yield "shape", Q(**{name: ""}) | Q(Exact(Length(F(name)), Value(2))) & _only(name, string.ascii_uppercase)
    elif spec.kind == "key":
        hyphens = Q(key__startswith="-") | Q(key__endswith="-") | Q(key__contains="--")
        yield "shape", ~Q(key="") & _only("key", KEY_CHARACTERS) & ~hyphens


def _only(name: str, characters: str) -> Q:
    """Return the condition that a column holds these characters only: trimming them off both ends leaves nothing.

    The same on SQLite and PostgreSQL.
    """
    trimmed = Func(F(name), Value(characters), function="TRIM", output_field=models.CharField())
    return Q(Exact(trimmed, Value("")))


def both_or_neither(table: str, number: str, unit: str) -> models.CheckConstraint:
    """Return the constraint that a number and its unit are both given, or neither."""
    return models.CheckConstraint(
        condition=Q(**{f"{number}__isnull": True, unit: ""}) | (Q(**{f"{number}__isnull": False}) & ~Q(**{unit: ""})),
        name=f"{table}_{number}_with_{unit}",
        violation_error_message="Vul het getal en de eenheid in, of laat beide leeg.",
    )
