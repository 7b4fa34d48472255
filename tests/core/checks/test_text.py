"""The assembled text beside the facts: one row = one check. A fault is a text that lacks, denies or promises something; a near miss is one that does not."""

import dataclasses
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.checks import check_document
from policies.core.checks.finding import Finding
from policies.core.clauses.library import FOLDER, load
from policies.core.document import Document
from policies.core.facts import Decision, Facts, JointController, OwnSection
from policies.wizard.steps.locate import home_of
from policies.wizard.steps.table import LAST
from tests import golden
from tests.core.checks.company import DUTCH, ON, company
from tests.core.checks.retold import Edit, edited, flat, saying, without
from tests.generate import companies

ASK, NEWS = "activities.vragen.purposes.antwoorden", "activities.nieuws.purposes.sturen"
ONLY_LAW = {
    f"{path}.{name}": value
    for path in (ASK, NEWS)
    for name, value in (("legal_basis", "legal_obligation"), ("law", "art. 1 van een wet"), ("marketing_rule", None))
}
ONLY_LAW = {**ONLY_LAW, "marketing.used": False, "cookies.placed": (), "cookies.used": False}
CREDIT = Decision(
    key="krediet",
    name="achteraf betalen",
    logic="betaalgedrag",
    effect="vooraf betalen",
    ground="contract",
    human_route="bel ons",
)
NETWORK = JointController(key="net", name="Facebook", activities=("vragen",), arrangement="Elk zijn deel.")
TRANSFER = {"recipients.mailer.country": "BE", "recipients.mailer.safeguards": ()}


class Case(NamedTuple):
    """`text` are the facts that the text was made of when they are not those that are checked; `edit` changes its nodes."""

    code: str
    path: str
    facts: dict[str, Any] = {}
    text: dict[str, Any] | None = None
    edit: Edit = lambda node: node


def told(case: Case) -> list[Finding]:
    document = edited(assemble(company(case.facts if case.text is None else case.text), load(), ON), case.edit)
    return check_document(company(case.facts), document, load(), ON)


def long_summary(node: Any) -> Any:
    """The first paragraph of the first layer, many times."""
    return dataclasses.replace(node, summary=node.summary * 40) if isinstance(node, Document) else node


LAMP = {"sections": (OwnSection(key="stuk", title="Extra", body="Tekst."),)}

CASES = [
    Case("21.4-in-text", "rights", edit=without("21.1")),
    Case("21.4-apart", "rights", edit=flat),
    Case("21.2-in-text", "rights", edit=without("21.2")),
    *(Case("13.2.b-in-text", "rights", edit=without(article)) for article in ("15", "16", "17", "18", "20")),
    Case("13.2.b-in-text", "rights", text=ONLY_LAW),  # the text says that portability and objection do not exist here
    Case("13.2.b-promised", "rights", facts=ONLY_LAW, text={}),
    Case("13.2.c-in-text", "rights.withdraw_how", edit=without("13.2.c")),
    Case("13.2.d-in-text", "scope.customer_countries", edit=without("13.2.d")),
    Case("13.2.d-in-text", "scope.customer_countries", facts={"scope.customer_countries": ("BE", "NL")}, text={}),
    Case("13.2.d-other", "controller.country", edit=saying("13.2.d", "Of klaag bij de Autoriteit Persoonsgegevens.")),
    Case(
        "13.2.d-other",
        "sections.stuk.body",
        facts={**LAMP, "sections.stuk.body": "Met een klacht kan men naar de Autoriteit Persoonsgegevens."},
    ),
    Case(
        "20-promised",
        "sections.stuk.body",
        facts={**LAMP, **ONLY_LAW, "sections.stuk.body": "Men heeft het recht op overdraagbaarheid."},
    ),
    Case(
        "21-promised",
        "sections.stuk.body",
        facts={**LAMP, **ONLY_LAW, "sections.stuk.body": "Iedereen heeft het recht van bezwaar."},
    ),
    Case("13.1.a-in-text", "controller.legal_name", edit=without("13.1.a")),
    Case(
        "13.1.b-in-statement",
        "dpo.email",
        facts={"dpo.designated": True, "dpo.email": "dpo@lampenist.example"},
        text={},
    ),
    Case("13.1.c-in-text", f"{ASK}.name", edit=without("13.1.c")),
    Case("13.1.c-in-text", "activities.facturen.purposes.boeken.legal_basis", edit=without("13.1.c")),
    Case("13.1.d-in-text", f"{ASK}.interest", edit=without("13.1.d")),
    Case("13.1.e-in-text", "recipients.bank.name", edit=without("13.1.e")),
    Case(
        "13.1.e-text-denies",
        "disclosure.shares",
        edit=saying("13.1.e", "Buiten onze onderneming ziet niemand de gegevens."),
    ),
    Case("13.1.f-in-text", "recipients.mailer.safeguards", text=TRANSFER),
    Case(
        "13.1.f-text-denies",
        "recipients",
        edit=saying("13.1.f", "Wij geven geen gegevens door naar landen buiten de EER."),
    ),
    Case("13.2.a-in-text", "retention_rules.vraag.number", edit=without("13.2.a")),
    Case("13.2.e-in-text", "activities.vragen.required", edit=without("13.2.e")),
    Case("13.2.f-in-text", "automated.used", edit=without("13.2.f")),
    Case(
        "13.2.f-in-text",
        "automated.decisions.krediet.name",
        facts={"automated.used": True, "automated.decisions": (CREDIT,)},
        text={},
    ),
    Case(
        "14.2.f-in-text",
        "activities.vragen.source_detail",
        facts={"activities.vragen.source": "third_party", "activities.vragen.source_detail": "de werkgever"},
        text={},
    ),
    Case("14.1.d-in-text", "activities.vragen.uses.contact.items.0.name", edit=without("14.1.d")),
    Case(
        "14.1.d-in-text",
        "categories.contact.name",
        facts={"activities.vragen.uses.contact.items": ()},
        edit=without("14.1.d"),
    ),
    Case("26.2-in-text", "joint_controllers.net.name", facts={"joint_controllers": (NETWORK,)}, text={}),
    Case("13-cookies-in-text", "cookies.placed.meting.name", text={"cookies.used": False, "cookies.placed": ()}),
    Case("13.3-in-text", "changes.channels", edit=without("13.3")),
    Case("12.1-first-layer", "activities", edit=long_summary),
    Case("5.1.a-residue", "sections", edit=saying("13.2.d", "Mail naar {{ rights.email }}.")),
]
EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_row(case: Case) -> None:
    fired = {finding.path: finding for finding in told(case) if finding.code == case.code}
    assert case.path in fired
    assert fired[case.path].message.endswith(".") and fired[case.path].remedy.endswith(".")
    assert home_of(case.path).step is not LAST  # a person is led to the step that it is about


