"""An address of which a part stands in the field of another: the part goes where it belongs, where nothing contradicts it."""

import dataclasses
from typing import Any

from policies.core.checks import address
from policies.core.facts import Controller
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.postal_address import read_postcode, tidy
from policies.core.mending.context import FindingContext, Mend, Mender


def _tidy(context: FindingContext) -> Mend | None:
    """Return the mend that moves parts of the address to their own fields, and what moves only after that.

    One press is enough.
    """
    company = context.facts.controller
    moved: dict[str, Any] = {}
    while more := _still_to_move(company):
        company = dataclasses.replace(company, **more)
        moved |= more
    if context.field not in moved:
        return None
    shown = " ".join(filter(None, (company.seat_postcode, company.seat_city)))
    label = f"Maak ervan: {company.seat_street}, {shown}" if "seat_street" in moved else f"Maak ervan: {shown}"
    return context.clean(context.set(label, {f"controller.{name}": value for name, value in moved.items()}), address)


def _still_to_move(company: Controller) -> dict[str, Any]:
    """Return the fields of the address that tidying would change, with their new values."""
    return {name: value for name, value in tidy(company).items() if value != getattr(company, name)}


def _seat_country(context: FindingContext) -> Mend | None:
    """Return the mend to the country of the register, where the postcode is of that country and not of the other."""
    company = context.facts.controller
    found = read_postcode(company.seat_postcode or "", company.country, company.seat_city)
    if (
        company.country not in LAW_COUNTRY
        or found is None
        or found.country != company.country
        or not found.exists
        or found.rest
    ):
        return None
    return context.clean(
        context.set(
            f"Zet het land van het adres op {LAW_COUNTRY[company.country]}",
            {"controller.seat_country": company.country},
        ),
        address,
    )


def _postcode(context: FindingContext) -> Mend | None:
    """Return the mend to the country of the register, for a postcode with the shape of another country."""
    company = context.facts.controller
    return _seat_country(context) if company.seat_country not in (None, company.country) else None


MENDERS: dict[str, Mender] = {
    address.POSTCODE.code: _postcode,
    address.POSTCODE_SHAPE.code: _tidy,
    address.MIXED.code: _tidy,
    address.SEAT_COUNTRY.code: _seat_country,
}
