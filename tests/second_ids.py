"""The table of route × foreign second id: every way to name a row beside the statement itself. tests/test_tenants.py tries them all."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from policies.core.facts.fields import specs_of
from policies.core.facts.schema import fact_classes
from policies.wizard.steps.table import STEPS
from tests.filled import Filled
from tests.tenants import Tenant

BOTH, STRANGERS = ("sibling", "foreign"), ("foreign",)
TEXT = "Wij bewaren uw gegevens 7 jaar.\n\nOnze boekhouding doet Exact. Wij sturen een nieuwsbrief via Mailchimp. Wij gebruiken Google Analytics."


@dataclass(frozen=True)
class Try:
    """One way to name a row. `args`, `query` and `data` get the statement of the person and the one whose id is taken."""

    route: str
    args: Callable[[Tenant, Tenant], list[Any]]
    method: str = "GET"
    name: str = ""  # of the field or the part of the query that bears the id; empty for the address itself
    query: Callable[[Tenant, Tenant], dict[str, Any]] = lambda own, other: {}
    data: Callable[[Client, Tenant, Tenant], dict[str, Any]] = lambda client, own, other: {}
    gone: bool = True  # 404 in the end; otherwise a form or a page that refuses
    changes: bool = False  # with one's own id something is stored
    others: tuple[str, ...] = BOTH
    pieces: bool = False  # as a script asks

    def __str__(self) -> str:
        return " ".join(filter(None, (self.method, self.route, self.name, "script" if self.pieces else "")))


def rows_of_lists() -> Iterator[Try]:
    """The page of a row, its removal, and what a new row hangs on, for every list there is."""
    for step in STEPS:
        for cards in step.cards:
            of = cards.of

            def args(
                own: Tenant, other: Tenant, step: str = step.slug, slug: str = cards.slug, of: str = of
            ) -> list[Any]:
                return [own.policy.pk, step, slug, other.rows[of]]

            yield Try("policy_row", args, name=f"({of})")
            yield Try("policy_row", args, "POST", f"({of})", data=lambda client, own, other: {"ga": ""})
            yield Try("policy_row", args, "POST", f"({of})", data=row_page(step.slug, cards.slug, of), pieces=True)
            yield Try("policy_row_delete", args, name=f"({of})")
            yield Try(
                "policy_row_delete", args, "POST", f"({of})", gone=False, changes=True
            )  # a second click finds it gone
            if cards.per:
                new = lambda own, other, step=step, cards=cards: [own.policy.pk, step.slug, cards.slug]  # noqa: E731
                above = lambda own, other, per=cards.per: {"bij": other.rows[per]}  # noqa: E731
                yield from (Try("policy_row_new", new, method, "bij", above) for method in ("GET", "POST"))
            for word in ("{}", "{}/verwijderen", "{}/omhoog"):
                yield Try(
                    "policy_step",
                    lambda own, other, step=step: [own.policy.pk, step.slug],
                    "POST",
                    "ga",
                    data=button(step.slug, f"{cards.slug}/{word}", lambda other, of=of: other.rows[of]),
                    changes=word == "{}/omhoog" and not cards.per,
                )
            if cards.per:
                yield Try(
                    "policy_step",
                    lambda own, other, step=step: [own.policy.pk, step.slug],
                    "POST",
                    "ga",
                    data=button(step.slug, f"{cards.slug}/nieuw/{{}}", lambda other, per=cards.per: other.rows[per]),
                )


def page_of(client: Client, url: str) -> dict[str, Any]:
    """What a page sends when nothing was typed. Opened once: what a test does to it is undone."""
    opened = client.__dict__.setdefault("opened", {})
    if url not in opened:
        opened[url] = Filled(client.get(url).content.decode()).data
    return opened[url]


def row_page(step: str, slug: str, of: str) -> Callable[[Client, Tenant, Tenant], dict[str, Any]]:
    """What the page of one's own row sends when nothing was typed."""
    return lambda client, own, other: page_of(
        client, reverse("policy_row", args=[own.policy.pk, step, slug, own.rows[of]])
    )


