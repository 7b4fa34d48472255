"""Differences between the catalogue of today and what was picked from it before (art. 5.1.d). Nothing changes by itself: the user decides.

Only what no other check tells: what the law makes wrong is a fault there. Who looked after the catalogue did, knows better.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from policies.core.catalogue.dpf import without_framework
from policies.core.catalogue.variants import for_country
from policies.core.checks import recipients, retention_law, roles, transfers
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.clauses.filters import landnaam
from policies.core.facts import Recipient, RetentionRule
from policies.core.facts.choices import SAFEGUARD
from policies.core.facts.periods import in_words, same

ROLE_DIFFERS = CheckRule("5.1.d-drift-role", "info", "5.1.d 13.1.e")
ENTITY = CheckRule("5.1.d-drift-entity", "info", "5.1.d 13.1.e")
COUNTRY = CheckRule("5.1.d-drift-country", "info", "5.1.d 13.1.f")
SAFEGUARDS = CheckRule("5.1.d-drift-safeguards", "info", "5.1.d 13.1.f")
PERIOD = CheckRule("5.1.d-drift-period", "info", "5.1.d 13.2.a")

ROLES = {"processor": "verwerker", "controller": "zelf verantwoordelijk", "joint": "samen met u verantwoordelijk"}
COMPARED = ("roles", "entity", "country", "transfer_countries", "safeguards")
LOOK = "Kijk in uw contract wat klopt, en vul in wanneer u dat deed."


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings where the catalogue differs today from what was picked from it (art. 5.1.d)."""
    country = review.country or "BE"
    offered = {row["id"]: row for row in review.library.valid("recipients", review.on)}
    found = [
        finding
        for recipient in review.facts.recipients
        if (row := offered.get(recipient.catalogue_id)) and not _looked_after(recipient, row)
        for finding in _recipient(recipient, {name: for_country(row[name], country) for name in COMPARED})
    ]
    if found:
        told = {finding.path for theme in (recipients, roles, transfers) for finding in theme.findings(review)}
        yield from (finding for finding in found if finding.path not in told)
    yield from _periods(review)


def _looked_after(picked: Recipient | RetentionRule, row: Mapping[str, Any]) -> bool:
    """Return whether the user checked this after the catalogue did, and after the change began to hold."""
    return picked.checked_on is not None and date.fromisoformat(picked.checked_on) >= max(
        row["checked_on"], row["valid_from"]
    )


def _recipient(recipient: Recipient, row: Mapping[str, Any]) -> Iterator[Finding]:
    path = f"recipients.{recipient.key}"
    if recipient.role and recipient.role not in row["roles"]:
        yield ROLE_DIFFERS.at(
            f"{path}.role", f"Volgens onze lijst is {quoted_name(recipient)} nu {ROLES[row['roles'][0]]}.", LOOK
        )
    if recipient.entity and row["entity"] and _letters(recipient.entity) != _letters(row["entity"]):
        yield ENTITY.at(
            f"{path}.entity",
            f"Volgens onze lijst heet het bedrijf achter {quoted_name(recipient)} nu “{row['entity']}”.",
            LOOK,
        )
    if recipient.country and row["country"] and recipient.country != row["country"]:
        yield COUNTRY.at(
            f"{path}.country",
            f"Volgens onze lijst zit het bedrijf achter {quoted_name(recipient)} in {landnaam(row['country'])}.",
            LOOK,
        )
    unnamed = [
        landnaam(code)
        for code in row["transfer_countries"]
        if code not in {*recipient.transfer_countries, recipient.country}
    ]
    if unnamed:
        yield COUNTRY.at(
            f"{path}.transfer_countries",
            f"Volgens onze lijst kunnen gegevens via {quoted_name(recipient)} ook naar {' en '.join(unnamed)}.",
            LOOK,
        )
    yield from _safeguards(recipient, row, path)


def _safeguards(recipient: Recipient, row: Mapping[str, Any], path: str) -> Iterator[Finding]:
    """Yield a finding for safeguards that the catalogue adds, or for a framework that the company no longer claims.

    The framework itself is never reported as missing: its list must be looked up first.
    """
    more = [code for code in without_framework(row["safeguards"]) if code not in recipient.safeguards]
    if recipient.safeguards and more:
        names = " en ".join(SAFEGUARD[code] for code in more)
        yield SAFEGUARDS.at(
            f"{path}.safeguards", f"Volgens onze lijst geldt bij {quoted_name(recipient)} ook: {names}.", LOOK
        )
    elif "dpf" in recipient.safeguards and "dpf" not in row["safeguards"]:
        yield SAFEGUARDS.at(
            f"{path}.safeguards",
            f"Volgens onze lijst steunt {quoted_name(recipient)} niet op het {SAFEGUARD['dpf']}.",
            LOOK,
        )


def _letters(name: str) -> str:
    """Return the name of a company without capitals, dots and spaces: B.V. is bv."""
    return re.sub(r"\W", "", name.casefold())


def _periods(review: Review) -> Iterator[Finding]:
    known = {row["id"]: row for row in review.library.catalogue["retention"]}
    found = [
        (rule, finding)
        for rule in review.facts.retention_rules
        if (row := known.get(rule.catalogue_id))
        for finding in _period(review, rule, row)
    ]
    if not found:
        return
    told = {finding.path for finding in retention_law.findings(review)}
    faulty = {used.get("retention") for used in review.uses if used.where("retention") in told}
    for rule, finding in found:
        if rule.key not in faulty and finding.path not in told:
            yield finding


def _period(review: Review, rule: RetentionRule, row: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for a period of the other country's law, or one that another has replaced on the day."""
    path = f"retention_rules.{rule.key}.number"
    if review.country and row["country"] not in (None, review.country):
        land = landnaam(row["country"])
        yield PERIOD.at(
            path,
            f"De termijn {quoted_name(rule)} komt uit het recht van {land}.",
            f"Kies een termijn voor {landnaam(review.country)}, of leg uit waarom deze klopt.",
        )
    elif row not in review.rows("retention"):
        now = next((other for other in review.rows("retention") if replaces(other, row)), None)
        if now and not same(rule, now["number"], now["unit"]):
            period = in_words(now["number"], now["unit"])
            yield PERIOD.at(
                path,
                f"De wet achter de termijn {quoted_name(rule)} is veranderd. Zij vraagt nu {period} ({now['law']}).",
                f"Maak er {period} van, of schrijf op waarom u langer bewaart.",
            )


def replaces(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Return whether a row speaks of the same data as an older one: the same kind of activity or of data."""
    return bool(set(new["activities"]) & set(old["activities"]) or set(new["categories"]) & set(old["categories"]))
