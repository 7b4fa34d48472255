"""One measure of ease: the same statement has one score as a document, as pasted text and as a page; and what counts in a bare text."""

import dataclasses
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.core import patterns
from policies.core.assemble import assemble
from policies.core.document import Document
from policies.core.facts.choices import TONE
from policies.core.facts.style import OwnSection
from policies.core.language.ease import count, figure, score_of
from policies.core.library import load
from policies.core.readability import of_document
from policies.core.reading import opened, read, rules_of
from policies.core.reading.ease import ease
from policies.render import as_html, as_text
from tests import golden
from tests.make import make_activity, make_company

FRAME = "<!doctype html><html><body><nav><a href='/'>Een menu.</a></nav><main>{}</main><footer><p>Bakkerij Peeters</p></footer></body></html>"


def as_read(source: str) -> tuple[int, int, int]:
    """What counts of a text from elsewhere."""
    reading = opened(source, rules_of(load()))
    return count(" ".join(one.text for one in piece) for piece in reading.pieces.values())


def one_score(document: Document) -> None:
    whole = count(of_document(document).whole.pieces)
    assert as_read(as_text.text(document, None)) == whole
    assert as_read(as_html.article(document, None)) == as_read(FRAME.format(as_html.article(document, None))) == whole


@pytest.mark.parametrize("name", golden.EXAMPLES)
@pytest.mark.parametrize("pattern", patterns.ALL)
def test_a_statement_has_one_score_wherever_it_stands(name: str, pattern: str) -> None:
    place = golden.EXAMPLES.index(name) + list(patterns.ALL).index(pattern)
    for tone in TONE if os.environ.get("DEEP") else [list(TONE)[place % 2]] if place % 2 else []:  # in the quick suite a quarter of them
        one_score(golden.document(name, pattern, tone))


def test_the_reader_shows_the_figure_of_the_statement() -> None:
    document = golden.document("rubrieken", "rubrieken", "u")
    assert read(as_text.text(document, None), load(), golden.ON).ease == figure(of_document(document).whole.score)


WORDS = (
    "Wij bakken brood", "wij bellen u", "Mail naar info@lamp.example", "Kijk op www.lamp.example/a.b", "Dat is van Lamp B.V. en van Jan", "art. 6.1.f AVG", "Let op: dat mag",
    "Waarom? Daarom", "1. Eerst dit", "- een streep", "“Dat mag”", "XXX Events", "naam; adres; Soort: brood", "Dr. Jansen belt", "3,50 euro", "De AVG geldt (Bakkerij De Kluis)",
)  # fmt: skip
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from((". ", "! ", "? ", ", ", "; ", ".\n\n", "!\n\n", " … "))), min_size=1, max_size=8).map(
    lambda parts: "Wij zeggen dit. " + "".join(f"{word}{end}" for word, end in parts) + "Dat is alles."
)


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS, st.sampled_from(sorted(patterns.ALL)))
def test_also_with_texts_that_people_type(story: str, body: str, pattern: str) -> None:
    """Each paragraph ends in a mark: in a bare text a line without one may go on on the next."""
    company = make_company(activities=(make_activity(story=story),), sections=(OwnSection("eigen", "Een eigen stuk", body),))
    one_score(assemble(dataclasses.replace(company, style=dataclasses.replace(company.style, pattern=pattern)), load(), golden.ON))


@pytest.mark.parametrize(("piece", "counted"), [
    ("Wij bakken brood.", (3, 1)), ("Wij bakken brood", (0, 0)), ("Wij bakken brood;", (0, 0)), ("Bakt u brood?", (0, 0)), ("Wij bakken! Echt.", (3, 2)),
    ("“Wij bakken brood.”", (3, 1)), ("- Wij bakken.", (2, 1)), ("2. Wij bakken.", (2, 1)),
    ("Van wie: klanten.", (1, 1)), ("Verplicht? Nee.", (1, 1)), ("Doel: reden: geld.", (1, 1)), ("Wij doen dit en dat en nog iets: bakken.", (9, 1)),
    ("Land: Frankrijk; Waarom: het mag.", (2, 1)), ("Wij mailen Jan Peeters (Bakkerij De Kluis) vaak.", (3, 1)), ("De EER en de Écht lekkere taart.", (6, 1)),
    ("Vul in [nog in te vullen: naam] dus.", (3, 1)), ("Mail a@b.example.", (1, 1)), ("a@b.example.", (0, 0)), ("Wij bellen o.a. met Lamp B.V. Dat is al.", (10, 2)),
])  # fmt: skip
def test_what_counts_of_a_piece(piece: str, counted: tuple[int, int]) -> None:
    words, _, sentences = count([piece])
    assert (words, sentences) == counted


def test_the_formula_and_its_figure() -> None:
    assert score_of([f"{'dag ' * 17}. "] * 3) == pytest.approx(114.03, abs=0.005)
    assert score_of([f"{'dag ' * 16}. "] * 3) is None and score_of([f"{'dag ' * 30}."] * 2) is None and figure(None) is None
    assert [figure(score) for score in (59.9, 60.0, -3.2)] == [59, 60, 0]


@pytest.mark.parametrize("piece", ["1", "a.", ".", ". ", "nr. A ", "\n\n", "a: ", "; a: ", "A ", "(A ", "x" * 50 + ": ", "! ", "a" * 70, "[nog in te vullen: "])
def test_a_strange_text_is_counted_in_no_time(piece: str) -> None:
    assert count([piece * (100_000 // len(piece))])[0] <= 100_000


def test_the_text_is_counted_whole() -> None:
    """No sample: the same sentences in another order read alike."""
    easy, hard = "Wij lezen wat u vraagt. " * 400, "Wij bekijken verantwoordelijkheden nauwkeurig. " * 400
    scores = {ease(opened(text, rules_of(load()))) for text in (easy + hard, hard + easy)}
    assert len(scores) == 1
