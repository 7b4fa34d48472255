"""Rights that fit the legal bases in use (art. 15–22)."""

from policies.core.case import Case
from policies.core.facts import DataCategory, follow
from policies.core.first_layer import films

from .activities import kept_under
from .company import asks_cookie_consent
from .registry import condition, filled


@condition
def gives_portability(case: Case) -> bool:
    """Art. 20.1.a: consent of art. 6.1.a or 9.2.a, or a contract."""
    return bool(case.bases & {"consent", "contract"}) or any(purpose.special_ground == "explicit_consent" for purpose in case.purposes)


@condition
def gives_no_portability(case: Case) -> bool:
    return not gives_portability(case)


@condition
def uses_consent(case: Case) -> bool:
    """Consent is used for a purpose, special data, cookies, a transfer (art. 49.1.a) or a decision (art. 22.2.c); or somebody told how to withdraw it."""
    return uses_consent_beyond_cookies(case) or asks_cookie_consent(case)


@condition
def uses_consent_beyond_cookies(case: Case) -> bool:
    return rests_on_some_consent(case) or bool(case.facts.rights.withdraw_how)


@condition
def uses_consent_for_cookies_only(case: Case) -> bool:
    return asks_cookie_consent(case) and not uses_consent_beyond_cookies(case)


def rests_on_some_consent(case: Case) -> bool:
    """Consent other than for cookies, which have a way to withdraw of their own."""
    explicit = {purpose.special_ground for purpose in case.purposes} | {decision.ground for decision in case.facts.automated.decisions}
    explicit |= {safeguard for recipient in case.facts.recipients for safeguard in recipient.safeguards}
    return "consent" in case.bases or "explicit_consent" in explicit


@condition
def gives_objection(case: Case) -> bool:
    """Art. 21.1: a legitimate interest or a public task, also where data is given to others for an interest of our own."""
    disclosure = case.facts.disclosure
    return bool(case.bases & {"legitimate_interest", "public_task"}) or bool(set(disclosure.cases) - {"law"}) or disclosure.business_transfer


@condition
def does_marketing(case: Case) -> bool:
    """Direct marketing in the broad sense, cookies for advertising included (art. 21.2–3)."""
    facts = case.facts
    rules = any(purpose.marketing_rule for purpose in case.purposes)
    return facts.marketing.used is True or rules or any(cookie.kind == "marketing" for cookie in facts.cookies.placed)


@condition
def gives_some_objection(case: Case) -> bool:
    return gives_objection(case) or does_marketing(case)


@condition
def gives_no_objection(case: Case) -> bool:
    return not gives_objection(case) and not does_marketing(case)


@condition
def gives_no_interest_objection(case: Case) -> bool:
    return not gives_objection(case)


filled("has_exceptions", lambda c: c.facts.rights.exceptions)
filled("takes_letters", lambda c: c.facts.rights.by_post)
filled("takes_calls", lambda c: c.facts.rights.by_phone)
filled("takes_visits", lambda c: c.facts.rights.in_person)
filled("has_own_account", lambda c: c.facts.rights.account_how)
filled("asks_to_talk_first", lambda c: c.facts.rights.talk_first)
filled("tells_identity_check", lambda c: c.facts.rights.identity_check or c.facts.rights.identity_detail)
filled("asks_fee", lambda c: c.facts.rights.fee)
filled("asks_no_fee", lambda c: not c.facts.rights.fee)


@condition
def keeps_dutch_care_file(case: Case) -> bool:
    """A patient may have the file destroyed while the law on care still makes its keeper keep it (art. 7:454 and 7:455 BW)."""
    facts = case.facts
    return facts.controller.country == "NL" and any("7:454" in (rule.law or "") and kept_under(facts, rule) for rule in facts.retention_rules)


# the first layer: what may surprise, and the strongest rights first
@condition
def uses_sensitive_data(case: Case) -> bool:
    """Some kind of data that is used is special, about offences, or a national number (art. 9, 10, 87)."""
    return any(category.special or category.criminal or category.national_number for category in _used(case))


@condition
def uses_cameras(case: Case) -> bool:
    return any(films(case.facts, activity, use) for activity in case.facts.activities for use in activity.uses)


def _used(case: Case) -> list[DataCategory]:
    used = {use.category for activity in case.facts.activities for use in activity.uses}
    return [category for category in case.facts.categories if category.key in used]


@condition
def gets_data_from_others(case: Case) -> bool:
    """Some data do not come from the person (art. 14)."""
    return any(not follow.FROM_OTHERS.isdisjoint(follow.sources(activity, use)) for activity in case.facts.activities for use in activity.uses)


def _advertises(case: Case) -> bool:
    return case.facts.marketing.used is True or any(purpose.marketing_rule for purpose in case.purposes)


@condition
def stops_consent_and_marketing(case: Case) -> bool:
    return uses_consent(case) and _advertises(case)


@condition
def stops_marketing_only(case: Case) -> bool:
    """Advertising reaches most people, and stopping it needs no reason (art. 21.3)."""
    return _advertises(case) and not uses_consent(case)


@condition
def stops_consent_only(case: Case) -> bool:
    return uses_consent(case) and not _advertises(case)
