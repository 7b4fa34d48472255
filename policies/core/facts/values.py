"""One value from outside: cleaned, or refused with a Dutch sentence.

Forms, files and pasted texts come through here alike.

Whatever `parse` accepts, everything after it can print, link and count with. What it gives, it accepts again and gives
unchanged.
"""

import re
from collections.abc import Callable
from typing import Any

from policies.core.facts import amounts, days, fragments, internet_address, phones
from policies.core.facts.characters import Refused as Refused
from policies.core.facts.characters import clean, narrow
from policies.core.facts.countries import ORGANISATIONS, countries, country
from policies.core.facts.countries import country_names as country_names
from policies.core.facts.fields import Spec
from policies.core.facts.marks import cells
from policies.core.facts.numbers import NOTATIONS
from policies.core.facts.numbers import branch_number as branch_number
from policies.core.facts.numbers import register_number as register_number
from policies.core.facts.numbers import rsin as rsin
from policies.core.facts.numbers import vat_number as vat_number

MAX_ENTRIES = 40
LONGEST = 1000  # characters that are read for one address, number or date; the longest that is kept has 500
WRITTEN, WRITTEN_LINES = (
    frozenset(("text", "long", "day", "url", "email", "phone")),
    frozenset(("lines", "urls")),
)  # what people write themselves
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _text(spec: Spec, raw: Any) -> str | None:
    if isinstance(raw, (dict, list, tuple, bool)):
        raise Refused("Hier hoort tekst.")
    _bounded(str(raw), spec.max_length)
    text = fragments.without_list_signs(
        clean(str(raw), many_lines=spec.kind in {"long", "text"}), spec.kind, spec.wording or "code"
    )
    if text and spec.notation and len(text) <= LONGEST:
        text = NOTATIONS[spec.notation](text)
    return _short_enough(spec, text) or None


def _bounded(raw: str, most: int) -> None:
    """Refuse what is far too long before it is read.

    What is dropped from a text makes it a little shorter, and not by half.
    """
    if len(raw) > 2 * most + LONGEST:
        raise Refused(f"Hooguit {most} tekens; dit zijn er {len(raw)}.")


def _key(spec: Spec, raw: Any) -> str:
    text = _text(spec, raw) or ""
    if not KEY.fullmatch(text):
        raise Refused("Een kenmerk bestaat uit kleine letters, cijfers en koppeltekens, bijvoorbeeld nieuwsbrief.")
    return text


def _choice(spec: Spec, raw: Any) -> str | None:
    if isinstance(raw, str) and spec.max_length < len(raw) <= LONGEST and (code := _by_label(spec, raw)):
        return code  # a label may be longer than any code
    text = _text(spec, raw)
    if text is not None and text not in spec.choices:
        if code := _by_label(spec, text):
            return code
        raise Refused(f"“{text}” kan hier niet. Kies uit: {', '.join(spec.choices)}.")
    return text


def _by_label(spec: Spec, text: str) -> str | None:
    """Return the code of a choice that is written as its label, or as a name of that country: Ja, Holland.

    Return None when no label, or more than one, is the same.
    """
    if spec.choices.keys() <= country_names().keys():
        try:
            return code if (code := country(text)) in spec.choices else None
        except Refused:
            return None
    plain = narrow(text).casefold().rstrip(".")
    found = [
        code for code, label in spec.choices.items() if plain in {code.casefold(), narrow(label).casefold().rstrip(".")}
    ]
    return found[0] if len(found) == 1 else None


def _yesno(spec: Spec, raw: Any) -> bool | None:
    return raw if isinstance(raw, bool) else amounts.yes_or_no(_one_line(raw))


def _number(spec: Spec, raw: Any) -> int | None:
    return amounts.whole_number(
        "ja" if isinstance(raw, bool) else _one_line(raw), spec.minimum, spec.maximum
    )  # a yes is no number


def _day(spec: Spec, raw: Any) -> str | None:
    return _read(days.day, raw)


def _url(spec: Spec, raw: Any) -> str | None:
    return _short_enough(spec, _read(internet_address.web_address, raw))


def _email(spec: Spec, raw: Any) -> str | None:
    return _short_enough(spec, _read(internet_address.mail_address, raw))


