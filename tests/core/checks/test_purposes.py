"""Purposes, bases, interests, and data that belong to them (art. 13.1.c, 13.1.d): one row = one check."""

import pytest

from policies.core.facts import Activity, DataCategory, Group
from tests.core.checks.company import Case, show

ASK, NEWS, BOOKS = (
    "activities.vragen.purposes.antwoorden",
    "activities.nieuws.purposes.sturen",
    "activities.facturen.purposes.boeken",
)

MEMBERS = {"groups.+": Group(key="leden", name="leden")}

CASES = [
    Case("13.1.c-activities", "activities", {"activities": ()}, {"activities.+": Activity(key="nog", name="nog een")}),
    Case(
        "13.1.c-activity-name",
        "activities.vragen.name",
        {"activities.vragen.name": None},
        {"activities.vragen.story": None},
    ),
    Case("13.1.c-purposes", "activities.vragen.purposes", {"activities.vragen.purposes": ()}, {}),
    Case("13.1.c-purpose", f"{ASK}.name", {f"{ASK}.name": None}, {f"{ASK}.name": "antwoorden"}),
    Case(
        "13.1.c-people",
        f"{ASK}.groups",
        {**MEMBERS, f"{ASK}.groups": ("klanten", "leden")},
        {**MEMBERS, f"{ASK}.groups": ("leden",), "activities.vragen.uses.contact.groups": ("leden", "klanten")},
    ),
    Case(
        "13.1.c-people",
        f"{ASK}.groups",
        {**MEMBERS, f"{ASK}.groups": ("leden",)},
        {**MEMBERS, f"{ASK}.groups": ("leden",), "activities.vragen.groups": ()},
    ),  # told at the activity
    Case("13.1.c-basis", f"{ASK}.legal_basis", {f"{ASK}.legal_basis": None}, {f"{ASK}.legal_basis": "contract"}),
    Case(
        "13.1.d-interest",
        f"{ASK}.interest",
        {f"{ASK}.interest": None},
        {f"{ASK}.interest": None, f"{ASK}.legal_basis": "contract"},
    ),
    Case(
        "13.1.d-vague",
        f"{ASK}.interest",
        {f"{ASK}.interest": "ons gerechtvaardigd belang"},
        {f"{ASK}.interest": "ons belang om fraude te stoppen"},
    ),
    Case(
        "13.1.d-same",
        f"{ASK}.interest",
        {f"{ASK}.interest": "Vragen beantwoorden."},
        {f"{ASK}.interest": "tevreden klanten"},
    ),
    Case("6.3-law", f"{BOOKS}.law", {f"{BOOKS}.law": None}, {f"{BOOKS}.law": "art. 53 Btw-wetboek"}),
    Case("7.4-consent", f"{BOOKS}.legal_basis", {f"{BOOKS}.legal_basis": "consent"}, {}),
    Case(
        "7.4-consent",
        f"{NEWS}.legal_basis",
        {f"{NEWS}.name": "het gebruik van de website"},
        {f"{NEWS}.name": "het gebruik van de website meten"},
    ),
    Case(
        "7.4-consent",
        f"{NEWS}.legal_basis",
        {"activities.nieuws.name": "loonadministratie"},
        {"activities.nieuws.name": "foto's van collega's"},
    ),
    Case("7.4-consent", f"{NEWS}.legal_basis", {f"{NEWS}.name": "facturen maken"}, {f"{NEWS}.name": "een foto maken"}),
    Case(
        "7.4-consent",
        f"{NEWS}.legal_basis",
        {"activities.nieuws.catalogue_id": "ACT-04"},
        {"activities.nieuws.catalogue_id": "ACT-06"},
    ),
    Case(
        "7.4-found",
        f"{NEWS}.legal_basis",
        {"activities.nieuws.source": "public"},
        {"activities.nieuws.source": "third_party"},
    ),
    Case(
        "6.1-public-body",
        f"{ASK}.legal_basis",
        {"controller.legal_form": "vlaams_bestuur"},
        {"controller.legal_form": "vzw"},
    ),
    Case(
        "6.1.e-company",
        f"{ASK}.legal_basis",
        {f"{ASK}.legal_basis": "public_task"},
        {f"{ASK}.legal_basis": "public_task", "controller.legal_form": "vlaams_bestuur"},
    ),
    Case(
        "12.1-vague-purpose",
        f"{ASK}.name",
        {f"{ASK}.name": "vragen beantwoorden, enz."},
        {f"{ASK}.name": "vragen over bestellingen beantwoorden"},
    ),
    Case(
        "12.1-vague-purpose",
        f"{ASK}.name",
        {f"{ASK}.name": "onze diensten verbeteren"},
        {f"{ASK}.name": "fouten in onze webwinkel vinden"},
    ),
    Case("5.1.c-no-data", "activities.leeg.uses", {"activities.+": Activity(key="leeg", name="leeg")}, {}),
    Case("5.1.b-unused-data", "categories.foto.name", {"categories.+": DataCategory(key="foto", name="foto's")}, {}),
    Case(
        "12.1-staff",
        "activities.vragen.name",
        {"activities.vragen.name": "beheer van het personeel"},
        {"activities.vragen.name": "vragen van zakenpartners"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)
