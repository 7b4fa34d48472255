"""The wizard: a page for each step, a page for each row, and the way from a fact to its field."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from policies import access
from policies.models import Membership, Policy
from policies.models.chronology import day_of
from policies.views.pick import take
from policies.views.review import last_step
from policies.views.typed import keeps_typed
from policies.wizard import going, rows, saving
from policies.wizard.blocks import Cards, Step
from policies.wizard.cards import groups_of, title, used_by
from policies.wizard.places import path_of, rows_of
from policies.wizard.sheet import Sheet, Subject, new_subject, subject_of
from policies.wizard.standing import Standing, standing_of
from policies.wizard.steps import BY_SLUG, LAST, cards_of

SAVED = "Bewaard."
LOGGED_OUT = "U was uitgelogd. Wat u typte, staat er nog. Kies Bewaren om het te houden."
AT_ONCE = "Iemand anders bewaarde net hetzelfde. Kijk na wat er nu staat en probeer het opnieuw."
FORM = ["GET", "HEAD", "POST"]
CAN_BE_UNDONE = timedelta(hours=1)  # offered on the page that long; the list of the policy keeps it longer


@require_http_methods(FORM)
@keeps_typed
def step(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The questions of one step. A button saves all of them first, and then goes where it says."""
    policy = access.policy_for(request.user, pk, write=request.method == "POST")
    here = _step(slug)
    if here is LAST:
        return last_step(request, policy)
    standing = _standing(policy)
    progress = standing.journey.at(here)
    sheet = Sheet(
        here.blocks, standing.facts, data=_posted(request), read_only=_reads(policy), on=standing.today,
        findings=[] if progress.state == "leeg" else progress.findings,  # who has yet to begin knows that nothing is there
    )  # fmt: skip
    if request.method == "POST" and _is_quiet(request):
        return _save_quietly(request, policy, here, sheet, lambda: saving.save_step(policy, sheet))
    if _is_to_save(request, sheet):
        return _save_step(request, policy, here, sheet)
    _lay_out_cards(policy, standing, here, sheet)
    return render(request, "wizard/step.html", _frame(policy, standing, here, request) | {"sheet": sheet})


def _save_step(request: HttpRequest, policy: Policy, here: Step, sheet: Sheet) -> HttpResponse:
    """Store the page, move a row when that is what the button says, and go on."""
    word = going.word_of(here, request.POST)
    if saving.save_step(policy, sheet, request.user):
        messages.success(request, SAVED)
    if move := going.to_move(here, word):
        cards, pk = move
        saving.move_up(policy, rows.row_for(policy, cards, pk)[0], cards.of)
    if wanted := going.to_pick(here, word):
        return take(request, policy, *wanted)
    back = going.way_back(policy, request.POST.get("terug", ""))
    return redirect(back if back and word == going.ONWARD else going.coming_back(going.destination(policy, here, word), request.POST.get("terug", "")))


@require_http_methods(FORM)
@keeps_typed
def row_new(request: HttpRequest, pk: int, slug: str, listing: str) -> HttpResponse:
    policy = access.policy_for(request.user, pk, write=True)
    here, cards = _list(slug, listing)
    parent, names = rows.parent_for(policy, cards, request.GET.get("bij", ""))
    return _row_page(request, policy, here, cards, new_subject(cards, names), None, parent)


@require_http_methods(FORM)
@keeps_typed
def row(request: HttpRequest, pk: int, slug: str, listing: str, row_pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk, write=request.method == "POST")
    here, cards = _list(slug, listing)
    try:
        stored, names = rows.row_for(policy, cards, row_pk)
    except Http404:
        if request.method != "POST" or cards.per:  # what hung on another row has nowhere to go back to
            raise
        return _row_gone(request, policy, here, cards)
    return _row_page(request, policy, here, cards, names, stored, None)


