"""The preview of the largest example, as after one changed answer: what a save costs until the statement stands beside the form again."""

from collections.abc import Iterator
from dataclasses import replace

from bench.statement import ON, Row, interleaved, largest
from policies.core.assembly.assemble import assemble
from policies.core.assembly.parse import ParsedPieces
from policies.core.clauses.library import load
from policies.core.document import Clause
from policies.core.explain.sentences import SentenceRuns, changed, cut, fingerprints, sentences
from policies.core.facts import Facts
from policies.core.facts.plain_data import read_yaml
from policies.core.law import law_of
from policies.render import as_preview
from policies.wizard.summary.explain_sentence import reasons


def preview(facts: Facts, before: dict[str, str], parsed: ParsedPieces, clauses: dict[Clause, SentenceRuns]) -> str:
    """All that a save does for the pane: assemble, tell the sentences apart, find what changed, say of each why it is there.

    `parsed` and `clauses` are what was made of the statement before, as the server remembers it by policy.
    """
    library = load()
    apart = cut(assemble(facts, library, ON, parsed), clauses)
    new = changed(before, apart.all)
    return as_preview.preview(
        apart, reasons(facts, law_of(facts, library, ON), library, lambda path: f"/verklaringen/1/naar/{path}/"), new
    ).html


def measure() -> Iterator[Row]:
    facts = read_yaml(largest().read_bytes())
    said = sentences(assemble(facts, load(), ON))
    before, known = fingerprints(said), ({}, {})
    after = replace(facts, controller=replace(facts.controller, phone="09 000 00 00"))
    whole, first, bare = interleaved(
        15,
        lambda: preview(after, before, *known),
        lambda: preview(after, before, {}, {}),
        lambda: assemble(after, load(), ON),
    )
    yield f"preview of {largest().name}, {len(said)} sentences", whole * 1000, 150.0, "ms"
    yield "the same, of a statement that was never assembled before", first * 1000, 150.0, "ms"
    yield "of which assembling", bare * 1000, None, "ms"
    yield "its HTML, in kB", len(preview(after, before, {}, {})) / 1000, None, ""
