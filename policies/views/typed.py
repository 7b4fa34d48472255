"""Nothing typed is lost when somebody turns out to be logged out: it waits in the session until the same page is opened again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import resolve_url

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
        path = request.get_full_path()
        if request.method == "POST":
            body = request.POST.urlencode()
            if len(body) <= MOST:
                request.session[KEY] = {"path": request.get_full_path(), "body": body}
        if "HX-Request" in request.headers:  # the browser itself has to go there, not the script
            answer = HttpResponse(status=204)
            answer["HX-Redirect"] = redirect_to_login(path, resolve_url(settings.LOGIN_URL)).url
            return answer
        return redirect_to_login(path, resolve_url(settings.LOGIN_URL))

    return guarded


def _take(request: HttpRequest) -> QueryDict | None:
    """What waits for this very page; once."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.get_full_path():
        return None
    del request.session[KEY]
    return QueryDict(kept["body"])
