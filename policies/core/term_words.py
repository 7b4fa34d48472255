"""Terms in the words of a statement: how long, why, by which law and what happens after (art. 5.1.e, 13.2.a)."""

from markupsafe import Markup, escape

from .data_words import LONGEST, count
from .dutch import hoofdletter, termijn, zonder_punt
from .told import Kept, Missing, Row, Said


def bewaard(kept: Kept, opening: bool = False) -> Markup:
    """How long: the term, and where the statement comes to this rule first also why, by which law and what happens after (art. 5.1.e, 13.2.a)."""
    rule = kept.rule
    if isinstance(rule, Missing):
        return termijn(rule, opening)
    said = _term(rule, opening)
    return said + _why(rule, _before_reason(rule, said)) + _afterwards(rule, "; ") if kept.first else said


def bewaren_wij(kept: Kept, what: str = "dit") -> Markup:
    """The same in sentences, without the last full stop: “Wij bewaren dit 1 jaar na uw vraag, om erop terug te komen”, “Wij bewaren niets”."""
    rule = kept.rule
    if isinstance(rule, Missing):
        return Markup("Wij bewaren {}: {}").format(what, termijn(rule))
    said = _term(rule, True) if _keeps_nothing(rule) else Markup("Wij bewaren {} {}").format(what, _term(rule, False))
    if not kept.first:
        return said
    long = count(said, _why(rule, ", ")) > LONGEST
    return said + _why(rule, _before_reason(rule, said, long)) + _afterwards(rule, ". ")


def _term(rule: Row, opening: bool) -> Markup:
    if _keeps_nothing(rule):
        return escape(Said(f"{rule._path}.nothing_kept", "Wij bewaren niets" if opening else "wij bewaren niets"))
    return termijn(rule, opening)


def _before_reason(rule: Row, said: Markup, long: bool = False) -> str:
    """What stands between a term and its reason; nothing is kept for a reason, so there the reason is why the data are used at all."""
    if _keeps_nothing(rule):
        return ". Wij gebruiken ze alleen op het moment zelf, "
    return ". Dat is " if long or said.striptags().endswith("telt") else ", "


def _why(rule: Row, before: str) -> Markup:
    """What stands behind a term where it is told: “, om vragen te beantwoorden (art. 5)”."""
    said = Markup("{}{}").format(before, zonder_punt(rule.reason)) if rule.reason else Markup("")
    return said + (Markup(" ({})").format(zonder_punt(rule.law)) if rule.law else Markup(""))


def _keeps_nothing(rule: Row) -> bool:
    """Told only where no period says otherwise."""
    return bool(rule.nothing_kept and not rule.number and not rule.criterion)


def _afterwards(rule: Row, before: str) -> Markup:
    """What happens after the term, unless most data share it. Where they do, an open answer is a gap: a default never answers for it."""
    default = rule._words.defaults.afterwards
    if isinstance(rule.afterwards, Missing):
        kept = rule.number or rule.criterion
        return Markup(". Daarna: ") + escape(rule.afterwards) if default and kept else Markup("")
    if default == "erase" and rule.afterwards.code == "erase_backups":
        more = rule.afterwards.changed(rule._words.of("item", "backups"))
        return Markup(before) + escape(hoofdletter(more) if before == ". " else more)
    return Markup("") if rule.afterwards.code == default else Markup(". Daarna ") + escape(rule.afterwards)


FILTERS = {f.__name__: f for f in (bewaard, bewaren_wij)}
