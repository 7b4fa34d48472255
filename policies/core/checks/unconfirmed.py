"""What we proposed and nobody confirmed: the statement of a company is what the company says itself (art. 5.2, 24)."""

from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import PARTS, Facts, paths, spec_of
from policies.core.presets.unconfirmed import unconfirmed

PROPOSED = CheckRule("5.2-proposed", "error", "5.2 24")


def findings(review: Review) -> Iterator[Finding]:
    """Yield a finding for each proposal that nobody confirmed (art. 5.2, 24)."""
    for path in unconfirmed(review.facts):
        yield PROPOSED.at(
            path,
            f"U hebt ons voorstel voor {_what(review.facts, path)} nog niet bevestigd.",
            "Kijk na of het klopt. Bevestig het dan, of pas het aan.",
        )


def _what(facts: Facts, path: str) -> str:
    if path in PARTS:
        return spec_of(Facts, path).label.lower()
    return quoted_name(facts.find(paths.top(path), paths.below(path)))
