"""Starting from what is there already: a statement from elsewhere, or the answers of another company."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from policies import access
from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.core.facts.copy import copied, is_begun
from policies.core.reading import Unreadable
from policies.core.recognise import RecognisedOffer, offers, recognise, take_over
from policies.forms.import_sources import CopyForm, CopyIntoForm, PasteForm, seal, unseal
from policies.models import Policy
from policies.models.chronology import day_of
from policies.store import read, write
from policies.views import heavy
from policies.views.keep_post import keeps_typed
from policies.views.signed_in import SignedInRequest
from policies.wizard.steps.table import LAST, STEPS
from policies.wizard.summary.recognised_cards import groups_of

FORM = ["GET", "HEAD", "POST"]
SEALED, CHOSEN = "tekst", "neem"  # what the second screen posts: the text that it carries, and what is ticked
KEY = "brought"  # in the session: a text that came from the page that reads texts
STALE = "De tekst was hier niet meer. Plak ze opnieuw."
BARE = "Er staat nog niets in om te kopiëren."
FILLED = "Deze verklaring heeft al antwoorden. Kopiëren kan alleen naar een lege verklaring."
NO_ROOM = "U kunt geen verklaring bijmaken. Alleen een adviseur heeft er meer dan één."
NOTHING = "Vink aan wat klopt. Klopt er niets, kies dan onderaan een andere weg."


@never_cache
@require_http_methods(FORM)
@keeps_typed
def policy_paste(request: SignedInRequest, pk: int) -> HttpResponse:
    """A statement from elsewhere: the text, then what was recognised in it, then proposals to confirm. Nothing of the text is stored."""
    policy = access.policy_for(request.user, pk, write=True)
    facts = read.facts_of(policy)
    posted = request.POST if request.method == "POST" else request.typed
    if posted and SEALED in posted:
        return _chosen(request, policy, facts, posted)
    brought = None if posted else _brought(request, policy)
    if brought and facts.controller.country:
        return _second(request, policy, facts, brought, facts.controller.country)
    form = PasteForm(posted, request.FILES or None, known=facts.controller.country, initial={"text": brought})
    if request.method != "POST" or not form.is_valid():
        return _first(request, policy, form)
    return _second(request, policy, facts, form.cleaned_data["source"], form.cleaned_data["country"], form)


def _first(request: SignedInRequest, policy: Policy, form: PasteForm) -> HttpResponse:
    return render(request, "policies/paste.html", {"policy": policy, "form": form})


def _second(
    request: SignedInRequest, policy: Policy, facts: Facts, source: str, country: str, form: PasteForm | None = None
) -> HttpResponse:
    """What was recognised, all of it ticked; back to the text when it cannot be read."""
    try:
        offered = _offered(request, facts, source, country)
    except (Unreadable, heavy.HeavyWorkRefused) as error:
        form = form or PasteForm(known=facts.controller.country, initial={"text": source})
        if form.is_bound:
            form.refuse(str(error))
        else:
            messages.error(request, str(error))
        return heavy.told(_first(request, policy, form), error if isinstance(error, heavy.HeavyWorkRefused) else None)
    return _recognised(request, policy, facts, offered, seal(source, request.user, policy, country))


def _chosen(request: SignedInRequest, policy: Policy, facts: Facts, posted: QueryDict) -> HttpResponse:
    """What is ticked becomes proposals. The text is read again: the form only says which of it somebody wants."""
    sealed = posted.get(SEALED, "")
    kept = unseal(sealed, request.user, policy)
    if kept is None:
        messages.error(request, STALE)
        return redirect("policy_paste", policy.pk)
    source, country = kept[0], facts.controller.country or kept[1] or ""  # a seal for a statement always has one
    ticked = set(posted.getlist(CHOSEN))
    try:
        offered = _offered(request, facts, source, country)
    except heavy.HeavyWorkRefused as error:
        return heavy.told(
            render(
                request,
                "policies/busy.html",
                {"policy": policy, "why": str(error), "sealed": sealed, "ticked": ticked},
            ),
            error,
        )
    chosen = [one.found for one in offered if one.id in ticked and not one.why]
    if request.method != "POST" or not ticked:
        return _recognised(request, policy, facts, offered, sealed, ticked, NOTHING if request.method == "POST" else "")
    write.change(policy, lambda now: take_over(now, chosen, load(), country, _today()))
    request.session.pop(KEY, None)
    messages.success(request, "Overgenomen als voorstel. Kijk elke kaart na.")
    return redirect(_answers(policy))


def _offered(request: SignedInRequest, facts: Facts, source: str, country: str) -> tuple[RecognisedOffer, ...]:
    """What was recognised beside what is answered. Raises Unreadable, and heavy.Refused."""
    with heavy.reading(request, len(source)):
        library, on = load(), _today()
        return offers(facts, recognise(source, library, country, on), library, country, on)


def _recognised(
    request: SignedInRequest,
    policy: Policy,
    facts: Facts,
    offered: tuple[RecognisedOffer, ...],
    sealed: str,
    ticked: set[str] | None = None,
    wrong: str = "",
) -> HttpResponse:
    context = {
        "policy": policy,
        "groups": groups_of(facts, offered, ticked),
        "sealed": sealed,
        "wrong": wrong,
        "fresh": sum(not one.why for one in offered),
    }
    return render(request, "policies/recognised.html", context)


def _brought(request: SignedInRequest, policy: Policy) -> str | None:
    """The text that waits in the session, for the first policy that it is opened for; until it is used, or somebody asks for another one."""
    kept = request.session.get(KEY)
    if not kept or kept["policy"] not in (None, policy.pk):
        return None
    found = unseal(kept["sealed"], request.user)
    if found is None or "opnieuw" in request.GET:
        del request.session[KEY]
        return None
    request.session[KEY] = kept | {"policy": policy.pk}
    return found[0]


@require_POST
@login_required
def text_bring(request: SignedInRequest) -> HttpResponse:
    """From the page that reads texts: the text goes along to a statement of the person, or to a new one."""
    if not access.may_write_somewhere(request.user):
        raise PermissionDenied("U bent lezer. Vraag een eigenaar van de organisatie om een verklaring te maken.")
    if unseal(request.POST.get(SEALED, ""), request.user) is None:
        messages.error(request, STALE)
        return redirect("check_text")
    request.session[KEY] = {"sealed": request.POST[SEALED], "policy": None}
    if access.room_for(request.user):
        return redirect(reverse("policy_new") + "?begin=tekst")
    own = [policy for policy in access.policies_of(request.user) if policy.viewer_role != "reader"]
    if len(own) == 1:
        return redirect("policy_paste", own[0].pk)
    messages.info(
        request, "De tekst gaat mee. Open de verklaring waarvoor hij dient, en kies daar “Een tekst overnemen”."
    )
    return redirect("policy_list")


@require_http_methods(FORM)
@login_required
def policy_copy(request: SignedInRequest, pk: int) -> HttpResponse:
    """The answers of one company as proposals in a new policy."""
    source = access.policy_for(request.user, pk)
    room, facts = access.room_for(request.user), read.facts_of(source)
    if not room or not is_begun(facts):
        return _not_copied(request, source, BARE if room else NO_ROOM)
    form = CopyForm(request.POST if request.method == "POST" else None, organisations=room)
    if form.is_valid():
        company = form.cleaned_data["company"]
        made = write.new_policy(form.chosen, form.cleaned_data["name"], copied(facts, company))
        return _to_copy(request, made, company)
    return render(request, "policies/copy.html", {"policy": source, "form": form})


@require_http_methods(FORM)
@login_required
def policy_copy_into(request: SignedInRequest, pk: int, into_pk: int) -> HttpResponse:
    """The same, into a policy that is there and still empty."""
    source, into = access.policy_for(request.user, pk), access.policy_for(request.user, into_pk, write=True)
    facts = read.facts_of(source)
    if not is_begun(facts) or is_begun(read.facts_of(into)):
        return _not_copied(request, into, FILLED if is_begun(facts) else BARE)
    form = CopyIntoForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        company = form.cleaned_data["company"]
        before, _ = write.change(into, lambda now: now if is_begun(now) else copied(facts, company))
        return (
            _not_copied(request, into, FILLED) if is_begun(before) else _to_copy(request, into, company)
        )  # somebody may have begun meanwhile
    return render(request, "policies/copy.html", {"policy": source, "into": into, "form": form})


def _not_copied(request: SignedInRequest, policy: Policy, why: str) -> HttpResponse:
    messages.info(request, why)
    return redirect("policy", policy.pk)


def _to_copy(request: SignedInRequest, made: Policy, company: bool) -> HttpResponse:
    """To what must be done first: who the company is, or else the proposals."""
    if company:
        messages.success(request, "De kopie is klaar. Kijk elke kaart na.")
        return redirect(_answers(made))
    messages.success(
        request, "De kopie is klaar. Vul eerst in wie de onderneming is. De rest kijkt u na in de laatste stap."
    )
    return redirect("policy_step", made.pk, STEPS[0].slug)


def _answers(policy: Policy) -> str:
    return reverse("policy_step", args=[policy.pk, LAST.slug]) + "#antwoorden"


def _today() -> date:
    return day_of(timezone.now())
