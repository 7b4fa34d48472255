"""The rows behind facts/processing.py."""

from django.db import models

from policies.core import facts
from policies.models.columns import Row, both_or_neither, column, constraints, inside


class DataCategory(Row):
    """Columns of `facts.DataCategory`: contact data, invoices …; possibly special (art. 9) or criminal (art. 10)."""

    policy = inside("Policy", "categories")
    key = column(facts.DataCategory, "key")
    name = column(facts.DataCategory, "name")
    description = column(facts.DataCategory, "description")
    special = column(facts.DataCategory, "special")
    criminal = column(facts.DataCategory, "criminal")
    national_number = column(facts.DataCategory, "national_number")
    catalogue_id = column(facts.DataCategory, "catalogue_id")

    class Meta(Row.Meta):
        constraints = constraints(facts.DataCategory, "policy")


class RetentionRule(Row):
    """Columns of `facts.RetentionRule`: a period or a criterion, from when, why, and what happens after (art. 13.2.a)."""

    policy = inside("Policy", "retention_rules")
    key = column(facts.RetentionRule, "key")
    name = column(facts.RetentionRule, "name")
    number = column(facts.RetentionRule, "number")
    unit = column(facts.RetentionRule, "unit")
    start_event = column(facts.RetentionRule, "start_event")
    bound = column(facts.RetentionRule, "bound")
    criterion = column(facts.RetentionRule, "criterion")
    together = column(facts.RetentionRule, "together")
    nothing_kept = column(facts.RetentionRule, "nothing_kept")
    reason = column(facts.RetentionRule, "reason")
    law = column(facts.RetentionRule, "law")
    afterwards = column(facts.RetentionRule, "afterwards")
    catalogue_id = column(facts.RetentionRule, "catalogue_id")
    checked_on = column(facts.RetentionRule, "checked_on")

    class Meta(Row.Meta):
        constraints = [*constraints(facts.RetentionRule, "policy"), both_or_neither("retentionrule", "number", "unit")]


class Activity(Row):
    """Columns of `facts.Activity`: one thing the company does with data: a contact form, orders."""

    policy = inside("Policy", "activities")
    key = column(facts.Activity, "key")
    name = column(facts.Activity, "name")
    story = column(facts.Activity, "story")
    groups = column(facts.Activity, "groups")
    source = column(facts.Activity, "source")
    source_detail = column(facts.Activity, "source_detail")
    required = column(facts.Activity, "required")
    consequence = column(facts.Activity, "consequence")
    retention = column(facts.Activity, "retention")
    control = column(facts.Activity, "control")
    catalogue_id = column(facts.Activity, "catalogue_id")
    checked_on = column(facts.Activity, "checked_on")
    notes = column(facts.Activity, "notes")

    class Meta(Row.Meta):
        constraints = constraints(facts.Activity, "policy")


class Purpose(Row):
    """Columns of `facts.Purpose`: why, with exactly one legal basis (grondslag, art. 6)."""

    activity = inside("Activity", "purposes")
    key = column(facts.Purpose, "key")
    name = column(facts.Purpose, "name")
    short = column(facts.Purpose, "short")
    groups = column(facts.Purpose, "groups")
    legal_basis = column(facts.Purpose, "legal_basis")
    interest = column(facts.Purpose, "interest")
    law = column(facts.Purpose, "law")
    special_ground = column(facts.Purpose, "special_ground")
    marketing_rule = column(facts.Purpose, "marketing_rule")
    own_similar = column(facts.Purpose, "own_similar")
    address_from_sale = column(facts.Purpose, "address_from_sale")
    objection_offered = column(facts.Purpose, "objection_offered")

    class Meta(Row.Meta):
        constraints = constraints(facts.Purpose, "activity")


class DataUse(Row):
    """Columns of `facts.DataUse`: one activity with one kind of data; what is open there follows the activity."""

    activity = inside("Activity", "uses")
    category = column(facts.DataUse, "category")
    groups = column(facts.DataUse, "groups")
    source = column(facts.DataUse, "source")
    source_detail = column(facts.DataUse, "source_detail")
    required = column(facts.DataUse, "required")
    consequence = column(facts.DataUse, "consequence")
    retention = column(facts.DataUse, "retention")

    class Meta(Row.Meta):
        constraints = [
            *constraints(facts.DataUse),
            models.UniqueConstraint(fields=["activity", "category"], name="datause_category_once"),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.category}"


class ExtraSource(Row):
    """Columns of `facts.ExtraSource`: one more source of some data, beside that of the activity."""

    use = inside("DataUse", "extra_sources")
    source = column(facts.ExtraSource, "source")
    detail = column(facts.ExtraSource, "detail")

    class Meta(Row.Meta):
        constraints = constraints(facts.ExtraSource)

    def __str__(self) -> str:
        return self.detail or self.source


class DataItem(Row):
    """Columns of `facts.DataItem`: one piece of data in a use, with its own reason if it has one."""

    use = inside("DataUse", "items")
    name = column(facts.DataItem, "name")
    reason = column(facts.DataItem, "reason")
    optional = column(facts.DataItem, "optional")

    class Meta(Row.Meta):
        constraints = constraints(facts.DataItem)

    def __str__(self) -> str:
        return self.name
