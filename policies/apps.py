"""The application as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


def make_cache_table(using: str, **kwargs: Any) -> None:
    """Make the table in which production counts log-in attempts (settings.CACHES); no migration does. Else nothing."""
    call_command("createcachetable", database=using, verbosity=0)


class PoliciesConfig(AppConfig):
    name = "policies"
    verbose_name = "Privacyverklaringen"

    def ready(self) -> None:
        from policies.models import guards  # models are not ready any earlier

        post_migrate.connect(guards.install_after_migrate, sender=self, dispatch_uid="policies.guards")
        post_migrate.connect(make_cache_table, sender=self, dispatch_uid="policies.cache")
