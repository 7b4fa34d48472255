"""Countries: their codes, their Dutch names, and the other names that people type."""

import re
import unicodedata
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from policies.core.facts.characters import Refused, narrow

HOW = "Schrijf de Nederlandse naam of de landcode, bijvoorbeeld Italië of IT."
ORGANISATIONS = {
    "EP": "Europese Octrooiorganisatie"
}  # no country, but data goes there and art. 45 names it; EP is its code with patent offices (WIPO ST.3)
NO_COUNTRY = {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}
OTHER_NAMES = {
    "AE": ("emiraten", "vae", "uae", "dubai", "abu dhabi"),
    "AL": ("shqipëria",),
    "BA": ("bosnië", "bosnië-herzegovina", "bosnië herzegovina", "bosna i hercegovina"),
    "BE": (
        "koninkrijk belgië",
        "vlaanderen",
        "wallonië",
        "brussel",
        "vlaams gewest",
        "waals gewest",
        "brussels hoofdstedelijk gewest",
    ),
    "BS": ("bahama's",),
    "BY": ("wit-rusland", "belarus"),
    "CD": ("congo", "kongo", "zaïre", "drc", "dr congo", "democratische republiek congo"),
    "CI": ("ivoorkust",),
    "CN": ("volksrepubliek china", "pr china", "prc"),
    "CV": ("kaapverdië",),
    "CZ": ("tsjechië", "tsjechische republiek", "tsjechische rep", "czech republic", "česko"),
    "CY": ("noord-cyprus", "kypros"),
    "EP": (
        "epo",
        "eob",
        "european patent organisation",
        "european patent organization",
        "european patent office",
        "europees octrooibureau",
        "europees octrooi bureau",
    ),
    "DE": ("bondsrepubliek duitsland", "brd", "dld"),
    "DK": ("danmark",),
    "EE": ("eesti",),
    "ES": ("españa", "balearen", "mallorca", "ibiza", "canarische eilanden"),
    "FI": ("suomi",),
    "FR": ("corsica", "parijs"),
    "GR": ("hellas", "ellada", "ελλάδα", "kreta"),
    "HR": ("hrvatska",),
    "HU": ("magyarország",),
    "IS": ("ísland",),
    "IT": ("italia", "sicilië", "sardinië"),
    "KG": ("kirgizstan",),
    "KZ": ("kazakstan",),
    "LK": ("ceylon",),
    "LT": ("lietuva",),
    "LV": ("latvija",),
    "NO": ("norge",),
    "PH": ("filippijnen",),
    "PL": ("polska",),
    "PT": ("azoren", "madeira"),
    "RO": ("roumenië",),
    "SA": ("saudi-arabië", "saoedi arabië"),
    "SE": ("sverige",),
    "TH": ("siam",),
    "ZA": ("zuidafrika",),
    "CH": ("svizzera", "svizra"),
    "GB": (
        "vk",
        "uk",
        "engeland",
        "schotland",
        "wales",
        "noord-ierland",
        "groot-brittannië",
        "groot-britannië",
        "groot-brittanië",
        "groot-britanië",
        "groot brittannië",
        "grootbrittannië",
        "brittannië",
        "brittanië",
        "britannië",
        "ver koninkrijk",
        "nir",
        "n-ierland",
        "gb",
        "england",
        "scotland",
        "engeland en wales",
        "great britain",
        "britain",
    ),
    "HK": ("hongkong", "hong kong"),
    "IE": ("ierse republiek", "republiek ierland", "éire"),
    "IR": ("perzië",),
    "KP": ("noord-korea",),
    "KR": ("korea", "zuid-korea"),
    "LU": ("luxemburg", "luxenburg", "groothertogdom luxemburg"),
    "MK": ("macedonië", "noord-macedonië"),
    "MM": ("birma", "burma"),
    "MO": ("macau", "macao"),
    "NL": ("holland", "nederlanden", "the netherlands", "ned", "koninkrijk der nederlanden"),
    "BQ": ("bonaire", "sint eustatius", "saba", "bes-eilanden", "caribisch nederland"),
    "PS": ("palestina",),
    "RU": ("rusland", "russische federatie"),
    "SK": ("slowakije", "slovakije", "slowaakse republiek", "slovensko"),
    "SI": ("slovenië", "slowenië", "slovenija"),
    "SZ": ("swaziland",),
    "TW": ("formosa",),
    "VA": ("vaticaan", "heilige stoel"),
    "US": (
        "vs",
        "usa",
        "us",
        "amerika",
        "america",
        "ver staten",
        "verstaten",
        "verenigde staten van amerika",
        "verenigde staten van america",
        "united states of america",
        "the united states",
        "vsa",
    ),
}
NOT_ONE = (
    "eu, europa, europese unie, eer, benelux, wereldwijd, azië, afrika, eu landen, eer landen, benelux landen, europese economische ruimte, scandinavië, noord amerika, "
    "zuid amerika, midden oosten, balkan, baltische staten, buitenland, wereld, overal, alle landen, antillen, nederlandse antillen, joegoslavië, sovjet unie, tsjecho slowakije, kanaaleilanden"
).split(", ")
ON_PLATES = {
    "A": "AT",
    "B": "BE",
    "D": "DE",
    "E": "ES",
    "F": "FR",
    "I": "IT",
    "L": "LU",
    "P": "PT",
    "EL": "GR",
}  # how a car, or the Union, writes a code: EL is Greece
ARTICLE = re.compile(
    r"(?:(?:vooral|ook|alleen|enkel|zowel|als|soms|deels) )*(?:in |naar |uit |binnen |buiten )?(?:heel )?(?:de |het |the |la |le |les |l'|die )?",
    re.IGNORECASE,
)
AROUND = " .,;:-•*\"'“”„«»"
HARD = re.compile(r"[,;/|+&\n•]+")
AND = re.compile(r"(\s+(?:en|and|et|und|of|or|ou)\s+)", re.IGNORECASE)
AGAIN = re.compile(
    r"\s+(?=\(?[0-9]{1,2}[.)]\s)|\s*\b(?:e\.a|enz|etc)\.?\s*$", re.IGNORECASE
)  # the number of a next item, or what says that there are more
MAX_BESIDE = 50  # words
LONGEST = 5  # parts of a name and what joins them: no country has more than two times “en”
LIST_MARK = re.compile(r"^\s*(?:[-•*–]|\(?[0-9]{1,2}[.)])\s+|^(?:en|and|et|of) ", re.IGNORECASE)


