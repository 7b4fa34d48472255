"""Development starts with nothing; production refuses to start half-configured, and says how to mend it."""

import hashlib
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = str(ROOT / "privacy_builder" / "settings.py")

PRODUCTION = {
    "DEBUG": "off",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-0123456789",
    "ALLOWED_HOSTS": "privacy.example.be, www.example.be",
    "DATABASE_URL": "postgres://user:p%40ss@db.example.be:5433/privacy",
    "SITE_URL": "https://privacy.example.be/",
    "EMAIL_URL": "smtp+tls://post:secret@mail.example.be",
    "DEFAULT_FROM_EMAIL": "privacy@example.be",
}
OURS = (*PRODUCTION, "TRUSTED_PROXY_COUNT", "STATIC_ROOT", "PDF_AT_ONCE", "PREVIEWS_DIR")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OURS:
        monkeypatch.delenv(name, raising=False)


def load(monkeypatch: pytest.MonkeyPatch, **environment: str) -> dict[str, Any]:
    """Read the settings file in this environment."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(SETTINGS)


def test_development_needs_no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch)
    assert settings["DEBUG"] is True
    assert settings["DATABASES"]["default"]["NAME"] == str(ROOT / "var" / "db.sqlite3")
    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.filebased.EmailBackend"
    assert "*" not in settings["ALLOWED_HOSTS"], "with DEBUG on, only this machine may look"


def test_production_starts_when_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, **PRODUCTION)
    database = settings["DATABASES"]["default"]
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["privacy.example.be", "www.example.be"]
    assert settings["SITE_URL"] == "https://privacy.example.be"
    assert (database["PASSWORD"], database["HOST"], database["PORT"]) == ("p@ss", "db.example.be", 5433)
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (60, True)
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"]) == ("mail.example.be", 587, True)
    assert "db.DatabaseCache" in settings["CACHES"]["default"]["BACKEND"], "limits count across workers"
    assert settings["CACHES"]["default"]["OPTIONS"]["MAX_ENTRIES"] >= 10_000, (
        "a few hundred addresses do not wash the counters away"
    )


@pytest.mark.parametrize("name", [name for name in PRODUCTION if name != "DEBUG"])
def test_production_refuses_what_is_missing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"{name} is not set. For example: {name}="):
        load(monkeypatch, **(PRODUCTION | {name: ""}))


def test_production_tells_everything_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        load(monkeypatch, DEBUG="off")
    for name in PRODUCTION:
        assert name == "DEBUG" or f"{name} is not set" in str(refusal.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"DEBUG": "flase"}, "neither on nor off"),
        ({"SECRET_KEY": "short"}, "at least 50 random characters"),
        ({"SECRET_KEY": "x" * 60}, "at least 50 random characters"),
        ({"ALLOWED_HOSTS": "*"}, "Name the hosts"),
        ({"ALLOWED_HOSTS": "other.example.be"}, "Add privacy.example.be to it"),
        ({"SITE_URL": "http://privacy.example.be"}, "must be https://"),
        ({"SITE_URL": "privacy.example.be"}, "must be https://"),
        ({"SITE_URL": "https://privacy.example.be/app"}, "must be https://"),
        ({"DATABASE_URL": "mysql://user@localhost/x"}, "postgres:// or sqlite:///"),
        ({"DATABASE_URL": "postgres://user:p@ss:word@localhost:not-a-port/x"}, "cannot be read"),
        ({"EMAIL_URL": "mail.example.be"}, "smtp+tls://"),
        ({"EMAIL_URL": "consolemail://"}, "smtp+tls://"),
        ({"TRUSTED_PROXY_COUNT": "many"}, "whole number"),
        ({"PDF_AT_ONCE": "0"}, "PDF_AT_ONCE must be a whole number of at least 1"),
        ({"PDF_AT_ONCE": "-2"}, "PDF_AT_ONCE"),
        ({"PDF_AT_ONCE": "two"}, "PDF_AT_ONCE"),
    ],
)
def test_production_refuses_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, str], message: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        load(monkeypatch, **(PRODUCTION | change))
    assert message in str(refusal.value)


def test_one_pdf_at_once_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(monkeypatch, **PRODUCTION)["PDF_AT_ONCE"] == 1
    assert load(monkeypatch, **(PRODUCTION | {"PDF_AT_ONCE": "3"}))["PDF_AT_ONCE"] == 3


def test_sqlite_waits_and_keeps_its_guards(monkeypatch: pytest.MonkeyPatch) -> None:
    options = load(monkeypatch, **(PRODUCTION | {"DATABASE_URL": "sqlite:////srv/privacy.sqlite3"}))["DATABASES"][
        "default"
    ]
    assert options["NAME"] == "/srv/privacy.sqlite3"
    assert options["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "recursive_triggers=ON"):
        assert f"PRAGMA {pragma};" in options["OPTIONS"]["init_command"]


@pytest.mark.django_db
def test_tests_run_on_the_options_of_real_life() -> None:
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        for pragma, value in (("journal_mode", "wal"), ("foreign_keys", 1), ("recursive_triggers", 1)):
            assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_deployment_check_is_clean() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in OURS} | PRODUCTION
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    check = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert check.returncode == 0, check.stdout + check.stderr


def test_every_answer_carries_the_content_security_policy(client: Client) -> None:
    policy = client.get("/no-such-page/").headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert "unsafe" not in policy and "http" not in policy


# The official build of Bootstrap 5.3.8, as published by its makers.
BOOTSTRAP = {
    "bootstrap/css/bootstrap.min.css": "d85327d99c7a3ee1f9b5d0500d1370acea3ad2db39c163c2f51f232baedbdede",
    "bootstrap/js/bootstrap.bundle.min.js": "e4fd49181388c48ec5040bd3fe66f57c29c8e67fcd8502b3354b96ec7ab47cc7",
}


@pytest.mark.parametrize("path", BOOTSTRAP)
def test_bootstrap_is_the_official_build(path: str) -> None:
    assert hashlib.sha256(Path(finders.find(path)).read_bytes()).hexdigest() == BOOTSTRAP[path]
