"""A promise is asked, never proposed (decision 29): each promise clause with the questions behind it, and no preset, pick or pasted text that answers one."""

import dataclasses
from datetime import date
from functools import reduce
from pathlib import Path

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.catalogue.pick import (
    add,
    add_recipient,
    pick_activity,
    pick_category,
    pick_cookie,
    pick_recipient,
    pick_retention,
)
from policies.core.catalogue.variants import for_country
from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.facts import (
    Changes,
    Controller,
    Disclosure,
    Facts,
    Marketing,
    Minors,
    Rights,
    Scope,
    Security,
    Unasked,
    paths,
    specs_of,
)
from policies.core.facts.choices import LAW_COUNTRY, SIZE
from policies.core.facts.copy import copied
from policies.core.facts.promises import PROMISES, promised, without_promises
from policies.core.picking import add_row
from policies.core.presets.propose import propose
from policies.core.presets.unconfirmed import propose as mark
from policies.core.recognise import recognise, take_over
from policies.wizard.visibility.evaluate import is_asked
from tests import golden
from tests.core.presets.test_propose import known, start
from tests.generate import full_company
from tests.versions import complete_company

ON = date(2026, 12, 1)
LIBRARY = load()
SECTORS = [row["id"] for row in LIBRARY.valid("sectors", ON)]
TEXTS = sorted((Path(__file__).parents[1] / "recognise").glob("*.txt"))

# promise clause → the questions behind it
QUESTIONS = {
    "activity/control": "activities.control",
    "ai/trains-not": "ai_systems.trains",
    "automated/none": "automated.used",
    "cookies/how": "cookies.consent_how cookies.withdraw_how",
    "cookies/none": "cookies.used",
    "data/unasked": "unasked.erases",
    "disclosure/case": "disclosure.cases",
    "disclosure/cases": "disclosure.cases",
    "disclosure/no-sale": "disclosure.no_sale",
    "marketing/none": "marketing.used",
    "marketing/stop-anyway": "marketing.stop_how",
    "minors/check": "minors.age_check",
    "minors/erase": "minors.erases_unasked",
    "minors/not-directed": "minors.directed",
    "minors/parents": "minors.parental_consent",
    "minors/parents-anyway": "minors.parental_consent",
    "minors/report": "minors.parents_can_report",
    "opening/no-site-data": "scope.no_site_data",
    "recipients/none": "disclosure.shares",
    "recipients/table": "recipients.agreement recipients.only_with_consent",
    "retention/backups": "security.backup_days",
    "rights/identity": "rights.identity_check",
    "security/breach": "security.tells_breaches",
    "security/measures": "security.measures",
    "security/register": "security.keeps_register",
    "transfer/none": "scope.processing_countries",
    "transfer/places": "scope.processing_countries",
}
# promise clause → what it is told of, and the law that makes everybody do it: that may be picked, for it adds nothing to the law
OF_THE_LAW = {
    "data/criminal": ("categories.criminal", "art. 10 AVG"),
    "data/national-number": ("categories.national_number", "art. 87 AVG"),
    "data/number-within": ("categories.national_number", "art. 87 AVG"),
    "purpose/marketing": ("activities.purposes.marketing_rule", "art. 13 ePrivacy; XII.13 WER; 11.7 Tw"),
    "recipients/kinds": ("recipients.kind", "art. 15.1.c AVG"),
    "rights/corrections": ("recipients.name", "art. 19 AVG"),
}
# the sentence has more in it, and stands there anyway: the answer is a gap until it is given, or is left out of it
WITHIN = {
    "activities.purposes.own_similar",
    "activities.purposes.address_from_sale",
    "activities.purposes.objection_offered",
    "changes.channels",
    "changes.notice_days",
    "rights.by_post",
    "rights.by_phone",
    "rights.in_person",
    "rights.account_how",
}
UNTOLD = {"dpo.designated"}  # a no tells the reader nothing to do, so no sentence says it; a check asks it all the same
# What holds publication of a company of a sector as proposed: what the law needs and only the owner knows.
LAW_NEEDS = {"13.1.f-places", "8-unanswered", "21.3-stop", "13.1.b-unanswered"}
# A company without a question open that it may be asked.
LAWFUL = complete_company(
    disclosure=Disclosure(shares=True, cases=("law",), no_sale=True),
    minors=Minors(directed=False, erases_unasked=True, age_check="met een vraag"),
    security=Security(measures=("een slot",), backup_days=30, tells_breaches=True, keeps_register=True),
    unasked=Unasked(erases=True),
    rights=Rights(
        email="privacy@bakkerij.example",
        term_number=1,
        term_unit="month",
        identity_check="questions",
        by_post=True,
        by_phone=True,
    ),
    changes=Changes(channels=("email",), notice_days=14),
    controller=dataclasses.replace(complete_company().controller, phone="053 00 00 00"),
)


