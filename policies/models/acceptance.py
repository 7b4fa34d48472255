"""A finding that was left on purpose, with the reason: what an inspector asks about."""

from django.db import models
from django.db.models import Q


class AcceptedFinding(models.Model):
    """One finding that does not block, left as it is. It counts only while the finding says the same: `message` is as it was shown."""

    policy = models.ForeignKey("policies.Policy", models.CASCADE, related_name="accepted_findings")
    code = models.CharField(max_length=60)
    path = models.CharField(max_length=300)
    message = models.TextField()
    reason = models.TextField()
    # Names, not references: the person may leave.
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)
    by_email = models.EmailField()

    class Meta:
        ordering = ["policy", "path", "code"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "code", "path"], name="acceptedfinding_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="acceptedfinding_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code} bij {self.path}"
