"""Companies of which every text is typed in one style, as owners do: with capitals, list marks and closing signs that belong to a list.

`typed(style, turn)` is a full company; what it holds went through the gate as a form or a file would bring it. `faults(text)` counts what no reader should see.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator
from typing import Any

from policies.core import document as d
from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.marks import BULLETS
from policies.core.facts.values import parse
from tests.generate import full_company

# What an owner means, by the wording of the field; a number makes each text unlike the others.
BASE = {
    "phrase": "bestellingen verwerken in week {n}",
    "sentence": "bestellingen zonder adres {n} leveren wij niet",
    "name": "Bakkerij {n} Peeters",
    "designation": "de wet op brood {n}",
    "place": "Ovenstraat {n} te Aalst",
    "heading": "Brood {n} bestellen",
    "prose": "Wij bakken brood {n} en taart",
    "code": "code{n}",
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


STYLES: dict[str, Callable[[str], str]] = {
    "capital and full stop": lambda text: f"{_capital(text)}.",
    "colon": lambda text: f"{_capital(text)}:",
    "semicolon": lambda text: f"{text};",
    "comma": lambda text: f"{_capital(text)},",
    "stop and semicolon": lambda text: f"{_capital(text)}.;",
    "two stops": lambda text: f"{text}..",
    "ellipsis": lambda text: f"{_capital(text)}…",
    "question": lambda text: f"{_capital(text)}?",
    "exclamation": lambda text: f"{_capital(text)}!",
    "space before the stop": lambda text: f"  {_capital(text)}  .",
    "bullet": lambda text: f"• {_capital(text)};",
    "hyphen": lambda text: f"- {_capital(text)}",
    "hyphen without space": lambda text: f"-{text},",
    "dash": lambda text: f"– {_capital(text)}.",
    "asterisk": lambda text: f"* {text}",
    "middle dot": lambda text: f"· {_capital(text)}.",
    "o of a word processor": lambda text: f"o {_capital(text)}",
    "arrow": lambda text: f"➢ {_capital(text)};",
    "tick": lambda text: f"✓ {_capital(text)}",
    "number": lambda text: f"1. {_capital(text)}.",
    "number in a bracket": lambda text: f"1) {text};",
    "letter": lambda text: f"a) {_capital(text)}",
    "letter in brackets": lambda text: f"(a) {_capital(text)},",
    "roman number": lambda text: f"i. {_capital(text)}",
    "quotation marks": lambda text: f"“{_capital(text)}.”",
    "straight quotation marks": lambda text: f'"{_capital(text)}"',
    "double spaces": lambda text: _capital(text).replace(" ", "   ") + " ",
    "abbreviation": lambda text: f"{_capital(text)} e.d.",
    "company": lambda text: f"{_capital(text)} B.V.",
    "short for and so on": lambda text: f"{text}, enz.",
}


def typed(style: str, turn: int = 0, rows: int = 2) -> Facts:
    """A full company with every text typed in one style."""
    return retyped(full_company(turn, rows), STYLES[style])


def retyped(facts: Facts, style: Callable[[str], str]) -> Facts:
    """The same facts with every text typed anew in one style, each unlike the others."""
    numbers = iter(range(10, 100_000))

    def one(spec: Spec) -> str:
        return style(BASE[spec.wording or "prose"].format(n=next(numbers)))

    def row(here: Any) -> Any:
        changed: dict[str, Any] = {}
        for name, spec in specs_of(type(here)).items():
            value = getattr(here, name)
            if spec.kind == "part":
                changed[name] = row(value)
            elif spec.kind == "rows":
                changed[name] = tuple(map(row, value))
            elif spec.kind in {"text", "lines", "long"} and spec.wording != "code" and value:
                raw = (
                    [one(spec), one(spec)]
                    if spec.kind == "lines"
                    else f"{one(spec)}\n{one(spec)}"
                    if spec.kind == "long"
                    else one(spec)
                )
                changed[name] = parse(spec, raw)
        return dataclasses.replace(here, **changed)

    return row(facts)


OWN = r"(?<!B\.V)(?<!e\.d)(?<!enz)"  # a full stop that belongs to its word may stand before another sign
DASH, NUMBER = " – ", re.compile(r"^\d+\.\d+ ")
FAULTS = {
    "doubled sign": re.compile(r"\.\.(?!\.)|;;|::|,,|…\."),
    "two signs": re.compile(rf"[?!,:;]\.|[,:;];|{OWN}[.…][;,:]|[,:;][,:;]|[,;:]\)"),
    "space before a sign": re.compile(r"[^\s.] [.,;:](?=\s|$)"),
    "list mark": re.compile(
        rf"[{BULLETS}]|(?<=\S) [-–*] (?=Best|best|Brood|Wij)|(?<=\S) -best|(?:(?:^|\s)\(?(?:[a-h1]\)|1\.|i\.|o) (?=best|Best))"
    ),
    "capital": re.compile(r"(?:[^\s.!?…”\"\]] |\()[“\"]?Bestellingen"),
    "small": re.compile(r"[.!?] bestellingen"),
}


def faults(text: str, skip: tuple[str, ...] = ()) -> list[str]:
    """Every fault in one block of text, with what stands around it. The number before the heading of an activity is not typed."""
    text = NUMBER.sub("", text)
    return [
        f"{what}: {text[max(0, found.start() - 40) : found.end() + 30]!r}"
        for what, pattern in FAULTS.items()
        if what not in skip
        for found in pattern.finditer(text)
    ]


def blocks(root: Any) -> Iterator[str]:
    """The text of each paragraph, item, term, cell and heading below a node of a document, with | for a dash of a layout: one that was typed stands in a value."""
    for node in d.nodes(root):
        if isinstance(node, d.Paragraph | d.Item):
            yield _plain(node.children)
        elif isinstance(node, d.Term):
            yield _plain(node)
        elif isinstance(node, d.Table):
            yield from (_plain(cell) for row in node.rows for cell in row)
        elif isinstance(node, d.Section | d.Division | d.Card):
            yield _plain(node.title)


def _plain(root: Any) -> str:
    """As d.plain, with the dashes of a layout told apart."""
    return "".join(
        node.text.replace(DASH, " | ") if isinstance(node, d.Text) else d.plain(node)
        for node in d.nodes(root)
        if isinstance(node, d.Text | d.Value | d.Gap)
    )
