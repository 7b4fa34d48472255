"""How long every example is in every pattern, and what it says twice, beside the targets. Counted in the form with *u*.

`python -m bench words` prints the rows; `python -m bench.words` a line per statement, of the examples that are named or of all five.
"""

import dataclasses
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from bench.statement import EXAMPLES, ON, Row
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.catalogue.variants import in_tone
from policies.core.clauses.library import load
from policies.core.document import Document
from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import read_yaml
from policies.core.language.readability import LONGEST, of_document
from policies.core.language.split import cleaned, sentences
from policies.render import as_text

OWN = {
    "vraag-antwoord": 1900,
    "rubrieken": 2150,
    "verwerkingen": 2150,
    "betrokkenen": 2900,
    "artikelen": 4500,
}  # in the pattern of that name
SLACK, OTHER = 1.05, 1.2  # × the target: in its own pattern, and in another
TOTAL = 76_000  # all 25 together
FIRST_LAYER = 150  # words
RUN, REPEATED = 8, 3.0  # words in a run that stood there before; percent of all words
SHARED = 50.0  # percent of the sentences of one pattern that stand in another
# SHA-256 over the five files in the order of OWN: the targets count on these words. docs/patterns.md says what an example may leave out.
EXAMPLES_DIGEST = "d9aca25b966ff7ccc0911d295fa1c894009bd5af23c02896ae0f78725474591b"
# What the law makes everybody say is one clause for all patterns, and the first layer is the same in all: these count in no comparison of two patterns.
# Nor do the items of a list: names of data are no sentences.
LEGAL = frozenset(
    "ai automated changes contact cookies definitions disclosure kort links marketing minors opening processor purpose purposes rights security transfer "
    "data/unasked data/special data/special-law data/criminal data/national-number data/number-within retention/several".split()
)


@dataclass(frozen=True)
class Counted:
    """One statement: its words, those of its first layer, its longest sentence, the percentage said before, and its sentences outside the legal parts."""

    words: int
    first_layer: int
    longest: int
    repeated: float
    sentences: frozenset[str]


def measure() -> Iterator[Row]:
    total = 0
    for example in OWN:
        facts = facts_of(example)
        found = {pattern: counted(document_of(facts, pattern)) for pattern in patterns.ALL}
        total += sum(one.words for one in found.values())
        for pattern, one in found.items():
            yield f"words: {example} × {pattern}", one.words, limit(example, pattern), ""
        for name, most in (("first_layer", FIRST_LAYER), ("longest", LONGEST), ("repeated", REPEATED)):
            value, pattern = max((getattr(one, name), pattern) for pattern, one in found.items())
            yield f"  its most {name.replace('_', ' ')} ({pattern})", value, most, "%" if name == "repeated" else ""
        for what, least, most in (("shares", frozenset(), SHARED), ("without what was typed", typed(facts), None)):
            value, pair = max(
                (shared(found[one].sentences - least, found[two].sentences - least), f"{one}, {two}")
                for one, two in combinations(found, 2)
            )
            yield f"  its most alike: {what} ({pair})", value, most, "%"
    yield "words of all 25", total, TOTAL, ""


def limit(example: str, pattern: str) -> float:
    """The most words of an example in a pattern."""
    return OWN[example] * (SLACK if example == pattern else OTHER)


def examples_digest() -> str:
    """The digest of the five examples as they are now."""
    return hashlib.sha256(b"".join((EXAMPLES / f"{example}.yaml").read_bytes() for example in OWN)).hexdigest()


def facts_of(example: str) -> Facts:
    return read_yaml((EXAMPLES / f"{example}.yaml").read_bytes())


def document_of(facts: Facts, pattern: str) -> Document:
    """The statement of a company in a pattern, in the form with *u*."""
    return assemble(
        in_tone(dataclasses.replace(facts, style=dataclasses.replace(facts.style, pattern=pattern, tone="u")), load()),
        load(),
        ON,
    )


def counted(document: Document) -> Counted:
    reading, text = of_document(document), as_text.text(document, None)
    first_layer = as_text.text(dataclasses.replace(document, sections=()), None).rpartition("---\n")[2]
    return Counted(
        words=len(text.split()),
        first_layer=len(first_layer.split()),
        longest=max(sentence.words for sentence in reading.whole.sentences),
        repeated=repeated(text),
        sentences=frozenset(
            folded(
                one.text.partition(": ")[2] if one.kind == "labelled" else one.text
            )  # a label is the pattern's, whatever stands behind it
            for one in reading.whole.sentences
            if one.kind != "item" and LEGAL.isdisjoint((one.clause, one.clause.partition("/")[0]))
        ),
    )


def folded(words: str) -> str:
    """Words without capitals and marks."""
    return " ".join(re.findall(r"\w+", words.lower()))


def repeated(text: str) -> float:
    """The percentage of the words that stand in a run of eight that stood before in the same text."""
    words = folded(text).split()
    seen: set[tuple[str, ...]] = set()
    again: set[int] = set()
    for start in range(len(words) - RUN + 1):
        run = tuple(words[start : start + RUN])
        if run in seen:
            again.update(range(start, start + RUN))
        seen.add(run)
    return 100 * len(again) / max(len(words), 1)


def shared(one: frozenset[str], two: frozenset[str]) -> float:
    """The percentage of the sentences of the shorter statement that stand in the other."""
    return 100 * len(one & two) / max(min(len(one), len(two)), 1)


def typed(facts: Facts) -> frozenset[str]:
    """The sentences that the company typed: they read the same in every pattern."""
    texts = [
        text
        for _, spec, value in paths.walk(facts)
        if spec.kind in {"text", "long", "lines"}
        for text in (value if isinstance(value, tuple) else (value,))
    ]
    return frozenset(folded(one.text) for text in texts if text for one in sentences(cleaned(str(text)), "text", ""))


def table(example: str) -> Iterator[str]:
    """A line per pattern; an exclamation mark stands behind what misses its target. Then how much of each pattern stands in each other one."""
    facts = facts_of(example)
    found = {pattern: counted(document_of(facts, pattern)) for pattern in patterns.ALL}
    yield f"{example:16}{'words':>7} {'limit':>6}  {'first':>6}  {'longest':>8}  {'repeated':>9}  shared with the others, % (without what was typed)"
    known = typed(facts)
    for pattern, one in found.items():
        pairs = [
            (shared(one.sentences, two.sentences), shared(one.sentences - known, two.sentences - known))
            for two in found.values()
            if two is not one
        ]
        yield (
            f"  {pattern:14}{marked(one.words, limit(example, pattern)):>8}{limit(example, pattern):>6.0f} {marked(one.first_layer, FIRST_LAYER):>7}"
            f"{marked(one.longest, LONGEST):>10}{marked(round(one.repeated, 1), REPEATED):>11}  {'  '.join(f'{both:.0f} ({ours:.0f})' for both, ours in pairs)}"
        )
    yield f"  {'together':14}{sum(one.words for one in found.values()):>7}"


def marked(value: float, most: float) -> str:
    return f"{value}{'!' if value > most else ' '}"


if __name__ == "__main__":
    for name in sys.argv[1:] or OWN:
        print("\n".join(table(name)), flush=True)
