"""What the public reads: the right version, honest headers, and nothing that follows a reader."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from policies.models import Policy, PolicyRetirement, PolicyVersion, VersionHiding
from tests.make import make_organisation
from tests.page import PageClient
from tests.versions import BY, at, make_address, make_version

pytestmark = pytest.mark.django_db
NOW = at("2026-03-15")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def reader() -> PageClient:
    return PageClient()


@pytest.fixture
def policy() -> Policy:
    """1.00 counted from 1 March, 1.01 since 10 March, 2.00 will from 1 April."""
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij", at("2026-03-01", 9))
    make_version(policy, "1.00", "2026-03-01")
    make_version(policy, "1.01", "2026-03-10", note="Een ander telefoonnummer.")
    make_version(policy, "2.00", "2026-04-01", published="2026-03-12", note="Een nieuwe ontvanger <b>.")
    return policy


def hide(version: PolicyVersion, hidden: bool = True) -> None:
    VersionHiding.objects.create(version=version, hidden=hidden, reason="Het thuisadres van Olga.", at=at("2026-03-14"), **BY)


PAGES = ["/privacy/bakkerij/", "/privacy/bakkerij/v/1.00/", "/privacy/bakkerij/versies/"]
FILES = ["/privacy/bakkerij/privacyverklaring.pdf", "/privacy/bakkerij/v/1.00/privacyverklaring.pdf"]


# --- which version -------------------------------------------------------------------------------------------------


def test_current_version_with_what_is_coming(reader: PageClient, policy: Policy) -> None:
    response = reader.get("/privacy/bakkerij/")
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
        (at("2026-03-09", 22), "1.00"), (at("2026-03-09", 23), "1.01"),  # midnight in Brussels is 23:00 UTC in winter
        (at("2026-03-31", 21), "1.01"), (at("2026-03-31", 22), "2.00"),  # and 22:00 in summer
    ],
)  # fmt: skip
def test_next_version_counts_from_midnight(moment: datetime, label: str, reader: PageClient, policy: Policy, clock: time_machine.Traveller) -> None:
    """No job has to run for it."""
    clock.move_to(moment)
    assert f"Tekst van {label}" in reader.get("/privacy/bakkerij/").content.decode()
    assert reader.get("/privacy/bakkerij/privacyverklaring.pdf").content == b"%PDF-1.7 " + label.encode()


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("1.00", "<strong>Dit is een oude versie.</strong> Ze gold van 1 maart 2026 tot 10 maart 2026."),
        ("1.01", "Tekst van 1.01"),
        ("2.00", '<strong>Deze versie geldt vanaf 1 april 2026.</strong> Nu geldt <a href="/privacy/bakkerij/">versie 1.01</a>.'),
    ],
)
def test_every_version_keeps_its_address(label: str, says: str, reader: PageClient, policy: Policy) -> None:
    html = reader.get(f"/privacy/bakkerij/v/{label}/").content.decode()
    assert f"Tekst van {label}" in html
    assert says in html
    assert '<link rel="canonical" href="/privacy/bakkerij/">' in html
    assert ('content="noindex"' in html) is (label != "1.01")


def test_announced_first_version_is_shown_as_such(reader: PageClient) -> None:
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij")
    make_version(policy, "1.00", "2026-06-01", published="2026-03-01")
    make_version(policy, "1.01", "2026-05-01", published="2026-03-02")
    html = reader.get("/privacy/bakkerij/").content.decode()
    assert "Tekst van 1.01" in html
    assert "Deze versie geldt vanaf 1 mei 2026." in html
    assert "Deze versie heeft nooit gegolden." in reader.get("/privacy/bakkerij/v/1.00/").content.decode()


def test_withdrawn_policy_keeps_its_last_version(reader: PageClient, policy: Policy) -> None:
    PolicyRetirement.objects.create(policy=policy, retired=True, notice="Wij <i>stoppen</i>.", at=at("2026-03-13"), **BY)
    html = reader.get("/privacy/bakkerij/").content.decode()
    assert "Tekst van 1.01" in html
    assert "Deze verklaring is ingetrokken op 13 maart 2026." in html
    assert "Wij &lt;i&gt;stoppen&lt;/i&gt;." in html
    PolicyRetirement.objects.create(policy=policy, retired=False, at=at("2026-03-14"), **BY)
    assert "ingetrokken" not in reader.get("/privacy/bakkerij/").content.decode()


def test_list_of_versions(reader: PageClient, policy: Policy) -> None:
    make_version(policy, "2.01", "2026-03-20", published="2026-03-13")
    html = " ".join(reader.get("/privacy/bakkerij/versies/").content.decode().split())
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


# --- hidden, gone, renamed, never there ----------------------------------------------------------------------------


@pytest.mark.parametrize("below", ["v/1.00/", "v/1.00/privacyverklaring.pdf"])
def test_hidden_version_is_gone(below: str, reader: PageClient, policy: Policy) -> None:
    version = policy.versions.get(sequence=1)
    hide(version)
    response = reader.get(f"/privacy/bakkerij/{below}")
    assert response.status_code == 410
    html = response.content.decode()
    assert "Tekst van 1.00" not in html
    assert "thuisadres" not in html
    assert 'href="/privacy/bakkerij/"' in html
    hide(version, hidden=False)
    assert reader.get(f"/privacy/bakkerij/{below}").status_code == 200


def test_hidden_current_version_is_gone_from_the_page_too(reader: PageClient, policy: Policy) -> None:
    """Showing the one before it would say that something counts which does not."""
    hide(policy.versions.get(sequence=2))
    for page in ("", "privacyverklaring.pdf", "v/1.01/"):
        response = reader.get(f"/privacy/bakkerij/{page}")
        assert response.status_code == 410
        assert b"1.01" in response.content
        assert b"Tekst van" not in response.content
    assert reader.get("/privacy/bakkerij/v/1.00/").status_code == 200


def test_nothing_of_a_hidden_version_shows_anywhere(reader: PageClient) -> None:
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij")
    make_version(policy, "1.00", "2026-03-01")
    make_version(policy, "1.01", "2026-03-10", company="Verkeerde klant", title="Verkeerde titel", note="Verkeerde nota")
    make_version(policy, "2.00", "2026-04-01", published="2026-03-12", company="Verkeerde klant", note="Verkeerde nota")
    for sequence in (2, 3):
        hide(policy.versions.get(sequence=sequence))
    for page in ("", "versies/", "v/1.00/", "v/1.01/", "v/2.00/"):
        assert b"Verkeerde" not in reader.get(f"/privacy/bakkerij/{page}").content
    assert "Deze versie is niet meer te lezen. Ze is verborgen op 14 maart 2026." in reader.get("/privacy/bakkerij/versies/").content.decode()


def test_hidden_announcement_is_not_announced(reader: PageClient, policy: Policy) -> None:
    hide(policy.versions.get(sequence=3))
    html = reader.get("/privacy/bakkerij/").content.decode()
    assert "Tekst van 1.01" in html
    assert "2.00" not in html
    assert "nieuwe ontvanger" not in html


@pytest.mark.parametrize("below", ["", "v/1.00/", "versies/", "privacyverklaring.pdf", "v/1.00/privacyverklaring.pdf"])
def test_old_address_redirects_for_good(below: str, reader: PageClient, policy: Policy) -> None:
    make_address(policy, "peeters", at("2026-03-05"))
    make_address(policy, "de-zoete-oven", at("2026-03-06"))
    for old in ("bakkerij", "peeters"):
        response = reader.get(f"/privacy/{old}/{below}")
        assert (response.status_code, response["Location"]) == (301, f"/privacy/de-zoete-oven/{below}")
    assert reader.get(f"/privacy/de-zoete-oven/{below}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/privacy/elders/", "/privacy/elders/versies/", "/privacy/elders/v/1.00/", "/privacy/elders/privacyverklaring.pdf", "/privacy/bakkerij/v/9.00/", "/privacy/bakkerij/v/9.00/privacyverklaring.pdf", "/privacy/bakkerij/v/1.0/", "/privacy/bakkerij/v/1.000/", "/privacy/bakkerij/v/99999999999999999999.00/", "/privacy/b%C3%A4kkerij/", "/privacy/x%00y/", "/privacy/" + "a" * 5000 + "/"],
)
def test_what_never_was_is_not_found(path: str, policy: Policy) -> None:
    assert Client().get(path).status_code == 404


def test_public_404_has_a_page_of_its_own(reader: PageClient, policy: Policy) -> None:
    response = reader.get("/privacy/elders/")
    assert "Hier staat geen privacyverklaring" in response.content.decode()
    assert "Vary" not in response or "Cookie" not in response["Vary"]


# --- headers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES + FILES + ["/privacy/elders/"])
def test_one_query_no_session_no_cookie(path: str, policy: Policy, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        response = Client().get(path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_one_query_whatever_the_number_of_versions(policy: Policy, django_assert_num_queries) -> None:
    for n in range(10):
        hide(make_version(policy, f"3.{n:02d}", "2026-05-01", published="2026-03-13"))
    for path in PAGES + FILES:
        with django_assert_num_queries(1):
            assert Client().get(path).status_code == 200


def test_a_reader_who_is_logged_in_gets_the_same_page(policy: Policy) -> None:
    """And the session is not looked at, so a cache may keep the page for everybody."""
    from tests.people import make_person

    anonymous, known = Client(), Client()
    known.force_login(make_person("Olga", "olga@bakkerij.example"))
    for path in PAGES:
        assert known.get(path).content == anonymous.get(path).content
        assert "Cookie" not in known.get(path).get("Vary", "")


@pytest.mark.parametrize("path", PAGES)
def test_page_fetches_nothing_from_elsewhere_and_runs_nothing(path: str, reader: PageClient, policy: Policy) -> None:
    response = reader.get(path)
    html = response.content.decode()
    assert "<script" not in html
    assert "http://" not in html.replace("http://127.0.0.1:8000", "")
    assert "https://" not in html
    rules = dict(rule.strip().partition(" ")[::2] for rule in response["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == "'none'"
    assert "script-src" not in rules
    assert (rules["style-src"], rules["frame-ancestors"], rules["form-action"]) == ("'self'", "'none'", "'none'")


@pytest.mark.parametrize(("path", "kind"), [(path, "text/html; charset=utf-8") for path in PAGES] + [(path, "application/pdf") for path in FILES])
def test_headers(path: str, kind: str, policy: Policy) -> None:
    response = Client().get(path)
    assert response["Content-Type"] == kind
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["ETag"].startswith('"') and len(response["ETag"]) == 66
    assert response["Last-Modified"].endswith(" GMT")
    assert int(response["Content-Length"]) == len(response.content)


@pytest.mark.parametrize("path", PAGES + FILES)
def test_head_is_get_without_the_body(path: str, policy: Policy) -> None:
    get, head = Client().get(path), Client().head(path)
    assert head.status_code == 200
    assert head.content == b""
    for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified", "Cache-Control"):
        assert head[name] == get[name]


@pytest.mark.parametrize("path", PAGES + FILES)
def test_not_modified(path: str, policy: Policy) -> None:
    first = Client().get(path)
    for method in ("get", "head"):
        for header in ({"if-none-match": first["ETag"]}, {"if-none-match": "*"}, {"if-none-match": f'"x", W/{first["ETag"]}'}, {"if-modified-since": first["Last-Modified"]}):
            again = getattr(Client(), method)(path, headers=header)
            assert (again.status_code, again.content) == (304, b"")
            assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], first["Cache-Control"])
    for header in ({"if-none-match": '"x"'}, {"if-modified-since": "Sun, 01 Mar 2026 00:00:00 GMT"}, {"if-none-match": '"x"', "if-modified-since": first["Last-Modified"]}):
        assert Client().get(path, headers=header).status_code == 200


def test_page_is_new_when_anything_on_it_is(policy: Policy, clock: time_machine.Traveller) -> None:
    """A publication, midnight, hiding, withdrawing, a rename: each gives another ETag and a later Last-Modified."""
    client = Client()
    seen = [client.get("/privacy/bakkerij/versies/")]

    def look(path: str = "/privacy/bakkerij/versies/") -> None:
        seen.append(client.get(path))

    assert seen[0]["Last-Modified"] == "Thu, 12 Mar 2026 10:00:00 GMT"
    clock.move_to(datetime(2026, 3, 16, tzinfo=UTC))
    make_version(policy, "2.01", "2026-04-02", published="2026-03-16")
    clock.move_to(at("2026-03-16", 11))
    look()
    clock.move_to(at("2026-03-31", 23))
    look()
    assert seen[-1]["Last-Modified"] == "Tue, 31 Mar 2026 22:00:00 GMT"  # midnight in Brussels
    VersionHiding.objects.create(version=policy.versions.get(sequence=1), hidden=True, reason="x", at=at("2026-04-01", 1), **BY)
    clock.move_to(at("2026-04-01", 2))
    look()
    PolicyRetirement.objects.create(policy=policy, retired=True, at=at("2026-04-01", 3), **BY)
    clock.move_to(at("2026-04-01", 4))
    look()
    make_address(policy, "peeters", at("2026-04-01", 5))
    clock.move_to(at("2026-04-01", 6))
    look("/privacy/peeters/versies/")
    assert len({response["ETag"] for response in seen}) == 6
    moments = [datetime.strptime(response["Last-Modified"], "%a, %d %b %Y %H:%M:%S GMT") for response in seen]
    assert moments == sorted(set(moments))


def test_pdf(policy: Policy) -> None:
    current, old = Client().get(FILES[0]), Client().get(FILES[1])
    assert (current.content, old.content) == (b"%PDF-1.7 1.01", b"%PDF-1.7 1.00")
    assert current["Content-Disposition"] == 'inline; filename="privacyverklaring-bakkerij-1.01.pdf"'
    assert old["ETag"] == f'"{policy.versions.get(sequence=1).pdf_sha256}"'
    assert old["Last-Modified"] == "Sun, 01 Mar 2026 10:00:00 GMT"


@pytest.mark.parametrize("path", PAGES + FILES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_only_to_be_read(method: str, path: str, policy: Policy) -> None:
    assert getattr(Client(), method)(path).status_code == 405


def test_an_old_article_is_dressed_by_todays_style_sheet() -> None:
    """The classes that stored articles bear are frozen; so the style sheet goes on knowing each of them."""
    from pathlib import Path

    style = (Path(__file__).parents[2] / "policies/static/policies/public.css").read_text()
    for name in ("verklaring", "versie", "concept", "inhoud", "apart", "kenmerk", "gat"):
        assert f".{name}" in style
