"""Starting from something that is there: a statement from elsewhere, or the answers of another company."""

import zlib
from typing import Any

from django import forms
from django.core import signing

from policies.core.facts.choices import LAW_COUNTRY
from policies.forms.policies import PlaceForm
from policies.forms.reading import TextForm
from policies.models import Policy, User

SALT, DAY = "policies.brought", 24 * 60 * 60


def seal(text: str, user: User, policy: Policy | None = None, country: str | None = None) -> str:
    """A text that a form carries from one screen to the next, so that nothing of it is stored. Small, and nobody can change it.

    It is good for this person and this policy; without one until the person chooses for which.
    """
    return signing.dumps({"text": text, "country": country}, salt=_salt(user, policy), compress=True)


def unseal(sealed: str, user: User, policy: Policy | None = None) -> tuple[str, str | None] | None:
    """The text and the country of a seal of at most a day old; None for anything else, such as the seal of somebody else."""
    try:
        kept = signing.loads(sealed, salt=_salt(user, policy), max_age=DAY)
    except (signing.BadSignature, zlib.error, ValueError):
        return None
    return kept["text"], kept["country"]


def _salt(user: User, policy: Policy | None) -> str:
    return f"{SALT}.{user.pk}.{policy.pk if policy else 'any'}"


class PasteForm(TextForm):
    """A statement from elsewhere, and the country of the company where nobody said it yet."""

    country = forms.ChoiceField(
        label="Waar is de onderneming gevestigd?",
        choices=list(LAW_COUNTRY.items()),
        widget=forms.RadioSelect,
        help_text="Daarvan hangt af welke wetten en termijnen gelden.",
        error_messages={"required": "Kies het land."},
    )

    def __init__(self, *args: Any, known: str | None, **kwargs: Any) -> None:
        """`known`: the country that was answered before."""
        super().__init__(*args, **kwargs)
        self.known = known
        if known:
            del self.fields["country"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["country"] = self.known or cleaned.get("country")
        return cleaned


class CopyIntoForm(forms.Form):
    """How much to copy."""

    company = forms.BooleanField(
        label="Neem ook de gegevens van de onderneming over",
        required=False,
        help_text="Naam, nummers, adres, contact, website en sociale media. Doe dit alleen voor dezelfde onderneming.",
    )


class CopyForm(PlaceForm, CopyIntoForm):
    """A copy as a new statement: its name, where it belongs, and how much to copy."""

    field_order = ["organisation", "name", "company"]
