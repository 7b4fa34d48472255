"""Two documents → their text with what is new and gone marked; parts in which nothing changed stand together. Pure, and as plain data: it is stored."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from .. import document as d
from ..compare import SectionChange, titles


def marked_text(new: d.Document, changed: Sequence[SectionChange]) -> list[dict[str, Any]]:
    """Return the parts of the new document in their order, then those that are gone; an unchanged run is {"same": [(key, title), …]}."""
    by_key = {section.key: section for section in changed}
    known = titles(new)
    told: list[dict[str, Any]] = []
    for is_changed, run in groupby(known, by_key.__contains__):
        keys = list(run)
        told.extend([_part(by_key[key]) for key in keys] if is_changed else _same([(key, known[key]) for key in keys if key]))
    return told + [_part(section) for section in changed if section.key not in known]


def _same(parts: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """What stands outside the sections is no part that anybody looks for."""
    if parts:
        yield {"same": parts}


def _part(section: SectionChange) -> dict[str, Any]:
    clauses = [
        {"kind": clause.kind, "lines": [[(run.kind, run.text) for run in line] for line in clause.lines]} for clause in section.clauses
    ]
    return {"title": section.title, "kind": section.kind, "reordered": section.reordered, "clauses": clauses}
