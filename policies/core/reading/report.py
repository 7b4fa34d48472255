"""What comes out of reading a text: per item what was found, the faults, and what the reader cannot know."""

from dataclasses import dataclass
from typing import Any

from policies.core.language.ease import Ease, figure
from policies.core.reading.text import SourceSentence

FOUND, MISSING, UNSURE = "found", "missing", "unsure"
OUTCOMES = {FOUND: "gevonden", MISSING: "niet gevonden", UNSURE: "onzeker"}
THEMES = {
    "wie": "Wie en hoe te bereiken",
    "waarvoor": "Waarvoor en waarom het mag",
    "gegevens": "Welke gegevens en van wie",
    "delen": "Wie gegevens krijgt, en waar",
    "bewaren": "Hoelang",
    "rechten": "Rechten en klachten",
    "verplicht": "Moet men gegevens geven?",
    "beslissen": "Beslissingen door computers",
    "wijzigen": "Wijzigingen",
}
DISCLAIMER = (
    "Dit is een hulpmiddel dat zinnen herkent. Het begrijpt uw tekst niet, en het weet niet wat u echt met gegevens doet. Het zegt niet dat een verklaring"
    " in orde is: wat gevonden is, kan onjuist of onvolledig zijn, en wat niet gevonden is, kan er in andere woorden staan. Dit is geen juridisch advies."
)
SHOWN = 3  # sentences per result
LONG = 400  # characters of a sentence that are shown


@dataclass(frozen=True)
class Quote:
    """A sentence of the text as evidence, with the heading it stands under."""

    text: str
    heading: str


@dataclass(frozen=True)
class ItemResult:
    """One item of art. 12–14. `needed` is False while the text alone cannot show that the item has to be there; `rule` is the pattern that matched."""

    id: str
    theme: str
    question: str
    articles: tuple[str, ...]
    outcome: str
    needed: bool
    because: str
    mend: str
    rule: str
    quotes: tuple[Quote, ...]

    @property
    def word(self) -> str:
        """Return the outcome in Dutch."""
        return OUTCOMES[self.outcome]


@dataclass(frozen=True)
class Fault:
    """A sentence that is outdated, contradicts the rest, or promises too much."""

    id: str
    severity: str
    articles: tuple[str, ...]
    message: str
    mend: str
    rule: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class ReadingReport:
    """Everything that reading a text gave. `ease` has None for what is too short to measure; `country` is None when the text does not show it."""

    results: tuple[ItemResult, ...]
    faults: tuple[Fault, ...]
    words: int
    sentences: int
    ease: Ease
    tone: str | None
    country: str | None

    @property
    def found(self) -> tuple[ItemResult, ...]:
        """Return the results of the items that were found."""
        return self.of(FOUND)

    @property
    def missing(self) -> tuple[ItemResult, ...]:
        """Return the results of the items that were not found, whether or not they are needed."""
        return self.of(MISSING)

    @property
    def unsure(self) -> tuple[ItemResult, ...]:
        """Return the results of the items that may be there."""
        return self.of(UNSURE)

    def of(self, outcome: str) -> tuple[ItemResult, ...]:
        """Return the results with one outcome: FOUND, MISSING or UNSURE."""
        return tuple(result for result in self.results if result.outcome == outcome)

    @property
    def lacking(self) -> tuple[ItemResult, ...]:
        """Return the results of the items that have to be there and were not found."""
        return tuple(result for result in self.results if result.outcome == MISSING and result.needed)

    @property
    def themes(self) -> tuple[tuple[str, tuple[ItemResult, ...]], ...]:
        """Return the results per theme, each with its Dutch name, in the order of the screen."""
        return tuple(
            (name, tuple(result for result in self.results if result.theme == theme)) for theme, name in THEMES.items()
        )


def quote(sentence: SourceSentence, below: str = "") -> Quote:
    """Return a sentence to show, cut when it is very long; `below` is the sentence under it when it is a heading."""
    text = f"{sentence.shown} – {below}" if below else sentence.shown
    return Quote(
        text if len(text) <= LONG else f"{text[:LONG].rsplit(' ', 1)[0]} …",
        "" if sentence.kind == "heading" else sentence.heading,
    )


def to_data(report: ReadingReport) -> dict[str, Any]:
    """Return the report as plain data for JSON, with the disclaimer that has to go with it."""
    return {
        "disclaimer": DISCLAIMER,
        "text": {
            "words": report.words,
            "sentences": report.sentences,
            "ease": figure(report.ease.text),
            "ease_of_lines": figure(report.ease.lines),
            "tone": report.tone,
            "country": report.country,
        },
        "items": [
            {
                "id": one.id,
                "theme": one.theme,
                "question": one.question,
                "articles": list(one.articles),
                "outcome": one.outcome,
                "needed": one.needed,
                "because": one.because,
                "mend": one.mend,
                "rule": one.rule,
                "sentences": [{"text": q.text, "heading": q.heading} for q in one.quotes],
            }
            for one in report.results
        ],
        "faults": [
            {
                "id": one.id,
                "severity": one.severity,
                "articles": list(one.articles),
                "message": one.message,
                "mend": one.mend,
                "rule": one.rule,
                "sentences": [{"text": q.text, "heading": q.heading} for q in one.quotes],
            }
            for one in report.faults
        ],
    }
