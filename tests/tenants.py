"""Three statements that may never meet: one's own, a second of the same organisation, and one of strangers; all with the same keys.

Every row has a number of its own in the whole database, so an address, a field or a row that bears it can mean nothing else.
"""

import json
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from policies import publish
from policies.core import document
from policies.core.checks.finding import Finding
from policies.core.facts import Facts, OwnSection
from policies.core.facts.plain_data import to_data
from policies.models import DailyRun, KeptPost, Membership, Organisation, Policy, PublicationEvent, Removal, User
from policies.models.chronology import day_of
from policies.store.lookup import pks_of
from tests.generate import full_company
from tests.make import make_left, make_policy
from tests.people import Role, make_invitation, make_member, make_organisation, make_person
from tests.versions import make_address, make_summary, make_version

FIRST = 7_000_000
OF_NOBODY = (DailyRun, KeptPost)  # they belong to no organisation


@dataclass
class Tenant:
    """One statement, with everything that has an id."""

    organisation: Organisation
    owner: User
    policy: Policy
    rows: dict[str, int]  # list → pk of its last row: the key of that row is in no statement of fewer rows
    label: str
    slug: str
    left: Any
    removal: Removal
    member: Membership
    invitation: Membership
    key: str  # of its last group
    empty: Policy
    finding: Finding  # one that does not block
    mend: Finding  # one with a button that mends it
    proposed: str  # the path of a row that waits to be confirmed
    fact: str
    offered: Membership | None = None  # an invitation to its owner


@dataclass(frozen=True)
class Tenants:
    own: Tenant
    sibling: Tenant  # another statement of the same organisation
    foreign: Tenant


def make_tenants() -> Tenants:
    """The three. Who acts is `own.owner`; the other two have a row more in every list."""
    number_rows_apart()
    olga = make_person("Olga Peeters", "olga@bakkerij.example")
    ours = make_organisation(olga, "Advies Peeters", Organisation.Kind.CONSULTANCY)
    make_organisation(olga, "Nog een kantoor van Olga")  # so that forms ask which one
    sven = make_person("Sven Vreemd", "sven@elders.example")
    theirs = make_organisation(sven, "Elders", Organisation.Kind.CONSULTANCY)
    own, foreign = (
        _tenant(ours, olga, "Bakkerij", rows=2, label="1.00"),
        _tenant(theirs, sven, "Vreemdgoed", rows=3, label="3.00"),
    )
    own.offered, foreign.offered = make_invitation(theirs, olga.email), make_invitation(ours, sven.email)
    return Tenants(own, _tenant(ours, olga, "Slagerij", rows=3, label="2.00"), foreign)


def _tenant(
    organisation: Organisation, owner: User, name: str, rows: int, label: str
) -> Tenant:  # size: one tenant, row after row
    company = full_company(turn=1, rows=rows)
    groups = (*company.groups[:-1], replace(company.groups[-1], description=f"Alleen in {name}"))
    company = replace(
        company,
        groups=groups,
        preset=replace(company.preset, unconfirmed=(f"joint_controllers.joint-controllers-{rows}",)),
    )
    policy = make_policy(organisation, company, name)
    slug = name.lower()
    make_address(policy, slug)
    draft = publish.draft_of(policy, day_of(timezone.now()))
    make_summary(make_version(policy, label, document=json.dumps(document.to_data(draft.document))))
    removed = OwnSection(key=f"weg-{rows}", title=f"Weg uit {name}", body="Weg.")
    before = to_data(replace(company, sections=(*company.sections, removed)))
    lists = (
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
        "groups",
    )
    editor = make_member(organisation, f"Ed {name}", f"ed@{slug}.example", Role.EDITOR)
    return Tenant(
        organisation=organisation,
        owner=owner,
        policy=policy,
        label=label,
        slug=slug,
        rows={of: list(pks_of(policy, of).values())[-1] for of in lists},
        left=make_left(policy, owner),
        removal=Removal.objects.create(
            policy=policy,
            path=f"sections.{removed.key}",
            name=name,
            before=json.dumps(before),
            at=timezone.now(),
            by_name="Ed",
        ),
        member=Membership.objects.get(organisation=organisation, user=editor),
        invitation=make_invitation(organisation, f"nieuw@{slug}.example"),
        key=f"groups-{rows}",
        empty=make_policy(organisation, Facts(), f"{name} leeg"),
        finding=next(
            finding for finding in draft.findings if finding.path == f"recipients.recipients-{rows}.confidence"
        ),
        mend=next(finding for finding in draft.findings if finding.path == f"recipients.recipients-{rows}.safeguards"),
        proposed=f"joint_controllers.joint-controllers-{rows}",
        fact=f"groups.groups-{rows}.name",
    )


