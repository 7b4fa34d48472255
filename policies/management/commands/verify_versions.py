"""manage.py verify_versions: check every published version against its digests, and the database for its triggers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from policies.models import Policy, guards
from policies.models.version import broken


class Command(BaseCommand):
    help = "Kijkt na of elke gepubliceerde versie nog klopt met haar controlegetallen. Uitgang 1: er is iets veranderd."

    def handle(self, *args: Any, **options: Any) -> None:
        faults = [
            f"Tabel {table} heeft niet al haar triggers. Herstel ze met: manage.py migrate"
            for table in guards.missing()
        ]
        count = 0
        for policy in Policy.objects.order_by("pk").iterator():
            versions = list(policy.versions.order_by("sequence"))
            count += len(versions)
            faults += [f"{policy} (nummer {policy.pk}), {fault}" for fault in broken(versions)]
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write(f"{count} versies nagekeken: alles klopt.")
