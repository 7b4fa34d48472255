"""One click per finding: it goes away, and nothing that was right breaks. What is a choice has no button."""

# size: one table of cases, easier to read as a whole
import random
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.checks import RULES, check, check_document
from policies.core.checks.finding import Finding
from policies.core.clauses.library import load
from policies.core.facts import (
    DataCategory,
    DataItem,
    DataUse,
    Decision,
    Facts,
    Group,
    JointController,
    OtherContact,
    OwnSection,
    RightsException,
    SocialProfile,
    paths,
)
from policies.core.facts.plain_data import impossible
from policies.core.mending import MENDERS, mend_of, mends_of
from policies.core.mending.texts import renewed, without
from tests.core.checks.company import DUTCH, ON, company
from tests.core.checks.test_text import CASES as TEXT_CASES
from tests.generate import any_company

TABLES = sorted(
    path.stem for path in (Path(__file__).parents[1] / "checks").glob("test_*.py") if path.stem != "test_text"
)

ASK, NEWS, BOOK = "activities.vragen", "activities.nieuws", "activities.facturen"
WHY, HOST, MAILER = f"{ASK}.purposes.antwoorden", "recipients.host", "recipients.mailer"
PICKED = {f"{ASK}.catalogue_id": "ACT-01", "categories.contact.catalogue_id": "contact"}
RULE = {"retention_rules.vraag.catalogue_id": "RET-BE-07"}
CAMERA_MONTH = {f"{ASK}.name": "camera's", f"{ASK}.source": "observed", "retention_rules.vraag.unit": "month"}
FACEBOOK = {f"{HOST}.name": "Facebook", f"{HOST}.entity": "Meta Platforms Ireland Limited"}
KBO_AS_DUTCH = {"controller.country": "NL", "controller.vat_number": None}
APPLY = {
    f"{ASK}.catalogue_id": "ACT-14",
    f"{ASK}.uses.contact.category": "ref",
    "categories.+": DataCategory(key="ref", name="referenties", catalogue_id="references"),
}
CREDIT = Decision(
    key="krediet",
    name="achteraf betalen",
    logic="betaalgedrag",
    effect="vooraf betalen",
    ground="contract",
    human_route="bel ons",
)
PAGE = SocialProfile(key="pagina", url="https://www.linkedin.com/company/lampenist")


def own(text: str) -> dict[str, Any]:
    """An own section with that text after another sentence."""
    return {"sections": (OwnSection(key="stuk", title="Extra", body=f"Wij maken lampen.\n\n{text}"),)}


