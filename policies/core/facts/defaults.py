"""What a statement says once.

That is what holds for most data of a company, and where a term or a kind of data is explained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policies.core.facts import follow

if TYPE_CHECKING:
    from policies.core.facts import Activity, DataUse, Facts, Purpose

ROOM = 75  # words for readers and purposes that surely leave the first layer room for all of them
WITHOUT_DETAIL = frozenset(("person", "observed", "own"))  # sources that need no name of their own (art. 14.2.f)


@dataclass(frozen=True)
class Defaults:
    """The answers that most data uses share, and the first place of each retention rule and each kind of data.

    Places go by the order of the activities.
    """

    source: str | None
    afterwards: str | None
    exceptions: frozenset[str]  # of “source” and “afterwards”: what some data do not share, or may not
    rule_at: dict[str | None, str]  # key of a retention rule → key of the first activity that follows it
    known_people: frozenset[str]  # keys of activities of which the first layer says exactly whom they are about
    category_at: dict[
        str | None, tuple[str, int]
    ]  # key of a category → key of the first activity that uses it, and which of its uses


def defaults_of(facts: Facts) -> Defaults:
    """Return what the statement of these facts says once."""
    rule_at: dict[str | None, str] = {}
    category_at: dict[str | None, tuple[str, int]] = {}
    for activity in facts.activities:
        for place, use in enumerate(activity.uses):
            rule_at.setdefault(follow.value(activity, use, "retention"), activity.key)
            category_at.setdefault(use.category, (activity.key, place))
    from_where, then = source(facts), afterwards(facts)
    return Defaults(from_where, then, _exceptions(facts, from_where, then), rule_at, _known_people(facts), category_at)


def source(facts: Facts) -> str | None:
    """Return the code of the source that holds for more than half of all data uses, or None.

    Uses without an answer count, so that a default never rests on a few answers. Data from others are named row by row
    (art. 14.2.f).
    """
    found = _most(follow.value(activity, use, "source") for activity, use in _uses(facts))
    return found if found in WITHOUT_DETAIL else None


def afterwards(facts: Facts) -> str | None:
    """Return the code of what happens after the term to more than half of all data uses, or None (art. 5.1.e).

    Erasing from the back-ups as well is erasing: a row says that much more.
    """
    rules = {rule.key: rule for rule in facts.retention_rules}
    found = [
        getattr(rules.get(follow.value(activity, use, "retention")), "afterwards", None)
        for activity, use in _uses(facts)
    ]
    return _most("erase" if answer == "erase_backups" and "erase" in found else answer for answer in found)


def _exceptions(facts: Facts, from_where: str | None, then: str | None) -> frozenset[str]:
    """Return which of the two answers has an exception somewhere, an open answer included."""
    differ = any(activity_names_source(activity, from_where) for activity in facts.activities)
    differ = differ or any(
        use.extra_sources or use_names_source(activity, use, from_where) for activity, use in _uses(facts)
    )
    rules = {rule.key: rule for rule in facts.retention_rules}
    ends = {
        getattr(rules.get(follow.value(activity, use, "retention")), "afterwards", None)
        for activity, use in _uses(facts)
    }
    return frozenset(name for name, found in (("source", differ), ("afterwards", ends != {then})) if found)


def _uses(facts: Facts) -> list[tuple[Activity, DataUse]]:
    return [(activity, use) for activity in facts.activities for use in activity.uses]


def _most(answers: Iterable[str | None]) -> str | None:
    counted = Counter(answers)
    answer, times = max(counted.items(), key=lambda entry: entry[1], default=(None, 0))
    return answer if times * 2 > counted.total() else None


# --- what a row still has to say -------------------------------------------------------------------------------------


def activity_names_source(activity: Activity, default: str | None) -> bool:
    """Say whether an activity says where its data come from.

    Some of its data follow it, and the answer is open, has a detail, or differs from the default.
    """
    follows = not activity.uses or any(not use.source for use in activity.uses)
    return follows and (activity.source is None or activity.source != default or bool(activity.source_detail))


def use_names_source(activity: Activity, use: DataUse, default: str | None) -> bool:
    """Say whether a data use says where its data come from.

    It has an answer of its own, and nothing above it says the same.
    """
    if not use.source and not use.source_detail:
        return False
    above = activity.source if activity_names_source(activity, default) else default
    return bool(use.source_detail) or use.source != above


def other_people(activity: Activity, use: DataUse) -> bool:
    """Tell whether a data use is about other people than its activity."""
    return bool(use.groups) and set(use.groups) != set(activity.groups)


def purpose_names_people(activity: Activity, purpose: Purpose) -> bool:
    """Tell whether a purpose is about other people than its activity: mostly a part of them."""
    return bool(purpose.groups) and set(purpose.groups) != set(activity.groups)


def _known_people(facts: Facts) -> frozenset[str]:
    """Return the keys of the activities of which the first layer already says exactly whom they are about.

    Each of their groups has a phrase there that no other group has, and one of their purposes, for all their people,
    has a name there that no other purpose has.

    A purpose of several groups may be told there for everybody at once, unless there is room for all.
    """
    phrases = Counter((group.phrase or "").casefold() for group in facts.groups)
    exact = {group.key for group in facts.groups if group.phrase and phrases[group.phrase.casefold()] == 1}
    names = Counter(_short(purpose) for one in facts.activities for purpose in one.purposes)
    roomy = _words_above(facts) <= ROOM
    return frozenset(
        activity.key
        for activity in facts.activities
        if activity.groups
        and exact.issuperset(activity.groups)
        and (roomy or len(activity.groups) == 1)
        and any(_short(purpose) and not purpose.groups and names[_short(purpose)] == 1 for purpose in activity.purposes)
    )


def _words_above(facts: Facts) -> int:
    """Return about how many words the first layer needs for its readers and their purposes."""
    told = {
        (key, _short(purpose))
        for activity in facts.activities
        for purpose in activity.purposes
        for key in follow.people(activity, purpose)
    }
    return sum(len((group.phrase or group.name or "").split()) for group in facts.groups) + sum(
        len(short.split()) for _, short in told
    )


def _short(purpose: Purpose) -> str:
    return (purpose.short or purpose.name or "").casefold()
