"""When a clause applies: plain functions of one case.

A clause names its function in `when`; ALL is what it may name.
"""

from policies.core.clauses.conditions import (
    activities,
    company,
    contact,
    marketing,
    people,
    recipients,
    security,
    special,
)
from policies.core.clauses.conditions.registry import ALL

__all__ = ["ALL", "activities", "company", "contact", "marketing", "people", "recipients", "security", "special"]
