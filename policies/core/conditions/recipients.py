"""Recipients and transfers."""

from policies.core.case import Case

from .registry import answered, condition, filled

filled("names_places", lambda c: c.facts.scope.processing_countries)
answered("shares_with_nobody", lambda c: c.facts.disclosure.shares, False)
filled("names_customers_only", lambda c: c.facts.scope.customer_countries and not c.facts.scope.processing_countries)
filled("shares_with_recipients", lambda c: c.facts.disclosure.shares is True or c.facts.recipients)
answered("is_category", lambda c: c.recipient.kind, "category")
filled("is_named", lambda c: c.recipient.kind != "category")
filled("uses_for_itself", lambda c: c.recipient.own_use)
filled("is_limited", lambda c: c.recipient.limits)
filled("can_be_refused", lambda c: c.recipient.opt_out or c.recipient.opt_out_url)
filled("discloses", lambda c: c.facts.disclosure.cases)
filled("may_be_sold", lambda c: c.facts.disclosure.business_transfer)
filled("sells_nothing", lambda c: c.facts.disclosure.no_sale)


@condition
def recipients_not_listed(case: Case) -> bool:
    return case.facts.disclosure.shares is True and not case.facts.recipients


@condition
def recipients_not_answered(case: Case) -> bool:
    return case.facts.disclosure.shares is None and not case.facts.recipients


@condition
def is_outside(case: Case) -> bool:
    return bool(case.law.outside(case.recipient))


@condition
def has_no_copy(case: Case) -> bool:
    """Outside the EEA, and nothing says how to get a copy of the safeguard (art. 13.1.f). Adequacy is published law."""
    recipient = case.recipient
    return is_outside(case) and set(recipient.safeguards) != {"adequacy"} and not (recipient.safeguard_url or recipient.safeguard_copy)


@condition
def names_countries_inside(case: Case) -> bool:
    return bool(case.recipient.transfer_countries) and not is_outside(case)


@condition
def transfers_something(case: Case) -> bool:
    return any(case.law.outside(recipient) for recipient in case.facts.recipients)


@condition
def transfers_nothing(case: Case) -> bool:
    """A promise: every recipient is known and none reaches outside the EEA, nor do we ourselves."""
    facts = case.facts
    answered = facts.disclosure.shares is False or (facts.recipients and all(r.country for r in facts.recipients if r.kind != "category"))
    places = all(code in case.law.eea for code in facts.scope.processing_countries)
    return bool(answered) and places and not transfers_something(case)


@condition
def protects_every_transfer(case: Case) -> bool:
    """A promise: there are transfers, and each has a safeguard."""
    outside = [recipient for recipient in case.facts.recipients if case.law.outside(recipient)]
    return bool(outside) and all(recipient.safeguards for recipient in outside)


@condition
def binds_every_processor(case: Case) -> bool:
    """A promise: there are processors, each under an agreement, none using the data for itself (art. 28)."""
    processors = [recipient for recipient in case.facts.recipients if recipient.role == "processor"]
    return bool(processors) and all(recipient.agreement and not recipient.own_use for recipient in processors)
