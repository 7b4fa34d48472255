"""What goes along with an activity: what only it used. Nothing blocks afterwards because of that, and putting it back gives the very same facts."""

import dataclasses
import os
import random

import pytest

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.facts import (
    AiSystem,
    Automated,
    DataCategory,
    DataUse,
    Decision,
    Disclosure,
    Facts,
    Group,
    JointController,
    Marketing,
    Purpose,
    Recipient,
    RetentionRule,
    paths,
)
from policies.core.facts.choices import SIZE
from policies.core.facts.remove import NO_MARKETING, along, answers_after, without
from policies.core.facts.restore import NotPossible, answer_again, put_back
from policies.core.picking.companions import companions, rows_to_remove
from policies.core.presets import propose
from policies.models import Policy, Removal, User
from policies.store import write
from policies.store.read import facts_of
from policies.wizard import save
from tests import golden
from tests.generate import any_company, full_company
from tests.make import make_activity, make_company, make_policy
from tests.people import make_people

ON = golden.ON
pytestmark = pytest.mark.django_db


def proposed(sector: str, country: str) -> Facts:
    """A company as the two screens propose it, of three people."""
    size = list(SIZE)[1]
    doings = propose.usual_doings(load(), sector, size, ON)
    start = propose.StartAnswers(
        country,
        sector,
        size,
        doings,
        [key for offer in propose.service_offers(load(), doings, country, ON) for key, _ in offer.services],
    )
    facts, _ = propose.propose(Facts(), start, load(), ON)
    return dataclasses.replace(facts, preset=dataclasses.replace(facts.preset, doings=start.doings))


DEEP = bool(os.environ.get("DEEP"))
SECTORS = [row["id"] for row in load().valid("sectors", ON)]
COMPANIES = {
    **{f"example {name}": lambda name=name: golden.example(name) for name in golden.EXAMPLES},
    **{
        f"{sector} {country}": lambda sector=sector, country=country: proposed(sector, country)
        for sector in SECTORS
        for country in (("BE", "NL") if DEEP else ("BE", "NL")[len(sector) % 2 :][:1])
    },
    **{
        f"drawn {number}": lambda number=number: any_company(random.Random(number).randrange, most=4)
        for number in range(40 if DEEP else 10)
    },
    **{f"full {number}": lambda number=number: full_company(number, 3) for number in range(4)},
}


def gone_from(facts: Facts, path: str) -> tuple[tuple[str, ...], Facts]:
    """What goes along with an activity, and the facts after both are gone."""
    gone = rows_to_remove(facts, path, load(), ON)
    return gone, paths.put_all(
        without(deleted(facts, path.partition(".")[2]), gone), answers_after(facts, (path, *gone))
    )


def deleted(facts: Facts, key: str) -> Facts:
    """The facts as the database leaves them when an activity goes: nothing refers to it any more."""
    rows = {
        name: tuple(
            dataclasses.replace(row, activities=tuple(one for one in row.activities if one != key))
            for row in getattr(facts, name)
        )
        for name in ("recipients", "joint_controllers")
    }
    return dataclasses.replace(facts, activities=tuple(row for row in facts.activities if row.key != key), **rows)


@pytest.mark.parametrize("company", COMPANIES)
def test_whatever_activity_goes_nothing_new_blocks_and_all_comes_back(company: str) -> None:
    before = COMPANIES[company]()
    blocking = {(one.code, one.path) for one in check(before, load(), ON) if one.blocks}
    for activity in before.activities:
        path = f"activities.{activity.key}"
        gone, after = gone_from(before, path)
        new = {(one.code, one.path) for one in check(after, load(), ON) if one.blocks} - blocking
        assert {one for one in new if not one[1].startswith("activities")} == set() or company.startswith(
            ("drawn", "full")
        )
        assert not {one for one in new for lost in gone if f"{one[1]}.".startswith(f"{lost}.")}
        assert answer_again(put_back(after, before, path, gone), before, answers_after(before, (path, *gone))) == before


@pytest.mark.parametrize(
    "company",
    [
        "example rubrieken",
        "example betrokkenen",
        "example verwerkingen",
        next(name for name in COMPANIES if name.startswith(SECTORS[0])),
    ],
)
def test_all_activities_one_after_another_leave_only_that_there_are_none(company: str) -> None:
    facts = COMPANIES[company]()
    for activity in facts.activities:
        _, facts = gone_from(facts, f"activities.{activity.key}")
    assert not facts.marketing.used and facts.disclosure.shares == bool(facts.recipients)
    assert {one.code for one in check(facts, load(), ON) if one.blocks} <= {
        "13.1.c-activities",
        *(one.code for one in check(COMPANIES[company](), load(), ON) if one.blocks),
    }


ADVERTISES = Marketing(used=True, channels=("email", "post"), topics=("brood",), stop_how="met de link")


def advertiser(*rules: str, **more: object) -> Facts:
    """An activity for each rule, with one purpose that has it."""
    rows = tuple(
        make_activity(
            key=f"a{number}",
            name=f"reclame {number}",
            purposes=(Purpose(key="p", name="reclame", marketing_rule=rule),),
        )
        for number, rule in enumerate(rules)
    )
    return make_company(activities=rows, recipients=(), **{"marketing": ADVERTISES, **more})


