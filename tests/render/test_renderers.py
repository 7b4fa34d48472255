"""One document, four forms: each has a rule for every node, marks a draft, and prints the edition in its places."""

import dataclasses
import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import get_args

import pikepdf
import pytest

from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Controller, Facts
from policies.core.facts.plain_data import read_yaml
from policies.render import as_html, as_json, as_pdf, as_text

ROOT = Path(__file__).resolve().parents[2]
ON = date(2026, 12, 1)
EDITION = d.Edition(
    "1.03",
    ON,
    date(2026, 11, 22),
    "ab" * 32,
    "https://v.example/privacy/x/",
    "https://v.example/privacy/x/privacyverklaring.pdf",
    "https://v.example/privacy/x/versies/",
)
CLASSES = {
    "verklaring",
    "onderneming",
    "rijen",
    "versie",
    "concept",
    "kort",
    "inhoud",
    "kaart",
    "kaartnaam",
    "gat",
    "apart",
    "kenmerk",
    "naam",
    "vouw",
    "termijnen",
    "smal",
    "breed",
    "staaf",
    "open",
    "los",
    "merk",
}


def small(**style: object) -> tuple[Facts, d.Document]:
    """A company without an answer: quick to print."""
    facts = Facts()
    facts = dataclasses.replace(facts, style=dataclasses.replace(facts.style, **style))
    return facts, assemble(facts, load(), ON)


@pytest.fixture(scope="module")
def company() -> tuple[Facts, d.Document]:
    facts = read_yaml((ROOT / "clauses/examples/verwerkingen.yaml").read_bytes())
    return facts, assemble(facts, load(), ON)


def test_every_node_has_a_rule_in_html_and_text() -> None:
    nodes = {*get_args(d.Inline), *get_args(d.Block)}
    writer = as_html._Writer(small()[1], None, None)
    assert nodes <= set(writer.rules)
    assert set(get_args(d.Inline)) == set(as_text.INLINE) and set(get_args(d.Block)) == set(as_text.BLOCK)


def test_a_draft_says_so_and_shows_what_is_missing() -> None:
    facts, statement = small()
    article = as_html.article(statement, None, lambda path: f"/naar/{path}")
    assert 'class="concept">Concept' in article
    assert (
        '<mark class="gat"><a href="/naar/controller.legal_name">[nog in te vullen: Officiële naam]</a></mark>'
        in article
    )
    assert "[nog in te vullen: Officiële naam]" in as_text.text(statement, None)
    assert json.loads(as_json.dumps(statement, facts, None))["edition"] is None


def test_an_edition_stands_at_the_top_and_at_the_end(company: tuple[Facts, d.Document]) -> None:
    article = as_html.article(company[1], EDITION)
    assert '<p class="versie">Versie 1.03, geldig vanaf 1 december 2026</p>' in article
    assert EDITION.pdf_url in article and EDITION.versions_url in article and EDITION.digest in article
    assert "oncept" not in article
    words = as_text.text(company[1], EDITION)
    assert "Versie 1.03, geldig vanaf 1 december 2026" in words and EDITION.digest in words


def test_the_article_uses_a_short_frozen_list_of_classes_and_unique_ids(company: tuple[Facts, d.Document]) -> None:
    article = as_html.article(company[1], EDITION) + as_html.article(small()[1], None)
    assert set(re.findall(r'class="([^"]*)"', article)) <= CLASSES
    ids = re.findall(r' id="([^"]*)"', as_html.article(company[1], EDITION))
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]*)"', as_html.article(company[1], EDITION)):
        assert target in ids


def named(title: str | None = None, **controller: object) -> d.Document:
    facts = dataclasses.replace(Facts(), controller=Controller(**controller))
    return assemble(dataclasses.replace(facts, style=dataclasses.replace(facts.style, title=title)), load(), ON)


def test_a_statement_bears_the_name_by_which_the_public_knows_the_company() -> None:
    bakery = named(legal_name="Bart Peeters", trade_names=("Bakkerij Bart", "Bart bakt"))
    assert (
        as_html.known_as(bakery) == "Bakkerij Bart"
        and as_html.known_as(named(legal_name="Bart Peeters")) == "Bart Peeters"
    )
    assert as_html.known_as(small()[1]) == "", "a draft without a name"
    assert as_html.full_title(bakery) == "Privacyverklaring – Bakkerij Bart"
    assert '<header>\n<p class="onderneming">Bakkerij Bart</p>\n<h1>Privacyverklaring</h1>' in as_html.article(
        bakery, EDITION
    )
    assert "<title>Privacyverklaring – Bakkerij Bart</title>" in as_html.page(bakery, EDITION)


