"""Document + Edition → plain text. A paragraph or list item is one line, never wrapped."""

from collections.abc import Callable, Mapping
from typing import Any

from policies.core import document as d
from policies.render.as_html import address_behind, edition_line, title

SHOWN = ")\x00"  # ends the address of a link, while its line is made


def text(document: d.Document, edition: d.Edition | None) -> str:
    """Return the whole statement; headings underlined, sections parted by an empty line."""
    name = title(document)
    parts = [f"{name}\n{'=' * len(name)}", edition_line(document, edition)]
    if document.summary:
        parts += [f"\n{_underlined(document.word('summary'))}", *_inside(document.summary)]
    for section in document.sections:
        heading = f"{document.number(section)} {line(section.title)}".lstrip()
        parts.append(f"\n{_underlined(heading)}")
        parts += [block for node in section.blocks for block in _blocks(node)]
    if edition is not None:
        parts.append("")
        parts += [
            f"{document.word(name)} {url}"
            for name, url in (("pdf", edition.pdf_url), ("versions", edition.versions_url))
            if url
        ]
        parts += [f"{document.word('digest')}: {edition.digest}"] if edition.digest else []
    return "\n\n".join(part for part in parts).replace("\n\n\n", "\n\n") + "\n"


def _underlined(heading: str) -> str:
    return f"{heading}\n{'-' * len(heading)}"


def line(inlines: tuple[d.Inline, ...]) -> str:
    """Return inline nodes as one line.

    A link shows its address when the words do not, in the same brackets as what follows in brackets.
    """
    told = ""
    for node in inlines:
        words = INLINE[type(node)](node)
        joined = told.endswith(SHOWN) and words.startswith(" (")
        told = f"{told[:-2]}; {words[2:]}" if joined else told + words
    return told.replace(SHOWN, ")")


def _link(node: d.Link) -> str:
    address = address_behind(node)
    return f"{line(node.children)} ({address}{SHOWN}" if address else line(node.children)


INLINE: Mapping[type, Callable[[Any], str]] = {
    d.Text: lambda n: n.text,
    d.Value: lambda n: n.text,
    d.Gap: lambda n: f"[nog in te vullen: {n.label}]",
    d.Strong: lambda n: line(n.children),
    d.Emph: lambda n: line(n.children),
    d.Dfn: lambda n: line(n.children),
    d.Link: _link,
}


def _blocks(node: d.Block) -> list[str]:
    return BLOCK[type(node)](node)


def _inside(blocks: tuple[d.Block, ...]) -> list[str]:
    return [entry for block in blocks for entry in _blocks(block)]


def _bullets(node: d.Bullets, indent: str = "") -> list[str]:
    rows = []
    for number, item in enumerate(node.items, 1):
        rows.append(f"{indent}{f'{number}.' if node.ordered else '-'} {line(item.children)}")
        rows += [
            row for nested in item.nested if isinstance(nested, d.Bullets) for row in _bullets(nested, indent + "  ")
        ]
    return rows if indent else ["\n".join(rows)]


def _table(node: d.Table) -> list[str]:
    """Return the caption, and the rows as “head: cells”: the first cell, then the others; an empty cell is left out."""
    rows = ["; ".join(filter(None, map(line, cells))) for _, *cells in node.rows]
    told = "\n".join(
        f"- {line(first)}: {rest}" if rest else f"- {line(first)}"
        for (first, *_), rest in zip(node.rows, rows, strict=True)
    )
    return [*([_labelled(node.caption)] if node.caption else []), told]


def _labelled(words: tuple[d.Inline, ...]) -> str:
    label = line(words)
    return label if label.endswith("?") else f"{label}:"


def _card(node: d.Card) -> list[str]:
    """Return each line with its label; what does not fit behind the label follows below it."""
    rows = []
    for entry in node.lines:
        first, *rest = _inside(entry.blocks)
        rows.append(
            "\n".join(
                [
                    f"{_labelled(entry.label)}{chr(10) if first.startswith('- ') or chr(10) in first else ' '}{first}",
                    *rest,
                ]
            )
        )
    return ([f"[{line(node.title)}]"] if node.title else []) + rows


BLOCK: Mapping[type, Callable[[Any], list[str]]] = {
    d.Paragraph: lambda n: [line(n.children)],
    d.Bullets: _bullets,
    d.Terms: lambda n: ["\n".join(f"{line(entry.term)}: {line(entry.meaning)}" for entry in n.entries)],
    d.Table: _table,
    d.Notice: lambda n: _inside(n.blocks),
    d.Clause: lambda n: _inside(n.blocks),
    d.Card: _card,
    d.Details: lambda n: _inside(n.blocks),
    d.Figure: lambda n: [],  # plain text has the terms where they are told
    d.Division: lambda n: [_labelled(n.title), *_inside(n.blocks)],
}
