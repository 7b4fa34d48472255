"""Facts as schema 1 wrote them, read for good: files, exports, versions, removals and proposals of before keep their meaning.

Schema 2 adds fields and takes none away. What it changes is what counts as said: a promise was a tick, which said something only when it was on. Off, it
is an open question; and so is one that a proposal made and nobody confirmed.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from . import values
from .care import Minors
from .fields import spec_of

YES_OR_NO = spec_of(Minors, "erases_unasked")

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

# Path → the ticks of schema 1 that were a promise, written in the same way.
PROMISES = {
    "minors": {"parents_can_report", "erases_unasked"},
    "disclosure": {"no_sale"},
    "unasked": {"erases"},
    "security": {"tells_breaches", "keeps_register"},
    "recipients": {"agreement"},
    "activities.purposes": {"own_similar", "address_from_sale", "objection_offered"},
}


def newer(data: Mapping[str, Any]) -> Iterator[str]:
    """The paths in data of schema 1 that only schema 2 knows."""
    for place, names in NEW.items():
        for path, row in _rows(data, place.split("."), ""):
            yield from (f"{path}.{name}" for name in row if name in names)


def from_1(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data of schema 1 as data of schema 2: only a promise that was made, in what nobody has to confirm any more, is still one.

    What is malformed stays for `from_data` to refuse.
    """
    preset = data.get("preset")
    waiting = preset.get("unconfirmed") if isinstance(preset, Mapping) else ()
    waiting = waiting.split() if isinstance(waiting, str) else waiting if isinstance(waiting, (list, tuple)) else ()
    given = {**data, "schema": 2}
    for place, names in PROMISES.items():
        top, *below = place.split(".")
        if isinstance(rows := given.get(top), (list, tuple)):
            given[top] = [_opened(row, below, names, isinstance(row, Mapping) and f"{top}.{row.get('key')}" in waiting) for row in rows]
        elif top in given:
            given[top] = _opened(rows, below, names, top in waiting)
    return given


def _opened(row: Any, below: list[str], names: Collection[str], waits: bool) -> Any:
    """The row, or the rows of it that `below` leads to, without the promises that were not made."""
    if isinstance(row, (list, tuple)):
        return [_opened(one, below, names, waits) for one in row]
    if not isinstance(row, Mapping):
        return row
    if below:
        return {**row, below[0]: _opened(row[below[0]], below[1:], names, waits)} if below[0] in row else row
    return {name: value for name, value in row.items() if name not in names or not (waits or _is_no(value))}


def _is_no(value: Any) -> bool:
    try:
        return values.parse(YES_OR_NO, value) is False
    except values.Refused:
        return False


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
