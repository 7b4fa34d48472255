"""Looking at the text as it would be published, and publishing it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from policies import access, printing, publish
from policies.forms.publish import PublishForm
from policies.models import Policy, PolicyVersion, User
from policies.publish import Refusal
from policies.render import annex, as_html, as_pdf
from policies.views.completeness import draft_on, table_of
from policies.views.review import review_context
from policies.views.signed_in import SignedInRequest
from policies.wizard import save
from policies.wizard.steps.table import LAST

AGAIN = 3  # seconds; a PDF takes one or two
ASKS = (
    "Dit is een belangrijke wijziging en ze geldt vandaag al. De mensen horen dat vooraf te weten (art. 13.3 AVG). "
    "Schrijf op hoe u dat deed, of kies een latere datum. U kunt ook zo publiceren: dan staat in uw logboek dat dit niet is ingevuld."
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def policy_publish(request: SignedInRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk, write=True)
    if request.method != "POST":  # somebody came back to the address of a form that had errors
        return redirect("policy_step", policy.pk, LAST.slug)
    if ticked := request.POST.getlist("klopt"):  # the cards on the same page
        save.confirm(policy, [path for card in ticked for path in card.split()])
    form = PublishForm(request.POST, first=not access.versions_of(policy))
    version = _publish(policy, form, request.user) if form.is_valid() else None
    if version is None:
        return _refused(request, policy, form)
    messages.success(request, f"Versie {version.label} is gepubliceerd.")
    return redirect("policy_versions", policy.pk)


@require_safe
@never_cache
@login_required
def policy_preview(request: SignedInRequest, pk: int) -> HttpResponse:
    """The text as readers would see it, marked as a draft."""
    policy = access.policy_for(request.user, pk)
    draft = draft_on(request, policy)
    context = {
        "policy": policy,
        "draft": draft,
        "article": as_html.article(draft.document, None),
        "language": draft.document.language,
    }
    return render(request, "versions/preview.html", context)


@require_safe
@never_cache
@login_required
def policy_preview_pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    """The draft as PDF; with ?bijlage=ja also what art. 12–14 ask, item by item."""
    policy = access.policy_for(request.user, pk)
    draft, with_annex = draft_on(request, policy), request.GET.get("bijlage") == "ja"
    try:
        content = printing.preview(draft.document, annex.annex(*table_of(draft)) if with_annex else "")
    except printing.Busy:
        return _ask_again(request, policy)
    except as_pdf.PdfUnavailable as error:
        return render(request, "versions/no_pdf.html", {"policy": policy, "error": error}, status=503)
    except as_pdf.TooLong:
        return render(request, "versions/no_pdf.html", {"policy": policy}, status=422)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="privacyverklaring-concept.pdf"'
    return response


def _ask_again(request: SignedInRequest, policy: Policy) -> HttpResponse:
    """A page that asks for the same PDF again by itself. The header does that without script, and without the tag that screen readers suffer from."""
    response = render(
        request, "versions/busy.html", {"policy": policy, "here": request.get_full_path(), "seconds": AGAIN}, status=503
    )
    response["Refresh"] = response["Retry-After"] = str(AGAIN)
    return response


def _publish(policy: Policy, form: PublishForm, by: User) -> PolicyVersion | None:
    """The new version; None with an error in the form."""
    given, now = form.cleaned_data, timezone.now()
    on = given["effective_date"]
    try:
        if not (given["told"] or given["warned"]) and publish.asks_how_told(policy, on, now) and _seen(policy, given):
            form.add_error("told", ASKS)
            return None
        return publish.publish(
            policy,
            seen_digest=given["seen_digest"],
            effective_date=on,
            note=given["note"],
            by=by,
            now=now,
            label=given.get("label"),
            slug=given.get("slug"),
            told=given["told"],
        )
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return None


def _seen(policy: Policy, given: dict[str, Any]) -> bool:
    """Whether the person looked at this text. Another one is refused first: an answer about it would let it pass."""
    return publish.draft_of(policy, given["effective_date"]).digest == given["seen_digest"]


def _refused(request: SignedInRequest, policy: Policy, form: PublishForm) -> HttpResponse:
    """The last step again, with the text for the chosen date: that is what a second try would publish."""
    draft = publish.draft_of(policy, publish.possible_day(form.cleaned_data.get("effective_date"), timezone.now()))
    form.show_again(draft.digest)
    return render(request, "wizard/review.html", review_context(policy, draft, form))
