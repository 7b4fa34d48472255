"""Who publishes: an association without a number, a sole trader who lives at the seat, and an address of which the parts disagree, from screen to public page."""

import re
from datetime import date

import pytest

from policies.core.facts import paths
from policies.models import Policy
from policies.publish import draft_of
from policies.store import write
from policies.store.read import facts_of
from tests.filled import Filled, send, text, url
from tests.page import PageClient
from tests.people import People
from tests.publishing import print_quickly

pytestmark = pytest.mark.one_database


@pytest.fixture
def fresh(people: People, monkeypatch: pytest.MonkeyPatch) -> Policy:
    print_quickly(monkeypatch)
    return write.new_policy(people.organisation, "Nieuw")


def begun(owner: PageClient, policy: Policy, country: str, number: str = "", **company: str) -> None:
    """The two screens before the steps."""
    start = f"/verklaringen/{policy.pk}/begin/"
    assert (
        owner.post(start, {"number": number, "country": country, "sector": "association", "size": "alone"}).status_code
        == 302
    )
    page = Filled(owner.get(f"{start}doen/").content.decode()).data
    given = {f"controller-{name}": value for name, value in {"email": "info@nieuw.example", **company}.items()}
    answer = owner.post(f"{start}doen/", page | given | {"controller-websites": "www.nieuw.example"})
    assert answer.status_code == 302, text(answer)
    only_the_owner_knows = {
        "scope.processing_countries": (country,),
        "minors.directed": False,
        "marketing.stop_how": "met de link onderaan elke mail",
    }
    write.change(policy, lambda facts: paths.put_all(facts, only_the_owner_knows))


def publish(owner: PageClient, policy: Policy) -> str:
    """Confirm every card and publish; the public page, or what was refused."""
    page = Filled(owner.get(url(policy, "controle")).content.decode()).data
    answer = owner.post(
        f"/verklaringen/{policy.pk}/publiceren/",
        page | {"slug": "nieuw", "klopt": " ".join(facts_of(policy).preset.unconfirmed)},
    )
    return text(owner.get("/privacy/nieuw/")) if answer.status_code == 302 else text(answer)


@pytest.mark.parametrize(("country", "form"), [("BE", "feitelijke vereniging"), ("NL", "informele vereniging")])
def test_an_association_without_a_number_publishes(country: str, form: str, fresh: Policy, owner: PageClient) -> None:
    seat = {
        "BE": {"seat_postcode": "9300", "seat_city": "Aalst"},
        "NL": {"seat_postcode": "3511 AB", "seat_city": "Utrecht"},
    }[country]
    begun(
        owner,
        fresh,
        country,
        legal_form="informele_vereniging",
        legal_name="Buurtcomité Zonneveld",
        seat_street="Zonneveld 1",
        **seat,
    )
    refused = publish(owner, fresh)
    assert "moet de lezer weten wie voor haar aanspreekbaar is" in refused and not fresh.versions.exists()
    step = owner.get(url(fresh, "onderneming")).content.decode()
    assert 'name="controller-responsible_persons"' in step
    send(owner, url(fresh, "onderneming"), **{"controller-responsible_persons": "An Maes (voorzitter)\nBert Claes"})
    assert facts_of(fresh).controller.responsible_persons == ("An Maes (voorzitter)", "Bert Claes")
    page = re.sub(r"<[^>]+>", "", publish(owner, fresh))
    assert f"Buurtcomité Zonneveld ({form})" in page
    assert "Aanspreekbaar: An Maes (voorzitter) en Bert Claes" in page
    assert "KvK-nummer" not in page and "Ondernemingsnummer" not in page


def test_a_sole_trader_keeps_the_home_address_out(fresh: Policy, owner: PageClient) -> None:
    begun(owner, fresh, "NL", "99999001", legal_form="eenmanszaak", legal_name="Bart Bakker")
    refused = publish(owner, fresh)
    assert (
        "Het adres van uw zetel is niet volledig." in refused
        and "vul een postadres in" in refused
        and not fresh.versions.exists()
    )
    assert "wilt u het adres waar u woont niet tonen?" in text(owner.get(url(fresh, "onderneming")))
    send(owner, url(fresh, "onderneming"), **{"controller-postal_address": "Postbus 12, 3500 AA Utrecht"})
    review = text(owner.get(url(fresh, "controle")))
    assert "13.1.a AVG vraagt uw identiteit en uw contactgegevens" in review and "KVK" in review
    page = re.sub(r"<[^>]+>", "", publish(owner, fresh))
    assert "Postadres: Postbus 12, 3500 AA Utrecht; gevestigd in Nederland" in page
    assert fresh.versions.get().text.count("Postbus 12") == 1


def test_a_citizen_number_is_never_published(fresh: Policy, owner: PageClient) -> None:
    seat = {"seat_street": "Zonneveld 1", "seat_postcode": "3511 AB", "seat_city": "Utrecht"}
    begun(owner, fresh, "NL", "99999001", legal_form="eenmanszaak", legal_name="Bart Bakker", **seat)
    send(owner, url(fresh, "onderneming"), **{"controller-vat_number": "NL 1234.56.782.B01"})
    refused = publish(owner, fresh)
    assert "burgerservicenummer (BSN)" in refused and "NL000099998B57" in refused and not fresh.versions.exists()
    send(owner, url(fresh, "onderneming"), **{"controller-vat_number": "000099998B57"})
    assert "NL000099998B57" in publish(owner, fresh) and fresh.versions.count() == 1


def test_a_town_in_the_postcode_is_told_and_mended_with_one_press(fresh: Policy, owner: PageClient) -> None:
    begun(
        owner,
        fresh,
        "BE",
        "1999999943",
        legal_form="bv",
        legal_name="Nieuw",
        seat_street="Zonneveld 1",
        seat_postcode="9300 Sint-Lievens-Houtem",
        seat_city="Sint-Lievens-Houtem",
    )
    assert facts_of(fresh).controller.seat_postcode == "9300 Sint-Lievens-Houtem"
    step = text(owner.get(url(fresh, "onderneming")))
    assert "Bij de postcode staat nog iets" in step and "Maak ervan: 9300 Sint-Lievens-Houtem" in step
    assert "13.1.a-address-mixed" in [finding.code for finding in draft_of(fresh, date(2026, 12, 1)).findings]
    send(owner, url(fresh, "onderneming"), **{"controller-seat_postcode": "93000"})
    assert "“93000” is geen Belgische postcode." in text(owner.get(url(fresh, "onderneming")))
