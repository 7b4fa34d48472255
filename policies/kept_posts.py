"""What logged-out people posted waits two hours for them: a few posts of each network, some of all together, none of them large.

Knows no request. When a limit is reached the oldest goes: who was logged out a moment ago is more likely to come back than who was hours ago.
"""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from policies.models import KeptPost

LASTS = timedelta(hours=2)
MOST_BYTES = 200_000  # of one post: a page of the wizard is far below
MOST_PATH = 500  # characters
MOST_OF_NETWORK, MOST_IN_TOTAL = 5, 200  # posts


def keep(path: str, body: str, network: str, replaced: str = "") -> str | None:
    """Store a post, and give the token by which its browser gets it back; None when it is too large.

    `replaced` is the token of what that browser kept before: it has no use for both.
    """
    if len(body.encode()) > MOST_BYTES or len(path) > MOST_PATH:
        return None
    now, network = timezone.now(), salted_hmac("policies.kept_posts", network, algorithm="sha256").hexdigest()
    with transaction.atomic():
        clear(now)
        KeptPost.objects.filter(token=replaced).delete()
        kept = KeptPost.objects.create(
            token=secrets.token_urlsafe(32), path=path, body=body, network=network, kept_at=now
        )
        for rows, most in (
            (KeptPost.objects.filter(network=network), MOST_OF_NETWORK),
            (KeptPost.objects.all(), MOST_IN_TOTAL),
        ):
            KeptPost.objects.filter(pk__in=list(rows.order_by("-pk").values_list("pk", flat=True)[most:])).delete()
    return kept.token


def take(token: str, path: str) -> str | None:
    """Give the body that waits for this page, and keep it no longer; "" when it waits for another page, None when nothing waits."""
    kept = KeptPost.objects.filter(token=token, kept_at__gt=timezone.now() - LASTS).first()
    if kept is None:
        return None
    if kept.path != path:
        return ""
    kept.delete()
    return kept.body


def clear(now: datetime) -> int:
    """Take away what waited two hours. Returns how many posts."""
    return KeptPost.objects.filter(kept_at__lte=now - LASTS).delete()[0]
