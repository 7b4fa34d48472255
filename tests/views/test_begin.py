"""From what somebody is and does to a proposal for everything, confirmed card by card, and published."""

import pytest

from policies import snapshot
from policies.core.facts import Facts
from policies.models import Policy
from policies.snapshot import facts_of
from tests.filled import Filled, text
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import People
from tests.publishing import print_quickly

COMPANY = {
    "controller-legal_form": "eenmanszaak", "controller-legal_name": "Bart Bakker", "controller-seat_street": "Ovenstraat 1",
    "controller-seat_postcode": "9300", "controller-seat_city": "Aalst", "controller-email": "brood@debakker.example",
    "controller-websites": "www.debakker.example",
}  # fmt: skip


@pytest.fixture
def fresh(people: People) -> Policy:
    return snapshot.new_policy(people.organisation, "Bakkerij Bart")


def screen(policy: Policy, rest: str = "") -> str:
    return f"/verklaringen/{policy.pk}/begin/{rest}"


def begin(owner: PageClient, policy: Policy, **changes: str):
    return owner.post(screen(policy), {"number": "1999999943", "sector": "shop", "size": "alone"} | changes)


def do(owner: PageClient, policy: Policy, **changes: object):
    page = Filled(owner.get(screen(policy, "doen/")).content.decode()).data
    return owner.post(screen(policy, "doen/"), page | COMPANY | changes)


class TestFirstScreen:
    @pytest.mark.parametrize(
        ("number", "country", "register", "vat"),
        [
            ("1999.999.943", "BE", "1999.999.943", None),
            ("be 1999 999 943", "BE", "1999.999.943", "BE 1999.999.943"),
            ("99999001", "NL", "99999001", None),
        ],
    )
    def test_the_country_follows_from_the_number(self, fresh: Policy, owner: PageClient, number: str, country: str, register: str, vat: str | None) -> None:
        assert begin(owner, fresh, number=number).url == screen(fresh, "doen/")
        company = facts_of(fresh).controller
        assert (company.country, company.seat_country, company.register_number, company.vat_number) == (country, country, register, vat)

    def test_without_a_number_the_country_is_asked(self, fresh: Policy, owner: PageClient) -> None:
        assert "Vul uw nummer in, of kies het land." in text(begin(owner, fresh, number=""))
        assert begin(owner, fresh, number="", country="NL").status_code == 302 and facts_of(fresh).controller.country == "NL"

    def test_what_is_wrong_is_told_and_nothing_is_lost(self, fresh: Policy, owner: PageClient) -> None:
        answer = owner.post(screen(fresh), {"number": "1999.999.944", "sector": "shop"})
        page = text(answer)
        assert "controlegetal" in page and "Kies met hoeveel mensen u werkt." in page and "1999.999.944" in page
        assert Filled(answer.content.decode()).data["sector"] == ["shop"] and facts_of(fresh) == Facts()

    def test_a_number_is_judged_while_it_is_typed(self, owner: PageClient) -> None:
        told = {number: text(owner.get("/nummer/", {"number": number}, headers={"HX-Request": "true"})) for number in ("1999999943", "1999999944", "x<b>")}
        assert "België, ondernemingsnummer 1999.999.943" in told["1999999943"] and "controlegetal" in told["1999999944"] and "<b>" not in told["x<b>"]

    def test_the_second_screen_needs_the_first(self, fresh: Policy, owner: PageClient) -> None:
        assert owner.get(screen(fresh, "doen/")).url == screen(fresh)


class TestSecondScreen:
    def test_everything_is_proposed_and_nothing_confirmed(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        answer = do(owner, fresh, services=["combell"])
        assert answer.url.endswith("/vragen/controle/#antwoorden")
        facts = facts_of(fresh)
        assert facts.controller.legal_name == "Bart Bakker" and facts.scope.websites == ("https://www.debakker.example",)
        assert "combell" in [row.catalogue_id for row in facts.recipients] and "hosting" not in [row.catalogue_id for row in facts.recipients]
        assert {"security", "rights", "recipients.combell"} <= set(facts.preset.unconfirmed)
        page = text(owner.get(answer.url))
        assert "voorgesteld" in page and "Dit klopt" in page and "Dit moet eerst in orde" not in page

    def test_a_service_of_what_one_does_not_do_is_not_taken(self, fresh: Policy, owner: PageClient) -> None:
        begin(owner, fresh)
        do(owner, fresh, services=["mailchimp", "nonsense"], doings=["orders", "nonsense"])
        assert "mailchimp" not in [row.catalogue_id for row in facts_of(fresh).recipients] and facts_of(fresh).preset.doings == ("orders",)

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
        return Filled(owner.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()).data

    def test_nothing_is_published_before_every_card_is_confirmed(self, fresh: Policy, owner: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
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
        assert owner.post(f"/verklaringen/{fresh.pk}/bevestigen/", {"klopt": waiting[2]}, headers={"HX-Request": "true"}).status_code == 200

    def test_a_changed_card_is_confirmed_and_leads_back(self, fresh: Policy, owner: PageClient) -> None:
        self.proposed(owner, fresh)
        way = owner.get(f"/verklaringen/{fresh.pk}/feit/security/?terug=kaart-veilig")
        page = Filled(owner.get(way.url).content.decode()).data
        answer = owner.post(way.url.split("?")[0], page | {"ga": "verder"})
        assert answer.url.endswith("/vragen/controle/#kaart-veilig") and "security" not in facts_of(fresh).preset.unconfirmed

    def test_saving_the_page_of_an_activity_does_not_confirm_what_that_page_does_not_show(self, fresh: Policy, owner: PageClient) -> None:
        self.proposed(owner, fresh)
        row = fresh.activities.first()
        address = f"/verklaringen/{fresh.pk}/vragen/verwerkingen/verwerkingen/{row.pk}/"
        owner.post(address, Filled(owner.get(address).content.decode()).data)
        assert f"activities.{row.key}" in facts_of(fresh).preset.unconfirmed

    def test_nobody_is_led_elsewhere(self, policy: Policy, owner: PageClient) -> None:
        page = Filled(owner.get(f"/verklaringen/{policy.pk}/vragen/beveiliging/").content.decode()).data
        answer = owner.post(f"/verklaringen/{policy.pk}/vragen/beveiliging/", page | {"ga": "verder", "terug": "//elders.example"})
        assert answer.url.endswith("/vragen/rechten/")

    def test_a_card_that_lacks_something_cannot_be_confirmed_on_the_page(self, fresh: Policy, owner: PageClient) -> None:
        self.proposed(owner, fresh)
        fresh.security.refresh_from_db()
        fresh.controller.email = ""
        fresh.controller.save()
        fresh.preset.refresh_from_db()
        fresh.preset.unconfirmed = ("controller", *fresh.preset.unconfirmed)
        fresh.preset.save()
        page = text(owner.get(f"/verklaringen/{fresh.pk}/vragen/controle/"))
        assert "Vul eerst aan wat hierboven ontbreekt." in page and 'value="controller"' not in page
