"""What happens to memberships: invitations become real, addresses follow, an owner stays."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from policies import people as acts
from policies.models import Membership, User
from tests.people import make_invitation, make_member, make_person

Role = Membership.Role


class TestAccept:
    def test_an_invitation_becomes_real(self, people):
        invitation = make_invitation(people.organisation, "sven@elders.example", Role.EDITOR)
        member = acts.accept(invitation, people.stranger)
        assert people.member(people.stranger) == member and member.role == Role.EDITOR

    def test_a_member_already_stays_one_member_with_the_role_of_before(self, people):
        invitation = make_invitation(people.organisation, "rita@nieuw.example", Role.OWNER)
        assert acts.accept(invitation, people.reader) == people.member(people.reader)
        assert people.member(people.reader).role == Role.READER and people.organisation.memberships.count() == 3

    @pytest.mark.parametrize(
        ("after", "open_still"), [(timedelta(days=14, seconds=-1), True), (timedelta(days=14), False)]
    )
    def test_after_two_weeks_it_is_over(self, people, after, open_still):
        with time_machine.travel("2026-11-01T10:00:00Z", tick=False) as clock:
            invitation = make_invitation(people.organisation, "sven@elders.example")
            clock.shift(after)
            assert invitation.ended is not open_still
            if open_still:
                acts.accept(invitation, people.stranger)
            else:
                with pytest.raises(acts.InvitationEnded):
                    acts.accept(invitation, people.stranger)
            assert people.organisation.memberships.filter(user=people.stranger).exists() is open_still

    def test_withdrawn_while_the_page_was_open(self, people):
        invitation = make_invitation(people.organisation, "sven@elders.example")
        Membership.objects.filter(pk=invitation.pk).delete()
        with pytest.raises(acts.InvitationEnded):
            acts.accept(invitation, people.stranger)

    def test_a_member_does_not_end(self, people):
        Membership.objects.update(invited_at=timezone.now() - timedelta(days=400))
        assert not people.member(people.reader).ended


class TestFollowAddress:
    def test_the_line_follows_the_person_to_a_new_address(self, people):
        change_address(people.reader, "rita@nieuw.example")
        acts.follow_address(people.reader)
        assert people.member(people.reader).email == "rita@nieuw.example"

    def test_an_invitation_elsewhere_stays_an_invitation(self, people):
        invitation = make_invitation(people.organisation, "sven@elders.example")
        acts.follow_address(people.stranger)
        invitation.refresh_from_db()
        assert invitation.pending

    def test_an_invitation_where_one_is_a_member_goes(self, people):
        """Rita is invited again at the address she is changing to."""
        make_invitation(people.organisation, "rita@nieuw.example", Role.OWNER)
        change_address(people.reader, "rita@nieuw.example")
        acts.follow_address(people.reader)
        line = people.member(people.reader)
        assert (line.email, line.role) == ("rita@nieuw.example", Role.READER)
        assert people.organisation.memberships.count() == 3

    def test_a_line_that_cannot_follow_is_no_error_at_log_in(self, people):
        """Ed had this address before Rita, and his line was not yet told that he left it."""
        Membership.objects.filter(user=people.editor).update(email="rita@nieuw.example")
        change_address(people.reader, "rita@nieuw.example")
        acts.follow_address(people.reader)
        assert people.member(people.reader).email == "rita@bakkerij.example"


def change_address(user: User, email: str) -> None:
    """As allauth does it once the new address is confirmed."""
    user.emailaddress_set.update(email=email)
    user.email = email
    user.save()


class TestInvite:
    def test_capitals_make_no_second_line(self, people):
        acts.invite(people.organisation, "Nieuw@Bakkerij.example", Role.READER, people.owner)
        with pytest.raises(acts.AlreadyInvited):
            acts.invite(people.organisation, "nieuw@bakkerij.EXAMPLE", Role.READER, people.owner)

    def test_an_invitation_that_ended_makes_room(self, people):
        Membership.objects.filter(pk=make_invitation(people.organisation, "nieuw@x.example").pk).update(
            invited_at=timezone.now() - timedelta(days=15)
        )
        again = acts.invite(people.organisation, "nieuw@x.example", Role.EDITOR, people.owner)
        assert not again.ended and people.organisation.memberships.filter(email="nieuw@x.example").get() == again

    def test_a_member_is_not_invited(self, people):
        with pytest.raises(acts.AlreadyInvited):
            acts.invite(people.organisation, people.reader.email, Role.OWNER, people.owner)


class TestAnOwnerStays:
    def test_the_only_owner_keeps_the_role(self, people):
        with pytest.raises(acts.LastOwner):
            acts.change_role(people.member(people.owner), Role.EDITOR)
        with pytest.raises(acts.LastOwner):
            acts.remove(people.member(people.owner))
        assert people.member(people.owner).role == Role.OWNER

    def test_an_invited_owner_does_not_count(self, people):
        make_invitation(people.organisation, "nieuw@bakkerij.example", Role.OWNER)
        with pytest.raises(acts.LastOwner):
            acts.remove(people.member(people.owner))

    def test_with_two_owners_one_may_go(self, people):
        make_member(people.organisation, "Tine", "tine@bakkerij.example", Role.OWNER)
        acts.remove(people.member(people.owner))
        assert not Membership.objects.filter(user=people.owner).exists()

    def test_two_owners_who_demote_each_other(self, people):
        """Both pages were open: the second act works with a line that is out of date."""
        tine = make_member(people.organisation, "Tine", "tine@bakkerij.example", Role.OWNER)
        olga_seen_by_tine, tine_seen_by_olga = people.member(people.owner), people.member(tine)
        acts.change_role(tine_seen_by_olga, Role.READER)
        with pytest.raises(acts.LastOwner):
            acts.change_role(olga_seen_by_tine, Role.READER)


class TestRows:
    """What the database refuses, whoever writes to it."""

    def refused(self, write) -> bool:
        try:
            with transaction.atomic():
                write()
        except IntegrityError:
            return True
        return False

    def test_one_account_per_address_whatever_the_capitals(self, people):
        assert self.refused(lambda: User.objects.create_user("OLGA@bakkerij.example", name="Nog een"))
        assert self.refused(lambda: User(email="OLGA@bakkerij.example", name="Nog een").save())

    def test_one_line_per_address_and_per_person(self, people):
        line = people.member(people.reader)
        assert self.refused(lambda: make_invitation(people.organisation, line.email))
        assert self.refused(
            lambda: Membership.objects.create(
                organisation=people.organisation, user=people.reader, email="ander@x.example"
            )
        )

    def test_several_invitations_have_no_person_and_are_fine(self, people):
        make_invitation(people.organisation, "een@x.example")
        make_invitation(people.organisation, "twee@x.example")

    def test_roles_and_kinds_are_known(self, people):
        assert self.refused(lambda: Membership.objects.filter(user=people.reader).update(role="boss"))
        people.organisation.kind = "church"
        assert self.refused(people.organisation.save)

    def test_a_person_with_a_membership_is_not_deleted_by_the_way(self, people):
        assert self.refused(people.owner.delete)


def test_create_user_without_password_lets_nobody_in(db):
    user = make_person("Nora", "nora@nieuw.example", password=None)
    assert not user.has_usable_password()


def test_names(people):
    assert str(people.owner) == "Olga Peeters"
    assert str(people.member(people.owner)) == "Olga Peeters (eigenaar)"
    assert str(make_invitation(people.organisation, "nieuw@bakkerij.example")) == "nieuw@bakkerij.example (lezer)"
