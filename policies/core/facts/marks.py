"""List marks as people type them: in front of a fragment, and in front of the lines of a longer text."""

import re
from dataclasses import dataclass

BULLETS = "•▪▫●○◦‣⁃∙■□▶►➢➤➔→⇒✓✔☑✅☐❖◆◇·"
BULLET = rf"(?:[{BULLETS}]\ufe0f?)+\s*|[-–—*]+(?:\s+|(?=[{BULLETS}]))|\[[ xX]?\]\s+"
TIGHT = r"[-–—*](?=[^\W\d_])(?!.*\*$)"  # “-naam”; *naam* is no list mark
NUMBERED = r"\(?\d{1,2}\)\s*(?=\D)|\d{1,2}\.(?:\s+|(?=[^\W\d_]))|\d{1,2}\s+[-–]\s+(?=[^\W\d_])"
LETTERED = r"\(?[A-Za-z]\)\s+|[a-z]\.\s+|\(?(?:i{1,3}|iv|vi{0,3}|ix|x)[.)]\s+|o\s+(?=\w)"
MARKS = {"name": re.compile(BULLET), "phrase": re.compile(f"{BULLET}|{TIGHT}|{NUMBERED}|{LETTERED}")}
BETWEEN = re.compile(r"\s*[•▪●◦‣➢➤✓✔✅]\s*")  # the next item of a list that was pasted on one line
BULLETED = re.compile(rf"{BULLET}|{TIGHT}|o\s+(?=\w)")
COUNTED = re.compile(r"\(?(?P<sign>\d{1,2}|[ivx]{1,4}|[A-Za-z])(?:\)\s*|\.\s+|\.(?=[^\W\d_]{2})|\s[-–]\s+)(?=\S)")
ROMANS = "i ii iii iv v vi vii viii ix x".split()
NAMED = frozenset({"name", "designation", "place", "heading"})  # may begin with a number of their own: “1. FC Köln”
BARE_MARK = re.compile(rf"[{BULLETS}*–—-]+")

LONGEST_MARK = 8
TAIL = 40  # signs at the end of a text are looked for here


def stripped(text: str, wording: str = "phrase") -> str:
    """Return a text without the list marks in front of it, however many. A name keeps its number: “1. FC Köln”."""
    marks = MARKS["name" if wording in NAMED else "phrase"]
    start = 0
    while (mark := marks.match(text, start)) and mark.end() > start:
        start = mark.end()
    text = text[start:].lstrip()
    return text if wording in NAMED else BETWEEN.sub(", ", text).strip(", ") if BETWEEN.search(text) else text


def cells(text: str) -> str:
    """Return lines in which each cell of a spreadsheet has a line of its own, without the column that numbers them.

    The tab behind a list mark stays.
    """

    def between(tab: re.Match[str]) -> str:
        start = text.rfind("\n", max(0, tab.start() - LONGEST_MARK), tab.start()) + 1
        begins = start or tab.start() <= LONGEST_MARK
        return "\t" if begins and _is_mark(text[start : tab.start()]) else "\n"

    text = re.sub(r"(?m)^[0-9]{1,2}\t+(?=\S)", "", text)
    return re.sub(r"(?<=\S)[ ]*\t\s*(?=\S)", between, text)


def _is_mark(text: str) -> bool:
    """Return whether the beginning of a line is no more than a list mark: “1.”, “a)”, “•”."""
    mark = MARKS["phrase"].match(f"{text.strip()} x")
    return mark is not None and mark.end() >= len(text.strip())


def closed(text: str) -> str:
    """Return a text with its last sign against its last word, and that sign once: no “brood .” or “brood.;”."""
    if len(text) > TAIL:
        return text[:-TAIL] + closed(text[-TAIL:])
    text = re.sub(r"(?<=[.!?…])\s*[,:;]+$", "", text)
    text = re.sub(r"(?<=\S)(?:…[.…]*|\.[.…]+)(?=[!?]+$)|(?<=[!?…])\.+$", "", text)
    text = re.sub(r"(?<=\S)[,:;]+\s*([.!?…]+)$", r"\1", text)
    text = re.sub(r"(?<=[^.\s])\.\.$", ".", text)
    text = re.sub(r"(?<=[.!?])\s+[.,:;]$", "", text)
    return re.sub(r"(?<=[^.\s])\s+([.!?,:;])$", r"\1", text)


@dataclass(frozen=True)
class Listed:
    """A list inside a longer text."""

    items: tuple[str, ...]
    numbered: bool


def blocks(text: str) -> list[str | Listed]:
    """Return a longer text line by line: a paragraph for each line, and a list for lines that begin with a list mark.

    Numbers make a list only where they count from one, line after line: “2. Kosten” alone is a heading of the user.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    counted = _counted(lines)
    found: list[str | Listed] = []
    for place, line in enumerate(lines):
        numbered = place in counted
        mark = COUNTED.match(line) if numbered else BULLETED.match(line)
        item = closed(line[mark.end() :].strip()).rstrip(",; ") if mark else ""
        if not item:
            found += [] if mark else [closed(line)]
        elif (
            found and isinstance(last := found[-1], Listed) and last.numbered == numbered and counted.get(place, 0) != 1
        ):
            found[-1] = Listed((*last.items, item), numbered)
        else:
            found.append(Listed((item,), numbered))
    return found


def lines_of(text: str | None) -> tuple[str, ...]:
    """Return the lines of a longer text without list marks, for whoever shows each line by itself."""
    found = [block.items if isinstance(block, Listed) else (block,) for block in blocks(text or "")]
    return tuple(line for lines in found for line in lines)


def _counted(lines: list[str]) -> dict[int, int]:
    """Return the number of each line that a user numbered, by its place; letters and roman numbers count too.

    They go 1, 2, 3 … in turn, and are at least two.
    """
    places: dict[int, int] = {}
    run: list[int] = []
    for place, line in enumerate([*lines, ""]):
        mark = COUNTED.match(line)
        values = _values(mark["sign"]) if mark else set()
        if len(run) + 1 in values and run:
            run.append(place)
            continue
        places |= {one: number for number, one in enumerate(run, 1)} if len(run) > 1 else {}
        run = [place] if 1 in values else []
    return places


def _values(sign: str) -> set[int]:
    """Return the numbers that “3”, “c” or “iii” may stand for."""
    if sign.isdigit():
        return {int(sign)}
    roman = ROMANS.index(sign.lower()) + 1 if sign.lower() in ROMANS else 0
    return {roman, ord(sign.lower()) - ord("a") + 1 if len(sign) == 1 else 0} - {0}
