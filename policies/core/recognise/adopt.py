"""Chosen proposals → facts. What a person answered stays as it is."""

import dataclasses
from collections.abc import Iterable
from datetime import date
from typing import Any

from policies.core.catalogue import pick
from policies.core.catalogue.variants import for_country
from policies.core.facts import Activity, Facts, RetentionRule, paths
from policies.core.facts.periods import compare, same
from policies.core.facts.promises import promised
from policies.core.facts.spare_keys import spare_key
from policies.core.facts.values import parse
from policies.core.recognise.found import RecognisedFact, RetentionPeriod

LAWFUL = {"minimum", "exact"}


def adopt(
    facts: Facts, chosen: Iterable[RecognisedFact], library: Any, country: str, on: date
) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts with what was chosen, and the paths of what is a proposal to confirm: activities.<key>, recipients.<key>, cookies.

    Activities, recipients and cookies are picked from the catalogue as they are in that country on that day; of an activity only
    those cookies that were chosen come along. A period counts for an activity that is added, or that has none yet; one below what
    a law asks is left out. A field is filled in where it is empty. Raises NotInCatalogue for an id that the catalogue does not
    have, and without a country.
    """
    chosen = tuple(chosen)
    periods = {
        one.id: one.value for one in chosen if one.kind == "retention" and isinstance(one.value, RetentionPeriod)
    }
    confirm: list[str] = []
    for one in chosen:
        if one.kind == "field":
            facts = _filled(facts, one)
        elif one.kind == "activity" and not _has(facts.activities, one.id):
            picked = pick.pick_activity(library, one.id, country, on, tone=facts.style.tone)
            if _named(facts.activities, picked.activity.name):
                continue
            own = frozenset(rule.key for rule in facts.retention_rules)
            facts = pick.add(facts, dataclasses.replace(picked, cookies=()))
            facts = _kept(facts, facts.activities[-1], periods.get(one.id), library, on)
            facts = _without_unused(facts, own)
            confirm.append(f"activities.{facts.activities[-1].key}")
    for activity in facts.activities:
        if activity.retention is None and activity.catalogue_id in periods:
            facts = _kept(facts, activity, periods[activity.catalogue_id], library, on)
            confirm.append(f"activities.{activity.key}")
    facts, more = _recipients(facts, [one for one in chosen if one.kind == "recipient"], library, country, on)
    facts, placed = _cookies(facts, [one.id for one in chosen if one.kind == "cookie"], library, country, on)
    return facts, tuple(dict.fromkeys((*confirm, *more, *(["cookies"] if placed else []))))


def _has(rows: Iterable[Any], wanted: str) -> bool:
    return any(row.catalogue_id == wanted for row in rows)


def _named(rows: Iterable[Any], name: str | None) -> bool:
    return any((row.name or "").casefold() == (name or "").casefold() for row in rows)


def _filled(facts: Facts, one: RecognisedFact) -> Facts:
    """Return the facts with a field filled in where it is empty.

    No is an answer; an unticked box is not. What a text promises is for the owner to say (decision 29).
    """
    spec, before = paths.spec_at(one.id), paths.read(facts, one.id)
    if not (before is None or before == () or (spec.kind == "tick" and not before)):
        return facts
    after = paths.put(facts, one.id, parse(spec, one.value))
    return facts if one.id in promised(after) else after


def _kept(facts: Facts, activity: Activity, period: RetentionPeriod | None, library: Any, on: date) -> Facts:
    """Return the facts in which the activity has a rule of its own for the period of the text.

    Nothing changes where that is the period it has, or a law asks for more. A period that no law asks names no law; what starts
    it and why are those of the rule that it replaces.
    """
    old = facts.find("retention_rules", activity.retention)
    if period is None or (old and (same(old, period.number, period.unit) or _too_short(old, period, library, on))):
        return facts
    along = {name: getattr(old, name) for name in ("start_event", "reason", "afterwards")} if old else {}
    key = spare_key(activity.key, facts.retention_rules)
    rule = RetentionRule(
        key=key, number=period.number, unit=period.unit, bound=period.bound, name=activity.name, **along
    )
    activities = tuple(dataclasses.replace(one, retention=key) if one is activity else one for one in facts.activities)
    return dataclasses.replace(facts, activities=activities, retention_rules=(*facts.retention_rules, rule))


def _without_unused(facts: Facts, own: frozenset[str]) -> Facts:
    """Return the facts without the rules that came along with a picked activity and that nothing uses now."""
    used = own.union(*({one.retention, *(use.retention for use in one.uses)} for one in facts.activities))
    return dataclasses.replace(facts, retention_rules=tuple(rule for rule in facts.retention_rules if rule.key in used))


def _too_short(old: RetentionRule, period: RetentionPeriod, library: Any, on: date) -> bool:
    """Return whether the rule comes from a law that asks for more, or for exactly something else."""
    if not (old.catalogue_id and old.number and old.unit):
        return False
    kind = pick.row_of(library, "retention", old.catalogue_id, on)["kind"]
    return kind == "exact" or (kind == "minimum" and compare(period.number, period.unit, old.number, old.unit) < 0)


def _recipients(
    facts: Facts, chosen: Iterable[RecognisedFact], library: Any, country: str, on: date
) -> tuple[Facts, list[str]]:
    """Return the facts with the recipients that the company does not have yet, for the activities that usually involve them."""
    confirm = []
    for one in chosen:
        recipient = pick.pick_recipient(library, one.id, country, on, tone=facts.style.tone)
        if _has(facts.recipients, one.id) or _named(facts.recipients, recipient.name):
            continue
        usual = {
            row["id"] for row in library.valid("activities", on) if one.id in for_country(row["recipients"], country)
        }
        facts = pick.add_recipient(
            facts, recipient, [activity.key for activity in facts.activities if activity.catalogue_id in usual]
        )
        confirm.append(f"recipients.{facts.recipients[-1].key}")
    return facts, confirm


def _cookies(facts: Facts, wanted: list[str], library: Any, country: str, on: date) -> tuple[Facts, bool]:
    """Return the facts with the cookies that are not there yet, and whether there were any.

    None are added for a company that answered that it places none.
    """
    if not wanted or facts.cookies.used is False:
        return facts, False
    there = {(cookie.name or "").casefold() for cookie in facts.cookies.placed}
    new = [
        cookie
        for cookie in (pick.pick_cookie(library, one, country, on, tone=facts.style.tone) for one in wanted)
        if (cookie.name or "").casefold() not in there
    ]
    placed = (
        *facts.cookies.placed,
        *(dataclasses.replace(cookie, key=spare_key(cookie.key, facts.cookies.placed)) for cookie in new),
    )
    return dataclasses.replace(facts, cookies=dataclasses.replace(facts.cookies, used=True, placed=placed)), bool(new)
