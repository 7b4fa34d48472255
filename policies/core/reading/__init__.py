"""A privacy statement from elsewhere → what it tells and what not, sentence by sentence. It never says that a text complies."""

from datetime import date
from itertools import chain

from policies.core.checks.phrases import outdated_in
from policies.core.language.ease import Ease
from policies.core.language.readability import GOOD, HARD
from policies.core.reading import language
from policies.core.reading.ease import ease as ease_of_reading
from policies.core.reading.judge import RuleJudge
from policies.core.reading.report import DISCLAIMER, OUTCOMES, Fault, ItemResult, ReadingReport, quote, to_data
from policies.core.reading.rule_lines import RuleCatalogue
from policies.core.reading.rules import ReadingRules, rules_of
from policies.core.reading.source import MAX_BYTES, MAX_CHARACTERS, Unreadable, decode
from policies.core.reading.text import SourceIndex, SourceSentence, index_of

__all__ = [
    "DISCLAIMER",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "OUTCOMES",
    "Fault",
    "ItemResult",
    "ReadingReport",
    "Unreadable",
    "decode",
    "opened",
    "read",
    "rules_of",
    "to_data",
]

MIXED = 2  # sentences in the other form before it is a habit and no slip
ALIKE = (
    ("shares-nothing", "vague-recipients"),
    ("stays-inside", "inside-europe"),
    ("dpo-denied", "dpo-in-text"),
    ("look-yourself", "changes-at-once"),
    ("transfer-by-submitting", "consent-by-use"),
)


def read(source: str, library: RuleCatalogue, on: date) -> ReadingReport:
    """Return the report on a Dutch statement (text, or the source of a page). Outdated names are those of the day `on`.

    Raises Unreadable when it is empty, too long, or not in Dutch.
    """
    rules = rules_of(library)
    reading = opened(source, rules)
    country, ease, forms = language.country_of(reading), ease_of_reading(reading), language.addresses(reading)
    judge = RuleJudge(reading, rules, country)
    faults = [*_outdated(reading, library, on, country), *judge.faults(), *_tone(forms), *_hard(ease)]
    tone = max(forms, key=lambda name: len(forms[name])) if any(forms.values()) else None
    return ReadingReport(
        judge.results(), tuple(_once(faults)), len(reading.words), len(reading.sentences), ease, tone, country
    )


def opened(source: str, rules: ReadingRules) -> SourceIndex:
    """Return the sentences of a Dutch text or page. Raises Unreadable as read does."""
    if len(source) > MAX_BYTES:
        raise Unreadable("Deze tekst is te lang. Plak alleen de privacyverklaring.")
    reading = index_of(source, rules.marks)
    language.refuse_foreign(reading)
    return reading


def _outdated(reading: SourceIndex, library: RuleCatalogue, on: date, country: str | None) -> list[Fault]:
    rows = [row for row in library.valid("outdated", on) if row["country"] in (None, country)]
    if not any(
        outdated_in("\n".join(sentence.text for sentence in reading.sentences), rows)
    ):  # most texts name nothing of the kind
        return []
    found: dict[str, Fault] = {}
    for sentence in reading.sentences:
        for rule, name, message, remedy in outdated_in(sentence.text, rows):
            row = next(row for row in rows if row["id"] == name)
            before = found[name].quotes if name in found else ()
            found[name] = Fault(
                f"outdated-{name}",
                rule.severity,
                tuple(map(str, row["articles"])),
                message,
                remedy,
                rule.code,
                (*before, quote(sentence))[:3],
            )
    return list(found.values())


def _tone(forms: dict[str, list[SourceSentence]]) -> list[Fault]:
    fewer = min(forms.values(), key=len)
    if len(fewer) < MIXED:
        return []
    quotes = tuple(quote(one) for one in chain(forms["u"][:2], forms["je"][:2]))
    return [
        Fault(
            "mixed-tone",
            "warning",
            ("12.1",),
            "De tekst zegt nu eens u en dan weer je.",
            "Kies één aanspreekvorm voor de hele tekst.",
            "12.1-tone",
            quotes,
        )
    ]


def _hard(ease: Ease) -> list[Fault]:
    if ease.worse is None or ease.worse >= HARD:
        return []
    told = f"De tekst leest moeilijk: {ease}, op de schaal van Flesch-Douma. Vanaf {GOOD} is een tekst goed te lezen. Dit is een aanwijzing, geen bewijs."
    return [
        Fault(
            "hard-to-read", "warning", ("12.1",), told, "Maak zinnen korter en kies gewone woorden.", "flesch-douma", ()
        )
    ]


def _once(faults: list[Fault]) -> list[Fault]:
    """Return the faults, errors first. A sentence counts once when two rules find the same fault in it."""
    told = {fault.id: set(fault.quotes) for fault in faults}
    again = {other for name, other in ALIKE if told.get(other) and told[other] <= told.get(name, set())}
    return sorted((fault for fault in faults if fault.id not in again), key=lambda fault: fault.severity != "error")
