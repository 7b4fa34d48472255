"""Lines stay lines: several lines of a longer text are several paragraphs or a list, in every layout and every file."""

import dataclasses
import html
import json
import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Facts, Scope, specs_of
from policies.core.facts.marks import Listed, blocks, lines_of
from policies.core.facts.plain_data import read_yaml
from policies.render import as_html, as_json, as_pdf, as_text
from policies.wizard.summary.answer_cards import sections_of
from tests.core.test_difference import styled
from tests.generate import full_company
from tests.make import make_company

ON = date(2026, 12, 1)
THREE = ("Wij bakken brood", "Wij bakken taart", "Wij leveren in Aalst")


def with_lines(row: Any, text: str, path: str = "") -> tuple[Any, list[str]]:
    """The same facts with every printed long text replaced, and the paths of those."""
    changed: dict[str, Any] = {}
    paths: list[str] = []
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind == "part":
            changed[name], more = with_lines(value, text, f"{path}{name}.")
            paths += more
        elif spec.kind == "rows":
            made = [
                with_lines(one, text, f"{path}{name}.{getattr(one, 'key', index)}.") for index, one in enumerate(value)
            ]
            changed[name] = tuple(one for one, _ in made)
            paths += [more for _, found in made for more in found]
        elif spec.kind == "long" and not spec.internal:
            changed[name] = text
            paths.append(f"{path}{name}")
    return dataclasses.replace(row, **changed), paths


def printed(root: Any, path: str) -> Iterator[tuple[type, str]]:
    """The paragraph or item in which a fact stands, and what stands in it of that fact."""
    for node in d.nodes(root):
        if isinstance(node, d.Paragraph | d.Item):
            yield from (
                (type(node), child.text) for child in node.children if isinstance(child, d.Value) and child.path == path
            )


@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize(
    ("mark", "holder"),
    [("", d.Paragraph), ("- ", d.Item), ("• ", d.Item), ("1. ", d.Item), ("a) ", d.Item)]
    if os.environ.get("DEEP")
    else [("", d.Paragraph), ("1. ", d.Item)],
)
def test_three_lines_of_every_long_text_are_three_paragraphs_or_items(pattern: str, mark: str, holder: type) -> None:
    marks = [mark, mark.replace("1", "2").replace("a", "b"), mark.replace("1", "3").replace("a", "c")]
    facts, paths = with_lines(
        styled(full_company(0), pattern, "u"), "\n".join(f"{one}{line}" for one, line in zip(marks, THREE, strict=True))
    )
    document = assemble(facts, load(), ON)
    assert len({path.rpartition(".")[2] for path in paths}) >= 8
    for path in paths:
        assert list(printed(document, path)) == [(holder, line) for line in THREE], path


def services(text: str) -> Facts:
    return make_company(scope=Scope(services=text))


@pytest.mark.parametrize("text", ["\n".join(THREE), "\n\n".join(THREE), "\n".join(f"- {line}" for line in THREE)])
def test_every_file_keeps_the_lines(text: str, tmp_path: Path) -> None:
    facts = services(text)
    document = assemble(facts, load(), ON)
    page = html.unescape(re.sub(r"</?span[^>]*>", "", as_html.article(document, None)))
    assert all(re.search(rf"<(p|li)>{line}</\1>", page) for line in THREE)
    assert all(re.search(rf"^(- )?{line}$", as_text.text(document, None), re.MULTILINE) for line in THREE)
    (tmp_path / "a.pdf").write_bytes(as_pdf.pdf(document, None))
    words = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True, text=True
    ).stdout
    assert all(re.search(rf"^\W*{line}\s*$", words, re.MULTILINE) for line in THREE)
    assert all(
        f'"{line}"' in json.dumps(json.loads(as_json.dumps(document, facts, None))["document"], ensure_ascii=False)
        for line in THREE
    )


def test_a_single_line_in_a_sentence_stays_there() -> None:
    facts, _ = with_lines(full_company(0), "de hoogte van het bedrag telt")
    text = as_text.text(assemble(facts, load(), ON), None)
    assert "zonder mens. De hoogte van het bedrag telt. Het gevolg:" in " ".join(text.split())


def test_yaml_with_lines_gives_lines() -> None:
    facts = read_yaml(
        "schema: 1\nscope:\n  services: |\n    Wij bakken brood\n    Wij bakken taart\n\n    Wij leveren in Aalst\n"
    )
    assert [text for _, text in printed(assemble(facts, load(), ON), "scope.services")] == list(THREE)


def test_a_card_shows_each_line() -> None:
    cards = [
        line
        for section in sections_of(services("• brood\n• taart"), [])
        for card in section.cards
        for line in card.lines
    ]
    assert next(line.texts for line in cards if line.path == "scope.services") == ("brood", "taart")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("een\ntwee", ["een", "twee"]),
        ("Wij:\n- een\n- twee\nklaar", ["Wij:", Listed(("een", "twee"), False), "klaar"]),
        ("1. een\n2. twee", [Listed(("een", "twee"), True)]),
        ("1. Algemeen\nWij bakken.\n2. Kosten\nGratis.", ["1. Algemeen", "Wij bakken.", "2. Kosten", "Gratis."]),
        ("2. Kosten", ["2. Kosten"]),
        ("1) een\n\n2) twee", [Listed(("een", "twee"), True)]),
        ("i. een\nii. twee\niii. drie", [Listed(("een", "twee", "drie"), True)]),
        ("a) een\nb) twee", [Listed(("een", "twee"), True)]),
        ("- een", [Listed(("een",), False)]),
        ("- een;\n- twee,\n- drie.", [Listed(("een", "twee", "drie."), False)]),
        ("-een\n-twee", [Listed(("een", "twee"), False)]),
        ("•\n• een", [Listed(("een",), False)]),
        ("o een\no twee", [Listed(("een", "twee"), False)]),
        ("✓ een\n✓ twee", [Listed(("een", "twee"), False)]),
        ("*een*", ["*een*"]),
        ("a.u.b. bellen", ["a.u.b. bellen"]),
        ("1. een\n2. twee\n1. drie\n2. vier", [Listed(("een", "twee"), True), Listed(("drie", "vier"), True)]),
        ("", []),
        ("5. een\n6. twee", ["5. een", "6. twee"]),
    ],
)
def test_lines_and_lists(text: str, found: list) -> None:
    assert blocks(text) == found
    assert lines_of(text) == tuple(line for one in found for line in (one.items if isinstance(one, Listed) else (one,)))
