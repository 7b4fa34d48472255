"""Proposals: rows and parts that we filled in and nobody has confirmed yet. `preset.unconfirmed` holds their paths."""

import dataclasses
from collections.abc import Iterable

from policies.core.facts import LISTS, PARTS, Facts
from policies.core.facts.paths import below, top
from policies.core.facts.preset import SHOWN_WITH


def is_there(facts: Facts, path: str) -> bool:
    """Return whether the path names a part with an answer, or a row that is there.

    A row that was removed needs no confirmation.
    """
    collection, key = top(path), below(path)
    if key and collection in LISTS:
        return facts.find(collection, key) is not None
    along = [name for name, part in SHOWN_WITH.items() if part == path]
    part_of = PARTS.get(path)
    return part_of is not None and (getattr(facts, path) != part_of() or any(getattr(facts, name) for name in along))


def unconfirmed(facts: Facts) -> tuple[str, ...]:
    """Return the paths of the proposals that wait to be confirmed, in the order in which they were made."""
    return tuple(path for path in facts.preset.unconfirmed if is_there(facts, path))


def propose(facts: Facts, paths: Iterable[str]) -> Facts:
    """Return the facts with these parts and rows marked as proposals."""
    return _with(facts, dict.fromkeys((*unconfirmed(facts), *paths)))


def confirm(facts: Facts, paths: Iterable[str]) -> Facts:
    """Return the facts with these parts and rows no longer marked as proposals."""
    done = set(paths)
    return _with(facts, (path for path in unconfirmed(facts) if path not in done))


def _with(facts: Facts, paths: Iterable[str]) -> Facts:
    return dataclasses.replace(facts, preset=dataclasses.replace(facts.preset, unconfirmed=tuple(paths)))
