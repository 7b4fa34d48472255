"""Ask only what matters: when a question has a reason to be asked, from the other answers. Pure.

A question that is answered, or at which something is found, is always asked: nothing that is said or wrong is ever hidden.
The reasons themselves are data, in `policies/wizard/visibility/rules.py`.
"""

from collections.abc import Container, Mapping
from typing import Any

from policies.core.facts import LISTS, Facts, Spec, paths
from policies.wizard.visibility.rules import RULES, Either, If, When

Given = Mapping[str, Any]
Clause = list[dict[str, Any]]  # for the browser: one of these must hold


def posted(spec: Spec, value: Any) -> frozenset[str]:
    """An answer, as facts hold it or as a form posts it, in the words of the form; {""} for none."""
    if spec.kind in {"yesno", "tick"}:
        yes = value is True or str(value).strip().lower() in {"ja", "on", "true", "yes"}
        no = value is False or str(value).strip().lower() in {"nee", "neen", "false", "no"}
        return frozenset({"ja"} if yes else {"nee"} if no and spec.kind == "yesno" else {""})
    entries = value if isinstance(value, list | tuple) else (value,)
    return frozenset(str(entry).strip() for entry in entries if entry is not None) - {""} or frozenset({""})


def is_answered(address: str, name: str, value: Any) -> bool:
    """Whether something is said here; a box that is not ticked says nothing."""
    return posted(paths.field_spec(address, name), value) != frozenset({""})


def is_asked(
    facts: Facts, row: Any, address: str, name: str, given: Given | None = None, found: Container[str] = ()
) -> bool:
    """Whether the question `name` of a row (or part) at this address is asked.

    `given` are answers just typed, by field, cleaned or as posted: they go before those of the row. `found` are the fields of the row at which something is found.
    """
    given = given or {}
    if name in found or is_answered(address, name, given.get(name)) or is_answered(address, name, getattr(row, name)):
        return True
    wanted = RULES.get((address, name))
    return wanted is None or all(_holds(one, facts, row, address, given) for one in wanted.all_of)


def _holds(condition: When | If | Either, facts: Facts, row: Any, address: str, given: Given) -> bool:
    if isinstance(condition, Either):
        return any(_holds(one, facts, row, address, given) for one in condition.one_of)
    if isinstance(condition, If):
        return condition.test(facts, row)
    return condition.holds(_said(condition, facts, row, address, given))


def _said(condition: When, facts: Facts, row: Any, address: str, given: Given) -> frozenset[str]:
    """The answer that a condition looks at: what was just typed, else what is stored."""
    address = condition.of or address
    row = paths.read(facts, condition.of) if condition.of else row
    typed = f"{condition.of}.{condition.name}" if condition.of else condition.name
    return posted(
        paths.field_spec(address, condition.name), given[typed] if typed in given else getattr(row, condition.name)
    )


def for_browser(facts: Facts, row: Any, address: str, name: str, found: Container[str] = ()) -> list[Clause] | None:
    """What a browser needs to show and hide this question while one types: clauses that must all hold, each with conditions of which one must.

    An empty list: it is asked whatever one types. None: whatever one types, it is not.
    """
    wanted = RULES.get((address, name))
    if wanted is None or name in found or is_answered(address, name, getattr(row, name)):
        return []
    clauses: list[Clause] = []
    for condition in wanted.all_of:
        parts = condition.one_of if isinstance(condition, Either) else (condition,)
        if any(isinstance(part, If) and part.test(facts, row) for part in parts):
            continue
        clause = [
            {"of": part.of or address, "name": part.name, "values": list(part.values), "unless": part.unless}
            for part in parts
            if isinstance(part, When)
        ]
        if not clause:
            return None
        clauses.append(clause)
    return clauses


# --- lists ---


def list_matters(address: str, facts: Facts, given: Given | None = None, found: Container[str] = ()) -> bool:
    """Whether a list has a reason to be there: it has rows, something is found at it, or its rule holds. `given` goes by "part.field"."""
    if address in found or _has_rows(address, facts):
        return True
    wanted = RULES.get((address, ""))
    return wanted is None or all(_holds(one, facts, facts, address, given or {}) for one in wanted.all_of)


def list_for_browser(address: str, facts: Facts, found: Container[str] = ()) -> list[Clause] | None:
    """The same for a list as `for_browser` is for a question."""
    wanted = RULES.get((address, ""))
    if wanted is None or address in found or _has_rows(address, facts):
        return []
    if any(isinstance(one, If) and not one.test(facts, facts) for one in wanted.all_of):
        return None
    return [
        [{"of": one.of, "name": one.name, "values": list(one.values), "unless": one.unless}]
        for one in wanted.all_of
        if isinstance(one, When)
    ]


def _has_rows(address: str, facts: Facts) -> bool:
    """Lists inside the rows of a list are told apart by their row, and always matter there."""
    first, rest = paths.top(address), paths.below(address)
    if rest and first in LISTS:
        return any(getattr(row, paths.top(rest)) for row in getattr(facts, first))
    return bool(paths.read(facts, address))
