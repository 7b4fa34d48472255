"""Purposes, legal bases and interests (art. 13.1.c, 13.1.d), and whether data and purposes belong together."""

import re
from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, missing, quoted_name, words_of
from policies.core.facts import Activity, Purpose
from policies.core.facts.fragments import quoted

NO_ACTIVITY = CheckRule("13.1.c-activities", "error", "13.1.c 14.1.c", "CHK-04")
ACTIVITY_NAME = CheckRule("13.1.c-activity-name", "error", "13.1.c 14.1.c")
NO_PURPOSE = CheckRule("13.1.c-purposes", "error", "13.1.c 14.1.c", "CHK-04 CHK-61")
PURPOSE_NAME = CheckRule("13.1.c-purpose", "error", "13.1.c 14.1.c", "CHK-04")
PEOPLE = CheckRule("13.1.c-people", "error", "13.1.c 14.1.c 12.1")
BASIS = CheckRule("13.1.c-basis", "error", "13.1.c 14.1.c 6.1", "CHK-04")
INTEREST = CheckRule("13.1.d-interest", "error", "13.1.d 14.2.b", "CHK-05")
INTEREST_EMPTY = CheckRule("13.1.d-vague", "error", "13.1.d 14.2.b", "CHK-05")
INTEREST_SAME = CheckRule("13.1.d-same", "warning", "13.1.d 14.2.b", "CHK-05")
LAW = CheckRule("6.3-law", "warning", "6.3", "CHK-11")
CONSENT_UNFREE = CheckRule("7.4-consent", "error", "7.4 6.1", "CHK-09")
CONSENT_FOUND = CheckRule("7.4-found", "warning", "4.11 7", "CHK-09")
BODY_INTEREST = CheckRule("6.1-public-body", "warning", "6.1")
COMPANY_TASK = CheckRule("6.1.e-company", "warning", "6.1.e")
VAGUE = CheckRule("12.1-vague-purpose", "warning", "12.1 5.1.b", "CHK-60")
NO_DATA = CheckRule("5.1.c-no-data", "error", "5.1.b 5.1.c 14.1.d", "CHK-61")
UNUSED_DATA = CheckRule("5.1.b-unused-data", "error", "5.1.b 5.1.c 13.1.c", "CHK-61")
STAFF = CheckRule("12.1-staff", "info", "12.1", "CHK-62")

