"""How long data are kept, as a picture: which terms it draws, what it calls them, where it stands; and that it says nothing to whoever reads words."""

import dataclasses
import json

import pytest

from bench.words import counted
from policies.core import document as d
from policies.core import patterns
from policies.core.assembly import term_figure
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.sentences import sentences
from policies.core.facts import Activity, DataCategory, DataUse, Facts, RetentionRule, Style
from policies.core.facts.plain_data import read_yaml, write_yaml
from policies.core.reading import page
from policies.core.versions.diff import compare
from policies.render import as_html, as_json, as_text
from tests import golden

every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)
WITH_LIST = {"rubrieken", "artikelen"}  # they list all terms below the picture


def figures(statement: d.Document) -> list[d.Figure]:
    return [node for node in d.nodes(statement) if isinstance(node, d.Figure)]


def without(facts: Facts) -> Facts:
    return dataclasses.replace(facts, style=dataclasses.replace(facts.style, no_figure=True))


def company(*rules: RetentionRule, shared: str | None = None) -> Facts:
    """A company with an activity and a kind of data for each term; with `shared` a second use of that kind in the first activity."""
    kinds = tuple(DataCategory(key=f"k-{rule.key}", name=f"gegevens {rule.key}") for rule in rules)
    doings = tuple(
        Activity(
            key=f"a-{rule.key}",
            name=f"verwerking van {rule.key} en meer",
            uses=(DataUse(category=f"k-{rule.key}", retention=rule.key),),
        )
        for rule in rules
    )
    if shared:
        doings = (
            dataclasses.replace(
                doings[0], uses=(*doings[0].uses, DataUse(category=f"k-{shared}", retention=rules[0].key))
            ),
            *doings[1:],
        )
    return Facts(categories=kinds, activities=doings, retention_rules=rules)


def rule(key: str, number: int | None = None, unit: str | None = None, **more: object) -> RetentionRule:
    return RetentionRule(key=key, number=number, unit=unit, **more)


FOUR = (
    rule("een", 10, "year"),
    rule("twee", 1, "week"),
    rule("drie", criterion="tot u zich uitschrijft"),
    rule("vier", 1, "year", start_event="na uw vraag"),
)


# --- what is drawn -------------------------------------------------------------------------------------------------


def test_terms_stand_from_short_to_long_and_then_what_has_no_period() -> None:
    assert term_figure.bars(company(*FOUR)) == (
        d.Bar("Gegevens twee", "1 week", "1 week", 7),
        d.Bar("Gegevens vier", "1 jaar na uw vraag", "1 jaar", 365),
        d.Bar("Gegevens een", "10 jaar", "10 jaar", 3652),
        d.Bar("Gegevens drie", "tot u zich uitschrijft", "tot u zich uitschrijft", 0, True),
    )


def test_fewer_than_four_different_terms_are_no_picture() -> None:
    assert term_figure.bars(company(*FOUR[:3])) == ()
    same = dataclasses.replace(FOUR[3], key="vijf")
    assert term_figure.bars(company(*FOUR[1:], same)) == (), "the same words are one term"
    assert len(term_figure.bars(company(*FOUR, same))) == 4


def test_an_open_or_half_answered_term_and_one_that_no_data_follow_are_not_drawn() -> None:
    assert len(term_figure.bars(company(*FOUR, rule("open"), rule("half", number=2)))) == 4
    idle = dataclasses.replace(company(*FOUR), retention_rules=(*FOUR, rule("los", 3, "year")))
    assert len(term_figure.bars(idle)) == 4


@pytest.mark.parametrize(
    ("odd", "short", "days", "is_open"),
    [
        (rule("x", 2, "year", bound="at_most"), "ten hoogste 2 jaar", 730, False),
        (rule("x", 2, "year", bound="at_least"), "minstens 2 jaar", 730, True),
        (rule("x", 2, "year", bound="usually"), "meestal 2 jaar", 730, False),
        (rule("x", 2, "year", criterion="tot u nee zegt", together="earliest"), "ten hoogste 2 jaar", 730, False),
        (rule("x", 2, "year", criterion="zolang een klacht loopt", together="latest"), "minstens 2 jaar", 730, True),
        (rule("x", 2, "year", criterion="tot de zaak voorbij is", together="then"), "minstens 2 jaar", 730, True),
        (
            rule("x", 2, "year", bound="usually", criterion="zolang een klacht loopt", together="latest"),
            "meestal 2 jaar of langer",
            730,
            True,
        ),
        (rule("x", nothing_kept=True), "wij bewaren niets", 0, False),
        (rule("x", criterion="zolang " + "wij dat nodig hebben " * 5), term_figure.NO_PERIOD, 0, True),
    ],
)
def test_a_bound_or_a_condition_is_told_and_an_open_end_is_drawn_open(
    odd: RetentionRule, short: str, days: int, is_open: bool
) -> None:
    (bar,) = [bar for bar in term_figure.bars(company(*FOUR, odd)) if bar.label == "Gegevens x"]
    assert (bar.short, bar.days, bar.is_open) == (short, days, is_open)


