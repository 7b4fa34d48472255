"""The PDF as paper and as a file: what stays together on a page, what copying and searching find, what a screen reader is told."""

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import weasyprint

from bench.bakery import MORE, bakery
from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.render import as_pdf, as_text

ON = date(2026, 12, 1)
EDITION = d.Edition(
    "1.00", ON, ON, "ab" * 32, "https://v.example/x/", "https://v.example/x.pdf", "https://v.example/versies/"
)
STYLE = as_pdf.STYLE.read_text("utf-8")
DEEP = bool(os.environ.get("DEEP"))
SPACES = range(
    560, 736, 1 if DEEP else 8
)  # points above what is looked at: it stands in the last quarter of a page, also over its foot


@pytest.fixture(scope="module")
def statement() -> d.Document:
    return assemble(bakery(*MORE), load(), ON)


@pytest.fixture(scope="module")
def printed(statement: d.Document) -> bytes:
    return as_pdf.pdf(statement, EDITION)


def words_in(content: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def pages_of(html: str) -> list[list[str]]:
    """The lines of every page, each with the name of its element before it."""
    sheet, fonts = as_pdf._style()
    drawn = weasyprint.HTML(string=f'<html lang="nl"><body>{html}</body></html>').render(
        stylesheets=[sheet], font_config=fonts
    )
    return [list(_lines(page._page_box)) for page in drawn.pages]


def _lines(box: Any) -> Iterator[str]:
    for child in getattr(box, "all_children", lambda: ())():
        if type(child).__name__ == "LineBox":
            yield f"{child.element_tag}: {''.join(part.text for part in child.descendants() if hasattr(part, 'text'))}"
        elif type(child).__name__ != "MarginBox":
            yield from _lines(child)


def everywhere(html: str, every: int = 1) -> Iterator[list[list[str]]]:
    """The pages of an article with these blocks, begun at every height near the foot."""
    for space in SPACES[::every]:
        yield pages_of(f'<article><div style="height: {space}pt"></div>{html}</article>')


def activity(rows: int = 1) -> str:
    cells = "".join(f"<tr><th>Naam {row}</th><td>1 jaar na {row}</td></tr>" for row in range(rows))
    return (
        "<section><h2>Bestellingen</h2><div><p>U bestelt bij ons.</p></div>"
        '<div class="kaart"><dl><dt>Waarvoor</dt><dd><div><p>Leveren.</p></div></dd><dt>Naar</dt><dd><div><p>Banken.</p></div></dd></dl></div>'
        f'<div><table class="rijen"><caption>Wat en hoelang</caption><thead><tr><th>Gegevens</th><th>Bewaard</th></tr></thead><tbody>{cells}</tbody></table></div></section>'
    )


def test_every_word_is_found_whole(statement: d.Document, printed: bytes) -> None:
    """Also where it ends a line: nothing is hyphenated, and no word is cut."""
    told = set(re.findall(r"\w{4,}", re.sub(r"https:\S+", "", as_text.text(statement, EDITION))))
    assert sorted(told - set(re.findall(r"\w{4,}", words_in(printed)))) == []


def test_a_soft_hyphen_that_somebody_pasted_is_not_in_the_file() -> None:
    html = as_pdf._drawn("<p>on\u00adder\u00adzoek</p>", draft=False)
    assert html == "<p>onderzoek</p>"


def test_an_activity_stays_together() -> None:
    for pages in everywhere(activity()):
        assert len([page for page in pages if page]) == 1, pages


def test_a_heading_never_stands_at_the_foot() -> None:
    """Also not above an activity that is longer than a page, nor the caption or the head of a table, nor a line that leads in to a list."""
    rights = "<section><h2>Rechten</h2><section><h3>Wissen</h3><div><p>Wij wissen:</p><ul><li>namen</li><li>adressen</li></ul></div></section></section>"
    for html in (activity(48), rights):
        for pages in everywhere(html):
            for page in pages[:-1]:
                assert not page or not re.match(
                    r"h\d|caption|dt|(th: (Gegevens|Bewaard)|p: Wij wissen)|li: namen", page[-1]
                ), page[-3:]


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    pages = [page for page in pages_of(activity(90)) if any("Naam" in line for line in page)]
    assert len(pages) > 1 and all("th: Gegevens" in page for page in pages)


@pytest.mark.parametrize("entries", [7, 18, 40] if DEEP else [18])
def test_contents_stay_together(entries: int) -> None:
    items = "".join(f'<li><a href="#x">Deel {number}</a></li>' for number in range(entries))
    contents = f'<nav class="inhoud"><h2>Wat staat waar</h2><details><summary>Wat staat waar</summary><ol>{items}</ol></details></nav><section id="x"><h2>Deel</h2><p>Tekst</p></section>'
    for pages in everywhere(contents, every=3):
        assert len([page for page in pages if any("Deel 1" in line or "staat waar" in line for line in page)]) == 1
        assert sum(line.startswith("h2: Wat") for page in pages for line in page) == 1 and not any(
            "summary" in line for page in pages for line in page
        )


def test_a_fold_is_open_on_paper() -> None:
    assert pages_of(
        "<article><details><summary>Controle</summary><p>Wij vragen één gegeven.</p></details></article>"
    ) == [["p: Wij vragen één gegeven."]]


def test_paper_has_the_three_sizes_of_the_page() -> None:
    sizes = re.findall(r"font-size: ([^;]+);", STYLE)
    assert set(sizes) == {"22pt", "13pt", "10pt"}


def test_who_looks_at_the_file_learns_whose_it_is(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert (str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Author"])) == (
            "Privacyverklaring – Bakkerij Bart",
            "Bakkerij Bart",
        )
        assert str(pdf.Root.Lang) == "nl-BE" and pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["Privacyverklaring"]
            parts = [entry.title for entry in outline.root[0].children]
    assert parts[0] == "Wie wij zijn" and "Klantenkaart" in parts and "Een klacht indienen" in parts


class Tags:
    """The structure that a screen reader walks through."""

    def __init__(self, content: bytes):
        self.pdf = pikepdf.open(BytesIO(content))
        self.all = list(self._below(self.pdf.Root.StructTreeRoot.K))

    def _below(self, thing: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
        if isinstance(thing, pikepdf.Array):
            for one in thing:
                yield from self._below(one, above)
        elif isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
            here = (*above, str(thing.S))
            yield here, thing
            yield from self._below(thing.get("/K", pikepdf.Array()), here)


def test_the_structure_is_whole(printed: bytes) -> None:
    """What the machine-checkable rules of PDF/UA-1 ask of the tree, the pages and the links."""
    tags = Tags(printed)
    kinds = [path[-1] for path, _ in tags.all]
    levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert (
        levels[0] == 1
        and levels.count(1) == 1
        and all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    )
    assert "/Figure" not in kinds or all("/Alt" in tag for path, tag in tags.all if path[-1] == "/Figure")
    above = {
        "/TR": {"/THead", "/TBody"},
        "/TH": {"/TR"},
        "/TD": {"/TR"},
        "/LI": {"/L"},
        "/LBody": {"/LI"},
        "/Lbl": {"/LI"},
        "/THead": {"/Table"},
        "/TBody": {"/Table"},
        "/Caption": {"/Table"},
    }
    assert [path for path, _ in tags.all if path[-1] in above and path[-2] not in above[path[-1]]] == []
    for page in tags.pdf.pages:
        assert page.Tabs == "/S"
        assert all(str(note.get("/Contents", "")) and "/StructParent" in note for note in page.get("/Annots", ()))
        # all that is drawn is marked: as part of the tree, or as the foot of the page
        opened = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            opened += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            assert str(operator) not in {"Tj", "TJ"} or opened, operands


def test_each_head_of_a_table_says_what_it_heads(printed: bytes) -> None:
    tags = Tags(printed)
    heads = [("/THead" in path, str(tag.A.get("/Scope"))) for path, tag in tags.all if path[-1] == "/TH"]
    assert set(heads) == {(True, "/Column"), (False, "/Row")}
    draft = Tags(as_pdf.pdf(assemble(bakery(), load(), ON), None))
    assert all("/Scope" in tag.A for path, tag in draft.all if path[-1] == "/TH")
