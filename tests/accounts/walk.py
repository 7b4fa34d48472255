"""Walking through accounts as a person does: forms, mails, the links in them.

All of it says u: each page and each mail met here is read for je, jij, jou and jouw, and for words of another language.
"""

import re

from django.conf import settings
from django.core import mail

from tests.page import PageClient
from tests.people import PASSWORD

WRONG_WORDS = re.compile(
    r"\b(je|jij|jou|jouw|jullie|please|your|you|email|sign|password|login|account inactive|mogelijk|indien)\b",
    re.IGNORECASE,
)


def read(html: str) -> str:
    """The words somebody reads or hears, without what they typed themselves."""
    visible = re.sub(r"<(head|script|em)\b.*?</\1>", " ", html, flags=re.DOTALL)  # in <em> stands the word itself
    spoken = " ".join(re.findall(r'(?:placeholder|title|alt|aria-label)="([^"]*)"', visible))
    return " ".join(re.sub(r"<[^>]*>", " ", visible).split()) + " " + spoken


class Browser(PageClient):
    """Reads along: whatever page comes by, its words must be ours."""

    def request(self, **request: object):
        response = super().request(**request)
        if response.get("Content-Type", "").startswith("text/html") and response.content:
            words = re.sub(r"\S+@\S+", "", read(response.content.decode()))
            assert not WRONG_WORDS.search(words), f"{request['PATH_INFO']}: {WRONG_WORDS.search(words)}\n{words}"
        return response


def page(response) -> str:
    return read(response.content.decode())


def newest_mail(to: str) -> str:
    """The last mail to this address, after a look at its words."""
    message = next(message for message in reversed(mail.outbox) if message.to == [to])
    words = re.sub(r"\S+@\S+|https?://\S+", "", f"{message.subject}\n{message.body}")
    assert not WRONG_WORDS.search(words), f"{WRONG_WORDS.search(words)}\n{words}"
    assert message.body.startswith("Goedendag,\n\n") and "Privacyverklaring-bouwer" in message.body
    assert "&" not in words and "  " not in message.subject
    return message.body


def link_in(body: str, part: str) -> str:
    """The link of a mail that has this part in it, as a path."""
    (link,) = [link for link in re.findall(re.escape(settings.SITE_URL) + r"(\S+)", body) if part in link]
    return link


def log_in(visitor: Browser, email: str, password: str = PASSWORD):
    return visitor.post("/account/login/", {"login": email, "password": password})


def logged_in(visitor: Browser) -> bool:
    return "_auth_user_id" in visitor.session
