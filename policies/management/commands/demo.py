"""manage.py demo: a demo with life in it. Run again it adds only what is not there yet, so a stopped run mends itself."""

import dataclasses
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from policies import publish
from policies.core import facts as f
from policies.core.clauses.library import FOLDER
from policies.core.facts.plain_data import read_yaml
from policies.models import Membership, Organisation, Policy, PolicyVersion, User
from policies.models.chronology import day_of
from policies.people import open_account
from policies.store import read, write

PASSWORD = "demo-wachtwoord"
LAST = "webstudio-wolkenrog"
Role, Kind = Membership.Role, Organisation.Kind
Step = tuple[int, Callable[[f.Facts], f.Facts], str]  # days ago, what changed before it, note for readers

# e-mail address: (name, organisation, kind, role, what there is to see)
PEOPLE = {
    "advies@demo.example": (
        "Aïsha Verlinden",
        "Privacykantoor Lindewater",
        Kind.CONSULTANCY,
        Role.OWNER,
        "een adviseur met drie klanten",
    ),
    "collega@demo.example": (
        "Bram Otterdijk",
        "Privacykantoor Lindewater",
        Kind.CONSULTANCY,
        Role.EDITOR,
        "een collega die mee invult en publiceert",
    ),
    "stagiair@demo.example": (
        "Cato Meers",
        "Privacykantoor Lindewater",
        Kind.CONSULTANCY,
        Role.READER,
        "een collega die alleen leest",
    ),
    "eigenaar@demo.example": (
        "Wouter Rogge",
        "Webstudio Wolkenrog",
        Kind.OWNER,
        Role.OWNER,
        "een onderneming met drie gepubliceerde versies",
    ),
    "starter@demo.example": (
        "Lies Deeg",
        "Bakkerij Deeg & Zoon",
        Kind.OWNER,
        Role.OWNER,
        "een bakker die halverwege de vragen is",
    ),
}


