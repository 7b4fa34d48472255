"""Direct marketing (art. 21.2–3; art. 13 ePrivacy)."""

from policies.core.clauses.case import Case, in_scope
from policies.core.clauses.conditions.registry import answered, condition, filled

answered("sends_marketing", lambda c: c.facts.marketing.used, True)
filled("has_marketing_channels", lambda c: c.facts.marketing.channels)
filled("has_topics", lambda c: c.facts.marketing.topics)


@condition
def tells_stop_anyway(case: Case) -> bool:
    """Say whether a way to stop is given although nobody answered that there is marketing."""
    return bool(case.facts.marketing.stop_how and not case.facts.marketing.used)


@condition
def does_marketing(case: Case) -> bool:
    """Say whether there is direct marketing in the broad sense, cookies for advertising included (art. 21.2–3)."""
    facts = case.facts
    rules = any(purpose.marketing_rule for purpose in case.purposes)
    return facts.marketing.used is True or rules or any(cookie.kind == "marketing" for cookie in facts.cookies.placed)


@condition
def sends_no_marketing(case: Case) -> bool:
    """Say whether the promise holds that there is no marketing.

    The question is answered no, no channel, topic or way to stop is given, and no purpose or cookie serves advertising.
    """
    marketing = case.facts.marketing
    details = marketing.channels or marketing.topics or marketing.stop_how
    return marketing.used is False and not details and not does_marketing(case)


@condition
def advertises(case: Case) -> bool:
    """Say whether a purpose is advertising: it has a rule, or an answer to one of the conditions of that rule."""
    purpose = in_scope(case.purpose)
    return bool(purpose.marketing_rule or purpose.own_similar or purpose.address_from_sale or purpose.objection_offered)


def advertises_to_people(case: Case) -> bool:
    """Say whether advertising is sent, or some purpose is advertising; cookies are left out."""
    return case.facts.marketing.used is True or any(purpose.marketing_rule for purpose in case.purposes)
