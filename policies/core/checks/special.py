"""Data that needs a ground of its own: art. 9, 10 and 87."""

import re
from collections.abc import Callable, Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import Activity, DataCategory
from policies.core.facts.fragments import quoted

# What an item or a kind of data is called when it needs a ground of its own. “Gezondheid” of a company or a plant is rare enough.
SPECIAL_ITEM = re.compile(
    r"\b(allergie\w*|dieetwens\w*|dieet|medisch\w*|medicatie|medicijn\w*|gezondheid\w*|ziekte\w*|ziektebriefje\w*|diagnose\w*|handicap\w*|zwangerschap\w*"
    r"|arbeidsbeperking\w*|patiëntendossier\w*|zorgdossier\w*|bloedgroep\w*|ziekmelding\w*|verslaving\w*|politieke (voorkeur|overtuiging)\w*|vakbond\w*|geloof\w*|godsdienst\w*|religie\w*|etnische|vingerafdruk\w*|irisscan\w*|seksuele)\b",
    re.IGNORECASE,
)
NATIONAL_ITEM = re.compile(r"\b(rijksregisternummer\w*|bsn|burgerservicenummer\w*|insz(-nummer)?)\b", re.IGNORECASE)
IDENTITY_ITEM = re.compile(r"\b(identiteitskaart|identiteitsbewijs|paspoort|id-kaart|id-bewijs|eID)\b", re.IGNORECASE)
CRIMINAL_WORDS = re.compile(
    r"\b(strafregister\w*|strafblad\w*|vog|verklaring omtrent het gedrag|bewijs van goed gedrag|veroordeling\w*)\b",
    re.IGNORECASE,
)
# A purpose beside the one for which the data was given.
BESIDE = re.compile(
    r"\b(\w*onderzoek\w*|statistie\w*|reclame|nieuwsbrief|marketing|kwaliteit|opleid\w*|trainen|publiceren)\b",
    re.IGNORECASE,
)

