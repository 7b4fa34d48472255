"""Countries with their article, web addresses as links, a legal form after a name, and what is left out counted."""

import pytest

from policies.core.clauses.filters import achter, keuze, land, landen, link, links
from policies.core.clauses.values import FactGap, FactValue


def country(code: str, name: str) -> FactValue:
    return FactValue("scope.processing_countries", name, code)


def test_a_country_takes_its_article_and_keeps_its_path() -> None:
    assert land(country("GB", "Verenigd Koninkrijk")).text == "het Verenigd Koninkrijk"
    assert land(country("US", "Verenigde Staten")).path == "scope.processing_countries"
    assert land(country("BE", "België")).text == "België"


def test_countries_are_enumerated_and_none_is_a_gap() -> None:
    said = landen([country("BE", "België"), country("US", "Verenigde Staten")])
    assert (
        said
        == '<v p="scope.processing_countries">België</v> en <v p="scope.processing_countries">de Verenigde Staten</v>'
    )
    assert "<gap" in landen(FactGap("scope.processing_countries", "landen"))


def test_web_addresses_are_links_and_none_is_a_gap() -> None:
    said = links(
        [
            FactValue("scope.websites", "https://www.brood.example"),
            FactValue("scope.websites", "https://taart.example/"),
        ]
    )
    assert said.count('<a href="https://') == 2
    assert " en " in said and "www.brood.example</v>" in said
    assert "<gap" in links(FactGap("scope.websites", "websites"))


def test_an_address_behind_a_name_and_a_name_that_is_missing_is_a_gap_beside_it() -> None:
    address = FactValue("links.profiles.0.url", "https://www.brood.example")
    assert ">Facebook</v></a>" in link(address, FactValue("links.profiles.0.network", "Facebook"))
    assert link(address, FactGap("links.profiles.0.network", "netwerk")).startswith(
        "<gap"
    ) and "www.brood.example</v></a>" in link(address, FactGap("x", "netwerk"))
    nowhere = link(FactGap("links.profiles.0.url", "adres"), FactValue("links.profiles.0.network", "Facebook"))
    assert ">Facebook</v> (<gap" in nowhere


@pytest.mark.parametrize(
    ("values", "said"), [(["a", "", "b", None], "a of b"), (["a", "b", "c"], "a, b of c"), (["a"], "a"), ([None], "")]
)
def test_a_choice_names_what_there_is(values: list, said: str) -> None:
    assert keuze(values) == said


@pytest.mark.parametrize(
    ("name", "form", "code", "said"),
    [
        ("Bakkerij Bart", "BV", "bv", " (BV)"),
        ("Bakkerij Bart BV", "BV", "bv", ""),
        ("Bakkerij Bart B.V.", "BV", "bv", ""),
        ("Stichting De Brug", "stichting", "stichting", ""),
        ("Bakkerij Bart BV", "NV", "nv", " (NV)"),
        ("Abv", "BV", "bv", " (BV)"),
        ("Melk CV", "coöperatieve vennootschap", "cv", ""),
    ],
)
def test_a_legal_form_stands_in_brackets_unless_the_name_says_it(name: str, form: str, code: str, said: str) -> None:
    told = achter(FactValue("controller.legal_form", form, code), FactValue("controller.legal_name", name))
    assert told.striptags() == said.strip() and told == achter(FactValue("controller.legal_form", form, code), name)
    assert achter(FactGap("controller.legal_form", "rechtsvorm"), name) == ""
