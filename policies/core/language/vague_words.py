"""Vague and stiff words: the list of the catalogue, and what of it stands in a text (art. 12.1)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from policies.core.language.readability import of_text

PIECE = re.compile(r"[^\W_]+(?:[/.][^\W_]+)*")  # “en/of” and “o.a” are one
PATTERNS = ("pattern", "texts", "unless", "beside")  # fields of a row that are patterns
OPEN = "…"  # what a template fills in; no word of the list


@dataclass(frozen=True)
class VagueWord:
    """One row of catalogue/vague.yaml. `kind` is vaag (it hides a fact) or stijf (a common word stands beside it); `beside` must stand in a typed text too."""

    id: str
    kind: str
    why: str
    instead: str
    pattern: re.Pattern[str]
    in_texts: re.Pattern[str]
    unless: re.Pattern[str]
    beside: re.Pattern[str]
    telling: frozenset[str]


@dataclass(frozen=True)
class VagueWords:
    """The whole list. `telling` has of each form its longest piece: a text with none of these is done."""

    rows: tuple[VagueWord, ...]
    telling: frozenset[str]

    def __iter__(self) -> Iterator[VagueWord]:
        return iter(self.rows)


def words_of(rows: Iterable[Mapping[str, Any]]) -> VagueWords:
    """Return the rows of catalogue/vague.yaml, compiled once.

    Raises KeyError for a row without its fields, re.error for a pattern that is none.
    """
    words = tuple(
        _word(row["id"], row["kind"], row["why"], row["instead"], tuple(row["words"]), *map(row.get, PATTERNS))
        for row in rows
    )
    return VagueWords(words, frozenset().union(*(word.telling for word in words)))


@cache
def _word(
    id: str,
    kind: str,
    why: str,
    instead: str,
    forms: tuple[str, ...],
    pattern: str | None,
    texts: str | None,
    unless: str | None,
    beside: str | None,
) -> VagueWord:
    plain = pattern or rf"(?<![\w.-])({'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?![\w-])"
    telling = frozenset(max(PIECE.findall(form), key=len) for form in forms)
    ours, typed, excluded, near = (
        re.compile(source, re.IGNORECASE) for source in (plain, texts or plain, unless or r"(?!)", beside or "")
    )
    return VagueWord(id, kind, why, instead, ours, typed, excluded, near, telling)


def in_clause(text: str, words: VagueWords) -> list[tuple[VagueWord, str, str]]:
    """Return every word of the list that stands in a text of ours: the word, its form in small letters, and what stands around it."""
    return _standing(text, ((word, word.pattern) for word in words))


def in_catalogue(text: str, words: VagueWords) -> list[tuple[VagueWord, str, str]]:
    """Return the same as `in_clause` for a text that picking copies.

    What a user may type there may stand there, and no name for the reader but u and je.
    """
    return _standing(text, ((word, word.in_texts) for word in words))


def _standing(text: str, patterns: Iterable[tuple[VagueWord, re.Pattern[str]]]) -> list[tuple[VagueWord, str, str]]:
    found = []
    for word, pattern in patterns:
        left = word.unless.sub(OPEN, text)
        found += [
            (word, match[0].lower(), left[max(match.start() - 30, 0) : match.end() + 30].strip())
            for match in pattern.finditer(left)
        ]
    return found


def pieces_of(text: str) -> frozenset[str]:
    """Return the pieces of words in a text, in small letters.

    A text that shares none with `telling` holds nothing of the list.
    """
    return frozenset(PIECE.findall(text.lower()))


def in_text(text: str, words: VagueWords) -> Iterator[tuple[VagueWord, str, str]]:
    """Return what of the list stands in a text that a user typed: the word, its form, and the sentence around it.

    Each word counts once per text.
    """
    used = PIECE.findall(text.lower())
    if words.telling.isdisjoint(used):  # most texts
        return
    candidates = [
        word
        for word in words
        if not word.telling.isdisjoint(used)
        and word.beside.search(text)
        and word.pattern.search(word.unless.sub(OPEN, text))
    ]
    if not candidates:
        return
    sentences = [sentence.text for sentence in of_text(text).sentences]
    for word in candidates:
        for sentence in sentences:
            found = word.in_texts.search(word.unless.sub(OPEN, sentence))
            if found:
                yield word, next(form for form in (*found.groups(), found[0]) if form), sentence
                break
