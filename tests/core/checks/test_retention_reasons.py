"""A period beside its own reason, and a cookie beside the figures that it makes: one row = one check, in many words."""

from typing import Any

import pytest

from policies.core.catalogue.pick import pick_retention
from policies.core.checks import check, retention_reasons
from policies.core.checks.review import Review
from policies.core.clauses.library import load
from policies.core.facts import paths
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.mending import mend_of
from tests.core.checks.company import DUTCH, ON, Case, company, show

TERM = "retention_rules.vraag"
COOKIE = "cookies.placed.meting.lifetime"
FIGURES = {"activities.vragen.name": "bezoekcijfers", f"{TERM}.number": 13, f"{TERM}.unit": "month"}


def kept(number: int, unit: str, reason: str, **more: Any) -> dict[str, Any]:
    """A period with that reason."""
    return {f"{TERM}.number": number, f"{TERM}.unit": unit, f"{TERM}.reason": reason, **more}


CASES = [
    Case(
        "5.1.e-reason-period",
        f"{TERM}.reason",
        kept(10, "year", "omdat wij ze 7 jaar moeten bewaren"),
        kept(7, "year", "omdat wij ze 7 jaar moeten bewaren"),
    ),
    Case(
        "5.1.e-reason-period",
        f"{TERM}.reason",
        kept(10, "year", "omdat wij ze 7 jaar moeten bewaren", **{f"{TERM}.bound": "at_least"}),
        kept(10, "year", "omdat wij ze 7 jaar moeten bewaren", **{f"{TERM}.bound": "at_most"}),
    ),
    Case(
        "5.1.e-reason-law",
        f"{TERM}.reason",
        kept(3, "year", "om de boekhoudwet te volgen"),
        kept(7, "year", "om de boekhoudwet te volgen"),
    ),
    Case(
        "5.1.e-reason-law",
        f"{TERM}.reason",
        kept(3, "year", "om de boekhoudwet te volgen"),
        kept(
            3,
            "year",
            "om de boekhoudwet te volgen",
            **{f"{TERM}.law": "art. III.86 WER", "activities.vragen.retention": "zolang"},
        ),
    ),
    Case(
        "5.1.e-outlives-reason",
        f"{TERM}.reason",
        kept(10, "year", "om uw bestelling te kunnen leveren"),
        kept(1, "year", "om uw bestelling te kunnen leveren"),
    ),
    Case(
        "5.1.e-short-of-reason",
        f"{TERM}.reason",
        kept(2, "month", "om elk jaar met het vorige jaar te kunnen vergelijken"),
        kept(14, "month", "om elk jaar met het vorige jaar te kunnen vergelijken"),
    ),
    Case("13.2.a-cookie-term", COOKIE, FIGURES, {**FIGURES, f"{TERM}.number": 14}),
    Case("13.2.a-cookie-term", COOKIE, FIGURES, {**FIGURES, "activities.vragen.name": "vragen"}),
    # who looked within a year, knows
    Case(
        "13.2.a-cookie-term",
        COOKIE,
        {**FIGURES, f"{TERM}.checked_on": "2025-01-05"},
        {**FIGURES, f"{TERM}.checked_on": "2026-10-05"},
    ),
]

