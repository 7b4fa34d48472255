"""Withdrawing a policy and hiding a version. Nothing is ever removed: a new row says what holds from now on."""

from datetime import datetime

from django.db import transaction

from policies.models import Policy, PolicyRetirement, PolicyVersion, User, VersionHiding
from policies.publish.log import Refusal, deed, lock, record


def is_retired(policy: Policy) -> bool:
    """Say whether the policy is withdrawn, and was not taken into use again since."""
    last = policy.retirements.order_by("-pk").first()
    return last is not None and last.retired


@transaction.atomic
def retire(policy: Policy, notice: str, *, by: User, now: datetime) -> None:
    """Withdraw the policy: its last version stays readable, with the notice. Raises Refusal."""
    lock(policy)
    if not policy.versions.exists():
        raise Refusal("unpublished", "Deze verklaring is nog niet gepubliceerd.")
    if is_retired(policy):
        raise Refusal("unchanged", "Deze verklaring is al ingetrokken.")
    PolicyRetirement.objects.create(policy=policy, retired=True, notice=notice, **deed(by, now))
    record(policy, "retired", by, now, detail=notice)


@transaction.atomic
def resume(policy: Policy, *, by: User, now: datetime) -> None:
    """Take a withdrawn policy into use again. Raises Refusal."""
    lock(policy)
    if not is_retired(policy):
        raise Refusal("unchanged", "Deze verklaring is al in gebruik.")
    PolicyRetirement.objects.create(policy=policy, retired=False, **deed(by, now))
    record(policy, "resumed", by, now)


@transaction.atomic
def hide(version: PolicyVersion, reason: str, *, by: User, now: datetime) -> None:
    """Keep a version from the public: an accident, such as the wrong client or a home address. Raises Refusal."""
    _set_hidden(version, True, reason, by, now)


@transaction.atomic
def show(version: PolicyVersion, reason: str, *, by: User, now: datetime) -> None:
    """Let the public read a hidden version again. Raises Refusal."""
    _set_hidden(version, False, reason, by, now)


def _set_hidden(version: PolicyVersion, hidden: bool, reason: str, by: User, now: datetime) -> None:
    lock(version.policy)
    last = version.hidings.order_by("-pk").first()
    if (last is not None and last.hidden) is hidden:
        raise Refusal("unchanged", f"Versie {version.label} is al {'verborgen' if hidden else 'te lezen'}.")
    if not reason.strip():
        raise Refusal("reason", "Schrijf op waarom. Dit komt alleen in het logboek.", "reason")
    VersionHiding.objects.create(version=version, hidden=hidden, reason=reason.strip(), **deed(by, now))
    record(version.policy, "hidden" if hidden else "shown", by, now, label=version.label, detail=reason.strip())
