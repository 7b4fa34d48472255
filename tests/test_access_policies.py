"""Who gets which policy: the same table as for organisations."""

import pytest
from django.contrib.auth.models import AnonymousUser

from policies import access
from policies.models import Policy
from tests.make import make_policy
from tests.people import People, Role, make_invitation, make_member, make_organisation
from tests.test_access import outcome


@pytest.fixture
def policy(people: People) -> Policy:
    """A statement of the organisation of owner, editor and reader."""
    return make_policy(people.organisation)


@pytest.mark.parametrize(
    ("needed", "owner", "editor", "reader"),
    [
        ({}, Role.OWNER, Role.EDITOR, Role.READER),
        ({"write": True}, Role.OWNER, Role.EDITOR, 403),
        ({"role": Role.OWNER}, Role.OWNER, 403, 403),
    ],
)
def test_each_role_reaches_as_far_as_it_should(
    people: People, policy: Policy, needed: dict, owner, editor, reader
) -> None:
    everybody = (people.owner, people.editor, people.reader, people.stranger, AnonymousUser())
    got = [outcome(access.policy_for, who, policy.pk, **needed) for who in everybody]
    assert got == [owner, editor, reader, 404, 404]


def test_a_role_elsewhere_opens_nothing(people: People, policy: Policy) -> None:
    theirs = make_policy(make_organisation(people.stranger, "Elders"))
    assert outcome(access.policy_for, people.stranger, theirs.pk, write=True) == Role.OWNER
    assert outcome(access.policy_for, people.stranger, policy.pk) == 404
    assert outcome(access.policy_for, people.owner, theirs.pk) == 404


def test_an_invitation_opens_nothing_yet(people: People, policy: Policy) -> None:
    make_invitation(people.organisation, people.stranger.email, Role.OWNER)
    assert outcome(access.policy_for, people.stranger, policy.pk) == 404
    assert list(access.policies_of(people.stranger)) == []


def test_no_such_policy(people: People) -> None:
    assert outcome(access.policy_for, people.owner, 10**30) == 404


def test_one_query_with_its_organisation(people: People, policy: Policy, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert access.policy_for(people.owner, policy.pk).organisation.name == people.organisation.name


def test_policies_of_all_organisations_by_name(people: People, policy: Policy, django_assert_num_queries) -> None:
    second = make_organisation(people.stranger, "Advieskantoor")
    make_member(second, "Anna", "anna@advies.example", Role.OWNER)  # another member makes no double row
    clients = [make_policy(second, name=name) for name in ("Zagerij", "Apotheek")]
    second.memberships.filter(user=people.stranger).update(role=Role.EDITOR)
    people.organisation.memberships.create(user=people.stranger, email=people.stranger.email, role=Role.READER)
    with django_assert_num_queries(1):
        found = [(row, row.viewer_role, row.organisation.name) for row in access.policies_of(people.stranger)]
    assert found == [
        (clients[1], Role.EDITOR, "Advieskantoor"),
        (policy, Role.READER, people.organisation.name),
        (clients[0], Role.EDITOR, "Advieskantoor"),
    ]
