"""Reading a long text or profile keeps a processor busy: how often somebody may ask it, and how many are read at once on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from allauth.core.ratelimit import consume
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from policies.slots import slot

LONG = 20_000  # characters; a shorter text is read before anybody notices
BUSY, OFTEN = 10, 120  # seconds until somebody may try again: while another text is read, and after too many


class HeavyWorkRefused(Exception):
    """Not now. The message is Dutch and says when; `after` is the number of seconds until then."""

    def __init__(self, after: int, message: str) -> None:
        super().__init__(message)
        self.after = after


@contextmanager
def reading(request: HttpRequest, size: int, action: str = "check_text") -> Iterator[None]:
    """Read a text of a size (in characters or bytes) inside the block. `action` names the limit in ACCOUNT_RATE_LIMITS.

    Raises Refused at once: when enough long texts are being read, and for an address or a person who asks too often.
    """
    with slot("reading", settings.READINGS_AT_ONCE) if size > LONG else nullcontext(True) as got:
        if not got:
            raise HeavyWorkRefused(
                BUSY,
                f"Het is druk: er worden al lange teksten gelezen. Probeer het over {BUSY} seconden opnieuw. Uw tekst staat er nog.",
            )
        if not consume(request, action=action):
            raise HeavyWorkRefused(
                OFTEN,
                "U doet dit te vaak na elkaar. Wacht een paar minuten en probeer het dan opnieuw. Uw tekst staat er nog.",
            )
        yield


def told(response: HttpResponse, refused: HeavyWorkRefused | None) -> HttpResponse:
    """The page with the status of a refusal (429), and when to try again; unchanged without one."""
    if refused is not None:
        response.status_code = 429
        response["Retry-After"] = str(refused.after)
    return response
