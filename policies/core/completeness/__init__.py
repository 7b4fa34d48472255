"""Is everything there that art. 12–14 asks? Each item and each criterion with the reason, and with the place in the text that proves it."""

from policies.core.completeness.criteria import Criterion, criteria
from policies.core.completeness.items import ClausePlace, DutyItem, MissingFact, items

__all__ = ["Criterion", "Item", "Lack", "Place", "criteria", "items"]
