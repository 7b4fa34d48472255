"""Fragments of sentences as people type them: list marks, capitals and closing signs, and how a fragment stands in a sentence.

A person types “• Bestellingen verwerken;”. What is stored is what was typed, without the list mark and the sign that only belongs to a list (`tidied`).
A clause decides where the fragment stands: in the middle of a sentence (`phrase`), as a sentence (`sentence`) or above a text (`heading`).
Words and abbreviations come from clauses/catalogue/capitals.yaml, names of countries and languages from CLDR.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from babel import Locale

from .fields import specs_of

# How a text of the user stands in the statement: a piece of a sentence, a whole sentence, the name of one thing, a function, law or institution that
# may begin with an article, an address, a title above a text, or a code that nobody touches.
WORDINGS = ("phrase", "sentence", "name", "designation", "place", "heading", "code")

BULLETS = "•▪▫●○◦‣⁃∙■□▶►➢➤➔→⇒✓✔☑✅☐❖◆◇·"
BULLET = rf"(?:[{BULLETS}]\ufe0f?)+\s*|[-–—*]+\s+|\[[ xX]?\]\s+"
TIGHT = r"[-–—*](?=[^\W\d_])(?!.*\*$)"  # “-naam”; *naam* is no list mark
NUMBERED = r"\(?\d{1,2}\)\s*(?=\D)|\d{1,2}\.(?:\s+|(?=[^\W\d_]))|\d{1,2}\s+[-–]\s+(?=[^\W\d_])"
LETTERED = r"\(?[A-Za-z]\)\s+|[a-z]\.\s+|\(?(?:i{1,3}|iv|vi{0,3}|ix|x)[.)]\s+|o\s+(?=\w)"
MARKS = {"name": re.compile(BULLET), "phrase": re.compile(f"{BULLET}|{TIGHT}|{NUMBERED}|{LETTERED}")}
BETWEEN = re.compile(r"\s*[•▪●◦‣➢➤✓✔✅]\s*")  # the next item of a list that was pasted on one line
BULLETED = re.compile(rf"{BULLET}|{TIGHT}|o\s+(?=\w)")
COUNTED = re.compile(r"\(?(?P<sign>\d{1,2}|[ivx]{1,4}|[A-Za-z])(?:\)\s*|\.\s+|\.(?=[^\W\d_]{2})|\s[-–]\s+)(?=\S)")
ROMANS = "i ii iii iv v vi vii viii ix x".split()
NAMED = frozenset({"name", "designation", "place", "heading"})  # may begin with a number of their own: “1. FC Köln”
BARE_MARK = re.compile(rf"[{BULLETS}*–—-]+")
LISTS = ",;:"
OPENS, CLOSES = "\"'“‘„«‚", "\"'”’“»‘"
ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}")  # B.V., N.V., e.d., a.u.b.
ENDING = re.compile(r"...(heid|heden|ing|ingen|atie|aties|elijke?|eren)$")  # of no name
ARTICLES = frozenset("de het een onze ons".split())


def tidied(text: str, kind: str, wording: str) -> str:
    """One value of a text field without what only belongs to a list: marks in front, a comma, colon or semicolon behind.

    `text` may have several lines, which become one; of a list, with commas between the items. A code stays as it is, and so does a long text,
    but for a sign at the end of a line that is typed twice or apart.
    """
    if kind == "long":
        return "\n".join(map(_close, text.split("\n")))
    lines = [line for line in text.split("\n") if line]
    if wording == "code":
        return " ".join(lines)
    bare = [stripped(line, wording) for line in lines]
    text = _enumerated(bare) if len(lines) > 1 and bare != lines else " ".join(bare)
    text = _close(stripped(text.lstrip(LISTS + " "), wording).rstrip(LISTS + " "))
    return "" if BARE_MARK.fullmatch(text) else text


def _enumerated(items: list[str]) -> str:
    """Items of a list as one line: “naam, adres”; after a lead-in or a full sentence without a comma."""
    text = ""
    for item in filter(None, items):
        text = text.rstrip(",; ")
        text += f"{'' if not text else ' ' if text[-1] in '.:!?' else ', '}{item}"
    return text


def stripped(text: str, wording: str = "phrase") -> str:
    """A text without the list marks in front of it, however many. A name keeps its number: “1. FC Köln”."""
    marks = MARKS["name" if wording in NAMED else "phrase"]
    while (mark := marks.match(text)) and mark.end():
        text = text[mark.end():].lstrip()
    return text if wording in NAMED else BETWEEN.sub(", ", text).strip(", ") if BETWEEN.search(text) else text


def unclosed(text: str, signs: str = ".,:;") -> str:
    """A text without the signs that close it. A full stop that belongs to the word before it stays: “Jansen & Co.”, “e.d.”."""
    bare = text.rstrip(signs + "… ") if "." in signs else text.rstrip(signs + " ")
    last = text[len(bare):].lstrip()[:1]
    return f"{bare}." if last == "." and abbreviated(f"{bare}.") else bare


def abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to the last word."""
    last = (text.split() or [""])[-1].lstrip("(" + OPENS)
    return bool(DOTTED.fullmatch(last)) or last.lower() in _table("abbreviations")


