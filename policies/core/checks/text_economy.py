"""How long the first layer is (WP260 no. 35–36): what does not fit on one screen is no first layer. A finding, and never a text that is cut."""

from collections.abc import Iterator

from policies.core.checks.document_index import DocumentIndex
from policies.core.checks.finding import CheckRule, Finding
from policies.core.document import plain

FIRST_LAYER = CheckRule("12.1-first-layer", "info", "12.1")
MOST_WORDS = 150


def findings(index: DocumentIndex) -> Iterator[Finding]:
    """Yield a finding where the first layer is longer than one screen (WP260 no. 35–36)."""
    words = len(plain(index.document.summary).split())
    if words > MOST_WORDS:
        yield FIRST_LAYER.at(
            "activities",
            f"Het stuk bovenaan de verklaring heeft {words} woorden. Met {MOST_WORDS} is het in één blik te lezen.",
            "Geef elk doel een vorm van een paar woorden, en elke groep een korte zin. Gelijke doelen worden daar maar één keer gezegd.",
        )
