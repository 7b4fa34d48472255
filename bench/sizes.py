"""Time against size: hostile texts and ordinary ones through the pure readers, each 25, 50 and 100 kB. Time is that of the processor.

Told are the most time that any kind takes at 100 kB, and the most that a doubling multiplies it by; of kinds that take no measurable time only the first counts.
"""

import gc
import time
from collections.abc import Callable, Iterator

from bench.statement import ON, Row, largest
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts.plain_data import FactsError, read_yaml
from policies.core.reading import Unreadable, read
from policies.core.recognise import recognise
from policies.render import as_text

SIZES = (25_000, 50_000, 100_000)
MOST_SECONDS, MOST_GROWTH = 2.0, 2.3
NOTICEABLE = 0.1  # seconds at 100 kB; below it the clock says more about the machine than about the code

# What is repeated until it fills a text. Each took, or might take, the square of its length in some pattern.
PIECES = (
    ".",
    ". ",
    "…",
    "?",
    "nr. A ",
    "nr. a ",
    "A. ",
    "B.V. ",
    "art. 6 lid 1 ",
    "Art. 6, ",
    "o.a.",
    "e.d. ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "a\tb\n",
    " ",
    "|",
    "<p>",
    "<p>a",
    "<div>",
    "<div></div>",
    "<",
    "</",
    "<a",
    "<a b='",
    '<a b="c" ',
    "<p a",
    "<!",
    "<!--",
    "<!-- a",
    "<?",
    "<![CDATA[",
    "<script>",
    "<li><p>",
    "<tr><td>a",
    "<dt>a",
    "<h1>",
    "<b>",
    "<a href='mailto:a@b.be'>x</a>",
    "&",
    "&amp;",
    "&#",
    "&#9",
    "a@",
    "a@b.",
    "a.b",
    "a-",
    "- ",
    "- a\n",
    "• ",
    "1 ",
    "1.",
    "1",
    "0",
    "0/",
    "+32 ",
    "(",
    "( ",
    "[",
    "[a",
    "{{ a",
    '"',
    "'",
    "’a",
    "_",
    "===\n",
    "#",
    "# a\n",
    "#:\n",
    "**",
    ":",
    "a: ",
    "A:\n",
    "; ",
    ",",
    "A, ",
    "a",
    "A",
    "a ",
    "Ab ",
    "Bakker en ",
    "A? ",
    "! ",
    "Ja. ",
    "Naam: x. ",
    "10 jaar ",
    "10 tot ",
    "wij bewaren facturen 10 jaar, ",
    "Wij bewaren facturen 10 jaar. ",
    "http://",
    "https://a.be/",
    "www.",
    "geldt www.a.be op ",
    "😀",
    "👨‍👩‍👧",
    "e\u0301",
    "\u0301",
    "\u0301\u0327",
    "\u200b",
    "\u2028",
    "İ",
    "ﬁ",
    "Contact\n",
    "CONTACT\n",
    "1. Contact\n",
    "Contact\n====\n",
    "geen ",
    "niet, ",
    "de het een wij uw ",
    "recht op inzage ",
    "klacht indienen bij de autoriteit ",
    "Google Analytics, ",
    "hoe ",
    "delen derden ",
    "door gebruik akkoord ",
    "nooit buiten de EU ",
    "kopie ",
    "BE 0",
    "btw-",
    "kvk ",
    "NL123",
    "1234 AB ",
    "Kerkstraat 1, 9000 Gent ",
    "Kerk ",
    "1-1-2026 ",
    "verantwoordelijk ",
    "_ga_",
    "DPO ",
    "Aa-",
)


def ordinary() -> str:
    """The text of our largest statement."""
    return as_text.text(assemble(read_yaml(largest().read_bytes()), load(), ON), None)


def filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def hostile(piece: str, size: int, text: str) -> Iterator[str]:
    """A piece alone, behind an ordinary text so that it is not refused as foreign, inside sentences, and in a page."""
    yield filled(piece, size)
    behind = (
        filled(text, size // 6) + "\n\n" + filled(piece, size - size // 6)
    )  # the piece begins where the reader still looks whether it is a page
    yield behind
    yield filled("Wij bewaren uw gegevens zolang de wet het vraagt " + filled(piece, 60) + " ", size)
    yield f"<html><body><p>{behind}"


def profile(size: int, name: str) -> str:
    """Facts that are malformed in some way, of a size."""
    return (
        "schema: 1\n"
        + {
            "names": lambda: "".join(f"naam{number}: \n" for number in range(size // 12)),
            "rows": lambda: "activities:\n" + filled("- key: a\n", size),
            "nested": lambda: filled("- ", size),
            "flow": lambda: "a: [" + filled("a, ", size),
            "brackets": lambda: filled("[", size),
            "same": lambda: filled("a: 1\n", size),
            "scalar": lambda: "style: " + filled("a ", size),
            "marks": lambda: "controller: {legal_name: a" + filled("\u0301\u0327", size // 2) + "}",
            "countries": lambda: "scope: {processing_countries: [" + filled("Italië, ", size) + "]}",
        }[name]()
    )


PROFILES = ("names", "rows", "nested", "flow", "brackets", "same", "scalar", "marks", "countries")


def seconds(task: Callable[[str], object], text: str) -> float:
    """The processor's time for one text; a refusal is an answer. Without the collector of garbage, which walks over all that other texts left as well."""
    gc.disable()
    start = time.process_time()
    try:
        task(text)
    except (Unreadable, FactsError):
        pass
    finally:
        gc.enable()
    return time.process_time() - start


def growth(task: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """Seconds for the last text, and the most that a doubling multiplies them by. What seems too much is measured again, the quickest counts."""
    gc.collect()
    times = [seconds(task, text) for text in texts]
    for _ in range(3):
        if times[-1] < NOTICEABLE or max(_ratios(times)) <= MOST_GROWTH:
            break
        times = [min(before, seconds(task, text)) for before, text in zip(times, texts, strict=True)]
    return times[-1], max(_ratios(times)) if times[-1] >= NOTICEABLE else 0.0


def _ratios(times: list[float]) -> list[float]:
    return [after / max(before, 0.001) for before, after in zip(times[1:], times[2:], strict=False)]


def measure() -> Iterator[Row]:
    library, text = load(), ordinary()
    readers = {
        "reading": lambda source: read(source, library, ON),
        "recognising": lambda source: recognise(source, library, None, ON),
    }
    for name, task in readers.items():
        task(filled(text, SIZES[-1]))  # the rules are compiled once
        took, grew = growth(task, [filled(text, size) for size in SIZES])
        yield f"{name} an ordinary text of 100 kB", took, MOST_SECONDS, "s"
        yield "  from 50 to 100 kB", grew, MOST_GROWTH, "x"
        found = [
            (*growth(task, list(texts)), piece)
            for piece in PIECES
            for texts in zip(*(hostile(piece, size, text) for size in SIZES), strict=True)
        ]
        yield from _worst(name, "texts", found)
    found = [
        (*growth(read_yaml, [profile(size, kind) for size in (100_000, 200_000, 400_000)]), kind) for kind in PROFILES
    ]
    yield from _worst("reading", "profiles of 400 kB", found)
    yield (
        "reading our largest profile",
        seconds(lambda source: read_yaml(source), largest().read_text()),
        MOST_SECONDS,
        "s",
    )


def _worst(name: str, what: str, found: list[tuple[float, float, str]]) -> Iterator[Row]:
    slow, steep = max(found), max(found, key=lambda one: one[1])
    yield f"{name} {len(found)} hostile {what}, the slowest ({slow[2]!r})", slow[0], MOST_SECONDS, "s"
    yield f"  the steepest ({steep[2]!r})", steep[1], MOST_GROWTH, "x"