def phrase(text: str) -> str:
    """A fragment as it stands in the middle of a sentence: no quotation marks around all of it, no closing sign, a small letter where that is safe."""
    text = unclosed(_unquoted(stripped(text)), ".,:;!?")
    return small(_unquoted(text))


def sentence(text: str) -> str:
    """A fragment as a sentence of its own: a capital first, one sign last."""
    text = _close(stripped(text).rstrip(LISTS + " "))
    return capital(text if ENDS.search(text) or not text else f"{text}.")


def _close(text: str) -> str:
    """A text with its last sign against its last word, and that sign once: no “brood .”, “brood..” or “brood.;”."""
    text = re.sub(r"(?<=[.!?…])\s*[,:;]+$", "", text)
    text = re.sub(r"(?<=[^.\s])\.\.$", ".", text)
    return re.sub(r"(?<=[^.\s])\s+([.!?,:;])$", r"\1", text)


def heading(text: str) -> str:
    """A fragment above a text: no full stop, comma or colon last, but a question stays one."""
    return unclosed(stripped(text, "name"))


def quoted(text: str) -> str:
    """What a person typed between quotation marks, without the signs around it: “Bestellingen”."""
    return f"“{_unquoted(heading(_unquoted(text)))}”"


def name(text: str) -> str:
    """The name of one thing, as it was typed but for a list mark and the sign behind it.

    A full stop stays where it belongs to the name: after an abbreviation or a short word (“& Zn.”), and in a name that begins small (“bol.”). So does an
    ellipsis that stands apart: “Studio ...”.
    """
    text = _close(unclosed(stripped(text, "name"), LISTS))
    last = (text.split() or [""])[-1]
    own = text[:1].islower() or last[:-1].isalpha() and len(last) < 5 or abbreviated(text) or not last.strip(".…")
    return text if own else re.sub(r"[.…]+$", "", text)


def place(text: str) -> str:
    """An address or a town, as it was typed but for the signs around it."""
    return unclosed(stripped(text, "name"))


def designation(text: str) -> str:
    """A function, a law or an institution: as it was typed, but its article is small, and so is a function that stands alone."""
    text = place(text)
    first, _, rest = text.partition(" ")
    if not rest:
        return text.lower() if text[:1].isupper() and text[1:].islower() and text.lower() in _table("functions") else text
    return first.lower() + " " + rest if first.lower() in ARTICLES and _follows_article(rest) else text


SHAPES: Mapping[str, Callable[[str], str]] = {
    "phrase": phrase, "sentence": lambda text: _close(stripped(text).rstrip(LISTS + " ")), "name": name, "designation": designation, "place": place, "heading": heading, "code": str,
}


@dataclass(frozen=True)
class Listed:
    """A list inside a longer text."""

    items: tuple[str, ...]
    numbered: bool


