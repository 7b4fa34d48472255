"""Which number a publication gets, which kind of change it is, and when it asks how people were told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from policies import publish as p
from policies.models import Policy, PublicationEvent, User
from policies.models.version import broken
from policies.store import cache, read, write
from tests.publishing import NOW, TODAY, change, phone, publish, recipient

pytestmark = pytest.mark.django_db


def test_minor_and_major(policy: Policy, by: User) -> None:
    labels = [publish(policy, by).label]
    for edit in (phone("09 000 00 01"), phone("09 000 00 02"), recipient("Acme"), phone("09 000 00 03")):
        change(policy, edit)
        labels.append(publish(policy, by).label)
    assert labels == ["1.00", "1.01", "1.02", "2.00", "2.01"]
    assert [version.change for version in policy.versions.all()] == ["first", "facts", "facts", "facts", "facts"]
    assert [version.sequence for version in policy.versions.all()] == [1, 2, 3, 4, 5]
    assert broken(policy.versions.all()) == []


def test_owner_gives_the_first_number(policy: Policy, by: User) -> None:
    assert publish(policy, by, label="3.99").label == "3.99"
    change(policy, phone("09 000 00 01"))
    assert publish(policy, by).label == "3.100"


def test_other_words_for_the_same_facts(policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(policy, by)
    assemble = cache.assemble

    def reworded(*given: object) -> object:
        document = assemble(*given)
        return replace(document, words=tuple(replace(word, text=word.text + "!") for word in document.words))

    monkeypatch.setattr(cache, "assemble", reworded)
    cache.forget()  # other words come with another program, which starts without a memory
    version = publish(policy, by)
    assert (version.label, version.change) == ("1.01", "wording")


def test_change_is_measured_against_what_readers_have(policy: Policy, by: User) -> None:
    """2.00 was announced and is replaced before its day: the new recipient is still news for the readers."""
    publish(policy, by)
    change(policy, recipient("Acme"))
    assert publish(policy, by, on=date(2027, 1, 1)).label == "2.00"
    change(policy, phone("09 000 00 01"))
    version = publish(policy, by, on=date(2026, 12, 20))
    assert version.label == "3.00"
    assert [(event.verb, event.label) for event in PublicationEvent.objects.all()] == [
        ("addressed", ""),
        ("published", "1.00"),
        ("published", "2.00"),
        ("published", "3.00"),
        ("superseded", "2.00"),
    ]


def test_announcement_is_taken_back(policy: Policy, by: User) -> None:
    before = read.facts_of(policy)
    publish(policy, by)
    change(policy, recipient("Acme"))
    publish(policy, by, on=date(2027, 1, 1))
    write.overwrite(policy, before)
    version = publish(policy, by)
    assert (version.label, version.change) == ("2.01", "facts")


def test_announcement_gets_another_date(policy: Policy, by: User) -> None:
    """A slip of the year would otherwise stand for long: the same text for an earlier day takes its place."""
    publish(policy, by)
    change(policy, recipient("Acme"))
    publish(policy, by, on=date(2028, 1, 1))
    version = publish(policy, by, on=date(2027, 1, 1))
    assert (version.label, version.change) == ("3.00", "facts")


def test_first_version_that_was_only_announced(policy: Policy, by: User) -> None:
    publish(policy, by, on=date(2027, 1, 1))
    change(policy, recipient("Acme"))
    version = publish(policy, by)
    assert (version.label, version.change) == ("1.01", "first")


@pytest.mark.parametrize(
    ("edit", "days", "asks"),
    [(recipient("Acme"), 0, True), (recipient("Acme"), 1, False), (phone("09 000 00 01"), 0, False)],
)
def test_it_asks_how_people_were_told(edit: Callable, days: int, asks: bool, policy: Policy, by: User) -> None:
    publish(policy, by)
    change(policy, edit)
    assert p.plan_of(policy, p.draft_of(policy, TODAY + timedelta(days)), NOW).asks_how_told is asks


@pytest.mark.parametrize(
    ("told", "logged"),
    [("Mail aan alle klanten op 1 november.", "Mail aan alle klanten op 1 november."), ("", "niet ingevuld")],
)
def test_log_keeps_how_people_were_told(told: str, logged: str, policy: Policy, by: User) -> None:
    publish(policy, by)
    change(policy, recipient("Acme"))
    publish(policy, by, told=told)
    event = PublicationEvent.objects.get(label="2.00")
    assert "nieuwe ontvanger: Acme" in event.detail
    assert event.detail.endswith(f"Mensen op de hoogte gebracht: {logged}")
    assert (event.by_email, event.at, event.policy_id) == (by.email, NOW, policy.pk)
