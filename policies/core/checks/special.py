"""Data that needs a ground of its own: art. 9, 10 and 87."""

import re
from collections.abc import Callable, Iterator

from ..facts import Activity, DataCategory
from .finding import Finding, Rule
from .review import Review, Used, named

# What an item is called when it is data that needs a ground of its own. “Gezondheid” of a company or a plant is rare enough.
SPECIAL_ITEM = re.compile(
    r"\b(allergie\w*|dieetwens\w*|dieet|medisch\w*|medicatie|medicijn\w*|gezondheid\w*|ziekte\w*|ziektebriefje\w*|diagnose\w*|handicap\w*|zwangerschap\w*"
    r"|vakbond\w*|geloof\w*|godsdienst\w*|religie\w*|etnische|vingerafdruk\w*|irisscan\w*|seksuele)\b", re.IGNORECASE,
)
NATIONAL_ITEM = re.compile(r"\b(rijksregisternummer\w*|bsn|burgerservicenummer\w*|insz(-nummer)?)\b", re.IGNORECASE)
CRIMINAL_WORDS = re.compile(r"\b(strafregister\w*|strafblad\w*|vog|verklaring omtrent het gedrag|bewijs van goed gedrag|veroordeling\w*)\b", re.IGNORECASE)

SPECIAL = Rule("9.2-ground", "error", "9.1 9.2 13.1.c", "CHK-42")
NATIONAL_NUMBER = Rule("87-law", "error", "87", "CHK-43")
CRIMINAL = Rule("10-law", "error", "10", "CHK-44")
UNMARKED = Rule("9-unmarked", "warning", "9.1 9.2", "CHK-42")
NUMBER_ITEM = Rule("87-item", "error", "87", "CHK-43")
CRIMINAL_ITEM = Rule("10-item", "warning", "10", "CHK-44")
PROMISE = Rule("9-promise", "error", "5.1.a 9", "CHK-42")


def findings(review: Review) -> Iterator[Finding]:
    for activity, category in _used(review, lambda category: bool(category.special)):
        if activity.purposes and not any(purpose.special_ground for purpose in activity.purposes):
            yield SPECIAL.at(
                f"activities.{activity.key}.purposes.{activity.purposes[0].key}.special_ground",
                f"{named(activity)} gebruikt bijzondere gegevens ({named(category)}), maar de grond daarvoor ontbreekt.",
                "Kies bij het doel waarom u bijzondere gegevens mag gebruiken. Kunt u dat niet, gebruik ze dan niet.",
            )
    for activity, category in _used(review, lambda category: category.national_number):
        if not any(purpose.legal_basis == "legal_obligation" and purpose.law for purpose in activity.purposes):
            yield NATIONAL_NUMBER.at(
                f"categories.{category.key}.national_number",
                f"{named(activity)} gebruikt {_number(review)}, maar er staat geen wet bij die dat oplegt.",
                f"Noem de wet bij het doel, of vraag {_number(review)} niet.",
            )
    for activity, category in _used(review, lambda category: category.criminal):
        if not any(purpose.law for purpose in activity.purposes):
            yield CRIMINAL.at(
                f"categories.{category.key}.criminal",
                f"{named(activity)} gebruikt strafrechtelijke gegevens, maar er staat geen wet bij die dat toelaat.",
                "Noem de wet bij het doel, of vraag deze gegevens niet.",
            )
    for used in review.uses:
        yield from _unmarked(review, used)
    special = next((category for _, category in _used(review, lambda category: bool(category.special))), None)
    if review.facts.unasked.erases and special:
        yield PROMISE.at(
            "unasked.erases", f"U belooft dat u geen bijzondere gegevens vraagt, maar u gebruikt {named(special)}.",
            "Vink deze belofte uit, of gebruik die gegevens niet.",
        )


def _unmarked(review: Review, used: Used) -> Iterator[Finding]:
    """Items that are such data by their name, while nobody said so."""
    category, activity = review.category(used.use), used.activity
    law = any(purpose.law for purpose in activity.purposes)
    for index, item in enumerate(used.use.items):
        path, name = f"{used.path}.items.{index}.name", item.name or ""
        if SPECIAL_ITEM.search(name) and not (category and category.special) and not any(purpose.special_ground for purpose in activity.purposes):
            yield UNMARKED.at(
                path, f"{named(item)} zegt misschien iets over gezondheid, geloof of een ander gevoelig punt.",
                "Is dat zo, duid dan de soort gegevens aan als bijzonder en kies bij het doel de grond.",
            )
        if NATIONAL_ITEM.search(name) and not (category and category.national_number) and not law:
            yield NUMBER_ITEM.at(
                path, f"Bij {named(activity)} vraagt u {_number(review)}, maar er staat geen wet bij die dat oplegt.", "Noem de wet bij het doel, of vraag het niet.",
            )
        if CRIMINAL_WORDS.search(name) and not (category and category.criminal) and not law:
            yield CRIMINAL_ITEM.at(
                path, f"{named(item)} gaat over straffen. Dat mag alleen als een wet het toelaat.", "Noem de wet bij het doel, of vraag het niet.",
            )


def _used(review: Review, wanted: Callable[[DataCategory], bool]) -> Iterator[tuple[Activity, DataCategory]]:
    """Every activity with each such category that it uses."""
    for used in review.uses:
        category = review.category(used.use)
        if category and wanted(category):
            yield used.activity, category


def _number(review: Review) -> str:
    return "het BSN" if review.country == "NL" else "het rijksregisternummer"
