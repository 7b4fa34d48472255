"""The wizard: a page for each step, and the way from a fact to its field."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from policies import access
from policies.core.facts import paths
from policies.models import Policy
from policies.status import PolicyStatus
from policies.store import cache, lookup, write
from policies.views.keep_post import keeps_typed
from policies.views.pick import take
from policies.views.review import last_step
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
    posted,
    reads,
    save_quietly,
    status_today,
    step_at,
    stored_row,
    suggested_answers_at,
)
from policies.wizard import navigation, save
from policies.wizard.page.page import Page
from policies.wizard.steps.blocks import Cards, Step
from policies.wizard.steps.table import LAST
from policies.wizard.summary.list_cards import groups_of

MORE = "Bewaard. Door uw antwoord kwamen er vragen bij op deze pagina."


@require_http_methods(FORM)
@keeps_typed
def step(request: SignedInRequest, pk: int, slug: str) -> HttpResponse:
    """The questions of one step. A button saves all of them first, and then goes where it says."""
    policy = access.policy_for(request.user, pk, write=request.method == "POST")
    here = step_at(slug)
    if here is LAST:
        return last_step(request, policy)
    if request.method == "POST" and is_quiet(request):
        return save_quietly(request, policy, here, SavingPage(here.blocks, lambda page: save.save_step(policy, page)))
    return save.with_what_is_stored(policy, lambda: _step_page(request, policy, here))


def _step_page(request: SignedInRequest, policy: Policy, here: Step) -> HttpResponse:
    """The page, or where its button leads once it is stored. Raises Overtaken."""
    status = status_today(policy)
    progress = status.wizard_progress.at(here)
    page = Page(
        here.blocks,
        status.facts,
        data=posted(request),
        read_only=reads(policy),
        on=status.today,
        lists_all=request.GET.get("keuzes") == "alle",
        findings=[]
        if progress.state == "leeg"
        else findings_with_buttons(status, progress.findings),  # who has yet to begin knows that nothing is there
    )
    if is_to_save(request, page):
        return _save_step(request, policy, here, page)
    _lay_out_cards(policy, status, here, page)
    context = {"page": page, "suggested_answers": suggested_answers_at(status, here)}
    return render(request, "wizard/step.html", frame(policy, status, here, request) | context)


def _save_step(request: SignedInRequest, policy: Policy, here: Step, page: Page) -> HttpResponse:
    """Store the page, move a row when that is what the button says, and go on."""
    word = navigation.word_of(here, request.POST)
    if save.save_step(policy, page, request.user):
        messages.success(request, SAVED)
        make_ready(policy)
    if do := act(policy, word):
        write.change(policy, do)
        return redirect(navigation.coming_back(navigation.step_url(policy, here), request.POST.get("terug", "")))
    if move := navigation.to_move(here, word):
        cards, pk = move
        save.move_up(policy, paths.path_of(cards.of, stored_row(policy, cards, pk)[1]))
    if wanted := navigation.to_pick(here, word):
        return take(request, policy, *wanted)
    if "js" not in request.POST and word == navigation.ONWARD and _brought_questions(policy, here, page):
        messages.info(request, MORE)
        return redirect(navigation.coming_back(navigation.step_url(policy, here), request.POST.get("terug", "")))
    back = navigation.way_back(policy, request.POST.get("terug", ""))
    return redirect(
        back
        if back and word == navigation.ONWARD
        else navigation.coming_back(navigation.destination(policy, here, word), request.POST.get("terug", ""))
    )


def _brought_questions(policy: Policy, here: Step, page: Page) -> bool:
    """Whether the answers that were just stored give a reason for questions on this page that were not there: a browser with JavaScript shows them at once."""
    policy.refresh_from_db(fields=["changed_at"])
    return bool(Page(here.blocks, status_today(policy).facts).asked - Page(here.blocks, page.facts).asked)


@require_safe
@login_required
def fact(request: SignedInRequest, pk: int, path: str) -> HttpResponse:
    """To the field where a fact is filled in; `path` is dotted, as in a finding."""
    policy = access.policy_for(request.user, pk)
    return redirect(
        navigation.coming_back(
            navigation.fact_url(policy, status_today(policy).facts, path), request.GET.get("terug", "")
        )
    )


def _lay_out_cards(policy: Policy, status: PolicyStatus, here: Step, page: Page) -> None:
    """Give each list on the page its cards, with the ways to go from there."""
    for page_block in page.page_blocks:
        if isinstance(page_block.block, Cards):
            pks, parents = (
                _pks(policy, status, of) if of else {} for of in (page_block.block.of, page_block.block.per)
            )
            page_block.groups = groups_of(status.facts, page_block.block, pks, parents, status.findings)
            navigation.add_ways(policy, here, page_block.block, page_block.groups)


def _pks(policy: Policy, status: PolicyStatus, of: str) -> dict[lookup.Names, int]:
    return cache.remember("row_pks", status.facts, lambda: lookup.pks_of(policy, of), of)
