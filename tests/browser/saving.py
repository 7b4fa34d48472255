"""Olga with a page that saves by itself: what it says, whether it asks before she leaves, and answers of the server that are held back or broken."""

from collections.abc import Callable

from playwright.sync_api import Dialog, Locator, Page, Route, expect

from policies.models import Policy


def at(policy: Policy, rest: str) -> str:
    return f"/verklaringen/{policy.pk}/vragen/{rest}/"


def saved(page: Page) -> None:
    expect(page.locator("#bewaard")).to_contain_text("Bewaard om")


def asks(page: Page, leave: Callable[[], None]) -> bool:
    """Whether the page asks before somebody leaves it; then that person stays."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    before = page.url
    page.remove_listener("dialog", page.leaves)
    page.once("dialog", stay)
    leave()
    page.wait_for_timeout(300)
    page.on("dialog", page.leaves)
    return asked == ["beforeunload"] and page.url == before


class Slow:
    """Answers of the server to what the page saves, held back or replaced: `slow.answers` says how, in turn; after the last it is as it is."""

    def __init__(self, page: Page, address: str) -> None:
        self.waiting: list[Route] = []
        self.answers: list[str] = []
        self.bodies: list[str] = []
        page.context.broken = ("status of 500", "net::ERR_FAILED", "net::ERR_ABORTED")
        page.route(f"**{address}", self.meet)

    def meet(self, route: Route) -> None:
        if route.request.method != "POST" or "hx-request" not in route.request.headers:
            return route.fallback()
        self.bodies.append(route.request.post_data or "")
        how = self.answers.pop(0) if self.answers else ""
        if how == "hold":
            self.waiting.append(route)
        elif how == "lost":  # stored, and the answer never comes
            route.fetch()
            route.abort()
        elif how == "down":
            route.abort()
        elif how:
            route.fulfill(status=int(how), body="")
        else:
            route.fallback()

    def let_go(self) -> None:
        self.waiting.pop(0).fallback()


def city(page: Page) -> Locator:
    return page.get_by_label("Plaats", exact=True)


def put_away(page: Page, hidden: bool) -> None:
    """As a telephone puts a page away and takes it back."""
    page.evaluate(
        """hidden => {
      Object.defineProperty(document, "hidden", {configurable: true, get: () => hidden});
      Object.defineProperty(document, "visibilityState", {configurable: true, get: () => hidden ? "hidden" : "visible"});
      document.dispatchEvent(new Event("visibilitychange"));
    }""",
        hidden,
    )
