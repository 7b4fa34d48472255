"""PDFs are made one at a time, nobody waits for a turn, and a preview is kept."""

import fcntl
import threading
import time
from dataclasses import replace
from datetime import date

import pytest

from policies import printing
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.document import Document, Edition
from policies.core.facts import Controller, Facts
from policies.render import as_pdf
from policies.slots import slot

ON = date(2026, 12, 1)


def statement(name: str = "Bakkerij Peeters") -> Document:
    return assemble(replace(Facts(), controller=Controller(legal_name=name)), load(), ON)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made, in order; a PDF takes no time."""
    found: list[str] = []

    def quick(document: Document, edition: Edition | None, annex: str = "") -> bytes:
        found.append(f"{edition and edition.label} {annex}")
        return b"%PDF " + str(len(found)).encode()

    monkeypatch.setattr(as_pdf, "pdf", quick)
    return found


def test_without_a_place_nothing_is_made_and_nobody_waits(made: list[str]) -> None:
    document = statement()
    with slot("pdf", 1):
        started = time.monotonic()
        for attempt in (lambda: printing.pdf(document, None), lambda: printing.preview(document)):
            with pytest.raises(printing.Busy):
                attempt()
        assert time.monotonic() - started < 1
    assert not made
    assert printing.pdf(statement(), None) == b"%PDF 1"


def test_a_machine_makes_as_many_as_it_is_told(made: list[str], settings) -> None:
    """The place of another process is a lock on its file; this process has one of its own besides."""
    with slot("pdf", 1):
        pass  # the file of the first place is there now
    with open(settings.SLOTS_DIR / "pdf-0.lock", "rb+") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(printing.Busy):
            printing.pdf(statement(), None)
        settings.PDF_AT_ONCE = 2
        assert printing.pdf(statement(), None) == b"%PDF 1"


def test_a_place_comes_back_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*given: object) -> bytes:
        raise as_pdf.PdfUnavailable("apt-get install …")

    monkeypatch.setattr(as_pdf, "pdf", fails)
    for _ in range(2):
        with pytest.raises(as_pdf.PdfUnavailable):
            printing.preview(statement())


def test_a_preview_is_kept_by_all_that_it_is_made_of(made: list[str]) -> None:
    first = printing.preview(statement())
    assert printing.preview(statement()) == first and len(made) == 1
    with slot("pdf", 1):
        assert printing.preview(statement()) == first, "what is kept needs no place"
    others = [
        printing.preview(statement("Bakkerij Janssens")),
        printing.preview(statement(), "<p>bijlage</p>"),
        printing.preview(statement(), "<p>andere</p>"),
    ]
    assert len({first, *others}) == 4


def test_a_preview_is_made_anew_after_ten_minutes(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first, real = printing.preview(statement()), time.time
    monkeypatch.setattr(time, "time", lambda: real() + 590)
    assert printing.preview(statement()) == first
    monkeypatch.setattr(time, "time", lambda: real() + 601)
    assert printing.preview(statement()) != first


def test_what_is_published_is_never_kept(made: list[str], settings) -> None:
    printing.pdf(statement(), Edition("1.00", ON))
    assert not settings.PREVIEWS_DIR.exists()


def test_a_command_waits_for_its_turn(made: list[str]) -> None:
    with slot("pdf", 1):
        thread = threading.Thread(target=lambda: printing.pdf_in_turn(statement()))
        thread.start()
        thread.join(0.5)
        assert thread.is_alive() and not made
    thread.join(10)
    assert made == ["None "]
