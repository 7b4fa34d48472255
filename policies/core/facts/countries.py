"""Countries: their codes, their Dutch names, and the other names that people type."""

import re
import unicodedata
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from .characters import Refused, narrow

HOW = "Schrijf de Nederlandse naam of de landcode, bijvoorbeeld Italië of IT."
NO_COUNTRY = {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}
OTHER_NAMES = {
    "AE": ("emiraten", "vae", "uae", "dubai", "abu dhabi"), "BA": ("bosnië",), "BE": ("koninkrijk belgië", "vlaanderen", "wallonië", "brussel"), "BY": ("wit-rusland", "belarus"),
    "CD": ("congo", "drc", "dr congo", "democratische republiek congo"), "CI": ("ivoorkust",), "CN": ("volksrepubliek china",), "CV": ("kaapverdië",),
    "CZ": ("tsjechië", "tsjechische republiek", "tsjechische rep", "czech republic"), "DE": ("bondsrepubliek duitsland",),
    "GB": ("vk", "uk", "engeland", "schotland", "wales", "noord-ierland", "groot-brittannië", "groot-britannië", "groot brittannië", "brittannië", "gb", "england", "scotland", "engeland en wales", "great britain", "britain"),
    "HK": ("hongkong", "hong kong"), "IE": ("ierse republiek", "republiek ierland"), "IR": ("perzië",), "KP": ("noord-korea",), "KR": ("korea", "zuid-korea"),
    "LU": ("luxemburg", "groothertogdom luxemburg"), "MK": ("macedonië", "noord-macedonië"), "MM": ("birma", "burma"), "MO": ("macau", "macao"),
    "NL": ("holland", "the netherlands", "ned", "koninkrijk der nederlanden"), "BQ": ("bonaire", "sint eustatius", "saba"), "PS": ("palestina",), "RU": ("rusland", "russische federatie"), "SK": ("slowakije", "slovakije", "slowaakse republiek"),
    "SI": ("slovenië", "slowenië"), "SZ": ("swaziland",), "TW": ("formosa",), "VA": ("vaticaan", "heilige stoel"),
    "US": ("vs", "usa", "us", "amerika", "verenigde staten van amerika", "united states of america", "the united states", "vsa"),
}  # fmt: skip
NOT_ONE = {
    "eu": "De EU", "europa": "Europa", "europese unie": "De Europese Unie", "eer": "De EER", "benelux": "De Benelux", "wereldwijd": "Wereldwijd", "azië": "Azië", "afrika": "Afrika",
}  # fmt: skip
ARTICLE = re.compile(r"(?:in |naar |uit )?(?:de |het |the |la |le |les |l'|die |heel )?", re.IGNORECASE)
HARD = re.compile(r"[,;/|+&\n•]+")
AND = re.compile(r"(\s+(?:en|and|et|und|of|or|ou)\s+)", re.IGNORECASE)
CODES = re.compile(r"[A-Z]{2}(?:[\s-]+[A-Z]{2})+")
LONGEST = 5  # parts of a name and what joins them: no country has more than two times “en”
LIST_MARK = re.compile(r"^\s*(?:[-•*–]|\(?[0-9]{1,2}[.)])\s+|^(?:en|and|et|of) ", re.IGNORECASE)


@lru_cache
def country_names() -> dict[str, str]:
    """ISO code → Dutch name, for real countries only."""
    return {code: name for code, name in Locale("nl").territories.items() if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY}


def country(text: str) -> str | None:
    """Return the code of one country; None for nothing. Raises Refused."""
    plain = narrow(text).strip(" .,;:-•*")
    if not plain:
        return None
    code = _code(plain)
    if code is None:
        raise Refused(_fault(plain))
    return code


def countries(text: str) -> list[str]:
    """Return the names in one line, that people part with a comma, a slash or “en”; one that is unknown stays as it is."""
    found: list[str] = []
    whole = LIST_MARK.sub("", narrow(text))
    if _code(whole.strip(" .,;:-•*")):
        return [whole]
    for piece in whole.replace("-", " ").split() if CODES.fullmatch(whole) else HARD.split(whole):
        parts = AND.split(LIST_MARK.sub("", piece.strip()))
        while parts:  # a name may have “en” in it: as much as is a name is one
            size = next((size for size in range(min(len(parts), LONGEST), 0, -2) if _code("".join(parts[:size]))), 1)
            found.append("".join(parts[:size]))
            parts = parts[size + 1:]
    return [name for name in found if name.strip(" .,;:-•*")]


def _fault(text: str) -> str:
    if (group := NOT_ONE.get(_plain(ARTICLE.sub("", text, count=1)))) or (group := NOT_ONE.get(_plain(text))):
        return f"{group} is niet één land. Noem de landen apart. {HOW}"
    if len(countries(text)) > 1:
        return f"Hier hoort één land. {HOW}"
    return f"“{text[:60]}” is geen land dat wij kennen. {HOW}"


def _code(text: str) -> str | None:
    names = country_names()
    flag = "".join(chr(ord(ch) - 0x1F1E6 + ord("A")) for ch in text) if all(0x1F1E6 <= ord(ch) <= 0x1F1FF for ch in text) else ""
    short = (flag or text.replace(".", "")).upper()
    if len(short) == 2 and short in names:
        return short
    bare = re.sub(r"\s*\(([^()]*)\)$", "", text).strip(" .")
    found = next((code for name in (text, bare, ARTICLE.sub("", bare, count=1)) if (code := _by_name().get(_plain(name)))), None)
    known = get_global("territory_aliases").get(short) if len(short) == 3 and short.isascii() else None
    return found or (known[0] if known and len(known) == 1 and known[0] in names else None)


@lru_cache
def _by_name() -> dict[str, str]:
    """Every name that we know, plain; a Dutch name goes before that of a neighbour."""
    found: dict[str, str] = {}
    for language in ("de", "fr", "en", "nl"):
        found |= {_plain(name): code for code, name in Locale(language).territories.items() if code in country_names()}
    return found | {_plain(name): code for code, names in OTHER_NAMES.items() for name in names}


def _plain(name: str) -> str:
    """Without capitals, accents, dots and dashes: people type Italie, V.S. and Zuid Afrika."""
    bare = "".join(ch for ch in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(ch))
    return " ".join(re.sub(r"[-–]", " ", bare.replace(".", "").replace("'", " ")).split())
