"""The page that the public reads, in a browser: its measure and sizes, its contents, its tables on a telephone, and what a screen reader is told."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bench.bakery import MORE, bakery
from bench.page import EDITION, LINES
from bench.statement import ON
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.models import Policy
from policies.render import as_html
from tests.browser.conftest import DESK, PHONE
from tests.make import make_organisation
from tests.versions import make_address, make_version

pytestmark = pytest.mark.django_db(transaction=True)
LOW = {"width": 1280, "height": 400}
ZOOMED = {"width": 320, "height": 225}  # a desk of 1280 by 900 at 400 %
SIZES = """() => [...new Set([...document.querySelectorAll('body *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => getComputedStyle(one).fontSize))]"""
OUTSIDE = "one => { const box = one.getBoundingClientRect(); return box.top < 0 || box.bottom > innerHeight }"


@pytest.fixture
def read(page: Page, live_server) -> Page:
    """The statement of a bakery with a loyalty card, social media and cameras, open at a desk."""
    document = assemble(bakery(*MORE), load(), ON)
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij-bart")
    make_version(policy, html=as_html.article(document, EDITION), company=as_html.known_as(document))
    page.set_viewport_size(DESK)
    page.goto(f"{live_server.url}/privacy/bakkerij-bart/")
    return page


def test_a_line_holds_60_to_75_characters_in_one_of_three_sizes(read: Page) -> None:
    lines = sorted(read.evaluate(LINES))
    assert 60 <= lines[len(lines) // 2] <= 75
    sizes = read.evaluate(SIZES)
    assert len(sizes) == 3 and min(float(size[:-2]) for size in sizes) >= 16


def test_the_contents_stay_at_hand_at_a_desk_and_fold_on_a_telephone(read: Page, assert_accessible: Callable) -> None:
    contents = read.get_by_role("navigation", name="Wat staat waar")
    expect(contents.locator("summary")).to_be_hidden()
    read.get_by_role("heading", name="Een klacht indienen").scroll_into_view_if_needed()
    assert not contents.get_by_role("link", name="Wie wij zijn").evaluate(OUTSIDE)
    read.set_viewport_size(LOW)
    assert_accessible(read)
    last = contents.get_by_role("link", name="Een klacht indienen")
    contents.get_by_role("link", name="Een nieuwe versie").focus()
    read.keyboard.press("Tab")
    expect(last).to_be_focused()
    assert not last.evaluate(OUTSIDE), "contents that are longer than the window scroll in their place"
    read.set_viewport_size(DESK)
    contents.get_by_role("link", name="Klantenkaart").click()
    expect(read.get_by_role("heading", name="Klantenkaart")).to_be_in_viewport()
    read.set_viewport_size(PHONE)
    expect(contents.get_by_role("link", name="Klantenkaart")).to_be_hidden()
    contents.locator("summary").click()
    contents.get_by_role("link", name="Bestellingen").click()
    expect(read.get_by_role("heading", name="Bestellingen")).to_be_in_viewport()


def test_the_name_that_the_public_knows_stands_above_the_statement_once(read: Page) -> None:
    expect(read).to_have_title("Privacyverklaring – Bakkerij Bart")
    expect(read.locator(".balk .naam")).to_have_text("Bakkerij Bart")
    expect(read.locator(".onderneming")).to_be_hidden()
    read.emulate_media(media="print")
    expect(read.locator(".onderneming")).to_be_visible()
    expect(read.locator(".inhoud")).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["telephone", "zoomed"])
def test_a_row_becomes_a_block_and_stays_a_row_to_who_listens(
    read: Page, size: dict[str, int], assert_no_sideways_scroll: Callable, assert_accessible: Callable
) -> None:
    read.set_viewport_size(size)
    assert_no_sideways_scroll(read)
    card = read.locator("[id='activities/klantenkaart/data']")
    cell = card.locator("td")
    assert cell.evaluate("one => getComputedStyle(one, '::before').content").startswith('"Hoelang wij ze bewaren: "')
    assert cell.bounding_box()["y"] > card.locator("tbody th").bounding_box()["y"]
    expect(card.get_by_role("table").get_by_role("columnheader")).to_have_text(["Gegevens", "Hoelang wij ze bewaren"])
    expect(card.get_by_role("table").get_by_role("rowheader")).to_have_count(1)
    assert '- cell "2 jaar na' in card.aria_snapshot(), (
        "the head of the column is told for the cell, so the cell does not tell it again"
    )
    assert_accessible(read)


def test_colours_of_the_reader_leave_nothing_out(read: Page, assert_accessible: Callable) -> None:
    for colours in ("light", "dark"):
        read.emulate_media(color_scheme=colours, forced_colors="none")
        assert_accessible(read)
    read.emulate_media(forced_colors="active")
    border = read.locator(".kort").evaluate(
        "one => [getComputedStyle(one).borderTopColor, getComputedStyle(one).backgroundColor]"
    )
    assert border[0] != border[1], "the first layer stands apart by a line where grounds are left out"


def test_headings_are_in_order_and_landmarks_have_names(read: Page) -> None:
    levels = read.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].filter(one => one.offsetParent).map(one => +one.tagName[1])"
    )
    assert (
        levels[0] == 1
        and levels.count(1) == 1
        and all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    )
    told = read.locator("body").aria_snapshot()
    assert [
        line.strip()
        for line in told.splitlines()
        if line.strip().startswith(("- navigation", "- main", "- banner", "- contentinfo", "- region"))
    ] == [
        '- navigation "Deze verklaring":',
        "- main:",
        '- navigation "Wat staat waar":',
    ]
    assert read.locator("html").get_attribute("lang") == read.locator("article").get_attribute("lang") == "nl-BE"
