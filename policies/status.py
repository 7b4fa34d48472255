"""The status of policies on a day: their facts and findings, how far the answers are, and what is published.

`status_of` is for the pages of one policy, `summaries_of` for lists of them.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from policies.core.checks.finding import Finding
from policies.core.checks.unconfirmed import PROPOSED
from policies.core.clauses import library
from policies.core.clauses.filters import datum
from policies.core.document import canonical
from policies.core.facts import Facts
from policies.core.facts.plain_data import FactsError, from_stored, to_data
from policies.core.presets.unconfirmed import unconfirmed
from policies.models import AcceptedFinding, Policy, PolicyVersion
from policies.models.chronology import announced, current
from policies.models.version import sha256_of
from policies.publish.acceptance import split
from policies.store import cache
from policies.store.read import facts_of_all
from policies.wizard.progress import WizardProgress, wizard_progress
from policies.wizard.steps.table import LAST, STEPS
from policies.wizard.summary.answer_cards import sections_of

Versions = list[PolicyVersion]


@dataclass(frozen=True)
class Onward:
    """The next thing to do: the label of its button, and its address."""

    label: str
    url: str


@dataclass(frozen=True)
class AnswerSummary:
    """What a list shows of the answers of a policy: small, so that it is remembered for thousands.

    `step` is the number of the first step where something must be done; `blocking`, `advice` and `waiting` count findings that stop publishing
    (besides proposals that wait), findings to look at, and cards with a proposal that nobody confirmed. `asks_doings`: it is known what the company
    is, and not yet what it does. `changed`: the answers are no longer those of the latest version.
    """

    begun: bool
    ready: bool
    step: int
    blocking: int
    advice: int
    waiting: int
    asks_doings: bool
    changed: bool


@dataclass(frozen=True)
class PolicySummary:
    """One policy on one day, as a list shows it."""

    policy: Policy
    answers: AnswerSummary
    today: date
    versions: tuple[PolicyVersion, ...] = ()

    @property
    def current(self) -> PolicyVersion | None:
        """Return the version that counts today."""
        return current(self.versions, self.today)

    @property
    def announced(self) -> list[PolicyVersion]:
        """Return the versions still to come."""
        return announced(self.versions, self.today)

    @property
    def state(self) -> str:
        """Return one of: begonnen, leeg, klaar, gepubliceerd, gewijzigd, ingetrokken."""
        if self.versions:
            retired = self.versions[-1].retired
            return "ingetrokken" if retired else "gewijzigd" if self.answers.changed else "gepubliceerd"
        if not self.answers.begun:
            return "leeg"
        return "klaar" if self.answers.ready else "begonnen"

    @property
    def state_label(self) -> str:
        """Return the state in words, as the list of policies shows it."""
        proposed = self.waiting and not self.blocking
        words = {
            "leeg": "nog niet begonnen",
            "begonnen": "voorstel na te kijken" if proposed else f"bezig: stap {self.answers.step}",
            "klaar": "klaar om te publiceren",
            "gewijzigd": "gewijzigd sinds publicatie",
            "ingetrokken": "ingetrokken",
        }
        return words.get(self.state) or self.published_label

    @property
    def published_label(self) -> str:
        """Return which version counts, and since when; empty when nothing is published."""
        if version := self.current:
            return f"gepubliceerd: versie {version.label} sinds {datum(version.effective_date)}"
        return "".join(
            f"versie {version.label} geldt vanaf {datum(version.effective_date)}" for version in self.announced[:1]
        )

    @property
    def waiting(self) -> int:
        """Return how many cards of the last page hold a proposal that nobody confirmed."""
        return self.answers.waiting

    @property
    def blocking(self) -> int:
        """Return how many findings stop publishing, besides proposals that wait."""
        return self.answers.blocking

    @property
    def advice(self) -> int:
        """Return how many findings are only to be looked at."""
        return self.answers.advice

    @property
    def onward(self) -> Onward | None:
        """Return the one thing to do next; None when nothing must be done."""
        pk, step = self.policy.pk, STEPS[self.answers.step - 1]
        if self.state == "leeg":
            return Onward("Beginnen", reverse("policy_begin", args=[pk]))
        if self.waiting:
            return Onward("Voorstellen nakijken", reverse("policy_step", args=[pk, LAST.slug]) + "#antwoorden")
        if self.answers.ready:
            published = self.state in {"gepubliceerd", "ingetrokken"}
            return (
                None if published else Onward("Controleren en publiceren", reverse("policy_step", args=[pk, LAST.slug]))
            )
        if self.answers.asks_doings:
            return Onward("Verder met wat u doet", reverse("policy_doings", args=[pk]))
        return Onward(
            f"Verder met stap {self.answers.step}: {step.title}", reverse("policy_step", args=[pk, step.slug])
        )


@dataclass(frozen=True)
class PolicyStatus:
    """One policy on one day, with its answers. `findings` are those that count: not what was left on purpose."""

    policy: Policy
    facts: Facts
    findings: list[Finding]
    wizard_progress: WizardProgress
    today: date


def status_of(policy: Policy, today: date) -> PolicyStatus:
    """Return the status of a policy, with the law of today: the date of publication is chosen later."""
    facts = cache.facts_of(policy)
    findings, way = _judged(facts, list(policy.accepted_findings.all()), today)
    return PolicyStatus(policy, facts, list(findings), way, today)


def summaries_of(policies: Iterable[Policy], versions: dict[int, Versions], today: date) -> list[PolicySummary]:
    """Return the summary of each policy, in a fixed number of queries. `versions` are those of each policy by its pk, the latest last."""
    policies, law = list(policies), library.load().digest
    published = {pk: tuple(found) for pk, found in versions.items() if found}
    left: dict[int, list[AcceptedFinding]] = {}
    for row in AcceptedFinding.objects.filter(policy__in=policies):
        left.setdefault(row.policy_id, []).append(row)
    depends = {
        one.pk: (today, law, _key(left.get(one.pk, ())), published[one.pk][-1].pk if one.pk in published else None)
        for one in policies
    }
    known = {one.pk: cache.recall_policy("summary", one, *depends[one.pk]) for one in policies}
    unknown = [one for one in policies if known[one.pk] is None]
    company = {one.pk: cache.facts_of(one) for one in unknown} if len(unknown) == 1 else facts_of_all(unknown)
    changed = _changed(company, {pk: found[-1] for pk, found in published.items() if pk in company})

    def summary(policy: Policy) -> AnswerSummary:
        def make() -> AnswerSummary:
            return _summary(company[policy.pk], left.get(policy.pk, ()), today, policy.pk in changed)

        return known[policy.pk] or cache.remember_policy("summary", policy, make, *depends[policy.pk])

    return [PolicySummary(one, summary(one), today, published.get(one.pk, ())) for one in policies]


def _summary(facts: Facts, left: Sequence[AcceptedFinding], today: date, changed: bool) -> AnswerSummary:
    """Return what a list shows of these answers."""
    findings, way = _judged(facts, left, today)
    cards = [card for section in sections_of(facts, ()) for card in section.cards] if unconfirmed(facts) else []
    return AnswerSummary(
        begun=way.begun,
        ready=way.ready,
        step=way.next.number,
        blocking=sum(finding.blocks and finding.code != PROPOSED.code for finding in findings),
        advice=sum(not finding.blocks for finding in findings),
        waiting=sum(bool(card.proposed) for card in cards),
        asks_doings=bool(facts.preset.sector and facts.preset.size and not facts.activities),
        changed=changed,
    )


def _judged(facts: Facts, left: Sequence[AcceptedFinding], today: date) -> tuple[tuple[Finding, ...], WizardProgress]:
    """Return the findings that count, and how far the answers are."""

    def judge() -> tuple[tuple[Finding, ...], WizardProgress]:
        findings, _ = split(cache.findings_of(facts, today), left)
        return tuple(findings), wizard_progress(facts, findings)

    return cache.remember_equal("progress", facts, judge, today, library.load().digest, _key(left))


def _key(left: Sequence[AcceptedFinding]) -> tuple[tuple[str, str, str], ...]:
    """Return what tells findings that were left on purpose apart from others."""
    return tuple((row.code, row.path, row.message) for row in left)


def progress_of(facts: Facts, findings: tuple[Finding, ...]) -> WizardProgress:
    """Return how far the answers are, given these findings."""
    return cache.remember("progress", facts, lambda: wizard_progress(facts, findings), findings)


def _changed(company: dict[int, Facts], latest: dict[int, PolicyVersion]) -> set[int]:
    """Return the pks of policies whose public answers differ from their latest version.

    An equal digest spares reading the stored facts.
    """
    stored = {pk: version for pk, version in latest.items() if sha256_of(_stored(company[pk])) != version.facts_sha256}
    texts = dict(
        PolicyVersion.objects.filter(pk__in=[version.pk for version in stored.values()]).values_list("pk", "facts")
    )
    return {pk for pk, version in stored.items() if _public(texts[version.pk]) != to_data(company[pk], internal=False)}


def _stored(facts: Facts) -> str:
    """Return the facts as a version stores them."""
    return canonical(to_data(facts)).decode()


def _public(text: str) -> dict | None:
    """Return the public part of stored facts; None when this program can no longer read them."""
    try:
        return to_data(from_stored(json.loads(text)), internal=False)
    except FactsError:
        return None