# What the tables of the checks have no company for: the other answers, or the catalogue, must say what is right.
MORE: list[tuple[str, dict[str, Any]]] = [
    ("13.1.a-country", {"controller.country": None, "controller.seat_country": None}),
    ("13.1.a-form", {"controller.legal_form": None, "controller.legal_name": "Lampenist BV"}),
    ("13.1.a-form", {**DUTCH, "controller.legal_form": None, "controller.legal_name": "Stichting Licht"}),
    ("13.1.a-number-wrong", {**KBO_AS_DUTCH, "controller.seat_country": "BE"}),
    ("13.1.a-number-wrong", {"controller.vat_number": "BE 1999.999.152"}),
    ("13.1.a-vat-differs", {"controller.vat_number": "BE 1999.999.152"}),
    ("13.1.a-number-wrong", {"controller.rsin": "001234560"}),
    ("13.1.a-other-contact", {"contact.others": (OtherContact(key="leeg"),)}),
    ("87-rsin", {**DUTCH, "controller.legal_form": "eenmanszaak", "controller.rsin": "123456782"}),
    ("87-other-number", {"controller.other_numbers": ("erkenning 12", "BSN 123456782", "85.07.30-033.28")}),
    ("12.1-apps-outside", {"scope.applies_to": "websites", "scope.apps": ("Lampje",)}),
    ("5.1.a-site-data", {"scope.no_site_data": True}),
    ("13.1.b-unanswered", {"dpo.designated": None, "dpo.email": "dpo@lampenist.example"}),
    ("13.1.a-postcode", {"controller.seat_country": "NL"}),
    ("37.1.a-public-body", {"controller.legal_form": "vlaams_bestuur", "dpo.email": "dpo@lampenist.example"}),
    ("13.1.b-spare", {"controller.legal_form": "vlaams_bestuur", "dpo.email": "dpo@lampenist.example"}),
    (
        "26.2-activities",
        {"joint_controllers": (JointController(key="c", name="Combell", arrangement="Elk zijn deel."),)},
    ),
    ("26.2-arrangement", {"joint_controllers": (JointController(key="f", name="Facebook", activities=("vragen",)),)}),
    ("13.1.c-activity-name", {**PICKED, f"{ASK}.name": None}),
    ("13.1.c-purpose", {**PICKED, f"{WHY}.name": None}),
    ("13.1.c-basis", {**PICKED, f"{WHY}.legal_basis": None, f"{WHY}.interest": None}),
    ("13.1.c-basis", {f"{NEWS}.purposes.sturen.legal_basis": None}),
    ("13.1.d-interest", {**PICKED, f"{WHY}.interest": None}),
    ("13.1.d-vague", {**PICKED, f"{WHY}.interest": "ons belang"}),
    ("13.1.d-same", {**PICKED, f"{WHY}.interest": "vragen beantwoorden"}),
    (
        "6.3-law",
        {
            f"{BOOK}.catalogue_id": "ACT-04",
            f"{BOOK}.purposes.boeken.key": "boekhouden",
            f"{BOOK}.purposes.boekhouden.law": None,
        },
    ),
    (
        "7.4-consent",
        {
            f"{BOOK}.catalogue_id": "ACT-04",
            f"{BOOK}.purposes.boeken.key": "boekhouden",
            f"{BOOK}.purposes.boekhouden.legal_basis": "consent",
        },
    ),
    ("14.2.f-source", {**PICKED, f"{ASK}.source": None, f"{ASK}.required": None, f"{ASK}.consequence": None}),
    ("14.2.f-detail", {**APPLY, f"{ASK}.uses.ref.source": "third_party"}),
    ("14.2.f-vague", {**APPLY, f"{ASK}.uses.ref.source": "third_party", f"{ASK}.uses.ref.source_detail": "partners"}),
    ("14.1.d-name", {"categories.contact.catalogue_id": "contact", "categories.contact.name": None}),
    ("12.1-items", {**PICKED, f"{ASK}.uses.contact.items": ()}),
    ("14.1.d-item", {f"{ASK}.uses.contact.items": (DataItem(name="naam"), DataItem())}),
    ("13.2.e-required", {**PICKED, f"{ASK}.required": None, f"{ASK}.consequence": None}),
    ("13.2.e-consequence", {**PICKED, f"{ASK}.consequence": None}),
    ("12.1-groups", {**PICKED, f"{ASK}.groups": (), "groups.+": Group(key="m", name="mensen die ons iets vragen")}),
    (
        "9.2-ground",
        {f"{ASK}.catalogue_id": "ACT-25", f"{WHY}.key": "gezondheid", "categories.contact.special": "health"},
    ),
    ("13.2.a-retention", {**PICKED, f"{ASK}.retention": None}),
    ("13.2.a-period", {**RULE, "retention_rules.vraag.number": None, "retention_rules.vraag.unit": None}),
    (
        "13.2.a-period",
        {
            "retention_rules.vraag.name": "vragen 6 maanden",
            "retention_rules.vraag.number": None,
            "retention_rules.vraag.unit": None,
        },
    ),
    ("13.2.a-unit", {"retention_rules.vraag.name": "vragen 1 jaar", "retention_rules.vraag.unit": None}),
    ("13.2.a-number", {**RULE, "retention_rules.vraag.number": None}),
    ("13.2.a-start", {**RULE, "retention_rules.vraag.start_event": None}),
    (
        "13.2.a-start-check",
        {**RULE, "retention_rules.vraag.start_event": None, "retention_rules.vraag.criterion": "tot het antwoord"},
    ),
    (
        "13.2.a-vague",
        {
            **RULE,
            "retention_rules.vraag.number": None,
            "retention_rules.vraag.unit": None,
            "retention_rules.vraag.criterion": "zolang nodig",
        },
    ),
    ("13.2.a-nothing", {"retention_rules.vraag.nothing_kept": True}),
    ("5.1.e-short-check", {"retention_rules.boekhouding.bound": "at_most"}),
    (
        "5.1.e-short",
        {
            "retention_rules.boekhouding.number": None,
            "retention_rules.boekhouding.unit": None,
            "retention_rules.boekhouding.start_event": None,
            "retention_rules.boekhouding.nothing_kept": True,
        },
    ),
    ("5.1.e-long-check", {**CAMERA_MONTH, "retention_rules.vraag.bound": "at_least"}),
    ("13.1.c-people", {"groups.+": Group(key="leden", name="leden"), f"{WHY}.groups": ("klanten", "leden")}),
    ("12.1-tone", {"groups.klanten.phrase": "je bent klant"}),
    ("12.1-tone", {"groups.klanten.phrase": "u bent klant", "style.tone": "je"}),
    ("12.1-tone", {f"{ASK}.story": "Je vraagt ons iets, en wij antwoorden."}),  # a text of the catalogue
    ("12.1-tone", {f"{ASK}.story": "Wij mailen u het antwoord op uw vraag.", "style.tone": "je"}),
    ("12.1-tone", {"security.measures": ("wij bellen jou na een lek", "wij maken elke dag een back-up")}),
    ("5.1.e-reason-period", {**RULE, "retention_rules.vraag.reason": "omdat wij ze 5 jaar moeten bewaren"}),
    (
        "5.1.e-outlives-reason",
        {**RULE, "retention_rules.vraag.number": 9, "retention_rules.vraag.reason": "om je vraag te beantwoorden"},
    ),
    (
        "5.1.e-short-of-reason",
        {
            **RULE,
            "retention_rules.vraag.number": 2,
            "retention_rules.vraag.unit": "month",
            "retention_rules.vraag.reason": "om jaar met jaar te vergelijken",
        },
    ),
    ("13.1.e-name", {f"{HOST}.catalogue_id": "combell", f"{HOST}.name": None}),
    ("13.1.e-activities", {**PICKED, f"{HOST}.catalogue_id": "google-workspace", f"{HOST}.activities": ()}),
    ("26.2-recipient", {**FACEBOOK, f"{HOST}.role": "joint"}),
    ("45-dpf-certified", {f"{MAILER}.dpf_certified": "no"}),
    ("5.1.d-drift-country", {f"{HOST}.catalogue_id": "combell", f"{HOST}.country": "NL"}),
    ("6.1.a-cookie-unanswered", {"cookies.placed.sessie.consent": None}),
    ("6.1.a-cookie-low-impact", {**DUTCH, "cookies.placed.sessie.consent": "low_impact"}),
    ("21.2-rule", {f"{WHY}.name": "een nieuwsbrief sturen", f"{WHY}.legal_basis": "consent"}),
    ("21.2-channels", {"marketing.channels": (), f"{NEWS}.purposes.sturen.marketing_rule": "post"}),
    ("12.3-term", {"rights.term_number": 14, "rights.term_unit": None}),
    ("12.4-exception", {"rights.exceptions": (RightsException(key="leeg"),)}),
    ("8-unanswered", {"minors.directed": None, "minors.minimum_age": 16}),
    ("13.2.f-unanswered", {"automated.used": None, "automated.decisions": (CREDIT,)}),
    ("12.1-profile", {"links.profiles": (PAGE,)}),
    ("12.1-section", {"sections": (OwnSection(key="leeg"),)}),
    ("4.11-use", own("Wie onze website gebruikt, gaat akkoord met deze verklaring. Bel ons gerust.")),
    ("13.1.e-shares-nothing", own("Wij delen gegevens nooit met derden.")),
    ("13.1.f-stays-inside", own("Alle gegevens blijven binnen de EU.")),
    ("13.3-look-yourself", own("Lees deze pagina regelmatig opnieuw.")),
    ("82-liability", own("Wij zijn niet aansprakelijk voor een datalek.")),
    ("12.5-in-text", own("Een kopie van de gegevens kost 15 euro.")),
    ("5.1.a-ten-years", own("Facturen bewaren wij tien jaar.")),
    ("5.1.d-outdated", own("Een klacht kan bij de Privacycommissie.")),
    ("5.1.d-outdated-name", own("Klagen kan bij de OPTA.")),
    ("12.3-in-text", own("Wij antwoorden binnen zes weken op elk verzoek.")),
    ("82-liability", {"security.measures": ("Wij zijn niet aansprakelijk voor een datalek.", "sloten op de deuren")}),
]


