"""What changed with a version since the one that it takes over from, in sentences, stored beside it."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from policies.core.clauses import library
from policies.core.document import from_data
from policies.core.facts import Facts
from policies.core.versions.in_sentences import ChangeSentence, one_sentence, part_names, what_changed
from policies.core.versions.marked_text import marked_text
from policies.core.versions.shown_difference import StatementVersion, difference
from policies.models import Policy, PolicyVersion, VersionSummary
from policies.models.chronology import before
from policies.publish.draft import facts_in
from policies.publish.log import lock

Pairs = list[tuple[str, str]]
MarkedText = list[dict[str, Any]] | None


def summary_of(version: PolicyVersion, earlier: Sequence[PolicyVersion], now: datetime) -> VersionSummary:
    """Return what changed with a version, not yet stored. `earlier`: the versions before it, in order."""
    since = before(earlier, version.effective_date, version.published_on)
    sentences, marked = _compared(version, since)
    return VersionSummary(
        version=version,
        since=since.sequence if since else None,
        sentences=as_pairs(sentences, facts_in(version)),
        marked_text=marked,
        made_at=now,
    )


def _compared(version: PolicyVersion, since: PolicyVersion | None) -> tuple[Sequence[ChangeSentence], MarkedText]:
    """Return the sentences about a version, and its marked text; None for that when there is no version to compare with."""
    catalogue, facts = library.load().catalogue, facts_in(version)
    if since is None:
        return one_sentence("first", facts, catalogue), None
    if since.content_digest == version.content_digest:  # only an announcement lay between
        return one_sentence("back", facts, catalogue), None
    try:
        old, new = told_of(since), told_of(version)
    except KeyError:
        return one_sentence("unknown", facts, catalogue), None
    found = difference(old, new)
    return what_changed(old, new, found, catalogue), marked_text(new.document, found.sections)


def told_of(version: PolicyVersion) -> StatementVersion:
    """Return the document and the facts of a version, as they were stored. Raises KeyError for a document that this program does not know."""
    return StatementVersion(from_data(json.loads(version.document)), facts_in(version))


def as_pairs(sentences: Sequence[ChangeSentence], facts: Facts | None) -> Pairs:
    """Return the sentences, each with the name of its part, in the tone of those facts."""
    names = part_names(facts, library.load().catalogue)
    return [(names.get(one.part, ""), one.text) for one in sentences]


def summarise(policy: Policy, now: datetime) -> int:
    """Write down what changed with each version that has no summary yet. Return how many were written."""
    with transaction.atomic():
        lock(policy)
        versions = list(policy.versions.light().with_summary().order_by("sequence"))
        missing = [version for version in versions if getattr(version, "summary", None) is None]
        for version in missing:
            summary_of(version, versions[: version.sequence - 1], now).save()
    return len(missing)
