"""What a page of the wizard stores: the change that it makes of the facts, at once, and what can undo a removal."""

import json
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from policies.core.clauses.library import load
from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import from_stored, to_data
from policies.core.facts.remove import answers_after, connected, without
from policies.core.facts.restore import answer_again, put_back
from policies.core.facts.without_row import without_row
from policies.core.picking.companions import rows_to_remove
from policies.core.presets import unconfirmed
from policies.models import Policy, Removal, User
from policies.models.chronology import day_of
from policies.store import read, write
from policies.store.lookup import pks_of
from policies.wizard.page.apply import Change, RemovedRow, apply_row, apply_step
from policies.wizard.page.page import Page
from policies.wizard.steps.blocks import Cards
from policies.wizard.summary.answer_cards import sections_of

Judged = TypeVar("Judged")
KEPT = 20  # removals of one policy that can be undone


class Overtaken(Exception):
    """Somebody stored something between the moment that a page was judged and the moment that it is written."""


def with_what_is_stored(policy: Policy, attempt: Callable[[], Judged]) -> Judged:
    """Judge a page and store it: what `attempt` gives. Overtaken, it judges once more, while everybody else waits: so no answer of another is overwritten unseen."""
    try:
        return attempt()
    except Overtaken:
        with transaction.atomic():
            _lock(policy)
            policy.refresh_from_db(fields=["changed_at"])
            return attempt()


def save_step(policy: Policy, page: Page, by: User | None = None) -> bool:
    """Store a page of parts. Return whether anything changed.

    `by` is who pressed the button: the page is valid, what it proposes counts as confirmed, and rows may go. Without: what can be
    stored of a page while somebody is typing. Raises Overtaken.
    """
    return _save(policy, lambda facts: apply_step(page, facts, by is not None), by)


def save_row(policy: Policy, cards: Cards, page: Page, by: User | None = None) -> bool:
    """Store the page of one row, which may be new. Return whether anything changed. `by` as in save_step. Raises Overtaken."""
    return _save(policy, lambda facts: apply_row(page, cards, facts, by is not None), by)


@transaction.atomic
def _save(policy: Policy, apply: Callable[[Facts], Change], by: User | None) -> bool:
    """Store the change that a judged page makes of the facts, and what can undo its removals."""
    _lock_as_judged(policy)
    removed: list[RemovedRow] = []

    def act(facts: Facts) -> Facts:
        change = apply(facts)
        removed.extend(change.removed)
        return change.facts

    before, after = write.change(policy, act)
    if by is not None:
        for row in removed:
            _remember(policy, row, by)
    return after != before


@transaction.atomic
def delete_row(policy: Policy, row: Model, path: str, name: str, by: User) -> Removal | None:
    """Take a row away, with what hangs on it and what only it used; what else referred to it no longer does, and a yes that rested on it becomes a no.

    Return what can undo all of it; None when the row that the path named is gone.
    """
    _lock(policy)
    place = paths.parse(path)
    if pks_of(policy, place.address).get(place.rows) != row.pk:
        return None
    before = read.facts_of(policy)
    removal = _remember(policy, RemovedRow(path, name, before), by)
    rest = _rest(removal, before)
    answers = answers_after(before, (path, *rest))
    write.change(policy, lambda facts: paths.put_all(without(without_row(facts, path), rest), answers))
    return removal


@transaction.atomic
def undo(removal: Removal) -> None:
    """Put back what was removed. Raises NotPossible."""
    before = _facts_before(removal)
    later = [(one, _facts_before(one)) for one in removal.policy.removals.filter(pk__gt=removal.pk)]
    lost = {path for one, facts in later for path in _rest(one, facts)}
    shared = sorted(
        connected(before, removal.path) & lost
    )  # it used them too, and they went along with what was removed after it

    def act(facts: Facts) -> Facts:
        facts = put_back(facts, before, removal.path, (*_rest(removal, before), *shared))
        for one, was in (
            (removal, before),
            *later,
        ):  # a yes may have gone with a later row, and rests on this one again
            facts = answer_again(facts, was, answers_after(was, (one.path, *_rest(one, was))))
        return facts

    write.change(removal.policy, act)
    removal.delete()


def _facts_before(removal: Removal) -> Facts:
    return from_stored(json.loads(removal.before))


def _rest(removal: Removal, before: Facts) -> tuple[str, ...]:
    """What goes along with it, and comes back with it: the same day and facts give the same rows."""
    return rows_to_remove(before, removal.path, load(), day_of(removal.at))


def confirm(policy: Policy, places: Iterable[str], again: Collection[str] = ()) -> None:
    """Note that somebody looked at these proposals and found them right; those of `again`, which have a card, wait to be confirmed after all."""

    def act(facts: Facts) -> Facts:
        waiting = unconfirmed.propose(
            facts, [path for path in again if unconfirmed.is_there(facts, path)]
        )  # a card may be there only while it waits
        cards = (
            {path for section in sections_of(waiting, ()) for card in section.cards for path in card.paths}
            if again
            else set()
        )
        return unconfirmed.confirm(
            unconfirmed.propose(facts, [path for path in again if path in cards and unconfirmed.is_there(facts, path)]),
            places,
        )

    write.change(policy, act)


def _remember(policy: Policy, row: RemovedRow, by: User) -> Removal:
    """Keep what was just removed, and no more than the last few."""
    removal = Removal.objects.create(
        policy=policy,
        path=row.path,
        name=row.name[:200],
        before=json.dumps(to_data(row.before)),
        at=timezone.now(),
        by_name=by.name,
    )
    old = list(policy.removals.values_list("pk", flat=True)[KEPT:])
    Removal.objects.filter(pk__in=old).delete()
    return removal


def move_up(policy: Policy, path: str) -> None:
    """Put a row before the one above it: the order of the list is the order in the statement."""

    def act(facts: Facts) -> Facts:
        rows = list(paths.read(facts, paths.parent(path)))
        index = paths.position(rows, paths.leaf(path))
        if index:
            rows[index - 1 : index + 1] = [rows[index], rows[index - 1]]
        return paths.put(facts, paths.parent(path), tuple(rows))

    write.change(policy, act)


def _lock(policy: Policy) -> Policy:
    """Two savings at once wait for each other, so that keys and places in a list stay free. Gives the policy as it is stored now."""
    return Policy.objects.select_for_update().get(pk=policy.pk)


def _lock_as_judged(policy: Policy) -> None:
    """Lock it, if nothing was stored since `policy` was fetched: what the page was compared with is then what is stored still (write.touch)."""
    if _lock(policy).changed_at != policy.changed_at:
        raise Overtaken