def test_a_kind_that_is_kept_in_two_ways_is_named_by_its_activity() -> None:
    labels = {bar.term: bar.label for bar in term_figure.bars(company(*FOUR, shared="twee"))}
    assert labels["10 jaar"] == "Verwerking van een en meer"
    assert labels["1 week"] == "Verwerking van twee en meer"
    assert labels["1 jaar na uw vraag"] == "Gegevens vier", "the kind is shorter, and kept in one way"


def test_of_an_activity_with_two_terms_the_kinds_are_named() -> None:
    facts = company(*FOUR, shared="twee")
    split = dataclasses.replace(
        facts.activities[0],
        uses=(facts.activities[0].uses[0], dataclasses.replace(facts.activities[0].uses[1], retention="vier")),
    )
    labels = {
        bar.term: bar.label
        for bar in term_figure.bars(dataclasses.replace(facts, activities=(split, *facts.activities[1:])))
    }
    assert labels["1 jaar na uw vraag"] == "Verwerking van een en meer: gegevens twee; verwerking van vier en meer"


# --- where it stands, and for whom ---------------------------------------------------------------------------------


@every_pattern
def test_it_stands_once_with_a_list_only_where_nothing_else_lists_terms(pattern: str) -> None:
    statement = golden.document("verwerkingen", pattern, "u")
    (figure,) = figures(statement)
    (section,) = [section for section in statement.sections if figure in section.blocks]
    assert section.key == ("bewaren" if pattern in WITH_LIST else "overal")
    assert bool(figure.listed) is (pattern not in WITH_LIST)
    assert figure.title == "Hoelang wij gegevens bewaren"


@every_pattern
def test_one_choice_of_style_turns_it_off_and_no_word_changes(pattern: str) -> None:
    facts = golden.styled(golden.example("verwerkingen"), pattern, "u")
    drawn, plain = (assemble(one, load(), golden.ON) for one in (facts, without(facts)))
    assert len(figures(drawn)) == 1 and figures(plain) == []
    assert as_text.text(drawn, None) == as_text.text(plain, None)
    assert sentences(drawn) == sentences(plain) and counted(drawn) == counted(plain)
    assert compare(plain, drawn) == compare(drawn, plain) == []
    assert [d.plain(section) for section in drawn.sections] == [d.plain(section) for section in plain.sections]
    assert d.content_digest(drawn, {}) != d.content_digest(plain, {}), "what was published holds it"


def test_a_company_that_says_nothing_else_there_has_no_section_for_a_picture_alone() -> None:
    for pattern in patterns.ALL:
        for section in assemble(
            dataclasses.replace(company(*FOUR), style=Style(pattern=pattern)), load(), golden.ON
        ).sections:
            assert not all(isinstance(block, d.Figure) for block in section.blocks)


def test_it_goes_to_data_and_back_and_is_in_the_json() -> None:
    facts = golden.example("verwerkingen")
    statement = golden.document("verwerkingen", "verwerkingen", "u")
    assert d.from_data(json.loads(json.dumps(d.to_data(statement)))) == statement
    assert '"node": "figure"' in as_json.dumps(statement, facts, None)


@every_pattern
def test_reading_the_page_back_finds_no_word_of_it(pattern: str) -> None:
    facts = golden.styled(golden.example("verwerkingen"), pattern, "u")
    drawn, plain = (
        page.blocks(as_html.page(assemble(one, load(), golden.ON), None)) for one in (facts, without(facts))
    )
    assert drawn == plain


def test_the_choice_goes_through_a_file() -> None:
    facts = without(golden.example("verwerkingen"))
    written = write_yaml(facts)
    assert "no_figure" in written and read_yaml(written.encode()) == facts
