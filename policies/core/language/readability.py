"""How easy a text reads: the formula of Flesch as Douma set it for Dutch, per section and whole, with the sentences that weigh most.

Art. 12.1 asks for clear and plain language and names no measure. A formula is an indication, no proof: it counts syllables and words and
understands nothing. docs/plain-dutch.md says what is counted and why.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from policies.core import document as d
from policies.core.language.ease import Ease, TextPiece, count, ease_of, paragraph_piece, row_of
from policies.core.language.split import CLOSE, LIST_MARK, OPEN, CountedSentence, cleaned, marked
from policies.core.language.split import sentences as split_sentences

LONGEST = 25  # words in one sentence
IN_A_ROW = 3  # this many short sentences: the text stammers
GOOD, HARD = 60, 50  # above the first B1 readers keep up; below the second many give up
TARGET, TARGET_OF_LINES, TARGET_OF_SECTION = 65, 60, 50
SECTION_WORDS, SECTION_SENTENCES = 100, 5  # a section is held to its target from this length

# Values that are names, addresses, numbers or laws, by the path of their fact. A shop cannot choose shorter words for these.
LEFT_OUT = re.compile(
    r"catalogue\.authorities\..*|.*\.law|([\w-]+\.)*(email|phone|fax|url|websites|address|[a-z]+_(email|url|address))"
    r"|controller\.(legal_name|trade_names|responsible_persons|parent_name|[a-z_]+_number|register_court|seat_[a-z]+)"
    r"|(contact|dpo)\.name|representative\..*|(joint_controllers|ai_systems)\.[^.]+\.name|recipients\.[^.]+\.(name|entity)"
    r"|cookies\.placed\.[^.]+\.(name|provider)|links\.profiles\..*"
)


@dataclass(frozen=True)
class TextMeasure:
    """The sentences of a text in their order, and what follows from them. `pieces`: its paragraphs, items and rows as anybody sees them."""

    sentences: tuple[CountedSentence, ...]
    pieces: tuple[TextPiece, ...] = ()

    @property
    def words(self) -> int:
        """Return how many words count."""
        return sum(sentence.words for sentence in self.sentences)

    @cached_property
    def ease(self) -> Ease:
        """The scores of its whole sentences and of all its lines."""
        return ease_of(self.pieces)

    @property
    def longest(self) -> CountedSentence | None:
        """Return the sentence with the most words; None when there is no sentence."""
        return max(self.sentences, key=lambda sentence: sentence.words, default=None)

    @property
    def long(self) -> tuple[CountedSentence, ...]:
        """The sentences over 25 words."""
        return tuple(sentence for sentence in self.sentences if sentence.words > LONGEST)

    @property
    def stammers(self) -> tuple[tuple[CountedSentence, ...], ...]:
        """Three or more sentences in a row, each under five words, in running text. A list or a row of labels is short on purpose and breaks a row."""
        rows: list[list[CountedSentence]] = [[]]
        for sentence in self.sentences:
            if sentence.is_short and sentence.kind == "text":
                rows[-1].append(sentence)
            elif rows[-1]:
                rows.append([])
        return tuple(tuple(row) for row in rows if len(row) >= IN_A_ROW)


@dataclass(frozen=True)
class SectionReadability:
    """One section of a statement, measured."""

    key: str
    title: str
    measured: TextMeasure

    @property
    def is_held(self) -> bool:
        """Whether its whole sentences are long enough together for the target of a section."""
        words, _, sentences = count(self.measured.pieces)
        return words >= SECTION_WORDS and sentences >= SECTION_SENTENCES


@dataclass(frozen=True)
class ReadabilityReport:
    """A whole statement, measured: all of it, and section by section."""

    whole: TextMeasure
    parts: tuple[SectionReadability, ...]


def of_document(document: d.Document) -> ReadabilityReport:
    """Return how a statement reads.

    Headings and tables are no sentences; names, addresses, register numbers and law citations are not counted.
    """
    parts = tuple(
        SectionReadability(section.key, d.plain(section.title), _measured(section)) for section in document.sections
    )
    if document.summary:
        parts = (SectionReadability("kort", document.word("summary"), _measured(document.summary)), *parts)
    whole = TextMeasure(
        *(tuple(one for part in parts for one in getattr(part.measured, name)) for name in ("sentences", "pieces"))
    )
    return ReadabilityReport(whole, parts)


@lru_cache(maxsize=512)  # at every check of a company again, and few texts changed since
def of_text(text: str) -> TextMeasure:
    """Return how a text reads that somebody typed.

    An empty line or a list mark begins a new piece; a single line end is a space.
    """
    pieces: list[TextPiece] = []
    for paragraph in re.split(r"\n\s*\n", cleaned(text)):
        for number, line in enumerate(paragraph.split("\n")):
            mark = LIST_MARK.match(line)
            if mark or not number:
                pieces.append(TextPiece(line[mark.end() :] if mark else line, bool(mark)))
            else:
                pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text} {line}")
    return TextMeasure(
        tuple(sentence for piece in pieces for sentence in split_sentences(marked(piece.text), "text", "")),
        tuple(pieces),
    )


def in_words(score: float | None) -> str:
    """Return what a score means, in Dutch for somebody who has never heard of Flesch."""
    if score is None:
        return "te kort om te meten"
    return "goed te lezen" if score >= GOOD else "pittig" if score >= HARD else "moeilijk"


def shortened(text: str, most: int = 80) -> str:
    """Return the beginning of a sentence, to quote it in another.

    It has whole words, no full stop, and an ellipsis where something fell away; `most` is in characters.
    """
    if len(text) <= most:
        return text if text.endswith("..") else text.removesuffix(".")
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def _measured(root: Any) -> TextMeasure:
    return TextMeasure(tuple(_said(root)), tuple(_pieces(root)))


def _pieces(root: Any) -> Iterator[TextPiece]:
    """Yield the headings, paragraphs, items, meanings and rows of a section as they are printed, a label before what it labels."""
    label = ""
    for node in d.nodes(root):
        if isinstance(node, d.Line):
            label = _label(node.label)
        elif isinstance(node, d.Paragraph):
            yield paragraph_piece(f"{label}{_printed(node.children)}")
            label = ""
        elif isinstance(node, d.Item):
            yield TextPiece(_printed(node.children), is_line=True)
            label = ""
        elif isinstance(node, d.Term):
            yield TextPiece(f"{_label(node.term)}{_printed(node.meaning)}")
        elif isinstance(node, d.Section | d.Division | d.Card):
            yield TextPiece(_printed(node.title))
        elif isinstance(node, d.Table):
            yield from _rows(node)
            label = ""


def _rows(table: d.Table) -> Iterator[TextPiece]:
    """Yield the caption, and each row as plain text prints it: its first cell, and behind a colon the others."""
    if table.caption:
        yield TextPiece(_printed(table.caption))
    for row in table.rows:
        yield TextPiece(row_of([_printed(cell) for cell in row]), is_line=True)


def _label(inlines: Iterable[Any]) -> str:
    words = _printed(inlines)
    return f"{words} " if words.endswith("?") else f"{words}: "


def _printed(inlines: Iterable[Any]) -> str:
    return "".join(node.text for node in d.nodes(tuple(inlines)) if isinstance(node, d.Text | d.Value))


def _said(root: Any) -> Iterator[CountedSentence]:
    """Yield every sentence of a section.

    A clause holds all that follows it until the next one; what is none of these nodes is no sentence.
    """
    clause, label = "", ""
    for node in d.nodes(root):
        if isinstance(node, d.Clause):
            clause = node.clause
        elif isinstance(node, d.Line):
            label = d.plain(node.label)
        elif isinstance(node, d.Paragraph):
            yield from _labelled(label, _read(node.children, "text", clause))
            label = ""
        elif isinstance(node, d.Item):
            yield from _read(node.children, "item", clause)
        elif isinstance(node, d.Term):  # a label stands apart from what it labels
            yield from _read(node.term, "term", clause)
            yield from _read(node.meaning, "meaning", clause)


@lru_cache(maxsize=4096)  # after one changed answer nearly everything reads as it did
def _read(inlines: tuple[Any, ...], kind: str, clause: str) -> tuple[CountedSentence, ...]:
    return tuple(split_sentences(_text(inlines), kind, clause))


def _labelled(label: str, sentences: Iterable[CountedSentence]) -> Iterator[CountedSentence]:
    """Yield the sentences with the label of a card before the first: “Van wie: klanten.”."""
    for place, sentence in enumerate(sentences):
        yield replace(sentence, text=f"{label}: {sentence.text}", kind="labelled") if label and not place else sentence


def _text(inlines: Iterable[Any]) -> str:
    """Inline nodes as one line, with marks around what does not count."""
    parts = []
    for node in d.nodes(tuple(inlines)):
        if isinstance(node, d.Text):
            parts.append(cleaned(node.text))
        elif isinstance(node, d.Value):
            parts.append(f"{OPEN}{cleaned(node.text)}{CLOSE}" if LEFT_OUT.fullmatch(node.path) else cleaned(node.text))
        elif isinstance(node, d.Gap):
            parts.append(f"{OPEN}[{cleaned(node.label)}]{CLOSE}")
    return marked("".join(parts))
