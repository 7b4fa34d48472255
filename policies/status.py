"""How policies stand today: their facts, what is found in them, how far the answers are, and what is published."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from policies.core.checks.finding import Finding
from policies.core.checks.unconfirmed import PROPOSED
from policies.core.clauses import library
from policies.core.clauses.filters import datum
from policies.core.document import canonical
from policies.core.facts import Facts
from policies.core.facts.data import FactsError, from_stored, to_data
from policies.core.presets.unconfirmed import unconfirmed
from policies.models import AcceptedFinding, Policy, PolicyVersion
from policies.models.chronology import announced, current
from policies.models.version import sha256_of
from policies.publish.acceptance import split
from policies.store import cache
from policies.store.read import facts_of_all
from policies.wizard.progress import Journey, journey
from policies.wizard.steps.table import LAST
from policies.wizard.summary.answer_cards import sections_of

Versions = list[PolicyVersion]
JOURNEYS = cache.Memory(64)


@dataclass(frozen=True)
class Onward:
    """What to do next: as a button says it, and where it leads."""

    label: str
    url: str


@dataclass(frozen=True)
class PolicyStatus:
    """One policy on one day. `findings` are those that count: not what was left on purpose. `changed`: the answers are no longer those of the latest version."""

    policy: Policy
    facts: Facts
    findings: list[Finding]
    journey: Journey
    today: date
    versions: tuple[PolicyVersion, ...] = ()
    changed: bool = False

    @property
    def current(self) -> PolicyVersion | None:
        return current(self.versions, self.today)

    @property
    def announced(self) -> list[PolicyVersion]:
        return announced(self.versions, self.today)

    @property
    def state(self) -> str:
        """One of: begonnen, leeg, klaar, gepubliceerd, gewijzigd, ingetrokken."""
        if self.versions:
            return "ingetrokken" if self.versions[-1].retired else "gewijzigd" if self.changed else "gepubliceerd"
        if not self.journey.begun:
            return "leeg"
        return "klaar" if self.journey.ready else "begonnen"

    @property
    def state_label(self) -> str:
        """The state in words, as the list of policies shows it."""
        words = {
            "leeg": "nog niet begonnen",
            "begonnen": "voorstel na te kijken"
            if self.waiting and not self.blocking
            else f"bezig: stap {self.journey.next.number}",
            "klaar": "klaar om te publiceren",
            "gewijzigd": "gewijzigd sinds publicatie",
            "ingetrokken": "ingetrokken",
        }
        return words.get(self.state) or self.published_label

    @property
    def published_label(self) -> str:
        """Which version counts, and since when; empty when nothing is published."""
        if version := self.current:
            return f"gepubliceerd: versie {version.label} sinds {datum(version.effective_date)}"
        return "".join(
            f"versie {version.label} geldt vanaf {datum(version.effective_date)}" for version in self.announced[:1]
        )

    @cached_property
    def waiting(self) -> int:
        """How many cards of the last page hold a proposal that nobody confirmed."""
        return (
            sum(bool(card.proposed) for section in sections_of(self.facts, ()) for card in section.cards)
            if unconfirmed(self.facts)
            else 0
        )

    @property
    def blocking(self) -> int:
        """How many findings stand in the way of publishing, besides proposals that wait."""
        return sum(finding.blocks and finding.code != PROPOSED.code for finding in self.findings)

    @property
    def advice(self) -> int:
        """How many findings are only to be looked at."""
        return sum(not finding.blocks for finding in self.findings)

    @property
    def onward(self) -> Onward | None:
        """The one thing to do next; None when nothing must be done."""
        pk, step, preset = self.policy.pk, self.journey.next, self.facts.preset
        if self.state == "leeg":
            return Onward("Beginnen", reverse("policy_begin", args=[pk]))
        if self.waiting:
            return Onward("Voorstellen nakijken", reverse("policy_step", args=[pk, LAST.slug]) + "#antwoorden")
        if self.journey.ready:
            published = self.state in {"gepubliceerd", "ingetrokken"}
            return (
                None if published else Onward("Controleren en publiceren", reverse("policy_step", args=[pk, LAST.slug]))
            )
        if preset.sector and preset.size and not self.facts.activities:
            return Onward("Verder met wat u doet", reverse("policy_doings", args=[pk]))
        return Onward(
            f"Verder met stap {step.number}: {step.step.title}", reverse("policy_step", args=[pk, step.step.slug])
        )


def status_of(policy: Policy, today: date) -> PolicyStatus:
    """One policy, without what is published: enough for the questions."""
    return statuses_of([policy], {}, today)[0]


def statuses_of(policies: Iterable[Policy], versions: dict[int, Versions], today: date) -> list[PolicyStatus]:
    """All of them in a fixed number of queries. The law is looked up for today: the date of publication is chosen later."""
    policies = list(policies)
    company = {one.pk: cache.facts_of(one) for one in policies} if len(policies) == 1 else facts_of_all(policies)
    published = {pk: tuple(found) for pk, found in versions.items() if found}
    left: dict[int, list[AcceptedFinding]] = {}
    for row in AcceptedFinding.objects.filter(policy__in=policies):
        left.setdefault(row.policy_id, []).append(row)
    changed = _changed(company, {pk: found[-1] for pk, found in published.items()})
    statuses = []
    for policy in policies:
        facts = company[policy.pk]
        findings, way = _judged(facts, left.get(policy.pk, ()), today)
        statuses.append(
            PolicyStatus(policy, facts, list(findings), way, today, published.get(policy.pk, ()), policy.pk in changed)
        )
    return statuses


def _judged(facts: Facts, left: Sequence[AcceptedFinding], today: date) -> tuple[tuple[Finding, ...], Journey]:
    """(the findings that count, how far the answers are)."""

    def judge() -> tuple[tuple[Finding, ...], Journey]:
        findings, _ = split(cache.found_in(facts, today), left)
        return tuple(findings), journey(facts, findings)

    return JOURNEYS.of_equal(
        facts, judge, today, library.load().digest, tuple((row.code, row.path, row.message) for row in left)
    )


def _changed(company: dict[int, Facts], latest: dict[int, PolicyVersion]) -> set[int]:
    """The policies whose public answers differ from their latest version. A digest says equal without reading the rest."""
    stored = {pk: version for pk, version in latest.items() if sha256_of(_stored(company[pk])) != version.facts_sha256}
    texts = dict(
        PolicyVersion.objects.filter(pk__in=[version.pk for version in stored.values()]).values_list("pk", "facts")
    )
    return {pk for pk, version in stored.items() if _public(texts[version.pk]) != to_data(company[pk], internal=False)}


def _stored(facts: Facts) -> str:
    """The facts as a version keeps them."""
    return canonical(to_data(facts)).decode()


def _public(text: str) -> dict | None:
    """The public part of stored facts; None when this program no longer reads them."""
    try:
        return to_data(from_stored(json.loads(text)), internal=False)
    except FactsError:
        return None
