"""What the builder makes is read back whole; take out what tells one item, and exactly that item is missed."""

import os
from fnmatch import fnmatch
from itertools import cycle, product
from operator import itemgetter
from pathlib import Path

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.facts.choices import TONE
from policies.core.reading import OUTCOMES, ReadingReport
from policies.core.reading.report import ItemResult
from tests.core.reading.statements import EXAMPLES, found_in, goes, golden, reported, told_in, without
from tests.golden import document as statement
from tests.golden import example as facts_of

CLAUSES = Path(__file__).parents[3] / "clauses" / "nl"
SHORTER = ("rubrieken", "verwerkingen", "vraag-antwoord")
# The clauses that tell an item. A company's own story and controls may tell it as well.
STORY = ("activity/story", "activity/control")
PURPOSES = ("*/purpose", "*/purposes", "purposes/legend", "purpose/marketing")
NEEDS = (
    "*/needs",
    "*/consequences",
    "artikelen/data",
    "betrokkenen/data",
)  # of a whole activity; a row of data has its own where it differs
DATA = (
    "artikelen/data",
    "betrokkenen/data",
    "rubrieken/kinds",
    "rubrieken/uses",
    "verwerkingen/data",
    "vraag-antwoord/data",
)
TERMS = (
    "artikelen/terms",
    "betrokkenen/data",
    "rubrieken/terms",
    "verwerkingen/data",
    "vraag-antwoord/data",
    "retention/*",
)
TOLD_BY = {
    "controller": ("opening/own", "kort/who*", "contact/company", "contact/parent", "recipients/joint"),
    "address": ("contact/address", "contact/privacy", "recipients/joint"),
    "register": ("contact/number-*", "contact/parent"),
    "dpo": ("contact/dpo",),
    "purposes": (*PURPOSES, "vraag-antwoord/data", "kort/what-for", "activity/story"),
    "basis-consent": (*PURPOSES, *TERMS, "kort/what-for", "cookies/*", "marketing/*"),
    "basis-contract": (*PURPOSES, *NEEDS),
    "basis-law": (*PURPOSES, "disclosure/case*"),
    "interest": (*PURPOSES,),
    "categories": (*DATA, "rubrieken/terms", "activity/story"),
    "source": ("*/source", "defaults/source", "opening/own", "kort/from-others", *DATA),
    "recipients": ("recipients/*", "cookies/list", "*/recipients", "activity/story"),
    "transfer": ("transfer/*", "recipients/table", "kort/abroad*"),
    "copy": ("transfer/links", "transfer/copies", "transfer/no-copy"),
    "retention": (*TERMS, "defaults/afterwards", "rights/erasure", "activity/story"),
    "access": ("rights/access", "kort/right-*", *STORY),
    "rectification": ("rights/rectification", "kort/right-*", *STORY),
    "erasure": ("rights/erasure", "kort/right-*", *STORY),
    "restriction": ("rights/restriction", *STORY),
    "portability": ("rights/portability", *STORY),
    "objection": ("rights/objection*", "kort/right-*", *STORY),
    "withdrawal": ("rights/withdraw*", "cookies/withdraw", "kort/right-*", *STORY),
    "complaint": ("rights/complaint",),
    "authority": ("rights/complaint",),
    "term": ("rights/how", *STORY),
    "free": ("rights/how", "rights/refusal"),
    "required": (*NEEDS, *DATA),
    "automated": ("automated/*", "kort/decides", "kort/profiling", "rights/automated", "ai/*"),
    "changes": ("changes/*", "contact/copyright"),
}
# What the same clauses tell too and so goes with them: what belongs to an article that one of them rests on, and what stands in the same row.
BESIDES = {"transfer": {"recipients"}, "recipients": {"country", "copy"}}
# Each item in two layouts by turns, each layout with one of the shorter examples. With ./bin/test --deep tests/core/reading: in every layout of every example.
DEEP = bool(os.environ.get("DEEP"))
EXAMPLE_OF = dict(zip(patterns.ALL, cycle(SHORTER), strict=False))
ONLY = {"dpo": "vraag-antwoord"}  # the example that has one: of none there is nothing to tell
TURNS = (
    [turn for turn in product(TOLD_BY, patterns.ALL, EXAMPLES) if ONLY.get(turn[0], turn[2]) == turn[2]]
    if DEEP
    else [
        (item, pattern, ONLY.get(item, EXAMPLE_OF[pattern]))
        for number, item in enumerate(TOLD_BY)
        for pattern in itemgetter(number % 5, (number + 2) % 5)(list(patterns.ALL))
    ]
)
ALWAYS = {  # art. 13 asks it of every company
    "controller",
    "address",
    "contact",
    "purposes",
    "basis",
    "recipients",
    "retention",
    "retention-start",
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "complaint",
    "authority",
    "required",
    "consequence",
    "automated",
}


