"""What the first layer says, worked out once so that its clauses stay plain (WP260 no. 35–36).

It is the readers with their purposes, and what may surprise.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from policies.core.clauses.filters import zonder_punt
from policies.core.clauses.values import ChoiceWords, FactAnswer, FactGap, FactRow, FactValue, child_of, row_of
from policies.core.facts import Activity, DataCategory, DataUse, Facts, Purpose, follow
from policies.core.facts.values import country_names
from policies.core.law import Law

ROOM = 100  # words for readers and surprises together; with more, every line uses its shortest words, and what several readers share is told once
WORTH = 8  # words that this must save
FEW = 3  # this many groups or recipients are named; of more, the sentence says that there are some, and they all stand below
NATIONAL_NUMBER = re.compile(r"\b(rijksregisternummer|burgerservicenummer|bsn|insz|nationaal nummer)", re.IGNORECASE)
DOCUMENT = re.compile(r"identiteit|\bid-|\beid\b|paspoort|rijbewijs", re.IGNORECASE)
CAMERA = re.compile(r"\bcamera", re.IGNORECASE)


@dataclass
class Aim:
    """A purpose in its short form, for one line; `agreed` while every purpose of that form rests on consent."""

    words: FactAnswer
    agreed: bool


Aims = dict[Hashable, Aim]  # by their words, in the order of the facts


@dataclass(frozen=True)
class ReaderLine:
    """One line of the first layer: readers who recognise themselves, and what their data are for.

    Without readers it is the line on top, of what several others share; with `rest` these readers have nothing beside
    that line.
    """

    readers: tuple[FactRow | FactGap, ...]
    aims: list[FactAnswer]
    agreed: list[FactAnswer]
    rest: bool = False


@dataclass(frozen=True)
class People:
    """A group of people as a line speaks to it: in its phrase, or without one by its name."""

    phrase: FactAnswer | None
    name: FactAnswer


@dataclass(frozen=True)
class Sensitive:
    """Kinds of data that the law protects more, and the groups of people whose data they are."""

    kinds: list[FactAnswer]
    people: list[People] | FactGap


@dataclass
class _Reader:
    """The groups of people with one phrase, and the purposes that touch them."""

    rows: list[FactRow | FactGap] = field(default_factory=list)
    aims: Aims = field(default_factory=dict)


class FirstLayer:
    """What the first layer tells of one company; `words` names what is printed in its tone and country."""

    def __init__(self, facts: Facts, words: ChoiceWords, law: Law):
        self.facts, self.words, self.law = facts, words, law

    def known_as(self) -> list[FactValue]:
        """Return the trade names that say more than the legal name, which stands before them."""
        company = FactRow(self.facts, self.facts, "", self.words).controller
        legal = f" {company.legal_name} ".casefold() if company.legal_name else ""
        return [name for name in company.trade_names if not _holds(legal, f" {name} ".casefold())]

    # --- what for ---

    @cached_property
    def lines(self) -> list[ReaderLine]:
        """Return a line per set of purposes.

        When that takes too many words, there is first a line of what several share and then what differs.
        """
        apart = _apart(self._merged) if self.is_tight else self._full
        return apart if _length(apart) + WORTH < _length(self._full) else self._full

    @cached_property
    def is_tight(self) -> bool:
        """Return whether so much must be said that the first layer uses its shortest words."""
        return _length(self._full) + self._surprises() > ROOM

    def _surprises(self) -> int:
        """Return about as many words as the lines about what may surprise print."""
        touched = [self._filmed, self._profiled, self._others, *(people for people, _ in self._sensitive())]
        printed = [
            *map(self._rows, touched),
            self.abroad()["countries"],
            self.abroad()["recipients"],
            *(kinds for _, kinds in self._sensitive()),
        ]
        decided = [decision.name or "" for decision in self.facts.automated.decisions]
        texts = [str(row.name if isinstance(row, FactRow) else row) for rows in printed for row in rows]
        return sum(len(text.split()) for text in (*texts, *decided)) + 4 * sum(bool(rows) for rows in printed)

    @cached_property
    def _merged(self) -> list[_Reader]:
        return _merged(self._readers())

    @cached_property
    def _full(self) -> list[ReaderLine]:
        return [_line(reader.rows, reader.aims) for reader in self._merged]

    def _readers(self) -> list[_Reader]:
        """Return groups in the order of the facts, those with the same phrase together.

        Then follow purposes of which nobody knows yet whom they are about.
        """
        found: dict[Hashable, _Reader] = {}
        name_of = {group.key: (group.phrase or group.key).casefold() for group in self.facts.groups}
        for group in self.facts.groups:
            if group.phrase or self._is_touched(group.key):
                found.setdefault(name_of[group.key], _Reader()).rows.append(
                    row_of(self.facts, self.words, "groups", group)
                )
        for activity in self.facts.activities:
            above = row_of(self.facts, self.words, "activities", activity)
            for purpose in activity.purposes or (None,):
                people = _people(activity, purpose)
                if not people:
                    nobody = FactGap(f"activities.{activity.key}.groups", "van wie")
                    found.setdefault(("nobody", activity.key), _Reader([nobody]))
                for key in people or (None,):
                    reader = found[name_of[key] if key else ("nobody", activity.key)]
                    _add(reader.aims, _short(above, purpose), purpose is not None and purpose.legal_basis == "consent")
        return list(found.values())

    def _is_touched(self, key: str) -> bool:
        return any(
            key in _people(activity, purpose)
            for activity in self.facts.activities
            for purpose in activity.purposes or (None,)
        )

    # --- what may surprise ---

    def sensitive(self) -> list[Sensitive]:
        """Return special data, data about offences and national numbers that are used (art. 9, 10, 87).

        They stand together where they are of the same people.
        """
        return [Sensitive(kinds, self._addressed(people)) for people, kinds in self._sensitive()]

    def _sensitive(self) -> list[tuple[tuple[str, ...], list[FactAnswer]]]:
        found: dict[tuple[str, ...], dict[str, list[DataCategory]]] = {}
        for category in self.facts.categories:
            kind = category.special or (
                "criminal" if category.criminal else "national_number" if category.national_number else ""
            )
            uses = [pair for pair in self._uses() if pair[1].category == category.key]
            if uses and kind:
                people = self._ordered(key for pair in uses for key in follow.value(*pair, "groups"))
                found.setdefault(people, {}).setdefault(kind, []).append(category)
        return [(people, [self._kind(kind, rows) for kind, rows in kinds.items()]) for people, kinds in found.items()]

    def filmed(self) -> list[People] | FactGap:
        """Return the groups of people that a camera films."""
        return self._addressed(self._filmed)

    @cached_property
    def _filmed(self) -> tuple[str, ...]:
        return self._ordered(
            key for pair in self._uses() if films(self.facts, *pair) for key in follow.value(*pair, "groups")
        )

    def from_others(self) -> dict[str, Any]:
        """Return the groups about whom data come from somebody else, while they are few (art. 14.2.f).

        `private` is whether they come from others than public sources.
        """
        sources = {source for pair in self._uses() for source in follow.sources(*pair)}
        few = len(self._others) <= FEW and not self.is_tight
        return {"people": self._addressed(self._others) if few else (), "private": "third_party" in sources}

    @cached_property
    def _others(self) -> tuple[str, ...]:
        pairs = [pair for pair in self._uses() if not follow.FROM_OTHERS.isdisjoint(follow.sources(*pair))]
        return self._ordered(key for pair in pairs for key in follow.value(*pair, "groups"))

    def abroad(self) -> dict[str, Any]:
        """Return the countries outside the EEA that recipients reach, and these recipients while they are few.

        `own` is where the company itself keeps data there.
        """
        found = {
            recipient.key: self.law.outside(recipient)
            for recipient in self.facts.recipients
            if self.law.outside(recipient)
        }
        countries: dict[str, FactValue] = {}
        for recipient in self.facts.recipients:
            for code in found.get(recipient.key, ()):
                place = "country" if code == recipient.country else "transfer_countries"
                countries.setdefault(
                    code, FactValue(f"recipients.{recipient.key}.{place}", country_names()[code], code)
                )
        rows = [
            row_of(self.facts, self.words, "recipients", recipient)
            for recipient in self.facts.recipients
            if recipient.key in found
        ]
        own = [
            FactValue("scope.processing_countries", country_names()[code], code)
            for code in self.facts.scope.processing_countries
            if code not in self.law.eea and code not in countries
        ]
        return {
            "recipients": rows if len(rows) <= FEW else (),
            "one": len(rows) == 1,
            "countries": list(countries.values()),
            "own": own,
        }

    def profiled(self) -> list[People] | FactGap:
        """Return the groups of people of whom profiles are made, as far as an activity tells."""
        return self._addressed(self._profiled)

    @cached_property
    def _profiled(self) -> tuple[str, ...]:
        named = self.facts.automated.profiling_activity
        return self._ordered(self.facts.find("activities", named).groups if named else ())

    def _kind(self, kind: str, categories: list[DataCategory]) -> FactAnswer:
        """Return data of one kind by their name.

        When they are several, or when that is shorter, they have the name that the law gives them.
        """
        row = row_of(self.facts, self.words, "categories", categories[0])
        if kind == "national_number" and (not row.name or any(self._names_number(category) for category in categories)):
            return FactValue(f"{row._path}.national_number", self.words.of(kind, "used"))
        name: FactAnswer = row.name
        if kind == "national_number":
            return name
        called: FactValue = (
            FactValue(f"{row._path}.criminal", self.words.of(kind, "used")) if kind == "criminal" else row.special
        )
        return (
            called
            if len(categories) > 1 or isinstance(name, FactGap) or len(called.text.split()) < len(name.text.split())
            else name
        )

    def _names_number(self, category: DataCategory) -> bool:
        """Return whether the number itself is asked, and not only a document on which it stands."""
        items = [item.name or "" for _, use in self._uses() if use.category == category.key for item in use.items]
        return any(NATIONAL_NUMBER.search(name) for name in (category.name or "", *items)) or not DOCUMENT.search(
            category.name or ""
        )

    def _uses(self) -> list[tuple[Activity, DataUse]]:
        return [(activity, use) for activity in self.facts.activities for use in activity.uses]

    def _ordered(self, keys: Iterable[str]) -> tuple[str, ...]:
        wanted = set(keys)
        return tuple(group.key for group in self.facts.groups if group.key in wanted)

    def _rows(self, keys: Iterable[str]) -> list[FactRow] | FactGap:
        rows = [row_of(self.facts, self.words, "groups", self.facts.find("groups", key)) for key in keys]
        return rows or FactGap("groups", "van wie")

    def _addressed(self, keys: tuple[str, ...]) -> list[People] | FactGap:
        """Return groups by their phrases, or by their names.

        By their names where a phrase is open or is also another group's, of whom the line does not speak; where every
        word counts, by what is shorter.
        """
        groups = [group for group in self.facts.groups if group.key in keys]
        phrases = {(group.phrase or "").casefold() for group in groups}
        others = {(group.phrase or "").casefold() for group in self.facts.groups if group not in groups}
        named = "" in phrases or not phrases.isdisjoint(others)
        if self.is_tight and not named:
            named = (
                sum(len(phrase.split()) for phrase in phrases)
                > sum(len((group.name or "").split()) for group in groups) + FEW
            )
        rows = self._rows(keys)
        return rows if isinstance(rows, FactGap) else [People(None if named else row.phrase, row.name) for row in rows]


def _holds(one: str, other: str) -> bool:
    return bool(one) and (one in other or other in one)


def films(facts: Facts, activity: Activity, use: DataUse) -> bool:
    """Say whether a camera records this: not where images of before are used for something else."""
    category = facts.find("categories", use.category) if use.category else None
    camera = category is not None and (category.catalogue_id == "camera" or bool(CAMERA.search(category.name or "")))
    return camera and follow.value(activity, use, "source") in {"observed", None}


def _people(activity: Activity, purpose: Purpose | None) -> tuple[str, ...]:
    """Return whom a purpose is about: its own groups, or those of its activity and of the data in it."""
    if purpose is not None and purpose.groups:
        return purpose.groups
    return tuple(dict.fromkeys((*activity.groups, *(key for use in activity.uses for key in use.groups))))


def _short(above: FactRow, purpose: Purpose | None) -> FactAnswer:
    """Return a purpose in its short form, or as it was typed; an activity without purposes is an open question."""
    if purpose is None:
        gap: FactGap = above.purposes
        return gap
    row = child_of(above, "purposes", purpose)
    words: FactAnswer = zonder_punt(row.short or row.name)
    return words


def _add(aims: Aims, words: FactAnswer, agreed: bool) -> None:
    aim = aims.setdefault(words.path if isinstance(words, FactGap) else words.text.casefold(), Aim(words, agreed))
    aim.agreed = aim.agreed and agreed


def _same(reader: _Reader) -> frozenset[tuple[Hashable, bool]]:
    return frozenset((name, aim.agreed) for name, aim in reader.aims.items())


def _merged(readers: list[_Reader]) -> list[_Reader]:
    """Return readers with the same purposes as one."""
    found: dict[frozenset[tuple[Hashable, bool]], _Reader] = {}
    for reader in readers:
        found.setdefault(_same(reader), _Reader(aims=reader.aims)).rows.extend(reader.rows)
    return list(found.values())


def _apart(readers: list[_Reader]) -> list[ReaderLine]:
    """Return what several readers with many purposes share, once; then what each has besides.

    Last come those who have nothing besides.
    """
    large = [reader for reader in readers if len(reader.aims) > FEW]
    times = Counter(pair for reader in large for pair in _same(reader))
    shared: Aims = {}
    for reader in large:
        shared |= {(name, aim.agreed): aim for name, aim in reader.aims.items() if times[name, aim.agreed] > 1}
    own = [
        (one, {name: aim for name, aim in one.aims.items() if one not in large or times[name, aim.agreed] == 1})
        for one in readers
    ]
    rest = [row for reader, aims in own if reader.aims and not aims for row in reader.rows]
    lines = [_line(reader.rows, aims) for reader, aims in own if aims or not reader.aims]
    return [_line([], shared), *lines, *([ReaderLine(tuple(rest), [], [], rest=True)] if rest else [])]


def _line(rows: list[FactRow | FactGap], aims: Aims) -> ReaderLine:
    found = list(aims.values())
    return ReaderLine(
        tuple(rows), [aim.words for aim in found if not aim.agreed], [aim.words for aim in found if aim.agreed]
    )


def _length(lines: list[ReaderLine]) -> int:
    """Return about as many words as these lines print."""
    printed = [words for line in lines for words in (*line.aims, *line.agreed)]
    people = {row.phrase or row.name if isinstance(row, FactRow) else row for line in lines for row in line.readers}
    texts = [one.label if isinstance(one, FactGap) else one.text for one in (*printed, *people)]
    return sum(len(text.split()) for text in texts) + 2 * sum(bool(line.agreed) for line in lines)
