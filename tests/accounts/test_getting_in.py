"""Signing up, being invited, logging in and out."""

import re

import pytest

from policies.forms.account import SignupForm
from policies.models import Membership, Organisation, User
from tests.accounts.walk import Browser, link_in, log_in, logged_in, newest_mail, page
from tests.people import PASSWORD, make_person

NEW = {
    "name": "Nora Jacobs",
    "email": "nora@nieuw.example",
    "password1": PASSWORD,
    "kind": "owner",
    "organisation_name": "Jacobs Tuinen",
}


class TestSignUp:
    def test_from_the_form_to_the_organisation(self, visitor):
        assert "Account maken" in page(visitor.get("/account/signup/"))
        sent = visitor.post("/account/signup/", NEW, follow=True)
        assert "Bevestig uw e-mailadres" in page(sent) and not logged_in(visitor)
        link = link_in(newest_mail("nora@nieuw.example"), "/confirm-email/")
        assert "Is nora@nieuw.example uw e-mailadres?" in page(visitor.get(link))
        visitor.post(link)
        assert logged_in(visitor)
        nora = User.objects.get(email="nora@nieuw.example")
        assert nora.name == "Nora Jacobs"
        member = Membership.objects.get(user=nora)
        assert (member.organisation.name, member.organisation.kind, member.role) == ("Jacobs Tuinen", "owner", "owner")

    def test_a_consultant(self, visitor):
        visitor.post("/account/signup/", NEW | {"kind": "consultancy"})
        assert Organisation.objects.get().kind == "consultancy"

    def test_without_confirmation_nobody_gets_in(self, visitor):
        visitor.post("/account/signup/", NEW)
        answer = log_in(visitor, "nora@nieuw.example")
        assert answer.url == "/account/confirm-email/" and not logged_in(visitor)

    def test_the_link_is_for_one_address(self, visitor):
        visitor.post("/account/signup/", NEW)
        link = link_in(newest_mail("nora@nieuw.example"), "/confirm-email/")
        assert "Deze link werkt niet meer." in page(visitor.get(link.replace(link[-20:-8], "x")))

    def test_a_known_address_is_told_by_mail_only(self, visitor):
        make_person("Nora", "nora@nieuw.example")
        sent = visitor.post("/account/signup/", NEW, follow=True)
        assert "Bevestig uw e-mailadres" in page(sent)  # the same page: nobody learns who has an account
        assert "Dat account bestaat al." in newest_mail("nora@nieuw.example")
        assert User.objects.count() == 1 and not Organisation.objects.exists()

    def test_twice_at_the_same_moment(self, visitor, monkeypatch):
        """The second looked before the first was stored: the database tells it."""
        make_person("Nora", "nora@nieuw.example")
        monkeypatch.setattr(SignupForm, "validate_unique_email", lambda form, email: email)
        sent = visitor.post("/account/signup/", NEW, follow=True)
        assert "Bevestig uw e-mailadres" in page(sent) and User.objects.count() == 1
        assert "Dat account bestaat al." in newest_mail("nora@nieuw.example")

    def test_capitals_in_the_address(self, visitor):
        visitor.post("/account/signup/", NEW | {"email": "Nora@Nieuw.EXAMPLE"})
        assert User.objects.get().email == "nora@nieuw.example"

    @pytest.mark.parametrize(
        ("typed", "error"),
        [
            ({"name": ""}, "Dit veld is verplicht."),
            ({"name": "x" * 10_000}, "niet meer dan 120 tekens"),
            ({"name": "nul\x00"}, "een onleesbaar teken"),
            ({"email": "geen adres"}, "Voer een geldig e-mailadres in."),
            ({"password1": "kort"}, "Dit wachtwoord is te kort. Gebruik minstens 10 tekens."),
            ({"password1": "password123"}, "Dit wachtwoord is te algemeen."),
            ({"password1": "98127364554"}, "Dit wachtwoord bevat alleen cijfers."),
            ({"password1": "nora@nieuw.example"}, "Dit wachtwoord lijkt te veel op uw naam of uw e-mailadres."),
            ({"password1": "norajacobs"}, "Dit wachtwoord lijkt te veel op uw naam of uw e-mailadres."),
            ({"kind": ""}, "Dit veld is verplicht."),
            ({"kind": "church"}, "church"),
            ({"organisation_name": " "}, "Vul de naam van uw onderneming in."),
            ({"organisation_name": "x" * 121}, "niet meer dan 120 tekens"),
        ],
    )
    def test_bad_input_is_told_and_nothing_else_is_lost(self, visitor, typed, error):
        answer = visitor.post("/account/signup/", NEW | typed)
        assert error in page(answer) and not User.objects.exists()
        kept = {name: value for name, value in NEW.items() if name not in (*typed, "password1", "kind")}
        for value in kept.values():
            assert f'value="{value}"' in answer.content.decode()


