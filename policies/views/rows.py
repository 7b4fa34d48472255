"""The page of one row: new, stored, or about to go."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from policies import access
from policies.core.clauses.library import load
from policies.core.facts import paths
from policies.core.facts.remove import answers_after, without
from policies.core.picking.companions import rows_to_remove
from policies.core.presets.unconfirmed import unconfirmed
from policies.models import Policy
from policies.status import PolicyStatus
from policies.store import lookup, write
from policies.views.keep_post import keeps_typed
from policies.views.signed_in import SignedInRequest
from policies.views.wizard_common import (
    FORM,
    SAVED,
    SavingPage,
    act,
    findings_with_buttons,
    frame,
    is_quiet,
    is_to_save,
    make_ready,
    parent_of_new,
    posted,
    reads,
    save_quietly,
    status_today,
    step_at,
    stored_row,
    subject_at,
    suggested_answers_at,
)
from policies.wizard import navigation, save
from policies.wizard.page.page import Page, Subject, new_subject
from policies.wizard.steps.blocks import Cards, Step
from policies.wizard.steps.table import cards_of
from policies.wizard.summary.list_cards import by_list, page_heading, title, used_by

AT_ONCE = "Iemand anders bewaarde net hetzelfde. Kijk na wat er nu staat en probeer het opnieuw."


@require_http_methods(FORM)
@keeps_typed
def row_new(request: SignedInRequest, pk: int, slug: str, listing: str) -> HttpResponse:
    policy = access.policy_for(request.user, pk, write=True)
    here, cards = _list(slug, listing)
    parent, names = parent_of_new(policy, cards, request.GET.get("bij", ""))
    return _row_page(request, policy, here, cards, new_subject(cards, names), None, parent)


@require_http_methods(FORM)
@keeps_typed
def row(request: SignedInRequest, pk: int, slug: str, listing: str, row_pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk, write=request.method == "POST")
    here, cards = _list(slug, listing)
    try:
        stored, names = stored_row(policy, cards, row_pk)
    except Http404:
        if request.method != "POST" or cards.per:  # what hung on another row has nowhere to go back to
            raise
        return _row_gone(request, policy, here, cards)
    return _row_page(request, policy, here, cards, names, stored, None)


@require_http_methods(FORM)
@login_required
def row_delete(request: SignedInRequest, pk: int, slug: str, listing: str, row_pk: int) -> HttpResponse:
    """Ask first, and say what else it touches."""
    policy = access.policy_for(request.user, pk, write=True)
    here, cards = _list(slug, listing)
    back = navigation.step_url(policy, here, f"lijst-{cards.slug}")
    try:
        stored, names = stored_row(policy, cards, row_pk)
    except Http404:
        if request.method != "POST":
            raise
        return redirect(back)  # a second click: it is gone already
    status = status_today(policy)
    subject = subject_at(status, cards, names)
    name = title(status.facts, subject.row)
    if request.method == "POST":
        save.delete_row(policy, stored, paths.path_of(cards.of, names), name, request.user)
        return redirect(navigation.step_url(policy, here))  # to the top, where the way back is
    context = _delete_context(status, cards, names, subject) | {"name": name, "back": back}
    return render(request, "wizard/row_delete.html", frame(policy, status, here, request) | context)


def _delete_context(status: PolicyStatus, cards: Cards, names: tuple[str, ...], subject: Subject) -> dict[str, Any]:
    """What else goes with the row, and where it falls away."""
    path = paths.path_of(cards.of, names)
    gone = rows_to_remove(status.facts, path, load(), status.today)
    return {
        "kind": cards.one.capitalize(),
        "inside": any(getattr(subject.row, inner, ()) for inner in ("purposes", "uses", "items")),
        "along": by_list(status.facts, gone),
        "answers": answers_after(status.facts, (path, *gone)),
        "used_by": used_by(without(status.facts, gone), cards.of, names[-1]),
    }


def _row_page(
    request: SignedInRequest,
    policy: Policy,
    here: Step,
    cards: Cards,
    named: tuple[str, ...] | Subject,
    stored: Model | None,
    parent: Model | None,
) -> HttpResponse:
    """The questions about one row, stored or new."""
    if request.method == "POST" and is_quiet(request) and stored is not None and not isinstance(named, Subject):
        return save_quietly(
            request,
            policy,
            here,
            SavingPage(cards.page, lambda page: save.save_row(policy, cards, page), cards, named),
        )
    return save.with_what_is_stored(policy, lambda: _row_questions(request, policy, here, cards, named, stored, parent))


def _row_questions(
    request: SignedInRequest,
    policy: Policy,
    here: Step,
    cards: Cards,
    named: tuple[str, ...] | Subject,
    stored: Model | None,
    parent: Model | None,
) -> HttpResponse:
    """The page, or where its button leads once it is stored. Raises Overtaken."""
    status = status_today(policy)
    subject = named if isinstance(named, Subject) else subject_at(status, cards, named)
    findings = findings_with_buttons(status, status.wizard_progress.at(here).findings) if stored is not None else []
    page = Page(
        cards.page,
        status.facts,
        subject,
        data=posted(request),
        findings=findings,
        read_only=reads(policy),
        on=status.today,
        category=request.GET.get("uses-category", ""),
    )
    if is_to_save(request, page):
        try:
            return redirect(_saved(request, policy, here, cards, page, stored, parent))
        except IntegrityError:
            messages.error(request, AT_ONCE)
    context = _row_context(policy, status, here, cards, page, stored is not None)
    return render(request, "wizard/row.html", frame(policy, status, here, request) | context)


def _saved(
    request: SignedInRequest,
    policy: Policy,
    here: Step,
    cards: Cards,
    page: Page,
    stored: Model | None,
    parent: Model | None,
) -> str:
    """Store the row, do what the button says beside that, and give the address to go to. Raises IntegrityError."""
    save.save_row(policy, cards, page, request.user)
    messages.success(request, SAVED)
    make_ready(policy)
    if do := act(policy, request.POST.get("ga", "")):
        write.change(policy, do)
        return request.get_full_path()
    return _after_row(request, policy, here, cards, parent, stored)


def _row_context(
    policy: Policy, status: PolicyStatus, here: Step, cards: Cards, page: Page, stored: bool
) -> dict[str, Any]:
    """What a page of a row shows beside the frame."""
    subject = page.subject
    return {
        "page": page,
        "suggested_answers": suggested_answers_at(status, here, cards) if stored else [],
        "saves": stored and not reads(policy),
        "heading": page_heading(status.facts, subject.row) if stored else cards.new,
        "proposed": paths.path_of(cards.of, subject.rows) in unconfirmed(status.facts),
        "under": _under(status, cards, subject),
        "back": navigation.step_url(policy, here, f"lijst-{cards.slug}"),
        "findings": [
            finding
            for found in page.findings.values()
            for finding in found
            if finding.path == paths.path_of(cards.of, subject.rows)
        ],
    }


def _row_gone(request: SignedInRequest, policy: Policy, here: Step, cards: Cards) -> HttpResponse:
    """Somebody deleted the row while this person was typing: what is typed comes back as a new row, not yet stored."""
    status = status_today(policy)
    context = {
        "page": Page(cards.page, status.facts, new_subject(cards, ()), data=request.POST, on=status.today),
        "heading": cards.new,
        "gone": True,
        "action": reverse("policy_row_new", args=[policy.pk, here.slug, cards.slug]),
        "back": navigation.step_url(policy, here, f"lijst-{cards.slug}"),
    }
    return render(request, "wizard/row.html", frame(policy, status, here, request) | context, status=404)


def _after_row(
    request: SignedInRequest, policy: Policy, here: Step, cards: Cards, parent: Model | None, stored: Model | None
) -> str:
    if back := navigation.way_back(policy, request.POST.get("terug", "")):
        return back
    if request.POST.get("ga") != navigation.NEW:
        return navigation.step_url(policy, here, f"lijst-{cards.slug}")
    above = (parent.pk if parent else getattr(stored, f"{lookup.parent_of(cards.of)}_id")) if cards.per else None
    return navigation.to_new(policy, here, cards, above).url


def _under(status: PolicyStatus, cards: Cards, subject: Subject) -> str:
    """The name of the row that this row is in."""
    if not cards.per:
        return ""
    parent = next((row for row in paths.rows_at(status.facts, cards.per, ()) if row.key == subject.rows[0]), None)
    return title(status.facts, parent) if parent else ""


def _list(slug: str, listing: str) -> tuple[Step, Cards]:
    here = step_at(slug)
    try:
        return here, cards_of(here, listing)
    except KeyError:
        raise Http404 from None
