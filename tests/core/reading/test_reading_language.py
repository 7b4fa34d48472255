"""docs/reading-language.md stays true: its examples are lines of the files and mean what it says, and every line of the files is in its grammar."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from policies.core.clauses.library import load
from policies.core.language.word_patterns import Pattern
from policies.core.reading.rule_lines import LineReader, RuleError
from policies.core.reading.rules import rules_of
from policies.core.reading.text import index_of
from policies.core.recognise.rules import recognition_rules
from tests.architecture.source import ROOT

PAPER = (ROOT / "docs" / "reading-language.md").read_text("utf-8")
CONSTRUCTS, ERRORS = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAPER, re.DOTALL))
DATA = {name: load().catalogue[name] for name in ("reading", "recognise")}

# The grammar of the paper as one expression.
WORD = r"[^\W_*]*(?:[-'.@&+*][^\W_*]*)*|[:?,]"
ALTERNATIVE = rf"(?:<[\w-]+>|{WORD})"
PLACE = rf"(?:\.\.\.|{ALTERNATIVE}(?:\|{ALTERNATIVE})*\??)"
WORDS = rf"{PLACE}(?: {PLACE})*"
PART = rf"(?:[~^]?{WORDS}|~?@[\w-]+)"
LINE = re.compile(rf"{PART}(?: [+-] {PART})*")


def lines_of(row: Any) -> Iterator[str]:
    """Yield the lines of one row, by the keys that hold any."""
    for key in ("says", "hints", "also", "about"):
        yield from [row[key]] if isinstance(row.get(key), str) else row.get(key, ())


def lines() -> list[str]:
    """Return every line of both files."""
    reading, recognise = DATA["reading"], DATA["recognise"]
    rows = (*reading["items"], *reading["faults"], *recognise["activities"], *recognise["named"], *recognise["cookies"])
    loose = (*reading["signs"].values(), *recognise["periods"].values(), recognise["given"], recognise["ignored"])
    return [line for row in rows for line in lines_of(row)] + [line for some in loose for line in some]


def reader() -> LineReader:
    groups = {**DATA["reading"]["groups"], **DATA["recognise"]["groups"], "soort": "bank|banken"}
    return LineReader(groups, rules_of(load()).marks)


def matches(pattern: Pattern, text: str) -> bool:
    return bool(index_of(text, rules_of(load()).marks).matching(pattern))


@pytest.mark.parametrize("line", lines())
def test_every_line_is_in_the_grammar_and_is_accepted(line: str) -> None:
    assert LINE.fullmatch(line), line
    assert reader().patterns("x", [line])


def test_every_line_is_read_by_the_rules_of_its_file() -> None:
    reading, found = rules_of(load()), recognition_rules(load())
    compiled = [one.source for item in reading.items for one in (*item.says, *item.hints)]
    compiled += [one.source for fault in reading.faults for one in fault.says]
    compiled += [one.source for some in reading.signs.values() for one in some]
    rows = (*found.activities, *found.named, *found.kinds, *found.cookies)
    compiled += [one.source for row in rows for one in row.says]
    compiled += [one.source for one in (*found.kept, *found.not_kept, *found.through, *found.under, *found.ignored)]
    about = {row["about"] for row in DATA["recognise"]["activities"]}
    assert set(lines()) - about - set(DATA["recognise"]["given"]) <= set(compiled)


@pytest.mark.parametrize("one", CONSTRUCTS, ids=lambda one: one["construct"])
def test_an_example_is_a_line_of_the_files_and_means_what_the_paper_says(one: dict[str, str]) -> None:
    assert one["line"] in lines() and one["means"]
    (pattern,) = reader().patterns("x", [one["line"]])
    assert matches(pattern, one["finds"]) and not matches(pattern, one["misses"])


SHAPES = {
    "words": r"[a-z]+ [a-z]+",
    "alternatives": r"[a-z]\|[a-z]",
    "word*": r"[a-z]\*",
    "word?": r"[a-z]\?",
    "...": r"\.\.\.",
    "<group>": r"<(?!getal)",
    "<getal>": r"<getal>",
    ": and ?": r"(?<=[ |])[:?]",
    "+ part": r" \+ ",
    "- part": r" - ",
    "~words": r"~[a-z<]",
    "^words": r"\^",
    "@mark": r"(?<!~)@",
    "~@mark": r"~@",
}


def test_every_construct_is_in_the_paper_and_shows_itself() -> None:
    assert [one["construct"] for one in CONSTRUCTS] == list(SHAPES)
    for one in CONSTRUCTS:
        assert re.search(SHAPES[one["construct"]], one["line"]), one["construct"]


@pytest.mark.parametrize("one", ERRORS, ids=lambda one: one["line"])
def test_an_error_is_told_as_the_paper_says(one: dict[str, str]) -> None:
    with pytest.raises(RuleError, match=re.escape(one["says"])):
        reader().patterns("x", [one["line"]])


@pytest.mark.parametrize("name", DATA)
def test_every_key_of_a_file_is_explained(name: str) -> None:
    section = PAPER.partition(f"## The keys of `{name}.yaml`")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", section, re.M)) == set(DATA[name])


def test_every_mark_is_explained_in_the_head_of_the_file() -> None:
    head = (ROOT / "clauses" / "catalogue" / "reading.yaml").read_text("utf-8").partition("\ngroups:")[0]
    assert set(re.findall(r"@(\w+)", head)) - {"naam"} == rules_of(load()).marks.keys() - {"naam"}
