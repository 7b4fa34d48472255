"""What a reader would see change between two documents: section by section, clause by clause, word by word.

Clauses are matched by their key, wherever they stand: a renumbered or moved clause is not a new one.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any, Literal

from policies.core import document as d
from policies.core.facts.internet_address import shown_link

ChangeKind = Literal["same", "added", "removed", "changed", "moved"]
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
SUMMARY = "kort"
LABELS = "labels:"  # before the key of a piece that holds what stands before the lines of a card or on a fold
ALIKE = 0.4  # two lines that share less than this are shown as one gone and one new: easier to read than a patchwork


@dataclass(frozen=True, slots=True)
class WordRun:
    """A stretch of words: the same in both, added, or removed."""

    kind: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What happened to one clause; `lines` are its paragraphs, list items and table rows."""

    key: str
    kind: ChangeKind
    lines: tuple[tuple[WordRun, ...], ...]


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What happened in one section. `reordered`: the same clauses stand in another order."""

    key: str
    title: str
    kind: ChangeKind
    clauses: tuple[ClauseChange, ...]
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class _SectionText:
    """A section as pieces of text by key."""

    key: str
    title: str
    pieces: dict[str, tuple[str, ...]]


def compare(old: d.Document, new: d.Document) -> list[SectionChange]:
    """Every section with a visible change: those of `new` in its order, then those that are gone."""
    before, after = _parts(old), _parts(new)
    was_in = {key: part for part in before.values() for key in part.pieces}
    is_in = {key: part for part in after.values() for key in part.pieces}
    found = [_section(before.get(part.key), part, was_in, is_in) for part in after.values()]
    found += [_section(part, None, was_in, is_in) for part in before.values() if part.key not in after]
    return [change for change in found if change.kind != "same"]


def titles(document: d.Document) -> dict[str, str]:
    """Return what can change in a document by key, with its title: first what stands outside the sections, under an empty key."""
    return {key: part.title for key, part in _parts(document).items()}


def _section(
    old: _SectionText | None, new: _SectionText | None, was_in: dict[str, _SectionText], is_in: dict[str, _SectionText]
) -> SectionChange:
    here = new or old
    assert here is not None  # a section is in one of them
    changes = []
    for key, lines in (new.pieces if new else {}).items():
        source = old if old and key in old.pieces else was_in.get(key)
        if source is None:
            changes.append(ClauseChange(key, "added", tuple((WordRun("added", line),) for line in lines)))
        elif source.pieces[key] != lines:
            changes.append(ClauseChange(key, "changed", tuple(_lines(source.pieces[key], lines))))
        elif source.key != here.key:
            changes.append(ClauseChange(key, "moved", tuple((WordRun("same", line),) for line in lines)))
    for key, lines in (old.pieces if old else {}).items():
        if key not in is_in:
            changes.append(ClauseChange(key, "removed", tuple((WordRun("removed", line),) for line in lines)))
    if old is None or new is None:
        return SectionChange(here.key, here.title, "added" if old is None else "removed", tuple(changes))
    both = [[key for key in part.pieces if key in old.pieces and key in new.pieces] for part in (old, new)]
    reordered = both[0] != both[1]
    return SectionChange(here.key, here.title, "changed" if changes or reordered else "same", tuple(changes), reordered)


def _lines(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[WordRun, ...]]:
    """Yield the lines of a clause in both wordings, with what differs marked."""
    for tag, a, b, c, e in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ((WordRun("same", line),) for line in old[a:b])
            continue
        pairs = min(b - a, e - c)
        for before, after in zip(old[a : a + pairs], new[c : c + pairs], strict=True):
            yield from _words(before, after)
        yield from ((WordRun("removed", line),) for line in old[a + pairs : b])
        yield from ((WordRun("added", line),) for line in new[c + pairs : e])


def _words(old: str, new: str) -> Iterator[tuple[WordRun, ...]]:
    """One line, word by word; as two lines when they have too little in common."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        yield (WordRun("removed", old),)
        yield (WordRun("added", new),)
        return
    stretches: list[
        tuple[bool, str, str]
    ] = []  # (same, old words, new words); one space between two changes belongs to them
    for tag, a, b, c, e in matcher.get_opcodes():
        was, now = "".join(before[a:b]), "".join(after[c:e])
        same = tag == "equal" and (bool(was.strip()) or not stretches)
        if stretches and not same and not stretches[-1][0]:
            _, earlier_was, earlier_now = stretches.pop()
            was, now = earlier_was + was, earlier_now + now
        stretches.append((same, was, now))
    runs = (
        run
        for same, was, now in stretches
        for run in ((WordRun("same", was),) if same else (WordRun("removed", was), WordRun("added", now)))
    )
    yield tuple(run for run in runs if run.text)


