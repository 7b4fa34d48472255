"""Rows in the wizard: typed on the page or on a page of their own, and the way from a finding to its field."""

import re

import pytest

from policies.core.facts import DataUse, Facts, Group, Purpose
from policies.store.read import facts_of
from tests.filled import Filled, send, text, url
from tests.make import make_activity, make_company, make_organisation, make_policy


class TestLines:
    def test_one_more_empty_row_keeps_what_is_typed_and_saves_nothing(self, policy, owner):
        address = url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}")
        page = Filled(owner.get(address).content.decode()).data | {
            "activities-name": ["Getypt"],
            "purposes-0-interest": ["half"],
            "add": ["purposes"],
        }
        answer = owner.post(address, page)
        data = Filled(answer.content.decode()).data
        assert data["activities-name"] == ["Getypt"] and data["purposes-0-interest"] == ["half"]
        assert data["purposes-TOTAL_FORMS"] == ["2"] and data["purposes-1-name"] == [""]
        assert facts_of(policy).activities[0].name == "Contactformulier"

    def test_a_row_is_added_and_gets_a_key_of_its_own(self, policy, owner):
        address = url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}")
        for _ in range(2):
            page = Filled(
                owner.post(
                    address, Filled(owner.get(address).content.decode()).data | {"add": ["purposes"]}
                ).content.decode()
            ).data
            count = int(page["purposes-TOTAL_FORMS"][0])
            owner.post(
                address,
                page
                | {f"purposes-{count - 1}-name": ["Reclame sturen"], f"purposes-{count - 1}-legal_basis": ["consent"]},
            )
        assert [purpose.key for purpose in facts_of(policy).activities[0].purposes] == [
            "antwoorden",
            "reclame-sturen",
            "reclame-sturen-2",
        ]

    def test_an_empty_row_is_no_row(self, people, owner):
        policy = make_policy(people.organisation, company=Facts())
        assert send(owner, url(policy, "website")).status_code == 302
        assert facts_of(policy) == Facts()

    def test_a_ticked_row_goes_also_when_it_is_malformed(self, policy, owner):
        send(owner, url(policy, "website"), **{"groups-0-DELETE": "on", "groups-0-name": "x" * 500})
        assert [group.key for group in facts_of(policy).groups] == ["klanten"]
        assert facts_of(policy).activities[0].groups == ("klanten",)

    def test_rows_without_a_key_keep_their_order(self, policy, owner):
        address = url(policy, f"gegevens/gebruik/{policy.activities.get().uses.get().pk}")
        send(owner, address, **{"items-0-DELETE": "on", "items-1-reason": "om te antwoorden"})
        assert [(item.name, item.reason) for item in facts_of(policy).activities[0].uses[0].items] == [
            ("e-mailadres", "om te antwoorden")
        ]


