"""The daily work: each part, after one that fails too, one run at a time, and when it last ended."""

import os
import threading
import time
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from policies import daily, kept_posts
from policies.models import DailyRun, KeptPost, Membership, Organisation, User
from tests.accounts.test_getting_in import NEW
from tests.accounts.walk import Browser, link_in, newest_mail
from tests.make import make_left, make_policy
from tests.people import make_invitation, make_person

pytestmark = pytest.mark.django_db


def run(*options: str) -> list[str]:
    out = StringIO()
    call_command("daily", *options, stdout=out)
    return out.getvalue().splitlines()


def ago(**time: float):
    return timezone.now() - timedelta(**time)


class TestParts:
    def test_expired_sessions(self, people):
        for person in (people.owner, people.editor):
            Browser().force_login(person)
        kept = Session.objects.first()
        Session.objects.exclude(pk=kept.pk).update(expire_date=ago(minutes=1))
        assert "Verlopen sessies gewist: 1." in run() and Session.objects.get() == kept

    def test_what_was_kept_for_strangers(self):
        for network in ("one", "two"):
            kept_posts.keep("/x/", "a=1", network)
        fresh = KeptPost.objects.last()
        KeptPost.objects.exclude(pk=fresh.pk).update(kept_at=ago(hours=2, seconds=1))
        assert "Formulieren van uitgelogde mensen gewist, na twee uur: 1." in run() and KeptPost.objects.get() == fresh

    def test_expired_rows_of_the_cache(self, settings):
        settings.CACHES = {
            "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "django_cache"}
        }
        call_command("createcachetable")
        for key, seconds in (("old", 60), ("older", 30), ("fresh", 7200), ("forever", None)):
            caches["default"].set(key, key, seconds)
        with time_machine.travel(timezone.now() + timedelta(hours=1)):
            assert "Verlopen rijen van de cache gewist: 2." in run()
            assert caches["default"].get("fresh") == "fresh" and caches["default"].get("forever") == "forever"
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM django_cache")
            assert cursor.fetchone() == (2,)

    def test_previews_of_ten_minutes_ago(self, settings, tmp_path):
        assert "Voorbeelden van een PDF gewist, na tien minuten: 0." in run()  # there is no folder yet
        settings.PREVIEWS_DIR = tmp_path
        for name, age in (("a" * 64, 601), ("b" * 64, 590), ("tmp_half", 601)):
            (tmp_path / name).write_bytes(b"%PDF")
            os.utime(tmp_path / name, (moment := time.time() - age, moment))
        assert "Voorbeelden van een PDF gewist, na tien minuten: 2." in run()
        assert [path.name for path in tmp_path.iterdir()] == ["b" * 64]

    def test_a_cache_elsewhere(self):
        assert "De cache staat niet in de database." in run()

    def test_addresses_of_invitations_that_ended(self, people):
        for email, days in (("oud@x.example", 44.1), ("pas@x.example", 43.9), ("open@x.example", 1)):
            Membership.objects.filter(pk=make_invitation(people.organisation, email).pk).update(
                invited_at=ago(days=days)
            )
        Membership.objects.filter(user=people.reader).update(invited_at=ago(days=400))
        assert "Uitnodigingen gewist, 30 dagen na hun einde: 1." in run()
        assert set(people.organisation.memberships.filter(user=None).values_list("email", flat=True)) == {
            "pas@x.example",
            "open@x.example",
        }
        assert people.member(people.reader)

    def test_removals_that_can_no_longer_come_back(self, people):
        policy = make_policy(people.organisation)
        for days in (30.1, 29.9):
            policy.removals.create(path="x", name=str(days), before="{}", at=ago(days=days), by_name="Ed")
        assert "Verwijderingen gewist die niet meer terug kunnen, na 30 dagen: 1." in run()
        assert policy.removals.get().name == "29.9"


class TestUnconfirmedAccounts:
    def sign_up(self, days: float, **changed: str) -> User:
        Browser().post("/account/signup/", NEW | changed)
        User.objects.filter(email=changed.get("email", NEW["email"])).update(date_joined=ago(days=days))
        return User.objects.get(email=changed.get("email", NEW["email"]))

    def test_with_the_organisation_that_was_made_along(self, people):
        self.sign_up(7.1)
        assert "Accounts gewist die niemand bevestigde, na zeven dagen: 1." in run()
        assert (
            not User.objects.filter(email=NEW["email"]).exists()
            and not Organisation.objects.filter(name="Jacobs Tuinen").exists()
        )
        assert User.objects.count() == 4 and Organisation.objects.count() == 2

    def test_the_address_is_free_again(self):
        self.sign_up(8)
        run()
        caches["default"].clear()  # one mail in three minutes
        again = Browser()
        again.post("/account/signup/", NEW)
        again.post(link_in(newest_mail(NEW["email"]), "/confirm-email/"))
        assert "_auth_user_id" in again.session

    def test_not_before_seven_days(self):
        self.sign_up(6.9)
        run()
        assert User.objects.exists() and Organisation.objects.exists()

    def test_not_who_confirmed(self, people):
        User.objects.update(date_joined=ago(days=400))
        make_person("Nora", "nora@x.example")
        User.objects.update(date_joined=ago(days=400))
        run()
        assert User.objects.count() == 5

    @pytest.mark.parametrize("what", ["a statement", "somebody else", "a log-in"])
    def test_not_what_is_in_use(self, what):
        user = self.sign_up(8)
        organisation = Organisation.objects.get()
        if what == "a statement":
            make_policy(organisation)
        elif what == "somebody else":
            make_invitation(organisation, "iemand@x.example")
        else:
            User.objects.update(last_login=ago(days=8))
        run()
        assert User.objects.filter(pk=user.pk).exists() and Organisation.objects.exists()