# --- a document as pieces of text ----------------------------------------------------------------------------------


def _parts(document: d.Document) -> dict[str, _SectionText]:
    """Return the sections by key; first a part for what stands outside them: the title, the fixed phrases."""
    outside: dict[str, tuple[str, ...]] = {
        "": (_inline(document.title),),
        **{f"word:{word.name}": (word.text,) for word in document.words},
    }
    parts = {"": _SectionText("", "Titel en vaste regels", outside)}
    if document.summary:
        parts[SUMMARY] = _SectionText(SUMMARY, document.word("summary"), dict(_pieces(document.summary, SUMMARY)))
    for section in document.sections:
        title = _inline(section.title)
        pieces: dict[str, tuple[str, ...]] = {f"title:{section.key}": (title,)}
        for key, lines in _pieces(section.blocks, section.key):
            pieces[key] = pieces.get(key, ()) + lines
        parts[section.key] = _SectionText(section.key, title, pieces)
    return parts


def _pieces(blocks: Sequence[Any], within: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in blocks:
        if isinstance(block, d.Division):
            yield f"title:{within}/{block.key}", (_inline(block.title),)
            yield from _pieces(block.blocks, f"{within}/{block.key}")
        elif isinstance(block, d.Figure):
            continue  # it repeats what is compared where it stands
        elif isinstance(block, d.Details):
            yield from _pieces(block.blocks, within)
            yield f"{LABELS}{block.key}", (_inline(block.label),)
        elif isinstance(block, d.Card):
            yield from _pieces([inner for line in block.lines for inner in line.blocks], within)
            yield (
                f"{LABELS}{block.key}",
                tuple(_inline(words) for words in (block.title, *(line.label for line in block.lines)) if words),
            )
        elif isinstance(block, d.Clause):
            yield block.key, tuple(line for inner in block.blocks for line in _block(inner))
        else:
            yield f"loose:{within}", tuple(_block(block))


@singledispatch
def _block(block: Any) -> list[str]:
    raise TypeError(f"compare does not know {type(block).__name__}")


@_block.register
def _(block: d.Paragraph) -> list[str]:
    return [_inline(block.children)]


@_block.register
def _(block: d.Bullets) -> list[str]:
    return [line for item in block.items for line in _item(item)]


def _item(item: d.Item) -> list[str]:
    return [f"• {_inline(item.children)}", *(line for inner in item.nested for line in _block(inner))]


@_block.register
def _(block: d.Terms) -> list[str]:
    return [f"{_inline(entry.term)}: {_inline(entry.meaning)}" for entry in block.entries]


@_block.register
def _(block: d.Table) -> list[str]:
    caption = [_inline(block.caption)] if block.caption else []
    return caption + [" | ".join(_inline(cell) for cell in row) for row in (block.head, *block.rows)]


@_block.register
def _(block: d.Notice) -> list[str]:
    return [line for inner in block.blocks for line in _block(inner)]


@_block.register
def _(block: d.Clause) -> list[str]:
    return [line for inner in block.blocks for line in _block(inner)]


def _inline(children: Sequence[Any]) -> str:
    return "".join(map(_span, children)).strip()


@singledispatch
def _span(node: Any) -> str:
    raise TypeError(f"compare does not know {type(node).__name__}")


@_span.register(d.Text)
@_span.register(d.Value)
def _(node: d.Text | d.Value) -> str:
    return node.text


@_span.register
def _(node: d.Gap) -> str:
    return f"[nog in te vullen: {node.label}]"


@_span.register(d.Strong)
@_span.register(d.Emph)
@_span.register(d.Dfn)
def _(node: d.Strong | d.Emph | d.Dfn) -> str:
    return "".join(map(_span, node.children))


@_span.register
def _(node: d.Link) -> str:
    """Return the words, and the address when the words do not show it: a link that leads elsewhere is a change."""
    words = "".join(map(_span, node.children))
    shown = {node.href.removeprefix("mailto:"), shown_link(node.href)}
    return (
        words if node.href.startswith(("#", "tel:")) or any(one in words for one in shown) else f"{words} ({node.href})"
    )
