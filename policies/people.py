"""What happens to accounts, organisations and memberships. Knows no request and sends no mail."""

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from policies import access
from policies.models import Membership, Organisation, User

Role = Membership.Role


class AlreadyInvited(Exception):
    """This address stands in the list of members already."""


class LastOwner(Exception):
    """An organisation keeps at least one owner."""


@transaction.atomic
def open_account(name: str, email: str, password: str | None = None) -> User:
    """Make a person whose address counts as confirmed: for the demo and the tests, never for a visitor."""
    user = User.objects.create_user(email=email, password=password, name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    join(user)
    return user


@transaction.atomic
def open_organisation(user: User, name: str, kind: str) -> Organisation:
    """Make an organisation with this person as its owner."""
    organisation = Organisation.objects.create(name=name, kind=kind)
    Membership.objects.create(organisation=organisation, user=user, email=user.email, role=Role.OWNER)
    return organisation


def invite(organisation: Organisation, email: str, role: str, invited_by: User) -> Membership:
    """Put an address in the list of members; it becomes a member when its holder logs in. Raises AlreadyInvited."""
    try:
        with transaction.atomic():  # a double click is two requests at once: the constraint decides, not a look beforehand
            return Membership.objects.create(
                organisation=organisation, email=email.strip().lower(), role=role, invited_by=invited_by
            )
    except IntegrityError:
        raise AlreadyInvited from None


@transaction.atomic
def join(user: User) -> list[Membership]:
    """Turn the invitations to this person's confirmed address into memberships, and give those.

    Called after a log-in and after a confirmation. Existing memberships follow the person to a new address.
    """
    joined = []
    for invitation in access.invitations_for(user):
        if user.memberships.filter(organisation=invitation.organisation).exists():
            invitation.delete()  # a member already, under the address of before
        else:
            invitation.user = user
            invitation.save(update_fields=["user"])
            joined.append(invitation)
    taken = Membership.objects.filter(email=user.email).exclude(user=user).values("organisation")
    user.memberships.exclude(email=user.email).exclude(organisation__in=taken).update(email=user.email)
    return joined


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
