"""What every answer carries."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def no_store(get_response: Answer) -> Answer:
    """Let no browser and no proxy keep an answer, but for what says of itself that it is public.

    Public are the pages of published statements and the static files; nobody has to think of it for a new page. The first in MIDDLEWARE, so
    that answers to errors pass here too.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "public" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "no-store"
        return response

    return middleware
