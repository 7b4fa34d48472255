"""Two people at once: one wins, the others read why not, and no number is skipped."""

import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.db import connection, connections

from policies import printing
from policies import publish as p
from policies.models import Policy, PolicyVersion, PublicAddress, User
from policies.models.chronology import announced
from policies.models.version import broken
from policies.publish import act
from policies.slots import slot
from policies.store import write
from tests.people import make_person
from tests.publishing import NOW, TODAY, change, phone, publish, refusal
from tests.versions import complete_company

pytestmark = pytest.mark.django_db


def while_rendering(monkeypatch: pytest.MonkeyPatch, act_of_other: Callable[[], object]) -> None:
    """Something happens between the look and the transaction, once."""
    real, done = act.as_text.text, []

    def text(*given: object) -> str:
        if not done:
            done.append(True)
            act_of_other()
        return real(*given)

    monkeypatch.setattr(act.as_text, "text", text)


def test_an_answer_changes_while_rendering(policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    while_rendering(monkeypatch, lambda: change(policy, phone("09 000 00 01")))
    assert refusal(lambda: publish(policy, by)).code == "digest"
    assert not PolicyVersion.objects.exists()


def test_somebody_publishes_while_rendering(policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    other = make_person("Ed Maes", "ed@bakkerij.example")
    while_rendering(monkeypatch, lambda: publish(policy, other))
    refused = refusal(lambda: publish(policy, by))
    assert (refused.code, str(refused)[:48]) == ("at_once", "Iemand anders publiceerde zonet versie 1.00. Bek")
    assert PolicyVersion.objects.get().published_by_name == "Ed Maes"


def test_somebody_takes_the_address_while_rendering(policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    other = write.new_policy(policy.organisation, "Ander", complete_company())
    while_rendering(monkeypatch, lambda: publish(other, by))
    assert refusal(lambda: publish(policy, by)).code == "slug_taken"
    assert not policy.versions.exists()


def test_somebody_withdraws_while_rendering(policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(policy, by)
    change(policy, phone("09 000 00 01"))
    while_rendering(monkeypatch, lambda: p.retire(policy, "", by=by, now=NOW))
    assert refusal(lambda: publish(policy, by)).code == "retired"


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[list[Callable[[], object]]], list[object]]]:
    """Run acts in threads that start at one moment; gives what each returned or raised. Each has a place for its PDF, as processes may have."""
    monkeypatch.setattr(printing, "slot", lambda name, at_most: nullcontext(True))

    def run(acts: list[Callable[[], object]]) -> list[object]:
        results: list[object] = [None] * len(acts)
        gate = threading.Barrier(len(acts))

        def one(index: int, act: Callable[[], object]) -> None:
            gate.wait()
            try:
                results[index] = act()
            except Exception as error:  # whatever it is, the test must see it
                results[index] = error
            finally:
                connections.close_all()

        threads = [threading.Thread(target=one, args=pair) for pair in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    yield run


@pytest.mark.django_db(transaction=True)
def test_two_people_publish_at_once(policy: Policy, by: User, together: Callable) -> None:
    """Four people, three rounds: each time one wins, the others read why not, and no number is skipped."""
    for round in range(3):
        change(policy, phone(f"09 000 00 0{round}"))
        digest = p.draft_of(policy, TODAY).digest
        slug = None if round else "bakkerij"
        asked = {"seen_digest": digest, "effective_date": TODAY, "note": "", "by": by, "now": NOW, "slug": slug}
        results = together([lambda: p.publish(Policy.objects.get(pk=policy.pk), **asked)] * 4)  # noqa: B023
        won = [result for result in results if isinstance(result, PolicyVersion)]
        lost = [result for result in results if isinstance(result, p.Refusal)]
        assert (len(won), len(lost)) == (1, 3), results
        assert {refused.code for refused in lost} <= {"at_once", "unchanged", "slug_taken"}
    assert [version.sequence for version in policy.versions.all()] == [1, 2, 3]
    assert broken(policy.versions.all()) == []


def test_who_finds_no_place_for_the_pdf_may_try_again(policy: Policy, by: User) -> None:
    with slot("pdf", 1):
        assert refusal(lambda: publish(policy, by)).code == "busy"
    assert not PolicyVersion.objects.exists() and not PublicAddress.objects.exists()
    assert publish(policy, by).label == "1.00"


@pytest.mark.django_db(transaction=True)
def test_people_who_announce_the_same_text_at_once_announce_it_once(
    policy: Policy, by: User, together: Callable
) -> None:
    """Each for another day. Whoever comes second reads why not, unless its day is earlier: then it takes the place of what was announced."""
    publish(policy, by)
    change(policy, phone("09 000 00 09"))
    days = [TODAY + timedelta(days) for days in (10, 20, 30)]
    asked = {"seen_digest": p.draft_of(policy, TODAY).digest, "note": "", "by": by, "now": NOW}
    results = together(
        [lambda day=day: p.publish(Policy.objects.get(pk=policy.pk), effective_date=day, **asked) for day in days]
    )
    won = sorted(
        (result for result in results if isinstance(result, PolicyVersion)), key=lambda version: version.sequence
    )
    refused = [result.code for result in results if isinstance(result, p.Refusal)]
    assert len(won) + len(refused) == 3 and set(refused) <= {"at_once", "announced", "unchanged"}, results
    assert [version.effective_date for version in won] == sorted(
        {version.effective_date for version in won}, reverse=True
    ), results
    coming = [version.content_digest for version in announced(policy.versions.all(), TODAY)]
    assert len(coming) == 1 and broken(policy.versions.all()) == []


@pytest.mark.django_db(transaction=True)
def test_two_policies_want_one_address(policy: Policy, by: User, together: Callable) -> None:
    other = write.new_policy(policy.organisation, "Ander", complete_company())
    results = together([lambda one=one: publish(one, by, slug="gewild") for one in (policy, other)])
    assert sorted(type(result).__name__ for result in results) == ["PolicyVersion", "Refusal"], results
    assert PublicAddress.objects.count() == PolicyVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twice_as_many_policies_publish_side_by_side(policy: Policy, by: User, together: Callable) -> None:
    """Different policies do not stand in each other's way."""
    others = [policy, *(write.new_policy(policy.organisation, f"Nummer {n}", complete_company()) for n in range(3))]
    results = together([lambda one=one, n=n: publish(one, by, slug=f"nummer-{n}") for n, one in enumerate(others)])
    assert [type(result).__name__ for result in results] == ["PolicyVersion"] * 4, results
    assert connection.vendor in ("sqlite", "postgresql")
