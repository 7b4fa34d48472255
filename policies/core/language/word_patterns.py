"""The reading language: a line of it → a compiled pattern. This is its only parser; docs/reading-language.md has the grammar.

`recht op inzage`, `a|b`, `bewaar*`, `uw?`, `...` (up to eight other words), `<gegevens>` (a named group of words), `<getal>` (a number);
` + part` also in the sentence, ` - part` not in the sentence; a part that begins with ~ is looked for near by, with ^ in the heading, with @ by
code (~@ by code, near by).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TOKEN = re.compile(r"[^\W_]+(?:[-'.@&+][^\W_]+)*|[:?]")
NUMBER = r"(?:\d[\d.,]*|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|twintig|dertig|veertig|zestig|negentig|honderd)"
NUMBER_GROUP, GAP_WORD = "<getal>", "..."
GAP = r"(?:[^ ]+ ){0,8}?"
SIGN = re.compile(r"(?:^|\s)([+-])(?=\s|$)")
PLACES = {"~": "near", "^": "heading", "@": "mark"}  # the first sign of a part → its kind


class PatternError(ValueError):
    """A line that is no pattern; the message is Dutch and names it."""


@dataclass(frozen=True)
class PatternPart:
    """One condition of a pattern: what, where, and whether it must be absent.

    `kind` is says, near, heading or mark. `name` has the words of the part, or the name of its mark; `regex` is None for a mark.
    `needs` are the words without which the part cannot match, each as its alternatives.
    """

    kind: str
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
    """Return the pattern of a line. `groups` has the alternatives of each group, parted by |.

    Raises PatternError for a group that does not exist, a part without words, and a line that only says what must be absent.
    """
    parts = tuple(_part(words, sign == "-", groups, source) for sign, words in _signed(source))
    if all(part.absent for part in parts):
        raise PatternError(f"“{source}” zegt alleen wat er niet mag staan")
    return Pattern(source, parts)


def _signed(source: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a line, each behind its sign; the first part has +."""
    first, *rest = (piece.strip() for piece in SIGN.split(source.strip()))
    yield "+", first
    yield from zip(rest[::2], rest[1::2], strict=True)


def _part(piece: str, absent: bool, groups: Mapping[str, str], source: str) -> PatternPart:
    kind = PLACES.get(piece[:1], "says")
    words = piece if kind == "says" else piece[1:]
    if not words.strip():
        raise PatternError(f"“{source}” heeft een leeg deel")
    if kind == "mark" or words.startswith("@"):
        return PatternPart(kind, absent, words.removeprefix("@"), None, ())
    regex, needs = r"(?<![^ ])", []
    for word, optional in map(_optional, words.split()):
        if word == GAP_WORD:
            regex += GAP
            continue
        alternatives = _alternatives(word, groups, source)
        regex += f"(?:(?:{_choice(alternatives)}) )?" if optional else f"(?:{_choice(alternatives)}) "
        if not optional and NUMBER_GROUP not in alternatives:
            needs.append(alternatives)
    return PatternPart(kind, absent, words, re.compile(regex), tuple(needs))


def _optional(word: str) -> tuple[str, bool]:
    """Return a word without the ? that lets it be absent, and whether it had one. In `:|?` the sign itself is an alternative."""
    optional = len(word) > 1 and word.endswith("?") and not word.endswith("|?")
    return (word.removesuffix("?") if optional else word), optional


def _choice(alternatives: tuple[str, ...]) -> str:
    return "|".join(NUMBER if one == NUMBER_GROUP else re.escape(one).replace(r"\*", "[^ ]*") for one in alternatives)


def _alternatives(word: str, groups: Mapping[str, str], source: str) -> tuple[str, ...]:
    """Return the words that may stand in one place, those of a group written out."""
    found: list[str] = []
    for one in word.lower().split("|"):
        if one.startswith("<") and one != NUMBER_GROUP:
            if one[1:-1] not in groups:
                raise PatternError(f"“{source}”: de woordgroep {one} bestaat niet")
            found += groups[one[1:-1]].split("|")
        else:
            found.append(one)
    return tuple(found)


def normal(text: str) -> str:
    """Return a sentence as patterns see it: small letters, words and the signs : and ? parted by one space, one space last."""
    return "".join([f"{token} " for token in TOKEN.findall(text.lower())])
