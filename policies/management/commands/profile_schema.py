"""profile_schema: the JSON Schema of facts, for an editor that checks while you type; or the tables of the paper."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from policies.core.facts.schema import field_tables, json_schema


class Command(BaseCommand):
    help = "Prints the JSON Schema (2020-12) of the facts in a YAML file. docs/profile-format.md explains the format."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tables", action="store_true", help="print the tables of docs/profile-format.md instead")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["tables"]:
            self.stdout.write(field_tables(), ending="")
        else:
            self.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=2))
