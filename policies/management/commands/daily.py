"""manage.py daily: what has to be done once a day. manage.py daily --last: when that last ended, and how."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from policies import daily

TOO_LONG = timedelta(hours=48)


class Command(BaseCommand):
    help = (
        "Doet het dagelijkse werk: wist wat niet langer bewaard wordt. Uitgang 1: een deel is mislukt; de rest is gedaan. "
        "Met --last: zegt wanneer het laatst eindigde en hoe. Uitgang 1: nooit, meer dan 48 uur geleden, of er mislukte een deel."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--last", action="store_true", help="alleen zeggen wanneer het laatst eindigde en hoe")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["last"]:
            self.tell_last()
            return
        entry = daily.run(self.stdout.write)
        if entry is None:
            self.stdout.write("Het dagelijkse werk loopt al. Deze keer gebeurt er niets.")
        elif entry.failed:
            raise CommandError(f"Niet alles is gelukt. Mislukt: {', '.join(entry.failed.splitlines())}.")

    def tell_last(self) -> None:
        entry = daily.last()
        if entry is None:
            raise CommandError("Het dagelijkse werk is nog nooit geëindigd. Start het met: manage.py daily")
        outcome = f"Mislukt: {', '.join(entry.failed.splitlines())}." if entry.failed else "Alles is gelukt."
        told = f"Laatst geëindigd op {timezone.localtime(entry.ended_at):%d-%m-%Y om %H:%M} uur. {outcome}"
        assert entry.ended_at is not None  # last() gives one that ended
        if timezone.now() - entry.ended_at > TOO_LONG:
            raise CommandError(f"{told} Dat is meer dan 48 uur geleden.")
        if entry.failed:
            raise CommandError(told)
        self.stdout.write(told)
