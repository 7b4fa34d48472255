"""Telephone numbers: read as people write them, told with what a telephone dials."""

import re

from policies.core.facts.characters import Refused, narrow

EXAMPLE = "Schrijf het als 09 123 45 67, 020 123 45 67 of +32 9 123 45 67."
SEVERAL = "Schrijf twee nummers als 09 123 45 67 of 0475 12 34 56."
JOINT = " of "  # between two numbers in one field, as the statement tells them
# What people put before a number; it says nothing that the label of the field does not say.
LABEL = re.compile(
    r"[\s•*☎✆📞📱-]*(?:\b(?:telefo(?:on|nisch)(?:nummer|nr)?|t[eé]l(?:nr|éphone)?|phone|callto|whatsapp|gsm(?:-?nummer|nr)?|mobiele?(?:nummer|nr)?|mob|fax(?:nummer|nr)?|bel(?:len)?|nummer|nr|via|[tmf])\b[\s.:☎✆📞/-]*)*(?=[+0-9(])",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\s*(?:;|\||&|,(?=[\s+0(])(?!\s*(?:toestel|ext|int|doorkies))|\b(?:en|of|or|and|et|ofwel)\b)\s*(?:\bof\b)?\s*|(?<=[0-9])\s+(?:\+\s+(?=0)|(?=\+))",
    re.IGNORECASE,
)
AGAIN = re.compile(
    r"(?<=[0-9])[\s(-]+(?=(?:[a-z]+[.: ]*)?0[1-9])", re.IGNORECASE
)  # a number may begin here, when what stands before it is whole
SLASH = re.compile(r"\s*/\s*(?=[+0(])")
INTERNATIONAL = re.compile(r"^\(?\+ *\(?(?=[1-9])|^\(?00 *(?=[1-9])\)? *")
TRUNK = re.compile(r"[ .-]*[(\[]0[)\]][ .-]*")
NO_TRUNK = re.compile(r"^\+(31|32|33|44|49)0")  # a zero that is not dialled from abroad
NEXT_LINE = re.compile(r"(?<=[0-9])\s*(?:of|en|,|à)\s*(?=[0-9]{1,2}$)", re.IGNORECASE)
AROUND = " .,;:/\"'“”„«»*_"  # quotation marks, and the signs that make a word bold or slanted in a message
ZERO = re.compile(r"(?<![^\W\d_])[oO](?=[0-9])|(?<=[0-9])[oO](?![^\W\d_])")  # the letter for the digit
DOTTED = re.compile(r"(?<=[0-9])[·•_'](?=[0-9])")
MORE_LINES = re.compile(r"(?<=[0-9])/[0-9]{1,2}$")  # 09 123 45 67/68: the next line of the same exchange
INSIDE = re.compile(
    r"\s*(?:[,;]?\s*\(?(?:toestel|ext|extensie|intern|int|doorkies(?:nummer|nr)?)\b[.:]?\s*([0-9]{1,6})\)?)$",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\+?[0-9(][0-9 ./()-]*")
SHORT = re.compile(
    r"14 ?0[0-9]{2,3}|1[0-9]{3}"
)  # 14 plus an area code is a Dutch town hall; four digits a Belgian information line
LEAST, WHOLE, MOST = 6, 8, 15  # digits; 15 is the most that E.164 allows


def telephone(text: str) -> str:
    """Return one number, or two or more with “of” between them, each with the signs of who typed it. Raises Refused."""
    plain = DOTTED.sub(" ", ZERO.sub("0", narrow(text).strip(AROUND)))
    parts = _parts(NEXT_LINE.sub("/", plain) if _digits(plain) > LEAST else plain)
    return JOINT.join(dict.fromkeys(map(_one, parts)))


def dialled(text: str) -> list[tuple[str, str | None]]:
    """Return each number of a stored text with its `tel:` address (RFC 3966), or None when it cannot be dialled.

    A number without + stays as it is dialled in its own country.
    """
    try:
        return [(number, _address(number)) for number in map(_one, _parts(narrow(text)))]
    except Refused:
        return [(text, None)]


def _parts(text: str) -> list[str]:
    """Return the numbers of one text. A slash parts two numbers only when both are whole."""
    found: list[str] = []
    for piece in STRONG.split(text):
        halves = SLASH.split(piece)
        found += halves if len(halves) > 1 and all(_digits(half) >= WHOLE for half in halves) else _apart(piece)
    return [piece for piece in found if piece.strip(" .,;:/-")] or [text]


def _apart(text: str) -> list[str]:
    """Return two numbers with no more than a space or a dash between them, which together are too long for one."""
    places = [
        one for one in AGAIN.finditer(text) if min(_digits(text[: one.start()]), _digits(text[one.end() :])) >= WHOLE
    ]
    if _digits(text) <= MOST or not places:
        return [text]
    right = text[places[0].end() :]
    return [text[: places[0].start()], right.rstrip(" )") if right.count("(") < right.count(")") else right]


def _one(text: str) -> str:
    bare = text.strip(" .,;:/")
    if bare.startswith("(") and bare.endswith(")") and _paired(bare[1:-1]):
        bare = bare[1:-1]
    if label := LABEL.match(bare):
        bare = bare[label.end() :]
    inside = INSIDE.search(bare)
    number = _written(bare[: inside.start()] if inside else bare)
    return f"{number} toestel {inside[1]}" if inside else number


def _written(text: str) -> str:
    """Return one number in one way: +32 for 0032, no (0) behind it, no spaces around dashes and slashes."""
    bare = re.sub(r"\s*([-/])\s*", r"\1", text.strip(" -"))
    if begins := INTERNATIONAL.match(bare):
        bare = "+" + TRUNK.sub(" ", _unbracketed(bare, begins.end()).lstrip(" -.")).strip()
    bare = re.sub(r"-{2,}", "-", " ".join(bare.split()))
    right = (
        NUMBER.fullmatch(bare)
        and not bare.startswith("+0")
        and _paired(bare)
        and (LEAST <= _digits(bare) <= MOST or SHORT.fullmatch(bare))
    )
    if not right:
        raise Refused(_fault(text, bare))
    return bare


def _fault(text: str, bare: str) -> str:
    if _digits(bare) > MOST:
        return f"Dit is te lang voor één telefoonnummer. {EXAMPLE} {SEVERAL}"
    if re.search(r"[^\W\d_]{2,}", text) and _digits(bare) >= LEAST:
        return f"Hier hoort alleen het nummer, zonder woorden erbij. {EXAMPLE}"
    return f"Dit is geen telefoonnummer. {EXAMPLE}"


def _unbracketed(text: str, start: int) -> str:
    """Return what follows the + or 00, without the bracket around the country code: (+32) 9 …, +(32) 9 …."""
    rest = text[start:]
    return rest.replace(")", " ", 1) if "(" in text[:start] and rest.count(")") > rest.count("(") else rest


def _paired(text: str) -> bool:
    """Return whether every bracket that opens is closed, one at a time."""
    return re.fullmatch(r"[^()]*(?:\([^()]+\)[^()]*)*", text) is not None


def _digits(text: str) -> int:
    return sum(ch.isdigit() for ch in text)


def _address(number: str) -> str:
    bare = MORE_LINES.sub("", INSIDE.sub("", number)) if _digits(number) > 9 else INSIDE.sub("", number)
    return "tel:" + NO_TRUNK.sub(r"+\1", re.sub(r"[^+0-9]", "", bare))
