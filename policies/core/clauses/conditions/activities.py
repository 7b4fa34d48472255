"""Activities, purposes, data uses and their retention."""

from policies.core.clauses.case import Case, in_scope
from policies.core.clauses.conditions.registry import condition, filled
from policies.core.facts import Facts, RetentionRule, defaults, follow
from policies.core.facts.needs import needs

filled("most_share_source", lambda c: c.defaults.source)
filled("most_share_afterwards", lambda c: c.defaults.afterwards)
filled("rests_on_something", lambda c: c.bases)
filled("has_activities", lambda c: c.facts.activities)
filled("has_story", lambda c: in_scope(c.activity).story)
filled("has_control", lambda c: in_scope(c.activity).control)
filled("has_purposes", lambda c: in_scope(c.activity).purposes)
filled("has_uses", lambda c: in_scope(c.activity).uses)


@condition
def no_activities(case: Case) -> bool:
    """Say whether no activity is listed."""
    return not case.facts.activities


@condition
def has_used_categories(case: Case) -> bool:
    """Say whether some data use names its kind of data."""
    return any(use.category for activity in case.facts.activities for use in activity.uses)


@condition
def has_no_purpose(case: Case) -> bool:
    """Say whether an activity has no purpose yet (art. 13.1.c)."""
    return not in_scope(case.activity).purposes


@condition
def has_no_uses(case: Case) -> bool:
    """Say whether an activity names no data yet."""
    return not in_scope(case.activity).uses


# --- data uses: what an activity says holds for those of its uses that say nothing of their own ---


@condition
def activity_names_people(case: Case) -> bool:
    """Say whether an activity names its people.

    They are those of at least one of its uses, and the first layer does not say already who they are.
    """
    activity = in_scope(case.activity)
    follows = not activity.uses or not all(defaults.other_people(activity, use) for use in activity.uses)
    return follows and activity.key not in case.defaults.known_people


@condition
def activity_tells_source(case: Case) -> bool:
    """Say whether an activity names the source of its data: one that differs from that of most data (art. 14.2.f)."""
    return defaults.activity_names_source(in_scope(case.activity), case.defaults.source)


@condition
def tells_source_apart(case: Case) -> bool:
    """Say whether the source of an activity stands apart from its data: it has none, or its source is open."""
    activity = in_scope(case.activity)
    return (not activity.uses or not activity.source) and activity_tells_source(case)


@condition
def tells_need_of_all(case: Case) -> bool:
    """Say whether something must be stated of all data of an activity (art. 13.2.e).

    It is whether they must be given, or what follows when they are not.
    """
    return any(not need.use for need in needs(in_scope(case.activity)))


@condition
def tells_need_without_data(case: Case) -> bool:
    """Say whether that must be stated of an activity that names no data yet."""
    activity = in_scope(case.activity)
    return bool(not activity.uses and needs(activity))


@condition
def use_has_no_category(case: Case) -> bool:
    """Say whether a data use does not name its kind of data yet."""
    return not in_scope(case.use).category


# --- retention ---


def kept_under(facts: Facts, rule: RetentionRule) -> bool:
    """Say whether the data of some use are kept under this rule, their own or that of their activity."""
    return any(
        follow.value(activity, use, "retention") == rule.key for activity in facts.activities for use in activity.uses
    )


@condition
def keeps_something(case: Case) -> bool:
    """Say whether data are kept under some retention rule (art. 13.2.a)."""
    return any(kept_under(case.facts, rule) for rule in case.facts.retention_rules)


@condition
def has_no_retention(case: Case) -> bool:
    """Say whether no retention rule holds for a data use, neither its own nor that of its activity."""
    return not follow.value(in_scope(case.activity), in_scope(case.use), "retention")


@condition
def keeps_some_data_twice(case: Case) -> bool:
    """Say whether one kind of data is kept under several rules (art. 13.2.a).

    Then the reader must know which of them ends last.
    """
    rules: dict[str | None, set[str | None]] = {}
    for activity in case.facts.activities:
        for use in activity.uses:
            rules.setdefault(use.category, set()).add(follow.value(activity, use, "retention"))
    return any(len(several - {None}) > 1 for category, several in rules.items() if category)


# --- recipients, kinds of data and groups of people, where a layout walks over them ---


@condition
def activity_has_recipients(case: Case) -> bool:
    """Say whether some recipient gets data of an activity (art. 13.1.e)."""
    return any(in_scope(case.activity).key in recipient.activities for recipient in case.facts.recipients)


@condition
def is_unused(case: Case) -> bool:
    """Say whether no data use is of this kind of data."""
    key = in_scope(case.category).key
    return not any(use.category == key for activity in case.facts.activities for use in activity.uses)
