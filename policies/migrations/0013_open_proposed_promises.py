from django.db import migrations

# What facts/upgrade.py does for stored facts of schema 1, done for rows: a promise in what still waits to be confirmed was made by a proposal, not by a person.
# It becomes an open question.
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


class Migration(migrations.Migration):

    dependencies = [
        ('policies', '0012_schema_2'),
    ]

    operations = [
        migrations.RunPython(open_proposed_promises, migrations.RunPython.noop),
    ]
