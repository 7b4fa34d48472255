"""Facts as schema 1 wrote them, read for good: files, exports, versions, removals and proposals of before keep their meaning.

Schema 2 adds fields and takes none away. What it changes is what counts as said: a promise that a proposal made, and that nobody confirmed, is an open question.
"""

from collections.abc import Iterator, Mapping
from typing import Any

# Path → the fields that schema 1 did not know. A list of rows is written like a part: `recipients` is each recipient.
NEW = {
    "controller": {"rsin", "other_numbers", "group_name"},
    "contact": {"form_url", "hours", "others"},
    "scope": {"apps", "no_site_data"},
    "groups": {"phrase"},
    "retention_rules": {"bound", "together", "nothing_kept"},
    "activities.purposes": {"short", "groups"},
    "activities.uses": {"extra_sources"},
    "activities.uses.items": {"optional"},
    "recipients": {"other_roles", "only_with_consent", "planned", "planned_from", "dpf_checked_on"},
    "disclosure": {"business_transfer_activity"},
    "cookies.placed": {"planned", "planned_from"},
    "links": {"buttons_activity"},
    "rights": {"in_person", "account_how", "talk_first"},
    "automated": {"profiling_activity"},
    "ai_systems": {"activities"},
}

# Part → what a proposal of schema 1 may have promised in it.
PROPOSED = {
    "minors": ("parents_can_report", "erases_unasked"),
    "disclosure": ("no_sale",),
    "unasked": ("erases",),
    "security": ("tells_breaches", "keeps_register"),
}


def newer(data: Mapping[str, Any]) -> Iterator[str]:
    """The paths in data of schema 1 that only schema 2 knows."""
    for place, names in NEW.items():
        for path, row in _rows(data, place.split("."), ""):
            yield from (f"{path}.{name}" for name in row if name in names)


def from_1(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data of schema 1 as data of schema 2, without a promise that still waits to be confirmed. What is malformed stays for `from_data` to refuse."""
    preset = data.get("preset")
    waiting = preset.get("unconfirmed") if isinstance(preset, Mapping) else ()
    waiting = waiting.split() if isinstance(waiting, str) else waiting if isinstance(waiting, list) else ()
    given = {**data, "schema": 2}
    for part, names in PROPOSED.items():
        if part in waiting and isinstance(given.get(part), Mapping):
            given[part] = {name: value for name, value in given[part].items() if name not in names}
    return given


def _rows(here: Any, names: list[str], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each mapping that a path leads to, through parts and the rows of lists, with its own path."""
    if isinstance(here, list):
        for index, row in enumerate(here):
            name = row.get("key") or row.get("category") if isinstance(row, Mapping) else None
            yield from _rows(row, names, f"{path}.{name if isinstance(name, str) else index}")
    elif isinstance(here, Mapping):
        if not names:
            yield path, here
        elif names[0] in here:
            yield from _rows(here[names[0]], names[1:], f"{path}.{names[0]}" if path else names[0])
