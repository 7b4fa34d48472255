"""What follows from other answers: proposed where the question is open, shown where it says so, and silent where it says otherwise."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.derive import DerivedAnswer, derived_answers
from policies.core.facts import Decision, paths
from policies.wizard.progress import value_at
from policies.wizard.steps.locate import home_of
from policies.wizard.suggestions import suggested_answers
from policies.wizard.visibility.evaluate import is_asked
from tests.core.checks.company import DUTCH, GONE, ON, company
from tests.generate import full_company

GOOGLE, HOST = "recipients.google", "recipients.host"
CREDIT = Decision(key="krediet", name="achteraf betalen")
OPEN_TRANSFER = {f"{GOOGLE}.transfer_countries": (), f"{GOOGLE}.safeguards": (), f"{GOOGLE}.dpf_certified": None}
CLAUSES = {f"{GOOGLE}.safeguards": ("scc",)}
PIXEL = {"cookies.placed.meting": GONE, f"{GOOGLE}.name": "Meta-pixel"}


def at_path(path: str, changes: dict[str, Any]) -> list[DerivedAnswer]:
    return [found for found in derived_answers(company(changes), load(), ON) if found.path == path]


# path, facts in which it is proposed, facts in which it does not follow, a word of the reason, the value in words
PROPOSED: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    (
        "controller.vat_number",
        {"controller.vat_number": None},
        {"controller.vat_number": None, "controller.legal_form": "vzw"},
        "1999.999.151",
        "BE 1999.999.151",
    ),
    ("controller.vat_number", {"controller.vat_number": None}, {**DUTCH}, "1999.999.151", "BE 1999.999.151"),
    (
        "controller.vat_number",
        {"controller.vat_number": None},
        {"controller.vat_number": None, "controller.register_number": "1999.999.152"},
        "cijfers",
        "BE 1999.999.151",
    ),
    (
        "controller.seat_country",
        {"controller.seat_country": None},
        {"controller.seat_country": "GB"},
        "België",
        "België",
    ),
    (
        "scope.customer_countries",
        {"scope.customer_countries": ()},
        {"scope.customer_countries": ("NL",)},
        "België",
        "België",
    ),
    (
        "dpo.designated",
        {"dpo.designated": None, "dpo.phone": "053 00 00 01"},
        {"dpo.designated": None, "dpo.name": "Ann"},
        "DPO",
        "ja",
    ),
    (
        "rights.email",
        {"rights.email": None},
        {"rights.email": None, "rights.url": "https://lampenist.example/verzoek"},
        "privacy",
        "privacy@lampenist.example",
    ),
    (
        "rights.email",
        {"rights.email": None, "contact.email": None},
        {"rights.email": "ander@lampenist.example"},
        "algemene",
        "info@lampenist.example",
    ),
    ("disclosure.shares", {"disclosure.shares": None}, {"disclosure.shares": None, "recipients": ()}, "Combell", "ja"),
    (
        f"{GOOGLE}.transfer_countries",
        OPEN_TRANSFER,
        {**OPEN_TRANSFER, f"{GOOGLE}.checked_on": "2026-11-20"},
        "Google Analytics",
        "de Verenigde Staten, met: Modelcontractbepalingen (SCC 2021/914)",
    ),
    (
        f"{GOOGLE}.safeguards",
        CLAUSES,
        {**CLAUSES, f"{GOOGLE}.dpf_certified": "unknown"},
        "DPF-lijst",
        "EU-US Data Privacy Framework",
    ),
    (
        f"{GOOGLE}.safeguards",
        CLAUSES,
        {**CLAUSES, f"{GOOGLE}.transfer_countries": ("IN",)},
        "DPF-lijst",
        "EU-US Data Privacy Framework",
    ),
    ("cookies.used", {"cookies.used": None}, {"cookies.used": False}, "lamp_sessie", "ja"),
    (
        "cookies.placed",
        {"cookies.placed.meting": GONE},
        {"cookies.placed.meting": GONE, "cookies.used": False},
        "Google Analytics",
        "_ga",
    ),
    ("cookies.placed", PIXEL, {**PIXEL, f"{GOOGLE}.name": "YouTube"}, "Meta-pixel", "_fbp"),
    ("marketing.used", {"marketing.used": None}, {"marketing.used": False}, "nieuwsbrief", "ja"),
    (
        "rights.withdraw_how",
        {"rights.withdraw_how": None},
        {"rights.withdraw_how": None, "activities.nieuws.purposes.sturen.legal_basis": "contract"},
        "nieuwsbrief",
        "met een e-mail aan privacy@lampenist.example",
    ),
    ("rights.exceptions", {}, {"retention_rules.boekhouding.catalogue_id": None}, "7 jaar", "facturen"),
    (
        "automated.used",
        {"automated.used": None, "automated.decisions": (CREDIT,)},
        {"automated.used": None},
        "achteraf betalen",
        "ja",
    ),
]


@pytest.mark.parametrize(
    ("path", "changes", "near", "word", "value"), PROPOSED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_it_is_proposed_and_stands_there_once_agreed(
    path: str, changes: dict[str, Any], near: dict[str, Any], word: str, value: str
) -> None:
    found = [one for one in at_path(path, changes) if one.apply]
    assert [(word in one.because, one.value) for one in found] == [(True, value)]
    assert not [one for one in at_path(path, near) if one.apply]
    facts = found[0].apply(company(changes))
    again = [one for one in derived_answers(facts, load(), ON) if one.path == path]
    assert not any(one.apply for one in again) and value_at(facts, path)


def test_what_the_answer_says_already_is_shown_as_following() -> None:
    shown = {one.path: one for one in derived_answers(company({}), load(), ON) if one.apply is None}
    assert {
        "controller.vat_number",
        "disclosure.shares",
        "cookies.used",
        "cookies.placed",
        "marketing.used",
        f"{GOOGLE}.transfer_countries",
    } <= shown.keys()
    assert (
        shown[f"{GOOGLE}.transfer_countries"].because
        == "Omdat u Google Analytics gebruikt: gegevens kunnen naar de Verenigde Staten."
    )


def test_what_a_law_keeps_is_said_once_and_short() -> None:
    found = at_path("rights.exceptions", {})[0]
    assert (
        found.because
        == "Omdat de wet u verplicht om dit 7 jaar te bewaren: u kunt het niet wissen als iemand dat vraagt."
        and found.value == "facturen"
    )
    row = found.apply(company({})).rights.exceptions[0]
    assert (row.what, row.why) == ("facturen", "omdat de wet vraagt om ze 7 jaar te bewaren")


def test_a_transfer_comes_with_what_protects_the_data_and_blocks_nothing() -> None:
    facts = at_path(f"{GOOGLE}.transfer_countries", OPEN_TRANSFER)[0].apply(company(OPEN_TRANSFER))
    assert paths.read(facts, f"{GOOGLE}.safeguards") == ("scc",) and paths.read(facts, f"{GOOGLE}.safeguard_url")
    assert not [finding for finding in check(facts, load(), ON) if finding.blocks]
    certified = {**OPEN_TRANSFER, f"{GOOGLE}.dpf_certified": "yes"}
    assert paths.read(
        at_path(f"{GOOGLE}.transfer_countries", certified)[0].apply(company(certified)), f"{GOOGLE}.safeguards"
    ) == ("dpf", "scc")


def with_read(until: date, wanted: str = "google-analytics") -> Any:
    """The library, had somebody read the list of the DPF for this service."""
    rows = [
        {**row, "dpf": {**row["dpf"], "state": "read", "valid_until": until}} if row["id"] == wanted else row
        for row in load().valid("recipients", ON)
    ]
    return SimpleNamespace(
        catalogue=load().catalogue, valid=lambda stem, on: rows if stem == "recipients" else load().valid(stem, on)
    )


def test_what_was_read_on_the_list_is_told_in_one_quiet_line_and_asks_nothing() -> None:
    facts = company({f"{GOOGLE}.dpf_certified": None, f"{GOOGLE}.catalogue_id": "google-analytics"})
    step = home_of("recipients").step
    quiet = [one for one in suggested_answers(step, None, facts, with_read(date(2027, 9, 13)), ON) if not one.go]
    assert [(one.because, one.value) for one in quiet] == [
        (
            "Omdat wij dit op de DPF-lijst lazen: u hoeft het niet na te kijken.",
            "“Google Analytics” (Google LLC), tot en met 13 september 2027",
        ),
    ]
    google = facts.find("recipients", "google")
    assert not is_asked(facts, google, "recipients", "dpf_certified") and not [
        finding for finding in check(facts, with_read(date(2027, 9, 13)), ON) if "dpf" in finding.code
    ]
    over = with_read(date(2026, 11, 1))
    assert not [one for one in suggested_answers(step, None, facts, over, ON) if not one.go]
    found = {finding.path.rpartition(".")[2] for finding in check(facts, over, ON) if finding.path.startswith(GOOGLE)}
    assert "dpf_certified" in found and is_asked(facts, google, "recipients", "dpf_certified", found=found), (
        "what lapsed is asked again"
    )


def test_two_proposals_can_be_taken_one_after_the_other() -> None:
    changes = {"cookies.placed": (), f"{HOST}.name": "Hotjar"}
    facts = company(changes)
    for one in at_path("cookies.placed", changes):
        facts = one.apply(facts)
    assert sorted(cookie.name for cookie in facts.cookies.placed) == ["_ga", "_hjSessionUser"]
    assert len({cookie.key for cookie in facts.cookies.placed}) == 2


@pytest.mark.parametrize("turn", range(3))
def test_in_any_company_a_derivation_has_a_reason_a_place_and_no_new_fault_where_it_is(turn: int) -> None:
    facts = full_company(turn)
    for one in derived_answers(facts, load(), ON):
        assert one.because.startswith("Omdat ") and one.because.endswith(".") and one.value and paths.parse(one.path)
        if one.apply:
            assert not [
                finding
                for finding in check(one.apply(facts), load(), ON)
                if finding.path == one.path and finding.blocks
            ]