OTHER_PERIOD = [
    (10, "year", "omdat de wet 7 jaar vraagt"),
    (3, "year", "om ze vijf jaar te kunnen bewaren"),
    (5, "year", "omdat de bewaartermijn 7 jaar is"),
    (2, "year", "omdat wij facturen zeven jaar moeten bijhouden"),
    (1, "year", "omdat wij verplicht zijn ze 6 maanden te bewaren"),
    (10, "year", "om de garantie van 2 jaar te kunnen geven"),
    (5, "year", "om hooguit 2 jaar na de aankoop te kunnen helpen"),
    (1, "year", "omdat de inspectie ze minstens 5 jaar moet kunnen zien"),
    (7, "year", "vanwege de tienjarige wettelijke termijn"),
    (30, "day", "omdat wij logboeken maximaal twee weken mogen gebruiken"),
    (15, "year", "omdat een vordering na 10 jaar verjaart"),
    (4, "week", "om ze 3 maanden te kunnen aantonen"),
    (10, "year", "om btw-stukken 7 jaar te kunnen verantwoorden"),
]
SAME_PERIOD = [
    (7, "year", "omdat de wet 7 jaar vraagt"),
    (3, "week", "om diefstal te kunnen vaststellen; de Camerawet van 21 maart 2007 laat hooguit 1 maand toe"),
    (14, "month", "om twee maanden met elkaar te kunnen vergelijken"),
    (12, "month", "omdat wij ze 1 jaar moeten bewaren"),
    (10, "year", "om ze minstens 7 jaar te kunnen voorleggen"),
    (2, "year", "om de wettelijke garantie van 2 jaar te kunnen geven"),
    (3, "year", "om de garantie van 2 jaar te kunnen geven"),
    (5, "year", "om vorderingen af te weren, die na 10 jaar verjaren"),
    (1, "year", "om binnen 3 dagen te kunnen antwoorden"),
    (2, "month", "om een bewaarde week met de vorige te vergelijken"),
    (10, "year", "om 3 jaar na de oplevering nog herstellingen te doen"),
    (5, "year", "om te doen wat het KB van 8 augustus 1980 vraagt"),
    (7, "year", "om de boekhouding te kunnen voorleggen"),
    (1, "year", ""),
]
OTHER_LAW = [
    ("BE", 3, "year", "om de boekhoudwet te volgen"),
    ("BE", 10, "year", "omdat de fiscale wetgeving dat vraagt"),
    ("BE", 5, "year", "omdat de belastingwet dat oplegt"),
    ("BE", 3, "month", "omdat de camerawet dat toelaat"),
    ("BE", 5, "year", "om de antiwitwaswet te volgen"),
    ("NL", 5, "year", "vanwege de fiscale bewaarplicht"),
    ("NL", 10, "year", "om te voldoen aan de Wwft"),
    ("NL", 10, "year", "omdat de WGBO dat vraagt"),
    ("BE", 10, "year", "om de wettelijke garantie te kunnen geven"),
    ("BE", 2, "year", "om de boekhoudkundige verplichtingen na te komen"),
    ("NL", 5, "year", "om aan de administratieplicht te voldoen"),
    ("BE", 1, "year", "voor de sociale documenten"),
]
SAME_LAW = [
    ("BE", 7, "year", "om de boekhoudwet te volgen"),
    ("NL", 7, "year", "vanwege de fiscale bewaarplicht"),
    ("BE", 3, "week", "omdat de camerawet dat toelaat"),
    ("BE", 10, "year", "om de antiwitwaswet te volgen"),
    ("NL", 5, "year", "om te voldoen aan de Wwft"),
    ("NL", 20, "year", "omdat de WGBO dat vraagt"),
    ("BE", 2, "year", "om de wettelijke garantie te kunnen geven"),
    ("NL", 5, "year", "om de wettelijke garantie te kunnen geven"),
    ("BE", 10, "year", "om de boekhoudwet te volgen en ons te kunnen verweren in een geschil"),
    ("BE", 3, "year", "om de boekhouding af te sluiten"),
    ("BE", 5, "year", "om een wet te maken"),
]
DONE_SOONER = [
    (10, "year", "om uw bestelling te leveren"),
    (7, "year", "om het pakje te kunnen bezorgen"),
    (5, "year", "om je vraag te beantwoorden"),
    (10, "year", "om op uw e-mail te kunnen antwoorden"),
    (5, "year", "om de bestelling uit te voeren"),
    (5, "year", "om de bestelling te verwerken"),
    (5, "year", "om uw afspraak te bevestigen"),
    (10, "year", "om een offerte te maken"),
    (7, "year", "om de betaling te ontvangen"),
    (5, "year", "om kandidaten te kunnen vergelijken"),
    (3, "year", "om u aangemeld te houden"),
    (5, "year", "om de website te laten werken"),
    (5, "year", "om vragen die binnenkomen te beantwoorden"),
]
DONE_IN_TIME = [
    (1, "year", "om uw bestelling te leveren"),
    (2, "year", "om het pakje te bezorgen"),
    (1, "year", "om op een vervolgvraag te kunnen antwoorden"),
    (7, "year", "om vragen van de belastingdienst te kunnen beantwoorden"),
    (10, "year", "om een klacht over de levering te kunnen behandelen"),
    (5, "year", "om vragen en geschillen over het werk te kunnen behandelen"),
    (7, "year", "om de levering te kunnen bewijzen"),
    (5, "year", "om onderdelen te kunnen nabestellen"),
    (10, "year", "om een vordering te kunnen instellen of afweren"),
    (7, "year", "om aankopen en facturen in één overzicht te kunnen tonen"),
    (3, "year", "om een relatie opnieuw te kunnen opnemen"),
    (5, "year", "om later vragen te kunnen beantwoorden"),
    (20, "year", "om de zorg te kunnen verantwoorden"),
]
TOO_SHORT = [
    "om elk jaar met het vorige jaar te kunnen vergelijken",
    "om een maand te kunnen vergelijken met dezelfde maand van vorig jaar",
    "om een maand te vergelijken met die maand van het jaar ervoor",
    "om een seizoen met het vorige te kunnen vergelijken",
    "om cijfers te vergelijken met vorige jaren",
    "om jaar met jaar te vergelijken",
    "om het vorige seizoen te kunnen vergelijken",
    "om onze omzet te vergelijken met het jaar daarvoor",
]
LONG_ENOUGH = [
    "om een week met een andere week te vergelijken",
    "om twee maanden met elkaar te kunnen vergelijken",
    "om te zien of een nieuwe pagina gelezen wordt",
    "om volgend jaar opnieuw te kunnen uitnodigen",
    "om prijzen te vergelijken",
    "om kandidaten met elkaar te vergelijken",
    "om een vervolgvraag te kunnen beantwoorden",
    "om de website van maand tot maand te kunnen verbeteren",
]


