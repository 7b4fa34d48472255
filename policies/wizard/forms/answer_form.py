"""Forms of the wizard: a block of questions about one row."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from policies.core.checks.finding import Finding
from policies.core.facts import Facts, paths, values
from policies.core.facts.plain_data import PAIRS
from policies.wizard.forms.conflicts import Marks, mark
from policies.wizard.forms.fields import Answer, Options, boxes_of, question
from policies.wizard.rendering.layout import FoldedQuestions, QuestionFieldset, QuestionHelper, Questions
from policies.wizard.steps.locate import home_of
from policies.wizard.summary.format_answer import words
from policies.wizard.visibility.evaluate import for_browser, is_asked

Findings = Mapping[str, Sequence[Finding]]  # field → what is wrong there
NO_FINDINGS: Findings = {}
NO_MARKS: Marks = {}
HALF = "Vul het getal en de eenheid in, of laat beide leeg."
MEANWHILE = "Iemand anders heeft dit intussen ook gewijzigd. Kies welk antwoord blijft."


class QuestionField(BoundField):
    """A field on the page, with the findings that concern it."""

    form: "AnswerForm"

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
    def when(self) -> str:
        """For the browser: which answers on the page show this question; empty when it always stands there."""
        clauses = self.form.conditions.get(self.name.removesuffix("_other"))
        return json.dumps(clauses, separators=(",", ":")) if clauses else ""

    @property
    def waits(self) -> bool:
        """Whether the answers of now give no reason to ask this."""
        return self.name.removesuffix("_other") in self.form.waiting

    @property
    def is_on_page(self) -> bool:
        """Whether a person may see this field, now or as soon as an answer on the page gives a reason."""
        name = self.name.removesuffix("_other")
        return name in self.form.names and (name not in self.form.waiting or name in self.form.conditions)

    @property
    def other_words(self) -> str:
        """The answer that somebody else stored meanwhile, in words; empty when nobody did."""
        if self.name not in self.form.others:
            return ""
        spec = paths.field_spec(self.form.of, self.name)
        return words(spec, self.form.others[self.name], self.form.options) or "niets"

    @property
    def options_missing(self) -> dict[str, str]:
        """For a reference that has nothing to point at yet: the list, and the step where its rows are made."""
        field = self.field
        if not isinstance(field, Answer) or not field.spec.target or field.options or field.offers:
            return {}
        return {"list": field.spec.target, "step": home_of(field.spec.target).step.title}


def choices_id(target: str) -> str:
    """Return the id of the element of a page that holds all rows of a list, as options."""
    return f"keuzes-{target}"


class AnswerForm(forms.Form):
    """Some fields of one row. `cleaned_data` holds values as facts hold them, by the field's own name."""

    bound_field_class = QuestionField

    def __init__(
        self,
        *args: Any,
        of: str,
        names: Sequence[str],
        options: Mapping[str, Options],
        findings: Findings = NO_FINDINGS,
        read_only: bool = False,
        path: str = "",
        shown: Marks = NO_MARKS,
        lists_chosen: bool = False,
        **kwargs: Any,
    ) -> None:
        """`lists_chosen`: a list of references has only what is chosen in it; the page has all of them once, for every such list."""
        super().__init__(*args, **kwargs)
        self.of, self.names, self.findings, self.path, self.shown, self.options = (
            of,
            tuple(names),
            findings,
            path,
            shown,
            options,
        )
        self.others: dict[str, Any] = {}  # what somebody else stored meanwhile, where this person changed it too
        self.left: set[str] = set()  # what somebody else changed and this person left alone
        self.waiting: frozenset[str] = frozenset()  # questions that the answers of now give no reason to ask
        self.conditions: dict[str, list] = {}  # of those: what on this page would give one; without, they are not on it
        for name in names:
            spec = paths.field_spec(of, name)
            given = options.get(spec.target, {})
            listed = self._chosen_rows(name, given) if lists_chosen and spec.kind == "ref" else None
            self.fields[name] = question(spec, given, listed)
            if listed is not None:
                self.fields[name].widget.attrs["data-choices"] = choices_id(spec.target)
            if spec.kind == "countries":
                self._add_other_countries(name)
        for field in self.fields.values():
            field.disabled = read_only

    def answer_field(self, name: str) -> Answer:
        """Return the field that asks the fact `name` of the row."""
        field = self.fields[name]
        assert isinstance(field, Answer)
        return field

    def _chosen_rows(self, name: str, given: Options) -> Options:
        """Return those of the rows that this field refers to: what is stored, and what was typed."""
        chosen = (self.initial.get(name), self.data.get(self.add_prefix(name)) if self.is_bound else None)
        return {key: given[key] for key in chosen if key is not None and key in given}

    def _add_other_countries(self, name: str) -> None:
        """Boxes for the usual countries and for those chosen before; a line to type any other."""
        offered = dict.fromkeys((*boxes_of(name), *(self.get_initial_for_field(self.fields[name], name) or ())))
        self.fields[name].widget.choices = [(code, values.country_names()[code]) for code in offered]
        self.fields[f"{name}_other"] = forms.CharField(
            label="Andere landen",
            required=False,
            help_text="Met een komma ertussen, bijvoorbeeld: Italië, Marokko.",
        )

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
            kind, shown = paths.field_spec(self.of, name).kind, self.shown.get(self.add_prefix(name))
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
        """A mark of each value that is stored now, by the name of its field on the page; of what somebody else changed meanwhile, of what the page shows still."""
        return [
            (
                field,
                self.shown[field]
                if name in self.others or name in self.left
                else mark(self.initial.get(name), paths.field_spec(self.of, name).kind),
            )
            for name in self.names
            for field in [self.add_prefix(name)]
        ]

    def _merge_other_countries(self, name: str) -> None:
        typed = self.cleaned_data.pop(f"{name}_other")
        try:
            more = values.parse(paths.field_spec(self.of, name), typed)
            self.cleaned_data[name] = tuple(dict.fromkeys((*self.cleaned_data[name], *more)))
        except values.Refused as refusal:
            self.add_error(f"{name}_other", str(refusal))

    @property
    def is_empty(self) -> bool:
        """Nothing answered: a row that nobody filled in."""
        return not any(
            value not in (None, (), False, "") for name, value in self.cleaned_data.items() if name in self.names
        )

    @property
    def differs(self) -> dict[str, Any]:
        """The answers that are not what is stored; what is refused, or was left alone while somebody else changed it, is none."""
        found = {}
        for name in self.names:
            if name not in self.cleaned_data or name in self.left:
                continue
            spec = paths.field_spec(self.of, name)
            before, now = self.initial.get(name, values.parse(spec, None)), self.cleaned_data[name]
            if spec.kind in {"refs", "choices", "countries"}:  # boxes have no order: what stays keeps its place
                now = (*(one for one in before if one in now), *(one for one in now if one not in before))
            if now != before:
                found[name] = now
        return found

    def layout(self, legend: str = "", folded: Sequence[str] = (), folded_legend: str = "", help: str = "") -> None:
        """Lay out the questions in the order of the step, the folded ones last. `help` stands under the legend."""
        asked = [name for name in self.names if name not in self.waiting or name in self.conditions]
        folded = [name for name in folded if name in asked]
        shown = [
            field for name in asked if name not in folded for field in (name, f"{name}_other") if field in self.fields
        ]
        objects = [Questions(*shown)]
        if folded:
            is_open = any(self._is_told(name) for name in folded)
            objects.append(FoldedQuestions(folded_legend, *folded, is_open=is_open))
        self.helper = QuestionHelper(*([QuestionFieldset(legend, *objects, help=help)] if legend else objects))

    def ask(self, facts: Facts, row: Any) -> None:
        """Ask only what the facts, the row and what is typed give a reason for (relevance.py)."""
        given = {name: self._typed(name) for name in self.names} if self.is_bound else {}
        found = set(self.findings) | set(self.errors if self.is_bound else ())
        self.waiting = frozenset(name for name in self.names if not is_asked(facts, row, self.of, name, given, found))
        for name in self.names:
            if clauses := for_browser(facts, row, self.of, name, found):
                self.conditions[name] = [[self._on_page(condition) for condition in clause] for clause in clauses]

    @property
    def asks(self) -> bool:
        """Whether there is anything to ask, now or as soon as an answer on the page gives a reason."""
        return len(self.waiting - self.conditions.keys()) < len(self.names)

    def _typed(self, name: str) -> Any:
        return self.fields[name].widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def _on_page(self, condition: dict[str, Any]) -> dict[str, Any]:
        """A condition by the name that the other question has on the page."""
        of, name = condition["of"], condition["name"]
        return {
            "f": self.add_prefix(name) if of == self.of else f"{paths.leaf(of)}-{name}",
            "v": condition["values"],
            "u": condition["unless"],
        }

    def _is_told(self, name: str) -> bool:
        """Whether something is filled in, wrong or found at this question."""
        typed = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return bool(typed or self.findings.get(name))
