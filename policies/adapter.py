"""What allauth leaves to us: the words of its errors, the name of a person, the links in mails, and how attempts are counted."""

from ipaddress import ip_address, ip_network
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from policies import access, people
from policies.models import User
from policies.pending_account import WAITS, has_confirmed, note_typed_password


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account is niet actief.",
        "cannot_remove_primary_email": "U kunt uw enige e-mailadres niet verwijderen.",
        "duplicate_email": "Dit e-mailadres hoort al bij uw account.",
        "email_password_mismatch": "Het e-mailadres en het wachtwoord horen niet bij elkaar. Kijk ze na.",
        "email_taken": "Er is al een account met dit e-mailadres.",
        "enter_current_password": "Dit is niet uw huidige wachtwoord.",
        "incorrect_password": "Dit is niet uw wachtwoord.",
        "invalid_or_expired_key": "Deze link werkt niet meer.",
        "invalid_login": "Vul uw e-mailadres in.",
        "invalid_password_reset": "Deze link werkt niet meer.",
        "rate_limited": "U probeert het te vaak na elkaar. Wacht even en probeer het dan opnieuw.",
        "same_as_current": "Dit is uw huidige e-mailadres.",
        "too_many_login_attempts": "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het later opnieuw, of kies een nieuw wachtwoord.",
        "unknown_email": "Er is geen account met dit e-mailadres.",
        "unverified_primary_email": "Bevestig eerst uw e-mailadres.",
    }

    def save_user(self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True) -> User:
        user.name = form.cleaned_data["name"]
        return super().save_user(request, user, form, commit)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        confirmed = super().confirm_email(request, email_address)
        if confirmed:
            people.follow_address(email_address.user)
        return confirmed

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        answer = super().pre_login(request, user, **kwargs)
        if answer is None and not has_confirmed(user):  # just made, or its password just typed: the address comes next
            note_typed_password(request, user, kwargs["redirect_url"])
        return answer

    def respond_email_verification_sent(self, request: HttpRequest, user: User | None) -> HttpResponse:
        """What waits in the session of somebody who is not in yet waits two hours; `user` is None for an address that has an account."""
        request.session.set_expiry(WAITS)
        return super().respond_email_verification_sent(request, user)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        people.follow_address(user)
        return super().post_login(request, user, **kwargs)

    def send_account_already_exists_mail(self, email: str) -> None:
        """For an account that nobody confirmed yet, send its link once more: whoever opens it chooses the password."""
        account = access.account_of(email)
        unconfirmed = (
            EmailAddress.objects.filter(user=account, email=email, verified=False).first() if account else None
        )
        if unconfirmed is not None:
            unconfirmed.send_confirmation(self.request, signup=True)
        else:
            super().send_account_already_exists_mail(email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Every mail leads to SITE_URL: the Host header of a request is chosen by whoever sends it."""
        super().send_mail(template_prefix, email, context | {"site_url": settings.SITE_URL})

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return settings.SITE_URL + reverse("account_confirm_email", args=[emailconfirmation.key])

    def get_reset_password_from_key_url(self, key: str) -> str:
        user, _, token = key.partition("-")
        return settings.SITE_URL + reverse("account_reset_password_from_key", args=[user, token])

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong passwords for an account apart for each network, so that nobody locks its owner out from elsewhere."""
        return f"{network_of(self.get_client_ip(request))}:{credentials.get('email', '')}"


def network_of(address: str) -> str:
    """The address itself, or of IPv6 the half that a provider gives to one connection."""
    ip = ip_address(address)
    if ip.version == 6 and ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    return str(ip if ip.version == 4 else ip_network(f"{ip}/64", strict=False).network_address)
