"""By what readers recognise themselves: a phrase per group of people, in both forms of address (groups.yaml)."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from .facts import Facts, Group

if TYPE_CHECKING:
    from .catalogue import Catalogue


def readers(library: "Catalogue", on: date) -> dict[str, Mapping[str, str]]:
    """Return the rows of groups.yaml on a day by the name of the group, in small letters; each has a phrase under “u” and under “je”."""
    return {row["name"].casefold(): row for row in library.valid("groups", on)}


def with_phrases(groups: Iterable[Group], known: Mapping[str, Mapping[str, str]], tone: str | None) -> tuple[Group, ...]:
    """Return the groups, those without a phrase with that of the catalogue in one form of address. `known` is what readers() gives."""
    return tuple(dataclasses.replace(group, phrase=group.phrase or known.get((group.name or "").casefold(), {}).get(tone or "u")) for group in groups)


def other_form(phrase: str | None, library: "Catalogue") -> str | None:
    """Return a phrase of the catalogue in the other form of address; None for a phrase that somebody wrote."""
    rows = library.catalogue["groups"]
    return next((row[other] for row in rows for one, other in (("u", "je"), ("je", "u")) if row[one] == phrase), None)


def in_tone(facts: Facts, library: "Catalogue") -> Facts:
    """Return the facts with the phrases that are as the catalogue has them in the form of address of the statement. What somebody wrote stays."""
    wanted = facts.style.tone or "u"
    swapped = {row["je" if wanted == "u" else "u"]: row[wanted] for row in library.catalogue["groups"]}
    groups = tuple(dataclasses.replace(group, phrase=swapped.get(group.phrase, group.phrase)) for group in facts.groups)
    return facts if groups == facts.groups else dataclasses.replace(facts, groups=groups)
