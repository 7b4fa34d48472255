from django.db import migrations

from policies.core.facts.upgrade import CONTROLS, GIVEN, left

# What facts/upgrade.py does for stored facts of schema 1, done for rows: a promise in what still waits to be confirmed was made by a proposal, not by a person.
# It becomes an open question, and so does what else only the owner can say.
PARTS = {
    "disclosure": ("no_sale",),
    "minors": ("erases_unasked", "parents_can_report"),
    "security": ("keeps_register", "tells_breaches"),
    "unasked": ("erases",),
}
# List → the model with the promises, and the way from it to the policy and to the key of the row that waits.
ROWS = {
    "recipients": ("Recipient", "policy", "key", ("agreement",)),
    "activities": ("Purpose", "activity__policy", "activity__key", ("address_from_sale", "objection_offered", "own_similar")),
}


def open_proposed_promises(apps, schema_editor):
    for preset in apps.get_model("policies", "Preset").objects.exclude(unconfirmed=()).iterator():
        for part, names in PARTS.items():
            if part in preset.unconfirmed:
                apps.get_model("policies", part).objects.filter(policy=preset.policy_id).update(**dict.fromkeys(names))
        for collection, (model, policy, key, names) in ROWS.items():
            waiting = [path.partition(".")[2] for path in preset.unconfirmed if path.startswith(f"{collection}.")]
            if waiting:
                apps.get_model("policies", model).objects.filter(**{policy: preset.policy_id, f"{key}__in": waiting}).update(**dict.fromkeys(names))
        for part in GIVEN.keys() & set(preset.unconfirmed):
            open_given(apps.get_model("policies", part), part, preset.policy_id)
        waiting = [path.partition(".")[2] for path in preset.unconfirmed if path.startswith("activities.")]
        apps.get_model("policies", "Activity").objects.filter(policy=preset.policy_id, key__in=waiting, control__in=CONTROLS).update(control="")


def open_given(model, part, policy):
    """Take from a part what a proposal answered in it."""
    row = model.objects.get(policy=policy)
    for name in GIVEN[part]:
        rest = left(part, name, getattr(row, name))
        setattr(row, name, model._meta.get_field(name).get_default() if rest is None else rest)
    row.save(update_fields=list(GIVEN[part]))


class Migration(migrations.Migration):

    dependencies = [
        ('policies', '0012_schema_2'),
    ]

    operations = [
        migrations.RunPython(open_proposed_promises, migrations.RunPython.noop),
    ]
