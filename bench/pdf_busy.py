"""The public page while six people ask for a PDF at once, beside the same page when nothing else is asked.

Gunicorn with three workers on the loopback, under the settings of production, with the demo in a database of its own. Each of the six asks for another PDF,
and asks again as the waiting page does, until it has come. Told besides: how soon everybody had an answer, and how soon everybody had the PDF.
"""

import contextlib
import http.client
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from bench.statement import Row

ROOT = Path(__file__).resolve().parents[1]
WORKERS, FETCHES, EVERY, LIMIT, PATIENCE = 3, 150, 0.05, 3.0, 120
WHO, PUBLIC = "advies@demo.example", "/privacy/kraaienvat/"
HEADERS = {"Host": "localhost", "X-Forwarded-Proto": "https"}  # as the proxy that ends TLS hands it on


@dataclass
class Asker:
    """One person with one preview: the seconds until each answer, and until the PDF."""

    port: int
    path: str
    cookie: str
    answers: list[float] = field(default_factory=list)
    had: float = 0.0

    def ask(self) -> None:
        start = time.perf_counter()
        while time.perf_counter() - start < PATIENCE:
            asked = time.perf_counter()
            status, headers, body = fetch(self.port, self.path, self.cookie)
            self.answers.append(time.perf_counter() - asked)
            if status == 200 and body.startswith(b"%PDF"):
                self.had = time.perf_counter() - start
                return
            assert status == 503, (self.path, status)
            time.sleep(float(headers["Refresh"]))
        raise TimeoutError(f"no PDF in {PATIENCE} seconds: {self.path}")


def fetch(port: int, path: str, cookie: str = "") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={**HEADERS, "Cookie": cookie})
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()


def p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def public(port: int, going: threading.Event | None = None) -> list[float]:
    """The seconds of each fetch of the public page: so many, or while something is going on.

    A reader comes every EVERY seconds, and the clock of each runs from that moment: whoever comes while a page is stuck waits as well.
    """
    seconds: list[float] = []
    comes = time.perf_counter()
    while going.is_set() if going else len(seconds) < FETCHES:
        time.sleep(max(0.0, comes - time.perf_counter()))
        assert fetch(port, PUBLIC)[0] == 200
        seconds.append(time.perf_counter() - comes)
        comes += EVERY
    return seconds


@contextlib.contextmanager
def server(*options: str) -> Iterator[tuple[int, str, list[str]]]:
    """(port, cookie, paths of six previews) of gunicorn with the demo; all of it is thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="pdf-busy-") as folder, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "privacy_builder.settings",
            "DEBUG": "off",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": "https://localhost",
            "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
            "EMAIL_URL": "smtp://localhost:1",
            "TRUSTED_PROXY_COUNT": "1",
            "DEFAULT_FROM_EMAIL": "post@localhost",
            "STATIC_ROOT": f"{folder}/static",
            "SLOTS_DIR": f"{folder}/slots",
            "PREVIEWS_DIR": f"{folder}/previews",
        }
        told = subprocess.run(
            [sys.executable, "-m", "bench.pdf_busy"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        cookie, *paths = told.stdout.split()
        door.close()
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "privacy_builder.wsgi",
            "--workers",
            str(WORKERS),
            "--bind",
            f"127.0.0.1:{port}",
            "--log-level",
            "warning",
            *options,
        ]
        running = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            _warm(port, running, cookie, paths)
            yield port, cookie, paths
        finally:
            running.terminate()
            running.wait(20)


def _warm(port: int, running: subprocess.Popen, cookie: str, paths: list[str]) -> None:
    """Wait until it answers, and let every worker have served the page and these drafts: the first of a worker reads the library."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        with contextlib.suppress(OSError):
            fetch(port, PUBLIC)
            public(port)
            for path in paths:
                drafts = [
                    threading.Thread(target=fetch, args=(port, path.replace(".pdf", "/"), cookie))
                    for _ in range(2 * WORKERS)
                ]
                for draft in drafts:
                    draft.start()
                for draft in drafts:
                    draft.join()
            return
        time.sleep(0.2)
    raise TimeoutError("gunicorn does not answer")


def _prepare() -> None:
    """Make database, static files and demo; print the session of who asks and the addresses of the previews."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from policies.models import Policy, User

    for command in (["migrate"], ["collectstatic", "--no-input"]):
        call_command(*command, verbosity=0, stdout=StringIO())
    made = subprocess.run(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env=os.environ | {"DEBUG": "on"},
        capture_output=True,
        text=True,
    )  # no demo in production
    if made.returncode:
        sys.exit(made.stderr)
    client, user = Client(), User.objects.get(email=WHO)
    client.force_login(user)
    print(f"sessionid={client.cookies['sessionid'].value}")
    for policy in Policy.objects.filter(organisation__memberships__user=user):
        print(*(reverse("policy_preview_pdf", args=[policy.pk]) + query for query in ("", "?bijlage=ja")))


def busy(port: int, cookie: str, paths: list[str]) -> tuple[list[float], list[Asker]]:
    """The seconds of the public page while all previews are asked for, and who asked."""
    askers = [Asker(port, path, cookie) for path in paths]
    threads = [threading.Thread(target=asker.ask) for asker in askers]
    going, seconds = threading.Event(), []
    going.set()
    reader = threading.Thread(target=lambda: seconds.extend(public(port, going)))
    for thread in (reader, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    going.clear()
    reader.join()
    return seconds, askers


def measure() -> Iterator[Row]:
    with server() as (port, cookie, paths):
        before = p95(public(port))
        seconds, askers = busy(port, cookie, paths)
        after = p95(public(port))
    assert len(askers) == 6 and all(asker.had for asker in askers), "somebody never had a PDF"
    idle = statistics.mean((before, after))
    yield "public page, 95th percentile, nothing else asked", idle * 1000, None, "ms"
    yield (
        f"the same while {len(askers)} PDFs are asked at once ({len(seconds)} fetches)",
        p95(seconds) * 1000,
        None,
        "ms",
    )
    yield "public page busy / idle", p95(seconds) / idle, LIMIT, "x"
    yield (
        "slowest answer that says to ask again",
        max((one for asker in askers for one in asker.answers[:-1]), default=0.0) * 1000,
        None,
        "ms",
    )
    yield "until everybody had the PDF", max(asker.had for asker in askers), None, "s"


if __name__ == "__main__":
    _prepare()
