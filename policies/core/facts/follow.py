"""What a data use leaves open follows its activity; a detail follows only together with what it is a detail of."""

from typing import Any

from policies.core.facts.processing import Activity, DataUse, Purpose

FROM_OTHERS = frozenset(("third_party", "public"))  # sources that make art. 14 apply
FOLLOWS = {
    "groups": "groups",
    "source": "source",
    "source_detail": "source",
    "required": "required",
    "consequence": "required",
    "retention": "retention",
}


def own(use: DataUse, name: str) -> bool:
    """Return whether the use answers this for itself: it has the value, or what the value would be a detail of."""
    return bool(getattr(use, name)) or name not in FOLLOWS or bool(getattr(use, FOLLOWS[name]))


def value(activity: Activity, use: DataUse, name: str) -> Any:
    """Return the value that holds for a data use: its own, or that of its activity."""
    return getattr(use if own(use, name) else activity, name)


def sources(activity: Activity, use: DataUse) -> tuple[str | None, ...]:
    """Return every source of the data of a use: the one that holds for it, then those that add to it."""
    return (value(activity, use, "source"), *(extra.source for extra in use.extra_sources))


def people(activity: Activity, purpose: Purpose) -> tuple[str, ...]:
    """Return the groups that a purpose is about: its own, or all of its activity."""
    return purpose.groups or activity.groups
