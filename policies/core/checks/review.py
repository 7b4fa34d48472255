"""What every check looks at: the facts, the law on the day, and the questions that several checks ask."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any

from policies.core.catalogue.variants import for_country
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.texts import TextIndex
from policies.core.facts import Activity, DataCategory, DataUse, Facts, Purpose, Recipient, RetentionRule, follow, paths
from policies.core.facts.fields import specs_of
from policies.core.facts.follow import FROM_OTHERS
from policies.core.facts.fragments import quoted
from policies.core.facts.periods import moved
from policies.core.language.vague_words import pieces_of
from policies.core.language.word_lists import Catalogue
from policies.core.law import Law, law_of

# A name is not speech: it may hold a u or a je, and it says nothing about purposes.
NAMES = re.compile(
    r"controller\..*|representative\..*|(joint_controllers|ai_systems)\.[^.]+\.(name|address)|recipients\.[^.]+\.(name|entity)"
    r"|cookies\.placed\.[^.]+\.(name|provider)|links\.profiles\..*|contact\.(name|address)|contact\.others\.[^.]+\.name|scope\.apps|dpo\.(name|address)"
)

Length = tuple[int, str]  # a number and its unit: (7, "year")
TEXTS, ADDRESSES = frozenset(("text", "long", "lines")), frozenset(("url", "urls", "email"))  # kinds of fields

# What many companies have in their names: legal forms, countries, and words for a group. It tells nobody apart.
COMMON = frozenset(
    "limited ltd inc incorporated llc corp corporation company co unlimited plc gmbh ag sa sas sarl srl cie bv b v nv n vof vzw ivzw cv ireland ierland netherlands"
    " nederland belgium belgië belgie deutschland germany france europe europa european emea international group groep holding benelux en of de het van der the and"
    " www com net org be nl eu io".split()
)


@dataclass(frozen=True)
class ActivityUse:
    """One data use with its activity; a value that is empty here follows the activity."""

    activity: Activity
    use: DataUse
    path: str

    def get(self, name: str) -> Any:
        """Return the value of a field that holds for the data use: its own, else that of the activity."""
        return follow.value(self.activity, self.use, name)

    @property
    def sources(self) -> tuple[str | None, ...]:
        """Return every source of the data: the one that holds for it, then those that add to it."""
        return follow.sources(self.activity, self.use)

    @property
    def comes_from_others(self) -> bool:
        """Return whether some of the data come from others or from a public source: then art. 14 applies."""
        return not FROM_OTHERS.isdisjoint(self.sources)

    def where(self, name: str) -> str:
        """Return the path of the field that gives the value."""
        return f"{self.path}.{name}" if follow.own(self.use, name) else f"activities.{self.activity.key}.{name}"


@dataclass(frozen=True)
class Review:
    """One company on one day: its facts, the catalogue and the effective date."""

    facts: Facts
    library: Catalogue
    on: date

    @cached_property
    def law(self) -> Law:
        """Return the law that applies to these facts on the day."""
        return law_of(self.facts, self.library, self.on)

    @property
    def country(self) -> str | None:
        """Return the code of the country of establishment; None when it is not answered."""
        return self.facts.controller.country

    def rows(self, stem: str) -> list[dict[str, Any]]:
        """Return the rows of a catalogue file that hold on the day for the company's country or for all."""
        if stem not in self._rows:
            self._rows[stem] = [
                row for row in self.library.valid(stem, self.on) if row.get("country") in (None, self.country)
            ]
        return self._rows[stem]

    def switch(self, name: str, country: str | None = None) -> Mapping[str, Any] | None:
        """Return the rule of law.yaml with that id on the day, or None where the law says nothing."""
        wanted = country or self.country
        rows = (row for row in self.library.valid("law", self.on) if row["id"] == name)
        return next((row for row in rows if row["country"] in (None, wanted)), None)

    @cached_property
    def uses(self) -> tuple[ActivityUse, ...]:
        """Return every data use with its activity and its path."""
        return tuple(
            ActivityUse(activity, use, f"activities.{activity.key}.uses.{paths.row_name(use) or index}")
            for activity in self.facts.activities
            for index, use in enumerate(activity.uses)
        )

    @cached_property
    def purposes(self) -> tuple[tuple[Activity, Purpose, str], ...]:
        """Return every purpose with its activity and its path."""
        return tuple((a, p, f"activities.{a.key}.purposes.{p.key}") for a in self.facts.activities for p in a.purposes)

    @cached_property
    def asks_consent(self) -> bool:
        """Return whether something rests on consent, cookies apart."""
        return asks_consent(self.facts)

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return every printed text that the user typed, one line each, with its path."""
        return tuple(_typed(self.facts, ""))

    @cached_property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Return every printed web and e-mail address, with its path."""
        return tuple(_typed(self.facts, "", ADDRESSES))

    @cached_property
    def index(self) -> TextIndex:
        """Return the same texts as an index, to find quickly which of them hold a word."""
        return TextIndex([text for _, text in self.texts])

    @cached_property
    def prose(self) -> tuple[tuple[str, str], ...]:
        """Return the texts without the names of people, companies and things."""
        return tuple((path, text) for path, text in self.texts if not self.is_name(path))

    @staticmethod
    @lru_cache(maxsize=4096)  # a check asks it of every text, and at every check of the same ones
    def is_name(path: str) -> bool:
        """Return whether the text at a path is the name or the address of somebody or something."""
        return bool(NAMES.fullmatch(path))

    @cached_property
    def is_named_xxx(self) -> bool:
        """Return whether the name of the company, or of somebody it names, has three x's."""
        return any("xxx" in text.lower() for path, text in self.texts if self.is_name(path))

    @cached_property
    def codes(self) -> frozenset[str]:
        """Return the paths of texts that are no words, such as the name of a cookie."""
        return frozenset(path for path, spec, _ in paths.walk(self.facts) if spec.wording == "code")

    @cached_property
    def prose_words(self) -> frozenset[str]:
        """Return every word of the prose, in small letters: a quick first look for what most companies never say."""
        return pieces_of("\n".join(text for _, text in self.prose))

    def looked_lately(self, row: Any) -> bool:
        """Return whether the user checked this row in the year before the effective date."""
        return row.checked_on is not None and date.fromisoformat(row.checked_on) >= moved(self.on, -1, "year")

    @cached_property
    def _services(self) -> tuple[tuple[Mapping[str, Any], tuple[frozenset[str], ...], frozenset[str]], ...]:
        """Return the services of the catalogue on the day, with the words of each name and of the company behind it."""
        return tuple(
            (
                row,
                tuple(core_of(name) for name in row["name"].split(" en ")),
                core_of(for_country(row["entity"], self.country or "BE") or ""),
            )
            for row in self.library.valid("recipients", self.on)
            if row["kind"] == "named"
        )

    def service(self, recipient: Recipient) -> Mapping[str, Any] | None:
        """Return the row of the catalogue that a recipient is, by its origin or by its name; None when there is none.

        Of several names the longest that fits counts.
        """
        rows = [row for row, _, _ in self._services if row["id"] == recipient.catalogue_id]
        if not rows:
            words = core_of(recipient.name or "")
            fitting = [(len(name), row) for row, names, _ in self._services for name in names if name and name <= words]
            rows = [row for _, row in sorted(fitting, key=lambda pair: -pair[0])]
        return rows[0] if rows else None

    def service_of_same_company(self, recipient: Recipient) -> Mapping[str, Any] | None:
        """Return a row of the catalogue with the company of a recipient, or with part of its name.

        WhatsApp is part of the name WhatsApp Business. None when there is none.
        """
        name, company = core_of(recipient.name or ""), core_of(recipient.entity or "")
        part = next((row for row, names, _ in self._services if name and any(name <= one for one in names)), None)
        return part or next((row for row, _, entity in self._services if entity and entity == company), None)

    @cached_property
    def _rows(self) -> dict[str, list[dict[str, Any]]]:
        return {}

    @cached_property
    def _categories(self) -> dict[str, DataCategory]:
        return {row.key: row for row in self.facts.categories}

    @cached_property
    def _retention_rules(self) -> dict[str, RetentionRule]:
        return {row.key: row for row in self.facts.retention_rules}

    def category(self, use: DataUse) -> DataCategory | None:
        """Return the category of a data use; None when it is not chosen."""
        return self._categories.get(use.category or "")

    def retention(self, used: ActivityUse) -> RetentionRule | None:
        """Return the retention rule that holds for a data use; None when it is not chosen."""
        return self._retention_rules.get(used.get("retention"))


