"""Two people who save the same answer within milliseconds: one of them hears of the other, and no answer is overwritten unseen."""

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from policies.models import Policy, User
from policies.store.read import facts_of
from policies.wizard.page.page import Page
from tests.filled import Filled, send, text, url
from tests.make import make_policy
from tests.page import PageClient
from tests.people import People, make_people

QUIET = {"HX-Request": "true"}


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let something happen once, between the moment that a page was judged and the moment that it is written."""

    def arrange(act: Callable[[], object]) -> None:
        judge, acts = Page.is_valid, [act]

        def judged(page: Page) -> bool:
            valid = judge(page)
            if acts and page.data is not None:
                acts.pop()()
            return valid

        monkeypatch.setattr(Page, "is_valid", judged)

    return arrange


@pytest.mark.parametrize("how", ["by itself", "with the button"])
def test_an_answer_that_is_stored_just_before_is_met(
    policy: Policy, owner: PageClient, between: Callable, how: str
) -> None:
    address = url(policy, "onderneming")
    mine = Filled(owner.get(address).content.decode()).data | {
        "controller-seat_city": "Brugge",
        "controller-seat_street": "Markt 1",
    }
    between(lambda: send(owner, address, controller__seat_city="Gent"))
    answer = owner.post(address, mine, headers=QUIET if how == "by itself" else {})
    company = facts_of(policy).controller
    assert company.seat_city == "Gent" and "Nu staat er: <strong>Gent</strong>" in text(answer)
    assert "Bewaard om" not in text(answer) and company.seat_street == (
        "Markt 1" if how == "by itself" else make_policy().controller.seat_street
    )


@pytest.mark.parametrize("how", ["by itself", "with the button"])
def test_also_on_the_page_of_a_row(policy: Policy, owner: PageClient, between: Callable, how: str) -> None:
    address = url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}")
    mine = Filled(owner.get(address).content.decode()).data | {"activities-name": "van mij"}
    between(lambda: send(owner, address, activities__name="van de ander"))
    answer = owner.post(address, mine, headers=QUIET if how == "by itself" else {})
    assert facts_of(policy).activities[0].name == "van de ander" and "Nu staat er" in text(answer)


def test_what_the_other_changed_elsewhere_is_no_conflict(policy: Policy, owner: PageClient, between: Callable) -> None:
    address = url(policy, "onderneming")
    mine = Filled(owner.get(address).content.decode()).data | {"controller-seat_city": "Brugge"}
    between(lambda: send(owner, address, controller__phone="09 000 00 00"))
    assert "Bewaard om" in text(owner.post(address, mine, headers=QUIET))
    company = facts_of(policy).controller
    assert (company.seat_city, company.phone) == ("Brugge", "09 000 00 00")


@pytest.mark.django_db(transaction=True)
def test_in_threads_one_wins_and_every_other_is_told() -> None:
    people: People = make_people()
    policy, user = make_policy(people.organisation), people.owner
    address, gate, answers = url(policy, "onderneming"), threading.Barrier(4), {}

    def save(city: str, person: User) -> None:
        try:
            client = PageClient()
            client.force_login(person)
            mine = Filled(client.get(address).content.decode()).data | {"controller-seat_city": city}
            gate.wait(20)
            answers[city] = text(client.post(address, mine, headers=QUIET))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=save, args=(city, user)) for city in ("Gent", "Brugge", "Hasselt", "Leuven")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stored = facts_of(policy).controller.seat_city
    assert {city for city, answer in answers.items() if "Bewaard om" in answer} == {stored}
    assert all("kies wat blijft" in answer for city, answer in answers.items() if city != stored) and len(answers) == 4
