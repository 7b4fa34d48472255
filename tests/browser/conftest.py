"""A real browser: Chromium of the system, one window at a time, and nothing may go wrong unseen on any page."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Route, expect

from tests.browser.walk import Person, log_in
from tests.make import make_policy
from tests.people import make_people

# Playwright runs a loop of its own in this thread, and Django takes that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

expect.set_options(timeout=10_000)  # milliseconds: how long is for the machine to say, what happens is for the test

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Start the system's own Chromium; bin/test says where it is."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert executable, "No Chromium here: ./bin/test installs it, or set CHROMIUM=/path/to/chrome."
    quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    quiet += ["--disable-component-update", "--disable-sync", "--no-sandbox"]  # the sandbox does not start as root
    return browser_type_launch_args | {"executable_path": executable, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """A Belgian at a desk; a test that wants a phone says page.set_viewport_size(PHONE)."""
    return browser_context_args | {"locale": "nl-BE", "timezone_id": "Europe/Brussels", "viewport": DESK}


@pytest.fixture
def page(context: BrowserContext, live_server: object, settings: object) -> Iterator[Page]:
    """A page whose errors fail the test: exceptions, console errors (a CSP refusal is one), requests that leave us."""
    settings.SITE_URL = live_server.url  # where the links in mails lead
    troubles: list[str] = []
    context.broken = ()

    def listen(opened: Page) -> None:
        opened.on("pageerror", lambda error: troubles.append(f"{opened.url}: {error}"))
        opened.on("console", hear)
        opened.leaves = lambda dialog: (
            dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss()
        )  # who leaves, leaves
        opened.on("dialog", opened.leaves)

    def hear(message: ConsoleMessage) -> None:
        # Chromium also calls a 403 or 404 that a test asks for an error of the console, and what a test breaks on purpose (context.broken).
        if message.type == "error" and not any(
            words in message.text for words in ("the server responded with a status of 4", *context.broken)
        ):
            troubles.append(f"{message.location.get('url', '')}: {message.text}")

    def stay_home(route: Route, request: Request) -> None:
        if request.url.startswith((live_server.url, "data:", "blob:")):
            route.fallback()
        else:
            troubles.append(f"asked for {request.url}")
            route.abort()

    context.on("page", listen)
    context.route("**/*", stay_home)
    context.set_default_timeout(10_000)
    yield context.new_page()
    assert not troubles, "The browser met trouble:\n" + "\n".join(troubles)


WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# What axe-core looks for; the rule for the size of what is clicked is one that it leaves out unless asked.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKED_FOR = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}


@pytest.fixture(scope="session")
def flaws() -> Callable[[Page], list[str]]:
    """What axe-core finds on the page as it is now."""

    def find(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE)
        found = page.evaluate("options => axe.run(document, options)", LOOKED_FOR)["violations"]
        return [
            f"{rule['id']}: {node['html'][:160]}: {' '.join(node['failureSummary'].split())}"
            for rule in found
            for node in rule["nodes"]
        ]

    return find


@pytest.fixture
def assert_accessible(flaws: Callable[[Page], list[str]]) -> Callable[[Page], None]:
    """Check the page as it is now with axe-core."""

    def check(page: Page) -> None:
        found = flaws(page)
        assert not found, f"{page.url}\n" + "\n".join(found)

    return check


@pytest.fixture
def assert_no_sideways_scroll() -> Callable[[Page], None]:
    """Check that the page fits its width."""

    def check(page: Page) -> None:
        wide = page.evaluate(WIDE)
        assert wide <= 0, f"{page.url} is {wide}px wider than the window of {page.viewport_size['width']}px."

    return check


@pytest.fixture
def olga(page: Page, live_server: object) -> Person:
    """Olga, logged in, with the bakery's policy."""
    people = make_people()
    person = Person(page, live_server.url)
    person.policy = make_policy(people.organisation)
    log_in(person)
    return person
