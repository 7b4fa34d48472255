"""Activities, purposes and data: what the catalogue says of what was picked from it, and what the other answers leave no choice in."""

import re
from collections.abc import Mapping
from typing import Any

from policies.core.checks import collection, marketing, parties, purposes, special
from policies.core.facts import DataItem, Purpose, paths
from policies.core.facts.fragments import quoted
from policies.core.mending.site import Mend, Mender, Site

SOURCES = re.compile(r", en (?:van |uit )?|, (?:van |uit )?| en (?:van |uit )?| of (?:van |uit )?|; ")
CONSENTED = {"opt_in", "ads"}
WITH_COMPANIES = "zaken doen met de organisatie waarvoor iemand werkt"  # the interest that the catalogue gives for contact persons (ACT-03)


def _activity_name(site: Site) -> Mend | None:
    row = site.picked_activity(site.row)
    return site.take(row["name"]) if row else None


def _picked_purpose(site: Site, key: str) -> Mapping[str, Any]:
    """Return the row of the catalogue for a purpose of a picked activity; empty when there is none."""
    row = site.picked_activity(site.activity)
    return next((purpose for purpose in (row["purposes"] if row else ()) if purpose["key"] == key), {})


def _as_picked(site: Site) -> Mend | None:
    """Return the mend with the field of a purpose as the catalogue has it."""
    return site.take(_picked_purpose(site, site.row.key).get(site.field))


def _people(site: Site) -> Mend | None:
    """Return the mend that adds the people of a purpose to its activity: that activity uses their data."""
    others = purposes.outside(site.activity, site.row)
    names = " en ".join(quoted(group.name or group.key) for group in site.facts.groups if group.key in others)
    path = f"activities.{site.activity.key}.groups"
    return site.clean(
        site.set(f"Kies ook bij de verwerking: {names}", {path: (*site.activity.groups, *others)}), purposes
    )


def _basis(site: Site) -> Mend | None:
    """Return the mend to the only legal basis that is right.

    It is what the rule for advertising allows, that of the catalogue, or the one whose detail was filled in.
    """
    purpose: Purpose = site.row
    picked = _picked_purpose(site, purpose.key)
    if purpose.marketing_rule in CONSENTED:
        return site.take("consent")
    if picked.get("legal_basis"):
        return _whole_basis(site)
    if bool(purpose.law) == bool(purpose.interest):
        return None
    return site.clean(site.take("legal_obligation" if purpose.law else "legitimate_interest"), purposes, marketing)


def _whole_basis(site: Site) -> Mend | None:
    """Return the mend to the basis of the catalogue, with its interest or law where that is still empty."""
    picked = _picked_purpose(site, site.row.key)
    more = {
        f"{site.above}.{name}": picked[name]
        for name in ("interest", "law")
        if picked.get(name) and not getattr(site.row, name)
    }
    return site.clean(site.take(picked.get("legal_basis"), more), purposes)


def _interest_in_companies(site: Site) -> Mend | None:
    """Return the mend to an interest for people who conclude no agreement themselves (art. 6.1.f).

    A public body has none for its tasks.
    """
    if site.facts.controller.legal_form == "vlaams_bestuur":
        return None
    more = {} if site.row.interest else {f"{site.above}.interest": WITH_COMPANIES}
    return site.clean(site.take("legitimate_interest", more), parties, purposes, marketing)


def _unused_data(site: Site) -> Mend:
    return site.drop(site.above, f"Haal {quoted(site.row.name or 'deze soort')} weg")


def _as_activity(site: Site, names: tuple[str, ...]) -> Mend | None:
    """Return the mend with the field of an activity or data use as the catalogue has it, and other empty `names`."""
    row = site.picked_activity(site.activity)
    if row is None or ".extra_sources." in site.path:
        return None
    if ".uses." in site.path:
        row = _picked_use(site, row) or {}
    more = {f"{site.above}.{name}": row[name] for name in names if row.get(name) and not getattr(site.row, name)}
    return site.clean(site.take(row.get(site.field), more), collection)


