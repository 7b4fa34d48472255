"""The parts of an address agree (art. 13.1.a, 5.1.d): one row = one check; what is said where, and what one press mends."""

import time

import pytest

from policies.core.checks import address
from policies.core.checks.review import Review
from policies.core.clauses.library import FOLDER, load
from policies.core.facts import JointController
from policies.core.facts.choices import LEGAL_FORM
from policies.core.facts.postal_address import read_postcode, split, tidy
from policies.core.mending import mend_of
from tests import golden
from tests.core.checks.company import DUTCH, ON, Case, company, found, show

POSTCODE, CITY, STREET, COUNTRY = (f"controller.seat_{name}" for name in ("postcode", "city", "street", "country"))
POSTAL = "controller.postal_address"

CASES = [
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "93000"}, {POSTCODE: "9300"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "930"}, {POSTCODE: "1000"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "0930"}, {POSTCODE: "9992"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "9993"}, {**DUTCH, POSTCODE: "9993 AB"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "Aalst"}, {POSTCODE: "75001", COUNTRY: "FR"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "D-10115"}, {POSTCODE: "D-10115", COUNTRY: "DE"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "9300", COUNTRY: "FR"}, {POSTCODE: "F-75001", COUNTRY: "FR"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "3511 AB", COUNTRY: "DE"}, {POSTCODE: "10115", COUNTRY: "DE"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "L-12345", COUNTRY: "LU"}, {POSTCODE: "L-1234", COUNTRY: "LU"}),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "3511 AB"}, DUTCH),
    Case("13.1.a-postcode", POSTCODE, {POSTCODE: "3511 AB", COUNTRY: None}, {**DUTCH, COUNTRY: None}),
    Case("13.1.a-postcode", POSTCODE, {**DUTCH, POSTCODE: "3511"}, {**DUTCH, POSTCODE: "3511AB"}),
    Case("13.1.a-postcode", POSTCODE, {**DUTCH, POSTCODE: "3511 SS"}, {**DUTCH, POSTCODE: "3511 ST"}),
    Case("13.1.a-postcode", POSTCODE, {**DUTCH, POSTCODE: "3511 SD"}, {**DUTCH, POSTCODE: "3511 DS"}),
    Case("13.1.a-postcode", POSTCODE, {**DUTCH, POSTCODE: "3511 sa"}, {**DUTCH, POSTCODE: "3511 AS"}),
    Case("13.1.a-postcode", POSTCODE, {**DUTCH, POSTCODE: "0511 AB"}, {**DUTCH, POSTCODE: "9999 ZZ"}),
    Case(
        "13.1.a-postcode",
        POSTCODE,
        {**DUTCH, POSTCODE: "B-9300 Gent"},
        {"controller.country": None, COUNTRY: None, POSTCODE: "93000"},
    ),
    Case("13.1.a-postcode-shape", POSTCODE, {POSTCODE: "B-9300"}, {POSTCODE: "9300"}),
    Case("13.1.a-postcode-shape", POSTCODE, {POSTCODE: "BE 9300"}, {POSTCODE: "93000"}),
    Case("13.1.a-postcode-shape", POSTCODE, {**DUTCH, POSTCODE: "NL-3511 AB"}, DUTCH),
    Case("13.1.a-postcode-shape", POSTCODE, {**DUTCH, POSTCODE: "3511ab"}, {POSTCODE: "3511ab"}),
    Case("13.1.a-address-mixed", POSTCODE, {POSTCODE: "9300 Aalst"}, {POSTCODE: "9300"}),
    Case(
        "13.1.a-address-mixed",
        POSTCODE,
        {POSTCODE: "9840 De Pinte", CITY: "De Pinte"},
        {POSTCODE: "9840", CITY: "De Pinte"},
    ),
    Case("13.1.a-address-mixed", POSTCODE, {POSTCODE: "3665 As", CITY: "As"}, {POSTCODE: "3665", CITY: "As"}),
    Case("13.1.a-address-mixed", POSTCODE, {**DUTCH, POSTCODE: "3511 AB Utrecht"}, DUTCH),
    Case(
        "13.1.a-address-mixed",
        POSTCODE,
        {POSTCODE: "75001 Paris", CITY: "Paris", COUNTRY: "FR"},
        {POSTCODE: "75001", CITY: "Paris", COUNTRY: "FR"},
    ),
    Case("13.1.a-address-mixed", CITY, {CITY: "9300 Aalst"}, {CITY: "Aalst"}),
    Case("13.1.a-address-mixed", CITY, {CITY: "Aalst (9300)"}, {CITY: "Aalst (Oost-Vlaanderen)"}),
    Case("13.1.a-address-mixed", CITY, {**DUTCH, CITY: "3511 AB Utrecht"}, {**DUTCH, CITY: "'s-Hertogenbosch"}),
    Case("13.1.a-address-mixed", CITY, {CITY: "Aalst BE"}, {CITY: "Bever"}),
    Case("13.1.a-address-mixed", CITY, {CITY: "Aalst, België"}, {CITY: "Baarle-Hertog"}),
    Case("13.1.a-address-mixed", CITY, {CITY: "9300"}, {CITY: "Sint-Job-in-'t-Goor"}),
    Case("13.1.a-address-mixed", STREET, {STREET: "Gloeiweg 4, 9300 Aalst"}, {STREET: "Gloeiweg 4 bus 9300"}),
    Case("13.1.a-address-mixed", STREET, {STREET: "Gloeiweg 4 Aalst"}, {STREET: "Aalst-Carolinaplein 4"}),
    Case(
        "13.1.a-address-mixed",
        STREET,
        {**DUTCH, STREET: "Gloeiweg 4, 3511 AB Utrecht"},
        {**DUTCH, STREET: "Plein 1944 nr. 12 II"},
    ),
    Case("13.1.a-house-number", STREET, {STREET: "Gloeiweg"}, {STREET: "Gloeiweg z/n"}),
    Case("13.1.a-house-number", STREET, {STREET: "Markt"}, {STREET: "Kasteel Ter Horst, zonder nummer"}),
    Case("13.1.a-seat-country", COUNTRY, {COUNTRY: "NL"}, {COUNTRY: "NL", "controller.legal_form": "bijkantoor"}),
    Case("13.1.a-seat-country", COUNTRY, {**DUTCH, COUNTRY: "BE"}, {**DUTCH, COUNTRY: None}),
    Case("13.1.a-seat-country", COUNTRY, {COUNTRY: "LU"}, {"controller.country": None, COUNTRY: "LU"}),
    Case("13.1.a-address-line", POSTAL, {POSTAL: "Postbus 9, 93000 Aalst"}, {POSTAL: "Postbus 93000, 9300 Aalst"}),
    Case(
        "13.1.a-address-line",
        POSTAL,
        {POSTAL: "Industriepark 1200 Zuid, 93000 Aalst"},
        {POSTAL: "Industriepark 12000 Zuid, 9300 Aalst"},
    ),
    Case("13.1.a-address-line", POSTAL, {POSTAL: "Postbus 9, B-93000 Aalst"}, {POSTAL: "Postbus 9, B-9300 Aalst"}),
    Case(
        "13.1.a-address-line",
        POSTAL,
        {POSTAL: "Postbus 9, 93000 aalst"},
        {POSTAL: "Kerkstraat 12000 bus 3, 9300 aalst"},
    ),
    Case(
        "13.1.a-address-line",
        POSTAL,
        {**DUTCH, POSTAL: "Postbus 9, 3511 Utrecht"},
        {**DUTCH, POSTAL: "Postbus 12345 1000 BB Amsterdam"},
    ),
    Case(
        "13.1.a-address-line", POSTAL, {POSTAL: "Postbus 9, 9999 Aalst"}, {POSTAL: "Kerkstraat 12 bus 9999, 9300 Aalst"}
    ),
    Case("13.1.a-address-line", POSTAL, {POSTAL: "Postbus 9, 3511 SS Utrecht"}, {POSTAL: "Postbus 9, 3511 AB Utrecht"}),
    Case(
        "13.1.a-address-line",
        POSTAL,
        {POSTAL: "Postbus 9, 9300 Aalst, Nederland"},
        {POSTAL: "Postbus 9, 9300 Aalst, België"},
    ),
    Case(
        "13.1.a-address-line",
        "contact.address",
        {"contact.address": "Markt 1, 3511 AB Utrecht, België"},
        {"contact.address": "Markt 1, 3511 AB Utrecht, Nederland"},
    ),
    Case(
        "13.1.a-address-line",
        "contact.address",
        {"contact.address": "Rue Haute 1, 75001 Parijs"},
        {"contact.address": "Rue Haute 1, 75001 Parijs, Frankrijk"},
    ),
    Case(
        "13.1.a-address-line",
        "contact.address",
        {"contact.address": "Hauptstraße 1, 10115 Berlijn"},
        {"contact.address": "Hauptstraße 1, 10115 Berlin, Deutschland"},
    ),
    Case(
        "13.1.a-address-line",
        "contact.address",
        {"contact.address": "Main Street 1, 10001 New York"},
        {"contact.address": "Main Street 1, 10001 New York, VS"},
    ),
    Case(
        "13.1.a-address-line",
        "contact.address",
        {"contact.address": "Markt 1, 3511 AB Utrecht, BE"},
        {"contact.address": "Rue Haute 1, 75001 Paris (FR)"},
    ),
    Case(
        "13.1.a-address-line",
        "dpo.address",
        {"dpo.designated": True, "dpo.address": "Markt 1, 0930 Aalst"},
        {"dpo.designated": True, "dpo.address": "Markt 1, Aalst"},
    ),
    Case(
        "13.1.a-address-line",
        "representative.address",
        {"representative.address": "Markt 1, 93000 Aalst"},
        {"representative.address": "Hauptstraße 1, 10115 Berlijn, Duitsland"},
    ),
    Case(
        "13.1.a-address-line",
        "joint_controllers.x.address",
        {"joint_controllers": (JointController(key="x", address="Frankrijklei 12, 20000 Antwerpen"),)},
        {"joint_controllers": (JointController(key="x", address="Frankrijklei 12, 2000 Antwerpen"),)},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.fires}"[:80])
