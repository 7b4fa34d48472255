"""Facts that the program of an earlier schema wrote are read for good: as a file, a version, a removal, a finding that was left, a proposal that waits.

The samples in tests/stored are a company with every field of that schema filled. They are never made anew by a program with another schema.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policies import publish
from policies.core.facts import LISTS, SCHEMA, Facts, paths, specs_of, upgrade
from policies.core.facts.plain_data import from_data, from_stored, read_yaml, to_data, write_yaml
from policies.core.presets.unconfirmed import confirm, unconfirmed
from policies.core.versions.major_change import reasons
from policies.models import Policy, Removal
from policies.publish.draft import facts_in
from policies.store import read
from policies.wizard import save
from tests.make import make_left, make_policy
from tests.schema_1 import places
from tests.versions import make_version

STORED = Path(__file__).parent / "stored"
NUMBERS = range(1, SCHEMA + 1)
DAY = date(2026, 12, 1)
every_schema = pytest.mark.parametrize("schema", NUMBERS)
LATER = {
    ("style", "no_figure")
}  # a tick that schema 2 got after its release: left out, it says what it said before (decision 37)
WAITING = ["security", "activities.activities-1", "recipients.recipients-2"]


def sample(schema: int) -> dict[str, Any]:
    return json.loads((STORED / f"facts-schema-{schema}.json").read_text("utf-8"))


@pytest.fixture
def company(schema: int) -> Facts:
    return from_stored(sample(schema))


@pytest.fixture
def policy(db: None, company: Facts) -> Policy:
    """A statement with these answers."""
    return make_policy(company=company)


@every_schema
def test_file_is_read_and_written_again(schema: int, company: Facts) -> None:
    assert sample(schema)["schema"] == schema
    assert from_data(sample(schema)) == company == from_data(to_data(company))
    source = STORED / f"facts-schema-{schema}.yaml"
    assert f"schema: {schema}\n" in source.read_text("utf-8")
    assert read_yaml(source.read_bytes()) == read_yaml(write_yaml(read_yaml(source.read_bytes())))


@every_schema
def test_nothing_of_the_file_is_lost(schema: int, company: Facts) -> None:
    assert {**to_data(company), "schema": schema} == sample(schema)


def test_sample_of_today_fills_every_field() -> None:
    """When a field is new: a schema of its own and a new sample, or, before that schema was ever released, this sample anew (tests/stored/README.md)."""
    company = from_stored(sample(SCHEMA))
    known = fields_in(sample(SCHEMA))
    assert {(place, name) for place, row in places() for name in specs_of(row)} - known == {
        ("controller", "rsin"),
        *LATER,
    }  # not in Belgium
    assert [path for path, _, value in paths.walk(company) if value in (None, ()) and path != "controller.rsin"] == []


def test_reader_knows_every_field_that_schema_1_did_not_have() -> None:
    then = fields_in(sample(1))
    known = {place for place, _ in then}
    new = {(place, name) for place, row in places() for name in specs_of(row) if place in known} - then
    assert new == {(place, name) for place, names in upgrade.NEW.items() for name in names}


def fields_in(data: Any, path: str = "") -> set[tuple[str, str]]:
    """The fields that stand in data, each with the place of its part or list."""
    found: set[tuple[str, str]] = set()
    for row in data if isinstance(data, list) else [data]:
        for name, value in row.items() if isinstance(row, dict) else ():
            found |= ({(path, name)} if path else set()) | fields_in(value, f"{path}.{name}" if path else name)
    return found


@every_schema
def test_version_is_read_and_nothing_of_it_is_news(schema: int, policy: Policy, company: Facts) -> None:
    version = make_version(policy, facts=json.dumps(sample(schema)))
    assert facts_in(version) == company
    assert reasons(facts_in(version), read.facts_of(policy)) == []


@every_schema
@pytest.mark.parametrize(
    "path", ["activities.activities-1", "recipients.recipients-1", "groups.groups-2", "ai_systems.ai-systems-1"]
)
def test_removal_is_undone(schema: int, policy: Policy, company: Facts, people: Any, path: str) -> None:
    """With the facts of before as the program of then kept them."""
    name, _, key = path.partition(".")
    row = read.model_of(LISTS[name]).objects.get(policy=policy, key=key)
    removal = save.delete_row(policy, row, path, "weg", people.owner)
    assert read.facts_of(policy) != company
    Removal.objects.filter(pk=removal.pk).update(before=json.dumps(sample(schema)))
    save.undo(Removal.objects.get(pk=removal.pk))
    assert read.facts_of(policy) == company


@every_schema
def test_left_finding_stays_left(schema: int, policy: Policy, people: Any) -> None:
    finding = next(finding for finding in publish.draft_of(policy, DAY).findings if not finding.blocks)
    row = make_left(policy, people.owner, finding.code, finding.path)
    same = sorted(
        one.message
        for one in publish.draft_of(policy, DAY).findings
        if (one.code, one.path) == (finding.code, finding.path)
    )
    type(row).objects.filter(pk=row.pk).update(message=" ".join(same))
    assert [one.row.pk for one in publish.draft_of(policy, DAY).left] == [row.pk]


@every_schema
def test_proposals_wait_until_they_are_confirmed(schema: int) -> None:
    data = sample(schema)
    data["preset"]["unconfirmed"] = WAITING
    read = from_stored(data)
    assert unconfirmed(read) == tuple(WAITING)
    assert (
        (read.security.tells_breaches is None) == (read.activities[0].purposes[0].own_similar is None) == (schema == 1)
    )
    assert read.activities[1].purposes[0].own_similar is read.recipients[0].agreement is True  # confirmed
    assert unconfirmed(confirm(read, WAITING)) == ()
