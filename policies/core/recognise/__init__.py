"""A privacy statement that somebody has already → what it seems to say of the company, as proposals that each show their sentence.

It knows words and no meaning. A denial does not count, and what is not sure is left out: a wrong proposal annoys, a missing one is picked by hand.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from policies.core.catalogue.variants import for_country
from policies.core.facts.periods import BOUND_WORDS, in_words
from policies.core.reading import opened
from policies.core.reading.language import country_of
from policies.core.reading.rules import rules_of
from policies.core.recognise.adopt import adopt
from policies.core.recognise.affirmed import AffirmedText
from policies.core.recognise.company import fields
from policies.core.recognise.found import KINDS, RecognisedFact, RetentionPeriod
from policies.core.recognise.offer import RecognisedOffer, offers, take_over
from policies.core.recognise.periods import PeriodFinder
from policies.core.recognise.rules import RecognitionRule, RecognitionRules, recognition_rules

__all__ = ["RecognisedOffer", "RetentionPeriod", "RecognisedFact", "adopt", "offers", "recognise", "take_over"]


def recognise(source: str, library: Any, country: str | None, on: date) -> tuple[RecognisedFact, ...]:
    """Return what a Dutch text, or the source of a page, says of a company, in reading order and each thing once.

    `country` is where the company is established; without it the words of the text decide on names and numbers. Only what the
    catalogue has on the day is proposed. Raises Unreadable as reading.read does.
    """
    reading = opened(source, rules_of(library))
    rules = recognition_rules(library)
    affirmed = AffirmedText(reading, rules)
    here = country or country_of(reading)
    found = [
        *fields(affirmed, here, country is None),
        *_rows(affirmed, rules.activities, library, here, on),
        *_recipients(affirmed, rules, library, here, on),
        *_rows(affirmed, rules.cookies, library, here, on, "cookie", "cookies"),
    ]
    found += _periods(affirmed, rules, [one for _, one in found if one.kind == "activity"])
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], KINDS.index(pair[1].kind))))


def _rows(
    affirmed: AffirmedText,
    words: Iterable[RecognitionRule],
    library: Any,
    country: str | None,
    on: date,
    kind: str = "activity",
    stem: str = "activities",
) -> Iterator[tuple[int, RecognisedFact]]:
    """Yield what is recognised of one file of the catalogue, each with the number of its sentence."""
    rows = {row["id"]: row for row in library.valid(stem, on)}
    for one in words:
        if one.id in rows and (number := affirmed.first(one)) is not None:
            row = rows[one.id]
            name = for_country(row["facts"]["name"] if kind == "activity" else row["name"], country or "BE")
            yield number, RecognisedFact(kind, one.id, name, affirmed.quote(number))


def _recipients(
    affirmed: AffirmedText, rules: RecognitionRules, library: Any, country: str | None, on: date
) -> Iterator[tuple[int, RecognisedFact]]:
    """Yield services by name, and kinds of recipients where no service that is named is of that kind.

    A kind that several rows recognise counts once.
    """
    named = list(_rows(affirmed, rules.named, library, country, on, "recipient", "recipients"))
    there = {one.id for _, one in named}
    kinds = [words for words in rules.kinds if not there.intersection(words.covered)]
    yield from named
    first: dict[str, tuple[int, RecognisedFact]] = {}
    for number, one in _rows(affirmed, kinds, library, country, on, "recipient", "recipients"):
        first[one.id] = min(first.get(one.id, (number, one)), (number, one), key=lambda pair: pair[0])
    yield from first.values()


def _periods(
    affirmed: AffirmedText, rules: RecognitionRules, activities: list[RecognisedFact]
) -> list[tuple[int, RecognisedFact]]:
    names = {one.id: one.name for one in activities}
    about = {words.id: words.about for words in rules.activities if words.id in names and words.about}
    return [
        (
            number,
            RecognisedFact(
                "retention",
                period.activity,
                f"{names[period.activity]}: {_in_words(period)}",
                affirmed.quote(number),
                period,
            ),
        )
        for number, period in PeriodFinder(affirmed, about).periods()
    ]


def _in_words(period: RetentionPeriod) -> str:
    return " ".join(filter(None, (BOUND_WORDS.get(period.bound or ""), in_words(period.number, period.unit))))
