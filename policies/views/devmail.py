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
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    mails: list[dict[str, str]] = []
    for path in files[:SHOWN]:
        parts = [part for part in path.read_bytes().split(BETWEEN_MAILS) if part.strip()]
        mails += [_read(part) for part in reversed(parts)]
    return mails[:SHOWN]


def _read(raw: bytes) -> dict[str, str]:
    message: EmailMessage = email.message_from_bytes(raw, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    return {
        "subject": str(message["subject"] or ""),
        "to": str(message["to"] or ""),
        "date": str(message["date"] or ""),
        "text": body.get_content() if body else "",
    }
