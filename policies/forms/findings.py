"""The form with which a finding is left as it is."""

from django import forms

from policies.forms.fields import LinesFormField
from policies.publish.acceptance import LONGEST


class LeaveForm(forms.Form):
    """Why a finding is left as it is."""

    reason = LinesFormField(
        label="Waarom laat u dit zo?",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4}),
        help_text="Bijvoorbeeld: onze boekhouder keek dit na op 3 maart. De reden komt in uw logboek, niet in de verklaring.",
        error_messages={"required": "Schrijf op waarom u dit zo laat."},
    )
