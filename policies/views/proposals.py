"""Confirming what we proposed, and putting back what was removed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from policies import access
from policies.core.facts.restore import NotPossible
from policies.views.wizard_common import status_today
from policies.wizard import navigation, save
from policies.wizard.steps.locate import home_of
from policies.wizard.steps.table import LAST


@require_POST
@login_required
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The ticked cards are right; a tick that was taken away again waits again. To the page itself (htmx) go the steps as they stand now; otherwise back to where they stand."""
    policy = access.policy_for(request.user, pk, write=True)
    right, wrong = (
        [path for card in request.POST.getlist(name) for path in card.split()] for name in ("klopt", "toch-niet")
    )
    save.confirm(policy, right, wrong)
    if "HX-Request" in request.headers:
        policy.refresh_from_db(fields=["changed_at"])
        way = status_today(policy).wizard_progress
        return render(
            request,
            "wizard/steps.html",
            {"policy": policy, "wizard_progress": way, "progress": way.at(LAST), "oob": True},
        )
    return redirect(reverse("policy_step", args=[policy.pk, LAST.slug]) + "#antwoorden")


@require_POST
@login_required
def undo(request: HttpRequest, pk: int, removal_pk: int) -> HttpResponse:
    """Put back what was removed, and go to where it stands. A second click finds it back already."""
    policy = access.policy_for(request.user, pk, write=True)
    removal = access.removal_of(policy, removal_pk)
    if removal is None:
        return redirect("policy", policy.pk)
    home = home_of(removal.path)
    try:
        save.undo(removal)
        messages.success(request, f"{removal.name} is teruggezet.")
    except NotPossible as error:
        messages.error(request, str(error))
    return redirect(navigation.step_url(policy, home.step))
