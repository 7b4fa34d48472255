"""What art. 12–14 ask of one statement, item by item: on screen, on paper, and as data."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from policies import access, publish
from policies.core.clauses import library
from policies.core.completeness import Criterion, DutyItem, criteria, items
from policies.models import Policy
from policies.publish import Draft
from policies.render import as_items
from policies.views.review import fact_url


@require_safe
@never_cache
@login_required
def policy_items(request: HttpRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk)
    draft = draft_on(request, policy)
    found, rules = table_of(draft)
    rows = [
        (item, [(lack, fact_url(policy, lack.path) if lack.path else "") for lack in item.missing]) for item in found
    ]
    context = {
        "policy": policy,
        "draft": draft,
        "rows": rows,
        "criteria": rules,
        "missing": sum(item.state == "missing" for item in found),
        "required": sum(item.state == "required" for item in found),
    }
    return render(request, "policies/items.html", context)


@require_safe
@never_cache
@login_required
def policy_items_json(request: HttpRequest, pk: int) -> HttpResponse:
    policy = access.policy_for(request.user, pk)
    draft = draft_on(request, policy)
    content = as_items.dumps(draft.document, *table_of(draft), draft.digest)
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="volledigheid.json"'
    return response


def table_of(draft: Draft) -> tuple[list[DutyItem], list[Criterion]]:
    """Items and criteria of a draft."""
    source = library.load()
    judged = (draft.facts, draft.document, source, draft.on)
    return items(*judged, findings=draft.findings), criteria(*judged)


def draft_on(request: HttpRequest, policy: Policy) -> Draft:
    """The draft for ?datum=, or for today when no version may take effect on that day."""
    try:
        asked = parse_date(request.GET.get("datum", ""))
    except ValueError:
        asked = None
    return publish.draft_of(policy, publish.possible_day(asked, timezone.now()))