def told(changes: dict[str, Any]) -> list[str]:
    return [finding.code for finding in retention_reasons.findings(Review(company(changes), load(), ON))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


@pytest.mark.parametrize("changes", OTHER_PERIOD, ids=str)
def test_a_reason_that_names_another_period_is_known_in_any_words(changes: tuple[int, str, str]) -> None:
    assert told(kept(*changes)) == ["5.1.e-reason-period"]


@pytest.mark.parametrize("changes", SAME_PERIOD, ids=str)
def test_a_reason_with_the_same_period_or_none_is_left_alone(changes: tuple[int, str, str]) -> None:
    assert told(kept(*changes)) == []


@pytest.mark.parametrize(("country", "number", "unit", "reason"), OTHER_LAW)
def test_a_reason_with_a_law_of_another_length_is_known_in_any_words(
    country: str, number: int, unit: str, reason: str
) -> None:
    assert told({**(DUTCH if country == "NL" else {}), **kept(number, unit, reason)}) == ["5.1.e-reason-law"]


@pytest.mark.parametrize(("country", "number", "unit", "reason"), SAME_LAW)
def test_a_reason_with_the_law_that_asks_it_is_left_alone(country: str, number: int, unit: str, reason: str) -> None:
    assert told({**(DUTCH if country == "NL" else {}), **kept(number, unit, reason)}) == []


def test_what_the_law_was_told_of_already_is_not_told_again() -> None:
    books = "retention_rules.boekhouding"
    short = company({f"{books}.number": 3, f"{books}.law": None, f"{books}.reason": "om de boekhoudwet te volgen"})
    codes = [finding.code for finding in check(short, load(), ON)]
    assert "5.1.e-short" in codes and "5.1.e-reason-law" not in codes


@pytest.mark.parametrize("changes", DONE_SOONER, ids=str)
def test_work_that_is_done_long_before_is_no_reason(changes: tuple[int, str, str]) -> None:
    assert told(kept(*changes)) == ["5.1.e-outlives-reason"]


@pytest.mark.parametrize("changes", DONE_IN_TIME, ids=str)
def test_work_that_lasts_is_a_reason(changes: tuple[int, str, str]) -> None:
    assert told(kept(*changes)) == []


@pytest.mark.parametrize("reason", TOO_SHORT)
def test_years_are_not_compared_within_months(reason: str) -> None:
    assert told(kept(2, "month", reason)) == ["5.1.e-short-of-reason"] and told(kept(14, "month", reason)) == []


@pytest.mark.parametrize("reason", LONG_ENOUGH)
def test_what_needs_no_year_is_left_alone(reason: str) -> None:
    assert told(kept(2, "month", reason)) == []


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_every_period_of_the_catalogue_fits_its_own_reason(country: str) -> None:
    for row in load().valid("retention", ON):
        rule = pick_retention(load(), row["id"], country, ON) if row["country"] in (None, country) else None
        if rule and rule.number:
            assert (
                told(
                    {
                        **(DUTCH if country == "NL" else {}),
                        **kept(rule.number, rule.unit, rule.reason),
                        f"{TERM}.law": rule.law,
                    }
                )
                == []
            ), row["id"]


@pytest.mark.parametrize(
    ("name", "activity", "lifetime", "number", "unit"),
    [
        ("_ga", "bezoekcijfers", "2 maanden", 2, "month"),
        ("_ga_KRAAI", "statistieken van de website", "14 maanden", 14, "month"),
        ("_pk_id", "bezoekersstatistiek", "13 maanden", 13, "month"),
        ("_hjSessionUser", "webanalyse", "1 jaar", 12, "month"),
        ("_clck", "onze meting", "365 dagen", 1, "year"),
        ("_ga", "Google Analytics", "een jaar", 1, "year"),
        ("_ga", "meting van het bezoek", "twee jaar", 24, "month"),
        ("teller", "bezoekcijfers", "30 dagen", 1, "month"),
    ],
)
def test_a_lifetime_that_is_copied_is_known(name: str, activity: str, lifetime: str, number: int, unit: str) -> None:
    same = {
        "activities.vragen.name": activity,
        "cookies.placed.meting.name": name,
        COOKIE: lifetime,
        f"{TERM}.number": number,
        f"{TERM}.unit": unit,
    }
    assert told(same) == ["13.2.a-cookie-term"]
    assert (
        told({**same, "cookies.placed.meting.kind": "marketing"}) == told({**same, f"{TERM}.number": number + 1}) == []
    )


@pytest.mark.parametrize(
    "lifetime",
    [
        "2 jaar",
        "tot de browser sluit",
        "13 maanden, en bij bezwaar 1 dag",
        "maximaal 13 weken",
        "onbekend",
        None,
        "13",
        "tot u hem wist",
    ],
)
def test_another_lifetime_is_left_alone(lifetime: str | None) -> None:
    assert told({**FIGURES, COOKIE: lifetime}) == []


@pytest.mark.parametrize(
    ("changes", "path", "value"),
    [
        (
            kept(10, "year", "om 7 jaar te kunnen aantonen", **{f"{TERM}.catalogue_id": "RET-BE-01"}),
            f"{TERM}.number",
            7,
        ),
        (
            kept(1, "year", "omdat wij ze 5 jaar moeten bewaren", **{f"{TERM}.catalogue_id": "RET-BE-07"}),
            f"{TERM}.reason",
            "om een vervolgvraag te beantwoorden",
        ),
        (kept(3, "year", "om de boekhoudwet te volgen"), f"{TERM}.number", 7),
        (
            kept(10, "year", "om uw bestelling te leveren", **{f"{TERM}.catalogue_id": "RET-BE-09"}),
            f"{TERM}.reason",
            "om ons te kunnen verdedigen",
        ),
        ({**FIGURES, COOKIE: "13 maanden"}, COOKIE, "2 jaar"),
    ],
)
def test_one_button_where_the_law_or_the_catalogue_knows(changes: dict[str, Any], path: str, value: Any) -> None:
    facts = company(changes)
    findings = [finding for finding in check(facts, load(), ON) if finding.code in {code for code in reasons_codes()}]
    assert paths.read(mend_of(findings[0], facts, load(), ON).apply(), path) == value


def reasons_codes() -> set[str]:
    return {
        "5.1.e-reason-period",
        "5.1.e-reason-law",
        "5.1.e-outlives-reason",
        "5.1.e-short-of-reason",
        "13.2.a-cookie-term",
    }
