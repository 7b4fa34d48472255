"""What belongs to an activity, put at the one that it belongs to: one of the company that fits, or else one of the catalogue; and plans that began."""

import dataclasses
import re
from collections.abc import Callable, Iterable

from policies.core.checks import belongs, planned
from policies.core.checks.review import quoted_name
from policies.core.facts import AiSystem, Facts, paths
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.mending.context import FindingContext, Mend, Mender
from policies.core.picking.adding import add_row

CHAT, TAKEOVER, CAMERAS, AI_HELP, BUTTONS, PROFILES = "ACT-31", "ACT-32", "ACT-18", "ACT-60", "ACT-61", "ACT-62"
PURPOSES = {
    CHAT: re.compile(r"\bchat", re.IGNORECASE),
    TAKEOVER: re.compile(r"overname|overnemen|fusie", re.IGNORECASE),
    BUTTONS: re.compile(r"knoppen|sociale media", re.IGNORECASE),
    PROFILES: re.compile(r"profiel|profiler|indelen in groepen|in groepen", re.IGNORECASE),
    AI_HELP: re.compile(r"\bAI\b|\bAI-", re.IGNORECASE),
}


def _fitting(context: FindingContext, wanted: str) -> str | None:
    """Return the key of the one activity of that kind, by its origin or else by its name and purposes; else None."""
    every = context.facts.activities
    known = [activity.key for activity in every if activity.catalogue_id == wanted]
    named_so = [
        activity.key
        for activity in every
        if any(PURPOSES[wanted].search(text or "") for text in (activity.name, *(p.name for p in activity.purposes)))
    ]
    found = known or named_so
    return found[0] if len(found) == 1 else None


def _at_activity(wanted: str) -> Mender:
    """Return the mender that answers with a fitting activity; where there is none it adds that of the catalogue."""
    return lambda context: _linked(context, wanted)


def _linked(context: FindingContext, wanted: str) -> Mend | None:
    key = _fitting(context, wanted)
    return (
        context.take(_value(context, key))
        if key
        else _new(context, wanted, lambda facts, made: paths.put(facts, context.path, _value(context, made)))
    )


def _value(context: FindingContext, key: str) -> str | tuple[str, ...]:
    return (
        key
        if isinstance(context.row, Facts) or paths.top(context.path) in {"links", "automated", "disclosure"}
        else (key,)
    )


def _new(context: FindingContext, wanted: str, link: Callable[[Facts, str], Facts]) -> Mend | None:
    """Return the mend that adds an activity of the catalogue, and links it.

    An AI system or a cookie that the catalogue adds to it stays out: the company has its own.
    """
    row = context.from_catalogue("activities", wanted)
    if row is None or context.review.country not in LAW_COUNTRY:
        return None

    def apply() -> Facts:
        after = add_row("verwerkingen", context.facts, wanted, context.library, context.review.on).facts
        before = {activity.key for activity in context.facts.activities}
        made = next(activity.key for activity in after.activities if activity.key not in before)
        systems = tuple(system for system in after.ai_systems if context.facts.find("ai_systems", system.key))
        return link(dataclasses.replace(after, ai_systems=systems), made)

    return Mend(f"Voeg toe: {row['facts']['name']}", apply)


def _ai(context: FindingContext) -> Mend | None:
    """Return the mend that gives an AI system the activities of its company, where there is one.

    Else a system that talks belongs to the chat, and another one helps with the work.
    """
    company = context.facts.find("recipients", context.row.recipient)
    if company and len(company.activities) == 1:
        return context.take(company.activities)
    return _linked(context, CHAT if context.row.talks_to_people else AI_HELP)


def _cameras(context: FindingContext) -> Mend | None:
    return _new(context, CAMERAS, lambda facts, made: facts)


def _company(context: FindingContext) -> Mend | None:
    """Return the mend that gives the company of an AI system the activities of that system."""
    systems = [system for system in context.facts.ai_systems if system.recipient == context.row.key]
    wanted = tuple(dict.fromkeys((*context.row.activities, *_keys(systems))))
    new = [quoted_name(context.facts.find("activities", key)) for key in wanted if key not in context.row.activities]
    return context.set(f"Ja, ook voor {' en '.join(new)}", {context.path: wanted}) if new else None


def _begun(context: FindingContext) -> Mend:
    """Return the mend by which a plan is in use."""
    return context.set("Ja, dit is begonnen", {f"{context.above}.planned": False, context.path: None})


def _keys(systems: Iterable[AiSystem]) -> Iterable[str]:
    return (key for system in systems for key in system.activities)


MENDERS: dict[str, Mender] = {
    belongs.AI.code: _ai,
    belongs.AI_COMPANY.code: _company,
    belongs.BUTTONS.code: _at_activity(BUTTONS),
    belongs.PROFILES.code: _at_activity(PROFILES),
    belongs.TAKEOVER.code: _at_activity(TAKEOVER),
    belongs.CAMERAS.code: _cameras,
    planned.PAST.code: _begun,
}
