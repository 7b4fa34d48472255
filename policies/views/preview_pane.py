"""The statement as it reads now, sentence by sentence: beside the questions, and as a page of its own without JavaScript."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.cache import cache as shared_cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from policies import access
from policies.core.clauses.library import load
from policies.core.explain.sentences import DocumentSentences, changed, fingerprints
from policies.core.facts import Facts
from policies.core.law import law_of
from policies.models import Policy
from policies.models.chronology import day_of
from policies.render import as_preview
from policies.render.as_preview import ArticlePreview
from policies.store import cache
from policies.wizard.navigation import to_facts
from policies.wizard.summary.explain_sentence import reasons

REMEMBERED = 12 * 3600  # seconds: a sitting


@require_safe
@never_cache
@login_required
def policy_text(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed since this person last saw the text is marked. With htmx: only the pane, and of a pane that says what it shows only the parts that differ."""
    policy = access.policy_for(request.user, pk)
    facts, today = cache.facts_of(policy), day_of(timezone.now())
    cut = cache.sentences_of(cache.document_of(facts, today, policy.pk), policy.pk)
    said, seen = cut.all, f"text-{request.user.pk}-{policy.pk}"
    new = changed(shared_cache.get(seen), said)
    shared_cache.set(seen, fingerprints(said), REMEMBERED)
    text = _preview(policy, facts, cut, today, new)
    context = {"policy": policy, "changed": len(new), "shown": _shown(text)}
    if "HX-Request" not in request.headers:
        return render(request, "wizard/text.html", context | {"preview": mark_safe(text.html)})
    before = _read(request.GET.get("heeft", ""))
    if list(before) != [part.id for part in text.parts]:
        return render(request, "wizard/preview.html", context | {"preview": mark_safe(text.html)})
    updates = [mark_safe(part.update) for part in text.parts if before[part.id] != part.digest]
    answer = render(request, "wizard/preview_parts.html", context | {"updates": updates})
    answer["HX-Reswap"] = "none"  # every part has its own place
    return answer


def _shown(text: ArticlePreview) -> str:
    """Return the parts that a pane shows, each with its digest, as its hidden field holds them."""
    return " ".join(f"{part.id}={part.digest}" for part in text.parts)


def _read(shown: str) -> dict[str, str]:
    """Return the digest of each part that a pane shows, by its id, in order."""
    return {name: digest for name, _, digest in (one.partition("=") for one in shown.split())}


def _preview(policy: Policy, facts: Facts, cut: DocumentSentences, today: date, new: set[str]) -> ArticlePreview:
    """Return the text in which each sentence says why it is there. Without what is new it is the same for everybody who looks."""
    source = load()

    def make() -> ArticlePreview:
        why = reasons(facts, law_of(facts, source, today), source, to_facts(policy))
        return as_preview.preview(cut, why, new)

    return make() if new else cache.remember("preview", facts, make, policy.pk, today, source.digest)
