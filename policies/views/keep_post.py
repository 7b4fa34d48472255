"""Nothing typed is lost when somebody turns out to be logged out: it waits for two hours until the same browser opens the same page again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.urls import resolve
from django.views.csrf import csrf_failure

from policies import kept_posts
from policies.adapter import network_of

COOKIE = "kept_post"
GONE = "Wat u typte voor u opnieuw inlogde, konden wij niet zo lang bewaren. Vul het opnieuw in."
View = Callable[..., HttpResponse]


def keeps_typed(view: View) -> View:
    """For a page with a long form: log in first; what was posted is on the page afterwards, and not yet stored.

    The view gets a SignedInRequest. The page is still judged by who asks for it: only somebody who may open it sees it. `request.typed` is what waited, or None.
    """

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            log_in = redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL)).url
            kept = _keep(request, log_in) if request.method == "POST" else _go(request, log_in)
            return kept or render(request, "account/not_kept.html", status=413)
        request.typed = None
        if request.method != "GET" or COOKIE not in request.COOKIES:
            return view(request, *args, **kwargs)
        found = kept_posts.take(request.COOKIES[COOKIE], request.get_full_path())
        request.typed = QueryDict(found) if found else None
        if found is None:
            messages.warning(request, GONE)
        answer = view(request, *args, **kwargs)
        if found != "":  # it waits no longer
            answer.delete_cookie(COOKIE)
        return answer

    vars(guarded)["keeps_typed"] = True
    return guarded


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page of before a new log-in, perhaps in another tab: what was typed there is on the page again, and not yet stored.

    Only what comes from a page of our own: nobody else may put words in somebody's form.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if ours and request.user.is_authenticated and getattr(resolve(request.path_info).func, "keeps_typed", False):
        return _keep(request, request.get_full_path()) or csrf_failure(request, reason)
    return csrf_failure(request, reason)


def _keep(request: HttpRequest, url: str) -> HttpResponse | None:
    """Let what was posted wait, and go to `url`; None when it is too much. Then it stays in the browser."""
    network, before = network_of(get_adapter().get_client_ip(request)), request.COOKIES.get(COOKIE, "")
    token = kept_posts.keep(request.get_full_path(), request.POST.urlencode(), network, before)
    if token is None:
        return None
    answer = _go(request, url)
    age = int(kept_posts.LASTS.total_seconds())
    answer.set_cookie(COOKIE, token, max_age=age, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return answer


def _go(request: HttpRequest, url: str) -> HttpResponse:
    """The browser itself has to go there, also when a script asked."""
    return HttpResponse(status=204, headers={"HX-Redirect": url}) if "HX-Request" in request.headers else redirect(url)
