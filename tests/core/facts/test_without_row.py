"""A row that is cut leaves nothing behind that refers to it."""

import pytest

from policies.core.facts import LISTS, Facts, paths
from policies.core.facts.plain_data import impossible
from policies.core.facts.without_row import without_row
from tests.generate import full_company


@pytest.mark.parametrize("collection", LISTS)
def test_nothing_refers_to_what_is_gone(collection: str) -> None:
    facts = full_company(3)
    for row in getattr(facts, collection):
        left = without_row(facts, f"{collection}.{row.key}")
        assert len(getattr(left, collection)) == len(getattr(facts, collection)) - 1
        assert list(impossible(left)) == []


def test_a_row_inside_a_row_goes_alone() -> None:
    facts = full_company(3)
    activity = facts.activities[0]
    path = f"activities.{activity.key}.purposes.{activity.purposes[0].key}"
    left = without_row(facts, path)
    assert (
        paths.find(left, path) is None
        and paths.read(left, paths.head(path, 2)).uses == paths.read(facts, paths.head(path, 2)).uses
    )


def test_what_is_not_there_cannot_be_cut() -> None:
    with pytest.raises(KeyError):
        without_row(Facts(), "groups.klanten")
