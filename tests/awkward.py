"""What people and machines put into a field: characters of every kind, and the notations of the table with such characters in them.

`awkward_company(pick)` is a company in which every field holds something like that, as far as the gate lets it in; `pick(n)` is a number below n, as in
tests/generate.py. `old_company(pick)` holds what the gate of before let in, as rows may still do.
"""

import dataclasses
import sys
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.values import Refused, parse
from tests.core import notations as table
from tests.generate import TURNS, WORDS, full_company

Pick = Callable[[int], int]
# One or more of every kind that careless code trips over; the rest comes from the categories of Unicode below.
TRAPS = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u061c",
    "\u2060",
    "\u2063",
    "\ufeff",
    "\u00ad",
    "\u202a",
    "\u202d",
    "\u202e",
    "\u2066",
    "\ufe0f",
    "\U000e0041",
    "\U000e0101",
    "\ufff9",
    "\ufffa",
    "\ufffb",
    "\u3164",
    "\u115f",
    "\uffa0",
    "\u2800",
    "\u00a0",
    "\u202f",
    "\u3000",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    "\x1e",
    "\x1f",
    "\x00",
    "\x07",
    "\x7f",
    "\x92",
    "\x81",
    "\uf0b7",
    "\uf0a7",
    "\uf0d8",
    "\uf04a",
    "\ue000",
    "\U000f0000",
    "\ufb01",
    "\ufb03",
    "Ａ",
    "１",
    "𝐁",
    "\u0301",
    "\u0301\u0302",
    "e\u0301",
    "\u20dd",
    "\u0903",
    "日本",
    "한",
    "שלום",
    "سلام",
    "نمی\u200cخواهم",
    "क्\u200dष",
    "👨\u200d👩\u200d👧",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "🇧🇪",
    "\ud800",
    "\udc00",
    "\ud83d\ude00",
    "\ufffe",
    "\uffff",
    "\U0001fffe",
    "\ufdd0",
    "\ufffd",
    "&",
    "&amp;",
    "&#0;",
    "&#x202e;",
    "<",
    "</v>",
    "<b>",
    '"',
    "'",
    "’",
    "`",
    "{{",
    "{%",
    "}}",
    "\\",
    "%00",
    "%",
    "#",
    "?",
    "@",
    "…",
    ".",
    "..",
    ";",
    ":",
    ",",
    "-",
    "–",
    "---",
    "***",
    "|",
    "\t",
    "\r\n",
    "\n\n\n",
    " ",
    "ß",
    "İ",
    "ĳ",
    "ǆ",
    "ﷺ",
    "⁰",
    "½",
    "٣",
)
TABLES = {
    "phone": table.PHONES,
    "email": table.EMAILS,
    "url": table.WEBSITES,
    "urls": table.MANY_WEBSITES,
    "country": table.COUNTRIES,
    "countries": table.MANY_COUNTRIES,
    "day": table.DAYS,
    "yesno": table.YES_OR_NO,
    "tick": table.YES_OR_NO,
    "number": table.NUMBERS,
}
TEXTS = ("brood", "Bakkerij De Kluis B.V.", "wij bakken brood, en leveren het", "naam", *WORDS)
LEFT_ALONE = {
    "key",
    "ref",
    "refs",
    "choice",
    "choices",
    "part",
    "rows",
}  # codes and names of rows: any other is refused


