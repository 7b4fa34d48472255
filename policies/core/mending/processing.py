"""Activities, purposes and data: what the catalogue says of what was picked from it, and what the other answers leave no choice in."""

import re
from collections.abc import Mapping
from typing import Any

from policies.core.checks import collection, marketing, parties, purposes, special
from policies.core.facts import DataItem, Purpose, paths
from policies.core.facts.fragments import quoted
from policies.core.mending.context import FindingContext, Mend, Mender

SOURCES = re.compile(r", en (?:van |uit )?|, (?:van |uit )?| en (?:van |uit )?| of (?:van |uit )?|; ")
CONSENTED = {"opt_in", "ads"}
WITH_COMPANIES = "zaken doen met de organisatie waarvoor iemand werkt"  # the interest that the catalogue gives for contact persons (ACT-03)


def _activity_name(context: FindingContext) -> Mend | None:
    row = context.picked_activity(context.row)
    return context.take(row["name"]) if row else None


def _picked_purpose(context: FindingContext, key: str) -> Mapping[str, Any]:
    """Return the row of the catalogue for a purpose of a picked activity; empty when there is none."""
    row = context.picked_activity(context.activity)
    return next((purpose for purpose in (row["purposes"] if row else ()) if purpose["key"] == key), {})


def _as_picked(context: FindingContext) -> Mend | None:
    """Return the mend with the field of a purpose as the catalogue has it."""
    return context.take(_picked_purpose(context, context.row.key).get(context.field))


def _people(context: FindingContext) -> Mend | None:
    """Return the mend that adds the people of a purpose to its activity: that activity uses their data."""
    others = purposes.outside(context.activity, context.row)
    names = " en ".join(quoted(group.name or group.key) for group in context.facts.groups if group.key in others)
    path = f"activities.{context.activity.key}.groups"
    return context.clean(
        context.set(f"Kies ook bij de verwerking: {names}", {path: (*context.activity.groups, *others)}), purposes
    )


def _basis(context: FindingContext) -> Mend | None:
    """Return the mend to the only legal basis that is right.

    It is what the rule for advertising allows, that of the catalogue, or the one whose detail was filled in.
    """
    purpose: Purpose = context.row
    picked = _picked_purpose(context, purpose.key)
    if purpose.marketing_rule in CONSENTED:
        return context.take("consent")
    if picked.get("legal_basis"):
        return _whole_basis(context)
    if bool(purpose.law) == bool(purpose.interest):
        return None
    return context.clean(
        context.take("legal_obligation" if purpose.law else "legitimate_interest"), purposes, marketing
    )


def _whole_basis(context: FindingContext) -> Mend | None:
    """Return the mend to the basis of the catalogue, with its interest or law where that is still empty."""
    picked = _picked_purpose(context, context.row.key)
    more = {
        f"{context.above}.{name}": picked[name]
        for name in ("interest", "law")
        if picked.get(name) and not getattr(context.row, name)
    }
    return context.clean(context.take(picked.get("legal_basis"), more), purposes)


def _interest_in_companies(context: FindingContext) -> Mend | None:
    """Return the mend to an interest for people who conclude no agreement themselves (art. 6.1.f).

    A public body has none for its tasks.
    """
    if context.facts.controller.legal_form == "vlaams_bestuur":
        return None
    more = {} if context.row.interest else {f"{context.above}.interest": WITH_COMPANIES}
    return context.clean(context.take("legitimate_interest", more), parties, purposes, marketing)


def _unused_data(context: FindingContext) -> Mend:
    return context.drop(context.above, f"Haal {quoted(context.row.name or 'deze soort')} weg")


def _as_activity(context: FindingContext, names: tuple[str, ...]) -> Mend | None:
    """Return the mend with the field of an activity or data use as the catalogue has it, and other empty `names`."""
    row = context.picked_activity(context.activity)
    if row is None or ".extra_sources." in context.path:
        return None
    if ".uses." in context.path:
        row = _picked_use(context, row) or {}
    more = {f"{context.above}.{name}": row[name] for name in names if row.get(name) and not getattr(context.row, name)}
    return context.clean(context.take(row.get(context.field), more), collection)


