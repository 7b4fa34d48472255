"""Plans: a recipient or a cookie that comes later is told with its day, and as one in use once that day is there (art. 5.1.a, 13.1.e)."""

from collections.abc import Iterator
from datetime import date

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import Cookie, Recipient
from policies.core.facts.days import in_words

PAST = CheckRule("5.1.a-plan-past", "info", "5.1.a 13.1.e")


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about planned recipients and cookies whose day has passed (art. 5.1.a, 13.1.e).

    `review` has no plan without a day: such a plan is left out of the statement.
    """
    facts = review.facts
    rows: list[tuple[str, Cookie | Recipient]] = [
        *((f"recipients.{row.key}", row) for row in facts.recipients),
        *((f"cookies.placed.{row.key}", row) for row in facts.cookies.placed),
    ]
    for path, row in rows:
        if row.planned_from and date.fromisoformat(row.planned_from) <= review.on:
            yield PAST.at(
                f"{path}.planned_from",
                f"{quoted_name(row)} zou beginnen op {in_words(row.planned_from)}. Die dag is er, en uw tekst zegt het nog als een plan.",
                "Is het begonnen, haal de dag dan weg. Begint het later, vul dan de nieuwe dag in.",
            )
