"""How easy a text reads, by Flesch-Douma: 206.84 − 77 × syllables per word − 0.93 × words per sentence. A formula proves nothing; it points."""

import re
from functools import lru_cache

import pyphen

from .block import sentences
from .text import Reading

FEWEST_WORDS, FEWEST_SENTENCES = 100, 5
MOST_WORDS = 2000  # of a long text, sentences spread over the whole are counted until there are so many
NO_PROSE = re.compile(r"@|\bwww\.|https?:|\b\d{4} ?[A-Z]{2}\b|\bart(?:ikel|\.) ", re.IGNORECASE)
HARD = 50.0
DUTCH = pyphen.Pyphen(lang="nl_NL")


def ease(reading: Reading) -> float | None:
    """The score of the running text, one decimal; None when it is too short to say anything. Tables, headings, addresses and citations are left out."""
    lines = [one.text for one in reading.sentences if one.kind in {"text", "item"} and not NO_PROSE.search(one.text)]
    total = sum(line.count(" ") + 1 for line in lines)
    prose = [part for line in lines[::max(1, round(total / MOST_WORDS))] for part in sentences(line)]
    words = [word for line in prose for word in re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", line)]
    if len(words) < FEWEST_WORDS or len(prose) < FEWEST_SENTENCES:
        return None
    return round(206.84 - 77 * sum(map(syllables, words)) / len(words) - 0.93 * len(words) / len(prose), 1)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of a word: the places where it may be broken, and one."""
    return len(DUTCH.positions(word.lower())) + 1
