"""A text from outside, taken apart: sentences with the heading they stand under, and what can be asked about them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from policies.core.language.word_index import WordIndex
from policies.core.language.word_patterns import Pattern, PatternPart, normal
from policies.core.reading import block, page
from policies.core.reading.source import is_html

LABEL = 400  # characters of a heading, a label, a lead-in or a question; what is longer is none of them
NEAR = 6  # sentences before and after, under the same heading
# “Hoe u een klacht indient, staat in het deel “Klachten”.”
POINTER = re.compile(
    r"(?:^|[:?] )(?:hoe|hoelang|of|waar|waarom|waarvoor|wat|welke|wie|meer)\b[^.!;:?]*\b(?:staat|staan|leest|lees|vindt|vind)(?: u| je)? (?:in|bij|onder)"
    r" (?:het )?(?:deel|onderdeel|hoofdstuk|artikel|punt|rubriek|paragraaf)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SourceSentence:
    """One sentence as it is printed.

    `lead` is the line above a list of which it is an item; `piece` numbers its block; `bare` is a whole row of a table without
    the names of its columns.
    """

    number: int
    text: str
    heading: str
    section: int
    piece: int
    kind: str
    lead: str = ""
    bare: str = ""

    @property
    def shown(self) -> str:
        """Return the sentence with its lead-in, so that an item of a list can be understood alone."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @cached_property
    def points_elsewhere(self) -> bool:
        """Return whether it only says where something stands, and so nothing of that itself."""
        return bool(POINTER.search(self.text))


SentenceMark = Callable[["SourceIndex", SourceSentence], bool]


class SourceIndex:
    """All sentences of a text, with an index of their words. `marks` are the conditions that code judges, by name."""

    def __init__(self, sentences: tuple[SourceSentence, ...], marks: Mapping[str, SentenceMark]) -> None:
        self.sentences, self.marks = sentences, marks
        self.normal = [normal(f"{one.lead.rstrip(':')} {one.text}") for one in sentences]
        headings = {heading: normal(heading) for heading in {one.heading for one in sentences}}
        self.headings = [
            headings[one.heading] if one.kind != "heading" else "" for one in sentences
        ]  # none stands under itself
        self.index = WordIndex(self.normal)
        self._parts: dict[PatternPart, frozenset[int]] = {}
        self._marked: dict[tuple[str, int], bool] = {}

    def matching(self, pattern: Pattern) -> list[int]:
        """Return the numbers of the sentences that a pattern describes, in their order."""
        wanted, absent = [p for p in pattern.parts if not p.absent], [p for p in pattern.parts if p.absent]
        wanted.sort(key=lambda part: ("says", "mark", "heading", "near").index(part.kind))
        found: frozenset[int] = (
            self._all(wanted[0]) if wanted[0].kind in {"says", "mark"} else frozenset(range(len(self.sentences)))
        )
        for part in wanted if wanted[0].kind not in {"says", "mark"} else wanted[1:]:
            found = self._kept(part, found, True)
        for part in absent:
            found = self._kept(part, found, False)
        return sorted(found)

    def _kept(self, part: PatternPart, numbers: frozenset[int], wanted: bool) -> frozenset[int]:
        if not numbers:
            return numbers
        if part.kind == "heading" and part.regex:
            return frozenset(n for n in numbers if bool(part.regex.search(self.headings[n])) is wanted)
        if part.kind == "near":
            there = self._all(part)
            return frozenset(n for n in numbers if self._is_near(n, part, there) is wanted)
        if part.kind == "mark":
            return frozenset(n for n in numbers if self._has(part.name, n) is wanted)
        return frozenset(n for n in numbers if (n in self._all(part)) is wanted)

    def _has(self, mark: str, number: int) -> bool:
        """Whether a mark holds for a sentence; asked once."""
        key = (mark, number)
        if key not in self._marked:
            self._marked[key] = self.marks[mark](self, self.sentences[number])
        return self._marked[key]

    def _all(self, part: PatternPart) -> frozenset[int]:
        """Every sentence in which a part of words, or a mark, holds."""
        if part not in self._parts:
            if part.regex is None:
                found = frozenset(one.number for one in self.sentences if self._has(part.name, one.number))
            else:
                candidates = self.index.candidates(part)
                found = frozenset(
                    n
                    for n in (range(len(self.normal)) if candidates is None else candidates)
                    if part.regex.search(self.normal[n])
                )
            self._parts[part] = found
        return self._parts[part]

    def _is_near(self, number: int, part: PatternPart, there: frozenset[int]) -> bool:
        """Return whether a part stands in the heading, in the sentence itself, or in one close by under the same heading."""
        if part.regex and part.regex.search(self.headings[number]):
            return True
        follows = (
            number + 1 if self.sentences[number].kind == "heading" else number
        )  # what stands below a heading, and below the one right under it
        section = self.sentences[min(follows, len(self.sentences) - 1)].section
        around = range(max(0, number - NEAR), min(len(self.sentences), number + NEAR + 1))
        return any(other in there and self.sentences[other].section == section for other in around)

    @cached_property
    def pieces(self) -> dict[int, list[SourceSentence]]:
        """Return the sentences of each block, by its number."""
        found: dict[int, list[SourceSentence]] = {}
        for one in self.sentences:
            found.setdefault(one.piece, []).append(one)
        return found

    @cached_property
    def words(self) -> list[str]:
        """Return every word of the running text in small letters, in order."""
        return [word for line in self.normal for word in line.split() if word not in ":?"]


def index_of(source: str, marks: Mapping[str, SentenceMark]) -> SourceIndex:
    """Return the index of a pasted text, or of the source of a page."""
    source = block.cleaned(source)
    found = page.blocks(source) if is_html(source) else block.blocks(source)
    return SourceIndex(tuple(_sentences(found)), marks)


def _sentences(blocks: list[block.SourceBlock]) -> Iterator[SourceSentence]:
    number, section, heading, lead = 0, 0, "", ""
    for piece, one in enumerate(one for one in blocks if one.text.strip()):  # a heading of signs alone has no words
        kind = "text" if one.kind == "heading" and len(one.text) > LABEL else one.kind
        if kind == "heading":
            heading, section, lead = one.text, section + 1, ""
        parts = [one.text] if kind == "heading" else _joined(block.sentences(one.text))
        for text in parts:
            yield SourceSentence(number, text, heading, section, piece, kind, lead if kind == "item" else "", one.bare)
            number += 1
        if kind == "text":
            lead = (
                parts[-1]
                if parts and parts[-1].endswith(":") and len(parts[-1]) <= LABEL and len(parts[-1].split()) <= 25
                else ""
            )


def _joined(parts: list[str]) -> list[str]:
    """Return the sentences with a question and its answer, and a short label and what it labels, as one.

    “Inzage. U mag weten …”, “Verplicht? Nee.”
    """
    found: list[str] = []
    for part in parts:
        if (
            found
            and len(found[-1]) <= LABEL
            and (found[-1].endswith("?") or re.fullmatch(r"(\S++ ){0,2}\S+[.:]", found[-1]))
        ):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found
