"""Propose facts from a sector, a size and doings: everything that a preset can know.

What only the owner can promise is left open (decision 29). The sectors and the doings are data (clauses/catalogue/sectors.yaml and doings.yaml).
A proposal is picked from the catalogue as the user would pick it, and the user confirms it afterwards. An answer that is there stays. Only a no
is replaced, by a yes of now: a tick at sending a newsletter means advertising.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from policies.core.catalogue.pick import (
    NotInCatalogue,
    Picked,
    add,
    add_joint,
    add_recipient,
    cookies_of,
    pick_activity,
    pick_cookie,
    pick_recipient,
    row_of,
    with_groups,
)
from policies.core.catalogue.variants import for_country
from policies.core.facts import Activity, Cookie, Facts
from policies.core.facts.choices import LAW_COUNTRY, SIZE
from policies.core.language.word_lists import Catalogue
from policies.core.presets import answers

THEMES = {
    "vak": "Uw vak",
    "klanten": "Klanten",
    "verkoop": "Verkoop",
    "website": "Website",
    "reclame": "Reclame",
    "mensen": "Mensen",
    "gebouw": "Gebouw",
}


@dataclass(frozen=True)
class StartAnswers:
    """The answers of the first screens: country, sector, size and doings.

    `services` are ids of recipients chosen by name; those that no chosen doing offers are passed over.
    """

    country: str
    sector: str
    size: str
    doings: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True)
class ServiceOffer:
    """Services that go with a doing, as id and name; each is one of a `kind` of recipient, or of none."""

    doing: str
    kind: str | None
    services: tuple[tuple[str, str], ...]


def usual_doings(library: Catalogue, sector: str, size: str, on: date) -> tuple[str, ...]:
    """Return the ids of the doings that are usual in a sector for that size, in the order of the catalogue.

    Raises NotInCatalogue, KeyError for a size.
    """
    SIZE[size]
    usual = row_of(library, "sectors", sector, on)["doings"]
    return tuple(row["id"] for row in library.valid("doings", on) if row["id"] in usual or size in row["sizes"])


def service_offers(library: Catalogue, doings: Iterable[str], country: str, on: date) -> tuple[ServiceOffer, ...]:
    """Return the services to choose from by name with these doings and what everybody does.

    Raises NotInCatalogue.
    """
    rows = _doings(library, doings, country, on)
    return tuple(
        ServiceOffer(
            row["id"],
            group["kind"],
            tuple((name, row_of(library, "recipients", name, on)["name"]) for name in group["names"]),
        )
        for row in rows
        for group in row["services"]
    )


def propose(facts: Facts, start: StartAnswers, library: Catalogue, on: date) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts with all that follows from the start, and the new paths in them that wait to be confirmed.

    A path is `activities.<key>`, `recipients.<key>`, `joint_controllers.<key>` or the name of a part (`scope`, `cookies` …). Groups, kinds of
    data, periods and AI systems are shown with the activity that uses them, so they have none; nor has the country, which the user gave.
    Raises NotInCatalogue for a country, sector, doing or service that is not there on the day, KeyError for a size.
    """
    SIZE[start.size]
    country = facts.controller.country or start.country
    facts = dataclasses.replace(facts, controller=dataclasses.replace(facts.controller, country=country))
    sector = for_country(row_of(library, "sectors", start.sector, on), country, facts.style.tone)
    for name in start.services:
        row_of(library, "recipients", name, on)
    online = ("website",) if facts.scope.websites else ()
    draft = _Draft(
        facts,
        sector,
        _doings(library, (*start.doings, *online), country, on, facts.style.tone),
        start.services,
        library,
        country,
        on,
    )
    draft.activities()
    draft.recipients()
    draft.cookies()
    said = answers.with_answers(
        draft.facts, sector, draft.doings, grown=draft.grown, country=country, library=library, on=on
    )
    parts = [name for name in answers.PARTS if getattr(said, name) != getattr(facts, name)]
    return said, (*draft.paths, *parts)


def _doings(
    library: Catalogue, wanted: Iterable[str], country: str, on: date, tone: str | None = None
) -> list[dict[str, Any]]:
    """Return the rows of those doings and of what everybody does, in one country, in the order of the catalogue."""
    names = set(wanted)
    for name in names:
        row_of(library, "doings", name, on)
    if country not in LAW_COUNTRY:
        raise NotInCatalogue("Zeg eerst in welk land de onderneming gevestigd is: daarvan hangt af wat geldt.")
    return [
        for_country(row, country, tone)
        for row in library.valid("doings", on)
        if row["id"] in names or row["ask"] is None
    ]


