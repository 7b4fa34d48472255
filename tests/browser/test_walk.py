"""The whole line in a real browser: an owner signs up, answers, publishes, changes an answer, publishes again."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.walk import Person, log_in
from tests.make import make_policy
from tests.people import make_people

pytestmark = pytest.mark.django_db(transaction=True)


def sign_up(person: Person) -> None:
    person.go("/account/signup/")
    person.page.locator("[name=name]").fill("Bart Bakker")
    person.page.locator("[name=email]").fill("bart@debakker.example")
    person.page.locator("[name=password1]").fill("vers brood om zes uur")
    person.page.get_by_label("Voor mijn eigen onderneming").check()
    person.page.locator("[name=organisation_name]").fill("Bakkerij Bart")
    person.page.get_by_role("button", name=re.compile("Account maken")).click()
    person.reads("mail")
    link = re.search(r"http\S+/account/confirm-email/\S+", mail.outbox[-1].body)[0]
    person.page.goto(link)
    person.press("Ja, bevestigen")


def answer_who(person: Person) -> None:
    person.reads("Vertel iets over uw zaak")
    person.follow("Liever alle vragen één voor één")
    person.reads("Onderneming")
    person.choose("Land van vestiging", "België")
    person.choose("Rechtsvorm", "Eenmanszaak")
    person.fill("Officiële naam", "Bart Bakker")
    person.fill("Handelsnamen", "Bakkerij Bart")
    person.fill("Ondernemingsnummer (KBO) of KvK-nummer", "1999.999.944")
    person.fill("Straat en nummer", "Ovenstraat 1")
    person.fill("Postcode", "9300")
    person.fill("Plaats", "Aalst")
    person.choose("Land", "België")
    person.fill("Algemeen e-mailadres", "brood@debakker.example")
    person.press("Bewaren en verder")
    expect(person.page.get_by_role("alert")).to_contain_text("Dit ondernemingsnummer klopt niet")
    expect(person.page.get_by_label("Straat en nummer")).to_have_value("Ovenstraat 1")
    person.fill("Ondernemingsnummer (KBO) of KvK-nummer", "1999 999 943")
    person.press("Bewaren en verder")
    person.reads("Contact voor privacyvragen")
    person.answer("Hebt u een functionaris voor gegevensbescherming (DPO/FG) aangesteld?", "Nee")
    person.press("Bewaren en verder")
    person.reads("Website en bereik")
    person.fill("Wat doet uw onderneming?", "Wij bakken brood en taart.")
    person.choose(
        "Waarvoor geldt deze verklaring?", "Alles wat wij doen, ook voor klanten, leveranciers en sollicitanten"
    )
    person.fill("Websites", "www.debakker.example")
    person.answer("In welke landen wonen uw klanten?", "België")
    person.answer("In welke landen bewaart u gegevens?", "België")
    person.fill("Groep mensen", "klanten", person.line("Groep 1"))
    person.press("Nog een groep toevoegen")
    person.fill("Groep mensen", "bezoekers van de website", person.line("Groep 2"))
    person.press("Bewaren en verder")


def answer_what(person: Person) -> None:
    person.reads("Verwerkingen")
    person.follow("Zelf een verwerking maken")
    person.fill("Verwerking", "contactformulier")
    person.answer("Van wie gebruikt u gegevens?", "klanten", "bezoekers van de website")
    person.fill("Doel", "vragen beantwoorden", person.line("Doel 1"))
    person.choose("Grondslag", "Gerechtvaardigd belang (art. 6.1.f)", person.line("Doel 1"))
    person.fill("Welk belang?", "onze klanten helpen", person.line("Doel 1"))
    person.choose("Hoe krijgt u de gegevens?", "De persoon geeft ze zelf")
    person.choose("Moet men de gegevens geven?", "Nodig om te kunnen doen wat de persoon vraagt")
    person.fill("Wat gebeurt er als men ze niet geeft?", "Dan kunnen wij niet antwoorden.")
    person.press("Bewaren")
    person.reads("Verwerkingen")
    person.follow("Verder")
    person.reads("Gegevens")
    person.press("Zelf een soort gegevens maken")
    person.fill("Soort gegevens", "contactgegevens")
    person.press("Bewaren")
    person.reads("Gegevens")
    person.press("Gegevens toevoegen: contactformulier")
    person.choose("Soort gegevens", "contactgegevens")
    person.fill("Gegeven", "naam", person.line("Gegeven 1"))
    person.press("Nog een gegeven toevoegen")
    person.fill("Gegeven", "e-mailadres", person.line("Gegeven 2"))
    person.press("Bewaren")
    person.reads("Gegevens")
    person.press("Bewaren en verder")
    person.reads("Bewaartermijnen")
    person.press("Zelf een bewaartermijn maken")
    person.fill("Naam van de termijn", "vragen 1 jaar")
    person.fill("Hoelang?", "1")
    person.choose("Eenheid", "jaar")
    person.fill("Vanaf wanneer?", "na ons laatste antwoord")
    person.fill("Waarom zo lang?", "om op een vervolgvraag te kunnen antwoorden")
    person.choose("Wat gebeurt er daarna?", "Wij wissen ze")
    person.press("Bewaren")
    person.reads("Bewaartermijnen")
    person.choose("contactformulier", "vragen 1 jaar")
    person.press("Bewaren en verder")


def answer_the_rest(person: Person) -> None:
    person.reads("Ontvangers en doorgifte")
    person.answer("Ziet iemand buiten uw onderneming gegevens?", "Ja")
    person.press("Zelf een ontvanger maken")
    person.fill("Dienst of ontvanger", "Combell")
    person.choose("Bedrijf of soort?", "Een bepaald bedrijf")
    person.fill("Officiële naam van het bedrijf", "Combell NV")
    person.choose("Rol", "Verwerker: werkt in onze opdracht")
    person.choose("Land van vestiging", "België")
    person.fill("Wat doet deze ontvanger?", "bewaart onze website")
    person.answer("Voor welke verwerkingen?", "contactformulier")
    person.answer("Hebt u een verwerkersovereenkomst?", "Ja")
    person.press("Bewaren")
    person.reads("Ontvangers en doorgifte")
    person.press("Bewaren en verder")
    person.reads("Cookies en marketing")
    person.answer("Plaatst uw website cookies of iets vergelijkbaars?", "Nee")
    person.answer("Stuurt u reclame of een nieuwsbrief, of belt u daarvoor?", "Nee")
    person.press("Bewaren en verder")
    person.reads("Beveiliging")
    person.fill("Uw maatregelen", "onze website gebruikt een beveiligde verbinding (https)")
    person.press("Bewaren en verder")
    person.reads("Rechten en minderjarigen")
    person.fill("E-mailadres voor verzoeken", "brood@debakker.example")
    person.fill("Binnen hoeveel tijd antwoordt u?", "1")
    person.choose("Eenheid", "maanden")
    person.choose(
        "Hoe weet u dat iemand is wie hij zegt?", "Wij kijken of de vraag komt van een adres of account dat wij kennen"
    )
    person.answer("Richt u zich op kinderen of jongeren?", "Nee")
    person.press("Bewaren en verder")
    person.reads("Bijzondere situaties")
    person.answer("Beslist een computer alleen over mensen, met gevolgen voor hen?", "Nee")
    person.press("Bewaren en verder")
    person.reads("Stijl en wijzigingen")
    person.choose("Aanspreekvorm", "u")
    person.answer(
        "Hoe laat u weten dat de verklaring verandert?", "Op deze pagina, met nieuwe datum en versie", "Met een e-mail"
    )
    person.press("Bewaren en verder")
    person.reads("Controle en publiceren")


def publish(person: Person, label: str) -> None:
    expect(person.page.get_by_text("Dit moet eerst in orde")).to_have_count(0)
    person.press("Publiceren")
    expect(person.page.get_by_role("status")).to_contain_text(f"Versie {label} is gepubliceerd.")


def test_from_sign_up_to_two_versions(
    page: Page, live_server, settings, assert_accessible: Callable, assert_no_sideways_scroll: Callable
) -> None:
    settings.SITE_URL = live_server.url
    person = Person(page, live_server.url)
    sign_up(person)
    answer_who(person)
    answer_what(person)
    answer_the_rest(person)
    expect(page.locator(".preview")).to_contain_text("Concept")
    assert_accessible(page)
    page.get_by_label("Adres van de verklaring").fill("bakkerij-bart")
    publish(person, "1.00")
    expect(page.get_by_label("Voor de voet van uw website")).to_have_value(
        re.compile(f"{live_server.url}/privacy/bakkerij-bart/")
    )

    person.go("/privacy/bakkerij-bart/")
    expect(page.locator("article")).to_contain_text("Combell NV")
    page.set_viewport_size(PHONE)
    assert_no_sideways_scroll(page)
    page.set_viewport_size(DESK)

    person.go("/")
    person.reads("Bakkerij Bart")
    person.follow("9. Beveiliging")
    page.get_by_label("Uw maatregelen").fill(
        "onze website gebruikt een beveiligde verbinding (https)\nwie hier weggaat, verliest meteen zijn toegang"
    )
    person.press("Bewaren")
    person.step("Controle en publiceren")
    publish(person, "1.01")

    person.go("/privacy/bakkerij-bart/")
    expect(page.locator("article")).to_contain_text("verliest meteen zijn toegang")
    person.go("/privacy/bakkerij-bart/v/1.00/")
    expect(page.locator("article")).to_contain_text("Combell NV")
    expect(page.locator("article")).not_to_contain_text("verliest meteen zijn toegang")
    assert page.request.get(f"{live_server.url}/privacy/bakkerij-bart/privacyverklaring.pdf").body().startswith(b"%PDF")


@pytest.fixture
def owner_at(page: Page, live_server) -> Person:
    """Olga, logged in, with the bakery's half-finished policy."""
    people = make_people()
    policy = make_policy(people.organisation)
    person = Person(page, live_server.url)
    log_in(person)
    person.policy = policy
    return person


