"""Every item of art. 12–14 for one statement: required because …, not required because …, or missing, with what and where it is mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policies.core import document as d
from policies.core.checks import check, check_document
from policies.core.checks.document_index import DocumentIndex, PlacedClause
from policies.core.checks.finding import Finding
from policies.core.checks.review import Review
from policies.core.checks.text_rights import MENDED
from policies.core.completeness.duties import DUTIES, Duty
from policies.core.facts import Facts
from policies.core.facts.planned import without_undated
from policies.core.language.word_lists import Catalogue

STATES = {
    "required": "verplicht, en het staat er",
    "not_required": "niet verplicht",
    "missing": "ontbreekt of klopt niet",
}


@dataclass(frozen=True)
class ClausePlace:
    """A place in the text: the title of a section, and the keys of the clauses there that carry the article."""

    section: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class MissingFact:
    """One missing fact: its path, the message, and how to mend it."""

    path: str
    message: str
    remedy: str


NOT_TOLD = MissingFact("", "Dit staat nergens in de tekst.", MENDED)
NO_DATA = MissingFact("activities", "U noemde nog geen gegevens.", "Voeg toe wat u met gegevens doet.")


@dataclass(frozen=True)
class DutyItem:
    """One item of art. 12–14 for a statement.

    `state` is one of STATES; `why` is a whole sentence; `deed` is true for what one does and no text can show.
    """

    article: str
    what: str
    state: str
    why: str
    missing: tuple[MissingFact, ...] = ()
    places: tuple[ClausePlace, ...] = ()
    deed: bool = False


def items(
    facts: Facts, document: d.Document, library: Catalogue, on: date, findings: Sequence[Finding] | None = None
) -> list[DutyItem]:
    """Return every item of art. 12–14, in the order of the law.

    `document` is what assemble() made of these facts for that day.
    `findings` are those of check() and check_document() when the caller has them already.
    An item is missing when a finding that blocks names its article, when a sentence about it has a gap, or when no clause carries it.
    """
    if findings is None:
        findings = [*check(facts, library, on), *check_document(facts, document, library, on)]
    index = DocumentIndex(Review(without_undated(facts), library, on), document)
    return [_item(duty, index, [finding for finding in findings if finding.blocks]) for duty in DUTIES]


def _item(duty: Duty, index: DocumentIndex, blocking: list[Finding]) -> DutyItem:
    applies, why = duty.applies(index)
    if not applies:
        return DutyItem(duty.article, duty.what, "not_required", why)
    proofs = duty.proofs(index)
    lacks = [
        MissingFact(finding.path, finding.message, finding.remedy)
        for finding in blocking
        if duty.article in finding.articles
    ]
    lacks += _gaps(proofs, {lack.path for lack in lacks})
    if not proofs and not duty.deed and not lacks:
        lacks.append(NOT_TOLD if index.review.uses else NO_DATA)
    return DutyItem(
        duty.article, duty.what, "missing" if lacks else "required", why, tuple(lacks), _places(proofs), duty.deed
    )


def _gaps(proofs: list[PlacedClause], told: set[str]) -> list[MissingFact]:
    """Return the open places in the clauses that carry it; each once, and not those with a finding already."""
    gaps = {node.path: node.label for clause in proofs for node in d.nodes(clause.node) if isinstance(node, d.Gap)}
    return [
        MissingFact(path, f"Nog in te vullen: {label}.", "Vul dit in.")
        for path, label in gaps.items()
        if path not in told
    ]


def _places(proofs: list[PlacedClause]) -> tuple[ClausePlace, ...]:
    sections: dict[str, list[str]] = {}
    for clause in proofs:
        sections.setdefault(clause.section, []).append(clause.node.key)
    return tuple(ClausePlace(section, tuple(keys)) for section, keys in sections.items())
