"""Refusals in words that help, and the log of what was done."""

from collections.abc import Sequence
from datetime import datetime

from policies.core.checks.finding import Finding
from policies.models import Policy, PublicationEvent, User


class Refusal(Exception):
    """An act that is refused, with a Dutch sentence that says why.

    `code` is for programs, `field` the form field where it shows; `findings` are those that block.
    """

    def __init__(self, code: str, message: str, field: str = "", findings: Sequence[Finding] = ()):
        super().__init__(message)
        self.code, self.message, self.field, self.findings = code, message, field, tuple(findings)


def name_of(person: User) -> str:
    """Return the name of a person for the records, or else the e-mail address; at most 120 characters, as their columns."""
    return (person.name or person.email)[:120]


def deed(by: User, now: datetime) -> dict[str, object]:
    """Return person and moment as the columns of every Deed."""
    return {"at": now, "by_name": name_of(by), "by_email": by.email}


def record(policy: Policy, verb: str, by: User, now: datetime, *, label: str = "", detail: str = "") -> None:
    """Add a line to the log of a policy. `verb` is one of PublicationEvent.Verb."""
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
    """Lock the policy until the transaction ends, and return it as it is now. Call inside a transaction.

    Another publication at the same moment waits.
    """
    return Policy.objects.select_for_update().get(pk=policy.pk)
