"""Reading a long text keeps a processor busy: how often one address may ask it, and how many are read at once on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from allauth.core.ratelimit import consume
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from policies.slots import slot

LONG = 20_000  # characters; a shorter text is read before anybody notices
RETRY_AFTER = 10  # seconds


class Refused(Exception):
    """Not now. The message is Dutch and says when; `status` is that of the answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@contextmanager
def reading(request: HttpRequest, text: str) -> Iterator[None]:
    """Read a text inside the block. Raises Refused at once: 503 when enough long texts are being read, 429 for an address that asks too often."""
    with slot("reading", settings.READINGS_AT_ONCE) if len(text) > LONG else nullcontext(True) as got:
        if not got:
            raise Refused(503, f"Het is druk: er worden al lange teksten gelezen. Probeer het over {RETRY_AFTER} seconden opnieuw. Uw tekst staat er nog.")
        if not consume(request, action="check_text"):
            raise Refused(429, "U doet dit te vaak na elkaar. Wacht een paar minuten en probeer het dan opnieuw. Uw tekst staat er nog.")
        yield


def told(response: HttpResponse, refused: Refused | None) -> HttpResponse:
    """The page with the status of a refusal, and when to try again; unchanged without one."""
    if refused is not None:
        response.status_code = refused.status
        response["Retry-After"] = str(RETRY_AFTER if refused.status == 503 else 60)
    return response
