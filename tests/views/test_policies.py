"""The list of statements, a new one, the page of one, and facts in and out of files."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from policies.core.document import canonical
from policies.core.facts import Facts
from policies.core.facts.plain_data import read_yaml, to_data, write_yaml
from policies.models import Membership, Organisation, Policy
from policies.publish import retire
from policies.slots import slot
from policies.store.read import facts_of
from policies.views import heavy
from tests.filled import text
from tests.generate import full_company
from tests.make import make_company, make_policy
from tests.people import make_member, make_organisation, make_person
from tests.versions import at, complete_company, make_address, make_version

CONSULTANCY = Organisation.Kind.CONSULTANCY


@pytest.fixture
def consultancy(db):
    carla = make_person("Carla", "carla@advies.example")
    organisation = make_organisation(carla, "Advies", CONSULTANCY)
    organisation.carla = carla
    return organisation


@pytest.fixture
def carla(client, consultancy):
    client.force_login(consultancy.carla)
    return client


class TestList:
    def test_a_new_owner_finds_one_empty_statement_and_only_one(self, people, client):
        client.force_login(people.stranger)
        address = client.get("/verklaringen/").url
        policy = Policy.objects.get()
        assert address == f"/verklaringen/{policy.pk}/begin/" and policy.name == "Elders"
        assert client.get("/", follow=True).redirect_chain[-1][0] == address
        assert Policy.objects.count() == 1
        page = text(client.get(f"/verklaringen/{policy.pk}/"))
        assert "nog niet begonnen" in page and f'btn-primary" href="{address}">Beginnen<' in page
        assert f'href="/verklaringen/{policy.pk}/vragen/onderneming/">Liever alle vragen één voor één<' in page

    def test_an_owner_who_began_finds_the_overview(self, people, owner, policy):
        assert owner.get("/verklaringen/").url == f"/verklaringen/{policy.pk}/"

    def test_a_reader_of_an_empty_one_finds_the_overview(self, people, client):
        policy = make_policy(people.organisation, Facts())
        client.force_login(people.reader)
        assert client.get("/verklaringen/").url == f"/verklaringen/{policy.pk}/"
        page = text(client.get(f"/verklaringen/{policy.pk}/"))
        assert "Er staat nog niets in." in page and "/begin/" not in page

    def test_a_reader_makes_nothing(self, people, client):
        client.force_login(people.reader)
        assert "Er is nog geen privacyverklaring in uw organisatie." in text(client.get("/verklaringen/"))
        assert not Policy.objects.exists()

    def test_a_consultant_sees_each_client_with_its_state_and_next_step(self, consultancy, carla):
        make_policy(consultancy, Facts(), "Leeg")
        make_policy(consultancy, make_company(), "Begonnen")
        make_version(make_policy(consultancy, Facts(), "Online"), label="1.02")
        page = text(carla.get("/verklaringen/"))
        assert "nog niet begonnen" in page and '/begin/">Beginnen<' in page
        assert "bezig: stap" in page and "Verder met stap" in page
        assert "gewijzigd sinds publicatie" in page and "versie 1.02" in page

    def test_changed_means_that_readers_would_see_it(self, consultancy, carla):
        policy = make_policy(consultancy, complete_company(), "Online")
        make_version(policy, label="1.02", facts=canonical(to_data(facts_of(policy))).decode())
        assert "gepubliceerd: versie 1.02 sinds 1 maart 2026" in text(carla.get("/verklaringen/"))
        policy.activities.update(notes="alleen voor mij")
        assert "gepubliceerd: versie 1.02 sinds 1 maart 2026" in text(carla.get("/verklaringen/"))
        policy.activities.update(name="anders")
        page = text(carla.get("/verklaringen/"))
        assert "gewijzigd sinds publicatie" in page and "Controleren en publiceren" in page

    def test_ready_and_withdrawn_are_said(self, consultancy, carla):
        make_policy(consultancy, complete_company(), "Klaar")
        assert "klaar om te publiceren" in text(carla.get("/verklaringen/"))
        policy = make_policy(consultancy, complete_company(), "Weg")
        make_version(policy)
        retire(policy, "Wij zijn gestopt.", by=consultancy.carla, now=at("2026-11-22"))
        assert "ingetrokken" in text(carla.get("/verklaringen/"))

    def test_queries_do_not_grow_with_the_clients(self, consultancy, carla, django_assert_max_num_queries):
        def count() -> int:
            with django_assert_max_num_queries(60) as seen:
                carla.get("/verklaringen/")
            return len(seen)

        make_version(make_policy(consultancy, full_company(0), "A"))
        one = count()
        for name in "BCD":
            make_version(make_policy(consultancy, full_company(1), name))
        assert count() == one

    def test_who_belongs_nowhere_is_sent_to_organisations(self, client, db):
        client.force_login(make_person("Nora", "nora@nieuw.example"))
        assert client.get("/verklaringen/").url == "/organisatie/"


class TestNew:
    def test_it_works(self, consultancy, carla):
        answer = carla.post("/verklaringen/nieuw/", {"name": "Slagerij Maes"})
        assert answer.url == f"/verklaringen/{consultancy.policies.get().pk}/begin/"
        assert facts_of(consultancy.policies.get()) == Facts()

    def test_an_owner_has_one(self, people, client):
        make_policy(people.organisation)
        client.force_login(people.owner)
        assert client.get("/verklaringen/nieuw/").url == "/verklaringen/"

    def test_who_has_two_organisations_chooses(self, people, client):
        other = make_organisation(people.owner, "Advies Olga", CONSULTANCY)
        client.force_login(people.owner)
        assert "Kies een organisatie" in text(client.get("/verklaringen/nieuw/"))
        assert client.post("/verklaringen/nieuw/", {"name": "X"}).status_code == 200
        client.post("/verklaringen/nieuw/", {"name": "X", "organisation": str(other.pk)})
        assert other.policies.get().name == "X"

    def test_into_an_organisation_of_somebody_else_is_refused(self, people, client, consultancy):
        make_organisation(people.owner, "Advies Olga", CONSULTANCY)
        client.force_login(people.owner)
        assert (
            client.post("/verklaringen/nieuw/", {"name": "X", "organisation": str(consultancy.pk)}).status_code == 200
        )
        assert not consultancy.policies.exists()

    def test_a_member_who_reads_may_not(self, consultancy, client):
        client.force_login(make_member(consultancy, "Rik", "rik@advies.example", Membership.Role.READER))
        assert client.get("/verklaringen/nieuw/").status_code == 403

    @pytest.mark.parametrize("how", ["paste", "upload", "json"])
    def test_with_facts(self, consultancy, carla, how):
        company = full_company(1)
        source = write_yaml(company)
        if how == "json":
            source = carla.get(
                f"/verklaringen/{make_policy(consultancy, company, 'Bron').pk}/feiten.json"
            ).content.decode()
        data = {"text": source} if how != "upload" else {"file": SimpleUploadedFile("f.yaml", source.encode())}
        carla.post("/verklaringen/nieuw/", {"name": "Met feiten"} | data)
        assert facts_of(Policy.objects.get(name="Met feiten")) == company

    @pytest.mark.parametrize(
        ("source", "told"),
        [
            (b"schema: 1\ncontroller:\n  country: ZZ\n  legal_nam: x\n", "controller.country"),
            (b"schema: 1\ncontroller: {register_number: '123', country: BE}", "controller.register_number"),
            (b"%PDF-1.7 nonsense", "Dit is een PDF"),
            (b"a: &a [x]\nb: *a", "Dit is geen geldige YAML"),
            (b"\xff\xfe\x00\x01", "geen leesbare tekst"),
            (b"schema: 1\nretention_rules: [{key: a, number: 3}]", "retention_rules.a"),
            (b"x: " + b"y" * 600_000, "te groot"),
        ],
    )
    def test_a_bad_file_is_told_with_its_path_and_what_was_typed_stays(self, consultancy, carla, source, told):
        answer = carla.post(
            "/verklaringen/nieuw/", {"name": "Getypte naam", "file": SimpleUploadedFile("f.yaml", source)}
        )
        page = text(answer)
        assert answer.status_code == 200 and told in page and "Getypte naam" in page
        assert not consultancy.policies.exists()

    def test_bad_pasted_text_stays_to_be_mended(self, consultancy, carla):
        source = "schema: 1\ncontroller:\n  legal_nam: Peeters <b>"
        page = carla.post("/verklaringen/nieuw/", {"name": "X", "text": source}).content.decode()
        assert "Bedoelt u legal_name?" in page and "legal_nam: Peeters &lt;b&gt;" in page

    @pytest.mark.parametrize("name", ["", "x" * 10_000, "a\x00b"])
    def test_a_bad_name_is_told(self, consultancy, carla, name):
        assert carla.post("/verklaringen/nieuw/", {"name": name}).status_code == 200
        assert not consultancy.policies.exists()


class TestOne:
    def test_the_page_says_how_it_stands(self, people, owner, policy):
        page = text(owner.get(f"/verklaringen/{policy.pk}/"))
        assert "bezig: stap" in page and "in orde te brengen" in page and "Dit is geen juridisch advies." in page

    def test_a_published_one_shows_its_address(self, people, owner, policy):
        make_version(policy)
        make_address(policy, "bakkerij-peeters")
        page = text(owner.get(f"/verklaringen/{policy.pk}/"))
        assert "/privacy/bakkerij-peeters/" in page and "/privacy/bakkerij-peeters/privacyverklaring.pdf" in page

    def test_a_reader_gets_no_button_to_change(self, people, client, policy):
        client.force_login(people.reader)
        page = text(client.get(f"/verklaringen/{policy.pk}/"))
        assert "Antwoorden bekijken" in page and "inlezen" not in page and "Naam wijzigen" not in page

    def test_rename(self, owner, policy):
        owner.post(f"/verklaringen/{policy.pk}/naam/", {"name": "Anders"})
        policy.refresh_from_db()
        assert policy.name == "Anders"
        assert "verplicht" in text(owner.post(f"/verklaringen/{policy.pk}/naam/", {"name": ""}))


class TestFiles:
    def test_out_and_in_again_loses_nothing(self, people, owner):
        company = full_company(2)
        policy = make_policy(people.organisation, company)
        answer = owner.get(f"/verklaringen/{policy.pk}/feiten.yaml")
        assert read_yaml(answer.content) == company and "attachment" in answer["Content-Disposition"]
        answer = owner.get(f"/verklaringen/{policy.pk}/feiten.json")
        assert read_yaml(answer.content) == company and json.loads(answer.content)["schema"] == 2

    def test_reading_in_asks_before_it_replaces(self, owner, policy):
        before, source = facts_of(policy), write_yaml(full_company(3))
        page = text(owner.post(f"/verklaringen/{policy.pk}/inlezen/", {"text": source}))
        assert "Vink dit aan als u zeker bent." in page and facts_of(policy) == before
        owner.post(f"/verklaringen/{policy.pk}/inlezen/", {"text": source, "replace": "on"})
        assert facts_of(policy) == full_company(3)

    def test_an_empty_one_is_filled_without_asking(self, people, owner):
        policy = make_policy(people.organisation, Facts())
        assert "Ja, vervang" not in text(owner.get(f"/verklaringen/{policy.pk}/inlezen/"))
        assert "Kies een bestand" in text(owner.post(f"/verklaringen/{policy.pk}/inlezen/", {"text": " "}))
        owner.post(f"/verklaringen/{policy.pk}/inlezen/", {"text": write_yaml(make_company())})
        assert facts_of(policy) == make_company()

    @pytest.mark.parametrize(
        "sent",
        [lambda raw: {"text": raw}, lambda raw: {"file": SimpleUploadedFile("f.yaml", raw.encode())}],
        ids=["pasted", "file"],
    )
    @pytest.mark.parametrize("place", ["inlezen", "nieuw"])
    def test_who_comes_while_another_long_profile_is_read_hears_so_and_loses_nothing(
        self, people, settings, tmp_path, client, sent, place
    ):
        office = make_organisation(people.owner, "Kantoor", CONSULTANCY)
        client.force_login(people.owner)
        policy, source = make_policy(office, make_company()), write_yaml(full_company(2))
        url = f"/verklaringen/{policy.pk}/inlezen/" if place == "inlezen" else "/verklaringen/nieuw/"
        rest = {"replace": "on"} if place == "inlezen" else {"name": "Nieuw hier", "organisation": office.pk}
        long = source + "#" * (heavy.LONG + 1)
        settings.SLOTS_DIR, settings.ACCOUNT_RATE_LIMITS = tmp_path, {"import_facts": "1/m/user"}
        with slot("reading", 1):
            answer = client.post(url, sent(long) | rest)
        page = answer.content.decode()
        assert (answer.status_code, answer["Retry-After"]) == (
            429,
            "10",
        ) and "Probeer het over 10 seconden opnieuw" in page
        assert Policy.objects.count() == 1 and facts_of(policy) == make_company()
        assert (
            escape(source.splitlines()[-1]) in page
            and ('name="replace"' not in page or "checked" in page)
            and (place == "inlezen" or "Nieuw hier" in page)
        )
        assert client.post(url, sent(long) | rest).status_code == 302
        refused = client.post(url, sent(source) | rest)
        assert (refused.status_code, refused["Retry-After"]) == (429, "120") and escape(
            source.splitlines()[-1]
        ) in refused.content.decode()

    def test_a_new_one_without_facts_takes_no_place(self, people, settings, client):
        settings.ACCOUNT_RATE_LIMITS = {"import_facts": "0/m/user"}
        office = make_organisation(people.owner, "Kantoor", CONSULTANCY)
        client.force_login(people.owner)
        with slot("reading", 1):
            assert (
                client.post(
                    "/verklaringen/nieuw/", {"name": "Nieuw", "organisation": office.pk, "way": "vragen"}
                ).status_code
                == 302
            )
