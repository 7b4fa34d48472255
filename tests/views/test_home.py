"""The front door, for a visitor and for somebody who is logged in."""

from tests.people import make_person


def test_a_visitor_reads_what_this_is(client, db):
    page = client.get("/").content.decode()
    assert "/account/signup/" in page and "/account/login/" in page


def test_somebody_in_an_organisation_goes_to_the_statements(people, client):
    client.force_login(people.reader)
    assert client.get("/").url == "/verklaringen/"


def test_somebody_without_one_is_helped_on(client, db):
    client.force_login(make_person("Nora", "nora@nieuw.example"))
    assert client.get("/").url == "/organisatie/"