SPECIAL = CheckRule("9.2-ground", "error", "9.1 9.2 13.1.c", "CHK-42")
NATIONAL_NUMBER = CheckRule("87-law", "error", "87", "CHK-43")
CRIMINAL = CheckRule("10-law", "error", "10", "CHK-44")
UNMARKED = CheckRule("9-unmarked", "warning", "9.1 9.2", "CHK-42")
PURPOSE = CheckRule("9.2-purpose", "warning", "9.1 9.2", "CHK-42")
NUMBER_UNMARKED = CheckRule("87-unmarked", "warning", "87", "CHK-43")
IDENTITY = CheckRule("87-id-copy", "warning", "87 5.1.c", "CHK-43")
NUMBER_ITEM = CheckRule("87-item", "error", "87", "CHK-43")
CRIMINAL_ITEM = CheckRule("10-item", "warning", "10", "CHK-44")
PROMISE = CheckRule("9-promise", "error", "5.1.a 9", "CHK-42")


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about data that needs a ground of its own (art. 9, 10, 87)."""
    for activity, category in _used(review, lambda category: bool(category.special)):
        if activity.purposes and not any(purpose.special_ground for purpose in activity.purposes):
            yield SPECIAL.at(
                f"activities.{activity.key}.purposes.{activity.purposes[0].key}.special_ground",
                f"{quoted_name(activity)} gebruikt bijzondere gegevens ({quoted_name(category)}), maar de grond daarvoor ontbreekt.",
                "Kies bij het doel waarom u bijzondere gegevens mag gebruiken. Kunt u dat niet, gebruik ze dan niet.",
            )
        else:
            yield from _beside(activity, category)
    for activity, category in _used(review, lambda category: category.national_number):
        if not any(purpose.legal_basis == "legal_obligation" and purpose.law for purpose in activity.purposes):
            yield NATIONAL_NUMBER.at(
                f"categories.{category.key}.national_number",
                f"{quoted_name(activity)} gebruikt {_number(review)}, maar er staat geen wet bij die dat oplegt.",
                f"Noem de wet bij het doel, of vraag {_number(review)} niet.",
            )
    for activity, category in _used(review, lambda category: category.criminal):
        if not any(purpose.law for purpose in activity.purposes):
            yield CRIMINAL.at(
                f"categories.{category.key}.criminal",
                f"{quoted_name(activity)} gebruikt strafrechtelijke gegevens, maar er staat geen wet bij die dat toelaat.",
                "Noem de wet bij het doel, of vraag deze gegevens niet.",
            )
    told = set()
    for activity, category in _used(review, lambda category: True):
        if category.key not in told:
            named_so = list(
                _named_so(review, activity, category, category.name or "", f"categories.{category.key}", kind=True)
            )
            told |= {category.key} if named_so else set()
            yield from named_so
    for used in review.uses:
        if used.use.category not in told:
            for index, item in enumerate(used.use.items):
                yield from _named_so(
                    review, used.activity, review.category(used.use), item.name or "", f"{used.path}.items.{index}.name"
                )
    special = next((category for _, category in _used(review, lambda category: bool(category.special))), None)
    if review.facts.unasked.erases and special:
        yield PROMISE.at(
            "unasked.erases",
            f"U belooft dat u geen bijzondere gegevens vraagt, maar u gebruikt {quoted_name(special)}.",
            "Antwoord met nee, of gebruik die gegevens niet.",
        )


def _beside(activity: Activity, category: DataCategory) -> Iterator[Finding]:
    """Yield a finding for a purpose with sensitive data that has no ground while another purpose has one.

    A ground counts for its own purpose.
    """
    for purpose in activity.purposes:
        if (
            not purpose.special_ground
            and purpose.legal_basis != "legal_obligation"
            and BESIDE.search(purpose.name or "")
        ):
            yield PURPOSE.at(
                f"activities.{activity.key}.purposes.{purpose.key}.special_ground",
                f"Gebruikt u {quoted_name(category)} ook voor {quoted_name(purpose)}? Dat zijn bijzondere gegevens, en bij dit doel ontbreekt de grond.",
                "Kies de grond bij dit doel. Gebruikt u deze gegevens er niet voor, maak er dan een eigen verwerking van.",
            )


def _named_so(
    review: Review, activity: Activity, category: DataCategory | None, name: str, path: str, *, kind: bool = False
) -> Iterator[Finding]:
    """Yield a finding for data that needs a ground by its name while it is not marked so.

    The name is that of one item, or of a whole category when `kind` is true.
    """
    law = any(purpose.law for purpose in activity.purposes)
    if (
        SPECIAL_ITEM.search(name)
        and not (category and category.special)
        and not any(purpose.special_ground for purpose in activity.purposes)
    ):
        yield UNMARKED.at(
            f"{path}.special" if kind else path,
            f"{quoted(name)} zegt misschien iets over gezondheid, geloof of een ander gevoelig punt.",
            "Is dat zo, duid dan de soort gegevens aan als bijzonder en kies bij het doel de grond.",
        )
    number = f"{path}.national_number" if kind else path
    if NATIONAL_ITEM.search(name) and not (category and category.national_number):
        if law:
            yield NUMBER_UNMARKED.at(
                number,
                f"{quoted(name)} is {_number(review)}, maar dat is bij die soort gegevens niet aangevinkt.",
                "Vink het aan bij de soort gegevens.",
            )
        else:
            yield NUMBER_ITEM.at(
                number,
                f"Bij {quoted_name(activity)} vraagt u {_number(review)}, maar er staat geen wet bij die dat oplegt.",
                "Noem de wet bij het doel, of vraag het niet.",
            )
    elif IDENTITY_ITEM.search(name) and not (category and category.national_number) and not law:
        yield IDENTITY.at(
            number,
            f"Op {quoted(name)} staat ook {_number(review)}. Dat mag u alleen vragen als een wet het oplegt.",
            "Noem de wet bij het doel, of vraag dit niet.",
        )
    if CRIMINAL_WORDS.search(name) and not (category and category.criminal) and not law:
        yield CRIMINAL_ITEM.at(
            f"{path}.criminal" if kind else path,
            f"{quoted(name)} gaat over straffen. Dat mag alleen als een wet het toelaat.",
            "Noem de wet bij het doel, of vraag het niet.",
        )


def _used(review: Review, wanted: Callable[[DataCategory], bool]) -> Iterator[tuple[Activity, DataCategory]]:
    """Yield every activity with each such category that it uses."""
    for used in review.uses:
        category = review.category(used.use)
        if category and wanted(category):
            yield used.activity, category


def _number(review: Review) -> str:
    return "het BSN" if review.country == "NL" else "het rijksregisternummer"
