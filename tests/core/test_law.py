"""The law of one company on one day: which authorities its statement names, and where each of them takes a complaint."""

from datetime import date
from functools import cache

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.checks import check_document
from policies.core.clauses.library import load
from policies.core.document import nodes, plain
from policies.core.law import law_of
from tests.core.checks.company import DUTCH, company

ON = date(2026, 11, 30)
EEA = sorted(row["code"] for row in load().valid("eea", ON))
PAGES = {
    "GBA": "https://www.gegevensbeschermingsautoriteit.be/burger/acties/klacht-indienen",
    "AP": "https://autoriteitpersoonsgegevens.nl/een-tip-of-klacht-indienen-bij-de-ap",
}


@cache
def complaint(*codes: str, dutch: bool = False):
    """The clause about a complaint, of a company with customers in those countries."""
    facts = company({**(DUTCH if dutch else {}), "scope.customer_countries": codes})
    document = assemble(facts, load(), ON)
    assert not [finding for finding in check_document(facts, document, load(), ON) if finding.code.startswith("13.2.d")]
    return next(node for node in nodes(document) if getattr(node, "clause", "") == "rights/complaint")


def links(clause: object) -> list[str]:
    return [node.href for node in nodes(clause) if hasattr(node, "href") and node.href.startswith("https")]


@pytest.mark.parametrize(
    ("dutch", "codes", "ids"),
    [
        (False, (), ["GBA"]),
        (True, (), ["AP"]),
        (False, ("BE",), ["GBA"]),
        (False, ("NL", "BE"), ["GBA", "AP"]),
        (True, ("BE",), ["AP", "GBA"]),
        (False, ("US",), ["GBA"]),
        (False, ("DE", "FR"), ["GBA", "AUT-DE", "AUT-FR"]),
        (False, ("NO", "DK"), ["GBA", "AUT-NO", "AUT-DK"]),
    ],
)
def test_the_own_authority_comes_first_and_then_that_of_every_country_with_customers(
    dutch: bool, codes: tuple[str, ...], ids: list[str]
) -> None:
    facts = company({**(DUTCH if dutch else {}), "scope.customer_countries": codes})
    assert [row["id"] for row in law_of(facts, load(), ON).authorities] == ids


def test_customers_in_any_country_of_the_eea_are_told_theirs_with_its_page() -> None:
    clause = complaint(*EEA)
    text, pages = plain(clause), links(clause)
    for row in load().valid("authorities", ON):
        if row["id"] != "VTC":  # for Flemish public bodies only
            assert row["name"] in text and (row["complaint_url"] or row["web"]) in pages, row["id"]
    assert "(ÚOOÚ), Tsjechië" in text and "Datatilsynet, Noorwegen" in text and "Datatilsynet, Denemarken" in text


@pytest.mark.parametrize("dutch", [False, True])
def test_the_link_goes_to_the_page_of_the_complaint_itself(dutch: bool) -> None:
    assert links(complaint(dutch=dutch)) == [PAGES["AP" if dutch else "GBA"]]


def test_germany_is_sent_to_the_page_that_finds_the_right_land() -> None:
    assert any("Kontaktfinder" in href for href in links(complaint("DE")))
