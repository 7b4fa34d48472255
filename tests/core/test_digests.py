"""Every fact of the five digests is stated: in the text of both tones, in HTML, in PDF text and in JSON.

A PDF takes two seconds: the quick suite prints two of the five. `DEEP=yes`: all of them.
"""

import html
import json
import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml

from policies.core import patterns
from policies.core.document import Edition
from policies.core.facts.choices import TONE
from policies.render import as_html, as_json, as_pdf, as_text
from tests import golden

ROOT = Path(__file__).resolve().parents[2]
FACTS = yaml.safe_load((ROOT / "tests" / "digest_facts.yaml").read_text("utf-8"))
NAMES = tuple(FACTS)
ON = date(2026, 12, 1)
EDITION = Edition(
    "1.03",
    ON,
    date(2026, 11, 22),
    "ab" * 32,
    "https://verklaring.example/privacy/x/",
    "https://verklaring.example/privacy/x/p.pdf",
    "https://verklaring.example/privacy/x/versies/",
)


def folded(words: str) -> str:
    return " ".join(words.split()).lower()


def missing(example: str, words: str) -> list[str]:
    words = folded(words)
    return [
        name for name, fact in FACTS[example].items() if fact["needle"] and folded(str(fact["needle"])) not in words
    ]


def test_the_digests_hold_145_facts() -> None:
    assert {name: len(facts) for name, facts in FACTS.items()} == {
        "rubrieken": 38,
        "verwerkingen": 27,
        "artikelen": 38,
        "betrokkenen": 27,
        "vraag-antwoord": 15,
    }


@pytest.mark.parametrize("example", NAMES)
@pytest.mark.parametrize("pattern", patterns.ALL)
@pytest.mark.parametrize("tone", TONE)
def test_every_fact_stands_in_text_html_and_json(example: str, pattern: str, tone: str) -> None:
    statement = golden.document(example, pattern, tone)
    assert missing(example, as_text.text(statement, EDITION)) == []
    page = re.sub(
        r'<a class="naam" href="([^"]*)">', r"\1 ", as_html.page(statement, EDITION)
    )  # an address is a link; print shows it
    assert missing(example, html.unescape(re.sub(r"<[^>]+>", "", page))) == []
    data = json.loads(as_json.dumps(statement, golden.example(example), EDITION))
    edition = f"Versie {data['edition']['label']} PDF"
    told = [
        node["text" if node["node"] == "clause" else "href"]
        for node in walk(data["document"])
        if node.get("node") in {"clause", "link"}
    ]
    assert missing(example, f"{edition} {' '.join(told)}") == []


def walk(tree):
    if isinstance(tree, dict):
        yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for child in tree:
            yield from walk(child)


@pytest.mark.parametrize("example", NAMES if os.environ.get("DEEP") else ("verwerkingen", "vraag-antwoord"))
def test_every_fact_stands_in_the_pdf(example: str, tmp_path: Path) -> None:
    path = tmp_path / "statement.pdf"
    path.write_bytes(as_pdf.pdf(golden.document(example, "rubrieken", "u"), EDITION))
    words = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True).stdout
    words = re.sub(r"\n(Versie 1\.03, geldig[^\n]*\n?Kenmerk [0-9a-f]+|Bladzijde \d+ van \d+)\n?(\f)?", "\n", words)
    letters = re.sub(r"[\s\f-]", "", words).lower()  # hyphenation and line ends fall anywhere
    lost = [
        name
        for name, fact in FACTS[example].items()
        if fact["needle"] and re.sub(r"[\s-]", "", str(fact["needle"])).lower() not in letters
    ]
    assert lost == []
