"""The statement beside a form, in a browser: keyboard, finger, pointer, and what comes in later."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from playwright.sync_api import Browser, Page, expect

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.sentences import cut, sentences
from policies.core.facts.plain_data import read_yaml
from policies.render import as_preview

EXAMPLE = Path(__file__).resolve().parents[2] / "clauses" / "examples" / "vraag-antwoord.yaml"
FIELDS = (
    "controller.legal_name",
    "activities.nieuwsbrief",
    "style.tone",
    "changes.notice_days",
)  # the last is told near the end


@pytest.fixture(scope="module")
def pane() -> str:
    document = assemble(read_yaml(EXAMPLE.read_bytes()), load(), date(2026, 12, 1))
    new = sentences(document)[2].id
    article = as_preview.preview(
        cut(document),
        lambda said: as_preview.SentenceReason(f"#naar-{said.id}", ("Officiële naam (stap Onderneming)",)),
        {new},
    ).html
    return render_to_string(
        "wizard/preview.html", {"preview": mark_safe(article), "changed": 1, "policy": SimpleNamespace(pk=1)}
    )


def opened(page: Page, pane: str) -> Page:
    """A form with the pane beside it, with the real style sheets and script."""
    fields = "".join(
        f'<div data-path="{path}"><label for="f{n}">{path}</label><input class="form-control" id="f{n}"></div>'
        for n, path in enumerate(FIELDS)
    )
    page.set_content(
        '<!doctype html><html lang="nl"><head><meta name="viewport" content="width=device-width"><title>Onderneming</title></head>'
        f'<body><main class="site-main"><h1>Onderneming</h1><form>{fields}<button>Bewaren</button></form><div id="plaats">{pane}</div></main></body></html>'
    )
    for name in ("bootstrap/css/bootstrap.min.css", "policies/app.css", "policies/wizard.css", "policies/preview.css"):
        page.add_style_tag(path=finders.find(name))
    page.add_script_tag(path=finders.find("policies/preview.js"))
    return page


def bubbles(page: Page) -> int:
    return page.locator(".waarom:visible").count()


def point_at(page: Page, index: int) -> None:
    text = page.locator(".zin-tekst").nth(index)
    text.evaluate("text => text.scrollIntoView({block: 'center', behavior: 'instant'})")
    x, y = text.evaluate(
        "text => { const box = text.getClientRects()[0]; return [box.x + 6, box.y + box.height / 2]; }"
    )
    page.mouse.move(x, y)


def test_the_keyboard_walks_through_the_sentences(page: Page, pane: str) -> None:
    opened(page, pane)
    stops = page.locator('.zin-tekst[tabindex="0"]')
    expect(stops).to_have_count(1)
    stops.focus()
    for key, place in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        expect(page.locator(".zin-tekst").nth(place)).to_be_focused()
        expect(stops).to_have_count(1)
    described = page.locator(":focus").get_attribute("aria-describedby")
    assert bubbles(page) == 1 and page.locator(f'[id="{described}"]').is_visible()
    page.keyboard.press("Escape")
    assert bubbles(page) == 0


def test_the_pointer_brings_up_why_and_can_cross_over_to_it(page: Page, pane: str) -> None:
    opened(page, pane)
    for index in (4, 30):
        point_at(page, index)
        bubble = page.locator(".zin").nth(index).locator(".waarom")
        expect(bubble).to_be_visible()
        box = bubble.bounding_box()
        page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
        expect(bubble).to_be_visible()
        assert bubbles(page) == 1
        frame, box = page.locator(".preview").bounding_box(), bubble.bounding_box()
        assert frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"]
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)  # in which the browser finds out what lies under the pointer now
    assert bubbles(page) == 0
    point_at(page, 6)
    assert bubbles(page) == 1


def test_a_finger_first_reads_why_and_then_follows(browser: Browser, pane: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page = opened(context.new_page(), pane)
    text = page.locator(".zin-tekst").nth(1)
    text.tap()
    assert bubbles(page) == 1 and page.evaluate("location.hash") == ""
    for frame in ("html", ".preview"):
        assert page.locator(frame).evaluate("frame => frame.scrollWidth <= frame.clientWidth"), (
            f"{frame} can be moved sideways"
        )
    text.tap()
    assert page.evaluate("location.hash").startswith("#naar-")
    context.close()


def test_a_field_lights_the_sentences_that_it_feeds(page: Page, pane: str) -> None:
    opened(page, pane)
    note, lit = page.locator("[data-preview-note]"), page.locator(".zin.gelicht")
    page.locator("#f1").focus()
    expect(note).to_have_text(f"Dit antwoord staat in {lit.count()} zinnen.")
    assert lit.count() > 3 and all("activities.nieuwsbrief." in one.get_attribute("data-p") for one in lit.all())
    place = page.evaluate("window.scrollY")
    page.locator("#f3").evaluate("field => field.focus({preventScroll: true})")
    expect(note).to_have_text("Dit antwoord staat in 1 zin.")
    page.wait_for_function("() => { const frame = document.querySelector('.preview'); return frame.scrollTop > 1000; }")
    assert page.evaluate("window.scrollY") == place, "the page itself moved"
    page.locator("#f2").focus()
    expect(note).to_have_text("Dit antwoord staat nog in geen zin.")
    page.locator("button").focus()
    expect(note).to_have_text("")
    assert lit.count() == 0


def test_what_is_put_in_later_works_as_well(page: Page, pane: str) -> None:
    opened(page, pane)
    page.locator("#f0").focus()
    before = page.locator(".zin.gelicht").count()
    page.evaluate("html => { document.getElementById('plaats').innerHTML = html; }", pane)
    expect(page.locator(".zin.gelicht")).to_have_count(before)
    expect(page.locator('.zin-tekst[tabindex="0"]')).to_have_count(1)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_it_can_be_read_by_everybody(
    page: Page,
    pane: str,
    width: int,
    scheme: str,
    assert_accessible: Callable[[Page], None],
    assert_no_sideways_scroll: Callable[[Page], None],
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    opened(page, pane)
    page.locator("#f0").focus()
    point_at(page, 2)
    assert_no_sideways_scroll(page)
    assert_accessible(page)
    page.emulate_media(media="print")
    assert bubbles(page) == 0