def test_row(case: Case) -> None:
    show(case)


@pytest.mark.parametrize("form", [form for form in LEGAL_FORM if form != "bijkantoor"])
def test_a_seat_in_another_country_is_a_question_for_every_form_but_a_branch(form: str) -> None:
    told = [
        finding
        for finding in found({COUNTRY: "NL", POSTCODE: "3511 AB", "controller.legal_form": form})
        if finding.code == "13.1.a-seat-country"
    ]
    assert len(told) == 1 and told[0].message.endswith("?") and not told[0].blocks


def test_a_vat_number_of_another_country_is_refused() -> None:
    for changes in ({"controller.vat_number": "NL000099998B57"}, {**DUTCH, "controller.vat_number": "BE 1999.999.151"}):
        assert "controller.vat_number" in [
            finding.path for finding in found(changes) if finding.code == "13.1.a-number-wrong"
        ]


@pytest.mark.parametrize("name", sorted(path.stem for path in (FOLDER / "examples").glob("*.yaml")))
def test_no_example_is_doubted(name: str) -> None:
    assert list(address.findings(Review(golden.example(name), load(), ON))) == []


def test_none_of_it_blocks() -> None:
    codes = {
        "13.1.a-postcode",
        "13.1.a-postcode-shape",
        "13.1.a-address-mixed",
        "13.1.a-house-number",
        "13.1.a-seat-country",
        "13.1.a-address-line",
    }
    assert not [case for case in CASES for finding in found(case.fires) if finding.code in codes and finding.blocks]


