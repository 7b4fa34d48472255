"""The rows behind facts/company.py."""

from policies.core import facts
from policies.models.columns import Part, Row, column, constraints, inside, part


class Controller(Part):
    """Columns of `facts.Controller`: who is responsible (art. 4(7))."""

    policy = part("controller")
    country = column(facts.Controller, "country")
    register_number = column(facts.Controller, "register_number")
    branch_number = column(facts.Controller, "branch_number")
    vat_number = column(facts.Controller, "vat_number")
    rsin = column(facts.Controller, "rsin")
    other_numbers = column(facts.Controller, "other_numbers")
    legal_form = column(facts.Controller, "legal_form")
    legal_name = column(facts.Controller, "legal_name")
    responsible_persons = column(facts.Controller, "responsible_persons")
    trade_names = column(facts.Controller, "trade_names")
    register_court = column(facts.Controller, "register_court")
    seat_street = column(facts.Controller, "seat_street")
    seat_postcode = column(facts.Controller, "seat_postcode")
    seat_city = column(facts.Controller, "seat_city")
    seat_country = column(facts.Controller, "seat_country")
    postal_address = column(facts.Controller, "postal_address")
    phone = column(facts.Controller, "phone")
    fax = column(facts.Controller, "fax")
    email = column(facts.Controller, "email")
    group_name = column(facts.Controller, "group_name")
    parent_name = column(facts.Controller, "parent_name")
    parent_register_number = column(facts.Controller, "parent_register_number")
    parent_country = column(facts.Controller, "parent_country")

    class Meta(Part.Meta):
        constraints = constraints(facts.Controller)


class PrivacyContact(Part):
    """Columns of `facts.PrivacyContact`: whom people may ask; not a DPO."""

    policy = part("contact")
    name = column(facts.PrivacyContact, "name")
    email = column(facts.PrivacyContact, "email")
    phone = column(facts.PrivacyContact, "phone")
    address = column(facts.PrivacyContact, "address")
    form_url = column(facts.PrivacyContact, "form_url")
    hours = column(facts.PrivacyContact, "hours")

    class Meta(Part.Meta):
        constraints = constraints(facts.PrivacyContact)


class OtherContact(Row):
    """Columns of `facts.OtherContact`: one more person or desk to ask, and what about."""

    contact = inside("PrivacyContact", "others")
    key = column(facts.OtherContact, "key")
    subject = column(facts.OtherContact, "subject")
    name = column(facts.OtherContact, "name")
    email = column(facts.OtherContact, "email")
    phone = column(facts.OtherContact, "phone")

    class Meta(Row.Meta):
        constraints = constraints(facts.OtherContact, "contact")

    def __str__(self) -> str:
        return self.name or self.subject or self.key


class Dpo(Part):
    """Columns of `facts.Dpo`: only when designated (art. 37)."""

    policy = part("dpo")
    designated = column(facts.Dpo, "designated")
    name = column(facts.Dpo, "name")
    email = column(facts.Dpo, "email")
    phone = column(facts.Dpo, "phone")
    address = column(facts.Dpo, "address")

    class Meta(Part.Meta):
        constraints = constraints(facts.Dpo)


class Representative(Part):
    """Columns of `facts.Representative`: for a company outside the EEA (art. 27)."""

    policy = part("representative")
    name = column(facts.Representative, "name")
    register_number = column(facts.Representative, "register_number")
    address = column(facts.Representative, "address")
    email = column(facts.Representative, "email")
    phone = column(facts.Representative, "phone")

    class Meta(Part.Meta):
        constraints = constraints(facts.Representative)


class JointController(Row):
    """Columns of `facts.JointController`: another company that decides along (art. 26)."""

    policy = inside("Policy", "joint_controllers")
    key = column(facts.JointController, "key")
    name = column(facts.JointController, "name")
    address = column(facts.JointController, "address")
    activities = column(facts.JointController, "activities")
    arrangement = column(facts.JointController, "arrangement")
    contact_point = column(facts.JointController, "contact_point")
    url = column(facts.JointController, "url")

    class Meta(Row.Meta):
        constraints = constraints(facts.JointController, "policy")


class Scope(Part):
    """Columns of `facts.Scope`: what the company does, where, and what the statement covers."""

    policy = part("scope")
    services = column(facts.Scope, "services")
    websites = column(facts.Scope, "websites")
    applies_to = column(facts.Scope, "applies_to")
    apps = column(facts.Scope, "apps")
    no_site_data = column(facts.Scope, "no_site_data")
    customer_countries = column(facts.Scope, "customer_countries")
    processing_countries = column(facts.Scope, "processing_countries")

    class Meta(Part.Meta):
        constraints = constraints(facts.Scope)


class Group(Row):
    """Columns of `facts.Group`: people whose data is used: customers, visitors."""

    policy = inside("Policy", "groups")
    key = column(facts.Group, "key")
    name = column(facts.Group, "name")
    description = column(facts.Group, "description")
    phrase = column(facts.Group, "phrase")

    class Meta(Row.Meta):
        constraints = constraints(facts.Group, "policy")
