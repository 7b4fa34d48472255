"""Each piece of an answer to a script has its place on the page that asked for it: a piece without one is lost without a word."""

import re

import pytest

from policies.models import Policy
from policies.wizard.steps.table import STEPS
from tests.filled import Filled, text, url
from tests.page import PageClient

pytestmark = pytest.mark.one_database

QUIET = {"HX-Request": "true"}
ID = re.compile(r'\bid="([^"]+)"')
PIECE = re.compile(r"<[a-z]+(?=[^>]*\bhx-swap-oob)[^>]*>")
KINDS = {cards.picks.kind: step.slug for step in STEPS for cards in step.cards if cards.picks}


def pieces(answer: str) -> set[str]:
    return {ID.search(tag)[1] for tag in PIECE.findall(answer)}


@pytest.mark.parametrize("slug", [step.slug for step in STEPS if step.blocks])
def test_of_a_page_that_saves_by_itself(policy: Policy, owner: PageClient, slug: str) -> None:
    page = owner.get(url(policy, slug)).content.decode()
    found = pieces(text(owner.post(url(policy, slug), Filled(page).data, headers=QUIET)))
    assert {"bewaard", "getoond", "stappen"} <= found <= set(ID.findall(page))


@pytest.mark.parametrize("kind", KINDS)
def test_of_the_catalogue(policy: Policy, owner: PageClient, kind: str) -> None:
    page = owner.get(url(policy, KINDS[kind])).content.decode()
    found = pieces(text(owner.get(f"/verklaringen/{policy.pk}/kiezen/{kind}/", headers=QUIET)))
    assert found == {f"telling-{kind}"} and found <= set(ID.findall(page))


def test_of_the_ticks_and_of_the_screens_before_the_steps(policy: Policy, owner: PageClient) -> None:
    last = owner.get(url(policy, "controle")).content.decode()
    assert (
        pieces(text(owner.post(f"/verklaringen/{policy.pk}/bevestigen/", {"klopt": "security"}, headers=QUIET)))
        == {"stappen"}
        <= set(ID.findall(last))
    )
    begin = f"/verklaringen/{policy.pk}/begin/"
    page = owner.get(begin).content.decode()
    assert (
        {"bewaard", "getoond"}
        <= pieces(text(owner.post(begin, Filled(page).data, headers=QUIET)))
        <= set(ID.findall(page))
    )
