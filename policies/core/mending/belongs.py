"""What belongs to an activity, put at the one that it belongs to: one of the company that fits, or else one of the catalogue; and plans that began."""

import dataclasses
import re
from collections.abc import Callable, Iterable

from policies.core.checks import belongs, plans
from policies.core.checks.review import named
from policies.core.facts import Facts, paths
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.mending.site import Mend, Mender, Site
from policies.core.picking.adding import added

CHAT, TAKEOVER, CAMERAS, AI_HELP, BUTTONS, PROFILES = "ACT-31", "ACT-32", "ACT-18", "ACT-60", "ACT-61", "ACT-62"
PURPOSES = {
    CHAT: re.compile(r"\bchat", re.IGNORECASE),
    TAKEOVER: re.compile(r"overname|overnemen|fusie", re.IGNORECASE),
    BUTTONS: re.compile(r"knoppen|sociale media", re.IGNORECASE),
    PROFILES: re.compile(r"profiel|profiler|indelen in groepen|in groepen", re.IGNORECASE),
    AI_HELP: re.compile(r"\bAI\b|\bAI-", re.IGNORECASE),
}


def _fitting(site: Site, wanted: str) -> str | None:
    """Return the key of the one activity of that kind, by its origin or else by its name and purposes; else None."""
    every = site.facts.activities
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
    return lambda site: _linked(site, wanted)


def _linked(site: Site, wanted: str) -> Mend | None:
    key = _fitting(site, wanted)
    return (
        site.take(_value(site, key))
        if key
        else _new(site, wanted, lambda facts, made: paths.put(facts, site.path, _value(site, made)))
    )


def _value(site: Site, key: str) -> str | tuple[str, ...]:
    return (
        key if isinstance(site.row, Facts) or paths.top(site.path) in {"links", "automated", "disclosure"} else (key,)
    )


def _new(site: Site, wanted: str, link: Callable[[Facts, str], Facts]) -> Mend | None:
    """Return the mend that adds an activity of the catalogue, and links it.

    An AI system or a cookie that the catalogue adds to it stays out: the company has its own.
    """
    row = site.from_catalogue("activities", wanted)
    if row is None or site.review.country not in LAW_COUNTRY:
        return None

    def apply() -> Facts:
        after = added("verwerkingen", site.facts, wanted, site.library, site.review.on).facts
        before = {activity.key for activity in site.facts.activities}
        made = next(activity.key for activity in after.activities if activity.key not in before)
        systems = tuple(system for system in after.ai_systems if site.facts.find("ai_systems", system.key))
        return link(dataclasses.replace(after, ai_systems=systems), made)

    return Mend(f"Voeg toe: {row['facts']['name']}", apply)


def _ai(site: Site) -> Mend | None:
    """Return the mend that gives an AI system the activities of its company, where there is one.

    Else a system that talks belongs to the chat, and another one helps with the work.
    """
    company = site.facts.find("recipients", site.row.recipient)
    if company and len(company.activities) == 1:
        return site.take(company.activities)
    return _linked(site, CHAT if site.row.talks_to_people else AI_HELP)


def _cameras(site: Site) -> Mend | None:
    return _new(site, CAMERAS, lambda facts, made: facts)


def _company(site: Site) -> Mend | None:
    """Return the mend that gives the company of an AI system the activities of that system."""
    systems = [system for system in site.facts.ai_systems if system.recipient == site.row.key]
    wanted = tuple(dict.fromkeys((*site.row.activities, *_keys(systems))))
    new = [named(site.facts.find("activities", key)) for key in wanted if key not in site.row.activities]
    return site.set(f"Ja, ook voor {' en '.join(new)}", {site.path: wanted}) if new else None


def _begun(site: Site) -> Mend:
    """Return the mend by which a plan is in use."""
    return site.set("Ja, dit is begonnen", {f"{site.above}.planned": False, site.path: None})


def _keys(systems: Iterable) -> Iterable[str]:
    return (key for system in systems for key in system.activities)


MENDERS: dict[str, Mender] = {
    belongs.AI.code: _ai,
    belongs.AI_COMPANY.code: _company,
    belongs.BUTTONS.code: _at_activity(BUTTONS),
    belongs.PROFILES.code: _at_activity(PROFILES),
    belongs.TAKEOVER.code: _at_activity(TAKEOVER),
    belongs.CAMERAS.code: _cameras,
    plans.PAST.code: _begun,
}
