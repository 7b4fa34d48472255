"""Nothing is lost: change or remove any public field and the text changes, in every pattern and tone, for both countries."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings

from policies.core import patterns
from policies.core.assemble import assemble
from policies.core.facts import Facts
from policies.core.facts.choices import LAW_COUNTRY, TONE
from policies.core.law import law_of
from policies.core.library import load
from policies.render import as_text
from tests.core.change import why_silent, with_each
from tests.generate import TURNS, companies, full_company

ON = date(2026, 11, 22)
SAMPLE = range(0, TURNS, 5)  # every turn reaches other choices; three keep the suite quick, and the last test covers every choice


def words(facts: Facts) -> str:
    return as_text.text(assemble(facts, load(), ON), None)


def lost(facts: Facts) -> set[str]:
    """The paths that can change without a trace and without a reason."""
    before, law = words(facts), law_of(facts, load(), ON)
    return {path for path, other in with_each(facts) if not why_silent(facts, path, law) and words(other) == before}


def styled(facts: Facts, pattern: str, tone: str) -> Facts:
    return dataclasses.replace(facts, style=dataclasses.replace(facts.style, pattern=pattern, tone=tone))


@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("turn", SAMPLE)
def test_every_public_field_of_a_full_company_reaches_the_text(turn: int, pattern: str) -> None:
    tone = list(TONE)[turn % 2]
    assert lost(styled(full_company(turn, rows=1), pattern, tone)) == set()


@settings(max_examples=2)
@given(companies(most=1))
def test_every_public_field_of_any_company_reaches_the_text(company: Facts) -> None:
    assert lost(company) == set()


@pytest.mark.parametrize("turn", range(TURNS))
def test_every_choice_has_words(turn: int) -> None:
    for tone in TONE:
        assert words(styled(full_company(turn, rows=2), "rubrieken", tone))


def test_the_sample_lives_in_both_countries_and_both_tones() -> None:
    made = [full_company(turn, rows=1) for turn in SAMPLE]
    assert {company.controller.country for company in made} == set(LAW_COUNTRY)
    assert {company.style.tone for company in made} == set(TONE)
