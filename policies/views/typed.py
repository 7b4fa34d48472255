"""Nothing typed is lost when somebody turns out to be logged out: it waits in the session until the same page is opened again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.urls import resolve
from django.views.csrf import csrf_failure

KEY, MOST = "typed", 200_000  # bytes: a page of the wizard is far below
View = Callable[..., HttpResponse]


def keeps_typed(view: View) -> View:
    """For a page with a long form: log in first; what was posted is on the page afterwards, and not yet stored.

    The page is still judged by who asks for it: only somebody who may open it sees it. `request.typed` is what waited, or None.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            request.typed = _take(request) if request.method == "GET" else None
            return view(request, *args, **kwargs)
        if request.method == "POST":
            _keep(request)
        return _go(request, redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL)).url)

    guarded.keeps_typed = True
    return guarded


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page of before a new log-in, perhaps in another tab: what was typed there is on the page again, and not yet stored.

    Only what comes from a page of our own: nobody else may put words in somebody's form.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if ours and request.user.is_authenticated and getattr(resolve(request.path_info).func, "keeps_typed", False) and _keep(request):
        return _go(request, request.get_full_path())
    return csrf_failure(request, reason)


def _keep(request: HttpRequest) -> bool:
    """Let what was posted wait for its page; False when it is too much."""
    body = request.POST.urlencode()
    if len(body) <= MOST:
        request.session[KEY] = {"path": request.get_full_path(), "body": body}
    return len(body) <= MOST


def _go(request: HttpRequest, url: str) -> HttpResponse:
    """The browser itself has to go there, also when a script asked."""
    return HttpResponse(status=204, headers={"HX-Redirect": url}) if "HX-Request" in request.headers else redirect(url)


def _take(request: HttpRequest) -> QueryDict | None:
    """What waits for this very page; once."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.get_full_path():
        return None
    del request.session[KEY]
    return QueryDict(kept["body"])
