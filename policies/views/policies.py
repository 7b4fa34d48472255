"""Privacy statements as a whole: the list, a new one, the page of one, its facts in and out."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from policies import access
from policies.core.facts import Facts
from policies.core.facts.plain_data import FactsError, to_data, write_yaml
from policies.forms.policies import COPY, FILE, QUESTIONS, TEXT, ImportForm, NewPolicyForm, PolicyNameForm
from policies.models import Membership, Organisation, Policy
from policies.models.chronology import day_of
from policies.models.removal import CAN_COME_BACK
from policies.publish import public_url
from policies.status import PolicySummary, status_of, summaries_of
from policies.store import read, write
from policies.store.first_policy import first_policy
from policies.views import heavy
from policies.views.signed_in import SignedInRequest

OWNER, READER = Organisation.Kind.OWNER, Membership.Role.READER
FORM = ["GET", "HEAD", "POST"]


@require_safe
@login_required
def policy_list(request: SignedInRequest) -> HttpResponse:
    """Every statement with its state and next step; straight to it for who has one of their own."""
    organisations = list(access.organisations_of(request.user))
    if not organisations:
        return redirect("organisation_list")
    policies = list(access.policies_of(request.user))
    if len(organisations) == 1 and organisations[0].kind == OWNER and len(policies) < 2:
        own = policies[0] if policies else first_policy(organisations[0])
        if own is not None:
            return _to_own(organisations[0], own)
    statuses = summaries_of(policies, access.versions_by_policy(policies), _today())
    context = {
        "statuses": statuses,
        "organisations": organisations,
        "may_add": bool(access.room_in(organisations, policies)),
    }
    return render(request, "policies/list.html", context)


@require_http_methods(FORM)
@login_required
def policy_new(request: SignedInRequest) -> HttpResponse:
    room = access.room_for(request.user)
    if not room:
        messages.info(request, "Voor uw eigen onderneming is er al een verklaring. Meer kan alleen een adviseur maken.")
        return redirect("policy_list")
    sources = list(access.policies_of(request.user))
    initial = {
        "way": request.GET.get("begin") or QUESTIONS,
        "name": room[0].name if len(room) == 1 and room[0].kind == OWNER else "",
    }
    form = NewPolicyForm(_posted(request), request.FILES or None, organisations=room, sources=sources, initial=initial)
    made, refused = _stored(
        request, form, lambda company: write.new_policy(form.chosen, form.cleaned_data["name"], company)
    )
    if made:
        return redirect(_first_page(made.pk, form.cleaned_data))
    return heavy.told(render(request, "policies/new.html", {"form": form}), refused)


def _first_page(pk: int, given: dict[str, Any]) -> str:
    """Where a new policy begins."""
    if given["way"] == COPY:
        return reverse("policy_copy_into", args=[given["source"], pk])
    return reverse({TEXT: "policy_paste", FILE: "policy"}.get(given["way"], "policy_begin"), args=[pk])


@require_safe
@login_required
def policy(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page of one statement: how it stands, what comes next, where it is read."""
    policy = access.policy_for(request.user, pk)
    status = summaries_of([policy], access.versions_by_policy([policy]), _today())[0]
    may_copy = bool(access.room_in(access.organisations_of(request.user), access.policies_of(request.user)))
    return render(request, "policies/policy.html", _overview(status, may_copy))


@require_http_methods(FORM)
@login_required
def policy_rename(request: SignedInRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk, write=True)
    form = PolicyNameForm(_posted(request), instance=policy)
    if form.is_valid():
        form.save()
        messages.success(request, "De naam is gewijzigd.")
        return redirect("policy", policy.pk)
    return render(request, "policies/rename.html", {"form": form, "pk": policy.pk})


@require_http_methods(FORM)
@login_required
def policy_import(request: SignedInRequest, pk: int) -> HttpResponse:
    """Facts from a file in the place of every answer."""
    policy = access.policy_for(request.user, pk, write=True)
    form = ImportForm(_posted(request), request.FILES or None, asks=read.facts_of(policy) != Facts())

    def overwrite(company: Facts | None) -> Policy:
        assert company is not None  # the form asks for facts
        write.overwrite(policy, company)
        return policy

    stored, refused = _stored(request, form, overwrite)
    if stored:
        messages.success(request, "De feiten zijn ingelezen.")
        return redirect("policy", policy.pk)
    return heavy.told(render(request, "policies/import.html", {"form": form, "policy": policy}), refused)


@require_safe
@login_required
def policy_yaml(request: SignedInRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk)
    return _download(policy.name, "yaml", "application/yaml", write_yaml(read.facts_of(policy)))


@require_safe
@login_required
def policy_json(request: SignedInRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk)
    text = json.dumps(to_data(read.facts_of(policy)), ensure_ascii=False, indent=2)
    return _download(policy.name, "json", "application/json", text + "\n")


def _download(name: str, ending: str, kind: str, text: str) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="feiten-{slugify(name) or "verklaring"}.{ending}"'
    return response


def _stored(
    request: SignedInRequest, form: NewPolicyForm | ImportForm, store: Callable[[Facts | None], Policy]
) -> tuple[Policy | None, heavy.HeavyWorkRefused | None]:
    """The policy, when the form is sound and its facts are stored; and the refusal, when they cannot be read now."""
    if not form.is_bound or not form.size:
        return (store(form.cleaned_data["company"]) if form.is_valid() else None), None
    try:
        with heavy.reading(request, form.size, "import_facts"):
            return (store(form.cleaned_data["company"]) if form.is_valid() else None), None
    except FactsError as error:  # what rows cannot hold
        form.add_error("text", [str(problem) for problem in error.problems])
        return None, None
    except heavy.HeavyWorkRefused as refused:
        form.not_now = str(refused)
        form.full_clean()
        return None, refused


def _to_own(organisation: Organisation, own: Policy) -> HttpResponse:
    """To the one policy of an own business: what is still empty begins at the begin."""
    empty = (
        organisation.viewer_role != READER
        and summaries_of([own], access.versions_by_policy([own]), _today())[0].state == "leeg"
    )
    return redirect("policy_begin" if empty else "policy", own.pk)


def _overview(status: PolicySummary, may_copy: bool) -> dict[str, object]:
    policy, latest = status.policy, status.versions[-1] if status.versions else None
    slug, read_only = latest.slug if latest else None, policy.viewer_role == READER
    return {
        "policy": policy,
        "status": status,
        "wizard_progress": status_of(policy, status.today).wizard_progress,
        "latest": latest,
        "read_only": read_only,
        "may_copy": may_copy,
        "removals": () if read_only else access.removals_of(policy, timezone.now() - CAN_COME_BACK),
        "url": public_url(slug) if slug else "",
        "pdf_url": public_url(slug, "public_pdf") if slug else "",
    }


def _posted(request: SignedInRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _today() -> date:
    return day_of(timezone.now())