def length_of(rule: RetentionRule) -> Length | None:
    """Return the number and the unit of a retention rule; None when one of them is missing."""
    return (rule.number, rule.unit) if rule.number and rule.unit else None


def asks_consent(facts: Facts) -> bool:
    """Return whether something rests on consent, cookies apart.

    That is a purpose (art. 6.1.a, 9.2.a), a decision (22.2.c) or a transfer (49.1.a).
    """
    purposes = (purpose for activity in facts.activities for purpose in activity.purposes)
    return (
        any(purpose.legal_basis == "consent" or purpose.special_ground == "explicit_consent" for purpose in purposes)
        or any(decision.ground == "explicit_consent" for decision in facts.automated.decisions)
        or any("explicit_consent" in recipient.safeguards for recipient in facts.recipients)
    )


@cache
def _shape(kind: Any, kinds: frozenset[str]) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """Return the printed fields of these kinds in a class of rows, and the parts and lists below it.

    Each comes with whether it holds several.
    """
    specs = specs_of(kind).items()
    texts = tuple(
        (name, spec.kind in {"lines", "urls"}) for name, spec in specs if spec.kind in kinds and not spec.internal
    )
    return texts, tuple((name, spec.kind == "rows") for name, spec in specs if spec.kind in {"part", "rows"})


