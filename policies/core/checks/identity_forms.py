"""What a legal form asks of the identity of the controller: the privacy of a sole trader, and an association that is no legal person (art. 13.1.a)."""

import re
from collections.abc import Iterator

from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.facts import Controller
from policies.core.facts.legal_form import gives_postal_address_only, is_informal

BSN = CheckRule("87-vat-number", "error", "87 5.1.c", "CHK-43")
BSN_UNSURE = CheckRule("87-vat-number-check", "warning", "87 5.1.c", "CHK-43")
RSIN = CheckRule("87-rsin", "error", "87 5.1.c", "CHK-43")
OTHER_NUMBER = CheckRule("87-other-number", "error", "87 5.1.c", "CHK-43")
OTHER_NUMBER_UNSURE = CheckRule("87-other-number-check", "warning", "87 5.1.c", "CHK-43")
POSTAL_ONLY = CheckRule("13.1.a-postal-address", "info", "13.1.a 14.1.a")
RESPONSIBLE = CheckRule("13.1.a-responsible", "error", "13.1.a 14.1.a", "CHK-02")

BELGIAN_NUMBER, DUTCH_NUMBER = "rijksregisternummer", "burgerservicenummer (BSN)"
SAYS_BELGIAN = re.compile(
    r"\b(rijksregister\w*|insz|identificatienummer van de sociale zekerheid|bisnummer)\b", re.IGNORECASE
)
SAYS_DUTCH = re.compile(r"\b(bsn|bsn-\w+|burgerservicenummer|sofi-?nummer)\b", re.IGNORECASE)
SAYS_RSIN = re.compile(r"\b(rsin|fiscaal nummer)\b", re.IGNORECASE)
OTHER_REGISTER = re.compile(r"\b(riziv|inami|big|agb)\b", re.IGNORECASE)  # numbers of professions, of as many digits
DIGITS = re.compile(r"(?<![0-9])[0-9](?:[ ./-]{0,2}[0-9]){7,13}(?![0-9])")
DUTCH_VAT = re.compile(r"(?:NL)?([0-9]{9})B([0-9]{2})")
VAT_ID = "Het btw-id is dat van na 2020. Het staat in Mijn Belastingdienst Zakelijk en ziet eruit als NL000099998B57."


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about what the legal form asks of the identity of the controller (art. 13.1.a)."""
    company = review.facts.controller
    if company.legal_form == "eenmanszaak":
        yield from _citizen_number(company)
        yield from _rsin(company)
    yield from _other_numbers(company)
    if gives_postal_address_only(company):
        yield _postal_only(company)
    if is_informal(company) and not company.responsible_persons:
        yield RESPONSIBLE.at(
            "controller.responsible_persons",
            "Uw vereniging heeft geen nummer. Dan moet de lezer weten wie voor haar aanspreekbaar is.",
            "Vul de naam van minstens één persoon in, bijvoorbeeld van de voorzitter. Heeft uw vereniging wel een nummer, vul dat dan in.",
        )


def _citizen_number(company: Controller) -> Iterator[Finding]:
    """Yield a finding for a VAT number that holds the citizen's number of a Dutch sole trader (art. 46 UAVG).

    Until 2020 it did; the btw-id that came after has check digits of its own.
    Of nine digits that pass as a citizen's number by chance, one in eleven btw-ids has them. They are distinguished by the check of the btw-id as a whole,
    which an old number passes once in 97 times.
    """
    found = DUTCH_VAT.fullmatch(re.sub(r"[\s.\-/]", "", company.vat_number or "").upper())
    if found is None or not bsn.is_valid(found[1]):
        return
    if mod_97_10.is_valid(f"NL{found[1]}B{found[2]}"):
        yield BSN_UNSURE.at(
            "controller.vat_number",
            "De negen cijfers van dit nummer kunnen ook een burgerservicenummer (BSN) zijn.",
            f"Kijk na of dit uw btw-id is, en niet uw oude btw-nummer. {VAT_ID}",
        )
    else:
        yield BSN.at(
            "controller.vat_number",
            "Dit is het oude btw-nummer van een eenmanszaak. Daarin staat uw burgerservicenummer (BSN), en dat mag niet openbaar worden.",
            f"Vul uw btw-id in, of laat dit leeg. {VAT_ID}",
        )


def _rsin(company: Controller) -> Iterator[Finding]:
    """Yield a finding for an RSIN of a sole trader, who is no legal person or partnership and has none.

    Nine digits in its place are mostly those of the person (art. 46 UAVG).
    """
    if company.rsin:
        yield RSIN.at(
            "controller.rsin",
            "Een eenmanszaak heeft geen RSIN. Dit kan uw burgerservicenummer (BSN) zijn, en dat mag niet openbaar worden.",
            "Maak dit leeg. Is uw zaak geen eenmanszaak, kies dan de juiste rechtsvorm.",
        )


def _other_numbers(company: Controller) -> Iterator[Finding]:
    """Yield one finding for the field, of the worst number of a person among those of the company.

    The number itself is not repeated.
    """
    kinds = [kind for kind in (personal_number(line, company) for line in company.other_numbers) if kind]
    sure = next((name for name, is_sure in kinds if is_sure), None)
    if sure:
        yield OTHER_NUMBER.at(
            "controller.other_numbers",
            f"Een van deze nummers is een {sure}. Dat is van een mens, en mag niet openbaar worden.",
            "Haal dat nummer weg.",
        )
    elif kinds:
        yield OTHER_NUMBER_UNSURE.at(
            "controller.other_numbers",
            f"Een van deze nummers kan een {kinds[0][0]} zijn. Dat is van een mens, en mag niet openbaar worden.",
            "Kijk na welk nummer dit is. Is het van een mens, haal het dan weg.",
        )


def personal_number(line: str, company: Controller) -> tuple[str, bool] | None:
    """Return which number of a person a line holds, and whether that is sure; None for no such number.

    The kind follows from its word or its check digits. Eleven digits with a day of birth and the right check digits are a number of the
    Belgian register (one in some hundreds by chance); nine that pass the test of eleven may be anything (one in eleven does).
    """
    if SAYS_BELGIAN.search(line):
        return BELGIAN_NUMBER, True
    if SAYS_DUTCH.search(line) or company.legal_form == "eenmanszaak" and SAYS_RSIN.search(line):
        return DUTCH_NUMBER, True
    for found in DIGITS.finditer(line):
        digits = re.sub(r"\D", "", found[0])
        if len(digits) == 11 and not OTHER_REGISTER.search(line) and _is_belgian_person(digits):
            return BELGIAN_NUMBER, True
        if len(digits) == 9 and company.country != "BE" and not SAYS_RSIN.search(line) and bsn.is_valid(digits):
            return DUTCH_NUMBER, False
    return None


def _is_belgian_person(digits: str) -> bool:
    """Return whether eleven digits are a rijksregisternummer or bisnummer.

    They begin with a day of birth (month + 20 or 40 for a bisnummer), and end with 97 − (the rest mod 97) for either century.
    """
    first, last = digits[:9], int(digits[9:])
    return (
        int(digits[2:4]) % 20 <= 12
        and int(digits[4:6]) <= 31
        and last in {97 - int(number) % 97 for number in (first, f"2{first}")}
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
