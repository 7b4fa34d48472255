"""Tick, do not type: data and measures as chips, and the catalogue inside a list of choices."""

import pytest

from policies.core.facts import DataCategory, DataItem, DataUse, Facts, Security
from policies.models import Policy
from policies.store.read import facts_of
from tests.filled import Filled, send, text, url
from tests.make import make_activity, make_company, make_policy
from tests.page import PageClient
from tests.people import People
from tests.views.test_pick import with_picked

pytestmark = pytest.mark.one_database

QUIET = {"HX-Request": "true"}
HTTPS, BACKUP, OWN = (
    "onze website gebruikt een beveiligde verbinding (https)",
    "wij maken elke dag een back-up",
    "onze kelder heeft een slot",
)


def items(policy: Policy, activity: int = 0, use: int = 0) -> list[str | None]:
    return [item.name for item in facts_of(policy).activities[activity].uses[use].items]


def opened(client: PageClient, address: str) -> dict[str, list[str]]:
    return Filled(client.get(address).content.decode()).data


class TestItems:
    @pytest.fixture
    def use(self, people: People) -> tuple[Policy, str]:
        """The contact form, which uses name and e-mail address of the usual contact data; and the page of that use."""
        contact = DataCategory(key="contact", name="contactgegevens", catalogue_id="contact")
        policy = make_policy(people.organisation, company=make_company(categories=(contact,)))
        return policy, url(policy, f"gegevens/gebruik/{policy.activities.get().uses.get().pk}")

    def test_what_is_usual_and_not_there_is_offered(self, use: tuple[Policy, str], owner: PageClient) -> None:
        page = text(owner.get(use[1]))
        assert 'value="telefoonnummer" id="id_items-kies' in page and 'name="items-kies" value="naam"' not in page

    def test_ticked_is_a_row_once_however_often_it_is_saved(self, use: tuple[Policy, str], owner: PageClient) -> None:
        policy, address = use
        page = opened(owner, address) | {"items-kies": ["telefoonnummer", "nooit aangeboden", "telefoonnummer"]}
        for _ in range(2):
            answer = owner.post(address, page, headers=QUIET)
            assert "Bewaard om" in text(answer) and items(policy) == ["naam", "e-mailadres", "telefoonnummer"]
            page |= {"getoond": Filled(answer.content.decode()).data["getoond"]}
        assert owner.post(address, page).status_code == 302
        assert items(policy) == ["naam", "e-mailadres", "telefoonnummer"]
        assert 'name="items-kies" value="telefoonnummer"' not in text(owner.get(address))  # now it is a row

    def test_a_tick_that_saved_itself_can_be_taken_back(self, use: tuple[Policy, str], owner: PageClient) -> None:
        policy, address = use
        page = opened(owner, address)
        answer = owner.post(address, page | {"items-kies": ["telefoonnummer"]}, headers=QUIET)
        owner.post(address, page | {"getoond": Filled(answer.content.decode()).data["getoond"]}, headers=QUIET)
        assert items(policy) == ["naam", "e-mailadres"]

    def test_a_tick_survives_a_refusal(self, use: tuple[Policy, str], owner: PageClient) -> None:
        policy, address = use
        page = opened(owner, address)
        answer = owner.post(address, page | {"items-kies": ["telefoonnummer"]}, headers=QUIET)
        page |= {
            "getoond": Filled(answer.content.decode()).data["getoond"],
            "items-kies": ["telefoonnummer"],
            "items-0-name": ["x" * 500],
        }
        refused = owner.post(address, page)
        assert "Nog niet bewaard." in text(refused)
        again = Filled(refused.content.decode()).data
        assert again["items-kies"] == ["telefoonnummer"]
        assert owner.post(address, again | {"items-0-name": ["naam"]}).status_code == 302
        assert items(policy) == ["naam", "e-mailadres", "telefoonnummer"]

    def test_typed_and_ticked_is_one(self, use: tuple[Policy, str], owner: PageClient) -> None:
        policy, address = use
        send(owner, address, **{"items-0-name": "Telefoonnummer", "items-kies": ["telefoonnummer"]})
        assert items(policy) == ["Telefoonnummer", "e-mailadres"]

    def test_the_same_data_is_asked_once(self, use: tuple[Policy, str], owner: PageClient) -> None:
        """A second activity that uses contact data: what the first one uses is ticked, and groups and source follow."""
        policy, _ = use
        company = facts_of(policy)
        other = make_activity(key="offertes", name="offertes", uses=())
        second = make_policy(
            policy.organisation,
            company=make_company(categories=company.categories, activities=(*company.activities, other)),
        )
        new = url(second, "gegevens/gebruik/nieuw") + f"?bij={second.activities.get(key='offertes').pk}"
        assert "items-kies" not in opened(owner, new)  # of which kind is not said yet
        page = Filled(owner.get(f"{new}&uses-category=contact", headers=QUIET).content.decode()).data
        assert page["items-kies"] == ["naam", "e-mailadres"] and page["items-van"] == ["contact"]
        assert "Gebruikt u al bij een andere verwerking" in text(
            owner.get(f"{new}&uses-category=contact", headers=QUIET)
        )
        shown = owner.post(
            new, opened(owner, new) | {"uses-category": ["contact"], "add": "kies"}
        )  # the button for who has no script
        page = Filled(shown.content.decode()).data
        assert page["items-kies"] == ["naam", "e-mailadres"] and facts_of(second).activities[1].uses == ()
        assert owner.post(new, page | {"items-kies": ["naam", "telefoonnummer"]}).status_code == 302
        use = facts_of(second).activities[1].uses[0]
        assert use == DataUse(category="contact", items=(DataItem(name="naam"), DataItem(name="telefoonnummer")))

    def test_another_kind_of_data_from_the_catalogue_becomes_a_row_once(
        self, use: tuple[Policy, str], owner: PageClient
    ) -> None:
        policy, address = use
        page = opened(owner, address) | {
            "uses-category": ["catalogue:orders"],
            "items-van": ["orders"],
            "items-kies": ["prijs"],
        }
        for _ in range(2):
            answer = owner.post(address, page, headers=QUIET)
            assert answer.status_code == 200
            page |= {"getoond": Filled(answer.content.decode()).data["getoond"]}
        facts = facts_of(policy)
        assert [row.catalogue_id for row in facts.categories] == ["contact", "orders"]
        assert facts.activities[0].uses[0].category == facts.categories[1].key and items(policy) == [
            "naam",
            "e-mailadres",
            "prijs",
        ]

    def test_a_kind_that_was_never_offered_is_refused(self, use: tuple[Policy, str], owner: PageClient) -> None:
        for wrong in ("catalogue:onzin", "catalogue:", "catalogue:RET-BE-01", "catalogue:\x00"):
            assert "fouten" in text(send(owner, use[1], **{"uses-category": wrong}))
        assert len(facts_of(use[0]).categories) == 1


