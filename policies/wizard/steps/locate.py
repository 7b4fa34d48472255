"""Where a fact is asked: from a dotted path of the facts to a step, a page of it, and a place on that page. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policies.core.facts import Facts, paths
from policies.wizard.steps.blocks import Block, Cards, Each, Fields, Inline, Step
from policies.wizard.steps.table import LAST, STEPS


@dataclass(frozen=True)
class Home:
    """Where something is asked. `page` is the list whose row page it is; None means the page of the step itself."""

    step: Step
    block: Block | None = None
    page: Cards | None = None


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
        fact = paths.parse(path)
    except KeyError:
        return Home(LAST)
    home = homes().get((fact.address, fact.field))
    if home is None:
        return next((home for (address, _), home in asked() if address == fact.address), Home(LAST))
    if isinstance(home.block, Cards) and len(fact.rows) == paths.depth(fact.address):
        return Home(home.step, home.block.page[0], home.block)
    return home


def anchor_of(path: str, facts: Facts) -> str:
    """The id on the page of `home_of(path)`; empty for the top of the page."""
    home = home_of(path)
    if home.block is None:
        return ""
    fact = paths.parse(path)
    if isinstance(home.block, Fields):
        return f"id_{paths.leaf(home.block.of)}-{fact.field}" if fact.field else ""
    if isinstance(home.block, Cards):
        return f"lijst-{home.block.slug}"
    if isinstance(home.block, Each):
        return f"id_{each_prefix(fact.address, fact.rows)}-{fact.field}"
    return _inline_anchor(fact, facts)


def _inline_anchor(fact: paths.ParsedPath, facts: Facts) -> str:
    name = paths.leaf(fact.address)
    index = (
        paths.position(paths.rows_at(facts, fact.address, fact.rows), fact.rows[-1])
        if len(fact.rows) == paths.depth(fact.address)
        else None
    )
    if index is None:
        return f"lijst-{name}"
    return f"id_{name}-{index}-{fact.field}" if fact.field else f"{name}-{index}"


def each_prefix(address: str, rows: Sequence[str]) -> str:
    """What the fields of one row are called where one field of every row is asked; a key has no underscore."""
    return f"{paths.leaf(address)}-{'__'.join(rows)}"
