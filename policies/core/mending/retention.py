"""Mends of periods: what the law or the catalogue asks, and half a period that its own name completes."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from policies.core.catalogue.pick import pick_retention
from policies.core.catalogue.variants import for_country
from policies.core.checks import drift, retention, retention_law, retention_rows
from policies.core.checks.review import ActivityUse, length_of
from policies.core.facts import RetentionRule
from policies.core.facts.periods import IN_TEXT, compare, has_end, has_floor, in_words, on_card, read
from policies.core.mending.context import FindingContext, Mend, Mender

PERIOD = ("number", "unit", "start_event", "criterion")


def _missing(context: FindingContext) -> Mend | None:
    """Return the mend to the period that the catalogue gives a picked activity, or this kind of data in it."""
    activity = context.activity
    row = context.picked_activity(activity)
    if row is None:
        return None
    wanted = row["retention"]
    if ".uses." in context.path:
        category = context.facts.find("categories", context.row.category)
        wanted = (
            next(
                (use.get("retention") for use in row["uses"] if category and use["category"] == category.catalogue_id),
                None,
            )
            or wanted
        )
    picked = context.from_catalogue("retention", wanted)
    if picked is None or not (picked["number"] or picked.get("criterion")):
        return None
    key, rules = context.rule_of(wanted)
    return context.set(f"Kies: {picked['name']}, {_told(picked)}", {**rules, context.path: key})


def _told(row: Mapping[str, Any]) -> str:
    return in_words(row["number"], row["unit"]) if row["number"] else row["criterion"]


def _incomplete(context: FindingContext) -> Mend | None:
    """Return the mend with the catalogue's answers to this period; else with the number and unit in its name."""
    rule: RetentionRule = context.row
    row = context.from_catalogue("retention", rule.catalogue_id)
    if row is not None:
        more: dict[str, Any] = {name: row.get(name) for name in PERIOD if row.get(name) and not getattr(rule, name)}
        if row["number"] and rule.number not in (None, row["number"]):
            more = {
                name: value for name, value in more.items() if name == "start_event"
            }  # another number has another unit
        new = dataclasses.replace(rule, **more)
        if more and (context.field in more or new.number):
            return context.clean(
                context.set(
                    f"Neem over: {_words(new)}", {f"{context.above}.{name}": value for name, value in more.items()}
                ),
                retention,
            )
    named = IN_TEXT.search(rule.name or "")
    if context.field == "start_event" or named is None:
        return None
    number, unit = read(named[1], named[2])
    if rule.number not in (None, number) or rule.unit not in (None, unit) or not number:
        return None
    mend = context.set(
        f"Zet op {in_words(number, unit)}", {f"{context.above}.number": number, f"{context.above}.unit": unit}
    )
    return context.clean(mend, retention)


def _words(rule: RetentionRule) -> str:
    return (
        on_card(rule.number, rule.unit, rule.start_event, rule.criterion)
        if rule.number and rule.unit
        else on_card(None, None, criterion=rule.criterion)
    )


def _vague(context: FindingContext) -> Mend | None:
    """Return the mend to the criterion or period of the catalogue instead of words that tell nobody when."""
    row = context.from_catalogue("retention", context.row.catalogue_id)
    if row is None or not (row["number"] or row.get("criterion")):
        return None
    return context.clean(
        context.set(f"Neem over: {_told(row)}", {f"{context.above}.{name}": row.get(name) for name in PERIOD}),
        retention,
    )


def _keeps_something(context: FindingContext) -> Mend:
    """Return the mend that unticks “Wij bewaren niets”: beside a period it would be a false promise."""
    return context.set("Vink “Wij bewaren niets” uit", {context.path: False})


# --- against the law ---------------------------------------------------------------------------------------------


def _judging(context: FindingContext) -> tuple[Mapping[str, Any], list[ActivityUse]] | None:
    """Return the row of the catalogue that gave this finding, and its data uses; None when there is none."""
    review = context.review
    return next(
        (
            (row, about)
            for row, about in retention_rows.matching_rows(review)
            if context.finding in retention_law.findings_of_row(review, row, about)
        ),
        None,
    )


def _short(context: FindingContext) -> Mend | None:
    found = _judging(context)
    if found is None:
        return None
    row, about = found
    if context.field == "number":
        return _change(context, context.row, row, row)
    return _choose(context, row, row, about)


def _long(context: FindingContext) -> Mend | None:
    """Return the mend to at most what the row allows; with consent, what it allows then.

    A period of these data alone changes; of others too, another is chosen.
    """
    found = _judging(context)
    if found is None:
        return None
    row, about = found
    consented = any(purpose.legal_basis == "consent" for purpose in context.activity.purposes)
    limit = row["with_consent"] if row["with_consent"] and consented else retention_rows.limit_of(row)
    rule = context.facts.find("retention_rules", getattr(context.row, "retention", None))
    alone = rule and all(
        used.where("retention") == context.path and _within(used, about)
        for used in context.review.uses
        if used.get("retention") == rule.key
    )
    return (
        _change(context, rule, row, limit) if alone else _choose(context, row, row if row.get("most") else limit, about)
    )


def _within(used: ActivityUse, about: Sequence[ActivityUse]) -> bool:
    return any(used.path == one.path for one in about)


