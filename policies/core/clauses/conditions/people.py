"""Rights that fit the legal bases in use (art. 15–22)."""

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.activities import kept_under
from policies.core.clauses.conditions.company import asks_cookie_consent
from policies.core.clauses.conditions.marketing import advertises_to_people, does_marketing
from policies.core.clauses.conditions.registry import condition
from policies.core.clauses.wording.first_layer import films
from policies.core.facts import DataCategory, follow


def grounds(case: Case) -> frozenset[str]:
    """Return what gives the rights of art. 7.3, 20 and 21 here, by the words that the clauses use.

    An open legal basis gives all of these rights.
    """
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
    """Say whether data can be taken along (art. 20.1.a): consent of art. 6.1.a or 9.2.a, or a contract."""
    explicit = any(purpose.special_ground == "explicit_consent" for purpose in case.purposes)
    return bool(case.bases & {"consent", "contract"}) or explicit or case.open_basis


def uses_consent(case: Case) -> bool:
    """Say whether consent can be withdrawn (art. 7.3).

    It is used for a purpose, special data, cookies, a transfer (art. 49.1.a) or a decision (art. 22.2.c); or a way to
    withdraw it is given.
    """
    return uses_consent_beyond_cookies(case) or asks_cookie_consent(case)


@condition
def uses_consent_beyond_cookies(case: Case) -> bool:
    """Say whether consent is used for something else than cookies, or a legal basis is open."""
    return rests_on_some_consent(case) or bool(case.facts.rights.withdraw_how) or case.open_basis


@condition
def uses_consent_for_cookies_only(case: Case) -> bool:
    """Say whether consent is used for cookies and for nothing else."""
    return asks_cookie_consent(case) and not uses_consent_beyond_cookies(case)


def rests_on_some_consent(case: Case) -> bool:
    """Say whether something rests on consent other than for cookies, which have a way to withdraw of their own."""
    explicit = {purpose.special_ground for purpose in case.purposes} | {
        decision.ground for decision in case.facts.automated.decisions
    }
    explicit |= {safeguard for recipient in case.facts.recipients for safeguard in recipient.safeguards}
    return "consent" in case.bases or "explicit_consent" in explicit


def has_an_interest(case: Case) -> bool:
    """Say whether a purpose, or a disclosure to others, rests on a legitimate interest; an open legal basis counts."""
    disclosure = case.facts.disclosure
    given = bool(set(disclosure.cases) - {"law"}) or disclosure.business_transfer
    return "legitimate_interest" in case.bases or given or case.open_basis


@condition
def gives_objection(case: Case) -> bool:
    """Say whether people may object (art. 21.1).

    To a legitimate interest or a public task, also where data are given to others for an interest of the company.
    """
    return has_an_interest(case) or "public_task" in case.bases


@condition
def tells_corrections(case: Case) -> bool:
    """Say whether there are recipients or joint controllers to whom corrections are passed on (art. 19)."""
    return bool(case.facts.recipients or case.facts.joint_controllers)


@condition
def gives_no_interest_objection(case: Case) -> bool:
    """Say whether there is nothing to object to but marketing."""
    return not gives_objection(case)


@condition
def tells_identity_check(case: Case) -> bool:
    """Say whether the check of identity is answered or explained (art. 12.6)."""
    return bool(case.facts.rights.identity_check or case.facts.rights.identity_detail)


@condition
def keeps_dutch_care_file(case: Case) -> bool:
    """Say whether a Dutch care file is kept (art. 7:454 and 7:455 BW).

    A patient may have it destroyed while that law still makes its keeper keep it.
    """
    facts = case.facts
    return facts.controller.country == "NL" and any(
        "7:454" in (rule.law or "") and kept_under(facts, rule) for rule in facts.retention_rules
    )


# --- the first layer: what may surprise, and the strongest rights first ---


@condition
def uses_sensitive_data(case: Case) -> bool:
    """Say whether some kind of data that is used is special, about offences, or a national number (art. 9, 10, 87)."""
    return any(category.special or category.criminal or category.national_number for category in _used(case))


@condition
def uses_cameras(case: Case) -> bool:
    """Say whether a camera records some data."""
    return any(films(case.facts, activity, use) for activity in case.facts.activities for use in activity.uses)


def _used(case: Case) -> list[DataCategory]:
    used = {use.category for activity in case.facts.activities for use in activity.uses}
    return [category for category in case.facts.categories if category.key in used]


@condition
def gets_data_from_others(case: Case) -> bool:
    """Say whether some data do not come from the person (art. 14)."""
    return any(
        not follow.FROM_OTHERS.isdisjoint(follow.sources(activity, use))
        for activity in case.facts.activities
        for use in activity.uses
    )


@condition
def stops_consent_and_marketing(case: Case) -> bool:
    """Say whether both consent and advertising can be stopped."""
    return uses_consent(case) and advertises_to_people(case)


@condition
def stops_marketing_only(case: Case) -> bool:
    """Say whether advertising can be stopped, and no consent withdrawn.

    Advertising reaches most people, and stopping it needs no reason (art. 21.3).
    """
    return advertises_to_people(case) and not uses_consent(case)


@condition
def stops_consent_only(case: Case) -> bool:
    """Say whether consent can be withdrawn, and there is no advertising to stop."""
    return uses_consent(case) and not advertises_to_people(case)