EMPTY_INTEREST = frozenset(
    "ons onze een het de gerechtvaardigd gerechtvaardigde belang belangen bedrijfsbelang commercieel commerciële zakelijk".split()
)
INVOICING = frozenset("factureren facturatie facturen boekhouding boekhouden".split())
EMPLOYMENT = frozenset(
    "loonadministratie loonverwerking personeelsadministratie personeelsbeheer salarisadministratie".split()
)
STAFF_WORDS = EMPLOYMENT | frozenset("personeel personeelsleden werknemers".split())
SITE_USE = re.compile(
    r"(het )?(gebruik(en)?|bezoek(en)?) van (de|onze) (website|site|dienst)|(de|onze) (website|site) (gebruiken|bezoeken)"
)
VAGUE_PURPOSE = re.compile(
    r"\b(o\.a\.|enz\.?|e\.d\.|etc\.?|eventueel|mogelijk|soms|en dergelijke|onder andere|onder meer)(?!\w)"
    r"|\bonze diensten (te )?verbeteren\b|\bverbeteren van onze diensten\b|\bonderzoeksdoeleinden\b|\bgepersonaliseerde diensten\b",
    re.IGNORECASE,
)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about activities, purposes, legal bases and interests (art. 13.1.c, 13.1.d)."""
    if not review.facts.activities:
        yield NO_ACTIVITY.at(
            "activities",
            "Er staat nog geen enkele verwerking.",
            "Voeg toe wat u met gegevens doet, bijvoorbeeld: contactformulier.",
        )
    for activity in review.facts.activities:
        yield from _activity(activity)
    for activity, purpose, path in review.purposes:
        yield from _purpose(purpose, path)
        yield from _people(review, activity, purpose, path)
        yield from _basis(review, activity, purpose, path)
    used = {use.use.category for use in review.uses}
    for category in review.facts.categories:
        if category.key not in used:
            yield UNUSED_DATA.at(
                f"categories.{category.key}.name",
                f"De gegevens {quoted_name(category)} horen bij geen enkele verwerking.",
                "Kies bij een verwerking dat u deze gegevens gebruikt, of haal ze weg.",
            )


def _activity(activity: Activity) -> Iterator[Finding]:
    path = f"activities.{activity.key}"
    yield from missing(
        ACTIVITY_NAME,
        activity,
        path,
        "name",
        message="Een verwerking heeft geen naam.",
        remedy="Geef ze een naam, bijvoorbeeld: nieuwsbrief.",
    )
    yield from missing(
        NO_PURPOSE,
        activity,
        path,
        "purposes",
        message=f"De verwerking {quoted_name(activity)} heeft geen doel.",
        remedy="Voeg een doel toe: waarvoor gebruikt u deze gegevens?",
    )
    yield from missing(
        NO_DATA,
        activity,
        path,
        "uses",
        message=f"Bij de verwerking {quoted_name(activity)} staan geen gegevens.",
        remedy="Voeg toe welke gegevens u hiervoor gebruikt, of haal de verwerking weg.",
    )
    if _about(activity, STAFF_WORDS, "ACT-16"):
        yield STAFF.at(
            f"{path}.name",
            "Gegevens van personeel passen beter in een aparte verklaring, die niet op de website staat.",
            "Maak een aparte tekst voor uw personeel, en haal deze verwerking hier dan weg.",
        )


def _purpose(purpose: Purpose, path: str) -> Iterator[Finding]:
    yield from missing(
        PURPOSE_NAME,
        purpose,
        path,
        "name",
        message="Een doel heeft geen omschrijving.",
        remedy="Schrijf op wat u met de gegevens wilt bereiken.",
    )
    yield from missing(
        BASIS,
        purpose,
        path,
        "legal_basis",
        message=f"Het doel {quoted_name(purpose)} heeft geen grondslag.",
        remedy="Kies de ene grondslag waarop dit doel steunt.",
    )
    if purpose.name and VAGUE_PURPOSE.search(purpose.name):
        yield VAGUE.at(
            f"{path}.name",
            f"Het doel {quoted_name(purpose)} is vaag.",
            "Schrijf precies op wat u doet, zonder woorden als enz., soms of mogelijk.",
        )
    if purpose.legal_basis == "legal_obligation":
        yield from missing(
            LAW,
            purpose,
            path,
            "law",
            message=f"Bij het doel {quoted_name(purpose)} staat niet welke wet het vraagt.",
            remedy="Noem de wet, met het artikel.",
        )
    if purpose.legal_basis == "legitimate_interest":
        yield from _interest(purpose, path)


def outside(activity: Activity, purpose: Purpose) -> tuple[str, ...]:
    """Return the keys of the groups of a purpose that neither its activity nor any of its data is about."""
    known = {*activity.groups, *(key for use in activity.uses for key in use.groups)}
    return tuple(key for key in purpose.groups if key not in known)


def _people(review: Review, activity: Activity, purpose: Purpose, path: str) -> Iterator[Finding]:
    """Yield a finding for a purpose about people whom its activity leaves out.

    An activity without people gets a finding of its own.
    """
    others = outside(activity, purpose) if activity.groups or any(use.groups for use in activity.uses) else ()
    if others:
        names = " en ".join(quoted_name(group) for group in review.facts.groups if group.key in others)
        yield PEOPLE.at(
            f"{path}.groups",
            f"Het doel {quoted_name(purpose)} gaat over {names}, maar de verwerking {quoted_name(activity)} niet.",
            "Kies die mensen ook bij de verwerking, of haal ze hier weg.",
        )


def _interest(purpose: Purpose, path: str) -> Iterator[Finding]:
    if not purpose.interest:
        yield INTEREST.at(
            f"{path}.interest",
            f"Bij het doel {quoted_name(purpose)} staat niet welk belang u hebt.",
            "Noem het belang precies, bijvoorbeeld: onze website veilig houden.",
        )
    elif words_of(purpose.interest) <= EMPTY_INTEREST:
        yield INTEREST_EMPTY.at(
            f"{path}.interest",
            f"{quoted(purpose.interest)} zegt niet welk belang u hebt.",
            "Noem het belang precies, bijvoorbeeld: onze website veilig houden.",
        )
    elif purpose.name and purpose.interest.strip(" .").lower() == purpose.name.strip(" .").lower():
        yield INTEREST_SAME.at(
            f"{path}.interest",
            f"Het belang is hetzelfde als het doel {quoted_name(purpose)}.",
            "Zeg waarom dit doel voor u belangrijk is.",
        )


def _basis(review: Review, activity: Activity, purpose: Purpose, path: str) -> Iterator[Finding]:
    """Yield a finding for each legal basis that cannot carry the purpose, as far as the facts show it."""
    public = review.facts.controller.legal_form == "vlaams_bestuur"
    if purpose.legal_basis == "consent" and _cannot_be_free(activity, purpose):
        yield CONSENT_UNFREE.at(
            f"{path}.legal_basis",
            f"Toestemming kan niet de grondslag zijn van {quoted_name(purpose)}: wie weigert, heeft geen echte keuze.",
            "Kies de wet, de overeenkomst of uw gerechtvaardigd belang als grondslag.",
        )
    if purpose.legal_basis == "consent" and activity.source == "public":
        yield CONSENT_FOUND.at(
            f"{path}.legal_basis",
            f"Mensen die u in een openbare bron vindt, gaven vooraf geen toestemming ({quoted_name(purpose)}).",
            "Kies een andere grondslag, of gebruik hun gegevens pas als zij ja zeiden.",
        )
    if public and purpose.legal_basis == "legitimate_interest":
        yield BODY_INTEREST.at(
            f"{path}.legal_basis",
            f"Een openbaar bestuur steunt voor zijn taken niet op een gerechtvaardigd belang ({quoted_name(purpose)}).",
            "Kies de taak van algemeen belang of de wet, als dit bij uw taak hoort.",
        )
    if not public and purpose.legal_basis == "public_task":
        yield COMPANY_TASK.at(
            f"{path}.legal_basis",
            f"Een taak van algemeen belang ({quoted_name(purpose)}) komt bij een onderneming bijna nooit voor.",
            "Kies een andere grondslag, tenzij een wet u deze taak geeft.",
        )


def _cannot_be_free(activity: Activity, purpose: Purpose) -> bool:
    name = purpose.name or ""
    return (
        _about(activity, EMPLOYMENT, "ACT-16")
        or _about(activity, INVOICING, "ACT-04")
        or bool(words_of(name) & (INVOICING | EMPLOYMENT))
        or bool(SITE_USE.fullmatch(name.lower().strip(" .")))
    )


def _about(activity: Activity, words: frozenset[str], catalogue_id: str) -> bool:
    return activity.catalogue_id == catalogue_id or bool(words_of(activity.name or "") & words)
