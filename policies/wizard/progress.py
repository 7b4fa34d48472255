"""How far the answers are: the state of each step and what comes next, computed from facts and findings, never stored. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from policies.core.checks.finding import SEVERITIES, Finding
from policies.core.checks.unconfirmed import PROPOSED
from policies.core.facts import Facts, paths, specs_of
from policies.wizard.steps.blocks import Step
from policies.wizard.steps.locate import home_of, homes
from policies.wizard.steps.table import LAST, STEPS

STATES = {
    "leeg": "nog niet ingevuld",
    "bezig": "nog niet volledig",
    "voorstel": "na te kijken",
    "klaar": "klaar",
    "blokkeert": "iets klopt niet",
}


@dataclass(frozen=True)
class Progress:
    """One step on one moment. `state` is one of STATES."""

    step: Step
    number: int
    state: str
    findings: tuple[Finding, ...]

    @property
    def state_label(self) -> str:
        return STATES[self.state]

    @property
    def errors(self) -> int:
        return sum(finding.blocks for finding in self.findings)


@dataclass(frozen=True)
class WizardProgress:
    """All steps, in order."""

    steps: tuple[Progress, ...]

    @property
    def begun(self) -> bool:
        return any(progress.state != "leeg" for progress in self.steps[:-1])

    @property
    def ready(self) -> bool:
        """Nothing stands in the way of publishing."""
        return not any(progress.errors for progress in self.steps)

    @property
    def next(self) -> Progress:
        """The first step where something must be done; the last one when nothing must."""
        return next((progress for progress in self.steps if progress.errors), self.steps[-1])

    def at(self, step: Step) -> Progress:
        return self.steps[STEPS.index(step)]

    def after(self, step: Step) -> Progress | None:
        index = STEPS.index(step) + 1
        return self.steps[index] if index < len(self.steps) else None

    def before(self, step: Step) -> Progress | None:
        index = STEPS.index(step)
        return self.steps[index - 1] if index else None


def wizard_progress(facts: Facts, findings: Sequence[Finding]) -> WizardProgress:
    """The wizard_progress of one company. Findings keep their order inside a step."""
    touched = {homes()[asked].step.slug for asked in _answered(facts, "") if asked in homes()}
    by_step: dict[str, list[Finding]] = {step.slug: [] for step in STEPS}
    for finding in findings:
        by_step[home_of(finding.path).step.slug].append(finding)
    steps = [
        Progress(step, number, _state(facts, step.slug in touched, by_step[step.slug]), tuple(by_step[step.slug]))
        for number, step in enumerate(STEPS[:-1], 1)
    ]
    done = not any(progress.errors for progress in steps) and not any(f.blocks for f in by_step[LAST.slug])
    return WizardProgress((*steps, Progress(LAST, len(STEPS), "klaar" if done else "leeg", tuple(by_step[LAST.slug]))))


def _state(facts: Facts, touched: bool, findings: Sequence[Finding]) -> str:
    if not touched:
        return "leeg"
    errors = [finding for finding in findings if finding.blocks]
    if not errors:
        return "klaar"
    if all(finding.code == PROPOSED.code for finding in errors):
        return "voorstel"
    errors = [finding for finding in errors if finding.code != PROPOSED.code]
    return "blokkeert" if any(is_answered(value_at(facts, finding.path)) for finding in errors) else "bezig"


def _answered(row: Any, address: str) -> Iterator[tuple[str, str]]:
    """(address, field) of every answer; (address, "") of every list that has rows."""
    plain, below = _shape(type(row), address)  # type: ignore[arg-type]  # mypy reads the __hash__ of rows as that of the class
    for name, no_answer in plain:
        value = getattr(row, name)
        if is_answered(value) and value is not no_answer:
            yield address, name
    for name, here, is_list in below:
        value = getattr(row, name)
        if is_list and value:
            yield here, ""
        for line in value if is_list else (value,):
            yield from _answered(line, here)


@cache
def _shape(kind: type, address: str) -> tuple[list[tuple[str, Any]], list[tuple[str, str, bool]]]:
    """The fields of a row here, each with a value that says nothing besides the empty ones; and its parts and lists, each with its address."""
    specs = specs_of(kind).items()
    plain = [
        (name, False if spec.kind == "tick" else None)
        for name, spec in specs
        if spec.kind not in {"part", "rows", "key"}
    ]
    return plain, [
        (name, f"{address}.{name}" if address else name, spec.kind == "rows")
        for name, spec in specs
        if spec.kind in {"part", "rows"}
    ]


def is_answered(value: Any) -> bool:
    """No is an answer too; empty is none."""
    return value is not None and value != () and value != ""


def value_at(facts: Facts, path: str) -> Any:
    """The answer at a path; None when there is none (a box that is not ticked is no answer)."""
    try:
        fact = paths.parse(path)
    except KeyError:
        return None
    rows = paths.rows_at(facts, fact.address, fact.rows)
    if fact.rows:
        index = paths.position(rows, fact.rows[-1])
        row = rows[index] if index is not None else None
    else:
        row = paths.read(facts, fact.address)
    if not fact.field:
        return rows if fact.rows else row
    if row is None:
        return None
    value = getattr(row, fact.field)
    return None if value is False and paths.field_spec(fact.address, fact.field).kind == "tick" else value


def by_severity(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Errors first, then warnings, then remarks; what does not occur is left out."""
    groups = [(severity, [finding for finding in findings if finding.severity == severity]) for severity in SEVERITIES]
    return [(severity, group) for severity, group in groups if group]
