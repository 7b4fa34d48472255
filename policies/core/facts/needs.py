"""Whether data must be given, and what follows when they are not (art. 13.2.e).

An activity says it of all its data, and a data use of its own.
"""

from dataclasses import dataclass

from policies.core.facts import follow
from policies.core.facts.follow import FROM_OTHERS
from policies.core.facts.processing import Activity, DataUse

ASKED = frozenset(("contract", "law", "request"))  # then what follows from refusing must be told


@dataclass(frozen=True)
class Need:
    """One answer to tell: of a data use, or of the activity where `use` is None.

    `nobody`: the data come from elsewhere, so nobody has to choose.
    """

    use: DataUse | None
    answer: bool
    consequence: bool
    nobody: bool = False


def needs(activity: Activity) -> tuple[Need, ...]:
    """Return what must be told, that of the activity first.

    An answer that is open and must be given is told, as a gap.
    """
    found = [_of_use(activity, use) for use in activity.uses if use.required or use.consequence]
    above = _of_activity(activity)
    return (above, *found) if above else tuple(found)


def _of_use(activity: Activity, use: DataUse) -> Need:
    nobody = use.required == "automatic" and FROM_OTHERS.issuperset(follow.sources(activity, use))
    return Need(use, bool(use.required) and not nobody, bool(use.consequence), nobody)


def _of_activity(activity: Activity) -> Need | None:
    followers = [use for use in activity.uses if not follow.own(use, "required")]
    if activity.uses and all(use.required for use in activity.uses):
        return None  # each says something else
    consequence = bool(activity.consequence)
    if (
        activity.required == "voluntary"
        and followers
        and all(FROM_OTHERS.issuperset(follow.sources(activity, use)) for use in followers)
    ):
        return Need(None, False, consequence, nobody=True)
    if activity.required in ASKED and (consequence or _given_by_person(activity, "consequence")):
        return Need(None, True, True)
    if activity.required or _given_by_person(activity, "required"):
        return Need(None, True, consequence)
    return Need(None, False, True) if consequence else None


def _given_by_person(activity: Activity, name: str) -> bool:
    """Return whether some of the data that follow the activity here are given by the person.

    Only then must the answer be told (art. 13.2.e).
    """
    followers = [use for use in activity.uses if not follow.own(use, name)]
    return not activity.uses or any(not {None, "person"}.isdisjoint(follow.sources(activity, use)) for use in followers)
