"""What a page showed when it was opened, so that two people can save the same page. Pure.

A page carries a mark of each value that it shows. When it is posted, three values meet: the one shown, the one typed and the one that
is stored now. Who left a value alone does not touch it; who changed one that somebody else changed too, is told, and chooses.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

BOXES = {"refs", "choices", "countries"}  # answers without an order of their own
Marks = Mapping[str, str]  # field on the page → mark


def mark(value: Any, kind: str = "") -> str:
    """A short mark of a value as facts hold it: equal values have equal marks."""
    plain = sorted(value) if kind in BOXES and value else value
    plain = None if plain in ((), [], False, "") else plain  # each is a way to say nothing
    return f"{zlib.crc32(json.dumps(plain, sort_keys=True).encode()):08x}"


def written(marks: Iterable[tuple[str, str]]) -> str:
    """The marks of a page as one line of text for a hidden field."""
    return " ".join(f"{name}={one}" for name, one in marks)


def read(text: str) -> dict[str, str]:
    """The marks that a page brought back; what is no mark is left out."""
    pairs = (entry.partition("=") for entry in text.split())
    return {name: one for name, _, one in pairs if one}
