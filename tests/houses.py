"""A house with one text in every place that people fill in: facts, names, notes, reasons, files. Twice the same, with hostile text and with harmless text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from policies import publish
from policies.core.facts import Facts
from policies.models import Organisation, Policy
from policies.models.chronology import day_of
from policies.publish import act
from policies.store.lookup import pks_of
from tests.generate import full_company
from tests.hostile import EVERYWHERE, TEXTS, Dresser, harmless
from tests.make import make_left, make_policy
from tests.pages import Address, addresses
from tests.people import Role, make_member, make_organisation, make_person
from tests.tenants import number_rows_apart
from tests.versions import complete_company, make_address

Change = Callable[[str], str]
LISTS = (
    "activities",
    "activities.uses",
    "categories",
    "retention_rules",
    "recipients",
    "joint_controllers",
    "cookies.placed",
    "automated.decisions",
    "ai_systems",
    "sections",
)


def text(number: int, change: Change, most: int = 120) -> str:
    """What a field outside the facts gets: the text that stands everywhere, and one more."""
    return change(f"{EVERYWHERE.format(900 + number)} {TEXTS[number % len(TEXTS)]}"[:most].strip())


def furnish(change: Change, turn: int = 0) -> SimpleNamespace:
    """A house with this text in every place that people fill in. The forms take it: what a form refuses is not stored at all."""
    number_rows_apart()
    olga = make_person("Olga", "olga@bakkerij.example")
    organisation = make_organisation(olga, "Bakkerij", Organisation.Kind.CONSULTANCY)
    make_organisation(olga, text(1, change))
    editor = make_member(organisation, text(2, change), "ed@bakkerij.example", Role.EDITOR)
    company = Dresser(change, turn).dress(full_company(turn))
    company = replace(company, preset=replace(company.preset, unconfirmed=("joint_controllers.joint-controllers-2",)))
    policy, empty = make_policy(organisation, company, "Bakkerij"), make_policy(organisation, Facts(), text(3, change))
    client = Client()
    client.force_login(olga)
    own = SimpleNamespace(
        change=change,
        client=client,
        owner=olga,
        organisation=organisation,
        policy=policy,
        empty=empty,
        member=organisation.memberships.get(user=editor),
        rows={of: list(pks_of(policy, of).values())[-1] for of in LISTS},
        label="1.00",
        slug="bakkerij",
        fact="groups.groups-1.name",
        editor=editor,
    )
    fill_in(own)
    publish_by_hand(own, policy, own.slug)
    act_on_versions(own)
    return own


def fill_in(own: SimpleNamespace) -> None:
    """The names, as a person types them."""
    for route, pk, number in (
        ("account_name", None, 4),
        ("organisation_rename", own.organisation.pk, 5),
        ("policy_rename", own.policy.pk, 6),
    ):
        name = text(number, own.change)
        answer = own.client.post(reverse(route, args=[pk] if pk else []), {"name": name})
        assert answer.status_code == 302, f"{route} refuses {name!r}"


def publish_by_hand(own: SimpleNamespace, policy: Policy, slug: str) -> None:
    """A version with everything that a publication stores, whatever the findings say."""
    make_address(policy, slug)
    today = day_of(timezone.now())
    draft = publish.draft_of(policy, today)
    own.finding = next((finding for finding in draft.findings if not finding.blocks), None)
    plan = publish.plan_of(policy, draft, timezone.now())
    act._written(policy, draft, plan, slug, text(7, own.change, 900), own.owner, timezone.now()).save()
    publish.summarise(policy, timezone.now())


def act_on_versions(own: SimpleNamespace) -> None:
    """What is done with versions, findings and rows, each with a reason."""
    pk = own.policy.pk
    for route, args, data in (
        ("version_hide", [pk, own.label], {"reason": text(8, own.change, 900)}),
        ("version_show", [pk, own.label], {"reason": text(9, own.change, 900)}),
        ("finding_leave", [pk, own.finding.code, own.finding.path], {"reason": text(10, own.change, 900)}),
        ("member_invite", [own.organisation.pk], {"email": "gast@elders.example", "role": "reader"}),
    ):
        assert own.client.post(reverse(route, args=args), data).status_code == 302, route
    make_left(own.policy, own.editor)
    row = reverse("policy_row_delete", args=[pk, "stijl", "stukken", own.rows["sections"]])
    assert own.client.post(row).status_code == 302  # what was removed is offered again, by its name
    own.rows["sections"] = list(pks_of(own.policy, "sections").values())[-1]
    own.gone = make_policy(own.organisation, Dresser(own.change, 5).dress(complete_company()), text(11, own.change))
    publish_by_hand(own, own.gone, "gestopt")
    assert (
        own.client.post(reverse("policy_retire", args=[own.gone.pk]), {"notice": text(12, own.change, 900)}).status_code
        == 302
    )
    own.finding = next(
        finding for finding in publish.draft_of(own.policy, day_of(timezone.now())).findings if not finding.blocks
    )


def addresses_of(own: SimpleNamespace) -> Iterator[Address]:
    yield from addresses(own)
    for route, args in (
        ("policy", [own.gone.pk]),
        ("policy_versions", [own.gone.pk]),
        ("policy_step", [own.gone.pk, "controle"]),
        ("policy_preview", [own.gone.pk]),
        ("public_policy", ["gestopt"]),
        ("public_versions", ["gestopt"]),
        ("public_version", ["gestopt", "1.00"]),
        ("version", [own.gone.pk, "1.00"]),
    ):
        yield Address(route, reverse(route, args=args))
    for route in (
        "account_email",
        "account_change_password",
        "account_reauthenticate",
        "account_logout",
        "account_reset_password",
    ):
        yield Address(route, reverse(route))


def twice(act: Callable[[Change], Any]) -> tuple[Any, Any]:
    """The same with hostile and with harmless text, each in a database that forgets it."""
    outcomes = []
    for change in (str, harmless):
        cache.clear()  # what somebody last saw of a text
        with transaction.atomic():
            outcomes.append(act(change))
            transaction.set_rollback(True)
    return tuple(outcomes)
