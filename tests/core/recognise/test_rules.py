"""The words by which a text is recognised, and what the catalogue has of them."""

import copy
from datetime import date
from typing import Any

import pytest

from policies.core.clauses.library import load
from policies.core.reading.rule_lines import RuleError
from policies.core.recognise import recognise
from policies.core.recognise.rules import recognition_rules, rules_made
from tests.core.recognise.test_company import AROUND, ON, ids, told


def test_only_what_the_catalogue_has_on_the_day_in_that_country() -> None:
    text = AROUND.format("Wij doen het klantenonderzoek van de Wwft. Wij maken facturen.")
    assert "ACT-04" not in ids(recognise(text, load(), "NL", date(2025, 12, 29)), "activity")
    assert [one.name for one in recognise(text, load(), "NL", ON) if one.id == "ACT-29"] == [
        "klantenonderzoek van de Wwft"
    ]
    assert [one.name for one in recognise(text, load(), "BE", ON) if one.id == "ACT-29"] == [
        "klantenonderzoek van de antiwitwaswet"
    ]
    assert not ids(told("KvK 99999001.", "BE"), "field") and ids(told("KvK 99999001.", "NL"), "field") == {
        "controller.register_number"
    }


def test_everything_there_is_to_pick_can_be_recognised() -> None:
    rules = recognition_rules(load())
    assert [one.id for one in rules.activities][:32] == [f"ACT-{number:02d}" for number in range(1, 33)]
    assert {one.id for one in (*rules.named, *rules.kinds)} == {row["id"] for row in load().catalogue["recipients"]}
    names = {row["id"]: row["name"] for row in load().catalogue["cookies"]}
    assert {names[one.id] for one in rules.cookies} == set(names.values())


class Changed:
    """The library with another recognise.yaml."""

    def __init__(self, section: str, row: Any) -> None:
        data = copy.deepcopy(load().catalogue["recognise"])
        data[section].append(row)
        self.catalogue, self.digest = {**load().catalogue, "recognise": data}, load().digest


@pytest.mark.parametrize(
    ("section", "row"),
    [
        ("activities", {"id": "ACT-99", "says": ["x"], "about": "x"}),
        ("named", {"id": "nobody", "names": []}),
        ("kinds", {"id": "banks", "words": ""}),
        ("ignored", "~vlakbij"),
        ("ignored", "<geen> groep"),
        ("ignored", "woord + @niets"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused(section: str, row: Any) -> None:
    with pytest.raises(RuleError):
        rules_made(Changed(section, row))
