"""The five layouts of the same facts; so far one. Each is a file with SECTIONS."""

from . import rubrieken
from .plan import Own, Plan

ALL: dict[str, tuple[Plan | Own, ...]] = {"rubrieken": rubrieken.SECTIONS}


def sections(pattern: str) -> tuple[Plan | Own, ...]:
    """The sections of a pattern, in order. Raises KeyError for a pattern that does not exist."""
    return ALL[pattern]
