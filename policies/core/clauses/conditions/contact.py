"""Who the company is and how it is reached."""

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.registry import answered, condition, filled
from policies.core.facts import Facts
from policies.core.facts.legal_form import gives_postal_address_only, is_informal, shares_number, shares_phone

answered("country_not_answered", lambda c: c.facts.controller.country, None)
answered("is_branch", lambda c: c.facts.controller.legal_form, "bijkantoor")
filled("is_no_branch", lambda c: c.facts.controller.legal_form != "bijkantoor")
filled("belongs_to_group", lambda c: c.facts.controller.legal_form != "bijkantoor" and names_parent(c))
answered("has_dpo", lambda c: c.facts.dpo.designated, True)


@condition
def tells_dutch_number(case: Case) -> bool:
    """An informal association has no number, and says nothing about one; any number it does have stands in the same sentence."""
    return case.facts.controller.country == "NL" and not is_informal(case.facts.controller)


@condition
def tells_belgian_number(case: Case) -> bool:
    return case.facts.controller.country == "BE" and not is_informal(case.facts.controller)


filled("tells_seat", lambda c: not gives_postal_address_only(c.facts.controller))
filled("tells_postal_address_only", lambda c: gives_postal_address_only(c.facts.controller))
filled("names_responsible_persons", lambda c: c.facts.controller.responsible_persons)


def names_parent(case: Case) -> bool:
    company = case.facts.controller
    return bool(company.parent_name or company.parent_register_number or company.parent_country)


def told_once(facts: Facts) -> frozenset[str]:
    """What of the company is equal to something told beside it, by the words that the clauses use: “btw” of the number, “telefoon” of the telephone."""
    found = {"btw": shares_number(facts.controller), "telefoon": shares_phone(facts)}
    return frozenset(name for name, holds in found.items() if holds)


@condition
def has_privacy_contact(case: Case) -> bool:
    """Somebody to ask about privacy; the telephone of the company stands there already."""
    contact = case.facts.contact
    return any((contact.name, contact.email, contact.phone and not shares_phone(case.facts), contact.address))


@condition
def has_representative(case: Case) -> bool:
    person = case.facts.representative
    return any((person.name, person.register_number, person.address, person.email, person.phone))
