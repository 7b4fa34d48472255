"""PDFs for the web application: one at a time in a process, PDF_AT_ONCE on a machine, and previews kept for ten minutes.

A PDF takes a second of one processor. A request that would wait for its turn keeps a worker from serving pages, so it never waits: it is
told that no place is free, and asks again.
"""

import hashlib
import logging
import time
from pathlib import Path

from django.conf import settings

from policies.core.document import Document, Edition
from policies.kept_files import KeptFiles
from policies.render import annex as annexes
from policies.render import as_pdf
from policies.slots import slot

logger = logging.getLogger(__name__)
PREVIEW_SECONDS = 600
MOST_BYTES = 64 * 1024 * 1024  # of all previews together: some hundreds


class Busy(Exception):
    """All places for making a PDF are taken at this moment."""


def pdf(document: Document, edition: Edition | None, annex: str = "") -> bytes:
    """Return the PDF, as as_pdf.pdf does. Raises Busy at once when no place is free, and what as_pdf.pdf raises."""
    with slot("pdf", settings.PDF_AT_ONCE) as free:
        if not free:
            raise Busy
        try:
            return as_pdf.pdf(document, edition, annex)
        except as_pdf.PdfUnavailable as error:
            logger.error("No PDF can be made on this machine: %s", error)
            raise


def pdf_in_turn(document: Document, annex: str = "") -> bytes:
    """Return the PDF of a draft, after waiting for a place: for a command, where no page waits meanwhile. Raises what as_pdf.pdf raises."""
    while True:
        try:
            return pdf(document, None, annex)
        except Busy:
            time.sleep(0.2)


def preview(document: Document, annex: str = "") -> bytes:
    """Return the PDF of a draft, one that was made in the last ten minutes of the very same text. Raises as pdf() does.

    Whoever asks has shown the document itself, so a kept file never shows anybody a text that they may not see.
    """
    kept, key = _previews(), _key(document, annex)
    content = kept.get(key)
    if content is None:
        content = pdf(document, None, annex)
        kept.put(key, content)
    return content


def clear_previews() -> int:
    """Remove the previews that are older than ten minutes. Return how many. Raises OSError when their folder cannot be used."""
    return _previews().clear()


def _previews() -> KeptFiles:
    return KeptFiles(Path(settings.PREVIEWS_DIR), PREVIEW_SECONDS, MOST_BYTES)


def _key(document: Document, annex: str) -> str:
    """SHA-256 over all that the PDF of a draft is made of."""
    made_of = (
        as_pdf.source(document, None, annex),
        as_pdf.page_css(document, None),
        as_pdf.STYLE.read_text("utf-8"),
        annexes.STYLE.read_text("utf-8"),
    )
    return hashlib.sha256("\0".join(made_of).encode("utf-8", "surrogatepass")).hexdigest()
