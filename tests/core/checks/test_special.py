"""Data with a ground of its own (art. 9, 10, 87): one row = one check."""

import pytest

from policies.core.facts import Purpose
from tests.core.checks.company import DUTCH, Case, found, show

SPECIAL = {"categories.contact.special": "health"}
ASK, NEWS = "activities.vragen.purposes.antwoorden", "activities.nieuws.purposes.sturen"
GROUNDS = {f"{ASK}.special_ground": "explicit_consent", f"{NEWS}.special_ground": "explicit_consent"}
LAWFUL = {
    f"{p}.{name}": value
    for p in (ASK, NEWS)
    for name, value in (("legal_basis", "legal_obligation"), ("law", "art. 8 van een wet"))
}
STUDY = Purpose(
    key="studie", name="wetenschappelijk onderzoek", legal_basis="legitimate_interest", interest="betere lampen maken"
)
ITEM = "activities.vragen.uses.contact.items.0"

CASES = [
    Case(
        "9.2-ground",
        f"{ASK}.special_ground",
        {**SPECIAL, f"{NEWS}.special_ground": "explicit_consent"},
        {**SPECIAL, **GROUNDS},
    ),
    Case("9-promise", "unasked.erases", {**SPECIAL, **GROUNDS, "unasked.erases": True}, {"unasked.erases": True}),
    Case("9-promise", "unasked.erases", {**SPECIAL, **GROUNDS, "unasked.erases": True}, {**SPECIAL, **GROUNDS}),
    Case(
        "9.2-ground",
        f"{ASK}.special_ground",
        {**SPECIAL, f"{NEWS}.special_ground": "care"},
        {**SPECIAL, **GROUNDS, "activities.vragen.purposes": ()},
    ),
    Case(
        "87-law",
        "categories.contact.national_number",
        {"categories.contact.national_number": True, **LAWFUL, f"{ASK}.legal_basis": "contract"},
        {"categories.contact.national_number": True, **LAWFUL},
    ),
    Case(
        "9-unmarked",
        f"{ITEM}.name",
        {f"{ITEM}.name": "allergieën"},
        {f"{ITEM}.name": "allergieën", **SPECIAL, **GROUNDS},
    ),
    Case(
        "87-item",
        f"{ITEM}.name",
        {f"{ITEM}.name": "rijksregisternummer"},
        {f"{ITEM}.name": "rijksregisternummer", **LAWFUL},
    ),
    Case(
        "10-item",
        f"{ITEM}.name",
        {f"{ITEM}.name": "uittreksel uit het strafregister"},
        {f"{ITEM}.name": "uittreksel uit het handelsregister"},
    ),
    # by the name of the kind of data, once for all its items
    Case(
        "9-unmarked",
        "categories.contact.special",
        {"categories.contact.name": "medische gegevens", f"{ITEM}.name": "diagnose"},
        {"categories.contact.name": "medische gegevens", f"{ITEM}.name": "diagnose", **SPECIAL, **GROUNDS},
    ),
    Case(
        "87-item",
        "categories.contact.national_number",
        {"categories.contact.name": "BSN"},
        {"categories.contact.name": "nummers"},
    ),
    Case(
        "87-unmarked",
        f"{ITEM}.name",
        {f"{ITEM}.name": "rijksregisternummer", **LAWFUL},
        {f"{ITEM}.name": "klantnummer", **LAWFUL},
    ),
    Case(
        "87-id-copy",
        f"{ITEM}.name",
        {f"{ITEM}.name": "kopie van de identiteitskaart"},
        {f"{ITEM}.name": "kopie van de identiteitskaart", **LAWFUL},
    ),
    Case(
        "10-item",
        "categories.contact.criminal",
        {"categories.contact.name": "strafblad"},
        {"categories.contact.name": "blad"},
    ),
    # a ground counts for its own purpose
    Case(
        "9.2-purpose",
        "activities.vragen.purposes.studie.special_ground",
        {**SPECIAL, **GROUNDS, "activities.vragen.purposes.+": STUDY},
        {
            **SPECIAL,
            **GROUNDS,
            "activities.vragen.purposes.+": STUDY,
            "activities.vragen.purposes.studie.special_ground": "research",
        },
    ),
    Case(
        "9.2-purpose",
        "activities.vragen.purposes.studie.special_ground",
        {**SPECIAL, **GROUNDS, "activities.vragen.purposes.+": STUDY},
        {
            **SPECIAL,
            **GROUNDS,
            "activities.vragen.purposes.+": STUDY,
            "activities.vragen.purposes.studie.name": "de zaal beveiligen",
        },
    ),
    Case(
        "10-law",
        "categories.contact.criminal",
        {"categories.contact.criminal": True, f"{NEWS}.law": "art. 10"},
        {"categories.contact.criminal": True, **LAWFUL},
    ),
    Case(
        "87-law",
        "categories.stukken.national_number",
        {"categories.stukken.national_number": True, "activities.facturen.purposes.boeken.law": None},
        {"categories.stukken.national_number": True},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_the_number_is_called_as_the_country_calls_it() -> None:
    asked = {"categories.contact.national_number": True}
    belgian, dutch = (next(f for f in found({**country, **asked}) if f.code == "87-law") for country in ({}, DUTCH))
    assert "rijksregisternummer" in belgian.message and "BSN" in dutch.message
