"""Reading a text from elsewhere: our largest statement, as text and as a page, filled up to the longest that the form takes."""

from collections.abc import Iterator

from bench.statement import ON, Row, interleaved, largest
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts.plain_data import read_yaml
from policies.core.reading import MAX_CHARACTERS, read
from policies.core.recognise import recognise
from policies.render import as_html, as_text


def measure() -> Iterator[Row]:
    library = load()
    document = assemble(read_yaml(largest().read_bytes()), library, ON)
    text, page = as_text.text(document, None), as_html.page(document, None)
    long = (text * (MAX_CHARACTERS // len(text) + 1))[:MAX_CHARACTERS]
    read(text, library, ON)  # the rules are compiled once
    recognise(text, library, None, ON)
    whole, filled, html, recognised = interleaved(
        15,
        lambda: read(text, library, ON),
        lambda: read(long, library, ON),
        lambda: read(page, library, ON),
        lambda: recognise(long, library, None, ON),
    )
    yield f"reading {largest().stem} as text, {len(text) // 1000} kB", whole * 1000, None, "ms"
    yield f"reading it as a page, {len(page) // 1000} kB", html * 1000, None, "ms"
    yield f"reading a text of {len(long) // 1000} kB", filled * 1000, 150.0, "ms"
    yield f"recognising what a text of {len(long) // 1000} kB says", recognised * 1000, 200.0, "ms"
