"""“Bewaard” is said when everything on the page is stored, whatever happens between the page and the server, and on a telephone that puts it away."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, expect

from policies.store import write
from policies.store.read import facts_of
from tests.browser.saving import Slow, asks, at, city, put_away, saved
from tests.browser.walk import Person
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_typed_while_a_save_is_under_way_is_stored_too(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    slow = Slow(page, at(olga.policy, "onderneming"))
    slow.answers = ["hold"]
    city(page).fill("Brugge")
    expect(page.locator("#bewaard")).to_contain_text("Bewaren …")
    page.wait_for_timeout(1500)
    city(page).fill("Oostende")
    slow.let_go()
    page.wait_for_timeout(400)
    expect(page.locator("#bewaard")).not_to_contain_text("Bewaard om")  # an older state was stored
    saved(page)
    assert facts_of(olga.policy).controller.seat_city == "Oostende"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("500", "dat lukt nu niet"),
        ("429", "dat lukt nu niet"),
        ("403", "Kies Bewaren om te zien waarom"),
        ("413", "Kies Bewaren"),
        ("down", "geen verbinding"),
        ("lost", "geen verbinding"),
    ],
)
def test_what_is_not_answered_well_is_never_called_stored(olga: Person, answer: str, words: str) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    slow = Slow(page, at(olga.policy, "onderneming"))
    slow.answers = [answer]
    city(page).fill("Brugge")
    expect(page.locator("#bewaard")).to_contain_text(words)
    expect(page.locator("#bewaard")).to_contain_text("Niet bewaard")
    assert asks(page, lambda: page.get_by_role("link", name="Bakkerij Peeters", exact=True).first.click())
    city(page).fill("Oostende")
    saved(page)
    assert facts_of(olga.policy).controller.seat_city == "Oostende"
    expect(page.locator("#id_controller-seat_city_told")).not_to_contain_text("Nu staat er")  # nobody else changed it


def test_a_new_row_whose_answer_was_lost_is_made_once(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "website"))
    count = len(facts_of(olga.policy).groups)
    slow = Slow(page, at(olga.policy, "website"))
    slow.answers = ["lost"]
    page.get_by_role("button", name="Nog een groep toevoegen").click()
    name = page.locator(f"[name=groups-{count}-name]")
    name.fill("buren")
    expect(page.locator("#bewaard")).to_contain_text("Niet bewaard")
    name.fill("buurtbewoners")
    saved(page)
    assert [row.name for row in facts_of(olga.policy).groups][count:] == ["buurtbewoners"]


def test_a_page_that_is_put_away_sends_what_is_typed(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    page.evaluate(
        "() => { const was = window.fetch; window.alive = []; window.fetch = (url, given) => { window.alive.push(given.keepalive); return was(url, given); }; }"
    )
    city(page).fill("Brugge")
    put_away(page, True)
    expect(page.locator("#bewaard")).to_contain_text("Bewaard om")
    assert page.evaluate("window.alive") == [True] and facts_of(olga.policy).controller.seat_city == "Brugge"
    put_away(page, False)
    city(page).fill("Oostende")
    saved(page)
    assert facts_of(olga.policy).controller.seat_city == "Oostende"
    expect(page.locator("#id_controller-seat_city_told")).not_to_contain_text("Nu staat er")


def test_put_away_while_a_save_is_under_way(olga: Person) -> None:
    """The page never hears the answers: back again it brings all of it in order, and meets nobody."""
    page = olga.page
    olga.go(at(olga.policy, "website"))
    count = len(facts_of(olga.policy).groups)
    slow = Slow(page, at(olga.policy, "website"))
    slow.answers = ["hold", "lost"]
    page.get_by_role("button", name="Nog een groep toevoegen").click()
    name = page.locator(f"[name=groups-{count}-name]")
    name.fill("buren")
    page.wait_for_timeout(1500)
    name.fill("buurtbewoners")
    put_away(page, True)
    page.wait_for_timeout(700)
    assert len(slow.bodies) == 2 and "vorige=" in slow.bodies[1]
    slow.waiting.pop(0).abort()
    put_away(page, False)
    saved(page)
    assert [row.name for row in facts_of(olga.policy).groups][count:] == ["buurtbewoners"]
    name.fill("omwonenden")
    saved(page)
    assert [row.name for row in facts_of(olga.policy).groups][count:] == ["omwonenden"]


def test_back_again_the_page_says_what_was_not_stored(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    page.get_by_label("Algemeen e-mailadres").fill("geen adres")
    put_away(page, True)
    put_away(page, False)
    expect(page.locator("#bewaard")).to_contain_text("Nog niet bewaard: Algemeen e-mailadres")


def test_what_is_too_much_for_a_closed_page_is_sent_while_it_lives(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    page.evaluate(
        "() => { const was = window.fetch; window.alive = []; window.fetch = (url, given) => { window.alive.push(given.keepalive); return was(url, given); }; }"
    )
    page.evaluate(
        "() => { const much = document.createElement('input'); [much.type, much.name, much.value] = ['hidden', 'veel', 'x'.repeat(70000)]; document.querySelector('form[data-wizard]').append(much); }"
    )
    city(page).fill("Brugge")
    put_away(page, True)
    saved(page)
    assert page.evaluate("window.alive") == [False] and facts_of(olga.policy).controller.seat_city == "Brugge"


def test_closing_the_tab_stores_what_was_just_typed(olga: Person, context: BrowserContext) -> None:
    tab = context.new_page()
    tab.goto(olga.home + at(olga.policy, "onderneming"))
    city(tab).fill("Brugge")
    tab.close(run_before_unload=False)
    olga.go("/")
    expect(olga.page.locator("h1")).to_be_visible()
    stored = lambda: facts_of(olga.policy).controller.seat_city  # noqa: E731
    for _ in range(20):
        if stored() == "Brugge":
            break
        olga.page.wait_for_timeout(100)
    assert stored() == "Brugge"


def test_a_session_that_ends_while_the_page_is_away_costs_nothing(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    Session.objects.all().delete()
    city(page).fill("Brugge")
    put_away(page, True)
    page.wait_for_url("**/account/login/**")
    page.locator("[name=login]").fill("olga@bakkerij.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(city(page)).to_have_value("Brugge")


def test_a_conflict_is_named_while_the_rest_is_stored(olga: Person, context: BrowserContext) -> None:
    first, second = olga.page, context.new_page()
    for tab in (first, second):
        tab.goto(olga.home + at(olga.policy, "onderneming"))
    city(first).fill("Gent")
    saved(first)
    city(second).fill("Brugge")
    second.get_by_label("Postcode", exact=True).fill("8000")
    told = second.locator("#bewaard")
    expect(told).to_contain_text("Nog niet bewaard: Plaats (kies wat blijft). De rest is wel bewaard.")
    company = facts_of(olga.policy).controller
    assert (company.seat_city, company.seat_postcode) == ("Gent", "8000")
    second.wait_for_timeout(200)
    assert asks(second, lambda: second.get_by_role("link", name="Bakkerij Peeters", exact=True).first.click())


def test_a_row_to_remove_is_not_called_stored(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "website"))
    page.locator("[name=groups-0-DELETE]").check()
    expect(page.locator("#bewaard")).to_contain_text("dat gebeurt pas als u op Bewaren drukt")
    expect(page.locator("#bewaard")).not_to_contain_text("Bewaard om")


def test_a_row_that_is_new_says_that_it_waits_for_the_button(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "ontvangers/ontvangers/nieuw"))
    page.get_by_label("Dienst of ontvanger").fill("Mollie")
    expect(page.locator("#bewaard")).to_have_text("Nog niet bewaard. Kies Bewaren om dit toe te voegen.")
    assert asks(page, lambda: page.get_by_role("link", name="Bakkerij Peeters", exact=True).first.click())


def test_the_screens_before_the_steps_save_by_themselves(olga: Person) -> None:
    page, policy = olga.page, write.new_policy(olga.policy.organisation, "Een nieuwe zaak")
    olga.go(f"/verklaringen/{policy.pk}/begin/")
    page.get_by_label(re.compile("Winkel of bakkerij")).check()
    saved(page)
    page.locator("[name=number]").fill("1999999944")
    expect(page.locator("#bewaard")).to_contain_text("Nog niet bewaard: Ondernemingsnummer")
    page.locator("[name=number]").fill("1999999943")
    page.get_by_label("Ik werk alleen").check()
    saved(page)
    facts = facts_of(policy)
    assert (facts.preset.sector, facts.preset.size, facts.controller.register_number) == (
        "shop",
        "alone",
        "1999.999.943",
    )
    olga.go(f"/verklaringen/{policy.pk}/begin/doen/")
    page.locator("[name=controller-seat_city]").fill("Aalst")
    page.get_by_label("Combell", exact=True).check()
    saved(page)
    page.locator("[name=controller-email]").fill("brood@")
    expect(page.locator("#bewaard")).to_contain_text("Nog niet bewaard: Algemeen e-mailadres")
    page.reload()
    expect(page.locator("[name=controller-seat_city]")).to_have_value("Aalst")
    expect(page.get_by_label("Combell", exact=True)).to_be_checked()
    assert facts_of(policy).activities == ()
