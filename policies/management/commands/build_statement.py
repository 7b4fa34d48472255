"""manage.py build_statement company.yaml: facts from a file → statement.html, .pdf, .txt, .json, .items.json, and the findings on screen.

With --readability also how each section reads.
"""

import dataclasses
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand
from django.utils import timezone

from policies import printing
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.catalogue.variants import in_tone
from policies.core.checks import check, check_document
from policies.core.clauses.library import load
from policies.core.completeness import criteria, items
from policies.core.completeness.criteria import Criterion
from policies.core.completeness.items import DutyItem
from policies.core.document import Document, content_digest
from policies.core.facts import Facts
from policies.core.facts.choices import TONE
from policies.core.facts.plain_data import FactsError, read_yaml, to_data
from policies.core.language import readability
from policies.core.language.ease import figure
from policies.render import annex, as_html, as_items, as_json, as_text

USUAL = ("html", "pdf", "txt", "json")
FORMATS = (*USUAL, "items")
FINE, BLOCKED, UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    help = "Maakt een privacyverklaring uit een YAML-bestand. Uitgang 1: bevindingen houden publicatie tegen. Uitgang 2: het bestand is onleesbaar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="YAML- of JSON-bestand met feiten")
        parser.add_argument("--pattern", choices=[*patterns.ALL, "all"], help="opbouw; standaard wat het bestand zegt")
        parser.add_argument("--tone", choices=[*TONE, "all"], help="aanspreekvorm; standaard wat het bestand zegt")
        parser.add_argument("--out", type=Path, default=Path("build"), help="map voor de bestanden (build)")
        parser.add_argument(
            "--formats",
            default=",".join(USUAL),
            help="bijvoorbeeld html,txt; items geeft de punten van art. 12–14 als JSON",
        )
        parser.add_argument("--annex", action="store_true", help="de punten van art. 12–14 als bijlage in de PDF")
        parser.add_argument(
            "--draft", action="store_true", help="ook schrijven met uitgang 0 als bevindingen publicatie tegenhouden"
        )
        parser.add_argument(
            "--readability",
            action="store_true",
            help="ook tonen hoe makkelijk elk stuk leest (Flesch-Douma, een indicatie)",
        )
        parser.add_argument("--on", type=date.fromisoformat, help="datum waarop de wet wordt bekeken (vandaag)")

    def handle(self, *args: Any, **options: Any) -> None:
        formats = options["formats"].split(",")
        if unknown := [name for name in formats if name not in FORMATS]:
            self.stop(f"--formats: {', '.join(unknown)} bestaat niet; kies uit {', '.join(FORMATS)}", UNREADABLE)
        facts = self.read(options["path"])
        on = options["on"] or timezone.now().astimezone(ZoneInfo("Europe/Brussels")).date()
        blocked = False
        for folder, one in self.combinations(facts, options):
            document = assemble(one, load(), on)
            blocked = self.report(one, document, on) or blocked
            self.write(options["out"] / folder, self.makers(document, one, on, options["annex"]), formats)
            if options["readability"]:
                self.report_reading(document)
        if blocked and not options["draft"]:
            self.stop("Niet klaar om te publiceren: zie de bevindingen hierboven.", BLOCKED)

    def read(self, path: Path) -> Facts:
        try:
            return read_yaml(path.read_bytes())
        except OSError as error:
            self.stop(f"{path}: niet te lezen ({error.strerror})", UNREADABLE)
        except FactsError as error:
            self.stop("\n".join(f"{path}: {problem}" for problem in error.problems), UNREADABLE)

    def combinations(self, facts: Facts, options: dict[str, Any]) -> list[tuple[str, Facts]]:
        """Each pattern × tone asked for, with its subfolder; one combination goes straight into the folder."""
        chosen = {
            "pattern": options["pattern"] or facts.style.pattern or "rubrieken",
            "tone": options["tone"] or facts.style.tone or "u",
        }
        every = {"pattern": list(patterns.ALL), "tone": list(TONE)}
        pairs = [(p, t) for p in self.expand(chosen, every, "pattern") for t in self.expand(chosen, every, "tone")]
        many = "all" in chosen.values()
        styled = [(f"{p}-{t}" if many else "", dataclasses.replace(facts.style, pattern=p, tone=t)) for p, t in pairs]
        return [(folder, in_tone(dataclasses.replace(facts, style=style), load())) for folder, style in styled]

    def expand(self, chosen: dict[str, str], every: dict[str, list[str]], name: str) -> list[str]:
        return every[name] if chosen[name] == "all" else [chosen[name]]

    def report(self, facts: Facts, document: Document, on: date) -> bool:
        """Prints findings and gaps; true when publishing would be refused."""
        findings = [*check(facts, load(), on), *check_document(facts, document, load(), on)]
        for finding in findings:
            self.stdout.write(
                f"{finding.severity:8} {finding.path}: {finding.message} {finding.remedy} [{', '.join(finding.articles)}]"
            )
        for path in document.gaps():
            self.stdout.write(f"{'gap':8} {path}: nog in te vullen")
        return any(finding.blocks for finding in findings) or bool(document.gaps())

    def report_reading(self, document: Document) -> None:
        """Prints a table: how the whole and each section read, and every sentence that is too long."""
        reading = readability.of_document(document)
        rows = [("Geheel", reading.whole), *((part.title, part.measured) for part in reading.parts)]
        self.stdout.write(f"{'':50} {'woorden':>8} {'zinnen':>8} {'langste':>8}  {'lopende tekst':24} alle regels")
        for title, measured in rows:
            longest = measured.longest.words if measured.longest else 0
            text, lines = (
                f"{'–' if score is None else figure(score):>3} {readability.in_words(score)}"
                for score in (measured.ease.text, measured.ease.lines)
            )
            self.stdout.write(
                f"{readability.shortened(title, 48):50} {measured.words:8} {len(measured.sentences):8} {longest:8}  {text:24} {lines}"
            )
        for sentence in reading.whole.long:
            self.stdout.write(f"{sentence.words} woorden ({sentence.clause}): {sentence.text}")

    def makers(self, document: Document, facts: Facts, on: date, with_annex: bool) -> dict[str, Callable[[], bytes]]:
        """How each format is made."""
        digest = content_digest(document, to_data(facts, internal=False))

        def table() -> tuple[list[DutyItem], list[Criterion]]:
            return items(facts, document, load(), on), criteria(facts, document, load(), on)

        return {
            "html": lambda: as_html.page(document, None).encode(),
            "pdf": lambda: printing.pdf_in_turn(document, annex.annex(*table()) if with_annex else ""),
            "txt": lambda: as_text.text(document, None).encode(),
            "json": lambda: as_json.dumps(document, facts, None).encode(),
            "items": lambda: as_items.dumps(document, *table(), digest).encode(),
        }

    def write(self, folder: Path, make: dict[str, Callable[[], bytes]], formats: list[str]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name in formats:
            path = folder / f"statement.{'items.json' if name == 'items' else name}"
            path.write_bytes(make[name]())
            self.stdout.write(str(path))

    def stop(self, message: str, code: int) -> NoReturn:
        self.stderr.write(message)
        raise SystemExit(code)
