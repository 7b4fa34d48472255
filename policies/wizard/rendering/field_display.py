"""From a bound field to the plain values that the template of a question shows."""

import dataclasses
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.template.loader import render_to_string

# Django's template of a widget → how templates/question/field.html draws it; any other widget draws itself.
KINDS = {
    "django/forms/widgets/text.html": "input",
    "django/forms/widgets/hidden.html": "hidden",
    "django/forms/widgets/checkbox.html": "tick",
    "django/forms/widgets/textarea.html": "textarea",
    "django/forms/widgets/select.html": "select",
    "django/forms/widgets/radio.html": "boxes",
    "django/forms/widgets/checkbox_select.html": "boxes",
}
CLASSES = {"tick": "form-check-input", "select": "form-select"}
OPTIONS = "question/options.html"

Choices = tuple[tuple[Any, Any], ...]


class Box(NamedTuple):
    """One box or button to choose: `value` is what it posts, `id` its place on the page."""

    value: Any
    label: str
    id: str
    is_checked: bool


@dataclass
class FieldDisplay:
    """Everything that the template shows of `field`, looked up once: a page may have a hundred fields."""

    field: BoundField
    kind: str  # a value of KINDS, or "widget"
    id: str
    id_for_label: str
    name: str  # as it is posted
    label: str
    help: str
    describedby: str  # the ids of what a screen reader reads with the field
    attributes: dict[str, Any]  # of the tag, besides those that the template names
    tag: str = ""  # those attributes as Django writes them in a tag
    value: Any = None
    type: str = ""  # of an input
    css: str = ""
    is_checked: bool = False  # of a box alone
    options: str = ""  # of a select, as their own template drew them
    boxes: list[Box] = dataclasses.field(default_factory=list)
    widget: str = ""  # as it drew itself
    path: str = ""  # of the fact
    when: str = ""  # the answers on the page that make the question appear, as JSON
    waits: bool = False  # whether those answers are not given
    has_errors: bool = False
    has_notices: bool = False  # whether anything is wrong, found or changed by somebody else at the field
    options_missing: Any = None  # where to make what there is nothing of to choose from


def field_display(bound: BoundField) -> FieldDisplay:
    """Return what the template shows of a bound field, which need not be a Question."""
    widget, has_errors = bound.field.widget, bool(bound.errors)
    kind = KINDS.get(widget.template_name, "widget")
    attributes = bound.build_widget_attrs(widget.attrs, widget)
    described = attributes.pop("aria-describedby", "") or (bound.aria_describedby if kind == "boxes" else "")
    when = getattr(bound, "when", "")
    display = FieldDisplay(
        field=bound,
        kind=kind,
        id=str(attributes.pop("id", "") or bound.auto_id),
        id_for_label=bound.id_for_label,
        name=bound.html_name,
        label=str(bound.label),
        help=str(bound.help_text),
        describedby=str(described or ""),
        attributes=attributes,
        has_errors=has_errors,
        has_notices=has_errors or bool(getattr(bound, "findings", ()) or getattr(bound, "other_words", "")),
        path=getattr(bound, "path", ""),
        when=when,
        waits=bool(when) and getattr(bound, "waits", False),
        options_missing=getattr(bound, "options_missing", None),
    )
    (_add_boxes if kind == "boxes" else _add_value)(display, widget)
    display.tag = flatatt(display.attributes)
    return display


def _add_value(display: FieldDisplay, widget: Any) -> None:
    """Give a field that is one tag its classes, and what was typed in it or else is stored."""
    bound, value, kind = display.field, display.field.value(), display.kind
    given = (display.attributes.pop("class", ""), type(widget).__name__.lower(), CLASSES.get(kind, "form-control"))
    display.css = " ".join(filter(None, (*given, "is-invalid" if display.has_errors else "")))
    if display.describedby:
        display.attributes["aria-describedby"] = display.describedby
    display.attributes |= {"id": display.id, "class": display.css}
    if kind == "widget":
        display.widget = widget.render(bound.html_name, value, display.attributes, bound.form.renderer)
    elif kind == "select":
        display.options = _options(_choices(widget.choices), tuple(widget.format_value(value)))
    else:
        display.type, display.value = getattr(widget, "input_type", ""), widget.format_value(value)
        display.is_checked = kind == "tick" and bool(widget.check_test(value))


def _add_boxes(display: FieldDisplay, widget: Any) -> None:
    bound, display.type = display.field, widget.input_type
    groups = widget.optgroups(bound.html_name, widget.format_value(bound.value()), {"id": display.id})
    display.boxes = [
        Box(option["value"], option["label"], option["attrs"]["id"], option["selected"])
        for _, options, _ in groups
        for option in options
    ]


def _choices(choices: Any) -> Choices:
    """Return the choices of a select as tuples, groups of them too."""
    return tuple((key, tuple(map(tuple, of)) if isinstance(of, list | tuple) else of) for key, of in choices)


@lru_cache(maxsize=512)
def _options(choices: Choices, chosen: tuple[str, ...]) -> str:
    """Return the options of a select as their template draws them, once for all lists with the same ones: a page may have eighty."""
    widget: Any = forms.Select(choices=choices)
    return render_to_string(OPTIONS, {"optgroups": widget.optgroups("", list(chosen))})
