"""The items of art. 12–14: each is there, applies when it must, and is missed when the text no longer tells it."""

from typing import Any

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import FOLDER, load
from policies.core.completeness import DutyItem, items
from policies.core.facts import Decision, Facts, JointController
from policies.wizard.steps.locate import home_of
from tests import golden
from tests.core.checks.company import ON, company
from tests.core.checks.retold import edited, flat, without

EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"))
ALL = (
    "12.1 12.2 12.3 12.4 12.5 12.6 12.7 12.8 13.1.a 13.1.b 13.1.c 13.1.d 13.1.e 13.1.f 13.2.a 13.2.b 13.2.c 13.2.d 13.2.e 13.2.f 13.3 13.4"
    " 14.1.a 14.1.b 14.1.c 14.1.d 14.1.e 14.1.f 14.2.a 14.2.b 14.2.c 14.2.d 14.2.e 14.2.f 14.2.g 14.3 14.4 14.5 7.3 21.4 26.2"
).split()
CREDIT = Decision(
    key="krediet",
    name="achteraf betalen",
    logic="betaalgedrag",
    effect="vooraf betalen",
    ground="contract",
    human_route="met een mail",
)
ASK, NEWS = "activities.vragen", "activities.nieuws.purposes.sturen"
FROM_OTHERS = {f"{ASK}.source": "public", f"{ASK}.source_detail": "het handelsregister"}
ALL_FROM_OTHERS = {
    f"activities.{key}.{name}": value
    for key in ("vragen", "nieuws", "facturen")
    for name, value in (("source", "public"), ("source_detail", "het handelsregister"))
}
ON_CONTRACT = {f"{ASK}.purposes.antwoorden.legal_basis": "contract", f"{NEWS}.legal_basis": "contract"}
NO_CONSENT = {
    **ON_CONTRACT,
    f"{NEWS}.marketing_rule": None,
    "marketing.used": False,
    "cookies.used": False,
    "cookies.placed": (),
}
HERE = {
    "recipients.mailer.country": "BE",
    "recipients.mailer.safeguards": (),
    "recipients.google.transfer_countries": (),
    "recipients.google.safeguards": (),
}
NOBODY = {"recipients": (), "disclosure.shares": False}
TOGETHER = {
    "joint_controllers": (
        JointController(key="net", name="Facebook", activities=("vragen",), arrangement="Elk zijn deel."),
    )
}

