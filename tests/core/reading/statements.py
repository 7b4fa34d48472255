"""Our own statements as texts to read: the five examples in every layout and tone, whole or without some clauses."""

import dataclasses
from datetime import date
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from policies.core import document as d
from policies.core.assemble import assemble
from policies.core.document import Edition
from policies.core.facts.data import read_yaml
from policies.core.library import load
from policies.core.reading import Report, read
from policies.render import as_html, as_text

ON = date(2026, 12, 1)
EXAMPLES = {path.stem: path for path in sorted((Path(__file__).parents[3] / "clauses" / "examples").glob("*.yaml"))}
EDITION = Edition("1.00", ON, ON, "ab" * 32)
# A first layer tells the most important things twice: who looks for a missing item leaves it out.
FIRST_LAYER = ("summary/*", "first/*", "layer/*", "opening/*", "samenvatting/*")


@cache
def statement(example: str, pattern: str, tone: str) -> d.Document:
    facts = read_yaml(EXAMPLES[example].read_bytes())
    return assemble(dataclasses.replace(facts, style=dataclasses.replace(facts.style, pattern=pattern, tone=tone)), load(), ON)


def without(document: d.Document, *ids: str) -> d.Document:
    """The document without the clauses whose id matches; a division or section that has nothing left goes too."""

    def kept(blocks: tuple[d.Block, ...]) -> tuple[d.Block, ...]:
        found = []
        for block in blocks:
            if isinstance(block, d.Clause) and any(fnmatch(block.clause, one) for one in ids):
                continue
            if isinstance(block, d.Division | d.Notice):
                block = dataclasses.replace(block, blocks=kept(block.blocks))
                if not block.blocks:
                    continue
            found.append(block)
        return tuple(found)

    sections = [dataclasses.replace(one, blocks=kept(one.blocks)) for one in document.sections]
    return dataclasses.replace(document, sections=tuple(one for one in sections if one.blocks))


def reported(document: d.Document, kind: str = "txt", edition: Edition | None = EDITION) -> Report:
    return read(as_text.text(document, edition) if kind == "txt" else as_html.page(document, edition), load(), ON)


@cache
def told_whole(example: str, pattern: str) -> frozenset[str]:
    """What is found in a whole statement, in u."""
    return frozenset(found_in(reported(statement(example, pattern, "u"))))


def found_in(report: Report) -> set[str]:
    return {result.id for result in report.of("found")}