class TestMeasures:
    @pytest.fixture
    def address(self, policy: Policy) -> str:
        policy.security.measures = (OWN, HTTPS)
        policy.security.save()
        return url(policy, "beveiliging")

    def test_ticked_when_the_line_is_there_and_own_lines_stay_lines(self, address: str, owner: PageClient) -> None:
        page = opened(owner, address)
        assert page["security-measures-kies"] == [HTTPS] and page["security-measures"] == [OWN]

    def test_add_untick_and_save_by_itself_twice(self, policy: Policy, address: str, owner: PageClient) -> None:
        page = opened(owner, address) | {"security-measures-kies": [HTTPS, BACKUP]}
        for _ in range(2):
            answer = owner.post(address, page, headers=QUIET)
            assert facts_of(policy).security.measures == (OWN, HTTPS, BACKUP)
            page |= {"getoond": Filled(answer.content.decode()).data["getoond"]}
        owner.post(address, page | {"security-measures-kies": [BACKUP], "security-measures": f"{OWN}\nwij letten op"})
        assert facts_of(policy).security.measures == (OWN, BACKUP, "wij letten op")

    def test_a_line_that_is_typed_as_the_catalogue_has_it_is_ticked(
        self, policy: Policy, address: str, owner: PageClient
    ) -> None:
        send(
            owner,
            address,
            **{"security-measures": f"{BACKUP}\n{OWN}", "security-measures-kies": [HTTPS, "dit bood niemand aan"]},
        )
        assert facts_of(policy).security.measures == (OWN, HTTPS, BACKUP)
        assert opened(owner, address)["security-measures-kies"] == [HTTPS, BACKUP]

    def test_what_somebody_else_answered_can_be_taken_over(
        self, policy: Policy, address: str, owner: PageClient
    ) -> None:
        page = opened(owner, address)
        send(owner, address, **{"security-measures-kies": []})
        met = owner.post(address, page | {"security-measures-kies": [HTTPS, BACKUP]})
        assert "Nu staat er: <strong>onze kelder" in text(met)
        taken = owner.post(address, Filled(met.content.decode()).data | {"neem": "security-measures"})
        again = Filled(taken.content.decode()).data
        assert "security-measures-kies" not in again and again["security-measures"] == [OWN]


