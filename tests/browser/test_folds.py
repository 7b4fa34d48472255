"""Folds in a browser: shut until somebody wants them, open to a link into them and on paper, and no script for any of it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from policies.core.clauses.library import FOLDER
from policies.core.facts.plain_data import read_yaml
from policies.models import Policy
from policies.models.chronology import day_of
from policies.render import as_html
from tests.browser.conftest import PHONE
from tests.golden import document
from tests.make import make_policy
from tests.people import make_people
from tests.publishing import print_quickly, publish

pytestmark = pytest.mark.django_db(transaction=True)
CHECK, REFUSAL = "rights/identity", "rights/refusal"


@pytest.fixture
def statement(live_server, settings, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the statement that folds most: one block for each set of people."""
    print_quickly(monkeypatch)
    people, now = make_people(), timezone.now()
    policy: Policy = make_policy(
        people.organisation, read_yaml((FOLDER / "examples" / "betrokkenen.yaml").read_bytes()), "Code"
    )
    publish(policy, people.owner, on=day_of(now), now=now, slug="code-hazelaar")
    return f"{live_server.url}/privacy/code-hazelaar/"


def open_folds(page: Page) -> int:
    return page.locator("details.vouw[open]").count()


def test_a_fold_is_shut_until_it_is_pressed(
    statement: str, page: Page, assert_accessible: Callable, assert_no_sideways_scroll: Callable
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(statement)
    assert page.locator("details.vouw").count() > 15 and open_folds(page) == 0
    said = page.locator(f"[id='{REFUSAL}']")
    expect(said).to_be_hidden()
    summary = page.get_by_text("Controle en weigering", exact=True)
    assert summary.bounding_box()["height"] >= 24
    summary.focus()
    page.keyboard.press("Enter")
    expect(said).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_a_link_into_a_fold_opens_it(statement: str, page: Page) -> None:
    """As Chromium does for a fragment; where a browser does not, the heading above the fold is what links lead to (tests/core/assembly/test_folds.py)."""
    page.goto(f"{statement}#{CHECK}")
    expect(page.locator(f"[id='{CHECK}']")).to_be_in_viewport()
    assert open_folds(page) == 1


def test_all_of_it_opens_and_shuts_with_a_link(
    statement: str, page: Page, assert_accessible: Callable, assert_no_sideways_scroll: Callable
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(statement)
    page.get_by_role("link", name="Alles openen").click()
    page.wait_for_url(f"{statement}alles/")
    assert open_folds(page) == page.locator("details.vouw").count() > 15
    expect(page.locator(f"[id='{REFUSAL}']")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="Alles sluiten").click()
    page.wait_for_url(statement)
    assert open_folds(page) == 0


def unprinted(page: Page, path: Path) -> list[str]:
    """The beginning of each block in a fold that a print of the page lacks."""
    said = page.evaluate("[...document.querySelectorAll('details.vouw > :not(summary)')].map(one => one.textContent)")
    assert len(said) > 15 and open_folds(page) == 0
    page.pdf(path=path)
    words = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    printed, first = bare(words), [bare(text)[:20] for text in said]
    return [text for text in first if text not in printed]


def bare(words: str) -> str:
    """Words without what differs by where a line ends."""
    return "".join(words.split()).replace("-", "")


def test_every_fold_is_open_on_paper(statement: str, page: Page, tmp_path: Path) -> None:
    page.goto(statement)
    assert unprinted(page, tmp_path / "page.pdf") == []


def test_a_kept_file_prints_its_folds_open_too(page: Page, tmp_path: Path) -> None:
    page.set_content(as_html.page(document("betrokkenen", "betrokkenen", "u"), None))
    assert unprinted(page, tmp_path / "file.pdf") == []
