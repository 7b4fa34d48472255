"""Hostile text in every field, looked for on every page, in every piece, mail and file: it is text there, and nothing else.

The same house is furnished twice, with hostile and with harmless text of the same shape. Every page of the one must have the skeleton of that of the other:
whatever is not escaped is an element or an attribute more. The quick suite looks at every page, sends every form and asks every query, by turns in one of
its ways. `DEEP=yes`: every text in every field, every form at the button and by script, and every query with every text.
"""

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from django.core import cache as caches
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.architecture.source import sources
from tests.filled import Filled
from tests.hostile import ADDRESSES, BROKEN, EVERYWHERE, TEXTS, TURNING, Skeleton, faults_of
from tests.houses import addresses_of, furnish, twice
from tests.pages import PIECE
from tests.publishing import print_quickly

pytestmark = pytest.mark.one_database
DEEP = os.environ.get("DEEP") == "yes"
TURNS = range(len(TEXTS)) if DEEP else [1]  # of the first few the one whose table of art. 12–14 quotes most


@dataclass
class Answer:
    """What one address answers."""

    status: int
    kind: str
    headers: dict[str, str]
    body: str
    path: str  # where it came from in the end


@cache
def houses(turn: int) -> tuple[dict[str, dict[str, Answer]], ...]:
    """All that comes out of the two houses: looked at, sent, asked. Made once for all that judges it."""
    return twice(lambda change: everything(furnish(change, turn)))


def everything(own: SimpleNamespace) -> dict[str, dict[str, Answer]]:
    pages = {
        str(address): answer_of(own.client.get(address.url, headers=address.headers)) for address in addresses_of(own)
    }
    return {"pages": pages, "forms": send_everything(own, pages), "queries": ask_everything(own)}


def answer_of(answer: HttpResponse) -> Answer:
    return Answer(
        answer.status_code,
        answer.get("Content-Type", ""),
        dict(answer.headers),
        answer.content.decode("utf-8", "replace"),
        answer.request["PATH_INFO"],
    )


def compare(hostile: dict[str, Answer], plain: dict[str, Answer]) -> list[str]:
    """Everything that is wrong, each with where."""
    assert hostile.keys() == plain.keys()
    ours = {bone for one in plain.values() if one.kind.startswith("text/html") for bone in Skeleton(one.body).bones}
    return [
        f"{where}: {fault}"
        for where, one in hostile.items()
        for fault in faults_of_answer(one, plain[where], ours if JUDGED.search(one.path) else ())
    ]


# Pages with findings about the text itself: signs are judged otherwise than letters.
JUDGED = re.compile("/vragen/|/bevestigen/")


def faults_of_answer(one: Answer, other: Answer, vocabulary: Collection[str] = ()) -> Iterator[str]:
    if (one.status, one.kind) != (other.status, other.kind):
        yield f"{one.status} {one.kind} in the place of {other.status} {other.kind}"
    if one.headers.keys() != other.headers.keys():
        yield f"headers {set(one.headers) ^ set(other.headers)}"
    for name, value in one.headers.items():
        if re.search(r"[\r\n\x00-\x1f\"'<>]", value.replace('filename="', "").removesuffix('"')) and name not in (
            "Content-Security-Policy",
            "ETag",
            "HX-Trigger",
        ):
            yield f"header {name}: {value!r}"
    if one.headers.get("X-Content-Type-Options") != "nosniff":
        yield "a browser may take it for something else: no nosniff"
    if one.kind.startswith("text/html"):
        yield from faults_of(one.body, other.body, vocabulary)


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    print_quickly(monkeypatch)


@pytest.mark.parametrize("turn", TURNS)
def test_every_page_has_the_skeleton_of_one_with_harmless_text(turn: int, db: None) -> None:
    hostile, plain = (one["pages"] for one in houses(turn))
    assert compare(hostile, plain) == []
    assert sum("zq" in one.body for one in hostile.values()) > 60, "hardly a page shows any of it, so nothing is shown"


# --- what is sent: shown again with an error, stored at once, or told in a message ---

TYPED = {"text", "email", "url", "search", "tel", "date", "number", ""}


class Forms(HTMLParser):
    """The forms of a page that send something: address → the names of the fields in which one types, each with its longest text."""

    def __init__(self, html: str, url: str) -> None:
        super().__init__()
        self.url, self.found, self.names, self.action = url, {}, {}, ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = {name: value or "" for name, value in attrs}
        if tag == "form" and here.get("method", "").lower() == "post":
            self.action = here.get("action") or self.url
            self.found.setdefault(self.action, {})
        if (
            self.action
            and here.get("name")
            and (tag == "textarea" or (tag == "input" and here.get("type", "") in TYPED))
        ):
            self.found[self.action][here["name"]] = int(here.get("maxlength", 1500))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.action = ""