@require_http_methods(FORM)
@login_required
def row_delete(request: HttpRequest, pk: int, slug: str, listing: str, row_pk: int) -> HttpResponse:
    """Ask first, and say what else it touches."""
    policy = access.policy_for(request.user, pk, write=True)
    here, cards = _list(slug, listing)
    back = going.step_url(policy, here, f"lijst-{cards.slug}")
    try:
        stored, names = rows.row_for(policy, cards, row_pk)
    except Http404:
        if request.method != "POST":
            raise
        return redirect(back)  # a second click: it is gone already
    standing = _standing(policy)
    subject = _subject(standing, cards, names)
    name = title(standing.facts, subject.row)
    if request.method == "POST":
        saving.delete_row(policy, stored, path_of(cards.of, names), name, request.user)
        return redirect(back)
    inside = any(getattr(subject.row, inner, ()) for inner in ("purposes", "uses", "items"))
    context = {"name": name, "back": back, "kind": cards.one.capitalize(), "inside": inside}
    context["used_by"] = used_by(standing.facts, cards.of, names[-1])
    return render(request, "wizard/row_delete.html", _frame(policy, standing, here, request) | context)


@require_safe
@login_required
def fact(request: HttpRequest, pk: int, path: str) -> HttpResponse:
    """To the field where a fact is filled in; `path` is dotted, as in a finding."""
    policy = access.policy_for(request.user, pk)
    return redirect(going.coming_back(going.fact_url(policy, _standing(policy).facts, path), request.GET.get("terug", "")))


def _row_page(
    request: HttpRequest, policy: Policy, here: Step, cards: Cards, named: tuple[str, ...] | Subject, stored: Model | None,
    parent: Model | None,
) -> HttpResponse:  # fmt: skip
    """The questions about one row, stored or new."""
    standing = _standing(policy)
    subject = named if isinstance(named, Subject) else _subject(standing, cards, named)
    findings = [finding for finding in standing.journey.at(here).findings if stored is not None]
    sheet = Sheet(
        cards.page, standing.facts, subject, data=_posted(request), findings=findings, read_only=_reads(policy), on=standing.today,
        category=request.GET.get("uses-category", ""),
    )  # fmt: skip
    if request.method == "POST" and _is_quiet(request) and stored is not None:
        return _save_quietly(request, policy, here, sheet, lambda: saving.save_row(policy, cards, sheet, stored, parent), cards)
    if _is_to_save(request, sheet):
        try:
            saving.save_row(policy, cards, sheet, stored, parent, request.user)
            messages.success(request, SAVED)
            return redirect(_after_row(request, policy, here, cards, parent, stored))
        except IntegrityError:
            messages.error(request, AT_ONCE)
    context = {
        "sheet": sheet,
        "saves": stored is not None and not _reads(policy),
        "heading": cards.new if stored is None else title(standing.facts, subject.row),
        "under": _under(standing, cards, subject),
        "back": going.step_url(policy, here, f"lijst-{cards.slug}"),
        "findings": [finding for finding in findings if finding.path == path_of(cards.of, subject.rows)],
    }
    return render(request, "wizard/row.html", _frame(policy, standing, here, request) | context)


def _row_gone(request: HttpRequest, policy: Policy, here: Step, cards: Cards) -> HttpResponse:
    """Somebody deleted the row while this person was typing: what is typed comes back as a new row, not yet stored."""
    standing = _standing(policy)
    context = {
        "sheet": Sheet(cards.page, standing.facts, new_subject(cards, ()), data=request.POST, on=standing.today),
        "heading": cards.new,
        "gone": True,
        "action": reverse("policy_row_new", args=[policy.pk, here.slug, cards.slug]),
        "back": going.step_url(policy, here, f"lijst-{cards.slug}"),
    }
    return render(request, "wizard/row.html", _frame(policy, standing, here, request) | context, status=404)


def _after_row(
    request: HttpRequest, policy: Policy, here: Step, cards: Cards, parent: Model | None, stored: Model | None
) -> str:
    if back := going.way_back(policy, request.POST.get("terug", "")):
        return back
    if request.POST.get("ga") != going.NEW:
        return going.step_url(policy, here, f"lijst-{cards.slug}")
    above = (parent.pk if parent else getattr(stored, f"{rows.parent_of(cards.of)}_id")) if cards.per else None
    return going.to_new(policy, here, cards, above).url


