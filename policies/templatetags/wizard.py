"""Filters of the wizard's templates."""

from django import template
from django.template.loader import render_to_string

from policies.core.catalogue.dpf import LIST
from policies.wizard.rendering import answer_rows

register = template.Library()
register.filter("answer_rows", answer_rows.answer_rows)


@register.filter
def linked(text: str) -> str:
    """Return a text with each address of the list of the DPF as a link in a new tab, so that what was typed stays where it is."""
    if LIST not in text:
        return text
    return render_to_string("question/link.html", {"parts": text.split(LIST), "address": LIST})
