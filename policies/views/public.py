"""What the public reads: the stored article in a quiet frame. One query; no session, no user, no cookie, no script."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any, TypeVar, cast

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from policies import access
from policies.models import PolicyVersion
from policies.models.chronology import BRUSSELS, announced, current, day_of, live_periods, reviewed_on
from policies.models.summary import public_changes_of

# No script-src at all: this page could not run one if it tried. What may connect is therefore nobody but a tool that looks from within the page
# whether robots.txt is in order.
POLICY = {
    "default-src": [NONE],
    "connect-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
}
View = TypeVar("View", bound=Callable[..., HttpResponse])
without_scripts = cast(Callable[[View], View], csp(POLICY))  # its own type is that of a view without arguments
FRESH = "public, max-age=300"  # a new version, a withdrawal or midnight shows within five minutes
BRIEF = "public, max-age=60"
MOVED = "public, max-age=86400"
# How a stored article opens a fold; no text that anybody typed holds a bare <. Older articles have none.
FOLD, OPEN_FOLD = '<details class="vouw">', '<details class="vouw" open>'


@require_safe
@without_scripts
def policy(request: HttpRequest, slug: str) -> HttpResponse:
    """The version that counts today, or the first one announced."""
    found = access.published_at(slug, day_of(timezone.now()), "html")
    return _elsewhere(request, found) or _article(request, found)


@require_safe
@without_scripts
def policy_open(request: HttpRequest, slug: str) -> HttpResponse:
    """The same version with every fold open: for who searches in the page, prints it in an old browser, or wants it all."""
    found = access.published_at(slug, day_of(timezone.now()), "html")
    return _elsewhere(request, found) or _article(request, found, is_open=True)


@require_safe
@without_scripts
def version(request: HttpRequest, slug: str, label: str) -> HttpResponse:
    """One version at its lasting address."""
    found = access.published_at(slug, day_of(timezone.now()), "html", label)
    return _elsewhere(request, found) or _article(request, found, label)


@require_safe
@without_scripts
def version_open(request: HttpRequest, slug: str, label: str) -> HttpResponse:
    """One version at its lasting address, with every fold open."""
    found = access.published_at(slug, day_of(timezone.now()), "html", label)
    return _elsewhere(request, found) or _article(request, found, label, is_open=True)


@require_safe
@without_scripts
def pdf(request: HttpRequest, slug: str, label: str | None = None) -> HttpResponse:
    """The stored PDF of the version that counts today, or of the one with that label."""
    found = access.published_at(slug, day_of(timezone.now()), "pdf", label)
    if answer := _elsewhere(request, found):
        return answer
    shown = _shown(found)
    if shown is None or shown.hidden:
        return _unavailable(shown, found)
    response = HttpResponse(bytes(shown.wanted_part), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="privacyverklaring-{slug}-{shown.label}.pdf"'
    return _cached(request, response, shown.pdf_sha256, shown.published_at if label else _changed_at(found))


@require_safe
@without_scripts
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version with the days on which it counted and what changed with it; when the statement last changed, and when it was last looked at."""
    found = access.published_at(slug, day_of(timezone.now()))
    if answer := _elsewhere(request, found):
        return answer
    told = [(life, public_changes_of(life.version, found)) for life in live_periods(found)[::-1]]
    context = _frame(found) | {"lives": told, "reviewed_on": reviewed_on(found)}
    written = [one.summary.made_at for one in found if getattr(one, "summary", None)]
    return _page(
        request,
        "public/versions.html",
        context,
        max([_changed_at(found), *written, *filter(None, [found[0].reviewed_at])]),
    )


@require_safe
@without_scripts
def version_changes(request: HttpRequest, slug: str, label: str) -> HttpResponse:
    """What changed with one version, as it was written down at its publication: the sentences, and the marked text below."""
    found = access.changes_at(slug, label)
    if answer := _elsewhere(request, found):
        return answer
    shown = next((version for version in found if version.label == label), None)
    if shown is not None and shown.hidden:
        return _unavailable(shown, found)
    changes = public_changes_of(shown, found) if shown else None
    if shown is None or changes is None:
        return _unavailable(None, found)
    context = _frame(found, shown) | {"shown": shown, "changes": changes, "parts": shown.marked_text}
    return _page(request, "public/changes.html", context, max(_changed_at(found), shown.summary.made_at))


