"""The little language of patterns: what each sign means, what it does not match, and that a mistake in it is told."""

import copy
from typing import Any

import pytest

from policies.core.clauses.library import load
from policies.core.language.word_patterns import PatternError, compiled, normal
from policies.core.reading.rule_lines import RuleError
from policies.core.reading.rules import rules_of
from policies.core.reading.text import SourceIndex, index_of

GROUPS = {"uw": "uw|je", "dagen": "dag|dagen"}
MARKS = {"vraag": lambda reading, sentence: "?" in sentence.text}


def matches(pattern: str, text: str) -> list[str]:
    reading: SourceIndex = index_of(text, MARKS)
    return [reading.sentences[number].text for number in reading.matching(compiled(pattern, GROUPS))]


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        ("recht op inzage", "U hebt recht op inzage.", "U hebt inzage in dit recht."),
        ("inzage", "Inzage is gratis.", "De inzageregels zijn streng."),
        ("wissen|verwijderen", "Wij verwijderen het.", "Wij bewaren het."),
        ("bewaar*", "De bewaartermijn is kort.", "Wij bewaren het."),
        ("*termijn", "De bewaartermijn is kort.", "De termijnen zijn kort."),
        ("op uw? vraag", "Wij doen het op vraag.", "Op de vraag volgt niets."),
        ("<uw> gegevens", "Wij wissen je gegevens.", "Wij wissen onze gegevens."),
        ("<getal> <dagen>", "Het duurt dertig dagen.", "Het duurt veel dagen."),
        ("<getal> <dagen>", "Het duurt 30 dagen.", "Het duurt 30 weken."),
        (
            "recht ... wissen",
            "Het recht om uw gegevens te laten wissen.",
            "Het recht een twee drie vier vijf zes zeven acht negen wissen.",
        ),
        ("kopie + paspoort", "Van uw paspoort sturen wij een kopie.", "Wij sturen een kopie."),
        ("kopie - geen|nooit", "Wij vragen een kopie.", "Wij vragen nooit een kopie."),
        ("verplicht ?", "Is het verplicht? Nee.", "Het is verplicht."),
        ("doel :", "Ons doel: u helpen.", "Ons doel is u helpen."),
        ("doel :|? u", "Ons doel: u helpen.", "Ons doel u helpen."),
        ("doel :|? u", "Ons doel? U helpen.", "Ons doel u helpen."),
        ("6.1.f", "Dat mag (art. 6.1.f AVG).", "Dat mag (art. 6.1.a AVG)."),
        ("kopie + @vraag", "Een kopie nodig? Vraag ze.", "Een kopie is nodig."),
        ("kopie - @vraag", "Een kopie is nodig.", "Een kopie nodig? Vraag ze."),
    ],
)
def test_what_a_pattern_means(pattern: str, matching: str, other: str) -> None:
    assert matches(pattern, matching) == [matching]
    assert matches(pattern, other) == []


def test_near_by_is_under_the_same_heading() -> None:
    near = "BEWAREN\nWij bewaren facturen.\nDat duurt 7 jaar.\n\nANDERS\nHet duurde 8 jaar."
    assert matches("<getal> jaar + ~bewaren", near) == ["Dat duurt 7 jaar."]
    assert matches("<getal> jaar - ~bewaren", near) == ["Het duurde 8 jaar."]
    assert matches("<getal> jaar + ~@vraag", "Hoelang? Kort.\n\nDat duurt 7 jaar.") == ["Dat duurt 7 jaar."]


def test_in_the_heading_above() -> None:
    assert matches("<getal> jaar + ^bewaren", "# Bewaren\nDat duurt 7 jaar.\n\n# Anders\nDat duurt 8 jaar.") == [
        "Dat duurt 7 jaar."
    ]


@pytest.mark.parametrize("pattern", ["<weg> gegevens", "", "- geen", "kopie + ", "~"])
def test_a_pattern_that_says_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern, GROUPS)


def test_words_are_told_apart() -> None:
    assert (
        normal("E-mail: info@oven.example, art. 6.1.f; “Mag dat?” Ja!")
        == "e-mail : info@oven.example art 6.1.f mag dat ? ja "
    )


class Catalogue:
    """The library with another reading.yaml."""

    def __init__(self, **changes: Any) -> None:
        self.catalogue = {**load().catalogue, "reading": {**copy.deepcopy(load().catalogue["reading"]), **changes}}
        self.digest = f"other {changes}"


ITEM = {
    "id": "x",
    "theme": "wie",
    "question": "?",
    "articles": ["1"],
    "needed": "always",
    "says": ["woord"],
    "why": "w",
    "mend": "m",
}
FAULT = {"id": "f", "severity": "error", "articles": ["1"], "says": ["woord"], "message": "m", "mend": "m"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"items": [ITEM | {"theme": "weg"}]}, "het thema weg"),
        ({"items": [ITEM | {"says": ["<weg> woord"]}]}, "de woordgroep <weg>"),
        ({"items": [ITEM | {"says": ["@weg"]}]}, "@weg bestaat niet"),
        ({"items": [ITEM | {"needed": ["weg"]}]}, "weg bestaat niet"),
        ({"items": [ITEM | {"hints": ["woord"]}]}, "een zin bij unsure"),
        ({"items": [ITEM | {"unsure": "u", "backed": ["weg"]}]}, "weg bestaat niet"),
        ({"faults": [FAULT | {"phrase": "weg"}]}, "de regel weg"),
        ({"faults": [FAULT | {"when": ["!item:weg"]}]}, "item:weg bestaat niet"),
    ],
)
def test_a_mistake_in_the_rules_is_told_with_its_row(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleError, match=said):
        rules_of(Catalogue(**({"items": [ITEM], "faults": []} | changes)))


def test_every_item_has_what_a_reader_needs() -> None:
    rules = rules_of(load())
    assert len({item.id for item in rules.items}) == len(rules.items)
    for item in rules.items:
        assert item.question and item.articles and item.why and item.mend and (item.says or item.any), item.id
    for fault in rules.faults:
        assert fault.message and fault.mend and fault.articles and fault.severity in {"error", "warning"}, fault.id
    assert rules_of(load()) is rules  # compiled once
