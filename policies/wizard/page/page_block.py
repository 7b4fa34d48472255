"""The blocks of a page as they stand there, with their forms."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from policies.core.checks.finding import Finding
from policies.wizard.forms.answer_form import AnswerForm
from policies.wizard.forms.formset import Lines
from policies.wizard.forms.item_suggestions import ItemChips
from policies.wizard.steps.blocks import Block


@dataclass
class PageBlock:
    """One block as it stands on the page, with its forms and the findings about the block as a whole."""

    block: Block
    form: AnswerForm | None = None
    lines: Lines | None = None
    each: list["EachRow"] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    groups: list = field(default_factory=list)
    conditions: list = field(default_factory=list)  # of a list: what on the page gives it a reason to be there
    waits: bool = False
    chips: ItemChips | None = None
    choices: Mapping[str, str] = field(default_factory=dict)  # of an Each: what every list may refer to, once
    choices_id: str = ""

    @property
    def when(self) -> str:
        """The conditions for the browser; empty when the list always stands there."""
        return json.dumps(self.conditions, separators=(",", ":")) if self.conditions else ""

    @property
    def kind(self) -> str:
        return type(self.block).__name__.lower()

    @property
    def is_open(self) -> bool:
        """Whether a folded block must be seen: something is filled in, wrong or found there."""
        form = self.form
        return form is not None and bool(
            form.errors
            or form.findings
            or any(form.initial.get(name) not in (None, (), False) for name in form.names if name != "catalogue_id")
        )


@dataclass
class EachRow:
    """One row of an Each: the form with its one question, and those of the rows inside."""

    form: AnswerForm
    inside: list[AnswerForm]

    @property
    def differs(self) -> bool:
        return any(any(form.initial.values()) or form.errors for form in self.inside)
