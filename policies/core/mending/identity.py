"""Mends of the identity of the controller, by the law or by the other answers about the company."""

import re
from collections.abc import Mapping

from policies.core.checks import identity, identity_forms, site_data
from policies.core.checks.identity_forms import personal_number
from policies.core.checks.review import core_of
from policies.core.facts import Controller
from policies.core.facts.choices import APPLIES_TO, LAW_COUNTRY, LEGAL_FORM
from policies.core.facts.plain_data import NUMBERS, check_numbers
from policies.core.mending.context import FindingContext, Mend, Mender

OTHER = {"BE": "NL", "NL": "BE"}
ENDS = {
    "bv": "bv",
    "nv": "nv",
    "vof": "vof",
    "vzw": "vzw",
    "ivzw": "ivzw",
    "commv": "commv",
}  # in cv the two countries mean something else
DUTCH_ENDS = {**ENDS, "cv": "commv", "ua": "cooperatie"}
BELGIAN_ENDS = {**ENDS, "cv": "cv"}
BEGINS = {"stichting": "stichting"}
REPRESENTATIVE = ("name", "register_number", "address", "email", "phone")
REACHED = ("email", "phone", "address")
DPO = ("name", *REACHED)


def _country(context: FindingContext) -> Mend | None:
    """Return the mend to the country of the seat; else to the only one in which the numbers are right."""
    company = context.facts.controller
    fitting = [country for country in LAW_COUNTRY if _fits(country, company)]
    country = company.seat_country if company.seat_country in LAW_COUNTRY else fitting[0] if len(fitting) == 1 else None
    return _to(context, country) if country else None


def _fits(country: str, company: Controller) -> bool:
    """Return whether there are numbers, and all of them are right in that country."""
    given = _numbers(company)
    return any(given.values()) and not check_numbers(country, given)[1]


def _numbers(company: Controller) -> Mapping[str, str | None]:
    return {name: getattr(company, name) for name in NUMBERS}


def _to(context: FindingContext, country: str) -> Mend:
    fixed, faults = check_numbers(country, _numbers(context.facts.controller))
    numbers = {f"controller.{name}": value for name, value in fixed.items() if name not in faults}
    return context.set(
        f"Zet het land van vestiging op {LAW_COUNTRY[country]}", {"controller.country": country, **numbers}
    )


def _number(context: FindingContext) -> Mend | None:
    """Return the mend of a number by its country, or by the other number.

    A Belgian company has the same ten digits in both numbers; numbers of the other country show that the country is wrong.
    """
    company = context.facts.controller
    other = OTHER.get(company.country or "")
    sign = company.seat_country == other or (
        company.seat_country is None and (other == "BE" or bool(company.vat_number))
    )
    if other and sign and _fits(other, company):
        return _to(context, other)
    return _same_digits(context)


def _same_digits(context: FindingContext) -> Mend | None:
    """Return the mend that fills a Belgian register number or VAT number from the one that is right."""
    company = context.facts.controller
    if company.country != "BE":
        return None
    if context.field == "rsin":
        return _rsin(context)
    fixed, faults = check_numbers("BE", _numbers(company))
    register, vat = (None if name in faults else fixed[name] for name in ("register_number", "vat_number"))
    if register and not vat and (context.field == "vat_number"):
        return context.take(f"BE {register}")
    if vat and not register:
        digits = vat.removeprefix("BE ")
        return context.set(f"Zet het ondernemingsnummer op {digits}", {"controller.register_number": digits})
    return None


def _form(context: FindingContext) -> Mend | None:
    """Return the mend to the legal form that stands in the official name."""
    company = context.facts.controller
    words = re.sub(r"[.,]", "", (company.legal_name or "").lower()).split()
    ends = DUTCH_ENDS if company.country == "NL" else BELGIAN_ENDS if company.country == "BE" else ENDS
    form = (ends.get(words[-1]) or BEGINS.get(words[0])) if len(words) > 1 else None
    return context.set(f"Zet op {LEGAL_FORM[form]}", {context.path: form}) if form else None


