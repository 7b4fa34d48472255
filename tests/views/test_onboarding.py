"""From what somebody is and does to a proposal for everything, confirmed card by card, and published."""

import dataclasses
import re

import pytest

from policies.core.facts import Facts
from policies.core.facts.promises import promised
from policies.models import Policy
from policies.store import write
from policies.store.read import facts_of
from tests.filled import Filled, text
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import People
from tests.publishing import print_quickly

pytestmark = pytest.mark.one_database

COMPANY = {
    "controller-legal_form": "eenmanszaak",
    "controller-legal_name": "Bart Bakker",
    "controller-seat_street": "Ovenstraat 1",
    "controller-seat_postcode": "9300",
    "controller-seat_city": "Aalst",
    "controller-email": "brood@debakker.example",
    "controller-websites": "www.debakker.example",
}


@pytest.fixture
def fresh(people: People) -> Policy:
    return write.new_policy(people.organisation, "Bakkerij Bart")


def screen(policy: Policy, rest: str = "") -> str:
    return f"/verklaringen/{policy.pk}/begin/{rest}"


def begin(owner: PageClient, policy: Policy, **changes: str):
    return owner.post(screen(policy), {"number": "1999999943", "sector": "shop", "size": "alone"} | changes)


def do(owner: PageClient, policy: Policy, **changes: object):
    page = Filled(owner.get(screen(policy, "doen/")).content.decode()).data
    return owner.post(screen(policy, "doen/"), page | COMPANY | changes)


QUIET = {"HX-Request": "true"}
KEPT_HERE = "overneem/scope.processing_countries/België"  # the button with the usual answer about where data is kept


