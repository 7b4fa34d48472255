"""Publishing, and what may happen to a publication afterwards. Knows no request."""

from policies.publish.acceptance import LeftFindings, leave, split, take_back, to_leave
from policies.publish.act import publish
from policies.publish.address import public_url, rename, suggest_slug
from policies.publish.draft import Draft, PublicationPlan, asks_how_told, draft_of, facts_in, plan_of, possible_day
from policies.publish.log import Refusal
from policies.publish.review import confirm_unchanged
from policies.publish.summary import as_pairs, summarise, told_of
from policies.publish.withdrawal import hide, resume, retire, show

__all__ = [
    "Draft",
    "LeftFindings",
    "Plan",
    "Refusal",
    "as_pairs",
    "asks_how_told",
    "confirm_unchanged",
    "draft_of",
    "facts_in",
    "hide",
    "leave",
    "plan_of",
    "possible_day",
    "public_url",
    "publish",
    "rename",
    "resume",
    "retire",
    "show",
    "split",
    "suggest_slug",
    "summarise",
    "take_back",
    "to_leave",
    "told_of",
]
