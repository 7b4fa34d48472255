"""Mending a finding with one click; leaving one that does not block as it is, with a reason; and letting it count again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from policies import access, publish
from policies.core.clauses.library import load
from policies.forms.findings import LeaveForm
from policies.models.chronology import day_of
from policies.publish import Refusal
from policies.store import write
from policies.views.signed_in import SignedInRequest
from policies.wizard.steps.table import LAST
from policies.wizard.suggestions import act_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def finding_leave(request: SignedInRequest, pk: int, code: str, path: str) -> HttpResponse:
    """The finding with the question why; a finding that blocks or is gone leads back to the last step, which says so."""
    policy = access.policy_for(request.user, pk, write=True)
    now = timezone.now()
    found = publish.draft_of(policy, day_of(now)).findings
    form = LeaveForm(request.POST or None)
    try:
        findings = publish.to_leave(found, code, path)
        if request.method == "POST" and form.is_valid():
            publish.leave(policy, found, code, path, form.cleaned_data["reason"], by=request.user, now=now)
            messages.success(request, "Dit blijft zo. Verandert er iets aan, dan komt het terug.")
            return redirect("policy_step", policy.pk, LAST.slug)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("policy_step", policy.pk, LAST.slug)
    return render(request, "wizard/leave.html", {"policy": policy, "findings": findings, "form": form})


@require_POST
@login_required
def finding_take_back(request: SignedInRequest, pk: int, row_pk: int) -> HttpResponse:
    """A second click, or a colleague who was first, finds it done."""
    policy = access.policy_for(request.user, pk, write=True)
    publish.take_back(policy, row_pk, by=request.user, now=timezone.now())
    messages.success(request, "Dit telt weer mee.")
    return redirect("policy_step", policy.pk, LAST.slug)


@require_POST
@login_required
def finding_mend(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the one right answer to a finding. A second click finds nothing to mend."""
    policy = access.policy_for(request.user, pk, write=True)
    now = day_of(timezone.now())
    act = act_of(request.POST.get("ga", ""), publish.draft_of(policy, now).findings, load(), now)
    if act is not None:
        write.change(policy, act)
        messages.success(request, "Hersteld.")
    return redirect("policy_step", policy.pk, LAST.slug)
