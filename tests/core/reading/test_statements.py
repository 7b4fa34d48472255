"""What the builder makes is read back whole; take out what tells one item, and exactly that item is missed."""

from pathlib import Path

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.facts.choices import TONE
from policies.core.library import load
from policies.core.reading import OUTCOMES, Report, read

from .statements import EXAMPLES, ON, found_in, reported, statement, told_whole, without

GOLDEN = Path(__file__).parents[2] / "golden"
SHORTER = ("rubrieken", "verwerkingen", "vraag-antwoord")
# The clauses that tell an item. A company's own story and controls may tell it as well.
STORY = ("activity/story", "activity/control")
TOLD_BY = {
    "controller": ("opening/*", "contact/company", "contact/parent", "recipients/joint"),
    "address": ("contact/address", "contact/privacy", "recipients/joint"),
    "register": ("contact/number-*", "contact/parent"),
    "dpo": ("contact/dpo", "contact/no-dpo"),
    "purposes": ("purpose/*", "group/data", "activity/story"),
    "basis-consent": ("purpose/consent", "purpose/marketing", "cookies/*", "marketing/*"),
    "basis-contract": ("purpose/contract",),
    "basis-law": ("purpose/law",),
    "interest": ("purpose/interest",),
    "categories": ("use/items", "activity/items", "group/data", "data/*", "kept/*", "retention/*", "activity/story"),
    "source": ("activity/source*", "use/source*"),
    "recipients": ("recipients/*", "activity/recipients", "disclosure/*", "activity/story"),
    "transfer": ("transfer/*", "recipients/named"),
    "copy": ("transfer/table", "transfer/no-copy"),
    "retention": ("retention/*", "kept/*", "rights/exceptions"),
    "access": ("rights/access", *STORY),
    "rectification": ("rights/rectification", *STORY),
    "erasure": ("rights/erasure", *STORY),
    "restriction": ("rights/restriction", *STORY),
    "portability": ("rights/portability", "rights/no-portability", *STORY),
    "objection": ("rights/objection*", "rights/no-objection", *STORY),
    "withdrawal": ("rights/withdraw", "cookies/withdraw", *STORY),
    "complaint": ("rights/complaint*", "rights/refusal"),
    "authority": ("rights/complaint",),
    "term": ("rights/term", *STORY),
    "free": ("rights/free", "rights/fee"),
    "required": ("activity/required*", "use/required"),
    "automated": ("automated/*", "rights/automated", "ai/*"),
    "changes": ("changes/*",),
}
# What the same clauses tell too, so that it goes with them.
BESIDES = {
    "categories": {"retention", "retention-start"}, "purposes": {"categories", "basis", "basis-interest", "interest", "basis-law", "basis-contract"}, "interest": {"basis-interest"}, "transfer": {"recipients", "country", "safeguard", "copy"},
    "retention": {"retention-start"}, "objection": {"objection-apart"}, "complaint": {"authority"}, "required": {"consequence"},
}
ALWAYS = {  # art. 13 asks it of every company
    "controller", "address", "contact", "purposes", "basis", "recipients", "retention", "retention-start", "access", "rectification", "erasure", "restriction",
    "portability", "objection", "complaint", "authority", "required", "consequence", "automated",
}


def assert_whole(report: Report, tone: str) -> None:
    assert [result.id for result in report.results if result.outcome != "found" and (result.needed or result.id in ALWAYS) and result.id != "version"] == []
    assert [(fault.id, fault.quotes) for fault in report.faults] == []
    assert report.tone == tone


@pytest.mark.parametrize("tone", TONE)
@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_golden_statement_has_every_item_and_no_fault(example: str, pattern: str, tone: str) -> None:
    assert_whole(read((GOLDEN / example / f"{pattern}-{tone}.txt").read_text("utf-8"), load(), ON), tone)


@pytest.mark.parametrize(("example", "pattern", "tone"), [(name, name, tone) for name, tone in zip(patterns.ALL, ("je", "u", "je", "u", "je"), strict=True)])
def test_a_page_has_every_item_and_no_fault(example: str, pattern: str, tone: str) -> None:
    """Each layout as HTML, with its cards, lists and tables, of the company that was made for it."""
    report = reported(statement(example, pattern, tone), "html")
    assert_whole(report, tone)
    assert "version" in found_in(report)


@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("item", TOLD_BY)
def test_without_what_tells_it_exactly_that_item_is_missed(item: str, pattern: str) -> None:
    """Each item in each layout, in one of the three shorter examples in turn: the two long ones would take minutes and show no more."""
    example = SHORTER[(list(TOLD_BY).index(item) + list(patterns.ALL).index(pattern)) % len(SHORTER)]
    whole = statement(example, pattern, "u")
    before, after = told_whole(example, pattern), found_in(reported(without(whole, *TOLD_BY[item])))
    lost = before - after
    assert item in before and item in lost
    assert lost - {item} <= BESIDES.get(item, set())


def test_without_an_edition_there_is_no_date() -> None:
    assert "version" not in found_in(reported(statement("rubrieken", "rubrieken", "u"), edition=None))


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_a_page_without_any_way_to_reach_the_company(pattern: str) -> None:
    whole = statement("rubrieken", pattern, "u")
    told = [block.clause for block in clauses_with(whole, "@", "053 00 00")]
    assert told and "contact" not in found_in(reported(without(whole, *told)))


def clauses_with(document: d.Document, *words: str) -> list[d.Clause]:
    """The clauses in which one of these stands."""
    told = {node: " ".join(part.text for part in d.nodes(node) if isinstance(part, d.Text | d.Value)) for node in d.nodes(document.sections) if isinstance(node, d.Clause)}
    return [node for node, text in told.items() if any(word in text for word in words)]


def test_outcomes_are_three() -> None:
    assert list(OUTCOMES.values()) == ["gevonden", "niet gevonden", "onzeker"]
