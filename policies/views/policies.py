"""Privacy statements as a whole: the list, a new one, the page of one, its facts in and out."""

import json
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from policies import access, snapshot
from policies.core.facts import Facts
from policies.core.facts.data import FactsError, to_data, write_yaml
from policies.forms.policies import ImportForm, NewPolicyForm, PolicyNameForm
from policies.models import Membership, Organisation
from policies.models.chronology import day_of
from policies.publish import public_url
from policies.wizard.beginning import first_policy
from policies.wizard.standing import Standing, standings_of

OWNER, READER = Organisation.Kind.OWNER, Membership.Role.READER
FORM = ["GET", "HEAD", "POST"]


@require_safe
@login_required
def policy_list(request: HttpRequest) -> HttpResponse:
    """Every statement with its state and next step; straight to it for who has one of their own."""
    organisations = list(access.organisations_of(request.user))
    if not organisations:
        return redirect("organisation_list")
    policies = list(access.policies_of(request.user))
    if len(organisations) == 1 and organisations[0].kind == OWNER and len(policies) < 2:
        own = policies[0] if policies else first_policy(organisations[0])
        if own is not None:
            return redirect("policy", own.pk)
    standings = standings_of(policies, access.versions_by_policy(policies), _today())
    context = {"standings": standings, "organisations": organisations, "may_add": bool(_room(organisations, policies))}
    return render(request, "policies/list.html", context)


@require_http_methods(FORM)
@login_required
def policy_new(request: HttpRequest) -> HttpResponse:
    organisations = list(access.organisations_of(request.user))
    if not any(one.viewer_role != READER for one in organisations):
        raise PermissionDenied("U bent lezer. Vraag een eigenaar van de organisatie om een verklaring te maken.")
    room = _room(organisations, access.policies_of(request.user))
    if not room:
        messages.info(request, "Voor uw eigen onderneming is er al een verklaring. Meer kan alleen een adviseur maken.")
        return redirect("policy_list")
    form = NewPolicyForm(_posted(request), request.FILES or None, organisations=room)
    if form.is_valid():
        made = _store(form, lambda company: snapshot.new_policy(form.chosen, form.cleaned_data["name"], company))
        if made:
            return redirect("policy", made.pk)
    return render(request, "policies/new.html", {"form": form})


@require_safe
@login_required
def policy(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one statement: how it stands, what comes next, where it is read."""
    policy = access.policy_for(request.user, pk)
    standing = standings_of([policy], access.versions_by_policy([policy]), _today())[0]
    return render(request, "policies/policy.html", _overview(standing))


@require_http_methods(FORM)
@login_required
def policy_rename(request: HttpRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk, write=True)
    form = PolicyNameForm(_posted(request), instance=policy)
    if form.is_valid():
        form.save()
        messages.success(request, "De naam is gewijzigd.")
        return redirect("policy", policy.pk)
    return render(request, "policies/rename.html", {"form": form, "pk": policy.pk})


@require_http_methods(FORM)
@login_required
def policy_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Facts from a file in the place of every answer."""
    policy = access.policy_for(request.user, pk, write=True)
    form = ImportForm(_posted(request), request.FILES or None, asks=snapshot.facts_of(policy) != Facts())
    if form.is_valid() and _store(form, lambda company: snapshot.load(policy, company) or policy):
        messages.success(request, "De feiten zijn ingelezen.")
        return redirect("policy", policy.pk)
    return render(request, "policies/import.html", {"form": form, "policy": policy})


@require_safe
@login_required
def policy_yaml(request: HttpRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk)
    return _download(policy.name, "yaml", "application/yaml", write_yaml(snapshot.facts_of(policy)))


@require_safe
@login_required
def policy_json(request: HttpRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk)
    text = json.dumps(to_data(snapshot.facts_of(policy)), ensure_ascii=False, indent=2)
    return _download(policy.name, "json", "application/json", text + "\n")


def _download(name: str, ending: str, kind: str, text: str) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="feiten-{slugify(name) or "verklaring"}.{ending}"'
    return response


def _store(form: NewPolicyForm | ImportForm, store: Callable[[Facts | None], object]) -> object | None:
    """Store the facts of a valid form; what rows cannot hold becomes an error at the field."""
    try:
        return store(form.cleaned_data["company"])
    except FactsError as error:
        form.add_error("text", [str(problem) for problem in error.problems])
        return None


def _room(organisations: list[Organisation], policies: object) -> list[Organisation]:
    """Where the person may make one more: an own business has one statement, a consultancy one for each client."""
    taken = {policy.organisation_id for policy in policies}
    return [
        one for one in organisations if one.viewer_role != READER and (one.kind != OWNER or one.pk not in taken)
    ]  # fmt: skip


def _overview(standing: Standing) -> dict[str, object]:
    policy, latest = standing.policy, standing.versions[-1] if standing.versions else None
    slug = latest.slug if latest else None
    blocking = sum(finding.blocks for finding in standing.findings)
    return {
        "policy": policy, "standing": standing, "journey": standing.journey, "latest": latest,
        "read_only": policy.viewer_role == READER, "blocking": blocking, "advice": len(standing.findings) - blocking,
        "url": public_url(slug) if slug else "", "pdf_url": public_url(slug, "public_pdf") if slug else "",
    }  # fmt: skip


def _posted(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def _today() -> object:
    return day_of(timezone.now())
