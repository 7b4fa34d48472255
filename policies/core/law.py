"""The law as it stands for one company on one day, looked up in the catalogue and never copied into its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from .facts import Facts, Recipient

if TYPE_CHECKING:
    from .library import Library


@dataclass(frozen=True)
class Law:
    """Authorities in the order to print them (art. 77), the EEA, countries with an adequacy decision (art. 45), the age of consent."""

    authorities: tuple[Mapping[str, Any], ...]
    eea: frozenset[str]
    adequate: frozenset[str]
    age_of_consent: int | None = None  # from which a child itself consents to an online service (art. 8)

    def outside(self, recipient: Recipient) -> tuple[str, ...]:
        """Countries outside the EEA that data reaches through this recipient, each once."""
        reached = ((recipient.country,) if recipient.country else ()) + recipient.transfer_countries
        return tuple(dict.fromkeys(code for code in reached if code not in self.eea))



def law_of(facts: Facts, library: "Library", on: date) -> Law:
    """What the catalogue says for this company on `on`. Country of establishment first, then where its customers live."""
    country = facts.controller.country
    countries = dict.fromkeys(code for code in (country, facts.controller.parent_country, *facts.scope.customer_countries) if code)
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
    )