SEAT = (STREET, POSTCODE, CITY, COUNTRY)
MENDED = [
    # what was typed (street, postcode, town, country), and what stands there after one press
    (("Gloeiweg 4", "9300 Aalst", "Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "9300 AALST", "Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "9300 Aalst", None, "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "B-9300", "Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "BE-9300 Aalst", "Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "9300", "9300 Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", None, "9300 Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "9300 Aalst", "9300 Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "9300", "Aalst, België", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "9300", "Aalst (België)", None), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4, 9300 Aalst", "9300", "Aalst", "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4, B-9300 Aalst", None, None, "BE"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "9300", "Aalst", "NL"), ("Gloeiweg 4", "9300", "Aalst", "BE")),
    (("Gloeiweg 4", "3665 As", "As", "BE"), ("Gloeiweg 4", "3665", "As", "BE")),
    (("Gloeiweg 4", "9840 De Pinte", None, "BE"), ("Gloeiweg 4", "9840", "De Pinte", "BE")),
    # and what leaves a choice
    (("Gloeiweg 4, 9300 Aalst", "9300", "Gent", "BE"), None),
    (("Gloeiweg, 9300 Aalst", "9300", "Aalst", "BE"), None),  # the number is still to be asked
    (("Gloeiweg 4", "3511 AB Utrecht", None, "BE"), None),
    (("Gloeiweg 4", "9300 Aalst", "Gent", "BE"), None),
    (("Gloeiweg 4", "9000", "9300 Aalst", "BE"), None),
    (("Gloeiweg 4, 9000 Gent", "9300", "Aalst", "BE"), None),
    (("Gloeiweg 4", "93000", "Aalst", "BE"), None),
    (("Gloeiweg 4", "3511 AB", "Utrecht", "BE"), None),
    (("Gloeiweg 4", "3511 AB", "Utrecht", "NL"), None),  # a Belgian number with a seat in Utrecht
    (("Gloeiweg 4", "9300", "Aalst, Nederland", "BE"), None),
    (("Gloeiweg", "9300", "Aalst", "BE"), None),
    (("Gloeiweg 4", "9300", "9300", "BE"), None),
]


