"""Golden statements: every example in every pattern and tone, as text. A change in a clause shows here as a readable diff.

Written anew, after the change was read: .venv/bin/python -m tests.golden
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.catalogue.variants import in_tone
from policies.core.clauses.library import FOLDER, load
from policies.core.document import Document
from policies.core.facts import Facts
from policies.core.facts.choices import TONE
from policies.core.facts.plain_data import read_yaml
from policies.render import as_text

HERE = Path(__file__).parent
ON = date(2026, 12, 1)
FULLEST = (
    "fietsverhuur"  # the example that gives every public answer: it has no golden statement, and no target counts on it
)
COMPANIES = tuple(sorted(path.stem for path in (FOLDER / "examples").glob("*.yaml")))
EXAMPLES = tuple(name for name in COMPANIES if name != FULLEST)


@cache
def example(name: str) -> Facts:
    return read_yaml((FOLDER / "examples" / f"{name}.yaml").read_bytes())


@cache
def document(name: str, pattern: str, tone: str) -> Document:
    return assemble(styled(example(name), pattern, tone), load(), ON)


def styled(facts: Facts, pattern: str, tone: str) -> Facts:
    """The same company in a pattern and a form of address: phrases of the catalogue go along."""
    return in_tone(
        dataclasses.replace(facts, style=dataclasses.replace(facts.style, pattern=pattern, tone=tone)), load()
    )


def statements(name: str | None = None) -> Iterator[tuple[Path, str]]:
    """Each file with the text that belongs in it; of one example, or of all."""
    for one in (name,) if name else EXAMPLES:
        for pattern in patterns.ALL:
            for tone in TONE:
                yield HERE / one / f"{pattern}-{tone}.txt", as_text.text(document(one, pattern, tone), None)
