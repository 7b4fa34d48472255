"""Promises: answers that say what an owner does, or does not do, beyond what the law makes everybody do.

They are asked, never proposed (decision 29).

A preset, a picked thing of the catalogue and a pasted text leave these questions open. What is known of the answer is
offered beside the question (policies/core/catalogue/usual.py), for the owner to press.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from policies.core.facts import LISTS, PARTS, Facts, paths
from policies.core.facts.fields import Spec, specs_of

Left = Callable[[Any], Any]  # an answer → what of it promises nothing


def _nothing(answer: Any) -> Any:
    """Return None: whatever the answer is, it promises."""
    return None


def _yes(answer: Any) -> Any:
    """Return a yes, or None: only a no promises; a yes follows from what is listed, or tells what is so."""
    return answer if answer is True else None


def _website(answer: Any) -> Any:
    """Return the page itself as the one channel that promises nothing: it carries each new version.

    That follows from publishing here. Everything else is something that the owner must do.
    """
    return tuple(channel for channel in answer or () if channel == "website")


# (part or list, question) → what of an answer promises nothing
PROMISES: dict[tuple[str, str], Left] = {
    ("dpo", "designated"): _yes,
    ("scope", "processing_countries"): _nothing,
    ("scope", "no_site_data"): _nothing,
    ("activities", "control"): _nothing,
    ("activities.purposes", "own_similar"): _nothing,
    ("activities.purposes", "address_from_sale"): _nothing,
    ("activities.purposes", "objection_offered"): _nothing,
    ("recipients", "agreement"): _nothing,
    ("recipients", "only_with_consent"): _nothing,
    ("disclosure", "shares"): _yes,
    ("disclosure", "cases"): _nothing,
    ("disclosure", "no_sale"): _nothing,
    ("cookies", "used"): _yes,
    ("cookies", "consent_how"): _nothing,
    ("cookies", "withdraw_how"): _nothing,
    ("marketing", "used"): _yes,
    ("marketing", "stop_how"): _nothing,
    ("security", "measures"): _nothing,
    ("security", "backup_days"): _nothing,
    ("security", "tells_breaches"): _nothing,
    ("security", "keeps_register"): _nothing,
    ("rights", "by_post"): _nothing,
    ("rights", "by_phone"): _nothing,
    ("rights", "in_person"): _nothing,
    ("rights", "account_how"): _nothing,
    ("rights", "identity_check"): _nothing,
    ("minors", "directed"): _yes,
    ("minors", "parental_consent"): _nothing,
    ("minors", "age_check"): _nothing,
    ("minors", "parents_can_report"): _nothing,
    ("minors", "erases_unasked"): _nothing,
    ("unasked", "erases"): _nothing,
    ("automated", "used"): _yes,
    ("ai_systems", "trains"): _yes,
    ("changes", "channels"): _website,
    ("changes", "notice_days"): _nothing,
}


def without_promises(facts: Facts, places: Iterable[str] = (*PARTS, *LISTS)) -> Facts:
    """Return the facts with every promise open in these places; in all of them when none are named.

    A place is a part (`security`), a list (`activities`) or a row (`activities.<key>`).
    """
    wanted: dict[str, set[str]] = {}
    for path in places:
        wanted.setdefault(paths.top(path), set()).add(paths.below(path))
    changed = {}
    for name, keys in wanted.items():
        if name in PARTS:
            changed[name] = _opened(getattr(facts, name), name)
        elif name in LISTS:
            changed[name] = tuple(_opened(row, name) if keys & {"", row.key} else row for row in getattr(facts, name))
    return dataclasses.replace(facts, **changed)


def promised(facts: Facts) -> tuple[str, ...]:
    """Return the paths of the answers that promise something, in the order of the facts."""
    return tuple(_promised(facts, "", ""))


def _opened(row: Any, address: str) -> Any:
    changed: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind == "rows":
            below = tuple(_opened(one, paths.under(address, name)) for one in value)
            changed |= {name: below} if below != value else {}
        elif left := PROMISES.get((address, name)):
            rest = _open(spec, left(value))
            changed |= {name: rest} if rest != value else {}
    return dataclasses.replace(row, **changed) if changed else row


def _open(spec: Spec, left: Any) -> Any:
    """Return what is left, or no answer in the shape of that field."""
    if left is not None:
        return left
    return False if spec.kind == "tick" else () if spec.kind in {"lines", "choices", "countries"} else None


def _promised(row: Any, address: str, path: str) -> Iterator[str]:
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        here, below = paths.under(path, name), paths.under(address, name)
        if spec.kind == "part":
            yield from _promised(value, below, here)
        elif spec.kind == "rows":
            for index, one in enumerate(value):
                yield from _promised(one, below, paths.under(here, paths.row_name(one) or str(index)))
        elif (left := PROMISES.get((address, name))) and _open(spec, left(value)) != value:
            yield here
