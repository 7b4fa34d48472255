"""How sentences are looked for in texts: the shape of a phrase, and the quick first look that most texts end with."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from policies.core.checks.finding import CheckRule, Finding

LONGEST = 1000  # characters of one sentence: nobody writes a longer one, and a pattern must not take seconds


@dataclass(frozen=True)
class Phrase:
    """A sentence that `says` matches is a fault while `when` holds, unless `unless` matches it too.

    What asks for several words in any order begins with ^: tried once on a line, and not again from every letter of it.
    `hints` are pieces of words, apart by |, of which every such sentence has one in small letters: most texts have none, and are done.
    """

    rule: CheckRule
    hints: str
    says: str
    message: str
    remedy: str
    when: Callable[[Any, str], bool] = lambda review, path: (
        True
    )  # asked with the Review, which is made of texts like these
    unless: str = r"(?!)"

    def in_sentence(self, sentence: str) -> bool:
        """Return whether one sentence says it; `when` is not asked.

        Of a sentence that has no end only the beginning is looked at.
        """
        sentence = sentence[:LONGEST]
        return bool(pattern_of(self.says).search(sentence)) and not pattern_of(self.unless).search(sentence)


class TextIndex:
    """All texts as one, in small letters, to find quickly which of them hold a word: most hold nothing of the kind."""

    def __init__(self, texts: Sequence[str]):
        lowered = [text.lower() for text in texts]
        self.whole = "\n".join(lowered)
        self.vocabulary = " ".join(set(self.whole.split()))  # a few times shorter: what is not in here is nowhere
        self.ends = list(accumulate(len(low) + 1 for low in lowered))

    def holding(self, pieces: Iterable[str]) -> list[int]:
        """Return the numbers of the texts that hold one of these pieces, each once, in order."""
        found: set[int] = set()
        for piece in pieces:
            at = self.whole.find(piece) if " " in piece or piece in self.vocabulary else -1
            while at >= 0:
                index = bisect_right(self.ends, at)
                found.add(index)
                at = self.whole.find(piece, self.ends[index])
        return sorted(found)


@lru_cache(maxsize=4096)  # every phrase asks for them again
def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text.

    “Gebruikt u onze website? Dan …” is one: the question is its condition.
    """
    return tuple(
        sentence.strip()
        for sentence in re.split(r"(?<=[.!?])(?<!\.\.\.)\s+(?!(?<=\?\s)Dan\b)|\n", text)
        if sentence.strip()
    )


@lru_cache(maxsize=8192)  # at every check of a company again, and few texts changed since
def matches(phrase: Phrase, text: str) -> bool:
    """Return whether some sentence says it."""
    return any(phrase.in_sentence(sentence) for sentence in sentences_of(text))


def phrase_findings(review: Any, phrases: Iterable[Phrase]) -> Iterator[Finding]:
    """Yield a finding for each text of the user that says one of these phrases while it is a fault."""
    for phrase in phrases:
        for path, text in (review.texts[number] for number in review.index.holding(phrase.hints.split("|"))):
            if matches(phrase, text) and phrase.when(review, path):
                yield phrase.rule.at(path, phrase.message, phrase.remedy)


@cache
def pattern_of(source: str) -> re.Pattern[str]:
    """Return the compiled pattern of a source, in any capitals and line by line."""
    return re.compile(source, re.IGNORECASE | re.MULTILINE)
