"""What our own statements say of a company is recognised in them: activities, recipients, terms by heading, row and number, cookies and fields."""

import pytest

from policies.core import patterns
from policies.core.clauses.library import load
from policies.core.recognise import recognise
from policies.render import as_html, as_text
from tests import golden
from tests.core.recognise.test_company import ids, told

# What an activity of theirs does besides, so that it is right to propose it: IJsselrek collects open invoices within its registration.
BESIDE = {"vraag-antwoord": {"ACT-05"}}


def test_our_own_statements_say_what_they_were_made_of() -> None:
    """The five companies, each in another layout. Where a row of theirs does two things of the catalogue, both are proposed."""
    named = {row["id"] for row in load().catalogue["recipients"] if row["kind"] == "named"}
    counts = {"activity": [0, 0, 0], "recipient": [0, 0, 0]}
    for company, layout in zip(
        golden.EXAMPLES,
        ("rubrieken-je", "artikelen-u", "vraag-antwoord-je", "betrokkenen-u", "verwerkingen-je"),
        strict=True,
    ):
        facts = golden.example(company)
        found = recognise(
            (golden.HERE / company / f"{layout}.txt").read_text("utf-8"), load(), facts.controller.country, golden.ON
        )
        made = {
            "activity": {row.catalogue_id for row in facts.activities if row.catalogue_id} | BESIDE.get(company, set()),
            "recipient": {row.catalogue_id for row in facts.recipients} & named,
        }
        for kind, right in made.items():
            seen = ids(found, kind) & named if kind == "recipient" else ids(found, kind)
            for place, amount in enumerate((len(seen & right), len(seen), len(right))):
                counts[kind][place] += amount
        assert {one.id: one.value for one in found if one.kind == "field"}.items() >= {
            "controller.register_number": facts.controller.register_number
        }.items()
    for both, seen, right in counts.values():
        assert both / seen >= 0.95 and both / right >= 0.95


# Of how many activities a statement of our own in its own layout tells a term, at least.
OWN_TERMS = {"artikelen": 16, "betrokkenen": 5, "rubrieken": 4, "verwerkingen": 5, "vraag-antwoord": 4}
COOKIES = {
    "_ga": "ga",
    "_gcl_au": "google-ads",
    "_fbp": "meta-pixel",
    "_GRECAPTCHA": "recaptcha",
    "__cf_bm": "cloudflare",
    "__stripe_mid": "stripe",
}


@pytest.mark.parametrize("kind", ["txt", "html"])
@pytest.mark.parametrize("name", golden.EXAMPLES)
def test_a_statement_in_its_own_layout_is_recognised_whole(name: str, kind: str) -> None:
    facts, document = golden.example(name), golden.document(name, name, "u")
    found = recognise(
        as_text.text(document, None) if kind == "txt" else as_html.page(document, None),
        load(),
        facts.controller.country,
        golden.ON,
    )
    assert {row.catalogue_id for row in facts.activities if row.catalogue_id} <= ids(found, "activity")
    assert {row.catalogue_id for row in facts.recipients if row.catalogue_id} <= ids(found, "recipient")
    told_terms = {one.id: (one.value.number, one.value.unit) for one in found if one.kind == "retention"}
    assert len(told_terms) >= OWN_TERMS[name]
    for row in facts.activities:
        rules = [
            facts.find("retention_rules", key) for key in (row.retention, *(use.retention for use in row.uses)) if key
        ]
        assert told_terms.get(row.catalogue_id) in {None, *((rule.number, rule.unit) for rule in rules)}, row.name
    said = {one.id: one.value for one in found if one.kind == "field"}
    company = facts.controller
    assert (said["controller.seat_street"], said["controller.seat_city"], said["controller.email"]) == (
        company.seat_street,
        company.seat_city,
        company.email,
    )
    assert said.get("controller.legal_name") == (
        company.legal_name if company.legal_form == "bv" else None
    )  # a branch and a person have no form that is read
    assert ids(found, "cookie") >= {COOKIES[cookie.name] for cookie in facts.cookies.placed if cookie.name in COOKIES}