def _lay_out_cards(policy: Policy, standing: Standing, here: Step, sheet: Sheet) -> None:
    """Give each list on the page its cards, with the ways to go from there."""
    for piece in sheet.pieces:
        if isinstance(piece.block, Cards):
            pks = rows.pks_of(policy, piece.block.of)
            parents = rows.pks_of(policy, piece.block.per) if piece.block.per else {}
            piece.groups = groups_of(standing.facts, piece.block, pks, parents, standing.findings)
            going.add_ways(policy, here, piece.block, piece.groups)


def _frame(policy: Policy, standing: Standing, here: Step, request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page of the wizard shows."""
    journey, came_from = standing.journey, request.POST.get("terug") or request.GET.get("terug", "")
    return {
        "policy": policy, "journey": journey, "progress": journey.at(here), "before": journey.before(here),
        "after": journey.after(here), "read_only": _reads(policy),
        "came_from": came_from, "way_back": going.way_back(policy, came_from),
        "removals": access.removals_of(policy, timezone.now() - CAN_BE_UNDONE),
    }  # fmt: skip


def _under(standing: Standing, cards: Cards, subject: Subject) -> str:
    """The name of the row that this row is in."""
    if not cards.per:
        return ""
    parent = next((row for row in rows_of(standing.facts, cards.per, ()) if row.key == subject.rows[0]), None)
    return title(standing.facts, parent) if parent else ""


def _subject(standing: Standing, cards: Cards, names: tuple[str, ...]) -> Subject:
    subject = subject_of(standing.facts, cards, names)
    if subject is None:
        raise Http404  # it went between two questions to the database
    return subject


def _standing(policy: Policy) -> Standing:
    return standing_of(policy, day_of(timezone.now()))


def _posted(request: HttpRequest) -> Any:
    """What was typed: just now, or before the person turned out to be logged out."""
    if request.method == "POST":
        return request.POST
    if request.typed is not None:
        messages.warning(request, LOGGED_OUT)
    return request.typed


def _is_to_save(request: HttpRequest, sheet: Sheet) -> bool:
    """Whether somebody pressed a button that saves, and everything can be stored."""
    valid = sheet.data is not None and sheet.is_valid()  # asked in any case, so that what is wrong is told
    return request.method == "POST" and valid and not sheet.add and not sheet.taken


def _is_quiet(request: HttpRequest) -> bool:
    """Whether the page saves by itself, while somebody types."""
    return "HX-Request" in request.headers


def _save_quietly(
    request: HttpRequest, policy: Policy, here: Step, sheet: Sheet, save: Callable[[], Any], cards: Cards | None = None,
) -> HttpResponse:  # fmt: skip
    """Store what can be stored, and tell at each field what is wrong or found there now. What is typed is not touched."""
    sheet.is_valid()
    save()
    data = request.POST.copy()
    for form in (form for lines in sheet.lists for form in lines.forms if getattr(form, "stored_key", "")):
        data[form.add_prefix("key")] = form.stored_key
    policy.refresh_from_db(fields=["changed_at"])
    standing = _standing(policy)
    progress = standing.journey.at(here)
    subject = Subject() if cards is None else _subject(standing, cards, sheet.names_now())
    told = Sheet(sheet.blocks, standing.facts, subject, data=data, findings=progress.findings, on=standing.today)
    told.is_valid()
    answer = render(request, "wizard/saved.html", _frame(policy, standing, here, request) | {"sheet": told, "now": timezone.localtime()})
    answer["HX-Trigger"] = "bewaard"
    return answer


def _reads(policy: Policy) -> bool:
    return policy.viewer_role == Membership.Role.READER


def _step(slug: str) -> Step:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def _list(slug: str, listing: str) -> tuple[Step, Cards]:
    here = _step(slug)
    try:
        return here, cards_of(here, listing)
    except KeyError:
        raise Http404 from None
