"""The law as it stands for one company on one day, looked up in the catalogue and never copied into its rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from policies.core.facts import Facts, Recipient
from policies.core.language.name_words import compiled_names, named_in, plain
from policies.core.language.word_lists import Catalogue

# Where one name ends and the next begins; and what stands before a name or after it: “andere instellingen van de sociale zekerheid”, “de rechtbank van Gent”.
BETWEEN = re.compile(r",|;|/| en | of | & ")
LEAD = re.compile(
    r"^(?:(?:de|het|een|onze|ons|andere|alle|bevoegde|lokale|federale|vlaamse|belgische|nederlandse|instellingen|uitvoerders|diensten|vzw|van) )+"
)
TAIL = re.compile(r" (?:van|in|te|uit|voor)\b.*| ?\(.*\)")


@dataclass(frozen=True)
class Law:
    """The law that holds for one company.

    Authorities are in the order to print them (art. 77); then the EEA, countries with an adequacy decision (art. 45)
    and the age of consent.
    """

    authorities: tuple[Mapping[str, Any], ...]
    eea: frozenset[str]
    adequate: frozenset[str]
    age_of_consent: int | None = None  # from which a child itself consents to an online service (art. 8)
    public_bodies: tuple[str, ...] = ()  # lists of names that say by themselves who somebody is

    def outside(self, recipient: Recipient) -> tuple[str, ...]:
        """Return the countries outside the EEA that data reaches through this recipient, each once."""
        reached = ((recipient.country,) if recipient.country else ()) + recipient.transfer_countries
        return tuple(dict.fromkeys(code for code in reached if code not in self.eea))

    def is_unnamed(self, recipient: Recipient) -> bool:
        """Say whether a reader may ask who this is (art. 13.1.e).

        It is a kind of companies, but not an authority whose name says it.
        """
        return recipient.kind == "category" and not _names_itself(recipient.name or "", self.public_bodies)


@lru_cache(maxsize=1024)
def _names_itself(name: str, public_bodies: tuple[str, ...]) -> bool:
    """Tell whether each name in “politie en gerecht” is one of these bodies."""
    names = [LEAD.sub("", f"{part.strip()} ").strip() for part in BETWEEN.split(plain(name))]
    return bool(names) and all(any(_is_one_of(one, listed) for listed in public_bodies) for one in names)


def _is_one_of(name: str, listed: str) -> bool:
    words = compiled_names(listed)
    found = words.regex.match(name) if words else None
    return bool(
        words
        and found
        and named_in(words, found[0])
        and (found.end() == len(name) or TAIL.fullmatch(name, found.end()))
    )


def law_of(facts: Facts, library: Catalogue, on: date) -> Law:
    """Return what the catalogue says for this company on the day `on`.

    The country of establishment comes first, then those where its customers live.
    """
    country = facts.controller.country
    countries = dict.fromkeys(
        code for code in (country, facts.controller.parent_country, *facts.scope.customer_countries) if code
    )
    rows = library.valid("authorities", on)
    flemish = facts.controller.legal_form == "vlaams_bestuur"
    wanted = ["VTC"] if flemish else []
    wanted += [row["id"] for code in countries for row in rows if row["country"] == code and row["id"] != "VTC"]
    by_id = {row["id"]: row for row in rows}
    return Law(
        authorities=tuple(by_id[name] for name in dict.fromkeys(wanted)),
        eea=frozenset(row["code"] for row in library.valid("eea", on)),
        adequate=frozenset(row["code"] for row in library.valid("adequacy", on)),
        age_of_consent=next((row["age"] for row in library.valid("child_age", on) if row["country"] == country), None),
        public_bodies=tuple(
            row["words"]
            for row in library.valid("roles", on)
            if row.get("itself") and row.get("country") in (None, country)
        ),
    )