def _elsewhere(request: HttpRequest, found: Sequence[PolicyVersion]) -> HttpResponse | None:
    """Not there at all, or under another address since a rename; None when it is here."""
    if not found:
        return _unavailable(None, found)
    route = request.resolver_match
    assert route is not None  # a view was found for it
    if found[0].slug == route.kwargs["slug"]:
        return None
    response = HttpResponsePermanentRedirect(reverse(route.view_name, kwargs={**route.kwargs, "slug": found[0].slug}))
    response["Cache-Control"] = MOVED
    return response


def _article(
    request: HttpRequest, found: Sequence[PolicyVersion], label: str | None = None, is_open: bool = False
) -> HttpResponse:
    shown = _shown(found)
    if shown is None or shown.hidden:
        return _unavailable(shown, found)
    life = next(life for life in live_periods(found) if life.version is shown)
    article = shown.wanted_part.replace(FOLD, OPEN_FOLD) if is_open else shown.wanted_part
    context = _frame(found, shown) | {
        "shown": shown,
        "life": life,
        "lasting": label is not None,
        "article": article,
        "is_open": is_open,
        "has_folds": FOLD in shown.wanted_part,
    }
    return _page(request, "public/policy.html", context, _changed_at(found))


def _shown(found: Sequence[PolicyVersion]) -> PolicyVersion | None:
    return next((version for version in found if version.wanted_part is not None), None)


def _frame(found: Sequence[PolicyVersion], shown: PolicyVersion | None = None) -> dict[str, Any]:
    """What every page about one policy says around the text.

    `face` gives the frame its language and names: never a hidden version, which may bear the wrong ones.
    """
    today = day_of(timezone.now())
    now = current(found, today)
    faces = [version for version in (shown, now, *reversed(found)) if version is not None and not version.hidden]
    return {
        "today": today,
        "slug": found[0].slug,
        "home": settings.SITE_URL,
        "current": now,
        "face": faces[0] if faces else None,
        "state": found[0],
        "announced": [version for version in announced(found, today) if not version.hidden],
    }


def _changed_at(found: Sequence[PolicyVersion]) -> datetime:
    """When the pages of this policy last changed: something was done, or a version took effect at midnight."""
    now = timezone.now()
    moments = [
        moment
        for version in found
        for moment in (version.published_at, version.hidden_at, _midnight(version))
        if moment
    ]
    moments += [moment for moment in (found[0].retired_at, found[0].slug_since) if moment]
    return max((moment for moment in moments if moment <= now), default=now)


def _midnight(version: PolicyVersion) -> datetime:
    return datetime.combine(version.effective_date, time(), BRUSSELS)


def _page(request: HttpRequest, template: str, context: dict[str, Any], changed_at: datetime) -> HttpResponse:
    """A page without the request: no context processor can touch a session."""
    response = HttpResponse(render_to_string(template, context))
    return _cached(request, response, hashlib.sha256(response.content).hexdigest(), changed_at)


def _cached(request: HttpRequest, response: HttpResponse, digest: str, changed_at: datetime) -> HttpResponse:
    """The answer, or 304 for who has it already."""
    response["ETag"] = etag = f'"{digest}"'
    response["Last-Modified"] = http_date(changed_at.timestamp())
    response["Cache-Control"] = FRESH
    return get_conditional_response(request, etag, int(changed_at.timestamp()), response) or response


def _unavailable(shown: PolicyVersion | None, found: Sequence[PolicyVersion]) -> HttpResponse:
    """404 for what never was, 410 for what was hidden."""
    context = _frame(found) | {"shown": shown} if found else {}
    template, status = ("public/gone.html", 410) if shown else ("public/missing.html", 404)
    response = HttpResponse(render_to_string(template, context), status=status)
    response["Cache-Control"] = BRIEF
    return response
