"""What a browser knows of an account that nobody confirmed yet: whether the password of that account was typed in it.

A confirmation may keep a password only where it was typed. The note holds a digest of the stored password, which no two accounts share,
so a password that was set elsewhere in the meantime is not kept either.
"""

import time

from allauth.account.models import EmailAddress
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from policies.models import User

NOTE = "pending_account"
WAITS = 2 * 60 * 60  # seconds


def has_confirmed(user: User) -> bool:
    """Whether this person has ever confirmed an address, so that the account is somebody's."""
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def note_typed_password(request: HttpRequest, user: User, next_url: str | None) -> None:
    """Write in the session that whoever uses this browser knows the present password of `user`. It counts for two hours."""
    request.session[NOTE] = {"password": user.get_session_auth_hash(), "at": time.time(), "next": next_url}


def was_typed_here(request: HttpRequest, user: User) -> bool:
    """Whether the present password of `user` was typed in this browser less than two hours ago."""
    note = request.session.get(NOTE)
    if note is None or time.time() - note["at"] >= WAITS:
        return False
    return constant_time_compare(note["password"], user.get_session_auth_hash())


def forget_note(request: HttpRequest) -> str | None:
    """Take the note away, let the session last as any other, and give the address that the person was on the way to."""
    request.session.set_expiry(None)
    return request.session.pop(NOTE, {}).get("next")
