"""What is usual beside a question that only the owner can answer (decision 29).

It is offered with a button that the owner presses, and never stored by itself. Pure.

The measures of a sector stand as boxes at their question (policies/wizard/forms/measures_widget.py); a yes or a no
needs no offer, for pressing it is as easy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from policies.core.catalogue.pick import NotInCatalogue, row_of
from policies.core.catalogue.variants import for_country
from policies.core.facts import Activity, Facts
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.language.word_lists import Catalogue

BACKUP_DAYS = 30
BACKUPS = "backups"  # security.yaml: who makes back-ups
SETTINGS = "met de link Cookie-instellingen onderaan elke pagina"
STOP = {"email": "met de link onderaan elke mail", "social": SETTINGS}
BUTTON = {"BE": "Aanvaarden", "NL": "Accepteren"}


@dataclass(frozen=True)
class Usual:
    """One answer that many give. `because` leads in, and ends with a colon or a full stop."""

    path: str
    because: str
    answer: Any


def usual(facts: Facts, library: Catalogue, on: date) -> tuple[Usual, ...]:
    """Return what may be offered beside the open questions of this company, in the order of the steps.

    Nothing is offered without a country.
    """
    country = facts.controller.country
    if country not in LAW_COUNTRY:
        return ()
    found = (
        *_places(facts, country),
        *_control(facts, library, country, on),
        *_disclosure(facts),
        *_cookies(facts, country),
        *_marketing(facts),
        *_security(facts, library, on),
        *_rights(facts),
        *_minors(facts, library, country, on),
        *_changes(facts),
    )
    return tuple(found)


def measures(facts: Facts, library: Catalogue, on: date) -> tuple[str, ...]:
    """Return the measures that go with what the company is and does, as the catalogue words them."""
    rows = [
        *_rows(library, "doings", ("questions", *facts.preset.doings), on),
        *_rows(library, "sectors", (facts.preset.sector or "",), on),
    ]
    wanted = dict.fromkeys(name for row in rows for name in row["security"])
    return tuple(row["measure"] for row in library.valid("security", on) if row["id"] in wanted)


def _rows(library: Catalogue, stem: str, wanted: tuple[str, ...], on: date) -> list[dict[str, Any]]:
    return [row for row in library.valid(stem, on) if row["id"] in wanted]


def _places(facts: Facts, country: str) -> Iterator[Usual]:
    if not facts.scope.processing_countries:
        yield Usual(
            "scope.processing_countries",
            f"Uw onderneming is gevestigd in {LAW_COUNTRY[country]}. Veel ondernemingen bewaren gegevens alleen in hun eigen land:",
            (country,),
        )


def _control(facts: Facts, library: Catalogue, country: str, on: date) -> Iterator[Usual]:
    """Yield what people can often do themselves where an activity is done as the catalogue tells it."""
    for activity in facts.activities:
        told = None if activity.control else _told(activity, library, country, on, facts.style.tone)
        if told:
            yield Usual(f"activities.{activity.key}.control", "Veel ondernemingen regelen dit zo:", told)


def _told(activity: Activity, library: Catalogue, country: str, on: date, tone: str | None) -> str | None:
    try:
        row = for_country(row_of(library, "activities", activity.catalogue_id or "", on), country, tone)
    except NotInCatalogue:
        return None
    control: str | None = row["facts"].get("control")
    return control


def _disclosure(facts: Facts) -> Iterator[Usual]:
    if not facts.disclosure.cases:
        yield Usual(
            "disclosure.cases",
            "De meeste ondernemingen geven alleen in dit geval gegevens aan politie of gerecht:",
            ("law",),
        )


def _cookies(facts: Facts, country: str) -> Iterator[Usual]:
    cookies = facts.cookies
    if cookies.used is False or not any(cookie.consent == "consent" for cookie in cookies.placed):
        return
    if not cookies.consent_how:
        yield Usual(
            "cookies.consent_how",
            "Bij veel websites gaat het zo:",
            f"met de knop {BUTTON[country]} in de cookiemelding",
        )
    if not cookies.withdraw_how:
        yield Usual("cookies.withdraw_how", "Bij veel websites gaat het zo:", SETTINGS)


def _marketing(facts: Facts) -> Iterator[Usual]:
    marketing = facts.marketing
    way = next((STOP[channel] for channel in STOP if channel in marketing.channels), None)
    if marketing.used and way and not marketing.stop_how:
        yield Usual("marketing.stop_how", "Bij de meeste ondernemingen gaat het zo:", way)


def _security(facts: Facts, library: Catalogue, on: date) -> Iterator[Usual]:
    backups = next((row["measure"] for row in library.valid("security", on) if row["id"] == BACKUPS), None)
    later = any(rule.afterwards == "erase_backups" for rule in facts.retention_rules)
    if facts.security.backup_days is None and (later or backups in facts.security.measures):
        yield Usual("security.backup_days", "Veel back-ups worden na zoveel dagen overschreven:", BACKUP_DAYS)


def _rights(facts: Facts) -> Iterator[Usual]:
    if facts.rights.identity_check is None:
        yield Usual(
            "rights.identity_check", "De lichtste controle, die bij de meeste vragen genoeg is:", "known_channel"
        )


def _minors(facts: Facts, library: Catalogue, country: str, on: date) -> Iterator[Usual]:
    sector = next(iter(_rows(library, "sectors", (facts.preset.sector or "",), on)), None)
    if facts.minors.directed is None and not facts.minors.minimum_age and sector and sector["minors"] is False:
        yield Usual(
            "minors.directed", f"In uw sector ({for_country(sector['name'], country)}) is het antwoord meestal:", False
        )


def _changes(facts: Facts) -> Iterator[Usual]:
    if facts.changes.channels == ("website",):
        yield Usual("changes.channels", "Wie deze pagina niet bezoekt, hoort het zo ook:", ("website", "email"))
