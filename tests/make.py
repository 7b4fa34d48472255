"""Builders: a company as facts, a policy as rows. Each gives something complete enough to be true, and takes what differs."""

from datetime import UTC, datetime

from policies.core.facts import (
    Activity,
    Controller,
    DataCategory,
    DataItem,
    DataUse,
    Disclosure,
    Facts,
    Group,
    Purpose,
    Recipient,
    RetentionRule,
    Style,
)
from policies.models import AcceptedFinding, Organisation, Policy, User
from policies.store import write


def make_company(**parts: object) -> Facts:
    """A bakery with a contact form: every kind of row once, and every way in which rows refer to each other."""
    company = {
        "controller": Controller(
            country="BE",
            legal_form="bv",
            legal_name="Bakkerij Peeters",
            register_number="1999.999.943",
            seat_street="Ovenstraat 1",
            seat_postcode="9300",
            seat_city="Aalst",
            seat_country="BE",
            email="brood@bakkerij.example",
            trade_names=("Peeters", "De Zoete Oven"),
        ),
        "groups": (Group(key="bezoekers", name="bezoekers van de website"), Group(key="klanten", name="klanten")),
        "categories": (DataCategory(key="contact", name="contactgegevens"),),
        "retention_rules": (
            RetentionRule(
                key="vragen", number=1, unit="year", start_event="na het laatste contact", afterwards="erase"
            ),
        ),
        "activities": (make_activity(),),
        "recipients": (
            Recipient(
                key="combell",
                name="Combell",
                kind="named",
                role="processor",
                country="BE",
                activities=("contactformulier",),
            ),
        ),
        "disclosure": Disclosure(shares=True),
        "style": Style(pattern="rubrieken", tone="u"),
    }
    return Facts(**(company | parts))


def make_activity(**fields: object) -> Activity:
    """The contact form of the bakery."""
    activity = {
        "key": "contactformulier",
        "name": "Contactformulier",
        "groups": ("klanten", "bezoekers"),
        "source": "person",
        "required": "request",
        "consequence": "Zonder e-mailadres kunnen wij niet antwoorden.",
        "retention": "vragen",
        "purposes": (
            Purpose(
                key="antwoorden",
                name="vragen beantwoorden",
                legal_basis="legitimate_interest",
                interest="klanten helpen",
            ),
        ),
        "uses": (DataUse(category="contact", items=(DataItem(name="naam"), DataItem(name="e-mailadres"))),),
        "checked_on": "2026-11-22",
    }
    return Activity(**(activity | fields))


def make_organisation(name: str = "Bakkerij Peeters", kind: str = Organisation.Kind.OWNER) -> Organisation:
    """An organisation without members: for tests of rows. People come from tests/people.py."""
    return Organisation.objects.create(name=name, kind=kind)


def make_policy(
    organisation: Organisation | None = None, company: Facts | None = None, name: str = "Bakkerij Peeters"
) -> Policy:
    """A stored policy with the facts of the bakery, or of another company; Facts() for one that is just begun."""
    if company is None:
        company = make_company()
    return write.new_policy(organisation or make_organisation(), name, company)


def make_left(
    policy: Policy, by: User, code: str = "5.1.d-check", path: str = "recipients.combell.confidence"
) -> AcceptedFinding:
    """A finding that somebody left on purpose."""
    return AcceptedFinding.objects.create(
        policy=policy,
        code=code,
        path=path,
        message="Controleer dit.",
        reason="Wij keken het na.",
        at=datetime(2026, 11, 30, 10, tzinfo=UTC),
        by_name=by.name or by.email,
        by_email=by.email,
    )
