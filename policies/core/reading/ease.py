"""How easy a text from elsewhere reads: the measure of our own statements, on what it is made of."""

from policies.core.language.ease import Ease, Piece, ease_of
from policies.core.reading.text import Reading

LINES = ("item", "row")


def pieces(reading: Reading) -> list[Piece]:
    """What the text is made of, as the measure takes it."""
    return [
        Piece(piece[0].bare or " ".join(one.text for one in piece), piece[0].kind in LINES)
        for piece in reading.pieces.values()
    ]


def ease(reading: Reading) -> Ease:
    """The two scores by Flesch-Douma; None for what is too short to say anything."""
    return ease_of(pieces(reading))
