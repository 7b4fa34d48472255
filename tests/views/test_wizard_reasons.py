"""Only what matters is asked, what follows is proposed, and what has one right answer is mended by one click."""

import dataclasses
import re
from datetime import date

import pytest

from policies.core.clauses.library import load
from policies.core.facts import Disclosure, Dpo
from policies.core.picking import add_row
from policies.store.read import facts_of
from tests.filled import send, text, url
from tests.make import make_company, make_policy

pytestmark = pytest.mark.one_database


class TestWhatMatters:
    """A question, a list or a block without a reason is not on the page; one that another answer of the page would give a reason waits there."""

    def test_a_block_that_nothing_gives_a_reason_is_not_there(self, policy, owner):
        page = text(owner.get(url(policy, "contact")))
        assert "Vertegenwoordiger in de EU" not in page and "Samen verantwoordelijk" not in page
        policy.controller.seat_country = "GB"
        policy.controller.save()
        assert "Vertegenwoordiger in de EU" in text(owner.get(url(policy, "contact")))

    def test_a_question_waits_for_the_answer_that_gives_it_a_reason(self, people, owner):
        policy = make_policy(people.organisation, company=make_company(dpo=Dpo(designated=False)))
        page = owner.get(url(policy, "contact")).content.decode()
        question = page[page.index('data-path="dpo.email"') - 60 :][:400]
        assert "data-when=" in question and "hidden" in question and "dpo-designated" in question
        send(owner, url(policy, "contact"), dpo__designated="ja")
        page = owner.get(url(policy, "contact")).content.decode()
        assert "hidden" not in page[page.index('data-path="dpo.email"') - 60 :][:250]

    def test_what_is_answered_is_asked_whatever_else_is_said(self, people, owner):
        policy = make_policy(
            people.organisation, company=make_company(dpo=Dpo(designated=False, email="dpo@bakkerij.example"))
        )
        page = owner.get(url(policy, "contact")).content.decode()
        assert 'value="dpo@bakkerij.example"' in page

    def test_without_javascript_the_page_comes_back_once_for_more_questions(self, people, owner):
        policy = make_policy(people.organisation, company=make_company(dpo=Dpo(designated=False)))
        answer = send(owner, url(policy, "contact"), "verder", dpo__designated="ja")
        assert answer.url == url(policy, "contact") and "kwamen er vragen bij" in text(owner.get(answer.url))
        assert send(owner, url(policy, "contact"), "verder").url == url(policy, "website")
        send(owner, url(policy, "contact"), dpo__designated="nee")
        assert send(owner, url(policy, "contact"), "verder", dpo__designated="ja", js="1").url == url(policy, "website")


class TestMending:
    def test_one_click_gives_the_one_right_answer_and_keeps_what_was_typed(self, people, owner):
        policy = make_policy(people.organisation, company=make_company(disclosure=Disclosure()))
        page = owner.get(url(policy, "ontvangers")).content.decode()
        word = re.search(r'name="ga" value="(herstel/13\.1\.e-unanswered/[^"]+)"', page)[1]
        answer = send(owner, url(policy, "ontvangers"), word, disclosure__no_sale="on")
        assert answer.url == url(policy, "ontvangers")
        assert facts_of(policy).disclosure.shares is True and facts_of(policy).disclosure.no_sale is True
        assert send(owner, url(policy, "ontvangers"), word).status_code == 302  # a second click finds nothing

    def test_also_on_the_last_page(self, people, owner):
        policy = make_policy(people.organisation, company=make_company(disclosure=Disclosure()))
        page = owner.get(url(policy, "controle")).content.decode()
        word = re.search(r'value="(herstel/13\.1\.e-unanswered/[^"]+)"', page)[1]
        assert owner.post(f"/verklaringen/{policy.pk}/herstellen/", {"ga": word}).url == url(policy, "controle")
        assert facts_of(policy).disclosure.shares is True

    def test_what_follows_is_asked_with_its_reason(self, people, owner):
        company = make_company()
        policy = make_policy(
            people.organisation,
            company=dataclasses.replace(company, controller=dataclasses.replace(company.controller, vat_number=None)),
        )
        page = owner.get(url(policy, "onderneming")).content.decode()
        assert "Omdat uw ondernemingsnummer" in page and "Klopt dit?" in page
        word = re.search(r'name="ga" value="(overneem/controller\.vat_number/[^"]+)"', page)[1]
        send(owner, url(policy, "onderneming"), word)
        assert facts_of(policy).controller.vat_number == f"BE {company.controller.register_number}"

    @pytest.mark.parametrize(
        "word",
        [
            "herstel/",
            "herstel/geen/pad",
            "overneem/controller.vat_number/zelf verzonnen",
            "overneem/",
            "herstel/13.1.e-unanswered/../x",
        ],
    )
    def test_a_button_that_nobody_made_does_nothing(self, policy, owner, word):
        before = facts_of(policy)
        send(owner, url(policy, "onderneming"), word)
        owner.post(f"/verklaringen/{policy.pk}/herstellen/", {"ga": word})
        assert facts_of(policy) == before


class TestTheListOfTheFramework:
    """Several American services are one question, with the link, and what is left open is not told."""

    def picked(self, people, *services: str):
        facts = make_company()
        for wanted in services:
            facts = add_row("ontvangers", facts, wanted, load(), date.today()).facts
        return make_policy(people.organisation, company=facts)

    def test_one_question_with_the_link_and_no_red_block_for_each(self, people, owner):
        policy = self.picked(people, "stripe", "mailchimp", "microsoft-365")
        page = owner.get(url(policy, "controle")).content.decode()
        assert (
            page.count("Staat het bedrijf") == page.count("Staat het bedrijf ook op de DPF-lijst?") > 0
            and "“Mailchimp” (Intuit)" in page
        )
        assert '<a href="https://www.dataprivacyframework.gov/list" target="_blank"' in page
        one = owner.get(
            url(policy, f"ontvangers/ontvangers/{policy.recipients.get(name='Stripe').pk}")
        ).content.decode()
        assert "Staat het bedrijf op de DPF-lijst?" in one and "onder de Amerikaanse naam" in one

    def test_who_finds_the_company_there_names_it_with_one_click(self, people, owner):
        policy = self.picked(people, "stripe")
        assert facts_of(policy).recipients[-1].safeguards == ("scc",)
        address = url(policy, f"ontvangers/ontvangers/{policy.recipients.get(name='Stripe').pk}")
        send(owner, address, "", recipients__dpf_certified="yes", recipients__dpf_checked_on="2026-11-30")
        page = owner.get(address).content.decode()
        button = re.search(r'name="ga" value="(overneem/recipients\.stripe\.safeguards/[^"]+)"', page)
        assert button and "op de DPF-lijst staat" in page
        send(owner, address, button[1])
        stripe = facts_of(policy).recipients[-1]
        assert stripe.safeguards == ("dpf", "scc") and stripe.dpf_checked_on == "2026-11-30"

    def test_a_day_that_is_none_stays_as_it_was_typed(self, people, owner):
        policy = self.picked(people, "stripe")
        address = url(policy, f"ontvangers/ontvangers/{policy.recipients.get(name='Stripe').pk}")
        answer = send(
            owner, address, "", recipients__dpf_certified="yes", recipients__dpf_checked_on="31 februari 2026"
        )
        assert 'value="31 februari 2026"' in answer.content.decode() and "Deze dag bestaat niet." in text(answer)
        assert facts_of(policy).recipients[-1].dpf_checked_on is None
