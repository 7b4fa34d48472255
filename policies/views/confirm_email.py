"""The page behind the link that confirms an e-mail address: what somebody else typed before opens nothing."""

from typing import Any

from allauth.account.utils import perform_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from policies import access, people
from policies.forms.account import ConfirmForm
from policies.pending_account import forget_note, has_confirmed, was_typed_here

REFUSED = {"dead": 404, "taken": 409, "elsewhere": 403}  # the state of the page: the status of a POST


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_address(request: HttpRequest, key: str) -> HttpResponse:
    """Confirm the first address of an account, or the address that it changes to."""
    confirmation = access.confirmation_of(key)
    if confirmation is None:
        return _page(request, "dead")
    address = confirmation.email_address
    if not address.can_set_verified():
        return _page(request, "taken", email=address.email)
    return (_confirm_change if has_confirmed(address.user) else _confirm_first)(request, confirmation)


def _confirm_change(request: HttpRequest, confirmation: Any) -> HttpResponse:
    """Only in the account itself: else a stranger's account would get the address of whoever opens the link."""
    address = confirmation.email_address
    if request.user.pk != address.user_id:
        return _page(request, "elsewhere", email=address.email)
    if request.method != "POST":
        return _page(request, "ask", email=address.email)
    confirmation.confirm(request)
    return redirect("account_email")


def _confirm_first(request: HttpRequest, confirmation: Any) -> HttpResponse:
    """With one press where the password was typed; anywhere else with a password of one's own, which replaces what there was."""
    address = confirmation.email_address
    data = request.POST if request.method == "POST" else None
    form = None if was_typed_here(request, address.user) else ConfirmForm(user=address.user, data=data)
    if request.method != "POST" or (form and not form.is_valid()):
        return _page(request, "ask", email=address.email, form=form, leaves=request.user.is_authenticated)
    with transaction.atomic():
        if form:
            people.claim(address.user, form.cleaned_data["name"], form.cleaned_data["password1"])
        confirmed = confirmation.confirm(request)
        transaction.set_rollback(not confirmed)
    if not confirmed:
        return redirect("account_login")
    return perform_login(request, address.user, email=address.email, redirect_url=forget_note(request))


def _page(request: HttpRequest, state: str, **context: Any) -> HttpResponse:
    """The page in one of its states. A POST that confirms nothing is no success."""
    status = REFUSED.get(state, 200) if request.method == "POST" else 200
    return render(request, "account/email_confirm.html", {"state": state, **context}, status=status)
