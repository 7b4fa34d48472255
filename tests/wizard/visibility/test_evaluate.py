"""What is asked, and what is not: in step with the checks, and nothing that is said or wrong is ever hidden."""

import random
from collections.abc import Iterator
from functools import reduce
from typing import Any

import pytest

from policies.core.checks import check
from policies.core.checks.finding import Finding
from policies.core.clauses.library import load
from policies.core.facts import Cookie, Facts, Purpose, SocialProfile, paths
from policies.wizard.steps.locate import asked, homes
from policies.wizard.visibility.evaluate import for_browser, is_asked, list_for_browser, list_matters, posted
from policies.wizard.visibility.rules import EEA, RULES, Either, If, When
from tests import golden
from tests.core.change import with_each
from tests.core.checks.company import ON, company
from tests.generate import any_company

EXAMPLES = ("rubrieken", "vraag-antwoord")  # the small ones


def row_of(facts: Facts, path: str) -> Any:
    fact = paths.parse(path)
    if not fact.rows:
        return reduce(getattr, fact.address.split("."), facts)
    rows = paths.rows_at(facts, fact.address, fact.rows)
    return rows[paths.position(rows, fact.rows[-1])]


def asks(facts: Facts, path: str, **given: Any) -> bool:
    fact = paths.parse(path)
    return is_asked(facts, row_of(facts, path), fact.address, fact.field, given)


def hidden(facts: Facts) -> Iterator[Finding]:
    """Findings whose own question, or list, is not asked."""
    for finding in check(facts, load(), ON):
        fact = paths.parse(finding.path)
        if not (asks(facts, finding.path) if fact.field else list_matters(fact.address, facts)):
            yield finding


@pytest.mark.parametrize("seed", range(4))
def test_what_a_check_demands_is_asked_in_any_company(seed: int) -> None:
    assert list(hidden(any_company(random.Random(seed).randrange, most=3))) == []


def test_what_a_check_demands_is_asked_of_nobody_and_of_who_left_one_thing_open() -> None:
    assert list(hidden(Facts())) == []
    seen: set[str] = set()
    for where, facts in with_each(company({})):
        names = tuple(name for name in where.split(".") if name.isalpha())
        if (names[0], names[-1]) not in seen:
            seen.add((names[0], names[-1]))
            assert list(hidden(facts)) == [], where


def test_every_rule_is_about_a_question_and_looks_at_one() -> None:
    assert RULES.keys() <= homes().keys()
    for (address, _), rule in RULES.items():
        for condition in rule.all_of:
            for part in condition.one_of if isinstance(condition, Either) else (condition,):
                assert isinstance(part, If | When)
                if isinstance(part, When):
                    spec = paths.field_spec(part.of or address, part.name)
                    codes = set(spec.choices) | ({"ja", "nee"} if spec.kind in {"yesno", "tick"} else set())
                    assert not codes or set(part.values) - {""} <= codes, (address, part)
                    assert not part.of or part.of in {"disclosure", "cookies", "automated"}


def test_the_countries_of_the_eea_are_those_of_the_catalogue() -> None:
    assert set(EEA.split()) == {row["code"] for row in load().valid("eea", ON)}


