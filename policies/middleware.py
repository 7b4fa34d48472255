"""What every request must be before anything reads it, what every refusal looks like, and that nobody keeps an answer that is not public."""

import codecs
import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from policies.views.errors import LAST_RESORT, body

Next = Callable[[HttpRequest], HttpResponse]
FORMS = ("", "application/x-www-form-urlencoded", "multipart/form-data")
NUL = "\0"
logger = logging.getLogger(__name__)


class NoStore:
    """Outermost: lets no browser and no proxy keep an answer, but for what says of itself that it is public.

    Public are the pages of published statements and the static files; nobody has to think of it for a new page. Answers to errors pass here too.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "public" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "no-store"
        return response


class ErrorPages:
    """Around all that makes an answer: a refusal without a Dutch page of its own (an empty 405, a text in English) gets one, and a failure of the error page itself too."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            response = self.get_response(request)
            if response.status_code >= 400 and not _is_ours(request, response):
                response = _replaced(response)
        except Exception:
            logger.exception("Not even the error page could be made")
            response = HttpResponse(LAST_RESORT, status=500)
        return response


class SoundRequests:
    """Before session, form and view: refuses what no browser sends and what would break whoever reads it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Raises BadRequest and RequestDataTooBig, of which handler400 makes a page."""
        size = request.META.get("CONTENT_LENGTH") or "0"
        if not (size.isascii() and size.isdigit()):
            raise BadRequest("Content-Length is no number")
        if len(size) > 12 or int(size) > settings.LARGEST_REQUEST:
            raise RequestDataTooBig(f"more than {settings.LARGEST_REQUEST} bytes")
        if not _is_utf8((request.content_params or {}).get("charset", "utf-8")):
            raise BadRequest("only UTF-8 is read")
        if int(size) and (request.content_type or "").lower() not in FORMS:
            raise BadRequest("no form")
        query = request.META.get("QUERY_STRING", "")
        if (
            NUL in request.path_info
            or NUL in query
            or "%00" in query
            or any(NUL in name + value for name, value in request.COOKIES.items())
        ):
            raise BadRequest("a NUL in path, query or cookie")
        return self.get_response(request)


def _is_utf8(name: str) -> bool:
    """Whether a character set is UTF-8, or ASCII, which is part of it."""
    try:
        return codecs.lookup(name.strip("\"' ")).name in ("utf-8", "ascii")
    except (LookupError, ValueError):
        return False


def _is_ours(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a refusal has a page of its own, or answers a script that puts a piece into one."""
    if response.streaming or "HX-Request" in request.headers and response.content:
        return True
    return (
        response.headers.get("Content-Type", "").startswith("text/html") and b'<html lang="nl' in response.content[:500]
    )


def _replaced(response: HttpResponse) -> HttpResponse:
    response.content = body(response.status_code)
    response["Content-Type"] = "text/html; charset=utf-8"
    if response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
    return response
