"""Two documents → their text with what is new and gone marked; parts in which nothing changed stand together. Pure, and as plain data: it is stored."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from policies.core import document as d
from policies.core.versions.diff import LABELS, ClauseChange, SectionChange, titles

FOLDED = 3  # unchanged lines that fold within a clause


def marked_text(new: d.Document, changed: Sequence[SectionChange]) -> list[dict[str, Any]]:
    """Return the parts of the new document in their order, then those that are gone; an unchanged run is {"same": [(key, title), …]}."""
    by_key = {section.key: section for section in changed}
    known = titles(new)
    told: list[dict[str, Any]] = []
    for is_changed, run in groupby(known, by_key.__contains__):
        keys = list(run)
        told.extend(
            [_part(by_key[key]) for key in keys] if is_changed else _same([(key, known[key]) for key in keys if key])
        )
    return told + [_part(section) for section in changed if section.key not in known]


def _same(parts: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield the unchanged part; nothing for what stands outside the sections, which nobody looks for."""
    if parts:
        yield {"same": parts}


def _part(section: SectionChange) -> dict[str, Any]:
    clauses = [{"kind": clause.kind, "lines": list(_lines(clause))} for clause in section.clauses]
    return {"title": section.title, "kind": section.kind, "reordered": section.reordered, "clauses": clauses}


def _lines(clause: ClauseChange) -> Iterator[dict[str, Any]]:
    """Lines as {"runs": [(kind, text), …]}; several in which nothing changed as {"same": [text, …]}, but not of a clause that only moved."""
    if clause.key.startswith(LABELS) and clause.kind in {"added", "removed"}:
        yield {"runs": [(clause.kind, " · ".join(run.text for line in clause.lines for run in line))]}
        return
    for is_same, run in groupby(clause.lines, lambda line: all(one.kind == "same" for one in line)):
        lines = list(run)
        if is_same and len(lines) >= FOLDED and clause.kind != "moved":
            yield {"same": ["".join(one.text for one in line) for line in lines]}
        else:
            yield from ({"runs": [(one.kind, one.text) for one in line]} for line in lines)
