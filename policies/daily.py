"""What is done once a day: things that were promised to go after a while, go. `manage.py daily` calls it.

A part is a function of the moment that says in Dutch what it did. It may run again at any time, and does nothing twice. To add one, write it and put it
in PARTS.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from policies import kept_posts, people, printing
from policies.models import DailyRun, Membership, Removal
from policies.models.people import INVITATION_LASTS
from policies.models.removal import CAN_COME_BACK

Part = Callable[[datetime], str]

logger = logging.getLogger(__name__)
KILLED = timedelta(hours=3)  # a run that is not done by then was killed, and holds nobody up
ADDRESS_KEPT = timedelta(days=30)  # after an invitation ended: long enough to invite again with one press
UNCONFIRMED_KEPT = timedelta(days=7)  # the link that confirms works three days
RUNS_KEPT = timedelta(days=90)


def clear_sessions(now: datetime) -> str:
    return f"Verlopen sessies gewist: {Session.objects.filter(expire_date__lt=now).delete()[0]}."


def clear_kept_posts(now: datetime) -> str:
    return f"Formulieren van uitgelogde mensen gewist, na twee uur: {kept_posts.clear(now)}."


def clear_cache(now: datetime) -> str:
    """Take expired rows out of the table of the cache, which does so by itself only when it is full."""
    cache: dict[str, Any] = settings.CACHES["default"]
    if not cache["BACKEND"].endswith("DatabaseCache"):
        return "De cache staat niet in de database."
    with connection.cursor() as cursor:
        moment = connection.ops.adapt_datetimefield_value(now.replace(microsecond=0))
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(cache['LOCATION'])} WHERE expires < %s", [moment])
        return f"Verlopen rijen van de cache gewist: {cursor.rowcount}."


def clear_previews(now: datetime) -> str:
    """Remove drafts that nobody may find years later: a preview is kept until the next one is made, which may be never."""
    return f"Voorbeelden van een PDF gewist, na tien minuten: {printing.clear_previews()}."


def clear_invitations(now: datetime) -> str:
    """Forget the address of somebody who did not accept."""
    ended = Membership.objects.filter(user__isnull=True, invited_at__lte=now - INVITATION_LASTS - ADDRESS_KEPT)
    return f"Uitnodigingen gewist, 30 dagen na hun einde: {ended.delete()[0]}."


def clear_removals(now: datetime) -> str:
    return f"Verwijderingen gewist die niet meer terug kunnen, na 30 dagen: {Removal.objects.filter(at__lt=now - CAN_COME_BACK).delete()[0]}."


def clear_unconfirmed_accounts(now: datetime) -> str:
    return (
        f"Accounts gewist die niemand bevestigde, na zeven dagen: {people.forget_unconfirmed(now - UNCONFIRMED_KEPT)}."
    )


def clear_runs(now: datetime) -> str:
    return f"Regels over dit dagelijkse werk gewist, na 90 dagen: {DailyRun.objects.filter(running=False, started_at__lt=now - RUNS_KEPT).delete()[0]}."


PARTS: list[Part] = [
    clear_sessions,
    clear_kept_posts,
    clear_cache,
    clear_previews,
    clear_invitations,
    clear_removals,
    clear_unconfirmed_accounts,
    clear_runs,
]


def run(tell: Callable[[str], None]) -> DailyRun | None:
    """Do every part, also after one that fails, and store how it ended. Gives that row; None when another run is busy.

    `tell` gets one line for each part.
    """
    entry = _begin(timezone.now())
    if entry is None:
        return None
    failed = []
    for part in PARTS:
        try:
            with transaction.atomic():
                tell(part(timezone.now()))
        except Exception as error:  # whatever it is, the other parts have to be done
            logger.exception("daily: %s", part.__name__)
            tell(f"MISLUKT: {part.__name__}: {error}")
            failed.append(part.__name__)
    entry.ended_at, entry.running, entry.failed = timezone.now(), False, "\n".join(failed)
    entry.save()
    return entry


def last() -> DailyRun | None:
    """The run that ended last."""
    return DailyRun.objects.filter(ended_at__isnull=False).order_by("-ended_at").first()


def _begin(now: datetime) -> DailyRun | None:
    """Make the row of this run, unless another is running: the database lets only one."""
    DailyRun.objects.filter(running=True, started_at__lte=now - KILLED).update(running=False, failed="afgebroken")
    try:
        with transaction.atomic():
            return DailyRun.objects.create(started_at=now)
    except IntegrityError:
        return None
