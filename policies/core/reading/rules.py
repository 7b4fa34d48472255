"""reading.yaml as compiled rules. What is not as it must be is refused, with the id of the row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from policies.core.checks import placeholders
from policies.core.checks.phrases import PHRASES
from policies.core.checks.texts import Phrase
from policies.core.language.word_patterns import Pattern
from policies.core.reading.marks import marks_of
from policies.core.reading.report import THEMES
from policies.core.reading.rule_lines import LineReader, RuleCatalogue, RuleError, once_per_library
from policies.core.reading.text import SentenceMark

ReadLines = Callable[[str, list[str] | None], tuple[Pattern, ...]]  # the name of a row and its lines → its patterns


@dataclass(frozen=True)
class ItemRule:
    """The rule of one item that a statement has to tell.

    `any` names items of which one is enough, `alone` says why one of them by itself is doubtful; without one of the signs in
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
    """The rule of one thing that a statement had better not say.

    `phrases` are the sentences by which the same fault is recognised in a user's own texts.
    """

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


@once_per_library
def rules_of(library: RuleCatalogue) -> ReadingRules:
    """Return the rules of a library, compiled once. Raises RuleError."""
    catalogue = library.catalogue
    data, marks = catalogue["reading"], marks_of(catalogue)
    patterns = LineReader(data["groups"], marks).patterns
    items = tuple(_item(row, patterns) for row in data["items"])
    signs = {name: patterns(name, lines) for name, lines in data["signs"].items()}
    said = (*PHRASES, *placeholders.phrases_of(catalogue))
    faults = tuple(_fault(row, patterns, said) for row in data["faults"])
    _require_known(items, faults, signs)
    return ReadingRules(items, faults, signs, marks)


def _require_known(items: Iterable[ItemRule], faults: Iterable[FaultRule], signs: Mapping[str, Any]) -> None:
    """Raise RuleError where a row depends on a sign or an item that does not exist."""
    known = {*signs, "BE", "NL", *(f"item:{item.id}" for item in items)}
    wanted = [(item.id, (*item.needed, *item.backed)) for item in items] + [(fault.id, fault.when) for fault in faults]
    for row, names in wanted:
        unknown = {name.removeprefix("!") for name in names} - known - {"always", "depends"}
        if unknown:
            raise RuleError(f"{row}: {', '.join(sorted(unknown))} bestaat niet")


def _item(row: Mapping[str, Any], patterns: ReadLines) -> ItemRule:
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


def _fault(row: Mapping[str, Any], patterns: ReadLines, known: Iterable[Phrase]) -> FaultRule:
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