def _picked_use(site: Site, row: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the data use of the catalogue with the same kind of data; None when there is none."""
    category = site.facts.find("categories", site.row.category)
    wanted = category.catalogue_id if category else None
    return next((use for use in row["uses"] if wanted and use["category"] == wanted), None)


def _source(site: Site) -> Mend | None:
    return _as_activity(site, ("source_detail", "required", "consequence"))


def _required(site: Site) -> Mend | None:
    return _as_activity(site, ("consequence",))


def _detail(site: Site) -> Mend | None:
    return _as_activity(site, ())


def _without_network(site: Site) -> Mend | None:
    """Return the mend with the other sources that are named.

    Where the network is the only one, it becomes what it is: another company.
    """
    sources = [part for part in SOURCES.split(paths.read(site.facts, site.path).strip(" .")) if part]
    kept = [part for part in sources if not collection.NETWORK.search(part)]
    if kept:
        return site.clean(site.take(" en ".join(kept)), collection)
    if (
        site.field != "source_detail"
        or site.row.source != "public"
        or collection.OPEN_TO_ALL.search(paths.read(site.facts, site.path))
    ):
        return None
    return site.clean(
        site.set("Noem het netwerk als bron: van een ander bedrijf", {f"{site.above}.source": "third_party"}),
        collection,
    )


def _category_name(site: Site) -> Mend | None:
    row = site.from_catalogue("categories", site.row.catalogue_id)
    return site.take(row["name"]) if row else None


def _items(site: Site) -> Mend | None:
    row = site.picked_activity(site.activity)
    use = _picked_use(site, row) if row else None
    items = tuple(DataItem(name=item["name"], reason=item.get("reason")) for item in use["items"]) if use else ()
    return (
        site.set(f"Neem over uit onze lijst: {', '.join(item.name for item in items)}", {site.path: items})
        if items
        else None
    )


def _empty_item(site: Site) -> Mend | None:
    """Return the mend that drops lines with nothing in them, beside others that have a name."""
    above = paths.parent(site.above)
    kept = tuple(item for item in paths.read(site.facts, above) if item.name or item.reason)
    return site.set("Haal de lege regel weg", {above: kept}) if kept and all(item.name for item in kept) else None


def _groups(site: Site) -> Mend | None:
    """Return the mend with the groups of the catalogue, if the company has them all; else with its only group."""
    row = site.picked_activity(site.activity)
    by_name = {(group.name or "").casefold(): group.key for group in site.facts.groups}
    wanted = [by_name.get(name.casefold()) for name in (row["groups"] if row else ())]
    every = tuple(group.key for group in site.facts.groups)
    return site.take(tuple(wanted) if wanted and all(wanted) else every if len(every) == 1 else ())


def _empty_group(site: Site) -> Mend | None:
    """Return the mend that drops a group without a name or a story, to which nothing refers."""
    used = {
        key
        for activity in site.facts.activities
        for row in (activity, *activity.uses, *activity.purposes)
        for key in row.groups
    }
    return None if site.row.description or site.row.key in used else site.drop(site.above, "Haal deze lege groep weg")


def _ground(site: Site) -> Mend | None:
    """Return the mend to the ground of the catalogue, at the purpose that it names."""
    row = site.picked_activity(site.activity)
    grounds = {
        purpose["key"]: purpose["special_ground"]
        for purpose in (row["purposes"] if row else ())
        if purpose.get("special_ground")
    }
    purpose = next((purpose for purpose in site.activity.purposes if purpose.key in grounds), None)
    if purpose is None:
        return None
    path = f"activities.{site.activity.key}.purposes.{purpose.key}.special_ground"
    return Site(type(site.finding)(**{**vars(site.finding), "path": path}), site.review).take(grounds[purpose.key])


def _tick_number(site: Site) -> Mend | None:
    """Return the mend that ticks a national number, where every activity with these data has a law that asks for it."""
    key = paths.split(site.path)[1 if paths.top(site.path) == "categories" else 3]
    users = [activity for activity in site.facts.activities if any(use.category == key for use in activity.uses)]
    by_law = all(
        any(purpose.legal_basis == "legal_obligation" and purpose.law for purpose in activity.purposes)
        for activity in users
    )
    if not by_law or site.facts.find("categories", key) is None:
        return None
    number = "BSN" if site.review.country == "NL" else "rijksregisternummer"
    return site.set(f"Vink aan: {number}", {f"categories.{key}.national_number": True})


def _promise(site: Site) -> Mend:
    return site.set("Antwoord met nee", {site.path: False})


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
