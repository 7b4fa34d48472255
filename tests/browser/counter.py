"""What a walk costs the person who makes it: pages that load, things done by hand, requests inside a page."""

from dataclasses import dataclass, field, fields

from playwright.sync_api import Locator, Page, Request


@dataclass(frozen=True)
class Counts:
    """`typed` fields are among the `interactions`; `loads` are whole documents, `requests` are those of htmx."""

    loads: int = 0
    interactions: int = 0
    typed: int = 0
    requests: int = 0

    @property
    def effort(self) -> float:
        """Interactions, with every request inside a page as half of one."""
        return self.interactions + self.requests / 2

    def __sub__(self, earlier: "Counts") -> "Counts":
        return Counts(*(getattr(self, one.name) - getattr(earlier, one.name) for one in fields(self)))

    def __str__(self) -> str:
        return f"{self.loads} pages loaded, {self.interactions} interactions ({self.typed} fields typed), {self.requests} requests in a page: effort {self.effort:g}"


@dataclass
class Counter:
    """Listens to a page; whoever acts on it tells what was done. `counter.counts - earlier` is the cost of what came between."""

    page: Page
    counts: Counts = Counts()
    _typed: set[tuple] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("request", self._hear)

    def _hear(self, request: Request) -> None:
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self._add(loads=not request.redirected_from)  # form, redirect and page are one load
        elif "hx-request" in request.headers and not request.redirected_from:
            self._add(requests=1)

    def acted(self) -> None:
        """A click, a tap, an option that was chosen, a box that was ticked."""
        self._add(interactions=1)

    def typed(self, target: Locator) -> None:
        """A field that was typed: once for each field, until the page changes under it."""
        state = (self.counts.loads, self.counts.requests, target.evaluate("field => field.name || field.id"))
        if state not in self._typed:
            self._typed.add(state)
            self._add(interactions=1, typed=1)

    def _add(self, **more: int) -> None:
        self.counts = Counts(
            **{one.name: getattr(self.counts, one.name) + more.get(one.name, 0) for one in fields(Counts)}
        )
