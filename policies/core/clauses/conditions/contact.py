"""Who the company is, how it is reached, and its other roles: on social media and as a processor."""

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.registry import answered, condition, filled
from policies.core.facts import Facts
from policies.core.facts.legal_form import gives_postal_address_only, is_informal, shares_number, shares_phone

# --- who ---

answered("country_not_answered", lambda c: c.facts.controller.country, None)
answered("is_branch", lambda c: c.facts.controller.legal_form, "bijkantoor")
answered("has_dpo", lambda c: c.facts.dpo.designated, True)
filled("is_within_group", lambda c: c.facts.controller.group_name)
filled("names_responsible_persons", lambda c: c.facts.controller.responsible_persons)


@condition
def is_no_branch(case: Case) -> bool:
    """Say whether the company is no branch of a foreign one; an open legal form counts as none."""
    return case.facts.controller.legal_form != "bijkantoor"


@condition
def belongs_to_group(case: Case) -> bool:
    """Say whether the company is no branch and yet names a parent company."""
    return is_no_branch(case) and names_parent(case)


def names_parent(case: Case) -> bool:
    """Say whether a parent company is named, by its name, its number or its country."""
    company = case.facts.controller
    return bool(company.parent_name or company.parent_register_number or company.parent_country)


@condition
def tells_dutch_number(case: Case) -> bool:
    """Say whether a Dutch company has a number to state.

    An informal association has none, and states nothing about it; any number that it does have stands in the same
    sentence.
    """
    return case.facts.controller.country == "NL" and not is_informal(case.facts.controller)


@condition
def tells_belgian_number(case: Case) -> bool:
    """Say whether a Belgian company has a number to state; an informal association has none."""
    return case.facts.controller.country == "BE" and not is_informal(case.facts.controller)


@condition
def tells_other_numbers(case: Case) -> bool:
    """Say whether the company states an RSIN or numbers of an approval or a licence."""
    return bool(case.facts.controller.rsin or case.facts.controller.other_numbers)


# --- how it is reached ---

filled("has_contact_form", lambda c: c.facts.contact.form_url)
filled("has_contact_hours", lambda c: c.facts.contact.hours)
filled("has_other_contacts", lambda c: c.facts.contact.others)


@condition
def tells_seat(case: Case) -> bool:
    """Say whether the address of the seat is stated (art. 13.1.a)."""
    return not gives_postal_address_only(case.facts.controller)


@condition
def tells_postal_address_only(case: Case) -> bool:
    """Say whether a postal address stands in the place of the seat, which is somebody's home."""
    return gives_postal_address_only(case.facts.controller)


def repeated_details(facts: Facts) -> frozenset[str]:
    """Return which details of the company equal another that stands beside them, by the words that the clauses use.

    “btw”: the VAT number is the register number. “telefoon”: privacy has the telephone of the company.
    """
    found = {"btw": shares_number(facts.controller), "telefoon": shares_phone(facts)}
    return frozenset(name for name, holds in found.items() if holds)


@condition
def has_privacy_contact(case: Case) -> bool:
    """Say whether there is somebody to ask about privacy; the telephone of the company stands there already."""
    contact = case.facts.contact
    return any((contact.name, contact.email, contact.phone and not shares_phone(case.facts), contact.address))


@condition
def has_representative(case: Case) -> bool:
    """Say whether a representative in the EU is named (art. 27)."""
    person = case.facts.representative
    return any((person.name, person.register_number, person.address, person.email, person.phone))


# --- its other roles ---

filled("links_elsewhere", lambda c: c.facts.links.external)
filled("buttons_belong", lambda c: c.facts.links.buttons_activity)
filled("has_buttons", lambda c: c.facts.links.buttons)
filled("has_profiles", lambda c: c.facts.links.profiles)
filled("is_processor", lambda c: c.facts.processor_role.services)


@condition
def has_processor_agreement(case: Case) -> bool:
    """Say whether the place of the processing agreement is given, in words or as a link (art. 28.3)."""
    return bool(case.facts.processor_role.agreement_where or case.facts.processor_role.agreement_url)
