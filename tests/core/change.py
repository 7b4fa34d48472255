"""Facts with one field changed, for proofs by difference; and why some fields then say nothing."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from policies.core.facts import Facts, RetentionRule, Spec, follow, paths, specs_of
from policies.core.facts.defaults import defaults_of
from policies.core.facts.fragments import unclosed
from policies.core.facts.legal_form import shares_phone
from policies.core.facts.planned import without_undated
from policies.core.facts.site_data import site_data
from policies.core.facts.website import has_website
from policies.core.law import Law

OPEN = {"lines": (), "urls": (), "choices": (), "countries": (), "refs": (), "tick": False}


def with_each(row: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(path, the same facts with that public field left open, or with another answer where there are a few), for every public field."""
    for name, spec in specs_of(type(row)).items():
        value, here = getattr(row, name), f"{path}.{name}" if path else name
        if spec.kind == "part":
            for where, changed in with_each(value, here):
                yield where, dataclasses.replace(row, **{name: changed})
        elif spec.kind == "rows":
            for index, child in enumerate(value):
                for where, changed in with_each(child, f"{here}.{paths.row_name(child) or index}"):
                    yield where, dataclasses.replace(row, **{name: (*value[:index], changed, *value[index + 1 :])})
        elif (
            not spec.internal and value != OPEN.get(spec.kind) and not (spec.promise and value is False)
        ):  # no promise, and none asked: both are silent
            for other in (OPEN.get(spec.kind), *_others(spec, value)):
                yield here, dataclasses.replace(row, **{name: other})


def _others(spec: Spec, value: Any) -> Iterator[Any]:
    if spec.kind == "number":
        yield value + 1
    elif spec.kind == "yesno":
        yield not value
    elif spec.kind == "choice":
        codes = list(spec.choices)
        yield from {codes[(codes.index(value) + 1) % len(codes)]} - {value}
    elif spec.kind == "choices":
        yield next((code,) for code in spec.choices if (code,) != value)


def why_silent(facts: Facts, path: str, law: Law) -> str:
    """Why a change at `path` may leave the text as it is, or nothing. Each is a rule of the house, not a hole."""
    names = path.split(".")
    last = names[-1]
    row = at(facts, names[:-1])
    if (specs_of(type(row))[last].promise or path in {"minors.directed", "dpo.designated"}) and getattr(
        row, last
    ) is False:
        return "wie iets niet belooft, of niet heeft, zegt daar niets over"
    if path == "contact.phone" and shares_phone(facts):
        return "de telefoon van de onderneming staat er al"
    if reason := _not_there(facts, names) or _told_by_others(facts, path):
        return reason
    grounds = any(purpose.special_ground for activity in facts.activities for purpose in activity.purposes)
    if path == "unasked.erases" and (
        grounds or any(category.special or category.criminal for category in facts.categories)
    ):
        return "de belofte vervalt: er zijn bijzondere gegevens"
    if names[0] == "scope":
        return _of_scope(facts, last, law)
    if names[0] == "retention_rules" and not _covers(facts, names[1]):
        return "geen gegeven gebruikt deze termijn"
    if names[0] == "retention_rules":
        return _says_nothing(facts.find("retention_rules", names[1]), last)
    if last == "short" and _told_already(facts, names):
        return "een ander doel heeft dezelfde korte vorm"
    if names[0] == "categories" and last == "name" and _items_say_more(facts, names[1]):
        return "de gegevens zelf zeggen meer dan de naam van hun soort"
    if names[0] == "groups" and last == "name" and not _belongs(facts, names[1]):
        return "geen verwerking gaat over deze groep"
    if names[0] == "groups" and last == "phrase" and not _reads(facts, names[1]):
        return "geen doel gaat over deze groep: de korte laag heeft haar niets te zeggen"
    if names[0] == "groups" and last == "name" and _known_above(facts, names[1]):
        return "de korte laag zegt het in haar eigen woorden"
    if names[0] == "activities" and last == "groups" and names[2:3] == ["purposes"]:
        return _same_people(facts, names)
    if names[0] == "activities" and last in {*follow.FOLLOWS, "category"}:
        return _overridden(facts, names)
    if names[0] == "recipients":
        return _of_recipient(facts, names, law)
    return ""