def _rsin(context: FindingContext) -> Mend | None:
    return context.set("Haal het nummer weg", {"controller.rsin": None})


def _other_number(context: FindingContext) -> Mend | None:
    """Return the mend without the lines that surely hold the number of a person."""
    company = context.facts.controller
    rest = tuple(line for line in company.other_numbers if not (personal_number(line, company) or ("", False))[1])
    return context.set("Haal dat nummer weg", {context.path: rest})


def _apps(context: FindingContext) -> Mend | None:
    return context.set(
        f"Kies {APPLIES_TO['websites_apps'][0].lower()}{APPLIES_TO['websites_apps'][1:]}",
        {"scope.applies_to": "websites_apps"},
    )


def _site_data(context: FindingContext) -> Mend | None:
    return context.set("Antwoord met nee: via de website gaan wel gegevens", {context.path: False})


def _other_contact(context: FindingContext) -> Mend | None:
    """Return the mend that drops an empty contact; of another only the user knows how it is reached."""
    return (
        None if context.row.name or context.row.subject else context.drop(context.above, "Haal het aanspreekpunt weg")
    )


def _contact(context: FindingContext) -> Mend | None:
    facts = context.facts
    return context.take(facts.contact.email or facts.rights.email)


def _representative_spare(context: FindingContext) -> Mend | None:
    """Return the mend that clears the representative, only where the seat and that of the parent lie in the EEA."""
    company = context.facts.controller
    seats = [company.seat_country, *([company.parent_country] if company.legal_form == "bijkantoor" else [])]
    if not all(seat in context.review.law.eea for seat in seats):
        return None
    return context.set("Haal de vertegenwoordiger weg", {f"representative.{name}": None for name in REPRESENTATIVE})


def _has_dpo(context: FindingContext) -> Mend | None:
    """Return the mend that answers yes for a company that gives the address of a DPO."""
    if not any(getattr(context.facts.dpo, name) for name in REACHED):
        return None
    return context.set("Ja, wij hebben een DPO", {"dpo.designated": True})


def _dpo_spare(context: FindingContext) -> Mend | None:
    if context.facts.controller.legal_form == "vlaams_bestuur":
        return _has_dpo(context)
    return context.set("Haal de gegevens van de DPO weg", {f"dpo.{name}": None for name in DPO})


def _joint_activities(context: FindingContext) -> Mend | None:
    """Return the mend with the activities of the same company as a recipient; else with the only activity there is."""
    names = core_of(context.row.name or "")
    own = next(
        (
            row.activities
            for row in context.facts.recipients
            if names & (core_of(row.name or "") | core_of(row.entity or "")) and row.activities
        ),
        (),
    )
    every = tuple(activity.key for activity in context.facts.activities)
    return context.take(own or (every if len(every) == 1 else ()))


def _arrangement(context: FindingContext) -> Mend | None:
    row = context.arrangement([context.row.name])
    return (
        context.set(f"Verwijs naar de afspraak van {row['name']}", {f"{context.above}.url": row["url"]})
        if row
        else None
    )


MENDERS: dict[str, Mender] = {
    identity.COUNTRY.code: _country,
    identity.FORM.code: _form,
    identity.NUMBER.code: _same_digits,
    identity.WRONG_NUMBER.code: _number,
    identity.VAT_DIFFERS.code: _same_digits,
    identity.CONTACT.code: _contact,
    identity.OTHER_CONTACT.code: _other_contact,
    identity.APPS_OUTSIDE.code: _apps,
    identity_forms.RSIN.code: _rsin,
    identity_forms.OTHER_NUMBER.code: _other_number,
    site_data.SITE_DATA.code: _site_data,
    identity.REPRESENTATIVE_SPARE.code: _representative_spare,
    identity.DPO_UNKNOWN.code: _has_dpo,
    identity.DPO_REQUIRED.code: _has_dpo,
    identity.DPO_SPARE.code: _dpo_spare,
    identity.JOINT_ACTIVITIES.code: _joint_activities,
    identity.JOINT_ARRANGEMENT.code: _arrangement,
}
