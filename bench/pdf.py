"""PDF of the largest example beside bare WeasyPrint on the same HTML, CSS, variant and cached font configuration."""

import resource
import subprocess
import sys
from collections.abc import Iterator

from bench.statement import ON, Row, interleaved, largest
from policies.core.assemble import assemble
from policies.core.document import Edition
from policies.core.facts.data import read_yaml
from policies.core.library import load
from policies.render import as_pdf

EDITION = Edition("1.00", ON, ON, "ab" * 32)


def makers():
    """(ours, bare): two functions that give the bytes of the same PDF."""
    import weasyprint

    document = assemble(read_yaml(largest().read_bytes()), load(), ON)
    sheet, fonts = as_pdf._style()
    source, css = as_pdf.source(document, EDITION), as_pdf.page_css(document, EDITION)

    def bare() -> bytes:
        page = weasyprint.CSS(string=css, font_config=fonts)
        return weasyprint.HTML(string=source, base_url="about:blank").write_pdf(stylesheets=[sheet, page], font_config=fonts, pdf_variant="pdf/ua-1")

    return (lambda: as_pdf.pdf(document, EDITION)), bare


def measure() -> Iterator[Row]:
    ours, bare = makers()
    assert ours() == bare(), "not the same PDF: the comparison would say nothing"
    own, other = interleaved(5, ours, bare)
    yield "PDF of the largest example", own, None, "s"
    yield "PDF / bare WeasyPrint", own / other, 1.15, "x"
    own, other = (float(subprocess.run([sys.executable, "-m", "bench.pdf", name], capture_output=True, text=True, check=True).stdout) for name in ("ours", "bare"))
    yield "peak memory of the PDF", own, None, "MB"
    yield "peak memory / bare WeasyPrint", own / other, 1.3, "x"


if __name__ == "__main__":
    makers()[sys.argv[1] == "bare"]()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
