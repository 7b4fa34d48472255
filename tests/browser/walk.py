"""A person at the keyboard: finds fields by what is written beside them, and buttons by what is on them."""

import re

from playwright.sync_api import Error, Locator, Page

from tests.browser.counter import Counter
from tests.people import PASSWORD


class Person:
    """Fills in and presses, on the page as it is now. `counter` knows what it took."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home, self.counter = page, home, Counter(page)

    def go(self, path: str) -> None:
        self.page.goto(self.home + path)

    def type(self, target: Locator, text: str) -> None:
        target.wait_for()
        self.counter.typed(target)
        target.fill(text)

    def click(self, target: Locator) -> None:
        self.page.wait_for_load_state("load")  # a person sees the page first; its scripts are there by then
        target.click()
        self.counter.acted()

    def fill(self, label: str, text: str, within: Locator | None = None) -> None:
        self.type((within or self.page).get_by_label(label, exact=True), text)

    def choose(self, label: str, option: str, within: Locator | None = None) -> None:
        target = (within or self.page).get_by_label(label, exact=True)
        self.page.wait_for_load_state("load")
        target.focus()  # a long list takes in its options when somebody comes to it
        target.select_option(label=option)
        self.counter.acted()

    def tick(self, label: str, within: Locator | None = None) -> None:
        self.check((within or self.page).get_by_label(label, exact=True))

    def check(self, box: Locator) -> None:
        """Tick a box, and once more where the page moved under the pointer: a question that an answer gives a reason for appears above it."""
        try:
            box.check(timeout=5_000)
        except Error as missed:
            if "did not change its state" not in str(missed) and "not stable" not in str(missed):
                raise
            box.check()
        self.counter.acted()

    def answer(self, question: str, *answers: str) -> None:
        group = self.page.get_by_role("group", name=question, exact=True)
        for answer in answers:
            self.check(group.get_by_label(answer, exact=True))

    def line(self, name: str) -> Locator:
        """One row of a list that is typed on the page: "Doel 2"."""
        return self.page.get_by_role("group", name=name, exact=True)

    def press(self, name: str) -> None:
        self.click(self.page.get_by_role("button", name=_exactly(name)).first)

    def follow(self, name: str) -> None:
        self.click(self.page.get_by_role("link", name=_exactly(name)).first)

    def step(self, name: str) -> None:
        """Go to a step by the list beside the questions."""
        self.click(
            self.page.get_by_role("navigation", name="Stappen").get_by_role(
                "link", name=re.compile(f"^{re.escape(name)}")
            )
        )
        self.reads(name)

    def reads(self, heading: str) -> None:
        """Wait for the page with this heading."""
        self.page.get_by_role("heading", level=1, name=re.compile(re.escape(heading))).wait_for()


def log_in(person: Person) -> None:
    person.go("/account/login/")
    person.page.locator("[name=login]").fill("olga@bakkerij.example")
    person.page.locator("[name=password]").fill(PASSWORD)
    person.page.locator("main button[type=submit]").click()
    person.page.wait_for_url("**/verklaringen/**")


def _exactly(name: str) -> re.Pattern[str]:
    """The whole name; a part that only a screen reader hears comes with a space before its colon."""
    return re.compile(f"^{re.escape(name).replace(':', r'[ ]?:')}$")
