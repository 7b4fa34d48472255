"""An address with an account costs the same work as one without: the time of an answer tells nobody who is a customer (bench/addresses.py measures it)."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.addresses import medians
from policies.models import Organisation, User
from tests.accounts.test_getting_in import NEW
from tests.accounts.walk import Browser, log_in
from tests.people import make_person

UNKNOWN, KNOWN, UNCONFIRMED = "niemand@nergens.example", "olga@bakkerij.example", "nora@nieuw.example"


@pytest.fixture
def hashed(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every password that is hashed or compared from now on."""
    make_person("Olga", KNOWN)
    Browser().post("/account/signup/", NEW)
    mail.outbox.clear()
    done, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher,
        "encode",
        lambda self, password, salt: (done.append(password), encode(self, password, salt))[1],
    )
    return done


@pytest.mark.parametrize("email", [UNKNOWN, KNOWN, UNCONFIRMED])
def test_signing_up_hashes_once_and_mails_once(hashed, email):
    clear_limits()
    answer = Browser().post("/account/signup/", NEW | {"email": email})
    assert (answer.status_code, answer.url) == (302, "/account/confirm-email/")
    assert hashed == [NEW["password1"]] and [message.to for message in mail.outbox] == [[email]]


def test_signing_up_writes_as_much_for_an_address_that_is_known(hashed):
    written = {}
    for email in (UNKNOWN, KNOWN, UNCONFIRMED):
        clear_limits()
        with CaptureQueriesContext(connection) as queries:
            Browser().post("/account/signup/", NEW | {"email": email})
        written[email] = sorted(query["sql"].split('"')[1] for query in queries if query["sql"].startswith("INSERT"))
    assert written[UNKNOWN] == written[KNOWN] == written[UNCONFIRMED] and len(written[UNKNOWN]) == 5
    assert (
        set(User.objects.values_list("email", flat=True)) == {UNKNOWN, KNOWN, UNCONFIRMED}
        and Organisation.objects.count() == 2
    )


@pytest.mark.parametrize("email", [UNKNOWN, KNOWN, UNCONFIRMED])
def test_a_wrong_password_is_hashed_once(hashed, email):
    log_in(Browser(), email, "iets heel anders")
    assert hashed == ["iets heel anders"] and not mail.outbox


@pytest.mark.parametrize("email", [UNKNOWN, KNOWN, UNCONFIRMED])
def test_a_forgotten_password_is_one_mail_and_as_many_queries(hashed, email, django_assert_num_queries):
    browser = Browser()
    with django_assert_num_queries(1):
        browser.post("/account/password/reset/", {"email": email})
    assert not hashed and [message.to for message in mail.outbox] == [[email]]


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/account/signup/", NEW),
        ("/account/password/reset/", {}),
        ("/account/login/", {"password": "iets heel anders"}),
    ],
)
def test_the_answers_are_the_same_to_the_letter(hashed, path, typed):
    """Also the cookies: a session that lasts longer would tell."""
    answers = []
    for email in (UNKNOWN, KNOWN, UNCONFIRMED):
        clear_limits()
        browser = Browser()
        browser.get(path)
        response = browser.post(path, typed | {"email": email, "login": email})
        body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode()).replace(email, "")
        cookies = [
            (name, {key: value for key, value in morsel.items() if key != "expires"})
            for name, morsel in response.cookies.items()
        ]
        headers = {name: value for name, value in response.headers.items() if name not in ("Content-Length", "Expires")}
        answers.append((response.status_code, headers, cookies, body))
    assert answers[0] == answers[1] == answers[2]


def test_the_bench_measures_both(db):
    asked = []

    def ask(email: str, network: str) -> None:
        asked.append((email.partition("-")[0], network))

    known, unknown = medians(ask, rounds=3)
    assert known >= 0 and unknown >= 0 and len({network for _, network in asked}) == len(asked) == 10
    assert sorted(kind for kind, _ in asked) == ["bekend"] * 5 + ["onbekend"] * 5


def clear_limits() -> None:
    from django.core.cache import cache

    cache.clear()
