"""What every test stands on: a database like the real one, quick passwords, and no warning that goes unseen."""

import gc
import logging
import shutil
from collections.abc import Iterator

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.template.base import Template
from django.test import TransactionTestCase
from django.test.utils import _TestState

from tests.page import PageClient
from tests.people import People, make_people

# Same in, same out, also for a test that makes up its own examples; and no minutes of looking for a smaller example.
# To hunt further, and to get the smallest failing example: ./bin/test --hypothesis-profile=search -k name
WITHOUT_SHRINKING = [
    phase for phase in hypothesis.Phase if phase not in (hypothesis.Phase.shrink, hypothesis.Phase.explain)
]
hypothesis.settings.register_profile(
    "suite", derandomize=True, deadline=None, database=None, max_examples=20, phases=WITHOUT_SHRINKING
)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    """Hash passwords quickly: the real hasher is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {settings.DATABASES['default']['ENGINE']}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out the tests that touch no database, or say that it makes no difference: they ran a moment ago."""
    if not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    touching = {"db", "transactional_db", "django_db_setup", "live_server"}
    left_out = [
        item
        for item in items
        if item.get_closest_marker("one_database")
        or not (touching & set(item.fixturenames) or item.get_closest_marker("django_db"))
    ]
    items[:] = [item for item in items if item not in set(left_out)]
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage less often, and not among what stays until the end anyway: that took a seventh of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give SQLite a file as in real life, new for every run: one in memory has other locks, and threads share it."""
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True, scope="session")
def flush_past_the_guards() -> Iterator[None]:
    """Let Django empty the database after a test with real transactions: the triggers that keep versions would refuse."""
    from policies.models.guards import guards_off

    flush = TransactionTestCase._fixture_teardown

    def flush_with_guards_off(self: TransactionTestCase) -> None:
        with guards_off():
            flush(self)

    TransactionTestCase._fixture_teardown = flush_with_guards_off
    yield
    TransactionTestCase._fixture_teardown = flush


@pytest.fixture(autouse=True, scope="session")
def no_copies_of_contexts(django_test_environment: None) -> None:
    """Render as in real life. Django keeps a copy of the context of every template for tests that ask; none of ours does."""
    Template._render = _TestState.saved_data.template_render


@pytest.fixture(autouse=True, scope="session")
def slots_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Count heavy work for this process alone: tests that run beside each other take no place from one another."""
    settings.SLOTS_DIR = tmp_path_factory.mktemp("slots")


@pytest.fixture(autouse=True, scope="session")
def previews_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the PDFs of drafts apart from those of a copy that people use."""
    settings.PREVIEWS_DIR = tmp_path_factory.mktemp("previews") / "kept"


@pytest.fixture(autouse=True)
def no_preview_kept(previews_of_this_run: None) -> None:
    """Start with no PDF of an earlier test."""
    shutil.rmtree(settings.PREVIEWS_DIR, ignore_errors=True)


@pytest.fixture
def client() -> PageClient:
    """A browser that checks every page it is given."""
    return PageClient()


@pytest.fixture
def people(db: None) -> People:
    """Olga, Ed, Rita, Sven, and the bakery."""
    return make_people()


@pytest.fixture(autouse=True)
def nobody_tried_before() -> None:
    """Forget the attempts that are counted in the cache: a test starts with all of them left."""
    cache.clear()


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Forget what earlier tests with real transactions made: the database is empty again, and counts from one."""
    from policies.store import cache

    cache.forget()


class Overheard(logging.Handler):
    """Keep the warnings that the PDF's makers only log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_warning_of_weasyprint() -> Iterator[None]:
    """Fail a test during which WeasyPrint or fontTools logged a warning: it would be a flaw in the PDF."""
    overheard = Overheard()
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).addHandler(overheard)
    yield
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).removeHandler(overheard)
    if overheard.heard:
        pytest.fail("WeasyPrint warned:\n" + "\n".join(overheard.heard))
