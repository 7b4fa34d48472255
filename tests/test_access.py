"""Who gets which row: stranger 404, member without the role 403, and nobody at all 404."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from policies import access
from policies.models import Membership
from tests.people import make_invitation, make_organisation, make_person

Role = Membership.Role


def outcome(fetch, *args, **kwargs) -> object:
    """What a view would answer: the role of who looks, or the status."""
    try:
        return fetch(*args, **kwargs).viewer_role
    except Http404:
        return 404
    except PermissionDenied:
        return 403


class TestOrganisationFor:
    @pytest.mark.parametrize(
        ("needed", "owner", "editor", "reader"),
        [
            (Role.READER, Role.OWNER, Role.EDITOR, Role.READER),
            (Role.EDITOR, Role.OWNER, Role.EDITOR, 403),
            (Role.OWNER, Role.OWNER, 403, 403),
        ],
    )
    def test_each_role_reaches_as_far_as_it_should(self, people, needed, owner, editor, reader):
        pk = people.organisation.pk
        got = [
            outcome(access.organisation_for, who, pk, role=needed)
            for who in (people.owner, people.editor, people.reader)
        ]
        assert got == [owner, editor, reader]
        assert outcome(access.organisation_for, people.stranger, pk, role=needed) == 404

    def test_nobody_is_no_invitation(self, people):
        """An invitation has no user, and neither has somebody who is logged out: that is not a match."""
        make_invitation(people.organisation, "nieuw@bakkerij.example", Role.OWNER)
        assert outcome(access.organisation_for, AnonymousUser(), people.organisation.pk) == 404

    def test_an_invitation_opens_nothing_yet(self, people):
        make_invitation(people.organisation, people.stranger.email, Role.OWNER)
        assert outcome(access.organisation_for, people.stranger, people.organisation.pk) == 404

    def test_no_such_organisation(self, people):
        assert outcome(access.organisation_for, people.owner, 10**30) == 404

    def test_the_refusal_says_what_to_do(self, people):
        with pytest.raises(PermissionDenied, match="U bent lezer .* moet u eigenaar zijn. Vraag het aan een eigenaar"):
            access.organisation_for(people.reader, people.organisation.pk, role=Role.OWNER)

    def test_one_query(self, people, django_assert_num_queries):
        with django_assert_num_queries(1):
            access.organisation_for(people.owner, people.organisation.pk)


class TestMemberFor:
    def test_an_owner_fetches_every_line(self, people):
        line = people.member(people.reader)
        got = [
            outcome(access.member_for, who, line.pk)
            for who in (people.owner, people.editor, people.reader, people.stranger)
        ]
        assert got == [Role.OWNER, 403, 403, 404]
        assert outcome(access.member_for, AnonymousUser(), line.pk) == 404

    def test_own_line_to_leave(self, people):
        line = people.member(people.reader)
        got = [
            outcome(access.member_for, who, line.pk, own=True)
            for who in (people.owner, people.editor, people.reader, people.stranger)
        ]
        assert got == [Role.OWNER, 403, Role.READER, 404]


def test_organisations_of(people):
    second = make_organisation(people.owner, "Aardappelhuis")
    assert list(access.organisations_of(people.owner)) == [second, people.organisation]
    assert [o.viewer_role for o in access.organisations_of(people.reader)] == [Role.READER]


def test_invitations_are_for_whoever_confirmed_the_address(people):
    invitation = make_invitation(people.organisation, "nieuw@bakkerij.example")
    confirmed = make_person("Nora", "nieuw@bakkerij.example")
    confirmed.emailaddress_set.update(verified=False)
    invitation.user = None
    invitation.save()
    assert not access.invitations_for(confirmed).exists()
    confirmed.emailaddress_set.update(verified=True)
    assert list(access.invitations_for(confirmed)) == [invitation]
