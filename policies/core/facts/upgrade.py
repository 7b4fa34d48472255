"""Facts as schema 1 wrote them, read for good: files, exports, versions, removals and proposals of before keep their meaning.

Schema 2 adds fields and takes none away. What it changes is what counts as said: a promise was a tick, which said something only when it was on. Off, it
is an open question; and so is whatever only the owner can say, where a proposal said it and nobody confirmed.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
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

# Path → the ticks of schema 1 that were a promise, written in the same way. A no was the same as leaving it out.
TICKS = {
    "minors": {"parents_can_report", "erases_unasked"},
    "disclosure": {"no_sale"},
    "unasked": {"erases"},
    "security": {"tells_breaches", "keeps_register"},
    "recipients": {"agreement"},
    "activities.purposes": {"own_similar", "address_from_sale", "objection_offered"},
}

NOTHING, YES, WEBSITE = "nothing", "yes", "website"
# Path → field → what stays of an answer that says what the owner does, or does not do, and that a proposal gave: a yes that only tells what is listed, and
# the website, which carries each version because it is published there. As promises.py has it, for the fields of schema 1; a later change there changes nothing of then.
PROPOSED = {
    "dpo": {"designated": YES},
    "scope": {"processing_countries": NOTHING},
    "disclosure": {"shares": YES, "cases": NOTHING, "no_sale": NOTHING},
    "cookies": {"used": YES, "consent_how": NOTHING, "withdraw_how": NOTHING},
    "marketing": {"used": YES, "stop_how": NOTHING},
    "security": {"measures": NOTHING, "backup_days": NOTHING, "tells_breaches": NOTHING, "keeps_register": NOTHING},
    "rights": {"by_post": NOTHING, "by_phone": NOTHING, "identity_check": NOTHING},
    "minors": {"directed": YES, "parental_consent": NOTHING, "age_check": NOTHING, "parents_can_report": NOTHING, "erases_unasked": NOTHING},
    "unasked": {"erases": NOTHING},
    "automated": {"used": YES},
    "changes": {"channels": WEBSITE, "notice_days": NOTHING},
    "activities": {"control": NOTHING},
    "activities.purposes": {"own_similar": NOTHING, "address_from_sale": NOTHING, "objection_offered": NOTHING},
    "recipients": {"agreement": NOTHING},
    "ai_systems": {"trains": YES},
}
CONFIRMED_WITH = {"ai_systems": "automated"}  # rows that are not confirmed one by one


def newer(data: Mapping[str, Any]) -> Iterator[str]:
    """The paths in data of schema 1 that only schema 2 knows."""
    for place, names in NEW.items():
        for path, row in _rows(data, place.split("."), ""):
            yield from (f"{path}.{name}" for name in row if name in names)


def from_1(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data of schema 1 as data of schema 2: no promise that was not made, and none that only a proposal made.

    What is malformed stays for `from_data` to refuse.
    """
    given: Any = {**data, "schema": 2}
    for place, ticks in TICKS.items():
        given = _edited(given, place.split("."), "", partial(_without_no, ticks))
    waiting = _waiting(data)
    for place, fields in PROPOSED.items() if waiting else ():
        given = _edited(given, place.split("."), "", partial(_without_proposed, fields, waiting))
    return given


def _waiting(data: Mapping[str, Any]) -> Collection[str]:
    """The paths that wait to be confirmed."""
    preset = data.get("preset")
    paths = preset.get("unconfirmed") if isinstance(preset, Mapping) else ()
    return paths.split() if isinstance(paths, str) else [path for path in paths if isinstance(path, str)] if isinstance(paths, (list, tuple)) else ()


def _without_no(ticks: Collection[str], row: Mapping[str, Any], path: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ticks or not _is_no(value)}


def _without_proposed(fields: Mapping[str, str], waiting: Collection[str], row: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """The row without what nobody but its owner can say, when it waits, or is in a part or row that waits."""
    top, _, rest = path.partition(".")
    if not {top, f"{top}.{rest.partition('.')[0]}", CONFIRMED_WITH.get(top)} & set(waiting):
        return row
    left = {name: value for name, value in row.items() if name not in fields or (fields[name] == YES and not _is_no(value))}
    sites = {name: [one for one in row[name] if one == WEBSITE] for name in row if fields.get(name) == WEBSITE and isinstance(row[name], (list, tuple))}
    return left | sites


def _is_no(value: Any) -> bool:
    try:
        return values.parse(YES_OR_NO, value) is False
    except values.Refused:
        return False


def _edited(here: Any, names: list[str], path: str, edit: Callable[[Mapping[str, Any], str], dict[str, Any]]) -> Any:
    """The data with `edit` done to each mapping that a path leads to, through parts and the rows of lists."""
    if isinstance(here, (list, tuple)):
        return [_edited(row, names, f"{path}.{_name(row, index)}", edit) for index, row in enumerate(here)]
    if not isinstance(here, Mapping):
        return here
    if not names:
        return edit(here, path)
    return {**here, names[0]: _edited(here[names[0]], names[1:], f"{path}.{names[0]}" if path else names[0], edit)} if names[0] in here else here


def _rows(here: Any, names: list[str], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each mapping that a path leads to, through parts and the rows of lists, with its own path."""
    if isinstance(here, (list, tuple)):
        for index, row in enumerate(here):
            yield from _rows(row, names, f"{path}.{_name(row, index)}")
    elif isinstance(here, Mapping):
        if not names:
            yield path, here
        elif names[0] in here:
            yield from _rows(here[names[0]], names[1:], f"{path}.{names[0]}" if path else names[0])


def _name(row: Any, index: int) -> str:
    """What names a row in a path: its key, or for a data use its category; else its number."""
    name = row.get("key") or row.get("category") if isinstance(row, Mapping) else None
    return name[:60] if isinstance(name, str) else str(index)
