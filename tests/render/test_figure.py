"""The picture of terms on a page and on paper: what it says to whoever does not see it, what it fetches or styles itself (nothing), and whether it fits."""

import dataclasses
import re
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from bench.bakery import MORE, bakery
from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts.periods import average
from policies.core.language.printable import OUTSIDE
from policies.render import as_figure, as_html, as_pdf, fonts
from tests import golden
from tests.page import flaws_of

EDITION = d.Edition(
    "1.00",
    golden.ON,
    golden.ON,
    "ab" * 32,
    "https://v.example/x/",
    "https://v.example/x.pdf",
    "https://v.example/versies/",
)
SVG = "{http://www.w3.org/2000/svg}"
BARS = (
    d.Bar("Beelden", "1 maand na de opname", "1 maand", 30),
    d.Bar("Vragen", "minstens 1 jaar na uw vraag", "minstens 1 jaar", 365, True),
    d.Bar("Bestellingen", "10 jaar na de bestelling", "10 jaar", 3652),
    d.Bar("Sociale media", "zolang u ons volgt", "zolang u ons volgt", 0, True),
)
FIGURE = d.Figure("beeld", "Hoelang wij gegevens bewaren", BARS, "Deze termijnen in woorden")


@pytest.fixture(scope="module")
def statement() -> d.Document:
    return assemble(bakery(*MORE), load(), golden.ON)


@pytest.fixture(scope="module")
def printed(statement: d.Document) -> bytes:
    return as_pdf.pdf(statement, EDITION)


