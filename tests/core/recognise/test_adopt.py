"""What was recognised and chosen, put in the facts: picked from the catalogue, with the periods of the text, and never over an answer."""

import dataclasses
from datetime import date

import pytest

from policies.core.catalogue.pick import NotInCatalogue, add, pick_activity, pick_recipient
from policies.core.clauses.library import load
from policies.core.facts import Activity, Controller, Cookies, Facts, Recipient, RetentionRule
from policies.core.facts.plain_data import from_data, to_data
from policies.core.recognise import RecognisedFact, RetentionPeriod, adopt
from tests.core.recognise.test_company import of

ON = date(2026, 12, 1)


def one(kind: str, wanted: str, value: RetentionPeriod | str | None = None) -> RecognisedFact:
    return RecognisedFact(kind, wanted, wanted, "een zin", value)


def period(activity: str, number: int, unit: str) -> RecognisedFact:
    return one("retention", activity, RetentionPeriod(number, unit, activity))


def adopted(*chosen: RecognisedFact, facts: Facts | None = None, country: str = "BE") -> tuple[Facts, tuple[str, ...]]:
    return adopt(facts or Facts(), chosen, load(), country, ON)


def rule_of(facts: Facts, activity: str) -> RetentionRule:
    row = next(row for row in facts.activities if row.catalogue_id == activity)
    return facts.find("retention_rules", row.retention)


def test_a_whole_statement_becomes_facts_that_travel() -> None:
    found = of("webwinkel.html")
    facts, confirm = adopted(*found, country="NL")
    assert {row.catalogue_id for row in facts.activities} == {one.id for one in found if one.kind == "activity"}
    assert {row.catalogue_id for row in facts.recipients} == {one.id for one in found if one.kind == "recipient"}
    assert {cookie.name for cookie in facts.cookies.placed} == {"_ga", "_gcl_au"} and facts.cookies.used is True
    assert (facts.controller.legal_name, facts.controller.legal_form, facts.controller.country) == (
        "De Houten Hobbelaar",
        "bv",
        "NL",
    )
    assert set(confirm) == {
        *(f"activities.{row.key}" for row in facts.activities),
        *(f"recipients.{row.key}" for row in facts.recipients),
        "cookies",
    }
    assert from_data(to_data(facts)) == facts
    assert {rule.key for rule in facts.retention_rules} == {
        key for row in facts.activities for key in (row.retention, *(use.retention for use in row.uses)) if key
    }


def test_a_recipient_serves_the_activities_that_are_there_and_usually_involve_it() -> None:
    facts, _ = adopted(
        one("recipient", "mailchimp"),
        one("recipient", "combell"),
        one("recipient", "youtube"),
        one("activity", "ACT-06"),
        one("activity", "ACT-19"),
    )
    served = {row.catalogue_id: row.activities for row in facts.recipients}
    assert served == {"mailchimp": ("nieuwsbrief",), "combell": ("beveiliging-van-onze-systemen",), "youtube": ()}


def test_a_period_of_the_text_replaces_that_of_the_catalogue() -> None:
    facts, _ = adopted(one("activity", "ACT-01"), period("ACT-01", 6, "month"), one("activity", "ACT-02"))
    rule = rule_of(facts, "ACT-01")
    assert (rule.number, rule.unit, rule.start_event, rule.reason) == (
        6,
        "month",
        "na ons laatste antwoord",
        "om een vervolgvraag te beantwoorden",
    )
    assert rule.catalogue_id is rule.law is None and rule.name == "vragen beantwoorden"
    assert [rule.catalogue_id for rule in facts.retention_rules] == [None, "RET-OWN-02"]  # the one it replaces is gone
    most, _ = adopted(
        one("activity", "ACT-01"), one("retention", "ACT-01", RetentionPeriod(6, "month", "ACT-01", "at_most"))
    )
    assert rule_of(most, "ACT-01").bound == "at_most" and rule.bound is None
    same, _ = adopted(one("activity", "ACT-01"), period("ACT-01", 1, "year"))
    assert rule_of(same, "ACT-01").catalogue_id == "RET-BE-07"


