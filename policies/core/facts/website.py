"""Whether a company has a website, as far as its answers tell. Pure."""

from policies.core.facts import Facts

ON_A_WEBSITE = frozenset(
    ("ACT-19", "ACT-20", "ACT-21")
)  # activities.yaml: the website itself, its figures, advertisements


def has_website(facts: Facts) -> bool:
    """Return whether an address, an activity or a cookie speaks of a website.

    Only then the law asks what is placed on the reader's device.
    """
    cookies = facts.cookies
    told = facts.scope.websites or cookies.placed or cookies.techniques or cookies.policy_url
    return bool(told) or any(activity.catalogue_id in ON_A_WEBSITE for activity in facts.activities)
