"""Leaving a finding as it is on purpose, with a reason: one that does not block, and for as long as its message is the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from policies.core.checks.finding import Finding
from policies.core.clauses.filters import datum
from policies.models import AcceptedFinding, Policy, User
from policies.models.chronology import day_of
from policies.publish.log import Refusal, deed, record

LONGEST = 1000


@dataclass(frozen=True)
class LeftFindings:
    """The findings at one path that were left on purpose, and the row that says by whom and why."""

    findings: tuple[Finding, ...]
    row: AcceptedFinding


def split(findings: Sequence[Finding], rows: Iterable[AcceptedFinding]) -> tuple[list[Finding], list[LeftFindings]]:
    """Return the findings that count, and those that were left on purpose.

    A finding that blocks always counts, and so does one whose message changed since it was left.
    """
    left = []
    for row in rows:
        same = _same(findings, row.code, row.path)
        if same and _message(same) == row.message:
            left.append(LeftFindings(same, row))
    gone = {finding for one in left for finding in one.findings}
    return [finding for finding in findings if finding not in gone], left


def leave(
    policy: Policy, findings: Sequence[Finding], code: str, path: str, reason: str, *, by: User, now: datetime
) -> AcceptedFinding:
    """Leave the finding with that code at that path. `findings` are those of now. Raise Refusal: gone, blocks, reason."""
    same = to_leave(findings, code, path)
    if not reason.strip():
        raise Refusal("reason", "Schrijf op waarom u dit zo laat.", "reason")
    if len(reason.strip()) > LONGEST:
        raise Refusal("reason", f"Schrijf het korter: ten hoogste {LONGEST} tekens.", "reason")
    given: dict[str, Any] = {"message": _message(same), "reason": reason.strip()}
    again = AcceptedFinding.objects.filter(policy=policy, code=code, path=path, **given).first()
    if again:  # a second click
        return again
    given |= deed(by, now)
    row, _ = AcceptedFinding.objects.update_or_create(policy=policy, code=code, path=path, defaults=given)
    record(policy, "left", by, now, detail=f"{row.message}\nReden: {row.reason}")
    return row


def to_leave(findings: Sequence[Finding], code: str, path: str) -> tuple[Finding, ...]:
    """Return the findings with that code at that path, when they may be left. Raise Refusal: gone, blocks."""
    if any(finding.blocks and (finding.code, finding.path) == (code, path) for finding in findings):
        raise Refusal("blocks", "Dit moet eerst in orde. Wat publicatie tegenhoudt, kunt u niet zo laten.")
    same = _same(findings, code, path)
    if not same:
        raise Refusal("gone", "Deze bevinding is er niet meer.")
    return same


def take_back(policy: Policy, row_pk: int, *, by: User, now: datetime) -> None:
    """Let the finding of that row count again. Change nothing when it does already."""
    row = policy.accepted_findings.filter(pk=row_pk).first()
    if row and policy.accepted_findings.filter(pk=row_pk).delete()[0]:
        record(policy, "taken_back", by, now, detail=row.message)


def log_lines(left: Sequence[LeftFindings]) -> str:
    """Return the lines in the log of a publication about findings that were left; empty when there are none."""
    if not left:
        return ""
    lines = [
        f"– {one.row.message} Reden: {one.row.reason} ({one.row.by_name}, {datum(day_of(one.row.at), 'nl-BE')})"
        for one in left
    ]
    return "\n".join(("Bewust zo gelaten:", *lines))


def _same(findings: Sequence[Finding], code: str, path: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if not finding.blocks and (finding.code, finding.path) == (code, path))


def _message(findings: Sequence[Finding]) -> str:
    """Return the messages as one text: two findings with one code at one path are left together."""
    return " ".join(sorted(finding.message for finding in findings))
