"""Proof that the assembled text holds the facts that each item of art. 13 and 14 asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policies.core import document as d
from policies.core.checks.document_index import DocumentIndex
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import ActivityUse, Review, length_of, quoted_name
from policies.core.checks.text_rights import MENDED
from policies.core.facts import DataUse, Facts
from policies.core.facts.follow import FROM_OTHERS
from policies.core.facts.legal_form import gives_postal_address_only

IDENTITY = CheckRule("13.1.a-in-text", "error", "13.1.a 14.1.a", "CHK-01")
DPO = CheckRule("13.1.b-in-statement", "error", "13.1.b 14.1.b", "CHK-03")
PURPOSE = CheckRule("13.1.c-in-text", "error", "13.1.c 14.1.c", "CHK-04")
INTEREST = CheckRule("13.1.d-in-text", "error", "13.1.d 14.2.b", "CHK-05")
RECIPIENT = CheckRule("13.1.e-in-text", "error", "13.1.e 14.1.e", "CHK-12")
DENIES = CheckRule("13.1.e-text-denies", "error", "5.1.a 13.1.e 14.1.e", "CHK-13")
TRANSFER = CheckRule("13.1.f-in-text", "error", "13.1.f 14.1.f", "CHK-14")
STAYS = CheckRule("13.1.f-text-denies", "error", "5.1.a 13.1.f 14.1.f", "CHK-18")
RETENTION = CheckRule("13.2.a-in-text", "error", "13.2.a 14.2.a", "CHK-20")
REQUIRED = CheckRule("13.2.e-in-text", "error", "13.2.e", "CHK-38")
DECISION = CheckRule("13.2.f-in-text", "error", "13.2.f 14.2.g", "CHK-39")
SOURCE = CheckRule("14.2.f-in-text", "error", "14.2.f", "CHK-40")
DATA = CheckRule("14.1.d-in-text", "error", "14.1.d", "CHK-61")
JOINT = CheckRule("26.2-in-text", "error", "26.2", "CHK-56")
COOKIE = CheckRule("13-cookies-in-text", "error", "13.1.c 13.2.a", "CHK-46")
CHANGES = CheckRule("13.3-in-text", "error", "13.3 14.4 5.1.a", "CHK-55")
RESIDUE = CheckRule("5.1.a-residue", "error", "5.1.a", "CHK-65")

SAYS_NOBODY = re.compile(
    r"\b(ziet|zien|krijgt|krijgen) niemand\b|\bniemand\b[^.]{0,30}\b(ziet|krijgt)\b|\b(delen|deelt)\b[^.]{0,30}\b(met niemand|nooit|niet met)\b",
    re.IGNORECASE,
)
SAYS_INSIDE = re.compile(
    r"\bgeen gegevens\b[^.]{0,40}\bbuiten de (EU|EER|Europese)|\bblijven\b[^.]{0,30}\b(binnen|in) de (EU|EER|Europese)",
    re.IGNORECASE,
)
MARKS = ("{{", "}}", "{%", "%}", "None,", "None.", " None ", "[TODO", "lorem ipsum")


@dataclass(frozen=True)
class ExpectedFact:
    """One given fact that the text must hold: the article of its clause, its path, and in Dutch what it is."""

    rule: CheckRule
    article: str
    path: str
    what: str


def findings(index: DocumentIndex) -> Iterator[Finding]:
    """Yield a finding for each fact that art. 13 or 14 asks for and that the assembled text lacks or denies."""
    for fact in _expected(index):
        if not index.tells(fact.path) or fact.article not in index.by_article:
            yield fact.rule.at(fact.path, f"{fact.what} staat niet in de tekst.", MENDED)
    yield from _bases(index)
    yield from _yes_and_no(index)
    yield from _denials(index)
    yield from _left_overs(index)


def _expected(index: DocumentIndex) -> Iterator[ExpectedFact]:
    """Yield every given fact that an item of art. 13 or 14 asks for."""
    yield from _contacts(index.review.facts)
    yield from _others(index.review)
    facts = index.review.facts
    for decision in facts.automated.decisions if facts.automated.used else ():
        if decision.name:
            path = f"automated.decisions.{decision.key}.name"
            yield ExpectedFact(DECISION, "13.2.f", path, f"De automatische beslissing {quoted_name(decision)}")
    for cookie in facts.cookies.placed if facts.cookies.used else ():
        if cookie.name:
            path = f"cookies.placed.{cookie.key}.name"
            yield ExpectedFact(COOKIE, "13.1.c", path, f"De cookie {quoted_name(cookie)}")
    if facts.changes.channels:
        yield ExpectedFact(CHANGES, "13.3", "changes.channels", "Hoe men van wijzigingen hoort")
    for _, purpose, path in index.review.purposes:
        if purpose.name:
            yield ExpectedFact(PURPOSE, "13.1.c", f"{path}.name", f"Het doel {quoted_name(purpose)}")
        if purpose.legal_basis == "legitimate_interest" and purpose.interest:
            yield ExpectedFact(INTEREST, "13.1.d", f"{path}.interest", f"Het belang bij {quoted_name(purpose)}")
    first: dict[tuple[str | None, str], str] = {}
    for used in index.review.uses:
        yield from _data(index.review, used, first)
        yield from _sources(used)


def _contacts(facts: Facts) -> Iterator[ExpectedFact]:
    """Yield the facts about the controller and its DPO."""
    reached = "Hoe men uw onderneming bereikt"
    if facts.controller.legal_name:
        yield ExpectedFact(IDENTITY, "13.1.a", "controller.legal_name", "De naam van uw onderneming")
    for name in ("email", "phone"):
        if getattr(facts.controller, name):
            yield ExpectedFact(IDENTITY, "13.1.a", f"controller.{name}", reached)
    if facts.controller.responsible_persons:
        persons = "Wie voor uw vereniging aanspreekbaar is"
        yield ExpectedFact(IDENTITY, "13.1.a", "controller.responsible_persons", persons)
    if gives_postal_address_only(facts.controller):
        yield ExpectedFact(IDENTITY, "13.1.a", "controller.postal_address", "Het adres waarop men u bereikt")
    for name in ("email", "phone", "address") if facts.dpo.designated else ():
        if getattr(facts.dpo, name):
            yield ExpectedFact(DPO, "13.1.b", f"dpo.{name}", "Hoe men uw DPO bereikt")


def _others(review: Review) -> Iterator[ExpectedFact]:
    """Yield the facts about recipients and joint controllers."""
    for recipient in review.facts.recipients:
        path, name = f"recipients.{recipient.key}", quoted_name(recipient)
        if recipient.name:
            yield ExpectedFact(RECIPIENT, "13.1.e", f"{path}.name", f"De ontvanger {name}")
        if review.law.outside(recipient) and recipient.safeguards:
            yield ExpectedFact(TRANSFER, "13.1.f", f"{path}.safeguards", f"De bescherming bij {name}")
    for row in review.facts.joint_controllers:
        if row.name:
            what = f"Wie samen met u verantwoordelijk is ({quoted_name(row)})"
            yield ExpectedFact(JOINT, "26.2", f"joint_controllers.{row.key}.name", what)


def _data(review: Review, used: ActivityUse, first: dict[tuple[str | None, str], str]) -> Iterator[ExpectedFact]:
    """Yield the items, the category and the period of a data use.

    `first` collects the path of each item by category and name: a layout may print it once, for all activities that use it.
    """
    category, rule = review.category(used.use), review.retention(used)
    for number, item in enumerate(used.use.items):
        if item.name:
            path = first.setdefault((used.use.category, item.name.casefold()), f"{used.path}.items.{number}.name")
            yield ExpectedFact(DATA, "14.1.d", path, f"Het gegeven {quoted_name(item)}")
    if category and category.name and not _named(used.use):
        path = f"categories.{category.key}.name"
        yield ExpectedFact(DATA, "14.1.d", path, f"De soort gegevens {quoted_name(category)}")
    if rule and (length_of(rule) or rule.criterion or rule.nothing_kept):
        field = "number" if length_of(rule) else "criterion" if rule.criterion else "nothing_kept"
        what = f"De bewaartermijn bij {quoted_name(used.activity)}"
        yield ExpectedFact(RETENTION, "13.2.a", f"retention_rules.{rule.key}.{field}", what)


def _sources(used: ActivityUse) -> Iterator[ExpectedFact]:
    """Yield whether one must give the data, and the sources other than the person."""
    name = quoted_name(used.activity)
    if used.get("source") == "person" and used.get("required"):
        yield ExpectedFact(REQUIRED, "13.2.e", used.where("required"), f"Of men gegevens moet geven voor {name}")
    if used.get("source") in FROM_OTHERS and used.get("source_detail"):
        yield ExpectedFact(SOURCE, "14.2.f", used.where("source_detail"), f"De bron van de gegevens bij {name}")
    for number, extra in enumerate(used.use.extra_sources):
        if extra.source in FROM_OTHERS and extra.detail:
            path = f"{used.path}.extra_sources.{number}.detail"
            yield ExpectedFact(SOURCE, "14.2.f", path, f"Een bron van de gegevens bij {name}")


def _named(use: DataUse) -> bool:
    """Return whether every item has a name: then the items say more than the name of their category."""
    return bool(use.items) and all(item.name for item in use.items)


def _bases(index: DocumentIndex) -> Iterator[Finding]:
    for _, purpose, path in index.review.purposes:
        if purpose.name and purpose.legal_basis and not index.tells(f"{path}.legal_basis"):
            yield PURPOSE.at(
                f"{path}.legal_basis",
                f"De grondslag van het doel {quoted_name(purpose)} staat niet in de tekst.",
                MENDED,
            )


def _yes_and_no(index: DocumentIndex) -> Iterator[Finding]:
    automated = index.review.facts.automated
    if automated.used is False and not automated.decisions and not index.about("13.2.f"):
        yield DECISION.at("automated.used", "De tekst zegt niet of een computer alleen over mensen beslist.", MENDED)


def _denials(index: DocumentIndex) -> Iterator[Finding]:
    """Yield a finding for each clause in which the library denies what the facts hold.

    The user's own texts are judged with the facts, at their field.
    """
    recipients = index.review.facts.recipients
    goes_outside = any(map(index.review.law.outside, recipients))
    for clause in index.clauses:
        if recipients and SAYS_NOBODY.search(clause.library):
            yield DENIES.at(
                "disclosure.shares", "De tekst zegt dat niemand anders gegevens krijgt, maar u hebt ontvangers.", MENDED
            )
        if goes_outside and SAYS_INSIDE.search(clause.library):
            yield STAYS.at(
                "recipients",
                "De tekst zegt dat gegevens in de EER blijven, maar een ontvanger verwerkt ze ook daarbuiten.",
                MENDED,
            )


def _left_overs(index: DocumentIndex) -> Iterator[Finding]:
    text = " ".join(node.text for node in d.nodes(index.document) if isinstance(node, d.Text))
    mark = next((mark for mark in MARKS if mark in text), None)
    if mark:
        yield RESIDUE.at("sections", f"In de tekst staat nog een stuk van een sjabloon ({mark.strip(' .,')}).", MENDED)
