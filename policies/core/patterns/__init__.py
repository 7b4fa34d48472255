"""The five layouts of the same facts. Each is a file with SECTIONS; the first layer is the same in all.

A clause in a folder with the name of a layout (`clauses/nl/verwerkingen/`) belongs to that layout; every other clause
stands in all five.
"""

from policies.core.patterns import artikelen, betrokkenen, rubrieken, verwerkingen, vraag_antwoord
from policies.core.patterns.blocks import SUMMARY
from policies.core.patterns.plan import Piece

__all__ = ["ALL", "SUMMARY", "owner", "sections"]

ALL: dict[str, tuple[Piece, ...]] = {
    "rubrieken": rubrieken.SECTIONS,
    "verwerkingen": verwerkingen.SECTIONS,
    "artikelen": artikelen.SECTIONS,
    "betrokkenen": betrokkenen.SECTIONS,
    "vraag-antwoord": vraag_antwoord.SECTIONS,
}


def owner(clause: str) -> str | None:
    """Return the pattern that a clause belongs to: the folder of its file.

    None for a clause that stands in every pattern.
    """
    folder = clause.partition("/")[0]
    return folder if folder in ALL else None


def sections(pattern: str) -> tuple[Piece, ...]:
    """Return the sections of a pattern, in order. Raises KeyError for a pattern that does not exist."""
    return ALL[pattern]
