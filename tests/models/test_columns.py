"""One fact, one name: every field of the facts has a column of its own, of the right kind and size."""

import dataclasses

import pytest
from django.db import models

from policies.core import facts
from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.periods import UNIT
from policies.core.facts.plain_data import PAIRS
from policies.models import Group, Security
from policies.models.columns import LinesField
from policies.store import write
from policies.store.read import model_of

# Fields of a facts class without a column: name → why. (None today: nothing that is derived is kept in the facts.)
DERIVED: dict[tuple[type, str], str] = {}
# Columns that are no fact.
OURS = {"id", "position", "policy"}

KINDS = {
    "key": models.CharField,
    "text": models.CharField,
    "choice": models.CharField,
    "url": models.CharField,
    "email": models.CharField,
    "phone": models.CharField,
    "country": models.CharField,
    "long": models.TextField,
    "lines": LinesField,
    "urls": LinesField,
    "choices": LinesField,
    "countries": LinesField,
    "yesno": models.BooleanField,
    "tick": models.BooleanField,
    "number": models.PositiveSmallIntegerField,
    "day": models.DateField,
    "ref": models.ForeignKey,
    "refs": models.ManyToManyField,
    "rows": models.ManyToOneRel,
}


def fact_classes(row: type = Facts) -> set[type]:
    """Every dataclass of the facts, found by walking down from the whole."""
    below = [spec.row for spec in specs_of(row).values() if spec.row]
    return set(below).union(*(fact_classes(deeper) for deeper in below))


CLASSES = sorted(fact_classes(), key=lambda row: row.__name__)
FIELDS = [
    pytest.param(row, field.name, id=f"{row.__name__}.{field.name}")
    for row in CLASSES
    for field in dataclasses.fields(row)
]


@pytest.mark.parametrize(("row", "name"), FIELDS)
def test_every_field_has_a_column_of_its_own(row: type, name: str) -> None:
    assert name in specs_of(row), "every field of the facts has a Spec: label, help, kind"
    if (row, name) in DERIVED:
        return
    spec: Spec = specs_of(row)[name]
    column = model_of(row)._meta.get_field(name)
    assert type(column) is KINDS[spec.kind]
    if spec.kind == "rows":
        assert column.related_model is model_of(spec.row)
        return
    assert column.spec is spec, "the column is made from another field"
    if isinstance(column, models.CharField):
        assert column.max_length == spec.max_length > 0
    if spec.kind in {"ref", "refs"}:
        assert column.related_model is model_of(facts.LISTS[spec.target])


@pytest.mark.parametrize("row", CLASSES)
def test_every_column_is_a_field_of_the_facts(row: type) -> None:
    model = model_of(row)
    parent = {relation.field.name for relation in model_of_parents(model)}
    columns = {field.name for field in model._meta.get_fields() if field.concrete}
    assert columns - set(specs_of(row)) - OURS - parent == set()


def model_of_parents(model: type[models.Model]) -> list:
    """The lists that rows of this model hang in."""
    parents = [model_of(row) for row in CLASSES]
    return [
        relation
        for parent in parents
        for relation in parent._meta.related_objects
        if relation.related_model is model and relation.name in specs_of(getattr(facts, parent.__name__))
    ]


@pytest.mark.parametrize(("name", "row"), [*facts.PARTS.items(), *facts.LISTS.items()])
def test_policy_knows_its_parts_and_lists_by_the_names_of_the_facts(name: str, row: type) -> None:
    kind = models.OneToOneField if name in facts.PARTS else models.ForeignKey
    relation = model_of(row)._meta.get_field("policy")
    assert type(relation) is kind
    assert relation.remote_field.related_name == name


def test_what_others_refer_to_is_stored_first() -> None:
    targets = {spec.target for row in CLASSES for spec in specs_of(row).values() if spec.target}
    assert targets == set(write.TARGETS)
    for place, name in enumerate(write.TARGETS):
        row = facts.LISTS[name]
        wanted = {
            spec.target for deeper in {row, *fact_classes(row)} for spec in specs_of(deeper).values() if spec.target
        }
        assert wanted <= set(write.TARGETS[:place]), f"{name} refers to what is stored later"


def test_every_number_with_a_unit_is_a_pair() -> None:
    units = {
        name
        for row in CLASSES
        for name, spec in specs_of(row).items()
        if spec.kind == "choice" and spec.choices.keys() <= UNIT.keys()
    }
    assert {PAIRS[unit] for unit in units} | units == set(PAIRS)


@pytest.mark.parametrize("entries", [(), ("één",), ("a", "b, c", "<d>")])
@pytest.mark.django_db
def test_lines_come_back_as_they_went_in(entries: tuple[str, ...], policy) -> None:
    Security.objects.filter(policy=policy).update(measures=entries)
    assert Security.objects.get(policy=policy).measures == entries


@pytest.mark.parametrize("entries", [("",), ("a", ""), ("a\nb",)])
def test_a_line_that_would_come_back_otherwise_is_refused(entries: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="a line is neither empty nor more than one line"):
        LinesField(name="measures").get_prep_value(entries)


def test_a_changed_word_is_no_migration() -> None:
    _, _, args, options = Group._meta.get_field("name").deconstruct()
    assert (args, options) == ([], {"max_length": 120, "blank": True, "default": ""})
    _, path, args, options = Security._meta.get_field("measures").deconstruct()
    assert (path, args, options) == ("policies.models.columns.LinesField", [], {})
