"""How long signing up, asking for a new password and logging in take for an address with an account, beside one without.

With the hasher of real life, a database in a file and mails written to a folder; every request comes from another network, so that no limit answers first.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import django

from bench.statement import Row

LIMIT, ROUNDS = 1.15, 25
PASSWORD = "een-lang-wachtwoord-1"


def measure() -> Iterator[Row]:
    django.setup()
    from django.db import connection
    from django.test.utils import override_settings, setup_test_environment, teardown_test_environment

    with tempfile.TemporaryDirectory() as folder:
        setup_test_environment()
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder, "bench.sqlite3"))
        name = connection.creation.create_test_db(verbosity=0)
        try:
            with override_settings(
                EMAIL_BACKEND="django.core.mail.backends.filebased.EmailBackend",
                EMAIL_FILE_PATH=str(Path(folder, "mail")),
            ):
                yield from _ratios()
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)
            teardown_test_environment()


def _ratios() -> Iterator[Row]:
    for what, ask in (("sign-up", _sign_up), ("forgotten password", _forgotten), ("log-in, wrong password", _log_in)):
        known, unknown = medians(ask)
        yield f"{what}: an address with an account", known * 1000, None, "ms"
        yield f"{what}: an address without", unknown * 1000, None, "ms"
        yield f"{what}: the longer / the shorter", max(known, unknown) / min(known, unknown), LIMIT, "x"


def medians(ask: Callable[[str, str], None], rounds: int = ROUNDS) -> tuple[float, float]:
    """Seconds for an address with an account and for one without, asked in turns. `ask(email, network)` makes the request."""
    from policies.people import open_account

    networks, times = count(1), ([], [])
    for number in range(-2, rounds):  # two to warm up
        known, unknown = f"bekend-{ask.__name__}-{number}@x.example", f"onbekend-{ask.__name__}-{number}@x.example"
        open_account("Olga Peeters", known, PASSWORD)
        for which, email in ((0, known), (1, unknown)) if number % 2 else ((1, unknown), (0, known)):
            network = next(networks)
            begin = time.perf_counter()
            ask(email, f"198.51.{network // 250}.{network % 250}")
            if number >= 0:
                times[which].append(time.perf_counter() - begin)
    return statistics.median(times[0]), statistics.median(times[1])


def _post(path: str, network: str, **data: str) -> None:
    from django.test import Client

    response = Client(REMOTE_ADDR=network).post(path, data)
    assert response.status_code in (200, 302), response.status_code


def _sign_up(email: str, network: str) -> None:
    _post(
        "/account/signup/",
        network,
        name="Nora Jacobs",
        email=email,
        password1=PASSWORD,
        kind="owner",
        organisation_name="Jacobs Tuinen",
    )


def _forgotten(email: str, network: str) -> None:
    _post("/account/password/reset/", network, email=email)


def _log_in(email: str, network: str) -> None:
    _post("/account/login/", network, login=email, password="iets heel anders")
