"""Leaving a finding on purpose: only what does not block, only with a reason, and only while it says the same."""

from dataclasses import replace

import pytest

from policies import publish as p
from policies.models import AcceptedFinding, Policy, PublicationEvent
from policies.status import status_of
from policies.store import write
from tests.people import People
from tests.publishing import NOW, TODAY, change, publish, refusal
from tests.versions import complete_company

pytestmark = pytest.mark.django_db
PATH = "recipients.combell.agreement"
CODE = "28.3-agreement"


@pytest.fixture
def policy(people: People) -> Policy:
    """A statement that may be published, with one finding that does not block."""
    company = complete_company()
    return write.new_policy(
        people.organisation, "Bakkerij", replace(company, recipients=(replace(company.recipients[0], agreement=False),))
    )


def leave(
    policy: Policy, people: People, code: str = CODE, path: str = PATH, reason: str = "Wij doen dit volgende week."
) -> AcceptedFinding:
    return p.leave(policy, p.draft_of(policy, TODAY).findings, code, path, reason, by=people.editor, now=NOW)


def codes(policy: Policy) -> list[str]:
    return [finding.code for finding in p.draft_of(policy, TODAY).findings]


def test_what_is_left_no_longer_counts_and_is_shown_apart(policy: Policy, people: People) -> None:
    assert codes(policy) == [CODE]
    row = leave(policy, people)
    draft = p.draft_of(policy, TODAY)
    assert draft.findings == ()
    assert [one.row for one in draft.left] == [row]
    assert (row.reason, row.by_name, row.by_email, row.at) == (
        "Wij doen dit volgende week.",
        "Ed Maes",
        "ed@bakkerij.example",
        NOW,
    )
    assert status_of(policy, TODAY).findings == []


def test_it_comes_back_when_it_says_something_else(policy: Policy, people: People) -> None:
    leave(policy, people)
    change(policy, lambda facts: replace(facts, recipients=(replace(facts.recipients[0], name="Combell hosting"),)))
    assert codes(policy) == [CODE]
    assert p.draft_of(policy, TODAY).left == ()
    assert leave(policy, people).message.startswith("U zei niet dat u een verwerkersovereenkomst met “Combell hosting”")
    assert AcceptedFinding.objects.count() == 1


def test_it_counts_again_when_it_is_taken_back(policy: Policy, people: People) -> None:
    p.take_back(policy, leave(policy, people).pk, by=people.owner, now=NOW)
    assert codes(policy) == [CODE]


def test_what_blocks_cannot_be_left(policy: Policy, people: People) -> None:
    change(policy, lambda facts: replace(facts, rights=replace(facts.rights, email=None)))
    assert refusal(lambda: leave(policy, people, "12.2-channel", "rights.email")).code == "blocks"


def test_a_row_for_what_blocks_is_of_no_use(policy: Policy, people: People) -> None:
    leave(policy, people)
    change(policy, lambda facts: replace(facts, rights=replace(facts.rights, email=None)))
    blocking = p.draft_of(policy, TODAY).blocking[0]
    AcceptedFinding.objects.update(code=blocking.code, path=blocking.path, message=blocking.message)
    assert blocking in p.draft_of(policy, TODAY).blocking


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"reason": "  "}, "reason"),
        ({"reason": "a" * 1001}, "reason"),
        ({"path": "recipients.weg.entity"}, "gone"),
        ({"code": "5.1.d-check"}, "gone"),
    ],
)
def test_refusals(given: dict, code: str, policy: Policy, people: People) -> None:
    assert refusal(lambda: leave(policy, people, **given)).code == code


def test_the_log_of_a_publication_tells_what_was_left(policy: Policy, people: People) -> None:
    leave(policy, people)
    publish(policy, people.editor)
    detail = PublicationEvent.objects.get(verb="published").detail
    assert (
        "Bewust zo gelaten:\n– U zei niet dat u een verwerkersovereenkomst met “Combell” hebt. Reden: Wij doen dit volgende week. (Ed Maes, 1 december 2026)"
        in detail
    )
    assert [event.verb for event in PublicationEvent.objects.all()] == ["left", "addressed", "published"]


def test_a_publication_that_left_nothing_says_nothing_of_it(policy: Policy, people: People) -> None:
    publish(policy, people.editor)
    assert "Bewust" not in PublicationEvent.objects.get(verb="published").detail
