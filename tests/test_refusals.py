"""What is no HTTP never reaches the application. gunicorn refuses it, with our page: its own function, over a real socket."""

import logging
import runpy
import socket
from pathlib import Path

import pytest
from django.conf import settings
from gunicorn import util
from gunicorn.http import errors as wrong
from gunicorn.workers.sync import SyncWorker

from tests.page import flaws_of

CONFIGURATION = Path(settings.BASE_DIR, "gunicorn.conf.py")
ODD = [
    (wrong.InvalidRequestLine("GET /é <b>"), 400),
    (wrong.InvalidRequestMethod("get"), 400),
    (wrong.InvalidHTTPVersion((3, 0)), 400),
    (wrong.InvalidHeaderName("a b"), 400),
    (wrong.InvalidHeader("a\0"), 400),
    (wrong.ObsoleteFolding("a"), 400),
    (wrong.LimitRequestLine(9000, 4094), 414),
    (wrong.LimitRequestHeaders("max"), 431),
    (wrong.UnsupportedTransferCoding("brotli"), 501),
    (wrong.ExpectationFailed("tea"), 417),
    (wrong.InvalidChunkSize(b"zz"), 400),
    (ValueError("of our own"), 500),
]


class Quiet:
    """The part of gunicorn's log that a refusal writes to."""

    def __init__(self) -> None:
        self.warning = self.exception = logging.getLogger("tests.refusals").debug

    def access(self, *args: object) -> None:
        pass


def answer_to(fault: Exception) -> bytes:
    worker = object.__new__(SyncWorker)
    worker.log = Quiet()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        worker.handle_error(None, ours, ("192.0.2.1", 1), fault)
        ours.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: theirs.recv(65_536), b""))


@pytest.mark.parametrize(("fault", "status"), ODD, ids=[type(fault).__name__ for fault, _ in ODD])
def test_what_is_no_http_is_refused_in_dutch(fault: Exception, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "write_error", util.write_error)  # put back afterwards
    runpy.run_path(str(CONFIGURATION))
    head, _, page = answer_to(fault).partition(b"\r\n\r\n")
    lines = head.decode("ascii").split("\r\n")
    assert (
        lines[0].startswith(f"HTTP/1.1 {status} ")
        and f"Content-Length: {len(page)}" in lines
        and "Content-Type: text/html; charset=utf-8" in lines
    )
    assert not flaws_of(page.decode()) and "<b>" not in page.decode()


def test_gunicorn_finds_the_file_by_itself() -> None:
    from gunicorn.config import get_default_config_file

    assert Path(get_default_config_file()).resolve() == CONFIGURATION
