"""What the framework says when it refuses a request or fails: always a Dutch page with the right status, also when nothing else works any more."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
LAST_RESORT = Path(
    settings.BASE_DIR, "templates", "500_bare.html"
).read_bytes()  # needs no template engine, style sheet or database


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400: 413 for what is too much, 400 for what cannot be understood."""
    return HttpResponse(
        body(413 if isinstance(exception, TOO_MUCH) else 400), status=413 if isinstance(exception, TOO_MUCH) else 400
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500. A body that broke off on its way is no fault of ours."""
    broken_off = isinstance(sys.exc_info()[1], UnreadablePostError)
    return HttpResponse(body(400 if broken_off else 500), status=400 if broken_off else 500)


def body(status: int) -> bytes:
    """The page for a status, made without the request: no session, person or database can make it fail."""
    for name in (f"{status}.html", "400.html" if status < 500 else "500.html"):
        try:
            return render_to_string(name).encode()
        except TemplateDoesNotExist:
            continue
        except Exception:  # noqa: BLE001 - whatever it is, this page is the answer to it
            break
    return LAST_RESORT
