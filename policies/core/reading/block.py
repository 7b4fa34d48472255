"""A piece of a text from outside, and pasted text → pieces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policies.core.facts.characters import UNSEEN

KINDS = ("heading", "text", "item", "row")

BULLET = re.compile(
    r"^\s*(?:[-–—*•·▪◦●■➢✓o\uf076\uf0a7\uf0b7\uf0d8\uf0fc]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
UNDERLINE = re.compile(r"^\s*([=\-_~*#])\1{2,}\s*$")
NUMBERED = re.compile(
    r"^(?:art(?:ikel|\.)?\s*)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=[A-ZÀ-Ý])|^artikel\s+\d+", re.IGNORECASE
)
HIDDEN = {code: None for first, last in UNSEEN for code in range(first, last + 1)}
WIDE = {0xFEE0 + code: code for code in range(0x21, 0x7F)}  # letters, digits and signs of double width
CASES = (
    HIDDEN
    | WIDE
    | str.maketrans(
        {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2010": "-", "\u2011": "-", "’": "'", "‘": "'", "´": "'"}
    )
)


@dataclass(frozen=True)
class SourceBlock:
    """One paragraph, heading, list item or table row, as it is printed. `bare`: a row without the names of its columns."""

    kind: str
    text: str
    bare: str = ""


def blocks(text: str) -> list[SourceBlock]:
    """Return the blocks of a pasted text.

    Lines that a mail program broke off are joined; what looks like a heading is one.
    """
    found: list[SourceBlock] = []
    lines = _lines(text)
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if not line or UNDERLINE.match(line) or set(line) <= set("|:- "):
            continue
        if "\t" in line or line.startswith("|"):  # a row of a table, as a word processor or Markdown gives it
            found.append(
                SourceBlock("row", "; ".join(cell.strip() for cell in re.split(r"[\t|]", line) if cell.strip()))
            )
            continue
        bullet = BULLET.match(line)
        if _is_heading(line, before, after, bool(bullet)):
            found.append(SourceBlock("heading", line.strip("#* ").rstrip(":")))
        elif bullet:
            found.append(SourceBlock("item", line[bullet.end() :]))
        elif found and before and found[-1].kind != "heading" and _goes_on(before, line):
            found[-1] = SourceBlock(found[-1].kind, f"{found[-1].text} {line}")
        else:
            found.append(SourceBlock("text", line))
    return found


def cleaned(text: str) -> str:
    """Return the text with plain spaces and apostrophes, without what cannot be seen or only makes bold."""
    return text.translate(CASES).replace("**", "")


def _lines(text: str) -> list[str]:
    return [re.sub(r" +", " ", line).strip() for line in re.split(r"\r\n|\r|\n|\x0b|\x0c|\u2028|\u2029", text)]


def _goes_on(before: str, line: str) -> bool:
    """Whether a line carries on with the sentence of the line before it."""
    return (
        len(before) > 55 and before[-1] not in ".!?:;" and (line[0].islower() or line[0] in '("“„' or before[-1] == ",")
    )


def _is_heading(line: str, before: str, after: str, bullet: bool) -> bool:
    if UNDERLINE.match(after) or line.startswith("#"):
        return True
    words = line.split()
    if len(words) > 12 or len(line) > 90 or line[-1] in ".;,!" or not any(letter.isalpha() for letter in line):
        return False
    if re.search(r"@|\bwww\.|https?:|\b\d{4} ?[A-Z]{2}\b|\b\d{4} [A-Z]|\b(?:19|20)\d\d\b|\+?\d[\d /.–-]{7,}", line):
        return False  # a line of an address, or with the date of the text
    if NUMBERED.match(line):
        return True
    if bullet:
        return False
    if line[-1] == ":":  # the name of a piece; a lead-in of a list is a sentence
        return len(words) <= 6 and not BULLET.match(after) and ":" not in line[:-1] and not before
    if line.isupper() and len(line) > 3:
        return True
    if ":" in line or not line[0].isupper() and not line[0].isdigit():
        return False
    # alone on its line between empty lines, or right above a full sentence
    return (not before and len(words) <= 10) or (
        len(after) > 60 and len(words) <= 8 and (not before or before[-1] in ".!?")
    )


ABBREVIATION = re.compile(
    r"(?:\b(?:art|arts|nr|nrs|no|tel|incl|excl|resp|bv|bijv|blz|ca|dhr|mevr|mw|dr|prof|ing|ir|mr|st|inc|ltd|co|vgl|zgn|jl|min|max|e\.d|afd|par|cfr|vb|o\.a|m\.b\.t|t\.a\.v)|\b[A-Z]|\.[a-z])\.$",
    re.IGNORECASE,
)
# A row of dots is looked at once, from its first one, and never again from its middle.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”»)\]]*+(?=(\s++)[\"'“„«(\[]?[A-Z0-9À-Ý•])")
GLUED = re.compile(r"(?<=[a-zé]{2})\.(?=[A-Z][a-z])")  # “gegevens.Wij”, and not Jan@Bakkerij.Be
LONGEST, LONGEST_LINE, LONGEST_WORD = (
    120,
    1500,
    500,
)  # words, characters and characters (the longest web address there may be): what goes on longer is no sentence or no word, and is cut
TAIL = 40  # characters before the end of a sentence in which an abbreviation would stand


def sentences(text: str) -> list[str]:
    """Return the sentences of one block; an abbreviation ends none."""
    if GLUED.search(text):
        text = " ".join(
            word if "@" in word or "www." in word.lower() else GLUED.sub(". ", word) for word in text.split(" ")
        )
    return [piece for sentence in _split(text) for piece in _cut(sentence)]


def _split(text: str) -> Iterator[str]:
    start = 0
    for end in END.finditer(text):
        if not ABBREVIATION.search(text[max(start, end.end() - TAIL) : end.end()].split()[-1]):
            yield text[start : end.end()].strip()
            start = end.end(1)
    if text[start:].strip():
        yield text[start:].strip()


def _cut(sentence: str) -> list[str]:
    """Return a sentence in pieces that are short enough to be looked at many times."""
    if len(sentence) <= LONGEST:
        return [sentence]
    pieces: list[list[str]] = [[]]
    length = 0
    for word in _words(sentence):
        if len(pieces[-1]) == LONGEST or length + len(word) > LONGEST_LINE:
            pieces.append([])
            length = 0
        pieces[-1].append(word)
        length += len(word) + 1
    return [" ".join(piece) for piece in pieces]


def _words(sentence: str) -> Iterator[str]:
    for word in sentence.split():
        yield from (word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
