"""How a statement reads, in words for the last step: the whole, each section, and one's own texts that read hard. Pure."""

from dataclasses import dataclass
from datetime import date

from policies.core.checks.review import Review
from policies.core.document import Document
from policies.core.facts import Facts, paths
from policies.core.language.ease import figure
from policies.core.language.readability import GOOD, TextMeasure, in_words, of_document, of_text, shortened
from policies.core.language.word_lists import Catalogue
from policies.wizard.steps.locate import home_of

COLOURS = {"goed te lezen": "ok", "pittig": "warn", "moeilijk": "bad"}


@dataclass(frozen=True)
class ReadingFigure:
    """One score as it is shown, and what it means."""

    score: int | None
    in_words: str

    @property
    def colour(self) -> str:
        return COLOURS.get(self.in_words, "note")


@dataclass(frozen=True)
class Read:
    """One text with its two figures: of its running text, and of all its lines.

    `key` is the id of a section in the document, `path` the fact that holds an own text; empty for another.
    """

    name: str
    text: ReadingFigure
    lines: ReadingFigure
    key: str = ""
    path: str = ""


@dataclass(frozen=True)
class Readable:
    """The whole, the sections that are long enough for a score, in their order, and the own texts under that of a good one, the hardest first."""

    whole: Read
    sections: tuple[Read, ...]
    texts: tuple[Read, ...]


def readable(document: Document, facts: Facts, library: Catalogue, on: date) -> Readable:
    """How this document and the texts that a person typed into it read."""
    reading = of_document(document)
    sections = tuple(_read(part.title, part.measured, key=part.key) for part in reading.parts if part.is_held)
    own = (
        (path, text, of_text(text)) for path, text in Review(facts, library, on).prose if text.count(" ") > 40
    )  # a shorter text has no score
    hard = [
        (worse, _read(_name(path, text), measured, path=path))
        for path, text, measured in own
        if (worse := measured.ease.worse or GOOD) < GOOD
    ]
    return Readable(
        _read("", reading.whole), sections, tuple(read for _, read in sorted(hard, key=lambda pair: pair[0]))
    )


def _read(name: str, measured: TextMeasure, *, key: str = "", path: str = "") -> Read:
    text, lines = (ReadingFigure(figure(score), in_words(score)) for score in (measured.ease.text, measured.ease.lines))
    return Read(name, text, lines, key, path)


def _name(path: str, text: str) -> str:
    """The question and the beginning of the answer: two activities may both have a story."""
    fact = paths.parse(path)
    return f"{home_of(path).step.title}, “{paths.field_spec(fact.address, fact.field).label}”: {shortened(text, 60)}"
