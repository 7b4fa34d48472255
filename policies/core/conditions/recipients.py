"""Recipients and transfers."""

from policies.core.case import Case

from .registry import answered, condition, filled

filled("names_places", lambda c: c.facts.scope.processing_countries)
filled("names_customers_only", lambda c: c.facts.scope.customer_countries and not c.facts.scope.processing_countries)
answered("shares_with_recipients", lambda c: c.facts.disclosure.shares, True)
answered("recipients_not_answered", lambda c: c.facts.disclosure.shares, None)
answered("is_category", lambda c: c.recipient.kind, "category")
answered("is_named", lambda c: c.recipient.kind, "named")
answered("kind_not_answered", lambda c: c.recipient.kind, None)
filled("uses_for_itself", lambda c: c.recipient.own_use)
filled("is_limited", lambda c: c.recipient.limits)
filled("can_be_refused", lambda c: c.recipient.opt_out or c.recipient.opt_out_url)
filled("discloses", lambda c: c.facts.disclosure.cases)
filled("may_be_sold", lambda c: c.facts.disclosure.business_transfer)
filled("sells_nothing", lambda c: c.facts.disclosure.no_sale)


@condition
def names_kinds(case: Case) -> bool:
    """Some recipients are told as a kind; who asks gets the names (art. 15.1.c, C-154/21)."""
    return any(recipient.kind == "category" for recipient in case.facts.recipients)


@condition
def recipients_not_listed(case: Case) -> bool:
    return case.facts.disclosure.shares is True and not case.facts.recipients


@condition
def shares_with_nobody(case: Case) -> bool:
    """A promise: answered no, and no recipient is listed."""
    return case.facts.disclosure.shares is False and not case.facts.recipients


@condition
def has_no_copy(case: Case) -> bool:
    """Outside the EEA, and nothing says how to get a copy of the contract (art. 13.1.f). Adequacy, the DPF and art. 49 are published law."""
    recipient = case.recipient
    return bool(case.law.outside(recipient)) and bool({"scc", "bcr"} & set(recipient.safeguards)) and not (recipient.safeguard_url or recipient.safeguard_copy)


@condition
def names_countries_inside(case: Case) -> bool:
    """Countries inside the EEA that a recipient works from, besides its seat."""
    return bool(case.law.inside(case.recipient))


@condition
def transfers_something(case: Case) -> bool:
    return any(case.law.outside(recipient) for recipient in case.facts.recipients)


@condition
def relies_on_adequacy(case: Case) -> bool:
    """Some transfer rests on an adequacy decision; the one for the United States counts only for listed companies (art. 45)."""
    return _rests_on(case, {"adequacy", "dpf"})


@condition
def relies_on_contracts(case: Case) -> bool:
    return _rests_on(case, {"scc"})


@condition
def relies_on_binding_rules(case: Case) -> bool:
    return _rests_on(case, {"bcr"})


def _rests_on(case: Case, safeguards: set[str]) -> bool:
    return any(safeguards & set(recipient.safeguards) for recipient in case.facts.recipients if case.law.outside(recipient))


@condition
def transfers_nothing(case: Case) -> bool:
    """A promise: every recipient is known and none reaches outside the EEA, nor do we ourselves."""
    facts = case.facts
    answered = all(recipient.country for recipient in facts.recipients) if facts.recipients else facts.disclosure.shares is False
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
