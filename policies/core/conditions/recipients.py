"""Recipients and transfers."""

from policies.core.case import Case
from policies.core.facts import Recipient, roles_of

from .registry import answered, condition, filled

filled("names_places", lambda c: c.facts.scope.processing_countries)
filled("names_every_country", lambda c: c.facts.scope.processing_countries and c.facts.recipients and all(row.country for row in c.facts.recipients))
filled("names_customers_only", lambda c: c.facts.scope.customer_countries and not c.facts.scope.processing_countries)
answered("shares_with_recipients", lambda c: c.facts.disclosure.shares, True)
answered("recipients_not_answered", lambda c: c.facts.disclosure.shares, None)
answered("is_category", lambda c: c.recipient.kind, "category")
answered("is_named", lambda c: c.recipient.kind, "named")
answered("kind_not_answered", lambda c: c.recipient.kind, None)
filled("uses_for_itself", lambda c: c.recipient.own_use)
filled("has_other_roles", lambda c: c.recipient.other_roles)
filled("needs_consent_first", lambda c: c.recipient.only_with_consent)
filled("starts_later", lambda c: c.recipient.planned_from)
filled("is_limited", lambda c: c.recipient.limits)
filled("can_be_refused", lambda c: c.recipient.opt_out or c.recipient.opt_out_url)
filled("discloses_for_one_reason", lambda c: len(c.facts.disclosure.cases) == 1)
filled("discloses_for_reasons", lambda c: len(c.facts.disclosure.cases) > 1)
filled("may_be_sold", lambda c: c.facts.disclosure.business_transfer)
filled("takeover_belongs", lambda c: c.facts.disclosure.business_transfer_activity)
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
    """A promise: answered no, and no recipient, joint controller, takeover or other giving is named but for a duty of law."""
    facts = case.facts
    given = facts.recipients or facts.joint_controllers or facts.disclosure.business_transfer or set(facts.disclosure.cases) - {"law"}
    return facts.disclosure.shares is False and not given


@condition
def engages_processors(case: Case) -> bool:
    return any("processor" in roles_of(recipient) for recipient in case.facts.recipients)


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
    """A promise: every recipient and place is known and lies inside the EEA, and nobody named a safeguard for going out."""
    facts, eea = case.facts, case.law.eea
    known = all(recipient.country and not recipient.safeguards for recipient in facts.recipients) if facts.recipients else shares_with_nobody(case)
    places = bool(facts.scope.processing_countries) and all(code in eea for code in facts.scope.processing_countries)
    own = all(code in eea for code in (facts.controller.seat_country, facts.controller.parent_country) if code)
    return bool(known) and places and own and not facts.joint_controllers and not transfers_something(case)


@condition
def protects_every_transfer(case: Case) -> bool:
    """A promise: there are transfers, every country is known, and each is covered by an adequacy decision, contracts or binding rules; art. 49 is no protection."""
    recipients, outside = case.facts.recipients, [recipient for recipient in case.facts.recipients if case.law.outside(recipient)]
    return bool(outside) and all(recipient.country for recipient in recipients) and all(_protected(case, recipient) for recipient in outside)


def _protected(case: Case, recipient: Recipient) -> bool:
    safeguards = set(recipient.safeguards)
    if safeguards & {"scc", "bcr"}:
        return True
    return all(("dpf" in safeguards) if code == "US" else ("adequacy" in safeguards and code in case.law.adequate) for code in case.law.outside(recipient))


@condition
def keeps_outside_the_eea(case: Case) -> bool:
    """We keep data in a country there that no recipient brings in already."""
    told = {code for recipient in case.facts.recipients for code in case.law.outside(recipient)}
    return any(code not in case.law.eea and code not in told for code in case.facts.scope.processing_countries)


@condition
def keeps_in_adequate_places(case: Case) -> bool:
    return any(code in case.law.adequate for code in case.facts.scope.processing_countries)


@condition
def binds_every_processor(case: Case) -> bool:
    """A promise: there are processors, each under an agreement, none using the data for itself (art. 28)."""
    processors = [recipient for recipient in case.facts.recipients if "processor" in roles_of(recipient)]
    return bool(processors) and all(recipient.agreement and not recipient.own_use and len(roles_of(recipient)) == 1 for recipient in processors)
