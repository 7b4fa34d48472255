"""What changed with a version, in sentences: made at its publication, and shown as it was made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models

from policies.models.guards import AppendOnly

if TYPE_CHECKING:
    from policies.models.version import PolicyVersion

FEW = 12  # sentences that are read at a glance; more stand under the name of their part


class VersionSummary(AppendOnly):
    """The sentences about one version, beside what is sealed: an older version, published without them, gets them later, once.

    `since` is the sequence of the version that it was held beside, None for one that takes over from none. `sentences` holds pairs: the name of the part,
    which may be empty, and the sentence. `marked_text` is as marked_text() of the core gives it; None where there was nothing to hold the version beside.
    """

    version = models.OneToOneField("policies.PolicyVersion", on_delete=models.PROTECT, related_name="summary")
    since = models.PositiveIntegerField(null=True)
    sentences = models.JSONField()
    marked_text = models.JSONField(null=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"wat veranderde met {self.version}"


@dataclass(frozen=True)
class Changes:
    """Sentences as a page shows them, since an earlier version.

    `since`: the version before; `parts`: the sentences by the name of their part, all under one empty name when they are few.
    """

    since: "PolicyVersion | None"
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def in_parts(sentences: Sequence[Sequence[str]], since: "PolicyVersion | None" = None) -> Changes:
    """Return pairs of part and sentence as a page shows them."""
    few = len(sentences) <= FEW
    parts: dict[str, list[str]] = {}
    for part, text in sentences:
        parts.setdefault("" if few else part, []).append(text)
    return Changes(since, tuple((part, tuple(texts)) for part, texts in parts.items()))


def changes_of(version: "PolicyVersion", versions: Iterable["PolicyVersion"]) -> Changes | None:
    """Return what changed with one of these versions, which have their summaries; None when that was never written down."""
    summary = getattr(version, "summary", None)
    if summary is None:
        return None
    return in_parts(summary.sentences, next((one for one in versions if one.sequence == summary.since), None))


def public_changes_of(version: "PolicyVersion", versions: Iterable["PolicyVersion"]) -> Changes | None:
    """Return the same for the public: None for a hidden version, and for the one after it.

    What changed since a hidden version would reveal what stood in it.
    """
    changes = None if version.hidden else changes_of(version, versions)
    return None if changes is None or changes.since is not None and changes.since.hidden else changes