def button(step: str, word: str, of: Callable[[Tenant], object]) -> Callable[[Client, Tenant, Tenant], dict[str, Any]]:
    """What a button of a step sends: the page as it is, and the word of the button with an id."""
    return lambda client, own, other: (
        page_of(client, reverse("policy_step", args=[own.policy.pk, step])) | {"ga": word.format(of(other))}
    )


def paste_of(client: Client, own: Tenant, other: Tenant) -> dict[str, Any]:
    """The second screen of a pasted text as it was made for somebody, with everything ticked."""
    theirs = Client()
    theirs.force_login(other.owner)
    page = theirs.post(reverse("policy_paste", args=[other.empty.pk]), {"text": TEXT, "country": "BE"}).content.decode()
    values = re.findall(r'name="(tekst|neem)" value="([^"]*)"', page.replace("&amp;", "&"))
    return {"tekst": dict(values)["tekst"], "neem": [value for name, value in values if name == "neem"]}


def fields(**data: object) -> Callable[..., dict[str, Any]]:
    """Fixed fields, and those that are functions of the statement whose id is taken."""
    return lambda client, own, other: {name: value(other) if callable(value) else value for name, value in data.items()}


def mend_button(other: Tenant) -> dict[str, Any]:
    """What the button sends that mends a finding."""
    return {"ga": f"herstel/{other.mend.code}/{other.mend.path}"}


def email_of(other: Tenant) -> str:
    return other.owner.email


ONE = lambda own, other: [own.policy.pk]  # noqa: E731
NONE = lambda own, other: []  # noqa: E731
LABELLED = lambda own, other: [own.policy.pk, other.label]  # noqa: E731
PUBLIC = lambda own, other: [own.slug, other.label]  # noqa: E731

