"""Proof that the assembled text holds the facts that each item of art. 13 and 14 asks for."""

import re
from collections.abc import Iterator

from policies.core import document as d
from policies.core.checks.document_index import DocumentIndex
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import named
from policies.core.checks.text_rights import MENDED
from policies.core.facts import DataUse
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


def findings(index: DocumentIndex) -> Iterator[Finding]:
    """Yield a finding for each fact that art. 13 or 14 asks for and that the assembled text lacks or denies."""
    for rule, article, path, what in _must_stand(index):
        if not index.tells(path) or article not in index.by_article:
            yield rule.at(path, f"{what} staat niet in de tekst.", MENDED)
    yield from _bases(index)
    yield from _yes_and_no(index)
    yield from _denials(index)
    yield from _left_overs(index)


def _must_stand(index: DocumentIndex) -> Iterator[tuple[CheckRule, str, str, str]]:
    """Yield every given fact that an item of art. 13 or 14 asks for.

    Each comes as rule, article of its clause, path, and what it is in Dutch.
    """
    facts = index.review.facts
    if facts.controller.legal_name:
        yield IDENTITY, "13.1.a", "controller.legal_name", "De naam van uw onderneming"
    for name in ("email", "phone"):
        if getattr(facts.controller, name):
            yield IDENTITY, "13.1.a", f"controller.{name}", "Hoe men uw onderneming bereikt"
    if facts.controller.responsible_persons:
        yield IDENTITY, "13.1.a", "controller.responsible_persons", "Wie voor uw vereniging aanspreekbaar is"
    if gives_postal_address_only(facts.controller):
        yield IDENTITY, "13.1.a", "controller.postal_address", "Het adres waarop men u bereikt"
    if facts.dpo.designated:
        yield from (
            (DPO, "13.1.b", f"dpo.{name}", "Hoe men uw DPO bereikt")
            for name in ("email", "phone", "address")
            if getattr(facts.dpo, name)
        )
    for recipient in facts.recipients:
        if recipient.name:
            yield RECIPIENT, "13.1.e", f"recipients.{recipient.key}.name", f"De ontvanger {named(recipient)}"
        if index.review.law.outside(recipient) and recipient.safeguards:
            yield TRANSFER, "13.1.f", f"recipients.{recipient.key}.safeguards", f"De bescherming bij {named(recipient)}"
    for row in facts.joint_controllers:
        if row.name:
            yield (
                JOINT,
                "26.2",
                f"joint_controllers.{row.key}.name",
                f"Wie samen met u verantwoordelijk is ({named(row)})",
            )
    for decision in facts.automated.decisions if facts.automated.used else ():
        if decision.name:
            yield (
                DECISION,
                "13.2.f",
                f"automated.decisions.{decision.key}.name",
                f"De automatische beslissing {named(decision)}",
            )
    for cookie in facts.cookies.placed if facts.cookies.used else ():
        if cookie.name:
            yield COOKIE, "13.1.c", f"cookies.placed.{cookie.key}.name", f"De cookie {named(cookie)}"
    if facts.changes.channels:
        yield CHANGES, "13.3", "changes.channels", "Hoe men van wijzigingen hoort"
    yield from _activities(index)


def _activities(index: DocumentIndex) -> Iterator[tuple[CheckRule, str, str, str]]:
    review = index.review
    for _, purpose, path in review.purposes:
        if purpose.name:
            yield PURPOSE, "13.1.c", f"{path}.name", f"Het doel {named(purpose)}"
        if purpose.legal_basis == "legitimate_interest" and purpose.interest:
            yield INTEREST, "13.1.d", f"{path}.interest", f"Het belang bij {named(purpose)}"
    first: dict[
        tuple[str | None, str], str
    ] = {}  # a layout may tell an item of a kind once, for all activities that use it
    for used in review.uses:
        category, rule = review.category(used.use), review.retention(used)
        for place, item in enumerate(used.use.items):
            if item.name:
                yield (
                    DATA,
                    "14.1.d",
                    first.setdefault(
                        (used.use.category, item.name.casefold()),
                        f"{used.path}.items.{place}.name",
                    ),
                    f"Het gegeven {named(item)}",
                )
        if category and category.name and not _named(used.use):
            yield DATA, "14.1.d", f"categories.{category.key}.name", f"De soort gegevens {named(category)}"
        if rule and (rule.number and rule.unit or rule.criterion or rule.nothing_kept):
            field = "number" if rule.number and rule.unit else "criterion" if rule.criterion else "nothing_kept"
            yield (
                RETENTION,
                "13.2.a",
                f"retention_rules.{rule.key}.{field}",
                f"De bewaartermijn bij {named(used.activity)}",
            )
        if used.get("source") == "person" and used.get("required"):
            yield REQUIRED, "13.2.e", used.where("required"), f"Of men gegevens moet geven voor {named(used.activity)}"
        if used.get("source") in FROM_OTHERS and used.get("source_detail"):
            yield SOURCE, "14.2.f", used.where("source_detail"), f"De bron van de gegevens bij {named(used.activity)}"
        for place, extra in enumerate(used.use.extra_sources):
            if extra.source in FROM_OTHERS and extra.detail:
                yield (
                    SOURCE,
                    "14.2.f",
                    f"{used.path}.extra_sources.{place}.detail",
                    f"Een bron van de gegevens bij {named(used.activity)}",
                )


def _named(use: DataUse) -> bool:
    """Return whether every item has a name: then the items say more than the name of their category."""
    return bool(use.items) and all(item.name for item in use.items)


def _bases(index: DocumentIndex) -> Iterator[Finding]:
    for _, purpose, path in index.review.purposes:
        if purpose.name and purpose.legal_basis and not index.tells(f"{path}.legal_basis"):
            yield PURPOSE.at(
                f"{path}.legal_basis", f"De grondslag van het doel {named(purpose)} staat niet in de tekst.", MENDED
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
