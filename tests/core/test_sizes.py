"""Time is bounded by size: the table of hostile texts, smaller than in the bench and with a generous limit. `-m bench sizes` measures them.

`DEEP=yes`: five times as long, and every piece in every place, of which the quick suite takes two of the five by turns.
"""

import os
from dataclasses import replace

import pytest

from bench.sizes import ON, PIECES, PROFILES, hostile, ordinary, profile, seconds
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.clauses.values import FactRow
from policies.core.facts import DataCategory, DataItem, DataUse, Disclosure, Facts, Group, Style, paths
from policies.core.facts.plain_data import FactsError, from_data, from_stored, read_yaml, to_data
from policies.core.reading import language, read
from policies.core.recognise import recognise
from tests.make import make_activity, make_company

DEEP = bool(os.environ.get("DEEP"))
SIZE, LIMIT = (
    (40_000, 1.2) if DEEP else (8_000, 0.4)
)  # characters; seconds of the processor: what took the square of its length took minutes
PROFILE = 400_000 if DEEP else 100_000
TEXT = ordinary()


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_no_text_takes_the_square_of_its_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "refuse_foreign", lambda reading: None)  # so that all of the reader sees it
    library = load()
    texts = list(hostile(piece, SIZE, TEXT))
    tried = [(lambda source: read(source, library, ON), text) for text in texts] + [
        (lambda source: recognise(source, library, None, ON), texts[1])
    ]
    turn = PIECES.index(piece)
    times = [seconds(*one) for one in (tried if DEEP else (tried[turn % 5], tried[(turn + 2) % 5]))]
    assert max(times) < LIMIT, times


@pytest.mark.parametrize("kind", PROFILES)
def test_no_profile_does(kind: str) -> None:
    assert seconds(read_yaml, profile(PROFILE, kind)) < LIMIT


def test_an_ordinary_text_of_the_greatest_length_is_read_whole() -> None:
    text = (TEXT * 3)[: 100_000 if DEEP else 50_000]
    assert read(text, load(), ON).sentences > 250 and recognise(text, load(), None, ON)


def test_a_character_that_no_number_has_is_no_error() -> None:
    page = f"<html><body><p>{TEXT[:4000]}</p><p>&#{'9' * 5000}; &#{'0' * 5000}65; &#x{'f' * 9000};</p></body></html>"
    assert read(page, load(), ON).sentences


def dense(groups: int, activities: int, uses: int = 1, items: int = 1) -> Facts:
    """A company of which every activity is about every group."""
    names = [f"g{number}" for number in range(groups)]
    kinds = tuple(DataCategory(key=f"k{number}", name=f"soort {number}") for number in range(uses))
    rows = tuple(
        DataUse(
            category=kind.key,
            items=tuple(DataItem(name=f"gegeven {number}", reason="om te leveren") for number in range(items)),
        )
        for kind in kinds
    )
    return make_company(
        groups=tuple(Group(key=name, name=name) for name in names),
        categories=kinds,
        recipients=(),
        disclosure=Disclosure(shares=False),
        style=Style(pattern="betrokkenen"),
        activities=tuple(
            make_activity(key=f"a{number}", name=f"verwerking {number}", groups=tuple(names), uses=rows)
            for number in range(activities)
        ),
    )


def test_a_layout_asks_no_more_of_the_facts_than_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the groups and twice the activities make four times the text. A clause that looks for its rows among all others asks eight times as much."""
    asked, getattr_ = 0, FactRow.__getattr__

    def counted(row: FactRow, name: str) -> object:
        nonlocal asked
        asked += 1
        return getattr_(row, name)

    monkeypatch.setattr(FactRow, "__getattr__", counted)
    counts = []
    for pattern in patterns.ALL:
        for size in (6, 12):
            facts, asked = dense(size, size), 0
            assemble(replace(facts, style=Style(pattern=pattern)), load(), ON)
            counts.append(asked)
        assert counts[-1] < 4.4 * counts[-2], (pattern, counts)


def test_the_greatest_profile_that_is_taken_is_told_in_time() -> None:
    facts = from_data(to_data(dense(40, 25, uses=10)))
    assert sum(1 for _ in paths.walk(facts)) > 3000
    if DEEP:
        assert seconds(lambda _: assemble(facts, load(), ON), "") < 2


def test_more_is_refused_with_a_reason() -> None:
    with pytest.raises(
        FactsError,
        match=r"^activities: Hooguit 10.000 gegevens, geteld bij elke groep waarover ze gaan; dit zijn er 10.400. Noem .*minder groepen",
    ):
        from_data(to_data(dense(40, 26, uses=2, items=5)))
    with pytest.raises(FactsError, match="^Hooguit 2000 regels in alle lijsten samen.$"):
        from_data(to_data(dense(1, 100, uses=9)))
    assert from_data(to_data(dense(1, 90, uses=9)))
    assert from_stored(to_data(dense(1, 100, uses=9)))  # what is stored already is read