class Command(BaseCommand):
    help = (
        "Laadt de demo: een adviseur met drie klanten, een onderneming met drie versies, een bakker die halverwege is."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError(
                "De demo maakt accounts met een wachtwoord dat iedereen kent. Dat kan alleen met DEBUG=on."
            )
        if not complete():
            self.load()
        self.greet()

    def load(self) -> None:
        for email, (name, organisation, kind, role, _) in PEOPLE.items():
            person(email, name, organisation, kind, role)
        consultancy, studio, bakery = (
            Organisation.objects.get(name=PEOPLE[email][1])
            for email in ("advies@demo.example", "eigenaar@demo.example", "starter@demo.example")
        )
        statement(bakery, "Bakkerij Deeg & Zoon", half_a_bakery)
        statement(consultancy, "Codehazelaar", example("betrokkenen"))
        advice, owner = User.objects.get(email="advies@demo.example"), User.objects.get(email="eigenaar@demo.example")
        published(
            statement(consultancy, "Kraaienvat", example("artikelen")), advice, "kraaienvat", [(40, unchanged, "")]
        )
        published(
            statement(consultancy, "IJsselrek", example("vraag-antwoord")),
            advice,
            "ijsselrek",
            [(75, unchanged, "")],
            longer_notice,
        )
        published(
            statement(studio, "Webstudio Wolkenrog", before_the_newsletter),
            owner,
            LAST,
            [
                (120, unchanged, ""),
                (60, with_newsletter, "Je kunt je nu inschrijven voor onze nieuwsbrief."),
                (14, longer_notice, "Belangrijke wijzigingen kondigen wij voortaan 45 dagen vooraf aan."),
            ],
        )

    def greet(self) -> None:
        lines = [f"  {email:24} {role.label.lower():10} {what}" for email, (_, _, _, role, what) in PEOPLE.items()]
        self.stdout.write(
            "\n".join(
                (
                    "",
                    f"De demo staat klaar op {settings.SITE_URL}/",
                    "",
                    f"Log in met een van deze adressen; het wachtwoord is telkens: {PASSWORD}",
                    *lines,
                    "",
                    f"Wat lezers zien:   {settings.SITE_URL}/privacy/{LAST}/",
                    f"Verstuurde mails:  {settings.SITE_URL}/dev/mail/",
                    "Stoppen: Ctrl-C",
                    "",
                )
            )
        )


def person(email: str, name: str, organisation: str, kind: str, role: str) -> None:
    """A person with a confirmed address and a role, made once."""
    with transaction.atomic():
        user = User.objects.filter(email=email).first() or open_account(name, email, PASSWORD)
        place, _ = Organisation.objects.get_or_create(name=organisation, defaults={"kind": kind})
        Membership.objects.get_or_create(organisation=place, email=email, defaults={"user": user, "role": role})


def complete() -> bool:
    """Whether the last thing that the demo makes is there. From then on the demo belongs to whoever plays with it."""
    return PolicyVersion.objects.filter(policy__addresses__slug=LAST).count() > 2


def statement(organisation: Organisation, name: str, facts: Callable[[], f.Facts]) -> Policy:
    """A statement with its answers, made once and whole or not at all."""
    with transaction.atomic():
        return Policy.objects.filter(organisation=organisation, name=name).first() or write.new_policy(
            organisation, name, facts()
        )


def published(
    policy: Policy, by: User, slug: str, steps: list[Step], after: Callable[[f.Facts], f.Facts] | None = None
) -> None:
    """Publishes the versions that are missing; `after` is what changed since and is not published yet."""
    missing = steps[policy.versions.count() :]
    for days, change, note in missing:
        now = timezone.now() - timedelta(days=days)
        with transaction.atomic():
            write.overwrite(policy, change(read.facts_of(policy)))
            version_of(policy, by, now, note, slug)
            if after:
                write.overwrite(policy, after(read.facts_of(policy)))


def version_of(policy: Policy, by: User, now: datetime, note: str, slug: str) -> None:
    """Publishes the statement as it stands at that moment. Raises CommandError when it is refused."""
    on: date = day_of(now)
    first = not policy.versions.exists()
    try:
        publish.publish(
            policy,
            seen_digest=publish.draft_of(policy, on).digest,
            effective_date=on,
            note=note,
            by=by,
            now=now,
            slug=slug if first else None,
            told="Onze klanten kregen een e-mail.",
        )
    except publish.Refusal as refusal:
        raise CommandError(f"{policy.name}: {refusal}") from refusal


def example(name: str) -> Callable[[], f.Facts]:
    path: Path = FOLDER / "examples" / f"{name}.yaml"
    return lambda: read_yaml(path.read_bytes())


def unchanged(facts: f.Facts) -> f.Facts:
    return facts


def longer_notice(facts: f.Facts) -> f.Facts:
    return dataclasses.replace(facts, changes=dataclasses.replace(facts.changes, notice_days=45))


def before_the_newsletter() -> f.Facts:
    """The studio before it sent news."""
    facts = example("verwerkingen")()
    return dataclasses.replace(
        facts,
        groups=tuple(row for row in facts.groups if row.key != "lezers"),
        retention_rules=tuple(row for row in facts.retention_rules if row.key != "uitgeschreven"),
        activities=tuple(row for row in facts.activities if row.key != "nieuwsbrief"),
        recipients=tuple(row for row in facts.recipients if row.key != "mailchimp"),
        marketing=f.Marketing(used=False),
    )


def with_newsletter(facts: f.Facts) -> f.Facts:
    """News, sent by Brevo, and customers' data a year longer."""
    whole = example("verwerkingen")()
    sender = f.Recipient(
        key="brevo",
        name="Brevo",
        kind="named",
        entity="Sendinblue SAS",
        role="processor",
        country="FR",
        task="verstuurt onze nieuwsbrief",
        activities=("nieuwsbrief",),
        agreement=True,
    )
    return dataclasses.replace(
        facts,
        groups=whole.groups,
        retention_rules=tuple(
            dataclasses.replace(row, number=2) if row.key == "klant" else row for row in whole.retention_rules
        ),
        activities=whole.activities,
        recipients=(*facts.recipients, sender),
        marketing=whole.marketing,
    )


def half_a_bakery() -> f.Facts:
    """A bakery that answered the first steps and stopped."""
    return f.Facts(
        controller=f.Controller(
            country="BE",
            register_number="1999.999.943",
            legal_form="bv",
            legal_name="Bakkerij Deeg & Zoon",
            seat_street="Gistplein 3",
            seat_postcode="9300",
            seat_city="Aalst",
            seat_country="BE",
            email="bakker@deegenzoon.example",
            phone="053 00 00 30",
        ),
        contact=f.PrivacyContact(name="Lies, zaakvoerder", email="privacy@deegenzoon.example"),
        scope=f.Scope(
            services="Wij bakken brood, koffiekoeken en taarten. Klanten bestellen in de winkel, per telefoon of via de website.",
            websites=("https://www.deegenzoon.example",),
            applies_to="everything",
            customer_countries=("BE",),
        ),
        groups=(f.Group(key="klanten", name="klanten"),),
        categories=(f.DataCategory(key="contactgegevens", name="contactgegevens"),),
        activities=(
            f.Activity(
                key="bestellingen",
                name="bestellingen",
                story="Een klant bestelt vooraf en haalt af in de winkel.",
                groups=("klanten",),
                source="person",
                required="request",
                consequence="Zonder naam en telefoonnummer kunnen wij niets opzijleggen.",
                purposes=(f.Purpose(key="klaarzetten", name="bestellingen klaarzetten", legal_basis="contract"),),
                uses=(
                    f.DataUse(
                        category="contactgegevens",
                        items=(
                            f.DataItem(name="naam"),
                            f.DataItem(name="telefoonnummer", reason="om te bellen als iets niet lukt"),
                        ),
                    ),
                ),
            ),
            f.Activity(key="nieuwsbrief", name="nieuwsbrief", groups=("klanten",)),
        ),
        style=f.Style(pattern="rubrieken", tone="u"),
    )
