"""The answers that are given once (art. 12, 13.2, 21, 32 …) as a sector, a size and the doings propose them. What is answered stays."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from .catalogue import Catalogue, pick_cookie, row_of
from .facts import Facts

PARTS = (
    "dpo", "scope", "disclosure", "cookies", "marketing", "security", "rights", "minors", "unasked", "automated", "processor_role", "changes", "style",
)
BACKUP_DAYS = 30
SETTINGS = "met de link Cookie-instellingen onderaan elke pagina"
BUTTON = {"BE": "Aanvaarden", "NL": "Accepteren"}


def answered(
    facts: Facts, before: Facts, sector: Mapping[str, Any], doings: list[dict[str, Any]], grown: set[str], size: str, country: str, library: Catalogue, on: date,
) -> Facts:
    """The facts with the answers that follow. `before` is the company as it came, `grown` the doings that brought something new."""
    begun = bool(before.activities)  # a tick that is off may be an answer as soon as somebody began
    for doing in doings:
        facts = _from_doing(facts, doing, sector, doing["id"] in grown)
    facts = _company(facts, sector, size, country)
    facts = _cookies(facts, grown, library, country, on)
    facts = _security(facts, sector, doings, begun, library, on)
    return _people(facts, sector, begun)


def _filled(facts: Facts, part: str, **answers: Any) -> Facts:
    """The facts with these answers where the part has none yet. None proposes nothing."""
    old = getattr(facts, part)
    new = {name: value for name, value in answers.items() if value is not None and getattr(old, name) in (None, ())}
    return dataclasses.replace(facts, **{part: dataclasses.replace(old, **new)}) if new else facts


def _changed(facts: Facts, part: str, **answers: Any) -> Facts:
    return dataclasses.replace(facts, **{part: dataclasses.replace(getattr(facts, part), **answers)})


def _from_doing(facts: Facts, doing: Mapping[str, Any], sector: Mapping[str, Any], new: bool) -> Facts:
    """What a yes says beside the activities. A new yes makes an earlier no untrue, and adds to a list; nothing else is replaced."""
    for part, answers in doing["answers"].items():
        for name, value in answers.items():
            old = getattr(getattr(facts, part), name)
            value = (part == "processor_role" and sector["processor"]) or value
            if isinstance(value, list):
                joined = tuple(dict.fromkeys((*old, *value)))
                facts = _changed(facts, part, **{name: joined}) if new or not old else facts
            elif old is None or (new and old is False):
                facts = _changed(facts, part, **{name: value})
    return facts


def _company(facts: Facts, sector: Mapping[str, Any], size: str, country: str) -> Facts:
    facts = _filled(facts, "dpo", designated=None if size in sector["asks_dpo"] else False)
    facts = _filled(
        facts, "scope", services=sector["services"], applies_to="everything", customer_countries=(country,), processing_countries=(country,),
    )
    if facts.recipients and not facts.disclosure.shares:
        facts = _changed(facts, "disclosure", shares=True)
    facts = _filled(facts, "disclosure", cases=("law",))
    return _filled(facts, "style", tone="u", pattern="rubrieken")


def _cookies(facts: Facts, grown: set[str], library: Catalogue, country: str, on: date) -> Facts:
    """Whether any are placed and, where one or a pixel waits for consent, how that is asked and taken back (art. 7.3)."""
    cookies = facts.cookies
    found = bool(cookies.placed or cookies.techniques)
    if cookies.used is None or (found and grown and not cookies.used):
        facts = _changed(facts, "cookies", used=found)
    if cookies.techniques or any(cookie.consent == "consent" for cookie in cookies.placed):
        choice = pick_cookie(library, "consent-choice", country, on)
        if not cookies.consent_how and choice.key not in {cookie.key for cookie in cookies.placed}:
            facts = _changed(facts, "cookies", placed=(*cookies.placed, choice))
        facts = _filled(facts, "cookies", consent_how=f"met de knop {BUTTON[country]} in de cookiemelding", withdraw_how=SETTINGS)
    return facts


def _security(facts: Facts, sector: Mapping[str, Any], doings: list[dict[str, Any]], begun: bool, library: Catalogue, on: date) -> Facts:
    wanted = dict.fromkeys((*(name for doing in doings for name in doing["security"]), *sector["security"]))
    measures = {name: row_of(library, "security", name, on)["measure"] for name in wanted}
    facts = _filled(facts, "security", measures=tuple(measures.values()))
    later = any(rule.afterwards == "erase_backups" for rule in facts.retention_rules)
    if later or measures.get("backups") in facts.security.measures:
        facts = _filled(facts, "security", backup_days=BACKUP_DAYS)
    return facts if begun else _changed(facts, "security", tells_breaches=True)


def _people(facts: Facts, sector: Mapping[str, Any], begun: bool) -> Facts:
    """What people may ask and expect: rights, advertising, minors, machines, changes."""
    purposes = [purpose for activity in facts.activities for purpose in activity.purposes]
    facts = _filled(facts, "marketing", used=any(purpose.marketing_rule for purpose in purposes))
    consent = any(purpose.legal_basis == "consent" or purpose.special_ground == "explicit_consent" for purpose in purposes)
    facts = _filled(
        facts, "rights", email=facts.controller.email or facts.contact.email, identity_check="known_channel",
        withdraw_how="met een e-mail aan ons" if consent else None,
    )
    if facts.rights.term_number is facts.rights.term_unit is None:
        facts = _changed(facts, "rights", term_number=1, term_unit="month")
    special = any(category.special for category in facts.categories)
    if not begun:
        facts = _changed(facts, "rights", by_post=bool(facts.controller.seat_street or facts.controller.postal_address))
        facts = _changed(facts, "unasked", erases=not special)
    elif special and facts.unasked.erases:  # a promise that is no longer true
        facts = _changed(facts, "unasked", erases=False)
    facts = _filled(facts, "minors", directed=sector["minors"])
    facts = _filled(facts, "automated", used=bool(facts.automated.decisions))
    return _filled(facts, "changes", channels=("website", "email"))
