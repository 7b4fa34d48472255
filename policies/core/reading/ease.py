"""How easy a text from elsewhere reads: the measure of our own statements, on what it is made of."""

from collections.abc import Sequence

from policies.core.language.ease import Ease, TextPiece, ease_of, paragraph_piece
from policies.core.reading.text import SourceIndex, SourceSentence

LINES = ("item", "row")


def pieces(reading: SourceIndex) -> list[TextPiece]:
    """Return the paragraphs, items and rows of the text, as the measure of ease takes them."""
    return [_piece(sentences) for sentences in reading.pieces.values()]


def _piece(sentences: Sequence[SourceSentence]) -> TextPiece:
    first, text = sentences[0], sentences[0].bare or " ".join(one.text for one in sentences)
    return paragraph_piece(text) if first.kind == "text" else TextPiece(text, first.kind in LINES)


def ease(reading: SourceIndex) -> Ease:
    """Return the two scores by Flesch-Douma; None for what is too short to say anything."""
    return ease_of(pieces(reading))
