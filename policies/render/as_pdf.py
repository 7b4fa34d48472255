"""Document + Edition → PDF: A4, tagged for PDF/UA-1, the same bytes every time."""

import atexit
import re
import threading
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import escape

from policies.core import document as d
from policies.core.language.printable import OUTSIDE
from policies.render import annex as annexes
from policies.render import as_html
from policies.render import fonts as own_fonts

STYLE = Path(__file__).with_name("print.css")
MOST_HTML = 600_000  # characters: six times the largest example, some 150 pages, 10 seconds of one processor and 320 MB of memory
TAG = re.compile(r"(<[^>]*>)")  # in text and attributes > is written as &gt;
# A FontConfiguration shared by threads aborts the process, and one per document leaks; so one, behind one lock.
LOCK = threading.Lock()


class PdfUnavailable(RuntimeError):
    """WeasyPrint's system libraries are missing; the message names the command that installs them."""


class Unprintable(ValueError):
    """A statement to publish holds characters without a shape in our fonts; the message names them."""


class TooLong(ValueError):
    """A statement of more than MOST_HTML characters of HTML: a PDF of it would take a machine too much time and memory."""


def pdf(document: d.Document, edition: d.Edition | None, annex: str = "") -> bytes:
    """Return the bytes of the PDF. They depend on document, edition, annex and library versions only.

    `annex` is the HTML of render/annex.py, for a draft only: what is published has none. In a draft a placeholder stands for each
    character that the fonts lack; with an edition such a character raises Unprintable, so no empty box is ever published. Raises
    ValueError with both an annex and an edition, PdfUnavailable without Pango, and TooLong for a document that no machine should
    print.
    """
    if annex and edition:
        raise ValueError("a published statement has no annex")
    body = source(document, edition, annex)
    if len(body) > MOST_HTML:
        raise TooLong(f"{len(body)} characters")
    weasyprint = _weasyprint()
    with LOCK:
        sheets, fonts = _style()
        page_sheet = weasyprint.CSS(string=page_css(document, edition), font_config=fonts, url_fetcher=_nothing())
        html = weasyprint.HTML(string=body, base_url="about:blank", url_fetcher=_nothing())
        own = (
            [weasyprint.CSS(string=annexes.STYLE.read_text("utf-8"), font_config=fonts, url_fetcher=_nothing())]
            if annex
            else []
        )
        finish = _refuse_faults if edition else _scope_heads
        made: bytes = html.write_pdf(
            stylesheets=[sheets, page_sheet, *own], font_config=fonts, pdf_variant="pdf/ua-1", finisher=finish
        )
        return made


def _refuse_faults(drawn: Any, pdf: Any) -> None:
    """Raise Unprintable for what WeasyPrint could not draw, or drew with another font. WeasyPrint calls this before it writes the file."""
    if faults := own_fonts.faults(drawn.fonts):
        raise Unprintable(faults)
    _scope_heads(drawn, pdf)


def _scope_heads(drawn: Any, pdf: Any) -> None:
    """Say of each head of a table whether it heads a column or a row. WeasyPrint names the heads of each cell, but not this (its issue 2508)."""
    objects: list[Any] = pdf.objects
    tags = {thing.reference: thing for thing in objects if _is_tag(thing)}
    for tag in tags.values():
        if tag["S"] == "/TH":
            part = tags[tags[tag["P"]]["P"]]["S"]  # the head or the body that its row stands in
            tag["A"]["Scope"] = "/Column" if part == "/THead" else "/Row"


def _is_tag(thing: Any) -> bool:
    return isinstance(thing, dict) and "S" in thing and "P" in thing


def source(document: d.Document, edition: d.Edition | None, annex: str = "") -> str:
    """Return the HTML that is printed, with the annex after it. The date in it is the edition's, so no clock reaches the file."""
    created = (
        f'<meta name="dcterms.created" content="{edition.published_on or edition.effective_date}T00:00:00Z">'
        if edition
        else ""
    )
    author = f'<meta name="author" content="{escape(name)}">' if (name := as_html.known_as(document)) else ""
    return (
        f'<!doctype html><html lang="{document.language}"><head><meta charset="utf-8"><title>{escape(as_html.full_title(document))}</title>{author}{created}</head>'
        f"<body>{_drawn(as_html.printed(document, edition) + annex, draft=edition is None)}</body></html>"
    )


def _drawn(html: str, draft: bool) -> str:
    """Return the HTML with text as the fonts can draw it; no address changes.

    In a draft what they cannot draw becomes a marked placeholder.
    """
    parts = TAG.split(html)
    for place in range(0, len(parts), 2):  # between the tags
        text = parts[place].translate(own_fonts.HYPHENS)
        parts[place] = OUTSIDE.sub(f'<mark class="gat">{own_fonts.PLACEHOLDER}</mark>', text) if draft else text
    return "".join(parts)


def page_css(document: d.Document, edition: d.Edition | None) -> str:
    """Return the style of every page with its foot: version, date and digest, and the page number."""
    left = as_html.edition_line(document, edition)
    digest = f"\\a {document.word('digest')} {edition.digest[:16]}" if edition and edition.digest else ""
    right = f'"{_css(document.word("page"))} " counter(page) " {_css(document.word("of"))} " counter(pages)'
    box = "font: 8pt Beleid; color: #556064; white-space: pre;"
    return f'@page {{ @bottom-left {{ content: "{_css(left)}{digest}"; {box} }} @bottom-right {{ content: {right}; {box} }} }}'


def _css(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _weasyprint() -> Any:
    try:
        import weasyprint  # lazily: it costs a second and 40 MB, and reading HTML must work without it
    except OSError as error:
        raise PdfUnavailable(
            "PDF heeft systeembibliotheken nodig: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from error
    return weasyprint


@cache
def _style() -> tuple[Any, Any]:
    weasyprint = _weasyprint()
    fonts = own_fonts.configuration()
    atexit.register(_style.cache_clear)  # it cannot be taken down once the interpreter itself is
    own = weasyprint.urls.URLFetcher(allowed_protocols=["file", "data"])
    sheet = weasyprint.CSS(string=own_fonts.face_rules() + STYLE.read_text("utf-8"), font_config=fonts, url_fetcher=own)
    return sheet, fonts


@cache
def _nothing() -> Any:
    """Return a fetcher for the document itself: data: addresses only, no file, no network."""
    return _weasyprint().urls.URLFetcher(allowed_protocols=["data"])
