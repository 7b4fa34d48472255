"""The wizard as people use it: answer, save, come back, be told what cannot be stored."""

import dataclasses
import re

import pytest

from policies.core.facts import Facts, Recipient, RetentionRule
from policies.models import Policy
from policies.store import write
from policies.store.read import facts_of
from policies.wizard.steps.table import STEPS
from tests.filled import Filled, send, text, url
from tests.generate import full_company
from tests.make import make_activity, make_company, make_organisation, make_policy
from tests.page import PageClient

SLUGS = [step.slug for step in STEPS]


class TestOpening:
    @pytest.mark.parametrize("company", [Facts(), full_company(1)], ids=["empty", "full"])
    def test_every_step_opens(self, people, owner, company):
        policy = make_policy(people.organisation, company=company)
        for slug in SLUGS:
            page = owner.get(url(policy, slug))
            assert page.status_code == 200 and "van 13" in text(page), slug

    def test_nothing_to_choose_from_says_where_it_is_made(self, people, owner):
        policy = make_policy(
            people.organisation, company=Facts(activities=(make_activity(groups=(), retention=None, uses=()),))
        )
        assert "Voeg het eerst hierboven toe." in text(owner.get(url(policy, "bewaartermijnen")))
        elsewhere = text(owner.get(url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}")))
        assert "Dat maakt u in de stap <a" in elsewhere and "hierboven toe" not in elsewhere

    def test_a_step_or_list_or_row_that_is_none_is_not_found(self, policy, owner):
        for rest in (
            "geen",
            "onderneming/verwerkingen/nieuw",
            "verwerkingen/verwerkingen/999999",
            "gegevens/gebruik/nieuw",
        ):
            assert owner.get(url(policy, rest)).status_code == 404

    def test_a_row_of_another_policy_is_not_found(self, policy, owner):
        other = make_policy(make_organisation("Elders")).activities.get()
        assert owner.get(url(policy, f"verwerkingen/verwerkingen/{other.pk}")).status_code == 404
        assert owner.get(url(policy, "gegevens/gebruik/nieuw") + f"?bij={other.pk}").status_code == 404

    def test_queries_do_not_grow_with_the_rows(self, people, owner, django_assert_max_num_queries):
        def count(rows: int) -> dict[str, int]:
            policy, counts = make_policy(people.organisation, company=full_company(1, rows)), {}
            for slug in SLUGS:
                with django_assert_max_num_queries(60) as seen:
                    owner.get(url(policy, slug))
                counts[slug] = len(seen)
            return counts

        assert count(1) == count(3)

    def test_queries_of_a_row_page_do_not_grow_either(self, people, owner, django_assert_max_num_queries):
        def count(rows: int) -> int:
            policy = make_policy(people.organisation, company=full_company(1, rows))
            with django_assert_max_num_queries(60) as seen:
                owner.get(url(policy, f"verwerkingen/verwerkingen/{policy.activities.first().pk}"))
            return len(seen)

        assert count(1) == count(3)

    def test_a_reader_sees_everything_and_no_button_to_change_it(self, people, client, policy):
        client.force_login(people.reader)
        page = text(client.get(url(policy, "onderneming")))
        assert "Bakkerij Peeters" in page and "disabled" in page and "Bewaren" not in page
        assert "Toevoegen" not in text(client.get(url(policy, "verwerkingen"))).replace("toevoegen", "")


class TestSaving:
    @pytest.mark.parametrize(
        "turn", [0, 1]
    )  # yes and no, first and second of every choice: they stand for the other turns
    def test_saving_a_page_as_it_is_changes_nothing(self, people, owner, turn):
        company = full_company(turn)
        policy = make_policy(people.organisation, company=company)
        for slug in SLUGS[:-1]:
            assert send(owner, url(policy, slug)).status_code == 302, slug
            assert facts_of(policy) == company, slug

    def test_every_row_page_saved_as_it_is_changes_nothing(self, people, owner):
        company = full_company(2)
        policy = make_policy(people.organisation, company=company)
        pages = [(step.slug, cards.slug) for step in STEPS for cards in step.cards]
        for step, listing in pages:
            found = re.findall(rf"{listing}/(\d+)/?[\"]", owner.get(url(policy, step)).content.decode())
            assert found, listing
            pk = found[-1]  # the last row stands for the others: they have the same form and the same number of answers
            assert send(owner, url(policy, f"{step}/{listing}/{pk}")).status_code == 302, (step, listing, pk)
        assert facts_of(policy) == company

    def test_an_answer_is_kept_and_the_next_step_opens(self, people, owner):
        policy = make_policy(people.organisation, company=Facts())
        answer = send(
            owner,
            url(policy, "onderneming"),
            "verder",
            controller__country="BE",
            controller__register_number="BE1999999943",
        )
        assert answer.url == url(policy, "contact")
        company = facts_of(policy).controller
        assert (company.country, company.register_number) == ("BE", "1999.999.943")
        assert "Bewaard." in text(owner.get(answer.url))

    def test_emptied_is_not_answered(self, policy, owner):
        send(owner, url(policy, "onderneming"), controller__legal_name="", controller__trade_names="")
        company = facts_of(policy).controller
        assert company.legal_name is None and company.trade_names == ()

    def test_yes_no_and_not_yet(self, policy, owner):
        for typed, kept in (("ja", True), ("nee", False), ("", None)):
            send(owner, url(policy, "contact"), dpo__designated=typed)
            assert facts_of(policy).dpo.designated is kept

    def test_a_web_address_may_be_typed_as_people_do(self, policy, owner):
        send(owner, url(policy, "website"), scope__websites="www.bakkerij.example\nhttps://brood.example")
        assert facts_of(policy).scope.websites == ("https://www.bakkerij.example", "https://brood.example")

    def test_other_countries_are_typed_by_name(self, policy, owner):
        send(
            owner,
            url(policy, "website"),
            scope__customer_countries=["BE"],
            scope__customer_countries_other="Italië, marokko",
        )
        assert facts_of(policy).scope.customer_countries == ("BE", "IT", "MA")
        assert 'value="MA"' in text(owner.get(url(policy, "website")))

    def test_nothing_changed_is_no_change(self, policy, owner):
        before = policy.changed_at
        send(owner, url(policy, "onderneming"))
        policy.refresh_from_db()
        assert policy.changed_at == before
        send(owner, url(policy, "onderneming"), controller__phone="09 000 00 00")
        policy.refresh_from_db()
        assert policy.changed_at > before

    def test_what_a_colleague_changed_meanwhile_stays(self, policy, owner):
        page = Filled(owner.get(url(policy, "onderneming")).content.decode()).data
        send(owner, url(policy, "onderneming"), controller__phone="09 000 00 00")
        owner.post(
            url(policy, "onderneming"), page | {"controller-fax": "09 000 00 01", "controller-phone": "09 000 00 00"}
        )
        assert facts_of(policy).controller.phone == "09 000 00 00"

    def test_a_term_is_chosen_where_all_are_seen(self, policy, owner):
        send(
            owner,
            url(policy, "bewaartermijnen"),
            **{"uses-contactformulier__contact-retention": "vragen", "activities-contactformulier-retention": ""},
        )
        activity = facts_of(policy).activities[0]
        assert activity.retention is None and activity.uses[0].retention == "vragen"


class TestRefusing:
    @pytest.mark.parametrize(
        ("field", "typed", "sentence"),
        [
            ("controller-register_number", "1999.999.944", "Dit ondernemingsnummer klopt niet"),
            ("controller-vat_number", "BE 1999.999.944", "Dit btw-nummer klopt niet"),
            ("controller-email", "olga@", "Dit is geen geldig e-mailadres"),
            ("controller-phone", "bel mij", "Dit is geen telefoonnummer"),
            ("controller-seat_country", "XX", "is geen land dat wij kennen"),
            ("controller-legal_form", "bestaat niet", "kan hier niet"),
            ("controller-legal_name", "x" * 10_000, "Hooguit 200 tekens; dit zijn er 10000."),
            ("controller-legal_name", "Peeters\x00", "onleesbaar teken"),
            ("controller-legal_name", "Peeters\u202egnp", "verborgen teken"),
        ],
    )
    def test_malformed_is_told_at_the_field_and_nothing_typed_is_lost(self, policy, owner, field, typed, sentence):
        before = facts_of(policy)
        answer = send(owner, url(policy, "onderneming"), **{field: typed, "controller-seat_city": "Een andere plaats"})
        page = answer.content.decode()
        assert answer.status_code == 200 and sentence in page and "Nog niet bewaard." in page
        assert f'href="#id_{field}"' in page and f"id_{field}_error" in page
        assert "Een andere plaats" in page and (
            len(typed) > 50 or "legal_form" in field or "country" in field or typed in page
        )
        assert facts_of(policy) == before

    def test_every_fault_is_told_at_once(self, policy, owner):
        page = text(send(owner, url(policy, "onderneming"), controller__email="olga@", controller__vat_number="BE 1"))
        assert "Dit is geen geldig e-mailadres" in page and "Dit btw-nummer klopt niet" in page

    @pytest.mark.parametrize(
        "typed", ["<script>alert(1)</script>", "{{ 7*7 }} {% x %}", "📦 brood", "שלום", "&amp; <b>"]
    )
    def test_odd_text_is_kept_as_text(self, policy, owner, typed):
        assert send(owner, url(policy, "onderneming"), controller__legal_name=typed).status_code == 302
        assert facts_of(policy).controller.legal_name == typed
        assert Filled(owner.get(url(policy, "onderneming")).content.decode()).data["controller-legal_name"] == [typed]

    def test_odd_names_of_rows_break_no_page(self, people, owner):
        odd = "<script>{{ 7*7 }}{% bad %}</script>"
        policy = make_policy(
            people.organisation,
            company=make_company(activities=(make_activity(name=odd),), recipients=(Recipient(key="r", name=odd),)),
        )
        for slug in SLUGS:
            page = owner.get(url(policy, slug))
            assert page.status_code == 200 and "<script>{{" not in page.content.decode()

    def test_a_number_without_a_unit(self, policy, owner):
        answer = send(owner, url(policy, "rechten"), rights__term_number="1", rights__term_unit="")
        assert "Vul het getal en de eenheid in, of laat beide leeg." in text(answer)

    def test_other_country_that_is_none(self, policy, owner):
        answer = send(owner, url(policy, "website"), scope__customer_countries_other="Belgie, Atlantis")
        assert "is geen land dat wij kennen" in text(answer) and "Belgie, Atlantis" in text(answer)

    def test_other_country_without_its_accents(self, policy, owner):
        send(owner, url(policy, "website"), scope__customer_countries_other="Italie, OEKRAINE, it")
        assert set(facts_of(policy).scope.customer_countries) >= {"IT", "UA"}

    def test_a_tampered_form_is_refused_and_no_error_of_ours(self, policy, owner):
        for data in (
            {},
            {"groups-TOTAL_FORMS": "x"},
            {"groups-TOTAL_FORMS": "99999999", "groups-INITIAL_FORMS": "0"},
            {"add": "groups"},
        ):
            assert owner.post(url(policy, "website"), data).status_code == 200

    @pytest.mark.parametrize(
        "word", ["nergens", "verwerkingen/nieuw", "termijnen/x", "termijnen/1/y", "//elders.example", "\x00"]
    )
    def test_a_button_leads_nowhere_else(self, policy, owner, word):
        assert send(owner, url(policy, "bewaartermijnen"), word).url.startswith(url(policy, "bewaartermijnen"))


def test_what_every_list_shares_stands_on_the_page_once(policy: Policy, owner: PageClient) -> None:
    rules = [RetentionRule(f"termijn-{number}", f"termijn {number}") for number in range(30)]
    write.change(policy, lambda facts: dataclasses.replace(facts, retention_rules=(*facts.retention_rules, *rules)))
    address = url(policy, "bewaartermijnen")
    page, whole = (owner.get(address, query).content.decode() for query in ({}, {"keuzes": "alle"}))
    assert page.count('<option value="termijn-7">') == 1 < whole.count('<option value="termijn-7">')
    assert '<template id="keuzes-retention_rules">' in page and "<template" not in whole
    name = next(name for name in Filled(page).data if name.endswith("-retention"))
    send(owner, address, **{name: "termijn-7"})
    assert '<option value="termijn-7" selected>' in owner.get(address).content.decode()
