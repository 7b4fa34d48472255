"""Time is bounded by size: the table of hostile texts, smaller than in the bench and with a generous limit. `-m bench sizes` measures them."""

import os

import pytest

from bench.sizes import ON, PIECES, PROFILES, hostile, ordinary, profile, seconds
from policies.core.facts.data import read_yaml
from policies.core.library import load
from policies.core.reading import language, read
from policies.core.recognise import recognise

# characters; seconds of the processor: what took the square of its length took minutes
SIZE, LIMIT = (40_000, 1.2) if os.environ.get("DEEP") else (8_000, 0.4)
TEXT = ordinary()


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_no_text_takes_the_square_of_its_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "refuse_foreign", lambda reading: None)  # so that all of the reader sees it
    library = load()
    times = [seconds(lambda source: read(source, library, ON), text) for text in hostile(piece, SIZE, TEXT)]
    times.append(seconds(lambda source: recognise(source, library, None, ON), list(hostile(piece, SIZE, TEXT))[1]))
    assert max(times) < LIMIT, times


@pytest.mark.parametrize("kind", PROFILES)
def test_no_profile_does(kind: str) -> None:
    assert seconds(read_yaml, profile(400_000, kind)) < 1.2


def test_an_ordinary_text_of_the_greatest_length_is_read_whole() -> None:
    text = (TEXT * 3)[:100_000]
    assert read(text, load(), ON).sentences > 500 and recognise(text, load(), None, ON)


def test_a_character_that_no_number_has_is_no_error() -> None:
    page = f"<html><body><p>{TEXT[:4000]}</p><p>&#{'9' * 5000}; &#{'0' * 5000}65; &#x{'f' * 9000};</p></body></html>"
    assert read(page, load(), ON).sentences
