"""When a clause applies: plain functions of one case. A clause names its function in `when`; ALL is what it may name."""

from . import activities, care, company, contact, people, recipients
from .registry import ALL

__all__ = ["ALL", "activities", "care", "company", "contact", "people", "recipients"]
