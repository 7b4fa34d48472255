"""Leaving a finding as it is, as a person meets it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import time_machine

from policies.models import AcceptedFinding, Policy, PublicationEvent
from policies.store import read, write
from tests.page import PageClient
from tests.people import People
from tests.publishing import NOW
from tests.versions import complete_company

pytestmark = pytest.mark.django_db
ADDRESS = "/verklaringen/{}/bevinding/28.3-agreement/recipients.combell.agreement/"
LAST = "/verklaringen/{}/vragen/controle/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def policy(people: People, client: PageClient) -> Policy:
    client.force_login(people.editor)
    company = complete_company()
    return write.new_policy(
        people.organisation, "Bakkerij", replace(company, recipients=(replace(company.recipients[0], agreement=False),))
    )


def last_step(client: PageClient, policy: Policy) -> str:
    return client.get(LAST.format(policy.pk)).content.decode()


def test_from_the_last_step_and_back(client: PageClient, policy: Policy) -> None:
    address = ADDRESS.format(policy.pk)
    assert f'href="{address}"' in last_step(client, policy)
    page = client.get(address).content.decode()
    assert "verwerkersovereenkomst met “Combell”" in page and "AVG art. 28.3" in page
    response = client.post(address, {"reason": "Het contract <is> onderweg."})
    assert (response.status_code, response.url) == (302, LAST.format(policy.pk))
    html = last_step(client, policy)
    assert (
        "Bewust zo gelaten" in html
        and "Het contract &lt;is&gt; onderweg." in html
        and "Ed Maes, 1 december 2026" in html
    )
    assert '<s class="line-title">U zei niet dat' in html and address not in html
    assert (
        client.post(address, {"reason": "Het contract <is> onderweg."}).status_code == 302
    )  # the second of a double click
    assert PublicationEvent.objects.filter(verb="left").count() == 1
    row = AcceptedFinding.objects.get()
    for _ in range(2):  # a double click
        assert client.post(f"/verklaringen/{policy.pk}/zo-gelaten/{row.pk}/terug/").url == LAST.format(policy.pk)
    assert PublicationEvent.objects.filter(verb="taken_back").count() == 1
    assert address in last_step(client, policy)


def test_without_a_reason_nothing_happens(client: PageClient, policy: Policy) -> None:
    html = client.post(ADDRESS.format(policy.pk), {"reason": " "}).content.decode()
    assert "Schrijf op waarom u dit zo laat." in html
    assert not AcceptedFinding.objects.exists()


def test_a_long_reason_is_not_lost(client: PageClient, policy: Policy) -> None:
    html = client.post(ADDRESS.format(policy.pk), {"reason": "reden " * 300}).content.decode()
    assert "1000 tekens" in html and "reden reden reden" in html


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("12.2-channel/rights.email", "Wat publicatie tegenhoudt, kunt u niet zo laten."),
        ("28.3-agreement/recipients.weg.agreement", "Deze bevinding is er niet meer."),
    ],
)
def test_what_cannot_be_left_is_said(address: str, says: str, client: PageClient, policy: Policy) -> None:
    company = read.facts_of(policy)
    write.overwrite(policy, replace(company, rights=replace(company.rights, email=None)))
    for method in (client.get, client.post):
        response = method(f"/verklaringen/{policy.pk}/bevinding/{address}/")
        assert response.url == LAST.format(policy.pk)
        assert says in last_step(client, policy)


def test_a_reader_sees_what_was_left_and_has_no_button(client: PageClient, policy: Policy, people: People) -> None:
    client.post(ADDRESS.format(policy.pk), {"reason": "Het contract is onderweg."})
    client.force_login(people.reader)
    html = last_step(client, policy)
    assert "Het contract is onderweg." in html and "Weer meetellen" not in html and "Zo laten" not in html