@pytest.mark.parametrize(("typed", "wanted"), MENDED)
def test_one_press_puts_each_part_in_its_place(typed: tuple, wanted: tuple | None) -> None:
    changes = dict(zip(SEAT, typed, strict=True))
    facts = company(changes)
    mends = [
        mend
        for finding in found(changes)
        if finding.path in SEAT and "13.1.a-address" != finding.code and (mend := mend_of(finding, facts, load(), ON))
    ]
    if wanted is None:
        assert mends == []
        return
    seat = mends[0].apply().controller
    assert (seat.seat_street, seat.seat_postcode, seat.seat_city, seat.seat_country) == wanted
    assert tidy(seat) == {}


def test_a_dutch_address_is_tidied_likewise() -> None:
    changes = {**DUTCH, POSTCODE: "3511ab utrecht", CITY: "Utrecht"}
    mended = mend_of(
        next(finding for finding in found(changes) if finding.path == POSTCODE), company(changes), load(), ON
    )
    assert mended is None or mended.apply().controller.seat_postcode == "3511 AB"
    changes = {**DUTCH, POSTCODE: "nl-3511ab Utrecht", CITY: None}
    seat = (
        mend_of(next(finding for finding in found(changes) if finding.path == POSTCODE), company(changes), load(), ON)
        .apply()
        .controller
    )
    assert (seat.seat_postcode, seat.seat_city) == ("3511 AB", "Utrecht")


def test_what_contradicts_another_answer_stays_where_it_is() -> None:
    assert tidy(company({POSTCODE: "3511 AB Utrecht", CITY: None}).controller) == {}
    told = next(
        finding for finding in found({POSTAL: "Industriepark 1200 Zuid, 93000 Aalst"}) if finding.path == POSTAL
    )
    assert told.message.startswith("“93000”")


READ = [
    # text, country, town → country, code, rest
    ("9300", "BE", None, ("BE", "9300", "")),
    ("B-9300", "NL", None, ("BE", "9300", "")),
    ("B9300", "BE", None, ("BE", "9300", "")),
    ("be 9300 aalst", "BE", None, ("BE", "9300", "aalst")),
    ("NL-3511 AB", "BE", None, ("NL", "3511 AB", "")),
    ("NL 3511", "BE", None, ("NL", "3511", "")),
    ("3511ab", "NL", None, ("NL", "3511 AB", "")),
    ("3511ab", "BE", None, ("NL", "3511 AB", "")),
    ("9840 De Pinte", "BE", None, ("BE", "9840", "De Pinte")),
    ("9840 DE PINTE", "BE", None, ("BE", "9840", "DE PINTE")),
    ("3511 AB UTRECHT", "NL", None, ("NL", "3511 AB", "UTRECHT")),
    ("3665 AS", "BE", "As", ("BE", "3665", "AS")),
    ("3665 AS", "BE", "Genk", ("NL", "3665 AS", "")),
    ("3665 As", "BE", None, ("BE", "3665", "As")),
    ("9300-Aalst", "BE", None, ("BE", "9300", "Aalst")),
    ("5211 AB 's-Hertogenbosch", "NL", None, ("NL", "5211 AB", "'s-Hertogenbosch")),
    ("5211 's-Hertogenbosch", "NL", None, ("BE", "5211", "'s-Hertogenbosch")),
    ("3511AB Utrecht", "BE", None, ("NL", "3511 AB", "Utrecht")),
]


@pytest.mark.parametrize(("text", "country", "city", "wanted"), READ)
def test_a_postcode_as_people_write_it(text: str, country: str, city: str | None, wanted: tuple[str, str, str]) -> None:
    found = read_postcode(text, country, city)
    assert found and (found.country, found.code, found.rest) == wanted


@pytest.mark.parametrize(
    "text", ["", "93000", "930", "0930", "Aalst", "D-10115", "L-1234", "12345 AB", "-", "９３００"]
)
def test_what_begins_with_no_postcode(text: str) -> None:
    assert read_postcode(text) is None


@pytest.mark.parametrize(
    "street",
    [
        "Plein 1944 nr 5",
        "Plein 1940-1945 12",
        "Laan 1945 12",
        "Boulevard 1945 Oost 12",
        "Steenweg 1200 bus 3",
        "Industriepark 4 unit 1200",
        "Kerkstraat 12A",
        "'t Zand 3",
    ],
)
def test_a_year_or_a_number_in_a_street_is_no_postcode(street: str) -> None:
    assert split(street) is None
    assert not [finding for finding in found({STREET: street}) if finding.path == STREET]


def test_awkward_texts_are_read_at_once() -> None:
    start = time.process_time()
    for text in ("1 " * 100, "9" * 200, "a 1," * 50, "B-" * 100, "1000 AA " * 25, ", " * 100, "9300 " * 40):
        (
            read_postcode(text, "BE"),
            split(text),
            found({POSTAL: text, STREET: text, CITY: text[:80], POSTCODE: text[:60]}),
        )
    assert time.process_time() - start < 2