def tree(node: d.Figure = FIGURE) -> ElementTree.Element:
    return ElementTree.fromstring(
        as_figure.FigurePicture(node).svg("naam").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


def texts(svg: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def drawn(article: str) -> str:
    return re.search(r'<figure class="termijnen".*?</figure>\n', article, re.DOTALL)[0]


# --- to whoever does not see it ------------------------------------------------------------------------------------


def test_its_words_are_its_title_and_name_every_term_whole() -> None:
    svg = tree()
    title = svg.find(f"{SVG}title")
    assert svg.get("role") == "img" and svg.get("aria-labelledby") == title.get("id") == "naam"
    assert title.text == (
        "Hoelang wij gegevens bewaren, van kort naar lang. Beelden: 1 maand na de opname; Vragen: minstens 1 jaar na uw vraag; "
        "Bestellingen: 10 jaar na de bestelling; Sociale media: zolang u ons volgt."
    )


def test_the_article_has_it_under_a_caption_with_a_list_in_a_fold(statement: d.Document) -> None:
    article = as_html.article(statement, EDITION)
    figure = drawn(article)
    (node,) = [node for node in d.nodes(statement) if isinstance(node, d.Figure)]
    assert f"<figcaption>{node.title}</figcaption>\n<svg " in figure
    assert (
        f"{as_html.FOLD}\n<summary>{node.listed}</summary>\n<ul>\n<li>Camerabeelden: 1 maand na de opname</li>\n"
        in figure
    )
    assert figure.count("<li>") == len(node.bars) == 7
    assert flaws_of(f'<!doctype html><html lang="nl"><title>x</title><body>{article}</body></html>') == []


def test_it_has_no_list_where_the_layout_lists_all_terms() -> None:
    figure = drawn(as_html.article(golden.document("rubrieken", "rubrieken", "u"), EDITION))
    assert "<details" not in figure and "<li>" not in figure


def test_what_was_typed_is_text() -> None:
    odd = dataclasses.replace(BARS[0], label='<b onclick="x">&', term="</title><script>1</script>", short="<i>")
    svg = tree(dataclasses.replace(FIGURE, bars=(odd, *BARS[1:])))
    assert (
        '<b onclick="x">&' in texts(svg)
        and "<i>" in texts(svg)
        and "</title><script>1</script>" in svg.find(f"{SVG}title").text
    )
    assert {node.tag.removeprefix(SVG) for node in svg.iter()} == {"svg", "title", "text", "rect", "line"}


def test_it_has_no_style_no_script_and_fetches_nothing() -> None:
    names = {name for node in tree().iter() for name in node.attrib}
    assert not names & {"style", "href", "onclick", "onload"} and "{http://www.w3.org/1999/xlink}href" not in names
    assert tree().get("pointer-events") == "none", "or a browser shows the whole title where a pointer rests"


# --- what is seen --------------------------------------------------------------------------------------------------


def test_every_length_is_a_share_or_in_em_so_that_it_grows_with_the_letters() -> None:
    sizes = {
        value
        for node in tree().iter()
        for name, value in node.attrib.items()
        if name in {"x", "dx", "y", "x1", "x2", "y1", "y2", "width", "height", "stroke-width"}
    }
    assert sizes and all(re.fullmatch(r"0|-?\d+(\.\d+)?(%|em)", size) for size in sizes)


def test_bars_lie_on_the_scale_of_their_marks() -> None:
    svg = tree()
    shares = [float(bar.get("width").rstrip("%")) for bar in svg.iter(f"{SVG}rect") if bar.get("fill-opacity")]
    assert shares == sorted(shares) and shares[-1] == 100 and 20 < shares[0] < 30, "a month shows beside ten years"
    marks = {text.text: text.get("x") for text in svg.iter(f"{SVG}text") if text.get("class") == "merk"}
    assert marks == {"1 maand": f"{shares[0]}%", "1 jaar": f"{shares[1]}%", "10 jaar": "100%"}


def test_an_open_end_is_dashed_to_the_edge_and_what_has_no_period_has_no_bar() -> None:
    svg = tree()
    (goes_on,) = [line for line in svg.iter(f"{SVG}line") if line.get("class") == "open"]
    (loose,) = [line for line in svg.iter(f"{SVG}line") if line.get("class") == "los"]
    assert goes_on.get("x2") == loose.get("x2") == "100%" and loose.get("x1") == "0%" and goes_on.get("x1") != "0%"
    assert len([bar for bar in svg.iter(f"{SVG}rect") if bar.get("fill-opacity")]) == 3
    heights = {
        text.text: float(text.get("y").removesuffix("em")) for text in svg.iter(f"{SVG}text")
    }  # of “10 jaar” that of the mark, which comes last
    assert heights["Bestellingen"] < heights["10 jaar"] < heights["Sociale media"], (
        "the scale stands under what is drawn to it"
    )


@pytest.mark.parametrize("days", [1, 7, 30, 90, 365, 730, 1826, 2557, 3652, 10958, 36525])
def test_marks_stand_apart_and_within_the_picture(days: int) -> None:
    ends = -1.0
    for at, name in sorted(as_figure.marks(days)):
        half = as_figure.width(name) / as_figure.NARROWEST / 2
        left = (
            0 if "anchor" not in as_figure.anchor(at) else at - 2 * half if "end" in as_figure.anchor(at) else at - half
        )
        assert left > ends - 0.02 and left > -0.06
        ends = left + 2 * half
    assert ends > 0 and ends < 1.08


def test_lines_fit_and_lose_no_word() -> None:
    for text in (
        "Leveranciers en zelfstandigen, boekhouding",
        "x" * 300,
        "zolang wij dat nodig hebben " * 8,
        "W" * 41,
        "é " * 60,
        "",
    ):
        lines = as_figure.lines(text, as_figure.NARROWEST)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(as_figure.width(line) <= as_figure.NARROWEST for line in lines)


def test_all_without_a_period_is_still_a_picture() -> None:
    loose = tuple(d.Bar(f"Soort {number}", f"zolang {number}", f"zolang {number}", 0, True) for number in range(4))
    svg = tree(dataclasses.replace(FIGURE, bars=loose))
    assert not [text for text in svg.iter(f"{SVG}text") if text.get("class") == "merk"]
    nothing = dataclasses.replace(loose[0], is_open=False)
    assert tree(dataclasses.replace(FIGURE, bars=(nothing, *loose[1:])))


def test_ten_years_reach_the_mark_of_ten_years() -> None:
    assert "10 jaar" in dict((name, at) for at, name in as_figure.marks(round(average(10, "year"))))


# --- on paper ------------------------------------------------------------------------------------------------------


def test_on_paper_it_is_one_figure_with_its_words_as_alternative(statement: d.Document, printed: bytes) -> None:
    (node,) = [node for node in d.nodes(statement) if isinstance(node, d.Figure)]
    with pikepdf.open(BytesIO(printed)) as pdf:
        tags = [
            tag
            for tag in pdf.objects
            if isinstance(tag, pikepdf.Dictionary) and tag.get("/Type") == "/StructElem" and tag.S == "/Figure"
        ]
        assert [str(tag.Alt) for tag in tags] == [as_figure.words_of(node)]
        assert all("/BBox" in tag.A for tag in tags)
    source = as_pdf.source(statement, EDITION)
    assert (
        '<p class="bijschrift">Hoelang wij gegevens bewaren</p>\n<svg ' in source
        and "<figure" not in source
        and node.listed not in source
    )
    assert "<dt>Camerabeelden</dt><dd>1 maand</dd>" in source and "Camerabeelden</text>" not in source, (
        "words are HTML: WeasyPrint is slow at those of an SVG"
    )


def test_paper_has_no_figure_where_the_company_wants_none() -> None:
    facts = bakery(*MORE)
    plain = assemble(
        dataclasses.replace(facts, style=dataclasses.replace(facts.style, no_figure=True)), load(), golden.ON
    )
    with pikepdf.open(BytesIO(as_pdf.pdf(plain, EDITION))) as pdf:
        assert not [tag for tag in pdf.objects if isinstance(tag, pikepdf.Dictionary) and tag.get("/S") == "/Figure"]


def test_what_the_fonts_lack_is_marked_in_a_draft_and_refused_in_a_publication(statement: d.Document) -> None:
    odd = "Foto's \u4f60"
    assert OUTSIDE.search(odd)
    sections = tuple(
        dataclasses.replace(
            section,
            blocks=tuple(
                dataclasses.replace(
                    block, bars=(dataclasses.replace(block.bars[0], label=odd, term=odd), *block.bars[1:])
                )
                if isinstance(block, d.Figure)
                else block
                for block in section.blocks
            ),
        )
        for section in statement.sections
    )
    changed = dataclasses.replace(statement, sections=sections)
    assert f"Foto&#39;s {fonts.PLACEHOLDER}</dt>" in as_pdf.source(changed, None) and as_pdf.pdf(changed, None)
    faults = "&#39;s \u4f60</dt>"
    assert faults in as_pdf.source(changed, EDITION), "a publication refuses it, as in any text"


def test_a_picture_higher_than_a_page_is_left_out_of_the_paper(statement: d.Document) -> None:
    many = tuple(d.Bar(f"Soort {number}", f"{number} jaar", f"{number} jaar", number * 365) for number in range(1, 60))
    sections = tuple(
        dataclasses.replace(
            section,
            blocks=tuple(
                dataclasses.replace(block, bars=many) if isinstance(block, d.Figure) else block
                for block in section.blocks
            ),
        )
        for section in statement.sections
    )
    assert "bijschrift" not in as_pdf.source(dataclasses.replace(statement, sections=sections), EDITION)


def test_a_wide_page_has_lines_of_its_own_only_where_they_differ() -> None:
    assert as_figure.svgs(dataclasses.replace(FIGURE, bars=BARS[:3]), "naam").count("<svg ") == 1
    both = as_figure.svgs(
        dataclasses.replace(
            FIGURE, bars=(dataclasses.replace(BARS[0], label="Leveranciers en zelfstandigen"), *BARS[1:])
        ),
        "naam",
    )
    assert re.findall(r'aria-labelledby="([^"]*)".*? class="(\w+)"', both) == [
        ("naam", "smal"),
        ("naam-breed", "breed"),
    ]
    assert "Leveranciers en zelfstandigen</text>" in both and ">Leveranciers en</text>" in both


def test_what_names_the_picture_has_a_name_that_xml_takes(statement: d.Document) -> None:
    """In SVG an id is a name of XML, which may hold no slash; the key of a clause does."""
    ids = re.findall(r'<title id="([^"]+)"', as_html.article(statement, None))
    assert ids and all(re.fullmatch(r"[\w.-]+", one) for one in ids)
