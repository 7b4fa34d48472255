"""The two screens before the steps: what somebody is, and what somebody does."""

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from policies import access
from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.copy import is_begun
from policies.core.facts.numbers import read_number
from policies.core.facts.values import Refused
from policies.core.presets import propose, unconfirmed
from policies.forms.onboarding import NAMES, BeginForm, DoingsForm
from policies.models import Organisation, Policy
from policies.models.chronology import day_of
from policies.store import read, write
from policies.views.keep_post import keeps_typed
from policies.views.signed_in import SignedInRequest
from policies.views.wizard_common import EARLIER, is_quiet
from policies.wizard.forms import conflicts
from policies.wizard.forms.answer_form import NO_MARKS
from policies.wizard.forms.conflicts import Marks
from policies.wizard.page.not_stored import CHOOSE, NotStored
from policies.wizard.steps.table import LAST, STEPS

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@keeps_typed
def begin(request: SignedInRequest, pk: int) -> HttpResponse:
    """Sector, size and number; they decide what the next screen has ticked."""
    policy = access.policy_for(request.user, pk, write=True)
    facts = read.facts_of(policy)
    if request.method == "POST" and is_quiet(request):
        return _save_quietly(request, policy, _begin_form, lambda now, form: _begun(now, form.cleaned_data))
    form = _begin_form(facts, _posted(request))
    if request.method == "POST" and form.is_valid():
        write.change(policy, lambda now: _begun(now, form.cleaned_data))
        return redirect("policy_doings", policy.pk)
    context = {"policy": policy, "form": form, "first": STEPS[0], "sources": _sources(request, policy, facts)}
    return render(request, "wizard/begin.html", context)


def _begin_form(facts: Facts, data: Any = None, seen: Marks = NO_MARKS) -> BeginForm:
    number = facts.controller.register_number or facts.controller.vat_number or ""
    initial = {
        "number": number,
        "country": facts.controller.country,
        "sector": facts.preset.sector,
        "size": facts.preset.size,
    }
    return BeginForm(data, library=load(), on=_today(), known=facts.controller.country, initial=initial, shown=seen)


def _doings_form(facts: Facts, data: Any = None, seen: Marks = NO_MARKS, **more: Any) -> DoingsForm:
    return DoingsForm(data, company=facts, library=load(), on=_today(), shown=seen, **more)


def _save_quietly(
    request: SignedInRequest, policy: Policy, form_of: Callable[..., Any], store: Callable[[Facts, Any], Facts]
) -> HttpResponse:
    """Store what is right of a screen while somebody is busy with it, and say what is not stored. Nothing follows from it yet: that takes a button."""
    data, told = request.POST.copy(), []

    def act(facts: Facts) -> Facts:
        form = form_of(facts, data, conflicts.read(data.get("getoond", "")))
        form.is_valid()
        told.append(_not_stored(form))
        return store(facts, form)

    for body in data.getlist("vorige")[
        -EARLIER:
    ]:  # what was sent and never answered: see policies/wizard/page/resent.py
        sent = form_of(read.facts_of(policy), QueryDict(body))
        sent.is_valid()
        data["getoond"] = conflicts.written({**conflicts.read(data.get("getoond", "")), **sent.stored_marks}.items())
    write.change(policy, act)
    form = form_of(read.facts_of(policy), data, conflicts.read(data.get("getoond", "")))
    form.is_valid()
    context = {
        "form": form,
        "marks": marks_of(form),
        "missing": told[-1],
        "wrong": form.typed_wrong,
        "now": timezone.localtime(),
    }
    return render(request, "wizard/begin_saved.html", context)


def _not_stored(form: BeginForm | DoingsForm) -> list[NotStored]:
    """Return what was typed wrong, for the line that says what is not saved."""
    return [
        NotStored(form[name].auto_id, str(form.fields[name].label), CHOOSE if name in form.others else "")
        for name in form.typed_wrong
    ]


def marks_of(form: BeginForm | DoingsForm) -> str:
    return form.page_marks if isinstance(form, DoingsForm) else form.marks


