"""The rows behind facts/sharing.py."""

from policies.core import facts
from policies.models.columns import Part, Row, column, constraints, inside, part


class Recipient(Row):
    """Columns of `facts.Recipient`: processor (verwerker) or controller of its own; country, safeguards, copy."""

    policy = inside("Policy", "recipients")
    key = column(facts.Recipient, "key")
    name = column(facts.Recipient, "name")
    kind = column(facts.Recipient, "kind")
    entity = column(facts.Recipient, "entity")
    role = column(facts.Recipient, "role")
    country = column(facts.Recipient, "country")
    task = column(facts.Recipient, "task")
    activities = column(facts.Recipient, "activities")
    only_with_consent = column(facts.Recipient, "only_with_consent")
    planned = column(facts.Recipient, "planned")
    planned_from = column(facts.Recipient, "planned_from")
    transfer_countries = column(facts.Recipient, "transfer_countries")
    safeguards = column(facts.Recipient, "safeguards")
    dpf_certified = column(facts.Recipient, "dpf_certified")
    dpf_checked_on = column(facts.Recipient, "dpf_checked_on")
    safeguard_url = column(facts.Recipient, "safeguard_url")
    safeguard_copy = column(facts.Recipient, "safeguard_copy")
    agreement = column(facts.Recipient, "agreement")
    own_use = column(facts.Recipient, "own_use")
    limits = column(facts.Recipient, "limits")
    opt_out = column(facts.Recipient, "opt_out")
    opt_out_url = column(facts.Recipient, "opt_out_url")
    privacy_url = column(facts.Recipient, "privacy_url")
    catalogue_id = column(facts.Recipient, "catalogue_id")
    checked_on = column(facts.Recipient, "checked_on")
    confidence = column(facts.Recipient, "confidence")
    notes = column(facts.Recipient, "notes")

    class Meta(Row.Meta):
        constraints = constraints(facts.Recipient, "policy")


class RecipientRole(Row):
    """Columns of `facts.RecipientRole`: another task of a recipient, for which it has a role of its own."""

    recipient = inside("Recipient", "other_roles")
    role = column(facts.RecipientRole, "role")
    task = column(facts.RecipientRole, "task")

    class Meta(Row.Meta):
        constraints = constraints(facts.RecipientRole)

    def __str__(self) -> str:
        return self.task


class Disclosure(Part):
    """Columns of `facts.Disclosure`: whether data is shared, and disclosure to authorities or a buyer."""

    policy = part("disclosure")
    shares = column(facts.Disclosure, "shares")
    cases = column(facts.Disclosure, "cases")
    business_transfer = column(facts.Disclosure, "business_transfer")
    business_transfer_activity = column(facts.Disclosure, "business_transfer_activity")
    no_sale = column(facts.Disclosure, "no_sale")

    class Meta(Part.Meta):
        constraints = constraints(facts.Disclosure)


class Cookies(Part):
    """Columns of `facts.Cookies`: whether any are placed, how consent is given and withdrawn."""

    policy = part("cookies")
    used = column(facts.Cookies, "used")
    techniques = column(facts.Cookies, "techniques")
    consent_how = column(facts.Cookies, "consent_how")
    withdraw_how = column(facts.Cookies, "withdraw_how")
    browser_settings = column(facts.Cookies, "browser_settings")
    policy_url = column(facts.Cookies, "policy_url")

    class Meta(Part.Meta):
        constraints = constraints(facts.Cookies)


class Cookie(Row):
    """Columns of `facts.Cookie`: name, provider, purpose, lifetime, exempt or by consent."""

    cookies = inside("Cookies", "placed")
    key = column(facts.Cookie, "key")
    name = column(facts.Cookie, "name")
    provider = column(facts.Cookie, "provider")
    kind = column(facts.Cookie, "kind")
    purpose = column(facts.Cookie, "purpose")
    lifetime = column(facts.Cookie, "lifetime")
    access = column(facts.Cookie, "access")
    consent = column(facts.Cookie, "consent")
    planned = column(facts.Cookie, "planned")
    planned_from = column(facts.Cookie, "planned_from")

    class Meta(Row.Meta):
        constraints = constraints(facts.Cookie, "cookies")


class Marketing(Part):
    """Columns of `facts.Marketing`: newsletters and the like, and how they stop."""

    policy = part("marketing")
    used = column(facts.Marketing, "used")
    channels = column(facts.Marketing, "channels")
    topics = column(facts.Marketing, "topics")
    stop_how = column(facts.Marketing, "stop_how")

    class Meta(Part.Meta):
        constraints = constraints(facts.Marketing)


class Links(Part):
    """Columns of `facts.Links`: links to others, buttons, own pages."""

    policy = part("links")
    external = column(facts.Links, "external")
    buttons = column(facts.Links, "buttons")
    buttons_activity = column(facts.Links, "buttons_activity")

    class Meta(Part.Meta):
        constraints = constraints(facts.Links)


class SocialProfile(Row):
    """Columns of `facts.SocialProfile`: a page of the company's own."""

    links = inside("Links", "profiles")
    key = column(facts.SocialProfile, "key")
    network = column(facts.SocialProfile, "network")
    url = column(facts.SocialProfile, "url")

    class Meta(Row.Meta):
        constraints = constraints(facts.SocialProfile, "links")

    def __str__(self) -> str:
        return self.network or self.key
