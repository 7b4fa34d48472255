"""A key for a row that comes beside others."""

from collections.abc import Iterable
from typing import Any


def spare_key(key: str, rows: Iterable[Any]) -> str:
    """Return that key, or the first of key-2, key-3 … that no row has."""
    taken = {row.key for row in rows}
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key[:36]}-{number}"
    return free
