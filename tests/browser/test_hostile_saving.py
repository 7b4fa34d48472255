"""What a browser and a network do to a page that saves by itself: going back, filling in silently, answers of strangers, two clicks, no connection, and ticks on the last page."""

import dataclasses

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from policies.models import Policy
from policies.store import write
from policies.store.read import facts_of
from tests.browser.saving import Slow, asks, at, city, put_away, saved
from tests.browser.walk import Person

pytestmark = pytest.mark.django_db(transaction=True)
ALIVE = "() => { const was = window.fetch; window.alive = []; window.fetch = (url, given) => { window.alive.push(given.keepalive); return was(url, given); }; }"
FILL = """([letter, size]) => {
  const form = document.querySelector("form[data-wizard]"), much = document.createElement("input");
  [much.type, much.name] = ["hidden", "veel"];
  form.append(much);
  const rest = new URLSearchParams([...new FormData(form)]).toString().length;
  much.value = letter.repeat(Math.floor((size - rest) / encodeURIComponent(letter).length));
}"""


def colleague(policy: Policy, name: str) -> None:
    write.change(
        policy,
        lambda facts: dataclasses.replace(facts, controller=dataclasses.replace(facts.controller, seat_city=name)),
    )


def held(page: Page, slow: Slow) -> None:
    """Wait until a save is under way, and held back."""
    for _ in range(100):
        if slow.waiting:
            return
        page.wait_for_timeout(50)
    raise AssertionError("nothing was sent")


