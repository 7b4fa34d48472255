"""One measure of how easy a text reads, in two figures, for a document, a page and pasted text alike: it counts only what a bare text shows.

*Lopende tekst* counts whole sentences. *Alle regels* counts the items of lists and the cells of tables beside them, each a line, so that a wall of
fragments does not score well.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor

from policies.core.language.split import LIST_MARK, MARKED, WORD, cleaned, marked, sentences, syllables

LEAST_WORDS, LEAST_SENTENCES = 50, 3  # under these a score says more about chance than about the text
# What the scores leave out: nobody sees in a bare text that something is a label, the next cell of a table, or a name.
_LABEL = r"(?:[^\s.!?:;]{1,60} ){0,5}[^\s.!?:;]{1,60} ?(?:\?:|[:?]) +"
LABELS, NEXT_CELL = re.compile(rf"(?:{_LABEL})+"), re.compile(rf"; (?={_LABEL})")
INSIDE = re.compile(
    r"(?:(?<=[^\W_] )|(?<=[,;)] )|(?<= \())[^\W\d_][\w'’-]*"
)  # a word that is not the first of its sentence
ADDRESS = re.compile(
    r" ?\([^\s()]{0,200}\w\.[a-z]{2,}[^\s()]{0,300}(?:\)|(; ))"
)  # behind a name, where a page has a link
GAP = re.compile(r"\[nog in te vullen: [^\]]{0,300}\]")
LABEL_END, WHOLE = re.compile(r" ?(?:\?:|[:?]) +"), re.compile(r"[.!][\"”’')\]»]*$")


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A paragraph, heading, item or row as it is printed. `is_line`: an item of a list or a row of a table, which counts without a full stop."""

    text: str
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class Ease:
    """The two scores of a text: of its whole sentences, and of these with its items and cells. None where there is too little to judge."""

    text: float | None
    lines: float | None

    @property
    def worse(self) -> float | None:
        """The lower of the two that there are."""
        return min((score for score in (self.text, self.lines) if score is not None), default=None)

    def __str__(self) -> str:
        """Both figures for a sentence: “lopende tekst 62, alle regels 58”."""
        named = (("lopende tekst", self.text), ("alle regels", self.lines))
        return ", ".join(f"{name} {figure(score)}" for name, score in named if score is not None)


def ease_of(pieces: Iterable[TextPiece]) -> Ease:
    """Return the ease of these pieces by Flesch-Douma: 206.84 − 77 × syllables per word − 0.93 × words per sentence or line.

    What counts does not hang on where the text stands, so that a statement has the same scores as a document, as a page and as
    pasted text.
    """
    found = [part for piece in pieces for part in _parts(piece)]
    return Ease(_score(part for part in found if part.is_whole), _score(found))


def paragraph_piece(text: str) -> TextPiece:
    """Return the piece of a paragraph; one that begins with a list mark (“1. ”, “- ”) is a line.

    A bare text shows no difference between such a paragraph and an item.
    """
    return TextPiece(text, is_line=LIST_MARK.match(text) is not None)


def count(pieces: Iterable[TextPiece], *, lines: bool = False) -> tuple[int, int, int]:
    """Return (words, syllables, sentences) that count; with `lines` also those of the items and cells that are no sentences."""
    found = [part for piece in pieces for part in _parts(piece) if part.is_whole or lines]
    return sum(part.words for part in found), sum(part.syllables for part in found), len(found)


def row_of(cells: Sequence[str]) -> str:
    """Return a row of a table as plain text prints it, without the names of its columns."""
    first, *others = cells
    rest = "; ".join(filter(None, others))
    return f"{first}: {rest}" if rest else first


def figure(score: float | None) -> int | None:
    """Return a score as it is shown anywhere: rounded down, so that 59.9 is not yet 60, and not under 0; None for no score."""
    return None if score is None else max(0, floor(score))


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence, or one line that is none, with what counts of it."""

    words: int
    syllables: int
    is_whole: bool


def _score(parts: Iterable[_Line]) -> float | None:
    counted = list(parts)
    words = sum(part.words for part in counted)
    if words < LEAST_WORDS or len(counted) < LEAST_SENTENCES:
        return None
    return 206.84 - 77 * sum(part.syllables for part in counted) / words - 0.93 * words / len(counted)


@lru_cache(maxsize=8192)  # after one changed answer nearly all pieces are as they were
def _parts(piece: TextPiece) -> tuple[_Line, ...]:
    """Return the sentences that end in a full stop or an exclamation mark, and what else is a line.

    A question is mostly a heading, and nobody sees which; so is a paragraph without a mark, unless a label stands before it. What
    stands before the colon of an item (“E-mailadres: twee jaar”) may be a cell, and is a line; in a row with the names of its
    columns it is one of these names.
    """
    text = ADDRESS.sub(lambda found: " (" if found[1] else "", GAP.sub("", cleaned(piece.text)))
    cells = NEXT_CELL.split(_without(LIST_MARK, text))
    found: list[_Line] = []
    for cell in cells:
        label = LABELS.match(cell)
        if label and piece.is_line and len(cells) == 1:
            found += (_part(words, False) for words in LABEL_END.split(label[0]))
        for one in sentences(marked(cell[label.end() :] if label else cell)):
            if WHOLE.search(one.text):
                found.append(_part(one.text, True))
            elif piece.is_line or label:
                found += (_part(words, False) for words in one.text.split(": "))
    return tuple(part for part in found if part.words)


def _part(text: str, is_whole: bool) -> _Line:
    words = WORD.findall(INSIDE.sub(_no_name, MARKED.sub(" ", marked(text))))
    return _Line(len(words), sum(map(syllables, words)), is_whole)


def _without(start: re.Pattern[str], text: str) -> str:
    found = start.match(text)
    return text[found.end() :] if found else text


def _no_name(word: re.Match[str]) -> str:
    """Return a word, or a space where it is written as a name.

    A word in capitals only is an abbreviation, and counts.
    """
    return " " if word[0][0].isupper() and not word[0].isupper() else word[0]
