"""Whole numbers and yes or no, as people write them."""

import re
from functools import cache

from policies.core.facts.characters import Refused, narrow

YES = frozenset("1 ja j jawel jazeker zeker klopt ok oké yes y true waar on aan oui".split())
NO = frozenset("0 nee n neen no false onwaar off uit non geen niet".split())
OPEN = frozenset(("", "null", "~", "none", "-"))
ONES = "een twee drie vier vijf zes zeven acht negen".split()
TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
DIGITS = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:[. ][0-9]{3}){1,2}")  # a dot or a space parts the thousands

WHOLE = re.compile(r"(?<=[0-9])[.,]0{1,2}$")  # a spreadsheet writes 3 as 3,0 or 3.00


def yes_or_no(text: str) -> bool | None:
    """Return True, False, or None for not answered. Raises Refused."""
    word = narrow(text).lower().strip(" .!,;\"'“”„")
    if word in YES:
        return True
    if word in NO:
        return False
    if word in OPEN:
        return None
    raise Refused("Antwoord met ja of nee.")


def whole_number(text: str, least: int, most: int) -> int | None:
    """Return a number that is written in figures or as a word, such as `2.000` or `drie`; None for nothing.

    Raises Refused for what is no whole number, or not between the limits; the message gives these.
    """
    plain = narrow(text).lower().strip(" .,;:")
    if not plain:
        return None
    plain = WHOLE.sub("", plain)
    value = int(re.sub(r"[. ]", "", plain)) if DIGITS.fullmatch(plain) else _words().get(_unaccented(plain))
    if value is None:
        raise Refused(_fault(plain, least, most))
    if not least <= value <= most:
        raise Refused(f"Kies een getal van {least} tot {most}.")
    return value


def _fault(plain: str, least: int, most: int) -> str:
    how = f"Hier hoort een heel getal van {least} tot {most}."
    if re.fullmatch(r"[0-9]+[.,]5.*|.*half.*|.*[⁄/].*", plain):
        return f"{how} Een halve kan niet: schrijf 18 maanden voor anderhalf jaar."
    if re.match(r"[0-9]+\s*[^\W\d_]", plain) or _unaccented(plain.split(" ")[0]) in _words():
        return f"{how} Schrijf alleen het getal, zonder woorden erbij."
    return f"{how} Schrijf het in cijfers."


def _unaccented(word: str) -> str:
    return word.translate(str.maketrans("éë", "ee"))


@cache
def _words() -> dict[str, int]:
    """Return the number words from nul to negenennegentig and honderd, without accents, with their numbers."""
    found = (
        {"nul": 0, "honderd": 100}
        | {word: number for number, word in enumerate(ONES, 1)}
        | {word: number for number, word in enumerate(TEENS, 10)}
    )
    for ten, word in enumerate(TENS, 2):
        found[word] = ten * 10
        found |= {f"{one}en{word}": ten * 10 + number for number, one in enumerate(ONES, 1)}
    return found
