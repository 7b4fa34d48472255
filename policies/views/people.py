"""Organisations and their members, and the name of the person who is logged in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from policies import access, people
from policies.forms.people import InvitationForm, NameForm, OrganisationForm, OrganisationNameForm, RoleForm
from policies.models import Membership, Organisation
from policies.views.signed_in import SignedInRequest

OWNER = Membership.Role.OWNER
LAST_OWNER = "Een organisatie heeft minstens één eigenaar. Maak eerst iemand anders eigenaar."


@require_safe
@login_required
def organisation_list(request: SignedInRequest) -> HttpResponse:
    """Every organisation of the person; straight to it when there is one and nothing to decide."""
    organisations = access.organisations_of(request.user)
    invitations = access.invitations_for(request.user)
    if len(organisations) == 1 and not invitations:
        return redirect("organisation", organisations[0].pk)
    return render(
        request, "people/organisation_list.html", {"organisations": organisations, "invitations": invitations}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def organisation_new(request: SignedInRequest) -> HttpResponse:
    form = OrganisationForm(request.POST or None)
    if form.is_valid() and access.organisations_of(request.user).filter(name=form.cleaned_data["name"]).exists():
        form.add_error("name", "U hebt al een organisatie met deze naam.")
    if form.is_valid():
        organisation = people.open_organisation(request.user, form.cleaned_data["name"], form.cleaned_data["kind"])
        messages.success(request, f"De organisatie {organisation.name} is gemaakt. U bent de eigenaar.")
        return redirect("home")
    return render(request, "people/organisation_new.html", {"form": form})


@require_safe
@login_required
def organisation(request: SignedInRequest, pk: int) -> HttpResponse:
    return organisation_page(request, access.organisation_for(request.user, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def organisation_rename(request: SignedInRequest, pk: int) -> HttpResponse:
    organisation = access.organisation_for(request.user, pk, role=OWNER)
    if request.method != "POST":  # somebody came back to the address of a form that had errors
        return redirect("organisation", organisation.pk)
    form = OrganisationNameForm(request.POST, instance=organisation, auto_id="rename_%s")
    if not form.is_valid():
        return organisation_page(request, organisation, rename=form)
    form.save()
    messages.success(request, "De naam is gewijzigd.")
    return redirect("organisation", organisation.pk)


@require_POST
@login_required
def member_role(request: SignedInRequest, pk: int) -> HttpResponse:
    member = access.member_for(request.user, pk)
    form = RoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies een rol uit de lijst.")
        return redirect("organisation", member.organisation_id)
    try:
        people.change_role(member, form.cleaned_data["role"])
        messages.success(request, f"De rol van {member.user or member.email} is gewijzigd.")
    except people.LastOwner:
        messages.error(request, LAST_OWNER)
    return redirect("organisation", member.organisation_id)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def member_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask first, then take somebody off the list; on one's own line this is leaving."""
    member = access.member_for(request.user, pk, own=True)
    leaving = member.user_id == request.user.pk
    if request.method != "POST":
        return render(request, "people/member_remove.html", {"member": member, "leaving": leaving})
    try:
        people.remove(member)
    except people.LastOwner:
        messages.error(request, LAST_OWNER)
        return redirect("organisation", member.organisation_id)
    if leaving:
        messages.success(request, f"U bent geen lid meer van {member.organisation.name}.")
        return redirect("organisation_list")
    messages.success(request, f"{member.user or member.email} staat niet meer in de lijst.")
    return redirect("organisation", member.organisation_id)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def account_name(request: SignedInRequest) -> HttpResponse:
    form = NameForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Uw naam is gewijzigd.")
        return redirect("account_name")
    return render(request, "account/name.html", {"form": form})


def organisation_page(
    request: SignedInRequest, organisation: Organisation, rename: BaseForm | None = None, invite: BaseForm | None = None
) -> HttpResponse:
    """The page of one organisation; `rename` and `invite` are forms that came back with errors."""
    members = list(access.members_of(organisation))
    member: Any  # a row that takes its form along to the template
    for member in members:
        member.form = RoleForm(initial={"role": member.role}, auto_id=f"member{member.pk}_%s")
    context = {
        "organisation": organisation,
        "members": members,
        "own_line": next(member for member in members if member.user_id == request.user.pk),
        "is_owner": organisation.viewer_role == OWNER,
        "rename": rename or OrganisationNameForm(instance=organisation, auto_id="rename_%s"),
        "invite": invite or InvitationForm(auto_id="invite_%s"),
    }
    return render(request, "people/organisation.html", context)
