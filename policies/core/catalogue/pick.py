"""The catalogue as things to pick.

An activity or a recipient becomes rows of facts, with the values of one country on one day.

Picking copies: afterwards the rows are the company's own, and nothing in the catalogue changes them. `catalogue_id`
says where they came from. `checked_on` stays empty, for it is the day on which the user looked, and nobody looked yet.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from policies.core.catalogue.dpf import is_listed, without_framework
from policies.core.catalogue.readers import readers, with_phrases
from policies.core.catalogue.variants import for_country
from policies.core.facts import (
    SCHEMA,
    Activity,
    AiSystem,
    Cookie,
    DataCategory,
    Facts,
    Group,
    JointController,
    Recipient,
    RetentionRule,
)
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.plain_data import from_data
from policies.core.facts.promises import without_promises
from policies.core.facts.spare_keys import spare_key as spare_key
from policies.core.language.word_lists import Catalogue

RETENTION_FIELDS = ("name", "number", "unit", "start_event", "criterion", "reason", "law", "afterwards", "nothing_kept")
CATEGORY_FIELDS = ("name", "description", "special", "criminal", "national_number")
RECIPIENT_FIELDS = (
    "name",
    "kind",
    "entity",
    "country",
    "task",
    "transfer_countries",
    "safeguards",
    "safeguard_url",
    "safeguard_copy",
    "privacy_url",
)
COOKIE_FIELDS = ("name", "provider", "kind", "purpose", "lifetime", "access", "consent")
OWN_SITE = "onze eigen website"
Row = TypeVar("Row", Group, DataCategory, RetentionRule, Cookie, AiSystem)


class NotInCatalogue(LookupError):
    """An id that the catalogue does not have, or not on that day; the message is Dutch and says which."""


@dataclass(frozen=True)
class Picked:
    """One activity with all rows that it refers to.

    `recipients` are ids of who is usually involved; `hint` is for the user, with u. `readers` is what readers() gives:
    a new group of people gets its phrase from there, in the form of address of the statement.
    """

    activity: Activity
    groups: tuple[Group, ...]
    categories: tuple[DataCategory, ...]
    retention_rules: tuple[RetentionRule, ...]
    cookies: tuple[Cookie, ...]
    ai_systems: tuple[AiSystem, ...]
    recipients: tuple[str, ...]
    hint: str | None
    readers: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict)


def row_of(library: Catalogue, stem: str, wanted: str, on: date) -> Mapping[str, Any]:
    """Return the row of a catalogue file with that id on the day. Raises NotInCatalogue."""
    for row in library.valid(stem, on):
        if row["id"] == wanted:
            return row
    known = any(row["id"] == wanted for row in library.catalogue[stem])
    raise NotInCatalogue(
        f"“{wanted[:60]}” {f'geldt niet op {on.isoformat()}' if known else 'staat niet in de catalogus'} ({stem})."
    )


def _here(library: Catalogue, stem: str, wanted: str, country: str, on: date, tone: str | None) -> dict[str, Any]:
    """Return the row as it is in one country and one form of address. Raises NotInCatalogue."""
    if country not in LAW_COUNTRY:
        raise NotInCatalogue("Zeg eerst in welk land de onderneming gevestigd is: daarvan hangt af wat geldt.")
    row: dict[str, Any] = for_country(row_of(library, stem, wanted, on), country, tone)
    return row


def pick_activity(
    library: Catalogue, wanted: str, country: str, on: date, extras: Iterable[str] = (), *, tone: str | None = None
) -> Picked:
    """Return an activity (ACT-…) for a company in that country, with the `extras` that the user said yes to.

    Its texts are in the form of address of the statement (`tone`). What only the owner can promise stays open (decision
    29).

    Raises NotInCatalogue for an id, or an extra, that is not there on the day, and without a country.
    """
    row = _here(library, "activities", wanted, country, on, tone)
    facts = _with_extras(row, extras)
    uses = facts["uses"]
    categories = {use["category"]: _category(library, use["category"], country, on, tone) for use in uses}
    rules = [facts["retention"], *(use["retention"] for use in uses if use.get("retention"))]
    groups = [{"key": slug(name), "name": name} for name in facts["groups"]]
    activity = {
        **facts,
        "key": slug(facts["name"]),
        "groups": [group["key"] for group in groups],
        "retention": facts["retention"].lower(),
        "uses": [_use(use, categories) for use in uses],
        "catalogue_id": wanted,
    }
    made = without_promises(
        from_data(
            {
                "schema": SCHEMA,
                "groups": groups,
                "categories": list(categories.values()),
                "retention_rules": [_rule(library, name, country, on, tone) for name in dict.fromkeys(rules)],
                "activities": [activity],
                "cookies": {"placed": [_cookie(library, name, country, on, tone) for name in row["cookies"]]},
                "ai_systems": row["ai_systems"],
            }
        )
    )
    return Picked(
        made.activities[0],
        made.groups,
        made.categories,
        made.retention_rules,
        made.cookies.placed,
        made.ai_systems,
        tuple(row["recipients"]),
        row["hint"],
        readers(library, on),
    )


def _with_extras(row: Mapping[str, Any], extras: Iterable[str]) -> dict[str, Any]:
    facts = dict(row["facts"])
    offered = {extra["id"]: extra for extra in row["extras"]}
    for name in extras:
        if name not in offered:
            raise NotInCatalogue(f"“{name[:60]}” hoort niet bij {row['id']}.")
        facts["purposes"] = [*facts["purposes"], *offered[name]["purposes"]]
        facts["uses"] = [*facts["uses"], *offered[name]["uses"]]
    return facts


def _use(use: Mapping[str, Any], categories: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    own = {"retention": use["retention"].lower()} if use.get("retention") else {}
    return {**use, "category": categories[use["category"]]["key"], **own}


def _category(library: Catalogue, wanted: str, country: str, on: date, tone: str | None) -> dict[str, Any]:
    row = _here(library, "categories", wanted, country, on, tone)
    return {"key": slug(row["name"]), "catalogue_id": wanted, **{name: row[name] for name in CATEGORY_FIELDS}}


def _rule(library: Catalogue, wanted: str, country: str, on: date, tone: str | None) -> dict[str, Any]:
    row = _here(library, "retention", wanted, country, on, tone)
    return {"key": wanted.lower(), "catalogue_id": wanted, **{name: row.get(name) for name in RETENTION_FIELDS}}


def _cookie(library: Catalogue, wanted: str, country: str, on: date, tone: str | None) -> dict[str, Any]:
    row = _here(library, "cookies", wanted, country, on, tone)
    return {"key": wanted, **{name: row[name] for name in COOKIE_FIELDS}, "provider": row["provider"] or OWN_SITE}


def pick_category(library: Catalogue, wanted: str, country: str, on: date, *, tone: str | None = None) -> DataCategory:
    """Return a kind of data of categories.yaml. Raises NotInCatalogue."""
    return from_data({"schema": SCHEMA, "categories": [_category(library, wanted, country, on, tone)]}).categories[0]


def pick_retention(
    library: Catalogue, wanted: str, country: str, on: date, *, tone: str | None = None
) -> RetentionRule:
    """Return a period or a criterion (RET-…). Raises NotInCatalogue."""
    return from_data(
        {"schema": SCHEMA, "retention_rules": [_rule(library, wanted, country, on, tone)]}
    ).retention_rules[0]


def pick_recipient(library: Catalogue, wanted: str, country: str, on: date, *, tone: str | None = None) -> Recipient:
    """Return a recipient (art. 13.1.e) as a company in that country meets it on the day; it serves no activity yet.

    The first role is the proposal. Whether a company is on the DPF list is for the user to look up, where we did not
    read it there ourselves (art. 45): then that stays unknown, and the framework does not come along where something
    else protects the data too.

    Raises NotInCatalogue.
    """
    row = _here(library, "recipients", wanted, country, on, tone)
    picked = {
        "key": wanted,
        "catalogue_id": wanted,
        "role": row["roles"][0],
        "other_roles": row["other_roles"],
        "confidence": row["confidence"]
        if row["kind"] == "named"
        else None,  # of a kind there is no contract to look into
        **{name: row[name] for name in RECIPIENT_FIELDS},
    }
    if "dpf" in row["safeguards"] and not is_listed(row, on):
        picked |= {"dpf_certified": "unknown", "safeguards": without_framework(row["safeguards"]) or row["safeguards"]}
    return without_promises(from_data({"schema": SCHEMA, "recipients": [picked]})).recipients[0]


def pick_cookie(library: Catalogue, wanted: str, country: str, on: date, *, tone: str | None = None) -> Cookie:
    """Return a cookie of cookies.yaml. Raises NotInCatalogue."""
    return from_data(
        {"schema": SCHEMA, "cookies": {"placed": [_cookie(library, wanted, country, on, tone)]}}
    ).cookies.placed[0]


def cookies_of(
    library: Catalogue, wanted: str, country: str, on: date, *, tone: str | None = None
) -> tuple[Cookie, ...]:
    """Return the cookies that a recipient usually places. Raises NotInCatalogue."""
    return tuple(
        pick_cookie(library, name, country, on, tone=tone)
        for name in row_of(library, "recipients", wanted, on)["cookies"]
    )


def right(library: Catalogue, wanted: str, legal_basis: str, on: date) -> Mapping[str, Any]:
    """Return whether a right goes with a legal basis (art. 15–22).

    The answer has `applies` (yes, conditional, no), `article`, and `when` in words.

    Raises NotInCatalogue for a right, KeyError for a basis that does not exist.
    """
    answer: Mapping[str, Any] = row_of(library, "rights", wanted, on)[legal_basis]
    return answer


def slug(name: str) -> str:
    """Return a key made of a name: small letters and digits without accents, joined by hyphens.

    It has at most 40 characters.
    """
    plain = "".join(ch for ch in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(ch))
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))[:40].strip("-")


def add(facts: Facts, picked: Picked) -> Facts:
    """Return the facts with a picked activity.

    Groups, kinds of data and periods that the company has already are used again, as they are there.
    """
    groups, group_keys = _joined(
        facts.groups, with_phrases(picked.groups, picked.readers, facts.style.tone), _same_name
    )
    categories, category_keys = _joined(facts.categories, picked.categories, same_category)
    rules, rule_keys = _joined(
        facts.retention_rules, picked.retention_rules, lambda old, new: old.catalogue_id == new.catalogue_id
    )
    cookies, _ = _joined(facts.cookies.placed, picked.cookies, _same_name)
    activity = picked.activity
    key = spare_key(activity.key, facts.activities)
    systems = _with_systems(facts.ai_systems, picked.ai_systems, key)
    activity = dataclasses.replace(
        activity,
        key=key,
        groups=tuple(group_keys[key] for key in activity.groups),
        retention=rule_keys[activity.retention],
        uses=tuple(
            dataclasses.replace(use, category=category_keys[use.category], retention=rule_keys.get(use.retention))
            for use in activity.uses
        ),
    )
    return dataclasses.replace(
        facts,
        groups=groups,
        categories=categories,
        retention_rules=rules,
        activities=(*facts.activities, activity),
        ai_systems=systems,
        cookies=dataclasses.replace(facts.cookies, placed=cookies),
    )


def add_recipient(facts: Facts, recipient: Recipient, activities: Iterable[str]) -> Facts:
    """Return the facts with a picked recipient for these activities (keys).

    One that was picked before only gets the activities.
    """
    for index, old in enumerate(facts.recipients):
        if old.catalogue_id == recipient.catalogue_id:
            wider = dataclasses.replace(old, activities=tuple(dict.fromkeys((*old.activities, *activities))))
            return dataclasses.replace(
                facts, recipients=(*facts.recipients[:index], wider, *facts.recipients[index + 1 :])
            )
    new = dataclasses.replace(recipient, key=spare_key(recipient.key, facts.recipients), activities=tuple(activities))
    return dataclasses.replace(facts, recipients=(*facts.recipients, new))


def add_joint(facts: Facts, wanted: str, library: Catalogue, on: date) -> Facts:
    """Return the facts with the arrangement with a picked recipient that decides with the company (art. 26).

    It is for the activities that the recipient serves; its key is the id.

    Raises NotInCatalogue for one of which the catalogue knows no arrangement.
    """
    row = for_country(row_of(library, "arrangements", wanted, on), facts.controller.country or "BE", facts.style.tone)
    recipient = next(one for one in facts.recipients if one.catalogue_id == wanted)
    told = {field: row[field] for field in ("arrangement", "contact_point", "url")}
    old = facts.find("joint_controllers", wanted)
    new = (
        dataclasses.replace(old, activities=recipient.activities)
        if old
        else JointController(wanted, recipient.entity, activities=recipient.activities, **told)
    )
    rest = tuple(joint for joint in facts.joint_controllers if joint is not old)
    return dataclasses.replace(facts, joint_controllers=(*rest, new))


def with_groups(picked: Picked, names: Mapping[str, str]) -> Picked:
    """Return the picked activity with its groups of people by the names that they have in a sector."""
    called = {group.key: names.get(group.name or "", group.name or "") for group in picked.groups}
    keys = {key: slug(name) for key, name in called.items()}
    groups = {keys[key]: Group(keys[key], name) for key, name in called.items()}
    activity = dataclasses.replace(
        picked.activity, groups=tuple(dict.fromkeys(keys[key] for key in picked.activity.groups))
    )
    return dataclasses.replace(picked, activity=activity, groups=tuple(groups.values()))


def _joined(
    old_rows: tuple[Row, ...], new_rows: tuple[Row, ...], same: Callable[[Row, Row], bool]
) -> tuple[tuple[Row, ...], dict[str | None, str]]:
    """Return the old rows with those new ones that are not among them, and for each new key the key that it has now."""
    rows, keys = list(old_rows), dict[str | None, str]()
    for new in new_rows:
        found = next((old for old in old_rows if same(old, new)), None)
        if found is None:
            found = dataclasses.replace(new, key=spare_key(new.key, rows))
            rows.append(found)
        keys[new.key] = found.key
    return tuple(rows), keys


def _with_systems(
    old_rows: tuple[AiSystem, ...], new_rows: tuple[AiSystem, ...], activity: str
) -> tuple[AiSystem, ...]:
    """Return the AI systems with those that come with an activity; all of these belong to it."""
    rows, keys = _joined(old_rows, new_rows, _same_name)
    mine = set(keys.values())
    return tuple(
        dataclasses.replace(row, activities=tuple(dict.fromkeys((*row.activities, activity))))
        if row.key in mine
        else row
        for row in rows
    )


def _same_name(old: Any, new: Any) -> bool:
    return (old.name or "").casefold() == (new.name or "").casefold()


def same_category(old: DataCategory, new: DataCategory) -> bool:
    """Return whether two kinds of data are of the same origin.

    Made by hand, they are the same when they have the same name and are equally special.
    """
    if old.catalogue_id:
        return old.catalogue_id == new.catalogue_id
    flags = ("special", "criminal", "national_number")
    return _same_name(old, new) and all(getattr(old, name) == getattr(new, name) for name in flags)
