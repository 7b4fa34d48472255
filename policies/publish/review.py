"""Recording that a statement was looked at and nothing changed: a year without a new version cannot show that."""

from datetime import datetime

from django.db import transaction

from policies.models import Policy, PolicyReview, User
from policies.models.chronology import current, day_of
from policies.publish.draft import draft_of, says_the_same
from policies.publish.log import Refusal, deed, lock, record
from policies.publish.withdrawal import is_retired


@transaction.atomic
def confirm_unchanged(policy: Policy, *, by: User, now: datetime) -> None:
    """Record that the version in force today still says what the answers and the law say.

    Raise Refusal: unpublished, retired, findings, changed, today.
    """
    lock(policy)
    today = day_of(now)
    version = current(policy.versions.light(), today)
    if version is None:
        raise Refusal("unpublished", "Er geldt nog geen versie. Publiceer eerst.")
    if is_retired(policy):
        raise Refusal("retired", "Deze verklaring is ingetrokken. Neem ze eerst weer in gebruik.")
    draft = draft_of(policy, today)
    if draft.blocking:
        raise Refusal("findings", f"Er moet eerst iets in orde. {draft.blocking[0].message}", findings=draft.blocking)
    if not says_the_same(version, draft):
        raise Refusal(
            "changed", f"De tekst is nu anders dan die van versie {version.label}. Publiceer een nieuwe versie."
        )
    last = policy.reviews.order_by("-pk").first()
    if last is not None and day_of(last.at) == today:
        raise Refusal("today", "U keek deze verklaring vandaag al na.")
    PolicyReview.objects.create(policy=policy, **deed(by, now))
    record(policy, "reviewed", by, now, label=version.label)