@pytest.mark.parametrize(
    ("activity", "number", "unit", "kept"),
    [
        ("ACT-04", 5, "year", (7, "year", "RET-BE-01")),  # the law asks for more
        ("ACT-04", 84, "month", (7, "year", "RET-BE-01")),  # that is what the law asks, in another unit
        ("ACT-04", 10, "year", (10, "year", None)),  # longer is a choice, and then no law is named
        ("ACT-29", 7, "year", (10, "year", "RET-BE-10")),  # the law says exactly how long
        ("ACT-18", 3, "month", (3, "month", None)),  # a maximum is no minimum: what is too long is told by a check
        ("ACT-06", 2, "year", (2, "year", None)),  # the catalogue has a criterion
    ],
)
def test_a_law_that_asks_for_more_stays(
    activity: str, number: int, unit: str, kept: tuple[int, str, str | None]
) -> None:
    facts, _ = adopted(one("activity", activity), period(activity, number, unit))
    rule = rule_of(facts, activity)
    assert (rule.number, rule.unit, rule.catalogue_id) == kept
    assert bool(rule.law) is bool(rule.catalogue_id) and rule.criterion is None


def test_a_period_of_one_activity_leaves_the_others_alone() -> None:
    facts, _ = adopted(one("activity", "ACT-04"), one("activity", "ACT-12"), period("ACT-12", 10, "year"))
    assert rule_of(facts, "ACT-04").number == 7 and rule_of(facts, "ACT-12").number == 10


def test_no_answer_is_overwritten() -> None:
    facts = Facts(
        controller=Controller(email="oud@deeg.example"),
        cookies=Cookies(used=False),
        retention_rules=(
            RetentionRule(key="eigen", number=3, unit="year"),
            RetentionRule(key="ret-be-07", catalogue_id="RET-BE-07", number=1, unit="year"),
        ),
        activities=(
            Activity(key="brief", name="nieuwsbrief", retention="eigen", catalogue_id="ACT-06"),
            Activity(key="eigen-offertes", name="Offertes"),
        ),
        recipients=(
            Recipient(key="mc", name="Mailchimp", activities=("brief",)),
            dataclasses.replace(pick_recipient(load(), "mollie", "BE", ON), name="Onze betaaldienst"),
        ),
    )
    after, confirm = adopted(
        one("activity", "ACT-06"),
        period("ACT-06", 1, "year"),
        one("activity", "ACT-02"),
        one("recipient", "mailchimp"),
        one("recipient", "mollie"),
        one("cookie", "ga"),
        one("field", "controller.email", "nieuw@deeg.example"),
        one("activity", "ACT-01"),
        period("ACT-01", 2, "year"),
        facts=facts,
    )
    assert confirm == ("activities.vragen-beantwoorden",)
    assert (
        after.activities[:2] == facts.activities
        and after.recipients == facts.recipients
        and after.cookies == facts.cookies
    )
    assert after.retention_rules[:2] == facts.retention_rules and after.controller == facts.controller
    again, nothing = adopted(one("activity", "ACT-01"), facts=after)
    assert again == after and nothing == ()


def test_a_cookie_that_is_there_is_not_placed_twice() -> None:
    facts, confirm = adopted(one("cookie", "ga"))
    assert confirm == ("cookies",) and facts.cookies.used
    again, nothing = adopted(one("cookie", "ga"), facts=facts)
    assert again == facts and nothing == ()


def test_an_activity_without_a_period_gets_that_of_the_text() -> None:
    picked = add(Facts(), pick_activity(load(), "ACT-25", "BE", ON))
    facts = dataclasses.replace(picked, activities=(dataclasses.replace(picked.activities[0], retention=None),))
    after, confirm = adopted(period("ACT-25", 18, "month"), facts=facts)
    assert rule_of(after, "ACT-25").number == 18 and confirm == ("activities.afspraken",)
    assert adopted(period("ACT-26", 1, "year"), facts=facts) == (facts, ())  # an activity that nobody chose


@pytest.mark.parametrize(
    ("path", "value", "after"),
    [
        ("scope.websites", "https://a.example\nhttps://b.example", ("https://a.example", "https://b.example")),
        ("dpo.designated", "nee", None),
        ("dpo.designated", "ja", True),
        ("controller.country", "BE", "BE"),
        ("contact.email", "privacy@deeg.example", "privacy@deeg.example"),
    ],
)
def test_a_field_is_filled_in_as_a_form_would(path: str, value: str, after: object) -> None:
    facts, confirm = adopted(one("field", path, value))
    part, _, name = path.partition(".")
    assert getattr(getattr(facts, part), name) == after and confirm == ()


def test_what_the_catalogue_does_not_have_is_refused() -> None:
    for wrong in (one("activity", "ACT-99"), one("recipient", "nobody"), one("cookie", "nobody")):
        with pytest.raises(NotInCatalogue):
            adopted(wrong)
    with pytest.raises(NotInCatalogue):
        adopted(one("activity", "ACT-01"), country="")
