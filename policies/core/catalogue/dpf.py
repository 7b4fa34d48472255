"""The list of the Data Privacy Framework (Decision (EU) 2023/1795; art. 45), as far as the catalogue knows it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

LIST = "https://www.dataprivacyframework.gov/list"


def is_listed(row: Mapping[str, Any], on: date) -> bool:
    """Return whether we read on the list itself that the company behind a service stands there.

    It must still hold on the day `on`.
    """
    known = row["dpf"]
    return bool(known) and known["state"] == "read" and known["valid_until"] >= on


def without_framework(safeguards: Iterable[str]) -> tuple[str, ...]:
    """Return the safeguards that protect the data besides the framework."""
    return tuple(code for code in safeguards if code != "dpf")