@cache
def companies() -> dict[str, list[Facts]]:
    """Companies in which a rule fires, per code, with the day."""
    found: dict[str, list[Any]] = {code: [] for code in MENDERS}
    for code, changes in MORE:
        found[code].append((company(changes), ON))
    for name in TABLES:
        for case in getattr(import_module(f"tests.core.checks.{name}"), "CASES", ()):
            if case.code in found:
                found[case.code].append((company(case.fires), case.on))
    return found


def judged(code: str, facts: Facts, on: Any = ON) -> list[Finding]:
    text = code in {case.code for case in TEXT_CASES}
    return check_document(facts, assemble(facts, load(), on), load(), on) if text else check(facts, load(), on)


def blocking(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.code, finding.path) for finding in findings if finding.blocks}


def mended(code: str, facts: Facts, on: Any = ON) -> Iterator[str]:
    """The labels of the mends of that code, each of which is pressed and judged."""
    before = judged(code, facts, on)
    for finding in (finding for finding in before if finding.code == code):
        if mend := mend_of(finding, facts, load(), on):
            new = mend.apply()
            after = judged(code, new, on)
            assert set(map(str, impossible(new))) <= set(map(str, impossible(facts))), "it can be stored"
            assert (code, finding.path) not in {(other.code, other.path) for other in after}, mend.label
            assert blocking(after) <= blocking(before), mend.label
            assert mend.label[0].isupper() and "None" not in mend.label and len(mend.label) < 160
            yield mend.label


