"""Every fact is asked in exactly one place, and every path leads there."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from policies.core.checks import RULES, check
from policies.core.clauses.library import load
from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.schema import fact_classes
from policies.wizard.steps.blocks import Inline
from policies.wizard.steps.locate import anchor_of, asked, home_of
from policies.wizard.steps.table import LAST, STEPS
from policies.wizard.summary.list_cards import SUMMARIES
from tests.generate import full_company
from tests.make import make_activity, make_company

NAMES = [
    "Onderneming",
    "Contact voor privacyvragen",
    "Website en bereik",
    "Verwerkingen",
    "Gegevens",
    "Bewaartermijnen",
    "Ontvangers en doorgifte",
    "Cookies en marketing",
    "Beveiliging",
    "Rechten en minderjarigen",
    "Bijzondere situaties",
    "Stijl en wijzigingen",
    "Controle en publiceren",
]
ON = date(2026, 11, 22)
DERIVED = {"key": "made once from the name of the row"}
BEFORE_THE_STEPS = {"preset": "asked on the screen that comes before the steps, and confirmed card by card"}


def fields(row: type = Facts, address: str = ""):
    """(address, field) of every field of every facts class; a list is (address, "")."""
    for name, spec in specs_of(row).items():
        if name in BEFORE_THE_STEPS:
            continue
        here = f"{address}.{name}" if address else name
        if spec.kind == "rows":
            yield here, ""
        if spec.row:
            yield from fields(spec.row, here)
        elif name not in DERIVED:
            yield address, name


def test_steps_are_the_thirteen_in_their_order():
    assert [step.title for step in STEPS] == NAMES


@pytest.mark.parametrize("field", list(fields()), ids=lambda field: ".".join(field))
def test_every_field_is_asked_in_exactly_one_step(field):
    assert [key for key, _ in asked()].count(field) == 1


def test_nothing_is_asked_that_facts_do_not_hold():
    assert {key for key, _ in asked()} <= set(fields())


def test_every_field_has_a_label_and_every_folded_field_is_a_field():
    for (address, name), home in asked():
        assert not name or specs_of(paths.class_at(address))[name].label
        if isinstance(home.block, Inline):
            assert set(home.block.folded) <= set(home.block.names)


def test_every_list_of_cards_has_a_line_about_each_row():
    assert {cards.of for step in STEPS for cards in step.cards} == SUMMARIES.keys()


@pytest.mark.parametrize(
    ("path", "step", "page", "anchor"),
    [
        ("controller.legal_name", "onderneming", None, "id_controller-legal_name"),
        ("dpo.designated", "contact", None, "id_dpo-designated"),
        ("activities", "verwerkingen", None, "lijst-verwerkingen"),
        ("activities.contactformulier", "verwerkingen", "verwerkingen", ""),
        ("activities.contactformulier.name", "verwerkingen", "verwerkingen", "id_activities-name"),
        ("activities.contactformulier.purposes", "verwerkingen", "verwerkingen", "lijst-purposes"),
        (
            "activities.contactformulier.purposes.antwoorden.legal_basis",
            "verwerkingen",
            "verwerkingen",
            "id_purposes-0-legal_basis",
        ),
        ("activities.contactformulier.purposes.weg.legal_basis", "verwerkingen", "verwerkingen", "lijst-purposes"),
        ("activities.contactformulier.uses", "gegevens", None, "lijst-gebruik"),
        ("activities.contactformulier.uses.contact.source", "gegevens", "gebruik", "id_uses-source"),
        ("activities.contactformulier.uses.contact.items.1.name", "gegevens", "gebruik", "id_items-1-name"),
        ("activities.contactformulier.retention", "bewaartermijnen", None, "id_activities-contactformulier-retention"),
        (
            "activities.contactformulier.uses.contact.retention",
            "bewaartermijnen",
            None,
            "id_uses-contactformulier__contact-retention",
        ),
        ("groups.klanten.name", "website", None, "id_groups-1-name"),
        ("recipients.combell.safeguards", "ontvangers", "ontvangers", "id_recipients-safeguards"),
        ("cookies.placed", "cookies", None, "lijst-cookies"),
        ("cookies.placed.ga.lifetime", "cookies", "cookies", "id_placed-lifetime"),
        ("rights.exceptions.facturen.why", "rechten", None, "lijst-exceptions"),
        ("automated.decisions.krediet.logic", "bijzonder", "beslissingen", "id_decisions-logic"),
        ("no.such.path", "controle", None, ""),
        ("controller.legal_name.more", "controle", None, ""),
    ],
)
def test_a_path_leads_to_the_field_that_mends_it(path, step, page, anchor):
    home = home_of(path)
    assert (home.step.slug, home.page and home.page.slug, anchor_of(path, make_company())) == (step, page, anchor)


@pytest.mark.parametrize("turn", range(3))
def test_every_path_of_facts_has_a_home_and_comes_back(turn):
    company = full_company(turn)
    for path, spec, _ in paths.walk(company):
        fact = paths.parse(path)
        assert f"{paths.path_of(fact.address, fact.rows)}.{fact.field}" == path
        if spec.kind != "key" and fact.address not in BEFORE_THE_STEPS:
            assert home_of(path).step is not LAST and anchor_of(path, company)


def test_every_finding_of_a_bad_company_has_a_home():
    """What the checks say about a company that answered nothing, and about one that answered anything."""
    companies = [
        Facts(),
        make_company(activities=(make_activity(purposes=(), uses=()),)),
        *(full_company(turn) for turn in range(6)),
    ]
    for company in companies:
        for finding in check(company, load(), ON):
            assert home_of(finding.path).step is not LAST, finding


def test_every_path_that_a_check_writes_is_a_path_of_facts():
    """Read from the source: literal paths, with any key in the place of a row's."""
    source = "\n".join(path.read_text("utf-8") for path in Path(settings.BASE_DIR, "policies/core/checks").glob("*.py"))
    literals = re.findall(r"\.at\(\s*f?\"([a-z_]+(?:\.[^\"\s]+)+)\"", source)
    assert RULES and len(literals) > 20
    for literal in literals:
        path = re.sub(r"\{[^}]*\}", "x", literal)
        assert home_of(path).step is not LAST or "x" in path.split(".")[-1:], literal


def test_every_question_has_a_label_and_a_help_text() -> None:
    bare = [
        f"{row.__name__}.{name}"
        for row in fact_classes()
        for name, spec in specs_of(row).items()
        if spec.row is None and not (spec.label and spec.help)
    ]
    assert bare == []
