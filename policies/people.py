"""Opening and changing accounts, organisations and memberships. Knows no request and sends no mail."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone

from policies.models import Membership, Organisation, User
from policies.models.people import INVITATION_LASTS

Role = Membership.Role


class AlreadyInvited(Exception):
    """The address is in the list of members already."""


class InvitationEnded(Exception):
    """The invitation ran out, or was withdrawn a moment ago."""


class LastOwner(Exception):
    """The last owner of an organisation was to go: it keeps at least one."""


@transaction.atomic
def open_account(name: str, email: str, password: str | None = None) -> User:
    """Make a person whose address counts as confirmed: for the demo and the tests, never for a visitor."""
    user = User.objects.create_user(email=email, password=password, name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def claim(user: User, name: str, password: str) -> None:
    """Give an account to the person who shows that its address is theirs. Whatever password it had opens nothing any more."""
    user.name = name
    user.set_password(password)
    user.save(update_fields=["name", "password"])


@transaction.atomic
def forget_unconfirmed(before: datetime) -> int:
    """Remove accounts made before `before` that nobody confirmed, each with its empty organisation. Return how many.

    An account that was ever used, or whose organisation holds anything or anybody else, stays.
    """
    count = 0
    for user in User.objects.filter(date_joined__lt=before, last_login__isnull=True).exclude(
        emailaddress__verified=True
    ):
        own = Organisation.objects.filter(memberships__user=user)
        if (
            own.filter(policies__isnull=False).exists()
            or Membership.objects.filter(organisation__in=own).exclude(user=user).exists()
        ):
            continue
        organisations = list(own.values_list("pk", flat=True))
        user.memberships.all().delete()
        Organisation.objects.filter(pk__in=organisations).delete()
        user.delete()
        count += 1
    return count


@transaction.atomic
def open_organisation(user: User, name: str, kind: str) -> Organisation:
    """Make an organisation with this person as its owner."""
    organisation = Organisation.objects.create(name=name, kind=kind)
    Membership.objects.create(organisation=organisation, user=user, email=user.email, role=Role.OWNER)
    return organisation


def invite(organisation: Organisation, email: str, role: str, invited_by: User) -> Membership:
    """Add an invitation to the list of members, for two weeks, in the place of one that ended. Raise AlreadyInvited."""
    email = email.strip().lower()
    try:
        with (
            transaction.atomic()
        ):  # a double click is two requests at once: the constraint decides, not a look beforehand
            ended = Membership.objects.filter(organisation=organisation, email=email, user__isnull=True)
            ended.filter(invited_at__lte=timezone.now() - INVITATION_LASTS).delete()
            return Membership.objects.create(organisation=organisation, email=email, role=role, invited_by=invited_by)
    except IntegrityError:
        raise AlreadyInvited from None


def invite_again(invitation: Membership, invited_by: User) -> None:
    """Start the two weeks of an invitation anew."""
    invitation.invited_at, invitation.invited_by = timezone.now(), invited_by
    invitation.save(update_fields=["invited_at", "invited_by"])


@transaction.atomic
def accept(invitation: Membership, user: User) -> Membership:
    """Make the invited person a member, and return the membership. Raise InvitationEnded.

    `invitation` was fetched for this very person. Somebody who is a member already keeps the line and the role of before.
    """
    row = Membership.objects.select_for_update().filter(pk=invitation.pk, user__isnull=True).first()
    if row is None or row.ended:
        raise InvitationEnded
    there = user.memberships.filter(organisation=row.organisation_id).select_related("organisation").first()
    if there is not None:
        row.delete()
        return there
    row.user = user
    row.save(update_fields=["user"])
    return row


def decline(invitation: Membership) -> None:
    """Take an invitation off the list, with the address in it."""
    Membership.objects.filter(pk=invitation.pk, user__isnull=True).delete()


@transaction.atomic
def follow_address(user: User) -> None:
    """Copy the confirmed address of a person to their memberships. It makes nobody a member."""
    own = user.memberships.values("organisation")
    Membership.objects.filter(email=user.email, user__isnull=True, organisation__in=own).delete()
    taken = Membership.objects.filter(email=user.email).exclude(user=user).values("organisation")
    user.memberships.exclude(email=user.email).exclude(organisation__in=taken).update(email=user.email)


@transaction.atomic
def change_role(membership: Membership, role: str) -> None:
    """Give somebody another role. Raises LastOwner."""
    if role != Role.OWNER:
        _keep_an_owner(membership)
    Membership.objects.filter(pk=membership.pk).update(role=role)


@transaction.atomic
def remove(membership: Membership) -> None:
    """Take a person or an invitation off the list. Raises LastOwner."""
    _keep_an_owner(membership)
    Membership.objects.filter(pk=membership.pk).delete()


def _keep_an_owner(membership: Membership) -> None:
    """Raise LastOwner unless somebody else owns the organisation; an invited owner is nobody yet.

    The lock on the organisation makes two owners who demote each other wait for one another.
    """
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    owners = Membership.objects.filter(organisation=membership.organisation_id, role=Role.OWNER, user__isnull=False)
    if not owners.exclude(pk=membership.pk).exists():
        raise LastOwner
