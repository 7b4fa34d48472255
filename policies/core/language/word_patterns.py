"""Patterns of words as a lawyer writes them in reading.yaml, compiled once; and the index that makes trying hundreds of them quick.

A pattern is one or more parts; clauses/catalogue/reading.yaml explains them to who writes them:
`recht op inzage`, `a|b`, `bewaar*`, `uw?`, `...` (up to eight other words), `<gegevens>` (a named group of words), `<getal>`;
` + part` also in the sentence, ` - part` not in the sentence; a part that begins with ~ is looked for near by, with ^ in the heading, with @ by code (~@ by code, near by).
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

TOKEN = re.compile(r"[^\W_]+(?:[-'.@&+][^\W_]+)*|[:?]")
NUMBER = r"(?:\d[\d.,]*|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|twintig|dertig|veertig|zestig|negentig|honderd)"
GAP = r"(?:[^ ]+ ){0,8}?"
KINDS = {"~": "near", "^": "heading", "@": "mark"}


class PatternError(ValueError):
    """A pattern that cannot be understood; the message names it."""


@dataclass(frozen=True)
class PatternPart:
    """One condition of a pattern: what, where, and whether it must be absent. `needs` are the words without which it cannot match."""

    kind: str  # says, near, heading or mark
    absent: bool
    name: str
    regex: re.Pattern[str] | None
    needs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Pattern:
    """A pattern with the line it was written as, which is shown as the rule."""

    source: str
    parts: tuple[PatternPart, ...]


def compiled(source: str, groups: Mapping[str, str]) -> Pattern:
    """A pattern from its line. Raises PatternError for a group that does not exist or a part without words."""
    pieces = [piece.strip() for piece in re.split(r"(?:^|\s)([+-])(?=\s|$)", source.strip())]
    signs = ["+", *pieces[1::2]]
    parts = tuple(_part(piece, sign == "-", groups, source) for piece, sign in zip(pieces[::2], signs, strict=True))
    if all(part.absent for part in parts):
        raise PatternError(f"“{source}” zegt alleen wat er niet mag staan")
    return Pattern(source, parts)


def _part(piece: str, absent: bool, groups: Mapping[str, str], source: str) -> PatternPart:
    kind = KINDS.get(piece[:1], "says")
    words = piece if kind == "says" else piece[1:]
    if not words.strip():
        raise PatternError(f"“{source}” heeft een leeg deel")
    if kind == "mark" or words.startswith("@"):
        return PatternPart(kind, absent, words.removeprefix("@"), None, ())
    regex, needs = r"(?<![^ ])", []
    for word in words.split():
        optional = (
            len(word) > 1 and word.endswith("?") and not word.endswith("|?")
        )  # in a|? the sign itself is an alternative
        word = word.removesuffix("?") if optional else word
        if word == "...":
            regex += GAP
            continue
        alternatives = _alternatives(word, groups, source)
        choice = "|".join(
            NUMBER if one == "<getal>" else re.escape(one).replace(r"\*", "[^ ]*") for one in alternatives
        )
        regex += f"(?:(?:{choice}) )?" if optional else f"(?:{choice}) "
        if not optional and "<getal>" not in alternatives:
            needs.append(alternatives)
    return PatternPart(kind, absent, words, re.compile(regex), tuple(needs))


def _alternatives(word: str, groups: Mapping[str, str], source: str) -> tuple[str, ...]:
    found: list[str] = []
    for one in word.lower().split("|"):
        if one.startswith("<") and one != "<getal>":
            if one[1:-1] not in groups:
                raise PatternError(f"“{source}”: de woordgroep {one} bestaat niet")
            found += groups[one[1:-1]].split("|")
        else:
            found.append(one)
    return tuple(found)


def normal(text: str) -> str:
    """A sentence as patterns see it: small letters, words and colons parted by one space, one space last."""
    return "".join([f"{token} " for token in TOKEN.findall(text.lower())])


class WordIndex:
    """Which of a list of normal sentences hold which words."""

    def __init__(self, sentences: list[str]) -> None:
        self.postings: dict[str, set[int]] = {}
        for number, sentence in enumerate(sentences):
            for word in sentence.split():
                self.postings.setdefault(word, set()).add(number)
        self.vocabulary = sorted(self.postings)
        self.known: dict[str, frozenset[int]] = {}

    def candidates(self, part: PatternPart) -> frozenset[int] | None:
        """The sentences that hold every word the part needs; None when it needs none."""
        found: frozenset[int] | None = None
        for alternatives in part.needs:
            holding = frozenset().union(*[self._holding(one) for one in alternatives])
            found = holding if found is None else found & holding
            if not found:
                break
        return found

    def _holding(self, word: str) -> frozenset[int]:
        if word not in self.known:
            found: set[int] = set()
            for one in self.like(word):
                found |= self.postings[one]
            self.known[word] = frozenset(found)
        return self.known[word]

    def like(self, word: str) -> list[str]:
        """The words of the text that an alternative stands for."""
        if "*" not in word:
            return [word] if word in self.postings else []
        if word.index("*") == len(word) - 1:
            start = word[:-1]
            after = bisect_left(self.vocabulary, start)
            return list(takewhile(lambda one: one.startswith(start), self.vocabulary[after : after + 2000]))
        shape = re.compile(re.escape(word).replace(r"\*", ".*"))
        return [one for one in self.vocabulary if shape.fullmatch(one)]