def _picked_use(context: FindingContext, row: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the data use of the catalogue with the same kind of data; None when there is none."""
    category = context.facts.find("categories", context.row.category)
    wanted = category.catalogue_id if category else None
    return next((use for use in row["uses"] if wanted and use["category"] == wanted), None)


def _source(context: FindingContext) -> Mend | None:
    return _as_activity(context, ("source_detail", "required", "consequence"))


def _required(context: FindingContext) -> Mend | None:
    return _as_activity(context, ("consequence",))


def _detail(context: FindingContext) -> Mend | None:
    return _as_activity(context, ())


def _without_network(context: FindingContext) -> Mend | None:
    """Return the mend with the other sources that are named.

    Where the network is the only one, it becomes what it is: another company.
    """
    sources = [part for part in SOURCES.split(paths.read(context.facts, context.path).strip(" .")) if part]
    kept = [part for part in sources if not collection.NETWORK.search(part)]
    if kept:
        return context.clean(context.take(" en ".join(kept)), collection)
    if (
        context.field != "source_detail"
        or context.row.source != "public"
        or collection.OPEN_TO_ALL.search(paths.read(context.facts, context.path))
    ):
        return None
    return context.clean(
        context.set("Noem het netwerk als bron: van een ander bedrijf", {f"{context.above}.source": "third_party"}),
        collection,
    )


def _category_name(context: FindingContext) -> Mend | None:
    row = context.from_catalogue("categories", context.row.catalogue_id)
    return context.take(row["name"]) if row else None


def _items(context: FindingContext) -> Mend | None:
    row = context.picked_activity(context.activity)
    use = _picked_use(context, row) if row else None
    items = tuple(DataItem(name=item["name"], reason=item.get("reason")) for item in use["items"]) if use else ()
    return (
        context.set(f"Neem over uit onze lijst: {', '.join(item.name or '' for item in items)}", {context.path: items})
        if items
        else None
    )


def _empty_item(context: FindingContext) -> Mend | None:
    """Return the mend that drops lines with nothing in them, beside others that have a name."""
    above = paths.parent(context.above)
    kept = tuple(item for item in paths.read(context.facts, above) if item.name or item.reason)
    return context.set("Haal de lege regel weg", {above: kept}) if kept and all(item.name for item in kept) else None


def _groups(context: FindingContext) -> Mend | None:
    """Return the mend with the groups of the catalogue, if the company has them all; else with its only group."""
    row = context.picked_activity(context.activity)
    by_name = {(group.name or "").casefold(): group.key for group in context.facts.groups}
    wanted = [by_name.get(name.casefold()) for name in (row["groups"] if row else ())]
    every = tuple(group.key for group in context.facts.groups)
    return context.take(tuple(wanted) if wanted and all(wanted) else every if len(every) == 1 else ())


def _empty_group(context: FindingContext) -> Mend | None:
    """Return the mend that drops a group without a name or a story, to which nothing refers."""
    used: set[str] = set()
    for activity in context.facts.activities:
        used.update(activity.groups)
        used.update(key for use in activity.uses for key in use.groups)
        used.update(key for purpose in activity.purposes for key in purpose.groups)
    return (
        None
        if context.row.description or context.row.key in used
        else context.drop(context.above, "Haal deze lege groep weg")
    )


def _ground(context: FindingContext) -> Mend | None:
    """Return the mend to the ground of the catalogue, at the purpose that it names."""
    row = context.picked_activity(context.activity)
    grounds = {
        purpose["key"]: purpose["special_ground"]
        for purpose in (row["purposes"] if row else ())
        if purpose.get("special_ground")
    }
    purpose = next((purpose for purpose in context.activity.purposes if purpose.key in grounds), None)
    if purpose is None:
        return None
    path = f"activities.{context.activity.key}.purposes.{purpose.key}.special_ground"
    return FindingContext(type(context.finding)(**{**vars(context.finding), "path": path}), context.review).take(
        grounds[purpose.key]
    )


def _tick_number(context: FindingContext) -> Mend | None:
    """Return the mend that ticks a national number, where every activity with these data has a law that asks for it."""
    key = paths.split(context.path)[1 if paths.top(context.path) == "categories" else 3]
    users = [activity for activity in context.facts.activities if any(use.category == key for use in activity.uses)]
    by_law = all(
        any(purpose.legal_basis == "legal_obligation" and purpose.law for purpose in activity.purposes)
        for activity in users
    )
    if not by_law or context.facts.find("categories", key) is None:
        return None
    number = "BSN" if context.review.country == "NL" else "rijksregisternummer"
    return context.set(f"Vink aan: {number}", {f"categories.{key}.national_number": True})


def _promise(context: FindingContext) -> Mend:
    return context.set("Antwoord met nee", {context.path: False})


MENDERS: dict[str, Mender] = {
    purposes.ACTIVITY_NAME.code: _activity_name,
    purposes.PURPOSE_NAME.code: _as_picked,
    purposes.PEOPLE.code: _people,
    purposes.BASIS.code: _basis,
    purposes.INTEREST.code: _as_picked,
    purposes.INTEREST_EMPTY.code: _as_picked,
    purposes.INTEREST_SAME.code: _as_picked,
    purposes.LAW.code: _as_picked,
    purposes.CONSENT_UNFREE.code: _whole_basis,
    parties.NO_PARTY.code: _interest_in_companies,
    purposes.UNUSED_DATA.code: _unused_data,
    collection.SOURCE.code: _source,
    collection.SOURCE_DETAIL.code: _detail,
    collection.SOURCE_VAGUE.code: _detail,
    collection.NOT_PUBLIC.code: _without_network,
    collection.CATEGORY_NAME.code: _category_name,
    collection.ITEMS.code: _items,
    collection.ITEM_NAME.code: _empty_item,
    collection.REQUIRED.code: _required,
    collection.CONSEQUENCE.code: _detail,
    collection.NO_GROUP.code: _groups,
    collection.GROUP_NAME.code: _empty_group,
    special.SPECIAL.code: _ground,
    special.NUMBER_UNMARKED.code: _tick_number,
    special.PROMISE.code: _promise,
}
