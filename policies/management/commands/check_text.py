"""manage.py check_text old.txt: what a privacy statement from elsewhere tells, item by item, on screen or as JSON."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils import timezone

from policies.core.clauses.library import load
from policies.core.language.readability import GOOD
from policies.core.reading import DISCLAIMER, Fault, ItemResult, ReadingReport, Unreadable, decode, read, to_data
from policies.models.chronology import day_of

UNREADABLE = 2


class Command(BaseCommand):
    help = "Leest een Nederlandstalige privacyverklaring (tekst of html) en zegt per onderdeel wat erin staat. Uitgang 2: het bestand is onleesbaar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help=".txt- of .html-bestand")
        parser.add_argument("--json", action="store_true", help="alles als JSON")
        parser.add_argument("--on", type=date.fromisoformat, help="datum waarop de wet wordt bekeken (vandaag)")

    def handle(self, *args: Any, **options: Any) -> None:
        path = options["path"]
        try:
            report = read(decode(path.read_bytes()), load(), options["on"] or day_of(timezone.now()))
        except OSError as error:
            self.stop(f"{path}: niet te lezen ({error.strerror})")
        except Unreadable as error:
            self.stop(f"{path}: {error}")
        if options["json"]:
            self.stdout.write(json.dumps(to_data(report), ensure_ascii=False, indent=2))
        else:
            self.tell(report)

    def tell(self, report: ReadingReport) -> None:
        self.stdout.write(f"{DISCLAIMER}\n")
        self.stdout.write(
            f"{len(report.found)} gevonden, {len(report.missing)} niet gevonden, {len(report.unsure)} onzeker, {len(report.faults)} opmerkingen"
        )
        if report.ease.worse is not None:
            self.stdout.write(
                f"Leesgemak op de schaal van Flesch-Douma: {report.ease}. Vanaf {GOOD} is een tekst goed te lezen. Dit is een aanwijzing."
            )
        for theme, results in report.themes:
            self.stdout.write(f"\n{theme}")
            for result in results:
                self.result(result)
        if report.faults:
            self.stdout.write("\nWat beter anders kan")
        for fault in report.faults:
            self.fault(fault)

    def result(self, result: ItemResult) -> None:
        optional = "" if result.needed or result.outcome != "missing" else ", misschien niet nodig"
        self.stdout.write(f"  {result.word.upper()}{optional}: {result.question} [art. {', '.join(result.articles)}]")
        self.stdout.write(f"    {result.because} {result.mend if result.needed else ''}".rstrip())
        self.quotes(result)

    def fault(self, fault: Fault) -> None:
        self.stdout.write(
            f"  {'FOUT' if fault.severity == 'error' else 'LET OP'}: {fault.message} {fault.mend} [art. {', '.join(fault.articles)}]"
        )
        self.quotes(fault)

    def quotes(self, one: ItemResult | Fault) -> None:
        for quote in one.quotes:
            self.stdout.write(f"    > {quote.text}")
        if one.rule:
            self.stdout.write(f"    regel: {one.rule}")

    def stop(self, message: str) -> NoReturn:
        self.stderr.write(message)
        raise SystemExit(UNREADABLE)
