"""Fields in which one types, for forms that are no question about facts. They have the gate of the facts: the same signs refused, the same spaces folded."""

from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict

from policies.core.facts.characters import Refused, clean
from policies.core.facts.days import date_of


class LineField(forms.CharField):
    """Text of one line. A line break becomes a space, so that a name can never begin a new line in a mail or a header.

    Signs that hide or turn the text after them are refused, with the sentence that the facts have for them.
    """

    many_lines = False

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        try:
            return clean(text, many_lines=self.many_lines)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal), code="signs") from None


class LinesFormField(LineField):
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


def choice_field(form: forms.BaseForm, name: str) -> forms.ChoiceField:
    """Return the field of a form that offers choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    return field


def put_back(form: forms.BaseForm, name: str, text: str) -> None:
    """Fill a field of a form that was posted with `text`, so that the page shows it when it comes back."""
    data = cast(QueryDict, form.data).copy()
    data[form.add_prefix(name)] = text
    form.data = data