@lru_cache
def country_names() -> dict[str, str]:
    """Return the Dutch name of each code.

    The codes are those of real countries by ISO 3166, and of the organisations that count as one for a transfer.
    """
    return {
        code: name
        for code, name in Locale("nl").territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY
    } | ORGANISATIONS


@lru_cache(maxsize=1024)
def country(text: str) -> str | None:
    """Return the code of one country; None for nothing. Raises Refused."""
    plain = narrow(text).strip(AROUND)
    if not plain:
        return None
    same = {_code(name.strip(AROUND)) for name in countries(plain)}  # “België / Belgique”
    code = _code(plain) or (same.pop() if len(same) == 1 else None)
    if code is None:
        raise Refused(_fault(plain))
    return code


def countries(text: str) -> list[str]:
    """Return the names in one line, which people part with a comma, a slash or “en”.

    A name that is unknown stays as it is.
    """
    found: list[str] = []
    whole = LIST_MARK.sub("", narrow(text))
    if _code(whole.strip(AROUND)):
        return [whole]
    for piece in HARD.split(AGAIN.sub(", ", whole)):
        parts = AND.split(LIST_MARK.sub("", piece.strip()))
        while parts:  # a name may have “en” in it: as much as is a name is one
            size = next((size for size in range(min(len(parts), LONGEST), 0, -2) if _code("".join(parts[:size]))), 1)
            found += _beside("".join(parts[:size]))
            parts = parts[size + 1 :]
    return [name for name in found if name.strip(AROUND)]


def _beside(text: str) -> list[str]:
    """Return the names in a text with no more than a space or a dash between them: “BE NL”, “België-Nederland”.

    Return the text itself when not all of it is names.
    """
    bare = text.strip(AROUND)
    words = re.split(r"([\s.-]+)", bare)
    if _code(bare) or len(words) > 2 * MAX_BESIDE:
        return [text]
    found = []
    while words:
        size = next(
            (
                size
                for size in range(min(len(words), 2 * LONGEST - 1), 0, -2)
                if _code("".join(words[:size]).strip(AROUND))
            ),
            0,
        )
        if not size:
            return [text]
        found.append("".join(words[:size]))
        words = words[size + 1 :]
    return found


def _fault(text: str) -> str:
    if {_plain(ARTICLE.sub("", text, count=1)), _plain(text)} & set(map(_plain, NOT_ONE)):
        return f"“{text[:60]}” is niet één land. Noem de landen apart. {HOW}"
    if len(countries(text)) > 1:
        return f"Hier hoort één land. {HOW}"
    return f"“{text[:60]}” is geen land dat wij kennen. {HOW}"


@lru_cache(maxsize=1024)  # a long list names the same few
def _code(text: str) -> str | None:
    names = country_names()
    flag = (
        "".join(chr(ord(ch) - 0x1F1E6 + ord("A")) for ch in text)
        if all(0x1F1E6 <= ord(ch) <= 0x1F1FF for ch in text)
        else ""
    )
    short = (flag or text.replace(".", "")).upper()
    if len(short) == 2 and short in names:
        return short
    if text.isupper() and short in ON_PLATES:
        return ON_PLATES[short]
    bare = _unbracketed(text)
    found = next(
        (code for name in (text, bare, ARTICLE.sub("", bare, count=1)) if (code := _by_name().get(_plain(name)))), None
    )
    known = get_global("territory_aliases").get(short) if len(short) == 3 and short.isascii() else None
    return found or (known[0] if known and len(known) == 1 and known[0] in names else None)


def _unbracketed(text: str) -> str:
    """Return a name without what stands in brackets behind it: “Verenigde Staten (VS)”.

    What names another country stays.
    """
    found = re.search(r"\s*\(([^()]*)\)$", text)
    if not found:
        return text.strip(" .")
    bare = text[: found.start()].strip(" .")
    named = {_code(name.strip(AROUND)) for name in (found[1], *AND.split(found[1]), *found[1].split())} - {None}
    return bare if named <= {_code(bare)} else text


@lru_cache
def _by_name() -> dict[str, str]:
    """Return the code of every name that we know, written plain; a Dutch name goes before that of a neighbour."""
    found: dict[str, str] = {}
    for language in ("de", "fr", "en", "nl"):
        found |= {_plain(name): code for code, name in Locale(language).territories.items() if code in country_names()}
    found |= {_plain(name): code for code, name in ORGANISATIONS.items()}
    return found | {_plain(name): code for code, names in OTHER_NAMES.items() for name in names}


def _plain(name: str) -> str:
    """Return a name without capitals, accents, dots and dashes: people type Italie, V.S. and Zuid Afrika."""
    bare = "".join(ch for ch in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(ch))
    return " ".join(re.sub(r"[-–]", " ", bare.replace(".", "").replace("'", " ")).split())
