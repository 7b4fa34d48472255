"""The gate from the side of the screens: what people type, what stands in a row from before, and what is published."""

import dataclasses
import itertools
import os
import random
from datetime import date
from typing import Any

import pytest
import time_machine

from policies import publish as p
from policies.core.facts import Facts
from policies.models import Policy
from policies.models import company as rows
from policies.publish import Refusal
from policies.render import as_html, as_text
from policies.store import write
from policies.store.read import facts_of
from tests.awkward import accepted, awkward_company, old_company
from tests.core import notations as table
from tests.filled import Filled, send, text, url
from tests.make import make_policy
from tests.page import PageClient
from tests.people import People
from tests.publishing import NOW, TODAY, print_quickly, publish
from tests.versions import complete_company

DEEP = bool(os.environ.get("DEEP"))
COMPANIES, EVERY = (30, 1) if DEEP else (2, 5)  # how many companies; every how manieth row of the table
ONE_PAGE = {
    "phone": table.PHONES,
    "email": table.EMAILS,
    "seat_postcode": table.POSTCODES,
    "seat_country": {"": None},
    "parent_register_number": table.PARENTS,
    **{
        name: {typed: value for (of, typed), value in rows.items() if of == "BE"}
        for name, rows in (
            ("register_number", table.REGISTERS),
            ("vat_number", table.VATS),
            ("branch_number", table.BRANCHES),
        )
    },
}
ROUNDS = [
    dict(zip(ONE_PAGE, cases, strict=True))
    for cases in itertools.zip_longest(*(list(rows.items()) for rows in ONE_PAGE.values()), fillvalue=("", None))
][::EVERY]


@pytest.mark.parametrize("cases", ROUNDS, ids=range(len(ROUNDS)))
def test_a_page_stores_what_the_table_says_and_gives_back_what_it_refuses(
    people: People, owner: PageClient, cases: dict[str, tuple[str, Any]]
) -> None:
    policy = make_policy(people.organisation)
    answer = send(
        owner,
        url(policy, "onderneming"),
        ga="verder",
        **{f"controller__{name}": typed for name, (typed, _) in cases.items() if name != "seat_country"},
    )
    wrong = {name for name, (typed, value) in cases.items() if typed and value is None}
    assert answer.status_code == (200 if wrong else 302)
    if wrong:
        given = Filled(answer.content.decode()).data
        assert all(given[f"controller-{name}"] == [cases[name][0]] for name in wrong if cases[name][0].isprintable())
        assert all(f'id="id_controller-{name}_told"' in text(answer) for name in wrong)
    else:
        stored = facts_of(policy).controller
        assert {name: getattr(stored, name) for name, (typed, _) in cases.items() if typed} == {
            name: value for name, (typed, value) in cases.items() if typed
        }


@pytest.mark.parametrize(("typed", "value"), table.MANY_COUNTRIES.items())
def test_other_countries_are_read_from_one_line(
    people: People, owner: PageClient, typed: str, value: tuple[str, ...] | None
) -> None:
    policy = make_policy(
        people.organisation,
        company=complete_company(scope=dataclasses.replace(complete_company().scope, customer_countries=())),
    )
    answer = send(owner, url(policy, "website"), ga="verder", scope__customer_countries_other=typed)
    assert answer.status_code == (302 if value else 200)
    assert set(facts_of(policy).scope.customer_countries) == set(value or ())


@pytest.mark.parametrize("make", [awkward_company, old_company])
@pytest.mark.parametrize("number", range(COMPANIES))
def test_every_page_takes_it(people: People, owner: PageClient, make: Any, number: int) -> None:
    policy = make_policy(people.organisation, company=make(random.Random(number).randrange))
    for slug in (
        ("onderneming", "website", "controle")
        if number
        else ("onderneming", "website", "rechten", "ontvangers", "beveiliging", "controle")
    ):
        assert owner.get(url(policy, slug)).status_code == 200, slug
    assert owner.get(f"/verklaringen/{policy.pk}/tekst/").status_code in {200, 302, 404}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    print_quickly(monkeypatch)
    with time_machine.travel(NOW, tick=False):
        yield


AWKWARD = {
    "controller": ("phone", "email", "legal_name", "trade_names", "seat_street", "postal_address"),
    "contact": ("name", "email", "phone", "address"),
    "scope": ("services", "websites"),
}


