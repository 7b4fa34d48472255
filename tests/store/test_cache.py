"""What is remembered of a policy is what its rows say: whoever writes an answer moves `changed_at`, and an undone write is never remembered."""

import dataclasses
import datetime
import json
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from policies import status
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.sentences import cut
from policies.core.facts import Facts, Preset
from policies.core.facts.plain_data import to_data
from policies.models import Policy
from policies.publish import draft_of
from policies.store import cache, read, write
from policies.wizard.suggestions import with_buttons
from tests.filled import Filled, send, url
from tests.generate import full_company
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import make_people

TODAY = datetime.date(2026, 12, 1)


def with_name(facts: Facts, name: str) -> Facts:
    return dataclasses.replace(facts, controller=dataclasses.replace(facts.controller, legal_name=name))


class Owner:
    """Olga at her screen. Each of her acts writes answers; they are done in this order."""

    def __init__(self) -> None:
        people = make_people()
        self.policy, self.client = make_policy(people.organisation, make_company()), PageClient()
        self.client.force_login(people.owner)
        self.home = f"/verklaringen/{self.policy.pk}/"

    def saves_a_step(self) -> None:
        send(self.client, url(self.policy, "onderneming"), **{"controller-phone": "09 000 00 01"})

    def types_in_a_step(self) -> None:
        self._typed(url(self.policy, "onderneming"), {"controller-phone": "09 000 00 02"})

    def saves_a_row(self) -> None:
        send(
            self.client,
            url(self.policy, f"ontvangers/ontvangers/{self.policy.recipients.get().pk}"),
            **{"recipients-task": "webhosting"},
        )

    def types_in_a_row(self) -> None:
        self._typed(
            url(self.policy, f"ontvangers/ontvangers/{self.policy.recipients.get().pk}"), {"recipients-task": "hosting"}
        )

    def adds_a_row(self) -> None:
        send(self.client, url(self.policy, "ontvangers/ontvangers/nieuw"), **{"recipients-name": "Bpost"})

    def moves_a_row_up(self) -> None:
        self.client.post(
            url(self.policy, "ontvangers"),
            self._page("ontvangers") | {"ga": f"ontvangers/{self.policy.recipients.last().pk}/omhoog"},
        )

    def removes_a_row(self) -> None:
        self.client.post(url(self.policy, f"ontvangers/ontvangers/{self.policy.recipients.last().pk}/verwijderen"))

    def puts_it_back(self) -> None:
        self.client.post(f"{self.home}terugzetten/{self.policy.removals.get().pk}/")

    def mends_a_finding(self) -> None:
        facts = read.facts_of(self.policy)
        mend = next(one for one in with_buttons(cache.findings_of(facts, TODAY), facts, load(), TODAY) if one.mend)
        self.client.post(f"{self.home}herstellen/", {"ga": mend.go})

    def begins(self) -> None:
        """As the two screens before the steps do."""
        write.change(
            self.policy,
            lambda facts: dataclasses.replace(
                facts, preset=Preset(sector="shop", size="alone", unconfirmed=("security",))
            ),
        )

    def confirms_a_card(self) -> None:
        self.client.post(f"{self.home}bevestigen/", {"klopt": read.facts_of(self.policy).preset.unconfirmed[0]})

    def imports(self) -> None:
        company = json.dumps(to_data(full_company(3)), ensure_ascii=False)
        self.client.post(f"{self.home}inlezen/", {"text": company, "replace": "on"})

    def _page(self, slug: str) -> dict[str, list[str]]:
        return Filled(self.client.get(url(self.policy, slug)).content.decode()).data

    def _typed(self, address: str, changes: dict[str, str]) -> None:
        page = Filled(self.client.get(address).content.decode()).data
        self.client.post(address, page | changes, headers={"HX-Request": "true"})


ACTS: list[Callable[[Owner], None]] = [act for name, act in vars(Owner).items() if name[0] != "_"]


@pytest.mark.django_db(transaction=True)
def test_after_every_act_that_writes_the_answers_of_now_are_known() -> None:
    """With real transactions, as a server has them: what was remembered before an act is not what is given after it."""
    owner = Owner()
    for act in ACTS:
        before = cache.facts_of(Policy.objects.get())
        act(owner)
        policy = Policy.objects.get()
        now = read.facts_of(policy)
        assert now != before, f"{act.__name__} wrote nothing"
        assert cache.facts_of(policy) == now, f"{act.__name__} did not move changed_at"


@pytest.mark.django_db(transaction=True)
def test_what_is_known_is_not_read_again() -> None:
    owner, counts = Owner(), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            owner.client.get(url(owner.policy, "rechten"))
        counts.append(len(seen))
    assert counts[1] <= 6 < counts[0]


