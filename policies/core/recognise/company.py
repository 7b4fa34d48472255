"""Who the company is, as far as a text says it plainly: numbers with a check digit, how to reach it, its name with its legal form, one address."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from policies.core.facts import paths
from policies.core.facts.values import Refused, parse, register_number, rsin, vat_number
from policies.core.reading.marks import AUTHORITY_MAIL, DASH, NO_NAMES, NO_PHONE, PHONE
from policies.core.reading.text import SourceSentence
from policies.core.recognise.affirmed import NEGATION, AffirmedText
from policies.core.recognise.found import RecognisedFact

TOP = 12  # sentences that stand at the top
MOST_SITES = 5
# Somebody else's details: of a DPO, a representative, an authority, a parent company.
DPO = re.compile(
    r"\bfunctionaris voor (?:de )?gegevensbescherming\b|\bdata protection officer\b|\b(?:DPO|FG)\b", re.IGNORECASE
)
OTHERS = re.compile(
    rf"{DPO.pattern}|\bvertegenwoordiger\b|\b(?:samen|gezamenlijk) verantwoordelijk|\btoezichthouder|\bmoeder\w*\b|\bverwerker\b|\bontvanger\b|\bklacht\b|\bautoriteit\b",
    re.IGNORECASE,
)
SERVICE = re.compile(r"\bgebruik van\b|\bwerk(?:en|t)?(?: wij| we| ik)?(?: samen)? met\b", re.IGNORECASE)
MAIL = re.compile(r"(?<![\w.+-])([\w+][\w.+'-]*)@([\w-]+(?:\.[\w-]+)+)")
SITE = re.compile(r"(?<![@\w.-])(?:https?://)?((?:www\.)?[^\W_][\w-]*(?:\.[\w-]+)*\.[a-z]{2,})(?![\w@])", re.IGNORECASE)
OWN_SITE = re.compile(
    r"\b(?:onze|deze|mijn) (?:website|webshop|webwinkel|site)|\b(?:geldt|van toepassing)\b.* (?:op|voor)\b|^website\b",
    re.IGNORECASE,
)
CONTACT = re.compile(r"\bcontact|bereik|\bwie (?:zijn|is|wij)|verantwoordelijk", re.IGNORECASE)
APART = f"[ ./{DASH}]"
ENTERPRISE = re.compile(
    rf"(?:\b(?:ondernemingsnummer|ondernemingsnr|bedrijfsnummer|kbo|btw|rpr|rechtspersonenregister)\D{{0,40}}?(?:BE)?|\b(?P<prefix>BE))[ .-]?(?P<number>(?:[01]\d{{3}}|(?<!\d)[4-9]\d{{2}}){APART}?\d{{3}}{APART}?\d{{3}})(?!\.?\d)",
    re.IGNORECASE,
)
CHAMBER = re.compile(
    rf"\b(?:kvk|k\.v\.k\.|kamer van koophandel|handelsregister)\D{{0,40}}?(?P<number>\d(?:{APART}?\d){{7}})(?!\d)",
    re.IGNORECASE,
)
DUTCH_VAT = re.compile(rf"\b(?:NL{APART}?)?\d(?:{APART}?\d){{8}}{APART}?B{APART}?\d{{2}}\b", re.IGNORECASE)
RSIN = re.compile(rf"\bRSIN\D{{0,20}}?(?P<number>\d(?:{APART}?\d){{8}})(?!\d)", re.IGNORECASE)
DAYS = r"(?:werkdag(?:en)?|weekdag(?:en)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
HOUR = r"\d{1,2}(?:[.:u]\d{2})? ?(?:uur|u\b|h\b)?"
HOURS = re.compile(
    rf"\b(?:(?:op|elke|van) {DAYS}(?:(?: tot(?: en met)?| t/m| en|,) {DAYS})*,?(?: van| tussen)? {HOUR} (?:tot|en|-) {HOUR})(?<! )",
    re.IGNORECASE,
)
AT_HOURS = re.compile(r"\b(?:bereik\w*|bellen|belt|telefonisch)\b", re.IGNORECASE)
FORM_AT = re.compile(r"(?:https?://|\bwww\.)[^\s<>()\"”]+[^\s<>()\"”.,;:!?]")
GROUP = re.compile(
    r"\b(?:[Ww]ij maken|[Ww]e maken|maken wij|maken we) deel uit van (?:de )?(?P<name>(?:[Gg]roep )?[A-ZÀ-Ý][\w&'’-]*(?: (?:[A-ZÀ-Ý&][\w&'’-]*|groep|holding)){0,4})"
)
TWO_PHONES = re.compile(
    r"\s*(?:[/|,;(+–-]|\bof\b|\ben\b)?\s*(?:(?:tel(?:efoon)?|gsm|mobiel|mob|[tm])\b[.:]*\s*)?", re.IGNORECASE
)  # between two numbers of one company
# A cv is left out: it is a curriculum vitae as well.
FORMS = {
    "bv": "bv",
    "nv": "nv",
    "vof": "vof",
    "commv": "commv",
    "vzw": "vzw",
    "ivzw": "ivzw",
    "bvba": "bv",  # the Code of companies and associations made every bvba a bv on 1 January 2024
}
FORM = r"(?:BVBA|BV|NV|VOF|CommV|IVZW|VZW|bvba|bv|nv|vof|commv|ivzw|vzw|B\.V\.(?:B\.A\.)?|N\.V\.|V\.O\.F\.|V\.Z\.W\.)"
WORD = r"[A-Z0-9À-Ý][\w&.'’-]*"
COMPANY = re.compile(
    rf"(?<![\w&.'’-])(?P<name>{WORD}(?: (?:{WORD}|&|en|de|het|van|der|den|te|ten|ter|'t|aan|in|op|la|le|du|of)){{0,6}}?) (?:\((?P<inside>{FORM})\)|(?P<form>{FORM}))(?![\w-])"
)
STREET = r"(?:[A-ZÀ-Ý][\w.'’-]*|'[st])(?: (?:[A-ZÀ-Ý][\w.'’-]*|van|de|der|den|het|ter|ten|'t|op|aan)){0,5} \d{1,4} ?[a-zA-Z]?(?:[ /-]?(?:bus|bte|b) ?\w{1,4})?"
CITY = r"[A-ZÀ-Ý][\w'’-]+(?: (?:[A-ZÀ-Ý][\w'’-]+|aan|op|den|de|der|bij)){0,3}"
ADDRESS = re.compile(
    rf"(?<![\w.'’-])(?P<street>{STREET})(?:,| te| in| -|;)? +(?:BE?-|NL-)?(?P<postcode>[1-9]\d{{3}}(?: ?[A-Z]{{2}}\b|[a-z]{{2}}\b)?),? (?P<city>{CITY})"
)
POST = re.compile(r"; post naar\b")  # where letters go, behind the address
NO_STREET = re.compile(
    r"^(?:Adres|Zetel|Hoofdzetel|Maatschappelijke|Bezoekadres|Vestigingsadres|Postadres|Postbus|Kantoor|Vestiging)\b:? ?|^\w*[Pp]ostbus\b.*"
)

NumberedFact = tuple[int, RecognisedFact]


def fields(affirmed: AffirmedText, country: str | None, wants_country: bool) -> Iterator[NumberedFact]:
    """Yield each field once, with the number of its sentence. A number is proposed only when its check digit is right."""
    own = [one for one in affirmed.reading.sentences if one.kind != "heading" and not OTHERS.search(one.text)]
    there: set[str] = set()
    for number, path, value in (
        *_numbers(own, country),
        *_reached(affirmed, own),
        *_named(own, affirmed),
        *_seat(affirmed, own),
        *_officer(affirmed),
        *_other_details(affirmed, own, country),
    ):
        if path not in there and _fits(path, value):
            there.add(path)
            yield number, RecognisedFact("field", path, paths.spec_at(path).label, affirmed.quote(number), value)
            if wants_country and path == "controller.register_number":
                yield (
                    number,
                    RecognisedFact(
                        "field",
                        "controller.country",
                        paths.spec_at("controller.country").label,
                        affirmed.quote(number),
                        "BE" if "." in value else "NL",
                    ),
                )


def _fits(path: str, value: str) -> bool:
    try:
        return bool(parse(paths.spec_at(path), value)) or value == "nee"
    except Refused:
        return False


FieldsInText = Iterator[tuple[int, str, str]]  # number of the sentence, path, value


def _numbers(own: list[SourceSentence], country: str | None) -> FieldsInText:
    """Yield register and VAT numbers.

    There are none of a kind when the text names several, for then it is not clear which is the company's.
    """
    found: dict[str, dict[str, int]] = {}

    def note(path: str, value: str | None, number: int) -> None:
        if value:
            found.setdefault(path, {}).setdefault(value, number)

    for one in own:
        if not any(ch.isdigit() for ch in one.text):
            continue
        for said in ENTERPRISE.finditer(one.text) if country != "NL" else ():
            value = _checked(register_number, "BE", said["number"])
            note("controller.register_number", value, one.number)
            if value and (said["prefix"] or "btw" in said[0].lower()):
                note("controller.vat_number", f"BE {value}", one.number)
        for said in CHAMBER.finditer(one.text) if country != "BE" else ():
            note("controller.register_number", _checked(register_number, "NL", said["number"]), one.number)
        for said in DUTCH_VAT.finditer(one.text) if country != "BE" else ():
            note("controller.vat_number", _checked(vat_number, "NL", said[0]), one.number)
    for path, values in found.items():
        if len(values) == 1:
            yield next(iter(values.values())), path, next(iter(values))


def _checked(check: Callable[[str, str], str], country: str, text: str) -> str | None:
    try:
        return check(country, text)
    except Refused:
        return None


def _reached(affirmed: AffirmedText, own: list[SourceSentence]) -> FieldsInText:
    """Yield mail, telephone and websites. An address at somebody else's domain, such as that of a service, is not the company's.

    What stands at the top or under a heading on contact goes before a number that is given elsewhere, such as for questions on
    privacy.
    """
    services = affirmed.rules.domains
    contact, domains = affirmed.reading.marks["contact"], set()
    for one in sorted(
        own, key=lambda one: not (one.number < TOP or CONTACT.search(one.heading)) or "privacy" in one.text.lower()
    ):
        if ("@" not in one.text and not any(ch.isdigit() for ch in one.text)) or not contact(affirmed.reading, one):
            continue
        for found in MAIL.finditer(one.text):
            user, domain = found[1].lower(), found[2].lower().rstrip(".")
            if domain.split(".")[-2] not in services:
                domains.add(domain)
                if path := _box(user):
                    yield one.number, path, found[0].rstrip(".")
        bare = NO_PHONE.sub("", ENTERPRISE.sub("", CHAMBER.sub("", RSIN.sub("", one.text))))
        yield from ((one.number, "controller.phone", phone) for phone in _phones(bare))
    yield from _sites(own, domains, services)


def _phones(text: str) -> Iterator[str]:
    """Yield the numbers in a sentence that are no fax; two with only “of” or a slash between them are one answer."""
    found: list[tuple[int, str]] = []  # where it ends, and the number
    for one in PHONE.finditer(text):
        if re.search(r"(?<![/+&])fax", text[max(0, one.start() - 8) : one.start()].lower()):  # tel/fax is both
            continue
        between = text[found[-1][0] : one.start()] if found else ""
        if found and TWO_PHONES.fullmatch(between):
            found[-1] = (one.end(), f"{found[-1][1]} of {one[0].strip()}")
        else:
            found.append((one.end(), one[0].strip()))
    return (phone for _, phone in found)


def _box(user: str) -> str | None:
    """Return the field that the part of an address before @ belongs to; None for a box for one purpose."""
    if re.match(r"privacy|gdpr|avg\b", user):
        return "contact.email"
    if re.fullmatch(r"dpo|fg", user):
        return "dpo.email"
    return (
        None
        if re.match(r"veilig|secur|abuse|no-?reply|jobs?\b|solli|vacature|hr\b|factu|boekhoud", user)
        else "controller.email"
    )


def _sites(own: list[SourceSentence], domains: set[str], services: frozenset[str]) -> FieldsInText:
    found: dict[str, int] = {}
    for one in own:
        lowered = one.text.lower()
        about_own = "." in one.text and bool(OWN_SITE.search(one.text))
        for site in SITE.finditer(one.text) if "." in one.text else ():
            host = site[1].lower()
            domain = ".".join(host.split(".")[-2:])
            ours = domain in domains or (
                about_own and ("www." in site[0].lower() or "://" in site[0]) and domain.split(".")[0] not in services
            )
            if (
                ours
                and not AUTHORITY_MAIL.search(host)
                and f"@{host}" not in lowered
                and not {f"https://{host}", f"https://www.{host}", f"https://{host.removeprefix('www.')}"}
                & found.keys()
            ):
                found[f"https://{host}"] = one.number
    if found:
        yield next(iter(found.values())), "scope.websites", "\n".join(list(found)[:MOST_SITES])


def _named(own: list[SourceSentence], affirmed: AffirmedText) -> FieldsInText:
    """Yield the name with its legal form: at the top, with the register number, or where the text says who is responsible."""
    for one in own:
        if SERVICE.search(one.text):
            continue
        plain = one.number < TOP or re.search(
            r"^naam:|verantwoordelijk|ondernemingsnummer|\bkbo\b|\bkvk\b|\bbtw\b", one.text, re.IGNORECASE
        )
        for found in COMPANY.finditer(one.text) if plain else ():
            name = _trimmed(found["name"])
            form = (found["form"] or found["inside"]).replace(".", "").lower()
            if (
                name
                and form in FORMS
                and not any(
                    words.regex.search(found[0]) for row in affirmed.rules.named for words in (*row.names, *row.strict)
                )
            ):
                yield one.number, "controller.legal_name", name
                yield one.number, "controller.legal_form", FORMS[form]
                return


def _trimmed(name: str) -> str:
    """Return a name without the ordinary words that happen to stand before it: “Wij zijn Bakkerij Korst”, “Met de Firma”."""
    words = name.split()
    while words and (
        words[0].lower() in NO_NAMES - {"de", "het"}
        or words[0].lower() in {"welkom", "adres", "bedrijfsnaam", "versie", "firma"}
    ):
        words = words[1:]
    while words and not words[0][0].isupper() and not words[0][0].isdigit():
        words = words[1:]
    return " ".join(words) if {word.lower() for word in words} - {"de", "het", "een"} else ""


def _seat(affirmed: AffirmedText, own: list[SourceSentence]) -> FieldsInText:
    """Yield the address, when the text has just one that is nobody else's. Street and town may stand on two lines."""
    address = affirmed.reading.marks["adres"]
    found: dict[tuple[str, str, str], int] = {}
    for one in own:
        text = POST.split(one.text)[0]
        if "ostbus" in text or not address(affirmed.reading, one):
            continue
        before = affirmed.reading.sentences[max(0, one.number - 1)].text
        for place in ADDRESS.finditer(text if not re.match(r"(?:BE?-)?[1-9]\d{3} ", text) else f"{before}, {text}"):
            street = NO_STREET.sub("", place["street"]).strip()
            if street:
                found.setdefault((street, place["postcode"], place["city"]), one.number)
    if len({postcode for _, postcode, _ in found}) == 1:
        (street, postcode, city), number = next(iter(found.items()))
        yield number, "controller.seat_street", street
        yield number, "controller.seat_postcode", postcode
        yield number, "controller.seat_city", city.title() if city.isupper() else city


