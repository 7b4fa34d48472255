"""The mails of development: all there, links to click, and nothing in production."""

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives, send_mail

pytestmark = pytest.mark.one_database


@pytest.fixture
def development(settings, tmp_path):
    settings.DEBUG = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    return tmp_path


def send(subject: str, body: str = "Goedendag") -> None:
    send_mail(subject, body, "post@localhost", ["olga@bakkerij.example"])


def test_links_can_be_clicked(client, db, development):
    send("Bevestig één adres", "Open <b>deze</b> link:\n\nhttp://127.0.0.1:8000/account/confirm-email/MQ:1x/?a=1&b=2\n")
    page = client.get("/dev/mail/").content.decode()
    assert "Bevestig één adres" in page and "Aan olga@bakkerij.example." in page
    assert 'href="http://127.0.0.1:8000/account/confirm-email/MQ:1x/?a=1&amp;b=2"' in page
    assert "Open &lt;b&gt;deze&lt;/b&gt; link:" in page


def test_the_newest_comes_first(client, db, development):
    for number in range(3):
        with time_machine.travel(f"2026-11-22T10:00:0{number}Z"):
            send(f"Mail {number}")
    page = client.get("/dev/mail/").content.decode()
    assert page.index("Mail 2") < page.index("Mail 1") < page.index("Mail 0")


def test_a_mail_with_a_part_for_the_eye_shows_the_text(client, db, development):
    message = EmailMultiAlternatives("Twee delen", "het platte deel", to=["olga@bakkerij.example"])
    message.attach_alternative("<p>het mooie deel</p>", "text/html")
    message.send()
    assert "het platte deel" in client.get("/dev/mail/").content.decode()


def test_no_mail_yet(client, db, development):
    assert "Er is nog geen mail." in client.get("/dev/mail/").content.decode()


def test_not_in_production(client, db, development, settings):
    settings.DEBUG = False
    assert client.get("/dev/mail/").status_code == 404
