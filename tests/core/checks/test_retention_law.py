"""Periods against the law on the day: one row = one check."""

from datetime import date

# size: one table of cases, easier to read as a whole
import pytest

from policies.core.clauses.library import load
from policies.core.facts import RetentionRule
from policies.core.facts.periods import compare
from tests.core.checks.company import DUTCH, Case, found, show

VRAAG, BOEK = "retention_rules.vraag", "retention_rules.boekhouding"


def years(rule: str, number: int, unit: str = "year") -> dict:
    return {f"{rule}.number": number, f"{rule}.unit": unit}


NOTHING = {f"{BOEK}.number": None, f"{BOEK}.unit": None, f"{BOEK}.start_event": None, f"{BOEK}.nothing_kept": True}
CAMERA = {"activities.vragen.name": "camera's", "activities.vragen.source": "observed"}
JOBS = {"activities.vragen.name": "sollicitaties"}
KYC = {"activities.vragen.catalogue_id": "ACT-29"}
CONSENT = {"activities.vragen.purposes.antwoorden.legal_basis": "consent"}
NO_LAW = {f"{BOEK}.law": None, f"{BOEK}.catalogue_id": None, "categories.stukken.catalogue_id": None}
BUILDINGS = {"categories.contact.name": "stukken over gebouwen", "activities.nieuws.retention": "vraag"}
INVOICES = {"categories.contact.name": "factuurgegevens"}
VAT = {"activities.nieuws.retention": "vraag"}  # so that all contact data follow one period
LAPTOP = {"categories.contact.name": "facturen van laptops", "activities.nieuws.name": "aankopen"}
DOSSIER = {"categories.contact.name": "patiëntendossier"}
PATIENT = {**VAT, **DOSSIER}
ART_48 = "art. 48 Btw-wetboek en KB nr. 3"

ASK = "activities.vragen.purposes.antwoorden"
CARE = {
    "categories.contact.name": "behandelgegevens",
    "categories.contact.special": "health",
    f"{ASK}.special_ground": "care",
}
LONG_RULE = RetentionRule(key="lang", number=7, unit="year", start_event="na het boekjaar", reason="voor de controle")

