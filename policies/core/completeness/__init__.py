"""Completeness by art. 12–14: each item and each criterion with the reason, and the place in the text that proves it."""

from policies.core.completeness.criteria import Criterion, criteria
from policies.core.completeness.items import ClausePlace, DutyItem, MissingFact, items

__all__ = ["ClausePlace", "Criterion", "DutyItem", "MissingFact", "criteria", "items"]
