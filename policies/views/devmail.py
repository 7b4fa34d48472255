"""Development only: the mails that would have been sent, with links to click."""

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

BETWEEN_MAILS = b"\n" + b"-" * 79 + b"\n"  # as Django's file backend writes them
SHOWN = 50


@require_safe
def devmail(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    return render(request, "dev/mail.html", {"mails": newest_mails(Path(settings.EMAIL_FILE_PATH)), "shown": SHOWN})


def newest_mails(folder: Path) -> list[dict[str, str]]:
    """Subject, receiver, date and text of the newest mails in the folder, newest first."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns)[-SHOWN:]
    raw = [part for path in files for part in path.read_bytes().split(BETWEEN_MAILS) if part.strip()]
    messages = [email.message_from_bytes(part, policy=email.policy.default) for part in raw]
    # By their own date: two connections within a second may write to the same file.
    messages.sort(key=lambda message: message["date"].datetime)
    return [_read(message) for message in messages[: -SHOWN - 1 : -1]]


def _read(message: EmailMessage) -> dict[str, str]:
    body = message.get_body(preferencelist=("plain", "html"))
    return {
        "subject": str(message["subject"] or ""),
        "to": str(message["to"] or ""),
        "date": str(message["date"] or ""),
        "text": body.get_content() if body else "",
    }
