"""Data to tick instead of to type: what other activities use of the same kind, and what is usual."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from policies.wizard.forms.fields import CATALOGUE
from policies.wizard.forms.measures_widget import Chip

NAME, SHOWN_FOR = "items-kies", "items-van"


@dataclass(frozen=True)
class ItemChips:
    """`category` is the kind of data that they are of, `picked` what was ticked on a page that was posted."""

    category: str
    own: tuple[Chip, ...] = ()
    usual: tuple[Chip, ...] = ()
    picked: tuple[str, ...] = ()


def item_chips(page: Any) -> ItemChips:
    """What to tick on the page of a data use. What the company uses elsewhere is ticked for a new use; what stands in a row of the page is no chip.

    `page` is that page. What was ticked and saved by itself meanwhile is no row on the page yet, so it stays a chip.
    """
    data, fitting, there = (
        page.data,
        page.choosing and page.choosing.fitting,
        [item.name for item in page.subject.row.items if item.name],
    )
    category = _category(page)
    if fitting is None or not category:
        return ItemChips(category)
    own, usual = fitting.items_of(category, page.subject.rows[0])
    picked = _picked(data, (*there, *usual, *own))
    answered = data is not None and (data.get(SHOWN_FOR) or "").removeprefix(CATALOGUE) == category
    rows = {name.casefold() for name in (there if data is None else _typed(data))}
    tick_own = page.subject.rows[-1] == "" and not answered

    def chips(names: Sequence[str], start: int, ticked: bool = False) -> tuple[Chip, ...]:
        found = ((place, name) for place, name in enumerate(names, start) if name.casefold() not in rows)
        return tuple(Chip(f"id_{NAME}-{place}", name, ticked or name in picked) for place, name in found)

    kept = [name for name in picked if name not in own and name not in usual]
    return ItemChips(category, chips(own, 0, tick_own), chips((*usual, *kept), len(own)), picked)


def _category(page: Any) -> str:
    """The kind of data as it is typed, about to be chosen or stored: a key, or an id of the catalogue."""
    if page.data is None or page.choosing is None:
        return (page.category or page.subject.row.category or "").removeprefix(CATALOGUE)
    return page.choosing.own_or(page.data.get("uses-category", ""), "categories").removeprefix(CATALOGUE)


def _picked(data: QueryDict | None, allowed: Sequence[str]) -> tuple[str, ...]:
    """What was ticked, each once; a name that was never offered counts for nothing."""
    known = {name.casefold(): name for name in reversed(allowed)}
    posted = data.getlist(NAME) if data is not None else []
    return tuple(dict.fromkeys(known[name.casefold()] for name in posted if name.casefold() in known))


def _typed(data: QueryDict) -> list[str]:
    """The data in the rows of a page that was posted."""
    return [
        value.strip()
        for name, value in data.items()
        if name.startswith("items-") and name.endswith("-name") and isinstance(value, str) and value.strip()
    ]
