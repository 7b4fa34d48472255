"""When a clause applies: plain functions of one case. A clause names its function in `when`; ALL is what it may name."""

from policies.core.clauses.conditions import activities, care, company, contact, people, recipients
from policies.core.clauses.conditions.registry import ALL

__all__ = ["ALL", "activities", "care", "company", "contact", "people", "recipients"]
