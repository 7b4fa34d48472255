"""One case that a clause may speak about: the company, or one of its activities, purposes, data uses, recipients, groups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from .facts import (
    Activity,
    AiSystem,
    DataCategory,
    DataUse,
    Decision,
    Facts,
    Group,
    JointController,
    OwnSection,
    Purpose,
    Recipient,
    RetentionRule,
    follow,
)
from .law import Law


@dataclass(frozen=True)
class Case:
    """What a condition sees. Only the rows of the clause's own scope (and what they hang on) are set."""

    facts: Facts
    law: Law
    activity: Activity | None = None
    purpose: Purpose | None = None
    use: DataUse | None = None
    recipient: Recipient | None = None
    group: Group | None = None
    category: DataCategory | None = None
    rule: RetentionRule | None = None
    joint: JointController | None = None
    decision: Decision | None = None
    ai_system: AiSystem | None = None
    section: OwnSection | None = None
    open_basis: bool = False  # some purpose has no legal basis yet, or there is no purpose: then every right may turn out to be given
    covered: tuple[DataUse, ...] = ()  # with activity and rule: the uses of that activity that the rule covers

    @cached_property
    def bases(self) -> frozenset[str]:
        """Every legal basis that some purpose rests on."""
        return frozenset(p.legal_basis for a in self.facts.activities for p in a.purposes if p.legal_basis)

    @cached_property
    def purposes(self) -> tuple[Purpose, ...]:
        return tuple(p for a in self.facts.activities for p in a.purposes)


def leaves_a_basis_open(facts: Facts) -> bool:
    """Tell whether some purpose has no legal basis yet, or there is no purpose at all."""
    bases = [purpose.legal_basis for activity in facts.activities for purpose in activity.purposes]
    return not bases or None in bases


def _rows(collection: str, name: str) -> Callable[[Case], Iterator[tuple[str, Case]]]:
    def cases(case: Case) -> Iterator[tuple[str, Case]]:
        for row in getattr(case.facts, collection):
            yield f"{collection}/{row.key}/", replace(case, **{name: row})

    return cases


def _purposes(case: Case) -> Iterator[tuple[str, Case]]:
    for activity in (case.activity,) if case.activity else case.facts.activities:
        for row in activity.purposes:
            yield f"activities/{activity.key}/purposes/{row.key}/", replace(case, activity=activity, purpose=row)


def _uses(case: Case) -> Iterator[tuple[str, Case]]:
    for activity in (case.activity,) if case.activity else case.facts.activities:
        for index, row in enumerate(activity.uses):
            yield f"activities/{activity.key}/uses/{row.category or index}/", replace(case, activity=activity, use=row)


def _kept(case: Case) -> Iterator[tuple[str, Case]]:
    """Each activity with each retention rule that some of its uses follow."""
    for activity in (case.activity,) if case.activity else case.facts.activities:
        for rule in case.facts.retention_rules:
            covered = tuple(use for use in activity.uses if follow.value(activity, use, "retention") == rule.key)
            if covered:
                yield f"activities/{activity.key}/retention/{rule.key}/", replace(case, activity=activity, rule=rule, covered=covered)


def _decisions(case: Case) -> Iterator[tuple[str, Case]]:
    for row in case.facts.automated.decisions:
        yield f"automated/{row.key}/", replace(case, decision=row)


def _company(case: Case) -> Iterator[tuple[str, Case]]:
    yield "", case


SCOPES: dict[str, Callable[[Case], Iterator[tuple[str, Case]]]] = {
    "company": _company,
    "activity": _rows("activities", "activity"),
    "purpose": _purposes,
    "use": _uses,
    "recipient": _rows("recipients", "recipient"),
    "group": _rows("groups", "group"),
    "category": _rows("categories", "category"),
    "rule": _rows("retention_rules", "rule"),
    "kept": _kept,
    "joint": _rows("joint_controllers", "joint"),
    "decision": _decisions,
    "ai_system": _rows("ai_systems", "ai_system"),
    "section": _rows("sections", "section"),
}

# What a clause of a scope may name besides the parts and lists of the facts.
NAMES: dict[str, dict[str, type]] = {
    "company": {},
    "activity": {"activity": Activity},
    "purpose": {"activity": Activity, "purpose": Purpose},
    "use": {"activity": Activity, "use": DataUse},
    "recipient": {"recipient": Recipient},
    "group": {"group": Group},
    "category": {"category": DataCategory},
    "rule": {"rule": RetentionRule},
    "kept": {"activity": Activity, "rule": RetentionRule},
    "joint": {"joint": JointController},
    "decision": {"decision": Decision},
    "ai_system": {"ai_system": AiSystem},
    "section": {"section": OwnSection},
}
