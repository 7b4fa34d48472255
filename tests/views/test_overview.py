"""The list and the page of a statement say how things stand: what blocks, what waits, what comes next, what can come back."""

import dataclasses
from datetime import timedelta
from html import unescape

from django.http import HttpResponse
from django.utils import timezone

from policies.core import facts as f
from policies.core.facts import Facts
from policies.core.facts.copy import copied
from policies.models import Organisation, Policy
from policies.store import write
from tests.filled import text
from tests.generate import full_company
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import People
from tests.versions import complete_company, make_version


def at(policy: Policy, rest: str) -> str:
    return f"/verklaringen/{policy.pk}/{rest}/"


def body(answer: HttpResponse) -> str:
    return unescape(text(answer))


def test_the_list_says_what_waits_and_what_comes_next(practice: Organisation, client: PageClient) -> None:
    make_policy(
        practice,
        make_company(preset=f.Preset(unconfirmed=("activities.contactformulier", "recipients.combell"))),
        "Voorstel",
    )
    make_policy(practice, dataclasses.replace(complete_company(), preset=f.Preset(unconfirmed=("security",))), "Bijna")
    make_policy(
        practice,
        Facts(controller=f.Controller(country="BE"), preset=f.Preset(sector="bakery", size="alone")),
        "Halfweg",
    )
    page = body(client.get("/verklaringen/"))
    assert (
        "2 kaarten met een voorstel na te kijken" in page
        and "1 kaart met een voorstel na te kijken" in page
        and "houden publiceren tegen" in page
    )
    assert (
        "voorstel na te kijken</span>" in page
        and page.count("Voorstellen nakijken") == 2
        and "Verder met wat u doet" in page
    )
    assert "publiceren tegen" not in page.split("Halfweg<")[0]  # of “Bijna” only a proposal waits
    assert page.count("gewijzigd op ") == 3 and page.count("Kopiëren<") == 3


def test_empty_states_have_a_way_on(practice: Organisation, client: PageClient) -> None:
    page = body(client.get("/verklaringen/"))
    assert "Eerste verklaring maken" in page and "Nieuwe verklaring<" not in page


def test_what_was_removed_lately_can_come_back(
    policy: Policy, owner: PageClient, people: People, client: PageClient
) -> None:
    row = policy.activities.get()
    owner.post(at(policy, f"vragen/verwerkingen/verwerkingen/{row.pk}/verwijderen"))
    page = body(owner.get(f"/verklaringen/{policy.pk}/"))
    assert "Onlangs verwijderd" in page and "door Olga Peeters" in page and "Terugzetten" in page
    client.force_login(people.reader)
    assert "Onlangs verwijderd" not in body(client.get(f"/verklaringen/{policy.pk}/"))
    client.force_login(people.owner)
    client.post(at(policy, f"terugzetten/{policy.removals.get().pk}"))
    assert policy.activities.exists() and "Onlangs verwijderd" not in body(client.get(f"/verklaringen/{policy.pk}/"))


def test_but_not_after_a_month(policy: Policy, owner: PageClient) -> None:
    owner.post(at(policy, f"vragen/verwerkingen/verwerkingen/{policy.activities.get().pk}/verwijderen"))
    policy.removals.update(at=timezone.now() - timedelta(days=31))
    assert "Onlangs verwijderd" not in body(owner.get(f"/verklaringen/{policy.pk}/"))


def test_the_page_asks_as_much_whatever_there_is(
    practice: Organisation, client: PageClient, django_assert_max_num_queries: object
) -> None:
    def count(policy: Policy) -> int:
        with django_assert_max_num_queries(70) as seen:
            client.get(f"/verklaringen/{policy.pk}/")
        return len(seen)

    one = make_policy(practice, full_company(0), "A")
    make_version(one)
    first = count(one)
    make_version(one, "1.01", "2026-04-01")
    write.overwrite(one, copied(full_company(1), True))
    for name in "BC":
        make_policy(practice, full_company(2), name)
    assert count(one) == first