def test_a_yes_that_rests_on_nothing_any_more_is_a_no() -> None:
    assert answers_after(advertiser("opt_in"), ("activities.a0",)) == NO_MARKETING
    assert answers_after(advertiser("opt_in"), ("activities.a0.purposes.p",)) == NO_MARKETING
    assert answers_after(advertiser("opt_in", "post"), ("activities.a0",)) == {"marketing.channels": ("post",)}
    assert answers_after(advertiser("opt_in", "customer_exception"), ("activities.a0",)) == {}
    assert answers_after(advertiser("post", "opt_in"), ("activities.a0",)) == {}
    assert answers_after(advertiser(), ("activities.a0",)) == {}  # it rested on nothing before
    assert answers_after(two(disclosure=Disclosure(shares=True)), ("recipients.p", "recipients.q", "recipients.z")) == {
        "disclosure.shares": False
    }
    assert answers_after(two(disclosure=Disclosure(shares=True)), ("recipients.p", "recipients.q")) == {}
    decides = two(
        automated=Automated(used=True, decisions=(Decision("d", "kredietcontrole"), Decision("e", "korting")))
    )
    assert (
        answers_after(decides, ("automated.decisions.d", "automated.decisions.e")) == {"automated.used": False}
        and answers_after(decides, ("automated.decisions.d",)) == {}
    )


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_answer_comes_back_with_the_row_it_rests_on(owner: User, order: tuple[int, int]) -> None:
    before = advertiser("opt_in", "customer_exception")
    policy = make_policy(company=before)
    removals = [remove(policy, owner, key) for key in ("a0", "a1")]
    assert facts_of(policy).marketing == Marketing(used=False)
    for number, one in enumerate(order):
        save.undo(Removal.objects.get(pk=removals[one].pk))
        assert facts_of(policy).marketing == ADVERTISES, number
    assert facts_of(policy).marketing == before.marketing and {row.key for row in facts_of(policy).activities} == {
        "a0",
        "a1",
    }


def test_what_somebody_answered_since_stays(owner: User) -> None:
    policy = make_policy(company=advertiser("opt_in"))
    removal, own = remove(policy, owner, "a0"), Marketing(used=False, stop_how="met een brief")
    write.change(policy, lambda facts: dataclasses.replace(facts, marketing=own))
    save.undo(removal)
    assert facts_of(policy).marketing == own


@pytest.fixture
def policy() -> Policy:
    return make_policy(make_people().organisation, golden.example("rubrieken"))


@pytest.fixture
def owner(policy: Policy) -> User:
    return policy.organisation.memberships.filter(role="owner").get().user


def remove(policy: Policy, owner: User, key: str) -> Removal:
    row = policy.activities.get(key=key)
    removal = save.delete_row(policy, row, f"activities.{key}", row.name, owner)
    assert removal is not None
    return removal


def test_in_the_rows_as_in_the_facts(policy: Policy, owner: User) -> None:
    before = facts_of(policy)
    for activity in before.activities:
        gone = rows_to_remove(before, f"activities.{activity.key}", load(), ON)
        removal = remove(policy, owner, activity.key)
        assert facts_of(policy) == paths.put_all(
            without(deleted(before, activity.key), gone), answers_after(before, (f"activities.{activity.key}", *gone))
        )
        save.undo(removal)
        assert facts_of(policy) == before and not policy.removals.exists()


def test_all_of_them_one_after_another_and_back_in_any_order(policy: Policy, owner: User) -> None:
    before = facts_of(policy)
    removals = [remove(policy, owner, activity.key) for activity in before.activities]
    assert (
        facts_of(policy).activities == ()
        and facts_of(policy).categories == ()
        and facts_of(policy).retention_rules == ()
    )
    for removal in reversed(removals):
        save.undo(removal)
    assert facts_of(policy) == before
    removals = [remove(policy, owner, activity.key) for activity in before.activities]
    for removal in random.Random(1).sample(removals, len(removals)):
        save.undo(removal)
    after = facts_of(policy)
    assert (after.marketing, after.disclosure) == (before.marketing, before.disclosure)
    for name in ("activities", "groups", "categories", "retention_rules", "recipients", "joint_controllers"):
        rows = ({row.key: _sorted(row) for row in getattr(facts, name)} for facts in (before, after))
        assert next(rows) == next(rows), name
    assert not {(one.code, one.path) for one in check(after, load(), ON) if one.blocks}


def _sorted(row: object) -> object:
    """The same row with what it refers to in one order: undone in another order, the rows stand in another order."""
    names = [name for name in ("activities", "groups") if hasattr(row, name)]
    return dataclasses.replace(row, **{name: tuple(sorted(getattr(row, name))) for name in names})


