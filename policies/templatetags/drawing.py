"""Tags that draw questions: see policies/wizard/rendering/questions.py."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.safestring import SafeString

from policies.core.checks.finding import Finding
from policies.wizard.rendering import answers as draw_answers
from policies.wizard.rendering import questions as draw_questions
from policies.wizard.summary.answer_cards import AnswerCard
from policies.wizard.summary.list_cards import Card

register = template.Library()


@register.simple_tag(takes_context=True)
def questions(context: Context, form: Any) -> SafeString:
    """All questions of a form, as its crispy layout orders them."""
    return form.drawn.render(form, context)


@register.simple_tag(takes_context=True)
def question(context: Any, field: BoundField) -> SafeString:
    return draw_questions.question(field, context)


@register.filter
def linked(text: str) -> SafeString:
    """A text of ours with the address in it as a link."""
    return draw_questions.linked(text)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """What is filled in, without label or help."""
    return draw_questions.control(field)


@register.simple_tag(takes_context=True)
def told(context: Any, field: BoundField, oob: bool = False) -> SafeString:
    return draw_questions.told(field, context, oob)


@register.simple_tag(takes_context=True)
def found(context: Any, findings: Sequence[Finding]) -> SafeString:
    """What is found at a list or a row."""
    return draw_questions.findings(findings, context)


@register.simple_tag
def helped(field: BoundField) -> SafeString:
    return draw_questions.helped(field)


@register.simple_tag(takes_context=True)
def card(context: Context, card: Card) -> SafeString:
    return draw_answers.card(card, context["page"].asks, context["read_only"])


@register.simple_tag(takes_context=True)
def steps(context: Context, oob: bool = False) -> SafeString:
    return draw_answers.steps(context["policy"], context["journey"], context["progress"], oob)


@register.simple_tag(takes_context=True)
def answers(context: Context, card: AnswerCard) -> SafeString:
    return draw_answers.answers(context["policy"], card, context["read_only"])
