"""The facts that changed between two versions, as lines a person reads: where it is asked, what it was and what it is. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.fragments import shaped
from policies.core.versions.changed_facts import FactChange
from policies.wizard.steps.locate import home_of
from policies.wizard.summary.format_answer import Names, names_of, words


@dataclass(frozen=True)
class ChangedAnswer:
    """One line. `about` names the row that it belongs to; `before` and `after` are empty for what was or is not answered, and for a whole row."""

    step: str
    label: str
    about: str
    kind: str
    before: str = ""
    after: str = ""


def changed_answers(changes: Iterable[FactChange], old: Facts, new: Facts) -> list[ChangedAnswer]:
    """The changes in words, in their order."""
    before, after = names_of(old), names_of(new)
    return [_line(change, old, new, before, after) for change in changes]


def _line(change: FactChange, old: Facts, new: Facts, before: Names, after: Names) -> ChangedAnswer:
    fact, step = paths.parse(change.path), home_of(change.path).step.title
    row, label, spec = _spec(fact)
    facts, names = (new, after) if change.kind == "added" else (old, before)
    if spec is None:
        return ChangedAnswer(
            step,
            label,
            " – ".join(filter(None, (_about(fact, facts, names, 1), _name(change.after or change.before, names)))),
            change.kind,
        )
    told = (words(spec, value, of) for value, of in ((change.before, before), (change.after, after)))
    return ChangedAnswer(step, spec.label, _about(fact, facts, names, 0), change.kind, *told)


def _spec(fact: paths.ParsedPath) -> tuple[type, str, Any]:
    """The class of the row, what its list is called, and the spec of the field; None for a whole row."""
    row = paths.class_at(fact.address)
    return row, paths.list_spec(fact.address).label, specs_of(row)[fact.field] if fact.field else None


def _about(fact: paths.ParsedPath, facts: Facts, names: Names, without: int) -> str:
    """The rows on the way to a fact, by name; the last `without` are left out."""
    here: Any = facts
    found: list[str] = []
    keys = iter(fact.rows[: len(fact.rows) - without])
    for name in paths.split(fact.address):
        here = getattr(here, name)
        if isinstance(here, tuple):
            key = next(keys, None)
            here = next(
                (
                    row
                    for row in here
                    if key
                    and key in (getattr(row, "key", None), getattr(row, "category", None), getattr(row, "name", None))
                ),
                None,
            )
            if here is None:
                return " – ".join(filter(None, (*found, key)))
            found.append(_name(here, names))
    return " – ".join(found)


def _name(row: Any, names: Names) -> str:
    """What people call a row: its name, or for a data use that of its category."""
    if category := getattr(row, "category", None):
        return names["categories"].get(category, category)
    return shaped(row) if getattr(row, "name", None) else ""