@cache
def by_category() -> list[str]:
    """A few characters of every category of Unicode: the first, the last, and some in between."""
    found: dict[str, list[str]] = {}
    for code in range(sys.maxunicode + 1):
        found.setdefault(unicodedata.category(chr(code)), []).append(chr(code))
    return [ch for chars in found.values() for ch in {*chars[:2], *chars[-2:], *chars[:: max(1, len(chars) // 6)]}]


def text(pick: Pick) -> str:
    """A text with something awkward in it, in one of a few places."""
    base = TEXTS[pick(len(TEXTS))]
    odd = TRAPS[pick(len(TRAPS))] if pick(3) else by_category()[pick(len(by_category()))]
    at = (0, len(base), len(base) // 2, 1)[pick(4)]
    shape = (base[:at] + odd + base[at:], odd, f"{base}\n{odd}\n{base}", odd * 3)
    return shape[pick(6) % 4]


def typed(spec: Spec, pick: Pick) -> Any:
    """Something for a field of this kind: one of the notations, sometimes with an awkward character in it; or any text."""
    rows = list(TABLES.get(spec.kind, ()))
    if not rows or not pick(8):
        return [text(pick) for _ in range(1 + pick(3))] if spec.kind in {"lines", "urls"} else text(pick)
    found = rows[pick(len(rows))]
    if pick(3):
        return found
    at = pick(len(found) + 1)
    return found[:at] + TRAPS[pick(len(TRAPS))] + found[at:]


def awkward_company(pick: Pick, rows: int = 1) -> Facts:
    """A company with every field answered, by something awkward where the gate lets that in."""
    return _filled(full_company(pick(TURNS), rows), pick)


def _filled(row: Any, pick: Pick) -> Any:
    found: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind == "part":
            found[name] = _filled(value, pick)
        elif spec.kind == "rows":
            found[name] = tuple(_filled(line, pick) for line in value)
        elif spec.kind not in LEFT_ALONE and spec.notation != "number":
            found[name] = accepted(spec, pick, value)
    return dataclasses.replace(row, **found)


def accepted(spec: Spec, pick: Pick, otherwise: Any) -> Any:
    """What the gate makes of something awkward; what was there when it refuses, or when a number would be lost that has a unit, or come where there is none."""
    try:
        value = parse(spec, typed(spec, pick))
    except Refused:
        return otherwise
    return otherwise if spec.kind == "number" and None in {value, otherwise} else value


# What was let in before there was one gate, and may stand in a row.
OLD = {
    "url": (
        "Https://deegenzoon.example",
        "HTTP://x.example/a",
        "https://bakkerij.example/é?a=ü",
        "https://café.example",
        "https://日本.example/\u200b",
        "https://a..example",
        "https://x.example:99999",
        "https://\u202d.example",
    ),
    "email": (
        "o'neil@x.example",
        "jan\u200b@x.example",
        "日本@x.example",
        "a&b@x.example",
        "a?b#c@x.example",
        "jan%40@x.example",
        "é@café.example",
    ),
    "phone": (
        "09 123 45 67.",
        "+32 (0)9 123 45 67",
        "09/123 45 67/(0)",
        "0((((((1234567",
        "0--------------------1234567",
        "٠٩١٢٣٤٥٦٧",
    ),
    "day": ("0001-01-01", "9999-12-31"),
    "text": (
        "brood\u200b",
        "\u0301",
        "\ufffe",
        "\uffff",
        "\uf0b7 brood",
        "\ue000",
        "\u3164",
        "a\u2028b",
        "\u202f",
        "\ufffd",
        "\U000e0041",
        "日本",
        "\U0010ffff",
    ),
}
OLD |= {"long": (*OLD["text"], "a\u2028b\n\n\ufeff\nc"), "lines": OLD["text"], "urls": OLD["url"]}


def old_company(pick: Pick) -> Facts:
    return _old(full_company(pick(TURNS), 1), pick)


def _old(row: Any, pick: Pick) -> Any:
    found: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind == "part":
            found[name] = _old(value, pick)
        elif spec.kind == "rows":
            found[name] = tuple(_old(line, pick) for line in value)
        elif spec.kind in OLD and spec.notation != "number":
            chosen = OLD[spec.kind][pick(len(OLD[spec.kind]))][: spec.max_length or None]
            found[name] = (chosen,) if spec.kind in {"lines", "urls"} else chosen
    return dataclasses.replace(row, **found)