class TestByItself:
    """The screens before the steps store what is right while somebody is busy, like the steps."""

    def test_the_first_screen_stores_what_is_there_already(self, fresh: Policy, owner: PageClient) -> None:
        page = Filled(owner.get(screen(fresh)).content.decode()).data
        answer = owner.post(screen(fresh), page | {"number": "1999.999.944", "sector": "shop"}, headers=QUIET)
        assert 'Nog niet bewaard: <a href="#id_number">' in text(answer) and "Kies met hoeveel" not in text(answer)
        assert facts_of(fresh).preset.sector == "shop" and facts_of(fresh).controller.country is None
        answer = owner.post(
            screen(fresh), page | {"number": "1999999943", "sector": "shop", "size": "alone"}, headers=QUIET
        )
        assert (
            "Bewaard om" in text(answer)
            and facts_of(fresh).controller.register_number == "1999.999.943"
            and facts_of(fresh).preset.doings
        )

    def test_who_saves_by_itself_never_chooses_between_two_people(self, fresh: Policy, owner: PageClient) -> None:
        page = Filled(owner.get(screen(fresh)).content.decode()).data
        begin(owner, fresh, size="small")
        answer = owner.post(screen(fresh), page | {"sector": "webshop", "size": "small"}, headers=QUIET)
        assert "Wat voor zaak hebt u?</a> (kies wat blijft)" in text(answer) and facts_of(fresh).preset.sector == "shop"
        answer = owner.post(screen(fresh), page, headers=QUIET)  # who left it alone, leaves it alone
        assert "Bewaard om" in text(answer) and facts_of(fresh).preset.size == "small"

    def test_the_second_screen_stores_and_proposes_nothing(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        address = screen(fresh, "doen/")
        page = Filled(owner.get(address).content.decode()).data
        answer = owner.post(
            address,
            page | {"controller-email": "brood@", "controller-seat_city": "Aalst", "services": ["combell"]},
            headers=QUIET,
        )
        assert "Nog niet bewaard" in text(answer) and "Algemeen e-mailadres" in text(answer)
        facts = facts_of(fresh)
        assert (facts.controller.seat_city, facts.preset.services, facts.activities, facts.preset.unconfirmed) == (
            "Aalst",
            ("combell",),
            (),
            (),
        )
        again = Filled(owner.get(address).content.decode()).data
        assert again["services"] == ["combell"] and again["controller-seat_city"] == ["Aalst"]

    def test_ticks_of_two_people_add_up(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        address = screen(fresh, "doen/")
        page = Filled(owner.get(address).content.decode()).data
        before = page["doings"]
        owner.post(address, page | {"doings": [*before, "staff"]}, headers=QUIET)
        owner.post(address, page | {"doings": before[1:]}, headers=QUIET)
        assert set(facts_of(fresh).preset.doings) == {*before[1:], "staff"}


class TestFirstScreen:
    @pytest.mark.parametrize(
        ("number", "country", "register", "vat"),
        [
            ("1999.999.943", "BE", "1999.999.943", None),
            ("be 1999 999 943", "BE", "1999.999.943", "BE 1999.999.943"),
            ("99999001", "NL", "99999001", None),
        ],
    )
    def test_the_country_follows_from_the_number(
        self, fresh: Policy, owner: PageClient, number: str, country: str, register: str, vat: str | None
    ) -> None:
        assert begin(owner, fresh, number=number).url == screen(fresh, "doen/")
        company = facts_of(fresh).controller
        assert (company.country, company.seat_country, company.register_number, company.vat_number) == (
            country,
            country,
            register,
            vat,
        )

    def test_without_a_number_the_country_is_asked(self, fresh: Policy, owner: PageClient) -> None:
        assert "Vul uw nummer in, of kies het land." in text(begin(owner, fresh, number=""))
        assert (
            begin(owner, fresh, number="", country="NL").status_code == 302
            and facts_of(fresh).controller.country == "NL"
        )

    def test_what_is_wrong_is_told_and_nothing_is_lost(self, fresh: Policy, owner: PageClient) -> None:
        answer = owner.post(screen(fresh), {"number": "1999.999.944", "sector": "shop"})
        page = text(answer)
        assert "controlegetal" in page and "Kies met hoeveel mensen u werkt." in page and "1999.999.944" in page
        assert Filled(answer.content.decode()).data["sector"] == ["shop"] and facts_of(fresh) == Facts()

    def test_a_number_is_judged_while_it_is_typed(self, owner: PageClient) -> None:
        told = {
            number: text(owner.get("/nummer/", {"number": number}, headers={"HX-Request": "true"}))
            for number in ("1999999943", "1999999944", "x<b>")
        }
        assert (
            "België, ondernemingsnummer 1999.999.943" in told["1999999943"]
            and "controlegetal" in told["1999999944"]
            and "<b>" not in told["x<b>"]
        )

    def test_the_second_screen_needs_the_first(self, fresh: Policy, owner: PageClient) -> None:
        assert owner.get(screen(fresh, "doen/")).url == screen(fresh)


class TestSecondScreen:
    def test_everything_is_proposed_and_nothing_confirmed(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        answer = do(owner, fresh, services=["combell"])
        assert answer.url.endswith("/vragen/controle/#antwoorden")
        facts = facts_of(fresh)
        assert facts.controller.legal_name == "Bart Bakker" and facts.scope.websites == (
            "https://www.debakker.example",
        )
        assert "combell" in [row.catalogue_id for row in facts.recipients] and "hosting" not in [
            row.catalogue_id for row in facts.recipients
        ]
        assert {"scope", "rights", "recipients.combell"} <= set(facts.preset.unconfirmed) and promised(facts) == ()
        page = text(owner.get(answer.url))
        assert (
            "voorgesteld" in page
            and "Dit klopt" in page
            and "U zei nog niet in welke landen u zelf gegevens bewaart." in page
        )

    def test_what_the_law_needs_and_only_the_owner_knows_is_one_press(self, fresh: Policy, owner: PageClient) -> None:
        """The usual answer stands on a button of the last page; nobody presses it for him."""
        begin(owner, fresh)
        do(owner, fresh, doings=["website", "newsletter"])
        page = text(owner.get(f"/verklaringen/{fresh.pk}/vragen/controle/"))
        assert (
            f'value="{KEPT_HERE}">Zet op België</button>' in page
            and ">Neem over: “met de link onderaan elke mail”</button>" in page
        )
        owner.post(f"/verklaringen/{fresh.pk}/herstellen/", {"ga": KEPT_HERE})
        owner.post(f"/verklaringen/{fresh.pk}/herstellen/", {"ga": "overneem/marketing.stop_how/wat niemand aanbood"})
        facts = facts_of(fresh)
        assert (facts.scope.processing_countries, facts.marketing.stop_how) == (("BE",), None)

    def test_a_service_of_what_one_does_not_do_is_not_taken(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        do(owner, fresh, services=["mailchimp", "nonsense"], doings=["orders", "nonsense"])
        assert "mailchimp" not in [row.catalogue_id for row in facts_of(fresh).recipients] and facts_of(
            fresh
        ).preset.doings == ("orders",)

    def test_a_website_without_an_address_is_asked_for(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        answer = do(owner, fresh, **{"controller-websites": "", "controller-email": "olga@"})
        assert "Vul het adres van uw website in" in text(answer) and "geen geldig e-mailadres" in text(answer)
        assert Filled(answer.content.decode()).data["controller-legal_name"] == ["Bart Bakker"]

    def test_more_doings_later_bring_only_what_is_new(self, people: People, owner: PageClient) -> None:
        policy = make_policy(people.organisation, company=make_company())
        begin(owner, policy, number="")
        do(owner, policy, doings=["newsletter"], **{"controller-legal_name": make_company().controller.legal_name})
        facts = facts_of(policy)
        assert facts.activities[: len(make_company().activities)] == make_company().activities
        assert "ACT-06" in [one.catalogue_id for one in facts.activities] and facts.marketing.used is True


class TestConfirming:
    def proposed(self, owner: PageClient, policy: Policy) -> dict[str, list[str]]:
        begin(owner, policy)
        do(owner, policy)
        owner.post(f"/verklaringen/{policy.pk}/herstellen/", {"ga": KEPT_HERE})
        return Filled(owner.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()).data

    def test_nothing_is_published_before_every_card_is_confirmed(
        self, fresh: Policy, owner: PageClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        print_quickly(monkeypatch)
        page = self.proposed(owner, fresh) | {"slug": "bakkerij-bart"}
        waiting = facts_of(fresh).preset.unconfirmed
        refused = owner.post(f"/verklaringen/{fresh.pk}/publiceren/", page | {"klopt": " ".join(waiting[1:])})
        assert "nog niet bevestigd" in text(refused) and not fresh.versions.exists()
        assert facts_of(fresh).preset.unconfirmed == waiting[:1]  # the ticks that were there are kept
        published = owner.post(f"/verklaringen/{fresh.pk}/publiceren/", page | {"klopt": waiting[0]})
        assert published.status_code == 302 and fresh.versions.count() == 1

    def test_a_card_is_confirmed_with_one_tick(self, fresh: Policy, owner: PageClient) -> None:
        self.proposed(owner, fresh)
        waiting = facts_of(fresh).preset.unconfirmed
        answer = owner.post(f"/verklaringen/{fresh.pk}/bevestigen/", {"klopt": [f"{waiting[0]} {waiting[1]}", "niets"]})
        assert answer.url.endswith("#antwoorden") and facts_of(fresh).preset.unconfirmed == waiting[2:]
        assert (
            owner.post(
                f"/verklaringen/{fresh.pk}/bevestigen/", {"klopt": waiting[2]}, headers={"HX-Request": "true"}
            ).status_code
            == 200
        )

    def test_a_changed_card_is_confirmed_and_leads_back(self, fresh: Policy, owner: PageClient) -> None:
        self.proposed(owner, fresh)
        assert "changes" in facts_of(fresh).preset.unconfirmed
        way = owner.get(f"/verklaringen/{fresh.pk}/feit/changes/?terug=kaart-stijl")
        page = Filled(owner.get(way.url).content.decode()).data
        answer = owner.post(way.url.split("?")[0], page | {"ga": "verder"})
        assert (
            answer.url.endswith("/vragen/controle/#kaart-stijl") and "changes" not in facts_of(fresh).preset.unconfirmed
        )

    def test_saving_the_page_of_an_activity_does_not_confirm_what_that_page_does_not_show(
        self, fresh: Policy, owner: PageClient
    ) -> None:
        self.proposed(owner, fresh)
        row = fresh.activities.first()
        address = f"/verklaringen/{fresh.pk}/vragen/verwerkingen/verwerkingen/{row.pk}/"
        owner.post(address, Filled(owner.get(address).content.decode()).data)
        assert f"activities.{row.key}" in facts_of(fresh).preset.unconfirmed

    def test_nobody_is_led_elsewhere(self, policy: Policy, owner: PageClient) -> None:
        page = Filled(owner.get(f"/verklaringen/{policy.pk}/vragen/beveiliging/").content.decode()).data
        answer = owner.post(
            f"/verklaringen/{policy.pk}/vragen/beveiliging/", page | {"ga": "verder", "terug": "//elders.example"}
        )
        assert answer.url.endswith("/vragen/rechten/")

    def test_a_card_that_lacks_something_cannot_be_confirmed_on_the_page(
        self, fresh: Policy, owner: PageClient
    ) -> None:
        self.proposed(owner, fresh)
        fresh.security.refresh_from_db()
        fresh.controller.email = ""
        fresh.controller.save()
        fresh.preset.refresh_from_db()
        fresh.preset.unconfirmed = ("controller", *fresh.preset.unconfirmed)
        fresh.preset.save()
        page = text(owner.get(f"/verklaringen/{fresh.pk}/vragen/controle/"))
        assert "Vul eerst aan wat hierboven ontbreekt." in page and 'value="controller"' not in page


class TestCountOfCards:
    """The counter counts the cards that wait, also those that lack something and have no box to tick yet."""

    def counted(self, owner: PageClient, policy: Policy) -> tuple[int, int, int]:
        """(what the counter says, cards that wait, boxes to tick)."""
        page = owner.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
        told = re.search(r"data-waiting><strong>(\d+)</strong> (kaart|kaarten) na", page)
        assert told is None or (told[2] == "kaart") == (told[1] == "1")
        return int(told[1]) if told else 0, page.count("answer-proposed"), page.count(" data-klopt>")

    def test_before_and_after_each_card_is_confirmed_and_waits_again(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        do(owner, fresh)
        write.change(
            fresh,
            lambda facts: dataclasses.replace(
                facts,
                controller=dataclasses.replace(facts.controller, email=None),
                activities=(dataclasses.replace(facts.activities[0], purposes=()), *facts.activities[1:]),
            ),
        )
        told, cards, boxes = self.counted(owner, fresh)
        assert told == cards > boxes
        waiting = facts_of(fresh).preset.unconfirmed
        for left, path in enumerate(waiting[1:], 1):
            owner.post(f"/verklaringen/{fresh.pk}/bevestigen/", {"klopt": path})
            told, cards, _ = self.counted(owner, fresh)
            assert told == cards <= len(waiting) - left
        owner.post(
            f"/verklaringen/{fresh.pk}/bevestigen/",
            {"toch-niet": [f"{waiting[-1]} {waiting[-2]}", "activities.weg", "preset", "niets"]},
        )
        assert facts_of(fresh).preset.unconfirmed == (waiting[0], waiting[-1], waiting[-2])
        told, cards, _ = self.counted(owner, fresh)
        assert told == cards

    def test_the_list_to_pick_from_counts_what_can_be_picked(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        do(owner, fresh)
        for kind in ("ontvangers", "verwerkingen", "bewaartermijnen", "cookies", "soorten"):
            page = owner.get(f"/verklaringen/{fresh.pk}/kiezen/{kind}/?alles=1").content.decode()
            told = re.search(r"(\d+) om uit te kiezen(?:, (\d+) (?:staat|staan) er al)?\.", page)
            assert (int(told[1]), int(told[2] or 0)) == (page.count('value="kies/'), page.count("offer-there")), kind
