"""The button that publishes, and the preview: as a person meets them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import time_machine

from policies import publish as p
from policies.models import Policy, PolicyVersion, PublicationEvent
from policies.render import as_html
from policies.store import write
from tests.page import PageClient
from tests.people import People
from tests.publishing import NOW, TODAY, change, phone, print_quickly, publish, recipient
from tests.versions import complete_company

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    print_quickly(monkeypatch)
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def policy(people: People, client: PageClient) -> Policy:
    client.force_login(people.editor)
    return write.new_policy(people.organisation, "Bakkerij Peeters", complete_company())


def hidden_digest(html: str) -> str:
    return re.search(r'name="seen_digest" value="([0-9a-f]{64})"', html)[1]


def fill(policy: Policy, **given: object) -> dict[str, object]:
    """The form as it is sent."""
    first = {} if policy.versions.exists() else {"slug": "bakkerij", "label": ""}
    draft = p.draft_of(policy, TODAY)
    return {
        "effective_date": TODAY.isoformat(),
        "note": "",
        "told": "",
        "warned": "",
        "seen_digest": draft.digest,
        **first,
        **given,
    }


def send(client: PageClient, policy: Policy, **given: object):
    return client.post(f"/verklaringen/{policy.pk}/publiceren/", fill(policy, **given))


def test_last_step_offers_to_publish(client: PageClient, policy: Policy) -> None:
    html = client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
    assert hidden_digest(html) == p.draft_of(policy, TODAY).digest
    assert 'value="2026-12-01"' in html
    assert 'value="peeters"' in html
    assert "Dit wordt de eerste versie." in html
    assert html.count("geen juridisch advies") == 1


def test_it_works(client: PageClient, policy: Policy) -> None:
    response = send(client, policy, note="De eerste.")
    version = PolicyVersion.objects.get()
    assert (response.status_code, response.url) == (302, f"/verklaringen/{policy.pk}/versies/")
    assert (version.label, version.note, version.published_by_name, version.published_at) == (
        "1.00",
        "De eerste.",
        "Ed Maes",
        NOW,
    )
    html = client.get(response.url).content.decode()
    assert "Versie 1.00 is gepubliceerd." in html
    assert '&lt;a href="http://127.0.0.1:8000/privacy/bakkerij/"&gt;Privacyverklaring&lt;/a&gt;' in html
    assert client.get("/privacy/bakkerij/").status_code == 200


def test_what_is_published_is_what_the_page_showed(client: PageClient, policy: Policy) -> None:
    html = client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
    send(client, policy, seen_digest=hidden_digest(html))
    assert PolicyVersion.objects.get().content_digest == hidden_digest(html)


@pytest.mark.parametrize("day", ["31/12/2026", "31-12-2026", "2026-12-31"])
def test_date_as_people_write_it(day: str, client: PageClient, policy: Policy) -> None:
    send(client, policy, effective_date=day)
    assert PolicyVersion.objects.get().effective_date == date(2026, 12, 31)


REFUSED = {
    "no date": ({"effective_date": ""}, "Kies een datum."),
    "no date at all": ({"effective_date": "morgen"}, "Schrijf de datum als 30-11-2026."),
    "an impossible date": ({"effective_date": "2026-02-30"}, "Schrijf de datum als 30-11-2026."),
    "yesterday": ({"effective_date": "2026-11-30"}, "De ingangsdatum is voorbij."),
    "the year one": ({"effective_date": "0001-01-01"}, "De ingangsdatum is voorbij."),
    "no address": ({"slug": ""}, "Kies een adres voor de verklaring"),
    "a wrong address": ({"slug": "Mijn Zaak!"}, "Gebruik 3 tot 60 kleine letters"),
    "an address from right to left": ({"slug": "\u202eabc"}, "een verborgen teken"),
    "a wrong number": ({"label": "1.0"}, "Schrijf het nummer als 1.00"),
    "another text": ({"seen_digest": "0" * 64}, "De tekst is anders dan wat u hebt bekeken"),
    "a NUL byte": ({"note": "a\0b"}, "onleesbaar teken (een stuurteken) na “a”"),
    "a mark that turns the text": ({"note": "a\u202eb"}, "verborgen teken dat de schrijfrichting omkeert na “a”"),
    "a long story": ({"note": "a" * 10_000}, "1000 tekens"),
}


@pytest.mark.parametrize(("given", "says"), REFUSED.values(), ids=REFUSED)
def test_refusal_is_said_and_nothing_typed_is_lost(
    given: dict[str, str], says: str, client: PageClient, policy: Policy
) -> None:
    typed = {"note": "Wij zijn verhuisd. 🥖 <script>", "slug": "mijn-bakkerij", "label": "3.00", **given}
    response = send(client, policy, **typed)
    assert response.status_code == 200
    html = response.content.decode()
    assert says in html
    if "note" not in given:
        assert "Wij zijn verhuisd. 🥖 &lt;script&gt;" in html
    for name in {"slug", "label"} - given.keys():
        assert f'value="{typed[name]}"' in html
    assert not PolicyVersion.objects.exists()


def test_a_note_is_text_and_nothing_else(client: PageClient, policy: Policy) -> None:
    assert send(client, policy, note="{{ 7*7 }} <script>alert(1)</script> 🥖 \u200babc").status_code == 302
    for page in ("/privacy/bakkerij/", "/privacy/bakkerij/versies/", f"/verklaringen/{policy.pk}/versies/"):
        assert "{{ 7*7 }} &lt;script&gt;alert(1)&lt;/script&gt; 🥖 abc" in client.get(page).content.decode()


@pytest.mark.parametrize("day", ["2028-12-02", "9999-12-31"])
def test_a_date_far_away_is_refused_at_the_field(day: str, client: PageClient, policy: Policy) -> None:
    """Nothing that was typed is lost, and the last day that may be chosen is named."""
    html = send(client, policy, effective_date=day, note="Wij verhuisden.", slug="bakkerij-peeters").content.decode()
    assert "Kies een dag tot en met 1 december 2028: dat is 24 maanden vooruit." in html
    assert f'value="{day}"' in html and "Wij verhuisden." in html and 'value="bakkerij-peeters"' in html
    assert 'id="publish_effective_date_error"' in html
    assert send(client, policy, effective_date="2028-12-01").status_code == 302
    assert "Deze versie geldt vanaf 1 december 2028." in client.get("/privacy/bakkerij/").content.decode()
    for page in ("/privacy/bakkerij/versies/", f"/verklaringen/{policy.pk}/versies/", f"/verklaringen/{policy.pk}/"):
        assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-12-20", "Versie 1.01 zegt hetzelfde en geldt al vanaf 15 december 2026."),
        ("2026-12-15", "Er is niets veranderd sinds versie 1.01."),
    ],
)
def test_a_text_that_is_announced_already_is_refused_at_the_date_and_nothing_is_lost(
    day: str, says: str, client: PageClient, policy: Policy, people: People
) -> None:
    publish(policy, people.editor)
    change(policy, phone("09 000 00 01"))
    publish(policy, people.editor, on=date(2026, 12, 15))
    html = send(client, policy, effective_date=day, note="Wij verhuisden.").content.decode()
    assert says in html
    assert 'id="publish_effective_date_error"' in html and f'value="{day}"' in html and "Wij verhuisden." in html
    assert send(client, policy, effective_date="2026-12-10", note="Wij verhuisden.").status_code == 302
    assert policy.versions.count() == 3 and policy.versions.last().note == "Wij verhuisden."


def test_a_date_long_ago_for_whom_the_law_did_not_exist_yet(client: PageClient, people: People) -> None:
    """The Flemish authority has no address in the year one: nobody may look there."""
    company = complete_company()
    company = replace(company, controller=replace(company.controller, legal_form="vlaams_bestuur"))
    policy = write.new_policy(people.organisation, "Gemeente", company)
    client.force_login(people.editor)
    for day in ("0001-01-01", "1970-01-01"):
        assert "De ingangsdatum is voorbij." in send(client, policy, effective_date=day).content.decode()
        assert client.get(f"/verklaringen/{policy.pk}/voorbeeld/", {"datum": day}).status_code == 200


def test_nothing_at_all_is_sent(client: PageClient, policy: Policy) -> None:
    assert client.post(f"/verklaringen/{policy.pk}/publiceren/", {}).status_code == 200
    assert client.get(f"/verklaringen/{policy.pk}/publiceren/").url == f"/verklaringen/{policy.pk}/vragen/controle/"


def test_refused_text_is_shown_anew_and_can_be_published(client: PageClient, policy: Policy) -> None:
    """Somebody changed an answer meanwhile: the page that says so shows the text as it is now."""
    data = fill(policy)
    change(policy, phone("09 000 00 01"))
    html = client.post(f"/verklaringen/{policy.pk}/publiceren/", data).content.decode()
    assert "09 000 00 01" in html
    assert hidden_digest(html) == p.draft_of(policy, TODAY).digest != data["seen_digest"]
    assert (
        client.post(f"/verklaringen/{policy.pk}/publiceren/", data | {"seen_digest": hidden_digest(html)}).status_code
        == 302
    )


def test_findings_stop_it(client: PageClient, policy: Policy) -> None:
    data = fill(policy)
    change(policy, lambda facts: complete_company(rights=type(facts.rights)()))
    html = client.post(f"/verklaringen/{policy.pk}/publiceren/", data | {"note": "Wij zijn verhuisd."}).content.decode()
    assert "Dit moet eerst in orde" in html
    assert "Wij zijn verhuisd." in html
    assert 'name="note"' not in client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
    assert not PolicyVersion.objects.exists()


def test_nothing_changed(client: PageClient, people: People, policy: Policy) -> None:
    publish(policy, people.editor)
    response = send(client, policy)
    assert "Er is niets veranderd sinds versie 1.00." in response.content.decode()
    assert 'name="seen_digest"' not in client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()


def test_second_version_does_not_ask_for_number_and_address(client: PageClient, people: People, policy: Policy) -> None:
    publish(policy, people.editor)
    change(policy, phone("09 000 00 01"))
    html = client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
    assert "versie 1.01" in html
    assert 'name="slug"' not in html and 'name="label"' not in html
    assert f'href="/verklaringen/{policy.pk}/versies/vergelijken/?van=1.00&amp;naar=concept"' in html
    send(client, policy, slug="gestolen", label="9.00")
    assert [version.label for version in policy.versions.all()] == ["1.00", "1.01"]
    assert [address.slug for address in policy.addresses.all()] == ["bakkerij"]


def test_major_change_today_asks_once_how_people_were_told(client: PageClient, people: People, policy: Policy) -> None:
    publish(policy, people.editor)
    change(policy, recipient("Acme"))
    page = client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
    assert "Dit is een belangrijke wijziging." in page and "nieuwe ontvanger: Acme" in page
    html = send(client, policy, note="Wij werken met Acme.").content.decode()
    assert "Schrijf op hoe u dat deed" in html and "Wij werken met Acme." in html
    assert 'name="warned" value="ja"' in html
    assert policy.versions.count() == 1
    assert send(client, policy, warned="ja").status_code == 302
    assert PublicationEvent.objects.get(label="2.00").detail.endswith("niet ingevuld")


def test_a_major_change_that_nobody_looked_at_is_shown_before_anything_is_asked(
    client: PageClient, people: People, policy: Policy
) -> None:
    """The question how people were told brings the new text with it: it must not pass for a text that was seen."""
    publish(policy, people.editor)
    change(policy, recipient("Acme"))
    data = fill(policy, note="Wij werken met Acme.")
    change(policy, phone("09 000 00 01"))
    html = client.post(f"/verklaringen/{policy.pk}/publiceren/", data).content.decode()
    assert "De tekst is anders dan wat u hebt bekeken" in html and "Wij werken met Acme." in html
    assert "Schrijf op hoe u dat deed" not in html and 'name="warned" value="ja"' not in html
    html = send(client, policy, seen_digest=hidden_digest(html)).content.decode()
    assert "Schrijf op hoe u dat deed" in html
    assert policy.versions.count() == 1


@pytest.mark.parametrize("given", [{"told": "Een mail aan alle klanten."}, {"effective_date": "2026-12-31"}])
def test_major_change_that_people_know_of_is_not_asked(
    given: dict[str, str], client: PageClient, people: People, policy: Policy
) -> None:
    publish(policy, people.editor)
    change(policy, recipient("Acme"))
    on = date.fromisoformat(given.get("effective_date", "2026-12-01"))
    assert send(client, policy, seen_digest=p.draft_of(policy, on).digest, **given).status_code == 302
    assert ("Een mail aan alle klanten." in PublicationEvent.objects.get(label="2.00").detail) is ("told" in given)


def test_withdrawn_policy_offers_no_form(client: PageClient, people: People, policy: Policy) -> None:
    publish(policy, people.editor)
    p.retire(policy, "", by=people.owner, now=NOW)
    change(policy, phone("09 000 00 01"))
    html = client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
    assert "Neem ze eerst weer in gebruik" in html
    assert 'name="seen_digest"' not in html
    assert "Deze verklaring is ingetrokken." in send(client, policy).content.decode()


# --- preview -------------------------------------------------------------------------------------------------------


def test_preview_is_the_article_marked_as_a_draft(client: PageClient, people: People, policy: Policy) -> None:
    client.force_login(people.reader)
    response = client.get(f"/verklaringen/{policy.pk}/voorbeeld/")
    html = response.content.decode()
    assert as_html.article(p.draft_of(policy, TODAY).document, None) in html
    assert "Concept" in html
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("2027-03-01", "1 maart 2027"),
        ("", "1 december 2026"),
        ("2020-01-01", "1 december 2026"),
        ("onzin", "1 december 2026"),
        ("2027-02-31", "1 december 2026"),
    ],
)
def test_preview_for_a_day(asked: str, shown: str, client: PageClient, policy: Policy) -> None:
    assert f"vanaf {shown}" in client.get(f"/verklaringen/{policy.pk}/voorbeeld/", {"datum": asked}).content.decode()


def test_preview_of_a_statement_with_gaps(client: PageClient, people: People) -> None:
    client.force_login(people.editor)
    begun = write.new_policy(people.organisation, "Leeg")
    assert "nog in te vullen" in client.get(f"/verklaringen/{begun.pk}/voorbeeld/").content.decode()
