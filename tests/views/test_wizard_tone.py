"""Another form of address on the page of style: what is still as the catalogue gave it follows, what somebody wrote stays and is found."""

from dataclasses import replace

import pytest

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.facts import Controller, Facts, Style
from policies.core.presets.propose import StartAnswers, propose
from policies.models import Policy
from policies.store.read import facts_of
from tests import golden
from tests.filled import Filled, send, url
from tests.make import make_policy
from tests.page import PageClient
from tests.people import People

OWN = "U bestelt, en wij bakken het voor uw deur."


@pytest.fixture
def bakery(people: People) -> Policy:
    """A bakery as it was proposed, with one story of its own."""
    begun = Facts(
        controller=Controller(country="BE", legal_name="Bakkerij Bol"), style=Style(tone="u", pattern="verwerkingen")
    )
    facts, _ = propose(
        begun, StartAnswers("BE", "shop", "alone", ("orders", "newsletter", "loyalty")), load(), golden.ON
    )
    mine = tuple(replace(one, story=OWN) if one.catalogue_id == "ACT-03" else one for one in facts.activities)
    return make_policy(people.organisation, replace(facts, activities=mine))


def stories(policy: Policy) -> dict[str | None, str | None]:
    return {one.catalogue_id: one.story for one in facts_of(policy).activities}


def test_what_was_picked_follows_and_comes_back(bakery: Policy, owner: PageClient) -> None:
    before = facts_of(bakery)
    send(owner, url(bakery, "stijl"), **{"style-tone": "je"})
    after = stories(bakery)
    assert after["ACT-06"].startswith("Je schrijft je in") and after["ACT-03"] == OWN
    told = [finding.path for finding in check(facts_of(bakery), load(), golden.ON) if finding.code == "12.1-tone"]
    assert told == ["activities.bestellingen.story"]
    send(owner, url(bakery, "stijl"), **{"style-tone": "u"})
    assert replace(facts_of(bakery), preset=before.preset) == before


def test_while_somebody_types_too(bakery: Policy, owner: PageClient) -> None:
    data = Filled(owner.get(url(bakery, "stijl")).content.decode()).data
    owner.post(url(bakery, "stijl"), data | {"style-tone": "je"}, headers={"HX-Request": "true"})
    assert facts_of(bakery).style.tone == "je" and stories(bakery)["ACT-06"].startswith("Je schrijft je in")


def test_another_title_changes_no_text(bakery: Policy, owner: PageClient) -> None:
    before = facts_of(bakery)
    send(owner, url(bakery, "stijl"), **{"style-title": "Privacy"})
    assert facts_of(bakery).activities == before.activities and facts_of(bakery).style.title == "Privacy"
