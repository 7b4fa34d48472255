"""Findings about facts and the assembled text: what is missing, contradictory, outdated or vague on the effective date."""

from collections.abc import Iterable
from datetime import date

from policies.core.checks import (
    address,
    automated,
    belongs,
    collection,
    cookies,
    dpf,
    drift,
    economy,
    identity,
    identity_forms,
    marketing,
    minors,
    own,
    parties,
    phrases,
    placeholders,
    plain,
    planned,
    printable,
    purposes,
    recipients,
    retention,
    retention_law,
    retention_reasons,
    rights,
    roles,
    scope,
    sentences,
    site_data,
    special,
    text_economy,
    text_facts,
    text_rights,
    tone,
    transfers,
    unconfirmed,
    work_for_others,
)
from policies.core.checks.document_index import DocumentIndex
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.document import Document
from policies.core.facts import Facts
from policies.core.facts.planned import without_undated
from policies.core.language.word_lists import Catalogue

__all__ = ["RULES", "TEXT_THEMES", "THEMES", "CheckRule", "Finding", "check", "check_document"]

THEMES = (
    identity,
    identity_forms,
    scope,
    address,
    purposes,
    parties,
    collection,
    special,
    retention,
    retention_law,
    retention_reasons,
    recipients,
    roles,
    transfers,
    dpf,
    cookies,
    site_data,
    marketing,
    rights,
    minors,
    automated,
    belongs,
    planned,
    work_for_others,
    own,
    printable,
    phrases,
    placeholders,
    sentences,
    tone,
    plain,
    economy,
    drift,
    unconfirmed,
)
TEXT_THEMES = (text_rights, text_facts, text_economy)  # these read the assembled text beside the facts
RULES: tuple[CheckRule, ...] = tuple(
    rule for theme in THEMES + TEXT_THEMES for rule in vars(theme).values() if isinstance(rule, CheckRule)
)


def check(facts: Facts, library: Catalogue, on: date) -> list[Finding]:
    """Return every finding that the facts show, by theme and then by path.

    `on` is the effective date: the law is looked up for that day.
    """
    review = Review(without_undated(facts), library, on)
    return [finding for theme in THEMES for finding in _in_order(theme.findings(review))]


def check_document(facts: Facts, document: Document, library: Catalogue, on: date) -> list[Finding]:
    """Return every finding that shows only in the assembled text.

    Such a finding says what the facts hold and the text lacks or denies, or what the text promises too much.
    `document` is what assemble() made of these facts for that day. Publishing refuses what blocks here as well as in check().
    """
    index = DocumentIndex(Review(without_undated(facts), library, on), document)
    return [finding for theme in TEXT_THEMES for finding in _in_order(theme.findings(index))]


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(set(findings), key=lambda finding: (finding.path, finding.code, finding.message))
