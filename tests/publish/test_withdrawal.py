"""Withdrawing and hiding: nothing is removed, and the log says who, when and why."""

import pytest

from policies import access
from policies import publish as p
from policies.models import Policy, PublicationEvent, User
from policies.models.version import broken
from tests.publishing import NOW, publish, refusal

pytestmark = pytest.mark.django_db


def state(policy: Policy) -> tuple[bool, bool]:
    """(hidden, retired) of its only version."""
    [version] = access.versions_of(policy)
    return version.hidden, version.retired


def test_withdraw_and_use_again(policy: Policy, by: User) -> None:
    publish(policy, by)
    p.retire(policy, "Wij stoppen op 31 december.", by=by, now=NOW)
    assert state(policy) == (False, True)
    assert access.versions_of(policy)[0].retired_notice == "Wij stoppen op 31 december."
    p.resume(policy, by=by, now=NOW)
    assert state(policy) == (False, False)
    verbs = [(event.verb, event.detail, event.by_name) for event in PublicationEvent.objects.all()][-2:]
    assert verbs == [("retired", "Wij stoppen op 31 december.", "Olga Peeters"), ("resumed", "", "Olga Peeters")]


def test_hide_and_show(policy: Policy, by: User) -> None:
    version = publish(policy, by)
    p.hide(version, "Verkeerde klant.", by=by, now=NOW)
    assert state(policy) == (True, False)
    p.show(version, "Toch de juiste klant.", by=by, now=NOW)
    assert state(policy) == (False, False)
    verbs = [(event.verb, event.label, event.detail) for event in PublicationEvent.objects.all()][-2:]
    assert verbs == [("hidden", "1.00", "Verkeerde klant."), ("shown", "1.00", "Toch de juiste klant.")]
    assert broken(policy.versions.all()) == []


def test_refusals(policy: Policy, by: User) -> None:
    assert refusal(lambda: p.retire(policy, "", by=by, now=NOW)).code == "unpublished"
    version = publish(policy, by)
    assert refusal(lambda: p.resume(policy, by=by, now=NOW)).code == "unchanged"
    assert refusal(lambda: p.show(version, "x", by=by, now=NOW)).code == "unchanged"
    assert refusal(lambda: p.hide(version, "  ", by=by, now=NOW)).code == "reason"
    p.retire(policy, "", by=by, now=NOW)
    p.hide(version, "x", by=by, now=NOW)
    assert refusal(lambda: p.retire(policy, "", by=by, now=NOW)).code == "unchanged"
    assert refusal(lambda: p.hide(version, "x", by=by, now=NOW)).code == "unchanged"
