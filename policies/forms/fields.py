"""Fields in which one types, for forms that are no question about facts. They have the gate of the facts: same signs refused, same spaces folded."""

from typing import Any

from django import forms

from policies.core.facts.values import Refused, clean


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
