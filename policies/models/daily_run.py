"""When the daily work ran, and how it ended."""

from django.db import models
from django.db.models import Q


class DailyRun(models.Model):
    """One run of `manage.py daily`; it runs as long as `ended_at` is empty. `failed` names the parts that did not succeed, one a line."""

    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    running = models.BooleanField(default=True)
    failed = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["running"], condition=Q(running=True), name="daily_run_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"