@pytest.mark.parametrize("code", [code for code in MENDERS if code not in {case.code for case in TEXT_CASES}])
def test_a_mend_makes_its_finding_go_away_and_nothing_new_block(code: str) -> None:
    own_cases = [company(changes) for wanted, changes in MORE if wanted == code]
    for facts in own_cases:
        assert list(mended(code, facts)), code
    if not own_cases:
        assert any(label for facts, on in companies()[code] for label in mended(code, facts, on)), code


@pytest.mark.parametrize("code", [code for code in MENDERS if code in {case.code for case in TEXT_CASES}])
def test_a_mend_of_the_text_does_so_too(code: str) -> None:
    case = next(case for case in TEXT_CASES if case.code == code and case.path.startswith("sections."))
    assert list(mended(code, company(case.facts)))


def test_only_known_rules_are_mended_and_the_paper_names_them_all() -> None:
    paper = (Path(__file__).parents[3] / "docs" / "checks.md").read_text("utf-8")
    told = re.findall(
        r"`([^`]+)`",
        "".join(re.findall(r"^(?:- |  ).*\n", paper.partition("## One click")[2].partition("\n## ")[0], re.M)),
    )
    assert sorted(told) == sorted(MENDERS) and set(told) <= {rule.code for rule in RULES}


@pytest.mark.parametrize("seed", range(5))
def test_in_any_company_a_mend_brings_at_most_the_next_question(seed: int) -> None:
    facts = any_company(random.Random(seed).randrange)
    before = check(facts, load(), ON)
    for finding, mend in mends_of(before, facts, load(), ON).items():
        after = check(mend.apply(), load(), ON)
        assert (finding.code, finding.path) not in {(other.code, other.path) for other in after}
        new = {
            path for _, path in blocking(after) - blocking(before) if ".items." not in path
        }  # a line has its place as its name
        assert all(path.startswith(NEXT) for path in new), (finding.code, new)


NEXT = ("cookies.", "marketing.", "rights.withdraw_how", "minors.parental_consent")


# one row: facts in which the same rule leaves a choice
CHOICES = [
    ("13.1.a-vat-differs", {"controller.vat_number": "BE 0694.679.950"}),  # both numbers are right
    ("27-spare", {"representative.name": "Vertegenwoordiger bv", "controller.seat_country": None}),
    (
        "13.1.a-number-wrong",
        {
            "controller.country": "NL",
            "controller.vat_number": None,
            "controller.register_number": "1999.999.151",
            "controller.seat_country": "NL",
        },
    ),
    ("37.1.a-public-body", {"controller.legal_form": "vlaams_bestuur"}),  # nobody to name yet
    ("26.2-activities", {"joint_controllers": (JointController(key="x", name="Ander", arrangement="Elk zijn deel."),)}),
    ("13.1.c-basis", {f"{WHY}.legal_basis": None, f"{WHY}.interest": None}),
    ("14.1.d-item", {f"{ASK}.uses.contact.items": (DataItem(name="naam"), DataItem(reason="om te antwoorden"))}),
    (
        "87-unmarked",
        {f"{ASK}.uses.contact.items": (DataItem(name="bsn"),), f"{WHY}.law": "art. 1 van een wet"},
    ),  # a law, but not as the basis
    ("45-dpf-certified", {f"{MAILER}.dpf_certified": "unknown"}),  # somebody must look first
    (
        "26.2-network",
        {f"{HOST}.name": "LinkedIn Insight Tag", f"{HOST}.role": "controller"},
    ),  # no arrangement that we know
    (
        "6.1.a-cookie-consent",
        {**DUTCH, "cookies.placed.meting.consent": "exempt"},
    ),  # Dutch statistics may be of little effect
    ("12.3-term", {"rights.term_number": 2, "rights.term_unit": None}),  # days, or weeks
    (
        "12.1-tone",
        {f"{ASK}.story": "Hebt u een vraag? Dan antwoorden wij.", "style.tone": "je"},
    ),  # a verb changes with it
    ("12.1-tone", {f"{ASK}.story": "Je vraag lezen wij meteen."}),  # who is it that asks, or whose question
    ("13.2.a-unit", {"retention_rules.vraag.unit": None}),
    ("5.1.d-outdated", own("Wij volgen Richtlijn 95/46/EG.")),
    ("5.1.d-outdated", own("De Wbp is van toepassing.")),  # two new laws take another verb
    ("5.1.d-outdated", own("Dat valt onder het Privacy Shield.")),
    (
        "4.11-use",
        {"activities.vragen.consequence": "Wie onze website gebruikt, gaat akkoord met deze verklaring."},
    ),  # the question would stand open
]


