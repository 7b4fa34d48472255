"""The usual answer to a question that only the owner answers: offered beside the question, and on a button where the law needs it (decision 29)."""

import dataclasses

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.facts import Activity, Cookie, Cookies, Facts, Purpose
from policies.wizard.steps.blocks import Cards
from policies.wizard.steps.table import BY_SLUG
from policies.wizard.suggestions import FindingWithButton, act_of, suggested_answers, with_buttons
from tests.core.checks.company import ON
from tests.core.presets.test_propose import known

ACCOUNT = "U past uw gegevens zelf aan en laat het account wissen wanneer u wilt"


def asked() -> Facts:
    """A company with two open promises that the law needs, and an account of the catalogue."""
    activity = Activity(
        key="klantenaccount",
        name="klantenaccount",
        catalogue_id="ACT-11",
        purposes=(Purpose(key="account", name="een account geven"),),
    )
    cookie = Cookie(key="ga", name="_ga", kind="statistics", consent="consent")
    return dataclasses.replace(known("NL"), activities=(activity,), cookies=Cookies(used=True, placed=(cookie,)))


def buttons(offers: bool) -> dict[str, FindingWithButton]:
    facts = asked()
    return {one.path: one for one in with_buttons(check(facts, load(), ON), facts, load(), ON, offers) if one.offer}


def test_what_the_law_needs_has_the_usual_answer_on_a_button_where_it_is_wanted() -> None:
    found = buttons(offers=True)
    assert {path: one.mend for path, one in found.items()} == {
        "scope.processing_countries": "Zet op Nederland",
        "cookies.consent_how": "Neem over: “met de knop Accepteren in de cookiemelding”",
        "cookies.withdraw_how": "Neem over: “met de link Cookie-instellingen onderaan elke pagina”",
    }
    assert buttons(offers=False) == {}


def test_pressing_it_answers_that_question_alone() -> None:
    facts, go = asked(), buttons(offers=True)["scope.processing_countries"].go
    after = act_of(go, (), load(), ON)(facts)
    assert after == dataclasses.replace(facts, scope=dataclasses.replace(facts.scope, processing_countries=("NL",)))
    assert act_of(go.replace("Nederland", "Frankrijk"), (), load(), ON)(facts) == facts, (
        "what nobody offered is not taken"
    )
    assert act_of(go, (), load(), ON)(after) == after


def test_a_text_is_offered_whole_and_taken_whole() -> None:
    step = BY_SLUG["verwerkingen"]
    page = next(block for block in step.blocks if isinstance(block, Cards))
    (offer,) = [one for one in suggested_answers(step, page, asked(), load(), ON) if "account" in one.value]
    assert offer.value == ACCOUNT
    assert act_of(offer.go, (), load(), ON)(asked()).activities[0].control == f"{ACCOUNT}."
