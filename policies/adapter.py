"""What allauth leaves to us: the words of its errors, the name of a person, and when an invitation becomes real."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse

from policies import people
from policies.models import User


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
        "too_many_login_attempts": "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht vijf minuten en probeer het dan opnieuw.",
        "unknown_email": "Er is geen account met dit e-mailadres.",
        "unverified_primary_email": "Bevestig eerst uw e-mailadres.",
    }

    def save_user(self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True) -> User:
        user.name = form.cleaned_data["name"]
        return super().save_user(request, user, form, commit)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        confirmed = super().confirm_email(request, email_address)
        if confirmed:
            people.join(email_address.user)
        return confirmed

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        people.join(user)
        return super().post_login(request, user, **kwargs)
