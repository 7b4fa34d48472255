"""What changed with a version since the one that it takes over from, in sentences, stored beside it."""

import json
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from policies.core import library
from policies.core.document import from_data
from policies.core.facts import Facts
from policies.core.versions.difference import Told
from policies.core.versions.in_sentences import ChangeSentence, one_sentence, part_names, what_changed
from policies.models import Policy, PolicyVersion, VersionSummary
from policies.models.chronology import before
from policies.publish.draft import facts_in
from policies.publish.log import lock

Pairs = list[tuple[str, str]]


def summary_of(version: PolicyVersion, earlier: Sequence[PolicyVersion], now: datetime) -> VersionSummary:
    """Return what changed with a version, not yet stored. `earlier`: the versions before it, in order."""
    since = takes_over_from(version, earlier)
    sentences = as_pairs(_sentences(version, since), facts_in(version))
    return VersionSummary(version=version, since=since.sequence if since else None, sentences=sentences, made_at=now)


def _sentences(version: PolicyVersion, since: PolicyVersion | None) -> Sequence[ChangeSentence]:
    catalogue = library.load().catalogue
    if since is None:
        return one_sentence("first", facts_in(version), catalogue)
    try:
        return what_changed(told_of(since), told_of(version), catalogue)
    except KeyError:  # a document that this program does not read
        return one_sentence("text", facts_in(version), catalogue)


def takes_over_from(version: PolicyVersion, earlier: Sequence[PolicyVersion]) -> PolicyVersion | None:
    """Return what readers have until then, or the announcement that a version takes back by saying again what counts."""
    follows = before(earlier, version.effective_date, version.published_on)
    return earlier[-1] if follows and follows.content_digest == version.content_digest else follows


def told_of(version: PolicyVersion) -> Told:
    """Return the document and the facts of a version, as they were stored. Raises KeyError for a document that this program does not know."""
    return Told(from_data(json.loads(version.document)), facts_in(version))


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
