"""What a page sent before and never heard of: it may be stored or not. A page that knows what it sent never takes its own answers for those of somebody else. Pure."""

from django.http import QueryDict

from policies.core.facts import paths
from policies.wizard.forms import conflicts
from policies.wizard.forms.answer_form import AnswerForm
from policies.wizard.forms.formset import Lines
from policies.wizard.page.page import Page


def recognise(data: QueryDict, earlier: Page) -> None:
    """Change what was posted where `earlier`, which the same page posted before and was judged, says just what is stored now.

    Such a value is known to the page from then on, and a line that became a row has the key of that row.
    """
    marks = conflicts.read(data.get("getoond", ""))
    for form in earlier.forms:
        if form.is_bound and form.path:
            marks |= {form.add_prefix(name): one for name in form.names if (one := _stored_mark(form, name))}
    for lines in earlier.lists:
        if lines.has_keys:
            _know_rows(data, lines)
        elif not any(lines.errors) and conflicts.mark(lines.wanted) == lines.list_mark:
            marks[f"{lines.prefix}-list"] = lines.list_mark
    data["getoond"] = conflicts.written(marks.items())


def _stored_mark(form: AnswerForm, name: str) -> str:
    """The mark of an answer that is the stored one; empty for another."""
    kind = paths.field_spec(form.of, name).kind
    stored = conflicts.mark(form.initial.get(name), kind)
    return stored if name in form.cleaned_data and conflicts.mark(form.cleaned_data[name], kind) == stored else ""


def _know_rows(data: QueryDict, lines: Lines) -> None:
    """Give a new line the key of the row that was made of it."""
    known = {form.cleaned_data.get("key", "") for form in lines.forms if form.is_valid()}
    free = [row for row in lines.rows if row.key not in known]
    for form in lines.forms:
        if form.path or not form.is_valid() or form.is_empty or data.get(form.add_prefix("key")):
            continue
        row = next(
            (
                row
                for row in free
                if all((getattr(row, name) or None) == (form.cleaned_data.get(name) or None) for name in form.names)
            ),
            None,
        )
        if row is not None:
            free.remove(row)
            data[form.add_prefix("key")] = row.key
