"""Rights that fit the legal bases in use (art. 15–22)."""

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.activities import kept_under
from policies.core.clauses.conditions.company import asks_cookie_consent
from policies.core.clauses.conditions.registry import condition, filled
from policies.core.clauses.wording.first_layer import films
from policies.core.facts import DataCategory, follow


def grounds(case: Case) -> frozenset[str]:
    """What gives the rights of art. 7.3, 20 and 21 here, by the words that the clauses use; an open legal basis gives them all."""
    found = {
        "toestemming": uses_consent(case),
        "toestemming onzeker": case.open_basis and not rests_on_some_consent(case),
        "overeenkomst": "contract" in case.bases or case.open_basis,
        "belang": has_an_interest(case),
        "taak": "public_task" in case.bases or case.open_basis,
        "bezwaar": gives_objection(case) or does_marketing(case),
    }
    return frozenset(name for name, holds in found.items() if holds)


@condition
def gives_portability(case: Case) -> bool:
    """Art. 20.1.a: consent of art. 6.1.a or 9.2.a, or a contract."""
    explicit = any(purpose.special_ground == "explicit_consent" for purpose in case.purposes)
    return bool(case.bases & {"consent", "contract"}) or explicit or case.open_basis


def uses_consent(case: Case) -> bool:
    """Consent is used for a purpose, special data, cookies, a transfer (art. 49.1.a) or a decision (art. 22.2.c); or somebody told how to withdraw it."""
    return uses_consent_beyond_cookies(case) or asks_cookie_consent(case)


@condition
def uses_consent_beyond_cookies(case: Case) -> bool:
    return rests_on_some_consent(case) or bool(case.facts.rights.withdraw_how) or case.open_basis


@condition
def uses_consent_for_cookies_only(case: Case) -> bool:
    return asks_cookie_consent(case) and not uses_consent_beyond_cookies(case)


def rests_on_some_consent(case: Case) -> bool:
    """Consent other than for cookies, which have a way to withdraw of their own."""
    explicit = {purpose.special_ground for purpose in case.purposes} | {
        decision.ground for decision in case.facts.automated.decisions
    }
    explicit |= {safeguard for recipient in case.facts.recipients for safeguard in recipient.safeguards}
    return "consent" in case.bases or "explicit_consent" in explicit


def has_an_interest(case: Case) -> bool:
    """A legitimate interest of a purpose, or the one for which data is given to others."""
    disclosure = case.facts.disclosure
    given = bool(set(disclosure.cases) - {"law"}) or disclosure.business_transfer
    return "legitimate_interest" in case.bases or given or case.open_basis


@condition
def gives_objection(case: Case) -> bool:
    """Art. 21.1: a legitimate interest or a public task, also where data is given to others for an interest of our own."""
    return has_an_interest(case) or "public_task" in case.bases


@condition
def does_marketing(case: Case) -> bool:
    """Direct marketing in the broad sense, cookies for advertising included (art. 21.2–3)."""
    facts = case.facts
    rules = any(purpose.marketing_rule for purpose in case.purposes)
    return facts.marketing.used is True or rules or any(cookie.kind == "marketing" for cookie in facts.cookies.placed)


filled("tells_corrections", lambda c: c.facts.recipients or c.facts.joint_controllers)


@condition
def gives_no_interest_objection(case: Case) -> bool:
    return not gives_objection(case)


filled("tells_identity_check", lambda c: c.facts.rights.identity_check or c.facts.rights.identity_detail)


@condition
def keeps_dutch_care_file(case: Case) -> bool:
    """A patient may have the file destroyed while the law on care still makes its keeper keep it (art. 7:454 and 7:455 BW)."""
    facts = case.facts
    return facts.controller.country == "NL" and any(
        "7:454" in (rule.law or "") and kept_under(facts, rule) for rule in facts.retention_rules
    )


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
    return any(
        not follow.FROM_OTHERS.isdisjoint(follow.sources(activity, use))
        for activity in case.facts.activities
        for use in activity.uses
    )


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
