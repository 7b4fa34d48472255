"""What art. 12–14 ask of a statement, on screen, as data, and as an annex to the draft."""

import json
from dataclasses import replace

import pytest

from policies.core.facts import Facts
from policies.models import Policy
from policies.render import as_pdf
from policies.store import write
from tests.page import PageClient
from tests.people import People
from tests.versions import complete_company

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def policy(people: People, client: PageClient) -> Policy:
    client.force_login(people.reader)
    return write.new_policy(people.organisation, "Bakkerij", complete_company())


def page(client: PageClient, policy: Policy) -> str:
    return client.get(f"/verklaringen/{policy.pk}/volledigheid/").content.decode()


def test_all_that_is_required_stands_in_it(client: PageClient, policy: Policy) -> None:
    html = page(client, policy)
    assert "Alles wat verplicht is, staat erin" in html
    assert html.count('<th scope="row"') == 41 + 23
    assert "ontbreekt of klopt niet" not in html and "niet voldaan" not in html
    assert "rights/access" in html
    last = client.get(f"/verklaringen/{policy.pk}/vragen/controle/").content.decode()
    assert f'href="/verklaringen/{policy.pk}/volledigheid/"' in last


def test_what_is_missing_leads_to_its_field(client: PageClient, policy: Policy) -> None:
    company = complete_company()
    write.overwrite(policy, replace(company, scope=replace(company.scope, processing_countries=())))
    html = page(client, policy)
    assert "Er ontbreekt nog één punt." in html
    assert f'href="/verklaringen/{policy.pk}/feit/scope.processing_countries/"' in html


def test_as_data(client: PageClient, policy: Policy) -> None:
    response = client.get(f"/verklaringen/{policy.pk}/volledigheid.json")
    data = json.loads(response.content)
    assert response["Content-Type"] == "application/json" and "volledigheid.json" in response["Content-Disposition"]
    assert data["complete"] is True and len(data["items"]) == 41 and len(data["criteria"]) == 23
    assert data["items"][8] == {
        "article": "13.1.a",
        "what": "Wie verantwoordelijk is en hoe men die bereikt",
        "state": "required",
        "why": "Elke verklaring moet zeggen wie verantwoordelijk is.",
        "missing": [],
        "places": data["items"][8]["places"],
        "deed": False,
    }


def test_the_annex_comes_on_request_only(client: PageClient, policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(as_pdf, "pdf", lambda document, edition, annex="": asked.append(annex) or b"%PDF")
    for query in ("", "?bijlage=ja", "?bijlage=nee"):
        client.get(f"/verklaringen/{policy.pk}/voorbeeld.pdf{query}")
    assert [bool(annex) for annex in asked] == [False, True], "the third is the first, which is kept"
    assert "bijlage=ja" in client.get(f"/verklaringen/{policy.pk}/voorbeeld/").content.decode()


def test_of_nothing_at_all(client: PageClient, people: People) -> None:
    client.force_login(people.owner)
    empty = write.new_policy(people.organisation, "Leeg", Facts())
    html = page(client, empty)
    assert "Er ontbreken nog" in html