CASES = [
    # CHK-22 invoices: by law, by catalogue, by name of the data, by kind of activity
    Case("5.1.e-short", f"{BOEK}.number", years(BOEK, 5), years(BOEK, 84, "month")),
    Case(
        "5.1.e-short",
        f"{BOEK}.number",
        {**NO_LAW, **years(BOEK, 6)},
        {**NO_LAW, "categories.stukken.name": "tekeningen", **years(BOEK, 6)},
    ),
    Case(
        "5.1.e-short",
        f"{BOEK}.number",
        {
            **NO_LAW,
            "categories.stukken.name": "stukken",
            "activities.facturen.catalogue_id": "ACT-04",
            **years(BOEK, 6),
        },
        {**NO_LAW, "categories.stukken.name": "stukken", **years(BOEK, 6)},
    ),
    # each way of recognising alone: the origin of the rule, the law that it names, the kind of data
    *(
        Case(
            "5.1.e-short",
            f"{BOEK}.number",
            {**NO_LAW, "categories.stukken.name": "stukken", **years(BOEK, 6), **sign},
            {**NO_LAW, "categories.stukken.name": "stukken", **years(BOEK, 6)},
        )
        for sign in (
            {f"{BOEK}.catalogue_id": "RET-BE-01"},
            {f"{BOEK}.law": "art. 60 Btw-wetboek"},
            {"categories.stukken.catalogue_id": "invoices"},
        )
    ),
    Case("5.1.e-short", f"{BOEK}.number", {**DUTCH, **years(BOEK, 6)}, DUTCH),
    # the same data may be kept shorter elsewhere
    Case(
        "5.1.e-short",
        f"{VRAAG}.number",
        {**INVOICES, "activities.nieuws.retention": "vraag"},
        {**INVOICES, "activities.nieuws.retention": "boekhouding"},
    ),
    # a criterion cannot be measured
    Case("5.1.e-short", f"{VRAAG}.number", {**INVOICES, "activities.nieuws.retention": "vraag"}, INVOICES),
    # the law by date: ten years between 2023 and 2025
    Case("5.1.e-short", f"{BOEK}.number", {}, {}, on=date(2025, 6, 1)),
    # bounds: a law that asks a minimum is not met by “ten hoogste”, and one that sets a maximum not by “minstens”
    Case("5.1.e-short-check", f"{BOEK}.number", {f"{BOEK}.bound": "at_most"}, {f"{BOEK}.bound": "at_least"}),
    Case("5.1.e-short-check", f"{BOEK}.number", {f"{BOEK}.bound": "usually"}, {}),
    Case("5.1.e-short", f"{BOEK}.number", {**years(BOEK, 5), f"{BOEK}.bound": "at_most"}, {f"{BOEK}.bound": "at_most"}),
    Case(
        "5.1.e-short-check",
        f"{BOEK}.number",
        {f"{BOEK}.criterion": "tot de controle voorbij is", f"{BOEK}.together": "earliest"},
        {f"{BOEK}.criterion": "tot de controle voorbij is", f"{BOEK}.together": "latest"},
    ),
    Case("5.1.e-short", f"{BOEK}.number", NOTHING, {**NOTHING, "activities.facturen.retention": "zolang"}),
    Case(
        "5.1.e-long-check",
        "activities.vragen.retention",
        {**CAMERA, **years(VRAAG, 1, "month"), f"{VRAAG}.bound": "at_least"},
        {**CAMERA, **years(VRAAG, 1, "month"), f"{VRAAG}.bound": "at_most"},
    ),
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**CAMERA, **years(VRAAG, 2, "month"), f"{VRAAG}.bound": "at_most"},
        {**CAMERA, **years(VRAAG, 1, "week"), f"{VRAAG}.bound": "usually"},
    ),
    # CHK-29 anti-money-laundering
    Case("5.1.e-short", f"{VRAAG}.number", KYC, {**KYC, **years(VRAAG, 10)}),
    Case("5.1.e-long", "activities.vragen.retention", {**KYC, **years(VRAAG, 11)}, {**KYC, **years(VRAAG, 10)}),
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**DUTCH, **KYC, **years(VRAAG, 10)},
        {**DUTCH, **KYC, **years(VRAAG, 5)},
    ),
    Case(
        "5.1.e-long-check",
        "activities.vragen.retention",
        {**KYC, **years(VRAAG, 10)},
        {**KYC, **years(VRAAG, 10)},
        on=date(2027, 7, 10),
        near_on=date(2027, 7, 9),
    ),
    # CHK-24 documents about buildings
    Case("5.1.e-short-check", f"{VRAAG}.number", {**BUILDINGS, **years(VRAAG, 10)}, {**BUILDINGS, **years(VRAAG, 15)}),
    # CHK-22 by the name of the activity alone: perhaps
    Case(
        "5.1.e-short-check",
        f"{BOEK}.number",
        {**NO_LAW, "categories.stukken.name": "betaalbewijzen", **years(BOEK, 3)},
        {
            **NO_LAW,
            "categories.stukken.name": "betaalbewijzen",
            **years(BOEK, 3),
            "categories.contact.name": "facturen",
            "activities.vragen.retention": "lang",
            "retention_rules.+": LONG_RULE,
        },
    ),
    # a file of care under another name
    Case(
        "5.1.e-short",
        f"{VRAAG}.number",
        {**DUTCH, **CARE, **years(VRAAG, 10)},
        {**DUTCH, **CARE, f"{ASK}.special_ground": "explicit_consent", **years(VRAAG, 10)},
    ),
    # a copy of an identity card is never kept longer for such a file
    Case(
        "5.1.e-short",
        f"{VRAAG}.number",
        {**DUTCH, **CARE, **years(VRAAG, 10), f"{VRAAG}.law": "art. 7:454"},
        {
            **DUTCH,
            **CARE,
            **years(VRAAG, 10),
            f"{VRAAG}.law": "art. 7:454",
            "categories.contact.name": "kopie van het paspoort",
        },
    ),
    # CHK-25 cameras
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**CAMERA, **years(VRAAG, 2, "month")},
        {**CAMERA, **years(VRAAG, 30, "day")},
    ),
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**CAMERA, **years(VRAAG, 3, "month")},
        {**CAMERA, **years(VRAAG, 3, "month"), f"{VRAAG}.criterion": "tot het incident afgehandeld is"},
    ),
    # the ordinary reason of the catalogue explains no longer period
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {
            **CAMERA,
            **years(VRAAG, 3, "month"),
            f"{VRAAG}.catalogue_id": "RET-BE-05",
            f"{VRAAG}.reason": "om een misdrijf of schade te kunnen bewijzen",
        },
        {
            **CAMERA,
            **years(VRAAG, 3, "month"),
            f"{VRAAG}.reason": "omdat een koninklijk besluit dat voor deze plaats vraagt",
        },
    ),
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**CAMERA, "activities.vragen.name": "camera in de wachtzaal", **years(VRAAG, 2, "month")},
        {**CAMERA, "activities.vragen.name": "foto's met een camera", **years(VRAAG, 2, "month")},
    ),
    Case(
        "5.1.e-long-check",
        "activities.vragen.retention",
        {**DUTCH, **CAMERA, **years(VRAAG, 1, "month")},
        {**DUTCH, **CAMERA, **years(VRAAG, 4, "week")},
    ),
    # CHK-27 applications in the Netherlands
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**DUTCH, **JOBS, **years(VRAAG, 6, "week")},
        {**DUTCH, **JOBS, **years(VRAAG, 28, "day")},
    ),
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**DUTCH, **JOBS, **CONSENT, **years(VRAAG, 2)},
        {**DUTCH, **JOBS, **CONSENT, **years(VRAAG, 1)},
    ),
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**DUTCH, **JOBS, **years(VRAAG, 6, "week")},
        {**JOBS, **years(VRAAG, 6, "week")},
    ),
    Case(
        "5.1.e-long",
        "activities.vragen.retention",
        {**DUTCH, **JOBS, **years(VRAAG, 8, "week")},
        {**DUTCH, **JOBS, **CONSENT, **years(VRAAG, 8, "week")},
    ),
    # CHK-28 applications in Belgium
    Case("5.1.e-reason", f"{VRAAG}.reason", {**JOBS, f"{VRAAG}.reason": None}, {f"{VRAAG}.reason": None}),
    Case(
        "5.1.e-reason",
        f"{VRAAG}.reason",
        {**JOBS, f"{VRAAG}.reason": None},
        {**JOBS, f"{VRAAG}.reason": None, f"{VRAAG}.law": "art. 2262bis oud BW"},
    ),
    Case(
        "5.1.e-reason", f"{VRAAG}.reason", {"activities.vragen.catalogue_id": "ACT-14", f"{VRAAG}.reason": None}, JOBS
    ),
    Case(
        "5.1.e-reason",
        f"{VRAAG}.reason",
        {**JOBS, f"{VRAAG}.reason": None},
        {**JOBS, f"{VRAAG}.reason": None, f"{VRAAG}.number": None, f"{VRAAG}.criterion": "tot de plaats bezet is"},
    ),
    # other voluntary periods need no reason of this kind
    Case(
        "5.1.e-reason",
        f"{VRAAG}.reason",
        {**JOBS, f"{VRAAG}.reason": None},
        {f"{VRAAG}.catalogue_id": "RET-BE-06", f"{VRAAG}.reason": None},
    ),
    # CHK-23 ten years by a law that asks seven
    Case(
        "5.1.e-law-says-less",
        f"{BOEK}.number",
        years(BOEK, 10),
        {**years(BOEK, 10), f"{BOEK}.reason": "om een vordering te kunnen afweren"},
    ),
    Case(
        "5.1.e-law-says-less",
        f"{BOEK}.number",
        {**years(BOEK, 10), f"{BOEK}.reason": "om een controle te doorstaan"},
        {**years(BOEK, 10), f"{BOEK}.law": None},
    ),
    Case("5.1.e-law-says-less", f"{BOEK}.number", years(BOEK, 10), {}, near_on=date(2025, 6, 1)),
    # only a minimum is a duty to keep; a maximum that is named gives no such promise
    Case(
        "5.1.e-law-says-less",
        f"{BOEK}.number",
        years(BOEK, 10),
        {**CAMERA, **years(VRAAG, 2, "month"), f"{VRAAG}.law": "camerawet"},
    ),
    Case("5.1.e-law-says-less", f"{BOEK}.number", years(BOEK, 10), {**years(BOEK, 10), f"{BOEK}.unit": None}),
    # seven years from the paper itself: the law counts from 1 January after it
    *(
        Case("5.1.e-start", f"{BOEK}.start_event", {f"{BOEK}.start_event": begin}, {f"{BOEK}.start_event": right})
        for begin, right in (
            ("na de factuur", "na het jaar van de factuur"),
            ("vanaf de factuurdatum", "vanaf 1 januari na de factuur"),
            ("na de betaling", "na afloop van het boekjaar"),
            ("na de laatste aankoop", "na 31 december van het jaar van de aankoop"),
            ("na de datum van het document", "na de afsluiting van de boeken"),
        )
    ),
    Case(
        "5.1.e-start",
        f"{BOEK}.start_event",
        {f"{BOEK}.start_event": "na de factuur"},
        {**years(BOEK, 8), f"{BOEK}.start_event": "na de factuur"},
    ),
    Case(
        "5.1.e-start",
        f"{BOEK}.start_event",
        {f"{BOEK}.start_event": "na de factuur", **years(BOEK, 84, "month")},
        {**DUTCH, f"{BOEK}.start_event": "na de factuur"},
    ),
    Case(
        "5.1.e-start",
        f"{BOEK}.start_event",
        {f"{BOEK}.start_event": "na de levering"},
        {f"{VRAAG}.start_event": "na de levering", **years(VRAAG, 7)},
    ),
    # capital goods: 15 or 25 years for a building, and not for a laptop
    Case(
        "5.1.e-short-check",
        f"{VRAAG}.number",
        {**BUILDINGS, **years(VRAAG, 7)},
        {**BUILDINGS, "categories.contact.name": "toegang tot gebouwen", **years(VRAAG, 7)},
    ),
    Case(
        "5.1.e-short-check",
        f"{VRAAG}.number",
        {**VAT, f"{VRAAG}.law": ART_48, **years(VRAAG, 7)},
        {**VAT, f"{VRAAG}.law": ART_48, **LAPTOP, **years(VRAAG, 7)},
    ),
    Case(
        "5.1.e-short-check",
        f"{VRAAG}.number",
        {**VAT, "categories.contact.name": "bedrijfsmiddelen", **years(VRAAG, 4)},
        {**VAT, "categories.contact.name": "bedrijfsmiddelen", **years(VRAAG, 5)},
    ),
    Case(
        "5.1.e-short-check",
        f"{VRAAG}.number",
        {**VAT, "categories.contact.name": "verhuurde gebouwen", **years(VRAAG, 15)},
        {**VAT, "categories.contact.name": "verhuurde gebouwen", **years(VRAAG, 25)},
    ),
    Case(
        "5.1.e-law-says-less",
        f"{VRAAG}.number",
        {**VAT, **LAPTOP, f"{VRAAG}.law": ART_48, **years(VRAAG, 15)},
        {**VAT, f"{VRAAG}.law": ART_48, **years(VRAAG, 15)},
    ),
    Case(
        "5.1.e-law-says-less",
        f"{VRAAG}.number",
        {**VAT, f"{VRAAG}.law": ART_48, **years(VRAAG, 20)},
        {
            **VAT,
            f"{VRAAG}.law": ART_48,
            f"{VRAAG}.reason": "omdat het gebouw met btw verhuurd wordt",
            **years(VRAAG, 25),
        },
    ),
    # a patient file: thirty years at least, fifty at most
    Case("5.1.e-short", f"{VRAAG}.number", {**PATIENT, **years(VRAAG, 29)}, {**PATIENT, **years(VRAAG, 30)}),
    Case("5.1.e-long", "activities.vragen.retention", {**DOSSIER, **years(VRAAG, 51)}, {**DOSSIER, **years(VRAAG, 50)}),
    Case(
        "5.1.e-law-says-less",
        f"{VRAAG}.number",
        {**PATIENT, f"{VRAAG}.law": "art. 35 wet van 22 april 2019", **years(VRAAG, 60)},
        {**PATIENT, f"{VRAAG}.law": "art. 35 wet van 22 april 2019", **years(VRAAG, 40)},
    ),
    # ten years of anti-money-laundering are no ten years of tax
    Case(
        "5.1.e-law-says-less",
        f"{BOEK}.number",
        years(BOEK, 10),
        {**years(BOEK, 10), f"{BOEK}.law": "art. 60 Btw-wetboek; art. 60 wet van 18 september 2017"},
    ),
    Case(
        "5.1.e-law-says-less",
        f"{BOEK}.number",
        years(BOEK, 10),
        {**years(BOEK, 10), f"{BOEK}.reason": "omdat de antiwitwaswet dat vraagt"},
    ),
    # the Belgian register of guests, and Dutch working hours
    Case(
        "5.1.e-short-check",
        f"{VRAAG}.number",
        {**VAT, "categories.contact.catalogue_id": "guest-register", **years(VRAAG, 1)},
        {**VAT, "categories.contact.catalogue_id": "guest-register", **years(VRAAG, 7)},
    ),
    Case(
        "5.1.e-short",
        f"{VRAAG}.number",
        {**DUTCH, **VAT, "categories.contact.name": "urenregistratie", **years(VRAAG, 6, "month")},
        {**DUTCH, **VAT, "categories.contact.name": "urenregistratie", **years(VRAAG, 52, "week")},
    ),
    Case(
        "13-camera",
        "activities.vragen.checked_on",
        {"activities.vragen.catalogue_id": "ACT-18", **years(VRAAG, 1, "week")},
        years(VRAAG, 1, "week"),
    ),
    Case(
        "13-camera",
        "activities.vragen.checked_on",
        {**CAMERA, **years(VRAAG, 1, "week")},
        {**CAMERA, **years(VRAAG, 1, "week"), "activities.vragen.checked_on": "2026-03-01"},
    ),
    Case(
        "13-camera",
        "activities.vragen.checked_on",
        {**CAMERA, **years(VRAAG, 1, "week")},
        {**DUTCH, **CAMERA, **years(VRAAG, 1, "week")},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


@pytest.mark.parametrize(
    "row",
    [row for row in load().catalogue["retention"] if row["kind"] in {"maximum", "exact"} and row["activities"]],
    ids=lambda row: row["id"],
)
def test_a_maximum_of_the_catalogue_with_a_longer_number_is_told(row: dict) -> None:
    """Picked as it stands, with its own reason, and only the number made longer."""
    facts = {
        **(DUTCH if row["country"] == "NL" else {}),
        f"{VRAAG}.catalogue_id": row["id"],
        f"{VRAAG}.reason": row["reason"],
        f"{VRAAG}.law": row["law"],
        **years(VRAAG, row["number"] * 2 + 1, row["unit"]),
        "activities.vragen.catalogue_id": row["activities"][0],
        "activities.vragen.checked_on": "2026-11-01",
    }
    on = max(row["valid_from"], date(2026, 1, 1))
    assert {finding.code for finding in found(facts, on)} & {"5.1.e-long", "5.1.e-long-check"}


def test_ten_years_says_where_they_came_from_and_why_they_are_gone() -> None:
    told = {finding.code: finding.message for finding in found(years(BOEK, 10))}["5.1.e-law-says-less"]
    assert (
        "vraagt 7 jaar en geen 10 jaar" in told
        and "Veel adviseurs schrijven nog 10 jaar" in told
        and "18 december 2025" in told
        and "20 november 2022" in told
    )
    other = {finding.code: finding.message for finding in found(years(BOEK, 9))}["5.1.e-law-says-less"]
    assert "adviseurs" not in other


def test_fifteen_years_for_a_laptop_says_that_they_are_for_buildings() -> None:
    facts = {**VAT, **LAPTOP, f"{VRAAG}.law": ART_48, **years(VRAAG, 15)}
    assert "alleen voor gebouwen" in {finding.code: finding.message for finding in found(facts)}["5.1.e-law-says-less"]


def test_what_nobody_read_in_the_law_says_so() -> None:
    told = [
        finding.message
        for finding in found({**VAT, "categories.contact.catalogue_id": "guest-register", **years(VRAAG, 1)})
        if finding.code == "5.1.e-short-check"
    ]
    assert told and "Wij lazen die termijn niet in de wet zelf" in told[0]
    read = [
        finding.message for finding in found({**BUILDINGS, **years(VRAAG, 10)}) if finding.code == "5.1.e-short-check"
    ]
    assert read and "lazen" not in read[0]


def test_one_period_that_is_too_short_for_several_data_is_told_once() -> None:
    facts = {
        **DUTCH,
        **CARE,
        **years(VRAAG, 15),
        f"{VRAAG}.law": "art. 7:454 BW",
        "activities.facturen.retention": "vraag",
        "activities.nieuws.retention": "vraag",
    }
    told = [finding for finding in found(facts) if finding.code == "5.1.e-short" and "7:454" in finding.message]
    assert [finding.path for finding in told] == [f"{VRAAG}.number"] and "en 2 andere" in told[0].message


def test_vacancies_of_customers_are_no_applications() -> None:
    assert "5.1.e-long" not in {
        finding.code for finding in found({**DUTCH, "categories.contact.name": "vacatures", **years(VRAAG, 2)})
    }
    assert "5.1.e-long" in {
        finding.code for finding in found({**DUTCH, "activities.vragen.name": "kandidatenbestand", **years(VRAAG, 2)})
    }


@pytest.mark.parametrize(
    ("called", "near"),
    [
        ("videobewaking", "videoreportages"),
        ("videodeurbel", "deurbellen"),
        ("camera bij de ingang", "camera van de fotograaf"),
        ("bodycams", "webcams"),
    ],
)
def test_cameras_are_known_by_more_than_one_name(called: str, near: str) -> None:
    codes = [
        {finding.code for finding in found({**CAMERA, "activities.vragen.name": name, **years(VRAAG, 2, "month")})}
        for name in (called, near)
    ]
    assert {"5.1.e-long", "13-camera"} <= codes[0] and not codes[1] & {"5.1.e-long", "13-camera"}


@pytest.mark.parametrize(
    ("called", "near"), [("cv's", "kandidaten voor de raad"), ("kandidaturen", "werving van leden")]
)
def test_applications_are_known_by_more_than_one_name(called: str, near: str) -> None:
    codes = [
        {finding.code for finding in found({**DUTCH, "activities.vragen.name": name, **years(VRAAG, 2)})}
        for name in (called, near)
    ]
    assert "5.1.e-long" in codes[0] and "5.1.e-long" not in codes[1]


@pytest.mark.parametrize(
    ("number", "unit", "limit", "limit_unit", "sign"),
    [
        (84, "month", 7, "year", 0),
        (83, "month", 7, "year", -1),
        (30, "day", 1, "month", 0),
        (31, "day", 1, "month", 0),
        (4, "week", 1, "month", -1),
        (1, "month", 4, "week", 1),
        (365, "day", 1, "year", 0),
        (12, "month", 1, "year", 0),
    ],
)
def test_periods_in_other_units_compare(number: int, unit: str, limit: int, limit_unit: str, sign: int) -> None:
    difference = compare(number, unit, limit, limit_unit)
    assert (difference > 0) - (difference < 0) == sign


def test_what_is_said_names_the_data_the_periods_and_the_law() -> None:
    short = next(finding for finding in found(years(BOEK, 5)) if finding.code == "5.1.e-short")
    assert (
        "“facturen” bij “boekhouding”" in short.message
        and "5 jaar" in short.message
        and "7 jaar" in short.message
        and "III.86" in short.message
    )
    long = next(
        finding for finding in found({**DUTCH, **JOBS, **years(VRAAG, 6, "week")}) if finding.code == "5.1.e-long"
    )
    assert (
        "6 weken" in long.message
        and "4 weken" in long.message
        and "NVP-code" in long.message
        and "Met toestemming mag het 1 jaar" in long.remedy
    )
    filmed = next(finding for finding in found({**CAMERA, **years(VRAAG, 2, "month")}) if finding.code == "5.1.e-long")
    assert "2 maanden" in filmed.message and "1 maand" in filmed.message and "eigen termijn met reden" in filmed.remedy
    longer = {
        **CAMERA,
        **years(VRAAG, 1, "month"),
        f"{VRAAG}.bound": "at_most",
        f"{VRAAG}.criterion": "zolang een klacht loopt",
        f"{VRAAG}.together": "latest",
    }
    unsure = next(finding for finding in found(longer) if finding.code == "5.1.e-long-check")
    assert "u bewaart ze 1 maand of langer, dus misschien meer dan 1 maand (" in unsure.message