def _not_there(facts: Facts, names: list[str]) -> str:
    """What another answer says is not there, or not yet."""
    path, last = ".".join(names), names[-1]
    if _is_undated_plan(facts, names):
        return "een plan zonder dag staat er nog niet"
    if path in {"style.pattern", "style.tone"} or names[0] == "sections" and last == "place":
        return "leeg betekent de standaard"
    if path == "style.no_figure":
        return "een beeld herhaalt wat de tekst zegt"
    if names[0] == "dpo" and facts.dpo.designated is not True and last != "designated":
        return "er is geen DPO aangesteld"
    if (
        path == "cookies.techniques"
        and facts.cookies.used is not True
        or path == "cookies.browser_settings"
        and facts.cookies.used is False
    ):
        return "er zijn geen cookies"
    return (
        "een computer beslist niets"
        if names[:2] == ["automated", "decisions"] and facts.automated.used is False
        else ""
    )


def _of_scope(facts: Facts, name: str, law: Law) -> str:
    if name == "customer_countries":
        own = {facts.controller.country, facts.controller.parent_country}
        return (
            ""
            if any(row["country"] in {*facts.scope.customer_countries} - own for row in law.authorities)
            else "in die landen komt er geen toezichthouder bij"
        )
    if name == "no_site_data" and (facts.scope.no_site_data is False or any(told for told, _ in site_data(facts))):
        return "een nee belooft niets, en een belofte vervalt waar een antwoord haar tegenspreekt"
    return "de verklaring geldt niet voor apps" if name == "apps" and facts.scope.applies_to == "websites" else ""


def at(row: Any, names: list[str]) -> Any:
    """The row or part at a path of names, keys and indexes."""
    for name in names:
        row = (
            next(entry for index, entry in enumerate(row) if name == (paths.row_name(entry) or str(index)))
            if isinstance(row, tuple)
            else getattr(row, name)
        )
    return row


def _is_undated_plan(facts: Facts, names: list[str]) -> bool:
    """A field of a recipient or a cookie that is planned for no day, or a reference to such a recipient."""
    if names[-1] == "recipient":
        named = facts.find("recipients", at(facts, names))
        return named.planned and not named.planned_from
    above = {"recipients": 2, "cookies": 3}.get(names[0], 0)
    row = at(facts, names[:above]) if above and len(names) > above else None
    return bool(getattr(row, "planned", False)) and not row.planned_from


def _told_by_others(facts: Facts, path: str) -> str:
    """An answer that other answers tell, contradict, or leave without a subject."""
    marketing = facts.marketing
    if path == "contact.phone" and shares_phone(facts):
        return "de telefoon van de onderneming staat er al"
    if path == "disclosure.shares" and facts.disclosure.shares is not None and without_undated(facts).recipients:
        return "de ontvangers die er staan, zeggen het al; een nee dat zij tegenspreken, belooft niets"
    if path == "automated.used" and facts.automated.decisions:
        return "de beslissingen die er staan, zeggen het al"
    if path == "marketing.used" and marketing.used is False:
        cookies = any(cookie.kind == "marketing" for cookie in without_undated(facts).cookies.placed)
        advertises = (
            cookies
            or marketing.channels
            or marketing.topics
            or marketing.stop_how
            or any(purpose.marketing_rule for activity in facts.activities for purpose in activity.purposes)
        )
        return "een nee dat andere antwoorden tegenspreken, belooft niets" if advertises else ""
    return (
        "over een website die er niet is, staat er niets"
        if path == "cookies.used" and not has_website(without_undated(facts))
        else ""
    )


def _says_nothing(rule: RetentionRule, name: str) -> str:
    """Half of what belongs together in a period."""
    contradicted = rule.nothing_kept and (rule.number or rule.criterion)
    if contradicted and name == "nothing_kept":
        return "wat er staat, spreekt tegen dat niets bewaard wordt"
    if rule.nothing_kept and not contradicted and name in {"start_event", "bound", "together"}:
        return "er wordt niets bewaard"
    if name == "bound" and not rule.number and rule.criterion:
        return "zonder getal is er niets dat ongeveer is"
    return (
        "een getal en een voorwaarde horen bij elkaar: een van de twee ontbreekt"
        if name == "together" and not (rule.number and rule.criterion)
        else ""
    )


