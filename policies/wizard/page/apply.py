"""A judged page as a change of facts: facts in, facts out. What is stored of it is the difference (policies/store/write.py)."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from policies.core.catalogue.variants import in_tone
from policies.core.clauses.library import load
from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.remove import answers_after
from policies.core.facts.without_row import without_row
from policies.keys import free_key
from policies.wizard.forms.answer_form import AnswerForm
from policies.wizard.forms.catalogue_choices import settled
from policies.wizard.forms.formset import LineForm, Lines
from policies.wizard.page.page import Page
from policies.wizard.page.page_block import PageBlock
from policies.wizard.steps.blocks import Cards

# Rows whose page shows all that their card does; an activity has data and terms elsewhere.
SHOWN_WHOLE = ("recipients", "joint_controllers")
NAMED_BY = ("name", "network", "what", "title")  # the field that a key is made from
CALLED_BY = ("name", "subject", "what", "title")  # the field that a removed row is shown by


@dataclass(frozen=True)
class RemovedRow:
    """A row that a page took away: its path, what people call it, and the facts just before."""

    path: str
    name: str
    before: Facts


@dataclass
class Change:
    """The facts as a page changes them, and the rows that it took away. `pressed`: by a button, so rows may go and proposals count as confirmed."""

    facts: Facts
    pressed: bool
    removed: list[RemovedRow] = field(default_factory=list)

    def set(self, path: str, values: Mapping[str, Any]) -> None:
        """Give the part or row at `path` these values."""
        if values:
            row = paths.read(self.facts, path)
            self.facts = paths.put(self.facts, path, dataclasses.replace(row, **values))

    def add(self, list_path: str, values: Mapping[str, Any]) -> Any:
        """Put a row with these values at the end of a list, with a key made from its name. Return the row."""
        address = paths.parse(list_path).address
        rows, row_class = paths.read(self.facts, list_path), paths.class_at(address)
        named = {}
        if "key" in specs_of(row_class):
            name = next((values[name] for name in NAMED_BY if values.get(name)), "")
            named["key"] = free_key(name, {row.key for row in rows}, paths.leaf(address).rstrip("s").replace("_", "-"))
        row = row_class(**named, **values)
        self.facts = paths.put(self.facts, list_path, (*rows, row))
        return row

    def remove(self, path: str) -> None:
        """Take a row away with the references to it; a yes that rested on it becomes a no."""
        before = self.facts
        row = paths.read(before, path)
        name = next((value for one in CALLED_BY if (value := getattr(row, one, None))), row.key)
        self.removed.append(RemovedRow(path, name, before))
        self.facts = paths.put_all(without_row(before, path), answers_after(before, (path,)))

    def confirm(self, places: Collection[str]) -> None:
        """Note that somebody saved a page with these parts or rows: they are proposals no longer."""
        left = tuple(path for path in self.facts.preset.unconfirmed if path not in places)
        self.set("preset", {"unconfirmed": left})


def apply_step(page: Page, facts: Facts, pressed: bool) -> Change:
    """Return the facts with what a page of parts says. The page is judged; not `pressed`, it may be half right."""
    change = Change(settled(facts, page.forms, page.on), pressed)
    for page_block in page.page_blocks:
        if page_block.form:
            change.set(page_block.form.path, page_block.form.differs)
            if page_block.block.of == "style" and "tone" in page_block.form.differs:
                change.facts = in_tone(change.facts, load())  # what is still as the catalogue gave it, follows
        elif page_block.lines is not None:
            _apply_lines(change, page_block.lines, page_block.block.of)
        _apply_each(change, page_block)
    if pressed:
        change.confirm({paths.top(page_block.block.of) for page_block in page.page_blocks})
    return change


def apply_row(page: Page, cards: Cards, facts: Facts, pressed: bool) -> Change:
    """Return the facts with what the page of one row says; a new row comes at the end of its list. The page is judged."""
    change = Change(settled(facts, page.forms, page.on), pressed)
    forms = [page_block.form for page_block in page.page_blocks if page_block.form]
    values = {name: value for form in forms for name, value in form.differs.items()}
    above, name = page.subject.rows[:-1], page.subject.rows[-1]
    list_path = paths.path_of(cards.of, above)
    if name:
        change.set(paths.under(list_path, name), values)
        name = page.names_now()[-1]
    else:
        change.add(list_path, values)
        rows = paths.read(change.facts, list_path)
        name = paths.name_at(rows, len(rows) - 1)
    for page_block in page.page_blocks:
        if page_block.lines is not None:
            _apply_lines(
                change, page_block.lines, paths.under(paths.under(list_path, name), paths.leaf(page_block.block.of))
            )
    if pressed and cards.of in SHOWN_WHOLE:
        change.confirm({paths.path_of(cards.of, page.subject.rows)})
    return change


def _apply_each(change: Change, page_block: PageBlock) -> None:
    """Give each row the answer to the one question that is asked of every row."""
    for form in (form for row in page_block.each for form in (row.form, *row.inside)):
        if form.is_bound:
            change.set(form.path, form.differs)


def _apply_lines(change: Change, lines: Lines, list_path: str) -> None:
    """Give a list the rows that are typed on the page. Rows with a key keep it; rows without one are a new list."""
    if not lines.has_keys:
        ticked = any(lines.goes(form) and not form.is_empty for form in lines.forms)
        if change.pressed or not ticked:
            _replace_lines(change, lines, list_path)
        return
    stored = {row.key: row for row in paths.read(change.facts, list_path)}
    for key in [key for key in stored if key in lines.deleted_keys] if change.pressed else ():
        del stored[key]
        change.remove(paths.under(list_path, key))
    known = {form.cleaned_data.get("key", "") for form in lines.forms}
    for form in lines.kept:
        key = form.cleaned_data.get("key", "")
        row = stored.get(key) or _same_row(form, [row for key, row in stored.items() if key not in known])
        if row is None:
            row = change.add(list_path, form.differs)
        else:
            change.set(paths.under(list_path, row.key), form.differs)
        known |= {row.key}
        form.stored_key = row.key


def _same_row(form: LineForm, rows: Sequence[Any]) -> Any:
    """Return the row that says just what a new line says, or None: the page, or somebody else, sent the same before."""
    return next((row for row in rows if all(_same(getattr(row, name), form, name) for name in form.names)), None)


def _same(stored: Any, form: AnswerForm, name: str) -> bool:
    return (stored or None) == (form.cleaned_data.get(name) or None)


def _replace_lines(change: Change, lines: Lines, list_path: str) -> None:
    """Nothing refers to these rows, so the list is written as the page has it; half a list is not stored."""
    if any(lines.errors) or lines.non_form_errors() or lines.left_alone:
        return
    row_class: type = paths.class_at(paths.parse(list_path).address)
    before = paths.read(change.facts, list_path)
    rows = tuple(row_class(**{name: one for name, one in line.items() if one is not None}) for line in lines.wanted)
    if rows != before:
        change.facts = paths.put(change.facts, list_path, rows)
