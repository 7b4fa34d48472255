"""Which rows go with a row that is taken away, so that nothing is told of what is gone.

Putting them back is in policies/core/facts/restore.py.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from policies.core.facts import LISTS, Facts, paths

USED = ("groups", "categories", "retention_rules")  # an activity or a data use refers to these
SERVING = ("recipients", "joint_controllers", "ai_systems")  # these refer to the activities that they serve
Arrivals = Mapping[str, tuple[str, ...]]  # path of what was picked → paths of what came with it
ELECTRONIC, ELECTRONIC_RULES = (
    {"email", "sms"},
    {"opt_in", "customer_exception"},
)  # the channels that need a purpose with one of these rules (art. 13 ePrivacy)
NO_MARKETING: Mapping[str, Any] = {
    "marketing.used": False,
    "marketing.channels": (),
    "marketing.topics": (),
    "marketing.stop_how": None,
}


@dataclass(frozen=True)
class Reference:
    """The row at `owner` refers to the row at `target`; both are paths."""

    owner: str
    target: str


def along(facts: Facts, path: str, arrivals: Arrivals) -> tuple[str, ...]:
    """Return the paths of the rows that are removed with the row at `path`, in the order of the facts.

    These are the groups, kinds of data and periods to which nothing else refers; the recipients and joint controllers
    that serve nothing else; and what came from the catalogue with these alone, as `arrivals` says.

    What nothing ever referred to, such as a period that somebody made by hand and has yet to use, stays; so does a
    recipient to which a decision or an AI system that stays refers, and the last cookie of who said that there are any.
    """
    references = list(_references(facts))
    gone, before = {path}, set[str]()
    while gone != before:
        before = set(gone)
        gone |= _targets(references, gone) | _serving_nothing(facts, references, gone) | _came_with(arrivals, gone)
    if facts.cookies.used and all(f"cookies.placed.{cookie.key}" in gone for cookie in facts.cookies.placed):
        gone = {one for one in gone if not one.startswith("cookies.placed.") or one == path}
    return tuple(one for one in rows_of(facts) if one in gone - {path})


def connected(facts: Facts, path: str) -> set[str]:
    """Return the paths of the rows that the row at `path` uses, and of the rows that serve it."""
    references = list(_references(facts))
    serving = {one.owner for one in references if one.target == path and paths.top(one.owner) in SERVING}
    return serving | {one.target for one in references if _within(one.owner, {path}) and paths.top(one.target) in USED}


def without(facts: Facts, places: Iterable[str]) -> Facts:
    """Return the facts without the rows at these paths, which `along` gave.

    References to them must be gone, or in rows that go too.
    """
    gone = set(places)
    for name in LISTS:
        facts = paths.put(facts, name, tuple(row for row in getattr(facts, name) if f"{name}.{row.key}" not in gone))
    placed = tuple(row for row in facts.cookies.placed if f"cookies.placed.{row.key}" not in gone)
    return replace(facts, cookies=replace(facts.cookies, placed=placed))


def answers_after(facts: Facts, gone: Collection[str]) -> dict[str, Any]:
    """Return the answers, by path, that are no longer true without the rows at `gone`, with what they become.

    A yes to advertising, sharing or automated decisions rests on purposes, recipients or decisions; without the last of
    these it is a no. What rests on nothing already is for the person to answer, and is not in it.
    """
    before = groundless(facts)
    return {path: value for path, value in groundless(facts, gone).items() if path not in before}


def groundless(facts: Facts, gone: Collection[str] = ()) -> dict[str, Any]:
    """Return each yes that rests on no row, by path, with the answer that would be true.

    The rows at the paths in `gone` do not count.
    """
    gone, found = set(gone), dict[str, Any]()
    ruled = (
        (f"activities.{activity.key}.purposes.{purpose.key}", purpose.marketing_rule)
        for activity in facts.activities
        for purpose in activity.purposes
    )
    rules = {rule for path, rule in ruled if rule and not _within(path, gone)}
    if facts.marketing.used and not rules:
        found |= NO_MARKETING
    elif facts.marketing.used and ELECTRONIC & set(facts.marketing.channels) and not rules & ELECTRONIC_RULES:
        found["marketing.channels"] = tuple(one for one in facts.marketing.channels if one not in ELECTRONIC)
    if facts.disclosure.shares and all(f"recipients.{row.key}" in gone for row in facts.recipients):
        found["disclosure.shares"] = False
    if facts.automated.used and all(f"automated.decisions.{row.key}" in gone for row in facts.automated.decisions):
        found["automated.used"] = False
    return found


def rows_of(facts: Facts) -> Iterator[str]:
    """Yield the paths of the rows that may be removed with another."""
    for name in LISTS:
        yield from (f"{name}.{row.key}" for row in getattr(facts, name))
    yield from (f"cookies.placed.{row.key}" for row in facts.cookies.placed)


def _references(facts: Facts) -> Iterator[Reference]:
    for path, spec, value in paths.walk(facts):
        if spec.kind in {"ref", "refs"} and value:
            owner = paths.parent(path)
            yield from (Reference(owner, f"{spec.target}.{key}") for key in ((value,) if spec.kind == "ref" else value))


def _within(path: str, gone: Collection[str]) -> bool:
    """Return whether the row at the path is one of those, or hangs on one."""
    return any(one in gone for one in paths.lineage(path))


def _targets(references: Iterable[Reference], gone: set[str]) -> set[str]:
    """Return the paths of the rows that only these rows use."""
    left, kept = set[str](), set[str]()
    for one in references:
        if paths.top(one.target) in USED:
            (left if _within(one.owner, gone) else kept).add(one.target)
    return left - kept


def _serving_nothing(facts: Facts, references: Iterable[Reference], gone: set[str]) -> set[str]:
    """Return the paths of the rows that served only these activities, and to which nothing that stays refers."""
    named = {one.target for one in references if one.target.startswith("recipients.") and not _within(one.owner, gone)}
    served = {f"{name}.{row.key}": row.activities for name in SERVING for row in getattr(facts, name)}
    return {
        path
        for path, keys in served.items()
        if keys and path not in named and all(f"activities.{key}" in gone for key in keys)
    }


def _came_with(arrivals: Arrivals, gone: set[str]) -> set[str]:
    """Return the paths of the rows that came with these from the catalogue, and with nothing that stays."""
    kept = {path for source, places in arrivals.items() if source not in gone for path in places}
    return {path for source, places in arrivals.items() if source in gone for path in places} - kept
