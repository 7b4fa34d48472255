"""Our own template of a list of choices, which is there for speed, writes what Django's own writes."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting

CHOICES = [
    ("", "Maak een keuze"),
    ("BE", "België"),
    ("NL", "<b>Nederland</b> & co"),
    ("Elders", [("1", "een"), (2, "twee")]),
]


@pytest.mark.parametrize("chosen", ["", None, "BE", "2"])
def test_select_is_the_one_of_django(chosen: str | None) -> None:
    field = forms.Select(attrs={"id": "id_land", "required": True}, choices=CHOICES)
    ours, theirs = (
        field.render("land", chosen, renderer=renderer).split() for renderer in (TemplatesSetting(), DjangoTemplates())
    )
    assert ours == theirs and 'value="BE"' in " ".join(ours)
