"""profile_schema: the JSON Schema of facts, for an editor that checks while you type; or the tables of the paper."""

import json
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from policies.core.facts.schema import field_tables, json_schema

PAPER = Path(settings.BASE_DIR, "docs", "profile-format.md")
TABLES = re.compile(r"(?<=<!-- fields -->\n).*(?=<!-- /fields -->)", re.DOTALL)


class Command(BaseCommand):
    """Print the schema or the tables of fields, or write the tables into the paper."""

    help = "Prints the JSON Schema (2020-12) of the facts in a YAML file. docs/profile-format.md explains the format."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --tables and --write."""
        parser.add_argument("--tables", action="store_true", help="print the tables of docs/profile-format.md instead")
        parser.add_argument(
            "--write", action="store_true", help="write those tables into docs/profile-format.md, between its two marks"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Raise CommandError when the paper has no two marks."""
        if options["write"]:
            self.write(PAPER)
        elif options["tables"]:
            self.stdout.write(field_tables(), ending="")
        else:
            self.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=2))

    def write(self, paper: Path) -> None:
        """Put the tables of today between the two marks of a paper."""
        text, count = TABLES.subn(lambda _: field_tables(), paper.read_text("utf-8"))
        if count != 1:
            raise CommandError(f"{paper} has no <!-- fields --> and <!-- /fields -->")
        paper.write_text(text, "utf-8")
        self.stdout.write(f"{paper} holds the tables of today.")