def blocks(text: str) -> list[str | Listed]:
    """A longer text as it was typed, line by line: a paragraph for each line, and a list for lines that begin with a list mark.

    Numbers make a list only where they count from one, line after line: “2. Kosten” alone is a heading of the user.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    counted, found = _counted(lines), []
    for place, line in enumerate(lines):
        numbered = place in counted
        mark = COUNTED.match(line) if numbered else BULLETED.match(line)
        item = line[mark.end():].strip() if mark else ""
        if not item:
            found += [] if mark else [_close(line)]
        elif found and isinstance(found[-1], Listed) and found[-1].numbered == numbered and counted.get(place, 0) != 1:
            found[-1] = Listed((*found[-1].items, item), numbered)
        else:
            found.append(Listed((item,), numbered))
    return found


def lines_of(text: str | None) -> tuple[str, ...]:
    """The lines of a longer text without list marks, for whoever shows each line by itself."""
    found = [block.items if isinstance(block, Listed) else (block,) for block in blocks(text or "")]
    return tuple(line for lines in found for line in lines)


def _counted(lines: list[str]) -> dict[int, int]:
    """The lines that a user numbered, letters and roman numbers too, by their place: 1, 2, 3 … in turn, at least two."""
    places: dict[int, int] = {}
    run: list[int] = []
    for place, line in enumerate([*lines, ""]):
        mark = COUNTED.match(line)
        values = _values(mark["sign"]) if mark else set()
        if len(run) + 1 in values and run:
            run.append(place)
            continue
        places |= {one: number for number, one in enumerate(run, 1)} if len(run) > 1 else {}
        run = [place] if 1 in values else []
    return places


def _values(sign: str) -> set[int]:
    """The numbers that “3”, “c” or “iii” may stand for."""
    if sign.isdigit():
        return {int(sign)}
    roman = ROMANS.index(sign.lower()) + 1 if sign.lower() in ROMANS else 0
    return {roman, ord(sign.lower()) - ord("a") + 1 if len(sign) == 1 else 0} - {0}


def shaped(row: Any, name: str = "name") -> str:
    """A text of a row as it stands in the middle of a sentence; words for a row without one."""
    typed = getattr(row, name)
    return "nog zonder naam" if typed is None else SHAPES[wording_of(row, name)](typed)


def wording_of(row: Any, name: str) -> str:
    """How the text of a field stands in a sentence. A recipient that is a kind of company has no name of its own: “banken”."""
    kind = name == "name" and getattr(row, "kind", None) == "category"
    return "phrase" if kind else specs_of(type(row))[name].wording


def capital(text: str) -> str:
    """A text with a capital first. An iPhone, an article such as 's and a digit keep theirs: “'s Avonds”, “IJzer”."""
    lead = re.match(r"(['’‘][stnSTN]\s+)(?=\w)|[^\w'’]*", text)
    start = lead.end() if lead else 0
    word = re.match(r"[\w'’]*", text[start:])
    if word and any(letter.isupper() for letter in word.group()[1:]) and word.group()[:1].islower():
        return text
    if text[start:start + 2].lower() == "ij":
        return f"{text[:start]}IJ{text[start + 2:]}"
    return text[:start] + text[start:start + 1].upper() + text[start + 1:]


@lru_cache(maxsize=8192)
def small(text: str) -> str:
    """A text that stands in the middle of a sentence, with a small letter first where Dutch surely writes it small.

    Names, abbreviations, the nouns of German and whatever is not known keep the letter that was typed. A text in capitals alone becomes small when every word is known.
    """
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if not words or not text.startswith(words[0]) or not words[0][0].isupper() or _german(words):
        return text
    if len(text) > 3 and text.isupper():
        return text.lower() if all(_known(word.lower()) for word in words) else text
    first, rest = words[0], text[len(words[0]):]
    return _lowered(first) + rest if _is_small(first, words[1:]) else text


def _is_small(first: str, others: list[str]) -> bool:
    lower = _lowered(first)
    if any(letter.isupper() for letter in lower) or _is_name(first):
        return False
    if lower in ARTICLES:
        return bool(others) and _follows_article(" ".join(others))
    if others and others[0][0].isupper() and not others[0].isupper() and not _is_name(others[0]) and not _particle(lower):
        return False  # “Vragen Beantwoorden” may be the name of something
    return _known(lower) or bool(others) and _known(others[0]) and not lower.endswith(("s", "se", "er")) and others[0].islower()


def _follows_article(rest: str) -> bool:
    """Whether an article before these words is one: what follows is written small, or is known to be a name or an abbreviation."""
    word = (re.match(r"[\w'’-]+", rest) or [""])[0]
    return word[:1].islower() or word.isupper() and len(word) > 1 or _is_name(word)


def _lowered(word: str) -> str:
    """The first letter small; the Dutch ij is one letter."""
    return "ij" + word[2:] if word.startswith("IJ") else word[:1].lower() + word[1:]


def _particle(word: str) -> bool:
    return len(word) < 5 or word in {"onder", "tegen", "tussen", "sinds", "zolang", "omdat", "volgens", "zonder", "tijdens"}


def _known(word: str) -> bool:
    """Whether Dutch writes this word small: it is in the table, or a compound of which the end is."""
    table = _table("small")
    parts = word.split("-")
    if len(parts) > 1:
        return parts[0] in {"e", *table} and not _is_name(parts[0].capitalize())
    if word in table or ENDING.search(word):
        return True
    return not re.search(_data()["place_shape"], word) and any(word[cut:] in table for cut in range(3, len(word) - 4))


def _is_name(word: str) -> bool:
    """Whether a word, or the part before its hyphen, is a name that keeps its capital."""
    first = re.split(r"[-'’]", word)[0]
    return first in _table("names") or first in _places()


def _german(words: list[str]) -> bool:
    table, shape = _table("german"), _german_shape()
    return any(word in table or shape.search(word.lower()) and word.lower() not in _table("small") for word in words)


def _unquoted(text: str) -> str:
    if len(text) > 2 and text[0] in OPENS and text[-1] in CLOSES and not any(sign in text[1:-1] for sign in (text[0], text[-1])) and not re.match(r"['’‘][stn]\s", text):
        return text[1:-1].strip()
    return text


@cache
def _data() -> Mapping[str, str]:
    from ..library import load  # the library reads files, and knows the facts

    return load().catalogue["capitals"]


@cache
def _table(part: str) -> frozenset[str]:
    return frozenset(_data()[part].split())


@cache
def _german_shape() -> re.Pattern[str]:
    return re.compile(_data()["german_shape"])


@cache
def _places() -> frozenset[str]:
    """The names of countries and languages, and the adjectives made of a language."""
    locale = Locale("nl")
    languages = {word for word in locale.languages.values() if word.isalpha()}
    countries = {word for country in locale.territories.values() for word in country.split() if word[0].isupper()}
    return frozenset(languages | {f"{word}e" for word in languages} | countries)
