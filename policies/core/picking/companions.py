"""The rows that the catalogue added with a picked activity or recipient, to remove together with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from policies.core.catalogue.pick import NotInCatalogue, row_of
from policies.core.catalogue.variants import for_country
from policies.core.facts import Facts
from policies.core.facts.remove import along
from policies.core.language.word_lists import Catalogue


def rows_to_remove(facts: Facts, path: str, library: Catalogue, on: date) -> tuple[str, ...]:
    """Return the paths of the rows that go with the one at `path` when somebody takes it away: what only it used, and what came only with that."""
    return along(facts, path, companions(facts, library, on))


def companions(facts: Facts, library: Catalogue, on: date) -> dict[str, tuple[str, ...]]:
    """Return for each picked activity and recipient, by its path, the paths of the cookies, AI systems and arrangements (art. 26) that the catalogue gives with it.

    What a doing of the company brings (`preset.doings`) belongs to each activity of that doing. What the catalogue of the day no longer has brings nothing.
    """
    doings = [row for one in facts.preset.doings if (row := _row(facts, library, "doings", one, on))]
    found = {}
    for activity in facts.activities:
        mine = [row for row in doings if activity.catalogue_id in [one["id"] for one in row["activities"]]]
        found[f"activities.{activity.key}"] = _paths(
            facts, [_row(facts, library, "activities", activity.catalogue_id, on), *mine]
        )
    for recipient in facts.recipients:
        row = _row(facts, library, "recipients", recipient.catalogue_id, on)
        arranged = tuple(
            f"joint_controllers.{joint.key}" for joint in facts.joint_controllers if row and joint.key == row["id"]
        )
        found[f"recipients.{recipient.key}"] = (*_paths(facts, [row]), *arranged)
    return found


def _row(facts: Facts, library: Catalogue, stem: str, wanted: str | None, on: date) -> Mapping[str, Any]:
    """Return the row in the country of the company; empty when there is none."""
    try:
        row: Mapping[str, Any] = for_country(row_of(library, stem, wanted or "", on), facts.controller.country or "BE")
    except NotInCatalogue:
        return {}
    return row


def _paths(facts: Facts, rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    cookies = {name for row in rows for name in row.get("cookies", ())}
    systems = {(system["name"] or "").casefold() for row in rows for system in row.get("ai_systems", ())}
    placed = (f"cookies.placed.{cookie.key}" for cookie in facts.cookies.placed if cookie.key in cookies)
    return (
        *placed,
        *(f"ai_systems.{system.key}" for system in facts.ai_systems if (system.name or "").casefold() in systems),
    )
