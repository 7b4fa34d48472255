"""What changed with a version, in a browser: from the list to the marked text, which opens itself, and on to the part in its version."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from policies.models.chronology import day_of
from tests.browser.conftest import PHONE
from tests.make import make_policy
from tests.people import make_people
from tests.publishing import change, phone, print_quickly, publish
from tests.versions import complete_company

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def versions(live_server, settings, monkeypatch: pytest.MonkeyPatch) -> str:
    print_quickly(monkeypatch)
    people, now = make_people(), timezone.now()
    policy = make_policy(people.organisation, complete_company(), "Bakkerij")
    publish(policy, people.owner, on=day_of(now), now=now, slug="bakkerij")
    change(policy, phone("053 00 00 31"))
    publish(policy, people.owner, on=day_of(now), now=now)
    return f"{live_server.url}/privacy/bakkerij/versies/"


def test_from_the_list_to_the_text(
    versions: str, page: Page, assert_accessible: Callable, assert_no_sideways_scroll: Callable
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(versions)
    expect(page.get_by_text("Nieuw: ons telefoonnummer (053 00 00 31).")).to_be_visible()
    page.get_by_role("link", name="De tekst met wat nieuw en weg is").click()
    marked = page.locator("#tekst")
    expect(marked).to_be_visible()
    expect(marked.locator("ins", has_text="053 00 00 31").first).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    folded = marked.locator("details").filter(has_text="niets veranderd").last
    expect(folded.get_by_role("link").first).to_be_hidden()
    folded.locator("summary").click()
    part = folded.get_by_role("link").first
    name = part.inner_text()
    part.click()
    expect(page.get_by_role("heading", name=name).first).to_be_in_viewport()


def test_the_text_stays_folded_for_who_wants_the_sentences(versions: str, page: Page) -> None:
    page.goto(versions.replace("versies/", "v/1.01/verschil/"))
    expect(page.get_by_text("Nieuw: ons telefoonnummer (053 00 00 31).")).to_be_visible()
    expect(page.locator("#tekst")).to_be_hidden()