class TestPeriods:
    def test_what_fits_is_offered_and_no_more(self, people: People, owner: PageClient) -> None:
        policy = make_policy(people.organisation, company=with_picked(("verwerkingen", "ACT-14")))
        policy.retention_rules.filter(catalogue_id="RET-BE-04").delete()
        page = text(owner.get(url(policy, "bewaartermijnen")))
        first = page[page.index('name="activities-sollicitaties-op-een-vacature-retention"') :].partition("</select>")[
            0
        ]
        assert (
            '<option value="catalogue:RET-BE-04">sollicitaties: 1 maand na het einde van de procedure</option>' in first
        )
        assert first.count("catalogue:") <= 6 and "Uit de catalogus" in first

    def test_the_rule_is_made_once_and_chosen(self, people: People, owner: PageClient) -> None:
        """By two activities at once, on a page that saves by itself before somebody presses the button."""
        policy = make_policy(
            people.organisation,
            company=make_company(activities=(make_activity(), make_activity(key="twee", name="Twee"))),
        )
        address, names = (
            url(policy, "bewaartermijnen"),
            ["activities-contactformulier-retention", "activities-twee-retention"],
        )
        page = opened(owner, address) | dict.fromkeys(names, ["catalogue:RET-BE-09"])
        for _ in range(2):
            answer = owner.post(address, page, headers=QUIET)
            assert "Bewaard om" in text(answer) and "data-wrong" not in text(answer)
            page |= {"getoond": Filled(answer.content.decode()).data["getoond"]}
        assert owner.post(address, page).status_code == 302
        facts = facts_of(policy)
        assert [rule.catalogue_id for rule in facts.retention_rules] == [None, "RET-BE-09"]
        assert {activity.retention for activity in facts.activities} == {facts.retention_rules[1].key}
        assert opened(owner, address)[names[0]] == [facts.retention_rules[1].key]

    def test_what_was_not_offered_or_has_no_country_is_refused(
        self, people: People, policy: Policy, owner: PageClient
    ) -> None:
        bare = make_policy(
            people.organisation, company=Facts(activities=(make_activity(groups=(), retention=None, uses=()),))
        )
        for one, wrong in ((policy, "catalogue:onzin"), (policy, "catalogue:RET-NL-01"), (bare, "catalogue:RET-BE-01")):
            before = facts_of(one)
            answer = send(owner, url(one, "bewaartermijnen"), **{"activities-contactformulier-retention": wrong})
            assert "kan hier niet" in text(answer) or "bestaat niet meer" in text(answer)
            assert facts_of(one) == before


def test_a_reader_cannot_tick(people: People, client: PageClient) -> None:
    policy = make_policy(people.organisation, company=make_company(security=Security(measures=(HTTPS, OWN))))
    client.force_login(people.reader)
    page = client.get(url(policy, "beveiliging")).content.decode()
    assert HTTPS in page and "measures-kies" not in page
