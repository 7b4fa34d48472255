"""What was published: the list, two versions side by side, and what an owner may do afterwards."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from policies import access, publish
from policies.core.clauses import library
from policies.core.versions.in_sentences import what_changed
from policies.core.versions.marked_text import marked_text
from policies.core.versions.shown_difference import StatementVersion, difference
from policies.forms.publish import AddressForm, CompareForm, ReasonForm, RetireForm
from policies.models import Membership, Policy, PolicyVersion
from policies.models.chronology import current, day_of, live_periods, reviewed_on
from policies.models.summary import changes_of, in_parts
from policies.publish import Refusal
from policies.views.signed_in import SignedInRequest
from policies.wizard.summary.changed_answers import changed_answers

OWNER = Membership.Role.OWNER
FORM = ["GET", "HEAD", "POST"]
FILES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}
EVENTS_SHOWN = 100


@require_safe
@login_required
def policy_versions(request: SignedInRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk)
    versions = access.versions_of(policy)
    today = day_of(timezone.now())
    context = {
        "policy": policy,
        "versions": versions,
        "lives": [(life, changes_of(life.version, versions)) for life in live_periods(versions)[::-1]],
        "current": current(versions, today),
        "today": today,
        "events": access.events_of(policy)[:EVENTS_SHOWN],
        "owner": policy.viewer_role == OWNER,
        "latest": versions[-1] if versions else None,
        "reviewed_on": reviewed_on(versions) if versions else None,
        "writes": policy.viewer_role != Membership.Role.READER,
    }
    return render(request, "versions/list.html", context | _addresses(versions))


@require_safe
@login_required
def version(request: SignedInRequest, pk: int, label: str) -> HttpResponse:
    """One version with its proof; also when the public may not see it."""
    policy = access.policy_for(request.user, pk)
    version = access.version_of(policy, label)
    versions = access.versions_of(policy)
    life = next(life for life in live_periods(versions) if life.version == version)
    context = {
        "policy": policy,
        "version": version,
        "life": life,
        "today": day_of(timezone.now()),
        "kinds": FILES,
        "faults": version.faults(),
        "owner": policy.viewer_role == OWNER,
        "changes": changes_of(life.version, versions),
    }
    return render(request, "versions/version.html", context)


@require_safe
@login_required
def version_file(request: SignedInRequest, pk: int, label: str, kind: str) -> HttpResponse:
    """A stored form, byte for byte, to keep."""
    version = access.version_of(access.policy_for(request.user, pk), label)
    if kind not in FILES:
        raise Http404
    content = {"html": version.html, "pdf": bytes(version.pdf), "txt": version.text, "json": version.json}[kind]
    response = HttpResponse(content, content_type=FILES[kind])
    response["Content-Disposition"] = f'attachment; filename="privacyverklaring-{version.label}.{kind}"'
    return response


@require_safe
@login_required
def version_compare(request: SignedInRequest, pk: int) -> HttpResponse:
    """Two versions, or a version and the draft, side by side; the last two unless asked otherwise."""
    policy = access.policy_for(request.user, pk)
    labels = [version.label for version in access.versions_of(policy)]
    usual = {"van": labels[-2:][0], "naar": labels[-1] if labels[1:] else "concept"} if labels else {}
    form = CompareForm({**usual, **request.GET.dict()}, labels=labels)
    context = {"policy": policy, "form": form, "labels": labels}
    if form.is_valid():
        old, new = (_told(policy, form.cleaned_data[name]) for name in ("van", "naar"))
        found = difference(old, new)
        answers = changed_answers(found.facts, old.facts, new.facts) if found.facts and old.facts and new.facts else []
        told = publish.as_pairs(what_changed(old, new, found, library.load().catalogue), new.facts)
        context |= {
            "difference": found,
            "changes": in_parts(told),
            "answers": answers,
            "parts": marked_text(new.document, found.sections),
            **form.cleaned_data,
        }
    return render(request, "versions/compare.html", context)


@require_http_methods(FORM)
@login_required
def version_hide(request: SignedInRequest, pk: int, label: str) -> HttpResponse:
    policy = access.policy_for(request.user, pk, role=OWNER)
    return _change_visibility(request, policy, access.version_of(policy, label), "hide")


@require_http_methods(FORM)
@login_required
def version_show(request: SignedInRequest, pk: int, label: str) -> HttpResponse:
    policy = access.policy_for(request.user, pk, role=OWNER)
    return _change_visibility(request, policy, access.version_of(policy, label), "show")


@require_http_methods(FORM)
@login_required
def policy_retire(request: SignedInRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk, role=OWNER)
    form = RetireForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            publish.retire(policy, form.cleaned_data["notice"], by=request.user, now=timezone.now())
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(
                request, "De verklaring is ingetrokken. De laatste versie blijft leesbaar, met uw bericht."
            )
        return redirect("policy_versions", policy.pk)
    return render(request, "versions/retire.html", {"policy": policy, "form": form})


@require_POST
@login_required
def policy_review(request: SignedInRequest, pk: int) -> HttpResponse:
    """Somebody looked, and nothing changed."""
    policy = access.policy_for(request.user, pk, write=True)
    try:
        publish.confirm_unchanged(policy, by=request.user, now=timezone.now())
        messages.success(request, "Genoteerd: de verklaring is vandaag nagekeken en er is niets veranderd.")
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("policy_versions", policy.pk)


@require_POST
@login_required
def policy_resume(request: SignedInRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk, role=OWNER)
    try:
        publish.resume(policy, by=request.user, now=timezone.now())
        messages.success(request, "De verklaring is weer in gebruik.")
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("policy_versions", policy.pk)


@require_http_methods(FORM)
@login_required
def policy_address(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another public address."""
    policy = access.policy_for(request.user, pk, role=OWNER)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            publish.rename(policy, form.cleaned_data["slug"], by=request.user, now=timezone.now())
            messages.success(request, "Het adres is gewijzigd. De vorige adressen verwijzen door.")
            return redirect("policy_versions", policy.pk)
        except Refusal as refusal:
            form.add_error("slug", refusal.message)
    return render(
        request, "versions/address.html", {"policy": policy, "form": form} | _addresses(access.versions_of(policy))
    )


def _addresses(versions: list[PolicyVersion]) -> dict[str, str]:
    if not versions:
        return {"url": "", "pdf_url": ""}
    slug = versions[-1].slug
    return {"url": publish.public_url(slug), "pdf_url": publish.public_url(slug, "public_pdf")}


def _told(policy: Policy, label: str) -> StatementVersion:
    """The document and the facts of a version, or of the draft."""
    if label == "concept":
        draft = publish.draft_of(policy, day_of(timezone.now()))
        return StatementVersion(draft.document, draft.facts)
    version = access.version_of(policy, label)
    return publish.told_of(version)


def _change_visibility(request: SignedInRequest, policy: Policy, version: PolicyVersion, act: str) -> HttpResponse:
    """Ask why, then hide the version or show it again."""
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        done = {"hide": publish.hide, "show": publish.show}[act]
        try:
            done(version, form.cleaned_data["reason"], by=request.user, now=timezone.now())
            messages.success(request, f"Versie {version.label} is {'verborgen' if act == 'hide' else 'weer te lezen'}.")
        except Refusal as refusal:
            messages.error(request, refusal.message)
        return redirect("policy_versions", policy.pk)
    is_current = current(access.versions_of(policy), day_of(timezone.now())) == version
    context = {"policy": policy, "version": version, "form": form, "act": act, "is_current": is_current}
    return render(request, "versions/visibility.html", context)
