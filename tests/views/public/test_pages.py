"""What the public reads: the right version at every address, and nothing of a hidden one."""

from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from policies.models import Policy, PolicyRetirement, PolicyReview
from policies.models.summary import FEW
from tests.make import make_organisation
from tests.page import PageClient
from tests.versions import BY, at, make_address, make_summary, make_version
from tests.views.public.conftest import PAGES, hide

pytestmark = pytest.mark.django_db


# --- which version -------------------------------------------------------------------------------------------------


def test_current_version_with_what_is_coming(client: PageClient, policy: Policy) -> None:
    response = client.get("/privacy/bakkerij/")
    assert response.status_code == 200
    html = response.content.decode()
    assert "Tekst van 1.01" in html
    assert "Vanaf 1 april 2026 geldt een nieuwe versie." in html
    assert 'href="/privacy/bakkerij/v/2.00/"' in html
    assert "Een nieuwe ontvanger &lt;b&gt;." in html
    assert "Een ander telefoonnummer." in html
    assert "oude versie" not in html
    assert '<html lang="nl-BE">' in html
    assert "<title>Privacyverklaring – Bakkerij Peeters BV</title>" in html


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        (at("2026-03-09", 22), "1.00"),
        (at("2026-03-09", 23), "1.01"),  # midnight in Brussels is 23:00 UTC in winter
        (at("2026-03-31", 21), "1.01"),
        (at("2026-03-31", 22), "2.00"),  # and 22:00 in summer
    ],
)
def test_next_version_counts_from_midnight(
    moment: datetime, label: str, client: PageClient, policy: Policy, clock: time_machine.Traveller
) -> None:
    """No job has to run for it."""
    clock.move_to(moment)
    assert f"Tekst van {label}" in client.get("/privacy/bakkerij/").content.decode()
    assert client.get("/privacy/bakkerij/privacyverklaring.pdf").content == b"%PDF-1.7 " + label.encode()


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("1.00", "<strong>Dit is een oude versie.</strong> Gold van 1 maart 2026 tot 10 maart 2026."),
        ("1.01", "Tekst van 1.01"),
        (
            "2.00",
            '<strong>Deze versie geldt vanaf 1 april 2026.</strong> Nu geldt <a href="/privacy/bakkerij/">versie 1.01</a>.',
        ),
    ],
)
def test_every_version_keeps_its_address(label: str, says: str, client: PageClient, policy: Policy) -> None:
    html = " ".join(client.get(f"/privacy/bakkerij/v/{label}/").content.decode().split())
    assert f"Tekst van {label}" in html
    assert says in html
    assert f'<link rel="canonical" href="{settings.SITE_URL}/privacy/bakkerij/">' in html
    assert '<meta name="description" content="Wat Bakkerij Peeters BV met persoonsgegevens doet,' in html
    assert ('content="noindex"' in html) is (label != "1.01")


def test_announced_first_version_is_shown_as_such(client: PageClient) -> None:
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij")
    make_version(policy, "1.00", "2026-06-01", published="2026-03-01")
    make_version(policy, "1.01", "2026-05-01", published="2026-03-02")
    html = client.get("/privacy/bakkerij/").content.decode()
    assert "Tekst van 1.01" in html
    assert "Deze versie geldt vanaf 1 mei 2026." in html
    assert "Deze versie heeft nooit gegolden." in client.get("/privacy/bakkerij/v/1.00/").content.decode()


def test_withdrawn_policy_keeps_its_last_version(client: PageClient, policy: Policy) -> None:
    PolicyRetirement.objects.create(
        policy=policy, retired=True, notice="Wij <i>stoppen</i>.", at=at("2026-03-13"), **BY
    )
    html = client.get("/privacy/bakkerij/").content.decode()
    assert "Tekst van 1.01" in html
    assert "Deze verklaring is ingetrokken op 13 maart 2026." in html
    assert "Wij &lt;i&gt;stoppen&lt;/i&gt;." in html
    PolicyRetirement.objects.create(policy=policy, retired=False, at=at("2026-03-14"), **BY)
    assert "ingetrokken" not in client.get("/privacy/bakkerij/").content.decode()


