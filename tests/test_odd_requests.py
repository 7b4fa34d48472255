"""Every route × every request that no browser of ours sends: never an error of the server, and every refusal is a Dutch page."""

import os
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.urls import reverse

from policies.views import errors
from tests.page import flaws_of
from tests.people import People
from tests.publishing import print_quickly
from tests.test_routes import TABLE, world  # noqa: F401 - a fixture

DEEP = bool(os.environ.get("DEEP"))
FORM = "application/x-www-form-urlencoded"
PART = "multipart/form-data"
BROKEN = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'

# name: what is sent besides the address, and the only statuses that are right; without them any answer but 5xx is
ODD: dict[str, tuple[dict[str, Any], set[int] | None]] = {
    **{
        f"charset {name!r} in a form": (
            {"method": "POST", "data": b"a=1", "content_type": f"{FORM}; charset={name}"},
            {400},
        )
        for name in ("utf-16", "UTF-32", "utf-7", "unknown", "\xff", "idna", "base64", "latin-1", '"utf-16"')
    },
    **{
        f"charset {name!r} in a file": (
            {"method": "POST", "data": BROKEN, "content_type": f"{PART}; boundary=x; charset={name}"},
            {400},
        )
        for name in ("utf-16", "cp037")
    },
    "charset of a GET": ({"QUERY_STRING": "a=1", "CONTENT_TYPE": "text/html; charset=utf-16"}, {400}),
    "json": ({"method": "POST", "data": b'{"a": 1}', "content_type": "application/json"}, {400}),
    "xml": ({"method": "POST", "data": b"<a/>", "content_type": "text/xml; charset=utf-8"}, {400}),
    "no boundary": ({"method": "POST", "data": BROKEN, "content_type": PART}, {200, 302, 400, 403, 404, 405}),
    "absurd boundary": (
        {"method": "POST", "data": BROKEN, "content_type": f"{PART}; boundary={'x' * 300}é"},
        {200, 302, 400, 403, 404, 405},
    ),
    "multipart that breaks off": ({"method": "POST", "data": BROKEN, "content_type": f"{PART}; boundary=x"}, None),
    "base64 that is none": (
        {
            "method": "POST",
            "data": BROKEN.replace(b"\r\n\r\nb", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n=a") + b"\r\n--x--",
            "content_type": f"{PART}; boundary=x",
        },
        None,
    ),
    "too many fields": ({"method": "POST", "data": b"a&" * 6000, "content_type": FORM}, {200, 302, 403, 404, 405, 413}),
    "too many files": (
        {
            "method": "POST",
            "data": b"".join(
                b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\na\r\n' for _ in range(9)
            )
            + b"--x--",
            "content_type": f"{PART}; boundary=x",
        },
        {200, 302, 403, 404, 405, 413},
    ),
    "too much text": (
        {"method": "POST", "data": b"a=" + b"x" * 2_600_000, "content_type": FORM},
        {200, 302, 403, 404, 405, 413},
    ),
    "too much": ({"method": "POST", "data": b"", "content_type": FORM, "CONTENT_LENGTH": "4000001"}, {413}),
    "far too much": ({"method": "POST", "data": b"", "content_type": FORM, "CONTENT_LENGTH": "9" * 5000}, {413}),
    "a length that is none": ({"method": "POST", "data": b"", "content_type": FORM, "CONTENT_LENGTH": "-5"}, {400}),
    "a length in other figures": ({"method": "POST", "data": b"", "content_type": FORM, "CONTENT_LENGTH": "٣"}, {400}),
    "bad escapes in a form": ({"method": "POST", "data": b"a=%zz&%=%ff%fe&b=%00&=&&", "content_type": FORM}, None),
    "NUL in a form": (
        {
            "method": "POST",
            "data": b"text=a%00b&name=%00&pk=%00&key=%00&tekst=%00&terug=%00&email=a%00@b.be",
            "content_type": FORM,
        },
        None,
    ),
    "bad escapes in a query": ({"QUERY_STRING": "q=%zz&%=%ff%fe&a[]=&=&&&terug=%ed%a0%80&next=//evil.example"}, None),
    "NUL in a query": ({"QUERY_STRING": "q=%00"}, {400}),
    "a query of 100 kB": ({"QUERY_STRING": "q=" + "a&" * 4000 + "b" * 90_000}, None),
    "a host that is none": ({"HTTP_HOST": "evil.example"}, {400}),
    "a host with signs": ({"HTTP_HOST": "a b/<script>"}, {400}),
    "cookies of nonsense": (
        {"HTTP_COOKIE": 'csrftoken=é"\\; sessionid=%00; messages=[[1,2]; =; ;;a; sessionid=' + "x" * 4000},
        None,
    ),
    "NUL in a session key": ({"HTTP_COOKIE": 'sessionid="aaaa\\000bbbb"'}, {400}),
    "NUL in a token": (
        {
            "HTTP_COOKIE": 'csrftoken="a\\000b"',
            "method": "POST",
            "data": b"csrfmiddlewaretoken=x",
            "content_type": FORM,
        },
        {400},
    ),
    "headers of nonsense": (
        {
            name: '\xff;q=ï,, */=\\"'
            for name in (
                "HTTP_ACCEPT",
                "HTTP_ACCEPT_LANGUAGE",
                "HTTP_ACCEPT_ENCODING",
                "HTTP_IF_MODIFIED_SINCE",
                "HTTP_IF_NONE_MATCH",
                "HTTP_RANGE",
                "HTTP_IF_RANGE",
                "HTTP_REFERER",
                "HTTP_ORIGIN",
                "HTTP_USER_AGENT",
                "HTTP_X_FORWARDED_FOR",
                "HTTP_X_FORWARDED_PROTO",
                "HTTP_HX_CURRENT_URL",
                "HTTP_AUTHORIZATION",
            )
        },
        None,
    ),
    "dates of nonsense": (
        {
            "HTTP_IF_MODIFIED_SINCE": "Mon, 99 Foo 99999999999 99:99:99 GMT",
            "HTTP_IF_UNMODIFIED_SINCE": "0",
            "HTTP_RANGE": "bytes=9-1,-,99999999999999999999-",
        },
        None,
    ),
    "a preferred language of 100 kB": ({"HTTP_ACCEPT_LANGUAGE": "nl-" * 30_000}, None),
    **{
        method: ({"method": method}, {200, 301, 302, 400, 403, 404, 405})
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "BREW")
    },
    "PUT of a form": ({"method": "PUT", "data": b"a=1", "content_type": FORM}, {200, 302, 400, 403, 404, 405}),
    "OPTIONS": ({"method": "OPTIONS"}, None),
}


