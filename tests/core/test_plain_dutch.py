"""Every example in every pattern and tone reads as plain Dutch: the targets of docs/plain-dutch.md, and what is still open."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from policies.core import patterns
from policies.core.clauses.library import FOLDER
from policies.core.facts.choices import TONE
from policies.core.language.readability import (
    TARGET,
    TARGET_OF_LINES,
    TARGET_OF_SECTION,
    ReadabilityReport,
    of_document,
)
from tests import golden

ON = date(2026, 12, 1)
EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"))
# What still misses a target, by pattern and example: the whole, a section, or the clause with the beginning of its sentence.
# Mend the wording and take the row away; a row that nothing needs any more fails as well.
OPEN: dict[tuple[str, str], set[str]] = {}


def misses(reading: ReadabilityReport) -> Iterator[str]:
    """Each target that a statement misses, named so that it can be looked up."""
    if (reading.whole.ease.text or 0) < TARGET:
        yield "whole"
    if (reading.whole.ease.lines or 0) < TARGET_OF_LINES:
        yield "lines"
    for part in reading.parts:
        if part.is_held and (part.measured.ease.text or 0) < TARGET_OF_SECTION:
            yield f"section {part.key}"
        yield from (f"long {sentence.clause}: {sentence.text[:50]}" for sentence in part.measured.long)
        yield from (f"stammers {row[0].clause}: {row[0].text[:50]}" for row in part.measured.stammers)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("pattern", patterns.ALL)
def test_the_targets_are_met(pattern: str, path: Path) -> None:
    found = set()
    for tone in TONE:
        found |= set(misses(of_document(golden.document(path.stem, pattern, tone))))
    known = OPEN.get((pattern, path.stem), set())
    assert sorted(found - known) == [], "reword it, or give it a row in OPEN"
    assert sorted(known - found) == [], "mended: take the row away"


def test_nothing_is_open_that_does_not_exist() -> None:
    assert OPEN.keys() <= {(pattern, path.stem) for pattern in patterns.ALL for path in EXAMPLES}
