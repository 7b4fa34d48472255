"""A version proves itself: every stored part, the row, and the chain of rows."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from policies.models import Policy, PolicyVersion, guards
from policies.models.version import STORED, broken
from tests.make import make_organisation
from tests.versions import at, make_address, make_version, new_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def policy() -> Policy:
    return Policy.objects.create(organisation=make_organisation(), name="Bakkerij")


def test_chain_holds_when_read_back(policy: Policy) -> None:
    for label in ("1.00", "1.01", "2.00"):
        make_version(policy, label)
    assert broken(policy.versions.all()) == []
    assert [version.sequence for version in policy.versions.all()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("column", "value"),
    [(name, b"x" if name == "pdf" else "x") for name in STORED]
    + [
        ("note", "x"),
        ("effective_date", date(2027, 1, 1)),
        ("published_by_name", "Iemand anders"),
        ("published_at", at("2026-02-01")),
        ("html_sha256", "0" * 64),
        ("content_digest", "0" * 64),
        ("major", 7),
    ],
)
def test_chain_shows_what_was_changed(column: str, value: object, policy: Policy) -> None:
    make_version(policy, "1.00")
    make_version(policy, "1.01")
    with guards.guards_off(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE policies_policyversion SET {column} = %s WHERE sequence = 1", [value])
    assert broken(policy.versions.all()) != []


def test_chain_shows_a_version_that_was_taken_out(policy: Policy) -> None:
    for label in ("1.00", "1.01", "1.02"):
        make_version(policy, label)
    with guards.guards_off(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM policies_policyversion WHERE sequence = 2")
    assert broken(policy.versions.all()) == [
        "versie 1.02: volgnummer 3, verwacht 2",
        "versie 1.02: sluit niet aan op de versie ervoor",
    ]


def test_chain_shows_a_version_that_was_sealed_again(policy: Policy) -> None:
    """Whoever forges a row and its digest has to forge every row after it."""
    make_version(policy, "1.00")
    make_version(policy, "1.01")
    forged = policy.versions.get(sequence=1)
    forged.html = "<p>Vervalst</p>"
    forged.seal()
    with guards.guards_off(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE policies_policyversion SET html = %s, html_sha256 = %s, digest = %s WHERE sequence = 1",
            [forged.html, forged.html_sha256, forged.digest],
        )
    assert broken(policy.versions.all()) == ["versie 1.01: sluit niet aan op de versie ervoor"]


REFUSED = {
    "the same sequence": {"sequence": 1},
    "the same label": {"major": 1, "minor": 0},
    "sequence 0": {"sequence": 0, "previous_digest": ""},
    "major 0": {"major": 0},
    "an unknown kind of change": {"change": "anders"},
    "in effect before it was published": {"effective_date": date(2026, 2, 28)},
    "no link to the version before": {"previous_digest": ""},
    "nobody": {"published_by_name": ""},
    "nobody's address": {"published_by_email": ""},
}


@pytest.mark.parametrize("fields", REFUSED.values(), ids=REFUSED)
def test_database_refuses(fields: dict[str, object], policy: Policy) -> None:
    make_version(policy, "1.00")
    version = new_version(policy, "1.01")
    for name, value in fields.items():
        setattr(version, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save()
    assert PolicyVersion.objects.count() == 1


def test_first_version_has_no_version_before_it(policy: Policy) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_version(policy, previous_digest="a" * 64)


def test_an_address_is_given_out_once(policy: Policy) -> None:
    make_address(policy, "bakkerij")
    other = Policy.objects.create(organisation=policy.organisation, name="Ander")
    for taker in (policy, other):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_address(taker, "bakkerij")
