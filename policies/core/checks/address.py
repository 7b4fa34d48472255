"""Whether the parts of an address agree: postcode and country, town and postcode, seat and register (art. 13.1.a, 5.1.d). All of them may be left with a reason."""

import re
from collections.abc import Iterator
from functools import cache

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.clauses.filters import landnaam
from policies.core.facts import Controller
from policies.core.facts.characters import Refused
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.countries import country as read_country
from policies.core.facts.postal_address import (
    country_in_city,
    has_house_number,
    in_city,
    read_postcode,
    same_town,
    split,
)
from policies.core.facts.values import country_names

POSTCODE = CheckRule("13.1.a-postcode", "warning", "13.1.a 14.1.a 5.1.d")
POSTCODE_SHAPE = CheckRule("13.1.a-postcode-shape", "info", "12.1 13.1.a")
MIXED = CheckRule("13.1.a-address-mixed", "warning", "12.1 13.1.a 5.1.d")
HOUSE_NUMBER = CheckRule("13.1.a-house-number", "warning", "13.1.a 14.1.a 5.1.d")
SEAT_COUNTRY = CheckRule("13.1.a-seat-country", "warning", "13.1.a 14.1.a 5.1.d")
ADDRESS_LINE = CheckRule("13.1.a-address-line", "warning", "13.1.a 14.1.a 5.1.d")

