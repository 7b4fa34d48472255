"""Assembling and HTML of the largest example, beside the same compiled templates rendered bare with the same contexts."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.before import BEFORE, beside_before
from policies.core import patterns
from policies.core.assembly import assemble as assembly
from policies.core.clauses.library import load
from policies.core.document import Block
from policies.core.facts.choices import TONE
from policies.core.facts.plain_data import read_yaml
from policies.render import as_html

EXAMPLES = Path(__file__).resolve().parents[1] / "clauses" / "examples"
ON = date(2026, 12, 1)
Row = tuple[str, float, float | None, str]
# What both programs can run, each with its own library and its own largest example.
TIMED = """
from bench.statement import ON, interleaved, largest
try:
    from policies.core.assembly.assemble import assemble
    from policies.core.clauses.library import load
    from policies.core.facts.plain_data import read_yaml
except ImportError:  # the rooms had no names yet
    from policies.core.assemble import assemble
    from policies.core.facts.data import read_yaml
    from policies.core.library import load
facts, library = read_yaml(largest().read_bytes()), load()
print(interleaved(15, lambda: assemble(facts, library, ON))[0])
"""


def largest() -> Path:
    return max(EXAMPLES.glob("*.yaml"), key=lambda path: path.stat().st_size)


def interleaved(rounds: int, *tasks: Callable[[], object]) -> list[float]:
    """The best seconds of each task, taken in turns: on a shared machine the rest is other people's work."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for task, seconds in zip(tasks, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            task()
            seconds.append(time.perf_counter() - start)
    return [min(seconds) for seconds in times]


def templates(facts, library) -> list[tuple]:
    """Every template with the context it is rendered with, as one run uses them."""
    seen: list[tuple] = []

    class Recorder(assembly._Assembly):
        def _clause(self, clause, row):
            seen.append((clause.template, self.contexts.of(row[1])))
            return super()._clause(clause, row)

        def _words(self, template, case):
            seen.append((template, self.contexts.of(case)))
            return super()._words(template, case)

    Recorder(facts, library, ON, {}).document()
    return seen


def measure() -> Iterator[Row]:
    path, library = largest(), load()
    facts = read_yaml(path.read_bytes())
    pairs, known = templates(facts, library), dict[str, tuple[Block, ...]]()
    ours, again, bare = interleaved(
        31,
        lambda: as_html.article(assembly.assemble(facts, library, ON), None),
        lambda: as_html.article(assembly.assemble(facts, library, ON, known), None),
        lambda: [template.render(context) for template, context in pairs],
    )
    yield f"assemble + HTML of {path.name}", ours * 1000, 60.0, "ms"
    yield "the same once more, as after one changed answer", again * 1000, None, "ms"
    yield f"the same {len(pairs)} templates, bare", bare * 1000, None, "ms"
    yield "assemble + HTML / bare templates", ours / bare, 8.0, "x"
    companies = [read_yaml(path.read_bytes()) for path in EXAMPLES.glob("*.yaml")]
    styles = [(pattern, tone) for pattern in patterns.ALL for tone in TONE]
    styled = [
        replace(one, style=replace(one.style, pattern=pattern, tone=tone))
        for one in companies
        for pattern, tone in styles
    ]
    (whole,) = interleaved(3, lambda: [assembly.assemble(one, library, ON) for one in styled])
    yield f"assembling all {len(styled)} golden statements", whole, 3.0, "s"
    if found := beside_before(TIMED):
        own, before = found
        yield f"assembling {path.name} at {BEFORE}", before * 1000, None, "ms"
        yield "assembling / that of before", own / before, 1.0, "x"
