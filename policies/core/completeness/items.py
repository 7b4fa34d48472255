"""Every item of art. 12–14 for one statement: required because …, not required because …, or missing, with what and where it is mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policies.core import document as d
from policies.core.checks import check, check_document
from policies.core.checks.finding import Finding
from policies.core.checks.reading import Reading, Said
from policies.core.checks.review import Review
from policies.core.checks.text_rights import MENDED
from policies.core.completeness.duties import DUTIES, Duty
from policies.core.facts import Facts
from policies.core.facts.plans import without_undated
from policies.core.language.word_lists import Catalogue

STATES = {
    "required": "verplicht, en het staat er",
    "not_required": "niet verplicht",
    "missing": "ontbreekt of klopt niet",
}


@dataclass(frozen=True)
class Place:
    """A place in the text: the title of a section, and the keys of the clauses there that carry the article."""

    section: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Lack:
    """One missing fact: its path, the message, and how to mend it."""

    path: str
    message: str
    remedy: str


NOT_TOLD = Lack("", "Dit staat nergens in de tekst.", MENDED)
NO_DATA = Lack("activities", "U noemde nog geen gegevens.", "Voeg toe wat u met gegevens doet.")


@dataclass(frozen=True)
class Item:
    """One item of art. 12–14 for a statement.

    `state` is one of STATES; `why` is a whole sentence; `deed` is true for what one does and no text can show.
    """

    article: str
    what: str
    state: str
    why: str
    missing: tuple[Lack, ...] = ()
    places: tuple[Place, ...] = ()
    deed: bool = False


def items(
    facts: Facts, document: d.Document, library: Catalogue, on: date, findings: Sequence[Finding] | None = None
) -> list[Item]:
    """Return every item of art. 12–14, in the order of the law.

    `document` is what assemble() made of these facts for that day.
    `findings` are those of check() and check_document() when the caller has them already.
    An item is missing when a finding that blocks names its article, when a sentence about it has a gap, or when no clause carries it.
    """
    if findings is None:
        findings = [*check(facts, library, on), *check_document(facts, document, library, on)]
    reading = Reading(Review(without_undated(facts), library, on), document)
    return [_item(duty, reading, [finding for finding in findings if finding.blocks]) for duty in DUTIES]


def _item(duty: Duty, reading: Reading, blocking: list[Finding]) -> Item:
    applies, why = duty.applies(reading)
    if not applies:
        return Item(duty.article, duty.what, "not_required", why)
    proofs = duty.proofs(reading)
    lacks = [
        Lack(finding.path, finding.message, finding.remedy) for finding in blocking if duty.article in finding.articles
    ]
    lacks += _gaps(proofs, {lack.path for lack in lacks})
    if not proofs and not duty.deed and not lacks:
        lacks.append(NOT_TOLD if reading.review.uses else NO_DATA)
    return Item(
        duty.article, duty.what, "missing" if lacks else "required", why, tuple(lacks), _places(proofs), duty.deed
    )


def _gaps(proofs: list[Said], told: set[str]) -> list[Lack]:
    """Return the open places in the clauses that carry it; each once, and not those with a finding already."""
    gaps = {node.path: node.label for said in proofs for node in d.nodes(said.clause) if isinstance(node, d.Gap)}
    return [
        Lack(path, f"Nog in te vullen: {label}.", "Vul dit in.") for path, label in gaps.items() if path not in told
    ]


def _places(proofs: list[Said]) -> tuple[Place, ...]:
    sections: dict[str, list[str]] = {}
    for said in proofs:
        sections.setdefault(said.section, []).append(said.clause.key)
    return tuple(Place(section, tuple(keys)) for section, keys in sections.items())
