"""The public page while six long texts and profiles are read: gunicorn with three workers, under the settings of production, on loopback only.

The 95th percentile of the page's time is taken idle and during the six, who each ask again as soon as they are answered, from six addresses. An
answer is the report, or a page that says that it is busy. The page has to stay within LIMIT times its idle time.
"""

import http.client
import multiprocessing
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from bench.statement import Row

LIMIT, WORKERS, HEAVY = 3.0, 3, 6
SECONDS = 6.0  # that each of the two measurements lasts
IMPATIENT = 1.0  # seconds until who was told to wait asks again: ten times sooner than told
PAGE, READING = "/privacy/kraaienvat/", "/tekst-controleren/"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@contextmanager
def server() -> Iterator[int]:
    """The port of gunicorn with the demo, gone afterwards with all that it wrote."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        made = os.environ | {
            "DJANGO_SETTINGS_MODULE": "privacy_builder.settings",
            "DATABASE_URL": f"sqlite:///{folder}/busy.sqlite3",
            "STATIC_ROOT": f"{folder}/static",
            "SLOTS_DIR": f"{folder}/slots",
        }
        lasting = made | {
            "DEBUG": "off",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": "https://localhost",
            "TRUSTED_PROXY_COUNT": "1",
            "EMAIL_URL": "smtp://127.0.0.1:1",
            "DEFAULT_FROM_EMAIL": "bench@localhost",
        }
        for environment, *command in (
            (lasting, "migrate"),
            (lasting, "collectstatic", "--no-input"),
            (made | {"DEBUG": "on"}, "demo"),
        ):
            subprocess.run(
                [sys.executable, "manage.py", *command], env=environment, check=True, stdout=subprocess.DEVNULL
            )
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
        ]
        process = subprocess.Popen(command, env=lasting, cwd=Path(__file__).resolve().parent.parent)
        try:
            _wait(port)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int) -> None:
    for _ in range(150):
        try:
            if ask(port, PAGE)[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    sys.exit("gunicorn does not start; what it says is above.")


def ask(
    port: int, path: str, body: str | None = None, address: str = "10.0.0.1", cookie: str = ""
) -> tuple[int, bytes, str]:
    """Status, body and cookies of one request, as a proxy that ends TLS hands it on."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {
        "Host": "localhost",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-For": address,
        "Referer": f"https://localhost{path}",
        "Cookie": cookie,
    }
    connection.request("GET" if body is None else "POST", path, body, headers | (FORM if body is not None else {}))
    answer = connection.getresponse()
    found = answer.status, answer.read(), answer.headers.get("Set-Cookie", "").partition(";")[0]
    connection.close()
    return found


def p95(port: int) -> float:
    """The 95th percentile of the page's seconds, asked ten times a second by one reader after another."""
    times, end = [], time.monotonic() + SECONDS
    while time.monotonic() < end:
        start = time.monotonic()
        assert ask(port, PAGE)[0] == 200
        times.append(time.monotonic() - start)
        time.sleep(0.05)
    return statistics.quantiles(times, n=20)[-1]


def send(port: int, text: str, address: str) -> int:
    """Paste a text at the page that reads texts; the status of the answer."""
    page, cookie = ask(port, READING)[1:]
    token = page.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    return ask(port, READING, urlencode({"csrfmiddlewaretoken": token, "text": text}), address, cookie)[0]


def heavy(port: int, number: int, text: str, until: float, answers: multiprocessing.Queue) -> None:
    """Paste a text again and again until a moment, each time from a new address, so that only the limit in total holds; after a no a second later."""
    again = 0
    while time.monotonic() < until:
        again += 1
        answers.put(status := send(port, text, f"10.{number}.{again % 250}.1"))
        time.sleep(IMPATIENT if status == 429 else 0)


def measure() -> Iterator[Row]:
    from bench.sizes import filled, ordinary

    text = ordinary()
    texts = [
        filled(text, 99_000),
        filled(text, 25_000) + filled("nr. A ", 74_000),
        filled(text, 25_000) + filled("recht op inzage ", 74_000),
    ]
    with server() as port:
        p95(port)
        idle = p95(port)
        told: multiprocessing.Queue = multiprocessing.Queue()
        until = time.monotonic() + SECONDS + 2
        senders = [
            multiprocessing.Process(target=heavy, args=(port, number, texts[number % len(texts)], until, told))
            for number in range(HEAVY)
        ]
        for sender in senders:
            sender.start()
        time.sleep(1)
        busy = p95(port)
        answers: Counter = Counter()
        while any(sender.is_alive() for sender in senders) or not told.empty():
            answers.update([told.get(timeout=30)] if not told.empty() else [])
            time.sleep(0.01)
        start = time.monotonic()
        status = send(port, texts[0], "10.200.0.1")
        alone = time.monotonic() - start
    assert status == 200 and set(answers) <= {200, 429}, (status, answers)
    yield "the public page, idle, 95th percentile", idle * 1000, None, "ms"
    yield (
        f"the same while {HEAVY} long texts are read ({answers[200]} read, {answers[429]} told busy)",
        busy * 1000,
        None,
        "ms",
    )
    yield "  busy / idle", busy / idle, LIMIT, "x"
    yield "one long text, when nobody else asks", alone, 2.0, "s"
