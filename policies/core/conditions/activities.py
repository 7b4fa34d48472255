"""Activities, purposes, data uses and their retention."""

from policies.core.case import Case
from policies.core.facts import Activity, DataUse, Facts, RetentionRule, follow
from policies.core.facts.follow import FROM_OTHERS

from .registry import answered, condition, filled

filled("no_activities", lambda c: not c.facts.activities)
filled("has_activities", lambda c: c.facts.activities)
filled("rests_on_some_contract", lambda c: "contract" in c.bases)
filled("has_story", lambda c: c.activity.story)
filled("has_control", lambda c: c.activity.control)
filled("has_no_purpose", lambda c: not c.activity.purposes)
filled("has_no_uses", lambda c: not c.activity.uses)
answered("rests_on_consent", lambda c: c.purpose.legal_basis, "consent")
answered("rests_on_contract", lambda c: c.purpose.legal_basis, "contract")
answered("rests_on_law", lambda c: c.purpose.legal_basis, "legal_obligation")
answered("rests_on_vital_interest", lambda c: c.purpose.legal_basis, "vital_interest")
answered("rests_on_public_task", lambda c: c.purpose.legal_basis, "public_task")
answered("rests_on_interest", lambda c: c.purpose.legal_basis, "legitimate_interest")
answered("basis_not_answered", lambda c: c.purpose.legal_basis, None)
filled("has_special_ground", lambda c: c.purpose.special_ground)
filled("is_marketing", lambda c: c.purpose.marketing_rule)
filled("offers_own_similar", lambda c: c.purpose.own_similar)
filled("uses_address_from_sale", lambda c: c.purpose.address_from_sale)
filled("offers_objection", lambda c: c.purpose.objection_offered)


@condition
def purpose_names_other_people(case: Case) -> bool:
    """The purpose is about other people than its activity: mostly a part of them."""
    return bool(case.purpose.groups) and set(case.purpose.groups) != set(case.activity.groups)


@condition
def names_law_beside(case: Case) -> bool:
    """A law named at a purpose that rests on something else is still told."""
    return bool(case.purpose.law) and case.purpose.legal_basis != "legal_obligation"


@condition
def names_interest_beside(case: Case) -> bool:
    return bool(case.purpose.interest) and case.purpose.legal_basis != "legitimate_interest"


# data uses: what an activity says holds for those of its uses that say nothing of their own
ASKED = {"contract", "law", "request"}


def _inherited(activity: Activity, field: str) -> bool:
    return not activity.uses or any(not getattr(use, field) for use in activity.uses)


def _other_people(activity: Activity, use: DataUse) -> bool:
    return bool(use.groups) and set(use.groups) != set(activity.groups)


@condition
def activity_names_people(case: Case) -> bool:
    """Its people are those of at least one of its uses, whether that use repeats them or not."""
    return not all(_other_people(case.activity, use) for use in case.activity.uses) or not case.activity.uses


@condition
def use_names_other_people(case: Case) -> bool:
    """The use is about other people than its activity."""
    return _other_people(case.activity, case.use)


@condition
def activity_names_source(case: Case) -> bool:
    return _inherited(case.activity, "source") and case.activity.source not in FROM_OTHERS


@condition
def activity_source_elsewhere(case: Case) -> bool:
    """Not from the person: then the source must be named (art. 14.2.f)."""
    return _inherited(case.activity, "source") and case.activity.source in FROM_OTHERS


@condition
def use_names_source(case: Case) -> bool:
    use = case.use
    return bool(use.source or use.source_detail) and (use.source or case.activity.source) not in FROM_OTHERS


@condition
def use_source_elsewhere(case: Case) -> bool:
    use = case.use
    return bool(use.source or use.source_detail) and (use.source or case.activity.source) in FROM_OTHERS


filled("use_has_more_sources", lambda c: c.use.extra_sources)


