"""Checks of facts and of the assembled text, and the table of what the law asks, for the largest example."""

from collections.abc import Iterator

from bench.statement import ON, Row, interleaved, largest
from policies.core.assembly.assemble import assemble
from policies.core.checks import check, check_document
from policies.core.clauses.library import load
from policies.core.completeness import criteria, items
from policies.core.facts.plain_data import read_yaml
from policies.core.language import readability


def measure() -> Iterator[Row]:
    path, library = largest(), load()
    facts = read_yaml(path.read_bytes())
    document = assemble(facts, library, ON)
    findings = [*check(facts, library, ON), *check_document(facts, document, library, ON)]
    of_facts, first, of_text, table = interleaved(
        15,
        lambda: check(facts, library, ON),
        lambda: (readability.of_text.cache_clear(), check(facts, library, ON)),
        lambda: check_document(facts, document, library, ON),
        lambda: (items(facts, document, library, ON, findings), criteria(facts, document, library, ON)),
    )
    yield f"fact checks of {path.name}", of_facts * 1000, 12.0, "ms"
    yield "the same, of texts that were never measured", first * 1000, None, "ms"
    yield f"text checks of {path.name}", of_text * 1000, 150.0, "ms"
    yield "items and criteria, with the findings at hand", table * 1000, 150.0, "ms"
