"""Fragments of sentences as people type them, and how a fragment stands in a sentence.

A person types “• Bestellingen verwerken;”. What is stored is what was typed, without the list mark and the sign that
only belongs to a list (`without_list_signs`). A clause decides where the fragment stands: in the middle of a sentence
(`phrase`), as a sentence (`sentence`) or above a text (`heading`).
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from policies.core.facts.capitals import ARTICLES, capital, follows_article, small, table, town
from policies.core.facts.fields import specs_of
from policies.core.facts.marks import BARE_MARK, closed, stripped

# How a text of the user stands in the statement: a piece of a sentence, a whole sentence, the name of one thing, a function, law or institution that
# may begin with an article, an address, a title above a text, or a code that nobody touches.
WORDINGS = ("phrase", "sentence", "name", "designation", "place", "heading", "code")
UNQUOTED = frozenset(
    {"phrase", "sentence", "heading", "designation"}
)  # a spreadsheet puts quotation marks around a cell; those of a name may be its own
LISTS = ",;:"
PLACES_IN_LAW = frozenset(
    "art. artikel artikelen artt. hoofdstuk titel boek bijlage".split()
)  # Dutch writes them small
LEGAL_FORMS = frozenset(
    "BV NV CV VOF VZW BVBA SA SRL AG GmbH".split()
)  # written without full stops; with them each letter has its own
LONGEST = 10_000  # longer than any field takes, and refused after this
OPENS, CLOSES = "\"'“‘„«‚", "\"'”’“»‘"
ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}")  # B.V., N.V., e.d., a.u.b.


def without_list_signs(text: str, kind: str, wording: str) -> str:
    """Return one value of a text field without what only belongs to a list.

    That is: marks in front, and a comma, colon or semicolon behind.

    `text` may have several lines, which become one; of a list, with commas between the items. A code stays as it is,
    and so does a long text, but for a sign at the end of a line that is typed twice or apart.
    """
    if len(text) > LONGEST:
        return text
    if kind == "long":
        return "\n".join(map(closed, text.split("\n")))
    lines = [line for line in text.split("\n") if line]
    if wording == "code":
        return " ".join(lines)
    bare = [stripped(line, wording) for line in lines]
    text = _enumerated(bare) if len(lines) > 1 and bare != lines else " ".join(bare)
    before = None
    while text != before:  # one sign may hide another
        before, text = text, closed(stripped(text.lstrip(LISTS + " "), wording).rstrip(LISTS + " "))
        text = _unquoted(text) if wording in UNQUOTED else text
    return "" if BARE_MARK.fullmatch(text) else text


def _enumerated(items: list[str]) -> str:
    """Return the items of a list as one line: “naam, adres”; after a lead-in or a full sentence without a comma."""
    text = ""
    for item in filter(None, items):
        text = text.rstrip(",; ")
        text += f"{'' if not text else ' ' if text[-1] in '.:!?' else ', '}{item}"
    return text


def unclosed(text: str, signs: str = ".,:;") -> str:
    """Return a text without the signs that close it.

    A full stop that belongs to the word before it stays: “Jansen & Co.”, “e.d.”.
    """
    bare = text.rstrip(signs + "… ") if "." in signs else text.rstrip(signs + " ")
    last = text[len(bare) :].lstrip()[:1]
    return f"{bare}." if last == "." and abbreviated(f"{bare}.") else bare


def abbreviated(text: str) -> bool:
    """Return whether the full stop at the end belongs to the last word."""
    last = (text.split() or [""])[-1].lstrip("(" + OPENS)
    return (
        last[:-1] not in LEGAL_FORMS
        and last[:-1] not in table("names")
        and bool(DOTTED.fullmatch(last) or last.lower() in table("abbreviations"))
    )


@lru_cache(
    maxsize=8192
)  # a statement asks for the same few hundred over and over, and after one changed answer nearly all are as they were
def phrase(text: str) -> str:
    """Return a fragment as it stands in the middle of a sentence.

    It has no quotation marks around all of it, no closing sign, and a small letter first where that is safe.
    """
    text = unclosed(_unquoted(stripped(text)), ".,:;!?")
    return small(_unquoted(text))


def sentence(text: str) -> str:
    """Return a fragment as a sentence of its own: a capital first, one sign last."""
    text = closed(stripped(text).rstrip(LISTS + " "))
    return capital(text if ENDS.search(text) or not text else f"{text}.")


def heading(text: str) -> str:
    """Return a fragment as it stands above a text: no full stop, comma or colon last, but a question stays one.

    Dutch in capitals alone gets one capital.
    """
    text = unclosed(stripped(text, "name"))
    return capital(small(text)) if small(text) != text and text.isupper() else text


@lru_cache(maxsize=4096)  # a check names each row that it looks at, whether or not something is wrong there
def quoted(text: str) -> str:
    """Return what a person typed between quotation marks, without the signs around it: “Bestellingen”."""
    return f"“{_unquoted(heading(_unquoted(text)))}”"


def name(text: str) -> str:
    """Return the name of one thing, as it was typed but for a list mark and the sign behind it.

    A full stop stays where it belongs to the name: after an abbreviation or a short word (“& Zn.”), and in a name that
    begins small (“bol.”). So does an ellipsis that stands apart: “Studio ...”.
    """
    text = closed(unclosed(stripped(text, "name"), LISTS))
    last = (text.split() or [""])[-1]
    short = last[:-1].isalpha() and len(last) < 5 and last[:-1] not in LEGAL_FORMS and last[:-1] not in table("names")
    own = text[:1].islower() or short or abbreviated(text) or not last.strip(".…")
    return text if own else unclosed(re.sub(r"[.…]+$", "", text), LISTS)


def place(text: str) -> str:
    """Return an address or a town as it was typed, but for the signs around it.

    A town that we know in capitals alone gets one capital: “AALST”.
    """
    return town(unclosed(stripped(text, "name")))


def designation(text: str) -> str:
    """Return a function, a law or an institution as it was typed, but with a small article.

    A function that stands alone is small too.
    """
    text = place(text)
    first, _, rest = text.partition(" ")
    if rest and first.lower() in PLACES_IN_LAW:
        return f"{first.lower()} {rest}"
    if not rest:
        return (
            text.lower() if text[:1].isupper() and text[1:].islower() and text.lower() in table("functions") else text
        )
    return first.lower() + " " + rest if first.lower() in ARTICLES and follows_article(rest) else text


SHAPES: Mapping[str, Callable[[str], str]] = {
    "phrase": phrase,
    "sentence": lambda text: closed(stripped(text).rstrip(LISTS + " ")),
    "name": name,
    "designation": designation,
    "place": place,
    "heading": heading,
    "code": str,
}


def shaped(row: Any, name: str = "name") -> str:
    """Return a text of a row as it stands in the middle of a sentence; words for a row without one."""
    typed = getattr(row, name)
    return "nog zonder naam" if typed is None else SHAPES[wording_of(row, name)](typed)


def wording_of(row: Any, name: str) -> str:
    """Return how the text of a field stands in a sentence, one of WORDINGS.

    A recipient that is a kind of company has no name of its own: “banken”.
    """
    kind = name == "name" and getattr(row, "kind", None) == "category"
    return "phrase" if kind else specs_of(type(row))[name].wording


def _unquoted(text: str) -> str:
    if (
        len(text) > 2
        and text[0] in OPENS
        and text[-1] in CLOSES
        and not any(sign in text[1:-1] for sign in (text[0], text[-1]))
        and not re.match(r"['’‘][stn]\s", text)
    ):
        return text[1:-1].strip()
    return text
