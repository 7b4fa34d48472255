"""The draft that would be published now, and the number that its version would get."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from policies.core import facts as f
from policies.core.checks import check_document
from policies.core.checks.finding import Finding
from policies.core.clauses import library
from policies.core.clauses.filters import datum
from policies.core.document import Document, content_digest
from policies.core.document import from_data as document_of
from policies.core.facts.periods import in_words, moved
from policies.core.facts.plain_data import FactsError, from_stored, to_data
from policies.core.versions.major_change import MajorReason, reasons
from policies.models import Policy, PolicyVersion
from policies.models.chronology import announced, before, day_of, format_label, next_label, parse_label
from policies.publish.acceptance import LeftFindings, split
from policies.publish.log import Refusal
from policies.store import cache

Change = PolicyVersion.Change
FURTHEST = (24, "month")
HIGHEST_FIRST = 999  # leaves room to count on within the four digits of a label


@dataclass(frozen=True)
class Draft:
    """The statement as it stands for one effective date. Its preview and its publication are the same document.

    `findings` are those that count; what was left on purpose is in `left`. `gaps` are those of the document.
    """

    facts: f.Facts
    document: Document
    findings: tuple[Finding, ...]
    on: date
    digest: str
    library_digest: str
    left: tuple[LeftFindings, ...] = ()
    gaps: tuple[str, ...] = ()

    @property
    def blocking(self) -> list[Finding]:
        """Return the findings that stop publishing."""
        return [finding for finding in self.findings if finding.blocks]


@dataclass(frozen=True)
class PublicationPlan:
    """The version that publishing a draft would make. `follows` is the one that it takes over from.

    `supersedes` are announced versions that will not take effect; `asks_how_told`: people must hear of it today.
    """

    sequence: int
    major: int
    minor: int
    change: str
    reasons: tuple[MajorReason, ...]
    latest: PolicyVersion | None
    follows: PolicyVersion | None
    supersedes: tuple[PolicyVersion, ...]
    asks_how_told: bool

    @property
    def label(self) -> str:
        """Return the number that the version would get: "1.03"."""
        return format_label(self.major, self.minor)

    @property
    def change_label(self) -> str:
        """Return the kind of change in Dutch."""
        return Change(self.change).label


def draft_of(policy: Policy, on: date) -> Draft:
    """Return the draft with the law of `on`, with its gaps and findings. Refuses nothing."""
    facts, source = cache.facts_of(policy), library.load()
    whole = cache.remember_equal("draft", facts, lambda: _draft(facts, source, on, policy.pk), on, source.digest)
    findings, left = split(whole.findings, policy.accepted_findings.all())
    return replace(
        whole, facts=facts, findings=tuple(findings), left=tuple(left)
    )  # these very facts: what is remembered with them holds rows of the policy


def _draft(facts: f.Facts, source: library.Library, on: date, policy: int) -> Draft:
    """With every finding, also those that were left on purpose."""
    document = cache.document_of(facts, on, policy)
    digest = content_digest(document, to_data(facts, internal=False))
    found = (*cache.findings_of(facts, on), *check_document(facts, document, source, on))
    return Draft(facts, document, found, on, digest, source.digest, gaps=tuple(document.gaps()))


def plan_of(policy: Policy, draft: Draft, now: datetime, label: str | None = None) -> PublicationPlan:
    """Return the number and the kind of change that the draft would get. Raise Refusal: date, unchanged, announced, label."""
    check_date(draft.on, now)
    today = day_of(now)
    versions = list(policy.versions.light().order_by("sequence"))
    if not versions:
        major, minor = _first_label(label)
        return PublicationPlan(1, major, minor, Change.FIRST, (), None, None, (), asks_how_told=False)
    latest, follows = versions[-1], before(versions, draft.on, today)
    if label:
        raise Refusal(
            "label", "Alleen bij de eerste publicatie kiest u zelf een nummer. Daarna telt de verklaring door.", "label"
        )
    coming = announced(versions, today)
    _refuse_same_text(draft, follows, coming, today)
    change, why = _change(latest, follows, draft)
    major, minor = next_label(latest.major, latest.minor, raises_major=bool(why))
    supersedes = tuple(version for version in coming if version.effective_date >= draft.on)
    asks = bool(why) and draft.on == today
    return PublicationPlan(latest.sequence + 1, major, minor, change, why, latest, follows, supersedes, asks)


def _refuse_same_text(
    draft: Draft, follows: PolicyVersion | None, coming: Sequence[PolicyVersion], today: date
) -> None:
    """Refuse the text of the version just before, and of one that stays announced. An older text may return.

    Raise Refusal: unchanged, announced. Two things are no repetition: the text of an announced version for an earlier day, which takes its place; and the text that counts now, today, in
    the place of an announcement that says something else: there is no other way to take that back.
    """
    for version in coming:
        if says_the_same(version, draft) and version.effective_date <= draft.on:
            if version.effective_date == draft.on:
                raise Refusal(
                    "unchanged",
                    f"Er is niets veranderd sinds versie {version.label}. Publiceren is niet nodig.",
                    "effective_date",
                )
            raise Refusal(
                "announced",
                f"Versie {version.label} zegt hetzelfde en geldt al vanaf {datum(version.effective_date, 'nl-BE')}. Moet ze eerder ingaan, kies dan een vroegere dag.",
                "effective_date",
            )
    if follows is None or not says_the_same(follows, draft):
        return
    other = next(
        (version for version in coming if version.effective_date >= draft.on and not says_the_same(version, draft)),
        None,
    )
    if other is None:
        raise Refusal("unchanged", f"Er is niets veranderd sinds versie {follows.label}. Publiceren is niet nodig.")
    if draft.on != today:
        raise Refusal(
            "unchanged",
            f"Deze tekst is die van versie {follows.label}. Moet versie {other.label} niet ingaan, kies dan vandaag als ingangsdatum.",
            "effective_date",
        )


def asks_how_told(policy: Policy, effective_date: date, now: datetime) -> bool:
    """Say whether this is a major change that takes effect today, of which people should hear before. Raise Refusal as plan_of."""
    if effective_date != day_of(now):
        return False
    return plan_of(policy, draft_of(policy, effective_date), now).asks_how_told


def check_date(effective_date: date, now: datetime) -> None:
    """Raise Refusal for a day that is over in Brussels, or too far ahead. Call it before looking up the law of that day."""
    if effective_date < day_of(now):
        raise Refusal("date", "De ingangsdatum is voorbij. Kies vandaag of een latere dag.", "effective_date")
    if effective_date > (last := last_day(now)):
        raise Refusal(
            "date",
            f"De ingangsdatum ligt te ver weg. Kies een dag tot en met {datum(last, 'nl-BE')}: dat is {in_words(*FURTHEST)} vooruit.",
            "effective_date",
        )


def last_day(now: datetime) -> date:
    """Return the last day on which a version that is published now may take effect: the law of later days is not known."""
    return moved(day_of(now), *FURTHEST)


def possible_day(asked: date | None, now: datetime) -> date:
    """Return the asked day when a version may take effect on it, else today in Brussels."""
    return asked if asked and day_of(now) <= asked <= last_day(now) else day_of(now)


def says_the_same(version: PolicyVersion, draft: Draft) -> bool:
    """Say whether a version has the text and the public facts of the draft.

    Digests alone do not tell: an earlier schema gives another one for the same.
    """
    if version.content_digest == draft.digest:
        return True
    facts = facts_in(version)
    if facts is None or to_data(facts, internal=False) != to_data(draft.facts, internal=False):
        return False
    return content_digest(document_of(json.loads(version.document)), to_data(facts, internal=False)) == draft.digest


def facts_in(version: PolicyVersion) -> f.Facts | None:
    """Return the facts that were published; None when this program can no longer read them."""
    try:
        return from_stored(json.loads(version.facts))
    except FactsError:
        return None


def _first_label(label: str | None) -> tuple[int, int]:
    try:
        major, minor = parse_label((label or "").strip() or "1.00")
    except ValueError:
        major = minor = HIGHEST_FIRST + 1
    if max(major, minor) > HIGHEST_FIRST:
        raise Refusal("label", "Schrijf het nummer als 1.00 of 3.02: een getal, een punt, twee cijfers.", "label")
    return major, minor


def _change(latest: PolicyVersion, follows: PolicyVersion | None, draft: Draft) -> tuple[str, tuple[MajorReason, ...]]:
    """Kind of change and, when it is a major one, why: measured against what readers have until then."""
    if follows is None:
        return Change.FIRST, ()  # what was announced never came to count
    measured = latest if says_the_same(follows, draft) else follows
    old = facts_in(measured)
    if old is None:
        return Change.FACTS, (MajorReason("", "de vorige versie is niet meer te vergelijken"),)
    if to_data(old, internal=False) == to_data(draft.facts, internal=False):
        return Change.WORDING, ()
    return Change.FACTS, tuple(reasons(old, draft.facts))
