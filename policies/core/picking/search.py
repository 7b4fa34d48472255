"""Find by a few words, without accents and capitals, best first."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LONGEST, WORDS = 100, 6  # of what somebody looks for
WHOLE, BEGINS, INSIDE, ELSEWHERE, DEEP = range(5)  # how well one word is found: the less the better


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return small letters and digits without accents, words apart by one space."""
    bare = "".join(ch for ch in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(ch))
    return " ".join("".join(ch if ch.isalnum() else " " for ch in bare.replace("'", "").replace("’", "")).split())


def grade(sought: str, name: str, more: Iterable[str]) -> int | None:
    """Return how well a thing with that name, and `more` words about it, fits a search.

    The less the better; None for no fit.
    Every word must be found somewhere; a word of one or two letters only where a word begins.
    """
    words = plain(sought[:LONGEST]).split()[:WORDS]
    if not words:
        return None
    title, rest = plain(name), " ".join(plain(text) for text in more)
    grades = [found for word in words if (found := _one(word, title, rest)) is not None]
    if len(grades) < len(words):
        return None
    return sum(grades) - (title.startswith(" ".join(words)))


def _one(word: str, title: str, rest: str) -> int | None:
    if word in title.split():
        return WHOLE
    if f" {word}" in f" {title}":
        return BEGINS
    long = len(word) > 2
    if long and word in title:
        return INSIDE
    if f" {word}" in f" {rest}":
        return ELSEWHERE
    return DEEP if long and word in rest else None
