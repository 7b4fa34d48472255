"""How long: every data use resolves to a period or a criterion that a reader can apply (art. 13.2.a)."""

from collections.abc import Iterator

from ..facts import RetentionRule
from ..facts.fragments import quoted
from .finding import Finding, Rule
from .review import Review, named, unanswered
from .vague_terms import tells_no_start, tells_no_term

MISSING = Rule("13.2.a-retention", "error", "13.2.a 14.2.a", "CHK-20")
EMPTY = Rule("13.2.a-period", "error", "13.2.a 14.2.a", "CHK-20")
UNIT = Rule("13.2.a-unit", "error", "13.2.a 14.2.a", "CHK-20")
NUMBER = Rule("13.2.a-number", "error", "13.2.a 14.2.a", "CHK-20")
VAGUE = Rule("13.2.a-vague", "error", "13.2.a 14.2.a", "CHK-20")
START = Rule("13.2.a-start", "error", "13.2.a 14.2.a", "CHK-21")
START_UNSURE = Rule("13.2.a-start-check", "warning", "13.2.a 14.2.a", "CHK-21")
BACKUPS = Rule("13.2.a-backups", "warning", "13.2.a 14.2.a", "CHK-20")


def findings(review: Review) -> Iterator[Finding]:
    for path, activity in unanswered(review, "retention", lambda used: True):
        yield MISSING.at(
            path, f"Bij de verwerking {named(activity)} staat niet hoelang u de gegevens bewaart.",
            "Kies een bewaartermijn voor de verwerking, of voor elk van haar gegevens.",
        )
    used_keys = {used.get("retention") for used in review.uses}
    for rule in review.facts.retention_rules:
        if rule.key in used_keys:
            yield from _rule(rule)
    later = any(rule.afterwards == "erase_backups" and rule.key in used_keys for rule in review.facts.retention_rules)
    if later and not review.facts.security.backup_days:
        yield BACKUPS.at(
            "security.backup_days", "Na het wissen blijven gegevens nog in uw back-ups, maar er staat niet hoelang.",
            "Vul in na hoeveel dagen ze ook daar weg zijn.",
        )


def _rule(rule: RetentionRule) -> Iterator[Finding]:
    path, name = f"retention_rules.{rule.key}", named(rule)
    if rule.number and not rule.unit:
        yield UNIT.at(f"{path}.unit", f"Bij de bewaartermijn {name} staat een getal zonder dagen, weken, maanden of jaar.", "Kies de eenheid.")
    elif rule.unit and not rule.number:
        yield NUMBER.at(f"{path}.number", f"Bij de bewaartermijn {name} ontbreekt het getal.", "Vul het getal in.")
    elif not rule.number and not rule.criterion and not rule.nothing_kept:
        yield EMPTY.at(f"{path}.number", f"De bewaartermijn {name} zegt niet hoelang.", "Vul een getal in, of schrijf op waar het van afhangt.")
    elif rule.number and not rule.start_event:
        # Without a start nobody can work out when his own data goes (WP260); a condition beside the number may say it.
        yield (START_UNSURE if rule.criterion else START).at(
            f"{path}.start_event", f"Bij de bewaartermijn {name} staat niet vanaf wanneer u telt.", "Vul in vanaf wanneer, bijvoorbeeld: na de laatste bestelling.",
        )
    yield from _vague(rule, path)


def _vague(rule: RetentionRule, path: str) -> Iterator[Finding]:
    """Words in the place of a term; a condition is printed beside a number too."""
    if rule.criterion and tells_no_term(rule.criterion):
        yield VAGUE.at(
            f"{path}.criterion", f"{quoted(rule.criterion)} zegt de lezer niet hoelang u zijn gegevens bewaart.",
            "Geef een getal, of een voorwaarde die men zelf kan nakijken: tot de recensie van de website verdwijnt.",
        )
    if rule.start_event and tells_no_start(rule.start_event):
        yield VAGUE.at(
            f"{path}.start_event", f"{quoted(rule.start_event)} zegt de lezer niet vanaf wanneer u telt.", "Noem iets wat men kan nakijken, bijvoorbeeld: na de laatste bestelling.",
        )