@pytest.mark.django_db(transaction=True)
def test_within_a_transaction_nothing_is_remembered_and_nothing_recalled() -> None:
    policy = make_policy(make_people().organisation, make_company())
    company = cache.facts_of(policy)
    with pytest.raises(RuntimeError), transaction.atomic():
        policy.controller.legal_name = "Nooit bewaard"
        policy.controller.save()
        assert cache.facts_of(policy).controller.legal_name == "Nooit bewaard"
        raise RuntimeError
    assert cache.facts_of(Policy.objects.get()) is company
    with pytest.raises(RuntimeError), transaction.atomic():
        write.change(policy, lambda facts: with_name(facts, "Nooit bewaard"))
        cache.facts_of(policy)
        raise RuntimeError
    assert (
        cache.facts_of(policy).controller.legal_name
        == cache.facts_of(Policy.objects.get()).controller.legal_name
        == company.controller.legal_name
    )


def test_what_follows_is_kept_with_the_facts_it_follows_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal facts are not enough: what is remembered may hold rows of the very policy. The oldest goes first."""
    memory, made = cache.Memory(2), iter(range(9))
    monkeypatch.setitem(cache._memories, "removals", memory)
    one, other = make_company(), make_company()

    def remembered(facts: Facts, *depends: str) -> int:
        return cache.remember("removals", facts, lambda: next(made), *depends)

    assert [remembered(facts) for facts in (one, one, other, one)] == [0, 0, 1, 0]
    assert remembered(one, "elders") == 2 and len(memory.kept) == 2
    assert remembered(one) == 0 and remembered(other) == 3


def test_what_holds_no_rows_is_made_once_for_equal_facts() -> None:
    made, companies = iter(range(9)), (make_company(), with_name(make_company(), "Anders"), make_company())
    assert [cache.remember_equal("draft", facts, lambda: next(made)) for facts in companies] == [0, 1, 0]


@pytest.mark.django_db(transaction=True)
def test_a_list_judges_a_client_once_until_an_answer_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    people = make_people()
    policies = [make_policy(people.organisation, make_company(), f"Klant {number}") for number in range(3)]
    read_for: list[int] = []
    monkeypatch.setattr(status, "facts_of_all", lambda found: read_for.append(len(found)) or read.facts_of_all(found))
    for _ in range(2):
        first = status.summaries_of(Policy.objects.all(), {}, TODAY)
    write.change(policies[1], lambda facts: with_name(facts, ""))
    write.change(policies[2], lambda facts: with_name(facts, ""))
    again = status.summaries_of(Policy.objects.all(), {}, TODAY)
    assert read_for == [3, 0, 2]
    assert [one.blocking for one in first] != [one.blocking for one in again] and first[0].answers == again[0].answers


@pytest.mark.django_db(transaction=True)
def test_more_clients_than_are_remembered_are_told_apart_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered when a list begins may be gone before its end: nothing is made anew of half of what it takes."""
    people = make_people()
    for number in range(4):
        make_policy(people.organisation, make_company(), f"Klant {number}")
    monkeypatch.setitem(cache._memories, "summary", cache.Memory(2))
    monkeypatch.setattr(status, "_changed", lambda company, latest: set(company))
    for _ in range(3):
        assert all(one.answers.changed for one in status.summaries_of(Policy.objects.all(), {}, TODAY))


def test_a_draft_is_made_once_and_carries_the_facts_that_were_read(db: None) -> None:
    """In a transaction the facts are read anew each time; what is remembered with them may hold rows, so a draft must not bring back earlier ones."""
    policy = make_policy(make_people().organisation, make_company())
    first, second = draft_of(policy, TODAY), draft_of(policy, TODAY)
    assert first.document is second.document
    assert first.facts == second.facts and first.facts is not second.facts


def test_what_a_document_is_made_of_is_remembered_for_the_next_one_of_that_policy_alone() -> None:
    """However many pieces it has: a piece that the next document has too is taken over, what it has no more is let go."""
    many: cache.Generations[int, int] = cache.Generations()
    with many.next() as first:
        first.update((number, -number) for number in range(5000))
    with many.next() as second:
        assert second.get(4999) == -4999 and second.get(5000) is None
        second[5000] = 0
    assert many.last == {4999: -4999, 5000: 0}


def test_a_document_is_the_same_whatever_is_remembered() -> None:
    facts, known = full_company(3), {}
    later = with_name(facts, "Bakkerij Nu")
    first = assemble(facts, load(), TODAY, known)
    parsed = dict(known)
    assert assemble(later, load(), TODAY, known) == assemble(later, load(), TODAY) != first
    assert 0 < len(known.keys() - parsed.keys()) < len(parsed) / 2
    runs = {}
    assert cut(first, runs) == cut(first, runs) == cut(first)