# path, changes with which it is asked, and near ones with which it is not; the question itself is left open
ASKED = [
    ("dpo.email", {"dpo.designated": True}, {"dpo.designated": False}),
    ("representative.name", {"controller.seat_country": "GB"}, {}),
    ("controller.parent_country", {"controller.legal_form": "bijkantoor"}, {}),
    ("controller.parent_name", {"controller.parent_country": "DE"}, {}),
    ("controller.register_court", {}, {"controller.legal_form": "eenmanszaak"}),
    ("activities.vragen.source_detail", {"activities.vragen.source": "public"}, {}),
    (
        "activities.vragen.required",
        {
            "activities.vragen.required": None,
            "activities.vragen.source": "public",
            "activities.vragen.uses.contact.source": "person",
        },
        {"activities.vragen.required": None, "activities.vragen.source": "public"},
    ),
    ("activities.nieuws.consequence", {"activities.nieuws.required": "contract"}, {}),
    (
        "activities.nieuws.consequence",
        {"activities.nieuws.required": "contract"},
        {"activities.nieuws.required": "contract", "activities.nieuws.source": "observed"},
    ),
    ("activities.vragen.uses.contact.required", {}, {"activities.vragen.source": "public"}),
    (
        "activities.vragen.uses.contact.required",
        {"activities.vragen.source": "public", "activities.vragen.uses.contact.source": "person"},
        {"activities.vragen.uses.contact.source": "public"},
    ),
    (
        "activities.nieuws.purposes.sturen.interest",
        {"activities.nieuws.purposes.sturen.legal_basis": "legitimate_interest"},
        {},
    ),
    ("activities.nieuws.purposes.sturen.law", {"categories.contact.criminal": True}, {}),
    (
        "activities.vragen.purposes.antwoorden.special_ground",
        {"categories.contact.special": "health"},
        {"categories.stukken.special": "health"},
    ),
    (
        "activities.vragen.purposes.antwoorden.marketing_rule",
        {},
        {"marketing.used": False, "activities.nieuws.purposes.sturen.marketing_rule": None},
    ),
    (
        "activities.nieuws.purposes.sturen.own_similar",
        {"activities.nieuws.purposes.sturen.marketing_rule": "customer_exception"},
        {},
    ),
    ("recipients.bank.entity", {"recipients.bank.kind": "named"}, {}),
    ("recipients.host.safeguards", {"recipients.host.country": "GB"}, {}),
    (
        "recipients.host.safeguards",
        {"recipients.host.transfer_countries": ("US", "FR")},
        {"recipients.host.transfer_countries": ("FR",)},
    ),
    ("recipients.host.safeguards", {"recipients.host.country": "US"}, {"recipients.host.country": None}),
    (
        "recipients.host.dpf_certified",
        {"recipients.host.safeguards": ("scc", "dpf")},
        {"recipients.host.safeguards": ("scc",)},
    ),
    (
        "recipients.host.dpf_certified",
        {"recipients.host.safeguards": ("dpf",)},
        {"recipients.host.safeguards": ("dpf",), "recipients.host.catalogue_id": "stripe"},
    ),
    ("recipients.mailer.safeguard_copy", {"recipients.mailer.safeguard_url": None}, {}),
    ("recipients.google.opt_out_url", {"recipients.google.opt_out": "met een link"}, {}),
    ("recipients.host.own_use", {"recipients.host.role": "joint"}, {}),
    ("cookies.techniques", {}, {"cookies.used": None, "cookies.placed": ()}),
    (
        "cookies.withdraw_how",
        {"cookies.withdraw_how": None},
        {"cookies.withdraw_how": None, "cookies.placed.meting.consent": "low_impact"},
    ),
    (
        "cookies.withdraw_how",
        {"cookies.withdraw_how": None, "cookies.used": None},
        {"cookies.withdraw_how": None, "cookies.used": False},
    ),
    (
        "cookies.consent_how",
        {"cookies.consent_how": None, "cookies.placed": ()},
        {"cookies.consent_how": None, "cookies.placed": (), "cookies.used": None},
    ),
    ("marketing.topics", {}, {"marketing.used": False}),
    ("rights.by_phone", {}, {"controller.phone": None}),
    (
        "rights.withdraw_how",
        {"rights.withdraw_how": None},
        {"rights.withdraw_how": None, "activities.nieuws.purposes.sturen.legal_basis": "contract"},
    ),
    ("minors.parental_consent", {"minors.directed": True}, {}),
    ("unasked.erases", {}, {"categories.contact.special": "health"}),
    ("processor_role.agreement_url", {"processor_role.services": "wij hosten"}, {}),
    ("changes.notice_days", {}, {"changes.channels": ()}),
    ("retention_rules.vraag.together", {"retention_rules.vraag.criterion": "tot u zich uitschrijft"}, {}),
    ("links.buttons_activity", {"links.buttons": True}, {}),
    ("recipients.host.planned_from", {"recipients.host.planned": True}, {}),
    ("scope.apps", {"scope.applies_to": "websites_apps"}, {}),
]


