"""Retention: every data use resolves to a period or a criterion that a reader can apply (art. 13.2.a)."""

from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name, unanswered
from policies.core.checks.vague_terms import tells_no_start, tells_no_term
from policies.core.facts import RetentionRule, defaults
from policies.core.facts.fragments import quoted
from policies.core.facts.periods import BOUND_WORDS

MISSING = CheckRule("13.2.a-retention", "error", "13.2.a 14.2.a", "CHK-20")
EMPTY = CheckRule("13.2.a-period", "error", "13.2.a 14.2.a", "CHK-20")
UNIT = CheckRule("13.2.a-unit", "error", "13.2.a 14.2.a", "CHK-20")
NUMBER = CheckRule("13.2.a-number", "error", "13.2.a 14.2.a", "CHK-20")
VAGUE = CheckRule("13.2.a-vague", "error", "13.2.a 14.2.a", "CHK-20")
START = CheckRule("13.2.a-start", "error", "13.2.a 14.2.a", "CHK-21")
START_UNSURE = CheckRule("13.2.a-start-check", "warning", "13.2.a 14.2.a", "CHK-21")
NO_END = CheckRule("13.2.a-no-end", "warning", "5.1.e 13.2.a", "CHK-20")
NOTHING = CheckRule("13.2.a-nothing", "error", "5.1.a 13.2.a", "CHK-20")
BACKUPS = CheckRule("13.2.a-backups", "warning", "13.2.a 14.2.a", "CHK-20")
AFTERWARDS = CheckRule("5.1.e-afterwards", "error", "5.1.e 13.2.a", "CHK-20")


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about data uses without a period or criterion that a reader can apply (art. 13.2.a)."""
    for path, activity in unanswered(review, "retention", lambda used: True):
        yield MISSING.at(
            path,
            f"Bij de verwerking {quoted_name(activity)} staat niet hoelang u de gegevens bewaart.",
            "Kies een bewaartermijn voor de verwerking, of voor elk van haar gegevens.",
        )
    used_keys = {used.get("retention") for used in review.uses}
    for rule in review.facts.retention_rules:
        if rule.key in used_keys:
            yield from _rule(review, rule)
    later = any(rule.afterwards == "erase_backups" and rule.key in used_keys for rule in review.facts.retention_rules)
    if later and not review.facts.security.backup_days:
        yield BACKUPS.at(
            "security.backup_days",
            "Na het wissen blijven gegevens nog in uw back-ups, maar er staat niet hoelang.",
            "Vul in na hoeveel dagen ze ook daar weg zijn.",
        )


def _rule(review: Review, rule: RetentionRule) -> Iterator[Finding]:
    path, name = f"retention_rules.{rule.key}", quoted_name(rule)
    if rule.nothing_kept and (rule.number or rule.unit or rule.criterion):
        yield NOTHING.at(
            f"{path}.nothing_kept",
            f"Bij de bewaartermijn {name} staat dat u niets bewaart, en ook hoelang u bewaart.",
            "Kies een van de twee. Wie iets bewaart, mag niet zeggen dat hij niets bewaart.",
        )
    if rule.number and not rule.unit:
        yield UNIT.at(
            f"{path}.unit",
            f"Bij de bewaartermijn {name} staat een getal zonder dagen, weken, maanden of jaar.",
            "Kies de eenheid.",
        )
    elif rule.unit and not rule.number:
        yield NUMBER.at(f"{path}.number", f"Bij de bewaartermijn {name} ontbreekt het getal.", "Vul het getal in.")
    elif not rule.number and not rule.criterion and not rule.nothing_kept:
        yield EMPTY.at(
            f"{path}.number",
            f"De bewaartermijn {name} zegt niet hoelang.",
            "Vul een getal in, of schrijf op waar het van afhangt.",
        )
    elif rule.number and not rule.start_event and not (rule.criterion and rule.together == "then"):
        # Without a start nobody can work out when their data goes (WP260); a condition beside the number may say it.
        yield (START_UNSURE if rule.criterion else START).at(
            f"{path}.start_event",
            f"Bij de bewaartermijn {name} staat niet vanaf wanneer u telt.",
            "Vul in vanaf wanneer, bijvoorbeeld: na de laatste bestelling.",
        )
    yield from _vague(rule, path)
    yield from _without_end(review, rule, path)
    if rule.afterwards is None and (rule.number or rule.criterion) and defaults.afterwards(review.facts):
        # The statement says once what happens to most data; that sentence may not answer for a rule that nobody answered.
        yield AFTERWARDS.at(
            f"{path}.afterwards",
            f"Bij de bewaartermijn {name} staat niet wat er daarna gebeurt. Bij de meeste van uw gegevens staat dat wel.",
            "Kies wat er na de termijn gebeurt. Wissen is het gewone antwoord.",
        )


def _vague(rule: RetentionRule, path: str) -> Iterator[Finding]:
    """Yield a finding for words in the place of a term; a condition is printed beside a number too."""
    if rule.criterion and tells_no_term(rule.criterion):
        yield VAGUE.at(
            f"{path}.criterion",
            f"{quoted(rule.criterion)} zegt de lezer niet hoelang u zijn gegevens bewaart.",
            "Geef een getal, of een voorwaarde die men zelf kan nakijken: tot de recensie van de website verdwijnt.",
        )
    if rule.start_event and tells_no_start(rule.start_event):
        yield VAGUE.at(
            f"{path}.start_event",
            f"{quoted(rule.start_event)} zegt de lezer niet vanaf wanneer u telt.",
            "Noem iets wat men kan nakijken, bijvoorbeeld: na de laatste bestelling.",
        )


def _without_end(review: Review, rule: RetentionRule, path: str) -> Iterator[Finding]:
    """Yield a finding for a period that has a least and no most (art. 5.1.e).

    “Minstens” and “meestal” say when data is still there, not when it is gone. A law may ask for “minstens”; a condition may say when it ends.
    """
    if not rule.number or rule.bound not in {"at_least", "usually"} or rule.criterion and rule.together:
        return
    if rule.bound == "at_least" and (rule.law or asks_minimum(review, rule)):
        return
    told = BOUND_WORDS[rule.bound]
    yield NO_END.at(
        f"{path}.bound",
        f"Bij de bewaartermijn {quoted_name(rule)} staat “{told}”. Zo weet de lezer niet wanneer zijn gegevens weg zijn.",
        "Kies “ten hoogste”, of schrijf erbij wanneer het langer duurt: een getal én een voorwaarde.",
    )


def asks_minimum(review: Review, rule: RetentionRule) -> bool:
    """Return whether a rule was picked from a row of the catalogue in which a law sets a minimum."""
    return any(row["id"] == rule.catalogue_id and row["kind"] == "minimum" for row in review.rows("retention"))
