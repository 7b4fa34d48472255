from django.db import migrations

# What facts/upgrade.py does for stored facts of schema 1, done for rows: an answer that says what the owner does, or does not do, was given by a proposal
# when its part or row still waits to be confirmed. It becomes an open question. Only what tells what is listed stays: YES, and the website as a channel.
NOTHING, YES, WEBSITE = "nothing", "yes", "website"
PARTS = {
    "dpo": {"designated": YES},
    "scope": {"processing_countries": NOTHING},
    "disclosure": {"shares": YES, "cases": NOTHING, "no_sale": NOTHING},
    "cookies": {"used": YES, "consent_how": NOTHING, "withdraw_how": NOTHING},
    "marketing": {"used": YES, "stop_how": NOTHING},
    "security": {"measures": NOTHING, "backup_days": NOTHING, "tells_breaches": NOTHING, "keeps_register": NOTHING},
    "rights": {"by_post": NOTHING, "by_phone": NOTHING, "identity_check": NOTHING},
    "minors": {"directed": YES, "parental_consent": NOTHING, "age_check": NOTHING, "parents_can_report": NOTHING, "erases_unasked": NOTHING},
    "unasked": {"erases": NOTHING},
    "automated": {"used": YES},
    "changes": {"channels": WEBSITE, "notice_days": NOTHING},
}
# Model → the list whose rows wait, the way to the policy and to the key of such a row, and the answers.
ROWS = {
    "activity": ("activities", "policy", "key", {"control": NOTHING}),
    "purpose": ("activities", "activity__policy", "activity__key", {"own_similar": NOTHING, "address_from_sale": NOTHING, "objection_offered": NOTHING}),
    "recipient": ("recipients", "policy", "key", {"agreement": NOTHING}),
}


def open_proposed_promises(apps, schema_editor):
    for preset in apps.get_model("policies", "preset").objects.exclude(unconfirmed=()).iterator():
        waiting = preset.unconfirmed
        for part, answers in PARTS.items():
            if part in waiting:
                open_answers(apps.get_model("policies", part).objects.filter(policy=preset.policy_id), answers)
        if "automated" in waiting:  # AI systems are confirmed with it
            open_answers(apps.get_model("policies", "aisystem").objects.filter(policy=preset.policy_id), {"trains": YES})
        for model, (collection, policy, key, answers) in ROWS.items():
            keys = [path.partition(".")[2] for path in waiting if path.startswith(f"{collection}.")]
            open_answers(apps.get_model("policies", model).objects.filter(**{policy: preset.policy_id, f"{key}__in": keys}), answers)


def open_answers(rows, answers):
    for name, left in answers.items():
        empty = rows.model._meta.get_field(name).get_default()
        if left == NOTHING:
            rows.update(**{name: empty})
        elif left == YES:
            rows.filter(**{name: False}).update(**{name: empty})
        else:
            for row in rows:
                rows.filter(pk=row.pk).update(**{name: tuple(one for one in getattr(row, name) if one == left)})


class Migration(migrations.Migration):

    dependencies = [
        ('policies', '0012_schema_2'),
    ]

    operations = [
        migrations.RunPython(open_proposed_promises, migrations.RunPython.noop),
    ]
