"""How long each kind of data is kept, as bars of a figure. The statement tells every term in full where it belongs; here it is only drawn."""

from collections import Counter
from dataclasses import dataclass

from policies.core import document as d
from policies.core.clauses.filters import hoofdletter
from policies.core.facts import Activity, DataUse, Facts, RetentionRule, follow, periods
from policies.core.facts.fragments import phrase, shaped

LEAST = 4  # different terms: fewer are seen at a glance in the text
LONGEST = 24  # characters of a condition that is shown whole in the picture
NO_PERIOD = "hangt ervan af"
LONGER = {"then", "latest"}  # a condition beside a period that makes it longer
Use = tuple[Activity, DataUse]


@dataclass(frozen=True)
class _TermRow:
    """What is kept equally long, under rules that say it in the same words."""

    rule: RetentionRule
    term: str
    uses: list[Use]


def bars(facts: Facts) -> tuple[d.Bar, ...]:
    """Return a bar for each term that data follow: periods from short to long, then what has no period.

    Empty where there are fewer than LEAST. An open answer has no bar.
    """
    rows = _rows(facts)
    if len(rows) < LEAST:
        return ()
    spread = Counter(kind for row in rows for kind in _kinds(row.uses))
    return tuple(_bar(facts, row, spread) for row in sorted(rows, key=_length))


def _rows(facts: Facts) -> list[_TermRow]:
    """Return the terms that data follow, in the order of the rules; rules that say a term in the same words are one row."""
    used: dict[str | None, list[Use]] = {}
    for activity in facts.activities:
        for use in activity.uses:
            used.setdefault(follow.value(activity, use, "retention"), []).append((activity, use))
    found: dict[str, _TermRow] = {}
    for rule in facts.retention_rules:
        if rule.key in used and (periods.period(rule) or rule.criterion) and not (rule.number and not rule.unit):
            term = periods.rule_on_card(rule, phrase)
            found.setdefault(term, _TermRow(rule, term, [])).uses.extend(used[rule.key])
    return list(found.values())


def _length(row: _TermRow) -> float:
    period = periods.period(row.rule)
    return periods.average(*period) if period else float("inf")


def _bar(facts: Facts, row: _TermRow, spread: Counter[str | None]) -> d.Bar:
    period = periods.period(row.rule)
    goes_on = row.rule.bound == "at_least" or bool(row.rule.criterion) and row.rule.together in LONGER
    return d.Bar(
        hoofdletter(_label(facts, row.uses, spread)),
        row.term,
        _short(row),
        round(_length(row)) if period else 0,
        goes_on or period is None,
    )


def _short(row: _TermRow) -> str:
    """Return the term without what starts it.

    Where a condition may end it before, or make it longer, a word says so.
    """
    rule = row.rule
    if not rule.number or not rule.unit:
        return row.term if len(row.term) <= LONGEST else NO_PERIOD
    period = periods.in_words(rule.number, rule.unit)
    bound = rule.bound
    if rule.criterion and rule.together == "earliest":
        bound = bound or "at_most"
    elif rule.criterion and rule.together in LONGER:
        if bound in {"at_most", "usually"}:
            return (
                f"{periods.BOUND_WORDS['usually']} {period} of langer" if bound == "usually" else f"{period} of langer"
            )
        bound = "at_least"
    return f"{periods.BOUND_WORDS[bound]} {period}" if bound else period


def _label(facts: Facts, uses: list[Use], spread: Counter[str | None]) -> str:
    """Return the kinds of data that only this term holds for, or the activities, whichever is shorter."""
    by_activity = _activities(facts, uses)
    kinds = _kinds(uses)
    if None in kinds or any(spread[kind] > 1 for kind in kinds):
        return by_activity
    return min(", ".join(_name(facts, kind) for kind in kinds), by_activity, key=len)


def _activities(facts: Facts, uses: list[Use]) -> str:
    """Return the activities in words; one of whose data only some follow this term has their kinds behind it."""
    parts, partly = [], False
    for activity in {one.key: one for one, _ in uses}.values():
        here = [use for one, use in uses if one is activity]
        some = len(here) < len(activity.uses)
        kinds = (
            ", ".join(_name(facts, kind) for kind in _kinds([(activity, use) for use in here if use.category]))
            if some
            else ""
        )
        parts.append(f"{shaped(activity)}: {kinds}" if kinds else shaped(activity))
        partly = partly or some
    return ("; " if partly else ", ").join(parts)


def _kinds(uses: list[Use]) -> list[str | None]:
    return list(dict.fromkeys(use.category for _, use in uses))


def _name(facts: Facts, kind: str | None) -> str:
    return shaped(facts.find("categories", kind))
