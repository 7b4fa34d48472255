"""What was recognised held beside the answers that are there: which of it is new. And what somebody ticked → facts, as proposals."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from policies.core.facts import Facts
from policies.core.facts.periods import same
from policies.core.presets.unconfirmed import propose
from policies.core.recognise.adopt import adopt
from policies.core.recognise.found import RecognisedFact, RetentionPeriod

# Why something is not offered.
THERE, SAME, LAW, NONE = "there", "same", "law", "none"
PARTS = ("controller", "contact", "dpo", "scope")  # the parts that a field of a text belongs to


@dataclass(frozen=True)
class RecognisedOffer:
    """One thing that was recognised, and whether it can be taken over.

    `why` is empty when it can; else THERE (there is an answer already), SAME (the period that comes with the activity anyway),
    LAW (a law asks another period) or NONE (the company said that it places no cookies).
    """

    found: RecognisedFact
    why: str = ""

    @property
    def id(self) -> str:
        """What names it within one text."""
        return f"{self.found.kind}:{self.found.id}"


def offers(
    facts: Facts, found: Iterable[RecognisedFact], library: Any, country: str, on: date
) -> tuple[RecognisedOffer, ...]:
    """Return everything that was recognised, in the same order.

    New is what would change the facts: `adopt` itself is asked. Raises as adopt does.
    """
    found = tuple(found)
    activities = {one.id: one for one in found if one.kind == "activity"}
    return tuple(RecognisedOffer(one, _why(facts, one, activities.get(one.id), library, country, on)) for one in found)


def _why(
    facts: Facts, one: RecognisedFact, activity: RecognisedFact | None, library: Any, country: str, on: date
) -> str:
    """Return why something is not offered; empty when it is. A period counts only together with its activity."""
    before, first = facts, tuple[RecognisedFact, ...]()
    if one.kind == "retention" and activity is not None:
        first = (activity,)
        before, _ = adopt(facts, first, library, country, on)
    if adopt(facts, (*first, one), library, country, on)[0] != before:
        return ""
    if one.kind == "cookie" and facts.cookies.used is False:
        return NONE
    if before == facts:
        return THERE
    rule = before.find("retention_rules", before.activities[-1].retention)
    period = one.value
    return SAME if rule and isinstance(period, RetentionPeriod) and same(rule, period.number, period.unit) else LAW


def take_over(facts: Facts, chosen: Iterable[RecognisedFact], library: Any, country: str, on: date) -> Facts:
    """Return the facts with what was ticked, all of it to be confirmed.

    `country` is what the person said. Who names recipients shares data, so that question is answered as well where it was not
    (art. 13.1.e). Raises as adopt does.
    """
    company = facts.controller
    if company.country is None:
        facts = dataclasses.replace(
            facts,
            controller=dataclasses.replace(company, country=country, seat_country=company.seat_country or country),
        )
    after, paths = adopt(facts, chosen, library, country, on)
    parts = [name for name in PARTS if getattr(after, name) != getattr(facts, name)]
    if len(after.recipients) > len(facts.recipients) and after.disclosure.shares is None:
        after = dataclasses.replace(after, disclosure=dataclasses.replace(after.disclosure, shares=True))
        parts.append("disclosure")
    return propose(after, (*paths, *parts))
