"""Advertising and addresses in the words of a statement: what is said once."""

from markupsafe import Markup

from .activity_words import in_order
from .told import Row, Said


def reclame(purpose: Row) -> Markup:
    """The rule of a purpose that is advertising, with its law where the statement tells that rule first (art. 13 ePrivacy)."""
    rule = purpose.marketing_rule
    if _first(purpose, "marketing_rule"):
        return Markup("Dit is reclame: {}.").format(rule)
    return Markup("Ook dit is reclame: {}.").format(rule.changed(purpose._words.of("marketing_rule_again", rule.code)))


def al_gezegd(purpose: Row, name: str) -> bool:
    """Whether a purpose above it in the statement has the same answer, so that this one says it in fewer words."""
    return not _first(purpose, name)


def _first(purpose: Row, name: str) -> bool:
    """Whether no purpose above it in the statement has the same answer."""
    wanted = getattr(purpose._row, name)
    return next(one for activity in in_order(purpose._facts) for one in activity.purposes if getattr(one, name) == wanted) is purpose._row


def adres(joint: Row) -> Said:
    """The address of one that is responsible with us, or that it is the address of one above."""
    said = joint.address
    rows = joint._facts.joint_controllers
    above = {(one.address or "").strip().casefold() for one in rows[: rows.index(joint._row)]}
    return said.changed("zelfde adres") if said.text.strip().casefold() in above else said


FILTERS = {f.__name__: f for f in (reclame, al_gezegd, adres)}
