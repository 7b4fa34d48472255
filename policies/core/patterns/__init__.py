"""The five layouts of the same facts. Each is a file with SECTIONS; the first layer is the same in all."""

from . import artikelen, betrokkenen, rubrieken, verwerkingen, vraag_antwoord
from .blocks import SUMMARY
from .plan import Piece

__all__ = ["ALL", "SPARE", "SUMMARY", "WAYS", "sections"]

ALL: dict[str, tuple[Piece, ...]] = {
    "rubrieken": rubrieken.SECTIONS,
    "verwerkingen": verwerkingen.SECTIONS,
    "artikelen": artikelen.SECTIONS,
    "betrokkenen": betrokkenen.SECTIONS,
    "vraag-antwoord": vraag_antwoord.SECTIONS,
}

# Clauses that tell the same facts in another shape: of each row a layout takes exactly one way. Every other clause stands in every layout.
WAYS: tuple[tuple[frozenset[str], ...], ...] = (
    (  # which data of whom: per activity, per kind of data, per group of people
        frozenset({"activity/items", "activity/no-data", "activity/people", "use/people"}),
        frozenset({"data/uses", "use/items-uncategorised", "activity/without-data", "activity/people", "use/people"}),
        frozenset({"group/data", "use/items-of-nobody", "activity/without-data", "activity/without-people"}),
    ),
    (frozenset({"data/intro", "data/kinds"}), frozenset({"data/description", "data/unused"})),  # the kinds themselves
    (frozenset({"retention/rule", "retention/nothing", "retention/covers"}), frozenset({"kept/term", "kept/nothing"})),  # per term, per activity
)
# These tell nothing that does not stand elsewhere, so a layout may do without.
SPARE = frozenset({"activity/recipients"})


def sections(pattern: str) -> tuple[Piece, ...]:
    """The sections of a pattern, in order. Raises KeyError for a pattern that does not exist."""
    return ALL[pattern]
