"""The parts of an address: the postcodes of Belgium and the Netherlands, and a part in the field of another.

Belgium: four digits, 1000 to 9992 (bpost). The Netherlands: four digits, 1000 to 9999, and two letters, which are never
SA, SD or SS (PostNL).
"""

import re
from dataclasses import dataclass

from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.company import Controller
from policies.core.facts.values import country_names

LAST = {"BE": 9992, "NL": 9999}
NEVER = frozenset({"SA", "SD", "SS"})
CODE = re.compile(
    r"(?:(?P<sign>BE?|NL?)[ -]*)?(?P<digits>[1-9]\d{3})(?!\d)(?: ?(?P<letters>[A-Za-z]{2})(?![A-Za-zÀ-ÿ'’-]))?(?P<rest>.*)",
    re.IGNORECASE,
)
# A postcode with its town behind a street and its number, or behind a comma: else the digits are the number of the house.
AFTER = re.compile(
    r"(?P<before>.*\d.*?[ ,]|.*,) *(?P<after>(?<![\w.-])(?:(?:BE?|NL?)[ -]?)?[1-9]\d{3}(?!\d)(?: ?[A-Z]{2}(?![A-Za-zÀ-ÿ'’-]))?(?:,? *[A-ZÀ-Ý'][^\d]+)?)"
)
SPARE = " ,.;:-–()"
NO_NUMBER = re.compile(r"\d|\b(z ?[./]? ?n|s/n|zonder nummer|ongenummerd)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Postcode:
    """A postcode as somebody wrote it.

    It has the country whose shape it has, the code in its usual shape (9300, 3511 AB), and what stands behind it.
    """

    country: str
    code: str
    rest: str

    @property
    def exists(self) -> bool:
        """Return whether a postcode of that country can have these digits and letters."""
        return int(self.code[:4]) <= LAST[self.country] and self.code[5:] not in NEVER


def read_postcode(text: str, country: str | None = None, city: str | None = None) -> Postcode | None:
    """Return the postcode with which a text begins; None for a text that begins with none.

    `country` and `city` decide where two letters may be the beginning of a town: 9840 De Pinte, 3665 As.
    """
    found = CODE.fullmatch(text.strip())
    if found is None:
        return None
    digits, letters, rest = found["digits"], found["letters"] or "", found["rest"].strip(SPARE)
    sign = (found["sign"] or "")[:1].upper()
    if letters and (sign == "B" or not _are_letters(letters, rest, country, city)):
        letters, rest = "", f"{letters} {rest}".strip()
    if letters:
        return Postcode("NL", f"{digits} {letters.upper()}", rest)
    return Postcode("NL" if sign == "N" else "BE", digits, rest)


def _are_letters(letters: str, rest: str, country: str | None, city: str | None) -> bool:
    """Tell whether two letters belong to a Dutch postcode, and are no town or the first word of one."""
    if city and f"{letters} {rest}".strip().casefold() == city.casefold():
        return False
    if letters.isupper():
        return country == "NL" or not (rest and rest.isupper())
    return letters.islower() and (country == "NL" or not rest)


def split(text: str, country: str | None = None) -> tuple[str, Postcode] | None:
    """Return what stands before a postcode with its town at the end of a text, and that postcode with its town.

    Return None where there is none.
    """
    found = AFTER.fullmatch(text)
    postcode = read_postcode(found["after"], country) if found else None
    if found is None or postcode is None or not postcode.exists or not (postcode.rest or found["before"].endswith(",")):
        return None
    return found["before"].strip(SPARE), postcode


def has_house_number(street: str) -> bool:
    """Tell whether a street has a number, or says that it has none."""
    return bool(NO_NUMBER.search(street))


def tidy(company: Controller) -> dict[str, str]:
    """Return what belongs in the fields of the seat of which a part stood in another field, by name.

    Only what leaves no choice is in it: a part that would contradict another answer stays where it is.
    """
    return _of_postcode(company) or _of_city(company) or _of_country(company) or _of_street(company)


def _of_postcode(company: Controller) -> dict[str, str]:
    country, city = company.seat_country or company.country, company.seat_city
    found = read_postcode(company.seat_postcode or "", country, city)
    if (
        found is None
        or not found.exists
        or found.code == company.seat_postcode
        or (country in LAW_COUNTRY and found.country != country)
    ):
        return {}
    if found.rest and not same_town(city or found.rest, found.rest):
        return {}
    return {"seat_postcode": found.code} | ({"seat_city": found.rest} if found.rest and not city else {})


def _of_city(company: Controller) -> dict[str, str]:
    town, found = in_city(company)
    if found is None:
        return {}
    there = read_postcode(company.seat_postcode or "", found.country, town)
    if not town or (company.seat_postcode and (there is None or there.code != found.code)):
        return {}
    return {"seat_city": town, "seat_postcode": found.code}


def in_city(company: Controller) -> tuple[str, Postcode | None]:
    """Return the town and the postcode that the field of the town holds: before it, behind it or alone."""
    text, country = company.seat_city or "", company.seat_country or company.country
    if found := read_postcode(text, country):
        return found.rest, found
    behind = re.fullmatch(r"(\D+?)[ ,(]+((?:(?:BE?|NL?)-)?[1-9]\d{3}(?: ?[A-Z]{2})?)\)?", text)
    return (behind[1].strip(SPARE), read_postcode(behind[2], country)) if behind else (text, None)


def _of_country(company: Controller) -> dict[str, str]:
    town, code = country_in_city(company)
    if not code or company.seat_country not in (None, code):
        return {}
    return {"seat_city": town, "seat_country": code}


def country_in_city(company: Controller) -> tuple[str, str]:
    """Return the town and the code of the country that stands behind it in the same field.

    The code is empty where there is none.
    """
    names = country_names()
    for code in LAW_COUNTRY:
        if found := re.fullmatch(
            rf"(.+?)[ ,(]+(?:{names[code]}|(?-i:{code}))\)?", company.seat_city or "", re.IGNORECASE
        ):
            return found[1].strip(SPARE), code
    return company.seat_city or "", ""


def _of_street(company: Controller) -> dict[str, str]:
    country = company.seat_country or company.country
    street, found = split(company.seat_street or "", country) or ("", None)
    if found is None or not street or not has_house_number(street):
        return {}
    there = read_postcode(company.seat_postcode or "", country, company.seat_city)
    if (company.seat_postcode and (there is None or there.code != found.code)) or not same_town(
        company.seat_city or found.rest, found.rest
    ):
        return {}
    return {"seat_street": street, "seat_postcode": found.code, "seat_city": company.seat_city or found.rest}


def same_town(one: str, other: str) -> bool:
    """Tell whether two names are of one town, whatever their capitals, hyphens and country."""
    plain = [
        re.sub(
            rf"[\W_]+|\b({'|'.join(country_names()[code] for code in LAW_COUNTRY)})\b",
            "",
            name.casefold(),
            flags=re.IGNORECASE,
        )
        for name in (one, other)
    ]
    return plain[0] == plain[1]
