"""What happens to the demo before it is dumped: everything that a database of real users holds, by the program's own acts.

Part of make_dump.py. It runs with the program of an earlier commit, and leaves out what that program cannot do yet.
"""

import dataclasses
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from policies import models, people, publish
from policies.core import facts as f
from policies.core.clauses.library import load
from policies.core.facts.plain_data import from_data, read_yaml, to_data
from policies.management.commands import demo
from policies.models import Organisation, Policy, User
from policies.models.chronology import day_of
from policies.store import read, write

ANNOUNCED = date(2027, 1, 15)
TYPED = Path(__file__).with_name("typed.yaml")
CONFIRMED = "activities.recensies"  # it has promises; the security measures and the news for customers wait with theirs
# What the program of 0.1.0 accepted and that of later refuses or writes otherwise.
AS_BEFORE = {
    "controller": {"phone": "09/123 45 67/(0)", "seat_postcode": "b 9300"},
    "contact": {"phone": "+32 (0)9 123 45 67."},
    "scope": {"websites": ["https://café.example/é?a=ü", "HTTPS://Zwaantje.example"]},
}


@transaction.atomic  # within a transaction the program remembers nothing: all this happens at one moment, by which it would
def live(now: datetime) -> dict[str, Any]:
    """Load the demo and let everything happen to it; return the facts of every statement by its name."""
    demo.Command().load()
    advice, owner = (User.objects.get(email=f"{name}@demo.example") for name in ("advies", "eigenaar"))
    office = Organisation.objects.get(name="Privacykantoor Lindewater")
    people.invite(office, "nieuw@demo.example", "editor", advice)
    announce(Policy.objects.get(name="Webstudio Wolkenrog"), owner, now)
    publish_what_was_typed(office, advice, now)
    hide_and_rename(advice, now)
    for turn in (0, 1):
        write.new_policy(office, f"Alles ingevuld {turn}", everything(turn))
    if hasattr(models, "Preset"):
        propose(day_of(now))
    if hasattr(models, "Removal"):
        remove(advice)
    if hasattr(publish, "leave"):
        leave(advice, now)
    else:
        write.new_policy(office, "Zoals vroeger getypt", typed_before())
    User.objects.update(password=make_password(demo.PASSWORD, salt="demo"))  # one that is the same each time
    return {policy.name: to_data(read.facts_of(policy)) for policy in Policy.objects.order_by("pk")}


def everything(turn: int) -> f.Facts:
    """A company with every field answered, by the tests of that day."""
    from tests.generate import full_company

    return full_company(turn)


def published(policy: Policy, by: User, now: datetime, on: date, **given: Any) -> None:
    """Publish the statement as it stands."""
    publish.publish(
        policy,
        seen_digest=publish.draft_of(policy, on).digest,
        effective_date=on,
        by=by,
        now=now,
        **{"note": "", **given},
    )


def announce(policy: Policy, by: User, now: datetime) -> None:
    """A version that takes effect later: a recipient more, which is a major change."""
    facts = read.facts_of(policy)
    printer = f.Recipient(
        key="drukkerij",
        name="Drukkerij Inktvis",
        kind="named",
        entity="Drukkerij Inktvis BV",
        role="processor",
        country="BE",
        task="drukt uitnodigingen voor onze klanten",
        activities=(facts.activities[0].key,),
        agreement=True,
    )
    write.overwrite(policy, dataclasses.replace(facts, recipients=(*facts.recipients, printer)))
    published(policy, by, now, ANNOUNCED, note="Wij werken voortaan ook met een drukkerij.")


def publish_what_was_typed(office: Organisation, by: User, now: datetime) -> None:
    """A statement with awkward signs, published twice, with a number of its own to begin with; then the words of a reason change."""
    policy = write.new_policy(office, "Café ’t Zwaantje & Zn. <proef>", read_yaml(TYPED.read_bytes()))
    published(policy, by, now, day_of(now), slug="zwaantje", label="3.00")
    write.overwrite(policy, shorter(read.facts_of(policy), 6))
    published(policy, by, now, day_of(now), note='Korter bewaard, "zoals <u> vroeg" & {{ zo }}.')


