"""A removal that is undone leaves the facts as they were, whatever was removed and whatever referred to it."""

import dataclasses

import pytest

from policies.core.facts import Facts
from policies.core.facts.restore import NotPossible, put_back
from policies.models import Policy
from policies.store.read import facts_of, model_of
from tests.generate import full_company
from tests.make import make_policy

LISTS = (
    "groups",
    "categories",
    "retention_rules",
    "activities",
    "recipients",
    "joint_controllers",
    "sections",
    "ai_systems",
)


@pytest.mark.django_db
@pytest.mark.parametrize("name", LISTS)
def test_what_the_database_took_away_comes_back_whole(name: str) -> None:
    before = full_company(2)
    policy: Policy = make_policy(company=before)
    row = getattr(before, name)[0]
    model_of(type(row)).objects.filter(policy=policy, key=row.key).delete()
    after = facts_of(policy)
    assert after != before
    assert put_back(after, before, f"{name}.{row.key}") == before


@pytest.mark.parametrize("path", ["cookies.placed", "automated.decisions", "rights.exceptions", "links.profiles"])
def test_a_row_of_a_part_comes_back(path: str) -> None:
    before = full_company(1)
    part, name = path.split(".")
    rows = getattr(getattr(before, part), name)
    after = dataclasses.replace(before, **{part: dataclasses.replace(getattr(before, part), **{name: rows[1:]})})
    assert put_back(after, before, f"{path}.{rows[0].key}") == before


def test_a_data_use_comes_back_to_its_activity_and_not_without_it() -> None:
    before = full_company(1)
    activity = before.activities[0]
    less = dataclasses.replace(activity, uses=activity.uses[1:])
    after = dataclasses.replace(before, activities=(less, *before.activities[1:]))
    path = f"activities.{activity.key}.uses.{activity.uses[0].category}"
    assert put_back(after, before, path) == before
    with pytest.raises(NotPossible, match="Zet dat eerst terug"):
        put_back(dataclasses.replace(after, activities=after.activities[1:]), before, path)


def test_it_comes_back_once_and_without_what_is_gone_meanwhile() -> None:
    before = full_company(1)
    path = f"activities.{before.activities[0].key}"
    with pytest.raises(NotPossible, match="staat er al"):
        put_back(before, before, path)
    emptied = dataclasses.replace(before, activities=before.activities[1:], retention_rules=(), groups=())
    back = put_back(emptied, before, path).activities[0]
    assert back.name == before.activities[0].name and back.retention is None and back.groups == ()
    with pytest.raises(NotPossible):
        put_back(Facts(), Facts(), path)
