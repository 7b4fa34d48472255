"""One case that a clause may speak about: the company, or one of its rows, such as an activity or a recipient."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from policies.core.facts import (
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
)
from policies.core.facts.choices import LEGAL_BASIS
from policies.core.facts.defaults import Defaults, defaults_of
from policies.core.law import Law

T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """The company or row that a condition judges.

    Only the rows of the clause's own scope (and what they hang on) are set.
    """

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
    people: tuple[str, ...] | None = None  # keys of the groups that some activities are about, together
    basis: str | None = None  # the legal basis of the first purpose of some activities; "" where it is open
    open_basis: bool = (
        False  # some purpose has no legal basis yet, or there is no purpose: then every right may turn out to be given
    )
    shared_defaults: Defaults | None = (
        None  # what the statement says once, where it has been worked out for all cases together
    )

    @cached_property
    def bases(self) -> frozenset[str]:
        """Return every legal basis that some purpose rests on."""
        return frozenset(p.legal_basis for a in self.facts.activities for p in a.purposes if p.legal_basis)

    @cached_property
    def defaults(self) -> Defaults:
        """Return what the statement says once."""
        return self.shared_defaults or defaults_of(self.facts)

    @cached_property
    def purposes(self) -> tuple[Purpose, ...]:
        """Return the purposes of all activities, in order."""
        return tuple(p for a in self.facts.activities for p in a.purposes)


def in_scope(row: T | None) -> T:
    """Return the row that the scope of a clause sets in its case.

    A condition of that scope never meets None: only a clause of another scope that names it would, and that is a fault
    in the library.
    """
    assert row is not None
    return row


def leaves_a_basis_open(facts: Facts) -> bool:
    """Say whether some purpose has no legal basis yet, or there is no purpose at all."""
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


def _people(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield each set of groups that activities are about, in the order of the activities."""
    for people in dict.fromkeys(people_of(activity) for activity in case.facts.activities):
        yield f"groups/{'_'.join(people) or '_'}/", replace(case, people=people)


def people_of(activity: Activity) -> tuple[str, ...]:
    """Return the groups of an activity in one order, so that the same people make the same block."""
    return tuple(sorted(activity.groups))


def _bases(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield each legal basis that comes first in some activity, in the order of art. 6.1; what is open stands last."""
    found = {basis_of(activity) for activity in case.facts.activities}
    for basis in (*(code for code in LEGAL_BASIS if code in found), *({""} & found)):
        yield f"bases/{basis or '_'}/", replace(case, basis=basis)


def basis_of(activity: Activity) -> str:
    """Return the legal basis of the first purpose of an activity; empty where there is none."""
    return next((purpose.legal_basis or "" for purpose in activity.purposes), "")


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
    "joint": _rows("joint_controllers", "joint"),
    "decision": _decisions,
    "ai_system": _rows("ai_systems", "ai_system"),
    "section": _rows("sections", "section"),
    "people": _people,
    "basis": _bases,
}
# Which activities hang on a row of these scopes.
HANGS: dict[str, Callable[[Case, Activity], bool]] = {
    "people": lambda case, activity: people_of(activity) == case.people,
    "basis": lambda case, activity: basis_of(activity) == case.basis,
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
    "joint": {"joint": JointController},
    "decision": {"decision": Decision},
    "ai_system": {"ai_system": AiSystem},
    "section": {"section": OwnSection},
    "people": {},
    "basis": {},
}