def kept_under(facts: Facts, rule: RetentionRule) -> bool:
    """Some data use resolves to this rule."""
    return any(follow.value(activity, use, "retention") == rule.key for activity in facts.activities for use in activity.uses)


def _given_by_person(activity: Activity, field: str) -> bool:
    """Some of the data that follow the activity here are given by the person: only then must the answer be told (art. 13.2.e)."""
    followers = [use for use in activity.uses if not follow.own(use, field)]
    return not activity.uses or any(not {None, "person"}.isdisjoint(follow.sources(activity, use)) for use in followers)


@condition
def activity_asks_nobody(case: Case) -> bool:
    """All data that follow its answer “free” come from elsewhere: who gives nothing has nothing to choose (art. 13.2.e is about data that the person gives)."""
    activity = case.activity
    followers = [follow.sources(activity, use) for use in activity.uses if not follow.own(use, "required")]
    return activity.required == "voluntary" and bool(followers) and all(map(FROM_OTHERS.issuperset, followers))


@condition
def activity_tells_required(case: Case) -> bool:
    activity = case.activity
    asked = bool(activity.required) or _given_by_person(activity, "required")
    return _inherited(activity, "required") and asked and not activity_needs_consequence(case) and not activity_asks_nobody(case)


@condition
def activity_needs_consequence(case: Case) -> bool:
    """Asked for, so what follows from refusing must be told (art. 13.2.e)."""
    activity = case.activity
    told = bool(activity.consequence) or _given_by_person(activity, "consequence")
    return _inherited(activity, "required") and activity.required in ASKED and told


@condition
def activity_tells_consequence_only(case: Case) -> bool:
    """Nobody is asked whether data from elsewhere must be given; what was answered is told all the same."""
    activity = case.activity
    told = activity_tells_required(case) or activity_needs_consequence(case) or activity_asks_nobody(case)
    return bool(activity.consequence) and not told and _inherited(activity, "required")


@condition
def use_tells_required(case: Case) -> bool:
    return bool(case.use.required or case.use.consequence)


# retention
@condition
def covers_something(case: Case) -> bool:
    return kept_under(case.facts, case.rule)


def _keeps_nothing(rule: RetentionRule) -> bool:
    """Told only where no period says otherwise."""
    return rule.nothing_kept and not rule.number and not rule.criterion


@condition
def keeps_nothing(case: Case) -> bool:
    return _keeps_nothing(case.rule) and covers_something(case)


@condition
def keeps_for_a_term(case: Case) -> bool:
    return not _keeps_nothing(case.rule) and covers_something(case)


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


filled("explains_retention", lambda c: keeps_for_a_term(c) and (c.rule.reason or c.rule.law or c.rule.afterwards))
filled("explains_nothing_kept", lambda c: keeps_nothing(c) and (c.rule.reason or c.rule.law or c.rule.afterwards))


@condition
def use_names_nobody(case: Case) -> bool:
    """Nobody knows yet whose data this is: a layout by group of people has no other place for it."""
    return not follow.value(case.activity, case.use, "groups")


@condition
def activity_has_recipients(case: Case) -> bool:
    return any(case.activity.key in recipient.activities for recipient in case.facts.recipients)


# kinds of data and groups of people, where a layout walks over them
@condition
def is_used(case: Case) -> bool:
    return any(use.category == case.category.key for activity in case.facts.activities for use in activity.uses)


@condition
def is_unused(case: Case) -> bool:
    return not is_used(case)


@condition
def is_described(case: Case) -> bool:
    return bool(case.category.description) and is_used(case)


@condition
def concerns_somebody(case: Case) -> bool:
    """Some data use is about this group of people."""
    return any(case.group.key in follow.value(activity, use, "groups") for activity in case.facts.activities for use in activity.uses)


@condition
def use_has_no_category(case: Case) -> bool:
    return not case.use.category


filled("has_uses", lambda c: c.activity.uses)
