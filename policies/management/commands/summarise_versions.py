"""manage.py summarise_versions: writes down what changed with each version that was published before summaries existed."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from policies import publish
from policies.models import Policy


class Command(BaseCommand):
    help = "Schrijft bij elke gepubliceerde versie zonder samenvatting wat er veranderde. Eén keer nodig; nog eens draaien verandert niets."

    def handle(self, *args: Any, **options: Any) -> None:
        count = sum(publish.summarise(policy, timezone.now()) for policy in Policy.objects.order_by("pk").iterator())
        self.stdout.write(f"{count} samenvattingen geschreven.")
