"""One measure of how easy a text reads, for a document, a page and pasted text alike: it counts only what a bare text shows."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import floor

from .split import LIST_MARK, MARKED, WORD, cleaned, marked, sentences, syllables

LEAST_WORDS, LEAST_SENTENCES = 50, 3  # under these a score says more about chance than about the text
# What the score leaves out: nobody sees in a bare text that something is a label, the next cell of a table, or a name.
_LABEL = r"(?:[^\s.!?:;]{1,60} ){0,5}[^\s.!?:;]{1,60} ?(?:\?:|[:?]) +"
LABELS, NEXT_CELL = re.compile(rf"(?:{_LABEL})+"), re.compile(rf"; (?={_LABEL})")
INSIDE = re.compile(r"(?:(?<=[^\W_] )|(?<=[,;)] )|(?<= \())[^\W\d_][\w'’-]*")  # a word that is not the first of its sentence
GAP = re.compile(r"\[nog in te vullen: [^\]]{0,300}\]")
WHOLE = re.compile(r"[.!][\"”’')\]»]*$")


def score_of(pieces: Iterable[str]) -> float | None:
    """Flesch-Douma over these paragraphs, items and cells: 206.84 − 77 × syllables per word − 0.93 × words per sentence.

    What counts does not hang on where the text stands, so that a statement has one score as a document, as a page and as pasted text. None for a text too short to judge.
    """
    words, spoken, sentences = count(pieces)
    if words < LEAST_WORDS or sentences < LEAST_SENTENCES:
        return None
    return 206.84 - 77 * spoken / words - 0.93 * words / sentences


def count(pieces: Iterable[str]) -> tuple[int, int, int]:
    """(words, syllables, sentences) that count."""
    found = [one for piece in pieces for one in _whole_sentences(piece)]
    return sum(words for words, _ in found), sum(spoken for _, spoken in found), len(found)


def figure(score: float | None) -> int | None:
    """A score as it is shown anywhere: 59.9 is not yet 60, and under 0 says nothing more."""
    return None if score is None else max(0, floor(score))


@lru_cache(maxsize=4096)  # after one changed answer nearly all pieces are as they were
def _whole_sentences(piece: str) -> tuple[tuple[int, int], ...]:
    """(words, syllables) of each sentence that ends in a full stop or an exclamation mark. A question is mostly a heading, and nobody sees which."""
    found = []
    for cell in NEXT_CELL.split(_without(LIST_MARK, GAP.sub("", cleaned(piece)))):
        for one in sentences(marked(_without(LABELS, cell))):
            words = WORD.findall(INSIDE.sub(_no_name, MARKED.sub(" ", marked(one.text)))) if WHOLE.search(one.text) else ()
            found += [(len(words), sum(map(syllables, words)))] if words else []
    return tuple(found)


def _without(start: re.Pattern[str], text: str) -> str:
    found = start.match(text)
    return text[found.end() :] if found else text


def _no_name(word: re.Match[str]) -> str:
    """A word unless it is written as a name; one in capitals only is an abbreviation, and counts."""
    return " " if word[0][0].isupper() and not word[0].isupper() else word[0]
