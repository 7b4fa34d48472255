"""A figure of terms → inline SVG, without script or style: every length is a share of the width or in em, so it grows with room and letters alike.

Each row is words over a bar. The scale is that of a logarithm that begins at nothing: a week and ten years both show. Marks say where a month, a year,
ten years lie. On paper the words are HTML over the bars, because WeasyPrint sets every letter of an SVG by itself, and takes its time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log1p

from markupsafe import escape

from policies.core import document as d
from policies.core.facts import periods

YEAR, SHORT = periods.average(1, "year"), periods.average(1, "week")  # days; below the second the scale is nearly even
MARKS = (
    (1, "month"),
    (1, "year"),
    (10, "year"),
    (5, "year"),
    (1, "week"),
    (30, "year"),
    (100, "year"),
    (1, "day"),
    (2, "year"),
    (6, "month"),
)  # the first that fit
# In em: the narrowest picture to count on (320 pixels without margins), one with room (from 34rem) and one on paper; a line, what of it lies under the letters and how far they stand from the sides; what a row has under its words, the edge of a bar, what parts two marks.
NARROWEST, ROOMY, ON_PAPER, LINE, UNDER, INSIDE, FOOT, EDGE, MARK_GAP = 16.5, 29, 34, 1.25, 0.3, 0.25, 0.25, 0.12, 0.8
BOLD = 1.1  # times as wide
NARROW, BROAD = frozenset("fijlrt.,:;'’()|! -"), frozenset("mwMW%@")


@dataclass(frozen=True)
class FigureRow:
    """A bar at its height, with its words in lines; `is_beside`: how long stands in the last line of what is kept."""

    bar: d.Bar
    top: float
    label: list[str]
    term: list[str]
    is_beside: bool

    @property
    def lines(self) -> int:
        """Return how many lines its words take."""
        return len(self.label) + len(self.term) - self.is_beside

    @property
    def height(self) -> float:
        """Return its height in em."""
        return self.lines * LINE + FOOT

    @property
    def is_loose(self) -> bool:
        """Return whether it has no period at all."""
        return self.bar.is_open and not self.bar.days


class FigurePicture:
    """The rows of a figure in a width of so many em; `words` shapes what is shown."""

    def __init__(self, node: d.Figure, room: float = NARROWEST, words: Callable[[str], str] = str):
        self.node, self.room, self.words = node, room, words
        self.end = max(bar.days for bar in node.bars) or YEAR
        self.marks = tuple(marks(self.end))

    @cached_property
    def rows(self) -> list[FigureRow]:
        """Return the rows that have a period; after the scale, those that have none."""
        rows: list[FigureRow] = []
        top = 0.0
        for bar in self.node.bars:
            label, term = (
                lines(self.words(bar.label), (self.room - 2 * INSIDE) / BOLD),
                lines(self.words(bar.short), self.room - 2 * INSIDE),
            )
            beside = len(term) == 1 and width(label[-1]) * BOLD + 3 * INSIDE + width(term[0]) <= self.room
            row = FigureRow(bar, top, label, term, beside)
            if row.is_loose and (not rows or not rows[-1].is_loose):
                row = FigureRow(bar, top + LINE + FOOT, label, term, beside)
            rows.append(row)
            top = row.top + row.height
        return rows

    @property
    def foot(self) -> float:
        """Return where the scale stands: under what is drawn to it, in em."""
        return next(
            (row.top - LINE - FOOT for row in self.rows if row.is_loose), self.rows[-1].top + self.rows[-1].height
        )

    @property
    def height(self) -> float:
        """Return the height of the picture in em."""
        last = self.rows[-1]
        return max(last.top + last.height, self.foot + LINE + FOOT)

    def svg(self, name: str, tint: str = "currentColor", more: str = "", with_words: bool = True) -> str:
        """Return the picture as SVG; `name` is the id of its words.

        `tint` and attributes of a font in `more` are for what reads no style sheet.
        """
        drawn = [
            part
            for row in self.rows
            for part in (*self._bar(row, tint), *(self._texts(row) if with_words else ()), "\n")
        ]
        if not all(row.is_loose for row in self.rows):
            drawn += [self._mark(at, said) for at, said in self.marks]
        return (
            f'<svg role="img" aria-labelledby="{name}" width="100%" height="{_em(self.height)}" fill="currentColor" pointer-events="none"{more}>'
            f'<title id="{name}">{escape(self.words(words_of(self.node)))}</title>\n{"".join(drawn)}</svg>\n'
        )

    def _bar(self, row: FigureRow, tint: str) -> Iterator[str]:
        """How far the term goes, with an edge that is seen in any light; dashes where it goes on. What has no period has dashes alone, without a measure."""
        at, edge = _share(place(row.bar.days, self.end)), row.top + row.height - 2 * EDGE
        if not row.is_loose:
            far = at if row.bar.days else _em(0.15)
            yield f'<rect class="staaf" y="{_em(row.top)}" width="{far}" height="{_em(row.height - EDGE)}" fill="{tint}" fill-opacity=".16"/>'
            yield f'<rect class="staaf" y="{_em(edge)}" width="{far}" height="{_em(EDGE)}" fill="{tint}"/>'
        if row.bar.is_open:
            middle = _em(edge + EDGE / 2)
            kind, thick = ("los", EDGE / 2) if row.is_loose else ("open", EDGE)
            yield f'<line class="{kind}" x1="{at}" x2="100%" y1="{middle}" y2="{middle}" stroke="{tint}" stroke-width="{_em(thick)}" stroke-dasharray="{_em(0.3)}"/>'

    def _texts(self, row: FigureRow) -> Iterator[str]:
        for number, line in enumerate(row.label, 1):
            yield f'<text x="{_em(INSIDE)}" y="{_em(row.top + number * LINE - UNDER)}" font-weight="600">{escape(line)}</text>'
        for number, line in enumerate(row.term, len(row.label) + (not row.is_beside)):
            yield f'<text x="100%" dx="-{_em(INSIDE)}" y="{_em(row.top + number * LINE - UNDER)}" text-anchor="end">{escape(line)}</text>'

    def _mark(self, at: float, said: str) -> str:
        """Return a line through the bars, and what it means under it."""
        x = _share(at)
        return (
            f'<line x1="{x}" x2="{x}" y1="0" y2="{_em(self.foot)}" stroke="currentColor" opacity=".2"/>'
            f'<text class="merk" x="{x}" y="{_em(self.foot + LINE - UNDER)}"{anchor(at)}>{escape(said)}</text>\n'
        )


def svgs(node: d.Figure, name: str) -> str:
    """Return the picture for any width.

    Where its lines differ in a wide and in a narrow one it holds both, of which the style sheet shows one.
    """
    narrow, wide = FigurePicture(node), FigurePicture(node, ROOMY)
    if narrow.height == wide.height:
        return narrow.svg(name)
    return narrow.svg(name, more=' class="smal"') + wide.svg(f"{name}-breed", more=' class="breed"')


def words_of(node: d.Figure) -> str:
    """Return the words of the picture: what it shows, row by row."""
    rows = "; ".join(f"{bar.label}: {bar.term}" for bar in node.bars)
    return f"{node.title}, van kort naar lang. {rows}."


def lines(text: str, room: float) -> list[str]:
    """Return the text in lines that fit in a width in em; a word that is longer than a line is cut."""
    found = [""]
    for word in text.split():
        while width(word) > room:
            size = next((size for size in range(len(word), 1, -1) if width(word[:size]) <= room), 1)
            found.append(word[:size])
            word = word[size:]
        if found[-1] and width(f"{found[-1]} {word}") > room:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return [line for line in found if line] or [""]


def width(text: str) -> float:
    """About how many em words take, rather too many than too few."""
    return sum(
        0.36 if sign in NARROW else 1.0 if sign in BROAD or not sign.isascii() else 0.75 if sign.isupper() else 0.61
        for sign in text
    )


def marks(end: float) -> Iterator[tuple[float, str]]:
    """Yield the marks of a scale that ends at `end` days, as many as stand apart: where, from 0 to 1, and the period in words."""
    taken: list[tuple[float, float]] = []
    for number, unit in MARKS:
        days, name = round(periods.average(number, unit)), periods.in_words(number, unit)
        at, half = place(days, end), width(name) / NARROWEST / 2
        left, right = (0.0, 2 * half) if at < half else (1 - 2 * half, 1.0) if at > 1 - half else (at - half, at + half)
        gap = MARK_GAP / NARROWEST
        if at <= 1 and all(right + gap <= low or high + gap <= left for low, high in taken):
            taken.append((left, right))
            yield at, name


def anchor(at: float) -> str:
    """Return the attribute that keeps a mark near an edge within it; empty for one that needs none."""
    return ' text-anchor="middle"' if 0.1 < at < 0.88 else ' text-anchor="end"' if at >= 0.88 else ""


def place(days: float, end: float) -> float:
    """Return where so many days stand on a scale that ends at `end` days, from 0 to 1."""
    return log1p(days / SHORT) / log1p(end / SHORT)


def _share(part: float) -> str:
    return f"{part:.1%}".replace(".0%", "%")


def _em(size: float) -> str:
    return f"{size:.2f}".rstrip("0").rstrip(".") + "em"
