"""How far the answers are: states of steps, and what comes next."""

import dataclasses
from datetime import date

import pytest

from policies.core.checks import check
from policies.core.checks.finding import CheckRule
from policies.core.checks.unconfirmed import PROPOSED
from policies.core.clauses.library import load
from policies.core.facts import Controller, Facts, Security
from policies.wizard.progress import by_severity, value_at, wizard_progress
from policies.wizard.steps.table import LAST, STEPS
from tests.make import make_company

ON = date(2026, 11, 22)
ERROR = CheckRule("x", "error", "13.1.a")
WARNING = CheckRule("y", "warning", "13.1.a")


def state(facts: Facts, *findings) -> dict[str, str]:
    return {progress.step.slug: progress.state for progress in wizard_progress(facts, findings).steps}


def test_nothing_answered_is_empty_whatever_is_found():
    way = wizard_progress(Facts(), check(Facts(), load(), ON))
    assert {progress.state for progress in way.steps} == {"leeg"}
    assert not way.begun and not way.ready and way.next.step is STEPS[0]


def test_a_missing_answer_in_a_step_that_began_is_unfinished():
    facts = Facts(controller=Controller(legal_name="Peeters"))
    assert state(facts, ERROR.at("controller.country", "", ""))["onderneming"] == "bezig"


def test_an_answer_that_is_wrong_blocks():
    facts = Facts(controller=Controller(register_number="1"))
    assert state(facts, ERROR.at("controller.register_number", "", ""))["onderneming"] == "blokkeert"
    assert state(facts, PROPOSED.at("controller", "", ""))["onderneming"] == "voorstel"


def test_a_box_that_is_not_ticked_is_missing_and_not_wrong():
    facts = Facts(security=Security(measures=("slot op de deur",)))
    assert state(facts, ERROR.at("security.keeps_register", "", ""))["beveiliging"] == "bezig"


def test_a_no_is_an_answer():
    facts = make_company()
    facts = dataclasses.replace(facts, dpo=dataclasses.replace(facts.dpo, designated=False))
    assert value_at(facts, "dpo.designated") is False
    assert state(facts)["contact"] == "klaar"


def test_a_warning_does_not_hold_a_step_back():
    facts = Facts(controller=Controller(legal_name="Peeters"))
    way = wizard_progress(facts, [WARNING.at("controller.vat_number", "", "")])
    assert way.steps[0].state == "klaar" and way.ready and way.next.step is LAST


def test_an_answer_in_a_row_makes_its_own_step_begin():
    states = state(make_company())
    assert states["verwerkingen"] == states["gegevens"] == states["bewaartermijnen"] == "klaar"
    assert states["beveiliging"] == "leeg"


def test_next_is_the_first_step_with_an_error_and_the_last_one_waits_for_all():
    way = wizard_progress(
        make_company(), [ERROR.at("recipients.combell.entity", "", ""), ERROR.at("changes.channels", "", "")]
    )
    assert way.next.step.slug == "ontvangers" and way.next.number == 7
    assert way.steps[-1].state == "leeg"
    assert wizard_progress(make_company(), []).steps[-1].state == "klaar"


def test_before_and_after_walk_the_steps():
    way = wizard_progress(Facts(), [])
    assert way.before(STEPS[0]) is None and way.after(LAST) is None
    assert way.after(STEPS[3]).step is STEPS[4] and way.before(STEPS[3]).step is STEPS[2]


@pytest.mark.parametrize("path", ["activities.weg.name", "activities.weg.purposes.x.name", "nergens", "controller"])
def test_what_is_not_there_has_no_value_and_breaks_nothing(path):
    assert value_at(Facts(), path) in (None, Facts().controller)


def test_findings_are_grouped_by_weight():
    error, warning = ERROR.at("a", "", ""), WARNING.at("b", "", "")
    assert by_severity([warning, error]) == [("error", [error]), ("warning", [warning])]