def proposed(sector: str, country: str, size: str, more: tuple[str, ...] = (), services: tuple[str, ...] = ()) -> Facts:
    """The proposal for a company of that sector, with its preset, as the two screens before the steps store it."""
    begun = start(sector, country, size, more, services)
    facts, places = propose(known(country), begun, LIBRARY, ON)
    preset = dataclasses.replace(facts.preset, sector=sector, size=size, doings=begun.doings, services=services)
    return mark(dataclasses.replace(facts, preset=preset), places)


def blocking(facts: Facts) -> set[str]:
    return {finding.code for finding in check(facts, LIBRARY, ON) if finding.blocks} - {"5.2-proposed"}


def split(path: str) -> tuple[str, str]:
    return path.rpartition(".")[0], path.rpartition(".")[2]


def test_every_promise_clause_names_its_question_or_its_law() -> None:
    assert set(QUESTIONS) | set(OF_THE_LAW) == {name for name, clause in LIBRARY.clauses.items() if clause.promise}
    assert not set(QUESTIONS) & set(OF_THE_LAW)


def test_each_question_is_one_that_nobody_answers_but_the_owner() -> None:
    for path in " ".join(QUESTIONS.values()).split():
        assert paths.field_spec(*split(path)) and split(path) in PROMISES, path
    for path, _ in OF_THE_LAW.values():
        assert paths.field_spec(*split(path)) and split(path) not in PROMISES, path


def test_each_question_that_is_never_answered_stands_in_a_clause() -> None:
    asked = {f"{address}.{name}" for address, name in PROMISES}
    assert asked == set(" ".join(QUESTIONS.values()).split()) | WITHIN | UNTOLD


def test_every_yes_of_which_no_is_not_told_is_a_promise() -> None:
    def walk(row: type, address: str):
        for name, spec in specs_of(row).items():
            if spec.row:
                yield from walk(spec.row, f"{address}.{name}" if address else name)
            elif spec.promise:
                yield address, name

    assert set(walk(Facts, "")) <= set(PROMISES)


class TestNobodyAnswers:
    @pytest.mark.parametrize("country", LAW_COUNTRY)
    @pytest.mark.parametrize("sector", SECTORS)
    def test_no_preset_of_a_sector(self, sector: str, country: str) -> None:
        """And what is open holds nothing up that the law does not need."""
        size = list(SIZE)[SECTORS.index(sector) % 3]
        facts = proposed(sector, country, size)
        assert promised(facts) == ()
        assert blocking(facts) <= LAW_NEEDS, blocking(facts)
        assert {path.partition(".")[0] for path in assemble(facts, LIBRARY, ON).gaps()} <= {"marketing"}

    def test_no_answer_of_a_doing(self) -> None:
        for doing in LIBRARY.valid("doings", ON):
            for part, answers in doing["answers"].items():
                for name, value in answers.items():
                    left = PROMISES.get((part, name), lambda answer: answer)
                    assert left(value) == value, f"{doing['id']}: {part}.{name}"

    @pytest.mark.parametrize("country", LAW_COUNTRY)
    def test_no_activity_that_is_picked(self, country: str) -> None:
        facts = Facts(controller=Controller(country=country))
        for row in LIBRARY.valid("activities", ON):
            facts = add(
                facts,
                pick_activity(
                    LIBRARY, row["id"], country, ON, [extra["id"] for extra in for_country(row["extras"], country)]
                ),
            )
        assert promised(facts) == () and len(facts.activities) > 40 and facts.ai_systems

    @pytest.mark.parametrize("country", LAW_COUNTRY)
    def test_nothing_else_that_is_picked(self, country: str) -> None:
        facts = Facts(controller=Controller(country=country))
        for row in LIBRARY.valid("recipients", ON):
            facts = add_recipient(facts, pick_recipient(LIBRARY, row["id"], country, ON), ())
        placed = tuple(pick_cookie(LIBRARY, row["id"], country, ON) for row in LIBRARY.valid("cookies", ON))
        kinds = tuple(pick_category(LIBRARY, row["id"], country, ON) for row in LIBRARY.valid("categories", ON))
        rules = tuple(
            pick_retention(LIBRARY, row["id"], country, ON)
            for row in LIBRARY.valid("retention", ON)
            if row["country"] in (None, country)
        )
        facts = dataclasses.replace(
            facts, categories=kinds, retention_rules=rules, cookies=dataclasses.replace(facts.cookies, placed=placed)
        )
        assert promised(facts) == () and len(facts.recipients) > 50

    def test_no_click_in_a_list_to_pick_from(self) -> None:
        facts = Facts(controller=Controller(country="BE"), scope=Scope(websites=("https://www.lampenist.example",)))
        for kind, wanted in (
            ("verwerkingen", "ACT-07"),
            ("verwerkingen", "ACT-31"),
            ("ontvangers", "mailchimp"),
            ("cookies", "ga"),
            ("soorten", "health"),
        ):
            rows = {
                row["id"]
                for row in LIBRARY.valid(
                    {
                        "verwerkingen": "activities",
                        "ontvangers": "recipients",
                        "cookies": "cookies",
                        "soorten": "categories",
                    }[kind],
                    ON,
                )
            }
            facts = add_row(kind, facts, wanted if wanted in rows else sorted(rows)[0], LIBRARY, ON).facts
        assert promised(facts) == () and facts.ai_systems[0].trains is None

    @pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
    def test_no_pasted_text(self, path: Path) -> None:
        found = recognise(path.read_text(), LIBRARY, "BE", ON)
        assert promised(take_over(Facts(), found, LIBRARY, "BE", ON)) == ()

    def test_no_pasted_text_that_promises_a_lot(self) -> None:
        text = (
            "Wij hebben geen functionaris voor gegevensbescherming. Wij verkopen uw gegevens nooit. Wij sturen geen reclame. Onze website plaatst geen cookies.\n"
            "Wij bewaren alle gegevens in België. Wij richten ons niet op kinderen. Bij een datalek brengen wij u binnen 72 uur op de hoogte.\n"
            "Wij gebruiken geen automatische besluitvorming. Wij maken elke dag een back-up. Wijzigingen kondigen wij 30 dagen vooraf aan met een e-mail.\n"
        )
        assert promised(take_over(Facts(), recognise(text, LIBRARY, "BE", ON), LIBRARY, "BE", ON)) == ()

    def test_no_copy_for_another_company_but_one_for_the_same(self) -> None:
        facts = golden.example("rubrieken")
        assert promised(copied(facts)) == () and promised(copied(facts, company=True)) == promised(facts) != ()


