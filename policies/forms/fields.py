"""Fields in which one types, for forms that are no question about facts. They have the gate of the facts: the same signs refused, the same spaces folded."""

from datetime import date
from typing import Any

from django import forms

from policies.core.facts.characters import Refused, clean
from policies.core.facts.days import date_of


class LineField(forms.CharField):
    """Text of one line. A line break becomes a space, so that a name can never begin a new line in a mail or a header.

    Signs that hide or turn the text after them are refused, with the sentence that the facts have for them.
    """

    many_lines = False

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        try:
            return clean(text, many_lines=self.many_lines)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal), code="signs") from None


class LinesField(LineField):
    """Text of several lines."""

    many_lines = True
    widget = forms.Textarea


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
