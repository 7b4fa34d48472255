"""A forgotten password, another password, another address."""

import pytest
from django.core import mail

from tests.accounts.walk import Browser, link_in, log_in, logged_in, newest_mail, page
from tests.people import PASSWORD, make_invitation, make_person


class TestForgottenPassword:
    def ask(self, visitor, email: str) -> None:
        assert "Wachtwoord vergeten" in page(visitor.get("/account/password/reset/"))
        assert "Kijk in uw mailbox" in page(visitor.post("/account/password/reset/", {"email": email}, follow=True))

    def test_from_the_mail_to_a_new_password(self, people, visitor):
        self.ask(visitor, people.owner.email)
        link = link_in(newest_mail(people.owner.email), "/password/reset/key/")
        form = visitor.get(link, follow=True)
        where = form.redirect_chain[-1][0]
        assert "Minstens 10 tekens." in page(form)
        assert "te kort" in page(visitor.post(where, {"password1": "kort"}))
        done = visitor.post(where, {"password1": "een-heel-ander-woord"}, follow=True)
        assert "Uw wachtwoord is gewijzigd" in page(done)
        assert "gewijzigd met een link uit een mail" in newest_mail(people.owner.email)
        log_in(visitor, people.owner.email, "een-heel-ander-woord")
        assert logged_in(visitor)

    def test_the_link_works_once(self, people, visitor):
        self.ask(visitor, people.owner.email)
        link = link_in(newest_mail(people.owner.email), "/password/reset/key/")
        where = visitor.get(link, follow=True).redirect_chain[-1][0]
        visitor.post(where, {"password1": "een-heel-ander-woord"})
        assert "Deze link werkt niet meer" in page(Browser().get(link))

    def test_an_unknown_address_is_told_by_mail_only(self, visitor):
        self.ask(visitor, "niemand@nergens.example")
        assert "Er is geen account met dit e-mailadres." in newest_mail("niemand@nergens.example")

    def test_no_address(self, visitor):
        answer = visitor.post("/account/password/reset/", {"email": "geen adres"})
        assert "Voer een geldig e-mailadres in." in page(answer) and 'value="geen adres"' in answer.content.decode()


class TestChangePassword:
    def test_it_works(self, people, visitor):
        log_in(visitor, people.owner.email)
        assert "Huidig wachtwoord" in page(visitor.get("/account/password/change/"))
        typed = {"oldpassword": PASSWORD, "password1": "een-heel-ander-woord"}
        assert "Uw wachtwoord is gewijzigd." in page(visitor.post("/account/password/change/", typed, follow=True))
        assert "Het wachtwoord van uw account is gewijzigd." in newest_mail(people.owner.email)
        visitor.post("/account/logout/")
        log_in(visitor, people.owner.email, "een-heel-ander-woord")
        assert logged_in(visitor)

    def test_not_without_the_old_one(self, people, visitor):
        log_in(visitor, people.owner.email)
        typed = {"oldpassword": "fout", "password1": "kort"}
        answer = page(visitor.post("/account/password/change/", typed))
        assert "Dit is niet uw huidige wachtwoord." in answer and "te kort" in answer

    def test_somebody_without_one_sets_one(self, visitor):
        visitor.force_login(make_person("Nora", "nora@nieuw.example", password=None))
        assert "Nieuw wachtwoord" in page(visitor.get("/account/password/change/", follow=True))
        typed = {"password1": "een-heel-ander-woord"}
        assert "Uw wachtwoord is bewaard." in page(visitor.post("/account/password/set/", typed, follow=True))
        assert "Uw account heeft nu een wachtwoord." in newest_mail("nora@nieuw.example")


class TestChangeAddress:
    NEW = "olga@nieuw.example"

    def ask(self, visitor, email: str = NEW):
        """Fill in the form, and the password that is asked for."""
        visitor.post("/account/email/", {"action_add": "", "email": email})
        return visitor.post("/account/reauthenticate/?next=/account/email/", {"password": PASSWORD}, follow=True)

    def test_from_the_form_to_the_members_of_the_organisation(self, people, visitor):
        log_in(visitor, people.owner.email)
        assert "U logt in met olga@bakkerij.example" in page(visitor.get("/account/email/"))
        assert f"Wij hebben een mail gestuurd naar {self.NEW}." in page(self.ask(visitor))
        link = link_in(newest_mail(self.NEW), "/confirm-email/")
        people.owner.refresh_from_db()
        assert people.owner.email == "olga@bakkerij.example"  # until the new one is confirmed
        visitor.get(link)
        visitor.post(link)
        people.owner.refresh_from_db()
        assert people.owner.email == self.NEW == people.member(people.owner).email
        assert f"gewijzigd van olga@bakkerij.example in {self.NEW}" in newest_mail("olga@bakkerij.example")

    def test_an_invitation_at_the_new_address_waits_for_a_press(self, people, visitor):
        invitation = make_invitation(people.organisation, self.NEW)
        log_in(visitor, people.stranger.email)
        self.ask(visitor)
        visitor.post(link_in(newest_mail(self.NEW), "/confirm-email/"))
        assert not people.stranger.memberships.filter(organisation=people.organisation).exists()
        visitor.post(f"/organisatie/uitnodiging/{invitation.pk}/aannemen/")
        assert people.member(people.stranger).email == self.NEW

    def test_a_laptop_left_open_is_not_enough(self, people, visitor):
        visitor.force_login(people.owner)
        asked = visitor.post("/account/email/", {"action_add": "", "email": self.NEW}, follow=True)
        assert "Bevestig met uw wachtwoord" in page(asked) and not mail.outbox
        where = asked.redirect_chain[-1][0]
        assert "Dit is niet uw wachtwoord." in page(visitor.post(where, {"password": "fout"}))
        visitor.post(where, {"password": PASSWORD}, follow=True)
        assert link_in(newest_mail(self.NEW), "/confirm-email/")  # what was typed is not lost

    def test_send_again_and_cancel(self, people, visitor):
        log_in(visitor, people.owner.email)
        self.ask(visitor)
        again = visitor.post("/account/email/", {"action_send": "", "email": self.NEW}, follow=True)
        assert f"U wilt dit wijzigen in {self.NEW}" in page(again)
        gone = visitor.post("/account/email/", {"action_remove": "", "email": self.NEW}, follow=True)
        assert f"De wijziging naar {self.NEW} is geannuleerd." in page(gone)
        assert "U wilt dit wijzigen" not in page(visitor.get("/account/email/"))

    def test_an_address_of_somebody_else(self, people, visitor):
        """Nobody learns that it has an account; its holder cannot be robbed of it."""
        log_in(visitor, people.owner.email)
        self.ask(visitor, people.reader.email)
        link = link_in(newest_mail(people.reader.email), "/confirm-email/")
        assert "hoort al bij een ander account" in page(visitor.get(link))
        visitor.post(link)
        people.owner.refresh_from_db()
        assert people.owner.email == "olga@bakkerij.example"

    @pytest.mark.parametrize(
        ("email", "error"),
        [
            ("", "Dit veld is verplicht."),
            ("geen adres", "Voer een geldig e-mailadres in."),
            ("olga@bakkerij.example", "hoort al bij uw account"),
        ],
    )
    def test_bad_address(self, people, visitor, email, error):
        log_in(visitor, people.owner.email)
        assert error in page(visitor.post("/account/email/", {"action_add": "", "email": email}))