def terms(text: str) -> dict[str, str]:
    return {one.id: f"{one.value.number} {one.value.unit}" for one in told(text) if one.kind == "retention"}


def test_a_reason_has_no_term_of_its_own() -> None:
    assert terms(
        "Bezoekcijfers\n\nBezoeken tellen.\n\nBewaard: 2 maanden na het bezoek, om drie maanden te vergelijken."
    ) == {"ACT-20": "2 month"}


def test_a_row_points_back_by_number_to_what_its_term_is_about() -> None:
    parts = "3.1 Nieuwsbrief:\n\nNieuws sturen over onze winkel.\n\n3.2 Offertes:\n\nEen offerte maken voor uw tuin.\n\nHoelang bewaren wij uw gegevens?\n\n"
    assert terms(f"{parts}- 1 jaar na de laatste nieuwsbrief, om iets te tonen: 3.2") == {"ACT-02": "1 year"}
    assert terms(f"{parts}- 2 jaar na het laatste contact, om iets te tonen: 3.1, 3.2 (adres)") == {
        "ACT-02": "2 year",
        "ACT-06": "2 year",
    }
    assert terms(f"{parts}- 2 jaar na het laatste contact, om iets te tonen: 3.9") == {}


def test_a_label_does_not_hide_the_activity_above_it() -> None:
    assert terms("Nieuwsbrief\n\nWat verwerken wij?\n\nWij bewaren dit 1 jaar na de laatste brief.") == {
        "ACT-06": "1 year"
    }
    assert terms(
        "Nieuwsbrief\n\nNieuws sturen.\n\nU kiest zelf:\n\n- naam\n\nWij bewaren deze gegevens 1 jaar na de laatste brief."
    ) == {"ACT-06": "1 year"}
    assert (
        terms(
            "Nieuwsbrief\n\nNieuws sturen.\n\nTuinen:\n\n- naam\n\nWij bewaren deze gegevens 1 jaar na de laatste brief."
        )
        == {}
    )


@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_the_figures_of_visits_have_their_own_term_and_not_that_of_the_log_beside_them(kind: str, pattern: str) -> None:
    """Webstudio Wolkenrog keeps the log 3 months and the figures 2, in one activity; the log stands first."""
    document = golden.document("verwerkingen", pattern, "u")
    found = recognise(
        as_text.text(document, None) if kind == "txt" else as_html.page(document, None), load(), "BE", golden.ON
    )
    assert {one.id: (one.value.number, one.value.unit) for one in found if one.kind == "retention"}["ACT-20"] == (
        2,
        "month",
    )


def test_of_rows_under_one_heading_that_counts_which_names_what_the_activity_is_about() -> None:
    rows = "Bezoekcijfers\n\nWaarvoor: bezoeken tellen.\n\n- IP-adres: 3 maanden na het bezoek.\n- Bezochte pagina's: 2 maanden na het bezoek."
    assert terms(rows) == {"ACT-20": "2 month"}
    assert terms(rows.replace("Bezochte pagina's", "Soort toestel")) == {"ACT-20": "3 month"}, "else the first"
    assert terms(
        "Bezoekcijfers\n\nBezoeken tellen.\n\n- IP-adres\n\nBewaard: 3 maanden.\n\n- bezochte pagina's\n\nBewaard: 2 maanden."
    ) == {"ACT-20": "2 month"}


def test_a_row_of_data_belongs_to_its_heading_whatever_the_data_are() -> None:
    row = "- Naam, IP-adres, berichten: 1 jaar na het uitschrijven."
    assert terms(
        f"Vragen? Mail ons, wij beantwoorden uw vraag.\n\nNieuwsbrief\n\nWaarvoor: nieuws sturen.\n\n{row}"
    ) == {"ACT-06": "1 year"}
    assert (
        terms(f"Vragen? Mail ons, wij beantwoorden uw vraag.\n\nTuinen\n\nWaarvoor: tuinen aanleggen.\n\n{row}") == {}
    )