SHAPE = {
    "BE": "Een Belgische postcode heeft vier cijfers, van 1000 tot 9992, bijvoorbeeld 9300.",
    "NL": "Een Nederlandse postcode heeft vier cijfers en twee letters, bijvoorbeeld 3511 AB. De letters SA, SD en SS bestaan niet.",
}
OF = {"BE": "Belgische", "NL": "Nederlandse"}
WHOSE = {"BE": "Belgisch", "NL": "Nederlands"}
NUMBER = {"BE": "ondernemingsnummer", "NL": "KvK-nummer"}
DIGITS = {
    "DE": 5,
    "FR": 5,
    "LU": 4,
}  # of the postcodes of the neighbours, behind the letters of the country that some write
ALONE = "Schrijf hier alleen de postcode, en de plaats in het veld daarna."
# What may be a postcode in an address on one line: digits before a word, that are no number of a house or a box.
LINE_CODE = re.compile(
    r"(?<![\w/.-])(?<![Bb]us )(?<![Nn]r )(?<![Nn]r\. )(?<![Nn]ummer )(?<![Bb]ox )(?:(?:BE?|NL?)[- ]?)?(?P<code>\d{4,6}(?: ?[A-Z]{2}(?![\w'’-]))?),? "
    r"(?!(?:bus|nr|nummer|box|unit|gebouw|te|en|tot|of|verdieping)\b)(?=[^\W\d_]{2}|'[a-z])",
    re.ASCII | re.IGNORECASE,
)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about parts of the address that contradict each other (art. 13.1.a, 5.1.d)."""
    company = review.facts.controller
    yield from _postcode(company)
    yield from _city(company)
    yield from _street(company)
    yield from _seat_country(company)
    for path, text in _lines(review):
        yield from _line(company, path, text)


def _postcode(company: Controller) -> Iterator[Finding]:
    text, country = company.seat_postcode, company.seat_country or company.country
    if not text:
        return
    path, found = "controller.seat_postcode", read_postcode(text, country, company.seat_city)
    if country not in LAW_COUNTRY:
        if company.seat_city and len(company.seat_city) > 2 and company.seat_city.casefold() in text.casefold():
            yield MIXED.at(path, f"De plaats {company.seat_city} staat ook bij de postcode.", ALONE)
        elif country in DIGITS and not re.fullmatch(
            rf"(?:[A-Z]{{1,3}}[ -]?)?\d{{{DIGITS[country]}}}", text, re.IGNORECASE
        ):
            yield POSTCODE.at(
                path,
                f"“{text}” heeft niet de vorm van een postcode in {landnaam(country)}.",
                f"Daar heeft een postcode {DIGITS[country]} cijfers. Kijk de postcode en het land na.",
            )
    elif found is None:
        yield POSTCODE.at(
            path,
            f"“{text}” is geen {OF[country]} postcode.",
            f"{SHAPE[country]} Ligt het adres in een ander land, kies dan dat land.",
        )
    elif (found.country, country) == ("BE", "NL") and not found.rest:
        yield POSTCODE.at(
            path,
            f"Bij de postcode {found.code} ontbreken de twee letters.",
            f"{SHAPE['NL']} Ligt het adres in België, kies dan dat land.",
        )
    elif found.country != country:
        yield POSTCODE.at(
            path,
            f"“{text}” heeft de vorm van een {OF[found.country]} postcode, maar als land staat er {landnaam(country)}. Wat van de twee klopt?",
            f"Verbeter de postcode of het land. {SHAPE[country]}",
        )
    elif found.rest:
        yield MIXED.at(path, f"Bij de postcode staat nog iets: “{found.rest}”.", ALONE)
    elif not found.exists:
        yield POSTCODE.at(path, f"De {OF[country]} postcode {found.code} bestaat niet.", SHAPE[country])
    elif text != found.code:
        yield POSTCODE_SHAPE.at(
            path,
            f"De postcode wordt meestal geschreven als {found.code}. Het land staat in zijn eigen veld.",
            f"Schrijf {found.code}.",
        )


def _city(company: Controller) -> Iterator[Finding]:
    if not company.seat_city:
        return
    path, (_, postcode), (_, country) = "controller.seat_city", in_city(company), country_in_city(company)
    if postcode:
        yield MIXED.at(
            path,
            f"Bij de plaats staat een postcode: {postcode.code}.",
            "Schrijf hier alleen de naam van de plaats, en de postcode in het veld ervoor.",
        )
    elif country:
        yield MIXED.at(
            path,
            f"Bij de plaats staat ook het land: {landnaam(country)}.",
            "Schrijf hier alleen de naam van de plaats, en kies het land in het veld daarna.",
        )
    elif not any(letter.isalpha() for letter in company.seat_city):
        yield MIXED.at(path, f"“{company.seat_city}” is geen naam van een plaats.", "Schrijf de naam van de plaats.")


def _street(company: Controller) -> Iterator[Finding]:
    street, path = company.seat_street, "controller.seat_street"
    if not street:
        return
    if found := split(street, company.seat_country or company.country):
        town = f" {found[1].rest}" if found[1].rest else ""
        yield MIXED.at(
            path,
            f"Bij de straat staat ook de postcode of de plaats: {found[1].code}{town}.",
            "Schrijf hier alleen de straat en het nummer.",
        )
    elif company.seat_city and (end := re.search(r"\d\w*[ ,]+(\D+)$", street)) and same_town(end[1], company.seat_city):
        yield MIXED.at(
            path,
            f"De plaats {company.seat_city} staat ook bij de straat.",
            "Schrijf hier alleen de straat en het nummer.",
        )
    elif not has_house_number(street):
        yield HOUSE_NUMBER.at(
            path,
            f"Bij “{street}” staat geen huisnummer. Hoort er een bij?",
            "Vul het nummer in. Is er echt geen, schrijf dan z/n achter de straat.",
        )


def _seat_country(company: Controller) -> Iterator[Finding]:
    """Yield a finding where the seat lies in another country than the register.

    A branch may have its seat in another country than the one that it is registered in; nobody else has, as a rule.
    """
    country, seat = company.country, company.seat_country
    if not country or not seat or country == seat or company.legal_form == "bijkantoor":
        return
    registered = (
        f"uw {NUMBER[country]} is {WHOSE[country]}"
        if company.register_number
        else f"u bent gevestigd in {landnaam(country)}"
    )
    yield SEAT_COUNTRY.at(
        "controller.seat_country",
        f"Uw zetel ligt volgens u in {landnaam(seat)}, maar {registered}. Klopt dat?",
        "Verbeter het land van het adres of het land van vestiging. Bent u een bijkantoor van een buitenlandse onderneming, kies dan die rechtsvorm.",
    )


# --- addresses on one line ---------------------------------------------------------------------------------------


def _lines(review: Review) -> Iterator[tuple[str, str]]:
    facts = review.facts
    lines = [
        ("controller.postal_address", facts.controller.postal_address),
        ("contact.address", facts.contact.address),
        ("dpo.address", facts.dpo.address),
        ("representative.address", facts.representative.address),
        *((f"joint_controllers.{row.key}.address", row.address) for row in facts.joint_controllers),
    ]
    return ((path, text) for path, text in lines if text)


def _line(company: Controller, path: str, text: str) -> Iterator[Finding]:
    """Yield a finding for a postcode in a one-line address that is none of either country, or not of the country named.

    An address elsewhere is passed over: it names its country.
    """
    named = list(
        dict.fromkeys(_countries()[1][found[0].casefold()] for found in _countries()[0].finditer(text))
    ) or _named_last(text)
    if any(code not in LAW_COUNTRY for code in named):
        return
    country = named[0] if len(named) == 1 else None
    codes = list(LINE_CODE.finditer(text))
    if not codes or len(named) > 1:
        return
    typed = codes[-1]["code"]  # what stands before it may be a number of a house
    found = read_postcode(text[codes[-1].start() :], country or company.country)
    if country is None and found and found.country == "BE" and _lacks_letters(company, found.code):
        yield ADDRESS_LINE.at(path, f"Bij de postcode {found.code} ontbreken de twee letters.", SHAPE["NL"])
    elif found is None or not found.exists:
        yield ADDRESS_LINE.at(
            path,
            f"“{typed.strip()}” is geen Belgische en geen Nederlandse postcode.",
            "Kijk de postcode na. Ligt het adres in een ander land, schrijf dan de naam van het land erbij.",
        )
    elif country and found.country != country:
        yield ADDRESS_LINE.at(
            path,
            f"“{found.code}” is geen {OF[country]} postcode, maar in het adres staat {landnaam(country)}.",
            f"Kijk de postcode en het land na. {SHAPE[country]}",
        )


def _named_last(text: str) -> list[str]:
    """Return the country behind the last comma or in brackets at the end, in another language or as a code.

    Examples: Deutschland, VS, (FR).
    """
    last = re.split(r"[,;(\n]", text.rstrip(" ).;,"))[-1].strip()
    try:
        code = read_country(last) if last and "," in text else None
    except Refused:
        return []
    return [code] if code else []


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the Dutch names of countries as one pattern, and the code of each name in small letters."""
    names = {name.casefold(): code for code, name in country_names().items()}
    return re.compile(
        rf"(?<!\w)({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
    ), names


def _lacks_letters(company: Controller, code: str) -> bool:
    """Return whether four digits are those of the company's own Dutch postcode, without its letters."""
    own = read_postcode(company.seat_postcode or "", "NL")
    return company.country == "NL" and own is not None and own.country == "NL" and own.code.startswith(code)
