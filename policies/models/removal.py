"""What was removed, so that it can come back for a while."""

from datetime import timedelta

from django.db import models

CAN_COME_BACK = timedelta(days=30)


class Removal(models.Model):
    """One row that somebody took away: its path, what people called it, and the facts as they were just before."""

    policy = models.ForeignKey("policies.Policy", models.CASCADE, related_name="removals")
    path = models.CharField(max_length=300)
    name = models.CharField(max_length=200)
    before = models.TextField()  # facts as JSON
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.name