def _change(
    context: FindingContext, rule: RetentionRule, row: Mapping[str, Any], limit: Mapping[str, Any]
) -> Mend | None:
    """Return the mend that changes the period of the rule itself, with its name.

    Its law changes too, where it names one that asks less.
    """
    number, unit = limit["number"], limit["unit"]
    new: dict[str, Any] = {"number": number, "unit": unit}
    if rule.nothing_kept:
        new |= {"nothing_kept": False, "start_event": rule.start_event or row["start_event"]}
    if row["kind"] != "maximum" and not has_floor(rule):
        new["bound"] = None
    if row["kind"] == "maximum" and not has_end(rule):
        new["bound"] = "at_most"
    if rule.name and rule.number and rule.unit:
        new["name"] = rule.name.replace(in_words(rule.number, rule.unit), in_words(number, unit))
    asked = retention_rows.row_of_cited_law(context.review, rule)
    if asked and row["kind"] != "maximum" and compare(asked["number"], asked["unit"], number, unit) < 0:
        new["law"] = row["law"]
    values = {f"retention_rules.{rule.key}.{name}": value for name, value in new.items()}
    return context.clean(context.set(f"Zet op {in_words(number, unit)}", values), retention_law)


def _choose(
    context: FindingContext, row: Mapping[str, Any], limit: Mapping[str, Any], about: Sequence[ActivityUse]
) -> Mend | None:
    """Return the mend that chooses another period for the data of the row that have the present one here.

    It is the company's own one of that origin, or a new one.
    """
    old = context.row.retention
    same = [used for used in about if used.get("retention") == old] or [
        used
        for used in context.review.uses
        if used.get("retention") == old and used.activity.key == context.activity.key
    ]
    key, rules = context.rule_of(row["id"])
    own = context.facts.find("retention_rules", key)
    if not _fits(own, row, limit) if own else limit is not row:
        return None  # a second period of the same origin would only puzzle
    chosen: dict[str, str] = {}
    for used in same:
        chosen[_place(context, used, same)] = key
    return context.clean(
        context.set(f"Kies {in_words(limit['number'], limit['unit'])}", {**rules, **chosen}), retention_law
    )


def _fits(own: RetentionRule, row: Mapping[str, Any], limit: Mapping[str, Any]) -> bool:
    """Return whether a period of the company is what the row asks: at least, at most, or just so long."""
    if (
        not (own.number and own.unit)
        or row["kind"] != "maximum"
        and not has_floor(own)
        or row["kind"] != "minimum"
        and not has_end(own)
    ):
        return False
    difference = compare(own.number, own.unit, limit["number"], limit["unit"])
    return (
        difference >= 0
        if row["kind"] == "minimum"
        else difference <= 0
        if row["kind"] == "maximum"
        else difference == 0
    )


def _place(context: FindingContext, used: ActivityUse, same: Sequence[ActivityUse]) -> str:
    """Return the path where the period of this use is chosen; at the use itself when other data have it too."""
    where = used.where("retention")
    followers = [one for one in context.review.uses if one.where("retention") == where]
    return where if all(_within(one, same) for one in followers) else f"{used.path}.retention"


def _law_says_less(context: FindingContext) -> Mend | None:
    row = retention_rows.row_of_cited_law(context.review, context.row)
    return _change(context, context.row, row, retention_rows.limit_of(row)) if row else None


def _start(context: FindingContext) -> Mend | None:
    """Return the mend to the event from which the law counts, in the name of the period too."""
    found = _judging(context)
    if found is None:
        return None
    rule, begin = context.row, found[0]["start_event"]
    values = {context.path: begin}
    if rule.name and rule.start_event in rule.name:
        values[f"{context.above}.name"] = rule.name.replace(rule.start_event, begin)
    return context.clean(context.set(f"Tel {begin}", values), retention_law)


def _reason(context: FindingContext) -> Mend | None:
    found = _judging(context)
    return (
        context.take(for_country(found[0]["reason"], context.review.country or "BE", context.facts.style.tone))
        if found
        else None
    )


def _drift(context: FindingContext) -> Mend | None:
    """Return the mend to the whole period as the law has it now, under the same key.

    Everything that chose it keeps it.
    """
    rule: RetentionRule = context.row
    old = next((row for row in context.library.catalogue["retention"] if row["id"] == rule.catalogue_id), None)
    now = (
        next((row for row in context.review.rows("retention") if row["number"] and drift.replaces(row, old)), None)
        if old
        else None
    )
    if now is None or not context.review.country:
        return None
    new = dataclasses.replace(
        pick_retention(
            context.library, now["id"], context.review.country, context.review.on, tone=context.facts.style.tone
        ),
        key=rule.key,
    )
    length = length_of(new)
    assert length is not None  # the row has a number
    return context.clean(context.set(f"Neem over: {in_words(*length)}", {context.above: new}), retention_law)


MENDERS: dict[str, Mender] = {
    retention.MISSING.code: _missing,
    retention.EMPTY.code: _incomplete,
    retention.NOTHING.code: _keeps_something,
    retention.UNIT.code: _incomplete,
    retention.NUMBER.code: _incomplete,
    retention.START.code: _incomplete,
    retention.START_UNSURE.code: _incomplete,
    retention.VAGUE.code: _vague,
    retention_law.SHORT.code: _short,
    retention_law.SHORT_UNSURE.code: _short,
    retention_law.EARLY.code: _start,
    retention_law.LONG.code: _long,
    retention_law.LONG_UNSURE.code: _long,
    retention_law.LAW_SAYS_LESS.code: _law_says_less,
    retention_law.NO_REASON.code: _reason,
    drift.PERIOD.code: _drift,
}
