"""A yes that rests on rows becomes a no with the last of them: the page says so, and the way back brings it back."""

from policies.core.checks import check
from policies.core.library import load
from policies.snapshot import facts_of
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
    assert before.marketing.used and "u stuurt geen reclame" in page and "Met Terugzetten komt alles samen terug." in page
    assert "u stuurt geen reclame" not in text(owner.get(url(policy, f"verwerkingen/verwerkingen/{policy.activities.exclude(pk=row.pk).first().pk}/verwijderen")))
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