@pytest.mark.one_database
@pytest.mark.parametrize("name", ODD)
def test_no_odd_request_is_an_error_of_ours(
    name: str,
    people: People,
    world: SimpleNamespace,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    print_quickly(monkeypatch)
    routes = {row[1]: row[2] for row in TABLE}
    odd, right = ODD[name]
    wrong = []
    for person in (people.owner, None):
        client = Client(raise_request_exception=False)
        if person and "HTTP_COOKIE" not in odd:
            client.force_login(person)
        for route, arguments in _sample(list(routes.items()), list(ODD).index(name)):
            url = reverse(route, args=[attrgetter(argument)(world) for argument in arguments])
            wrong += [f"{route}: {fault}" for fault in faults_of(client, url, odd, right)]
            if person and route == "account_logout":
                client.force_login(person)
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:20])


def _sample(routes: list[Any], place: int) -> list[Any]:
    """All routes; in the quick suite every third, others for each odd request."""
    return routes if DEEP else routes[place % 3 :: 3]


def faults_of(client: Client, url: str, odd: dict[str, Any], right: set[int] | None) -> list[str]:
    extra = dict(odd)
    answer = client.generic(
        extra.pop("method", "GET"), url, extra.pop("data", b""), extra.pop("content_type", FORM), **extra
    )
    if answer.status_code >= 500 or right and answer.status_code not in right:
        return [f"{answer.status_code}"]
    return [] if answer.status_code < 400 or is_dutch(answer) else [f"{answer.status_code} {answer.content[:80]!r}"]


