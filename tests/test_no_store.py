"""Nothing private stays in a browser or a proxy, an error neither; the table of all routes is in tests/test_routes.py."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from policies.middleware import NoStore
from tests.make import make_policy
from tests.page import PageClient
from tests.versions import make_address, make_version

PUBLISHED = [
    "/privacy/bakkerij/",
    "/privacy/bakkerij/versies/",
    "/privacy/bakkerij/v/1.00/",
    "/privacy/bakkerij/privacyverklaring.pdf",
]


@pytest.fixture
def published(people):
    policy = make_policy(people.organisation)
    make_address(policy, "bakkerij")
    make_version(policy, "1.00")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/bestaat-niet/",
        "/verklaringen/",
        "/account/login/",
        "/account/signup/",
        "/tekst-controleren/",
        "/account/confirm-email/x/",
        "/account/",
    ],
)
@pytest.mark.parametrize("method", ["get", "head", "post", "put"])
def test_whatever_the_method_and_the_outcome(db, path, method):
    assert getattr(Client(), method)(path)["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PUBLISHED)
def test_a_published_statement_may_be_kept_also_by_who_is_logged_in(published, people, path):
    client = Client()
    client.force_login(people.owner)
    for browser in (Client(), client):
        first = browser.get(path)
        assert first["Cache-Control"] == "public, max-age=300"
        again = browser.get(path, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again["Cache-Control"]) == (304, "public, max-age=300")


def test_another_method_on_a_public_page_is_no_page(published):
    answer = Client().post(PUBLISHED[0])
    assert (answer.status_code, answer["Cache-Control"]) == (405, "no-store")


def test_a_fault_of_ours(people, monkeypatch):
    monkeypatch.setattr("policies.views.people.access.organisations_of", None)
    client = PageClient(raise_request_exception=False)
    client.force_login(people.owner)
    answer = client.get("/organisatie/")
    assert (answer.status_code, answer["Cache-Control"]) == (500, "no-store")


def test_a_host_that_is_not_ours(db):
    answer = Client(headers={"Host": "elders.example"}).get("/")
    assert (answer.status_code, answer["Cache-Control"]) == (400, "no-store")


def test_a_host_that_is_not_ours_where_everything_goes_to_https(db, settings):
    """Refused by the very first that looks at a request."""
    settings.SECURE_SSL_REDIRECT = True
    answer = Client(headers={"Host": "elders.example"}).get("/")
    assert (answer.status_code, answer["Cache-Control"]) == (400, "no-store")


def test_a_form_without_its_token(db):
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {})
    assert (answer.status_code, answer["Cache-Control"]) == (403, "no-store")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("max-age=315360000, public, immutable", True),
        ("max-age=60, public", True),
        ("public", True),
        ("", False),
        ("max-age=60", False),
        ("private", False),
        ("max-age=0, no-cache, no-store, must-revalidate, private", False),
        ("no-cache", False),
    ],
)
def test_only_what_says_that_it_is_public(said, kept):
    answer = HttpResponse("x", headers={"Cache-Control": said} if said else {})
    assert NoStore(lambda request: answer)(RequestFactory().get("/"))["Cache-Control"] == (said if kept else "no-store")
