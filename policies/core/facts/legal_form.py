"""What a legal form changes about who a controller is.

It decides whether the controller needs a number, and which address may stand in the text.
"""

import re
from typing import TYPE_CHECKING

from policies.core.facts.company import Controller

if TYPE_CHECKING:
    from policies.core.facts import Facts

INFORMAL = frozenset(
    {"informele_vereniging", "vereniging"}
)  # an association may have a number; one without is informal
NUMBERS = ("register_number", "vat_number", "branch_number", "register_court")


def is_informal(company: Controller) -> bool:
    """Tell whether the controller is an association without any number.

    In Belgium a feitelijke vereniging, which is no legal person; in the Netherlands an informele vereniging (art. 2:30
    BW), which need not be in the Handelsregister.
    """
    return company.legal_form in INFORMAL and not any(getattr(company, name) for name in NUMBERS)


def shares_number(company: Controller) -> bool:
    """Tell whether the Belgian VAT number is the register number with BE before it."""
    number, vat = (re.sub(r"\W", "", text or "").upper() for text in (company.register_number, company.vat_number))
    return company.country == "BE" and bool(number) and vat == f"BE{number}"


def shares_phone(facts: "Facts") -> bool:
    """Tell whether questions about privacy go to the telephone of the company."""
    own, company = (re.sub(r"\D", "", text or "") for text in (facts.contact.phone, facts.controller.phone))
    return bool(own) and own == company


def gives_postal_address_only(company: Controller) -> bool:
    """Tell whether a postal address stands in the place of the address of the seat.

    For who lives there: a sole trader, and the people of an association without a number. Art. 13.1.a asks for contact
    details, and names no seat.
    """
    at_home = company.legal_form == "eenmanszaak" or is_informal(company)
    return at_home and bool(company.postal_address) and not (company.seat_street or company.seat_postcode)
