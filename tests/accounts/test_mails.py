"""Every mail: its links lead to SITE_URL, whatever host somebody asked for, and all of it is ours."""

import re
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache

from policies.adapter import AccountAdapter
from tests.accounts.test_getting_in import NEW
from tests.accounts.walk import Browser, link_in, newest_mail
from tests.people import PASSWORD, make_person

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "templates").glob("*/email/*.txt"))
SITE, FORGED = "https://privacy.example.be", "www.elders.example"
# Mails of allauth for what we do not do: more addresses than one, a first password for who has none.
NOT_SENT = {"account/email/email_confirm", "account/email/password_set"}


@pytest.fixture
def forged(db: None, settings) -> Browser:
    """A browser that asks for the pages under another name, which is allowed here."""
    settings.SITE_URL, settings.ALLOWED_HOSTS = SITE, ["testserver", FORGED]
    return Browser(headers={"Host": FORGED})


def everything_that_mails(browser: Browser, people) -> None:
    """Each thing that somebody can do and that sends a mail."""
    owner = people.owner
    browser.post("/account/signup/", NEW)
    browser.post(link_in(newest_mail(NEW["email"]), "/confirm-email/"))
    browser.post("/account/logout/")
    browser.post("/account/signup/", NEW | {"email": owner.email})
    browser.post("/account/password/reset/", {"email": "niemand@nergens.example"})
    browser.post("/account/password/reset/", {"email": owner.email})
    where = browser.get(link_in(newest_mail(owner.email), "/password/reset/key/"), follow=True).redirect_chain[-1][0]
    browser.post(where, {"password1": PASSWORD + "x"})
    browser.post("/account/login/", {"login": owner.email, "password": PASSWORD + "x"})
    browser.post("/account/password/change/", {"oldpassword": PASSWORD + "x", "password1": PASSWORD})
    browser.post(
        f"/organisatie/{people.organisation.pk}/uitnodigen/", {"email": "nieuw@bakkerij.example", "role": "reader"}
    )
    cache.clear()
    for email in ("olga2@nieuw.example", "olga3@nieuw.example"):
        browser.post("/account/email/", {"action_add": "", "email": email})
        browser.post("/account/reauthenticate/?next=/account/email/", {"password": PASSWORD}, follow=True)
    browser.post("/account/email/", {"action_remove": "", "email": "olga3@nieuw.example"})
    browser.post("/account/email/", {"action_add": "", "email": "olga4@nieuw.example"})
    browser.post("/account/reauthenticate/?next=/account/email/", {"password": PASSWORD}, follow=True)
    browser.post(link_in(newest_mail("olga4@nieuw.example"), "/confirm-email/"))


def test_every_link_leads_to_the_site(forged, people, monkeypatch):
    sent, send = set(), AccountAdapter.send_mail
    monkeypatch.setattr(
        AccountAdapter,
        "send_mail",
        lambda self, prefix, email, context: (sent.add(prefix), send(self, prefix, email, context))[1],
    )
    everything_that_mails(forged, people)
    ours = {
        str(path.relative_to(ROOT / "templates")).removesuffix("_message.txt")
        for path in TEMPLATES
        if path.name.endswith("_message.txt")
    }
    assert sent == ours - NOT_SENT - {"account/email/base"}, "a mail that is not walked over"
    for message in mail.outbox:
        assert FORGED not in message.body and "testserver" not in message.body, message.subject
        links = re.findall(r"\S*://\S*", message.body)
        assert links and all(link.startswith(SITE + "/") for link in links), links


def test_the_first_password_of_an_account_is_told(forged):
    nora = make_person("Nora", "nora@nieuw.example", password=None)
    forged.force_login(nora)
    forged.post("/account/password/set/", {"password1": PASSWORD})
    assert SITE in mail.outbox[-1].body and FORGED not in mail.outbox[-1].body
    assert EmailAddress.objects.get(user=nora).verified


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_asks_the_request_for_its_host(path):
    text = path.read_text("utf-8")
    assert "request." not in text and "current_site" not in text
    assert set(re.findall(r"\{\{ (\w+_url)", text)) <= {"site_url", "activate_url", "password_reset_url"}
