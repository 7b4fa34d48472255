"""What changed with a version is written down at its publication, beside what is sealed; and later for versions of before."""

from datetime import timedelta

import pytest
from django.db import connection

from policies import publish as p
from policies.models import Policy, PolicyVersion, User, VersionSummary, guards
from policies.models.version import broken
from tests.publishing import NOW, TODAY, change, phone, publish, recipient
from tests.versions import make_version

pytestmark = pytest.mark.django_db

PHONE = [["Verder", "Nieuw: ons telefoonnummer (09 000 00 01)."]]


def told(version: PolicyVersion) -> tuple[int | None, list[list[str]]]:
    summary = VersionSummary.objects.get(version=version)
    return summary.since, summary.sentences


def test_written_at_publication(policy: Policy, by: User) -> None:
    first = publish(policy, by)
    change(policy, phone("09 000 00 01"))
    second = publish(policy, by)
    change(policy, recipient("Acme"))
    third = publish(policy, by)
    assert told(first) == (None, [["", "Eerste versie."]])
    assert told(second) == (1, PHONE)
    assert told(third) == (2, [["Wie gegevens krijgt", "Nieuw: Acme krijgt gegevens en helpt ons."]])
    assert broken(policy.versions.all()) == [], "outside what is sealed"


def test_the_marked_text_is_written_down_with_it(policy: Policy, by: User) -> None:
    first = publish(policy, by)
    change(policy, phone("09 000 00 01"))
    second = publish(policy, by)
    assert first.summary.marked_text is None, "there was nothing to hold it beside"
    changed = [part for part in second.summary.marked_text if "same" not in part]
    assert changed and any(
        "09 000 00 01" in text
        for part in changed
        for clause in part["clauses"]
        for line in clause["lines"]
        for kind, text in line.get("runs", ())
        if kind == "added"
    )
    assert any("cookies" in dict(part["same"]) for part in second.summary.marked_text if "same" in part)


def test_an_announcement_that_is_replaced_is_not_what_readers_had(policy: Policy, by: User) -> None:
    publish(policy, by)
    change(policy, recipient("Acme"))
    later = TODAY + timedelta(days=40)
    announced = publish(policy, by, on=later)
    change(policy, phone("09 000 00 01"))
    other = publish(policy, by, on=later - timedelta(days=1))
    assert told(announced)[0] == told(other)[0] == 1
    assert ["Wie gegevens krijgt", "Nieuw: Acme krijgt gegevens en helpt ons."] in told(other)[1] and PHONE[0] in told(
        other
    )[1]


def test_what_takes_an_announcement_back_changes_nothing_for_readers(policy: Policy, by: User) -> None:
    publish(policy, by)
    change(policy, phone("09 000 00 01"))
    publish(policy, by, on=TODAY + timedelta(days=40))
    change(policy, phone(""))
    assert told(publish(policy, by)) == (1, [["", "Wat was aangekondigd, gaat niet door. Er verandert niets."]])


def test_an_edit_that_is_reverted_is_said_back(policy: Policy, by: User) -> None:
    publish(policy, by)
    change(policy, phone("09 000 00 01"))
    publish(policy, by)
    change(policy, phone(""))
    assert told(publish(policy, by)) == (2, [["Verder", "Niet meer vermeld: ons telefoonnummer."]])


def test_a_refused_publication_writes_nothing(policy: Policy, by: User) -> None:
    publish(policy, by)
    with pytest.raises(p.Refusal):
        publish(policy, by)
    assert VersionSummary.objects.count() == 1


def test_written_once_for_versions_of_before(policy: Policy, by: User) -> None:
    versions = [publish(policy, by)]
    change(policy, phone("09 000 00 01"))
    versions.append(publish(policy, by))
    made = [told(version) for version in versions]
    with guards.guards_off(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM policies_versionsummary")
    assert p.summarise(policy, NOW) == 2 and p.summarise(policy, NOW) == 0
    assert [told(version) for version in versions] == made


def test_what_cannot_be_read_is_said_to_differ(policy: Policy, by: User) -> None:
    make_version(policy, "1.00", "2026-11-01")
    assert p.summarise(policy, NOW) == 1
    assert told(publish(policy, by)) == (1, [["", "Wat er anders is, kunnen wij niet meer nagaan."]])


# --- looking, and finding that nothing changed -----------------------------------------------------------------------


def test_a_look_is_refused_where_there_is_nothing_to_look_at(policy: Policy, by: User) -> None:
    def look(now=NOW):
        with pytest.raises(p.Refusal) as refused:
            p.confirm_unchanged(policy, by=by, now=now)
        return refused.value.code

    assert look() == "unpublished"
    publish(policy, by)
    p.retire(policy, "", by=by, now=NOW)
    assert look() == "retired"
    p.resume(policy, by=by, now=NOW)
    change(policy, phone("09 000 00 01"))
    assert look() == "changed"
    change(policy, lambda facts: facts.__class__())
    assert look() == "findings"
    assert not policy.reviews.exists()
