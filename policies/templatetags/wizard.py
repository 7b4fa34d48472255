"""What the templates of the wizard ask for: plain values, and a link in a text."""

from typing import Any

from django import template
from django.template.loader import render_to_string

from policies.core.catalogue.dpf import LIST
from policies.wizard.rendering.answer_rows import answer_rows
from policies.wizard.rendering.layout import PACK
from policies.wizard.rendering.step_links import step_links

register = template.Library()
register.simple_tag(answer_rows)  # {% answer_rows policy card read_only as rows %}
register.simple_tag(step_links)  # {% step_links policy wizard_progress progress as links %}


@register.simple_tag(takes_context=True)
def questions(context: template.Context, form: Any) -> str:
    """Return the questions of a form as its crispy helper lays them out: `{% crispy form %}` without the tag around, for pages with a hundred forms."""
    return form.helper.render_layout(form, context, template_pack=PACK)


@register.filter
def linked(text: str) -> str:
    """Return a text with each address of the list of the DPF as a link in a new tab, so that what was typed stays where it is."""
    if LIST not in text:
        return text
    return render_to_string("question/link.html", {"parts": text.split(LIST), "address": LIST})
