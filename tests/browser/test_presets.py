"""What it costs to get from nothing to a published statement, as a baker and as the owner of a web shop: the limits are those of the order."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from policies.models import PolicyVersion
from tests.browser.counter import Counts
from tests.browser.walk import Person

pytestmark = pytest.mark.django_db(transaction=True)

MOST = Counts(loads=14, typed=25)
MOST_EFFORT = 45
BAKER = {"sector": "Winkel of bakkerij", "size": "Ik werk alleen", "services": ("Combell",)}
WEB_SHOP = {"sector": "Webwinkel", "size": "Ik werk alleen", "services": ("Combell", "Mollie", "bpost")}


def sign_up(person: Person, organisation: str) -> None:
    person.go("/account/signup/")
    for name, text in {
        "name": "Bart Bakker",
        "email": "bart@debakker.example",
        "password1": "vers brood om zes uur",
        "organisation_name": organisation,
    }.items():
        person.type(person.page.locator(f"[name={name}]"), text)
    person.tick("Voor mijn eigen onderneming")
    person.click(person.page.locator("main button[type=submit]"))
    person.reads("mail")
    person.page.goto(re.search(r"http\S+/account/confirm-email/\S+", mail.outbox[-1].body)[0])
    person.press("Ja, bevestigen")


def tell(person: Person, what: dict) -> None:
    """The two screens before the steps."""
    person.reads("Vertel iets over uw zaak")
    person.fill("Ondernemingsnummer, KvK-nummer of btw-nummer", "1999999943")
    expect(person.page.locator("#id_number_told")).to_contain_text("België, ondernemingsnummer 1999.999.943")
    person.tick(re.compile(what["sector"]))
    person.tick(what["size"])
    person.press("Verder")
    person.reads("Wat doet uw bedrijf?")
    for service in what["services"]:
        person.tick(service)
    person.choose("Rechtsvorm", "Eenmanszaak")
    person.fill("Officiële naam", "Bart Bakker")
    person.fill("Straat en nummer", "Ovenstraat 1")
    person.fill("Postcode", "9300")
    person.fill("Plaats", "Aalst")
    person.fill("Website", "www.debakker.example")
    person.press("Maak mijn voorstel")


def confirm_and_publish(person: Person) -> None:
    """What the law needs and only the owner knows is asked with the usual answer on a button; promises that it does not need hold nothing up."""
    person.reads("Controle en publiceren")
    expect(person.page.locator(".btn-mend")).to_have_count(1)
    person.press("Zet op België")
    person.reads("Controle en publiceren")
    expect(person.page.get_by_text("Dit moet eerst in orde")).to_have_count(0)
    cards = person.page.locator("[data-klopt]")
    for index in range(cards.count()):
        person.click(cards.nth(index))
    expect(person.page.locator("[data-waiting]").first).to_have_text("Alles is nagekeken")
    person.press("Publiceren")
    expect(person.page.get_by_role("status").first).to_contain_text("Versie 1.00 is gepubliceerd.")


@pytest.mark.parametrize(
    ("name", "what"), [("Bakkerij Bart", BAKER), ("Webwinkel Bart", WEB_SHOP)], ids=["bakery", "web shop"]
)
def test_from_sign_up_to_published(
    page: Page, live_server, settings, name: str, what: dict, assert_accessible: Callable, record_property: Callable
) -> None:
    settings.SITE_URL = live_server.url
    person = Person(page, live_server.url)
    sign_up(person, name)
    tell(person, what)
    confirm_and_publish(person)
    counts = person.counter.counts
    for what_it_cost in ("loads", "typed", "effort"):  # bench/walks.py prints them
        record_property(what_it_cost, getattr(counts, what_it_cost))
    assert PolicyVersion.objects.count() == 1
    assert counts.loads <= MOST.loads and counts.typed <= MOST.typed and counts.effort <= MOST_EFFORT, str(counts)
