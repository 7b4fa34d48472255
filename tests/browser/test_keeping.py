"""In a real browser: the page saves by itself, two tabs meet, a session ends, a removal comes back; with the keyboard alone, and without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, expect

from policies.store import write
from policies.store.read import facts_of
from tests.browser.saving import asks, at, saved
from tests.browser.walk import Person, log_in
from tests.people import PASSWORD, make_people

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_typed_is_saved_without_a_button_and_shows_in_the_text(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    expect(page.locator("[data-text] .zin").first).to_be_visible()
    page.get_by_label("Plaats", exact=True).fill("Brugge")
    page.get_by_label("Algemeen e-mailadres").fill("geen adres")
    expect(page.locator("#bewaard")).to_contain_text("Nog niet bewaard: Algemeen e-mailadres. De rest is wel bewaard.")
    assert facts_of(olga.policy).controller.seat_city == "Brugge"
    expect(page.locator("#id_controller-email_told")).to_contain_text("geen geldig e-mailadres")
    expect(page.get_by_label("Algemeen e-mailadres")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-text] .nieuw").first).to_contain_text("Brugge")
    page.get_by_label("Plaats", exact=True).focus()
    expect(page.locator("[data-text] .gelicht").first).to_contain_text("Brugge")
    expect(page.locator("[data-preview-note]")).to_contain_text("Dit antwoord staat in")
    assert asks(page, lambda: page.get_by_role("link", name="Bakkerij Peeters", exact=True).first.click())
    page.locator("#bewaard a").click()
    expect(page.get_by_label("Algemeen e-mailadres")).to_be_focused()
    page.get_by_label("Algemeen e-mailadres").fill("brood@bakkerij.example")
    saved(page)


def test_a_question_shows_as_soon_as_there_is_a_reason_for_it(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "contact"))
    expect(page.locator("#id_dpo-email")).to_be_hidden()
    olga.answer("Hebt u een functionaris voor gegevensbescherming (DPO/FG) aangesteld?", "Ja")
    expect(page.locator("#id_dpo-email")).to_be_visible()
    olga.answer("Hebt u een functionaris voor gegevensbescherming (DPO/FG) aangesteld?", "Nee")
    expect(page.locator("#id_dpo-email")).to_be_hidden()


def test_two_tabs_meet_and_the_later_one_chooses(olga: Person, context: BrowserContext) -> None:
    first, second = olga.page, context.new_page()
    for tab in (first, second):
        tab.goto(olga.home + at(olga.policy, "onderneming"))
    first.get_by_label("Postcode", exact=True).fill("9000")
    first.get_by_label("Plaats", exact=True).fill("Gent")
    saved(first)
    first.wait_for_timeout(3000)  # both: the second may come in a request of its own
    second.get_by_label("Plaats", exact=True).fill("Brugge")
    expect(second.locator("#id_controller-seat_city_told")).to_contain_text("Nu staat er: Gent")
    assert facts_of(olga.policy).controller.seat_city == "Gent"
    second.get_by_role("button", name=re.compile("^Mijn antwoord houden")).click()
    second.get_by_role("status").first.wait_for()
    company = facts_of(olga.policy).controller
    assert (company.seat_city, company.seat_postcode) == ("Brugge", "9000")


def test_a_session_that_ended_costs_nothing(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    Session.objects.all().delete()
    page.get_by_label("Plaats", exact=True).fill("Brugge")
    page.wait_for_url("**/account/login/**")
    page.locator("[name=login]").fill("olga@bakkerij.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.get_by_label("Plaats", exact=True)).to_have_value("Brugge")
    expect(page.get_by_text("U was uitgelogd.")).to_be_visible()
    olga.press("Bewaren")
    olga.reads("Onderneming")
    assert facts_of(olga.policy).controller.seat_city == "Brugge"


def test_a_removal_comes_back(olga: Person) -> None:
    before = facts_of(olga.policy)
    olga.go(at(olga.policy, "verwerkingen"))
    olga.page.get_by_role("link", name=re.compile("^Verwijderen")).or_(
        olga.page.get_by_role("button", name=re.compile("^Verwijderen"))
    ).first.click()
    olga.press("Verwijderen")
    expect(olga.page.get_by_text("is verwijderd.")).to_be_visible()
    assert facts_of(olga.policy) != before
    olga.page.get_by_role("button", name=re.compile("^Terugzetten")).click()
    expect(olga.page.get_by_role("status").first).to_contain_text("is teruggezet")
    assert facts_of(olga.policy) == before


def test_with_the_keyboard_alone(olga: Person) -> None:
    """From the link over the frame to a field, to a sentence, to the question behind it."""
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    expect(page.locator("[data-text] .zin").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.get_by_label("Plaats", exact=True).focus()
    page.keyboard.type("X")
    saved(page)
    stops = page.locator("[data-text] .zin-tekst[tabindex='0']")
    expect(stops).to_have_count(1)  # one stop for the whole text
    stops.first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-text] .zin-tekst:focus + .waarom")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/vragen/[a-z]+/.*#"))


@pytest.fixture
def plain(browser: Browser, browser_context_args: dict, live_server, settings) -> Iterator[Person]:
    """Olga in a browser without JavaScript, with a statement that is yet to begin."""
    settings.SITE_URL = live_server.url
    policy = write.new_policy(make_people().organisation, "Bakkerij Bart")
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    person = Person(context.new_page(), live_server.url)
    person.policy = policy
    log_in(person)
    yield person
    context.close()


def propose_plainly(person: Person) -> None:
    page = person.page
    person.go(f"/verklaringen/{person.policy.pk}/begin/")
    page.locator("[name=number]").fill("1999999943")
    page.locator("[name=sector][value=shop]").check()
    page.locator("[name=size][value=alone]").check()
    person.press("Verder")
    person.reads("Wat doet uw bedrijf?")
    page.locator("#met-website-combell").check()
    page.locator("[name=controller-legal_form]").select_option("eenmanszaak")
    for name, text in {
        "legal_name": "Bart Bakker",
        "seat_street": "Ovenstraat 1",
        "seat_postcode": "9300",
        "seat_city": "Aalst",
        "websites": "www.debakker.example",
    }.items():
        page.locator(f"[name=controller-{name}]").fill(text)
    person.press("Maak mijn voorstel")


def test_without_javascript(plain: Person) -> None:
    """From the two screens to a published statement; the text has a page of its own."""
    person, page, policy = plain, plain.page, plain.policy
    propose_plainly(person)
    person.reads("Controle en publiceren")
    person.press("Zet op België")  # where data is kept, only the owner knows
    person.reads("Controle en publiceren")
    ticks = page.locator("[data-klopt]")
    for index in range(ticks.count()):
        ticks.nth(index).check()
    person.press("Vinkjes bewaren")
    person.reads("Controle en publiceren")
    expect(ticks).to_have_count(0)
    person.go(at(policy, "contact"))
    page.get_by_role("link", name="Bekijk de tekst").click() if page.get_by_role(
        "link", name="Bekijk de tekst"
    ).is_visible() else person.go(f"/verklaringen/{policy.pk}/tekst/")
    sentence = page.locator(".zin").filter(has_text="Bart Bakker").first
    sentence.hover()
    expect(sentence.locator(".waarom")).to_be_visible()
    person.go(at(policy, "contact"))
    person.answer("Hebt u een functionaris voor gegevensbescherming (DPO/FG) aangesteld?", "Ja")
    person.press("Bewaren en verder")
    expect(page.get_by_role("status").first).to_contain_text("kwamen er vragen bij")
    page.locator("[name=dpo-email]").fill("dpo@debakker.example")
    person.press("Bewaren en verder")
    person.go(at(policy, "controle"))
    person.press("Publiceren")
    expect(page.get_by_role("status").first).to_contain_text("Versie 1.00 is gepubliceerd.")


def test_the_pane_fetches_only_what_changed_and_the_reader_keeps_his_place(olga: Person) -> None:
    page = olga.page
    olga.go(f"/verklaringen/{olga.policy.pk}/vragen/onderneming/")
    expect(page.locator("[data-text] .zin").first).to_be_visible()
    pane = page.locator("[data-text] .preview")
    page.get_by_label("Plaats", exact=True).focus()
    page.wait_for_timeout(500)  # the sentences that it feeds come into sight
    pane.evaluate("pane => pane.querySelectorAll('section').forEach(one => one.old = true)")
    place = pane.evaluate("pane => pane.scrollTop")
    with page.expect_response(lambda answer: answer.url.partition("?")[0].endswith("/tekst/")) as found:
        page.keyboard.type("Brugge")
    assert "heeft=v-kop" in found.value.url and len(found.value.text()) < len(pane.inner_html()) / 2
    expect(page.locator("[data-text] .nieuw").first).to_contain_text("Brugge")
    kept = "pane => [...pane.querySelectorAll('section')].map(one => Boolean(one.old))"
    assert sorted(set(pane.evaluate(kept))) == [False, True]
    assert pane.evaluate("pane => pane.scrollTop") == place


def test_who_stands_in_a_sentence_that_is_replaced_stands_in_it_still(olga: Person) -> None:
    page = olga.page
    olga.go(at(olga.policy, "onderneming"))
    expect(page.locator("[data-text] .zin").first).to_be_visible()
    sentence = page.locator("[data-text] .zin-tekst", has_text=facts_of(olga.policy).controller.seat_city).first
    with page.expect_response(lambda answer: answer.url.partition("?")[0].endswith("/tekst/")):
        page.get_by_label("Plaats", exact=True).fill("Brugge")
        sentence.focus()
    expect(page.locator("[data-text] .nieuw").first).to_contain_text("Brugge")
    expect(page.locator("[data-text] .zin-tekst:focus")).to_have_count(1)
