"""How a question looks: label, help, what is filled in, and what is told there. In Python, because a page may have a hundred of them.

What stands in a question of each kind, and its ids and classes, is what wizard.js, the style sheets and the tests count on.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from html import escape
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from policies.core.catalogue.dpf import LIST
from policies.core.checks.finding import Finding

Context = Mapping[str, Any]  # of the page: read_only, policy, progress
NOTHING = SafeString("")


def markup(words: str, *parts: Any) -> SafeString:
    """`words` with each part in its place, escaped unless it is markup itself. As format_html of Django, which takes five times as long."""
    return SafeString(words.format(*(part if isinstance(part, SafeString) else escape(str(part)) for part in parts)))


def linked(text: str) -> SafeString:
    """A text of ours, in which the address of the list of the DPF is a link in a new tab: what was typed stays where it is."""
    safe = escape(text)
    if LIST in safe:
        safe = safe.replace(
            LIST,
            f'<a href="{LIST}" target="_blank" rel="noopener noreferrer">dataprivacyframework.gov<span class="visually-hidden"> (nieuw tabblad)</span></a>',
        )
    return SafeString(safe)


class Asked:
    """One question in a crispy layout."""

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, form: forms.Form, context: Context, **kwargs: Any) -> SafeString:
        return question(form[self.name], context)


class Together(Fieldset):
    """Questions under a legend, with the help of the block, in a crispy layout."""

    def __init__(self, legend: str, *fields: Any, help: str = "") -> None:
        super().__init__(legend, *fields)
        self.help = help

    def render(self, form: forms.Form, context: Context, *args: Any, **kwargs: Any) -> SafeString:
        told = markup('<p class="block-help">{}</p>\n', self.help) if self.help else NOTHING
        return markup(
            "<fieldset>\n<legend>{}</legend>\n{}{}</fieldset>\n",
            self.legend,
            told,
            self.get_rendered_fields(form, context),
        )


class Folded(Fieldset):
    """Questions that are shown on demand; open when css_class says so."""

    def render(self, form: forms.Form, context: Context, *args: Any, **kwargs: Any) -> SafeString:
        is_open = SafeString(" open") if self.css_class == "open" else NOTHING
        words = '<details class="folded-in"{}>\n<summary>{}</summary>\n{}</details>\n'
        return markup(words, is_open, self.legend, self.get_rendered_fields(form, context))


# --- a question --------------------------------------------------------------------------------------------------


def question(field: BoundField, context: Context) -> SafeString:
    """Everything about one field, as it stands on a page of the wizard."""
    if field.is_hidden:
        return control(field)
    if isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return _group(field, context)
    kind = (
        "form-check-input"
        if isinstance(field.field.widget, forms.CheckboxInput)
        else "form-select"
        if isinstance(field.field.widget, forms.Select)
        else "form-control"
    )
    drawn = control(field, f"{kind} is-invalid" if field.errors else kind)
    if kind == "form-check-input":
        label = markup('<label class="form-check-label" for="{}">{}</label>', field.id_for_label, field.label)
        return _framed("question form-check", field, (drawn, label, helped(field), told(field, context)))
    label = markup('<label class="form-label" for="{}">{}</label>', field.id_for_label, field.label)
    return _framed(
        "question", field, (label, helped(field), drawn, _options_missing(field, context), told(field, context))
    )


def _framed(css: str, field: BoundField, parts: Sequence[SafeString]) -> SafeString:
    return markup('<div class="{}"{}>\n{}\n</div>\n', css, _place(field), SafeString("\n".join(filter(None, parts))))


def _place(field: BoundField) -> SafeString:
    """What ties a question to the statement beside it, and to the answers that make it appear."""
    when = getattr(field, "when", "")
    return attributes(
        {
            "data-path": getattr(field, "path", "") or False,
            "data-when": when or False,
            "hidden": bool(when) and field.waits,
        }
    )


def _group(field: BoundField, context: Context) -> SafeString:
    """Boxes or buttons to choose from, each with its label."""
    name, widget = field.html_name, field.field.widget
    css = "form-check-input is-invalid" if field.errors else "form-check-input"
    given = field.build_widget_attrs({"id": widget.attrs.get("id") or field.auto_id})
    options = [
        option for _, some, _ in widget.optgroups(name, widget.format_value(field.value()), given) for option in some
    ]
    box = '<div class="form-check">\n<input type="{}" class="{}" name="{}" value="{}"{}>\n<label class="form-check-label" for="{}">{}</label>\n</div>'
    boxes = [
        markup(box, one["type"], css, name, one["value"], attributes(one["attrs"]), one["attrs"]["id"], one["label"])
        for one in options
    ]
    described = attributes({"aria-describedby": field.aria_describedby or False})
    parts = (helped(field), *boxes, _options_missing(field, context), told(field, context))
    return markup(
        '<fieldset class="question" id="{}" tabindex="-1"{}{}>\n<legend class="form-label">{}</legend>\n{}\n</fieldset>\n',
        field.auto_id,
        _place(field),
        described,
        field.label,
        SafeString("\n".join(filter(None, parts))),
    )


def helped(field: BoundField) -> SafeString:
    """The line of help under a label."""
    return (
        markup('<div class="form-text" id="{}_helptext">{}</div>', field.auto_id, linked(field.help_text))
        if field.help_text
        else NOTHING
    )


def _options_missing(field: BoundField, context: Context) -> SafeString:
    """Where to make what there is nothing of to choose from."""
    missing = getattr(field, "options_missing", None)
    if not missing:
        return NOTHING
    if missing["step"] == context["progress"].step.title:
        way: str = "Voeg het eerst hierboven toe."
    else:
        way = markup(
            'Dat maakt u in de stap <a href="{}">{}</a>.',
            reverse("policy_fact", args=[context["policy"].pk, missing["list"]]),
            missing["step"],
        )
    return markup('<p class="line-note">Er is nog niets om uit te kiezen. {}</p>', way)


# --- what is told there ------------------------------------------------------------------------------------------


def told(field: BoundField, context: Context, oob: bool = False) -> SafeString:
    """The place at a field for what is wrong or found there. `oob`: as htmx puts it in the place of the one on the page."""
    parts = [_errors(field), _other_words(field), findings(getattr(field, "findings", ()), context)]
    wrong = attributes({"hx-swap-oob": "true" if oob else False, "data-wrong": bool(field.errors)})
    return markup(
        '<div class="told" id="{}_told" aria-live="polite"{}>{}</div>', field.auto_id, wrong, SafeString("".join(parts))
    )


def _errors(field: BoundField) -> SafeString:
    if not field.errors:
        return NOTHING
    sentences = SafeString("".join(markup("<p>{}</p>", error) for error in field.errors))
    return markup('<div class="field-error" id="{}_error">{}</div>', field.auto_id, sentences)


def _other_words(field: BoundField) -> SafeString:
    """The answer that somebody else stored meanwhile, and the choice between the two."""
    words = getattr(field, "other_words", "")
    if not words:
        return NOTHING
    button = '<button class="btn btn-sm btn-outline-secondary" type="submit" name="{}" value="{}">{}<span class="visually-hidden">: {}</span></button>'
    take, keep = (
        markup(button, name, field.html_name, text, field.label)
        for name, text in (("neem", "Dat overnemen"), ("houd", "Mijn antwoord houden"))
    )
    return markup(
        '<div class="other-answer"><p>Nu staat er: <strong>{}</strong></p><p class="actions actions-tight">{} {}</p></div>',
        words,
        take,
        keep,
    )


def findings(found: Sequence[Finding], context: Context) -> SafeString:
    """What is found somewhere, each with its cure, its articles, and the button that mends it."""
    return SafeString("".join(_finding(one, bool(context.get("read_only"))) for one in found))


def _finding(finding: Finding, read_only: bool) -> SafeString:
    articles, mend = ", ".join(finding.articles), getattr(finding, "mend", "")
    button = NOTHING
    if mend and not read_only:
        button = markup(
            ' <button class="btn btn-sm btn-mend" type="submit" name="ga" value="{}">{}</button>', finding.go, mend
        )
    return markup(
        '<p class="finding finding-{}">{}<span>{} {} <span class="articles">{}</span>{}</span></p>',
        finding.severity,
        icon("warning"),
        finding.message,
        linked(finding.remedy),
        f"(AVG art. {articles})" if articles else "",
        button,
    )


@cache
def icon(name: str) -> SafeString:
    return render_to_string(f"icons/{name}.svg")


# --- what is filled in -------------------------------------------------------------------------------------------


def control(field: BoundField, css: str = "") -> SafeString:
    """The input, list or text box of a field, with these classes besides that of its kind."""
    widget = field.field.widget
    attrs = field.build_widget_attrs(widget.attrs, widget) | ({} if "id" in widget.attrs else {"id": field.auto_id})
    if css:
        attrs["class"] = " ".join(filter(None, (widget.attrs.get("class"), type(widget).__name__.lower(), css)))
    draw = DRAWN.get(type(widget))
    if draw is None:  # a widget with a template of its own
        return widget.render(field.html_name, field.value(), attrs, field.form.renderer)
    return draw(field.html_name, widget, field.value(), attrs)


def attributes(given: Mapping[str, Any]) -> SafeString:
    """As they stand in a tag, each after a space; a yes is its name alone, a no is nothing."""
    parts = [
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in given.items()
        if value is not False
    ]
    return SafeString("".join(parts))


def _input(name: str, widget: Any, value: Any, attrs: Mapping[str, Any]) -> SafeString:
    shown = widget.format_value(value)
    return markup(
        "<input{}>",
        attributes({"type": widget.input_type, "name": name, "value": False if shown is None else str(shown), **attrs}),
    )


def _tick(name: str, widget: Any, value: Any, attrs: Mapping[str, Any]) -> SafeString:
    return _input(name, widget, value, {**attrs, "checked": True} if widget.check_test(value) else attrs)


def _area(name: str, widget: Any, value: Any, attrs: Mapping[str, Any]) -> SafeString:
    return markup("<textarea{}>\n{}</textarea>", attributes({"name": name, **attrs}), widget.format_value(value) or "")


def _select(name: str, widget: Any, value: Any, attrs: Mapping[str, Any]) -> SafeString:
    """A list to choose one from. Every list with the same options is drawn once."""
    options = _options(
        tuple(
            (key, tuple(map(tuple, some)) if isinstance(some, list | tuple) else some) for key, some in widget.choices
        )
    )
    for chosen in map(escape, widget.format_value(value)):
        options = options.replace(f'<option value="{chosen}">', f'<option value="{chosen}" selected>', 1)
    return markup("<select{}>{}\n</select>", attributes({"name": name, **attrs}), SafeString(options))


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[Any, Any], ...]) -> str:
    """Options, and groups of them under a name."""
    made = []
    for key, label in choices:
        if isinstance(label, tuple):
            made.append(markup('\n<optgroup label="{}">{}\n</optgroup>', key, SafeString(_options(label))))
        else:
            made.append(markup('\n<option value="{}">{}</option>', "" if key is None else key, label))
    return "".join(made)


DRAWN: dict[type, Callable[[str, Any, Any, Mapping[str, Any]], SafeString]] = {
    forms.TextInput: _input,
    forms.HiddenInput: _input,
    forms.CheckboxInput: _tick,
    forms.Textarea: _area,
    forms.Select: _select,
}
