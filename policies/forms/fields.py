"""Fields of our own forms that hold no fact, and yet go through the same gate."""

from datetime import date
from typing import Any

from django import forms

from policies.core.facts.characters import Refused, clean
from policies.core.facts.days import date_of


class TextField(forms.CharField):
    """A text of one or more lines without characters that nobody sees; what cannot be read is refused with its place."""

    def to_python(self, value: Any) -> str:
        try:
            return clean(super().to_python(value), many_lines=isinstance(self.widget, forms.Textarea))
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class DayField(forms.DateField):
    """A day, read like every other day; the browser may offer a calendar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        try:
            return date_of(value)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal), "invalid") from None
