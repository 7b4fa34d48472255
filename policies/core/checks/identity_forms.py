"""What a legal form asks of the identity of the controller: the privacy of a sole trader, and an association that is no legal person (art. 13.1.a)."""

import re
from collections.abc import Iterator

from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from ..facts import Controller
from ..facts.legal_form import gives_postal_address_only, is_informal
from .finding import Finding, Rule
from .review import Review

BSN = Rule("87-vat-number", "error", "87 5.1.c", "CHK-43")
BSN_UNSURE = Rule("87-vat-number-check", "warning", "87 5.1.c", "CHK-43")
POSTAL_ONLY = Rule("13.1.a-postal-address", "info", "13.1.a 14.1.a")
RESPONSIBLE = Rule("13.1.a-responsible", "error", "13.1.a 14.1.a", "CHK-02")

DUTCH_VAT = re.compile(r"(?:NL)?([0-9]{9})B([0-9]{2})")
VAT_ID = "Het btw-id is dat van na 2020. Het staat in Mijn Belastingdienst Zakelijk en ziet eruit als NL000099998B57."


def findings(review: Review) -> Iterator[Finding]:
    company = review.facts.controller
    if company.legal_form == "eenmanszaak":
        yield from _citizen_number(company)
    if gives_postal_address_only(company):
        yield _postal_only(company)
    if is_informal(company) and not company.responsible_persons:
        yield RESPONSIBLE.at(
            "controller.responsible_persons", "Uw vereniging heeft geen nummer. Dan moet de lezer weten wie voor haar aanspreekbaar is.",
            "Vul de naam van minstens één persoon in, bijvoorbeeld van de voorzitter. Heeft uw vereniging wel een nummer, vul dat dan in.",
        )


def _citizen_number(company: Controller) -> Iterator[Finding]:
    """Until 2020 the VAT number of a Dutch sole trader held the citizen's number (art. 46 UAVG); the btw-id that came after has check digits of its own.

    Of nine digits that pass as a citizen's number by chance, one in eleven btw-ids has them. They are told apart by the check of the btw-id as a whole,
    which an old number passes once in 97 times.
    """
    found = DUTCH_VAT.fullmatch(re.sub(r"[\s.\-/]", "", company.vat_number or "").upper())
    if found is None or not bsn.is_valid(found[1]):
        return
    if mod_97_10.is_valid(f"NL{found[1]}B{found[2]}"):
        yield BSN_UNSURE.at(
            "controller.vat_number", "De negen cijfers van dit nummer kunnen ook een burgerservicenummer (BSN) zijn.",
            f"Kijk na of dit uw btw-id is, en niet uw oude btw-nummer. {VAT_ID}",
        )
    else:
        yield BSN.at(
            "controller.vat_number", "Dit is het oude btw-nummer van een eenmanszaak. Daarin staat uw burgerservicenummer (BSN), en dat mag niet openbaar worden.",
            f"Vul uw btw-id in, of laat dit leeg. {VAT_ID}",
        )


def _postal_only(company: Controller) -> Finding:
    shield = ""
    if company.country == "NL" and company.legal_form == "eenmanszaak":
        shield = " Staat uw woonadres als bezoekadres in het Handelsregister, dan kunt u het daar laten afschermen: vraag het aan de KVK en geef haar een ander postadres."
    return POSTAL_ONLY.at(
        "controller.postal_address",
        "Uw verklaring noemt alleen een postadres. Art. 13.1.a AVG vraagt uw identiteit en uw contactgegevens: wie u bent, en hoe men u echt bereikt.",
        f"Kijk na of post daar aankomt, en geef ook een e-mailadres of telefoonnummer.{shield}",
    )
