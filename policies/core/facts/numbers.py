"""Numbers of a company.

They are read as people have them on a letter or a receipt, checked by their check digits, and kept in one way of
writing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from stdnum import exceptions as stdnum_errors
from stdnum.be import vat as kbo
from stdnum.nl import bsn, btw

from policies.core.facts.characters import Refused, narrow

KIND = (
    r"KVK|RSIN|COC|KBO|BCE|CBE|BTW|TVA|VAT|RPR|RPM|OB|OMZETBELASTINGS?|ONDERNEMINGS?|OND|BEDRIJFS?|FIRMA|COMPANY|VESTIGINGS?(?:EENHEIDS?)?|VEST|HANDELSREGISTER|HR|REGISTER|REGISTRATIE|"
    r"INSCHRIJVINGS?|INSCHRIJF|DOSSIER|MOEDER"
)
NUMBER = r"NUMMER|NUMMERS|NUMBER|NR|NRS|NO|N|NUM|ID|IDENTIFICATIE|IDENTIFICATIENUMMER|IDENTIFICATIENR"
LABEL = re.compile(
    rf"(?:{KIND})(?:{NUMBER})?|{NUMBER}|KAMER|VAN|V|KOOPHANDEL|CHAMBER|OF|COMMERCE|IN|HET|DE|ONS|ONZE|UW|MIJN|IS|ON|ONDER|MET|VE|INGESCHREVEN|GEREGISTREERD|BIJ|PLICHTIG",
)
LETTER_O = re.compile(r"(?:\b|(?<=\bBE)|(?<=\bNL))O+(?=[0-9])|(?<=[0-9])O+(?![AC-Z])")  # the letter for the digit
BETWEEN = re.compile(r"(?<=[0-9])\s*[,_·•]\s*(?=[0-9])")  # what a keyboard or a list gives for a dot
COURT = re.compile(r"\b(?:RPR|RPM|RECHTSPERSONENREGISTER)\b")
COUNTRY = ("BE", "NL")
# In front of the digits: dots and dashes in an abbreviation (K.v.K.-nr.) are no words.
ABBREVIATED = re.compile(r"(?<=\b[A-Z])(?:\.\s?| )(?=[A-Z]\b)")
BODY = re.compile(r"[0-9][0-9 ./-]*(?:B[ .-]*[0-9][0-9 .-]*)?")
BELGIAN = re.compile(r"(?:BE ?)?[01][0-9]{3}\.[0-9]{3}\.[0-9]{3}")


@dataclass(frozen=True)
class Numbers:
    """What follows from one number. A field that does not follow is None."""

    country: str
    register_number: str | None = None
    vat_number: str | None = None


@dataclass(frozen=True)
class _Taken:
    """A number taken apart.

    It is the country before it, the words before it, its digits (of a Dutch VAT number with B), and what else stands
    there.
    """

    country: str
    labels: tuple[str, ...]
    digits: str
    rest: str

    @property
    def is_for_vat(self) -> bool:
        """Return whether the words before or behind the number say that it is for VAT."""
        return any(word.startswith(("BTW", "TVA", "VAT")) for word in self.labels)


def read_number(text: str) -> Numbers:
    """Return what follows from a KBO or KvK number, a Belgian VAT number or a Dutch btw-id, however it is written.

    A Belgian VAT number is BE with the enterprise number (art. 50 Btw-wetboek), so the one gives the other. Without BE
    or the word btw it says nothing about VAT: many do not charge it. A Dutch btw-id gives no KvK number.

    Raises Refused with what is wrong.
    """
    taken = _taken(text)
    if not taken.rest:
        if taken.country == "NL" and "B" in taken.digits or re.fullmatch(r"[0-9]{9}B[0-9]{2}", taken.digits):
            return Numbers("NL", vat_number=vat_number("NL", text))
        if taken.country != "BE" and re.fullmatch(r"[0-9]{8}", taken.digits):
            return Numbers("NL", register_number=register_number("NL", text))
        if taken.country != "NL" and (taken.country == "BE" or re.fullmatch(r"[0-9]{9,}", taken.digits)):
            number = register_number("BE", text)
            return Numbers("BE", number, f"BE {number}" if taken.country or taken.is_for_vat else None)
    raise Refused(
        _strange(taken)
        or "Dit nummer herkennen wij niet. Een Belgisch ondernemingsnummer heeft 10 cijfers (0123.456.749), een KvK-nummer 8."
    )


def register_number(country: str, number: str) -> str:
    """Return a KBO number as 0123.456.749 or a KvK number as eight digits.

    The check digits of a KBO number are 97 − (first eight mod 97). Raises Refused.
    """
    taken = _taken(number)
    if strange := _strange(taken):
        raise Refused(strange)
    if country == "NL":
        if not re.fullmatch(r"[0-9]{8}", taken.digits) or taken.country:
            raise Refused("Een KvK-nummer heeft precies 8 cijfers, bijvoorbeeld 12345678.")
        return taken.digits
    digits = (
        taken.digits.zfill(10) if len(taken.digits) == 9 else taken.digits
    )  # from before 2005, or a spreadsheet took the zero
    if not re.fullmatch(r"[01][0-9]{9}", digits) or taken.country == "NL":
        raise Refused("Een ondernemingsnummer heeft 10 cijfers en begint met 0 of 1, bijvoorbeeld 0123.456.749.")
    if not kbo.is_valid(digits):
        raise Refused(
            "Dit ondernemingsnummer klopt niet: het controlegetal (de laatste twee cijfers) past niet bij de rest."
        )
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def branch_number(country: str, number: str) -> str:
    """Return a branch number: BE ten digits with check digits as 2.123.456.789; NL twelve digits. Raises Refused."""
    taken = _taken(number)
    if strange := _strange(taken):
        raise Refused(strange)
    digits = taken.digits
    if country == "NL":
        if not re.fullmatch(r"[0-9]{12}", digits):
            raise Refused("Een Nederlands vestigingsnummer heeft 12 cijfers, bijvoorbeeld 000012345678.")
        return digits
    if not re.fullmatch(r"[2-8][0-9]{9}", digits) or 97 - int(digits[:8]) % 97 != int(digits[8:]):
        raise Refused(
            "Een Belgisch vestigingsnummer heeft 10 cijfers, begint met 2 tot 8 en heeft een kloppend controlegetal."
        )
    return f"{digits[0]}.{digits[1:4]}.{digits[4:7]}.{digits[7:]}"


def vat_number(country: str, number: str) -> str:
    """Return a Belgian VAT number as BE 0123.456.749, or a Dutch btw-id. Raises Refused.

    A Belgian number is without BE under the exemption scheme.
    """
    taken = _taken(number)
    if strange := _strange(taken):
        raise Refused(strange)
    if country == "NL":
        try:
            return "NL" + btw.validate(
                taken.digits if taken.country != "BE" else number
            )  # validate takes it with or without NL and gives it without
        except stdnum_errors.ValidationError:
            raise Refused(
                "Dit btw-id klopt niet. Het ziet eruit als NL000099998B57 en heeft een controlegetal."
            ) from None
    prefix = "BE " if taken.country == "BE" or taken.is_for_vat else ""
    try:
        return prefix + register_number("BE", number)
    except Refused:
        raise Refused(
            "Dit btw-nummer klopt niet: BE en 10 cijfers, met een kloppend controlegetal. Schrijf het als BE 0123.456.749."
        ) from None


def rsin(country: str, number: str) -> str:
    """Return the RSIN of a Dutch legal person or partnership: nine digits that pass the test of eleven.

    Raises Refused.
    """
    taken = _taken(number)
    digits = taken.digits.zfill(9) if len(taken.digits) == 8 else taken.digits
    if country != "NL":
        raise Refused("Een RSIN bestaat alleen in Nederland. Laat dit leeg.")
    if taken.rest or not re.fullmatch(r"[0-9]{9}", digits) or not bsn.is_valid(digits):
        raise Refused("Een RSIN heeft 9 cijfers, bijvoorbeeld 001234560, en een controlegetal dat klopt.")
    return digits


def _taken(text: str) -> _Taken:
    """Take a number apart. The words in front of it are labels, or they come back in `rest`."""
    plain = ABBREVIATED.sub("", _digits(text)).strip(" .,;:()")
    found = re.search(r"[0-9]", plain)
    if not found:
        return _Taken("", (), "", plain)
    words = re.findall(r"[^\W\d_]+", plain[: found.start()])
    if words and words[-1] not in COUNTRY and words[-1].endswith(COUNTRY) and LABEL.fullmatch(words[-1][:-2]):
        words[-1:] = [words[-1][:-2], words[-1][-2:]]
    country = words.pop() if words and words[-1] in COUNTRY else ""
    body = BODY.match(plain, found.start())
    assert body is not None  # it begins with the digit that was found
    after = re.findall(r"[^\W_]+", plain[body.end() :])
    strange = [word for word in (*words, *after) if not LABEL.fullmatch(word)]
    return _Taken(country, (*words, *after), re.sub(r"[^0-9B]", "", body[0]), " ".join(strange))


def _digits(text: str) -> str:
    """Return a text in capitals, with the digit for the letter O, a dot for what stands for one, and no brackets."""
    return re.sub(
        r"\(([0-9]+)\)",
        r"\1 ",
        BETWEEN.sub(".", LETTER_O.sub(lambda letters: "0" * len(letters[0]), narrow(text).upper())),
    )


def _strange(taken: _Taken) -> str:
    """Return what to say of words that are no part of a number; empty when there are none."""
    if not taken.rest or not taken.digits:
        return "" if taken.digits else "Hier hoort een nummer, in cijfers."
    court = " Het rechtspersonenregister heeft een eigen veld." if any(map(COURT.fullmatch, taken.labels)) else ""
    return f"Hier hoort alleen het nummer. “{taken.rest[:40].lower()}” hoort er niet bij.{court}"


# --- before the country is known ---------------------------------------------------------------------------------


def plain_number(text: str) -> str:
    """Return a number without the words before it, so that it fits its field; BE stays, for VAT.

    The rules of a country are asked later.
    """
    taken = _taken(text)
    if taken.rest or not taken.digits:
        return text
    body = BODY.search(_digits(text))
    assert body is not None  # there are digits
    digits = re.sub(r"\s*[-/]\s*", "-", body[0].strip(" ./-"))
    belgian = taken.country == "BE" or (taken.is_for_vat and re.fullmatch(r"[0-9]{9,10}", taken.digits))
    return f"BE {digits}" if belgian else f"{taken.country}{digits}"


def foreign_number(text: str) -> str:
    """Return a number in a register somewhere.

    A Belgian or Dutch one gets its own way of writing where it says that it is one; any other stays as it is.
    """
    try:
        taken = _taken(text)
        if taken.labels or taken.country or BELGIAN.fullmatch(narrow(text).upper()):
            found = read_number(text)
            return found.register_number or found.vat_number or text
    except Refused:
        pass
    return text


def postcode(text: str) -> str:
    """Return a postcode without the country before it, a Dutch one as 3511 AB."""
    plain = re.sub(r"^(?:postcode|pc)\b[:. ]*", "", narrow(text).strip(" .,;:()\"'"), flags=re.IGNORECASE)
    plain = re.sub(
        r"(?<=[0-9])(?<![0-9]{4})[oO]+(?![A-Za-z])", lambda letters: "0" * len(letters[0]), plain
    )  # 3511OB has a letter O
    if found := re.fullmatch(r"(?:NL ?[-.]? ?)?([1-9] ?[0-9]{3}) ?[-.]? ?([A-Za-z]) ?([A-Za-z])", plain, re.IGNORECASE):
        return f"{found[1].replace(' ', '')} {found[2].upper()}{found[3].upper()}"
    found = re.fullmatch(r"(?:BE?)? ?[-.]? ?([1-9][0-9]{3})", plain, re.IGNORECASE)
    return found[1] if found else plain or text


NOTATIONS: dict[str, Callable[[str], str]] = {"number": plain_number, "foreign": foreign_number, "postcode": postcode}
