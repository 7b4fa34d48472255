"""Who one is and how one is reached, beyond the usual: typed in its step, changed, taken away, and told meanwhile."""

from functools import reduce
from typing import Any

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import OtherContact
from policies.models import Policy
from policies.render import as_text
from policies.store.read import facts_of
from tests.filled import send, text, url
from tests.golden import ON
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import People

# step, path, posted first, told; posted then, told
TYPED: list[tuple[str, str, Any, str, Any, str]] = [
    (
        "onderneming",
        "controller.other_numbers",
        "• Erkenningsnummer 212345 (BIV);",
        "Andere nummers: Erkenningsnummer 212345 (BIV) ",
        "lid 1\nlid 2",
        "Andere nummers: lid 1 en lid 2 ",
    ),
    (
        "onderneming",
        "controller.group_name",
        "Graan Groep",
        "Groep: Graan Groep; verantwoordelijk blijven wij zelf",
        "de Korenbond",
        "Groep: de Korenbond; verantwoordelijk",
    ),
    (
        "contact",
        "contact.form_url",
        "www.bakkerij.example/vraag",
        "Formulier: www.bakkerij.example/vraag",
        "https://bakkerij.example/v",
        "Formulier: bakkerij.example/v",
    ),
    (
        "contact",
        "contact.hours",
        "Op werkdagen van 9 tot 17 uur.",
        "Bereikbaar: op werkdagen van 9 tot 17 uur ",
        "elke dag behalve zondag",
        "Bereikbaar: elke dag behalve zondag ",
    ),
    ("rechten", "rights.in_person", "on", "U mag ook langskomen.", "on", "U mag ook langskomen."),
    (
        "rechten",
        "rights.account_how",
        "in het account.",
        "U bekijkt en verandert uw gegevens ook zelf, in het account.",
        "via de app",
        "uw gegevens ook zelf, via de app.",
    ),
    (
        "rechten",
        "rights.talk_first",
        "on",
        "Vertel het ons gerust eerst; verplicht is dat niet.",
        "on",
        "Vertel het ons gerust eerst",
    ),
    (
        "stijl",
        "changes.channels",
        ["premises"],
        "wijziging melden wij met een bericht dat bij ons uithangt.",
        ["premises", "post"],
        "met een bericht dat bij ons uithangt en met een brief.",
    ),
]
EMPTY = {"rights.in_person": [], "rights.talk_first": [], "changes.channels": []}


def said(policy: Policy) -> str:
    return " ".join(as_text.text(assemble(facts_of(policy), load(), ON), None).split())


def value(policy: Policy, path: str) -> Any:
    return reduce(getattr, path.split("."), facts_of(policy))


@pytest.mark.parametrize(("step", "path", "first", "told", "then", "told_then"), TYPED, ids=[row[1] for row in TYPED])
def test_an_answer_is_typed_changed_and_taken_away(
    step: str, path: str, first: Any, told: str, then: Any, told_then: str, policy: Policy, owner: PageClient
) -> None:
    before, open_now, name = said(policy), value(policy, path), path.replace(".", "-")
    assert told not in before
    for posted, wanted in ((first, told), (then, told_then)):
        assert send(owner, url(policy, step), **{name: posted}).status_code == 302
        assert wanted in said(policy)
    send(owner, url(policy, step), **{name: EMPTY.get(path, "")})
    assert value(policy, path) == open_now and said(policy) == before


def test_an_rsin_is_asked_of_a_dutch_company_and_refused_where_it_cannot_be(people: People, owner: PageClient) -> None:
    policy = make_policy(people.organisation)
    assert "RSIN bestaat alleen in Nederland" in text(
        send(owner, url(policy, "onderneming"), **{"controller-rsin": "001234560"})
    )
    dutch = {"controller-country": "NL", "controller-register_number": "99999001"}
    assert "een controlegetal dat klopt" in text(
        send(owner, url(policy, "onderneming"), **dutch, **{"controller-rsin": "001234561"})
    )
    assert (
        send(owner, url(policy, "onderneming"), **dutch, **{"controller-rsin": "RSIN 0012.34.560"}).status_code == 302
    )
    assert facts_of(policy).controller.rsin == "001234560" and "Andere nummers: RSIN 001234560 " in said(policy)
    send(owner, url(policy, "onderneming"), **{"controller-rsin": ""})
    assert "RSIN" not in said(policy)


