"""The shape of a layout: sections by clause id, and the grouping."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """For each row of a scope all these clauses in turn, without a heading."""

    scope: str
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Each:
    """One division per row of a scope, each with the same parts."""

    scope: str
    parts: tuple[str | Run, ...]


@dataclass(frozen=True)
class Plan:
    """One section: its lasting key and what stands in it. A section without content is left out."""

    key: str
    parts: tuple[str | Run | Each, ...]


@dataclass(frozen=True)
class Own:
    """The company's own sections that belong at one place; each becomes a section."""

    place: str
