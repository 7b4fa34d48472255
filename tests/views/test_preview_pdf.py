"""The PDF of a draft, and what happens when no place is free to make one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from markupsafe import escape

from policies import publish as p
from policies.core.document import plain
from policies.models import Policy, PolicyVersion, PublicationEvent
from policies.render import as_pdf
from policies.slots import slot
from policies.store import write
from tests.page import PageClient
from tests.people import People
from tests.publishing import NOW, TODAY, change, phone, print_quickly
from tests.versions import complete_company
from tests.views.test_publish import send

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    print_quickly(monkeypatch)
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def policy(people: People, client: PageClient) -> Policy:
    client.force_login(people.editor)
    return write.new_policy(people.organisation, "Bakkerij Peeters", complete_company())


def test_preview_as_pdf(client: PageClient, policy: Policy) -> None:
    response = client.get(f"/verklaringen/{policy.pk}/voorbeeld.pdf")
    assert (response["Content-Type"], response.content) == ("application/pdf", b"%PDF None None")
    assert "no-store" in response["Cache-Control"]


def test_preview_without_a_printer(
    client: PageClient, policy: Policy, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_pango(*given: object) -> bytes:
        raise as_pdf.PdfUnavailable("apt-get install …")

    monkeypatch.setattr(as_pdf, "pdf", no_pango)
    response = client.get(f"/verklaringen/{policy.pk}/voorbeeld.pdf")
    assert response.status_code == 503
    assert "apt-get install …" in response.content.decode()
    assert "apt-get install …" in caplog.text


@pytest.mark.parametrize("query", ["", "?datum=2027-03-01", "?bijlage=ja&datum=2027-03-01"])
def test_preview_without_a_place_asks_again_by_itself(
    query: str, client: PageClient, policy: Policy, caplog: pytest.LogCaptureFixture
) -> None:
    address = f"/verklaringen/{policy.pk}/voorbeeld.pdf{query}"
    with slot("pdf", 1):
        response = client.get(address)
    assert (response.status_code, response["Refresh"], response["Retry-After"]) == (503, "3", "3")
    assert "no-store" in response["Cache-Control"]
    html = response.content.decode()
    assert (
        "Uw pdf wordt gemaakt zodra er plaats is" in html
        and f'href="{escape(address)}"' in html
        and "http-equiv" not in html
    )
    assert not caplog.records, "no error for who keeps the log"
    assert client.get(address).content.startswith(b"%PDF")


def test_a_kept_preview_is_for_those_who_may_see_the_statement(
    client: PageClient, people: People, policy: Policy
) -> None:
    address = f"/verklaringen/{policy.pk}/voorbeeld.pdf"
    assert client.get(address).status_code == 200
    for person, status in ((people.reader, 200), (people.stranger, 404)):
        client.force_login(person)
        with slot("pdf", 1):  # so it comes from what was kept, or not at all
            assert client.get(address).status_code == status
    client.logout()
    assert client.get(address).status_code == 302


def test_a_preview_follows_the_answers(client: PageClient, policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_pdf, "pdf", lambda document, edition, annex="": f"%PDF {plain(document)}".encode())
    address = f"/verklaringen/{policy.pk}/voorbeeld.pdf"
    assert b"053 00 00 77" not in client.get(address).content
    change(policy, phone("053 00 00 77"))
    assert b"053 00 00 77" in client.get(address).content


def test_preview_of_what_the_pdf_cannot_print(
    client: PageClient, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the real thing
    change(policy, lambda facts: replace(facts, controller=replace(facts.controller, legal_name="Bakkerij 漢 🥖")))
    response = client.get(f"/verklaringen/{policy.pk}/voorbeeld.pdf")
    assert response.status_code == 200 and response.content.startswith(b"%PDF-1.7")
    for page in ("onderneming", "controle"):
        html = client.get(f"/verklaringen/{policy.pk}/vragen/{page}/").content.decode()
        assert "De tekens “漢” en “🥖” bij “Officiële naam” kunnen niet in de pdf staan." in html, page


def test_publishing_without_a_place_comes_back_as_it_was_typed(client: PageClient, policy: Policy) -> None:
    given = {
        "effective_date": "2027-02-03",
        "note": "Wij bakken nu ook ’s nachts.",
        "slug": "nachtbakker",
        "label": "2.00",
    }
    given["seen_digest"] = p.draft_of(policy, date(2027, 2, 3)).digest
    with slot("pdf", 1):
        response = send(client, policy, **given)
    html = response.content.decode()
    assert "Er is nog niets gepubliceerd, want er worden nu andere pdf’s gemaakt." in html
    assert not PolicyVersion.objects.exists() and not PublicationEvent.objects.exists()
    for name in ("effective_date", "slug", "label", "seen_digest"):
        assert re.search(rf'name="{name}" value="{given[name]}"', html), name
    assert given["note"] in html and ">Publiceren</button>" in html
    assert send(client, policy, **given).status_code == 302
    assert PolicyVersion.objects.get().label == "2.00"


def test_a_statement_that_is_too_long_has_no_pdf(
    client: PageClient, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the real thing
    monkeypatch.setattr(as_pdf, "MOST_HTML", len(as_pdf.source(p.draft_of(policy, TODAY).document, None)) - 1)
    response = client.get(f"/verklaringen/{policy.pk}/voorbeeld.pdf")
    assert response.status_code == 422 and "De tekst is te lang voor een pdf." in response.content.decode()
    html = send(client, policy).content.decode()
    assert "De verklaring is te lang voor een pdf." in html and not PolicyVersion.objects.exists()
