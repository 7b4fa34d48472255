"""Security, marketing, machines, minors, changes."""

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.people import does_marketing
from policies.core.clauses.conditions.registry import answered, condition, filled

filled("has_measures", lambda c: c.facts.security.measures)
filled("explains_security", lambda c: c.facts.security.explanation)
filled("takes_reports", lambda c: c.facts.security.report_email)
filled("empties_backups", lambda c: c.facts.security.backup_days)
filled("tells_breaches", lambda c: c.facts.security.tells_breaches)
filled("keeps_register", lambda c: c.facts.security.keeps_register)


# marketing, machines
answered("sends_marketing", lambda c: c.facts.marketing.used, True)
filled("has_marketing_channels", lambda c: c.facts.marketing.channels)
filled("has_topics", lambda c: c.facts.marketing.topics)
filled("tells_stop_anyway", lambda c: c.facts.marketing.stop_how and not c.facts.marketing.used)


@condition
def sends_no_marketing(case: Case) -> bool:
    """A promise: answered no, no way, topic or way to stop is told, and no purpose or cookie serves advertising."""
    marketing = case.facts.marketing
    told = marketing.channels or marketing.topics or marketing.stop_how
    return marketing.used is False and not told and not does_marketing(case)


filled("profiles_belong", lambda c: c.facts.automated.profiling_activity)
filled("makes_profiles", lambda c: c.facts.automated.profiling)


@condition
def decides_nothing(case: Case) -> bool:
    """A promise: answered no, and no decision is listed."""
    return case.facts.automated.used is False and not case.facts.automated.decisions


@condition
def decides_automatically(case: Case) -> bool:
    return case.facts.automated.used is not False and bool(case.facts.automated.decisions)


@condition
def decides_with_a_way_to_a_human(case: Case) -> bool:
    """With a law as the ground, that law sets the safeguards (art. 22.2.b); otherwise a human must look when asked (art. 22.3)."""
    return decides_automatically(case) and any(decision.ground != "law" for decision in case.facts.automated.decisions)


@condition
def decides_without_detail(case: Case) -> bool:
    return case.facts.automated.used is True and not case.facts.automated.decisions


filled("talks_to_people", lambda c: c.ai_system.talks_to_people)
answered("ai_learns", lambda c: c.ai_system.trains, True)
answered("ai_learns_not", lambda c: c.ai_system.trains, False)
filled("system_belongs", lambda c: c.ai_system.activities)
filled("has_human_contact", lambda c: c.ai_system.human_contact)


# links, minors, processor, changes
filled("links_elsewhere", lambda c: c.facts.links.external)
filled("buttons_belong", lambda c: c.facts.links.buttons_activity)
filled("has_buttons", lambda c: c.facts.links.buttons)
filled("has_profiles", lambda c: c.facts.links.profiles)
filled("not_for_minors", lambda c: c.facts.minors.directed is False and c.facts.minors.minimum_age)
answered("for_minors", lambda c: c.facts.minors.directed, True)
filled("tells_only_age", lambda c: c.facts.minors.directed is None and c.facts.minors.minimum_age)
filled("asks_parents", lambda c: c.facts.minors.directed and c.facts.minors.parental_consent)
filled("tells_parents_anyway", lambda c: c.facts.minors.parental_consent and not c.facts.minors.directed)
filled("checks_age", lambda c: c.facts.minors.age_check)
filled("parents_report", lambda c: c.facts.minors.parents_can_report)
filled("erases_children", lambda c: c.facts.minors.erases_unasked)
filled("is_processor", lambda c: c.facts.processor_role.services)
filled(
    "has_processor_agreement", lambda c: c.facts.processor_role.agreement_where or c.facts.processor_role.agreement_url
)
