"""Facts → findings: what is missing, contradictory, outdated or too vague on the day the statement takes effect."""

from datetime import date

from ..facts import Facts
from . import (
    automated,
    collection,
    cookies,
    drift,
    identity,
    marketing,
    minors,
    own,
    phrases,
    plain,
    purposes,
    recipients,
    retention,
    retention_law,
    rights,
    special,
    tone,
    transfers,
)
from .finding import Finding, Rule
from .review import Catalogue, Review

THEMES = (
    identity, purposes, collection, special, retention, retention_law, recipients, transfers, cookies, marketing, rights, minors, automated, own,
    phrases, tone, plain, drift,
)
RULES: tuple[Rule, ...] = tuple(rule for theme in THEMES for rule in vars(theme).values() if isinstance(rule, Rule))


def check(facts: Facts, library: Catalogue, on: date) -> list[Finding]:
    """Every finding, by theme and then by path. `on` is the effective date: the law is looked up for that day."""
    review = Review(facts, library, on)
    found: list[Finding] = []
    for theme in THEMES:
        found += sorted(set(theme.findings(review)), key=lambda finding: (finding.path, finding.code, finding.message))
    return found