def shorter(facts: f.Facts, months: int) -> f.Facts:
    """The facts with the first period in months: a minor change."""
    rule = dataclasses.replace(facts.retention_rules[0], number=months, unit="month")
    return dataclasses.replace(facts, retention_rules=(rule, *facts.retention_rules[1:]))


def hide_and_rename(by: User, now: datetime) -> None:
    """A version that the public may not see, another address, and a statement that was withdrawn."""
    zwaantje, kraaienvat = (Policy.objects.get(addresses__slug=slug) for slug in ("zwaantje", "kraaienvat"))
    publish.hide(zwaantje.versions.get(sequence=1), "Er stond een verkeerd adres in.", by=by, now=now)
    publish.rename(kraaienvat, "kraaienvat-leuven", by=by, now=now)
    publish.retire(Policy.objects.get(addresses__slug="ijsselrek"), "Wij zijn gestopt.", by=by, now=now)
    publish.resume(Policy.objects.get(addresses__slug="ijsselrek"), by=by, now=now)


def remove(by: User) -> None:
    """Rows that were taken away and can come back: an activity with all that only it used, a recipient, and a proposal."""
    from policies.wizard import save

    for name, collection, model in (
        ("Codehazelaar", "activities", models.Activity),
        ("Kraaienvat", "recipients", models.Recipient),
        ("Kapsalon Lok", "activities", models.Activity),
    ):
        policy = Policy.objects.get(name=name)
        row = model.objects.filter(policy=policy).order_by("position").first()
        save.delete_row(policy, row, f"{collection}.{row.key}", row.name, by)


def leave(by: User, now: datetime) -> None:
    """Findings that were left on purpose."""
    for name, code, path in (
        ("Café ’t Zwaantje & Zn. <proef>", "5.1.a-left-over", "sections.honden.body"),
        ("Kraaienvat", "12.1-language", "scope.customer_countries"),
    ):
        policy = Policy.objects.get(name=name)
        publish.leave(
            policy,
            publish.draft_of(policy, day_of(now)).findings,
            code,
            path,
            "Dit staat er bewust zo: \"<b>\" & 'zo'.",
            by=by,
            now=now,
        )


def propose(on: date) -> None:
    """A start from what a business is: everything is a proposal, and a few were confirmed."""
    from policies.core.presets import propose as presets
    from policies.core.presets import unconfirmed
    from policies.store import write
    from policies.wizard import save

    user = people.open_account("Noor Lok", "kapper@demo.example", demo.PASSWORD)
    policy = write.new_policy(people.open_organisation(user, "Kapsalon Lok", "owner"), "Kapsalon Lok")
    doings = (
        *presets.usual_doings(load(), "beauty", "small", on),
        "newsletter",
        "customer-news",
        "reviews",
        "measure",
        "cameras",
        "staff",
    )
    services = ("google-analytics", "microsoft-365", "mailchimp")

    def begun(facts: f.Facts) -> f.Facts:
        company = dataclasses.replace(
            facts.controller, country="BE", legal_name="Kapsalon Lok", legal_form="bv", email="noor@lok.example"
        )
        preset = dataclasses.replace(facts.preset, sector="beauty", size="small", doings=doings, services=services)
        scope = dataclasses.replace(facts.scope, websites=("https://www.lok.example/",))
        facts = dataclasses.replace(facts, controller=company, preset=preset, scope=scope)
        return unconfirmed.propose(
            *presets.propose(facts, presets.StartAnswers("BE", "beauty", "small", doings, services), load(), on)
        )

    write.change(policy, begun)
    save.confirm(policy, (*read.facts_of(policy).preset.unconfirmed[:3], CONFIRMED))


def typed_before() -> f.Facts:
    """The typed company with values that only the program of before accepts."""
    data = to_data(read_yaml(TYPED.read_bytes()))
    return from_data({**data, **{part: {**data[part], **given} for part, given in AS_BEFORE.items()}})