def test_another_contact_is_added_changed_and_taken_away(policy: Policy, owner: PageClient) -> None:
    address = url(policy, "contact")
    send(
        owner,
        address,
        **{
            "others-0-name": "De winkel",
            "others-0-subject": "Voor vragen over bestellingen:",
            "others-0-phone": "053 00 00 01",
        },
    )
    row = facts_of(policy).contact.others[0]
    assert (row.key, row.name, row.phone) == ("de-winkel", "De winkel", "053 00 00 01")
    assert "Voor vragen over bestellingen: de winkel, 053 00 00 01 " in said(policy)
    send(owner, address, **{"others-0-subject": "", "others-0-email": "winkel@bakkerij.example"})
    assert "Nog een aanspreekpunt: de winkel, winkel@bakkerij.example, 053 00 00 01 " in said(policy)
    refused = send(owner, address, **{"others-0-email": "geen adres"})
    assert (
        refused.status_code == 200
        and "geen adres" in refused.content.decode()
        and facts_of(policy).contact.others[0].email == "winkel@bakkerij.example"
    )
    send(owner, address, **{"others-0-DELETE": "on"})
    assert facts_of(policy).contact.others == () and "winkel@" not in said(policy)


def test_apps_are_asked_for_with_the_choice(policy: Policy, owner: PageClient) -> None:
    address = url(policy, "website")
    send(
        owner,
        address,
        **{"scope-websites": "www.bakkerij.example", "scope-applies_to": "websites_apps", "scope-apps": "Broodje"},
    )
    assert "geldt alleen voor www.bakkerij.example en de subdomeinen daarvan, en voor onze app Broodje." in said(policy)
    send(owner, address, **{"scope-apps": "Broodje\nTaart"})
    assert "en voor onze apps Broodje en Taart." in said(policy)
    send(owner, address, **{"scope-apps": ""})
    assert "De verklaring geldt ook voor uw apps, maar er staat er geen." in text(owner.get(url(policy, "controle")))
    send(owner, address, **{"scope-applies_to": "everything", "scope-apps": "Broodje"})
    assert "geldt voor alles wat wij doen, ook op www.bakkerij.example en in onze app Broodje." in said(policy)


def test_the_promise_about_the_website_goes_with_a_form_and_comes_back_without(
    people: People, owner: PageClient
) -> None:
    policy = make_policy(people.organisation, make_company(activities=(), recipients=()))
    promise = "Via onze website verwerken wij geen persoonsgegevens"
    send(owner, url(policy, "website"), **{"scope-websites": "www.bakkerij.example", "scope-no_site_data": "ja"})
    assert facts_of(policy).scope.no_site_data is True and promise in said(policy)
    send(owner, url(policy, "contact"), **{"contact-form_url": "www.bakkerij.example/vraag"})
    assert promise not in said(policy) and "men kan u met een formulier schrijven" in text(
        owner.get(url(policy, "controle"))
    )
    send(owner, url(policy, "contact"), **{"contact-form_url": ""})
    assert promise in said(policy)
    send(owner, url(policy, "website"), **{"scope-no_site_data": "nee"})
    assert facts_of(policy).scope.no_site_data is False and promise not in said(policy)


def test_other_contacts_come_in_with_a_file_and_go_out_the_same(people: People) -> None:
    desk = OtherContact(key="winkel", subject="voor vragen over bestellingen", name="de winkel", phone="053 00 00 01")
    company = make_company()
    company = type(company)(**{**vars(company), "contact": type(company.contact)(others=(desk,), hours="elke dag")})
    assert facts_of(make_policy(people.organisation, company)) == company
