"""Pick, do not type: a list of the catalogue to search, and what is picked among the company's own rows."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from policies import access
from policies.core.catalogue.pick import NotInCatalogue
from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.core.facts.fragments import shaped
from policies.core.picking import AddedRow, add_row, offers
from policies.models import Policy
from policies.models.chronology import day_of
from policies.store import read, write
from policies.views.keep_post import keeps_typed
from policies.views.signed_in import SignedInRequest
from policies.wizard import navigation
from policies.wizard.steps.table import picking
from policies.wizard.summary.offer_cards import cards_of

SHOWN = 12  # cards, until somebody asks for all
TAKEN = "{} is toegevoegd{}. Kijk na of alles klopt, en pas aan wat bij u anders is."
THERE = "{} staat er al."


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_typed
def pick(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """What a list offers this company, or what somebody looks for in it; a script asks for the cards alone."""
    policy = access.policy_for(request.user, pk, write=True)
    try:
        step, cards = picking(kind)
    except KeyError:
        raise Http404 from None
    if request.method == "POST":
        _, wanted = navigation.to_pick(step, request.POST.get("ga", "")) or (kind, "")
        return take(request, policy, kind, wanted)
    sought, came_from = request.GET.get("zoek", "").strip()[:100], request.GET.get("terug", "")
    context = {
        "policy": policy,
        "cards": cards,
        "kind": kind,
        "sought": sought,
        "came_from": came_from,
        "own": navigation.to_new(policy, step, cards),
    }
    context |= _found(read.facts_of(policy), kind, sought, bool(request.GET.get("alles")))
    context["all_url"] = navigation.pick_url(policy, kind, zoek=sought, alles="1", terug=came_from)
    context["back"] = navigation.coming_back(navigation.step_url(policy, step, f"lijst-{cards.slug}"), came_from)
    return render(request, "wizard/offers.html" if "HX-Request" in request.headers else "wizard/pick.html", context)


def _found(facts: Facts, kind: str, sought: str, all_of_it: bool) -> dict:
    """The cards to show, and how many there are. Without a country nothing can be offered."""
    try:
        found = offers(kind, facts, load(), _today(), sought)
    except NotInCatalogue:
        return {"no_country": True}
    shown, there = found if all_of_it else found[:SHOWN], sum(offer.there for offer in found)
    counts = {"count": len(found), "there": there, "free": len(found) - there}
    return {"offers": cards_of(kind, shown, facts, load(), _today()), "more": len(found) > len(shown), **counts}


def take(request: SignedInRequest, policy: Policy, kind: str, wanted: str) -> HttpResponse:
    """Add what was picked and go to the list where it stands now; without `wanted` to where one looks for it."""
    came_from = request.POST.get("terug", "")
    if not wanted:
        return redirect(navigation.pick_url(policy, kind, zoek=request.POST.get("zoek", "")[:100], terug=came_from))
    step, cards = picking(kind)
    place = f"lijst-{cards.slug}"
    try:
        outcome = _added(policy, kind, wanted, request.POST.getlist("extra"))
        name = f"{outcome.name[:1].upper()}{outcome.name[1:]}"
        messages.success(
            request,
            TAKEN.format(name, _served(outcome, kind, wanted)) if outcome.new else THERE.format(name),
            extra_tags=place,
        )
    except NotInCatalogue as error:
        messages.error(request, str(error), extra_tags=place)
    return redirect(navigation.coming_back(navigation.step_url(policy, step, place), came_from))


def _served(outcome: AddedRow, kind: str, wanted: str) -> str:
    """For which activities a recipient was added: nobody chose them, so it is told."""
    row = (
        next((row for row in outcome.facts.recipients if row.catalogue_id == wanted), None)
        if kind == "ontvangers"
        else None
    )
    names = [shaped(activity) for activity in outcome.facts.activities if row and activity.key in row.activities]
    return f", bij: {', '.join(names)}" if names else ""


def _added(policy: Policy, kind: str, wanted: str, extras: list[str]) -> AddedRow:
    """Store it. An extra is posted with the id of its activity before it, for a page offers many."""
    own = [extra.removeprefix(f"{wanted}:") for extra in extras if extra.startswith(f"{wanted}:")]
    outcomes: list[AddedRow] = []

    def act(facts: Facts) -> Facts:
        outcomes.append(add_row(kind, facts, wanted, load(), _today(), extras=own))
        return outcomes[-1].facts

    write.change(policy, act)
    return outcomes[-1]


def _today() -> date:
    return day_of(timezone.now())
