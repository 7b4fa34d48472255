"""Rights that fit the legal bases in use (art. 15–22)."""

from policies.core.case import Case

from .company import asks_cookie_consent
from .registry import condition, filled


@condition
def gives_portability(case: Case) -> bool:
    return bool(case.bases & {"consent", "contract"})


@condition
def gives_no_portability(case: Case) -> bool:
    return not gives_portability(case)


@condition
def uses_consent(case: Case) -> bool:
    """Consent is used for a purpose, as the ground for special data, for cookies, or for a transfer."""
    grounds = {purpose.special_ground for purpose in case.purposes}
    return "consent" in case.bases or "explicit_consent" in grounds or asks_cookie_consent(case) or bool(case.facts.rights.withdraw_how)


@condition
def gives_objection(case: Case) -> bool:
    return bool(case.bases & {"legitimate_interest", "public_task"})


@condition
def does_marketing(case: Case) -> bool:
    return case.facts.marketing.used is True or any(purpose.marketing_rule for purpose in case.purposes)


@condition
def gives_no_objection(case: Case) -> bool:
    return not gives_objection(case) and not does_marketing(case)


filled("has_exceptions", lambda c: c.facts.rights.exceptions)
filled("takes_letters", lambda c: c.facts.rights.by_post)
filled("takes_calls", lambda c: c.facts.rights.by_phone)
filled("asks_fee", lambda c: c.facts.rights.fee)
filled("asks_no_fee", lambda c: not c.facts.rights.fee)


# the first layer: one right stands on top, the one that these facts make matter most
filled("has_some_basis", lambda c: c.bases)
filled("has_no_basis", lambda c: not c.bases)
filled("uses_special_data", lambda c: any(category.special for category in c.facts.categories))


@condition
def stops_marketing(case: Case) -> bool:
    """Advertising reaches most people, and stopping it needs no reason (art. 21.3)."""
    return does_marketing(case)


@condition
def withdraws_first(case: Case) -> bool:
    return uses_consent(case) and not does_marketing(case)


@condition
def objects_first(case: Case) -> bool:
    return gives_objection(case) and not does_marketing(case) and not uses_consent(case)


@condition
def asks_access_first(case: Case) -> bool:
    return not (gives_objection(case) or does_marketing(case) or uses_consent(case))
