"""No page shuts anybody out: axe-core on all of them, light and dark, on a phone, at a desk and at 200 %, and without motion.

Every look is taken in one dress, each page in another; those marked `everywhere` in all of them. Add pages in everybody.py.
With DEEP=yes all looks in all dresses, which takes minutes: before a release, and after the style sheets changed.
"""

import os
from collections.abc import Callable, Iterator
from itertools import cycle
from operator import attrgetter
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from tests.browser.conftest import AXE, DESK, PHONE, WIDE
from tests.browser.everybody import LOOKS, NO_PAGE, Look, every, rows, steps, world
from tests.publishing import print_quickly
from tests.test_routes import TABLE

pytestmark = pytest.mark.django_db(transaction=True)
DEEP = bool(os.environ.get("DEEP"))


class Dress(NamedTuple):
    """How a page is looked at. `zoom` 2 is a desk at 200 %: half as many pixels to lay out, each twice as sharp."""

    size: dict[str, int]
    colours: str
    motion: str
    zoom: int = 1


DRESSES = [
    Dress(DESK, "light", "no-preference"),
    Dress(PHONE, "dark", "reduce"),
    Dress({"width": 640, "height": 450}, "light", "reduce", 2),
    Dress(DESK, "dark", "reduce"),
    Dress(PHONE, "light", "no-preference"),
    Dress({"width": 640, "height": 450}, "dark", "reduce", 2),
]
SEND = "form => { form.noValidate = true; form.requestSubmit(form.querySelector('[type=submit]')) }"
MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one), longest = text => Math.max(...text.split(',').map(parseFloat));
  return longest(style.transitionDuration) > 0.01 || style.animationName !== 'none' && longest(style.animationDuration) > 0.01;
}).map(one => one.outerHTML.slice(0, 120))"""


def test_every_page_is_looked_at() -> None:
    asked = {name for method, name, *_ in TABLE if method == "GET"}
    looked_at = {look.route for look in every() if not look.deep}
    forgotten, gone = asked - looked_at - NO_PAGE.keys(), (looked_at | NO_PAGE.keys()) - asked
    assert not forgotten, f"no look in tests/browser/everybody.py, nor a reason in NO_PAGE there: {sorted(forgotten)}"
    assert not gone, f"in tests/browser/everybody.py, but no page that can be opened: {sorted(gone)}"
    assert not looked_at & NO_PAGE.keys()


@pytest.mark.parametrize("some", [LOOKS, [*steps()], [*rows()]], ids=["pages", "steps", "rows"])
def test_nobody_is_shut_out(
    some: list[Look], page: Page, live_server, settings, flaws: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    print_quickly(monkeypatch)
    page.add_init_script(AXE)
    here, found = world(), []
    for look, dress in dressed(some):
        put_on(page, dress)
        if trouble := open_as(page, live_server.url, look, here):
            found.append(f"{look}: {trouble}")
            continue
        found += [f"{look} ({dress}): {flaw}" for flaw in flaws(page)]
        if (wide := page.evaluate(WIDE)) > 0:
            found.append(f"{look} ({dress}): {wide}px wider than the window")
        if dress.motion == "reduce":
            found += [f"{look} moves although nobody wants that: {one}" for one in page.evaluate(MOVING)]
    assert not found, f"{len(found)} flaws\n" + "\n".join(found)


def dressed(some: list[Look]) -> Iterator[tuple[Look, Dress]]:
    """Each look in the next dress, or in all of them."""
    turn = cycle(DRESSES)
    for look in some:
        if DEEP or not look.deep:
            yield from ((look, dress) for dress in (DRESSES if DEEP or look.everywhere else [next(turn)]))


def put_on(page: Page, dress: Dress) -> None:
    page.set_viewport_size(dress.size)
    page.emulate_media(color_scheme=dress.colours, reduced_motion=dress.motion)
    if dress.zoom > 1:
        session = page.context.new_cdp_session(page)
        session.send(
            "Emulation.setDeviceMetricsOverride", {**dress.size, "deviceScaleFactor": dress.zoom, "mobile": False}
        )
        session.detach()


def open_as(page: Page, home: str, look: Look, here: SimpleNamespace) -> str:
    """Go there as this person, and send the form when the look says so. What is wrong when that page does not open."""
    page.context.clear_cookies()
    if look.who:
        page.context.add_cookies([{"name": "sessionid", "value": session_of(here, look.who), "url": home}])
    path = reverse(look.route, args=[argument_of(here, one) for one in look.arguments]) + look.query.replace(
        "parent", str(here.parent)
    )
    answer = page.goto(home + path)
    status = answer.status if answer else 200  # no answer: the same page, at another place
    if status >= 500 or page.url != home + path:
        return f"{status}, at {page.url}"
    if look.wrong is not None:
        for name, text in look.wrong.items():
            page.locator(f"main [name='{name}']").first.fill(text)
        holds = "".join(f":has([name='{name}'])" for name in look.wrong)
        with page.expect_navigation():
            page.locator(f"main form{holds}").first.evaluate(SEND)
    return ""


def session_of(here: SimpleNamespace, who: str) -> str:
    if who not in here.sessions:
        client = Client()
        client.force_login(getattr(here, who))
        here.sessions[who] = client.cookies["sessionid"].value
    return here.sessions[who]


def argument_of(here: SimpleNamespace, name: str) -> object:
    try:
        return attrgetter(name)(here)
    except AttributeError:
        return name
