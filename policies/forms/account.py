"""The forms of allauth in our words: u, no placeholders, one password field, no more than is needed."""

from secrets import token_hex
from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from policies import access, people
from policies.forms.fields import LineField
from policies.models import Organisation, User
from policies.passwords import UnlikeThePerson
from policies.quotable import quotable

PASSWORD_HELP = "Minstens 10 tekens. Een zin van een paar woorden is goed te onthouden. Gebruik geen wachtwoord van een andere website."


def _label(form: forms.Form, **labels: str) -> None:
    """Set our labels and drop the placeholders: those vanish as soon as somebody types."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].widget.attrs.pop("placeholder", None)


class LoginForm(allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, login="E-mailadres", password="Wachtwoord", remember="Ingelogd blijven op dit apparaat")


class SignupForm(allauth_forms.SignupForm):
    """An account, and the organisation that comes with it unless somebody was invited to one."""

    INVITED = "invited"

    name = LineField(label="Uw naam", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    kind = forms.ChoiceField(
        label="Waarvoor maakt u privacyverklaringen?",
        choices=[
            (Organisation.Kind.OWNER, "Voor mijn eigen onderneming"),
            (Organisation.Kind.CONSULTANCY, "Voor klanten: ik ben adviseur"),
            (INVITED, "Ik ben uitgenodigd door een organisatie"),
        ],
        widget=forms.RadioSelect,
    )
    organisation_name = LineField(
        label="Naam van uw onderneming",
        max_length=120,
        required=False,
        help_text="Laat dit leeg als u uitgenodigd bent.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    field_order = ["name", "email", "password1", "kind", "organisation_name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, email="E-mailadres", password1="Wachtwoord")
        self.fields["password1"].help_text = PASSWORD_HELP
        if self.initial.get("email"):  # only the link in our invitation fills in an address
            self.initial["kind"] = self.INVITED

    def clean_password1(self) -> str:
        """Compare with the name as well: allauth only knows the address at this point."""
        data = self.cleaned_data
        UnlikeThePerson().validate(data["password1"], User(name=data.get("name", ""), email=data.get("email", "")))
        return data["password1"]

    def clean(self) -> dict:
        data = super().clean()
        if data.get("kind") not in (None, self.INVITED) and not data.get("organisation_name"):
            if "organisation_name" not in self.errors:
                self.add_error("organisation_name", "Vul de naam van uw onderneming in.")
        return data

    def validate_unique_email(self, value: str) -> str:
        """Only an account that logs in with it has an address: that somebody wishes to change to it takes it from nobody."""
        self.account_already_exists = access.account_of(value) is not None
        return value

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Make the account, or tell by mail that there is one. Both take the same work: the time says nothing about the address."""
        if self.account_already_exists:
            self._make_and_undo(request)
            return super().try_save(request)
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:  # the same address, twice at once: the second is told by mail, like any known address
            self.account_already_exists = True
            return super().try_save(request)

    def _make_and_undo(self, request: HttpRequest) -> None:
        """Do all that making an account takes, the hash of the password included, for an address that nobody has, and undo it."""
        email = self.cleaned_data["email"]
        self.cleaned_data["email"], self.account_already_exists = f"{token_hex(12)}@nobody.invalid", False
        with transaction.atomic():
            self.save(request)
            transaction.set_rollback(True)
        self.cleaned_data["email"], self.account_already_exists = email, True

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        data = self.cleaned_data
        if data["kind"] != self.INVITED:
            people.open_organisation(user, data["organisation_name"], data["kind"])


class ConfirmForm(allauth_forms.SetPasswordForm):
    """A name and a password of one's own, for an account that was made in another browser, by whomever."""

    name = LineField(label="Uw naam", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    field_order = ["name", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _label(self, password1="Wachtwoord")
        self.fields["password1"].help_text = PASSWORD_HELP
        self.order_fields(self.field_order)
        if self.user.name == quotable(self.user.name):  # anything odd is perhaps a message of somebody else
            self.initial["name"] = self.user.name

    def clean_password1(self) -> str:
        """Compare with the name that was typed here."""
        UnlikeThePerson().validate(
            self.cleaned_data["password1"], User(name=self.cleaned_data.get("name", ""), email=self.user.email)
        )
        return self.cleaned_data["password1"]


class AddEmailForm(allauth_forms.AddEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, email="Nieuw e-mailadres")


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _label(self, oldpassword="Huidig wachtwoord", password1="Nieuw wachtwoord")
        self.fields["password1"].help_text = PASSWORD_HELP


class SetPasswordForm(allauth_forms.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _label(self, password1="Nieuw wachtwoord")
        self.fields["password1"].help_text = PASSWORD_HELP


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, email="E-mailadres")

    def clean_email(self) -> str:
        """Find the account that logs in with this address, and no account that only wishes to change to it."""
        email = self.cleaned_data["email"].strip().lower()
        account = access.account_of(email)
        self.users = [account] if account is not None and account.is_active else []
        return email


class ResetPasswordKeyForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _label(self, password1="Nieuw wachtwoord")
        self.fields["password1"].help_text = PASSWORD_HELP


class ReauthenticateForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password="Wachtwoord")
