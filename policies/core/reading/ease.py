"""How easy a text from elsewhere reads: the measure of our own statements, on what it is made of."""

from ..language.ease import figure, score_of
from .text import Reading


def ease(reading: Reading) -> int | None:
    """The score by Flesch-Douma as it is shown; None when the text is too short to say anything."""
    return figure(score_of(" ".join(one.text for one in piece) for piece in reading.pieces.values()))
