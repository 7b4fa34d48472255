"""Nothing typed is ever lost: the page saves by itself, two people meet, a session ends, a removal is undone."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from policies.core.clauses.library import load
from policies.core.picking.companions import rows_to_remove
from policies.models import Policy
from policies.store.read import facts_of
from tests import golden
from tests.filled import Filled, send, text, url
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import PASSWORD, People

QUIET = {"HX-Request": "true"}


def opened(client: Client, address: str) -> dict[str, list[str]]:
    """What a browser would post from the page as it is now."""
    return Filled(client.get(address).content.decode()).data


class TestByItself:
    def test_what_is_right_is_kept_and_what_is_wrong_is_told(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "onderneming"))
        answer = owner.post(
            url(policy, "onderneming"),
            page | {"controller-seat_city": "Gent", "controller-email": "olga@"},
            headers=QUIET,
        )
        assert answer.status_code == 200 and answer["HX-Trigger"] == "bewaard" and "Bewaard om" not in text(answer)
        assert (
            'Nog niet bewaard: <a href="#id_controller-email">Algemeen e-mailadres</a>. De rest is wel bewaard.'
            in text(answer)
            and "data-unsaved" in text(answer)
        )
        assert "Dit is geen geldig e-mailadres" in text(answer) and 'id="id_controller-email_told"' in text(answer)
        company = facts_of(policy).controller
        assert (company.seat_city, company.email) == ("Gent", make_company().controller.email)

    def test_stored_is_said_when_all_of_it_is(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "onderneming"))
        answer = owner.post(url(policy, "onderneming"), page | {"controller-seat_city": "Gent"}, headers=QUIET)
        assert "Bewaard om" in text(answer) and "data-unsaved" not in text(answer)

    @pytest.mark.parametrize(
        ("slug", "changes", "told"),
        [
            ("onderneming", {"controller-vat_number": "BE 1"}, "Btw-nummer"),
            ("website", {"groups-0-DELETE": "on"}, "Groep verwijderen"),
            ("rechten", {"rights-term_number": "veel"}, "Binnen hoeveel tijd antwoordt u?"),
            ("rechten", {"rights-term_number": "3", "rights-term_unit": ""}, "Eenheid"),
            ("website", {"scope-websites": "geen adres hier"}, ""),
        ],
    )
    def test_what_is_not_stored_is_named_with_the_way_to_it(
        self, policy: Policy, owner: PageClient, slug: str, changes: dict, told: str
    ) -> None:
        page = opened(owner, url(policy, slug))
        answer = text(owner.post(url(policy, slug), page | changes, headers=QUIET))
        told_here = answer.partition('id="bewaard"')[2].partition("</span>")[0]
        anchor = re.search(rf'<a href="#([^"]+)">{re.escape(told)}', told_here)
        assert anchor and "Bewaard om" not in told_here, told_here
        assert f'id="{anchor[1]}' in owner.get(url(policy, slug)).content.decode()

    def test_half_a_list_is_named(self, policy: Policy, owner: PageClient) -> None:
        address = url(policy, f"gegevens/gebruik/{policy.activities.get().uses.get().pk}")
        page = opened(owner, address)
        answer = text(owner.post(address, page | {"items-0-name": "x" * 200}, headers=QUIET))
        assert "Gegeven 1: Gegeven</a>" in answer and "Bewaard om" not in answer

    def test_whatever_is_sent_twice_is_stored_once(self, policy: Policy, owner: PageClient) -> None:
        """The answer to the first was lost: what it sent comes along with the second, and the second knows the rows of the first."""
        address = url(policy, "website")
        page = opened(owner, address)
        count = int(page["groups-TOTAL_FORMS"][0])
        first = page | {
            "groups-TOTAL_FORMS": str(count + 1),
            f"groups-{count}-name": "buren",
            f"groups-{count}-key": "",
            "groups-0-name": "mensen",
        }
        for _ in range(2):
            answer = owner.post(address, first, headers=QUIET)
            assert "Bewaard om" in text(answer)
        assert [row.name for row in facts_of(policy).groups][count:] == ["buren"]
        later = first | {f"groups-{count}-name": "buurtbewoners", "groups-0-name": "iedereen"}
        for _ in range(2):
            answer = owner.post(address, later | {"vorige": urlencode(first, doseq=True)}, headers=QUIET)
        assert "Bewaard om" in text(answer) and "Nu staat er" not in text(answer)
        names = [row.name for row in facts_of(policy).groups]
        assert names[count:] == ["buurtbewoners"] and names[0] == "iedereen"

    def test_what_came_before_is_no_way_around_a_colleague(self, policy: Policy, owner: PageClient) -> None:
        address = url(policy, "onderneming")
        page = opened(owner, address)
        mine = page | {"controller-seat_city": "Brugge"}
        owner.post(address, mine, headers=QUIET)
        send(owner, address, controller__seat_city="Gent")
        answer = owner.post(
            address, page | {"controller-seat_city": "Oostende", "vorige": urlencode(mine, doseq=True)}, headers=QUIET
        )
        assert "kies wat blijft" in text(answer) and facts_of(policy).controller.seat_city == "Gent"

    def test_of_what_came_before_only_the_last_few_count(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "onderneming"))
        sent = [urlencode(page | {"controller-seat_city": f"Stad {number}"}, doseq=True) for number in range(40)]
        assert "Bewaard om" in text(
            owner.post(
                url(policy, "onderneming"),
                page | {"controller-seat_city": "Gent", "vorige": [*sent, "%00&&==", ""]},
                headers=QUIET,
            )
        )
        assert facts_of(policy).controller.seat_city == "Gent"

    def test_a_new_row_is_stored_once(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "website"))
        count = int(page["groups-TOTAL_FORMS"][0])
        page |= {"groups-TOTAL_FORMS": str(count + 1), f"groups-{count}-name": "buren", f"groups-{count}-key": ""}
        answer = owner.post(url(policy, "website"), page, headers=QUIET)
        assert f'id="id_groups-{count}-key" value="buren"' in text(answer)
        owner.post(
            url(policy, "website"),
            page | {f"groups-{count}-key": "buren", f"groups-{count}-name": "buurtbewoners"},
            headers=QUIET,
        )
        assert [row.name for row in facts_of(policy).groups][count:] == ["buurtbewoners"]

    def test_a_list_without_keys_stays_whole(self, policy: Policy, owner: PageClient) -> None:
        use = policy.activities.get().uses.get()
        address = url(policy, f"gegevens/gebruik/{use.pk}")
        page = opened(owner, address)
        count = int(page["items-TOTAL_FORMS"][0])
        page |= {"items-TOTAL_FORMS": str(count + 1), f"items-{count}-name": "schoenmaat", f"items-{count}-reason": ""}
        answer = owner.post(address, page, headers=QUIET)
        assert (
            owner.post(address, page | {"getoond": Filled(answer.content.decode()).data["getoond"]}).status_code == 302
        )
        assert [item.name for item in use.items.all()][count:] == ["schoenmaat"]

    def test_nothing_is_removed_before_somebody_says_so(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "website"))
        before = facts_of(policy)
        owner.post(url(policy, "website"), page | {"groups-0-DELETE": "on"}, headers=QUIET)
        assert facts_of(policy) == before


class TestTwoPeople:
    def meet(self, policy: Policy, owner: PageClient, field: str, first: str, second: str, **more: str):
        """Two open the same page; the first saves, then the second."""
        address = url(policy, "onderneming")
        page = opened(owner, address)
        send(owner, address, **{field: first})
        return owner.post(address, page | {field: second, **more})

    def test_what_only_the_other_changed_stays(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "onderneming"))
        send(owner, url(policy, "onderneming"), controller__phone="09 000 00 00")
        assert owner.post(url(policy, "onderneming"), page | {"controller-seat_city": "Gent"}).status_code == 302
        company = facts_of(policy).controller
        assert (company.phone, company.seat_city) == ("09 000 00 00", "Gent")

    def test_the_later_one_sees_what_changed_and_keeps_the_own_answer(self, policy: Policy, owner: PageClient) -> None:
        answer = self.meet(policy, owner, "controller-seat_city", "Gent", "Brugge")
        assert "Nu staat er: <strong>Gent</strong>" in text(answer) and "Mijn antwoord houden" in text(answer)
        assert facts_of(policy).controller.seat_city == "Gent"
        again = Filled(answer.content.decode()).data
        assert again["controller-seat_city"] == ["Brugge"]
        assert owner.post(url(policy, "onderneming"), again).status_code == 200  # the choice has to be made
        assert owner.post(url(policy, "onderneming"), again | {"houd": "controller-seat_city"}).status_code == 302
        assert facts_of(policy).controller.seat_city == "Brugge"

    def test_or_takes_that_of_the_other(self, policy: Policy, owner: PageClient) -> None:
        answer = self.meet(
            policy, owner, "controller-seat_city", "Gent", "Brugge", **{"controller-seat_street": "Markt 1"}
        )
        again = Filled(answer.content.decode()).data
        taken = owner.post(url(policy, "onderneming"), again | {"neem": "controller-seat_city"})
        page = Filled(taken.content.decode()).data
        assert page["controller-seat_city"] == ["Gent"] and page["controller-seat_street"] == ["Markt 1"]
        assert owner.post(url(policy, "onderneming"), page).status_code == 302
        assert (facts_of(policy).controller.seat_city, facts_of(policy).controller.seat_street) == ("Gent", "Markt 1")

    def test_what_the_other_changed_stays_also_when_the_page_saves_twice(
        self, policy: Policy, owner: PageClient
    ) -> None:
        address = url(policy, "onderneming")
        page = opened(owner, address)
        send(owner, address, controller__seat_city="Gent")
        for street in ("Markt 1", "Markt 2"):
            answer = owner.post(address, page | {"controller-seat_street": street}, headers=QUIET)
            page |= {"getoond": Filled(answer.content.decode()).data["getoond"]}
        assert (facts_of(policy).controller.seat_city, facts_of(policy).controller.seat_street) == ("Gent", "Markt 2")

    def test_a_page_that_saves_by_itself_never_chooses(self, policy: Policy, owner: PageClient) -> None:
        address = url(policy, "onderneming")
        page = opened(owner, address)
        send(owner, address, controller__seat_city="Gent")
        for _ in range(2):
            answer = owner.post(
                address, page | {"controller-seat_city": "Brugge", "controller-phone": "09 000 00 00"}, headers=QUIET
            )
            page |= {"getoond": Filled(answer.content.decode()).data["getoond"]}
        assert (facts_of(policy).controller.seat_city, facts_of(policy).controller.phone) == ("Gent", "09 000 00 00")

    def test_a_row_that_the_other_removed_does_not_shift_the_rest(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "website"))
        first, *rest = facts_of(policy).groups
        policy.groups.filter(key=first.key).delete()
        owner.post(url(policy, "website"), page | {"groups-1-name": "vaste klanten"})
        assert [row.name for row in facts_of(policy).groups][0] == "vaste klanten" and len(
            facts_of(policy).groups
        ) == 1 + len(rest)

    def test_a_list_without_keys_asks_which_one_stays(self, policy: Policy, owner: PageClient) -> None:
        use = policy.activities.get().uses.get()
        address = url(policy, f"gegevens/gebruik/{use.pk}")
        page = opened(owner, address)
        send(owner, address, **{"items-0-name": "van de ander"})
        answer = owner.post(address, page | {"items-0-name": "van mij"})
        assert "Mijn lijst houden" in text(answer) and use.items.first().name == "van de ander"
        again = Filled(answer.content.decode()).data
        assert owner.post(address, again | {"houd": "items-list"}).status_code == 302
        assert use.items.first().name == "van mij"


class TestSession:
    def test_who_is_logged_out_finds_everything_typed_back(
        self, people: People, policy: Policy, owner: PageClient
    ) -> None:
        address, before = url(policy, "onderneming"), facts_of(policy)
        page = opened(owner, address)
        owner.logout()
        answer = owner.post(address, page | {"controller-seat_city": "Brugge"})
        assert answer.status_code == 302 and answer.url.startswith("/account/login/")
        owner.post(answer.url, {"login": people.owner.email, "password": PASSWORD})
        again = owner.get(address)
        assert "U was uitgelogd" in text(again) and Filled(again.content.decode()).data["controller-seat_city"] == [
            "Brugge"
        ]
        assert facts_of(policy) == before
        assert "U was uitgelogd" not in text(owner.get(address))  # once

    def test_a_page_that_saves_by_itself_sends_the_browser_to_log_in(self, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "onderneming"))
        owner.logout()
        answer = owner.post(url(policy, "onderneming"), page, headers=QUIET)
        assert answer.status_code == 204 and answer["HX-Redirect"].startswith("/account/login/")

    @pytest.mark.parametrize(("origin", "kept"), [("http://testserver", True), ("https://elders.example", False)])
    def test_a_page_of_before_a_new_log_in_comes_back_with_what_was_typed(
        self, people: People, policy: Policy, origin: str, kept: bool
    ) -> None:
        """Logged in again in another tab: the token of the page is no longer right."""
        tab, address = PageClient(enforce_csrf_checks=True), url(policy, "onderneming")
        tab.force_login(people.owner)
        page = opened(tab, address) | {"csrfmiddlewaretoken": "x" * 64, "controller-seat_city": "Brugge"}
        answer = tab.post(address, page, headers={"Origin": origin})
        assert answer.status_code == (302 if kept else 403) and facts_of(policy).controller.seat_city != "Brugge"
        assert (Filled(tab.get(address).content.decode()).data["controller-seat_city"] == ["Brugge"]) is kept

    def test_somebody_else_does_not_see_it(self, people: People, policy: Policy, owner: PageClient) -> None:
        page = opened(owner, url(policy, "onderneming"))
        owner.logout()
        owner.post(url(policy, "onderneming"), page | {"controller-seat_city": "Brugge"})
        owner.post("/account/login/", {"login": people.stranger.email, "password": PASSWORD})
        assert owner.get(url(policy, "onderneming")).status_code == 404


class TestUndo:
    def test_a_removal_is_undone_with_all_that_hung_on_it(self, policy: Policy, owner: PageClient) -> None:
        before, row = facts_of(policy), policy.activities.get()
        answer = owner.post(url(policy, f"verwerkingen/verwerkingen/{row.pk}/verwijderen"), follow=True)
        assert f"“{row.name}” is verwijderd." in text(answer) and facts_of(policy) != before
        removal = policy.removals.get()
        back = owner.post(f"/verklaringen/{policy.pk}/terugzetten/{removal.pk}/", follow=True)
        assert f"{row.name} is teruggezet." in text(back) and facts_of(policy) == before
        assert owner.post(f"/verklaringen/{policy.pk}/terugzetten/{removal.pk}/").status_code == 302  # a second click

    def test_the_page_says_what_goes_along_and_it_comes_back_with_one_press(
        self, people: People, owner: PageClient
    ) -> None:
        policy = make_policy(people.organisation, golden.example("rubrieken"))
        before, row = facts_of(policy), policy.activities.get(key="facturen")
        gone = rows_to_remove(before, "activities.facturen", load(), timezone.localdate())
        address = url(policy, f"verwerkingen/verwerkingen/{row.pk}/verwijderen")
        page = text(owner.get(address))
        assert gone and "Het verdwijnt mee" in page
        for path in gone:
            name, _, key = path.rpartition(".")
            assert before.find(name, key).name in page
        owner.post(address)
        assert all(facts_of(policy).find(*path.rsplit(".", 1)) is None for path in gone)
        owner.post(f"/verklaringen/{policy.pk}/terugzetten/{policy.removals.get().pk}/")
        assert facts_of(policy) == before

    def test_what_takes_nothing_along_says_nothing_of_it(self, policy: Policy, owner: PageClient) -> None:
        row = policy.recipients.first()
        assert "verdwijnt mee" not in text(owner.get(url(policy, f"ontvangers/ontvangers/{row.pk}/verwijderen")))

    def test_also_of_a_row_that_is_typed_on_the_page(self, policy: Policy, owner: PageClient) -> None:
        before = facts_of(policy)
        send(owner, url(policy, "website"), **{"groups-0-DELETE": "on"})
        assert len(facts_of(policy).groups) == len(before.groups) - 1
        owner.post(f"/verklaringen/{policy.pk}/terugzetten/{policy.removals.get().pk}/")
        assert facts_of(policy) == before

    def test_removing_twice_is_no_dead_end(self, policy: Policy, owner: PageClient) -> None:
        address = url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}/verwijderen")
        assert owner.post(address).status_code == owner.post(address).status_code == 302

    def test_one_cannot_undo_for_another(self, people: People, policy: Policy, client: PageClient) -> None:
        other = make_policy()
        client.force_login(people.owner)
        assert client.post(f"/verklaringen/{other.pk}/terugzetten/1/").status_code == 404


@pytest.mark.parametrize("slug", ["beveiliging", "rechten"])
def test_saving_a_page_confirms_what_was_proposed_there(policy: Policy, owner: PageClient, slug: str) -> None:
    policy.preset.unconfirmed = ("security", "rights", "recipients.combell")
    policy.preset.save()
    page = opened(owner, url(policy, slug))
    owner.post(url(policy, slug), page, headers=QUIET)
    assert len(facts_of(policy).preset.unconfirmed) == 3  # typing alone is no confirmation
    send(owner, url(policy, slug))
    assert facts_of(policy).preset.unconfirmed == tuple(
        path
        for path in ("security", "rights", "recipients.combell")
        if path != {"beveiliging": "security", "rechten": "rights"}[slug]
    )
