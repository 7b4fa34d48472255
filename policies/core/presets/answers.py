"""The answers that are given once (art. 12, 13.2, 21 …) as far as they follow from a sector and the doings. What is answered stays.

What an owner would have to do, or leave, beyond what the law makes everybody do is a promise: it is asked, and stays open here (decision 29).
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from policies.core.catalogue.pick import pick_cookie
from policies.core.facts import Facts
from policies.core.language.word_lists import Catalogue

PARTS = ("scope", "disclosure", "cookies", "marketing", "rights", "automated", "processor_role", "changes", "style")


def with_answers(
    facts: Facts,
    sector: Mapping[str, Any],
    doings: list[dict[str, Any]],
    *,
    grown: set[str],
    country: str,
    library: Catalogue,
    on: date,
) -> Facts:
    """Return the facts with the answers that follow; `grown` are the ids of doings that added something."""
    for doing in doings:
        facts = _from_doing(facts, doing, sector, doing["id"] in grown)
    facts = _company(facts, sector, country)
    return _people(_cookies(facts, grown, library, country, on))


def _filled(facts: Facts, part: str, **answers: Any) -> Facts:
    """Return the facts with these answers where the part has none yet; None proposes nothing."""
    old = getattr(facts, part)
    new = {name: value for name, value in answers.items() if value is not None and getattr(old, name) in (None, ())}
    return dataclasses.replace(facts, **{part: dataclasses.replace(old, **new)}) if new else facts


def _changed(facts: Facts, part: str, **answers: Any) -> Facts:
    return dataclasses.replace(facts, **{part: dataclasses.replace(getattr(facts, part), **answers)})


def _from_doing(facts: Facts, doing: Mapping[str, Any], sector: Mapping[str, Any], new: bool) -> Facts:
    """Return the facts with the answers of a doing beside its activities.

    A new yes replaces an earlier no, and adds to a list; nothing else is replaced.
    """
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


def _company(facts: Facts, sector: Mapping[str, Any], country: str) -> Facts:
    facts = _filled(facts, "scope", services=sector["services"], applies_to="everything", customer_countries=(country,))
    if facts.recipients and not facts.disclosure.shares:
        facts = _changed(facts, "disclosure", shares=True)
    return _filled(facts, "style", tone="u", pattern="rubrieken")


def _cookies(facts: Facts, grown: set[str], library: Catalogue, country: str, on: date) -> Facts:
    """Return the facts with the answer that cookies are placed, where some are listed.

    The cookie that keeps the choice is added where a cookie or a pixel waits for consent (art. 7.3).
    """
    cookies = facts.cookies
    if (cookies.placed or cookies.techniques) and (cookies.used is None or (grown and not cookies.used)):
        facts = _changed(facts, "cookies", used=True)
    if cookies.techniques or any(cookie.consent == "consent" for cookie in cookies.placed):
        choice = pick_cookie(library, "consent-choice", country, on, tone=facts.style.tone)
        if not cookies.consent_how and choice.key not in {cookie.key for cookie in cookies.placed}:
            facts = _changed(facts, "cookies", placed=(*cookies.placed, choice))
    return facts


def _people(facts: Facts) -> Facts:
    """Return the facts with the answers about rights, advertising and changes, as far as they follow.

    They are where a request goes, the answer within the month of the law, advertising, and a new version on the page.
    """
    purposes = [purpose for activity in facts.activities for purpose in activity.purposes]
    if any(purpose.marketing_rule for purpose in purposes):
        facts = _filled(facts, "marketing", used=True)
    consent = any(
        purpose.legal_basis == "consent" or purpose.special_ground == "explicit_consent" for purpose in purposes
    )
    facts = _filled(
        facts,
        "rights",
        email=facts.controller.email or facts.contact.email,
        withdraw_how="met een e-mail aan ons" if consent else None,
    )
    if facts.rights.term_number is None and facts.rights.term_unit is None:
        facts = _changed(facts, "rights", term_number=1, term_unit="month")
    if facts.unasked.erases and any(
        category.special for category in facts.categories
    ):  # a promise that is no longer true
        facts = _changed(facts, "unasked", erases=None)
    if facts.automated.decisions:
        facts = _filled(facts, "automated", used=True)
    return _filled(facts, "changes", channels=("website",))