def two(**more: object) -> Facts:
    """Two activities that share something and have something of their own."""
    own = make_activity(
        key="a",
        name="eigen",
        retention="r1",
        groups=("g1", "g2"),
        uses=(DataUse(category="c1"), DataUse(category="c2")),
    )
    other = make_activity(key="b", name="ander", retention="r2", groups=("g2",), uses=(DataUse(category="c2"),))
    rows = {
        "groups": tuple(Group(key, f"groep {key}") for key in ("g1", "g2", "g3")),
        "categories": tuple(DataCategory(key, f"soort {key}") for key in ("c1", "c2", "c3")),
        "retention_rules": tuple(
            RetentionRule(key, f"termijn {key}", 1, "year", "na afloop") for key in ("r1", "r2", "r3")
        ),
        "recipients": (
            Recipient("p", "Eigen", activities=("a",)),
            Recipient("q", "Beide", activities=("a", "b")),
            Recipient("z", "Geen"),
        ),
        "joint_controllers": (
            JointController("j", "Samen", activities=("a",)),
            JointController("k", "Ook", activities=("b",)),
        ),
    }
    return make_company(activities=(own, other), **(rows | more))


def test_only_what_nothing_else_uses() -> None:
    assert along(two(), "activities.a", {}) == (
        "joint_controllers.j",
        "groups.g1",
        "categories.c1",
        "retention_rules.r1",
        "recipients.p",
    )
    assert along(two(), "activities.b", {}) == ("joint_controllers.k", "retention_rules.r2")
    assert along(two(), "activities.a.uses.c1", {}) == ("categories.c1",)
    assert (
        along(two(), "recipients.q", {})
        == along(two(), "categories.c1", {})
        == along(two(), "retention_rules.r3", {})
        == ()
    )


def test_who_decides_or_makes_a_machine_stays() -> None:
    decides = two(automated=Automated(used=True, decisions=(Decision("d", "kredietcontrole", recipient="p"),)))
    assert "recipients.p" not in along(decides, "activities.a", {})
    machine = two(ai_systems=(AiSystem("ai", "de chat", recipient="p"),))
    assert "recipients.p" not in along(machine, "activities.a", {})
    assert {"recipients.p", "ai_systems.ai"} <= set(
        along(machine, "activities.a", {"activities.a": ("ai_systems.ai",)})
    )  # it came with the activity, and takes its maker along


def test_what_the_catalogue_gave_goes_with_the_last_that_gave_it() -> None:
    facts = proposed(SECTORS[0], "BE")
    brought = companions(facts, load(), ON)
    given = {
        cookie: [source for source, places in brought.items() if cookie in places]
        for cookie in (f"cookies.placed.{row.key}" for row in facts.cookies.placed)
    }
    alone = next(
        (
            (cookie, sources[0])
            for cookie, sources in given.items()
            if len(sources) == 1 and sources[0].startswith("recipients.")
        ),
        None,
    )
    assert alone and alone[0] in along(facts, alone[1], brought)


def test_between_the_two_somebody_works_on(policy: Policy, owner: User) -> None:
    """A new row took the key of what went along: that stays, and what comes back gets a key of its own."""
    before = facts_of(policy)
    key, lost = next(
        (one.key, path)
        for one in before.activities
        for path in rows_to_remove(before, f"activities.{one.key}", load(), ON)
        if path.startswith("categories.")
    )
    removal = remove(policy, owner, key)
    name = lost.partition(".")[2]
    write.change(
        policy,
        lambda facts: dataclasses.replace(
            facts,
            categories=(*facts.categories, DataCategory(name, "iets heel anders")),
            controller=dataclasses.replace(facts.controller, seat_city="Gent"),
        ),
    )
    save.undo(removal)
    after = facts_of(policy)
    was, back = (
        before.find("categories", name),
        [row for row in after.categories if row.name == before.find("categories", name).name],
    )
    assert after.find("categories", name).name == "iets heel anders" and after.controller.seat_city == "Gent"
    assert len(back) == 1 and dataclasses.replace(back[0], key=name) == was
    assert back[0].key in [use.category for use in after.find("activities", key).uses]
    with pytest.raises(NotPossible, match="staat er al"):
        put_back(after, before, f"activities.{key}")


def test_a_proposal_that_comes_back_waits_again(policy: Policy, owner: User) -> None:
    keys = [row.key for row in facts_of(policy).activities[:2]]
    write.change(
        policy,
        lambda facts: dataclasses.replace(
            facts, preset=dataclasses.replace(facts.preset, unconfirmed=tuple(f"activities.{key}" for key in keys))
        ),
    )
    removal = remove(policy, owner, keys[0])
    save.confirm(policy, [f"activities.{keys[1]}"])
    assert facts_of(policy).preset.unconfirmed == ()
    save.undo(removal)
    assert facts_of(policy).preset.unconfirmed == (f"activities.{keys[0]}",)


def test_two_who_remove_the_same_at_once_leave_one_way_back(policy: Policy, owner: User) -> None:
    before, (first, second) = facts_of(policy), (policy.activities.first() for _ in range(2))
    path = f"activities.{first.key}"
    assert (
        save.delete_row(policy, first, path, first.name, owner)
        and save.delete_row(policy, second, path, second.name, owner) is None
    )
    removal, again = policy.removals.get(), policy.removals.get()
    save.undo(removal)
    with pytest.raises(NotPossible):
        save.undo(again)
    assert facts_of(policy) == before
