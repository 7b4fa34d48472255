"""The bakery's statement as it is read: height, lines, letters, pages and bytes, beside their limits.

How high it is on a desk and on a telephone with every fold open, how long a line, how large the letters, how many pages on paper, how many bytes to
fetch. Needs Chromium ($CHROMIUM, or the system's).
"""

import gzip
import os
import re
import shutil
import sys
from collections.abc import Iterator
from io import BytesIO
from types import SimpleNamespace

import pikepdf
from playwright.sync_api import Browser, sync_playwright

from bench.bakery import MORE, bakery
from bench.plain import AtLeast
from bench.statement import ON, Row
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.document import Document, Edition
from policies.render import as_html, as_pdf

PLACE = "https://verklaringen.example/privacy/bakkerij-bart/"
EDITION = Edition("1.00", ON, ON, "8c1f" * 16, PLACE, f"{PLACE}privacyverklaring.pdf", f"{PLACE}versies/")
WIDTHS = {1280: 9000, 390: 13000}  # the window, and how high the page may be
FOLDED = {390: 11000}  # the same with its folds as they come
HEIGHT = "document.documentElement.scrollHeight"
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true);"
SMALLEST = """Math.min(...[...document.querySelectorAll('body *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
# How many characters stand on each line of a running paragraph but the last, which ends where the text does.
LINES = """() => [...document.querySelectorAll('article > section:not(.kort) div > p')].filter(one => !one.closest('.kaart, .apart')).flatMap(one => {
  const lines = new Map(), range = document.createRange(), walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at); range.setEnd(node, at + 1);
      const bottom = Math.round(range.getBoundingClientRect().bottom);
      lines.set(bottom, (lines.get(bottom) || 0) + 1);
    }
  return [...lines.values()].slice(0, -1);
})"""


def page_of(document: Document) -> str:
    """The page as a visitor gets it, with the article that a publication would store."""
    import django
    from django.template.loader import render_to_string

    django.setup()
    shown = SimpleNamespace(
        title=as_html.title(document),
        company=as_html.known_as(document),
        language=document.language,
        label=EDITION.label,
        note="",
        wanted_part=as_html.article(document, EDITION),
    )
    life = SimpleNamespace(superseded=False, start=ON, until=None)
    frame = {
        "shown": shown,
        "article": shown.wanted_part,
        "face": shown,
        "current": shown,
        "life": life,
        "today": ON,
        "slug": "bakkerij-bart",
        "home": "https://verklaringen.example",
        "state": SimpleNamespace(retired=False),
        "announced": [],
        "lasting": False,
    }
    return render_to_string("public/policy.html", frame)


def dressed(page: str, style: str) -> str:
    """The page with its style sheet inside, to open without a server."""
    return re.sub(r'<link rel="stylesheet"[^>]*>', lambda _: f"<style>{style}</style>", page)


def seen(browser: Browser, html: str) -> Iterator[Row]:
    for width, limit in WIDTHS.items():
        window = browser.new_page(viewport={"width": width, "height": 900})
        window.set_content(html)
        if width in FOLDED:
            yield f"height at {width} pixels wide, folded", window.evaluate(HEIGHT), FOLDED[width], "px"
        window.evaluate(OPEN)
        yield f"height at {width} pixels wide, every fold open", window.evaluate(HEIGHT), limit, "px"
        yield "  smallest letters", window.evaluate(SMALLEST), AtLeast(16), "px"
        if width > 1000:
            lines = sorted(window.evaluate(LINES))
            middle = lines[len(lines) // 2]
            yield "  characters on a line, the middle of all", middle, AtLeast(60), ""
            yield "  at most", middle, 75, ""
        window.close()


def measure() -> Iterator[Row]:
    document, style = assemble(bakery(*MORE), load(), ON), as_html.STYLE.read_text("utf-8")
    page = page_of(document)
    chromium = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or sys.exit("Chromium is not here: apt-get install -y chromium")
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield from seen(browser, dressed(page, style))
        browser.close()
    yield (
        "page and style, compressed",
        sum(len(gzip.compress(text.encode(), 6)) for text in (page, style)) / 1000,
        25,
        "kB",
    )
    with pikepdf.open(BytesIO(as_pdf.pdf(document, EDITION))) as pdf:
        yield "pages of the PDF", len(pdf.pages), 6, ""
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", as_pdf.STYLE.read_text("utf-8"))]
    yield "  smallest letters", min(sizes), AtLeast(10), "pt"
