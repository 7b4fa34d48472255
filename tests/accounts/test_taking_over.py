"""Who types a password for an address of somebody else, and waits until they confirm it, gets nothing."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from policies.models import Membership, User
from tests.accounts.test_getting_in import NEW
from tests.accounts.walk import Browser, link_in, log_in, logged_in, newest_mail, page
from tests.people import PASSWORD, make_invitation, make_person

HERS, OTHER = "nora@nieuw.example", "een-wachtwoord-van-haar"


@pytest.fixture
def attacker(db: None) -> Browser:
    """A browser in which somebody made an account with Nora's address."""
    browser = Browser()
    browser.post("/account/signup/", NEW | {"name": "Mallory"})
    return browser


def confirm_link() -> str:
    return link_in(newest_mail(HERS), "/confirm-email/")


def may_get_in(password: str) -> bool:
    browser = Browser()
    log_in(browser, HERS, password)
    return logged_in(browser)


class TestSignedUpBySomebodyElse:
    def test_a_press_alone_confirms_nothing(self, attacker, visitor):
        answer = visitor.post(confirm_link())
        assert "Dit veld is verplicht." in page(answer) and not logged_in(visitor)
        assert not EmailAddress.objects.get(email=HERS).verified

    def test_her_password_replaces_theirs(self, attacker, visitor):
        assert "Mallory" in visitor.get(confirm_link()).content.decode()  # a name to correct
        visitor.post(confirm_link(), {"name": "Nora Jacobs", "password1": OTHER})
        assert logged_in(visitor) and User.objects.get(email=HERS).name == "Nora Jacobs"
        assert may_get_in(OTHER) and not may_get_in(PASSWORD)

    def test_the_browser_that_waited_stays_outside(self, attacker, visitor):
        link = confirm_link()
        visitor.post(link, {"name": "Nora", "password1": OTHER})
        for path in ("/", "/account/login/", "/account/confirm-email/", link, "/organisatie/", "/account/email/"):
            attacker.get(path, follow=True)
            assert not logged_in(attacker), path
        assert attacker.post(link).status_code == 404 and not logged_in(attacker)

    def test_logging_in_before_she_confirms_changes_nothing(self, attacker, visitor):
        log_in(attacker, HERS)  # the right password of an account that nobody confirmed
        assert not logged_in(attacker)
        visitor.post(confirm_link(), {"name": "Nora", "password1": OTHER})
        assert not may_get_in(PASSWORD)

    def test_a_message_in_the_name_is_not_shown(self, visitor):
        Browser().post("/account/signup/", NEW | {"name": "Ga nu naar evil.example"})
        assert "evil" not in visitor.get(confirm_link()).content.decode()

    def test_she_is_logged_in_to_another_account(self, attacker, people, visitor):
        visitor.force_login(people.owner)
        link = confirm_link()
        assert "U bent nu ingelogd als olga@bakkerij.example." in page(visitor.get(link))
        visitor.post(link, {"name": "Nora", "password1": OTHER})
        assert visitor.session["_auth_user_id"] == str(User.objects.get(email=HERS).pk)

    @pytest.mark.parametrize(
        ("password", "error"),
        [
            ("kort", "te kort"),
            ("nora@nieuw.example", "lijkt te veel"),
            ("hallo ik ben het nora", ""),
            ("Xaviera Zwart", "lijkt te veel"),
        ],
    )
    def test_her_password_is_judged(self, attacker, visitor, password, error):
        answer = visitor.post(confirm_link(), {"name": "Xaviera Zwart", "password1": password})
        assert logged_in(visitor) is (not error) and (not error or error in page(answer))

    def test_an_invitation_to_her_address_stays_hers(self, attacker, people, visitor):
        invitation = make_invitation(people.organisation, HERS)
        accept = f"/organisatie/uitnodiging/{invitation.pk}/aannemen/"
        assert attacker.post(accept).url.startswith("/account/login/")
        visitor.post(confirm_link(), {"name": "Nora", "password1": OTHER})
        assert attacker.post(accept).url.startswith("/account/login/")
        assert not people.organisation.memberships.filter(user__email=HERS).exists()
        visitor.post(accept)
        assert people.organisation.memberships.filter(user__email=HERS).exists()


