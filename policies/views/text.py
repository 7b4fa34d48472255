"""The statement as it reads now, sentence by sentence: beside the questions, and as a page of its own without JavaScript."""

from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from policies import access, remembered
from policies.core.law import law_of
from policies.core.library import load
from policies.core.sentences import changed, fingerprints, sentences
from policies.models.chronology import day_of
from policies.render import as_preview
from policies.views.review import fact_url
from policies.wizard.why import reasons

REMEMBERED = 12 * 3600  # seconds: a sitting


@require_safe
@never_cache
@login_required
def policy_text(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed since this person last saw the text is marked. With htmx: only the pane."""
    policy = access.policy_for(request.user, pk)
    facts, source, today = remembered.facts_of(policy), load(), day_of(timezone.now())
    document = remembered.document_of(facts, today)
    said, seen = sentences(document), f"text-{request.user.pk}-{policy.pk}"
    new = changed(cache.get(seen), said)
    cache.set(seen, fingerprints(said), REMEMBERED)
    why = reasons(facts, law_of(facts, source, today), source, lambda path: fact_url(policy, path))
    context = {"policy": policy, "preview": mark_safe(as_preview.article(document, why, new)), "changed": len(new)}
    return render(request, "wizard/preview.html" if "HX-Request" in request.headers else "wizard/text.html", context)
