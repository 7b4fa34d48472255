"""Forms about organisations and their members."""

from django import forms

from policies.forms.fields import LineField
from policies.models import Membership, Organisation, User


class NameForm(forms.ModelForm):
    """How the person is called."""

    class Meta:
        model = User
        fields = ["name"]
        field_classes = {"name": LineField}
        labels = {"name": "Uw naam"}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class OrganisationForm(forms.ModelForm):
    """A new organisation."""

    kind = forms.ChoiceField(
        label="Waarvoor maakt u privacyverklaringen?",
        choices=[
            (Organisation.Kind.OWNER, "Voor mijn eigen onderneming"),
            (Organisation.Kind.CONSULTANCY, "Voor klanten: ik ben adviseur"),
        ],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Organisation
        fields = ["name", "kind"]
        field_classes = {"name": LineField}
        labels = {"name": "Naam van de organisatie"}


class OrganisationNameForm(forms.ModelForm):
    """Another name for an organisation."""

    class Meta:
        model = Organisation
        fields = ["name"]
        field_classes = {"name": LineField}
        labels = {"name": "Naam van de organisatie"}


class RoleForm(forms.Form):
    """The role of one member."""

    role = forms.ChoiceField(label="Rol", choices=Membership.Role.choices)


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(label="E-mailadres", max_length=254)
    role = forms.ChoiceField(
        label="Rol",
        # From least to most: who invites without thinking gives the least away.
        choices=[(role.value, role.label) for role in reversed(Membership.Role)],
        help_text=(
            "Elk lid ziet elke privacyverklaring van deze organisatie. Een lezer verandert niets. "
            "Een bewerker vult in en publiceert. Een eigenaar beheert ook de leden en trekt versies in."
        ),
    )
