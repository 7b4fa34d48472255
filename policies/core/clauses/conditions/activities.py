"""Activities, purposes, data uses and their retention."""

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.registry import condition, filled
from policies.core.facts import Facts, RetentionRule, defaults, follow
from policies.core.facts.needs import needs

filled("no_activities", lambda c: not c.facts.activities)
filled("most_share_source", lambda c: c.defaults.source)
filled("most_share_afterwards", lambda c: c.defaults.afterwards)
filled("rests_on_something", lambda c: c.bases)
filled("has_activities", lambda c: c.facts.activities)
filled("has_story", lambda c: c.activity.story)
filled("has_control", lambda c: c.activity.control)
filled("has_used_categories", lambda c: any(use.category for activity in c.facts.activities for use in activity.uses))
filled("keeps_something", lambda c: any(kept_under(c.facts, rule) for rule in c.facts.retention_rules))
filled("has_purposes", lambda c: c.activity.purposes)
filled("has_no_purpose", lambda c: not c.activity.purposes)
filled("has_no_uses", lambda c: not c.activity.uses)
filled(
    "advertises",
    lambda c: (
        c.purpose.marketing_rule or c.purpose.own_similar or c.purpose.address_from_sale or c.purpose.objection_offered
    ),
)


# data uses: what an activity says holds for those of its uses that say nothing of their own
@condition
def activity_names_people(case: Case) -> bool:
    """Its people are those of at least one of its uses, and the first layer does not say already who they are."""
    follows = not case.activity.uses or not all(defaults.other_people(case.activity, use) for use in case.activity.uses)
    return follows and case.activity.key not in case.defaults.known_people


@condition
def activity_tells_source(case: Case) -> bool:
    """Where its data come from, unless that is what holds for most data; another than the person is named (art. 14.2.f)."""
    return defaults.activity_names_source(case.activity, case.defaults.source)


def kept_under(facts: Facts, rule: RetentionRule) -> bool:
    """Some data use resolves to this rule."""
    return any(
        follow.value(activity, use, "retention") == rule.key for activity in facts.activities for use in activity.uses
    )


filled("tells_need_of_all", lambda c: any(not need.use for need in needs(c.activity)))
filled("tells_need_without_data", lambda c: not c.activity.uses and needs(c.activity))
filled("tells_source_apart", lambda c: (not c.activity.uses or not c.activity.source) and activity_tells_source(c))


# retention
@condition
def has_no_retention(case: Case) -> bool:
    return not follow.value(case.activity, case.use, "retention")


@condition
def keeps_some_data_twice(case: Case) -> bool:
    """One kind of data is kept under several rules, so the reader must know which ends last (art. 13.2.a)."""
    rules: dict[str | None, set[str]] = {}
    for activity in case.facts.activities:
        for use in activity.uses:
            rules.setdefault(use.category, set()).add(follow.value(activity, use, "retention"))
    return any(len(several - {None}) > 1 for category, several in rules.items() if category)


@condition
def activity_has_recipients(case: Case) -> bool:
    return any(case.activity.key in recipient.activities for recipient in case.facts.recipients)


# kinds of data and groups of people, where a layout walks over them
@condition
def is_unused(case: Case) -> bool:
    return not any(use.category == case.category.key for activity in case.facts.activities for use in activity.uses)


@condition
def use_has_no_category(case: Case) -> bool:
    return not case.use.category


filled("has_uses", lambda c: c.activity.uses)