def _phone(spec: Spec, raw: Any) -> str | None:
    return _short_enough(spec, _read(phones.telephone, raw))


def _country(spec: Spec, raw: Any) -> str | None:
    code = country(_one_line(raw))
    if code in ORGANISATIONS and not spec.organisations:
        raise Refused(
            f"De {ORGANISATIONS[code]} is geen land. Kies hier een land; noem haar bij de landen buiten de EER waar gegevens naartoe gaan."
        )
    return code


def _read(reader: Callable[[str], str], raw: Any) -> str | None:
    """Return what a reader makes of a line; None where there is nothing to read."""
    text = _one_line(raw)
    return reader(text) if narrow(text) else None


def _one_line(raw: Any) -> str:
    if isinstance(raw, (dict, list, tuple, bool)):
        raise Refused("Hier hoort tekst.")
    if len(str(raw)) > LONGEST:
        raise Refused(f"Dit is te lang: hooguit {LONGEST} tekens. Schrijf alleen wat hier gevraagd wordt.")
    return str(raw)


def _short_enough(spec: Spec, text: str | None) -> str | None:
    if text is not None and len(text) > spec.max_length:
        only = (
            " Schrijf alleen het nummer, zonder woorden erbij."
            if spec.notation == "number"
            else " Schrijf hooguit twee nummers."
            if spec.kind == "phone"
            else ""
        )
        raise Refused(f"Hooguit {spec.max_length} tekens; dit zijn er {len(text)}.{only}")
    return text


def _many(
    one: Callable[[Spec, Any], Any], apart: Callable[[str], list[str]] | None = None
) -> Callable[[Spec, Any], tuple[Any, ...]]:
    """Return the parser of several values: one a line, or where `apart` is given several on a line."""

    def parse_many(spec: Spec, raw: Any) -> tuple[Any, ...]:
        if isinstance(raw, str):
            _bounded(raw, (spec.maximum or MAX_ENTRIES) * max(spec.max_length, 50))
            raw = cells(raw) if spec.kind == "lines" and "\t" in raw else raw
        entries = clean(raw, many_lines=True).split("\n") if isinstance(raw, str) else raw
        if not isinstance(entries, (list, tuple)):
            raise Refused("Hier hoort een lijst.")
        if apart:
            entries = [
                part
                for entry in entries
                for part in (apart(entry) if isinstance(entry, str) and len(entry) <= 10 * LONGEST else [entry])
            ]
        values, most = [], spec.maximum or MAX_ENTRIES
        for value in (one(spec, entry) for entry in entries):
            if value is not None:
                values.append(value)
            if len(values) > most:
                raise Refused(f"Hooguit {most} regels.")
        return tuple(dict.fromkeys(values))

    return parse_many


PARSERS: dict[str, Callable[[Spec, Any], Any]] = {
    "key": _key,
    "text": _text,
    "long": _text,
    "choice": _choice,
    "yesno": _yesno,
    "number": _number,
    "day": _day,
    "tick": lambda spec, raw: bool(_yesno(spec, raw)),
    "url": _url,
    "email": _email,
    "phone": _phone,
    "country": _country,
    "ref": _text,
    "lines": _many(_text),
    "urls": _many(_url, internet_address.web_addresses),
    "choices": _many(_choice),
    "countries": _many(_country, countries),
    "refs": _many(_text),
}


def parse(spec: Spec, raw: Any) -> Any:
    """Return the value of one field from YAML, JSON or a form. None and empty mean not answered. Raises Refused."""
    if raw is None:
        return (
            ()
            if spec.kind in {"lines", "urls", "choices", "countries", "refs"}
            else False
            if spec.kind == "tick"
            else None
        )
    return PARSERS[spec.kind](spec, raw)


def kept(spec: Spec, raw: Any) -> Any:
    """Return a value that was accepted and stored before as it is, in the shape that facts hold it.

    Codes and keys still have to exist. Raises Refused.
    """
    if spec.kind in WRITTEN and isinstance(raw, str):
        return raw
    if spec.kind in WRITTEN_LINES and isinstance(raw, list) and all(isinstance(entry, str) for entry in raw):
        return tuple(raw)
    return parse(spec, raw)
