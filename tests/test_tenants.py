"""Route × foreign second id: what bears an id beside that of the statement takes none of another statement, and none of another organisation.

Each row is tried with the id of one's own first, which works; then with that of the two others, which is refused, shows nothing and changes nothing.
A route with two ids that is not here fails, and so does a field or a link on any page that bears the id of a row and is not here.
"""

import copy
import os
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.converters import IntConverter
from django.urls.resolvers import RoutePattern
from pytest_django.plugin import DjangoDbBlocker

from policies.core.facts import LISTS, Facts
from policies.core.facts.plain_data import to_data
from policies.store.read import facts_of
from policies.wizard.steps.table import STEPS
from tests.architecture.source import sources
from tests.filled import Filled
from tests.pages import Sendable, addresses
from tests.publishing import print_quickly
from tests.second_ids import KEYED, NO_ROW, QUIET, TEXT, TRIES, WORDS, Try
from tests.tenants import Tenant, Tenants, everything_of, links_across, make_tenants
from tests.test_routes import TABLE, routes

pytestmark = pytest.mark.one_database
DEEP = bool(os.environ.get("DEEP"))


@pytest.fixture(scope="module")
def tenants_made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Tenants]:
    """The three, for all tests here: what a test changes of them is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_tenants()
        transaction.set_rollback(True)


@pytest.fixture
def tenants(tenants_made_once: Tenants, db: None, monkeypatch: pytest.MonkeyPatch) -> Tenants:
    print_quickly(monkeypatch)
    return copy.deepcopy(tenants_made_once)


@pytest.fixture
def olga(tenants: Tenants) -> Client:
    client = Client()
    client.force_login(tenants.own.owner)
    return client


def send(client: Client, one: Try, own: Tenant, other: Tenant) -> HttpResponse:
    """What comes in the end, after every redirect."""
    url = reverse(one.route, args=one.args(own, other))
    query = one.query(own, other)
    data = one.data(client, own, other)
    headers = {"HX-Request": "true"} if one.pieces else {}
    if one.method == "GET":
        return client.get(url, query, follow=True, headers=headers)
    return client.post(url, data, query_params=query, follow=True, headers=headers)


ROUTES = list(dict.fromkeys(one.route for one in TRIES))


@pytest.mark.parametrize("place", range(6))
def test_an_id_of_another_statement_is_refused(place: int, tenants: Tenants, olga: Client) -> None:
    own, stored, faults = tenants.own, everything_of(tenants.own, tenants.sibling, tenants.foreign), []
    for one in (one for one in TRIES if one.route in ROUTES[place::6]):
        with transaction.atomic():  # with one's own id it works, or the refusals below say nothing
            answer = send(olga, one, own, own)
            faults += [f"{one}: {answer.status_code} with one's own id"] if answer.status_code >= 400 else []
            faults += (
                [f"{one}: changes nothing with one's own id"]
                if one.changes and not differences(stored, everything_of(own, tenants.sibling, tenants.foreign))
                else []
            )
            transaction.set_rollback(True)
        olga.force_login(own.owner)
        with transaction.atomic():
            faults += [
                f"{one}: {fault} ({name})"
                for name in one.others
                for fault in faults_of_refusal(olga, one, own, getattr(tenants, name))
            ]
            changed = differences(stored, everything_of(own, tenants.sibling, tenants.foreign))
            faults += [f"{one}: changes {changed}"] if changed else []
            transaction.set_rollback(True)
    assert faults == []


def faults_of_refusal(client: Client, one: Try, own: Tenant, other: Tenant) -> list[str]:
    """What is wrong with the answer to an id of `other`."""
    answer = send(client, one, own, other)
    faults = [f"{answer.status_code}"] if answer.status_code >= 500 or (one.gone and answer.status_code != 404) else []
    return faults + [f"shows {text}" for text in leaks_of(other, answer)]


def differences(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[str]:
    """What is stored otherwise than before."""
    ignored = {"last_login"}
    plain = [
        {
            table: [{key: value for key, value in row.items() if key not in ignored} for row in rows]
            for table, rows in one.items()
        }
        for one in (before, after)
    ]
    return [table for table in before if plain[0][table] != plain[1][table]]


def leaks_of(other: Tenant, answer: HttpResponse) -> list[str]:
    """What a page shows that is only in the other statement: the number of its rows, the text of its version. A page may say again what was sent."""
    sent = str(answer.request.get("PATH_INFO", "")) + str(answer.request.get("QUERY_STRING", ""))
    text = answer.content.decode(errors="replace")
    ids = [str(pk) for pk in (*other.rows.values(), other.removal.pk, other.left.pk)]
    return [
        one
        for one in (*ids, f"Tekst van {other.label}", f"Alleen in {other.policy.name}")
        if one in text and one not in sent
    ]


def key_fields(html: str, own: Facts) -> dict[str, str]:
    """The names of the fields of a page of which a value is the key of a row of the statement, with the first value of each."""
    keys, found = {row.key for name in LISTS for row in getattr(own, name)}, Sendable(html, "").found
    names = sorted({name for _, name, value in found if value in keys and name})
    return {name: next(value for _, one, value in found if one == name and value) for name in names}


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["button", "script"])
def test_a_key_of_another_statement_is_nowhere_taken(headers: dict[str, str], tenants: Tenants, olga: Client) -> None:
    """Every field with the key of a row, on every page: the key that only the others have is refused or does nothing.

    In the quick suite button and script take turns; `DEEP=yes`: both for every field.
    """
    own, tried, turn = tenants.own, set(), count(bool(headers))
    for address in addresses(own):
        if address.route not in ("policy_step", "policy_row", "policy_row_new") or address.url.endswith(
            f"/{STEPS[-1].slug}/"
        ):
            continue
        html = olga.get(address.url).content.decode()
        page, facts = Filled(html).data, facts_of(own.policy)
        for name, key in key_fields(html, facts).items():
            if name.endswith("-key") or (next(turn) % 2 and not DEEP):
                continue
            foreign = re.sub(r"\d+$", "3", key)
            assert re.sub(r"\d+$", "2", key) in html
            tried.add(re.sub(r"-.*-", "-", name))
            before = everything_of(tenants.sibling, tenants.foreign, but=own)
            with transaction.atomic():
                answer = olga.post(address.url, page | {name: [foreign], "ga": ""}, headers=headers)
                assert answer.status_code < 500
                assert f'"{foreign}"' not in repr(to_data(facts_of(own.policy))).replace("'", '"'), f"{address} {name}"
                assert everything_of(tenants.sibling, tenants.foreign, but=own) == before
                assert links_across() == []
                transaction.set_rollback(True)
    assert len(tried) >= 8, tried


def test_a_key_that_others_have_too_means_the_row_of_this_statement(tenants: Tenants, olga: Client) -> None:
    """All three have rows with the same keys: what is chosen by key is linked within the statement."""
    own, changed = tenants.own, 0
    for address in addresses(own):
        if address.route not in ("policy_step", "policy_row", "policy_row_new") or address.url.endswith(
            f"/{STEPS[-1].slug}/"
        ):
            continue
        html = olga.get(address.url).content.decode()
        page, facts = Filled(html).data, facts_of(own.policy)
        for name, key in key_fields(html, facts).items():
            now = page.get(name, [""])
            page[name] = [re.sub(r"\d+$", "2" if now[-1].endswith("1") else "1", key)]
        before, others = everything_of(own), everything_of(tenants.sibling, tenants.foreign, but=own)
        with transaction.atomic():
            olga.post(
                address.url,
                page | {"ga": ""},
                headers={"HX-Request": "true"} if address.route != "policy_row_new" else {},
            )
            changed += everything_of(own) != before
            assert links_across() == [], str(address)
            assert everything_of(tenants.sibling, tenants.foreign, but=own) == others
            transaction.set_rollback(True)
    assert changed >= 5


def test_a_line_with_the_key_of_another_statement_is_a_new_line(tenants: Tenants, olga: Client) -> None:
    """The hidden key of a line on the page names a row of this statement, or none."""
    own = tenants.own
    others = everything_of(tenants.sibling, tenants.foreign, but=own)
    url = reverse("policy_step", args=[own.policy.pk, "website"])
    page = Filled(olga.get(url).content.decode()).data
    assert page["groups-1-key"] == ["groups-2"]
    page |= {"groups-1-key": [tenants.foreign.key], "groups-1-name": ["Anders"]}
    assert olga.post(url, page | {"ga": ""}).status_code in (200, 302)
    assert everything_of(tenants.sibling, tenants.foreign, but=own) == others
    assert tenants.foreign.key not in {row.key for row in facts_of(own.policy).groups}


def test_a_text_that_somebody_else_brought_stays_with_them(tenants: Tenants, olga: Client) -> None:
    theirs = Client()
    theirs.force_login(tenants.foreign.owner)
    for client, taken in ((olga, True), (theirs, False)):
        page = client.post(reverse("check_text"), {"text": TEXT}).content.decode()
        olga.post(reverse("text_bring"), {"tekst": re.search(r'name="tekst" value="([^"]+)"', page)[1]})
        assert bool(olga.session.pop("brought", None)) is taken
        olga.get(reverse("policy_paste", args=[tenants.own.empty.pk]) + "?opnieuw=1")


# --- the table is whole ---


def names_a_row(pattern: URLPattern) -> bool:
    """Whether an address names something beside a statement, or something else than a statement by its number."""
    inner, converters = pattern.pattern, getattr(pattern.pattern, "converters", {})
    if not isinstance(inner, RoutePattern):
        return re.compile(inner._regex).groups >= 2
    numbered = any(isinstance(one, IntConverter) for one in converters.values())
    return len(converters) >= 2 or (numbered and not str(inner).startswith("verklaringen/<int:pk>/"))


def test_every_route_with_a_second_id_is_tried() -> None:
    names = {one.name for one in _patterns(get_resolver().url_patterns) if names_a_row(one)}
    assert {
        "policy_row",
        "policy_undo",
        "version",
        "finding_leave",
        "member_role",
        "account_reset_password_from_key",
    } <= names
    tried = {one.route for one in TRIES}
    assert names - tried - set(WORDS) == set(), (
        "an id that nobody tried with one of another organisation: give it a row in TRIES"
    )
    assert (tried | set(WORDS)) - {name for _, name in routes(get_resolver().url_patterns)} == set(), (
        "no longer a route"
    )


def _patterns(patterns: list[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        yield from _patterns(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern]


def test_every_address_that_can_be_opened_is_looked_at(tenants: Tenants) -> None:
    gets = {
        name for method, name, _, *answers in TABLE if method == "GET" and name and not name.startswith("account_")
    } | {"account_name"}
    there = {address.route for address in addresses(tenants.own)}
    assert gets - there == set(), "give it a line in tests/pages.py"


def test_every_name_that_a_view_reads_is_known() -> None:
    """A query or a field that a view reads by its name: somebody has said whether it names a row."""
    code = "\n".join(
        source.text for source in sources() if source.path.startswith("policies/views/") and source.path.endswith(".py")
    )
    read = set(re.findall(r"request\.(?:GET|POST)\.get(?:list)?\(\"([^\"]+)\"", code)) | set(
        re.findall(r"\"([^\"]+)\" in request\.(?:GET|POST)", code)
    )
    assert {"bij", "ga", "klopt", "zoek"} <= read
    assert read - {one.name for one in TRIES} - set(QUIET) - NO_ROW == set(), (
        "may it name a row? Then give it a row in TRIES, otherwise a place in NO_ROW"
    )


def test_every_field_that_bears_an_id_is_tried(tenants: Tenants, olga: Client) -> None:
    """Whatever a page lets one send: the number of a row, the number of a version, a key. `route.field` of each has to be in the table."""
    found: dict[tuple[str, str], str] = {}
    for address in addresses(tenants.own):
        answer = olga.get(address.url, headers=address.headers)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        for action, name, value in Sendable(answer.content.decode(), address.url).found:
            if BEARS_ID.search(value) or value == tenants.own.label:
                route = resolve(action.partition("?")[0]).url_name if action.startswith("/") else address.route
                found[route, name] = f"{address}: {name}={value[:80]}"
    tried = {(one.route, one.name) for one in TRIES}
    last = {name for _, name in found}
    assert {"ga", "klopt", "source", "organisation", "van", "bij"} <= last, (
        "nothing is found any more, so nothing is shown"
    )
    unknown = [
        shown
        for (route, name), shown in found.items()
        if (route, name) not in tried
        and name not in QUIET
        and name.rpartition("-")[2] not in KEYED
        and (name, "") not in tried
    ]
    assert unknown == [], "bears an id, and nobody tried one of another organisation: give it a row in TRIES"


BEARS_ID = re.compile(r"\b70\d{5}\b|\b(?:" + "|".join(name.replace("_", "-") for name in LISTS) + r")-\d\b")


def test_a_change_of_another_statement_and_a_link_into_it_are_seen(tenants: Tenants) -> None:
    own, other = tenants.own, tenants.foreign
    before = everything_of(tenants.sibling, other, but=own)
    assert links_across() == [] and everything_of(tenants.sibling, other, but=own) == before
    own.policy.activities.update(retention=other.policy.retention_rules.first())
    assert {line.partition(" ")[0] for line in links_across()} == {"Activity"} and everything_of(
        tenants.sibling, other, but=own
    ) == before
    other.policy.groups.filter(key=other.key).update(name="Anders")
    assert differences(before, everything_of(tenants.sibling, other, but=own)) == ["Group"]
