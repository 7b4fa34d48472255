"""Publishing, and what may happen to a publication afterwards. Knows no request."""

from policies.publish.act import publish
from policies.publish.address import public_url, rename, suggest_slug
from policies.publish.draft import Draft, Plan, asks_how_told, draft_of, plan_of
from policies.publish.log import Refusal
from policies.publish.withdrawal import hide, resume, retire, show

__all__ = [
    "Draft",
    "Plan",
    "Refusal",
    "asks_how_told",
    "draft_of",
    "hide",
    "plan_of",
    "public_url",
    "publish",
    "rename",
    "resume",
    "retire",
    "show",
    "suggest_slug",
]