class TestRows:
    def test_a_new_row_and_another(self, people, owner):
        policy = make_policy(people.organisation, company=Facts())
        address = url(policy, "verwerkingen/verwerkingen/nieuw")
        answer = send(
            owner,
            address,
            "nieuw",
            **{
                "activities-name": "Contact & vragen",
                "purposes-0-name": "antwoorden",
                "purposes-0-legal_basis": "contract",
            },
        )
        assert answer.url == address
        activity = facts_of(policy).activities[0]
        assert (activity.key, activity.purposes) == (
            "contact-vragen",
            (Purpose(key="antwoorden", name="antwoorden", legal_basis="contract"),),
        )

    def test_what_is_typed_in_a_row_that_went_meanwhile_can_be_added_again(self, policy, owner):
        """Deleted in one tab, saved in another."""
        address = url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}")
        typed = Filled(owner.get(address).content.decode()).data | {
            "activities-name": ["Getypt"],
            "purposes-0-interest": ["half"],
        }
        owner.post(address + "verwijderen/")
        answer = owner.post(address, typed)
        page = Filled(answer.content.decode()).data
        assert answer.status_code == 404 and "dit is intussen verwijderd" in text(answer)
        assert (page["activities-name"], page["purposes-0-interest"]) == (["Getypt"], ["half"])
        assert not facts_of(policy).activities
        new = url(policy, "verwerkingen/verwerkingen/nieuw")
        assert f'action="{new}"' in answer.content.decode()
        assert owner.post(new, page).status_code == 302
        activity = facts_of(policy).activities[0]
        assert (activity.name, activity.purposes[0].name, activity.purposes[0].interest) == (
            "Getypt",
            "vragen beantwoorden",
            "half",
        )

    def test_data_hangs_on_its_activity(self, policy, owner):
        activity = policy.activities.get()
        send(owner, url(policy, "gegevens/soorten/nieuw"), **{"categories-name": "facturen"})
        answer = send(
            owner,
            url(policy, "gegevens/gebruik/nieuw") + f"?bij={activity.pk}",
            **{"uses-category": "facturen", "items-0-name": "bedrag"},
        )
        assert answer.url == url(policy, "gegevens") + "#lijst-gebruik"
        assert [use.category for use in facts_of(policy).activities[0].uses] == ["contact", "facturen"]

    def test_the_same_data_twice_is_refused(self, policy, owner):
        answer = send(
            owner,
            url(policy, "gegevens/gebruik/nieuw") + f"?bij={policy.activities.get().pk}",
            **{"uses-category": "contact"},
        )
        assert "staat al bij deze verwerking" in text(answer)
        assert len(facts_of(policy).activities[0].uses) == 1

    def test_data_whose_kind_is_not_chosen_yet_can_be_opened_and_mended(self, people, owner):
        company = make_company(activities=(make_activity(uses=(DataUse(), DataUse(source="public"))),))
        policy = make_policy(people.organisation, company=company)
        second = policy.activities.get().uses.last()
        send(owner, url(policy, f"gegevens/gebruik/{second.pk}"), **{"uses-category": "contact"})
        assert [use.category for use in facts_of(policy).activities[0].uses] == [None, "contact"]

    def test_a_reference_to_a_row_of_somebody_else_is_refused(self, policy, owner):
        make_policy(
            make_organisation("Elders"),
            company=make_company(groups=(Group(key="elders", name="elders"),), activities=(), recipients=()),
        )
        answer = send(
            owner,
            url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}"),
            **{"activities-groups": ["elders"]},
        )
        assert "Deze keuze bestaat niet meer." in text(answer)

    def test_references_keep_their_order_when_others_change(self, policy, owner):
        assert facts_of(policy).activities[0].groups == ("klanten", "bezoekers")
        send(
            owner,
            url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}"),
            **{"activities-name": "Vragen"},
        )
        assert facts_of(policy).activities[0].groups == ("klanten", "bezoekers")

    def test_removing_asks_first_and_says_what_it_touches(self, policy, owner):
        rule = policy.retention_rules.get()
        address = url(policy, f"bewaartermijnen/termijnen/{rule.pk}/verwijderen")
        assert "Contactformulier" in text(owner.get(address)) and policy.retention_rules.count() == 1
        assert owner.post(address).url == url(policy, "bewaartermijnen")
        company = facts_of(policy)
        assert company.retention_rules == () and company.activities[0].retention is None

    def test_a_row_moves_up(self, people, owner):
        activities = [make_activity(key=key, name=key) for key in ("een", "twee", "drie")]
        policy = make_policy(people.organisation, company=make_company(activities=tuple(activities), recipients=()))
        third = policy.activities.get(key="drie")
        page = owner.get(url(policy, "verwerkingen")).content.decode()
        assert f'value="verwerkingen/{third.pk}/omhoog"' in page
        answer = owner.post(url(policy, "verwerkingen"), {"ga": f"verwerkingen/{third.pk}/omhoog"})
        assert answer.url == url(policy, "verwerkingen") + "#lijst-verwerkingen"
        assert [activity.key for activity in facts_of(policy).activities] == ["een", "drie", "twee"]
        for _ in range(3):  # the first stays the first
            owner.post(url(policy, "verwerkingen"), {"ga": f"verwerkingen/{third.pk}/omhoog"})
        assert [activity.key for activity in facts_of(policy).activities] == ["drie", "een", "twee"]

    def test_a_row_of_another_policy_does_not_move(self, policy, owner):
        other = make_policy(make_organisation("Elders")).activities.get()
        assert owner.post(url(policy, "verwerkingen"), {"ga": f"verwerkingen/{other.pk}/omhoog"}).status_code == 404

    def test_a_button_to_a_row_saves_the_page_first(self, policy, owner):
        answer = send(owner, url(policy, "contact"), "samen/nieuw", contact__name="Olga")
        assert answer.url == url(policy, "contact/samen/nieuw")
        assert facts_of(policy).contact.name == "Olga"