@pytest.mark.parametrize(("code", "changes"), CHOICES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_choice_has_no_button(code: str, changes: dict[str, Any]) -> None:
    facts = company(changes)
    findings = [finding for finding in check(facts, load(), ON) if finding.code == code]
    assert findings and mends_of(findings, facts, load(), ON) == {}


def pressed(code: str, changes: dict[str, Any]) -> Facts:
    facts = company(changes)
    finding = next(finding for finding in check(facts, load(), ON) if finding.code == code)
    return mend_of(finding, facts, load(), ON).apply()


def test_a_period_that_other_data_follow_too_stays_as_it_is_for_them() -> None:
    shared = {
        "categories.+": DataCategory(key="rekeningen", name="facturen"),
        f"{ASK}.uses.+": DataUse(category="rekeningen", items=(DataItem(name="bedrag"),)),
        "retention_rules.boekhouding.number": 8,
        "retention_rules.boekhouding.law": None,
        "categories.stukken.name": "stukken",
        "categories.stukken.catalogue_id": None,
    }
    facts = pressed("5.1.e-short", shared)
    assert paths.read(facts, f"{ASK}.retention") == "vraag" and paths.read(facts, "retention_rules.vraag.number") == 1
    assert (
        paths.read(facts, f"{ASK}.uses.rekeningen.retention") not in (None, "vraag")
        and paths.read(facts, f"{ASK}.uses.contact.retention") is None
    )


def test_the_name_of_a_period_changes_with_it() -> None:
    facts = pressed(
        "5.1.e-short", {"retention_rules.boekhouding.number": 5, "retention_rules.boekhouding.name": "facturen 5 jaar"}
    )
    assert paths.read(facts, "retention_rules.boekhouding.name") == "facturen 7 jaar"


def test_a_sentence_goes_and_the_lines_around_it_stay() -> None:
    text = "Een.  Twee fout. Drie.\n\nFout vier.\nVijf."
    assert without(text, lambda sentence: "out" in sentence) == "Een.  Drie.\n\nVijf."
    assert without("Een. Fout.\nTwee.", lambda sentence: sentence == "Fout.") == "Een. \nTwee."
    body = (
        pressed("4.11-use", own("Wie onze website gebruikt, gaat akkoord met deze verklaring. Bel ons gerust."))
        .sections[0]
        .body
    )
    assert body == "Wij maken lampen.\n\nBel ons gerust."
    assert (
        pressed(
            "4.11-use",
            {
                "sections": (
                    OwnSection(key="a", title="A", body="Wie onze website gebruikt, gaat akkoord met deze verklaring."),
                )
            },
        ).sections
        == ()
    )


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Klaag bij het College bescherming persoonsgegevens.", "Klaag bij de Autoriteit Persoonsgegevens."),
        (
            "De Privacycommissie helpt. CBPL!",
            "De Gegevensbeschermingsautoriteit helpt. Gegevensbeschermingsautoriteit!",
        ),
        ("Dat valt onder de Wbp.", "Dat valt onder de AVG en de UAVG."),
        ("Zie www.privacycommission.be.", ""),
        ("Zoom Video Communications, Inc. helpt ons.", "Zoom Communications, Inc. helpt ons."),
    ],
)
def test_a_new_name_fits_in_the_sentence(text: str, new: str) -> None:
    row = next(row for row in load().valid("outdated", ON) if any(old.lower() in text.lower() for old in row["old"]))
    assert renewed(text, row) == new
