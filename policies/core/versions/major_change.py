"""Which change of facts is a major one: people must hear of it before it takes effect (art. 13.3, 5.1.a; WP260 no. 29–31).

A new or changed purpose or legal basis, more people that a purpose is about, a data category, a source of others, a recipient or transfer, a longer
retention, another controller, or another way to use a right. Leaving something out is never major; neither are a telephone number or a typo elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policies.core.facts import Activity, DataUse, Facts, Purpose, Recipient, RetentionRule, follow
from policies.core.facts.choices import SOURCE
from policies.core.facts.fragments import shaped
from policies.core.facts.periods import compare, may_be_longer
from policies.core.facts.planned import without_undated

CONTROLLER = (
    "country",
    "register_number",
    "legal_form",
    "legal_name",
    "parent_name",
    "parent_register_number",
    "parent_country",
)
PURPOSE = ("name", "legal_basis", "interest", "law", "special_ground", "marketing_rule")
CATEGORY = ("name", "special", "criminal", "national_number")
RECIPIENT = ("name", "kind", "entity", "role", "country", "task", "own_use")
TRANSFER = ("safeguards", "safeguard_url", "safeguard_copy")
RIGHTS = ("email", "url", "by_post", "by_phone", "in_person", "account_how", "identity_check", "fee", "withdraw_how")
COOKIE = ("provider", "kind", "consent")
DECISION = ("name", "logic", "effect", "ground", "human_route")


@dataclass(frozen=True)
class MajorReason:
    """Why a change is major: where, and in a few words for the screen."""

    path: str
    message: str


def reasons(old: Facts, new: Facts) -> list[MajorReason]:
    """Every reason why going from `old` to `new` is a major change; empty when it is a minor one."""
    old, new = without_undated(old), without_undated(new)
    return [
        *_controller(old, new),
        *_purposes(old, new),
        *_categories(old, new),
        *_retention(old, new),
        *_recipients(old, new),
        *_decisions(old, new),
        *_rights(old, new),
    ]


def _differ(old: Any, new: Any, names: tuple[str, ...]) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in names)


def _controller(old: Facts, new: Facts) -> Iterator[MajorReason]:
    if _differ(old.controller, new.controller, CONTROLLER):
        yield MajorReason("controller", "een andere verwerkingsverantwoordelijke")
    known = {joint.name for joint in old.joint_controllers}
    for joint in new.joint_controllers:
        before = old.find("joint_controllers", joint.key)
        if joint.name not in known or (before and set(joint.activities) - set(before.activities)):
            yield MajorReason(f"joint_controllers.{joint.key}", f"samen verantwoordelijk: {shaped(joint)}")


def _purposes(old: Facts, new: Facts) -> Iterator[MajorReason]:
    """By activity and content, not by key: a purpose that was typed again is the same purpose."""
    for activity in new.activities:
        before = old.find("activities", activity.key)
        known = {_content(purpose, PURPOSE) for purpose in (before.purposes if before else ())}
        for purpose in activity.purposes:
            path = f"activities.{activity.key}.purposes.{purpose.key}"
            if _content(purpose, PURPOSE) not in known:
                yield MajorReason(path, f"nieuw of gewijzigd doel of andere grondslag: {shaped(purpose)}")
            elif before and _more_people(before, activity, purpose):
                yield MajorReason(path, f"een doel gaat over meer mensen: {shaped(purpose)}")
    if old.scope.no_site_data and not new.scope.no_site_data:
        yield MajorReason("scope.no_site_data", "via de website gaan nu gegevens")
    known = {_content(cookie, COOKIE) for cookie in old.cookies.placed}
    for cookie in new.cookies.placed:
        if cookie.consent != "exempt" and _content(cookie, COOKIE) not in known:
            yield MajorReason(f"cookies.placed.{cookie.key}", f"nieuwe soort cookie: {shaped(cookie)}")


def _more_people(before: Activity, activity: Activity, purpose: Purpose) -> bool:
    """Tell whether a purpose that names people of its own, or did, is now about people that it was not about. Purposes with the same content are the same."""
    same = [old for old in before.purposes if _content(old, PURPOSE) == _content(purpose, PURPOSE)]
    own = purpose.groups or any(old.groups for old in same)
    known = {key for old in same for key in old.groups or before.groups}
    return bool(own) and bool(set(purpose.groups or activity.groups) - known)


def _content(row: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def _categories(old: Facts, new: Facts) -> Iterator[MajorReason]:
    """Yield a reason for each kind of data that an activity did not use before, that changed, or of which it uses more."""
    for activity, use in _uses(new):
        before = _use(old, activity.key, use.category)
        category, known = new.find("categories", use.category), old.find("categories", use.category)
        name = shaped(category) if category else use.category
        path = f"activities.{activity.key}.uses.{use.category}"
        if before is None:
            yield MajorReason(path, f"andere gegevens bij {shaped(activity)}: {name}")
        elif category and known and _differ(category, known, CATEGORY):
            yield MajorReason(path, f"gewijzigde soort gegevens: {name}")
        elif more := _items(use) - _items(before):
            yield MajorReason(path, f"meer gegevens bij {shaped(activity)}: {', '.join(sorted(more))}")
        elif fresh := _from_others(activity, use) - _from_others(old.find("activities", activity.key), before):
            yield MajorReason(
                f"{path}.source", f"een nieuwe bron van {name} bij {shaped(activity)}: {', '.join(sorted(fresh))}"
            )


def _from_others(activity: Activity, use: DataUse) -> set[str]:
    """Return the sources of a use other than the person and the company, in small letters (art. 14.2.f)."""
    own = (follow.value(activity, use, "source"), follow.value(activity, use, "source_detail"))
    told = (own, *((extra.source, extra.detail) for extra in use.extra_sources))
    return {(detail or SOURCE[source]).casefold() for source, detail in told if source in follow.FROM_OTHERS}


def _items(use: DataUse) -> set[str]:
    return {item.name.casefold() for item in use.items if item.name}


def _uses(facts: Facts) -> Iterator[tuple[Activity, DataUse]]:
    for activity in facts.activities:
        for use in activity.uses:
            yield activity, use


def _use(facts: Facts, activity_key: str, category: str | None) -> DataUse | None:
    activity = facts.find("activities", activity_key)
    return next((use for use in activity.uses if use.category == category), None) if activity else None


def _retention(old: Facts, new: Facts) -> Iterator[MajorReason]:
    for activity, use in _uses(new):
        before = _use(old, activity.key, use.category)
        if before is None:
            continue  # new data, told already
        was = _rule(old, old.find("activities", activity.key), before)
        now = _rule(new, activity, use)
        if was and now and may_be_longer(was, now):
            category = new.find("categories", use.category)
            name = shaped(category) if category else use.category
            yield MajorReason(
                f"activities.{activity.key}.uses.{use.category}.retention",
                f"langer bewaren: {name} bij {shaped(activity)}",
            )


def _rule(facts: Facts, activity: Activity, use: DataUse) -> RetentionRule | None:
    rule: RetentionRule | None = facts.find("retention_rules", follow.value(activity, use, "retention"))
    return rule


def _longer(number: int | None, unit: str | None, before: int | None, unit_before: str | None) -> bool:
    """Whether a period is longer than the one before; where there was none, every period is."""
    if not (number and unit):
        return False
    return not (before and unit_before) or compare(number, unit, before, unit_before) > 0


def _recipients(old: Facts, new: Facts) -> Iterator[MajorReason]:
    for recipient in new.recipients:
        before = old.find("recipients", recipient.key)
        path = f"recipients.{recipient.key}"
        if before is None:
            if not any(_same_recipient(recipient, other) for other in old.recipients):
                yield MajorReason(path, f"nieuwe ontvanger: {shaped(recipient)}")
        elif (
            _differ(before, recipient, RECIPIENT)
            or set(recipient.activities) - set(before.activities)
            or _does_more(before, recipient)
        ):
            yield MajorReason(path, f"gewijzigde ontvanger: {shaped(recipient)}")
        elif _transfer_widens(before, recipient):
            yield MajorReason(path, f"doorgifte buiten de EER gewijzigd: {shaped(recipient)}")
    if set(new.disclosure.cases) - set(old.disclosure.cases):
        yield MajorReason("disclosure.cases", "gegevens gaan in meer gevallen naar politie, gerecht of anderen")
    for name, gone in (("business_transfer", False), ("no_sale", True)):
        if getattr(old.disclosure, name) is gone and getattr(new.disclosure, name) is not gone:
            yield MajorReason(f"disclosure.{name}", "gegevens kunnen naar nieuwe ontvangers gaan")


def _does_more(was: Recipient, now: Recipient) -> bool:
    """Whether it has another task with a role of its own, or no longer waits for consent."""
    return bool(set(now.other_roles) - set(was.other_roles)) or (was.only_with_consent and not now.only_with_consent)


def _same_recipient(one: Recipient, other: Recipient) -> bool:
    return not _differ(one, other, (*RECIPIENT, *TRANSFER, "activities", "transfer_countries"))


def _transfer_widens(was: Recipient, now: Recipient) -> bool:
    return bool(set(now.transfer_countries) - set(was.transfer_countries)) or (
        bool(now.transfer_countries) and _differ(was, now, TRANSFER)
    )


def _decisions(old: Facts, new: Facts) -> Iterator[MajorReason]:
    """Yield a reason for each new or changed decision by a machine: it has a ground of its own (art. 22.2)."""
    known = {_content(decision, DECISION) for decision in old.automated.decisions}
    for decision in new.automated.decisions:
        if _content(decision, DECISION) not in known:
            yield MajorReason(
                f"automated.decisions.{decision.key}",
                f"nieuwe of gewijzigde automatische beslissing: {shaped(decision)}",
            )


def _rights(old: Facts, new: Facts) -> Iterator[MajorReason]:
    was, now = old.rights, new.rights
    longer = _longer(now.term_number, now.term_unit, was.term_number, was.term_unit)
    known = {(exception.what, exception.why) for exception in was.exceptions}
    if _differ(was, now, RIGHTS) or longer or any((row.what, row.why) not in known for row in now.exceptions):
        yield MajorReason("rights", "een andere manier om rechten te gebruiken")
    for part, name in (("cookies", "withdraw_how"), ("marketing", "stop_how")):
        if getattr(getattr(old, part), name) != getattr(getattr(new, part), name):
            yield MajorReason(f"{part}.{name}", "een andere manier om te weigeren of te stoppen")