@pytest.mark.parametrize(("path", "changes", "near"), ASKED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_question_is_asked_when_it_matters(path: str, changes: dict[str, Any], near: dict[str, Any]) -> None:
    assert asks(company(changes), path) and not asks(company(near), path)


def test_what_is_said_or_wrong_is_asked_all_the_same() -> None:
    facts = company({"dpo.email": "dpo@lampenist.example"})
    assert asks(facts, "dpo.email") and not asks(facts, "dpo.phone")
    assert is_asked(facts, facts.dpo, "dpo", "phone", found={"phone"})
    assert is_asked(facts, facts.rights, "rights", "fee", {"fee": "10 euro"}) and not is_asked(
        facts, facts.rights, "rights", "fee"
    )
    assert not asks(
        company({"cookies.used": False, "cookies.placed": (), "cookies.browser_settings": False}),
        "cookies.browser_settings",
    )


@pytest.mark.parametrize("typed", [True, "ja"])
def test_what_was_just_typed_goes_before_what_is_stored(typed: Any) -> None:
    facts = company({})
    assert asks(facts, "dpo.email", designated=typed) and not asks(
        company({"dpo.designated": True}), "dpo.email", designated="nee"
    )


def test_answers_in_the_words_of_the_form() -> None:
    assert posted(paths.field_spec("ai_systems", "talks_to_people"), "on") == {"ja"} and posted(
        paths.field_spec("ai_systems", "talks_to_people"), False
    ) == {""}
    assert posted(paths.field_spec("recipients", "safeguards"), ["scc", "dpf"]) == {"scc", "dpf"} and posted(
        paths.field_spec("recipients", "safeguards"), ()
    ) == {""}
    assert posted(paths.field_spec("rights", "term_number"), 0) == {"0"} and posted(
        paths.field_spec("rights", "term_number"), " "
    ) == {""}


def test_a_browser_gets_what_it_can_see_and_the_server_decides_the_rest() -> None:
    facts = company({"minors.parental_consent": None})
    assert for_browser(facts, facts.minors, "minors", "parental_consent") == [
        [{"of": "minors", "name": "directed", "values": ["ja"], "unless": False}]
    ]
    free = company({"activities.nieuws.purposes.sturen.legal_basis": "contract", "cookies.placed": ()})
    assert for_browser(free, free.minors, "minors", "parental_consent") is None
    assert for_browser(facts, facts.controller, "controller", "email") == []
    assert for_browser(facts, facts.minors, "minors", "minimum_age", found={"minimum_age"}) == []
    either = for_browser(facts, facts.recipients[0], "recipients", "safeguards")
    assert (
        [part["name"] for part in either[0]] == ["country", "transfer_countries"]
        and either[0][0]["unless"]
        and "" in either[0][0]["values"]
    )
    assert list_for_browser("automated.decisions", facts) == [
        [{"of": "automated", "name": "used", "values": ["ja"], "unless": False}]
    ]
    assert (
        list_for_browser("joint_controllers", facts) is None
        and list_for_browser("groups", facts) == list_for_browser("recipients", facts) == []
    )


def test_a_browser_and_the_server_agree() -> None:
    """Where a browser may decide, its clauses say what `is_asked` says."""
    for seed in range(2):
        facts = any_company(random.Random(seed).randrange)
        for address, name in (key for key in RULES if key[1]):
            for row in rows_at(facts, address):
                clauses = for_browser(facts, row, address, name)
                shown = clauses is not None and all(
                    any(
                        When(part["name"], tuple(part["values"]), part["unless"]).holds(
                            posted(paths.field_spec(address, part["name"]), getattr(row, part["name"]))
                        )
                        for part in clause
                    )
                    for clause in clauses
                )
                assert shown == is_asked(facts, row, address, name), (address, name)


def rows_at(facts: Facts, address: str) -> list[Any]:
    here: list[Any] = [facts]
    for name in address.split("."):
        found = [getattr(row, name) for row in here]
        here = [row for one in found for row in (one if isinstance(one, tuple) else (one,))]
    return here


def test_lists_and_blocks_and_steps() -> None:
    facts = company({})
    assert list_matters("recipients", Facts()) and not list_matters(
        "recipients", company({"recipients": (), "disclosure.shares": False})
    )
    assert list_matters("recipients", company({"disclosure.shares": False}))  # they are there
    assert not list_matters("cookies.placed", Facts()) and list_matters(
        "cookies.placed", Facts(), {"cookies.used": "ja"}
    )
    assert not list_matters("joint_controllers", facts) and list_matters(
        "joint_controllers", facts, found={"joint_controllers"}
    )
    assert list_matters("joint_controllers", company({"recipients.host.role": "joint"}))
    assert list_matters("joint_controllers", company({"links.profiles": (SocialProfile(key="p", network="LinkedIn"),)}))
    purpose = Purpose(key="nieuw", legal_basis="consent")
    assert not is_asked(facts, purpose, "activities.purposes", "special_ground")
    assert is_asked(company({"categories.contact.special": "health"}), purpose, "activities.purposes", "special_ground")
    assert is_asked(facts, Cookie(key="x"), "cookies.placed", "access")


def count(facts: Facts) -> tuple[int, int]:
    """How many questions there are for this company, and how many of them are asked."""
    questions = [(row, address, name) for (address, name), _ in asked() if name for row in rows_at(facts, address)]
    return len(questions), sum(is_asked(facts, row, address, name) for row, address, name in questions)


@pytest.mark.parametrize("name", EXAMPLES)
def test_at_least_one_question_in_six_is_left_out(name: str) -> None:
    every, rest = count(golden.example(name))
    assert rest <= every * 5 / 6
