"""Wrong passwords stop who guesses, where they guess, and lock nobody out on another network."""

import pytest
import time_machine

from policies.adapter import network_of
from tests.accounts.test_getting_in import NEW
from tests.accounts.walk import Browser, log_in, logged_in, page
from tests.people import PASSWORD

HERE, THERE = "203.0.113.5", "198.51.100.7"
STOPPED = "Er is te vaak een verkeerd wachtwoord ingevuld."


def attempt(address: str, email: str, password: str = "iets heel anders", **headers: str) -> Browser:
    """Log in from this address, in a browser that was never here."""
    browser = Browser(REMOTE_ADDR=address, headers=headers)
    browser.answer = page(log_in(browser, email, password))
    return browser


def guess(address: str, email: str, times: int = 5, **headers: str) -> None:
    for _ in range(times):
        attempt(address, email, **headers)


def test_guessing_stops_where_it_happens_and_nowhere_else(people):
    guess(HERE, people.owner.email)
    assert STOPPED in attempt(HERE, people.owner.email, PASSWORD).answer
    assert logged_in(attempt(THERE, people.owner.email, PASSWORD))


@pytest.mark.parametrize("written", ["OLGA@bakkerij.example", " olga@bakkerij.example", "Olga@Bakkerij.Example"])
def test_capitals_give_no_new_attempts(people, written):
    guess(HERE, people.owner.email)
    assert STOPPED in attempt(HERE, written).answer


def test_many_networks_do_not_lock_the_owner_out(people):
    for number in range(1, 21):
        guess(f"203.0.113.{number}", people.owner.email)
    assert logged_in(attempt(THERE, people.owner.email, PASSWORD))


def test_one_address_does_not_guess_at_many_accounts(people):
    for person in (people.owner, people.editor, people.reader):
        guess(HERE, person.email, 4)
    assert STOPPED in attempt(HERE, people.stranger.email).answer
    assert logged_in(attempt(THERE, people.stranger.email, PASSWORD))


def test_another_host_name_gives_no_new_attempts(people, settings):
    settings.ALLOWED_HOSTS = ["testserver", "elders.example"]
    guess(HERE, people.owner.email)
    assert STOPPED in attempt(HERE, people.owner.email, Host="elders.example").answer


def test_a_forged_header_gives_no_new_attempts(people):
    """Without a proxy of our own nobody believes X-Forwarded-For."""
    for number in range(5):
        attempt(HERE, people.owner.email, **{"X-Forwarded-For": f"192.0.2.{number}"})
    assert STOPPED in attempt(HERE, people.owner.email, **{"X-Forwarded-For": "192.0.2.99"}).answer


def test_behind_a_proxy_the_last_address_counts(people, settings):
    """What stands before it in the header was typed by the visitor."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        attempt("10.0.0.1", people.owner.email, **{"X-Forwarded-For": f"192.0.2.{number}, {HERE}"})
    assert STOPPED in attempt("10.0.0.1", people.owner.email, PASSWORD, **{"X-Forwarded-For": HERE}).answer
    assert logged_in(attempt("10.0.0.1", people.owner.email, PASSWORD, **{"X-Forwarded-For": f"{HERE}, {THERE}"}))


def test_the_right_password_costs_no_attempt(people):
    for _ in range(8):
        assert logged_in(attempt(HERE, people.owner.email, PASSWORD))


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("::1", "::"),
    ],
)
def test_network(address, network):
    assert network_of(address) == network


def test_a_mailbox_is_not_filled(people, visitor, mailoutbox):
    """Asked again and again for one address, from anywhere, all day."""
    with time_machine.travel("2026-11-30T00:00:00Z", tick=False) as clock:
        for number in range(96):
            Browser(REMOTE_ADDR=f"203.0.113.{number}").post("/account/password/reset/", {"email": people.owner.email})
            assert len(mailoutbox) <= 5 or number > 11
            clock.shift(5 * 60 if number < 12 else 15 * 60)
    assert len(mailoutbox) == 10


def test_nor_with_links_to_confirm(visitor, db, mailoutbox):
    with time_machine.travel("2026-11-30T00:00:00Z", tick=False) as clock:
        for number in range(48):
            Browser(REMOTE_ADDR=f"203.0.113.{number}").post("/account/signup/", NEW)
            clock.shift(60 if number % 2 else 29 * 60)
    assert len(mailoutbox) == 10


def test_an_address_to_go_on_to_has_a_largest_size(visitor, db):
    """It waits in the session of somebody who is not logged in."""
    visitor.post("/account/signup/", NEW | {"next": "/" + "x" * 100_000})
    assert len(str(dict(visitor.session))) < 3_000
