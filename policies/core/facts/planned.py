"""Plans: a recipient or a cookie that is not in use yet (art. 13.1.e, 13.3).

It is stated only once its day is known; until then it is the company's own note.
"""

from dataclasses import replace

from policies.core.facts import Facts


def without_undated(facts: Facts) -> Facts:
    """Return the facts without recipients and cookies that are planned for no day, nor references to them.

    That is what a reader may be told.
    """
    undated = {row.key for row in facts.recipients if row.planned and not row.planned_from}
    cookies = tuple(row for row in facts.cookies.placed if row.planned_from or not row.planned)
    if not undated and cookies == facts.cookies.placed:
        return facts
    decisions = tuple(
        replace(row, recipient=None) if row.recipient in undated else row for row in facts.automated.decisions
    )
    return replace(
        facts,
        recipients=tuple(row for row in facts.recipients if row.key not in undated),
        cookies=replace(facts.cookies, placed=cookies),
        automated=replace(facts.automated, decisions=decisions),
        ai_systems=tuple(replace(row, recipient=None) if row.recipient in undated else row for row in facts.ai_systems),
    )
