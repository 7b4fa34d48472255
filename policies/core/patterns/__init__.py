"""The five layouts of the same facts. Each is a file with SECTIONS; the first layer is the same in all."""

from . import artikelen, betrokkenen, rubrieken, verwerkingen, vraag_antwoord
from .common import SUMMARY
from .plan import Piece

__all__ = ["ALL", "SUMMARY", "sections"]

ALL: dict[str, tuple[Piece, ...]] = {
    "rubrieken": rubrieken.SECTIONS,
    "verwerkingen": verwerkingen.SECTIONS,
    "artikelen": artikelen.SECTIONS,
    "betrokkenen": betrokkenen.SECTIONS,
    "vraag-antwoord": vraag_antwoord.SECTIONS,
}


def sections(pattern: str) -> tuple[Piece, ...]:
    """The sections of a pattern, in order. Raises KeyError for a pattern that does not exist."""
    return ALL[pattern]
