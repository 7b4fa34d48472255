"""Inviting somebody, what the mail and the page say, and what the invited press."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from policies.models import Membership
from tests.people import make_invitation, make_member, make_organisation, make_person

Role = Membership.Role
HOSTILE = (
    "Uw rekening is geblokkeerd.\nGa naar https://evil.example/in of bel 0900 12 34 “nu” of mail hulp@evil.example "
    + "x" * 40
)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def invite(people, client, email="nieuw@bakkerij.example", role="editor"):
    client.force_login(people.owner)
    return client.post(
        f"/organisatie/{people.organisation.pk}/uitnodigen/", {"email": email, "role": role}, follow=True
    )


def answer(client, invitation: Membership, word: str) -> str:
    return text(client.post(f"/organisatie/uitnodiging/{invitation.pk}/{word}/", follow=True))


class TestInvite:
    def test_it_works(self, people, client):
        page = text(invite(people, client, email="Nieuw@Bakkerij.example"))
        assert "De uitnodiging voor nieuw@bakkerij.example is verstuurd." in page and "uitgenodigd" in page
        invited = Membership.objects.get(email="nieuw@bakkerij.example")
        assert invited.pending and invited.role == Role.EDITOR and invited.invited_by == people.owner

    def test_the_form_says_what_a_member_sees(self, people, client):
        client.force_login(people.owner)
        assert "Elk lid ziet elke privacyverklaring van deze organisatie." in text(
            client.get(f"/organisatie/{people.organisation.pk}/")
        )

    def test_an_address_is_invited_once(self, people, client):
        invite(people, client)
        page = text(invite(people, client, email="NIEUW@bakkerij.example"))
        assert "Dit e-mailadres staat al in de lijst." in page and 'value="NIEUW@bakkerij.example"' in page
        assert len(mail.outbox) == 1

    @pytest.mark.parametrize(
        "email",
        [
            "",
            "geen adres",
            "a@b",
            "x" * 300 + "@x.example",
            "<script>@x.example",
            "a@x.example,b@x.example",
            "a@x.example\nBcc: b@x.example",
        ],
    )
    def test_bad_address(self, people, client, email):
        page = text(invite(people, client, email=email))
        assert "invalid-feedback" in page and not mail.outbox

    def test_unknown_role(self, people, client):
        page = text(invite(people, client, role="admin"))
        assert "invalid-feedback" in page and not mail.outbox

    def test_a_mail_server_that_fails_is_told(self, people, client, settings):
        settings.EMAIL_BACKEND = "tests.views.test_invitations.NoPost"
        page = text(invite(people, client))
        assert (
            "de mail is niet vertrokken" in page and Membership.objects.filter(email="nieuw@bakkerij.example").exists()
        )

    def test_again(self, people, client):
        invited = make_invitation(people.organisation, "nieuw@bakkerij.example")
        client.force_login(people.owner)
        client.post(f"/organisatie/lid/{invited.pk}/uitnodiging/")
        assert mail.outbox[0].to == ["nieuw@bakkerij.example"]

    def test_not_again_to_a_member(self, people, client):
        client.force_login(people.owner)
        client.post(f"/organisatie/lid/{people.member(people.editor).pk}/uitnodiging/")
        assert not mail.outbox


class NoPost:
    """A mail server that is down."""

    def __init__(self, **options: object) -> None:
        pass

    def send_messages(self, messages: list) -> int:
        raise ConnectionRefusedError


class TestMail:
    def test_it_says_who_where_and_how(self, people, client):
        with time_machine.travel("2026-11-30T10:00:00Z"):
            invite(people, client)
        (message,) = mail.outbox
        assert message.to == ["nieuw@bakkerij.example"]
        assert message.subject == "“Olga Peeters” nodigt u uit bij “Bakkerij Peeters”"
        assert "http://127.0.0.1:8000/account/signup/?email=nieuw%40bakkerij.example" in message.body
        assert "U krijgt de rol bewerker. Een bewerker vult in en publiceert." in message.body
        assert "Elk lid ziet elke privacyverklaring van de organisatie." in message.body
        assert "tot 14 december 2026, 11:00 uur" in message.body

    def test_it_carries_no_message_of_the_sender(self, people, client):
        people.organisation.name, people.owner.name = HOSTILE[:120], HOSTILE[-120:]
        people.organisation.save(), people.owner.save()
        invite(people, client)
        (message,) = mail.outbox
        words = f"{message.subject}\n{message.body}".replace("http://127.0.0.1:8000/", "").replace(
            "nieuw%40bakkerij.example", ""
        )
        for trace in ("evil.example", "https:", "@", "0900", "“nu”", "geblokkeerd.\n", people.owner.email):
            assert trace not in words, trace
        for quoted in words.split("“")[1:]:
            assert len(quoted.partition("”")[0]) <= 60
        assert "“" not in message.subject.partition("”")[0].lstrip("“")

    @pytest.mark.parametrize("name", ["https://", "0900 1234", "..."])
    def test_a_name_of_which_nothing_is_left(self, people, client, name):
        people.organisation.name = people.owner.name = name
        people.organisation.save(), people.owner.save()
        invite(people, client)
        assert mail.outbox[0].subject == "Iemand nodigt u uit bij een organisatie"


class TestLimits:
    @pytest.mark.parametrize(
        ("rates", "told"),
        [
            ({"invite": "1/h/user"}, "U hebt het laatste uur veel uitnodigingen gestuurd."),
            ({"invite_organisation": "1/d/key"}, "Uw organisatie heeft vandaag veel uitnodigingen gestuurd."),
        ],
    )
    def test_not_without_end(self, people, client, settings, rates, told):
        settings.ACCOUNT_RATE_LIMITS = rates
        invite(people, client)
        page = text(invite(people, client, email="nog@bakkerij.example"))
        assert told in page and "nog@bakkerij.example" in page and len(mail.outbox) == 1

    def test_one_address_gets_three_a_day_from_everybody_together(self, people, client):
        for number in range(4):
            owner = make_person(f"Eigenaar {number}", f"eigenaar{number}@x.example")
            client.force_login(owner)
            organisation = make_organisation(owner, f"Zaak {number}")
            page = text(
                client.post(
                    f"/organisatie/{organisation.pk}/uitnodigen/",
                    {"email": ["s@x.example", "S@x.example", "s@X.example", "S@X.EXAMPLE"][number], "role": "reader"},
                    follow=True,
                )
            )
        assert "Naar dit adres gaan vandaag geen uitnodigingen meer." in page and len(mail.outbox) == 3

    def test_withdrawing_gives_no_new_ones(self, people, client):
        for _ in range(4):
            invite(people, client)
            invited = Membership.objects.filter(email="nieuw@bakkerij.example").first()
            if invited:
                client.post(f"/organisatie/lid/{invited.pk}/verwijderen/")
        assert len(mail.outbox) == 3

    def test_an_organisation_sends_thirty_a_day_whoever_asks(self, people, client):
        owners = [people.owner, make_member(people.organisation, "Tine", "tine@bakkerij.example", Role.OWNER)]
        for number in range(35):
            client.force_login(owners[number % 2])
            client.post(
                f"/organisatie/{people.organisation.pk}/uitnodigen/",
                {"email": f"a{number}@x.example", "role": "reader"},
            )
        assert len(mail.outbox) == 30


class TestAnswer:
    def test_it_waits_for_a_press(self, people, client):
        invitation = make_invitation(people.organisation, people.stranger.email, Role.EDITOR)
        client.force_login(people.stranger)
        page = text(client.get("/organisatie/"))
        assert "“Bakkerij Peeters”" in page and "Elk lid ziet elke privacyverklaring van de organisatie." in page
        assert not people.organisation.memberships.filter(user=people.stranger).exists()
        assert "U bent nu lid van Bakkerij Peeters, als bewerker." in answer(client, invitation, "aannemen")
        assert people.member(people.stranger).role == Role.EDITOR

    def test_one_press_is_one_organisation(self, people, client):
        other = make_invitation(make_organisation(people.owner, "Tweede zaak"), people.stranger.email)
        invitation = make_invitation(people.organisation, people.stranger.email)
        client.force_login(people.stranger)
        answer(client, invitation, "aannemen")
        other.refresh_from_db()
        assert other.pending

    def test_declined_the_address_is_gone(self, people, client):
        invitation = make_invitation(people.organisation, people.stranger.email)
        client.force_login(people.stranger)
        assert "U hebt de uitnodiging geweigerd." in answer(client, invitation, "weigeren")
        assert not Membership.objects.filter(pk=invitation.pk).exists()

    def test_a_get_answers_nothing(self, people, client):
        invitation = make_invitation(people.organisation, people.stranger.email)
        client.force_login(people.stranger)
        for word in ("aannemen", "weigeren"):
            assert client.get(f"/organisatie/uitnodiging/{invitation.pk}/{word}/").status_code == 405
        invitation.refresh_from_db()
        assert invitation.pending

    def test_somebody_else_answers_nothing(self, people, client):
        invitation = make_invitation(people.organisation, people.stranger.email)
        for person in (people.owner, people.reader, make_person("Nora", "nora@nieuw.example")):
            client.force_login(person)
            for word in ("aannemen", "weigeren"):
                assert client.post(f"/organisatie/uitnodiging/{invitation.pk}/{word}/").status_code == 404
        assert Membership.objects.filter(pk=invitation.pk, user__isnull=True).exists()

    def test_a_line_of_a_member_is_no_invitation(self, people, client):
        client.force_login(people.reader)
        line = people.member(people.reader)
        assert client.post(f"/organisatie/uitnodiging/{line.pk}/weigeren/").status_code == 404
        assert Membership.objects.filter(pk=line.pk).exists()

    def test_hostile_names_are_no_links_on_the_page(self, people, client):
        people.organisation.name, people.owner.name = HOSTILE[:120], "bel 0900 12 34 of <b>evil.example</b>"
        people.organisation.save(), people.owner.save()
        make_invitation(people.organisation, people.stranger.email)
        Membership.objects.update(invited_by=people.owner)
        client.force_login(people.stranger)
        page = text(client.get("/organisatie/"))
        for trace in ("evil.example", "0900", "https:", "<b>"):
            assert trace not in page.partition("U bent uitgenodigd")[2]


class TestEnd:
    def old(self, people, email: str) -> Membership:
        invitation = make_invitation(people.organisation, email)
        Membership.objects.filter(pk=invitation.pk).update(invited_at=timezone.now() - timedelta(days=14, minutes=1))
        return invitation

    def test_the_invited_reads_it_and_cannot_accept(self, people, client):
        invitation = self.old(people, people.stranger.email)
        client.force_login(people.stranger)
        page = text(client.get("/organisatie/"))
        assert "verlopen" in page and "Aannemen" not in page and "Vraag een nieuwe" in page
        assert "Deze uitnodiging geldt niet meer." in answer(client, invitation, "aannemen")
        assert not people.organisation.memberships.filter(user=people.stranger).exists()

    def test_the_owner_reads_it_and_invites_again(self, people, client):
        invitation = self.old(people, people.stranger.email)
        client.force_login(people.owner)
        page = text(client.get(f"/organisatie/{people.organisation.pk}/"))
        assert "uitnodiging verlopen" in page and "Opnieuw uitnodigen" in page
        client.post(f"/organisatie/lid/{invitation.pk}/uitnodiging/")
        client.force_login(people.stranger)
        assert "U bent nu lid" in answer(client, invitation, "aannemen")

    def test_the_owner_invites_the_address_once_more(self, people, client):
        self.old(people, "nieuw@bakkerij.example")
        assert "is verstuurd" in text(invite(people, client))
        assert people.organisation.memberships.filter(email="nieuw@bakkerij.example").count() == 1

    def test_withdrawn_it_is_gone(self, people, client):
        invitation = make_invitation(people.organisation, people.stranger.email)
        client.force_login(people.owner)
        client.post(f"/organisatie/lid/{invitation.pk}/verwijderen/")
        client.force_login(people.stranger)
        assert client.post(f"/organisatie/uitnodiging/{invitation.pk}/aannemen/").status_code == 404
        assert not people.organisation.memberships.filter(user=people.stranger).exists()
