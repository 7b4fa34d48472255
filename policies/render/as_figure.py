"""A figure of terms → inline SVG, without script or style: every length is a share of the width or in em, so it grows with room and letters alike.

The scale is that of a logarithm that begins at nothing: a week and ten years both show. Marks say where a month, a year, ten years lie.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from markupsafe import escape

from policies.core import document as d
from policies.core.facts import periods

YEAR = 365
SHORT = 7  # days: below it the scale is nearly even
MARKS = ((1, "month"), (1, "year"), (10, "year"), (5, "year"), (1, "week"), (30, "year"), (100, "year"), (1, "day"), (2, "year"), (6, "month"))  # the first that fit
# In em: the narrowest picture to count on (320 pixels without margins), a line and what of it lies under the letters, a bar, what parts two rows; how far a mark goes past a bar, what parts two marks.
NARROWEST, LINE, UNDER, BAR, ROW_GAP, PAST, MARK_GAP = 16.5, 1.25, 0.3, 0.38, 0.5, 0.15, 0.8
BOLD = 1.1  # times as wide
NARROW, BROAD = frozenset("fijlrt.,:;'’()|! -"), frozenset("mwMW%@")


@dataclass(frozen=True)
class Dress:
    """What differs between a page and paper: how many em there are, and for what reads no style sheet the colour of a bar and attributes of the font."""

    room: float = NARROWEST
    tint: str = "currentColor"
    letters: str = ""
    words: Callable[[str], str] = str  # shapes what is printed


PAGE = Dress()


def figure(node: d.Figure, name: str, dress: Dress = PAGE) -> str:
    """The picture; `name` is the id of its words."""
    end = max(bar.days for bar in node.bars) or YEAR
    marks = tuple(_marks(end))
    measured = [bar for bar in node.bars if not _is_loose(bar)]
    drawn, y = [], 0.0
    for bar in (*measured, None, *(bar for bar in node.bars if _is_loose(bar))):  # the scale under what is drawn to it
        if bar is None:
            y += LINE
            drawn += [f'<text class="merk" x="{_share(at)}" y="{_em(y - UNDER)}"{_anchor(at)}>{escape(said)}</text>' for at, said in marks if measured]
        else:
            texts, y = _texts(bar, y, dress)
            drawn += [*texts, *_bar(bar, y, end, marks, dress.tint), "\n"]
            y += BAR
        y += ROW_GAP
    return (
        f'<svg role="img" aria-labelledby="{name}" width="100%" height="{_em(y)}" fill="currentColor" pointer-events="none"{dress.letters}>'
        f'<title id="{name}">{escape(dress.words(told(node)))}</title>\n{"".join(drawn)}</svg>\n'
    )


def _is_loose(bar: d.Bar) -> bool:
    """It has no period at all."""
    return bar.is_open and not bar.days


def told(node: d.Figure) -> str:
    """The words of the picture: what it shows, row by row."""
    rows = "; ".join(f"{bar.label}: {bar.term}" for bar in node.bars)
    return f"{node.title}, van kort naar lang. {rows}."


def _bar(bar: d.Bar, y: float, end: int, marks: Sequence[tuple[float, str]], tint: str) -> Iterator[str]:
    """The way to the longest term, what of it this one takes, and dashes where it goes on; of what has no period dashes alone, without a measure."""
    at, middle = _place(bar.days, end), _em(y + BAR / 2)
    if bar.is_open:
        kind, colour, thick = ("open", tint, BAR) if bar.days else ("los", "currentColor", BAR / 4)
        yield f'<line class="{kind}" x1="{_share(at)}" x2="100%" y1="{middle}" y2="{middle}" stroke="{colour}" stroke-width="{_em(thick)}" stroke-dasharray="{_em(0.3)}"/>'
        if _is_loose(bar):
            return
    else:
        yield f'<rect y="{_em(y)}" width="100%" height="{_em(BAR)}" opacity=".14"/>'
    yield f'<rect class="staaf" y="{_em(y)}" width="{_share(at) if bar.days else _em(0.15)}" height="{_em(BAR)}" fill="{tint}"/>'
    for mark, _ in marks:
        yield f'<line x1="{_share(mark)}" x2="{_share(mark)}" y1="{_em(y - PAST)}" y2="{_em(y + BAR + PAST)}" stroke="currentColor" opacity=".45"/>'


def _texts(bar: d.Bar, y: float, dress: Dress) -> tuple[list[str], float]:
    """What is kept on the left and how long on the right, in one line where both fit, else below it; and where they end."""
    label, term = lines(dress.words(bar.label), dress.room / BOLD), lines(dress.words(bar.short), dress.room)
    beside = len(term) == 1 and width(label[-1]) * BOLD + 1 + width(term[0]) <= dress.room
    drawn = []
    for line in label:
        y += LINE
        drawn.append(f'<text y="{_em(y - UNDER)}" font-weight="600">{escape(line)}</text>')
    for line in term:
        y += 0 if beside else LINE
        place = "" if _is_loose(bar) and not beside else ' x="100%" text-anchor="end"'
        drawn.append(f'<text y="{_em(y - UNDER)}"{place}>{escape(line)}</text>')
    return drawn, y


def lines(text: str, room: float) -> list[str]:
    """The same in lines that fit; a word that is longer than a line is cut."""
    found = [""]
    for word in text.split():
        while width(word) > room:
            size = next((place for place in range(len(word), 1, -1) if width(word[:place]) <= room), 1)
            found.append(word[:size])
            word = word[size:]
        if found[-1] and width(f"{found[-1]} {word}") > room:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return [line for line in found if line] or [""]


def width(text: str) -> float:
    """About how many em words take, rather too many than too few."""
    return sum(0.36 if sign in NARROW else 1.0 if sign in BROAD or not sign.isascii() else 0.75 if sign.isupper() else 0.61 for sign in text)


def _marks(end: int) -> Iterator[tuple[float, str]]:
    """The marks of the scale, as many as stand apart."""
    taken: list[tuple[float, float]] = []
    for number, unit in MARKS:
        days, name = round(periods.average(number, unit)), periods.in_words(number, unit)
        at, half = _place(days, end), width(name) / NARROWEST / 2
        left, right = (0.0, 2 * half) if at < half else (1 - 2 * half, 1.0) if at > 1 - half else (at - half, at + half)
        gap = MARK_GAP / NARROWEST
        if at <= 1 and all(right + gap <= low or high + gap <= left for low, high in taken):
            taken.append((left, right))
            yield at, name


def _anchor(at: float) -> str:
    """A mark near an edge stands within it."""
    return ' text-anchor="middle"' if 0.1 < at < 0.88 else ' text-anchor="end"' if at >= 0.88 else ""


def _place(days: int, end: int) -> float:
    return log1p(days / SHORT) / log1p(end / SHORT)


def _share(part: float) -> str:
    return f"{part:.1%}".replace(".0%", "%")


def _em(size: float) -> str:
    return f"{size:.2f}".rstrip("0").rstrip(".") + "em"