# which item, with which facts, in which state, and a word of the reason
ROWS: list[tuple[str, dict[str, Any], str, str]] = [
    ("13.1.a", {}, "required", "Elke"),
    ("13.1.a", {"controller.legal_name": None}, "missing", ""),
    ("13.1.b", {}, "not_required", "geen functionaris"),
    ("13.1.b", {"dpo.designated": True, "dpo.email": "dpo@lampenist.example"}, "required", "U hebt een"),
    ("13.1.b", {"dpo.designated": True}, "missing", "U hebt een"),
    ("13.1.b", {"dpo.designated": None}, "not_required", "Alleen wie er een heeft"),
    ("13.1.b", {"dpo.designated": None, "dpo.email": "dpo@lampenist.example"}, "missing", "nog niet"),
    ("13.1.d", {}, "required", "Eén doel steunt"),
    ("13.1.d", ON_CONTRACT, "not_required", "Geen enkel doel"),
    ("13.1.d", {f"{ASK}.purposes.antwoorden.interest": None}, "missing", ""),
    ("13.1.e", {}, "required", "4 ontvangers"),
    ("13.1.e", {**NOBODY, "cookies.placed": (), "cookies.used": False}, "not_required", "niemand"),
    ("13.1.e", {"recipients": (), "disclosure.shares": None}, "missing", "nog niet"),
    ("13.1.f", {}, "required", "2 ontvangers"),
    ("13.1.f", HERE, "not_required", "buiten de EER"),
    ("13.1.f", {"recipients.host.country": None, **HERE}, "missing", "nog niet"),
    (
        "13.1.f",
        {**HERE, "recipients.host.country": None, "recipients.host.kind": "category"},
        "not_required",
        "Van een soort ontvangers kennen wij het land niet",
    ),
    ("13.1.f", {"scope.processing_countries": (), **HERE}, "missing", "zelf gegevens bewaart"),
    ("13.2.c", {}, "required", "toestemming"),
    ("13.2.c", ON_CONTRACT, "not_required", "Geen enkel doel"),
    ("13.2.d", {"controller.country": None}, "missing", "klagen"),
    ("13.2.e", {}, "required", "3 verwerkingen"),
    ("13.2.e", ALL_FROM_OTHERS, "not_required", "Dan geldt art. 14"),
    ("13.2.f", {"automated.used": None}, "not_required", "U noemde geen beslissing"),
    ("13.2.f", {"automated.used": None, "recipients.host.task": "doet de kredietcontrole"}, "missing", "nog niet"),
    ("13.2.f", {}, "not_required", "U antwoordde"),
    ("13.2.f", {"automated.used": True, "automated.decisions": (CREDIT,)}, "required", "Een computer beslist"),
    ("12.6", {}, "required", "bij twijfel"),
    ("12.6", {"rights.identity_check": None}, "not_required", "niet vooraf"),
    ("13.3", {"changes.channels": ()}, "missing", "wijziging"),
    # what is not answered yet is no “no”
    ("13.1.d", {f"{ASK}.purposes.antwoorden.legal_basis": None}, "not_required", "Nog geen enkel doel"),
    ("13.1.f", {"recipients": (), "disclosure.shares": None}, "not_required", "nog geen ontvangers"),
    ("13.2.c", {**ON_CONTRACT, f"{ASK}.purposes.antwoorden.legal_basis": None}, "not_required", "Nog geen enkel doel"),
    ("7.3", {**NO_CONSENT, "cookies.used": None}, "not_required", "nog nergens"),
    ("21.4", {**NO_CONSENT, "marketing.used": None}, "missing", "nog niet"),
    ("13.4", {}, "not_required", "uitzondering"),
    ("14.1.a", {}, "not_required", "Art. 14 geldt dan niet"),
    ("14.1.a", FROM_OTHERS, "required", "Elke"),
    ("14.1.d", FROM_OTHERS, "required", "Bij één verwerking"),
    ("14.2.b", FROM_OTHERS, "required", "belang"),
    ("14.2.f", {f"{ASK}.source": "public"}, "missing", "Bij één verwerking"),
    ("14.2.f", {f"{ASK}.source": None}, "missing", "nog niet overal"),
    ("14.3", FROM_OTHERS, "required", "van anderen"),
    ("14.3", {}, "not_required", "Art. 14"),
    ("14.5", FROM_OTHERS, "not_required", "uitzonderingen"),
    ("7.3", NO_CONSENT, "not_required", "nergens"),
    ("7.3", ON_CONTRACT, "required", "cookies"),
    ("21.4", {}, "required", "gerechtvaardigd belang"),
    ("21.4", ON_CONTRACT, "required", "reclame"),
    ("21.4", NO_CONSENT, "not_required", "geen reclame"),
    (
        "21.4",
        {
            **NO_CONSENT,
            "marketing.used": None,
            "marketing.channels": (),
            "activities.nieuws.name": "berichten",
            f"{NEWS}.name": "antwoorden",
        },
        "not_required",
        "geen reclame",
    ),
    ("26.2", {}, "not_required", "niemand samen"),
    ("26.2", TOGETHER, "required", "samen"),
    (
        "26.2",
        {"recipients.google.role": "joint", "recipients.google.privacy_url": "https://google.example/samen"},
        "missing",
        "samen",
    ),
    ("26.2", {"recipients.google.role": "joint"}, "missing", "samen"),
    ("12.7", {}, "not_required", "mogen"),
]