def test_who_goes_back_never_takes_the_place_of_a_colleague(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    city(page).fill("Brugge")
    saved(page)
    page.get_by_label("Algemeen e-mailadres").fill("geen adres")
    page.get_by_role("link", name="Bakkerij Peeters", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("Bakkerij Peeters")
    colleague(olga.policy, "Gent")
    page.go_back()
    expect(page.get_by_label("Algemeen e-mailadres")).to_have_value("geen adres")
    expect(page.locator("#bewaard")).to_contain_text("Nog niet bewaard: Algemeen e-mailadres")
    assert facts_of(olga.policy).controller.seat_city == "Gent"
    city(page).fill("Aalst")
    expect(page.locator("#bewaard")).to_contain_text("Plaats (kies wat blijft)")
    assert facts_of(olga.policy).controller.seat_city == "Gent"


def test_what_is_filled_in_without_an_event_is_stored(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    page.evaluate("() => { document.getElementById('id_controller-seat_city').value = 'Brugge'; }")
    saved(page)
    assert facts_of(olga.policy).controller.seat_city == "Brugge"


def test_and_keeps_the_page_from_saying_that_all_is_stored(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    slow = Slow(page, at(olga.policy, "onderneming"))
    slow.answers = ["hold"]
    page.get_by_label("Postcode", exact=True).fill("8000")
    held(page, slow)
    page.evaluate("() => { document.getElementById('id_controller-seat_city').value = 'Brugge'; }")
    slow.answers = ["hold"]
    slow.let_go()
    page.wait_for_timeout(500)
    expect(page.locator("#bewaard")).not_to_contain_text("Bewaard om")
    page.wait_for_timeout(300)
    slow.let_go()
    saved(page)
    assert facts_of(olga.policy).controller.seat_city == "Brugge"


@pytest.mark.parametrize("body", ["<!doctype html><title>Log in op het netwerk</title><h1>Wifi</h1>", "", "OK"])
def test_a_page_of_somebody_else_is_no_answer(olga: Person, body: str) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    given: list[Route] = []

    def portal(route: Route) -> None:
        if route.request.method == "POST" and not given:
            given.append(route)
            route.fulfill(status=200, content_type="text/html", body=body)
        else:
            route.fallback()

    page.route("**/vragen/onderneming/", portal)
    city(page).fill("Brugge")
    expect(page.locator("#bewaard")).to_contain_text("Niet bewaard: dat lukt nu niet")
    assert asks(page, lambda: page.get_by_role("link", name="Bakkerij Peeters", exact=True).first.click())


def test_two_clicks_while_a_save_is_under_way_are_one(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    slow = Slow(page, at(olga.policy, "onderneming"))
    slow.answers = ["hold"]
    posts: list[object] = []
    page.on("request", lambda one: posts.append(one) if one.method == "POST" and one.is_navigation_request() else None)
    city(page).fill("Brugge")
    held(page, slow)
    button = page.get_by_role("button", name="Bewaren", exact=True).first
    button.click(no_wait_after=True)
    button.click(no_wait_after=True)
    page.wait_for_timeout(200)
    assert posts == []
    with page.expect_navigation():
        slow.let_go()
    page.wait_for_timeout(300)
    assert len(posts) == 1 and facts_of(olga.policy).controller.seat_city == "Brugge"
    expect(page.get_by_text("Nu staat er")).to_have_count(0)


def test_the_button_without_a_connection_keeps_what_is_typed(olga: Person, context: BrowserContext) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    context.broken = ("net::ERR", "htmx:")
    context.set_offline(True)
    city(page).fill("Brugge")
    page.get_by_role("button", name="Bewaren", exact=True).first.click()
    expect(page.locator("#bewaard")).to_contain_text("geen verbinding")
    expect(city(page)).to_have_value("Brugge")
    context.set_offline(False)
    saved(page)
    assert facts_of(olga.policy).controller.seat_city == "Brugge"


@pytest.mark.parametrize(
    ("size", "alive", "letter"), [(59_000, True, "x"), (61_000, False, "x"), (59_000, True, "€"), (61_000, False, "é")]
)
def test_up_to_sixty_thousand_bytes_are_sent_for_a_page_that_is_put_away(
    olga: Person, size: int, alive: bool, letter: str
) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    page.evaluate(ALIVE)
    page.evaluate(FILL, [letter, size])
    city(page).fill("Brugge")
    put_away(page, True)
    saved(page)
    assert page.evaluate("window.alive") == [alive] and facts_of(olga.policy).controller.seat_city == "Brugge"


def test_back_on_the_page_a_lost_answer_is_not_waited_for(olga: Person) -> None:
    """Who takes up the telephone again sees within a second what is stored, though the save of before is still under way, and lost."""
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    slow = Slow(page, at(olga.policy, "onderneming"))
    slow.answers = ["hold", "down"]
    city(page).fill("Brugge")
    held(page, slow)
    put_away(page, True)
    put_away(page, False)
    slow.waiting.pop(0).abort()
    expect(page.locator("#bewaard")).to_contain_text("Bewaard om", timeout=3000)
    assert facts_of(olga.policy).controller.seat_city == "Brugge"


def test_a_row_that_was_deleted_elsewhere_is_never_called_stored(olga: Person) -> None:
    page, row = olga.page, olga.policy.recipients.get()
    olga.go(at(olga.policy, f"ontvangers/ontvangers/{row.pk}"))
    row.delete()
    page.get_by_label("Dienst of ontvanger").fill("Mollie")
    expect(page.locator("#bewaard")).to_have_text("Niet bewaard. Kies Bewaren om te zien waarom.")
    assert asks(page, lambda: page.get_by_role("link", name="Bakkerij Peeters", exact=True).first.click())
    olga.press("Bewaren")
    expect(page.get_by_label("Dienst of ontvanger")).to_have_value("Mollie")


PROPOSED, BOX = ("controller", "disclosure", "recipients.combell"), "[data-klopt]"


@pytest.fixture
def cards(olga: Person) -> Slow:
    """The last page with proposals to look at; how the server answers to ticks."""
    write.change(
        olga.policy,
        lambda facts: dataclasses.replace(facts, preset=dataclasses.replace(facts.preset, unconfirmed=PROPOSED)),
    )
    olga.go(at(olga.policy, "controle"))
    return Slow(olga.page, str(olga.page.locator("[data-confirm]").get_attribute("formaction")))


def told(page: Page, words: str) -> None:
    expect(page.locator("[data-waiting]").first).to_have_text(words)


def waits(olga: Person, count: int) -> None:
    """Wait until so many proposals are stored as not confirmed."""
    for _ in range(60):
        if len(facts_of(olga.policy).preset.unconfirmed) == count:
            return
        olga.page.wait_for_timeout(100)
    raise AssertionError(facts_of(olga.policy).preset.unconfirmed)


def test_the_counter_counts_the_cards_that_are_there(olga: Person, cards: Slow) -> None:
    page, box = olga.page, olga.page.locator(BOX).first
    count = page.locator(".answer-proposed").count()
    expect(page.locator("[data-waiting]").first).to_contain_text(f"{count} kaarten na te kijken")
    box.check()
    told(page, f"{count - 1} {'kaart' if count == 2 else 'kaarten'} na te kijken")
    waits(olga, len(PROPOSED) - 1)
    box.uncheck()
    told(page, f"{count} kaarten na te kijken")
    waits(olga, len(PROPOSED))
    olga.page.reload()
    expect(page.locator("[data-waiting]").first).to_contain_text(f"{count} kaarten na te kijken")


@pytest.mark.parametrize("answer", ["500", "down", "200", "403"])
def test_ticks_that_are_not_stored_are_not_called_so(olga: Person, cards: Slow, answer: str) -> None:
    page = olga.page
    count = page.locator(".answer-proposed").count()
    cards.answers = [answer]
    page.locator(BOX).first.check()
    told(page, f"{count - 1} {'kaart' if count == 2 else 'kaarten'} na te kijken. Uw vinkjes zijn nog niet bewaard.")
    expect(page.locator("[data-confirm]")).to_be_visible()
    assert len(facts_of(olga.policy).preset.unconfirmed) == len(PROPOSED)
    put_away(page, False)  # back on the page it tries again
    waits(olga, len(PROPOSED) - 1)
    told(page, f"{count - 1} {'kaart' if count == 2 else 'kaarten'} na te kijken")


def test_a_tick_that_is_taken_away_while_it_is_sent_waits_again(olga: Person, cards: Slow) -> None:
    page = olga.page
    cards.answers = ["hold"]
    page.locator(BOX).first.check()
    held(page, cards)
    page.locator(BOX).first.uncheck()
    cards.let_go()
    waits(olga, len(PROPOSED) - 1)
    waits(olga, len(PROPOSED))
