"""What the database refuses, whoever asks; and that it takes the good case beside it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, models, transaction

from policies.core.facts import specs_of
from policies.models import Activity, Controller, DataCategory, DataUse, Group, Policy, Purpose, RetentionRule, Rights
from policies.store.read import model_of
from tests.generate import full_company
from tests.make import make_policy
from tests.models.test_columns import CLASSES

pytestmark = pytest.mark.django_db

UNIT_OF = {"number": "unit", "term_number": "term_unit"}
NUMBER_OF = {unit: number for number, unit in UNIT_OF.items()}


def refused(change: Callable[[], Any]) -> bool:
    """Whether the database refuses this; what it took is taken back."""
    try:
        with transaction.atomic():
            change()
            connection.check_constraints()
            transaction.set_rollback(True)
    except (IntegrityError, DataError):  # PostgreSQL's word for a text that is too long is DataError
        return True
    return False


def columns() -> Iterator[Any]:
    """Every constrained column, with values that are good and values that are not."""
    for row in CLASSES:
        for name, spec in specs_of(row).items():
            values = {
                "choice": (["", *spec.choices], ["onzin", "BE "]),
                "number": ([None, spec.minimum, spec.maximum], [spec.minimum - 1, spec.maximum + 1]),
                "country": (["", "NL"], ["nl", "N", "N1", "NLD"]),
                "key": (["a", "a-1", "2024"], ["", "A", "a b", "a_b", "é", "-a", "a-", "a--b", "a/b"]),
            }.get(spec.kind)
            if values:
                yield pytest.param(row, name, *values, id=f"{row.__name__}.{name}")


@pytest.mark.parametrize(("row", "name", "good", "bad"), columns())
def test_column_takes_what_the_facts_may_hold_and_nothing_else(row: type, name: str, good: list, bad: list) -> None:
    make_policy(company=full_company(rows=1))
    rows = model_of(row).objects.all()
    for value in good:
        pair = {UNIT_OF[name]: ""} if name in UNIT_OF and value is None else {}
        pair |= {NUMBER_OF[name]: None} if name in NUMBER_OF and value == "" else {}
        assert not refused(lambda changes={name: value, **pair}: rows.update(**changes)), value
    for value in bad:
        assert refused(lambda changes={name: value}: rows.update(**changes)), value


@pytest.mark.parametrize(
    ("model", "number", "unit"), [(RetentionRule, "number", "unit"), (Rights, "term_number", "term_unit")]
)
def test_number_and_unit_go_together(model: type[models.Model], number: str, unit: str, policy: Policy) -> None:
    rows = model.objects.filter(policy=policy)
    assert not refused(lambda: rows.update(**{number: 1, unit: "month"}))
    assert not refused(lambda: rows.update(**{number: None, unit: ""}))
    assert refused(lambda: rows.update(**{number: 1, unit: ""}))
    assert refused(lambda: rows.update(**{number: None, unit: "month"}))


def test_half_a_duration_is_told_in_dutch(policy: Policy) -> None:
    rule = RetentionRule(policy=policy, key="nieuw", number=7)
    with pytest.raises(ValidationError, match="Vul het getal en de eenheid in, of laat beide leeg"):
        rule.full_clean()


def test_key_is_unique_in_its_own_policy_only(policy: Policy) -> None:
    assert refused(lambda: Group.objects.create(policy=policy, key="klanten"))
    assert not refused(lambda: Group.objects.create(policy=make_policy(), key="vrienden"))
    other = make_policy(policy.organisation)
    assert {group.policy_id for group in Group.objects.filter(key="klanten")} == {policy.pk, other.pk}


def test_key_inside_a_row_is_unique_in_that_row_only(policy: Policy) -> None:
    contact = Activity.objects.get(policy=policy)
    orders = Activity.objects.create(policy=policy, key="bestellingen")
    assert refused(lambda: Purpose.objects.create(activity=contact, key="antwoorden"))
    assert not refused(lambda: Purpose.objects.create(activity=orders, key="antwoorden"))


def test_activity_uses_a_category_once(policy: Policy) -> None:
    activity, category = Activity.objects.get(policy=policy), DataCategory.objects.get(policy=policy)
    assert refused(lambda: DataUse.objects.create(activity=activity, category=category))
    assert not refused(lambda: DataUse.objects.create(activity=activity))  # not chosen yet, more than once
    assert not refused(lambda: [DataUse.objects.create(activity=activity) for _ in range(2)])


def test_policy_has_one_of_each_part(policy: Policy) -> None:
    assert refused(lambda: Controller.objects.create(policy=policy))


def test_everything_else_may_stay_empty(policy: Policy) -> None:
    for row in CLASSES:
        for name, spec in specs_of(row).items():
            if spec.kind not in {"key", "ref", "refs", "rows"}:
                column = model_of(row)._meta.get_field(name)
                assert column.blank or column.has_default(), f"{row.__name__}.{name} would be required"


def test_what_is_referred_to_may_go(policy: Policy) -> None:
    RetentionRule.objects.filter(policy=policy).delete()
    DataCategory.objects.filter(policy=policy).delete()
    activity = Activity.objects.get(policy=policy)
    assert activity.retention is None
    assert [use.category for use in activity.uses.all()] == [None]


def test_organisation_stays_as_long_as_it_has_policies(policy: Policy) -> None:
    with pytest.raises(models.ProtectedError):
        policy.organisation.delete()
