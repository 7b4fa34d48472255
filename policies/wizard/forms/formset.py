"""A list of rows that is typed on the page itself."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, BaseFormSet, formset_factory

from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.plain_data import MAX_ROWS
from policies.wizard.forms.answer_form import NO_FINDINGS, NO_MARKS, AnswerForm, Findings
from policies.wizard.forms.conflicts import Marks, mark
from policies.wizard.steps.blocks import Inline

LIST_MEANWHILE = "Iemand anders heeft deze lijst intussen ook gewijzigd."


class LineForm(AnswerForm):
    """One row of a list on the page. `key` says which row it was; a row that came by now is new."""

    stored_key = ""  # of the row that was stored of this line; empty before that

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"] = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class Lines(BaseFormSet):
    """The rows of one Inline, as a formset of LineForm."""

    forms: list[LineForm]

    def __init__(
        self,
        *args: Any,
        block: Inline,
        facts: Facts,
        rows: Sequence[Any],
        places: Sequence[str] = (),
        findings: Mapping[str, Findings] | None = None,
        shown: Marks = NO_MARKS,
        **kwargs: Any,
    ) -> None:
        """`rows` are those in `initial` as facts, `paths` their paths, `findings` what is wrong in each of them, by its path."""
        self.facts, self.rows = facts, rows
        self.block, self.paths, self.findings, self.shown = block, list(places), findings or {}, shown
        self.left_alone = self.is_contested = False  # known once it is judged
        self.picked: Sequence[str] = ()  # names that were ticked instead of typed
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """A row that was posted is the one with its key, wherever that stands now: a colleague may have removed another."""
        shared = super().get_form_kwargs(index) | {"of": self.block.of, "names": self.block.names, "shown": self.shown}
        place = self._place(index)
        if place is None:
            return shared | {"initial": {}}
        assert self.initial is not None  # it has this place
        return shared | {
            "path": self.paths[place],
            "findings": self.findings.get(self.paths[place], NO_FINDINGS),
            "initial": self.initial[place],
        }

    def _place(self, index: int | None) -> int | None:
        """Where the row of this form stands in what is stored."""
        if index is None:
            return None
        if self.is_bound and self.has_keys:
            key = self.data.get(f"{self.add_prefix(index)}-key", "")
            return next((place for place, row in enumerate(self.initial or ()) if row["key"] == key), None)
        return index if index < len(self.initial or ()) else None

    @property
    def list_mark(self) -> str:
        """A mark of the whole list as it is stored: rows without a key are known by nothing else."""
        return mark([{name: row.get(name) for name in self.block.names} for row in self.initial or ()])

    @property
    def marks(self) -> list[tuple[str, str]]:
        """Marks of every value that is stored, and of the list when its rows have no key."""
        if not self.has_keys:
            return [
                (
                    f"{self.prefix}-list",
                    self.shown.get(f"{self.prefix}-list", self.list_mark)
                    if self.is_contested or self.left_alone
                    else self.list_mark,
                )
            ]
        return [pair for form in self.forms for pair in form.marks if form.path]

    @property
    def has_keys(self) -> bool:
        return "key" in specs_of(paths.class_at(self.block.of))

    def clean(self) -> None:
        """Rows without a key are written as a list, so the list as a whole meets what others stored."""
        self.left_alone = self.is_contested = False
        if self.has_keys or any(self.errors):
            return
        shown, stored = self.shown.get(f"{self.prefix}-list"), self.list_mark
        typed = mark(self.wanted)
        if shown is not None and shown != stored and typed != stored:
            self.left_alone, self.is_contested = typed == shown, typed != shown
            if self.is_contested:
                raise forms.ValidationError(LIST_MEANWHILE)

    def add_fields(self, form: LineForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.empty_permitted = (
            False  # Django would not read a row that is as it was stored, and then it would count as empty
        )
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = f"{self.block.one} verwijderen"
            form.fields["DELETE"].widget.attrs["class"] = "form-check-input"
        place = self._place(index)
        row = (
            self.rows[place]
            if place is not None
            else paths.class_at(self.block.of)(**({"key": ""} if self.has_keys else {}))
        )
        form.ask(self.facts, row)
        form.layout(folded=self.block.folded, folded_legend=self.block.folded_legend)

    @property
    def kept(self) -> list[LineForm]:
        """The rows that stay or come: without those to delete and those that nobody filled in."""
        return [form for form in self.forms if not self.goes(form)]

    @property
    def wanted(self) -> list[dict[str, Any]]:
        """The rows as they are to be: those typed, and after them what was ticked and not typed."""
        typed = [{name: form.cleaned_data[name] for name in self.block.names} for form in self.kept]
        there = {(line.get("name") or "").casefold() for line in typed}
        empty = {
            name: False if paths.field_spec(self.block.of, name).kind == "tick" else None for name in self.block.names
        }
        return typed + [{**empty, "name": name} for name in self.picked if name.casefold() not in there]

    @property
    def deleted_keys(self) -> set[str]:
        return {form.cleaned_data.get("key", "") for form in self.forms if self.goes(form)} - {""}

    def goes(self, form: LineForm) -> bool:
        """Whether the row is taken away, or was never filled in."""
        return form.cleaned_data.get(DELETION_FIELD_NAME, False) or (
            form.is_valid() and form.is_empty and not form.cleaned_data.get("key")
        )


def lines_of(block: Inline, extra: int) -> type[Lines]:
    """Return the class of the list, with `extra` empty rows at the end."""
    made = formset_factory(
        LineForm, formset=Lines, extra=extra, can_delete=True, max_num=MAX_ROWS, absolute_max=MAX_ROWS + 1
    )
    return cast(type[Lines], made)
