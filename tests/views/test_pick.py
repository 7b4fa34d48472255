"""Pick, do not type: the lists of the catalogue on a page of their own and on the steps, and what is picked."""

import dataclasses
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policies.core.clauses.library import load
from policies.core.facts import Cookies, Facts, Preset
from policies.core.picking import KINDS, add_row
from policies.models import Policy
from policies.store.read import facts_of
from tests.filled import Filled, send, text, url
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import People

QUIET = {"HX-Request": "true"}
STEPS = {
    "verwerkingen": "verwerkingen",
    "ontvangers": "ontvangers",
    "bewaartermijnen": "bewaartermijnen",
    "cookies": "cookies",
    "soorten": "gegevens",
}
LISTS = {
    "verwerkingen": "verwerkingen",
    "ontvangers": "ontvangers",
    "bewaartermijnen": "termijnen",
    "cookies": "cookies",
    "soorten": "soorten",
}
WANTED = {
    "verwerkingen": "ACT-06",
    "ontvangers": "mollie",
    "bewaartermijnen": "RET-BE-05",
    "cookies": "ga",
    "soorten": "photos",
}
FOUND = {
    "verwerkingen": "Nieuwsbrief",
    "ontvangers": "Mollie",
    "bewaartermijnen": "Camerabeelden",
    "cookies": "_ga",
    "soorten": "Sfeerfoto&#x27;s",
}


def address(policy: Policy, kind: str, query: str = "") -> str:
    return f"/verklaringen/{policy.pk}/kiezen/{kind}/{query}"


def with_picked(*wanted: tuple[str, str], company: Facts | None = None) -> Facts:
    """The bakery with things of the catalogue."""
    facts = company or make_company()
    for kind, one in wanted:
        facts = add_row(kind, facts, one, load(), date(2026, 12, 1)).facts
    return facts


def titles(response) -> list[str]:
    return re.findall(r'offer-head"><span class="line-title">([^<]+)<', response.content.decode())


