"""Add a row of the catalogue to the facts of a company. The user picked it, so it is no proposal."""

import dataclasses
from collections.abc import Iterable
from datetime import date

from policies.core.catalogue import pick
from policies.core.catalogue.pick import row_of
from policies.core.catalogue.variants import for_country
from policies.core.facts import Facts, Recipient
from policies.core.language.word_lists import Catalogue
from policies.core.picking.offers import KINDS, CompanyCatalogue


@dataclasses.dataclass(frozen=True)
class AddedRow:
    """The facts after adding a row, and the name of that row.

    `new` is false when the company had it: then nothing changed.
    """

    facts: Facts
    name: str
    new: bool


def add_row(
    kind: str, facts: Facts, wanted: str, library: Catalogue, on: date, *, extras: Iterable[str] = ()
) -> AddedRow:
    """Return the facts with one row more.

    `extras` are the questions of an activity that were answered with yes.
    Raises KeyError for an unknown list, NotInCatalogue for an id or an extra that is not there in this country on this day, and without a country.
    """
    one, company = KINDS[kind], CompanyCatalogue(facts, library, on)
    row = for_country(row_of(library, one.stem, wanted, on), _country(company), facts.style.tone)
    if not one.here(row, _country(company)):
        raise pick.NotInCatalogue(f"“{wanted[:60]}” geldt niet in het land van de onderneming.")
    if one.there(company)(row):
        return AddedRow(facts, one.name(row), False)
    after = _activity(company, wanted, extras) if kind == "verwerkingen" else ADDING[kind](company, wanted)
    return AddedRow(after, one.name(row), True)


def _country(company: CompanyCatalogue) -> str:
    return company.facts.controller.country or ""


def _activity(company: CompanyCatalogue, wanted: str, extras: Iterable[str]) -> Facts:
    """Return the facts with an activity, with the groups by the names of the sector.

    A company that said that its website places no cookies, gets none.
    """
    picked = pick.pick_activity(
        company.library, wanted, _country(company), company.on, extras, tone=company.facts.style.tone
    )
    picked = pick.with_groups(picked, company.sector["groups"] if company.sector else {})
    facts = company.facts
    if facts.cookies.used is False:
        picked = dataclasses.replace(picked, cookies=())
    elif picked.cookies:
        facts = dataclasses.replace(facts, cookies=dataclasses.replace(facts.cookies, used=True))
    return pick.add(facts, picked)


def _recipient(company: CompanyCatalogue, wanted: str) -> Facts:
    """Return the facts with a recipient, for the activities of which the catalogue lists it or its kind.

    The answer becomes that the company shares data (art. 13.1.e).
    A service takes the place of a kind, where that row is still as the catalogue gave it: then the user changed nothing in it.
    """
    kinds = {group["kind"] for row in company.doings for group in row["services"] if wanted in group["names"]} - {None}
    listed = {row["id"] for row in company.activities if {wanted, *kinds} & set(row["recipients"])}
    replaced = [row for row in company.facts.recipients if row.catalogue_id in kinds and _as_given(company, row)]
    served = {key for row in replaced for key in row.activities}
    serves = [
        activity.key
        for activity in company.facts.activities
        if activity.catalogue_id in listed or activity.key in served
    ]
    recipient = pick.pick_recipient(
        company.library, wanted, _country(company), company.on, tone=company.facts.style.tone
    )
    facts = dataclasses.replace(
        company.facts, recipients=tuple(row for row in company.facts.recipients if row not in replaced)
    )
    facts = pick.add_recipient(facts, recipient, serves)
    if recipient.role == "joint":
        facts = pick.add_joint(facts, wanted, company.library, company.on)
    return dataclasses.replace(facts, disclosure=dataclasses.replace(facts.disclosure, shares=True))


def _as_given(company: CompanyCatalogue, row: Recipient) -> bool:
    """Return whether a recipient holds only what the catalogue says of it; its activities do not count."""
    picked = pick.pick_recipient(
        company.library, row.catalogue_id or "", _country(company), company.on, tone=company.facts.style.tone
    )
    return dataclasses.replace(picked, key=row.key, activities=row.activities) == row


def _rule(company: CompanyCatalogue, wanted: str) -> Facts:
    rule = pick.pick_retention(company.library, wanted, _country(company), company.on, tone=company.facts.style.tone)
    rules = company.facts.retention_rules
    return dataclasses.replace(
        company.facts, retention_rules=(*rules, dataclasses.replace(rule, key=pick.spare_key(rule.key, rules)))
    )


def _cookie(company: CompanyCatalogue, wanted: str) -> Facts:
    """Return the facts with a cookie, and with the answer that cookies are placed."""
    cookie, cookies = (
        pick.pick_cookie(company.library, wanted, _country(company), company.on, tone=company.facts.style.tone),
        company.facts.cookies,
    )
    placed = (*cookies.placed, dataclasses.replace(cookie, key=pick.spare_key(cookie.key, cookies.placed)))
    return dataclasses.replace(company.facts, cookies=dataclasses.replace(cookies, used=True, placed=placed))


def _category(company: CompanyCatalogue, wanted: str) -> Facts:
    category = pick.pick_category(company.library, wanted, _country(company), company.on, tone=company.facts.style.tone)
    rows = company.facts.categories
    return dataclasses.replace(
        company.facts, categories=(*rows, dataclasses.replace(category, key=pick.spare_key(category.key, rows)))
    )


ADDING = {"ontvangers": _recipient, "bewaartermijnen": _rule, "cookies": _cookie, "soorten": _category}