TRIES = [
    *rows_of_lists(),
    Try(
        "policy_row",
        lambda own, other: [own.policy.pk, "ontvangers", "ontvangers", own.rows["recipients"]],
        "POST",
        "ga",
        gone=False,
        changes=True,
        data=lambda client, own, other: (
            row_page("ontvangers", "ontvangers", "recipients")(client, own, other) | mend_button(other)
        ),
    ),
    # what was removed, and what was left on purpose
    Try("policy_undo", lambda own, other: [own.policy.pk, other.removal.pk], "POST", gone=False, changes=True),
    Try("finding_take_back", lambda own, other: [own.policy.pk, other.left.pk], "POST", gone=False, changes=True),
    Try("finding_leave", lambda own, other: [own.policy.pk, other.finding.code, other.finding.path], gone=False),
    Try(
        "finding_leave",
        lambda own, other: [own.policy.pk, other.finding.code, other.finding.path],
        "POST",
        data=fields(reason="Ik weet het zeker."),
        gone=False,
        changes=True,
    ),
    Try(
        "finding_mend", ONE, "POST", "ga", data=lambda client, own, other: mend_button(other), gone=False, changes=True
    ),
    Try(
        "policy_confirm",
        ONE,
        "POST",
        "klopt",
        data=fields(klopt=lambda other: other.proposed),
        gone=False,
        changes=True,
    ),
    Try(
        "policy_publish",
        ONE,
        "POST",
        "klopt",
        data=fields(klopt=lambda other: other.proposed),
        gone=False,
        changes=True,
    ),
    Try("policy_fact", lambda own, other: [own.policy.pk, other.fact], gone=False),
    # versions
    Try("version", LABELLED),
    Try("version_file", lambda own, other: [own.policy.pk, other.label, "txt"]),
    Try("version_hide", LABELLED),
    Try("version_hide", LABELLED, "POST", data=fields(reason="Fout adres."), changes=True),
    Try("version_show", LABELLED),
    Try("version_show", LABELLED, "POST", data=fields(reason="Toch goed.")),
    Try(
        "version_compare", ONE, name="van", query=lambda own, other: {"van": other.label, "naar": "concept"}, gone=False
    ),
    Try(
        "version_compare",
        ONE,
        name="naar",
        query=lambda own, other: {"van": "concept", "naar": other.label},
        gone=False,
    ),
    Try("public_version", PUBLIC),
    Try("public_version_open", PUBLIC),
    Try("public_version_changes", PUBLIC),
    Try("public_version_pdf", PUBLIC),
    # from one statement to another: a person's own statements may be copied, those of strangers not
    Try("policy_copy_into", lambda own, other: [other.policy.pk, own.empty.pk], others=STRANGERS),
    Try("policy_copy_into", lambda own, other: [other.policy.pk, own.empty.pk], "POST", others=STRANGERS, changes=True),
    Try("policy_copy_into", lambda own, other: [own.policy.pk, other.empty.pk], others=STRANGERS),
    Try("policy_copy_into", lambda own, other: [own.policy.pk, other.empty.pk], "POST", others=STRANGERS, changes=True),
    Try(
        "policy_copy",
        ONE,
        "POST",
        "organisation",
        data=fields(name="Kopie", organisation=lambda other: other.organisation.pk),
        gone=False,
        changes=True,
        others=STRANGERS,
    ),
    Try(
        "policy_new",
        NONE,
        "POST",
        "organisation",
        data=fields(name="Nieuw", organisation=lambda other: other.organisation.pk),
        gone=False,
        changes=True,
        others=STRANGERS,
    ),
    Try(
        "policy_new",
        NONE,
        "POST",
        "source",
        gone=False,
        changes=True,
        others=STRANGERS,
        data=lambda client, own, other: {
            "name": "Nieuw",
            "organisation": own.organisation.pk,
            "way": "kopie",
            "source": other.policy.pk,
        },
    ),
    Try("policy_paste", lambda own, other: [own.empty.pk], "POST", "tekst", data=paste_of, gone=False, changes=True),
    # people
    Try("organisation", lambda own, other: [other.organisation.pk], others=STRANGERS),
    Try(
        "organisation_rename",
        lambda own, other: [other.organisation.pk],
        "POST",
        data=fields(name="Gekaapt"),
        changes=True,
        others=STRANGERS,
    ),
    Try(
        "member_invite",
        lambda own, other: [other.organisation.pk],
        "POST",
        data=fields(email="x@y.example", role="reader"),
        changes=True,
        others=STRANGERS,
    ),
    Try(
        "member_role",
        lambda own, other: [other.member.pk],
        "POST",
        data=fields(role="reader"),
        changes=True,
        others=STRANGERS,
    ),
    Try("member_invite_again", lambda own, other: [other.invitation.pk], "POST", others=STRANGERS),
    Try("invitation_accept", lambda own, other: [other.offered.pk], "POST", changes=True, others=STRANGERS),
    Try("invitation_decline", lambda own, other: [other.offered.pk], "POST", changes=True, others=STRANGERS),
    Try("member_remove", lambda own, other: [other.member.pk], others=STRANGERS),
    Try("member_remove", lambda own, other: [other.member.pk], "POST", changes=True, others=STRANGERS),
    Try("member_remove", lambda own, other: [other.invitation.pk], "POST", changes=True, others=STRANGERS),
    *(
        Try(
            "account_email",
            NONE,
            "POST",
            "email",
            data=fields(email=email_of, **{act: ""}),
            gone=False,
            others=STRANGERS,
        )
        for act in ("action_remove", "action_primary", "action_send")
    ),
]

# Two ids in the address that name nothing stored: what else the second may be, and the test that shows what happens with another word.
WORDS = {
    "policy_step": "the word of a step",
    "policy_pick": "the word of a list of the catalogue, which is the same for everybody",
    "account_reset_password_from_key": "allauth: the key is made from the password of the user before it",
}
# A field that bears the key of a row of the same statement: test_a_key_of_another_statement… tries all of them at once.
KEYED = {
    name for row in fact_classes() for name, spec in specs_of(row).items() if spec.kind in ("ref", "refs", "key")
} | {"van", "retention"}
# What a view reads from a request that names no row: words, a day, a text, an entry of the catalogue, which is the same for everybody.
NO_ROW = {"alles", "begin", "keuzes", "bijlage", "datum", "extra", "js", "number", "opnieuw", "zoek"}
# What bears an id and cannot take another: nobody reads it back as one.
QUIET = {
    "heeft": "digests of the parts of the text that a pane shows, beside their names",
    "getoond": "digests of what was on the page, beside names of fields",
    "terug": "a place on the last page of this very statement",
    "uses-category": "a key in the query of a new row: only what is among the own keys is chosen",
    "email": "an address, which is nobody's row",
}