def test_list_of_versions(client: PageClient, policy: Policy) -> None:
    make_version(policy, "2.01", "2026-03-20", published="2026-03-13")
    html = " ".join(client.get("/privacy/bakkerij/versies/").content.decode().split())
    assert [html.index(words) for words in ("Versie 2.01", "Versie 2.00", "Versie 1.01", "Versie 1.00")] == sorted(
        html.index(words) for words in ("Versie 2.01", "Versie 2.00", "Versie 1.01", "Versie 1.00")
    )
    for words in (
        "Geldt vanaf 20 maart 2026.",
        "Aangekondigd voor 1 april 2026, maar nooit ingegaan.",
        "Geldt sinds 10 maart 2026, tot 20 maart 2026. Gepubliceerd op 10 maart 2026.",
        "Gold van 1 maart 2026 tot 10 maart 2026.",
        "Kenmerk: " + f"{1:064x}",
        'Versie 1.01</a> <span class="etiket">geldt nu</span>',
    ):
        assert words in html


def summarised(policy: Policy, sequence: int, since: int | None, *sentences: str, marked_text: object = None) -> None:
    make_summary(policy.versions.get(sequence=sequence), since, *sentences, marked_text=marked_text)


def versions_page(client: PageClient) -> str:
    return " ".join(client.get("/privacy/bakkerij/versies/").content.decode().split())


def test_what_changed_with_each_version(client: PageClient, policy: Policy) -> None:
    summarised(policy, 1, None, "Eerste versie.")
    summarised(policy, 2, 1, "Weg: <b>Mailchimp</b> krijgt geen gegevens meer.", "Klantgegevens: 2 jaar, was 1 jaar.")
    summarised(policy, 3, 2, *(f"Nieuw: gegeven {number}." for number in range(FEW + 1)))
    html = versions_page(client)
    assert "<p>Eerste versie.</p>" in html
    assert (
        "Veranderd sinds versie 1.00:</p> <ul><li>Weg: &lt;b&gt;Mailchimp&lt;/b&gt; krijgt geen gegevens meer.</li><li>Klantgegevens: 2 jaar, was 1 jaar.</li></ul>"
        in html
    )
    assert f"<details><summary>Gegevens ({FEW + 1})</summary> <ul><li>Nieuw: gegeven 0.</li>" in html, (
        "many stand below the name of their part"
    )


def test_a_hidden_version_does_not_say_what_changed(client: PageClient, policy: Policy) -> None:
    """Nor does the next one say what stood in it."""
    summarised(policy, 2, 1, "Ons adres: Thuisstraat 1, was Ovenstraat 1.")
    summarised(policy, 3, 2, "Ons adres: Ovenstraat 1, was Thuisstraat 1.")
    assert versions_page(client).count("Thuisstraat") == 2
    hide(policy.versions.get(sequence=2))
    html = versions_page(client)
    assert "Thuisstraat" not in html and "Veranderd sinds" not in html


CHANGES = "/privacy/bakkerij/v/1.01/verschil/"
MARKED = [
    {"same": [["cookies", "Cookies"], ["rechten", "Uw rechten"]]},
    {
        "title": "Wie wij zijn",
        "kind": "changed",
        "reordered": False,
        "clauses": [
            {
                "kind": "changed",
                "lines": [
                    {"same": ["Bakkerij", "Kerkstraat", "Aalst"]},
                    {"runs": [["same", "Bel "], ["removed", "<i>09</i>"], ["added", "016"]]},
                ],
            }
        ],
    },
]


def test_what_changed_with_one_version(client: PageClient, policy: Policy) -> None:
    summarised(policy, 2, 1, "Ons telefoonnummer: 016, was 09.", marked_text=MARKED)
    html = " ".join(client.get(CHANGES).content.decode().split())
    assert (
        '<p>Van versie 1.00 (1 maart 2026) naar <a href="/privacy/bakkerij/v/1.01/">versie 1.01</a> (10 maart 2026).</p> <p>Ons telefoonnummer: 016, was 09.</p> <p>Een ander telefoonnummer.</p>'
        in html
    )
    said, _, below = html.partition('<details class="vouw"> <summary>De tekst met wat nieuw en weg is</summary>')
    assert "<ins>" not in said and "<ins><span" in below and "weg: </span>&lt;i&gt;09&lt;/i&gt;</del>" in below
    assert "<summary>3 regels: niets veranderd</summary><p>Bakkerij</p>" in below
    assert (
        '<summary>2 delen: niets veranderd</summary> <p><a href="/privacy/bakkerij/v/1.01/#cookies">Cookies</a>, <a href="/privacy/bakkerij/v/1.01/#rechten">Uw rechten</a>.</p>'
        in below
    )
    assert f'href="{CHANGES}#tekst"' in versions_page(client) and 'content="noindex"' in html