@cache
def models() -> list[type[Model]]:
    """Every model of ours whose rows belong to somebody, the links between rows included."""
    return [
        model
        for model in apps.get_app_config("policies").get_models(include_auto_created=True)
        if model not in OF_NOBODY
    ]


def number_rows_apart() -> None:
    """Let every table count on from a number of its own, which no text on a page happens to be."""
    for start, model in zip(count(FIRST, 1000), models(), strict=False):
        table, column = model._meta.db_table, model._meta.pk.column
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [table, column, start])
            else:
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, start])


def everything_of(*tenants: Tenant, but: Tenant | None = None) -> dict[str, list[dict[str, Any]]]:
    """Every stored value of these statements and their organisations, by table: to hold beside the same afterwards.

    `but`: a statement of one of these organisations that may change.
    """
    policies = {pk for tenant in tenants for pk in (tenant.policy.pk, tenant.empty.pk)}
    organisations, users = {tenant.organisation.pk for tenant in tenants}, {tenant.owner.pk for tenant in tenants}
    found: dict[str, list[dict[str, Any]]] = {}
    for model in models():
        wanted = {
            Organisation: ("pk", organisations),
            User: ("pk", users),
            Membership: ("organisation", organisations),
            Policy: ("organisation", organisations),
        }.get(model) or (_way(model), policies)
        path, values = wanted
        found[model.__name__] = _stored(model, path, tuple(sorted(values)))
    found[EmailAddress.__name__] = _stored(EmailAddress, "user", tuple(sorted(users)))
    if but is not None:
        found[Policy.__name__] = [row for row in found[Policy.__name__] if row["id"] != but.policy.pk]
    return found


def _stored(model: type[Model], path: str, values: tuple[int, ...]) -> list[dict[str, Any]]:
    """Every column of the rows with one of these values at that path, as the database gives it."""
    names, sql, params = _question(model, path, values)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@cache  # asked before and after everything that is sent, and to put it in SQL takes longer than to answer it
def _question(model: type[Model], path: str, values: tuple[int, ...]) -> tuple[list[str], str, tuple[Any, ...]]:
    names = [field.attname for field in model._meta.concrete_fields]
    return names, *model.objects.filter(**{f"{path}__in": values}).order_by("pk").values_list(
        *names
    ).query.sql_with_params()


@cache
def _way(model: type[Model]) -> str:
    """The lookup from a row to its policy."""
    if model is PublicationEvent:
        return "policy_id"  # the log outlives what it tells of, so it names the policy without a link
    steps = []
    while not steps or model is not Policy:
        found = {field.related_model: field.name for field in links_of(model)}
        model = Policy if Policy in found else next(related for related in found if related is not User)
        steps.append(found[model])
    return "__".join(steps)


@cache
def links_of(model: type[Model]) -> list[Any]:
    """The columns of a table that name a row of another one."""
    return [field for field in model._meta.concrete_fields if field.related_model is not None]


def links_across() -> list[str]:
    """Every link from a row of one statement to a row of another. Always empty, whatever anybody posts."""
    rows: dict[type[Model], list[tuple[Any, ...]]] = {}
    for model in models():
        if model not in (Organisation, User, Membership):
            with connection.cursor() as cursor:
                cursor.execute(*_links(model))
                rows[model] = cursor.fetchall()
    policy_of = {model: {pk: owner for pk, owner, *_ in found} for model, found in rows.items()}
    return [
        f"{model.__name__} {pk} of policy {owner} leads to {link.related_model.__name__} {target}"
        for model, found in rows.items()
        for pk, owner, *targets in found
        for link, target in zip(links_of(model), targets, strict=True)
        if link.related_model in policy_of and target is not None and owner != policy_of[link.related_model][target]
    ]


@cache
def _links(model: type[Model]) -> tuple[str, tuple[Any, ...]]:
    """The SQL for every row with its policy, and what each of its links leads to."""
    way = "pk" if model is Policy else _way(model)
    return model.objects.values_list("pk", way, *(link.attname for link in links_of(model))).query.sql_with_params()
