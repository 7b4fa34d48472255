"""What of a page is not stored after it saved by itself, by the label of its question: only when nothing is left may the page say that it is stored."""

from collections.abc import Iterator
from dataclasses import dataclass

from policies.wizard.forms.answer_form import AnswerForm
from policies.wizard.forms.catalogue_choices import CATALOGUE
from policies.wizard.forms.formset import Lines
from policies.wizard.page.page import Page

CHOOSE = "kies wat blijft"
PRESS = "dat gebeurt pas als u op Bewaren drukt"


@dataclass(frozen=True)
class NotStored:
    """`id` is where it stands on the page; `note` says what else there is to do than to mend it."""

    id: str
    label: str
    note: str = ""


def not_stored(page: Page) -> tuple[NotStored, ...]:
    """Return what is typed on the page and is not what is stored, in the order of the page.

    `page` holds what was posted, was judged (`is_valid`), and shows the facts as they are stored now. Refused answers, answers that somebody else changed too,
    rows to remove (that takes a button), and lists that are stored whole or not at all.
    """
    lines = {form: of for of in page.lists for form in of.forms}
    found = [one for form in page.forms if form.is_bound and form not in lines for one in _of_form(form, "")]
    found += [one for of in page.lists if of.is_bound for one in _of_list(of)]
    return tuple(dict.fromkeys(found))


def _of_form(form: AnswerForm, row: str) -> Iterator[NotStored]:
    """Refused, in conflict, or otherwise not as it is stored."""
    label = {
        name: f"{row}: {form.fields[name].label}" if row else str(form.fields[name].label or "") for name in form.fields
    }
    yield from (
        NotStored(form[name].auto_id, label[name], CHOOSE if name in form.others else "")
        for name in form.errors
        if name in form.fields
    )
    for name, value in form.differs.items():
        if name not in form.errors and not str(value or "").startswith(
            CATALOGUE
        ):  # what is chosen there became a row of one's own
            yield NotStored(form[name].auto_id, label[name])


def _of_list(lines: Lines) -> Iterator[NotStored]:
    place, names = f"lijst-{lines.prefix}", lines.block.legend
    if lines.non_form_errors():
        yield NotStored(place, names, CHOOSE if lines.is_contested else "")
    goes = [form for form in lines.forms if lines.goes(form) and not (form.is_valid() and form.is_empty)]
    for form in goes:
        yield NotStored(form["DELETE"].auto_id, f"{lines.block.one} verwijderen", PRESS)
    for number, form in enumerate(lines.forms, 1):
        if not lines.goes(form):
            told = tuple(_of_form(form, f"{lines.block.one} {number}")) if lines.has_keys or form.errors else ()
            yield from told
            if lines.has_keys and not told and not form.path:  # new, and no row was made of it
                yield NotStored(form[lines.block.names[0]].auto_id, f"{lines.block.one} {number}")
    if (
        not lines.has_keys
        and not goes
        and not any(lines.errors)
        and not lines.left_alone
        and not lines.is_contested
        and _differs(lines)
    ):
        yield NotStored(place, names)


def _differs(lines: Lines) -> bool:
    return lines.wanted != [{name: row.get(name) for name in lines.block.names} for row in lines.initial or ()]
