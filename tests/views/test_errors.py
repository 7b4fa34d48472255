"""The pages that show when something is wrong: in our frame, in Dutch, also when nothing is known of the visitor."""

import pytest
from django.template.loader import render_to_string

from tests.page import PageClient, flaws_of


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
def test_without_any_context(status):
    """As Django renders its 500: no request, no person, no database."""
    assert flaws_of(render_to_string(f"{status}.html")) == []


def test_a_form_that_stood_open_too_long(db):
    answer = PageClient(enforce_csrf_checks=True).post("/account/login/", {"login": "x"})
    assert answer.status_code == 403 and "Het formulier is niet verstuurd" in answer.content.decode()


def test_a_fault_of_ours_is_a_page(people, monkeypatch):
    monkeypatch.setattr("policies.views.people.access.organisations_of", None)
    client = PageClient(raise_request_exception=False)
    client.force_login(people.owner)
    answer = client.get("/organisatie/")
    assert answer.status_code == 500 and "Het ligt niet aan u." in answer.content.decode()


def test_a_page_that_is_not_there(client, db):
    answer = client.get("/bestaat-niet/")
    assert answer.status_code == 404 and "Deze pagina is er niet" in answer.content.decode()
