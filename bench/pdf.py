"""How long the PDF of the largest example takes, beside three others in the same run.

They are bare WeasyPrint on the same HTML, CSS, variant and cached font configuration; headless Chromium on the same HTML; and the program of
before the shorter statements, taken out of git for the occasion.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

from bench.before import BEFORE, beside_before
from bench.statement import ON, Row, interleaved, largest
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.document import Document, Edition
from policies.core.facts.plain_data import read_yaml
from policies.render import as_pdf, fonts

EDITION = Edition("1.00", ON, ON, "ab" * 32)
MOST_OF_BEFORE = 0.6
TIMED = "from bench.pdf import makers; from bench.statement import interleaved; print(interleaved(3, makers()[0])[0])"


def statement() -> Document:
    return assemble(read_yaml(largest().read_bytes()), load(), ON)


def makers() -> tuple[Callable[[], bytes], Callable[[], bytes]]:
    """(ours, bare): two functions that print the same; ours adds to the tags what WeasyPrint leaves out, and looks for faults."""
    import weasyprint

    document = statement()
    sheet, configuration = as_pdf._style()
    source, css = as_pdf.source(document, EDITION), as_pdf.page_css(document, EDITION)

    def bare() -> bytes:
        page = weasyprint.CSS(string=css, font_config=configuration)
        return weasyprint.HTML(string=source, base_url="about:blank").write_pdf(
            stylesheets=[sheet, page], font_config=configuration, pdf_variant="pdf/ua-1"
        )

    return (lambda: as_pdf.pdf(document, EDITION)), bare


def measure() -> Iterator[Row]:
    ours, bare = makers()
    assert words_in(ours()) == words_in(bare()), "not the same PDF: the comparison would say nothing"
    own, other = interleaved(5, ours, bare)
    yield "PDF of the largest example", own, None, "s"
    yield "PDF / bare WeasyPrint", own / other, 1.15, "x"
    own, other = (
        float(
            subprocess.run([sys.executable, "-m", "bench.pdf", name], capture_output=True, text=True, check=True).stdout
        )
        for name in ("ours", "bare")
    )
    yield "peak memory of the PDF", own, None, "MB"
    yield "peak memory / bare WeasyPrint", own / other, 1.3, "x"
    yield from beside_earlier()
    yield from beside_chromium()


def words_in(content: bytes) -> list[bytes]:
    """What is drawn on each page."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages]


def beside_earlier() -> Iterator[Row]:
    """Ours and the program of before, each on its own largest example."""
    if found := beside_before(TIMED):
        own, other = found
        yield f"PDF of the largest example at {BEFORE}", other, None, "s"
        yield "PDF / that of before", own / other, MOST_OF_BEFORE, "x"


def beside_chromium() -> Iterator[Row]:
    """A headless Chromium that starts, prints the same HTML in the same style and fonts, and stops."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        print("  Chromium is not here: nothing to compare with", flush=True)
        return
    style = fonts.face_rules() + as_pdf.STYLE.read_text("utf-8")
    with tempfile.TemporaryDirectory(prefix="chromium-") as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(
            as_pdf.source(statement(), EDITION).replace("</head>", f"<style>{style}</style></head>"), "utf-8"
        )
        quiet = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
        ]
        command = [chromium, *quiet, f"--print-to-pdf={printed}", page.as_uri()]
        ours, _ = makers()
        own, other = interleaved(3, ours, lambda: subprocess.run(command, capture_output=True, check=True))
        assert printed.stat().st_size > 10_000
    yield "headless Chromium from start to stop", other, None, "s"
    yield "PDF / headless Chromium", own / other, None, "x"


if __name__ == "__main__":
    makers()[sys.argv[1] == "bare"]()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
