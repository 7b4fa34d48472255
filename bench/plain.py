"""How every example reads in every pattern and tone, beside the targets of docs/plain-dutch.md."""

import dataclasses
from collections.abc import Iterator

from bench.statement import EXAMPLES, ON, Row, interleaved, largest
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts.choices import TONE
from policies.core.facts.plain_data import read_yaml
from policies.core.language.readability import LONGEST, TARGET, TARGET_OF_LINES, TARGET_OF_SECTION, of_document


class AtLeast(float):
    """A limit that is to be reached, not to be kept under."""


def measure() -> Iterator[Row]:
    for path in sorted(EXAMPLES.glob("*.yaml")):
        facts = read_yaml(path.read_bytes())
        for pattern in patterns.ALL:
            for tone in TONE:
                style = dataclasses.replace(facts.style, pattern=pattern, tone=tone)
                yield from _rows(f"{path.stem} × {pattern} × {tone}", dataclasses.replace(facts, style=style))
    document = assemble(read_yaml(largest().read_bytes()), load(), ON)
    yield "measuring how the largest example reads", interleaved(9, lambda: of_document(document))[0] * 1000, None, "ms"


def _rows(name: str, facts) -> Iterator[Row]:
    reading = of_document(assemble(facts, load(), ON))
    held = [(part.measured.ease.text or 0, part.key) for part in reading.parts if part.is_held]
    yield f"reads: {name}, running text", reading.whole.ease.text or 0, AtLeast(TARGET), ""
    yield "  all lines", reading.whole.ease.lines or 0, AtLeast(TARGET_OF_LINES), ""
    if held:
        yield f"  its hardest section, {min(held)[1]}", min(held)[0], AtLeast(TARGET_OF_SECTION), ""
    yield (
        "  its longest sentence, in words",
        max((sentence.words for sentence in reading.whole.sentences), default=0),
        LONGEST,
        "",
    )
