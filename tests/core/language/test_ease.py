"""One measure of ease: the same statement has one score as a document, as pasted text and as a page; and what counts in a bare text."""

import dataclasses
import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.document import Document
from policies.core.facts.choices import TONE
from policies.core.facts.style import OwnSection
from policies.core.language.ease import Ease, TextPiece, count, ease_of, figure
from policies.core.language.readability import of_document
from policies.core.reading import opened, read, rules_of
from policies.core.reading.ease import ease, pieces
from policies.render import as_html, as_text
from tests import golden
from tests.make import make_activity, make_company

FRAME = "<!doctype html><html><body><nav><a href='/'>Een menu.</a></nav><main>{}</main><footer><p>Bakkerij Peeters</p></footer></body></html>"


def as_read(source: str) -> tuple[tuple[int, int, int], ...]:
    """What counts of a text from elsewhere, for each of the two figures."""
    found = pieces(opened(source, rules_of(load())))
    return count(found), count(found, lines=True)


def same_scores(document: Document) -> None:
    found = of_document(document).whole.pieces
    whole = count(found), count(found, lines=True)
    assert as_read(as_text.text(document, None)) == whole
    assert as_read(as_html.article(document, None)) == as_read(FRAME.format(as_html.article(document, None))) == whole


@pytest.mark.parametrize("name", golden.EXAMPLES)
@pytest.mark.parametrize("pattern", patterns.ALL)
def test_a_statement_has_one_score_wherever_it_stands(name: str, pattern: str) -> None:
    place = golden.EXAMPLES.index(name) + list(patterns.ALL).index(pattern)
    for tone in (
        TONE if os.environ.get("DEEP") else [list(TONE)[place % 2]] if place % 2 else []
    ):  # in the quick suite a quarter of them
        same_scores(golden.document(name, pattern, tone))


def test_the_reader_shows_the_figure_of_the_statement() -> None:
    document = golden.document("rubrieken", "rubrieken", "u")
    assert read(as_text.text(document, None), load(), golden.ON).ease == of_document(document).whole.ease


WORDS = (
    "Wij bakken brood",
    "wij bellen u",
    "Mail naar info@lamp.example",
    "Kijk op www.lamp.example/a.b",
    "Dat is van Lamp B.V. en van Jan",
    "art. 6.1.f AVG",
    "Let op: dat mag",
    "Waarom? Daarom",
    "1. Eerst dit",
    "- een streep",
    "“Dat mag”",
    "XXX Events",
    "naam; adres; Soort: brood",
    "Dr. Jansen belt",
    "3,50 euro",
    "De AVG geldt (Bakkerij De Kluis)",
)
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from((". ", "! ", "? ", ", ", "; ", ".\n\n", "!\n\n", " … "))),
    min_size=1,
    max_size=8,
).map(lambda parts: "Wij zeggen dit. " + "".join(f"{word}{end}" for word, end in parts) + "Dat is alles.")


@settings(deadline=None, max_examples=60)
@example("Wij zeggen dit. Dat is alles.", "1. Eerst dit? Dat is alles.", "rubrieken")
@given(TEXTS, TEXTS, st.sampled_from(sorted(patterns.ALL)))
def test_also_with_texts_that_people_type(story: str, body: str, pattern: str) -> None:
    """Each paragraph ends in a mark: in a bare text a line without one may go on on the next.

    None ends in a question mark: a short numbered line that does is a heading there (“1. Wie zijn wij?”), and nobody sees the difference.
    """
    company = make_company(
        activities=(make_activity(story=story),), sections=(OwnSection("eigen", "Een eigen stuk", body),)
    )
    same_scores(
        assemble(
            dataclasses.replace(company, style=dataclasses.replace(company.style, pattern=pattern)), load(), golden.ON
        )
    )


