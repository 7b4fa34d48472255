"""reading.yaml as compiled rules. What is not as it must be is refused, with the id of the row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from policies.core.checks import placeholders
from policies.core.checks.phrases import PHRASES
from policies.core.checks.texts import Phrase
from policies.core.language.word_patterns import Pattern, PatternError, compiled
from policies.core.reading.marks import marks_of
from policies.core.reading.report import THEMES
from policies.core.reading.text import SentenceMark


class RuleCatalogue(Protocol):
    """The part of the library that reading needs."""

    catalogue: Mapping[str, Any]
    digest: str


class RuleError(ValueError):
    """A row of reading.yaml that cannot be used; the message names it."""


@dataclass(frozen=True)
class ItemRule:
    """One thing a statement tells. `any` names items of which one is enough, `alone` says why one of them by itself is doubtful; without one of the signs in
    `backed` what was found is unsure, for the reason in `unsure`; `needed` is always, depends, or the signs that call for it.
    """

    id: str
    theme: str
    question: str
    articles: tuple[str, ...]
    says: tuple[Pattern, ...]
    hints: tuple[Pattern, ...]
    any: tuple[str, ...]
    alone: Mapping[str, str]
    backed: tuple[str, ...]
    needed: tuple[str, ...]
    unsure: str
    why: str
    mend: str


@dataclass(frozen=True)
class FaultRule:
    """One thing a statement had better not say; phrases are the sentences by which the same fault is recognised in a user's own texts."""

    id: str
    severity: str
    articles: tuple[str, ...]
    says: tuple[Pattern, ...]
    phrases: tuple[Phrase, ...]
    when: tuple[str, ...]
    message: str
    mend: str


@dataclass(frozen=True)
class ReadingRules:
    """All of reading.yaml, and the marks it may name."""

    items: tuple[ItemRule, ...]
    faults: tuple[FaultRule, ...]
    signs: Mapping[str, tuple[Pattern, ...]]
    marks: Mapping[str, SentenceMark]


_KNOWN: dict[str, ReadingRules] = {}


def rules_of(library: RuleCatalogue) -> ReadingRules:
    """The rules of a library, compiled once. Raises RuleError."""
    if library.digest not in _KNOWN:
        _KNOWN.clear()
        _KNOWN[library.digest] = _compile(library.catalogue)
    return _KNOWN[library.digest]


def _compile(catalogue: Mapping[str, Any]) -> ReadingRules:
    data = catalogue["reading"]
    marks = marks_of(catalogue)
    groups = data["groups"]

    def patterns(row_id: str, lines: list[str] | None) -> tuple[Pattern, ...]:
        try:
            found = tuple(compiled(line, groups) for line in lines or ())
        except PatternError as error:
            raise RuleError(f"{row_id}: {error}") from error
        for name in {part.name for pattern in found for part in pattern.parts if part.regex is None} - marks.keys():
            raise RuleError(f"{row_id}: @{name} bestaat niet")
        return found

    items = tuple(_item(row, patterns) for row in data["items"])
    signs = {name: patterns(name, lines) for name, lines in data["signs"].items()}
    said = (*PHRASES, *placeholders.phrases_of(catalogue))
    faults = tuple(_fault(row, patterns, said) for row in data["faults"])
    known = {*signs, "BE", "NL", *(f"item:{item.id}" for item in items)}
    for row in (*items, *faults):
        wanted = (*row.needed, *row.backed) if isinstance(row, ItemRule) else row.when
        unknown = {name.removeprefix("!") for name in wanted} - known - {"always", "depends"}
        if unknown:
            raise RuleError(f"{row.id}: {', '.join(sorted(unknown))} bestaat niet")
    return ReadingRules(items, faults, signs, marks)


def _item(row: Mapping[str, Any], patterns: Any) -> ItemRule:
    if row["theme"] not in THEMES:
        raise RuleError(f"{row['id']}: het thema {row['theme']} bestaat niet")
    if (row.get("hints") or row.get("backed")) and not row.get("unsure"):
        raise RuleError(f"{row['id']}: bij hints en backed hoort een zin bij unsure")
    needed = row["needed"] if isinstance(row["needed"], list) else [row["needed"]]
    return ItemRule(
        row["id"],
        row["theme"],
        row["question"],
        tuple(map(str, row["articles"])),
        patterns(row["id"], row.get("says")),
        patterns(row["id"], row.get("hints")),
        tuple(row.get("any", ())),
        row.get("alone", {}),
        tuple(row.get("backed", ())),
        tuple(needed),
        row.get("unsure", ""),
        row["why"],
        row["mend"],
    )


def _fault(row: Mapping[str, Any], patterns: Any, known: Iterable[Phrase]) -> FaultRule:
    phrases = tuple(one for one in known if one.rule.code == row.get("phrase"))
    if "phrase" in row and not phrases:
        raise RuleError(f"{row['id']}: de regel {row['phrase']} bestaat niet")
    says = patterns(row["id"], row.get("says") or row.get("also"))
    first = phrases[0] if phrases else None
    severity, articles = (
        (first.rule.severity, tuple(first.rule.articles.split()))
        if first
        else (row["severity"], tuple(map(str, row["articles"])))
    )
    message, mend = (first.message, first.remedy) if first else ("", "")
    return FaultRule(
        row["id"],
        severity,
        articles,
        says,
        phrases,
        tuple(row.get("when", ())),
        row.get("message", message),
        row.get("mend", mend),
    )
