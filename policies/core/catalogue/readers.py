"""By what readers recognise themselves: a phrase per group of people, in both forms of address (groups.yaml)."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date

from policies.core.facts import Group
from policies.core.language.word_lists import Catalogue


def readers(library: Catalogue, on: date) -> dict[str, Mapping[str, str]]:
    """Return the rows of groups.yaml on a day by the name of the group, in small letters.

    Each has a phrase under “u” and under “je”.
    """
    return {row["name"].casefold(): row for row in library.valid("groups", on)}


def with_phrases(
    groups: Iterable[Group], known: Mapping[str, Mapping[str, str]], tone: str | None
) -> tuple[Group, ...]:
    """Return the groups, those without a phrase with that of the catalogue in one form of address.

    `known` is what readers() gives.
    """
    return tuple(
        dataclasses.replace(group, phrase=group.phrase or known.get((group.name or "").casefold(), {}).get(tone or "u"))
        for group in groups
    )