@dataclass
class _Draft:
    """The proposal in the making: facts, and what became new in them."""

    facts: Facts
    sector: Mapping[str, Any]
    doings: list[dict[str, Any]]
    services: tuple[str, ...]
    library: Catalogue
    country: str
    on: date
    fresh: list[str] = dataclasses.field(default_factory=list)  # keys of activities that are new, or have new purposes
    grown: set[str] = dataclasses.field(default_factory=set)  # ids of doings that brought something new
    paths: dict[str, None] = dataclasses.field(default_factory=dict)

    @property
    def tone(self) -> str | None:
        return self.facts.style.tone

    def touch(self, collection: str, key: str) -> None:
        """Record that a row is new and waits to be confirmed."""
        self.paths[f"{collection}.{key}"] = None

    # --- activities ---

    def activities(self) -> None:
        """Pick each activity that is not there yet, with the extras of all doings together."""
        extras: dict[str, list[str]] = {}
        for doing in self.doings:
            for wanted in doing["activities"]:
                extras.setdefault(wanted["id"], []).extend(wanted["extras"])
        for wanted, asked in extras.items():
            names = [*asked, *self.sector["extras"].get(wanted, ())]
            row = for_country(row_of(self.library, "activities", wanted, self.on), self.country)
            known = [extra["id"] for extra in row["extras"]]
            picked = pick_activity(
                self.library, wanted, self.country, self.on, [name for name in known if name in names], tone=self.tone
            )
            if self._grows(self._as_here(picked), row, names):
                self.grown |= {
                    doing["id"] for doing in self.doings if wanted in (one["id"] for one in doing["activities"])
                }

    def _grows(self, picked: Picked, row: Mapping[str, Any], extras: list[str]) -> bool:
        """Add an activity, or the extras to one that is there; return whether anything is new."""
        old = next(iter(self._of([row["id"]])), None)
        if old is None:
            self.facts = add(self.facts, picked)
            new = self.facts.activities[-1]
        else:
            new = self._widened(old, picked, [extra for extra in row["extras"] if extra["id"] in extras])
        if new != old:
            self.fresh.append(new.key)
            self.touch("activities", new.key)
        return new != old

    def _widened(self, old: Activity, picked: Picked, extras: list[Mapping[str, Any]]) -> Activity:
        """Return an activity that was there with the purposes and data of extras that it lacks.

        The rest of it stays as it is.
        """
        asked = {purpose["key"] for extra in extras for purpose in extra["purposes"]} - {
            purpose.key for purpose in old.purposes
        }
        if not asked:
            return old
        known = {category.key: category.catalogue_id for category in self.facts.categories}
        whole = add(self.facts, picked)
        copy = whole.activities[-1]
        kinds = {use["category"] for extra in extras for use in extra["uses"]} - {
            known.get(use.category or "") for use in old.uses
        }
        ids = {category.key: category.catalogue_id for category in whole.categories}
        new = dataclasses.replace(
            old,
            purposes=(*old.purposes, *(purpose for purpose in copy.purposes if purpose.key in asked)),
            uses=(*old.uses, *(use for use in copy.uses if ids[use.category or ""] in kinds)),
        )
        rows = tuple(new if activity is old else activity for activity in self.facts.activities)
        self.facts = _without_spare_rows(dataclasses.replace(whole, activities=rows), self.facts)
        return new

    def _as_here(self, picked: Picked) -> Picked:
        """Return the row with the groups by their names in this sector, and without cookies.

        The doing says which cookies are placed.
        """
        return dataclasses.replace(with_groups(picked, self.sector["groups"]), cookies=())

    def _of(self, wanted: Iterable[str]) -> list[Activity]:
        ids = set(wanted)
        return [activity for activity in self.facts.activities if activity.catalogue_id in ids]

    # --- recipients ---

    def recipients(self) -> None:
        """Add each kind that is usual here for its activities, and each chosen service in the place of its kind."""
        chosen = self._chosen()
        there = {recipient.catalogue_id for recipient in self.facts.recipients}
        offers = [
            pair
            for row in self.library.valid("doings", self.on)
            for pair in _names({"services": for_country(row["services"], self.country)})
        ]
        replaced = {kind for kind, name in offers if name in there or name in chosen}
        usual = dict.fromkeys(
            (*(kind for doing in self.doings for kind in doing["recipients"]), *self.sector["recipients"])
        )
        if "hosting" in usual:  # who keeps the website keeps the mailboxes too
            replaced.add("mailboxes")
        for kind in usual:
            if kind not in replaced:
                self._recipient(
                    kind, [activity.key for activity in self._listing({kind}) if activity.key in self.fresh]
                )
        for name, (doing, kinds) in chosen.items():
            serves = self._listing({name, *kinds}) or self._of(one["id"] for one in doing["activities"])
            self._recipient(
                name, [activity.key for activity in serves if activity.key in self.fresh or name not in there]
            )

    def _chosen(self) -> dict[str, tuple[dict[str, Any], set[str]]]:
        """Return the services chosen by name, each with the first doing that offers it and the kinds it is one of."""
        found: dict[str, tuple[dict[str, Any], set[str]]] = {}
        for doing in self.doings:
            for kind, name in _names(doing):
                if name in self.services:
                    found.setdefault(name, (doing, set()))[1].update({kind} if kind else ())
        return found

    def _listing(self, names: set[str]) -> list[Activity]:
        """Return the activities of these doings for which the catalogue lists one of those recipients."""
        wanted = {one["id"] for doing in self.doings for one in doing["activities"]}
        rows = [row for row in self.library.valid("activities", self.on) if row["id"] in wanted]
        return self._of([row["id"] for row in rows if names & set(for_country(row["recipients"], self.country))])

    def _recipient(self, wanted: str, activities: list[str]) -> None:
        old = self.facts.recipients
        if activities:
            self.facts = add_recipient(
                self.facts, pick_recipient(self.library, wanted, self.country, self.on, tone=self.tone), activities
            )
        for recipient in self.facts.recipients:
            if recipient not in old:
                self.touch("recipients", recipient.key)
                if recipient.role == "joint":
                    self.facts = add_joint(self.facts, wanted, self.library, self.on)
                    self.touch("joint_controllers", wanted)

    # --- cookies ---

    def cookies(self) -> None:
        """Add the cookies that new doings place on the own website, and those of new services there."""
        added = {
            recipient.catalogue_id for recipient in self.facts.recipients if f"recipients.{recipient.key}" in self.paths
        }
        placed: list[Cookie] = []
        for doing in self.doings:
            names = [
                name
                for group in doing["services"]
                if group["cookies"]
                for name in group["names"]
                if name in self.services
            ]
            theirs = [
                cookie
                for name in names
                if name in added
                for cookie in cookies_of(self.library, name, self.country, self.on, tone=self.tone)
            ]
            own = [
                pick_cookie(self.library, name, self.country, self.on, tone=self.tone)
                for name in doing["cookies"]
                if doing["id"] in self.grown
            ]
            placed += [*own, *theirs]
        there = self.facts.cookies
        if there.used is False:  # a no stands: only cookies that the new answers imply for sure, and no guess
            placed = [cookie for cookie in placed if cookie.consent != "exempt"]
        new = {cookie.key: cookie for cookie in placed if cookie.key not in {old.key for old in there.placed}}
        self.facts = dataclasses.replace(
            self.facts, cookies=dataclasses.replace(there, placed=(*there.placed, *new.values()))
        )


def _names(doing: Mapping[str, Any]) -> list[tuple[str | None, str]]:
    """Return every service that a doing offers, with the kind that it is one of."""
    return [(group["kind"], name) for group in doing["services"] for name in group["names"]]


def _without_spare_rows(new: Facts, old: Facts) -> Facts:
    """Return the facts without rows that were made for a copy of an activity and that nothing uses."""
    used = {use.category for activity in new.activities for use in activity.uses}
    periods = {activity.retention for activity in new.activities} | {
        use.retention for activity in new.activities for use in activity.uses
    }
    groups = {key for activity in new.activities for key in activity.groups}
    return dataclasses.replace(
        new,
        categories=tuple(row for row in new.categories if row in old.categories or row.key in used),
        retention_rules=tuple(row for row in new.retention_rules if row in old.retention_rules or row.key in periods),
        groups=tuple(row for row in new.groups if row in old.groups or row.key in groups),
        ai_systems=old.ai_systems,
    )