def _sources(request: SignedInRequest, policy: Policy, facts: Facts) -> list[Policy]:
    """What a consultant may copy into a policy that is still empty."""
    if policy.organisation.kind != Organisation.Kind.CONSULTANCY or is_begun(facts):
        return []
    return [one for one in access.policies_of(request.user) if one.pk != policy.pk]


@require_safe
@login_required
def number(request: SignedInRequest) -> HttpResponse:
    """What a number says while it is typed: a line under the field. As a page it is nothing."""
    if "HX-Request" not in request.headers:
        return redirect("home")
    try:
        found, wrong = read_number(request.GET.get("number", "")), ""
    except Refused as refusal:
        found, wrong = None, str(refusal)
    land = LAW_COUNTRY[found.country] if found else ""
    return render(request, "wizard/number.html", {"found": found, "land": land, "wrong": wrong})


@require_http_methods(FORM)
@keeps_typed
def doings(request: SignedInRequest, pk: int) -> HttpResponse:
    """What somebody does, with which services, and where one finds him; then everything is proposed."""
    policy = access.policy_for(request.user, pk, write=True)
    facts = read.facts_of(policy)
    if not (facts.preset.sector and facts.preset.size and facts.controller.country):
        return redirect("policy_begin", policy.pk)
    suggested = (
        {"legal_name": policy.name, "email": request.user.email}
        if policy.organisation.kind == Organisation.Kind.OWNER
        else {}
    )
    if request.method == "POST" and is_quiet(request):
        return _save_quietly(request, policy, _doings_form, _kept)
    form = _doings_form(facts, _posted(request), suggested=suggested)
    if request.method == "POST" and form.is_valid():
        write.change(policy, lambda now: _proposed(now, form))
        return redirect(reverse("policy_step", args=[policy.pk, LAST.slug]) + "#antwoorden")
    context = {"policy": policy, "form": form, "begun": bool(facts.activities), "marks": marks_of(_doings_form(facts))}
    return render(request, "wizard/doings.html", context)


def _begun(facts: Facts, given: dict[str, Any]) -> Facts:
    """The facts with what the first screen says. Another sector or size has other things ticked."""
    numbers, country = given.get("number"), given.get("country") or facts.controller.country
    company = dataclasses.replace(
        facts.controller, country=country, seat_country=facts.controller.seat_country or country
    )
    for name in ("register_number", "vat_number"):
        if numbers and getattr(numbers, name):
            company = dataclasses.replace(company, **{name: getattr(numbers, name)})
    preset = dataclasses.replace(
        facts.preset, sector=given.get("sector") or facts.preset.sector, size=given.get("size") or facts.preset.size
    )
    if preset.sector and preset.size and (preset.sector, preset.size) != (facts.preset.sector, facts.preset.size):
        preset = dataclasses.replace(preset, doings=propose.usual_doings(load(), preset.sector, preset.size, _today()))
    return dataclasses.replace(facts, controller=company, preset=preset)


def _kept(facts: Facts, form: DoingsForm) -> Facts:
    """The facts with what is right on the second screen; what follows from it comes with the button."""
    company = dataclasses.replace(
        facts.controller, **{name: value for name, value in form.differs.items() if name in NAMES}
    )
    scope = dataclasses.replace(facts.scope, websites=form.cleaned_data.get("websites", facts.scope.websites))
    preset = dataclasses.replace(facts.preset, doings=form.merged("doings"), services=form.merged("services"))
    return dataclasses.replace(facts, controller=company, scope=scope, preset=preset)


def _proposed(facts: Facts, form: DoingsForm) -> Facts:
    """The facts with who the company is, and with everything that follows as a proposal."""
    company = dataclasses.replace(facts.controller, **{name: form.cleaned_data[name] for name in NAMES})
    scope = dataclasses.replace(facts.scope, websites=form.cleaned_data["websites"])
    preset = dataclasses.replace(facts.preset, doings=form.doings, services=form.services)
    facts = dataclasses.replace(facts, controller=company, scope=scope, preset=preset)
    start = propose.StartAnswers(
        company.country or "", preset.sector or "", preset.size or "", form.doings, form.services
    )
    return unconfirmed.propose(*propose.propose(facts, start, load(), _today()))


def _posted(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else request.typed


def _today() -> date:
    return day_of(timezone.now())
