"""Organisations and their members: what the five people can do, and what they read."""

import pytest

from policies.models import Membership, Organisation, User
from tests.people import make_invitation, make_member, make_organisation, make_person

Role = Membership.Role


def text(response) -> str:
    return " ".join(response.content.decode().split())


class TestOrganisationList:
    def test_one_organisation_is_opened_at_once(self, people, client):
        client.force_login(people.editor)
        assert client.get("/organisatie/").url == f"/organisatie/{people.organisation.pk}/"

    def test_two_are_listed(self, people, client):
        make_organisation(people.owner, "Tweede zaak")
        client.force_login(people.owner)
        page = text(client.get("/organisatie/"))
        assert "Bakkerij Peeters" in page and "Tweede zaak" in page

    def test_none_is_not_a_dead_end(self, client, db):
        client.force_login(make_person("Nora", "nora@nieuw.example"))
        page = text(client.get("/organisatie/"))
        assert "U hoort nog bij geen organisatie" in page and "/organisatie/nieuw/" in page


class TestOrganisationNew:
    def test_it_works(self, client, db):
        nora = make_person("Nora", "nora@nieuw.example")
        client.force_login(nora)
        client.post("/organisatie/nieuw/", {"name": "Nora & Co", "kind": "consultancy"})
        member = Membership.objects.get(user=nora)
        assert (member.organisation.name, member.organisation.kind, member.role) == (
            "Nora & Co",
            "consultancy",
            Role.OWNER,
        )

    @pytest.mark.parametrize(
        ("name", "error"),
        [
            ("", "Dit veld is verplicht."),
            ("x" * 10_000, "niet meer dan 120 tekens"),
            ("nul\x00byte", "een onleesbaar teken"),
            ("Bakkerij Peeters", "U hebt al een organisatie met deze naam."),
        ],
    )
    def test_bad_name_is_told_at_the_field(self, people, client, name, error):
        client.force_login(people.owner)
        page = text(client.post("/organisatie/nieuw/", {"name": name, "kind": "owner"}))
        assert error in page and Organisation.objects.count() == 2


class TestOrganisation:
    def test_everybody_in_it_sees_the_members(self, people, client):
        for person in (people.owner, people.editor, people.reader):
            client.force_login(person)
            page = text(client.get(f"/organisatie/{people.organisation.pk}/"))
            assert "Olga Peeters" in page and "Ed Maes" in page and "Rita Claes" in page

    def test_only_an_owner_sees_forms(self, people, client):
        client.force_login(people.editor)
        assert "Iemand uitnodigen" not in text(client.get(f"/organisatie/{people.organisation.pk}/"))
        client.force_login(people.owner)
        assert "Iemand uitnodigen" in text(client.get(f"/organisatie/{people.organisation.pk}/"))

    def test_what_is_typed_stays_text(self, people, client):
        people.organisation.name = "<script>alert(1)</script> {{ 7*7 }} 🥖"
        people.organisation.save()
        client.force_login(people.owner)
        page = text(client.get(f"/organisatie/{people.organisation.pk}/"))
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} 🥖" in page

    def test_number_of_queries_does_not_grow_with_the_members(self, people, client, django_assert_num_queries):
        client.force_login(people.owner)
        url = f"/organisatie/{people.organisation.pk}/"
        with django_assert_num_queries(4):  # session, person, organisation with role, members
            client.get(url)
        for number in range(3):
            make_member(people.organisation, f"Lid {number}", f"lid{number}@bakkerij.example", Role.READER)
        with django_assert_num_queries(4):
            client.get(url)


class TestRename:
    def test_it_works(self, people, client):
        client.force_login(people.owner)
        client.post(f"/organisatie/{people.organisation.pk}/naam/", {"name": "Brood & Zo"})
        people.organisation.refresh_from_db()
        assert people.organisation.name == "Brood & Zo"

    def test_empty_name_is_told_and_the_old_one_stays(self, people, client):
        client.force_login(people.owner)
        page = text(client.post(f"/organisatie/{people.organisation.pk}/naam/", {"name": ""}))
        assert "Dit veld is verplicht." in page and "<h1>Bakkerij Peeters</h1>" in page

    def test_coming_back_to_the_address_of_the_form_leads_to_the_page(self, people, client):
        client.force_login(people.owner)
        response = client.get(f"/organisatie/{people.organisation.pk}/naam/")
        assert response.url == f"/organisatie/{people.organisation.pk}/"