def test_a_finding_leads_into_its_field(owner_at: Person) -> None:
    page = owner_at.page
    owner_at.go(f"/verklaringen/{owner_at.policy.pk}/vragen/controle/")
    owner_at.follow("Herstellen: Er staat niet binnen hoeveel tijd u antwoordt.")
    owner_at.reads("Rechten en minderjarigen")
    expect(page.get_by_label("Binnen hoeveel tijd antwoordt u?")).to_be_focused()


def test_rows_come_and_go_without_javascript(browser: Browser, browser_context_args: dict, owner_at: Person) -> None:
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    person = Person(context.new_page(), owner_at.home)
    log_in(person)
    person.go(
        f"/verklaringen/{owner_at.policy.pk}/vragen/verwerkingen/verwerkingen/{owner_at.policy.activities.get().pk}/"
    )
    person.fill("Doel", "een getypt doel", person.line("Doel 1"))
    person.press("Nog een doel toevoegen")
    expect(person.line("Doel 1").get_by_label("Doel", exact=True)).to_have_value("een getypt doel")
    person.fill("Doel", "een tweede doel", person.line("Doel 2"))
    person.line("Doel 1").get_by_label("Doel verwijderen").check()
    person.press("Bewaren")
    person.reads("Verwerkingen")
    assert [purpose.name for purpose in owner_at.policy.activities.get().purposes.all()] == ["een tweede doel"]
    context.close()