def judged(changes: dict[str, Any], edit=None) -> dict[str, DutyItem]:
    facts = company(changes)
    document = assemble(facts, load(), ON)
    return {item.article: item for item in items(facts, edited(document, edit) if edit else document, load(), ON)}


def test_every_item_has_its_row_in_the_order_of_the_law() -> None:
    assert list(judged({})) == ALL


@pytest.mark.parametrize(
    ("article", "facts", "state", "reason"), ROWS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_row(article: str, facts: dict, state: str, reason: str) -> None:
    item = judged(facts)[article]
    assert (item.state, reason in item.why) == (state, True), item
    assert item.why.endswith(".") and bool(item.missing) == (state == "missing")


# what is taken out of the text, and the items that are then missed: those, and no others
GONE = [
    (("13.1.b",), set()),
    (("13.1.d",), {"13.1.c", "13.1.d"}),
    (("13.1.f",), {"13.1.f"}),
    (("13.2.c",), {"13.2.c", "7.3"}),
    (("13.2.d",), {"13.2.d"}),
    (("13.2.e",), {"13.2.e"}),
    (("13.3",), {"13.3"}),
    (("12.6",), {"12.6"}),
    (("12.2",), {"12.2", "12.3"}),
    (("12.3",), {"12.2", "12.3"}),
    (("12.4",), {"12.4"}),
    (
        ("12.5",),
        {"12.2", "12.3", "12.4", "12.5"},
    ),  # how, term and price in one paragraph; the price also where we may refuse
    (("16",), {"13.2.b"}),
    (("21.4",), {"13.2.b", "21.4"}),
]


@pytest.mark.parametrize(("articles", "missed"), GONE, ids=[row[0][0] for row in GONE])
def test_what_is_taken_out_of_the_text_is_missed_and_nothing_else(articles: tuple[str, ...], missed: set[str]) -> None:
    assert {item.article for item in judged({}, without(*articles)).values() if item.state == "missing"} == missed


def test_objection_that_does_not_stand_apart_is_missed() -> None:
    assert judged({}, flat)["21.4"].state == "missing"


def test_the_text_alone_shows_it_too_without_any_finding() -> None:
    """A gap in a sentence, and an objection that does not stand apart: seen in the document, should the checks miss it."""
    facts = company({"controller.legal_name": None})
    (gap,) = {item.article: item for item in items(facts, assemble(facts, load(), ON), load(), ON, findings=[])}[
        "13.1.a"
    ].missing
    assert (gap.path, gap.message) == ("controller.legal_name", "Nog in te vullen: Officiële naam.")
    merged = edited(assemble(company({}), load(), ON), flat)
    assert {
        item.article for item in items(company({}), merged, load(), ON, findings=[]) if item.state == "missing"
    } == {"21.4"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_example_misses_an_item(path) -> None:
    facts = golden.example(path.stem)
    judged_items = items(facts, assemble(facts, load(), ON), load(), ON)
    assert [item.article for item in judged_items if item.state == "missing"] == []
    assert all(item.places for item in judged_items if item.state == "required" and not item.deed)


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_no_layout_misses_an_item(pattern: str) -> None:
    assert [
        item.article for item in judged({**FROM_OTHERS, "style.pattern": pattern}).values() if item.state == "missing"
    ] == []


def test_a_place_is_a_section_of_the_text_and_the_keys_in_it() -> None:
    (place,) = judged({})["13.1.d"].places
    document = assemble(company({}), load(), ON)
    assert place.keys == ("activities/vragen/purposes/antwoorden/purpose",)
    assert place.section in {section.title[0].text for section in document.sections}


def test_of_nothing_at_all_everything_missing_leads_somewhere() -> None:
    document = assemble(Facts(), load(), ON)
    for item in items(Facts(), document, load(), ON):
        for lack in item.missing:
            assert lack.path and home_of(lack.path), item
