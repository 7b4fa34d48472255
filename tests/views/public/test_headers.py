"""Honest headers, and nothing that follows a reader."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from policies.models import Policy, PolicyRetirement, VersionHiding
from tests.page import PageClient
from tests.people import make_person
from tests.versions import BY, at, make_address, make_version
from tests.views.public.conftest import FILES, PAGES, hide

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


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
    anonymous, known = Client(), Client()
    known.force_login(make_person("Olga", "olga@bakkerij.example"))
    for path in PAGES:
        assert known.get(path).content == anonymous.get(path).content
        assert "Cookie" not in known.get(path).get("Vary", "")


@pytest.mark.parametrize("path", PAGES)
def test_page_fetches_nothing_from_elsewhere_and_runs_nothing(path: str, client: PageClient, policy: Policy) -> None:
    response = client.get(path)
    html = response.content.decode()
    assert "<script" not in html
    assert "http://" not in html.replace("http://127.0.0.1:8000", "")
    assert "https://" not in html
    rules = dict(rule.strip().partition(" ")[::2] for rule in response["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == "'none'"
    assert "script-src" not in rules
    assert (rules["style-src"], rules["frame-ancestors"], rules["form-action"]) == ("'self'", "'none'", "'none'")


@pytest.mark.parametrize(
    ("path", "kind"),
    [(path, "text/html; charset=utf-8") for path in PAGES] + [(path, "application/pdf") for path in FILES],
)
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
        for header in (
            {"if-none-match": first["ETag"]},
            {"if-none-match": "*"},
            {"if-none-match": f'"x", W/{first["ETag"]}'},
            {"if-modified-since": first["Last-Modified"]},
        ):
            again = getattr(Client(), method)(path, headers=header)
            assert (again.status_code, again.content) == (304, b"")
            assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], first["Cache-Control"])
    for header in (
        {"if-none-match": '"x"'},
        {"if-modified-since": "Sun, 01 Mar 2026 00:00:00 GMT"},
        {"if-none-match": '"x"', "if-modified-since": first["Last-Modified"]},
    ):
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
    VersionHiding.objects.create(
        version=policy.versions.get(sequence=1), hidden=True, reason="x", at=at("2026-04-01", 1), **BY
    )
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
