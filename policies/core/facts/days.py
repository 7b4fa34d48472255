"""Days as people write them in Belgium and the Netherlands: the day first, then the month."""

import re
from datetime import date
from functools import cache

from babel import Locale

from policies.core.facts.characters import Refused, narrow

ROMANS = "i ii iii iv v vi vii viii ix x xi xii".split()
EXAMPLE = "Schrijf de datum als 30-11-2026."
FIRST, LAST = (
    date(1900, 1, 1),
    date(2100, 12, 31),
)  # outside these somebody hit a wrong key, and no term can be counted from it
WEEKDAY = re.compile(
    r"(?:op |vanaf |sinds |per |d\.?d\.? )?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)?[., ]*",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]{1,3}([0-9]{1,2})[-/. ]{1,3}([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})")
TIME = re.compile(
    r"(?:(?<=[0-9])t|,? (?:om )?)[0-9]{1,2}(?:[:.][0-9]{2}){1,2}[0-9:.+z-]*(?: uur| u)?$", re.IGNORECASE
)  # a clock behind the day, as programs write it
TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[-/.,·_ ]\s*([0-9]{1,2})\s*[-/.,·_ ]\s*'?([0-9]{4}|[0-9]{2})")
IN_WORDS = re.compile(
    r"([0-9]{1,2})\s*(?:(?:e|ste|de|th|st|nd|rd)(?=[-/. ]))?(?: van )?[-/. ]*([^\W\d_]+)[-/.', ]*([0-9]{4}|[0-9]{2})"
)
MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")  # November 30, 2026


def day(text: str) -> str:
    """Return a day as 2026-11-30. Raises Refused for what is no day, or not between 1900 and 2100."""
    found = date_of(text)
    if not FIRST <= found <= LAST:
        raise Refused(f"Kies een dag tussen {FIRST.year} en {LAST.year}. {EXAMPLE}")
    return found.isoformat()


def date_of(text: str) -> date:
    """Return the date that a text gives, any that exists: 12/11/2026 is 12 November. Raises Refused."""
    plain = narrow(text).strip(" .,;").lower()
    weekday = WEEKDAY.match(plain)
    assert weekday is not None  # it may be empty
    plain = TIME.sub("", plain[weekday.end() :])
    year, month, number = _parts(plain)
    try:
        return date(year, month, number)
    except ValueError:
        fault = (
            f"De maand {month} bestaat niet. Eerst komt de dag en dan de maand."
            if not 1 <= month <= 12
            else "Deze dag bestaat niet."
        )
        raise Refused(f"{fault} {EXAMPLE}") from None


def in_words(day: str) -> str:
    """Return a stored day (2026-11-30) as a sentence says it: 30 november 2026."""
    found = date.fromisoformat(day)
    return f"{found.day} {Locale('nl').months['format']['wide'][found.month]} {found.year}"


def _parts(text: str) -> tuple[int, int, int]:
    """Return the year, the month and the day that a text gives. Raises Refused."""
    if (found := TOGETHER.fullmatch(text)) and not 1 <= int(text[4:6]) <= 12:
        return int(found[3]), int(found[2]), int(found[1])
    if found := YEAR_FIRST.fullmatch(text):
        year, month, number = (part for part in found.groups() if part)
        return int(year), int(month), int(number)
    if found := DAY_FIRST.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if (found := IN_WORDS.fullmatch(text)) and found[2] in _months():
        return _year(found[3]), _months()[found[2]], int(found[1])
    if (found := MONTH_FIRST.fullmatch(text)) and found[1] in _months():
        return _year(found[3]), _months()[found[1]], int(found[2])
    raise Refused(f"Hier hoort een datum, met dag, maand en jaar. {EXAMPLE}")


def _year(text: str) -> int:
    """Return the year; of two figures that of this century, or from 51 on of the one before."""
    return int(text) + (0 if len(text) == 4 else 2000 if int(text) <= 50 else 1900)


@cache
def _months() -> dict[str, int]:
    """Return the number of each name and short name of a month, in the languages of our neighbours too."""
    found: dict[str, int] = {"sept": 9, "mrt": 3, "mar": 3, "maa": 3, "febr": 2} | {
        name: number for number, name in enumerate(ROMANS, 1)
    }
    for language in ("de", "fr", "en", "nl"):
        for width in ("wide", "abbreviated"):
            for kind in ("format", "stand-alone"):
                found |= {
                    name.lower().rstrip("."): number for number, name in Locale(language).months[kind][width].items()
                }
    return found
