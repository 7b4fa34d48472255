"""Our own statements as texts to read: the five examples in every layout and tone, whole or without some clauses."""

import dataclasses
from datetime import date
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from policies.core import document as d
from policies.core.clauses.library import load
from policies.core.document import Edition
from policies.core.reading import ReadingReport, read
from policies.core.reading.judge import RuleJudge
from policies.core.reading.language import country_of
from policies.core.reading.report import FOUND
from policies.core.reading.rules import rules_of
from policies.core.reading.text import index_of
from policies.render import as_html, as_text

ON = date(2026, 12, 1)
GOLDEN = Path(__file__).parents[2] / "golden"
EXAMPLES = {
    path.stem: path
    for path in sorted((Path(__file__).parents[3] / "clauses" / "examples").glob("*.yaml"))
    if (GOLDEN / path.stem).is_dir()
}
EDITION = Edition("1.00", ON, ON, "ab" * 32)


def goes(clause: d.Clause, *ids: str) -> bool:
    """Whether the id of a clause matches one of these."""
    return any(fnmatch(clause.clause, one) for one in ids)


def without(document: d.Document, *ids: str) -> d.Document:
    """The document without the clauses whose id matches, in the first layer too; what has nothing left in it goes with them."""

    def kept(blocks: tuple[d.Block, ...]) -> tuple[d.Block, ...]:
        return tuple(found for block in blocks for found in (left(block),) if found is not None)

    def left(block: d.Block) -> d.Block | None:
        if isinstance(block, d.Clause):
            return None if goes(block, *ids) else block
        if isinstance(block, d.Card):
            lines = tuple(dataclasses.replace(line, blocks=kept(line.blocks)) for line in block.lines)
            lines = tuple(line for line in lines if line.blocks)
            return dataclasses.replace(block, lines=lines) if lines else None
        if isinstance(block, d.Division | d.Details | d.Notice | d.Section):
            block = dataclasses.replace(block, blocks=kept(block.blocks))
            return block if block.blocks else None
        return block

    return dataclasses.replace(document, summary=kept(document.summary), sections=kept(document.sections))


def reported(document: d.Document, kind: str = "txt", edition: Edition | None = EDITION) -> ReadingReport:
    return read(as_text.text(document, edition) if kind == "txt" else as_html.page(document, edition), load(), ON)


@cache
def golden(example: str, pattern: str, tone: str) -> ReadingReport:
    """What is read in a golden statement, once."""
    return read((GOLDEN / example / f"{pattern}-{tone}.txt").read_text("utf-8"), load(), ON)


def told_in(document: d.Document) -> set[str]:
    """The items that are found in a document without an edition; the faults are not looked for, which takes a third of the time."""
    rules = rules_of(load())
    reading = index_of(as_text.text(document, None), rules.marks)
    return {result.id for result in RuleJudge(reading, rules, country_of(reading)).results() if result.outcome == FOUND}


def found_in(report: ReadingReport) -> set[str]:
    return {result.id for result in report.of("found")}
