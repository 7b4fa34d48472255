"""The versions inside the application: the list, the proof, two side by side, and what an owner may do."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client

from policies.models import Policy, PolicyVersion, guards
from policies.store import write
from tests.page import PageClient
from tests.people import People
from tests.publishing import NOW, change, phone, print_quickly, publish, recipient
from tests.versions import at, complete_company

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[time_machine.Traveller]:
    print_quickly(monkeypatch)
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def policy(people: People, client: PageClient) -> Policy:
    """1.00 and, since a telephone number changed, 1.01; somebody's owner looks at it."""
    policy = write.new_policy(people.organisation, "Bakkerij Peeters", complete_company())
    publish(policy, people.owner)
    change(policy, phone("09 000 00 01"))
    publish(policy, people.editor, note="Ons <b>telefoonnummer</b>.")
    client.force_login(people.owner)
    return policy


def text_of(client: PageClient, policy: Policy, path: str = "", **query: str) -> str:
    return " ".join(client.get(f"/verklaringen/{policy.pk}/versies/{path}", query).content.decode().split())


# --- list and proof ------------------------------------------------------------------------------------------------


def test_list(client: PageClient, policy: Policy) -> None:
    html = text_of(client, policy)
    assert html.index("Versie 1.01") < html.index("Versie 1.00")
    for words in (
        "Gold alleen op 1 december 2026.",
        "Geldt sinds 1 december 2026.",
        "De feiten zijn gewijzigd. Gepubliceerd op 1 december 2026 11:00 door Ed Maes.",
        "Ons &lt;b&gt;telefoonnummer&lt;/b&gt;.",
        f"<code>{policy.versions.get(sequence=2).content_digest[:16]}</code>",
        '&lt;a href="http://127.0.0.1:8000/privacy/bakkerij/privacyverklaring.pdf"&gt;Privacyverklaring (PDF)&lt;/a&gt;',
        "adres gekozen",
    ):
        assert words in html


def test_list_before_the_first_publication(client: PageClient, people: People) -> None:
    client.force_login(people.reader)
    begun = write.new_policy(people.organisation, "Leeg")
    assert "Er is nog niets gepubliceerd." in text_of(client, begun)
    assert "nog niets te vergelijken" in text_of(client, begun, "vergelijken/")


def test_same_queries_for_one_and_three_versions(
    client: PageClient, people: People, policy: Policy, django_assert_num_queries
) -> None:
    with connection.execute_wrapper(counter := Counter()):
        text_of(client, policy)
    for number in range(3):
        change(policy, phone(f"09 000 01 0{number}"))
        publish(policy, people.owner)
    with django_assert_num_queries(counter.count):
        text_of(client, policy)


class Counter:
    """Counts queries."""

    count = 0

    def __call__(self, execute, *args):
        self.count += 1
        return execute(*args)


def test_proof(client: PageClient, policy: Policy) -> None:
    version = policy.versions.get(sequence=2)
    html = text_of(client, policy, "1.01/")
    assert "Alles klopt met de controlegetallen" in html
    for digest in (
        version.content_digest,
        version.digest,
        version.previous_digest,
        version.library_digest,
        version.pdf_sha256,
    ):
        assert digest in html


def test_proof_shows_a_forgery(client: PageClient, policy: Policy) -> None:
    with guards.guards_off(), connection.cursor() as cursor:
        cursor.execute("UPDATE policies_policyversion SET html = 'x' WHERE sequence = 1")
    assert "Deze rij klopt niet met haar controlegetallen: html." in text_of(client, policy, "1.00/")
    assert "Alles klopt" in text_of(client, policy, "1.01/")


@pytest.mark.parametrize("kind", ["html", "pdf", "txt", "json"])
def test_stored_forms_can_be_kept(kind: str, client: Client, policy: Policy) -> None:
    version = policy.versions.get(sequence=1)
    stored = {
        "html": version.html.encode(),
        "pdf": bytes(version.pdf),
        "txt": version.text.encode(),
        "json": version.json.encode(),
    }[kind]
    client.__class__ = Client  # a download is no page of ours: an article alone has no title
    response = client.get(f"/verklaringen/{policy.pk}/versies/1.00/privacyverklaring.{kind}")
    assert response.content == stored
    assert response["Content-Disposition"] == f'attachment; filename="privacyverklaring-1.00.{kind}"'


@pytest.mark.parametrize(
    "path",
    ["9.00/", "9.00/privacyverklaring.pdf", "1.00/privacyverklaring.exe", "1.0/", "9.00/verbergen/", "9.00/tonen/"],
)
def test_what_is_not_there(path: str, client: PageClient, policy: Policy) -> None:
    assert client.get(f"/verklaringen/{policy.pk}/versies/{path}").status_code == 404


def test_a_version_of_another_policy_is_not_there(client: PageClient, people: People, policy: Policy) -> None:
    other = write.new_policy(people.organisation, "Ander", complete_company())
    assert client.get(f"/verklaringen/{other.pk}/versies/1.00/").status_code == 404