class TestFindings:
    def test_who_has_not_begun_is_not_told_that_nothing_is_there(self, people, owner):
        policy = make_policy(people.organisation, company=Facts())
        assert "De officiële naam van uw onderneming ontbreekt." not in text(owner.get(url(policy, "onderneming")))

    def test_a_finding_stands_at_its_field(self, policy, owner):
        send(owner, url(policy, "onderneming"), controller__legal_name="")
        page = owner.get(url(policy, "onderneming")).content.decode()
        assert "De officiële naam van uw onderneming ontbreekt." in page
        assert 'aria-describedby="id_controller-legal_name_helptext id_controller-legal_name_told"' in page

    def test_a_fact_leads_to_its_field(self, policy, owner):
        def where(path):
            return owner.get(f"/verklaringen/{policy.pk}/feit/{path}/")

        assert where("controller.legal_name").url == url(policy, "onderneming") + "#id_controller-legal_name"
        row = policy.activities.get()
        path = "activities.contactformulier.purposes.antwoorden.legal_basis"
        assert where(path).url == url(policy, f"verwerkingen/verwerkingen/{row.pk}") + "#id_purposes-0-legal_basis"
        path = "activities.contactformulier.uses.contact.items.1.name"
        assert where(path).url == url(policy, f"gegevens/gebruik/{row.uses.get().pk}") + "#id_items-1-name"
        assert where("activities.weg.name").url == url(policy, "verwerkingen") + "#lijst-verwerkingen"
        assert where("nergens.heen").status_code == 404

    def test_every_finding_of_the_last_step_leads_to_an_id_that_is_there(self, people, owner):
        company = make_company(activities=(make_activity(purposes=(Purpose(key="a"),), uses=(DataUse(),)),))
        policy = make_policy(people.organisation, company=company)
        page = owner.get(url(policy, "controle")).content.decode()
        ways = set(re.findall(rf'href="(/verklaringen/{policy.pk}/feit/[^"]+)"', page))
        assert len(ways) > 10
        for way in ways:
            address, _, anchor = owner.get(way).url.partition("#")
            assert not anchor or f'id="{anchor}"' in owner.get(address).content.decode(), way


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["with the button", "by itself"])
def test_a_data_use_that_loses_its_kind_keeps_its_page_and_what_is_typed_there(policy, owner, headers):
    """It was named by its kind of data, and is named by its place from then on."""
    use = policy.activities.first().uses.first()
    address = url(policy, f"gegevens/gebruik/{use.pk}")
    for category in ("", use.category.key):
        data = Filled(owner.get(address).content.decode()).data
        item = f"iets {category or 'anders'}"
        answer = owner.post(address, data | {"uses-category": category, "items-0-name": item}, headers=headers)
        assert answer.status_code == (200 if headers else 302)
        stored = facts_of(policy).activities[0].uses[0]
        assert stored.category == (category or None) and item in [one.name for one in stored.items]
        assert policy.activities.first().uses.first().pk == use.pk
