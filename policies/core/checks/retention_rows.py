"""Which periods of the catalogue speak about which data of a company: by their origin, by the law that a period names, or by what people call them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from policies.core.checks.review import ActivityUse, Review
from policies.core.facts import Activity, DataCategory, RetentionRule
from policies.core.facts.periods import average

# A file of care under another name: data on health, for care, that is called so.
CARE_ROWS = frozenset({"RET-BE-11", "RET-NL-11"})
CARE_FILE = re.compile(r"behandel|dossier|zorggegevens", re.IGNORECASE)
# The years of art. 48 of the Belgian VAT code are for buildings; a paper about anything else is an ordinary voucher.
BUILDINGS, VOUCHERS = frozenset({"RET-BE-02", "RET-BE-02v"}), "RET-BE-01"
BUILDING = re.compile(r"gebouw|onroerend", re.IGNORECASE)


def matching_rows(review: Review) -> Iterator[tuple[Mapping[str, Any], list[ActivityUse]]]:
    """Yield every row of the catalogue that may apply to this company on the day, with the data uses concerned."""
    spoken, origins = _names_and_laws(review), _origins(review)
    care = any(category.special == "health" for category in review.facts.categories)
    names = {name for name in _names(review) if name}
    uses = [(used, review.retention(used), review.category(used.use)) for used in review.uses]
    for whole in review.rows("retention"):
        # Most rows name nothing that this company has: what cannot match is left out before every use is looked at.
        words, laws = ([word for word in whole[name] if word.lower() in spoken] for name in ("words", "laws"))
        if not (
            words
            or laws
            or (care and whole["id"] in CARE_ROWS)
            or origins.intersection((whole["id"], *whole["activities"], *whole["categories"]))
        ):
            continue
        row = {
            **whole,
            "words": words,
            "laws": laws,
            "named": {name for name in names if any(holds_word(word, name) for word in words)},
        }
        about = [used for used, rule, category in uses if applies_to(row, used, rule, category)]
        if row["id"] in BUILDINGS:
            about = [used for used in about if not ((rule := review.retention(used)) and goods_row(review, rule))]
        yield row, about


def _names_and_laws(review: Review) -> str:
    """Return every text in which a word or law of the catalogue may be found, in small letters."""
    laws = [rule.law for rule in review.facts.retention_rules]
    return "\n".join(filter(None, [*_names(review), *laws])).lower()


def _names(review: Review) -> list[str | None]:
    """Return the names of the activities, then those of the categories."""
    facts = review.facts
    return [*(row.name for row in facts.activities), *(row.name for row in facts.categories)]


def _origins(review: Review) -> set[str | None]:
    """Return the ids of the rows of the catalogue from which the company's own rows came."""
    facts = review.facts
    return {
        *(row.catalogue_id for row in facts.activities),
        *(row.catalogue_id for row in facts.categories),
        *(row.catalogue_id for row in facts.retention_rules),
    }


def applies_to(
    row: Mapping[str, Any], used: ActivityUse, rule: RetentionRule | None, category: DataCategory | None
) -> bool:
    """Return whether a row of the catalogue is about a data use: by its origin, its law, or its name.

    `rule` and `category` are those of the data use.
    """
    activity = used.activity
    if rule and cites(rule, row):
        return True
    if activity.catalogue_id in row["activities"] or (row["kind"] != "minimum" and activity.name in row["named"]):
        return True  # a minimum protects records, not everything that an activity uses, so there the name of the data decides alone
    if not category:
        return False
    return (
        category.catalogue_id in row["categories"]
        or category.name in row["named"]
        or (row["id"] in CARE_ROWS and _is_care_file(activity, category))
    )


def _is_care_file(activity: Activity, category: DataCategory) -> bool:
    return (
        category.special == "health"
        and bool(CARE_FILE.search(category.name or ""))
        and any(purpose.special_ground == "care" for purpose in activity.purposes)
    )


def cites(rule: RetentionRule, row: Mapping[str, Any]) -> bool:
    """Return whether a retention rule came from a row of the catalogue, or names a law of that row."""
    return rule.catalogue_id == row["id"] or bool(rule.law and any(holds_word(law, rule.law) for law in row["laws"]))


def holds_word(word: str, text: str | None) -> bool:
    """Return whether a text holds a word as a whole, in any capitals."""
    return bool(text and _pattern(word).search(text))


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)


def limit_of(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the longest that a row lets data be kept, as a mapping with number and unit.

    It is the most of its law, else its own period.
    """
    return row.get("most") or row


def row_of_cited_law(review: Review, rule: RetentionRule) -> Mapping[str, Any] | None:
    """Return the row with the longest period that the law named by a rule asks; None when no known law is named."""
    rows = review.rows("retention")
    cited = [row for row in rows if row["kind"] == "minimum" and any(holds_word(law, rule.law) for law in row["laws"])]
    if any(row["id"] in BUILDINGS for row in cited) and goods_row(review, rule):
        cited = [row for row in cited if row["id"] not in BUILDINGS] or [row for row in rows if row["id"] == VOUCHERS]
    return max(cited, key=lambda row: average(limit_of(row)["number"], limit_of(row)["unit"]), default=None)


def goods_row(review: Review, rule: RetentionRule) -> Mapping[str, Any] | None:
    """Return the row for goods that are no building, when a rule or its data is called after such goods; else None."""
    row = next((row for row in review.rows("retention") if row.get("things")), None)
    if row is None:
        return None
    kinds = (review.category(used.use) for used in review.uses if used.get("retention") == rule.key)
    called = " ".join(name for name in (rule.name, *(kind.name for kind in kinds if kind)) if name)
    return row if any(holds_word(thing, called) for thing in row["things"]) and not BUILDING.search(called) else None