def test_the_first_trade_name_counts_where_the_first_layer_tells_another() -> None:
    """The first layer leaves out a trade name that only repeats the legal name."""
    assert as_html.known_as(named(legal_name="Noot", trade_names=("Noot Software", "Codeclub"))) == "Noot Software"


def test_a_title_that_names_the_company_is_not_followed_by_its_name() -> None:
    bakery = named("Privacy bij Bakkerij Bart", legal_name="Bart Peeters", trade_names=("Bakkerij Bart",))
    assert as_html.full_title(bakery) == "Privacy bij Bakkerij Bart" and '"onderneming"' not in as_html.article(
        bakery, EDITION
    )


def test_the_contents_fold_and_name_themselves_in_the_fold_and_beside_it() -> None:
    article = as_html.article(small(pattern="artikelen")[1], EDITION)
    contents = re.search(r'<nav class="inhoud".*?</nav>', article, re.DOTALL)[0]
    assert re.match(
        r'<nav class="inhoud" aria-label="Artikelen">\n<h2>Artikelen</h2>\n<details>\n<summary>Artikelen</summary>\n<ol>\n<li><a href="#',
        contents,
    )
    assert '">1. ' in contents and "<li><a" in contents and " open" not in contents
    assert (
        ">1. " not in re.search(r'<nav class="inhoud".*?</nav>', as_html.article(small()[1], EDITION), re.DOTALL)[0]
    ), "no numbers where the headings have none"


def test_a_file_to_keep_is_dressed_as_the_public_page_is() -> None:
    page = as_html.page(small()[1], EDITION)
    assert "<main>\n<article" in page and ".rijen td::before" in page and "/*" not in page


def test_what_a_person_types_is_never_markup_nor_a_template() -> None:
    nasty = "<script>alert(1)</script> {{ 7*7 }} {% raw %} 📦 שלום \"'&"
    _, statement = small(opening=nasty, title=nasty[:100])
    article = as_html.article(statement, None)
    assert "<script" not in article and "49" not in re.sub(r"&#\d+;", "", article).split("<h2>")[1]
    assert "{{ 7*7 }}" in as_text.text(statement, None)
    assert nasty.split("\n")[0] in as_text.text(statement, None)


def test_json_has_text_clause_articles_and_paths_and_no_internal_fact(company: tuple[Facts, d.Document]) -> None:
    facts, statement = company
    data = json.loads(as_json.dumps(statement, facts, EDITION))
    assert data["schema"] == 1 and data["edition"]["label"] == "1.03" and len(data["digest"]) == 64
    clause = data["document"]["sections"][0]["blocks"][0]
    assert {"node", "key", "clause", "digest", "articles", "states", "blocks", "text"} == set(clause) and clause["text"]
    assert '"path"' in json.dumps(data["document"])
    assert "checked_on" not in json.dumps(data) and "notes" not in json.dumps(data["facts"])


def test_the_pdf_is_a4_tagged_named_and_carries_its_edition(company: tuple[Facts, d.Document], tmp_path: Path) -> None:
    path = tmp_path / "statement.pdf"
    path.write_bytes(as_pdf.pdf(company[1], EDITION))
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root and str(pdf.Root.Lang) == "nl-BE"
        assert str(pdf.docinfo["/Title"]) == "Privacyverklaring – Webstudio Wolkenrog"
        assert str(pdf.docinfo["/Author"]) == "Webstudio Wolkenrog"
        assert [round(float(x)) for x in pdf.pages[0].MediaBox] == [0, 0, 595, 842]
        with pdf.open_outline() as outline:
            assert len(outline.root[0].children) == len(company[1].sections)
    words = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert (
        "Versie 1.03, geldig vanaf 1 december 2026" in words
        and f"Kenmerk {EDITION.digest[:16]}" in words
        and "Bladzijde 1 van" in words
    )
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts and all("Beleid" in line and " yes yes " in line for line in fonts)


def test_the_pdf_fetches_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM")
    facts, statement = small(opening=f'<link rel=attachment href="file://{secret}"> <img src="file://{secret}">')
    assert b"GEHEIM" not in as_pdf.pdf(statement, None)


def test_the_pdf_is_the_same_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; from datetime import date; from policies.core import document as d; from policies.core.assembly.assemble import assemble;"
        "from policies.core.facts import Facts; from policies.core.clauses.library import load; from policies.render import as_pdf;"
        "e = d.Edition('1.00', date(2026, 12, 1), date(2026, 11, 22), 'ab' * 32);"
        "sys.stdout.write(hashlib.sha256(as_pdf.pdf(assemble(Facts(), load(), date(2026, 12, 1)), e)).hexdigest())"
    )
    import sys

    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    }
    assert len(runs) == 1
