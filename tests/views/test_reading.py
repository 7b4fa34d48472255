"""The page that reads a statement from elsewhere: for anybody, limited, and nothing of it is kept."""

import fcntl
import os
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from tests.page import PageClient

pytestmark = pytest.mark.one_database

OLD = Path(__file__).resolve().parents[1] / "core" / "reading" / "old"
TEXT = (OLD / "betrokkenen.txt").read_text("utf-8")
ADDRESS = "/tekst-controleren/"


def body(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())


def file(content: bytes, name: str = "oud.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_visitor_pastes_a_text_and_reads_the_report(client: PageClient) -> None:
    page = body(client.post(ADDRESS, {"text": TEXT}))
    assert "<h1>Wat er in de tekst staat</h1>" in page and "Het zegt niet dat een verklaring in orde is" in page
    assert "Wij geven je gegevens nooit door aan derden." in page and "13.1.e-shares-nothing" in page
    assert 'href="#onderdeel-restriction"' in page and 'id="onderdeel-restriction"' in page
    assert "JE RECHTEN" in page and TEXT.splitlines()[0] in page  # the text is still there to be mended


def test_nothing_is_stored(client: PageClient, db: None) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.post(ADDRESS, {"text": TEXT})
    assert queries.captured_queries == []


def test_what_is_pasted_is_only_text(client: PageClient) -> None:
    answer = client.post(
        ADDRESS, {"text": TEXT + '\n\nWij bewaren <script>alert("x")</script> & <b>meer</b> bij de Privacycommissie.'}
    )
    assert b"<script>alert" not in answer.content and b"&lt;script&gt;" in answer.content


@pytest.mark.parametrize("name", ["vraag-antwoord.html", "rubrieken.txt"])
def test_a_file_goes_before_what_was_pasted(client: PageClient, name: str) -> None:
    page = body(client.post(ADDRESS, {"text": "iets", "file": file((OLD / name).read_bytes(), name)}))
    assert "Niet gevonden, en wel nodig" in page


@pytest.mark.parametrize(
    ("data", "field", "said"),
    [
        ({}, "text", "Plak een tekst, of kies een bestand."),
        ({"text": "   "}, "text", "Plak een tekst, of kies een bestand."),
        ({"text": "Wij bewaren niets."}, "text", "te weinig tekst"),
        (
            {"text": "We use the data that you give to us for the order and for our company. " * 5},
            "text",
            "niet in het Nederlands",
        ),
        ({"text": "Wij bewaren uw gegevens. " * 5000}, "text", "Hooguit 100.000 tekens; dit zijn er 125.000."),
        ({"file": b"%PDF-1.7"}, "file", "Dit is een pdf."),
        ({"file": b"wij " * 300_000}, "file", "groter dan 1 MB"),
        ({"file": b"Kort."}, "file", "te weinig tekst"),
    ],
)
def test_what_cannot_be_read_is_said_at_the_field_and_stays(
    client: PageClient, data: dict, field: str, said: str
) -> None:
    sent = {name: file(value) if name == "file" else value for name, value in data.items()}
    page = body(client.post(ADDRESS, sent))
    error = page.split(f'id="error_1_id_{field}"')[1].split("</")[0] if f'id="error_1_id_{field}"' in page else ""
    assert said in error
    assert data.get("text", "").strip() in page and "<h1>Een privacyverklaring controleren</h1>" in page


def test_an_address_that_asks_too_often_waits(client: PageClient, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"check_text": "2/m/ip"}
    for _ in range(3):  # a mistake is not counted
        assert client.post(ADDRESS, {}).status_code == 200
    assert [client.post(ADDRESS, {"text": TEXT}).status_code for _ in range(3)] == [200, 200, 429]
    assert "Wacht een paar minuten" in body(client.post(ADDRESS, {"text": TEXT}))
    assert client.post(ADDRESS, {"text": TEXT}, REMOTE_ADDR="10.0.0.9").status_code == 200
    assert client.get(ADDRESS).status_code == 200


LONG = TEXT * (30_000 // len(TEXT) + 1)


@pytest.mark.parametrize(
    "sent", [lambda: {"text": LONG}, lambda: {"file": file(LONG.encode())}], ids=["pasted", "file"]
)
def test_who_comes_while_a_long_text_is_read_hears_so_at_once_and_loses_nothing(
    client: PageClient, settings, tmp_path: Path, sent
) -> None:
    settings.SLOTS_DIR, settings.ACCOUNT_RATE_LIMITS = tmp_path, {"check_text": "2/m/ip"}
    other = os.open(tmp_path / "reading-0.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(other, fcntl.LOCK_EX)  # as another process holds it
    for _ in range(3):  # who is sent away is not counted
        answer = client.post(ADDRESS, sent())
        assert (answer.status_code, answer["Retry-After"]) == (429, "10")
    assert "Probeer het over 10 seconden opnieuw" in body(answer) and LONG.splitlines()[-1] in body(answer)
    assert client.post(ADDRESS, {"text": TEXT[:15_000]}).status_code == 200  # a short one takes no place
    os.close(other)
    assert "Wat er in de tekst staat" in body(client.post(ADDRESS, sent()))
    refused = client.post(ADDRESS, sent())
    assert (refused.status_code, refused["Retry-After"]) == (429, "120") and LONG.splitlines()[-1] in body(refused)


def test_the_limits_are_set() -> None:
    from allauth.account import app_settings

    assert app_settings.RATE_LIMITS["check_text"] == "10/m/ip,60/h/ip"
    assert app_settings.RATE_LIMITS["import_facts"] == "20/m/ip,10/m/user,100/h/user"


def test_the_browser_keeps_no_copy_and_cuts_nothing(client: PageClient) -> None:
    answer = client.get(ADDRESS)
    assert "no-store" in answer["Cache-Control"] and b"maxlength" not in answer.content


def test_the_front_page_and_a_new_statement_lead_here(client: PageClient, people) -> None:
    assert f'href="{ADDRESS}"' in body(client.get("/"))
    client.force_login(people.owner)
    assert f'href="{ADDRESS}"' in body(client.get("/verklaringen/nieuw/"))