def test_a_version_that_changed_no_text_says_so(client: PageClient, policy: Policy) -> None:
    summarised(policy, 2, 1, "Er is niets veranderd.", marked_text=[])
    assert "In de tekst van de verklaring verandert niets." in client.get(CHANGES).content.decode()
    summarised(policy, 3, 2, "Wat er anders is, kunnen wij niet meer nagaan.")
    assert "In de tekst" not in client.get("/privacy/bakkerij/v/2.00/verschil/").content.decode()


def test_what_changed_is_gone_with_a_version_that_is_hidden(client: PageClient, policy: Policy) -> None:
    summarised(policy, 2, 1, "Ons adres: Thuisstraat 1, was Ovenstraat 1.", marked_text=MARKED)
    summarised(policy, 3, 2, "Ons adres: Ovenstraat 1, was Thuisstraat 1.", marked_text=MARKED)
    hide(policy.versions.get(sequence=2))
    for path, status in ((CHANGES, 410), ("/privacy/bakkerij/v/2.00/verschil/", 404)):
        response = client.get(path)
        assert (
            response.status_code == status and b"Thuisstraat" not in response.content and b"016" not in response.content
        )


def test_the_list_does_not_read_the_text_of_each_change(
    client: PageClient, policy: Policy, django_assert_num_queries
) -> None:
    summarised(policy, 2, 1, "Er is niets veranderd.", marked_text=MARKED)
    for path, reads in (("/privacy/bakkerij/versies/", False), (CHANGES, True)):
        with django_assert_num_queries(1) as queries:
            client.get(path)
        assert ("marked_text" in queries[0]["sql"]) is reads


def test_what_is_written_later_is_news_to_a_cache(client: PageClient, policy: Policy) -> None:
    make_summary(policy.versions.get(sequence=2), 1, marked_text=MARKED, made_at=at("2026-03-14"))
    for path in (CHANGES, "/privacy/bakkerij/versies/"):
        assert client.get(path)["Last-Modified"] == "Sat, 14 Mar 2026 10:00:00 GMT"


def test_what_was_never_written_down_is_not_found(client: PageClient, policy: Policy) -> None:
    assert (
        client.get(CHANGES).status_code
        == client.get("/privacy/bakkerij/v/7.00/verschil/").status_code
        == client.get("/privacy/elders/v/1.00/verschil/").status_code
        == 404
    )


def test_an_announcement_leads_to_what_it_changes(client: PageClient, policy: Policy) -> None:
    assert 'href="/privacy/bakkerij/versies/#v2.00"' in client.get("/privacy/bakkerij/").content.decode()
    assert '<li id="v2.00"' in versions_page(client)


def test_when_it_changed_and_when_somebody_looked(client: PageClient, policy: Policy) -> None:
    assert "Laatst gewijzigd op 10 maart 2026. Laatst nagekeken op 12 maart 2026." in versions_page(client), (
        "to publish is to look"
    )
    PolicyReview.objects.create(policy=policy, at=at("2026-03-14"), **BY)
    assert "Laatst gewijzigd op 10 maart 2026. Laatst nagekeken op 14 maart 2026." in versions_page(client)
    assert "Olga" not in versions_page(client)


def test_one_query_also_with_what_changed(client: PageClient, policy: Policy, django_assert_num_queries) -> None:
    for sequence in (1, 2, 3):
        summarised(policy, sequence, sequence - 1 or None, "Eerste versie.")
    for page in (*PAGES, CHANGES):
        with django_assert_num_queries(1):
            client.get(page)


# --- hidden, gone, renamed, never there ----------------------------------------------------------------------------


