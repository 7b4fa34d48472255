"""The shape of a layout: sections by clause id, and the grouping."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Fold:
    """Parts that few readers need, behind a label of the pattern.

    With `above`, they are folded only where there are more activities than that.
    """

    label: str
    parts: tuple["Part", ...]
    above: int | None = None


@dataclass(frozen=True)
class Run:
    """For each row of a scope all these clauses in turn, without a heading."""

    scope: str
    clauses: tuple[str | Fold, ...]


@dataclass(frozen=True)
class LinePlan:
    """One line of a card; its label is a word of the pattern. Left out when nothing is said under it."""

    label: str
    parts: tuple[str | Run, ...]


@dataclass(frozen=True)
class CardPlan:
    """One card per row of a scope: labelled lines that a reader can scan.

    `titled`: the name of the row stands on it, since no heading does.
    """

    scope: str
    lines: tuple[LinePlan, ...]
    titled: bool = False


@dataclass(frozen=True)
class QuestionPlan:
    """A division with a fixed heading of the pattern, the same in every row."""

    key: str
    parts: tuple["Part", ...]


@dataclass(frozen=True)
class EachPlan:
    """One division per row of a scope, each with the same parts; `sections`: each row is a section of its own."""

    scope: str
    parts: tuple["Part", ...]
    sections: bool = False


@dataclass(frozen=True)
class FigurePlan:
    """A picture of all terms, under a label of the pattern.

    `listed` is the label of the same as a list, where the layout has no list of them.
    """

    label: str
    listed: str = ""


Part = str | Run | CardPlan | QuestionPlan | EachPlan | Fold | FigurePlan


@dataclass(frozen=True)
class SectionPlan:
    """One section: its lasting key and what stands in it. A section without content is left out."""

    key: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Own:
    """The company's own sections that belong at one place; each becomes a section."""

    place: str


Piece = SectionPlan | Own | EachPlan


def clauses_of(part: Part | LinePlan | Piece) -> list[str]:
    """Return every clause id below a part of a layout, in order, as often as it stands there."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, Own):
        return ["own/body"]
    return [name for below in parts_of(part) for name in clauses_of(below)]


def parts_of(part: Part | LinePlan | Piece) -> Sequence[Part | LinePlan]:
    """Return what stands directly below a part of a layout.

    Nothing stands below a clause, a picture, or what the company writes itself.
    """
    if isinstance(part, str | Own | FigurePlan):
        return ()
    if isinstance(part, Run):
        return part.clauses
    return part.lines if isinstance(part, CardPlan) else part.parts
