"""A change of facts is written as the difference: whatever the change, the rows say it, and what stays keeps its pk."""

import dataclasses
import random

import pytest

from policies.core.facts import Facts, Group, paths
from policies.core.facts.plain_data import FactsError
from policies.models import Policy
from policies.store import read, write
from tests.generate import any_company, full_company
from tests.make import make_company, make_policy
from tests.people import make_people

pytestmark = pytest.mark.django_db


@pytest.fixture
def policy() -> Policy:
    return make_policy(make_people().organisation, make_company())


@pytest.mark.parametrize("number", range(8))
def test_whatever_changes_the_rows_say_it(policy: Policy, number: int) -> None:
    """From one drawn company to the next, which share keys but little else, and to half of it."""
    die = random.Random(number)
    for company in (
        any_company(die.randrange, most=2),
        full_company(number),
        _half(full_company(number), die),
        Facts(),
    ):
        write.change(policy, lambda before, company=company: company)
        assert read.facts_of(policy) == company


def _half(company: Facts, die: random.Random) -> Facts:
    """The same lists in another order, without what nothing refers to."""
    lists = {
        name: tuple(die.sample(getattr(company, name), len(getattr(company, name))))
        for name in ("groups", "categories", "activities", "recipients")
    }
    return dataclasses.replace(
        company, **lists, sections=(), ai_systems=(), joint_controllers=company.joint_controllers[:1]
    )


def test_what_stays_keeps_its_pk(policy: Policy) -> None:
    before = {row.key: row.pk for row in policy.activities.all()}
    write.change(
        policy,
        lambda facts: dataclasses.replace(
            facts, activities=(*facts.activities[1:], dataclasses.replace(facts.activities[0], name="anders"))
        ),
    )
    assert {row.key: row.pk for row in policy.activities.all()} == before


def test_what_rows_cannot_hold_is_refused_and_nothing_changes(policy: Policy) -> None:
    before = read.facts_of(policy)
    broken = dataclasses.replace(before.activities[0], retention="weg")
    with pytest.raises(FactsError):
        write.change(policy, lambda facts: dataclasses.replace(facts, activities=(broken,)))
    assert read.facts_of(policy) == before


def test_nothing_is_written_when_nothing_differs(policy: Policy, django_assert_max_num_queries) -> None:
    changed_at = Policy.objects.get(pk=policy.pk).changed_at
    write.change(policy, lambda facts: facts)
    assert Policy.objects.get(pk=policy.pk).changed_at == changed_at


def test_a_data_use_that_changes_its_kind_keeps_its_pk(policy: Policy) -> None:
    """Its page stays open at its address, also when it has no kind of data for a while."""
    activity = policy.activities.first()
    for category in (None, read.facts_of(policy).categories[-1].key):
        before = {row.pk for row in activity.uses.all()}
        write.change(
            policy, lambda facts, category=category: paths.put(facts, f"{_first_use(facts)}.category", category)
        )
        assert {row.pk for row in activity.uses.all()} == before
        assert read.facts_of(policy).activities[0].uses[0].category == category


def _first_use(facts: Facts) -> str:
    activity = facts.activities[0]
    return f"activities.{activity.key}.uses.{paths.name_at(activity.uses, 0)}"


def test_places_with_a_gap_between_them_are_set_right(policy: Policy) -> None:
    """Rows from before may stand at 0 and 5: a new one comes behind both."""
    policy.groups.all().delete()
    first, second = Group("eerst", "eerst"), Group("tweede", "tweede")
    write.change(policy, lambda facts: dataclasses.replace(facts, groups=(first, second)))
    policy.groups.filter(key="tweede").update(position=5)
    write.change(policy, lambda facts: dataclasses.replace(facts, groups=(*facts.groups, Group("derde", "derde"))))
    assert [row.key for row in read.facts_of(policy).groups] == ["eerst", "tweede", "derde"]
