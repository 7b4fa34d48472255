"""One value from outside: cleaned, or refused with a Dutch sentence. Forms and files come through here alike."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from stdnum import exceptions as stdnum_errors
from stdnum.be import vat as kbo
from stdnum.nl import btw

from .bounds import is_stacked
from .fields import Spec

MAX_ENTRIES = 40
DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EMAIL = re.compile(r"[^@\s<>\"'()\[\],;:]+@[^@\s<>\"'()\[\],;:.]+(\.[^@\s<>\"'()\[\],;:.]+)+")
PHONE = re.compile(r"\+?[0-9][0-9 ./()-]{5,}")


class Refused(ValueError):
    """A value that cannot be what the field asks for; the message is Dutch and says what is expected."""


@lru_cache
def country_names() -> dict[str, str]:
    """ISO code → Dutch name, for real countries only."""
    return {code: name for code, name in Locale("nl").territories.items() if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}}


def clean(text: str, *, many_lines: bool) -> str:
    """Unicode in one form, white space folded; refuses characters that hide or turn text."""
    try:  # JSON may write an emoji as two halves
        text = text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise Refused("Deze tekst bevat een onleesbaar teken (een half letterteken). Haal het weg.") from None
    if is_stacked(text):
        raise Refused("Op één letter staan hier te veel accenten. Haal ze weg.")
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    if any(unicodedata.category(ch) == "Cc" and ch not in "\n\t" for ch in text):
        raise Refused("Deze tekst bevat een onleesbaar teken (een stuurteken). Haal het weg.")
    if DIRECTION_MARKS.search(text):
        raise Refused("Deze tekst bevat een verborgen teken dat de schrijfrichting omkeert. Haal het weg.")
    if many_lines:
        folded = "\n".join(" ".join(line.split()) for line in text.split("\n"))
        return re.sub(r"\n{3,}", "\n\n", folded).strip()
    return " ".join(text.split())


def _text(spec: Spec, raw: Any) -> str | None:
    if isinstance(raw, (dict, list, tuple, bool)):
        raise Refused("Hier hoort tekst.")
    text = clean(str(raw), many_lines=spec.kind == "long")
    if len(text) > spec.max_length:
        raise Refused(f"Hooguit {spec.max_length} tekens; dit zijn er {len(text)}.")
    return text or None


def _key(spec: Spec, raw: Any) -> str:
    text = _text(spec, raw) or ""
    if not KEY.fullmatch(text):
        raise Refused("Een kenmerk bestaat uit kleine letters, cijfers en koppeltekens, bijvoorbeeld nieuwsbrief.")
    return text


def _choice(spec: Spec, raw: Any) -> str | None:
    text = _text(spec, raw)
    if text is not None and text not in spec.choices:
        raise Refused(f"“{text}” kan hier niet. Kies uit: {', '.join(spec.choices)}.")
    return text


def _yesno(spec: Spec, raw: Any) -> bool | None:
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower()
    if word in {"ja", "true", "yes"}:
        return True
    if word in {"nee", "neen", "false", "no"}:
        return False
    if word in {"", "null", "~", "none"}:
        return None
    raise Refused("Antwoord met ja of nee.")


def _number(spec: Spec, raw: Any) -> int | None:
    text = str(raw).strip()
    if text == "":
        return None
    if isinstance(raw, bool) or not re.fullmatch(r"[0-9]{1,9}", text):
        raise Refused(f"Hier hoort een heel getal van {spec.minimum} tot {spec.maximum}.")
    value = int(text)
    if not spec.minimum <= value <= spec.maximum:
        raise Refused(f"Kies een getal van {spec.minimum} tot {spec.maximum}.")
    return value


def _day(spec: Spec, raw: Any) -> str | None:
    text = str(raw).strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("Hier hoort een datum als 2026-11-22.") from None


def _url(spec: Spec, raw: Any) -> str | None:
    text = _text(spec, raw)
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        ok = parts.scheme in {"http", "https"} and parts.hostname and "." in parts.hostname and not parts.username
    except ValueError:
        ok = False
    if not ok or re.search(r"[\s<>\"{}|\\^`]", text):
        raise Refused("Hier hoort een volledig webadres, bijvoorbeeld https://www.voorbeeld.be.")
    return text


def _email(spec: Spec, raw: Any) -> str | None:
    text = _text(spec, raw)
    if text is not None and (not EMAIL.fullmatch(text) or ".." in text):
        raise Refused("Dit is geen geldig e-mailadres, bijvoorbeeld privacy@voorbeeld.be.")
    return text


def _phone(spec: Spec, raw: Any) -> str | None:
    text = _text(spec, raw)
    if text is not None and not (PHONE.fullmatch(text) and 6 <= sum(ch.isdigit() for ch in text) <= 15):
        raise Refused("Dit is geen telefoonnummer, bijvoorbeeld 09 123 45 67 of +32 9 123 45 67.")
    return text


def _country(spec: Spec, raw: Any) -> str | None:
    text = clean(str(raw), many_lines=False)  # a name is longer than the code that is kept
    if not text:
        return None
    if text.upper() in country_names() and len(text) == 2:
        return text.upper()
    by_name = _countries_by_name()
    if _plain(text) not in by_name:
        raise Refused(f"“{text[:60]}” is geen land dat wij kennen. Schrijf de Nederlandse naam of de landcode, bijvoorbeeld Italië of IT.")
    return by_name[_plain(text)]


@lru_cache
def _countries_by_name() -> dict[str, str]:
    return {_plain(name): code for code, name in country_names().items()}


def _plain(name: str) -> str:
    """Without capitals and accents: people type Italie."""
    return "".join(ch for ch in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(ch))


def _many(one: Callable[[Spec, Any], Any]) -> Callable[[Spec, Any], tuple]:
    def parse_many(spec: Spec, raw: Any) -> tuple:
        entries = raw.splitlines() if isinstance(raw, str) else raw
        if not isinstance(entries, (list, tuple)):
            raise Refused("Hier hoort een lijst.")
        values, most = [], spec.maximum or MAX_ENTRIES
        for value in (one(spec, entry) for entry in entries):
            if value is not None:
                values.append(value)
            if len(values) > most:
                raise Refused(f"Hooguit {most} regels.")
        return tuple(dict.fromkeys(values))

    return parse_many


PARSERS: dict[str, Callable[[Spec, Any], Any]] = {
    "key": _key, "text": _text, "long": _text, "choice": _choice, "yesno": _yesno, "number": _number, "day": _day,
    "tick": lambda spec, raw: bool(_yesno(spec, raw)), "url": _url, "email": _email, "phone": _phone, "country": _country, "ref": _text,
    "lines": _many(_text), "urls": _many(_url), "choices": _many(_choice), "countries": _many(_country), "refs": _many(_text),
}


def parse(spec: Spec, raw: Any) -> Any:
    """The value of one field from YAML, JSON or a form. None and empty mean not answered. Raises Refused."""
    if raw is None:
        return () if spec.kind in {"lines", "urls", "choices", "countries", "refs"} else False if spec.kind == "tick" else None
    return PARSERS[spec.kind](spec, raw)


def register_number(country: str, number: str) -> str:
    """A KBO number as 0123.456.749 or a KvK number as eight digits. KBO: 97 − (first eight mod 97). Raises Refused."""
    digits = re.sub(r"[\s.\-/]", "", number.upper().removeprefix("BE") if country == "BE" else number)
    if country == "NL":
        if not re.fullmatch(r"[0-9]{8}", digits):
            raise Refused("Een KvK-nummer heeft precies 8 cijfers.")
        return digits
    if not re.fullmatch(r"[01][0-9]{9}", digits):
        raise Refused("Een ondernemingsnummer heeft 10 cijfers en begint met 0 of 1.")
    if not kbo.is_valid(digits):
        raise Refused("Dit ondernemingsnummer klopt niet: het controlegetal (de laatste twee cijfers) past niet bij de rest.")
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def branch_number(country: str, number: str) -> str:
    """BE: ten digits with check digits as 2.123.456.789; NL: twelve digits. Raises Refused."""
    digits = re.sub(r"[\s.\-/]", "", number)
    if country == "NL":
        if not re.fullmatch(r"[0-9]{12}", digits):
            raise Refused("Een Nederlands vestigingsnummer heeft 12 cijfers.")
        return digits
    if not re.fullmatch(r"[2-8][0-9]{9}", digits) or 97 - int(digits[:8]) % 97 != int(digits[8:]):
        raise Refused("Een Belgisch vestigingsnummer heeft 10 cijfers, begint met 2 tot 8 en heeft een kloppend controlegetal.")
    return f"{digits[0]}.{digits[1:4]}.{digits[4:7]}.{digits[7:]}"


def vat_number(country: str, number: str) -> str:
    """A Belgian VAT number as BE 0123.456.749 (without BE under the exemption scheme) or a Dutch btw-id. Raises Refused."""
    compact = re.sub(r"[\s.\-/]", "", number).upper()
    if country == "NL":
        try:
            return "NL" + btw.validate(compact)  # validate takes it with or without NL and gives it without
        except stdnum_errors.ValidationError:
            raise Refused("Dit btw-id klopt niet. Het ziet eruit als NL123456782B01 en heeft een controlegetal.") from None
    prefix = "BE " if compact.startswith("BE") else ""
    try:
        return prefix + register_number("BE", compact.removeprefix("BE"))
    except Refused:
        raise Refused("Dit btw-nummer klopt niet: BE en 10 cijfers, met een kloppend controlegetal.") from None