def _typed(row: Any, path: str, kinds: frozenset[str] = TEXTS) -> Iterator[tuple[str, str]]:
    kind: Any = type(row)
    texts, below = _shape(kind, kinds)
    for name, lines in texts:
        value = getattr(row, name)
        if value:
            yield from ((f"{path}{name}", line) for line in (value if lines else (value,)))
    for name, several in below:
        if several:
            for index, child in enumerate(getattr(row, name)):
                yield from _typed(child, f"{path}{name}.{paths.row_name(child) or index}.", kinds)
        else:
            yield from _typed(getattr(row, name), f"{path}{name}.", kinds)


def unanswered(review: Review, name: str, applies: Callable[[ActivityUse], bool]) -> Iterator[tuple[str, Any]]:
    """Yield the paths, with the row to name, where `name` is empty while it applies.

    One fault is reported once: at the activity, where one answer mends every use that follows it; at a use that answers this for itself.
    """
    faulty = [used for used in review.uses if not used.get(name) and applies(used)]
    own = [used for used in faulty if follow.own(used.use, name)]
    for activity in review.facts.activities:
        if any(used.activity is activity and used not in own for used in faulty):
            yield f"activities.{activity.key}.{name}", activity
    for used in own:
        yield f"{used.path}.{name}", review.category(used.use) or used.activity


def quoted_name(row: Any) -> str:
    """Return the name of a row between quotes, else that it has none yet, as the wizard's cards say."""
    return quoted(getattr(row, "name", None) or "nog zonder naam")


@lru_cache(maxsize=8192)  # at every check of a company again, and few texts changed since
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters; a hyphen or an apostrophe does not end a word."""
    return frozenset(re.findall(r"[\w'’-]+", text.lower().replace("’", "'")))


@lru_cache(maxsize=4096)
def core_of(name: str) -> frozenset[str]:
    """Return the words by which a company is known, without legal forms and countries.

    All of them when nothing else is left.
    """
    words = words_of(name)
    return words - COMMON or words


def missing(rule: CheckRule, row: Any, path: str, name: str, *, message: str, remedy: str) -> Iterator[Finding]:
    """Yield the finding when field `name` of a row is empty."""
    if not getattr(row, name):
        yield rule.at(f"{path}.{name}", message, remedy)
