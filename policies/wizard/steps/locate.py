"""Where a fact is asked: from a dotted path of the facts to a step, a page of it, and a place on that page. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from policies.core.facts import Facts, specs_of
from policies.core.facts.data import row_name
from policies.wizard.steps.blocks import Block, Cards, Each, Fields, Inline, Step, last
from policies.wizard.steps.table import LAST, STEPS


@dataclass(frozen=True)
class Fact:
    """A path taken apart: the part or list, the names of the rows on the way, and the field if there is one."""

    address: str
    rows: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True)
class Home:
    """Where something is asked. `page` is the list whose row page it is; None means the page of the step itself."""

    step: Step
    block: Block | None = None
    page: Cards | None = None


def fact_at(path: str) -> Fact:
    """The path taken apart. KeyError for a path that facts cannot have."""
    row: type = Facts
    address: list[str] = []
    rows: list[str] = []
    names = iter(path.split("."))
    for name in names:
        spec = specs_of(row)[name]
        if spec.row is None:
            if next(names, None) is not None:
                raise KeyError(path)  # nothing lies below a field
            return Fact(".".join(address), tuple(rows), name)
        address.append(name)
        row = spec.row
        if spec.kind == "rows" and (key := next(names, None)) is not None:
            rows.append(key)
    return Fact(".".join(address), tuple(rows))


def _lists(address: str) -> Iterator[tuple[str, bool]]:
    """The parts of an address, and whether each is a list."""
    row: type = Facts
    for name in address.split("."):
        spec = specs_of(row)[name]
        yield name, spec.kind == "rows"
        row = spec.row


def depth(address: str) -> int:
    """How many lists an address passes: one for "cookies.placed", two for "activities.purposes"."""
    return sum(is_list for _, is_list in _lists(address))


@cache
def homes() -> dict[tuple[str, str], Home]:
    """(address, field) → where it is asked; the list itself is (address, "")."""
    return dict(asked())


def asked() -> list[tuple[tuple[str, str], Home]]:
    """Everything that the steps ask, in their order, as often as they ask it."""
    return [entry for step in STEPS for block in step.blocks for entry in _asked(step, block, None)]


def _asked(step: Step, block: Block, page: Cards | None) -> Iterator[tuple[tuple[str, str], Home]]:
    home = Home(step, block, page)
    if isinstance(block, Fields):
        yield from (((block.of, name), home) for name in block.names)
    elif isinstance(block, Inline):
        yield from (((block.of, name), home) for name in ("", *block.names))
    elif isinstance(block, Each):
        yield from (((address, block.name), home) for address in (block.of, block.inside))
    else:
        yield (block.of, ""), home
        for inner in block.page:
            yield from _asked(step, inner, block)


def home_of(path: str) -> Home:
    """Where this path is mended. What belongs to no question is mended where everything is seen: at the last step."""
    try:
        fact = fact_at(path)
    except KeyError:
        return Home(LAST)
    home = homes().get((fact.address, fact.field))
    if home is None:
        return next((home for (address, _), home in asked() if address == fact.address), Home(LAST))
    if isinstance(home.block, Cards) and len(fact.rows) == depth(fact.address):
        return Home(home.step, home.block.page[0], home.block)
    return home


def anchor_of(path: str, facts: Facts) -> str:
    """The id on the page of `home_of(path)`; empty for the top of the page."""
    home = home_of(path)
    if home.block is None:
        return ""
    fact = fact_at(path)
    if isinstance(home.block, Fields):
        return f"id_{last(home.block.of)}-{fact.field}" if fact.field else ""
    if isinstance(home.block, Cards):
        return f"lijst-{home.block.slug}"
    if isinstance(home.block, Each):
        return f"id_{each_prefix(fact.address, fact.rows)}-{fact.field}"
    return _inline_anchor(fact, facts)


def _inline_anchor(fact: Fact, facts: Facts) -> str:
    name = last(fact.address)
    index = (
        position(rows_of(facts, fact.address, fact.rows), fact.rows[-1])
        if len(fact.rows) == depth(fact.address)
        else None
    )
    if index is None:
        return f"lijst-{name}"
    return f"id_{name}-{index}-{fact.field}" if fact.field else f"{name}-{index}"


def each_prefix(address: str, rows: Sequence[str]) -> str:
    """What the fields of one row are called where one field of every row is asked; a key has no underscore."""
    return f"{last(address)}-{'__'.join(rows)}"


def rows_of(facts: Any, address: str, rows: Sequence[str]) -> tuple:
    """The list at an address, inside the named rows. Empty when one of those is not there."""
    here, found, names = facts, (), iter(rows)
    for name in address.split("."):
        here = getattr(here, name)
        if isinstance(here, tuple):
            found = here
            index = position(here, next(names, ""))
            here = here[index] if index is not None else None
        if here is None:
            return found if name == last(address) else ()
    return found


def name_at(rows: Sequence[Any], index: int) -> str:
    """What a path calls the row: its key or category, else its place in the list."""
    return row_name(rows[index]) or str(index)


def position(rows: Sequence[Any], name: str) -> int | None:
    """The place of the row that a path calls `name`."""
    return next((index for index in range(len(rows)) if name_at(rows, index) == name), None)


def path_of(address: str, rows: Sequence[str]) -> str:
    """The path of a row, from the list and the names of the rows: the inverse of fact_at."""
    names = iter(rows)
    parts = []
    for part, is_list in _lists(address):
        parts.append(part)
        if is_list and (name := next(names, None)) is not None:
            parts.append(name)
    return ".".join(parts)
