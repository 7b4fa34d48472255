"""What a page of the wizard writes: only what differs, at once, and only rows of its own policy."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from policies.core import facts as f
from policies.core.catalogue.variants import in_tone
from policies.core.clauses.library import load
from policies.core.facts import paths, specs_of
from policies.core.facts.data import from_stored, to_data
from policies.core.facts.remove import answers_after, connected, without
from policies.core.facts.restore import answer_again, put_back
from policies.core.picking.companions import goes_along
from policies.core.presets import unconfirmed
from policies.keys import free_key
from policies.models import Policy, Preset, Removal, User
from policies.models.chronology import day_of
from policies.store import read, write
from policies.store.lookup import parent_of, pks_of, same_row
from policies.store.read import model_of
from policies.wizard.forms.answer_form import AnswerForm
from policies.wizard.forms.catalogue_choices import settle
from policies.wizard.forms.formset import Lines
from policies.wizard.page.page import Page
from policies.wizard.page.page_block import PageBlock
from policies.wizard.steps.blocks import Cards, Each, Fields, Inline
from policies.wizard.summary.answer_cards import sections_of

Values = Mapping[str, Any]
SHOWN_WHOLE = (
    "recipients",
    "joint_controllers",
)  # rows whose page tells all that their card does; an activity has data and terms elsewhere
Judged = TypeVar("Judged")
KEPT = 20  # removals of one policy that can be undone
NAMED_BY = ("name", "network", "what", "title")  # the field that a key is made from


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


@transaction.atomic
def save_step(policy: Policy, page: Page, by: User | None = None) -> bool:
    """Store a page of parts. Gives whether anything changed.

    `by` is who pressed the button: the page is valid, what it proposes counts as confirmed, and rows may go. Without: what can be
    stored of a page while somebody is typing. Raises Overtaken.
    """
    _lock_as_judged(policy)
    settle(policy, page.forms, page.on)
    changed = []
    for page_block in page.page_blocks:
        if isinstance(page_block.block, Fields):
            changed.append(_update(policy, getattr(policy, page_block.block.of), page_block.form))
            if (
                page_block.block.of == "style" and "tone" in page_block.form.differs
            ):  # what is still as the catalogue gave it, follows
                write.change(policy, lambda facts: in_tone(facts, load()))
        elif isinstance(page_block.block, Inline):
            parent = reduce(getattr, page_block.block.of.split(".")[:-1], policy)
            changed.append(_write_lines(policy, parent, page_block, (), by))
        elif isinstance(page_block.block, Each):
            changed.append(_write_each(policy, page_block))
    if by:
        changed.append(_confirm(policy, {page_block.block.of.split(".")[0] for page_block in page.page_blocks}))
    if any(changed):
        write.touch(policy)
    return any(changed)


@transaction.atomic
def save_row(
    policy: Policy, cards: Cards, page: Page, row: Model | None, parent: Model, by: User | None = None
) -> Model:
    """Store a page of one row: `row`, or a new one at the end of the list of `parent`. `by` as in save_step. Raises Overtaken."""
    _lock_as_judged(policy)
    settle(policy, page.forms, page.on)
    given = {
        name: value
        for page_block in page.page_blocks
        if page_block.form
        for name, value in page_block.form.cleaned_data.items()
    }
    changed = row is None
    if row is None:
        row = _new(parent, cards.of, given)
    for page_block in page.page_blocks:
        if page_block.form:
            changed |= _update(policy, row, page_block.form)
        elif page_block.lines is not None:
            changed |= _write_lines(policy, row, page_block, page.subject.rows, by)
    if by and cards.of in SHOWN_WHOLE:
        changed |= _confirm(policy, {paths.path_of(cards.of, page.subject.rows)})
    if changed:
        write.touch(policy)
    return row


@transaction.atomic
def delete_row(policy: Policy, row: Model, path: str, name: str, by: User) -> Removal | None:
    """Take a row away, with what hangs on it and what only it used; what else referred to it no longer does, and a yes that rested on it becomes a no.

    Gives what can undo all of it; None when it was gone.
    """
    _lock(policy)
    if not type(row).objects.filter(pk=row.pk).exists():
        return None
    before = read.facts_of(policy)
    removal = _remember(policy, before, path, name, by)
    row.delete()
    rest = _rest(removal, before)
    write.change(policy, lambda facts: paths.put_all(without(facts, rest), answers_after(before, (path, *rest))))
    write.touch(policy)
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

    def act(facts: f.Facts) -> f.Facts:
        facts = put_back(facts, before, removal.path, (*_rest(removal, before), *shared))
        for one, was in (
            (removal, before),
            *later,
        ):  # a yes may have gone with a later row, and rests on this one again
            facts = answer_again(facts, was, answers_after(was, (one.path, *_rest(one, was))))
        return facts

    write.change(removal.policy, act)
    removal.delete()


def _facts_before(removal: Removal) -> f.Facts:
    return from_stored(json.loads(removal.before))


def _rest(removal: Removal, before: f.Facts) -> tuple[str, ...]:
    """What goes along with it, and comes back with it: the same day and facts give the same rows."""
    return goes_along(before, removal.path, load(), day_of(removal.at))


def confirm(policy: Policy, places: Iterable[str], again: Collection[str] = ()) -> None:
    """Note that somebody looked at these proposals and found them right; those of `again`, which have a card, wait to be confirmed after all."""

    def act(facts: f.Facts) -> f.Facts:
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


def _remember(policy: Policy, before: f.Facts, path: str, name: str, by: User) -> Removal:
    """Keep what is about to go, and no more than the last few."""
    removal = Removal.objects.create(
        policy=policy,
        path=path,
        name=name[:200],
        before=json.dumps(to_data(before)),
        at=timezone.now(),
        by_name=by.name,
    )
    old = list(policy.removals.values_list("pk", flat=True)[KEPT:])
    Removal.objects.filter(pk__in=old).delete()
    return removal


def _confirm(policy: Policy, places: Collection[str]) -> bool:
    """These parts or rows were on a page that somebody saved: they are proposals no longer."""
    stored = Preset.objects.filter(policy=policy)
    waiting = stored.values_list("unconfirmed", flat=True).first() or ()
    left = tuple(path for path in waiting if path not in places)
    return left != waiting and bool(stored.update(unconfirmed=left))


@transaction.atomic
def move_up(policy: Policy, row: Model, of: str) -> None:
    """Put a row before the one above it: the order of the list is the order in the statement."""
    _lock(policy)
    parent = parent_of(of)
    rows = list(type(row).objects.filter(**{parent: getattr(row, f"{parent}_id")}))
    index = rows.index(row)
    if index:
        rows[index - 1 : index + 1] = [rows[index], rows[index - 1]]
        for place, one in enumerate(rows):
            one.position = place
        type(row).objects.bulk_update(rows, ["position"])
        write.touch(policy)


def _lock(policy: Policy) -> Policy:
    """Two savings at once wait for each other, so that keys and places in a list stay free. Gives the policy as it is stored now."""
    return Policy.objects.select_for_update().get(pk=policy.pk)


def _lock_as_judged(policy: Policy) -> None:
    """Lock it, if nothing was stored since `policy` was fetched: what the page was compared with is then what is stored still (snapshot.touch)."""
    if _lock(policy).changed_at != policy.changed_at:
        raise Overtaken


def _new(parent: Model, of: str, given: Values) -> Model:
    """An empty row at the end of the list, with a key made from its name."""
    rows = getattr(parent, paths.leaf(of))
    row = rows.model(**{rows.field.name: parent}, position=rows.count())
    if "key" in specs_of(paths.class_at(of)):
        name = next((given[name] for name in NAMED_BY if given.get(name)), "")
        row.key = free_key(name, set(rows.values_list("key", flat=True)), paths.leaf(of).rstrip("s").replace("_", "-"))
    row.save()
    return row


def _update(policy: Policy, row: Model, form: AnswerForm) -> bool:
    """Write what the form changed. A value that somebody else changed meanwhile, and this form did not, stays."""
    return _write(policy, row, form.of, form.differs)


def _write(policy: Policy, row: Model, of: str, given: Values) -> bool:
    """Set these fields of a row. Text that is not answered is the column's own emptiness."""
    links = {}
    for name, value in given.items():
        spec = specs_of(paths.class_at(of))[name]
        if spec.kind == "refs":
            links[name] = _pks(policy, spec.target, value)
        elif spec.kind == "ref":
            setattr(row, f"{name}_id", next(iter(_pks(policy, spec.target, (value,) if value else ())), None))
        elif value is None:
            setattr(row, name, row._meta.get_field(name).get_default())
        else:
            setattr(row, name, date.fromisoformat(value) if spec.kind == "day" else value)
    columns = [name for name in given if name not in links]
    if columns:
        row.save(update_fields=columns)
    for name, pks in links.items():
        write.link(type(row), name, row.pk, pks)
    return bool(given)


