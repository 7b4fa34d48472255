"""The rows of the catalogue that fit one place: the periods of an activity or a kind of data, the data of a kind, the measures."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from policies.core.facts import Activity, DataUse
from policies.core.picking.offers import CompanyCatalogue, Row, periods_of
from policies.core.picking.search import plain

MOST = 6  # periods in one list: more would be looking for it
OFTEN = 3  # as many activities of the catalogue use a usual period


class FittingRows:
    """The rows of the catalogue that fit one place of one company.

    Many questions of one page share it, so the catalogue is read once.
    """

    def __init__(self, company: CompanyCatalogue) -> None:
        self.company = company

    @cached_property
    def _rules(self) -> dict[str, Row]:
        """Return, by id, the periods of this country that the company does not have yet and that say how long."""
        country, there = (
            self.company.facts.controller.country,
            {rule.catalogue_id for rule in self.company.facts.retention_rules},
        )
        rows = self.company.rows("retention")
        return {
            row["id"]: row
            for row in rows
            if row["country"] in (None, country) and row["id"] not in there and (row["number"] or row.get("criterion"))
        }

    @cached_property
    def _words(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(plain(word) for word in row["words"]) for name, row in self._rules.items()}

    @cached_property
    def _by_activity(self) -> dict[str, list[str]]:
        found = {row["id"]: periods_of(row) for row in self.company.rows("activities")}
        for name, row in self._rules.items():
            for activity in row["activities"]:
                found.setdefault(activity, []).append(name)
        return found

    @cached_property
    def _by_category(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, row in self._rules.items():
            for category in row["categories"]:
                found.setdefault(category, []).append(name)
        for row in self.company.rows("activities"):
            for use in row["facts"]["uses"]:
                if use.get("retention"):
                    found.setdefault(use["category"], []).append(use["retention"])
        return found

    @cached_property
    def _usual(self) -> list[str]:
        count = Counter(name for row in self.company.rows("activities") for name in periods_of(row))
        return [name for name, times in count.most_common(MOST) if times >= OFTEN]

    def periods_of_activity(self, activity: Activity) -> list[Row]:
        """Return at most six periods for an activity.

        First those of this activity in the catalogue, then those with a word in its name, then those that are usual.
        """
        return self._first(
            self._by_activity.get(activity.catalogue_id or "", ()), self._said(activity.name), self._usual
        )

    def periods_of_use(self, activity: Activity, use: DataUse) -> list[Row]:
        """Return at most six periods for a data use: those of this kind of data, then those of the activity itself."""
        category = self.company.facts.find("categories", use.category)
        own = (self._by_category.get(category.catalogue_id or "", ()), self._said(category.name)) if category else ()
        return self._first(*own, self._by_activity.get(activity.catalogue_id or "", ()))

    def _said(self, name: str | None) -> list[str]:
        """Return the ids of the periods of which a word stands in this name."""
        said = f" {plain(name or '')} "
        return [rule for rule, words in self._words.items() if any(f" {word} " in said for word in words)]

    def _first(self, *groups: Iterable[str]) -> list[Row]:
        names = dict.fromkeys(name for group in groups for name in group if name in self._rules)
        return [self._rules[name] for name in list(names)[:MOST]]

    @cached_property
    def _categories(self) -> list[Row]:
        return self.company.rows("categories")

    def items_of(self, category: str, activity: str = "") -> tuple[list[str], list[str]]:
        """Return the items that other activities use of a category, and the others that the catalogue has.

        `category` is the key of a category, or the id of one in the catalogue; `activity` is the key of the activity to leave out.
        """
        own = self.company.facts.find("categories", category)
        others = [one for one in self.company.facts.activities if one.key != activity]
        used = [
            item.name
            for one in others
            for use in one.uses
            if use.category == category
            for item in use.items
            if item.name
        ]
        row = next((row for row in self._categories if row["id"] == (own.catalogue_id if own else category)), None)
        if row is None and own:
            row = next((row for row in self._categories if plain(row["name"]) == plain(own.name or "")), None)
        first = {name.casefold(): name for name in reversed(used)}
        used = list(dict.fromkeys(first[name.casefold()] for name in used))
        return used, [name for name in (row["items"] if row else ()) if name.casefold() not in first]

    def categories_of_activity(self, activity: Activity | None) -> tuple[list[Row], list[Row]]:
        """Return the categories that the company does not have yet: those of an activity, and all others."""
        there = {plain(row.name or "") for row in self.company.facts.categories} | {
            row.catalogue_id for row in self.company.facts.categories
        }
        rows = [row for row in self._categories if row["id"] not in there and plain(row["name"]) not in there]
        of = next((row for row in self.company.activities if activity and row["id"] == activity.catalogue_id), None)
        wanted = {use["category"] for part in (of["facts"], *of["extras"]) for use in part["uses"]} if of else set()
        return [row for row in rows if row["id"] in wanted], [row for row in rows if row["id"] not in wanted]
