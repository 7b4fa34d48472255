"""The last step: everything that was found, the very document that will be published, and publishing it."""

import re
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from policies import access, publish
from policies.core.checks.finding import Finding
from policies.core.checks.unconfirmed import PROPOSED
from policies.core.clauses import library
from policies.forms.publish import PublishForm, publish_context
from policies.models import Membership, Policy
from policies.models.chronology import day_of
from policies.publish import Draft
from policies.render import as_html
from policies.status import progress_of
from policies.store import cache
from policies.views.signed_in import SignedInRequest
from policies.wizard.navigation import to_facts
from policies.wizard.progress import by_severity
from policies.wizard.steps.locate import home_of
from policies.wizard.steps.table import LAST
from policies.wizard.suggestions import with_buttons
from policies.wizard.summary.answer_cards import sections_of
from policies.wizard.summary.readability import readable

SEVERITY_LABELS = {"error": "Dit moet eerst in orde", "warning": "Kijk dit na", "info": "Goed om te weten"}
HEADING = re.compile(r"(</?h)([1-5])(?=>)")


@dataclass(frozen=True)
class FindingRow:
    """A finding, the title of the step where it is mended, the address there, and the address that leaves it as it is (empty when it blocks)."""

    finding: Finding
    step: str
    url: str
    leave: str = ""


def last_step(request: SignedInRequest, policy: Policy) -> HttpResponse:
    """The page; `policy` was fetched with access."""
    today = day_of(timezone.now())
    return render(request, "wizard/review.html", review_context(policy, publish.draft_of(policy, today)))


def review_context(policy: Policy, draft: Draft, form: PublishForm | None = None) -> dict[str, object]:
    """What the last step shows; a refused publication shows it again, with its `form`."""
    way = progress_of(draft.facts, draft.findings)
    versions = access.versions_of(policy)
    own = [finding for finding in draft.findings if finding.code != PROPOSED.code]  # those stand on their card
    findings = cache.remember(
        "findings_with_buttons",
        draft.facts,
        lambda: with_buttons(own, draft.facts, library.load(), draft.on, offers=True),
        tuple(own),
        draft.on,
        draft.library_digest,
        "offers",
    )
    groups = [
        (severity, SEVERITY_LABELS[severity], _finding_rows(policy, found)) for severity, found in by_severity(findings)
    ]
    answers = sections_of(draft.facts, [finding for finding in findings if finding.severity != "info"])
    stops = any(finding.blocks for finding in findings)
    gaps = [] if stops else _gaps(policy, draft)
    publishing = publish_context(policy, draft, timezone.now(), versions, form)
    may = (
        publishing["publish_form"] is not None
        and not publishing["retired"]
        and policy.viewer_role != Membership.Role.READER
    )
    return {
        "policy": policy,
        "draft": draft,
        "wizard_progress": way,
        "progress": way.at(LAST),
        "before": way.before(LAST),
        "answers": answers,
        "groups": [group for group in groups if group[0] != "info"],
        "notes": [group for group in groups if group[0] == "info"],
        "waiting": sum(bool(card.proposed) for section in answers for card in section.cards),
        "stops": stops,
        "gaps": gaps,
        "left": draft.left,
        "can_publish": may and (form is not None or not (stops or gaps)),
        "versions": versions,
        **_shown(policy, draft),
        "latest": versions[-1] if versions else None,
        "read_only": policy.viewer_role == Membership.Role.READER,
        **publishing,
    }


def _shown(policy: Policy, draft: Draft) -> dict[str, object]:
    """The text with how it reads. It hangs on the facts, the day and the library, and on nobody's act."""

    def make() -> dict[str, object]:
        return {
            "preview": preview(policy, draft),
            "readable": readable(draft.document, draft.facts, library.load(), draft.on),
        }

    return cache.remember("last_page", draft.facts, make, policy.pk, draft.on, draft.library_digest)


def preview(policy: Policy, draft: Draft) -> SafeString:
    """The article of the statement, with headings one level lower: the page around it has the first."""
    article = as_html.article(draft.document, None, to_facts(policy))
    return mark_safe(HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) + 1}", article))


def fact_url(policy: Policy, path: str) -> str:
    """Where a fact is filled in: the redirect looks for the field when somebody goes there."""
    return reverse("policy_fact", args=[policy.pk, path])


def _finding_rows(policy: Policy, findings: list[Finding]) -> list[FindingRow]:
    return [
        FindingRow(
            finding,
            home_of(finding.path).step.title,
            f"{fact_url(policy, finding.path)}?terug=gevonden",
            "" if finding.blocks else reverse("finding_leave", args=[policy.pk, finding.code, finding.path]),
        )
        for finding in findings
    ]


def _gaps(policy: Policy, draft: Draft) -> list[tuple[str, str]]:
    """What the text still lacks while no finding blocks: (step, address)."""
    return [(home_of(path).step.title, fact_url(policy, path)) for path in draft.gaps]
