"""Forms of the wizard: a block of questions about one row, and a list of rows that is typed on the page itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet, formset_factory

from policies.core.checks.finding import Finding
from policies.core.facts import specs_of, values
from policies.core.facts.data import MAX_ROWS, PAIRS
from policies.wizard.blocks import Inline, row_at, spec_at
from policies.wizard.places import home_of
from policies.wizard.questions import Options, boxes_of, question
from policies.wizard.shown import Marks, mark
from policies.wizard.words import words

Findings = Mapping[str, Sequence[Finding]]  # field → what is wrong there
NO_FINDINGS: Findings = {}
NO_MARKS: Marks = {}
HALF = "Vul het getal en de eenheid in, of laat beide leeg."
MEANWHILE = "Iemand anders heeft dit intussen ook gewijzigd. Kies welk antwoord blijft."
LIST_MEANWHILE = "Iemand anders heeft deze lijst intussen ook gewijzigd."


class Question(BoundField):
    """A field on the page, with the findings that concern it."""

    @property
    def findings(self) -> Sequence[Finding]:
        return self.form.findings.get(self.name, ())

    @property
    def aria_describedby(self) -> str:
        """The help, and the place where errors and findings come, so that a screen reader reads them with the field."""
        if self.is_hidden or self.name == "DELETE":
            return ""
        return " ".join(filter(None, [f"{self.auto_id}_helptext" if self.help_text else "", f"{self.auto_id}_told"]))

    @property
    def path(self) -> str:
        """The path of the fact: what a sentence of the statement says it was made of."""
        return f"{self.form.path}.{self.name}" if self.form.path and self.name in self.form.names else ""

    @property
    def other_words(self) -> str:
        """The answer that somebody else stored meanwhile, in words; empty when nobody did."""
        if self.name not in self.form.others:
            return ""
        spec = spec_at(self.form.of, self.name)
        return words(spec, self.form.others[self.name], self.form.options) or "niets"

    @property
    def is_group(self) -> bool:
        return isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)

    @property
    def options_missing(self) -> dict[str, str]:
        """For a reference that has nothing to point at yet: the list, and the step where its rows are made."""
        spec = getattr(self.field, "spec", None)
        if spec is None or not spec.target or self.field.options or self.field.offers:
            return {}
        return {"list": spec.target, "step": home_of(spec.target).step.title}


class AnswerForm(forms.Form):
    """Some fields of one row. `cleaned_data` holds values as facts hold them, by the field's own name."""

    bound_field_class = Question

    def __init__(
        self, *args: Any, of: str, names: Sequence[str], options: Mapping[str, Options], findings: Findings = NO_FINDINGS,
        read_only: bool = False, path: str = "", shown: Marks = NO_MARKS, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.of, self.names, self.findings, self.path, self.shown, self.options = of, tuple(names), findings, path, shown, options
        self.others: dict[str, Any] = {}  # what somebody else stored meanwhile, where this person changed it too
        self.left: set[str] = set()  # what somebody else changed and this person left alone
        for name in names:
            spec = spec_at(of, name)
            self.fields[name] = question(spec, options.get(spec.target, {}))
            if spec.kind == "countries":
                self._add_other_countries(name)
        for field in self.fields.values():
            field.disabled = read_only

    def _add_other_countries(self, name: str) -> None:
        """Boxes for the usual countries and for those chosen before; a line to type any other."""
        offered = dict.fromkeys((*boxes_of(name), *(self.get_initial_for_field(self.fields[name], name) or ())))
        self.fields[name].widget.choices = [(code, values.country_names()[code]) for code in offered]
        self.fields[f"{name}_other"] = forms.CharField(
            label="Andere landen", required=False, help_text="Met een komma ertussen, bijvoorbeeld: Italië, Marokko.",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        for name in self.names:
            if f"{name}_other" in self.cleaned_data and name in self.cleaned_data:
                self._merge_other_countries(name)
        for number, unit in PAIRS.items():
            if number in self.names and unit in self.names and not self.errors.keys() & {number, unit}:
                if self.cleaned_data[number] and not self.cleaned_data[unit]:
                    self.add_error(unit, HALF)
                    self.cleaned_data.pop(number)  # half a duration is not stored either
        self._meet_others()
        return self.cleaned_data

    def _meet_others(self) -> None:
        """Compare what the page showed with what is stored now: see shown.py."""
        for name in [name for name in self.names if name in self.cleaned_data]:
            kind, shown = spec_at(self.of, name).kind, self.shown.get(self.add_prefix(name))
            stored, typed = mark(self.initial.get(name), kind), mark(self.cleaned_data[name], kind)
            if shown is None or shown == stored or typed == stored:
                continue
            if typed == shown:
                self.left.add(name)
            else:
                self.others[name] = self.initial.get(name)
                self.add_error(name, MEANWHILE)

    @property
    def marks(self) -> list[tuple[str, str]]:
        """A mark of each value that is stored now, by the name of its field on the page."""
        return [
            (field, self.shown[field] if name in self.others else mark(self.initial.get(name), spec_at(self.of, name).kind))
            for name in self.names
            for field in [self.add_prefix(name)]
        ]

    def _merge_other_countries(self, name: str) -> None:
        typed = [entry.strip() for entry in self.cleaned_data.pop(f"{name}_other").split(",") if entry.strip()]
        try:
            more = values.parse(spec_at(self.of, name), typed)
            self.cleaned_data[name] = tuple(dict.fromkeys((*self.cleaned_data[name], *more)))
        except values.Refused as refusal:
            self.add_error(f"{name}_other", str(refusal))

    @property
    def is_empty(self) -> bool:
        """Nothing answered: a row that nobody filled in."""
        return not any(value not in (None, (), False, "") for name, value in self.cleaned_data.items() if name in self.names)

    @property
    def differs(self) -> dict[str, Any]:
        """The answers that are not what is stored; what is refused, or was left alone while somebody else changed it, is none."""
        found = {}
        for name in self.names:
            if name not in self.cleaned_data or name in self.left:
                continue
            spec = spec_at(self.of, name)
            before, now = self.initial.get(name, values.parse(spec, None)), self.cleaned_data[name]
            if spec.kind in {"refs", "choices", "countries"}:  # boxes have no order: what stays keeps its place
                now = (*(one for one in before if one in now), *(one for one in now if one not in before))
            if now != before:
                found[name] = now
        return found

    def layout(self, legend: str = "", folded: Sequence[str] = (), folded_legend: str = "") -> None:
        """Let crispy draw the questions in the order of the step, the folded ones last."""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.field_template = "wizard/field.html"
        shown = [field for name in self.names if name not in folded for field in (name, f"{name}_other") if field in self.fields]
        if folded:
            state = "open" if any(self._is_told(name) for name in folded) else "closed"
            shown.append(Fieldset(folded_legend, *folded, css_class=state, template="wizard/folded.html"))
        self.helper.layout = Layout(Fieldset(legend, *shown) if legend else Layout(*shown))

    def _is_told(self, name: str) -> bool:
        """Whether something is filled in, wrong or found at this question."""
        typed = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return bool(typed or self.findings.get(name))


class LineForm(AnswerForm):
    """One row of a list on the page. `key` says which row it was; a row that came by now is new."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"] = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class Lines(BaseFormSet):
    """The rows of one Inline. `findings_at` gives the findings of the row at an index."""

    def __init__(self, *args: Any, block: Inline, paths: Sequence[str] = (), findings: Mapping[str, Findings] | None = None, shown: Marks = NO_MARKS, **kwargs: Any) -> None:
        """`paths` are those of the rows in `initial`, `findings` what is wrong in each of them, by its path."""
        self.block, self.paths, self.findings, self.shown = block, list(paths), findings or {}, shown
        self.left_alone = self.is_contested = False  # known once it is judged
        self.picked: Sequence[str] = ()  # names that were ticked instead of typed
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """A row that was posted is the one with its key, wherever that stands now: a colleague may have removed another."""
        shared = super().get_form_kwargs(index) | {"of": self.block.of, "names": self.block.names, "shown": self.shown}
        place = self._place(index)
        if place is None:
            return shared | {"initial": {}}
        return shared | {"path": self.paths[place], "findings": self.findings.get(self.paths[place], NO_FINDINGS), "initial": self.initial[place]}

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
            return [(f"{self.prefix}-list", self.shown.get(f"{self.prefix}-list", self.list_mark) if self.is_contested else self.list_mark)]
        return [pair for form in self.forms for pair in form.marks if form.path]

    @property
    def has_keys(self) -> bool:
        return "key" in specs_of(row_at(self.block.of))

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

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.empty_permitted = False  # Django would not read a row that is as it was stored, and then it would count as empty
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = f"{self.block.one} verwijderen"
            form.fields["DELETE"].widget.attrs["class"] = "form-check-input"
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
        return typed + [{**dict.fromkeys(self.block.names), "name": name} for name in self.picked if name.casefold() not in there]

    @property
    def deleted_keys(self) -> set[str]:
        return {form.cleaned_data.get("key", "") for form in self.forms if self.goes(form)} - {""}

    def goes(self, form: LineForm) -> bool:
        """Whether the row is taken away, or was never filled in."""
        return self._should_delete_form(form) or (form.is_valid() and form.is_empty and not form.cleaned_data.get("key"))


def lines_of(block: Inline, extra: int) -> type[BaseFormSet]:
    """The class of the list; `extra` empty rows at the end."""
    return formset_factory(LineForm, formset=Lines, extra=extra, can_delete=True, max_num=MAX_ROWS, absolute_max=MAX_ROWS + 1)