@pytest.mark.parametrize(
    ("piece", "counted"),
    [
        ("Wij bakken brood.", (3, 1)),
        ("Wij bakken brood", (0, 0)),
        ("Wij bakken brood;", (0, 0)),
        ("Bakt u brood?", (0, 0)),
        ("Wij bakken! Echt.", (3, 2)),
        ("“Wij bakken brood.”", (3, 1)),
        ("- Wij bakken.", (2, 1)),
        ("2. Wij bakken.", (2, 1)),
        ("Van wie: klanten.", (1, 1)),
        ("Verplicht? Nee.", (1, 1)),
        ("Doel: reden: geld.", (1, 1)),
        ("Wij doen dit en dat en nog iets: bakken.", (9, 1)),
        ("Land: Frankrijk; Waarom: het mag.", (2, 1)),
        ("Wij mailen Jan Peeters (Bakkerij De Kluis) vaak.", (3, 1)),
        ("De EER en de Écht lekkere taart.", (6, 1)),
        ("Vul in [nog in te vullen: naam] dus.", (3, 1)),
        ("Mail a@b.example.", (1, 1)),
        ("a@b.example.", (0, 0)),
        ("Wij bellen o.a. met Lamp B.V. Dat is al.", (10, 2)),
    ],
)
def test_what_counts_of_a_piece(piece: str, counted: tuple[int, int]) -> None:
    words, _, sentences = count([TextPiece(piece)])
    assert (words, sentences) == counted


@pytest.mark.parametrize(
    ("piece", "counted"),
    [
        (TextPiece("Wij bakken brood"), (0, 0)),
        (TextPiece("Wij bakken brood", is_line=True), (3, 1)),
        (TextPiece("naam, adres en klantnummer;", is_line=True), (4, 1)),
        (TextPiece("Soort: brood"), (1, 1)),
        (TextPiece("E-mailadres: twee jaar", is_line=True), (3, 2)),
        (TextPiece("Verplicht? Nee", is_line=True), (2, 2)),
        (TextPiece("Gegeven: e-mailadres; Termijn: twee jaar", is_line=True), (3, 2)),
        (TextPiece("Land: ; Waarom: het mag", is_line=True), (2, 1)),
        (TextPiece("Gegeven: naam; Waarom: dat mag. Het moet", is_line=True), (5, 3)),
        (TextPiece("gegevens van onze klanten en hun eigen klanten: twee jaar", is_line=True), (10, 2)),
        (TextPiece("Wij bakken brood. En taart", is_line=True), (5, 2)),
        (TextPiece("[nog in te vullen: naam]", is_line=True), (0, 0)),
        (TextPiece("Bakt u brood?"), (0, 0)),
    ],
)
def test_what_counts_of_all_lines(piece: TextPiece, counted: tuple[int, int]) -> None:
    """An item or a cell is a line, and so is what stands behind a label; a heading is none."""
    words, _, lines = count([piece], lines=True)
    assert (words, lines) == counted


def test_a_wall_of_fragments_does_not_score_well() -> None:
    """Twenty hard words in a list leave the score of the sentences as it was, and lower that of the lines."""
    easy = [TextPiece("Wij lezen wat u vraagt en wij geven u een goed antwoord op al uw vragen.")] * 4
    wall = [TextPiece("verwerkingsverantwoordelijke voor persoonsgegevens", is_line=True)] * 20
    assert ease_of(easy).text == ease_of(easy + wall).text > 60
    assert ease_of(easy + wall).lines < 50 < ease_of(easy).lines


def test_both_figures_in_words() -> None:
    assert (
        str(Ease(62.9, 58.0)) == "lopende tekst 62, alle regels 58"
        and str(Ease(None, 58.0)) == "alle regels 58"
        and Ease(62.9, 58.0).worse == 58.0
    )


def test_the_formula_and_its_figure() -> None:
    assert ease_of([TextPiece(f"{'dag ' * 17}. ")] * 3).text == pytest.approx(114.03, abs=0.005)
    assert (
        ease_of([TextPiece(f"{'dag ' * 16}. ")] * 3).worse is None
        and ease_of([TextPiece(f"{'dag ' * 30}.")] * 2).worse is None
        and figure(None) is None
    )
    assert [figure(score) for score in (59.9, 60.0, -3.2)] == [59, 60, 0]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "a.",
        ".",
        ". ",
        "nr. A ",
        "\n\n",
        "a: ",
        "; a: ",
        "A ",
        "(A ",
        "x" * 50 + ": ",
        "! ",
        "a" * 70,
        "[nog in te vullen: ",
    ],
)
def test_a_strange_text_is_counted_in_no_time(piece: str) -> None:
    assert count([TextPiece(piece * (100_000 // len(piece)), is_line=True)], lines=True)[0] <= 100_000


def test_the_text_is_counted_whole() -> None:
    """No sample: the same sentences in another order read alike."""
    easy, hard = "Wij lezen wat u vraagt. " * 400, "Wij bekijken verantwoordelijkheden nauwkeurig. " * 400
    scores = {ease(opened(text, rules_of(load()))) for text in (easy + hard, hard + easy)}
    assert len(scores) == 1