# --- compare -------------------------------------------------------------------------------------------------------


def test_compare_the_last_two(client: PageClient, policy: Policy) -> None:
    html = text_of(client, policy, "vergelijken/")
    assert '<ins><span class="visually-hidden">nieuw: </span>' in html
    assert "09 000 00 01" in html.replace("</ins>", "").replace('<ins><span class="visually-hidden">nieuw: </span>', "")
    assert '<option value="1.00" selected>' in html and '<option value="1.01" selected>' in html


def test_compare_with_what_is_not_published_yet(client: PageClient, policy: Policy) -> None:
    change(policy, recipient("Acme"))
    html = text_of(client, policy, "vergelijken/", van="1.01", naar="concept")
    assert "Acme B.V." in html
    assert "09 000 00 01" not in html


def test_compare_a_version_with_itself(client: PageClient, policy: Policy) -> None:
    html = text_of(client, policy, "vergelijken/", van="1.01", naar="1.01")
    assert "<p>Er is niets veranderd.</p>" in html and "<details>" not in html


def told_in_other_words(version: PolicyVersion) -> None:
    """The stored version as an earlier library wrote it: the same facts, other clauses."""
    document = version.document.replace("Wij ", "Ons bedrijf zal ")
    document = re.sub(r'"digest":"[^"]*"', '"digest":"0123456789abcdef"', document)
    with guards.guards_off(), connection.cursor() as cursor:
        cursor.execute("UPDATE policies_policyversion SET document = %s WHERE id = %s", [document, version.pk])


def test_the_first_publication_after_the_words_changed_says_so_in_one_sentence(
    client: PageClient, policy: Policy
) -> None:
    told_in_other_words(policy.versions.get(sequence=2))
    html = text_of(client, policy, "vergelijken/", van="1.01", naar="concept")
    said, _, below = html.partition("<details> <summary>De tekst met wat nieuw en weg is</summary>")
    assert "Dezelfde feiten staan er in nieuwe woorden" in said and "<ins>" not in said and "<del>" not in said
    assert "Ons bedrijf zal" in below


def test_changed_facts_come_before_a_text_in_new_words(client: PageClient, policy: Policy) -> None:
    told_in_other_words(policy.versions.get(sequence=1))
    html = text_of(client, policy, "vergelijken/", van="1.00", naar="1.01")
    said, _, below = html.partition("<details> <summary>De tekst met wat nieuw en weg is</summary>")
    assert "Wat er aan uw antwoorden veranderde" in said and "09 000 00 01" in said and "nieuwe woorden" not in said
    assert "Ons bedrijf zal" in below and "Ons bedrijf zal" not in said


def test_the_sentences_come_first_and_the_rest_is_folded(client: PageClient, policy: Policy) -> None:
    html = text_of(client, policy, "vergelijken/", van="1.00", naar="1.01")
    said, _, below = html.partition("<details>")
    assert "<p>Nieuw: ons telefoonnummer (09 000 00 01).</p>" in said and "<ins>" not in said
    assert "<summary>Wat er aan uw antwoorden veranderde</summary>" in below and 'id="deel-' in below
    assert re.search(r"<summary>\d+ delen: niets veranderd</summary> <p>[^<]*Cookies[^<]*</p>", below)
    assert below.index("niets veranderd</summary>") < below.rindex('<section class="change-part"'), (
        "where they stand in the text, and not all at the end"
    )


# --- what changed, and when somebody looked -------------------------------------------------------------------------


def test_what_changed_stands_in_the_list_and_with_the_proof(client: PageClient, policy: Policy) -> None:
    for html in (text_of(client, policy), text_of(client, policy, "1.01/")):
        assert (
            '<p class="change-since">Veranderd sinds versie 1.00:</p> <p>Nieuw: ons telefoonnummer (09 000 00 01).</p>'
            in html
        )
    assert "<p>Eerste versie.</p>" in text_of(client, policy, "1.00/")


def test_nothing_changed_can_be_said(client: PageClient, policy: Policy, clock: time_machine.Traveller) -> None:
    clock.move_to(at("2026-12-08"))
    assert "Laatst gewijzigd op 1 december 2026. Laatst nagekeken op 1 december 2026." in text_of(client, policy)
    for says in ("Genoteerd: de verklaring is vandaag nagekeken", "U keek deze verklaring vandaag al na."):
        assert says in client.post(f"/verklaringen/{policy.pk}/versies/nagekeken/", follow=True).content.decode()
    html = text_of(client, policy)
    assert (
        "Laatst gewijzigd op 1 december 2026. Laatst nagekeken op 8 december 2026." in html
        and "nagekeken: niets veranderd" in html
    )
    assert policy.reviews.count() == 1


def test_what_changed_is_not_said_to_be_unchanged(client: PageClient, policy: Policy) -> None:
    change(policy, phone("09 000 00 77"))
    html = client.post(f"/verklaringen/{policy.pk}/versies/nagekeken/", follow=True).content.decode()
    assert "De tekst is nu anders dan die van versie 1.01." in html and not policy.reviews.exists()


