"""Forms of the wizard: a block of questions about one row, and a list of rows that is typed on the page itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet, formset_factory

from policies.core.checks.finding import Finding
from policies.core.facts import values
from policies.core.facts.data import MAX_ROWS, PAIRS
from policies.wizard.blocks import Inline, spec_at
from policies.wizard.places import home_of
from policies.wizard.questions import Options, boxes_of, question

Findings = Mapping[str, Sequence[Finding]]  # field → what is wrong there
NO_FINDINGS: Findings = {}
HALF = "Vul het getal en de eenheid in, of laat beide leeg."


class Question(BoundField):
    """A field on the page, with the findings that concern it."""

    @property
    def findings(self) -> Sequence[Finding]:
        return self.form.findings.get(self.name, ())

    @property
    def aria_describedby(self) -> str:
        """Help, errors and findings, so that a screen reader reads them with the field."""
        told = [super().aria_describedby, f"{self.auto_id}_findings" if self.findings else ""]
        return " ".join(filter(None, told))

    @property
    def is_group(self) -> bool:
        return isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)

    @property
    def options_missing(self) -> dict[str, str]:
        """For a reference that has nothing to point at yet: the list, and the step where its rows are made."""
        spec = getattr(self.field, "spec", None)
        if spec is None or not spec.target or self.field.options:
            return {}
        return {"list": spec.target, "step": home_of(spec.target).step.title}


class AnswerForm(forms.Form):
    """Some fields of one row. `cleaned_data` holds values as facts hold them, by the field's own name."""

    bound_field_class = Question

    def __init__(
        self, *args: Any, of: str, names: Sequence[str], options: Mapping[str, Options], findings: Findings = NO_FINDINGS,
        read_only: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.of, self.names, self.findings = of, tuple(names), findings
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
        return self.cleaned_data

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
        """The answers that are not what they were when the page was made."""
        found = {}
        for name in self.names:
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

    def __init__(self, *args: Any, block: Inline, findings_at: Mapping[int, Findings] | None = None, **kwargs: Any) -> None:
        self.block, self.findings_at = block, findings_at or {}
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        shared = super().get_form_kwargs(index)
        return {**shared, "of": self.block.of, "names": self.block.names, "findings": self.findings_at.get(index, NO_FINDINGS)}

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = f"{self.block.one} verwijderen"
            form.fields["DELETE"].widget.attrs["class"] = "form-check-input"
        form.layout(folded=self.block.folded, folded_legend=self.block.folded_legend)

    @property
    def kept(self) -> list[LineForm]:
        """The rows that stay or come: without those to delete and those that nobody filled in."""
        return [form for form in self.forms if not self.goes(form)]

    @property
    def deleted_keys(self) -> set[str]:
        return {form.cleaned_data.get("key", "") for form in self.forms if self.goes(form)} - {""}

    def goes(self, form: LineForm) -> bool:
        """Whether the row is taken away, or was never filled in."""
        return self._should_delete_form(form) or (form.is_valid() and form.is_empty and not form.cleaned_data.get("key"))


def lines_of(block: Inline, extra: int) -> type[BaseFormSet]:
    """The class of the list; `extra` empty rows at the end."""
    return formset_factory(LineForm, formset=Lines, extra=extra, can_delete=True, max_num=MAX_ROWS, absolute_max=MAX_ROWS + 1)


