"""What was published: each version whole, with the digests that prove it."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from policies.models.chronology import format_label, parse_label
from policies.models.deeds import PolicyRetirement, PolicyReview, PublicAddress, VersionHiding
from policies.models.guards import AppendOnly, AppendOnlyQuerySet

STORED = ("facts", "document", "html", "text", "json", "pdf")  # what a version holds, each with its SHA-256
# Frozen with the first version ever sealed: a column that comes later is not in here, or every older row would look changed.
SEALED = (
    "policy_id",
    "sequence",
    "major",
    "minor",
    "effective_date",
    "change",
    "note",
    "published_at",
    "published_on",
    "published_by_name",
    "published_by_email",
    "language",
    "title",
    "company",
    "facts_sha256",
    "document_sha256",
    "html_sha256",
    "text_sha256",
    "json_sha256",
    "pdf_sha256",
    "content_digest",
    "library_digest",
    "previous_digest",
)


class PolicyVersionQuerySet(AppendOnlyQuerySet):
    """Versions, and the queries that add what happened to them since."""

    def light(self) -> "PolicyVersionQuerySet":
        """Leave out the stored documents, which are large."""
        return self.defer(*STORED)

    def with_state(self) -> "PolicyVersionQuerySet":
        """Add `hidden`, and of its policy `retired`, `retired_at`, `retired_notice`, `reviewed_at` and `slug` (its address now)."""
        hidings = VersionHiding.objects.filter(version=OuterRef("pk")).order_by("-pk")
        retirements = PolicyRetirement.objects.filter(policy=OuterRef("policy")).order_by("-pk")
        addresses = PublicAddress.objects.filter(policy=OuterRef("policy")).order_by("-pk")
        return self.annotate(
            hidden=Coalesce(Subquery(hidings.values("hidden")[:1]), Value(False)),
            hidden_at=Subquery(hidings.values("at")[:1]),
            retired=Coalesce(Subquery(retirements.values("retired")[:1]), Value(False)),
            retired_at=Subquery(retirements.values("at")[:1]),
            retired_notice=Subquery(retirements.values("notice")[:1]),
            reviewed_at=Subquery(
                PolicyReview.objects.filter(policy=OuterRef("policy")).order_by("-pk").values("at")[:1]
            ),
            slug=Subquery(addresses.values("slug")[:1]),
            slug_since=Subquery(addresses.values("at")[:1]),
        )

    def with_summary(self) -> "PolicyVersionQuerySet":
        """Fetch with each version what changed, in the same query; without the marked text, which is large."""
        return self.select_related("summary").defer("summary__marked_text")

    def with_marked_text(self, wanted: Q) -> "PolicyVersionQuerySet":
        """Add `marked_text`, of the summaries of the wanted rows only."""
        return self.annotate(
            marked_text=Case(
                When(wanted, then=F("summary__marked_text")), default=Value(None, output_field=models.JSONField())
            )
        )

    def with_part(self, part: str, wanted: Q) -> "PolicyVersionQuerySet":
        """Add `wanted_part`: one stored part ("html", "pdf"), for the wanted rows only."""
        empty = Value(None, output_field=self.model._meta.get_field(part))
        return self.annotate(wanted_part=Case(When(wanted, then=F(part)), default=empty))

    def has_label(self, label: str) -> Q:
        """Return the condition for the version with that label. Raise ValueError for what is no label."""
        major, minor = parse_label(label)
        return Q(major=major, minor=minor)

    def labelled(self, label: str) -> "PolicyVersionQuerySet":
        """Keep the version with that label, if any. Raise ValueError for what is no label."""
        return self.filter(self.has_label(label))

    def shown_on(self, today: date) -> Q:
        """Return the condition for the version that the public page shows: the one in force, or else the first to come."""
        others = self.model.objects.filter(policy=OuterRef("policy"))
        current = others.filter(effective_date__lte=today).order_by("-sequence").values("pk")[:1]
        first_to_come = others.filter(effective_date__gt=today).order_by("effective_date", "-sequence").values("pk")[:1]
        return Q(pk=Coalesce(Subquery(current), Subquery(first_to_come)))


class PolicyVersion(AppendOnly):
    """One publication, whole: reading it back runs no code of today.

    `sequence` counts 1, 2, 3 … per policy without a gap. `digest` covers everything here and, by `previous_digest`,
    everything before: a row that was tampered with breaks the chain.
    """

    class Change(models.TextChoices):
        FIRST = "first", "Eerste versie"
        FACTS = "facts", "De feiten zijn gewijzigd"
        WORDING = "wording", "Dezelfde feiten, andere woorden"

    policy = models.ForeignKey("policies.Policy", on_delete=models.PROTECT, related_name="versions")
    sequence = models.PositiveIntegerField()
    major = models.PositiveIntegerField()
    minor = models.PositiveIntegerField()
    effective_date = models.DateField()
    change = models.CharField(max_length=10, choices=Change)
    note = models.TextField()

    # Names, not references: the person may leave. Both or neither makes no sense here: always all of them.
    published_at = models.DateTimeField()
    published_on = models.DateField()  # the day in Brussels
    published_by_name = models.CharField(max_length=120)
    published_by_email = models.EmailField()

    # What the page around the article needs, frozen with it.
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    company = models.CharField(max_length=200)

    facts = models.TextField()
    document = models.TextField()
    html = models.TextField()
    text = models.TextField()
    json = models.TextField()
    pdf = models.BinaryField()

    facts_sha256 = models.CharField(max_length=64)
    document_sha256 = models.CharField(max_length=64)
    html_sha256 = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64)
    json_sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)
    content_digest = models.CharField(max_length=64)
    library_digest = models.CharField(max_length=64)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects: ClassVar[Any] = PolicyVersionQuerySet.as_manager()

    # What with_state() adds …
    hidden: bool
    hidden_at: datetime | None
    retired: bool
    retired_at: datetime | None
    retired_notice: str | None
    reviewed_at: datetime | None
    slug: str
    slug_since: datetime | None
    # … and with_part() and with_marked_text(): None for the rows that were not wanted.
    wanted_part: Any
    marked_text: Any

    class Meta:
        ordering = ["policy", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "sequence"], name="version_sequence_once"),
            models.UniqueConstraint(fields=["policy", "major", "minor"], name="version_label_once"),
            models.CheckConstraint(condition=Q(sequence__gte=1, major__gte=1), name="version_counts_from_one"),
            models.CheckConstraint(condition=Q(change__in=["first", "facts", "wording"]), name="version_change_known"),
            models.CheckConstraint(condition=Q(effective_date__gte=F("published_on")), name="version_not_before_today"),
            models.CheckConstraint(
                condition=Q(sequence=1, previous_digest="") | (Q(sequence__gt=1) & ~Q(previous_digest="")),
                name="version_chained",
            ),
            models.CheckConstraint(
                condition=~Q(published_by_name="") & ~Q(published_by_email=""), name="version_publisher_named"
            ),
        ]

    def __str__(self) -> str:
        return f"versie {self.label}"

    @property
    def label(self) -> str:
        """Return major and minor as readers see them: "1.03"."""
        return format_label(self.major, self.minor)

    def seal(self) -> None:
        """Compute the SHA-256 of every stored part, and the digest over all of it. Before the first save only."""
        for name in STORED:
            setattr(self, f"{name}_sha256", sha256_of(getattr(self, name)))
        self.digest = self.expected_digest()

    def expected_digest(self) -> str:
        """Return the SHA-256 over the SEALED columns: not the pk, the digest itself, nor parts that have a SHA-256 of their own."""
        data = {name: _plain(getattr(self, name)) for name in SEALED}
        return sha256_of(json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False))

    def faults(self) -> list[str]:
        """Return the names of the parts that no longer agree with their digest: empty for an untouched row."""
        faults = [name for name in STORED if sha256_of(getattr(self, name)) != getattr(self, f"{name}_sha256")]
        return faults + (["digest"] if self.digest != self.expected_digest() else [])


def broken(versions: Iterable[PolicyVersion]) -> list[str]:
    """Return what is wrong with the chain of one policy, in Dutch sentences for the command that checks it; empty if nothing."""
    faults: list[str] = []
    digest, count = "", 0
    for version in sorted(versions, key=lambda version: version.sequence):
        count += 1
        if version.sequence != count:
            faults.append(f"{version}: volgnummer {version.sequence}, verwacht {count}")
            count = version.sequence
        if version.previous_digest != digest:
            faults.append(f"{version}: sluit niet aan op de versie ervoor")
        faults += [f"{version}: {name} klopt niet met de controlesom" for name in version.faults()]
        digest = version.digest
    return faults


def sha256_of(content: str | bytes | memoryview) -> str:
    """Return the SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def _plain(value: Any) -> Any:
    """Return a column as JSON holds it; a moment always in UTC, so that it reads the same from every database."""
    if isinstance(value, datetime):
        return value.astimezone(ZoneInfo("UTC")).isoformat()
    return value.isoformat() if isinstance(value, date) else value