def mixed(number: int) -> Facts:
    """The complete bakery with awkward answers about itself, as far as nothing in them stops a publication."""
    pick, company = random.Random(number).randrange, complete_company()
    for part, name in [(part, name) for part, names in AWKWARD.items() for name in names]:
        row = getattr(company, part)
        spec = row.__dataclass_fields__[name].metadata["spec"]
        company = dataclasses.replace(
            company,
            **{
                part: dataclasses.replace(row, **{name: accepted(spec, pick, getattr(row, name)) or getattr(row, name)})
            },
        )
    return company


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("number", range(COMPANIES * 3))
def test_the_public_page_takes_it(people: People, client: PageClient, number: int) -> None:
    policy = make_policy(people.organisation, company=mixed(number))
    try:
        publish(policy, people.owner)
    except Refusal as refusal:  # a text that says nothing, such as “…”, is a finding: that is no fault of the gate
        assert refusal.code in {"findings", "gaps"}, refusal
        return
    page = client.get("/privacy/bakkerij/")
    assert page.status_code == 200
    assert client.get("/privacy/bakkerij/v/1.00/").status_code == 200


@pytest.mark.usefixtures("clock")
def test_an_address_of_before_is_a_link_and_one_that_cannot_be_is_text(
    people: People, owner: PageClient, client: PageClient
) -> None:
    """A row may hold what a telephone typed: a capital."""
    company = complete_company()
    policy = make_policy(people.organisation, company=company)
    policy.scope.websites = ("Https://deegenzoon.example", "https://a..example")
    policy.scope.save()
    rows.Controller.objects.filter(policy=policy).update(phone="09 123 45 67/ (0", email="Jan@Deegenzoon.Example")
    write.touch(policy)
    version = publish(policy, people.owner)
    assert (
        '<a href="https://deegenzoon.example">deegenzoon.example</a>' in version.html
        and "https://a..example" in version.html
        and 'href="https://a' not in version.html
    )
    assert '<a href="mailto:Jan@deegenzoon.example">' in version.html
    assert client.get("/privacy/bakkerij/").status_code == 200
    assert p.draft_of(policy, TODAY).digest == version.content_digest
    assert owner.get(url(policy, "controle")).status_code == 200


def test_two_numbers_are_two_links(people: People, owner: PageClient) -> None:
    policy = make_policy(people.organisation, company=complete_company())
    assert (
        send(
            owner, url(policy, "onderneming"), ga="verder", controller__phone="tel. 09/123 45 67 en gsm 0475/12 34 56"
        ).status_code
        == 302
    )
    html = p.draft_of(policy, date(2026, 12, 1)).document
    page = as_html.article(html, None)
    assert '<a href="tel:091234567">09/123 45 67</a> of <a href="tel:0475123456">0475/12 34 56</a>' in page


def test_a_name_with_an_accent_is_shown_as_it_was_typed(people: People, owner: PageClient) -> None:
    policy = make_policy(people.organisation, company=complete_company())
    assert (
        send(owner, url(policy, "onderneming"), ga="verder", controller__email="info@Café.example").status_code == 302
    )
    assert facts_of(policy).controller.email == "info@xn--caf-dma.example"
    assert Filled(owner.get(url(policy, "onderneming")).content.decode()).data["controller-email"] == [
        "info@café.example"
    ]
    assert "info@café.example" in text(owner.get(url(policy, "controle"))) and "(xn--" not in text(
        owner.get(url(policy, "controle"))
    )
    words = as_text.text(p.draft_of(policy, TODAY).document, None)
    assert "info@café.example" in words and "xn--" not in words


def test_what_nobody_sees_is_no_answer(people: People, owner: PageClient) -> None:
    policy = make_policy(people.organisation, company=complete_company())
    send(
        owner,
        url(policy, "onderneming"),
        ga="verder",
        controller__trade_names="\u200b\n\u3164\ufeff\n\u0301",
        controller__phone="\u00ad\u2060",
        controller__email="\u202f\u2063",
    )
    company = facts_of(policy).controller
    assert (company.trade_names, company.phone, company.email) == ((), None, None)


def test_a_sign_that_nobody_else_sees_is_told_with_its_place(people: People, owner: PageClient) -> None:
    policy: Policy = make_policy(people.organisation, company=complete_company())
    answer = send(owner, url(policy, "onderneming"), ga="verder", controller__legal_name="Bakkerij \ue123 Korst")
    assert "Er staat een teken uit een apart lettertype na “Bakkerij”." in text(answer)
    assert Filled(answer.content.decode()).data["controller-legal_name"] == ["Bakkerij \ue123 Korst"]