class TestInvited:
    def invite(self, people, visitor, email: str) -> str:
        visitor.force_login(people.owner)
        visitor.post(f"/organisatie/{people.organisation.pk}/uitnodigen/", {"email": email, "role": "editor"})
        visitor.logout()
        return newest_mail(email)

    def press(self, visitor, button: str) -> str:
        """Press a button of the only invitation on the page of the organisations."""
        (action,) = re.findall(
            rf'action="(/organisatie/uitnodiging/\d+/{button}/)"', visitor.get("/organisatie/").content.decode()
        )
        return page(visitor.post(action, follow=True))

    def test_somebody_new(self, people, visitor):
        link = link_in(self.invite(people, visitor, "nora@nieuw.example"), "/account/signup/")
        form = visitor.get(link).content.decode()
        assert 'value="nora@nieuw.example"' in form
        assert re.search(r'value="invited"[^>]*checked', form)
        visitor.post("/account/signup/", NEW | {"kind": "invited", "organisation_name": ""})
        shown = page(visitor.post(link_in(newest_mail("nora@nieuw.example"), "/confirm-email/"), follow=True))
        assert "“Bakkerij Peeters”" in shown and "Elk lid ziet elke privacyverklaring van de organisatie." in shown
        nora = User.objects.get(email="nora@nieuw.example")
        assert not nora.memberships.exists()  # until she presses
        assert "U bent nu lid van Bakkerij Peeters, als bewerker." in self.press(visitor, "aannemen")
        assert [(m.organisation, m.role) for m in nora.memberships.all()] == [(people.organisation, "editor")]

    def test_somebody_new_in_another_browser(self, people, visitor):
        self.invite(people, visitor, "nora@nieuw.example")
        visitor.post("/account/signup/", NEW | {"kind": "invited", "organisation_name": ""})
        phone = Browser()
        link = link_in(newest_mail("nora@nieuw.example"), "/confirm-email/")
        assert "Typ dat dan nog eens." in page(phone.get(link))
        phone.post(link, {"name": "Nora Jacobs", "password1": PASSWORD})
        assert logged_in(phone)
        self.press(phone, "aannemen")
        assert Membership.objects.get(user__email="nora@nieuw.example").organisation == people.organisation

    def test_somebody_with_an_account(self, people, visitor):
        link = link_in(self.invite(people, visitor, people.stranger.email), "/account/login/")
        assert "Inloggen" in page(visitor.get(link))
        log_in(visitor, people.stranger.email)
        assert not people.organisation.memberships.filter(user=people.stranger).exists()
        self.press(visitor, "aannemen")
        assert people.member(people.stranger).role == "editor"

    def test_somebody_who_is_logged_in_sees_the_buttons(self, people, visitor):
        link = link_in(self.invite(people, visitor, people.stranger.email), "/account/login/")
        visitor.force_login(people.stranger)
        shown = page(visitor.get(link, follow=True))
        assert (
            "Uitgenodigd door “Olga Peeters”, olga@bakkerij.example" in shown
            and "Aannemen" in shown
            and "Weigeren" in shown
        )

    def test_somebody_who_does_not_want_to(self, people, visitor):
        self.invite(people, visitor, people.stranger.email)
        visitor.force_login(people.stranger)
        assert "U hebt de uitnodiging geweigerd." in self.press(visitor, "weigeren")
        assert not Membership.objects.filter(email=people.stranger.email, organisation=people.organisation).exists()

    def test_says_invited_but_is_not(self, visitor):
        """Signing up tells nobody who is invited; afterwards there is a way on."""
        visitor.post("/account/signup/", NEW | {"kind": "invited", "organisation_name": ""})
        visitor.post(link_in(newest_mail("nora@nieuw.example"), "/confirm-email/"))
        assert "U hoort nog bij geen organisatie" in page(visitor.get("/", follow=True))


class TestLogIn:
    def test_it_works_whatever_the_capitals(self, people, visitor):
        assert "Wachtwoord vergeten?" in page(visitor.get("/account/login/"))
        assert log_in(visitor, "OLGA@bakkerij.example").url == "/" and logged_in(visitor)

    def test_back_to_where_somebody_wanted_to_be(self, people, visitor):
        asked = visitor.get(f"/organisatie/{people.organisation.pk}/")
        assert asked.url == f"/account/login/?next=/organisatie/{people.organisation.pk}/"
        form = visitor.get(asked.url).content.decode()
        assert f'name="next" value="/organisatie/{people.organisation.pk}/"' in form

    def test_never_to_another_site(self, people, visitor):
        answer = visitor.post(
            "/account/login/", {"login": people.owner.email, "password": PASSWORD, "next": "https://evil.example/"}
        )
        assert answer.url == "/"

    def test_a_wrong_password_and_an_unknown_address_look_the_same(self, people, visitor):
        wrong = page(log_in(visitor, people.owner.email, "iets heel anders"))
        unknown = page(log_in(visitor, "niemand@nergens.example", "iets heel anders"))
        assert "Het e-mailadres en het wachtwoord horen niet bij elkaar." in wrong and wrong == unknown

    def test_too_many_attempts(self, people, visitor):
        for _ in range(5):
            log_in(visitor, people.owner.email, "iets heel anders")
        assert "Er is te vaak een verkeerd wachtwoord ingevuld." in page(log_in(visitor, people.owner.email))

    def test_too_many_requests(self, people, visitor, settings):
        settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
        log_in(visitor, people.owner.email, "iets heel anders")
        answer = log_in(visitor, people.owner.email)
        assert answer.status_code == 429 and "Te veel pogingen" in page(answer)

    def test_somebody_who_was_switched_off(self, people, visitor):
        User.objects.filter(pk=people.reader.pk).update(is_active=False)
        log_in(visitor, people.reader.email)
        assert not logged_in(visitor)
        assert "Dit account is niet actief" in page(visitor.get("/account/inactive/"))

    def test_nothing_filled_in(self, visitor):
        assert page(log_in(visitor, "", "")).count("Dit veld is verplicht.") == 2


class TestLogOut:
    def test_with_the_button_of_every_page(self, people, visitor):
        visitor.force_login(people.owner)
        assert "Uitloggen" in page(visitor.get("/account/naam/"))
        assert "U bent uitgelogd." in page(visitor.post("/account/logout/", follow=True))
        assert not logged_in(visitor)

    def test_a_link_alone_logs_nobody_out(self, people, visitor):
        visitor.force_login(people.owner)
        assert "Wilt u uitloggen?" in page(visitor.get("/account/logout/")) and logged_in(visitor)
