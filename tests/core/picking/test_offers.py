"""What the catalogue offers a company: found by its words, fitting what it does, and the same in both countries."""

import dataclasses
from datetime import date

import pytest

from policies.core.clauses.library import load
from policies.core.facts import Controller, DataCategory, DataItem, DataUse, Facts, RetentionRule
from policies.core.picking import KINDS, CompanyCatalogue, FittingRows, add_row, offers
from policies.core.picking.fitting import MOST
from policies.core.picking.search import grade, plain
from policies.wizard.summary.offer_cards import cards_of
from tests.make import make_activity

ON = date(2026, 12, 1)


def company(country: str, *wanted: tuple[str, str]) -> Facts:
    facts = Facts(controller=Controller(country=country))
    for kind, one in wanted:
        facts = add_row(kind, facts, one, load(), ON).facts
    return facts


def test_the_better_it_is_found_the_earlier_it_stands() -> None:
    best_first = [
        ("nieuws", ""),
        ("nieuws voor klanten", ""),
        ("nieuwsbrief", ""),
        ("ons nieuwsblad", ""),
        ("clubnieuws", ""),
        ("leden", "het nieuws"),
        ("leden", "clubnieuws"),
    ]
    grades = [grade("Nieuws", name, [more]) for name, more in best_first]
    assert grades == sorted(grades) and None not in grades
    assert (
        grade("nieuws leden", "leden", ["het nieuws"]) is not None
        and grade("nieuws gasten", "leden", ["het nieuws"]) is None
    )
    assert (
        grade("é", "enquête", []) == grade("E", "Enquête", []) and grade("n", "leden", ["clubnieuws"]) is None
    )  # one letter only begins a word
    assert (
        grade("", "leden", []) is None
        and grade("?!", "leden", []) is None
        and plain("Zo’n  Café-bar's") == "zon cafe bars"
    )


@pytest.mark.parametrize("country", ["BE", "NL"])
def test_every_offer_is_a_card_that_says_what_it_is(country: str) -> None:
    facts = company(country)
    for kind in KINDS:
        found = offers(kind, facts, load(), ON)
        assert len({offer.id for offer in found}) == len(found) > 12
        for card in cards_of(kind, found, facts, load(), ON):
            assert card.title and (card.about or any(line.texts[0] for line in card.lines)) and not card.there, card
            assert "{'" not in str(card)  # a value per country that was not looked up


def test_an_id_of_the_other_country_is_refused() -> None:
    with pytest.raises(LookupError, match="geldt niet in het land"):
        add_row("bewaartermijnen", company("NL"), "RET-BE-01", load(), ON)


def test_few_periods_fit_and_those_of_the_activity_stand_first() -> None:
    facts = company("BE", ("verwerkingen", "ACT-14"), ("verwerkingen", "ACT-16"))
    bare = dataclasses.replace(
        facts,
        retention_rules=(),
        activities=tuple(dataclasses.replace(one, retention=None) for one in facts.activities),
    )
    fitting = FittingRows(CompanyCatalogue(bare, load(), ON))
    jobs, staff = bare.activities
    assert [row["id"] for row in fitting.periods_of_activity(jobs)][:1] == ["RET-BE-04"]
    assert all(0 < len(fitting.periods_of_activity(one)) <= MOST for one in bare.activities)
    wages = next(use for use in staff.uses if use.category == "loongegevens")
    assert fitting.periods_of_use(staff, wages)[0]["id"] == "RET-BE-03b"
    there = dataclasses.replace(bare, retention_rules=(RetentionRule("x", catalogue_id="RET-BE-04"),))
    assert "RET-BE-04" not in [
        row["id"] for row in FittingRows(CompanyCatalogue(there, load(), ON)).periods_of_activity(jobs)
    ]
    cameras = make_activity(name="Camera's en camerabeelden")
    assert fitting.periods_of_activity(cameras)[0]["id"] == "RET-BE-05"  # by its words


def test_data_of_other_activities_come_before_what_is_usual() -> None:
    use = DataUse(category="contact", items=(DataItem("Naam"), DataItem("gsm")))
    facts = dataclasses.replace(
        company("BE"),
        categories=(DataCategory("contact", "contactgegevens"),),
        activities=(make_activity(key="een", uses=(use,)), make_activity(key="twee", uses=())),
    )
    fitting = FittingRows(CompanyCatalogue(facts, load(), ON))
    assert fitting.items_of("contact", "twee") == (["Naam", "gsm"], ["e-mailadres", "telefoonnummer"])
    assert fitting.items_of("contact", "een") == ([], ["naam", "e-mailadres", "telefoonnummer"])
    assert fitting.items_of("orders") == ([], ["bestelling", "prijs", "besteldatum", "gekozen levering"])
    assert fitting.items_of("weg") == ([], [])