def test_a_reader_is_not_asked_to_look(client: PageClient, people: People, policy: Policy) -> None:
    assert "er is niets veranderd</button>" in text_of(client, policy)
    client.force_login(people.reader)
    assert "er is niets veranderd</button>" not in text_of(client, policy)


@pytest.mark.parametrize("query", [{"van": "7.00"}, {"naar": "<script>"}, {"van": ""}, {"van": "concept"}])
def test_compare_with_nonsense(query: dict[str, str], client: PageClient, policy: Policy) -> None:
    response = client.get(f"/verklaringen/{policy.pk}/versies/vergelijken/", query)
    assert response.status_code == 200
    assert "invalid-feedback" in response.content.decode()


# --- what an owner may do ------------------------------------------------------------------------------------------


def test_hide_and_show(client: PageClient, policy: Policy) -> None:
    page = f"/verklaringen/{policy.pk}/versies/1.00"
    assert "Dit is de versie die nu geldt" not in client.get(f"{page}/verbergen/").content.decode()
    assert client.post(f"{page}/verbergen/", {"reason": "Thuisadres."}).status_code == 302
    assert client.get("/privacy/bakkerij/v/1.00/").status_code == 410
    assert "verborgen" in text_of(client, policy)
    assert "Deze versie is verborgen" in text_of(client, policy, "1.00/")
    assert client.post(f"{page}/tonen/", {"reason": "Toch niet."}).status_code == 302
    assert client.get("/privacy/bakkerij/v/1.00/").status_code == 200


def test_hiding_the_current_version_warns(client: PageClient, policy: Policy) -> None:
    assert "Dit is de versie die nu geldt" in text_of(client, policy, "1.01/verbergen/")


@pytest.mark.parametrize("reason", ["", "   ", "a" * 1001, "a\0b"])
def test_hiding_needs_a_reason(reason: str, client: PageClient, policy: Policy) -> None:
    response = client.post(f"/verklaringen/{policy.pk}/versies/1.00/verbergen/", {"reason": reason})
    assert response.status_code == 200
    assert "invalid-feedback" in response.content.decode()
    assert client.get("/privacy/bakkerij/v/1.00/").status_code == 200


def test_hiding_twice_says_so(client: PageClient, policy: Policy) -> None:
    for _ in range(2):
        response = client.post(f"/verklaringen/{policy.pk}/versies/1.00/verbergen/", {"reason": "x"}, follow=True)
    assert "Versie 1.00 is al verborgen." in response.content.decode()


def test_withdraw_and_use_again(client: PageClient, policy: Policy) -> None:
    page = f"/verklaringen/{policy.pk}/versies"
    client.post(f"{page}/intrekken/", {"notice": "Wij <b>stoppen</b>."})
    for path in ("/privacy/bakkerij/", f"{page}/"):
        assert "Wij &lt;b&gt;stoppen&lt;/b&gt;." in client.get(path).content.decode()
    assert "is al ingetrokken" in client.post(f"{page}/intrekken/", {"notice": ""}, follow=True).content.decode()
    assert "is weer in gebruik" in client.post(f"{page}/hervatten/", follow=True).content.decode()
    assert "is al in gebruik" in client.post(f"{page}/hervatten/", follow=True).content.decode()
    assert "ingetrokken" not in client.get("/privacy/bakkerij/").content.decode()


def test_another_address(client: PageClient, policy: Policy) -> None:
    page = f"/verklaringen/{policy.pk}/versies/adres/"
    response = client.post(page, {"slug": "Fout!"})
    assert "Gebruik 3 tot 60" in response.content.decode() and 'value="Fout!"' in response.content.decode()
    assert client.post(page, {"slug": "de-zoete-oven"}).status_code == 302
    assert client.get("/privacy/bakkerij/")["Location"] == "/privacy/de-zoete-oven/"
    assert "http://127.0.0.1:8000/privacy/de-zoete-oven/" in text_of(client, policy)
    assert "bakkerij → de-zoete-oven" in text_of(client, policy)


@pytest.mark.parametrize("who", ["editor", "reader"])
def test_only_an_owner_is_offered_it(who: str, client: PageClient, people: People, policy: Policy) -> None:
    client.force_login(getattr(people, who))
    assert "intrekken" not in text_of(client, policy)
    assert "verbergen" not in text_of(client, policy, "1.00/")


def test_acts_need_a_post(client: PageClient, policy: Policy) -> None:
    for path in ("intrekken/", "1.00/verbergen/", "adres/"):
        client.get(f"/verklaringen/{policy.pk}/versies/{path}", {"reason": "x", "slug": "anders", "notice": "x"})
    assert client.get(f"/verklaringen/{policy.pk}/versies/hervatten/").status_code == 405
    assert client.get("/privacy/bakkerij/v/1.00/").status_code == 200
    assert PolicyVersion.objects.count() == 2