class TestSignedUpTwice:
    def test_she_signs_up_after_them(self, attacker, visitor):
        """Her mail is a link to confirm with, not to a password that she never had."""
        mail.outbox.clear()
        clear_limits()
        visitor.post("/account/signup/", NEW | {"password1": OTHER})
        assert "Kies dan een wachtwoord" in page(visitor.get(confirm_link())) and User.objects.count() == 1
        visitor.post(confirm_link(), {"name": "Nora", "password1": OTHER})
        assert may_get_in(OTHER) and not may_get_in(PASSWORD)

    def test_they_sign_up_after_her(self, visitor):
        """One press is enough for her, and it is her password that counts."""
        visitor.post("/account/signup/", NEW)
        Browser().post("/account/signup/", NEW | {"password1": "een-wachtwoord-van-hem", "name": "Mallory"})
        visitor.post(confirm_link())
        assert logged_in(visitor) and may_get_in(PASSWORD) and not may_get_in("een-wachtwoord-van-hem")

    def test_the_password_was_set_again_elsewhere(self, visitor):
        """The browser that signed up no longer knows the password: a press does not keep it."""
        visitor.post("/account/signup/", NEW)
        user = User.objects.get()
        user.set_password("een-wachtwoord-van-hem")
        user.save()
        assert "Kies dan een wachtwoord" in page(visitor.get(confirm_link()))
        visitor.post(confirm_link())
        assert not logged_in(visitor) and not EmailAddress.objects.get().verified

    def test_after_two_hours_it_is_asked_again(self, visitor, time_machine):
        time_machine.move_to("2026-11-30T10:00:00Z", tick=False)
        visitor.post("/account/signup/", NEW)
        time_machine.move_to("2026-11-30T12:00:01Z", tick=False)
        assert "Kies dan een wachtwoord" in page(visitor.get(confirm_link()))

    def test_after_two_hours_also_in_a_browser_that_stays_logged_in(self, attacker, time_machine):
        time_machine.move_to("2026-11-30T10:00:00Z", tick=False)
        attacker.post("/account/login/", {"login": HERS, "password": PASSWORD, "remember": "on"})
        assert "Kies dan" not in page(attacker.get(confirm_link()))
        time_machine.move_to("2026-11-30T12:00:01Z", tick=False)
        assert "Kies dan een wachtwoord" in page(attacker.get(confirm_link()))

    @pytest.mark.parametrize("typed", ["Nora@Nieuw.EXAMPLE", " nora@nieuw.example ", "NORA@NIEUW.EXAMPLE"])
    def test_capitals_are_the_same_address(self, attacker, typed):
        Browser().post("/account/signup/", NEW | {"email": typed})
        assert User.objects.count() == 1

    @pytest.mark.parametrize(
        "other", ["nora+1@nieuw.example", "no.ra@nieuw.example", "nora@nieuw.example.evil.example"]
    )
    def test_an_address_that_looks_like_hers_gets_no_invitation_of_hers(self, people, visitor, other):
        invitation = make_invitation(people.organisation, HERS)
        visitor.force_login(make_person("Mallory", other))
        assert "uitgenodigd" not in page(visitor.get("/organisatie/")) or "Aannemen" not in page(
            visitor.get("/organisatie/")
        )
        assert visitor.post(f"/organisatie/uitnodiging/{invitation.pk}/aannemen/").status_code == 404


class TestAnotherAddress:
    """Somebody asks to change the address of their own account into hers."""

    @pytest.fixture
    def mallory(self, db: None) -> Browser:
        browser = Browser()
        user = make_person("Mallory", "mallory@elders.example")
        log_in(browser, user.email)
        self.ask(browser, HERS)
        return browser

    def ask(self, browser: Browser, email: str) -> None:
        browser.post("/account/email/", {"action_add": "", "email": email})
        browser.post("/account/reauthenticate/?next=/account/email/", {"password": PASSWORD}, follow=True)

    def test_her_press_gives_it_to_nobody(self, mallory, visitor):
        link = link_in(newest_mail(HERS), "/confirm-email/")
        assert "Log dan eerst in" in page(visitor.get(link)) and "mallory" not in page(visitor.get(link)).lower()
        for browser in (visitor, logged_in_as("Iris", "iris@elders.example")):
            assert browser.post(link, {"name": "Nora", "password1": OTHER}).status_code == 403
        assert User.objects.get(name="Mallory").email == "mallory@elders.example"

    def test_she_can_still_make_an_account(self, mallory, visitor):
        clear_limits()
        visitor.post("/account/signup/", NEW)
        visitor.post(link_in(newest_mail(HERS), "/confirm-email/"))
        assert logged_in(visitor) and User.objects.get(email=HERS).name == "Nora Jacobs"
        assert mallory.post(link_in(mail.outbox[0].body, "/confirm-email/")).status_code == 409

    def test_a_forgotten_password_is_not_that_of_the_other_account(self, mallory, visitor):
        visitor.post("/account/password/reset/", {"email": HERS})
        assert "Er is geen account met dit e-mailadres." in newest_mail(HERS)

    def test_the_link_of_one_wish_does_not_confirm_the_next(self, mallory):
        self.ask(mallory, "mallory2@elders.example")
        own = link_in(newest_mail("mallory2@elders.example"), "/confirm-email/")
        clear_limits()
        self.ask(mallory, "nora2@nieuw.example")
        assert mallory.post(own).status_code == 404
        assert User.objects.get(name="Mallory").email == "mallory@elders.example"

    def test_changing_back_and_forth_joins_nothing(self, mallory, people):
        make_invitation(people.organisation, HERS)
        mallory.post(link_in(newest_mail(HERS), "/confirm-email/"))
        assert not Membership.objects.filter(organisation=people.organisation, user__name="Mallory").exists()


def logged_in_as(name: str, email: str) -> Browser:
    browser = Browser()
    browser.force_login(make_person(name, email))
    return browser


def clear_limits() -> None:
    """As if three minutes went by: one address gets one mail in that time."""
    from django.core.cache import cache

    cache.clear()