def _other_details(affirmed: AffirmedText, own: list[SourceSentence], country: str | None) -> FieldsInText:
    """Yield the RSIN, the group that the company is part of, its hours, and the address of its form."""
    for one in own:
        if NEGATION.search(one.text):
            continue
        if country != "BE" and (found := RSIN.search(one.text)) and (number := _checked(rsin, "NL", found["number"])):
            yield one.number, "controller.rsin", number
        if (found := GROUP.search(one.text)) and re.search(
            r"\b(?:groep|group|holding)\b", found["name"], re.IGNORECASE
        ):
            yield one.number, "controller.group_name", found["name"]
        if AT_HOURS.search(one.text) and (found := HOURS.search(one.text)):
            yield one.number, "contact.hours", found[0].strip()
        if "contactformulier" in one.text.lower():
            hosts = (
                (urlsplit(address if "://" in address else f"https://{address}").hostname or "", address)
                for address in FORM_AT.findall(one.text)
            )
            yield from (
                (one.number, "contact.form_url", address)
                for host, address in hosts
                if host.count(".") and host.split(".")[-2] not in affirmed.rules.domains
            )


def _officer(affirmed: AffirmedText) -> FieldsInText:
    """Yield that there is a data protection officer, and the address of one.

    That there is none only the owner can say (decision 29).
    """
    contact = affirmed.reading.marks["contact"]
    for one in affirmed.reading.sentences:
        if one.kind == "heading" or not DPO.search(one.text):
            continue
        if not NEGATION.search(one.text) and contact(affirmed.reading, one):
            yield one.number, "dpo.designated", "ja"
            if mail := MAIL.search(one.text):
                yield one.number, "dpo.email", mail[0].rstrip(".")
