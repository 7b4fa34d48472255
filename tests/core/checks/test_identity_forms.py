"""The privacy of a sole trader and an association without a number (art. 13.1.a, 87): one row = one check; and what the text then says in every layout."""

import dataclasses
import itertools
import re

import pytest
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.checks import check_document
from policies.core.clauses.library import load
from policies.core.completeness import criteria, items
from policies.core.facts import Facts
from policies.core.facts.choices import LEGAL_FORM, TONE
from policies.core.facts.plain_data import read_yaml, write_yaml
from policies.render import as_text
from tests.core.checks.company import DUTCH, ON, Case, company, found, show
from tests.core.checks.retold import edited, without

OLD, NEW, BOTH = (
    "NL123456782B01",
    "NL000099998B57",
    "NL111222333B82",
)  # a BSN; a btw-id; a btw-id whose nine digits pass as a BSN
NATIONAL, OTHERS = "85073003328", "controller.other_numbers"
ALONE = {"controller.legal_form": "eenmanszaak"}
DUTCH_ALONE = {**DUTCH, **ALONE}
NO_SEAT = {"controller.seat_street": None, "controller.seat_postcode": None, "controller.seat_city": None}
BOX = {**NO_SEAT, "controller.postal_address": "Postbus 12, 3500 AA Utrecht"}
NO_NUMBER = {"controller.register_number": None, "controller.vat_number": None}
INFORMAL = {
    **NO_NUMBER,
    "controller.legal_form": "informele_vereniging",
    "controller.legal_name": "Buurtcomité Zonneveld",
}
PERSONS = {"controller.responsible_persons": ("An Maes (voorzitter)", "Bert Claes")}

