"""What logged-out people post is kept for two hours, within limits of size and number, and gives nobody a session."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from policies import kept_posts
from policies.models import KeptPost
from policies.models.policy import Policy
from policies.store.read import facts_of
from tests.filled import Filled
from tests.make import make_policy
from tests.page import PageClient
from tests.people import PASSWORD, People

pytestmark = pytest.mark.django_db
HERE = "203.0.113.5"


@pytest.fixture
def policy(people: People) -> Policy:
    return make_policy(people.organisation)


@pytest.fixture
def step(policy: Policy) -> str:
    return f"/verklaringen/{policy.pk}/vragen/onderneming/"


def post(path: str, network: str = HERE, size: int = 10, browser: Client | None = None, **headers: str):
    return (browser or PageClient(REMOTE_ADDR=network)).post(
        path, {"controller-trade_names": "x" * size}, headers=headers
    )


class TestLimits:
    def test_one_network_keeps_five(self, step):
        for _ in range(9):
            assert post(step).status_code == 302
        assert KeptPost.objects.count() == 5

    def test_a_network_of_ipv6_is_one(self, step):
        for number in range(9):
            post(step, f"2001:db8:1:2::{number}")
        assert KeptPost.objects.count() == 5

    def test_a_forged_header_is_no_other_network(self, step):
        for number in range(9):
            post(step, **{"X-Forwarded-For": f"192.0.2.{number}"})
        assert KeptPost.objects.count() == 5

    def test_all_together_keep_no_more_than_two_hundred(self):
        for number in range(230):
            kept_posts.keep("/x/", "a=1", f"network {number}")
        assert KeptPost.objects.count() == kept_posts.MOST_IN_TOTAL == 200
        assert kept_posts.keep("/x/", "a=2", "one more") and KeptPost.objects.count() == 200

    def test_who_was_logged_out_last_is_kept(self):
        tokens = [kept_posts.keep("/x/", f"a={number}", HERE) for number in range(7)]
        assert [kept_posts.take(token, "/x/") for token in tokens] == [None, None, "a=2", "a=3", "a=4", "a=5", "a=6"]

    @pytest.mark.parametrize(("size", "status"), [(190_000, 302), (200_001, 413), (2_000_000, 413)])
    def test_a_post_has_a_largest_size(self, step, size, status):
        answer = post(step, size=size)
        assert answer.status_code == status and KeptPost.objects.count() == (status == 302)
        assert status == 302 or "te groot om te bewaren" in answer.content.decode()

    def test_signs_of_several_bytes_count_as_bytes(self):
        assert kept_posts.keep("/x/", "é" * 100_001, HERE) is None and kept_posts.keep("/x/", "é" * 100_000, HERE)

    def test_a_path_has_a_largest_size(self, step):
        assert post(f"{step}?{'x' * 600}").status_code == 413 and not KeptPost.objects.exists()

    def test_a_page_that_saves_by_itself_stays_when_it_is_too_much(self, step):
        assert post(step, size=300_000, **{"HX-Request": "true"}).status_code == 413

    def test_one_browser_keeps_its_last(self, step):
        browser = PageClient(REMOTE_ADDR=HERE)
        for size in (10, 20, 30):
            post(step, size=size, browser=browser)
        assert "x" * 30 in KeptPost.objects.get().body

    def test_nobody_gets_a_session_by_it(self, step):
        for number in range(20):
            post(step, f"198.51.100.{number}")
        assert not Session.objects.exists()

    def test_a_get_keeps_nothing(self, step):
        PageClient().get(step)
        assert not KeptPost.objects.exists()

    def test_the_address_itself_is_not_stored(self, step):
        post(step)
        assert HERE not in KeptPost.objects.get().network


class TestTwoHours:
    @pytest.mark.parametrize(("after", "there"), [(timedelta(hours=2, seconds=-1), True), (timedelta(hours=2), False)])
    def test_then_it_is_gone_and_the_person_is_told(self, people, policy, step, after, there):
        with time_machine.travel("2026-11-30T10:00:00Z", tick=False) as clock:
            owner = PageClient()
            owner.force_login(people.owner)
            page = Filled(owner.get(step).content.decode()).data
            owner.logout()
            owner.post(step, page | {"controller-seat_city": "Brugge"})
            clock.shift(after)
            owner.post("/account/login/", {"login": people.owner.email, "password": PASSWORD})
            found = Filled((answer := owner.get(step)).content.decode()).data["controller-seat_city"] == ["Brugge"]
            assert found is there and ("konden wij niet zo lang bewaren" in answer.content.decode()) is not there
            assert facts_of(policy).controller.seat_city != "Brugge"

    def test_keeping_takes_away_what_is_older(self):
        with time_machine.travel("2026-11-30T10:00:00Z", tick=False) as clock:
            kept_posts.keep("/x/", "a=1", "elsewhere")
            clock.shift(timedelta(hours=3))
            kept_posts.keep("/x/", "a=2", HERE)
        assert KeptPost.objects.get().body == "a=2"


class TestWhose:
    def test_another_page_leaves_it_waiting(self):
        token = kept_posts.keep("/x/", "a=1", HERE)
        assert (
            kept_posts.take(token, "/y/") == ""
            and kept_posts.take(token, "/x/") == "a=1"
            and kept_posts.take(token, "/x/") is None
        )

    def test_a_token_is_needed(self):
        kept_posts.keep("/x/", "a=1", HERE)
        assert kept_posts.take("", "/x/") is None and kept_posts.take("x", "/x/") is None

    def test_the_cookie_is_for_our_pages_only_and_goes_with_what_waited(self, people, policy, step):
        browser = PageClient()
        cookie = post(step, browser=browser).cookies["kept_post"]
        assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["max-age"] == 7200
        browser.force_login(people.owner)
        assert browser.get(step).cookies["kept_post"].value == ""