def _told_already(facts: Facts, names: list[str]) -> bool:
    """Another purpose has the same short form: the first layer says it once."""
    told = [purpose.short.casefold() for activity in facts.activities for purpose in activity.purposes if purpose.short]
    own = next(purpose for purpose in facts.find("activities", names[1]).purposes if purpose.key == names[3])
    return told.count(own.short.casefold()) > 1


def _items_say_more(facts: Facts, key: str) -> bool:
    """Every use of the kind names its items, and no sentence points to the kind: a layout may leave its name out (art. 14.1.d)."""
    kind = facts.find("categories", key)
    uses = [use for activity in facts.activities for use in activity.uses if use.category == key]
    pointed_to = kind.description or kind.special or kind.criminal or kind.national_number
    return bool(uses) and all(use.items for use in uses) and not pointed_to


def _covers(facts: Facts, key: str) -> bool:
    return any((use.retention or activity.retention) == key for activity in facts.activities for use in activity.uses)


def _known_above(facts: Facts, key: str) -> bool:
    """The first layer has a phrase for the group and says exactly which activities are about it, and nothing else names the group."""
    group = facts.find("groups", key)
    activities = [activity for activity in facts.activities if key in activity.groups]
    apart = any(
        key in row.groups and set(row.groups) != set(activity.groups)
        for activity in facts.activities
        for row in (*activity.uses, *activity.purposes)
    )
    return (
        bool(group.phrase and activities)
        and not group.description
        and not apart
        and {one.key for one in activities} <= defaults_of(facts).known_people
    )


def _belongs(facts: Facts, key: str) -> bool:
    group = facts.find("groups", key)
    if group.description or any(
        key in follow.value(activity, use, "groups") for activity in facts.activities for use in activity.uses
    ):
        return True
    return any(key in activity.groups for activity in facts.activities if not activity.uses)


def _reads(facts: Facts, key: str) -> bool:
    return any(
        key in follow.people(activity, purpose) for activity in facts.activities for purpose in activity.purposes
    )


def _same_people(facts: Facts, names: list[str]) -> str:
    activity = facts.find("activities", names[1])
    own = next(purpose for purpose in activity.purposes if purpose.key == names[3])
    return "het doel gaat over dezelfde mensen als de verwerking" if set(own.groups) == set(activity.groups) else ""


def _overridden(facts: Facts, names: list[str]) -> str:
    activity, last = facts.find("activities", names[1]), names[-1]
    if len(names) == 3 and activity.uses and all(follow.own(use, last) for use in activity.uses):
        return "elk gebruik zegt zelf iets anders"
    use = next(
        (
            use
            for index, use in enumerate(activity.uses)
            if len(names) > 3 and names[3] == (paths.row_name(use) or str(index))
        ),
        None,
    )
    if len(names) == 3 and last == "retention" and not activity.uses:
        return "zonder gegevens valt er niets te bewaren"
    if use is not None and last in follow.FOLLOWS and _same(getattr(use, last), getattr(activity, last)):
        return "het gebruik zegt hetzelfde als de verwerking"
    if use is not None and last == "category" and not facts.find("categories", use.category).name:
        return "de soort heeft geen naam"
    return ""


def _same(one: Any, other: Any) -> bool:
    return set(one) == set(other) if isinstance(one, tuple) else one == other


def _of_recipient(facts: Facts, names: list[str], law: Law) -> str:
    recipient = facts.find("recipients", names[1])
    if (
        names[-1] == "opt_out"
        and unclosed(recipient.opt_out or "").casefold() == unclosed(facts.cookies.withdraw_how or "").casefold()
    ):
        return "de weg om toestemming voor cookies in te trekken staat er al"
    if names[-1] in {"safeguards", "safeguard_url", "safeguard_copy"} and not law.outside(recipient):
        return "de ontvanger zit binnen de EER"
    if names[2:] == ["kind"] and recipient.kind and not law.is_unnamed(dataclasses.replace(recipient, kind="category")):
        return "de naam van een overheid zegt zelf wie dit is"
    if names[-1] == "transfer_countries" and set(recipient.transfer_countries) <= {recipient.country}:
        return "het land van vestiging staat er al"
    return ""
