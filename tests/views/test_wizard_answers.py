"""A yes that rests on rows becomes a no with the last of them: the page says so, and the way back brings it back."""

import re

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.models import Policy
from policies.store.read import facts_of
from tests import golden
from tests.filled import send, text, url
from tests.make import make_policy
from tests.page import PageClient
from tests.people import People


def test_the_page_says_which_answer_becomes_a_no(people: People, owner: PageClient) -> None:
    policy = make_policy(people.organisation, golden.example("verwerkingen"))
    before, row = facts_of(policy), policy.activities.get(key="nieuwsbrief")
    address = url(policy, f"verwerkingen/verwerkingen/{row.pk}/verwijderen")
    page = text(owner.get(address))
    assert (
        before.marketing.used and "u stuurt geen reclame" in page and "Met Terugzetten komt alles samen terug." in page
    )
    assert "u stuurt geen reclame" not in text(
        owner.get(
            url(policy, f"verwerkingen/verwerkingen/{policy.activities.exclude(pk=row.pk).first().pk}/verwijderen")
        )
    )
    owner.post(address)
    after = facts_of(policy)
    assert after.marketing.used is False and not {one.code for one in check(after, load(), golden.ON) if one.blocks}
    owner.post(f"/verklaringen/{policy.pk}/terugzetten/{policy.removals.get().pk}/")
    assert facts_of(policy) == before


def test_the_last_purpose_on_a_page_takes_the_answer_along_too(people: People, owner: PageClient) -> None:
    policy = make_policy(people.organisation, golden.example("verwerkingen"))
    before, row = facts_of(policy), policy.activities.get(key="nieuwsbrief")
    send(owner, url(policy, f"verwerkingen/verwerkingen/{row.pk}"), **{"purposes-0-DELETE": "on"})
    assert facts_of(policy).marketing.used is False
    owner.post(f"/verklaringen/{policy.pk}/terugzetten/{policy.removals.get().pk}/")
    assert facts_of(policy) == before


def test_the_counter_without_a_script(policy: Policy, owner: PageClient) -> None:
    """It counts the cards that are there: not what was proposed and is gone, and two proposals on one card once."""
    policy.preset.unconfirmed = ("disclosure", "style", "recipients.combell", "recipients.weg", "activities.weg")
    policy.preset.save()
    address = url(policy, "controle")

    def counted() -> tuple[int, int]:
        page = owner.get(address).content.decode()
        found = re.search(r'id="nog"[^>]*><strong>(\d+)</strong> kaart(?:en)? na te kijken', page)
        return int(found[1]) if found else 0, page.count("answer-proposed")

    first = counted()
    assert first[0] == first[1] == 3
    owner.post(f"/verklaringen/{policy.pk}/bevestigen/", {"klopt": "disclosure"})
    assert counted() == (2, 2)
    owner.post(f"/verklaringen/{policy.pk}/bevestigen/", {"klopt": ["style", "recipients.combell"]})
    assert counted() == (0, 0)
    owner.post(f"/verklaringen/{policy.pk}/bevestigen/", {"toch-niet": ["recipients.combell", "recipients.weg"]})
    assert counted() == (1, 1)