class TestLooking:
    @pytest.mark.parametrize("kind", KINDS)
    def test_every_list_opens_alone_and_as_a_piece_of_the_step(
        self, policy: Policy, owner: PageClient, kind: str
    ) -> None:
        page, piece = owner.get(address(policy, kind)), owner.get(address(policy, kind), headers=QUIET)
        assert len(titles(page)) == 12 and titles(piece) == titles(page)
        assert "<html" in text(page) and "<html" not in text(piece) and "om uit te kiezen" in text(piece)
        every = owner.get(address(policy, kind, "?alles=1"))
        assert len(titles(every)) > 12 and "Toon alle" in text(page) and "Toon alle" not in text(every)

    def test_found_by_words_without_accents_or_capitals(self, policy: Policy, owner: PageClient) -> None:
        for kind, sought, first in (
            ("ontvangers", "MOLL", "Mollie"),
            ("ontvangers", "google ireland anal", "Google Analytics"),
            ("ontvangers", "boekhoud", "Boekhouders en accountants"),
            ("verwerkingen", "ik stuur een nieuwsbrief", "Nieuwsbrief"),
            ("verwerkingen", "sollicit", "Sollicitaties op een vacature"),
            ("verwerkingen", "PATIENTEN", "Patiëntendossier"),
            ("verwerkingen", "patiënten", "Patiëntendossier"),
            ("bewaartermijnen", "facturatiegegevens", "Boekhouding, facturen en bewijsstukken"),
            ("bewaartermijnen", "7 jaar loonfiches", "Loonfiches"),
            ("cookies", "youtube", "VISITOR_INFO1_LIVE"),
            ("soorten", "cv", "Kandidaatgegevens"),
        ):
            answer = owner.get(address(policy, kind), {"zoek": sought}, headers=QUIET)
            assert titles(answer)[:1] == [first] and f"{len(titles(answer))} gevonden" in text(answer), sought

    def test_nothing_found_says_so(self, policy: Policy, owner: PageClient) -> None:
        answer = owner.get(address(policy, "ontvangers"), {"zoek": "bestaatnergens"})
        assert (
            "0 gevonden" in text(answer)
            and "Niets gevonden voor “bestaatnergens”" in text(answer)
            and "Zelf een ontvanger maken" in text(answer)
        )

    def test_whatever_is_sought_is_only_text(self, policy: Policy, owner: PageClient) -> None:
        for sought in (
            "<script>alert(1)</script>",
            "{{ 7*7 }}",
            "%' OR 1=1 --",
            "\u202e",
            "x" * 5000,
            "a " * 3000,
            "[(*",
            "ß ĳ İ",
        ):
            answer = owner.get(address(policy, "ontvangers"), {"zoek": sought})
            assert (
                answer.status_code == 200
                and "<script>alert" not in answer.content.decode()
                and "49" not in titles(answer)
            )

    def test_what_fits_stands_first_and_what_is_there_last(self, people: People, owner: PageClient) -> None:
        bare = make_company(preset=Preset(sector="webshop", size="alone", doings=("website", "orders", "newsletter")))
        policy = make_policy(
            people.organisation, company=with_picked(("verwerkingen", "ACT-03"), ("ontvangers", "bpost"), company=bare)
        )
        activities = titles(owner.get(address(policy, "verwerkingen", "?alles=1")))
        assert "Nieuwsbrief" in activities[:6] and activities[-1] == "Bestellingen"
        recipients = titles(owner.get(address(policy, "ontvangers", "?alles=1")))
        assert recipients.index("Koeriers en postbedrijven") < recipients.index("Notarissen") and recipients[-1] in {
            "Combell",
            "bpost",
        }
        assert recipients.index("Mailchimp") < recipients.index("Koeriers en postbedrijven")  # services by name first

    def test_cards_tell_what_one_picks(self, policy: Policy, owner: PageClient) -> None:
        def card(kind: str, sought: str) -> str:
            return text(owner.get(address(policy, kind), {"zoek": sought}))

        service = card("ontvangers", "mailchimp")
        assert (
            "Verenigde Staten · verwerker" in service
            and "Gegevens kunnen naar de Verenigde Staten · DPF (nog na te kijken), SCC" in service
            and "controleer dit" in service
        )
        assert "controleer dit" not in card("ontvangers", "recaptcha")  # of that one we are sure
        assert "7 jaar vanaf 1 januari na het boekjaar · wettelijk (art. III.86" in card(
            "bewaartermijnen", "boekhouding"
        )
        assert "na het versturen van de offerte · keuze" in card("bewaartermijnen", "offertes")
        activity = card("verwerkingen", "nieuwsbrief")
        assert (
            "Toestemming (art. 6.1.a)" in activity
            and "inschrijving voor de nieuwsbrief (e-mailadres, voornaam)" in activity
            and "tot u zich uitschrijft" in activity
        )

    def test_only_periods_of_the_own_country(self, people: People, owner: PageClient) -> None:
        company = make_company()
        dutch = dataclasses.replace(
            company, controller=dataclasses.replace(company.controller, country="NL", register_number=None)
        )
        page = text(
            owner.get(address(make_policy(people.organisation, company=dutch), "bewaartermijnen"), {"zoek": "facturen"})
        )
        assert "na het einde van het boekjaar" in page and "III.86" not in page

    def test_without_a_country_it_says_where_that_is_asked(self, people: People, owner: PageClient) -> None:
        policy = make_policy(people.organisation, company=Facts())
        for headers in ({}, QUIET):
            answer = owner.get(address(policy, "ontvangers"), headers=headers)
            assert f"/verklaringen/{policy.pk}/feit/controller.country/" in text(answer) and not titles(answer)
        refused = owner.post(address(policy, "ontvangers"), {"ga": "kies/ontvangers/mollie"}, follow=True)
        assert "Zeg eerst in welk land" in text(refused) and facts_of(policy) == Facts()

    def test_a_list_that_is_none_is_not_found(self, policy: Policy, owner: PageClient) -> None:
        assert (
            owner.get(address(policy, "geheimen")).status_code
            == owner.post(address(policy, "geheimen")).status_code
            == 404
        )

    def test_queries_do_not_grow_with_the_rows_or_the_cards(self, people: People, owner: PageClient) -> None:
        def count(company: Facts, query: str) -> int:
            policy = make_policy(people.organisation, company=company)
            with CaptureQueriesContext(connection) as seen:
                owner.get(address(policy, "ontvangers", query), headers=QUIET)
            return len(seen)

        many = with_picked(
            ("verwerkingen", "ACT-06"), ("verwerkingen", "ACT-03"), ("ontvangers", "mollie"), ("cookies", "ga")
        )
        assert count(make_company(), "") == count(many, "") == count(many, "?alles=1&zoek=e") < 40