def assert_whole(report: ReadingReport, example: str, tone: str) -> None:
    """Every item is found and there is no fault. In the other form of address, what the company typed in its own stands out, and nothing else."""
    own = facts_of(example).style.tone
    assert [
        result.id
        for result in report.results
        if result.outcome != "found" and (result.needed or result.id in ALWAYS) and result.id != "version"
    ] == []
    assert [(fault.id, fault.quotes) for fault in report.faults if tone == own or fault.id != "mixed-tone"] == []
    assert report.tone == tone


@pytest.mark.parametrize("tone", TONE)
@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_golden_statement_has_every_item_and_no_fault(example: str, pattern: str, tone: str) -> None:
    assert_whole(golden(example, pattern, tone), example, tone)


PAGES = (
    list(product(EXAMPLES, patterns.ALL, TONE))
    if DEEP
    else [(name, name, tone) for name, tone in zip(patterns.ALL, ("je", "u", "je", "u", "je"), strict=True)]
)


@pytest.mark.parametrize(("example", "pattern", "tone"), PAGES)
def test_a_page_has_every_item_and_no_fault(example: str, pattern: str, tone: str) -> None:
    """Each layout as HTML, with its lists and tables, of the company that was made for it; --deep: of each company."""
    report = reported(statement(example, pattern, tone), "html")
    assert_whole(report, example, tone)
    assert "version" in found_in(report)


@pytest.mark.parametrize(("item", "pattern", "example"), TURNS)
def test_without_what_tells_it_exactly_that_item_is_missed(item: str, pattern: str, example: str) -> None:
    whole = statement(example, pattern, "u")
    before, told_by = golden(example, pattern, "u"), TOLD_BY[item]
    lost = found_in(before) - told_in(without(whole, *told_by))
    gone = {
        article
        for node in d.nodes((*whole.summary, *whole.sections))
        if isinstance(node, d.Clause) and goes(node, *told_by) and not goes(node, *STORY)
        for article in node.articles
    }
    assert item in lost
    assert lost - {item} <= BESIDES.get(item, set()) | {
        result.id for result in before.results if gone & belongs(result)
    }


def belongs(result: ItemResult) -> set[str]:
    """The articles of an item; a basis of art. 6 is told with its purpose."""
    return {*result.articles, "13.1.c"} if result.id.startswith("basis") else set(result.articles)


def test_every_clause_that_tells_an_item_is_in_the_library() -> None:
    names = [f"{path.parent.name}/{path.stem}" for path in CLAUSES.glob("*/*.j2")]
    told = {one for ids in TOLD_BY.values() for one in ids}
    assert {one for one in told if not any(fnmatch(name, one) for name in names)} == set()


def test_without_an_edition_there_is_no_date() -> None:
    assert "version" not in found_in(reported(statement("rubrieken", "rubrieken", "u"), edition=None))


@pytest.mark.parametrize("pattern", [pattern for pattern in patterns.ALL if DEEP or EXAMPLE_OF[pattern] == "rubrieken"])
def test_a_page_without_any_way_to_reach_the_company(pattern: str) -> None:
    whole = statement("rubrieken", pattern, "u")
    told = [block.clause for block in clauses_with(whole, "@", "053 00 00")]
    assert told and "contact" not in told_in(without(whole, *told))


def clauses_with(document: d.Document, *words: str) -> list[d.Clause]:
    """The clauses in which one of these stands."""
    told = {
        node: " ".join(part.text for part in d.nodes(node) if isinstance(part, d.Text | d.Value))
        for node in d.nodes((*document.summary, *document.sections))
        if isinstance(node, d.Clause)
    }
    return [node for node, text in told.items() if any(word in text for word in words)]


def test_outcomes_are_three() -> None:
    assert list(OUTCOMES.values()) == ["gevonden", "niet gevonden", "onzeker"]
