"""The statement as a closed tree of nodes.

A renderer that does not know a node fails; nothing else can be in a document.
"""
# size: the nodes and what walks them are one closed set, read together

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any

SCHEMA = 3  # 1: no summary, cards or explained words; 2: nothing folded, no figure


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the library."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """Words that come from a fact (or a row of the catalogue), with the path of that fact."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that the sentence needs and that nobody has given yet. A document with a gap cannot be published."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with emphasis that a reader must see."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emph:
    """Words with light emphasis."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address.

    `path` names the fact that holds the address, empty for an address inside the document.
    """

    href: str
    path: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Dfn:
    """A hard word where the statement uses it first.

    Its meaning follows at the end of the same paragraph, item or cell.
    """

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of words."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the blocks below it."""

    children: tuple["Inline", ...]
    nested: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items, with marks or, where `ordered`, with numbers."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a list of words: a word and its meaning, or a label and its value."""

    term: tuple["Inline", ...]
    meaning: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of words with their meaning, or of labels with their value."""

    entries: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; the first cell of a body row is its header."""

    caption: tuple["Inline", ...]
    head: tuple[tuple["Inline", ...], ...]
    rows: tuple[tuple[tuple["Inline", ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Set apart from the rest (art. 21.4)."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause of the library said: which one, in which wording, for which articles, stating which facts."""

    key: str
    clause: str
    digest: str
    articles: tuple[str, ...]
    states: tuple[str, ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card: a label, and what is said under it."""

    label: tuple["Inline", ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A block that a reader scans: labelled lines about one row.

    `title` is empty where a heading right above names it.
    """

    key: str
    title: tuple["Inline", ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A part of a section with a heading of its own: one activity, one group."""

    key: str
    title: tuple["Inline", ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Details:
    """A block that few readers need: folded on a screen, open on paper.

    `label` is what one presses and no heading; plain text leaves it out.
    """

    key: str
    label: tuple["Inline", ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One term in a figure: what is kept, how long in full and in short, and whether its end is open.

    `days` is its length on average; 0 is not at all, or open.
    """

    label: str
    term: str
    short: str
    days: int
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Terms to look at.

    It repeats what stands elsewhere, so its words are no nodes: nothing counts, compares or reads them. `listed` is the
    label of the same terms as a list; empty where the layout has one list of them already.
    """

    key: str
    title: str
    bars: tuple[Bar, ...]
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered section of the statement, with its heading."""

    key: str
    number: int
    title: tuple["Inline", ...]
    blocks: tuple["Block", ...]


Inline = Text | Value | Gap | Strong | Emph | Dfn | Link
Block = Paragraph | Bullets | Terms | Table | Notice | Clause | Card | Division | Details | Figure
Node = Inline | Block | Section | Item | Term | Line | Bar


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase of the pattern that a renderer prints in a reserved place, such as the line with version and date."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One statement: a first layer on top (WP260 no. 35), then the sections.

    It has no clock and no edition: the same facts, library and date give the same document.
    """

    schema: int
    language: str
    pattern: str
    tone: str
    title: tuple[Inline, ...]
    words: tuple[Word, ...]
    sections: tuple[Section, ...]
    summary: tuple[Block, ...] = ()

    def word(self, name: str, default: str | None = None) -> str:
        """Return a phrase of the pattern. Raises KeyError for one that it does not have, unless a default is given."""
        found = {word.name: word.text for word in self.words}
        return found[name] if default is None else found.get(name, default)

    def number(self, section: "Section") -> str:
        """Return what stands before the heading of a section: “Artikel 3.”, or nothing in a pattern without numbers."""
        return self.word("number", "").format(number=section.number)

    def gaps(self) -> list[str]:
        """Return the paths of all missing facts, in reading order, each once."""
        return list(dict.fromkeys(node.path for node in nodes(self) if isinstance(node, Gap)))

    def clauses(self) -> list[Clause]:
        """Return every clause in reading order; a clause stands in no other clause."""
        return list(_clauses((*self.summary, *self.sections)))


@dataclass(frozen=True, slots=True)
class Edition:
    """What a publication adds to a document. `digest` is the content digest; the addresses are absolute."""

    label: str
    effective_date: date
    published_on: date | None = None
    digest: str = ""
    url: str = ""
    pdf_url: str = ""
    versions_url: str = ""
    note: str = ""


def nodes(root: Any) -> Iterator[Any]:
    """Yield every node below `root`, in reading order, root first.

    Everything walks through here, so it keeps its own stack.
    """
    ahead = [root]
    while ahead:
        here = ahead.pop()
        kind: type = type(here)
        if kind is tuple:
            ahead += here[::-1]
        elif kind in WALKED:
            yield here
            for name in _below(kind):
                if value := getattr(here, name):
                    ahead.append(value)


def _clauses(blocks: tuple[Any, ...]) -> Iterator[Clause]:
    for block in blocks:
        if isinstance(block, Clause):
            yield block
        elif isinstance(block, Section | Division | Details | Notice | Line):
            yield from _clauses(block.blocks)
        elif isinstance(block, Card):
            yield from _clauses(block.lines)


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _below(cls: type) -> tuple[str, ...]:
    """Return the fields of a node that may hold nodes, the last first.

    What lies in them is read from the end of a stack.
    """
    names = (
        ("title", "words", "summary", "sections") if cls is Document else _names(cls)
    )  # the first layer stands before the sections
    kinds = {field.name: str(field.type) for field in fields(cls)}
    return tuple(
        name for name in reversed(names) if kinds[name].startswith("tuple[") and kinds[name] != str(tuple[str, ...])
    )


def plain(root: Any) -> str:
    """Return the words of a node and all below it, as one line."""
    parts = []
    for node in nodes(root):
        if isinstance(node, Text | Value):
            parts.append(node.text)
        elif isinstance(node, Gap):
            parts.append(f"[{node.label}]")
        elif isinstance(node, Paragraph | Item | Term | Line | Card | Division | Details | Section) and parts:
            parts.append(" ")
    return " ".join("".join(parts).split())


NODES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        Text,
        Value,
        Gap,
        Strong,
        Emph,
        Dfn,
        Link,
        Paragraph,
        Item,
        Bullets,
        Term,
        Terms,
        Table,
        Notice,
        Clause,
        Line,
        Card,
        Division,
        Details,
        Bar,
        Figure,
        Section,
        Word,
    )
}
WALKED = frozenset((*NODES.values(), Document))


def to_data(node: Any) -> Any:
    """Return plain, JSON-able data; from_data gives back an equal node."""
    if isinstance(node, tuple):
        return [to_data(entry) for entry in node]
    if isinstance(node, str | int | bool):
        return node
    kind: type = type(node)
    name = {} if kind is Document else {"node": kind.__name__.lower()}
    return {**name, **{field: to_data(getattr(node, field)) for field in _names(kind)}}


def from_data(data: Any) -> Any:
    """Return the node that to_data gave this data for. Raises KeyError for a node that this program does not know."""
    if isinstance(data, list):
        return tuple(from_data(entry) for entry in data)
    if not isinstance(data, dict):
        return data
    cls: type = NODES[data["node"].capitalize()] if "node" in data else Document
    later = {"summary"}  # what an earlier schema did not have
    return cls(
        **{
            field.name: from_data(data[field.name])
            for field in fields(cls)
            if field.name not in later or field.name in data
        }
    )


def canonical(data: Any) -> bytes:
    """Return JSON with one spelling: sorted names, no spaces, UTF-8."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_digest(document: Document, public_facts: dict[str, Any]) -> str:
    """Return the SHA-256 over document and public facts.

    It covers what a person saw, what was published, and what the footer shows.
    """
    return hashlib.sha256(canonical({"document": to_data(document), "facts": public_facts})).hexdigest()
