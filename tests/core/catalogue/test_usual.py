"""What is usual stands beside the question that only the owner answers, with a button (decision 29): one row = one offer."""

import dataclasses
from datetime import date

from policies.core.catalogue.usual import measures, usual
from policies.core.clauses.library import load
from policies.core.facts import Activity, AiSystem, Facts, Preset, Purpose, Security
from policies.core.facts.promises import promised
from tests import golden
from tests.core.presets.test_promises_asked import SECTORS, proposed
from tests.core.presets.test_propose import known

ON = date(2026, 12, 1)
LIBRARY = load()


def test_each_offer_is_an_answer_to_an_open_promise() -> None:
    facts = proposed("saas", "BE", "alone", ("measure-own", "newsletter"))
    found = {one.path: one.answer for one in usual(facts, LIBRARY, ON)}
    assert set(found) >= {
        "scope.processing_countries",
        "cookies.consent_how",
        "cookies.withdraw_how",
        "marketing.stop_how",
        "rights.identity_check",
        "changes.channels",
        "minors.directed",
        "disclosure.cases",
    }
    assert (
        found["scope.processing_countries"] == ("BE",)
        and found["minors.directed"] is False
        and found["marketing.stop_how"] == "met de link onderaan elke mail"
    )
    assert any(path.endswith(".control") for path in found)


def test_what_is_answered_is_not_offered() -> None:
    for name in golden.EXAMPLES:
        facts = golden.example(name)
        there = {one.path for one in usual(facts, LIBRARY, ON)}
        assert not there & set(promised(facts)) or there & set(promised(facts)) == {"changes.channels"}


def test_nothing_is_offered_without_a_country_and_children_only_where_it_is_plain() -> None:
    assert usual(Facts(), LIBRARY, ON) == ()
    companies = {sector: dataclasses.replace(known("BE"), preset=Preset(sector=sector)) for sector in SECTORS}
    plain = {
        sector
        for sector, facts in companies.items()
        if any(one.path == "minors.directed" for one in usual(facts, LIBRARY, ON))
    }
    assert plain == {"it", "agency", "accountant", "builder", "estate", "legal", "saas", "consultant"}


def test_back_ups_are_asked_for_where_they_are_made() -> None:
    back_up = next(row["measure"] for row in LIBRARY.valid("security", ON) if row["id"] == "backups")
    facts = dataclasses.replace(known("BE"), security=Security(measures=(back_up,)))
    assert ("security.backup_days", 30) in {(one.path, one.answer) for one in usual(facts, LIBRARY, ON)}
    assert "security.backup_days" not in {one.path for one in usual(known("BE"), LIBRARY, ON)}


def test_measures_of_the_sector_stand_first_and_none_is_ticked() -> None:
    facts = proposed("care", "BE", "alone")
    assert (
        "iedereen die bij ons met patiënten werkt, heeft beroepsgeheim" in measures(facts, LIBRARY, ON)
        and facts.security.measures == ()
    )
    assert set(measures(proposed("shop", "BE", "alone"), LIBRARY, ON)) < set(measures(facts, LIBRARY, ON))


def test_an_activity_as_the_catalogue_tells_it_has_its_control_offered() -> None:
    activity = Activity(key="nieuws", name="nieuwsbrief", catalogue_id="ACT-06", purposes=(Purpose(key="x", name="x"),))
    facts = dataclasses.replace(
        known("BE"),
        activities=(activity, dataclasses.replace(activity, key="eigen", catalogue_id=None)),
        ai_systems=(AiSystem(key="bot"),),
    )
    assert [one.path for one in usual(facts, LIBRARY, ON) if "activities" in one.path] == ["activities.nieuws.control"]
