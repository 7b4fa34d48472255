"""The pane beside the questions: whole when it comes, and after that only the parts that differ from what it shows."""

import dataclasses
import re

import pytest

from policies.models import Policy
from policies.store import write
from tests.page import PageClient

HTMX = {"HX-Request": "true"}


@pytest.fixture
def address(policy: Policy) -> str:
    return f"/verklaringen/{policy.pk}/tekst/"


def shown(page: str) -> str:
    """What the hidden field of the pane says that it shows."""
    return re.search(r'name="heeft" value="([^"]*)"', page)[1]


def updates(answer: str) -> list[str]:
    """The ids of the parts that come in the place of those on the page."""
    return re.findall(r'<(?:header|section|nav) hx-swap-oob="true"(?: class="[^"]*")? id="([^"]*)"', answer)


def renamed(policy: Policy, name: str) -> None:
    write.change(
        policy, lambda facts: dataclasses.replace(facts, security=dataclasses.replace(facts.security, measures=(name,)))
    )


def test_only_what_differs_is_sent(policy: Policy, owner: PageClient, address: str) -> None:
    renamed(policy, "wij sluiten het raam")
    whole = owner.get(address, headers=HTMX).content.decode()
    assert 'class="verklaring"' in whole and not updates(whole)
    again = owner.get(address, {"heeft": shown(whole)}, headers=HTMX)
    assert again.headers["HX-Reswap"] == "none" and updates(again.content.decode()) == []
    renamed(policy, "wij sluiten de deur")
    changed = owner.get(address, {"heeft": shown(whole)}, headers=HTMX).content.decode()
    assert updates(changed) == ["v-beveiliging"]
    assert "sluiten de deur" in changed and ": 1 zin." in changed
    assert len(changed) < len(whole) / 3
    assert shown(changed) != shown(whole)


def test_what_the_parts_give_together_is_the_whole(policy: Policy, owner: PageClient, address: str) -> None:
    renamed(policy, "wij sluiten het raam")
    before = owner.get(address, headers=HTMX).content.decode()
    renamed(policy, "wij sluiten de deur")
    changed = owner.get(address, {"heeft": shown(before)}, headers=HTMX).content.decode()
    whole = owner.get(address, {"heeft": "iets anders"}, headers=HTMX).content.decode()
    assert 'class="verklaring"' in whole
    ids = {one.partition("=")[0] for one in shown(whole).split()}
    assert ids == {one.partition("=")[0] for one in shown(changed).split()}


def test_a_section_that_comes_or_goes_brings_the_whole_text(policy: Policy, owner: PageClient, address: str) -> None:
    before = shown(owner.get(address, headers=HTMX).content.decode())
    less = " ".join(before.split()[:-1])
    answer = owner.get(address, {"heeft": less}, headers=HTMX)
    assert "HX-Reswap" not in answer.headers and 'class="verklaring"' in answer.content.decode()


def test_without_htmx_it_is_a_page(owner: PageClient, address: str) -> None:
    page = owner.get(address, {"heeft": "v-kop=1"}).content.decode()
    assert "<h1" in page and 'class="verklaring"' in page


@pytest.mark.parametrize("odd", ["=", "a=b=c d", "v-kop", "é" * 3000])
def test_an_odd_list_of_parts_brings_the_whole_text(owner: PageClient, address: str, odd: str) -> None:
    assert 'class="verklaring"' in owner.get(address, {"heeft": odd}, headers=HTMX).content.decode()