class TestRun:
    def test_twice_is_no_more_than_once(self, people):
        make_left(make_policy(people.organisation), people.editor)
        first, second = run(), run()
        assert len(first) == len(second) == len(daily.PARTS) and all(line.endswith(".") for line in first)
        assert all(line.endswith(": 0.") or line.startswith("De cache") for line in second)

    def test_the_rest_is_done_when_a_part_fails(self, monkeypatch):
        kept_posts.keep("/x/", "a=1", "x")
        KeptPost.objects.update(kept_at=ago(hours=3))

        def broken(now):
            kept_posts.keep("/y/", "a=2", "y")  # what it did is undone
            raise OSError("schijf vol")

        monkeypatch.setattr(daily, "PARTS", [broken, *daily.PARTS])
        out = StringIO()
        with pytest.raises(CommandError, match="Niet alles is gelukt. Mislukt: broken.") as error:
            call_command("daily", stdout=out)
        assert (
            error.value.returncode == 1
            and "MISLUKT: broken: schijf vol" in out.getvalue()
            and not KeptPost.objects.exists()
        )
        with pytest.raises(CommandError, match="Mislukt: broken."):
            run("--last")

    def test_old_rows_of_itself_go(self):
        for days in (91, 89):
            DailyRun.objects.create(started_at=ago(days=days), ended_at=ago(days=days), running=False)
        run()
        assert DailyRun.objects.count() == 2

    def test_a_run_that_was_killed_holds_nobody_up(self):
        DailyRun.objects.create(started_at=ago(hours=3, minutes=1))
        assert len(run()) == len(daily.PARTS)
        assert sorted(DailyRun.objects.values_list("running", "failed")) == [(False, ""), (False, "afgebroken")]


@pytest.mark.django_db(transaction=True)
def test_two_at_once(monkeypatch):
    """The second sees the first at work, and leaves it to that one."""
    begun, may_end = threading.Event(), threading.Event()

    def slow(now):
        begun.set()
        assert may_end.wait(20)
        return "Klaar."

    def first():
        try:
            daily.run(lambda line: None)
        finally:
            connection.close()

    monkeypatch.setattr(daily, "PARTS", [slow])
    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(20)
    try:
        if connection.vendor == "postgresql":  # SQLite has one writer: the part that is at work holds it
            assert run() == ["Het dagelijkse werk loopt al. Deze keer gebeurt er niets."]
    finally:
        may_end.set()
        thread.join()
    DailyRun.objects.create(started_at=timezone.now())
    assert run() == ["Het dagelijkse werk loopt al. Deze keer gebeurt er niets."]
    assert DailyRun.objects.filter(running=False, failed="").count() == 1


class TestLast:
    def test_never(self):
        with pytest.raises(CommandError, match="nog nooit") as error:
            run("--last")
        assert error.value.returncode == 1

    def test_when_and_how(self):
        with time_machine.travel("2026-11-30T02:17:00Z", tick=False):
            run()
        with time_machine.travel("2026-12-02T02:17:00Z", tick=False):
            assert run("--last") == ["Laatst geëindigd op 30-11-2026 om 03:17 uur. Alles is gelukt."]
        with (
            time_machine.travel("2026-12-02T02:17:01Z", tick=False),
            pytest.raises(CommandError, match="om 03:17 uur. Alles is gelukt. Dat is meer dan 48 uur geleden."),
        ):
            run("--last")

    def test_it_does_nothing(self):
        run()
        kept_posts.keep("/x/", "a=1", "x")
        KeptPost.objects.update(kept_at=ago(hours=3))
        run("--last")
        assert KeptPost.objects.exists() and DailyRun.objects.count() == 1

    def test_a_run_that_never_ended_is_not_the_last(self):
        with time_machine.travel("2026-11-30T02:17:00Z", tick=False):
            run()
        DailyRun.objects.create(started_at=timezone.now(), running=False, failed="afgebroken")
        with time_machine.travel("2026-11-30T12:00:00Z"):
            assert "30-11-2026" in run("--last")[0]