@pytest.mark.parametrize("below", ["v/1.00/", "v/1.00/alles/", "v/1.00/privacyverklaring.pdf"])
def test_hidden_version_is_gone(below: str, client: PageClient, policy: Policy) -> None:
    version = policy.versions.get(sequence=1)
    hide(version)
    response = client.get(f"/privacy/bakkerij/{below}")
    assert response.status_code == 410
    html = response.content.decode()
    assert "Tekst van 1.00" not in html
    assert "thuisadres" not in html
    assert 'href="/privacy/bakkerij/"' in html
    hide(version, hidden=False)
    assert client.get(f"/privacy/bakkerij/{below}").status_code == 200


def test_hidden_current_version_is_gone_from_the_page_too(client: PageClient, policy: Policy) -> None:
    """Showing the one before it would say that something counts which does not."""
    hide(policy.versions.get(sequence=2))
    for page in ("", "alles/", "privacyverklaring.pdf", "v/1.01/", "v/1.01/alles/"):
        response = client.get(f"/privacy/bakkerij/{page}")
        assert response.status_code == 410
        assert b"1.01" in response.content
        assert b"Tekst van" not in response.content
    assert client.get("/privacy/bakkerij/v/1.00/").status_code == 200


def test_nothing_of_a_hidden_version_shows_anywhere(client: PageClient) -> None:
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij")
    make_version(policy, "1.00", "2026-03-01")
    make_version(
        policy, "1.01", "2026-03-10", company="Verkeerde klant", title="Verkeerde titel", note="Verkeerde nota"
    )
    make_version(policy, "2.00", "2026-04-01", published="2026-03-12", company="Verkeerde klant", note="Verkeerde nota")
    for sequence in (2, 3):
        hide(policy.versions.get(sequence=sequence))
    for page in (
        "",
        "alles/",
        "versies/",
        "v/1.00/",
        "v/1.01/",
        "v/2.00/",
        "v/2.00/alles/",
        "v/1.01/verschil/",
        "v/2.00/verschil/",
    ):
        assert b"Verkeerde" not in client.get(f"/privacy/bakkerij/{page}").content
    assert (
        "Deze versie is niet meer te lezen. Ze is verborgen op 14 maart 2026."
        in client.get("/privacy/bakkerij/versies/").content.decode()
    )


def test_hidden_announcement_is_not_announced(client: PageClient, policy: Policy) -> None:
    hide(policy.versions.get(sequence=3))
    html = client.get("/privacy/bakkerij/").content.decode()
    assert "Tekst van 1.01" in html
    assert "2.00" not in html
    assert "nieuwe ontvanger" not in html


@pytest.mark.parametrize(
    "below",
    ["", "alles/", "v/1.00/", "v/1.00/alles/", "versies/", "privacyverklaring.pdf", "v/1.00/privacyverklaring.pdf"],
)
def test_old_address_redirects_for_good(below: str, client: PageClient, policy: Policy) -> None:
    make_address(policy, "peeters", at("2026-03-05"))
    make_address(policy, "de-zoete-oven", at("2026-03-06"))
    for old in ("bakkerij", "peeters"):
        response = client.get(f"/privacy/{old}/{below}")
        assert (response.status_code, response["Location"]) == (301, f"/privacy/de-zoete-oven/{below}")
    assert client.get(f"/privacy/de-zoete-oven/{below}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/privacy/elders/",
        "/privacy/elders/alles/",
        "/privacy/elders/versies/",
        "/privacy/bakkerij/v/9.00/alles/",
        "/privacy/elders/v/1.00/",
        "/privacy/elders/privacyverklaring.pdf",
        "/privacy/bakkerij/v/9.00/",
        "/privacy/bakkerij/v/9.00/privacyverklaring.pdf",
        "/privacy/bakkerij/v/1.0/",
        "/privacy/bakkerij/v/1.000/",
        "/privacy/bakkerij/v/99999999999999999999.00/",
        "/privacy/b%C3%A4kkerij/",
        "/privacy/" + "a" * 5000 + "/",
    ],
)
def test_what_never_was_is_not_found(path: str, policy: Policy) -> None:
    assert Client().get(path).status_code == 404


def test_public_404_has_a_page_of_its_own(client: PageClient, policy: Policy) -> None:
    response = client.get("/privacy/elders/")
    assert "Hier staat geen privacyverklaring" in response.content.decode()
    assert "Vary" not in response or "Cookie" not in response["Vary"]
