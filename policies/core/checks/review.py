"""What every check looks at: the facts, the law on the day, and the questions that several checks ask."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from ..catalogue import Catalogue
from ..facts import Activity, DataCategory, DataUse, Facts, Purpose, RetentionRule, follow
from ..facts.data import row_name, walk
from ..law import Law, law_of
from .finding import Finding, Rule

# A name is not speech: it may hold a u or a je, and it says nothing about purposes.
NAMES = re.compile(
    r"controller\..*|representative\..*|(joint_controllers|ai_systems)\.[^.]+\.(name|address)|recipients\.[^.]+\.(name|entity)"
    r"|cookies\.placed\.[^.]+\.(name|provider)|links\.profiles\..*|contact\.(name|address)|dpo\.(name|address)"
)


@dataclass(frozen=True)
class Used:
    """One data use with its activity; a value that is empty here follows the activity."""

    activity: Activity
    use: DataUse
    path: str

    def get(self, name: str) -> Any:
        return follow.value(self.activity, self.use, name)

    def where(self, name: str) -> str:
        """The path of the field that gives the value."""
        return f"{self.path}.{name}" if follow.own(self.use, name) else f"activities.{self.activity.key}.{name}"


@dataclass(frozen=True)
class Review:
    """One company on one day."""

    facts: Facts
    library: Catalogue
    on: date

    @cached_property
    def law(self) -> Law:
        return law_of(self.facts, self.library, self.on)

    @property
    def country(self) -> str | None:
        return self.facts.controller.country

    def rows(self, stem: str) -> list[dict[str, Any]]:
        """The rows of a catalogue file that hold on the day for the country of establishment, or for every country."""
        return [row for row in self.library.valid(stem, self.on) if row.get("country") in (None, self.country)]

    def switch(self, name: str, country: str | None = None) -> Mapping[str, Any] | None:
        """The rule of law.yaml with that id on the day, or None where the law says nothing."""
        wanted = country or self.country
        rows = (row for row in self.library.valid("law", self.on) if row["id"] == name)
        return next((row for row in rows if row["country"] in (None, wanted)), None)

    @cached_property
    def uses(self) -> tuple[Used, ...]:
        return tuple(
            Used(activity, use, f"activities.{activity.key}.uses.{row_name(use) or index}")
            for activity in self.facts.activities for index, use in enumerate(activity.uses)
        )

    @cached_property
    def purposes(self) -> tuple[tuple[Activity, Purpose, str], ...]:
        """Every purpose with its activity and its path."""
        return tuple((a, p, f"activities.{a.key}.purposes.{p.key}") for a in self.facts.activities for p in a.purposes)

    @cached_property
    def asks_consent(self) -> bool:
        """Whether some purpose rests on consent (art. 6.1.a, 9.2.a), cookies apart."""
        return any(p.legal_basis == "consent" or p.special_ground == "explicit_consent" for _, p, _ in self.purposes)

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every printed text that the user typed, one line each, with its path."""
        found = []
        for path, spec, value in walk(self.facts):
            if spec.kind in {"text", "long", "lines"} and not spec.internal and value:
                found += [(path, line) for line in (value if spec.kind == "lines" else (value,))]
        return tuple(found)

    @cached_property
    def prose(self) -> tuple[tuple[str, str], ...]:
        """The texts without the names of people, companies and things."""
        return tuple((path, text) for path, text in self.texts if not NAMES.fullmatch(path))

    def looked_lately(self, row: Any) -> bool:
        """Whether the user checked this row in the year before the effective date."""
        return row.checked_on is not None and date.fromisoformat(row.checked_on) >= self.on - timedelta(days=366)

    def category(self, use: DataUse) -> DataCategory | None:
        return self.facts.find("categories", use.category)

    def retention(self, used: Used) -> RetentionRule | None:
        return self.facts.find("retention_rules", used.get("retention"))


def unanswered(review: Review, name: str, applies: Callable[[Used], bool]) -> Iterator[tuple[str, Any]]:
    """Paths, with the row to name, where `name` is empty while it applies.

    One fault is told once: at the activity, where one answer mends every use that follows it; at a use that
    answers this for itself.
    """
    faulty = [used for used in review.uses if not used.get(name) and applies(used)]
    own = [used for used in faulty if follow.own(used.use, name)]
    for activity in review.facts.activities:
        if any(used.activity is activity and used not in own for used in faulty):
            yield f"activities.{activity.key}.{name}", activity
    for used in own:
        yield f"{used.path}.{name}", review.category(used.use) or used.activity


def named(row: Any) -> str:
    """A row as a person knows it: its name between quotes, else that it has none yet, as the wizard's cards say."""
    return f"“{getattr(row, 'name', None) or 'nog zonder naam'}”"


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters; a hyphen or an apostrophe does not end a word."""
    return frozenset(re.findall(r"[\w'’-]+", text.lower().replace("’", "'")))


def missing(rule: Rule, row: Any, path: str, name: str, message: str, remedy: str) -> Iterator[Finding]:
    """The finding when field `name` of a row is empty."""
    if not getattr(row, name):
        yield rule.at(f"{path}.{name}", message, remedy)
