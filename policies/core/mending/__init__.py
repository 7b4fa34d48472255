"""One click for what has one right answer: by the law, by the catalogue, or by the person's own other answers. Where it is a choice there is no mend.

A mend makes its finding go away and breaks nothing that was right. It may bring the next question: who says yes to advertising is asked how one stops it.
"""

from collections.abc import Iterable
from datetime import date

from policies.core.checks.finding import Finding
from policies.core.checks.review import Review
from policies.core.facts import Facts
from policies.core.language.word_lists import Catalogue
from policies.core.mending import (
    address,
    belongs,
    economy,
    identity,
    people,
    processing,
    recipients,
    retention,
    retention_reasons,
    scope,
    texts,
)
from policies.core.mending.context import FindingContext, Mend, Mender

__all__ = ["MENDERS", "Mend", "Mender", "FindingContext", "mend_of", "mends_of"]

THEMES = (
    identity,
    scope,
    address,
    processing,
    belongs,
    retention,
    retention_reasons,
    recipients,
    people,
    texts,
    economy,
)
MENDERS: dict[str, Mender] = {code: mender for theme in THEMES for code, mender in theme.MENDERS.items()}


def mend_of(finding: Finding, facts: Facts, library: Catalogue, on: date) -> Mend | None:
    """Return the one right answer to a finding of these facts on that day; None when there is none, or a choice."""
    return mends_of([finding], facts, library, on).get(finding)


def mends_of(findings: Iterable[Finding], facts: Facts, library: Catalogue, on: date) -> dict[Finding, Mend]:
    """Return the mends of all findings that have one, by finding: they share one look at the facts."""
    review = Review(facts, library, on)
    found: dict[Finding, Mend] = {}
    for finding in findings:
        mender = MENDERS.get(finding.code)
        if mender and (mend := mender(FindingContext(finding, review))):
            found[finding] = mend
    return found