def send_everything(own: SimpleNamespace, pages: dict[str, Answer]) -> dict[str, Answer]:
    """Every form of every page, with the whole corpus in each field: at the button, up to the page that tells what happened, or as a script saves it."""
    found: dict[str, Answer] = {}
    done = set()
    for address in addresses_of(own):
        html = pages[str(address)].body
        for action, names in Forms(html, address.url).found.items():
            if (action, *names) in done or action == reverse("account_logout"):
                continue
            done.add((action, *names))
            data = Filled(html).data | {
                name: [own.change(" ".join((EVERYWHERE.format(950), *TEXTS))[:most])] for name, most in names.items()
            }
            ways = [{}, PIECE] if address.route in ("policy_step", "policy_row") else [{}]
            for headers in ways if DEEP else [ways[len(done) % len(ways)]]:
                with transaction.atomic():
                    caches.cache.clear()
                    found[f"{address.route} {action} {sorted(names)}{' script' if headers else ''}"] = answer_of(
                        own.client.post(action, data | {"ga": ""}, headers=headers, follow=True)
                    )
                    transaction.set_rollback(True)
                own.client.force_login(own.owner)
    for route, url in (
        (route, reverse(route)) for route in ("account_signup", "account_login", "account_reset_password", "check_text")
    ):
        anybody = Client()
        for action, names in Forms(anybody.get(url).content.decode(), url).found.items():
            data = {name: own.change(" ".join((EVERYWHERE.format(950), *TEXTS))[:most]) for name, most in names.items()}
            caches.cache.clear()
            found[f"{route} {action} logged out"] = answer_of(anybody.post(action, data, follow=True))
    for route, args in (("check_text", []), ("policy_paste", [own.empty.pk])):
        with transaction.atomic():
            data = {"text": PAGE.format("&lt;b q=zq51&gt;" if own.change is str else "xb q=zq51x"), "country": "BE"}
            found[f"{route} a page"] = answer_of(own.client.post(reverse(route, args=args), data))
            transaction.set_rollback(True)
    return found


# A statement from elsewhere whose sentences are shown again: its text is unescaped when it is read.
PAGE = (
    "<html><body><h1>Privacyverklaring {0}</h1><p>Wij bewaren uw {0} gegevens 7 jaar.</p><p>Voor onze nieuwsbrief {0} gebruiken wij Mailchimp.</p>"
    "<h2>Rechten {0}</h2><p>U hebt recht op inzage {0}, verbetering en verwijdering van uw gegevens.</p><p>Wij gebruiken Google Analytics {0} en cookies.</p></body></html>"
)


@pytest.mark.parametrize("turn", TURNS)
def test_what_is_sent_comes_back_as_text(turn: int, db: None) -> None:
    hostile, plain = (one["forms"] for one in houses(turn))
    assert compare(hostile, plain) == []
    assert sum("zq950" in one.body for one in hostile.values()) > 25
    assert ["&lt;b q=zq51&gt;" in one.body for where, one in hostile.items() if where.endswith("a page")] == [
        True,
        True,
    ]


QUERIES = [
    ("policy_pick", ["policy", "ontvangers"], "zoek"),
    ("policy_pick", ["policy", "ontvangers"], "terug"),
    ("policy_step", ["policy", "onderneming"], "terug"),
    ("policy_text", ["policy"], "heeft"),
    ("policy_step", ["policy", "bewaartermijnen"], "keuzes"),
    ("policy_fact", ["policy", "groups.groups-1.name"], "terug"),
    ("policy_new", [], "begin"),
    ("policy_items", ["policy"], "datum"),
    ("policy_preview", ["policy"], "datum"),
    ("version_compare", ["policy"], "van"),
    ("version_compare", ["policy"], "naar"),
    ("number", [], "number"),
    ("policy_paste", ["policy"], "opnieuw"),
    ("policy_row_new", ["policy", "gegevens", "gebruik"], "bij"),
    ("policy_row_new", ["policy", "verwerkingen", "verwerkingen"], "uses-category"),
    ("account_signup", [], "email"),
    ("account_signup", [], "next"),
    ("account_login", [], "next"),
    ("account_reset_password", [], "email"),
    ("account_email", [], "next"),
]


def ask_everything(own: SimpleNamespace) -> dict[str, Answer]:
    """Every query, and addresses that are none, with each text; in the quick suite a query gets one of the broken ones."""
    found, anybody = {}, Client()
    broken = (*BROKEN, TURNING[0])
    texts = [EVERYWHERE.format(960), *BROKEN, *(TURNING + ADDRESSES + TEXTS if DEEP else (TURNING[0], " ".join(TEXTS)))]
    for turn, (route, args, name) in enumerate(QUERIES):
        url = reverse(route, args=[own.policy.pk if one == "policy" else one for one in args])
        for number, one in enumerate(texts):
            if not DEEP and one in broken and one != broken[turn % len(broken)]:
                continue
            client = anybody if route.startswith("account_") and route != "account_email" else own.client
            found[f"{route} {name} {number}"] = answer_of(
                client.get(url, {name: own.change(one)}, headers=PIECE if route == "number" else {})
            )
    for number, one in enumerate(texts):
        for before in ("/", f"/privacy/{own.slug}/v/", f"/verklaringen/{own.policy.pk}/feit/"):
            found[f"no address {before} {number}"] = answer_of(
                own.client.get(before + quote(own.change(one), safe="") + "/")
            )
    return found


@pytest.mark.parametrize("turn", TURNS)
def test_what_is_asked_comes_back_as_text(turn: int, db: None) -> None:
    hostile, plain = (one["queries"] for one in houses(turn))
    assert [f"{where}: {one.status}" for where, one in hostile.items() if one.status >= 500] == []
    assert compare(hostile, plain) == []


def test_every_query_that_a_view_reads_is_asked() -> None:
    code = "\n".join(
        source.text for source in sources() if source.path.startswith("policies/views/") and source.path.endswith(".py")
    )
    read = set(re.findall(r"request\.GET\.get(?:list)?\(\"([^\"]+)\"|\"([^\"]+)\" in request\.GET", code))
    assert {name or other for name, other in read} - {name for *_, name in QUERIES} - {"alles", "bijlage"} == set(), (
        "give it a line in QUERIES"
    )
