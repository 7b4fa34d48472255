"""The files of clauses/catalogue as lists of rows, and the shape in which everything above asks for them.

`catalogue.yaml` files in, rows out. The language reads two lists of words here by itself; everybody else is given a Catalogue.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml

FOLDER = Path(__file__).resolve().parents[3] / "clauses"
# the same rules, in C where libyaml is there: the catalogue is large
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Catalogue(Protocol):
    """The part of the library that law, picking and checking need."""

    @property
    def catalogue(self) -> Mapping[str, Any]:
        """Return the rows of each file of the catalogue, by its stem."""
        ...

    @property
    def both_forms(self) -> Mapping[str, Mapping[str, str]]:
        """Return by form of address each text of the catalogue that has two forms, by how the other form says it."""
        ...

    def valid(self, stem: str, on: date) -> list[dict[str, Any]]:
        """Return the rows of one file that hold on a day."""
        ...


@cache
def parsed(text: str) -> Any:
    """Return what a file of YAML says, read once per text. Raises yaml.YAMLError."""
    return yaml.load(text, LOADER)  # noqa: S506 - a safe loader


def word_list(stem: str) -> Any:
    """Return the content of one file of our own catalogue."""
    return parsed((FOLDER / "catalogue" / f"{stem}.yaml").read_text("utf-8"))
