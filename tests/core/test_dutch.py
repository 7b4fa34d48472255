"""Countries with their article, and web addresses as links."""

from policies.core.dutch import land, landen, links
from policies.core.told import Missing, Said


def country(code: str, name: str) -> Said:
    return Said("scope.processing_countries", name, code)


def test_a_country_takes_its_article_and_keeps_its_path() -> None:
    assert land(country("GB", "Verenigd Koninkrijk")).text == "het Verenigd Koninkrijk"
    assert land(country("US", "Verenigde Staten")).path == "scope.processing_countries"
    assert land(country("BE", "België")).text == "België"


def test_countries_are_enumerated_and_none_is_a_gap() -> None:
    said = landen([country("BE", "België"), country("US", "Verenigde Staten")])
    assert said == '<v p="scope.processing_countries">België</v> en <v p="scope.processing_countries">de Verenigde Staten</v>'
    assert "<gap" in landen(Missing("scope.processing_countries", "landen"))


def test_web_addresses_are_links_and_none_is_a_gap() -> None:
    said = links([Said("scope.websites", "https://www.brood.example"), Said("scope.websites", "https://taart.example/")])
    assert said.count('<a href="https://') == 2
    assert " en " in said and "www.brood.example</v>" in said
    assert "<gap" in links(Missing("scope.websites", "websites"))