def _pks(policy: Policy, target: str, keys: Sequence[str]) -> list[int]:
    """The rows of this policy with these keys, in this order."""
    if not keys:
        return []
    found = dict(model_of(f.LISTS[target]).objects.filter(policy=policy, key__in=keys).values_list("key", "pk"))
    return [found[key] for key in keys if key in found]


def _write_each(policy: Policy, page_block: PageBlock) -> bool:
    """One field of many rows: only the rows whose answer differs are fetched."""
    forms = [form for row in page_block.each for form in (row.form, *row.inside) if form.is_bound and form.differs]
    pks = {of: pks_of(policy, of) for of in {form.of for form in forms}}
    rows = [
        (model_of(paths.class_at(form.of)).objects.filter(pk=pks[form.of].get(form.rows)).first(), form)
        for form in forms
    ]
    return any([_update(policy, row, form) for row, form in rows if row is not None])


def _write_lines(policy: Policy, parent: Model, page_block: PageBlock, above: Sequence[str], by: User | None) -> bool:
    """The rows of a list on the page; `above` names the row that they are in. Rows with a key keep it; rows without one are written anew."""
    block, lines = page_block.block, page_block.lines
    rows = getattr(parent, paths.leaf(block.of))
    if not lines.has_keys:
        ticked = any(lines.goes(form) and not form.is_empty for form in lines.forms)
        return (by is not None or not ticked) and _replace_lines(rows, block, lines)
    stored, changed = {row.key: row for row in rows.all()}, False
    for key in lines.deleted_keys & stored.keys() if by else ():
        before, path = read.facts_of(policy), paths.path_of(block.of, (*above, key))
        _remember(policy, before, path, str(stored[key]), by)
        stored.pop(key).delete()
        if answers := answers_after(before, (path,)):
            write.change(policy, lambda facts, answers=answers: paths.put_all(facts, answers))
        changed = True
    known = {form.cleaned_data.get("key", "") for form in lines.forms}
    for form in lines.kept:
        row = stored.get(form.cleaned_data.get("key", "")) or same_row(
            form.names, form.cleaned_data, [row for key, row in stored.items() if key not in known]
        )
        known |= {row.key} if row else set()
        changed |= row is None
        row = row or _new(parent, block.of, form.cleaned_data)
        form.stored_key = row.key
        changed |= _update(policy, row, form)
    return changed


def _replace_lines(rows: Any, block: Inline, lines: Lines) -> bool:
    """Nothing refers to these rows, so when one differs all are written anew, in the order of the page."""
    if any(lines.errors) or lines.non_form_errors():
        return False  # half a list is not stored
    wanted = lines.wanted
    before = [{name: row[name] for name in block.names} for row in lines.initial or ()]
    if wanted == before or lines.left_alone:
        return False
    rows.all().delete()
    empty = {name: rows.model._meta.get_field(name).get_default() for name in block.names}
    made = [{name: empty[name] if value is None else value for name, value in line.items()} for line in wanted]
    rows.bulk_create(
        rows.model(**{rows.field.name: rows.instance}, position=index, **line) for index, line in enumerate(made)
    )
    return True
