"""Invitations to an organisation: sending one, and what the invited press."""

from smtplib import SMTPException

from allauth.account.adapter import get_adapter
from allauth.core.ratelimit import consume
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from policies import access, people
from policies.forms.people import InvitationForm
from policies.models import Membership, Organisation
from policies.views.people import OWNER, organisation_page
from policies.views.signed_in import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def member_invite(request: SignedInRequest, pk: int) -> HttpResponse:
    organisation = access.organisation_for(request.user, pk, role=OWNER)
    if request.method != "POST":  # somebody came back to the address of a form that had errors
        return redirect("organisation", organisation.pk)
    form = InvitationForm(request.POST, auto_id="invite_%s")
    if form.is_valid() and (refusal := _refusal(request, organisation, form.cleaned_data["email"])):
        form.add_error(None, refusal)
    if form.is_valid():
        try:
            member = people.invite(organisation, form.cleaned_data["email"], form.cleaned_data["role"], request.user)
        except people.AlreadyInvited:
            form.add_error("email", "Dit e-mailadres staat al in de lijst.")
    if not form.is_valid():
        return organisation_page(request, organisation, invite=form)
    _mail_invitation(request, member)
    return redirect("organisation", organisation.pk)


@require_POST
@login_required
def member_invite_again(request: SignedInRequest, pk: int) -> HttpResponse:
    member = access.member_for(request.user, pk)
    if not member.pending:
        messages.info(request, f"{member.user} is al lid.")
    elif refusal := _refusal(request, member.organisation, member.email):
        messages.error(request, refusal)
    else:
        people.invite_again(member, request.user)
        _mail_invitation(request, member)
    return redirect("organisation", member.organisation_id)


@require_POST
@login_required
def invitation_accept(request: SignedInRequest, pk: int) -> HttpResponse:
    invitation = access.invitation_for(request.user, pk)
    try:
        member = people.accept(invitation, request.user)
    except people.InvitationEnded:
        messages.error(request, "Deze uitnodiging geldt niet meer. Vraag een nieuwe aan wie u uitnodigde.")
        return redirect("organisation_list")
    messages.success(request, f"U bent nu lid van {member.organisation.name}, als {member.get_role_display().lower()}.")
    return redirect("organisation", member.organisation_id)


@require_POST
@login_required
def invitation_decline(request: SignedInRequest, pk: int) -> HttpResponse:
    people.decline(access.invitation_for(request.user, pk))
    messages.success(
        request, "U hebt de uitnodiging geweigerd. Uw e-mailadres staat niet meer in de lijst van die organisatie."
    )
    return redirect("organisation_list")


def _refusal(request: SignedInRequest, organisation: Organisation, email: str) -> str:
    """Why no invitation may go out now, in Dutch; empty when one may. The numbers are in ACCOUNT_RATE_LIMITS."""
    limits = (
        ("invite", None, "U hebt het laatste uur veel uitnodigingen gestuurd. Probeer het later opnieuw."),
        (
            "invite_organisation",
            str(organisation.pk),
            "Uw organisatie heeft vandaag veel uitnodigingen gestuurd. Probeer het morgen opnieuw.",
        ),
        (
            "invite_address",
            email.lower(),
            "Naar dit adres gaan vandaag geen uitnodigingen meer. Probeer het morgen opnieuw.",
        ),
    )
    return next((sentence for action, key, sentence in limits if not consume(request, action=action, key=key)), "")


def _mail_invitation(request: SignedInRequest, member: Membership) -> None:
    """Send the invitation and say so; when the mail server fails, say that."""
    try:
        get_adapter().send_mail("people/email/invitation", member.email, {"member": member, "inviter": request.user})
        messages.success(request, f"De uitnodiging voor {member.email} is verstuurd.")
    except (SMTPException, OSError):
        messages.error(
            request,
            f"{member.email} staat in de lijst, maar de mail is niet vertrokken. Stuur de uitnodiging straks opnieuw.",
        )