class TestRole:
    def set_role(self, people, client, user: User, role: str) -> str:
        return text(client.post(f"/organisatie/lid/{people.member(user).pk}/rol/", {"role": role}, follow=True))

    def test_it_works(self, people, client):
        client.force_login(people.owner)
        assert "De rol van Rita Claes is gewijzigd." in self.set_role(people, client, people.reader, "editor")
        assert people.member(people.reader).role == Role.EDITOR

    def test_the_last_owner_stays_owner(self, people, client):
        client.force_login(people.owner)
        assert "minstens één eigenaar" in self.set_role(people, client, people.owner, "reader")
        assert people.member(people.owner).role == Role.OWNER

    def test_nobody_raises_themselves(self, people, client):
        client.force_login(people.reader)
        response = client.post(f"/organisatie/lid/{people.member(people.reader).pk}/rol/", {"role": "owner"})
        assert response.status_code == 403 and people.member(people.reader).role == Role.READER

    def test_an_unknown_role_changes_nothing(self, people, client):
        client.force_login(people.owner)
        assert "Kies een rol uit de lijst." in self.set_role(people, client, people.reader, "admin")


class TestRemove:
    def test_it_asks_first(self, people, client):
        client.force_login(people.owner)
        line = people.member(people.reader)
        assert "Rita Claes verwijderen?" in text(client.get(f"/organisatie/lid/{line.pk}/verwijderen/"))
        assert Membership.objects.filter(pk=line.pk).exists()

    def test_it_works(self, people, client):
        client.force_login(people.owner)
        line = people.member(people.reader)
        page = text(client.post(f"/organisatie/lid/{line.pk}/verwijderen/", follow=True))
        assert "Rita Claes staat niet meer in de lijst." in page
        client.force_login(people.reader)
        assert client.get(f"/organisatie/{people.organisation.pk}/").status_code == 404

    def test_an_invitation_can_be_withdrawn(self, people, client):
        client.force_login(people.owner)
        invited = make_invitation(people.organisation, "nieuw@bakkerij.example")
        assert "Uitnodiging intrekken?" in text(client.get(f"/organisatie/lid/{invited.pk}/verwijderen/"))
        client.post(f"/organisatie/lid/{invited.pk}/verwijderen/")
        assert not Membership.objects.filter(pk=invited.pk).exists()

    def test_twice_is_not_an_error_page(self, people, client):
        client.force_login(people.owner)
        url = f"/organisatie/lid/{people.member(people.reader).pk}/verwijderen/"
        client.post(url)
        assert client.post(url).status_code == 404

    def test_somebody_leaves(self, people, client):
        client.force_login(people.reader)
        url = f"/organisatie/lid/{people.member(people.reader).pk}/verwijderen/"
        assert "Bakkerij Peeters verlaten?" in text(client.get(url))
        assert "U bent geen lid meer van Bakkerij Peeters." in text(client.post(url, follow=True))

    def test_the_last_owner_cannot_leave(self, people, client):
        client.force_login(people.owner)
        make_invitation(people.organisation, "nieuw@bakkerij.example", Role.OWNER)  # an invited owner is nobody yet
        url = f"/organisatie/lid/{people.member(people.owner).pk}/verwijderen/"
        assert "minstens één eigenaar" in text(client.post(url, follow=True))

    def test_a_reader_removes_nobody_else(self, people, client):
        client.force_login(people.reader)
        url = f"/organisatie/lid/{people.member(people.editor).pk}/verwijderen/"
        assert client.post(url).status_code == 403


def test_account_name(people, client):
    client.force_login(people.reader)
    assert "Uw naam is gewijzigd." in text(client.post("/account/naam/", {"name": "Rita C."}, follow=True))
    assert "Dit veld is verplicht." in text(client.post("/account/naam/", {"name": " "}))
    people.reader.refresh_from_db()
    assert people.reader.name == "Rita C."