@pytest.mark.parametrize("country", [{}, DUTCH, ONLY_LAW, TRANSFER], ids=["BE", "NL", "only law", "one transfer"])
def test_the_text_of_a_lawful_company_is_in_order(country: dict) -> None:
    assert told(Case("", "", facts=country)) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_example_is_faulted(path: Path) -> None:
    facts = golden.example(path.stem)
    told = {finding.code for finding in check_document(facts, assemble(facts, load(), ON), load(), ON)}
    assert told == set()


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_no_layout_is_faulted(pattern: str) -> None:
    assert told(Case("", "", facts={"style.pattern": pattern})) == []


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_in_every_layout_what_is_taken_out_is_missed(pattern: str) -> None:
    style = {"style.pattern": pattern}
    for article, code in (
        ("13.1.d", "13.1.d-in-text"),
        ("13.2.a", "13.2.a-in-text"),
        ("13.2.d", "13.2.d-in-text"),
        ("21.1", "21.4-in-text"),
        ("18", "13.2.b-in-text"),
    ):
        assert code in {finding.code for finding in told(Case("", "", facts=style, edit=without(article)))}, article
    assert "21.4-apart" in {finding.code for finding in told(Case("", "", facts=style, edit=flat))}


NEAR = {
    "an authority that is only named": {
        **LAMP,
        "sections.stuk.body": "De Autoriteit Persoonsgegevens schrijft daar ook over.",
    },
    "its own authority": {
        **LAMP,
        "sections.stuk.body": "Met een klacht kan men naar de Gegevensbeschermingsautoriteit.",
    },
    "a right that exists": {
        **LAMP,
        "sections.stuk.body": "Men heeft het recht op overdraagbaarheid en het recht van bezwaar.",
    },
    "a right that is denied": {**LAMP, **ONLY_LAW, "sections.stuk.body": "Het recht van bezwaar is er hier niet."},
    "the neighbour's authority where customers live": {
        **LAMP,
        "scope.customer_countries": ("BE", "NL"),
        "sections.stuk.body": "Een klacht kan ook bij de Autoriteit Persoonsgegevens.",
    },
}


@pytest.mark.parametrize("facts", NEAR.values(), ids=NEAR)
def test_a_near_miss_is_none(facts: dict) -> None:
    assert told(Case("", "", facts=facts)) == []


@settings(max_examples=12)
@given(companies(most=2))
def test_what_any_company_answered_stands_in_its_text(any_company: Facts) -> None:
    """Whatever is filled in and whatever is not: what is given is told, in the clause of its article."""
    found = check_document(any_company, assemble(any_company, load(), ON), load(), ON)
    assert [finding for finding in found if finding.blocks] == []
