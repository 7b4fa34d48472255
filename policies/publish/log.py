"""Saying no in words that help, and noting down what was done."""

from collections.abc import Sequence
from datetime import datetime

from policies.core.checks.finding import Finding
from policies.models import Policy, PublicationEvent, User


class Refusal(Exception):
    """It is not done, and why. `code` is for programs, `field` the form field where it shows; `findings` what blocks."""

    def __init__(self, code: str, message: str, field: str = "", findings: Sequence[Finding] = ()):
        super().__init__(message)
        self.code, self.message, self.field, self.findings = code, message, field, tuple(findings)


def name_of(person: User) -> str:
    """How the records call somebody; as long as their columns allow."""
    return (person.name or person.email)[:120]


def deed(by: User, now: datetime) -> dict[str, object]:
    """Who and when, as the columns of every deed."""
    return {"at": now, "by_name": name_of(by), "by_email": by.email}


def record(policy: Policy, verb: str, by: User, now: datetime, *, label: str = "", detail: str = "") -> None:
    """Add a line to the log."""
    PublicationEvent.objects.create(
        verb=verb,
        organisation_id=policy.organisation_id,
        policy_id=policy.pk,
        policy_name=policy.name,
        label=label,
        detail=detail,
        **deed(by, now),
    )


def lock(policy: Policy) -> Policy:
    """The policy, held until the transaction ends: whoever publishes at the same moment waits. Call inside a transaction."""
    return Policy.objects.select_for_update().get(pk=policy.pk)