def test_what_a_walk_costs_is_counted(owner_at: Person) -> None:
    """Pages, things done by hand and requests inside a page; logging in, which does not go through Person, is pages only."""
    page, start = owner_at.page, owner_at.counter.counts
    assert (start.loads, start.interactions) == (2, 0), (
        "the log-in page, and where its form led to: a redirect is no page of its own"
    )
    owner_at.go(f"/verklaringen/{owner_at.policy.pk}/vragen/onderneming/")
    owner_at.fill("Plaats", "Gent")
    owner_at.fill("Plaats", "Aalst")
    owner_at.fill("Postcode", "9300")
    owner_at.choose("Land", "België")
    typed = owner_at.counter.counts - start
    assert (typed.loads, typed.interactions, typed.typed) == (1, 3, 2), "one field is one, however often it is typed"
    owner_at.press("Bewaren en verder")
    owner_at.reads("Contact voor privacyvragen")
    owner_at.answer("Hebt u een functionaris voor gegevensbescherming (DPO/FG) aangesteld?", "Nee")
    owner_at.follow("Vorige stap")
    owner_at.reads("Onderneming")
    owner_at.fill("Plaats", "Gent")
    page.evaluate("fetch('/', {headers: {'HX-Request': 'true'}}).then(answer => answer.text())")
    page.evaluate("fetch('/').then(answer => answer.text())")
    took = owner_at.counter.counts - start
    assert (took.loads, took.interactions, took.typed) == (3, 7, 3)
    assert (
        took.requests > typed.requests and took.effort == 7 + took.requests / 2
    )  # ours, and those with which the pages save and show the text
    assert (
        str(took)
        == f"3 pages loaded, 7 interactions (3 fields typed), {took.requests} requests in a page: effort {took.effort:g}"
    )