class TestPicking:
    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_picked_stands_in_the_list_once_and_is_no_proposal(
        self, policy: Policy, owner: PageClient, kind: str
    ) -> None:
        answer = owner.post(address(policy, kind), {"ga": f"kies/{kind}/{WANTED[kind]}"})
        assert answer.url == url(policy, STEPS[kind]) + f"#lijst-{LISTS[kind]}"
        once, page = facts_of(policy), owner.get(answer.url).content.decode()
        there = page[page.index(f'id="lijst-{LISTS[kind]}"') :]
        assert "is toegevoegd. Kijk na of alles klopt" in there and page.count("is toegevoegd.") == 1
        assert once != make_company() and once.preset.unconfirmed == ()
        again = owner.post(address(policy, kind), {"ga": f"kies/{kind}/{WANTED[kind]}"}, follow=True)
        assert "staat er al." in text(again) and facts_of(policy) == once
        card = text(owner.get(address(policy, kind), {"zoek": FOUND[kind].replace("&#x27;", "'")}))
        assert "staat er al" in card and f'value="kies/{kind}/{WANTED[kind]}"' not in card

    def test_a_button_on_the_step_saves_what_is_typed_first(self, policy: Policy, owner: PageClient) -> None:
        answer = send(
            owner,
            url(policy, "ontvangers"),
            "kies/ontvangers/mollie",
            disclosure__no_sale="on",
            disclosure__shares="nee",
        )
        assert answer.url == url(policy, "ontvangers") + "#lijst-ontvangers"
        facts = facts_of(policy)
        assert facts.disclosure.no_sale and facts.disclosure.shares and facts.recipients[-1].catalogue_id == "mollie"

    def test_searching_without_a_script_saves_first_and_brings_the_words_along(
        self, policy: Policy, owner: PageClient
    ) -> None:
        for word in ("kies/ontvangers", "enter"):
            answer = send(
                owner,
                url(policy, "ontvangers"),
                word,
                zoek="Mollie & co",
                disclosure__no_sale="on",
                terug="kaart-diensten",
            )
            assert (
                answer.url == address(policy, "ontvangers", "?zoek=Mollie+%26+co&terug=kaart-diensten")
                and facts_of(policy).disclosure.no_sale
            )
        assert send(owner, url(policy, "ontvangers"), "enter").url == url(policy, "ontvangers")
        page = Filled(
            owner.get(address(policy, "ontvangers", "?zoek=mollie&terug=kaart-diensten")).content.decode()
        ).data
        back = owner.post(address(policy, "ontvangers"), page | {"ga": "kies/ontvangers/mollie"})
        assert back.url == url(policy, "ontvangers") + "?terug=kaart-diensten#lijst-ontvangers"

    def test_what_the_catalogue_does_not_have_is_refused_in_words(self, policy: Policy, owner: PageClient) -> None:
        for wanted in ("bestaat-niet", "ACT-06", "\x00", "../x"):
            answer = owner.post(address(policy, "ontvangers"), {"ga": f"kies/ontvangers/{wanted}"}, follow=True)
            assert "staat niet in de catalogus" in text(answer) and facts_of(policy) == make_company()

    def test_a_recipient_serves_the_activities_that_usually_have_it(self, people: People, owner: PageClient) -> None:
        policy = make_policy(
            people.organisation, company=with_picked(("verwerkingen", "ACT-06"), ("verwerkingen", "ACT-22"))
        )
        for wanted in ("laposta", "meta-page"):
            owner.post(address(policy, "ontvangers"), {"ga": f"kies/ontvangers/{wanted}"})
        facts = facts_of(policy)
        assert facts.find("recipients", "laposta").activities == ("nieuwsbrief",)
        joint = facts.find("joint_controllers", "meta-page")
        assert (
            joint.activities == facts.find("recipients", "meta-page").activities == ("sociale-media",)
            and joint.arrangement
        )

    def test_an_activity_brings_what_was_said_yes_to_and_nothing_of_another_card(
        self, policy: Policy, owner: PageClient
    ) -> None:
        assert "Houdt u bij wie de mails opent" in text(
            owner.get(address(policy, "verwerkingen"), {"zoek": "nieuwsbrief"})
        )
        owner.post(
            address(policy, "verwerkingen"),
            {"ga": "kies/verwerkingen/ACT-06", "extra": ["ACT-06:leesgedrag", "ACT-10:opname"]},
        )
        activity = facts_of(policy).activities[-1]
        assert [purpose.key for purpose in activity.purposes][-1] == "meten" and activity.catalogue_id == "ACT-06"
        refused = owner.post(
            address(policy, "verwerkingen"), {"ga": "kies/verwerkingen/ACT-10", "extra": "ACT-10:onzin"}, follow=True
        )
        assert "hoort niet bij ACT-10" in text(refused)

    def test_groups_have_the_names_of_the_sector_and_no_cookies_stay_none(
        self, people: People, owner: PageClient
    ) -> None:
        company = make_company(preset=Preset(sector="care", size="alone"), cookies=Cookies(used=False))
        policy = make_policy(people.organisation, company=company)
        owner.post(address(policy, "verwerkingen"), {"ga": "kies/verwerkingen/ACT-11"})
        facts = facts_of(policy)
        assert facts.cookies == Cookies(used=False) and facts.activities[-1].catalogue_id == "ACT-11"

    def test_what_the_company_has_under_that_name_is_used_again(self, policy: Policy, owner: PageClient) -> None:
        assert "staat er al" in text(owner.get(address(policy, "soorten"), {"zoek": "contactgegevens"}))
        owner.post(address(policy, "soorten"), {"ga": "kies/soorten/contact"})
        assert facts_of(policy) == make_company()


