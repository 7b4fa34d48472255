"""The only way to rows for a view: fetch them and check the right to them in one call.

Each function returns the row, or raises Http404 (it is not there, or the person is no member) or
PermissionDenied (a member whose role is too low). The row has `viewer_role`: the role of the person who asked.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypeGuard, TypeVar

from allauth.account.models import EmailAddress, get_emailconfirmation_model
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.http import Http404

from policies.models import Membership, Organisation, Policy, PolicyVersion, PublicationEvent, Removal, User

Role = Membership.Role
VIEWER = "viewer_role"  # by its name: the models declare the type of it
Row = TypeVar("Row", bound=Model)

# A reader sees, an editor also writes and publishes, an owner also manages the members and withdraws versions.
POWER = {Role.READER: 1, Role.EDITOR: 2, Role.OWNER: 3}


def _fetch(rows: QuerySet[Row], user: User | AnonymousUser, needed: Role, organisation: str = "organisation") -> Row:
    """Return the first of `rows` when the person's role in its organisation is enough; `organisation` is the path to it.

    Raise Http404, PermissionDenied. One query.
    """
    if not user.is_authenticated:
        raise Http404  # a membership without a user is an invitation: nobody's, so nobody may match it
    role = Membership.objects.filter(organisation=OuterRef(organisation), user=user).values("role")
    row = rows.annotate(viewer_role=Subquery(role)).first()
    if row is None or row.viewer_role is None:
        raise Http404
    if POWER[row.viewer_role] < POWER[needed]:
        raise PermissionDenied(
            f"U bent {Role(row.viewer_role).label.lower()} in deze organisatie. "
            f"Hiervoor moet u {needed.label.lower()} zijn. Vraag het aan een eigenaar van de organisatie."
        )
    return row


def organisation_for(user: User | AnonymousUser, pk: int, role: Role = Role.READER) -> Organisation:
    """Return the organisation with that pk to a person who has at least `role` in it. Raise Http404, PermissionDenied."""
    return _fetch(Organisation.objects.filter(pk=pk), user, role, organisation="pk")


def organisations_of(user: User) -> QuerySet[Organisation]:
    """Return every organisation of which the person is a member, by name; each with `viewer_role`."""
    role = Membership.objects.filter(organisation=OuterRef("pk"), user=user).values("role")
    return Organisation.objects.filter(memberships__user=user).annotate(**{VIEWER: Subquery(role)})


def room_in(organisations: Iterable[Organisation], policies: Iterable[Policy]) -> list[Organisation]:
    """Return the organisations where a person may make one more policy. Both arguments were fetched here for that person.

    An own business has one statement, a consultancy one for each client.
    """
    taken = {policy.organisation_id for policy in policies}
    return [
        one
        for one in organisations
        if one.viewer_role != Role.READER and (one.kind != Organisation.Kind.OWNER or one.pk not in taken)
    ]


def room_for(user: User) -> list[Organisation]:
    """Return the organisations where the person may make one more policy. Raise PermissionDenied if there is none to write in."""
    organisations = list(organisations_of(user))
    if not any(one.viewer_role != Role.READER for one in organisations):
        raise PermissionDenied("U bent lezer. Vraag een eigenaar van de organisatie om een verklaring te maken.")
    return room_in(organisations, policies_of(user))


def may_write_somewhere(user: User | AnonymousUser) -> TypeGuard[User]:
    """Say whether the person may write in any organisation. Without a query for somebody who is logged out."""
    return user.is_authenticated and Membership.objects.filter(user=user).exclude(role=Role.READER).exists()


def member_for(user: User | AnonymousUser, pk: int, own: bool = False) -> Membership:
    """Return a membership (a person or an invitation) to an owner of its organisation. Raise Http404, PermissionDenied.

    With `own` somebody of any role may fetch the line that is their own: to leave, not to rise.
    """
    rows = Membership.objects.select_related("organisation", "user").filter(pk=pk)
    own_line = own and user.is_authenticated and rows.filter(user=user).exists()
    return _fetch(rows, user, Role.READER if own_line else Role.OWNER)


def members_of(organisation: Organisation) -> QuerySet[Membership]:
    """Return the members and invitations of an organisation that was fetched with organisation_for."""
    return Membership.objects.filter(organisation=organisation).select_related("user")


def invitations_for(user: User) -> QuerySet[Membership]:
    """Return the invitations to an address that this person has confirmed to be theirs, also those that ended."""
    confirmed = EmailAddress.objects.filter(user=user, verified=True).values("email")
    return Membership.objects.filter(user__isnull=True, email__in=confirmed).select_related(
        "organisation", "invited_by"
    )


def invitation_for(user: User | AnonymousUser, pk: int) -> Membership:
    """Return one invitation to an address that this person has confirmed to be theirs. Raise Http404."""
    invitation = invitations_for(user).filter(pk=pk).first() if user.is_authenticated else None
    if invitation is None:
        raise Http404
    return invitation


def confirmation_of(key: str) -> Any:
    """Return the confirmation behind the key of a mailed link; None when the key is wrong, used or too old."""
    return get_emailconfirmation_model().from_key(key)


def account_of(email: str) -> User | None:
    """Return the account that logs in with this address, or None.

    An address that an account only wishes to change to does not count yet.
    """
    return User.objects.filter(email=email.strip().lower()).first()


def policy_for(user: User | AnonymousUser, pk: int, write: bool = False, role: Role | None = None) -> Policy:
    """Return the policy with its organisation: to a reader, with `write` to an editor, or to whoever has `role`.

    Raise Http404, PermissionDenied.
    """
    rows = Policy.objects.select_related("organisation").filter(pk=pk)
    return _fetch(rows, user, role or (Role.EDITOR if write else Role.READER))


def policies_of(user: User) -> QuerySet[Policy]:
    """Return every policy of every organisation of which the person is a member, by name; each with `viewer_role`."""
    role = Membership.objects.filter(organisation=OuterRef("organisation"), user=user).values("role")
    rows = Policy.objects.select_related("organisation").filter(organisation__memberships__user=user)
    return rows.annotate(**{VIEWER: Subquery(role)})


def versions_of(policy: Policy) -> list[PolicyVersion]:
    """Return the versions of a policy that was fetched with policy_for, in order, each with its state and summary.

    The stored documents are not loaded.
    """
    return list(policy.versions.light().with_state().with_summary().order_by("sequence"))


def version_of(policy: Policy, label: str) -> PolicyVersion:
    """Return the version with that label, of a policy that was fetched with policy_for. Raise Http404."""
    version = policy.versions.labelled(label).with_state().first()
    if version is None:
        raise Http404
    return version


def removals_of(policy: Policy, since: datetime) -> QuerySet[Removal]:
    """Return what was removed since `since` from a policy that was fetched with policy_for, latest first: it can be undone."""
    return Removal.objects.filter(policy=policy, at__gte=since).defer("before")


def removal_of(policy: Policy, pk: int) -> Removal | None:
    """Return one removal of a policy that was fetched with policy_for; None when it was undone already."""
    return Removal.objects.filter(policy=policy, pk=pk).select_related("policy").first()


def events_of(policy: Policy) -> QuerySet[PublicationEvent]:
    """Return the log of a policy that was fetched with policy_for, latest first."""
    return PublicationEvent.objects.filter(policy_id=policy.pk).order_by("-pk")


def published_at(slug: str, today: date, part: str | None = None, label: str | None = None) -> list[PolicyVersion]:
    """Return every version behind a public address, in order: anybody may read those. One query; empty if there is none.

    With `part` ("html", "pdf") the version with that label, or else the one to show today, carries it as `wanted_part`; without, each has its summary.
    """
    rows = PolicyVersion.objects.filter(policy__addresses__slug=slug).light().with_state().order_by("sequence")
    if part is None:
        return list(rows.with_summary())
    return list(rows.with_part(part, rows.shown_on(today) if label is None else rows.has_label(label)))


def changes_at(slug: str, label: str) -> list[PolicyVersion]:
    """Return the same with summaries; the version with that label has its `marked_text`. One query."""
    rows = (
        PolicyVersion.objects.filter(policy__addresses__slug=slug)
        .light()
        .with_state()
        .with_summary()
        .order_by("sequence")
    )
    return list(rows.with_marked_text(rows.has_label(label)))


def versions_by_policy(policies: Iterable[Policy]) -> dict[int, list[PolicyVersion]]:
    """Return the versions of policies that were fetched here, in order, by the pk of the policy. One query."""
    found: dict[int, list[PolicyVersion]] = {}
    for version in PolicyVersion.objects.filter(policy__in=policies).light().with_state().order_by("sequence"):
        found.setdefault(version.policy_id, []).append(version)
    return found
