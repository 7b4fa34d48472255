"""Two versions → what a person is shown of their difference: the facts first, then the law, then the text."""

from dataclasses import dataclass
from typing import Literal

from policies.core import document as d
from policies.core.facts import Facts
from policies.core.versions.changed_facts import FactChange, changed_facts, turned_defaults
from policies.core.versions.diff import SectionChange, compare

DifferenceKind = Literal["same", "wording", "law", "facts", "text"]
OF_LAW = "catalogue."  # the paths of what the statement takes from the law and the authorities, and nobody typed


@dataclass(frozen=True, slots=True)
class StatementVersion:
    """One version: its document, and its facts; None where this program no longer reads them."""

    document: d.Document
    facts: Facts | None


@dataclass(frozen=True, slots=True)
class LawChange:
    """What the law or an authority says otherwise than before."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs. `kind`: nothing; only the words of the library; only what the law gives; the facts; or the text, of which the facts cannot be read."""

    kind: DifferenceKind
    facts: tuple[FactChange, ...] = ()
    because: tuple[str, ...] = ()
    law: tuple[LawChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    has_new_words: bool = False


def difference(old: StatementVersion, new: StatementVersion) -> Difference:
    """Return what differs between two versions."""
    sections, law = tuple(compare(old.document, new.document)), law_changes(old.document, new.document)
    has_new_words = reworded(old.document, new.document)
    if old.facts is None or new.facts is None:
        return Difference("text" if sections else "same", law=law, sections=sections)
    facts = changed_facts(old.facts, new.facts)
    if facts:
        return Difference("facts", facts, turned_defaults(old.facts, new.facts), law, sections, has_new_words)
    if not sections:
        return Difference("same")
    only_law = bool(law) and not has_new_words
    return Difference("law" if only_law else "wording", law=law, sections=sections)


def reworded(old: d.Document, new: d.Document) -> bool:
    """Tell whether the library says something in other words: a clause, the heading of a section or a fixed phrase that both have."""
    words = [
        {("clause", clause.clause): clause.digest for clause in document.clauses()}
        | {
            ("section", section.key): "".join(node.text for node in d.nodes(section.title) if isinstance(node, d.Text))
            for section in document.sections
        }
        | {("word", word.name): word.text for word in document.words}
        for document in (old, new)
    ]
    before, after = words
    return any(before[name] != text for name, text in after.items() if name in before)


def law_changes(old: d.Document, new: d.Document) -> tuple[LawChange, ...]:
    """Return what both print of the law or an authority, where it differs; each once."""
    before, after = (
        {
            node.path: node.text
            for node in d.nodes(document)
            if isinstance(node, d.Value) and node.path.startswith(OF_LAW)
        }
        for document in (old, new)
    )
    return tuple(
        dict.fromkeys(
            LawChange(before[path], text) for path, text in after.items() if path in before and before[path] != text
        )
    )