CASES = [
    Case(
        "87-vat-number",
        "controller.vat_number",
        {**DUTCH_ALONE, "controller.vat_number": OLD},
        {**DUTCH_ALONE, "controller.vat_number": NEW},
    ),
    Case(
        "87-vat-number",
        "controller.vat_number",
        {**DUTCH_ALONE, "controller.vat_number": "NL 1234.56.782.B.01"},
        {**DUTCH_ALONE, "controller.vat_number": BOTH},
    ),
    Case(
        "87-vat-number",
        "controller.vat_number",
        {**DUTCH_ALONE, "controller.vat_number": "123456782b01"},
        {**DUTCH_ALONE, "controller.vat_number": None},
    ),
    Case(
        "87-vat-number",
        "controller.vat_number",
        {**DUTCH_ALONE, "controller.country": None, "controller.vat_number": OLD},
        ALONE,
    ),
    Case(
        "87-vat-number",
        "controller.vat_number",
        {**DUTCH_ALONE, "controller.vat_number": "NL111222333B83"},
        {**DUTCH, "controller.vat_number": OLD},
    ),
    Case(
        "87-vat-number-check",
        "controller.vat_number",
        {**DUTCH_ALONE, "controller.vat_number": BOTH},
        {**DUTCH_ALONE, "controller.vat_number": NEW},
    ),
    Case(
        "87-vat-number-check",
        "controller.vat_number",
        {**DUTCH_ALONE, "controller.vat_number": BOTH},
        {**DUTCH, "controller.vat_number": BOTH},
    ),
    Case(
        "87-rsin",
        "controller.rsin",
        {**DUTCH_ALONE, "controller.rsin": "123456782"},
        {**DUTCH, "controller.rsin": "123456782"},
    ),
    Case("87-rsin", "controller.rsin", {**ALONE, "controller.rsin": "9"}, {**DUTCH_ALONE, "controller.rsin": None}),
    Case("87-other-number", OTHERS, {OTHERS: (f"nummer {NATIONAL}",)}, {OTHERS: ("erkenningsnummer 212345 (BIV)",)}),
    Case("87-other-number", OTHERS, {OTHERS: ("lid 12", "85.07.30-033.28")}, {OTHERS: ("85.07.30-033.29",)}),
    Case(
        "87-other-number", OTHERS, {OTHERS: ("17 07 30 033 84",)}, {OTHERS: ("17 17 30 033 84",)}
    ),  # born in this century; no month 17
    Case("87-other-number", OTHERS, {OTHERS: ("98.47.28-997.65",)}, {OTHERS: ("RIZIV 98472899765",)}),  # a bisnummer
    Case("87-other-number", OTHERS, {OTHERS: ("INSZ zoals bij de RSZ",)}, {OTHERS: ("RSZ-nummer 1234567-89",)}),
    Case("87-other-number", OTHERS, {**DUTCH, OTHERS: ("BSN 12",)}, {**DUTCH, OTHERS: ("BIG-nummer 19012345601",)}),
    Case(
        "87-other-number", OTHERS, {**DUTCH_ALONE, OTHERS: ("RSIN 123456782",)}, {**DUTCH, OTHERS: ("RSIN 123456782",)}
    ),
    Case(
        "87-other-number-check",
        OTHERS,
        {**DUTCH, OTHERS: ("vergunning 123456782",)},
        {**DUTCH, OTHERS: ("vergunning 123456783",)},
    ),
    Case(
        "87-other-number-check",
        OTHERS,
        {**DUTCH, OTHERS: ("vergunning 1234.56.782",)},
        {OTHERS: ("vergunning 1234.56.782",)},
    ),
    Case(
        "87-other-number-check",
        OTHERS,
        {**DUTCH, OTHERS: ("vergunning 123456782",)},
        {**DUTCH, OTHERS: ("vergunning 12345678", "IBAN NL91 ABNA 0417 1643 00")},
    ),
    Case(
        "13.1.a-postal-address",
        "controller.postal_address",
        {**DUTCH_ALONE, **BOX},
        {**DUTCH_ALONE, "controller.postal_address": "Postbus 12, 3500 AA Utrecht"},
    ),
    Case(
        "13.1.a-postal-address",
        "controller.postal_address",
        {**INFORMAL, **PERSONS, **BOX},
        {**BOX, "controller.legal_form": "vzw"},
    ),
    Case("13.1.a-responsible", "controller.responsible_persons", INFORMAL, {**INFORMAL, **PERSONS}),
    Case(
        "13.1.a-responsible",
        "controller.responsible_persons",
        {**DUTCH, **INFORMAL},
        {**INFORMAL, "controller.register_number": "1999.999.151"},
    ),
    Case(
        "13.1.a-responsible",
        "controller.responsible_persons",
        {**NO_NUMBER, "controller.legal_form": "vereniging"},
        {**NO_NUMBER, "controller.legal_form": "vzw"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


@pytest.mark.parametrize("form", [form for form in LEGAL_FORM if form != "eenmanszaak"])
@pytest.mark.parametrize("number", [OLD, BOTH, "NL999999904B01"])
def test_no_other_legal_form_is_stopped_for_its_number(form: str, number: str) -> None:
    """The number of a legal person (RSIN) passes the same check as a BSN."""
    assert not [
        finding
        for finding in found({**DUTCH, "controller.legal_form": form, "controller.vat_number": number})
        if finding.path == "controller.vat_number"
    ]


def test_a_btw_id_is_never_blocked_and_an_old_number_always_is() -> None:
    """Over four thousand numbers that pass as a BSN, with each number of an enterprise that goes with them."""
    digits = [f"{number:09d}" for number in range(123_400_000, 123_400_400) if bsn.is_valid(f"{number:09d}")]
    seen = set()
    for nine, last in itertools.product(digits, range(1, 100)):
        number = f"NL{nine}B{last:02d}"
        genuine = mod_97_10.is_valid(number)
        blocks = [finding.code for finding in found_for(number) if finding.blocks]
        assert blocks == ([] if genuine else ["87-vat-number"]), number
        seen.add(genuine)
    assert seen == {True, False} and len(digits) > 30


def found_for(number: str) -> list:
    from policies.core.checks import identity_forms

    return list(identity_forms._citizen_number(company({**DUTCH_ALONE, "controller.vat_number": number}).controller))


def test_it_says_the_way_out() -> None:
    blocked = next(
        finding for finding in found({**DUTCH_ALONE, "controller.vat_number": OLD}) if finding.code == "87-vat-number"
    )
    assert blocked.blocks and "BSN" in blocked.message and "btw-id" in blocked.remedy and NEW in blocked.remedy
    assert OLD not in blocked.message + blocked.remedy and "123456782" not in blocked.message + blocked.remedy
    assert bsn.is_valid(NEW[2:11]) is False and mod_97_10.is_valid(NEW)


def test_it_says_what_the_law_asks_and_how_to_shield() -> None:
    told = next(finding for finding in found({**DUTCH_ALONE, **BOX}) if finding.code == "13.1.a-postal-address")
    assert (
        not told.blocks
        and "13.1.a" in told.message
        and "identiteit" in told.message
        and "contactgegevens" in told.message
    )
    assert "KVK" in told.remedy and "afschermen" in told.remedy
    belgian = next(finding for finding in found({**ALONE, **BOX}) if finding.code == "13.1.a-postal-address")
    assert "KVK" not in belgian.remedy


@pytest.mark.parametrize(
    "changes",
    [{**DUTCH_ALONE, "controller.rsin": "123456782"}, {OTHERS: (NATIONAL,)}, {**DUTCH, OTHERS: ("123456782",)}],
)
def test_the_number_of_a_person_is_not_repeated_by_who_warns(changes: dict) -> None:
    told = [finding for finding in found(changes) if finding.code.startswith("87-")]
    assert len(told) == 1 and not re.search(r"[0-9]{6}|[0-9]{2}\.[0-9]{2}", told[0].message + told[0].remedy)


def test_the_worst_of_several_numbers_is_told() -> None:
    told = [
        finding.code
        for finding in found({**DUTCH, OTHERS: ("123456782", "BSN 123456782", NATIONAL)})
        if finding.path == OTHERS
    ]
    assert told == ["87-other-number"]


def text(facts: Facts, pattern: str, tone: str) -> str:
    facts = dataclasses.replace(facts, style=dataclasses.replace(facts.style, pattern=pattern, tone=tone))
    document = assemble(facts, load(), ON)
    assert document.gaps() == []
    return as_text.text(document, None)


@pytest.mark.parametrize("tone", TONE)
@pytest.mark.parametrize("pattern", patterns.ALL)
def test_a_sole_trader_publishes_the_correspondence_address_alone(pattern: str, tone: str) -> None:
    facts = company({**DUTCH_ALONE, **BOX})
    assert not [finding for finding in found({**DUTCH_ALONE, **BOX}) if finding.blocks]
    said = text(facts, pattern, tone)
    assert said.count("Postadres: Postbus 12, 3500 AA Utrecht; gevestigd in Nederland\n") == 1
    assert "\nAdres:" not in said and "Gloeiweg" not in said
    said = text(company({**DUTCH_ALONE, **BOX, "controller.seat_city": "Zwolle"}), pattern, tone)
    assert "; gevestigd in Zwolle, Nederland\n" in said
    said = text(company({**DUTCH_ALONE, "controller.postal_address": "Postbus 12, 3500 AA Utrecht"}), pattern, tone)
    assert (
        "Adres: Gloeiweg 4, 3511 AB Utrecht, Nederland; post naar Postbus 12, 3500 AA Utrecht\n" in said
        and "Postadres" not in said
    )


@pytest.mark.parametrize("form", [form for form in LEGAL_FORM if form not in {"eenmanszaak", "informele_vereniging"}])
def test_every_other_form_needs_its_seat(form: str) -> None:
    changes = {**BOX, "controller.legal_form": form, "controller.parent_name": "Moeder bv"}
    assert "controller.seat_street" in [finding.path for finding in found(changes) if finding.code == "13.1.a-address"]


@pytest.mark.parametrize("left", ["seat_street", "seat_postcode"])
def test_half_an_address_of_the_seat_is_no_choice(left: str) -> None:
    changes = {**ALONE, **BOX, f"controller.{left}": "Gloeiweg 4" if left == "seat_street" else "9300"}
    told = [finding for finding in found(changes) if finding.code == "13.1.a-address"]
    assert len(told) == 1 and "postadres" in told[0].remedy


@pytest.mark.parametrize("changes", [ALONE, {**INFORMAL, **PERSONS}])
def test_without_any_address_nothing_is_published(changes: dict) -> None:
    told = [finding for finding in found({**changes, **NO_SEAT}) if finding.code == "13.1.a-address"]
    assert len(told) == 1 and told[0].blocks and "postadres" in told[0].remedy


@pytest.mark.parametrize("tone", TONE)
@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize(("land", "form"), [({}, "feitelijke vereniging"), (DUTCH, "informele vereniging")])
def test_an_informal_association_publishes_with_who_answers_for_it(
    land: dict, form: str, pattern: str, tone: str
) -> None:
    changes = {**land, **INFORMAL, **PERSONS}
    assert not [finding for finding in found(changes) if finding.blocks]
    said = text(company(changes), pattern, tone)
    assert f"Buurtcomité Zonneveld ({form})" in said
    assert "Aanspreekbaar: An Maes (voorzitter) en Bert Claes\n" in said
    assert "Ondernemingsnummer" not in said and "KvK-nummer" not in said


def test_an_association_with_a_number_tells_it() -> None:
    changes = {**INFORMAL, "controller.register_number": "1999.999.151"}
    assert not [finding for finding in found(changes) if finding.blocks]
    assert "Ondernemingsnummer: 1999.999.151\n" in text(company(changes), "rubrieken", "u")


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({**INFORMAL, **PERSONS}, "controller.responsible_persons"),
        ({**DUTCH_ALONE, **BOX}, "controller.postal_address"),
    ],
)
def test_a_text_that_would_lose_it_is_not_published(changes: dict, path: str) -> None:
    facts = company(changes)
    document = assemble(facts, load(), ON)
    assert not [finding for finding in check_document(facts, document, load(), ON) if finding.blocks]
    told = check_document(facts, edited(document, without("13.1.a")), load(), ON)
    assert (path, True) in [(finding.path, finding.blocks) for finding in told]


def test_completeness_counts_a_postal_address_and_the_persons() -> None:
    facts = company({**DUTCH_ALONE, **BOX, "controller.email": None, "controller.phone": None, "contact.email": None})
    document = assemble(facts, load(), ON)
    assert next(one for one in criteria(facts, document, load(), ON) if one.number == "C21").met
    facts = company({**INFORMAL, **PERSONS})
    assert (
        next(item for item in items(facts, assemble(facts, load(), ON), load(), ON) if item.article == "13.1.a").state
        == "required"
    )


def test_it_travels_as_yaml() -> None:
    facts = company({**INFORMAL, **PERSONS})
    assert read_yaml(write_yaml(facts)) == facts
