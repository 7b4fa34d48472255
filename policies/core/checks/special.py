"""Data that needs a ground of its own: art. 9, 10 and 87."""

from collections.abc import Callable, Iterator

from ..facts import Activity, DataCategory
from .finding import Finding, Rule
from .review import Review, named

SPECIAL = Rule("9.2-ground", "error", "9.1 9.2 13.1.c", "CHK-42")
NATIONAL_NUMBER = Rule("87-law", "error", "87", "CHK-43")
CRIMINAL = Rule("10-law", "error", "10", "CHK-44")
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
    special = next((category for _, category in _used(review, lambda category: bool(category.special))), None)
    if review.facts.unasked.erases and special:
        yield PROMISE.at(
            "unasked.erases", f"U belooft dat u geen bijzondere gegevens vraagt, maar u gebruikt {named(special)}.",
            "Vink deze belofte uit, of gebruik die gegevens niet.",
        )


def _used(review: Review, wanted: Callable[[DataCategory], bool]) -> Iterator[tuple[Activity, DataCategory]]:
    """Every activity with each such category that it uses."""
    for used in review.uses:
        category = review.category(used.use)
        if category and wanted(category):
            yield used.activity, category


def _number(review: Review) -> str:
    return "het BSN" if review.country == "NL" else "het rijksregisternummer"
