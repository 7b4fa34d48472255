"""Nothing is lost: set, change or remove any public field and the text changes, in every pattern and tone, for both countries.

`./bin/test` draws 120 companies, `./bin/test --deep` 5,000, each with its own pattern, tone and country, and changes some of their fields.
"""

import dataclasses
import os
import random
from datetime import date

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.core.facts.choices import LAW_COUNTRY, TONE
from policies.core.law import law_of
from policies.render import as_text
from tests.core.change import why_silent, with_each
from tests.generate import NUMBERS, TURNS, any_company, full_company

ON = date(2026, 11, 22)
DEEP = bool(os.environ.get("DEEP"))
CASES, SHARDS, FIELDS = (
    (5000 if DEEP else 120),
    4,
    (6 if DEEP else 4),
)  # FIELDS: how many fields of a drawn company are changed, each on its own
ALL_TURNS = range(TURNS) if DEEP else (4, 9)  # every turn reaches other choices; the last test covers every choice


def words(facts: Facts) -> str:
    return as_text.text(assemble(facts, load(), ON), None)


def lost(facts: Facts, changes: list[tuple[str, Facts]]) -> set[str]:
    """The paths among these changes that leave no trace and have no reason for it."""
    before, law = words(facts), law_of(facts, load(), ON)
    return {path for path, other in changes if not why_silent(facts, path, law) and words(other) == before}


def styled(facts: Facts, pattern: str, tone: str, country: str | None = None) -> Facts:
    """The same company in this pattern and tone, and when asked in this country, with a number of that country."""
    facts = dataclasses.replace(facts, style=dataclasses.replace(facts.style, pattern=pattern, tone=tone))
    if country is None:
        return facts
    given = {name: value for name, value in NUMBERS[country].items() if getattr(facts.controller, name)}
    return dataclasses.replace(facts, controller=dataclasses.replace(facts.controller, country=country, **given))


def drawn(number: int) -> tuple[Facts, random.Random]:
    """The company of one case; the same number gives the same company."""
    die = random.Random(number)
    company = any_company(die.randrange, most=2)
    return styled(company, die.choice(list(patterns.ALL)), die.choice(list(TONE)), die.choice(list(LAW_COUNTRY))), die


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_public_field_of_any_company_reaches_the_text(shard: int) -> None:
    for number in range(shard, CASES, SHARDS):
        company, die = drawn(number)
        changes = list(with_each(company))
        missed = lost(company, die.sample(changes, min(FIELDS, len(changes))))
        assert not missed, (
            f"case {number}, {company.style.pattern}, {company.style.tone}, {company.controller.country}: {missed}"
        )


def test_the_cases_live_in_every_pattern_tone_and_country() -> None:
    made = [drawn(number)[0] for number in range(120)]
    seen = {(one.style.pattern, one.style.tone, one.controller.country) for one in made}
    assert seen == {(pattern, tone, country) for pattern in patterns.ALL for tone in TONE for country in LAW_COUNTRY}


@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("turn", ALL_TURNS)
def test_every_public_field_of_a_full_company_reaches_the_text(turn: int, pattern: str) -> None:
    """All fields of one company, where the cases above take a few of each."""
    company = styled(full_company(turn, rows=1), pattern, list(TONE)[turn % 2])
    changes = list(with_each(company))
    part = changes if DEEP else changes[turn % 2 :: 2]  # in the quick suite half of them in each of the two turns
    assert lost(company, part) == set()


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_people_are_named_when_every_use_repeats_those_of_its_activity(pattern: str) -> None:
    facts = styled(full_company(0, rows=1), pattern, "u")
    activity = facts.activities[0]
    repeated = tuple(dataclasses.replace(use, groups=activity.groups) for use in activity.uses)
    bare = tuple(
        dataclasses.replace(group, description=None) for group in facts.groups
    )  # a description is told with the name
    facts = dataclasses.replace(facts, groups=bare, activities=(dataclasses.replace(activity, uses=repeated),))
    assert (
        activity.groups
        and lost(facts, [change for change in with_each(facts) if change[0].startswith("groups.")]) == set()
    )


@pytest.mark.parametrize("turn", range(TURNS))
def test_every_choice_has_words(turn: int) -> None:
    pattern = list(patterns.ALL)[turn % len(patterns.ALL)]
    for tone in TONE:
        assert words(styled(full_company(turn, rows=2), pattern, tone))
