"""Six lawful companies, written before any check was changed for them, and the presets: no check and no reading of their statement calls something wrong.

They hold sentences as people type them that come near to what a check looks for. A finding here is a false alarm: mend the check, not the company.
Each layout is read in one form of address, which take turns; `DEEP=yes`: in both.
"""

import dataclasses
import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.checks import check, check_document
from policies.core.clauses.library import load
from policies.core.document import Document, Edition
from policies.core.facts import Facts, Style
from policies.core.facts.choices import LAW_COUNTRY, SIZE, TONE
from policies.core.facts.plain_data import from_data, read_yaml, to_data
from policies.core.reading import read
from policies.render import as_text
from tests.core.presets.test_propose import DOUBT, SECTORS, known, proposed, start

ON = date(2026, 12, 1)
EDITION = Edition("1.00", ON, ON, "ab" * 32)
FOLDER = Path(__file__).parents[2] / "lawful"
DEEP = bool(os.environ.get("DEEP"))
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))

# What is told and is right: company → (code, path) → why it is told all the same.
ALLOWED = {
    "kinesist": {
        (
            "12.1-stiff-word",
            "sections.huisregels.body",
        ): "info: “geeft men ons” names nobody; the company may leave it so"
    },
    "makelaar": {
        (
            "12.1-reason-repeats",
            "retention_rules.nieuwsbrief.reason",
        ): "info: “om de nieuwsbrief te kunnen sturen” is the purpose once more"
    },
    "webwinkel": {
        (
            "45-partly-adequate",
            "recipients.shopify.safeguards",
        ): "info: the decision on Canada holds for companies, which Shopify is; only the owner can tell"
    },
}


@cache
def company(name: str) -> Facts:
    return read_yaml((FOLDER / f"{name}.yaml").read_bytes())


def told_as(name: str, pattern: str, tone: str) -> tuple[Facts, Document]:
    """A company in another layout and form of address, with the statement of it."""
    facts = company(name)
    facts = dataclasses.replace(facts, style=dataclasses.replace(facts.style, pattern=pattern, tone=tone))
    return facts, assemble(facts, load(), ON)


def test_there_are_six_in_two_countries() -> None:
    assert sorted(company(name).controller.country for name in NAMES) == ["BE"] * 3 + ["NL"] * 3


@pytest.mark.parametrize("name", NAMES)
def test_out_and_back_is_the_same(name: str) -> None:
    assert from_data(to_data(company(name))) == company(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_check_calls_a_lawful_fact_wrong(name: str) -> None:
    """In both forms of address: of a company that the law has nothing against, nothing is told but what is allowed above."""
    for tone in TONE:
        facts = dataclasses.replace(company(name), style=dataclasses.replace(company(name).style, tone=tone))
        told = {(finding.code, finding.path): finding.message for finding in check(facts, load(), ON)}
        assert {where: message for where, message in told.items() if where not in ALLOWED.get(name, {})} == {}


@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("name", NAMES)
def test_no_layout_of_it_is_called_wrong(name: str, pattern: str) -> None:
    """The assembled text has all that the facts hold, and who reads it as a statement from elsewhere finds no fault in it."""
    turn = NAMES.index(name) + list(patterns.ALL).index(pattern)
    for tone in TONE if DEEP else [list(TONE)[turn % 2]]:
        facts, document = told_as(name, pattern, tone)
        assert not document.gaps() and check_document(facts, document, load(), ON) == []
        report = read(as_text.text(document, EDITION), load(), ON)
        assert {fault.id: fault.quotes for fault in report.faults} == {}, tone
        assert [result.id for result in report.lacking] == [], tone


# A preset as proposed: every sector in both countries and every size; of these a few in the quick suite. Open answers are told, and nothing else.
PRESETS = [(sector, country, size) for sector in SECTORS for country in LAW_COUNTRY for size in SIZE]
OPEN = DOUBT | {"13.1.b-unanswered"}


@pytest.mark.parametrize(("sector", "country", "size"), PRESETS if DEEP else PRESETS[::27])
def test_no_preset_is_called_wrong(sector: str, country: str, size: str) -> None:
    turn = PRESETS.index((sector, country, size))
    style = Style(pattern=list(patterns.ALL)[turn % 5], tone=list(TONE)[turn // 2 % 2])
    facts, _ = proposed(start(sector, country, size), dataclasses.replace(known(country), style=style))
    assert {finding.code for finding in check(facts, load(), ON) if finding.severity != "info"} <= OPEN
    document = assemble(facts, load(), ON)
    assert check_document(facts, document, load(), ON) == []
    faults = {fault.id for fault in read(as_text.text(document, EDITION), load(), ON).faults}
    assert faults == (
        {"left-over"} if document.gaps() else set()
    )  # an open answer is a gap in a draft, or its sentence is left out
