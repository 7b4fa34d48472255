"""What people did with published versions: addresses, hiding, withdrawing, and the log of all of it."""

from django.db import models
from django.db.models import Q

from policies.models.guards import AppendOnly


class Deed(AppendOnly):
    """One act of a person, at a moment. The name is text: the record may not depend on whether the account still exists."""

    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)
    by_email = models.EmailField()

    class Meta:
        abstract = True


class VersionHiding(Deed):
    """A version is kept from the public (410), or shown again: the last row counts."""

    version = models.ForeignKey("policies.PolicyVersion", on_delete=models.PROTECT, related_name="hidings")
    hidden = models.BooleanField()
    reason = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="hiding_has_reason")]

    def __str__(self) -> str:
        return f"{self.version} {'verborgen' if self.hidden else 'weer zichtbaar'}"


class PolicyRetirement(Deed):
    """A policy is withdrawn, or in use again: the last row counts. Its last version stays readable, with the notice."""

    policy = models.ForeignKey("policies.Policy", on_delete=models.PROTECT, related_name="retirements")
    retired = models.BooleanField()
    notice = models.TextField(blank=True)

    def __str__(self) -> str:
        return "ingetrokken" if self.retired else "weer in gebruik"


class PolicyReview(Deed):
    """Somebody looked at the statement and found that nothing changed: there was nothing to publish."""

    policy = models.ForeignKey("policies.Policy", on_delete=models.PROTECT, related_name="reviews")

    def __str__(self) -> str:
        return f"nagekeken op {self.at:%Y-%m-%d}"


class PublicAddress(Deed):
    """A slug, given out once and never again. The last one of a policy counts; the older ones redirect to it."""

    policy = models.ForeignKey("policies.Policy", on_delete=models.PROTECT, related_name="addresses")
    slug = models.CharField(max_length=60, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(slug=""), name="address_not_empty")]

    def __str__(self) -> str:
        return self.slug


class PublicationEvent(Deed):
    """A line of the log. No foreign keys: it outlives what it is about, and never prevents its removal."""

    class Verb(models.TextChoices):
        PUBLISHED = "published", "gepubliceerd"
        SUPERSEDED = "superseded", "vervangen vóór de ingangsdatum"
        RETIRED = "retired", "ingetrokken"
        RESUMED = "resumed", "weer in gebruik genomen"
        HIDDEN = "hidden", "verborgen"
        SHOWN = "shown", "weer zichtbaar gemaakt"
        ADDRESSED = "addressed", "adres gekozen"
        RENAMED = "renamed", "adres gewijzigd"
        LEFT = "left", "bevinding bewust zo gelaten"
        TAKEN_BACK = "taken_back", "bevinding telt weer mee"
        REVIEWED = "reviewed", "nagekeken: niets veranderd"

    verb = models.CharField(max_length=12, choices=Verb)
    organisation_id = models.BigIntegerField()
    policy_id = models.BigIntegerField(db_index=True)
    policy_name = models.CharField(max_length=200)
    label = models.CharField(max_length=12, blank=True)
    detail = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    verb__in=[
                        "published",
                        "superseded",
                        "retired",
                        "resumed",
                        "hidden",
                        "shown",
                        "addressed",
                        "renamed",
                        "left",
                        "taken_back",
                        "reviewed",
                    ]
                ),
                name="event_verb_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.policy_name}: {self.label} {self.get_verb_display()}".replace("  ", " ")
