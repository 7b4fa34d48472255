"""What the rows of a list are called on their card and above their page."""

import pytest

from policies.core.facts import Activity, Cookie, DataCategory, DataUse, Facts, Recipient
from policies.wizard.summary.list_cards import SUMMARIES, page_heading


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        (Activity(key="a", name="fietsen verhuren"), "Fietsen verhuren"),
        (Activity(key="a", name="iPhones herstellen"), "iPhones herstellen"),
        (Cookie(key="a", name="kv_taal"), "kv_taal"),
        (DataUse(category="contact"), "Contactgegevens"),
        (Activity(key="a"), "Nog zonder naam"),
    ],
)
def test_a_page_has_the_name_of_its_row_with_a_capital_and_a_code_as_it_is(row: object, heading: str) -> None:
    facts = Facts(categories=(DataCategory(key="contact", name="contactgegevens"),))
    assert page_heading(facts, row) == heading


def test_what_is_planned_says_so_in_the_list() -> None:
    recipient, cookie = (
        Recipient(key="a", task="bewaart back-ups", planned=True),
        Cookie(key="a", kind="preferences", planned=True),
    )
    assert SUMMARIES["recipients"](Facts(), recipient) == "bewaart back-ups · nog niet in gebruik"
    assert SUMMARIES["cookies.placed"](Facts(), cookie) == "Voorkeuren · nog niet in gebruik"