def is_dutch(answer: Any) -> bool:
    return answer["Content-Type"].startswith("text/html") and not flaws_of(answer.content.decode())


@pytest.mark.parametrize(
    "path",
    [
        "/%00/",
        "/privacy/a%00b/",
        "/privacy/%ff%fe/",
        "/%zz",
        "/verklaringen/99999999999999999999999/",
        "/verklaringen/%D9%A3/",
        "/" + "a/" * 5000,
        "/verklaringen/1/feit/%00/",
        "//evil.example/..",
        "/privacy/" + "a" * 3000 + "/",
        "/account/confirm-email/%00/",
        "/account/password/reset/key/%00-%00/",
        "/static/../manage.py",
    ],
)
def test_a_strange_path_is_a_dutch_page(path: str, people: People) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(people.owner)
    for one in (client, Client(raise_request_exception=False)):
        answer = one.get(path)
        assert answer.status_code in (200, 301, 302, 400, 404), answer.status_code
        assert answer.status_code < 400 or is_dutch(answer)


@pytest.mark.parametrize("path", ["/%00/", "/privacy/a%00b/", "/account/confirm-email/%00/"])
def test_a_nul_in_a_path_reaches_no_view(path: str, client: Client) -> None:
    answer = client.get(path)
    assert answer.status_code == 400 and is_dutch(answer)


def test_a_failure_is_told_in_dutch_whatever_fails(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(people.owner)

    def fails(*args: object, **kwargs: object) -> None:
        raise OperationalError("no database")

    with monkeypatch.context() as patched:
        patched.setattr(BaseDatabaseWrapper, "cursor", fails)
        for url in ("/verklaringen/", "/nergens/", "/"):
            answer = client.get(url)
            assert answer.status_code in (404, 500) and is_dutch(answer), url
    with monkeypatch.context() as patched:
        patched.setattr(errors, "render_to_string", fails)
        patched.setattr(BaseDatabaseWrapper, "cursor", fails)
        answer = client.get("/verklaringen/")
        assert answer.status_code == 500 and is_dutch(answer) and answer.content == errors.LAST_RESORT


@pytest.mark.parametrize("status", [400, 405, 413, 418, 429, 500, 503])
def test_each_page_of_refusal_stands_alone(status: int) -> None:
    assert not flaws_of(errors.body(status).decode())


def test_what_a_form_cannot_read_is_refused_where_the_form_is_read(client: Client) -> None:
    for name, status in (
        ("too many fields", 413),
        ("too many files", 413),
        ("too much text", 413),
        ("no boundary", 400),
        ("absurd boundary", 400),
    ):
        odd = dict(ODD[name][0])
        answer = client.generic(odd.pop("method"), "/tekst-controleren/", **odd)
        assert (answer.status_code, is_dutch(answer)) == (status, True), name


def test_a_failure_before_the_first_line_of_ours_is_dutch_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from privacy_builder import wsgi

    def fails(*args: object) -> None:
        raise ValueError("embedded null character")

    heard: list[str] = []
    monkeypatch.setattr(wsgi, "django", fails)
    page = b"".join(wsgi.application({}, lambda status, headers, *rest: heard.append(status)))
    assert heard == ["500 Internal Server Error"] and page == errors.LAST_RESORT and not flaws_of(page.decode())


def test_what_is_too_much_says_so(client: Client) -> None:
    answer = client.post("/tekst-controleren/", data=b"", content_type=FORM, CONTENT_LENGTH="5000000")
    assert (
        answer.status_code == 413
        and "te groot" in answer.content.decode()
        and "Content-Security-Policy" in answer.headers
    )