class TestOpen:
    def test_an_answer_that_is_there_stays(self) -> None:
        said = {
            "security": Security(measures=("een slot",), tells_breaches=True),
            "marketing": Marketing(used=False),
            "unasked": Unasked(erases=True),
        }
        facts, _ = propose(dataclasses.replace(known("BE"), **said), start("shop"), LIBRARY, ON)
        assert (facts.security, facts.marketing, facts.unasked) == tuple(said.values())

    def test_a_yes_to_advertising_makes_a_no_untrue_and_a_special_kind_of_data_a_promise(self) -> None:
        said = {"marketing": Marketing(used=False), "unasked": Unasked(erases=True)}
        facts, places = propose(
            dataclasses.replace(known("BE"), **said),
            start("horeca", more=("newsletter", "reservation-diet")),
            LIBRARY,
            ON,
        )
        assert facts.marketing.used is True and facts.marketing.stop_how is None and facts.unasked.erases is None
        assert "unasked" not in places, "what is open needs no confirmation"

    def test_only_a_no_promises_where_yes_follows_and_only_more_than_the_page(self) -> None:
        facts = golden.example("betrokkenen")
        opened = without_promises(facts)
        assert promised(opened) == ()
        assert (opened.cookies.used, opened.marketing.used, opened.disclosure.shares) == (True, True, True)
        assert opened.changes.channels == ("website",) and opened.activities[0].story == facts.activities[0].story

    def test_one_row_or_part_is_opened_and_the_rest_stays(self) -> None:
        facts = full_company(0, rows=2)
        first, second = facts.activities[:2]
        opened = without_promises(facts, [f"activities.{first.key}", "security", "nergens"])
        assert (
            opened.activities[0].control is None
            and opened.activities[1] == second
            and opened.security.measures == ()
            and opened.rights == facts.rights
        )

    def test_an_open_promise_is_silent(self) -> None:
        """No sentence, no gap and nothing that blocks: taken from a lawful company one by one."""
        held = {}
        for path in promised(LAWFUL):
            less = paths.put(LAWFUL, path, paths.read(without_promises(LAWFUL), path))
            held |= {path: blocking(less)} if blocking(less) or assemble(less, LIBRARY, ON).gaps() else {}
        law = {
            "scope.processing_countries": {"13.1.f-places"},
            "cookies.used": {"13-cookies-unanswered"},
            "changes.channels": {"13.3-channel"},
        }
        assert held == law and len(promised(LAWFUL)) > 20

    @pytest.mark.parametrize(
        ("sector", "most"), [("shop", 18), ("webshop", 18), ("care", 17), ("legal", 18), ("association", 18)]
    )
    def test_how_many_promises_a_company_is_asked(self, sector: str, most: int) -> None:
        """Those that its steps ask and that are open, rows of lists apart."""
        facts = proposed(sector, "BE", "alone")
        parts = [
            (address, name)
            for address, name in PROMISES
            if address in Facts.__dataclass_fields__ and not isinstance(getattr(facts, address), tuple)
        ]
        open_ones = [
            f"{address}.{name}"
            for address, name in parts
            if is_asked(facts, reduce(getattr, address.split("."), facts), address, name)
            and not getattr(getattr(facts, address), name)
        ]
        assert len(open_ones) <= most, open_ones