class TestOnTheStep:
    @pytest.mark.parametrize("kind", KINDS)
    def test_the_list_has_a_search_field_and_a_way_to_make_ones_own(
        self, policy: Policy, owner: PageClient, kind: str
    ) -> None:
        page = owner.get(url(policy, STEPS[kind])).content.decode()
        panel = page[page.index(f'id="lijst-{LISTS[kind]}"') :]
        panel = panel[: panel.index("</section>")]
        assert f'id="zoek-{kind}"' in panel and f'id="uitslag-{kind}"></div>' in panel and "Zelf een " in panel
        assert "toggle once" in panel if kind != "cookies" else "revealed" in panel  # the bakery has no cookies yet

    def test_a_reader_finds_nothing_to_pick(self, people: People, client: PageClient, policy: Policy) -> None:
        client.force_login(people.reader)
        assert "zoek-ontvangers" not in client.get(url(policy, "ontvangers")).content.decode()
        assert client.get(address(policy, "ontvangers"), headers=QUIET).status_code == 403

    def test_the_catalogue_is_not_searched_for_the_step_itself(
        self, policy: Policy, owner: PageClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("policies.views.pick.offers", lambda *args: pytest.fail("the step searched the catalogue"))
        for slug in STEPS.values():
            assert owner.get(url(policy, slug)).status_code == 200

    def test_a_session_that_ended_sends_the_browser_to_log_in(self, policy: Policy, owner: PageClient) -> None:
        owner.logout()
        assert owner.get(address(policy, "ontvangers"), headers=QUIET)["HX-Redirect"].startswith("/account/login/")
