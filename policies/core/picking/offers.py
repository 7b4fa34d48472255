"""The lists of the catalogue from which a company picks: what is there already, what fits best, and what somebody looks for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from policies.core.catalogue.pick import NotInCatalogue, same_category
from policies.core.catalogue.variants import for_country
from policies.core.facts import DataCategory, Facts
from policies.core.facts.choices import COOKIE_KIND, LAW_COUNTRY
from policies.core.facts.periods import in_words
from policies.core.language.word_lists import Catalogue
from policies.core.picking.search import grade

Row = Mapping[str, Any]
NO_COUNTRY = "Zeg eerst in welk land de onderneming gevestigd is: daarvan hangt af wat geldt."


@dataclass(frozen=True)
class CatalogueOffer:
    """One row of the catalogue to pick, as it is in the country of the company.

    `there` says whether the company has it already.
    """

    id: str
    name: str
    row: Row
    there: bool


@dataclass
class CompanyCatalogue:
    """A company on a day, beside the catalogue. Raises NotInCatalogue without a country."""

    facts: Facts
    library: Catalogue
    on: date

    def __post_init__(self) -> None:
        if self.facts.controller.country not in LAW_COUNTRY:
            raise NotInCatalogue(NO_COUNTRY)

    @property
    def country(self) -> str:
        """Return the code of the country of establishment; empty when it is not answered."""
        return self.facts.controller.country or ""

    def rows(self, stem: str) -> list[Row]:
        """Return the rows of one file as they are in the country and the form of address of the company."""
        return [for_country(row, self.country, self.facts.style.tone) for row in self.library.valid(stem, self.on)]

    @cached_property
    def doings(self) -> list[Row]:
        """Return the rows of what a company may do."""
        return self.rows("doings")

    @cached_property
    def own_doings(self) -> list[Row]:
        """Return the rows of what the company does; and, once its sector is known, of what everybody does."""
        preset = self.facts.preset
        return [row for row in self.doings if row["id"] in preset.doings or (preset.sector and row["ask"] is None)]

    @cached_property
    def activities(self) -> list[Row]:
        """Return the activities of the catalogue that the company has."""
        there = {activity.catalogue_id for activity in self.facts.activities}
        return [
            for_country(row, self.country) for row in self.library.valid("activities", self.on) if row["id"] in there
        ]

    @cached_property
    def sector(self) -> Row | None:
        """Return the row of the sector of the company; None when it is not known."""
        return next((row for row in self.rows("sectors") if row["id"] == self.facts.preset.sector), None)


@dataclass(frozen=True)
class PickList:
    """One list of the catalogue to pick from.

    `name` and `words` are by what a row is found; `there` gives a test of what the company has; `ranks` says by id what fits (0 best).
    """

    stem: str
    name: Callable[[Row], str]
    words: Callable[[Row], Iterable[str | None]]
    there: Callable[[CompanyCatalogue], Callable[[Row], bool]]
    ranks: Callable[[CompanyCatalogue], dict[str, int]]
    usual: Callable[[Row], int] = lambda row: 9  # the rank of what does not fit especially
    here: Callable[[Row, str], bool] = lambda row, country: True
    also: Callable[[CompanyCatalogue], dict[str, list[str]]] = (
        lambda company: {}
    )  # more words, by id, that other files have about a row


def offers(kind: str, facts: Facts, library: Catalogue, on: date, sought: str = "") -> list[CatalogueOffer]:
    """Return the rows of a list for this company, best first.

    Without words all rows: what fits first, what is there already last. With words only the rows that have all of them, best found first.
    Raises KeyError for an unknown list, NotInCatalogue without a country.
    """
    one, company = KINDS[kind], CompanyCatalogue(facts, library, on)
    there, ranks, also = one.there(company), one.ranks(company), one.also(company) if sought else {}
    found: list[tuple[tuple[int, int, int], CatalogueOffer]] = []
    for place, row in enumerate(row for row in company.rows(one.stem) if one.here(row, company.country)):
        offer = CatalogueOffer(row["id"], one.name(row), row, there(row))
        rank = ranks.get(offer.id, one.usual(row))
        if not sought.strip():
            found.append(((offer.there, rank, place), offer))
        elif (
            found_so := grade(sought, offer.name, filter(None, (*one.words(row), *also.get(offer.id, ()))))
        ) is not None:
            found.append(((found_so, rank, place), offer))
    return [offer for _, offer in sorted(found, key=lambda pair: pair[0])]


def _ranked(*groups: Iterable[str]) -> dict[str, int]:
    """Return a rank for each id: by the first group that has it, and within the group in its order."""
    ranks: dict[str, int] = {}
    for name in (name for group in groups for name in group):
        ranks.setdefault(name, len(ranks) - 1000)
    return ranks


def _origins(rows: Iterable[Any]) -> set[str | None]:
    return {row.catalogue_id for row in rows}


def _named(rows: Iterable[Any]) -> set[str]:
    return {row.name.casefold() for row in rows if row.name}


# --- activities ---


def _activities_there(company: CompanyCatalogue) -> Callable[[Row], bool]:
    origins = _origins(company.facts.activities)
    return lambda row: row["id"] in origins


def _activity_ranks(company: CompanyCatalogue) -> dict[str, int]:
    """Return a rank for each activity: what goes with the doings, then usual in the sector, then for the size."""
    usual = company.sector["doings"] if company.sector else ()
    return _ranked(
        _brought(company.own_doings),
        _brought(row for row in company.doings if row["id"] in usual),
        _brought(row for row in company.doings if company.facts.preset.size in row["sizes"]),
    )


def _brought(doings: Iterable[Row]) -> Iterator[str]:
    return (activity["id"] for doing in doings for activity in doing["activities"])


def _said_of_activities(company: CompanyCatalogue) -> dict[str, list[str]]:
    """Return, by activity, how an owner describes the work: “ik stuur een nieuwsbrief”."""
    said: dict[str, list[str]] = {}
    for doing in company.doings:
        for name in _brought([doing]):
            said.setdefault(name, []).extend(filter(None, (doing["ask"], doing["help"])))
    return said


def _activity_words(row: Row) -> Iterable[str | None]:
    facts = row["facts"]
    return (
        facts["story"],
        row["hint"],
        *(purpose["name"] for purpose in facts["purposes"]),
        *(item["name"] for use in facts["uses"] for item in use["items"]),
    )


# --- recipients ---


def _recipients_there(company: CompanyCatalogue) -> Callable[[Row], bool]:
    origins, names = _origins(company.facts.recipients), _named(company.facts.recipients)
    return lambda row: row["id"] in origins or row["name"].casefold() in names


def _recipient_ranks(company: CompanyCatalogue) -> dict[str, int]:
    """Return a rank for each recipient that goes with the activities or doings: services by name first, then kinds."""
    fitting = dict.fromkeys(
        (
            *(name for row in company.own_doings for group in row["services"] for name in group["names"]),
            *(name for row in company.activities for name in row["recipients"]),
        )
    )
    kinds = {row["id"]: row["kind"] for row in company.rows("recipients")}
    return _ranked(*([name for name in fitting if kinds.get(name) == kind] for kind in ("named", "category")))


def _stands_for(company: CompanyCatalogue) -> dict[str, list[str]]:
    """Return, by service, the name of the kind that it is one of, so that a search for hosting finds the services."""
    names = {row["id"]: row["name"] for row in company.rows("recipients")}
    found: dict[str, list[str]] = {}
    for doing in company.doings:
        for group in doing["services"]:
            for name in group["names"]:
                found.setdefault(name, []).extend(filter(None, [names.get(group["kind"])]))
    return found


# --- periods, cookies, kinds of data ---


def _rules_there(company: CompanyCatalogue) -> Callable[[Row], bool]:
    origins = _origins(company.facts.retention_rules)
    return lambda row: row["id"] in origins


def _rule_words(row: Row) -> Iterable[str | None]:
    length = in_words(row["number"], row["unit"]) if row["number"] else None
    return (length, *row["words"], row["law"], row["reason"], row["start_event"], row.get("criterion"))


def _rule_ranks(company: CompanyCatalogue) -> dict[str, int]:
    there = {row["id"] for row in company.activities}
    return _ranked(
        (name for row in company.activities for name in periods_of(row)),
        (row["id"] for row in company.rows("retention") if there & set(row["activities"])),
    )


def periods_of(row: Row) -> list[str]:
    """Return the ids of the periods of an activity of the catalogue: its own, and those of a part of its data."""
    uses = [*row["facts"]["uses"], *(use for extra in row["extras"] for use in extra["uses"])]
    return list(dict.fromkeys(filter(None, (row["facts"]["retention"], *(use.get("retention") for use in uses)))))


def _cookies_there(company: CompanyCatalogue) -> Callable[[Row], bool]:
    placed = company.facts.cookies.placed
    keys, names = {cookie.key for cookie in placed}, _named(placed)
    return lambda row: row["id"] in keys or row["name"].casefold() in names


def _cookie_ranks(company: CompanyCatalogue) -> dict[str, int]:
    origins = _origins(company.facts.recipients)
    return _ranked(
        (name for row in company.rows("recipients") if row["id"] in origins for name in row["cookies"]),
        (name for row in (*company.activities, *company.own_doings) for name in row["cookies"]),
    )


def _categories_there(company: CompanyCatalogue) -> Callable[[Row], bool]:
    def there(row: Row) -> bool:
        new = DataCategory(
            "",
            catalogue_id=row["id"],
            **{name: row[name] for name in ("name", "special", "criminal", "national_number")},
        )
        return any(same_category(old, new) for old in company.facts.categories)

    return there


def _category_ranks(company: CompanyCatalogue) -> dict[str, int]:
    return _ranked(
        (use["category"] for row in company.activities for use in row["facts"]["uses"]),
        (use["category"] for row in company.activities for extra in row["extras"] for use in extra["uses"]),
    )


KINDS: dict[str, PickList] = {
    "verwerkingen": PickList(
        "activities",
        lambda row: row["facts"]["name"],
        _activity_words,
        _activities_there,
        _activity_ranks,
        also=_said_of_activities,
    ),
    "ontvangers": PickList(
        "recipients",
        lambda row: row["name"],
        lambda row: (row["entity"], row["task"], *row["data"]),
        _recipients_there,
        _recipient_ranks,
        usual=lambda row: 0 if row["kind"] == "named" else 1,
        also=_stands_for,
    ),
    "bewaartermijnen": PickList(
        "retention",
        lambda row: row["name"],
        _rule_words,
        _rules_there,
        _rule_ranks,
        here=lambda row, country: row["country"] in (None, country),
    ),
    "cookies": PickList(
        "cookies",
        lambda row: row["name"],
        lambda row: (row["provider"], row["purpose"], COOKIE_KIND[row["kind"]]),
        _cookies_there,
        _cookie_ranks,
    ),
    "soorten": PickList(
        "categories",
        lambda row: row["name"],
        lambda row: (row["description"], *row["items"]),
        _categories_there,
        _category_ranks,
    ),
}
