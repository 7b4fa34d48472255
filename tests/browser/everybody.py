"""Every page a person can open, in the states it can be in. A new page, or a new state, is one line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace

from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.utils import timezone

from policies.core.clauses.library import FOLDER
from policies.core.facts import Controller, Facts, Preset
from policies.core.facts.plain_data import read_yaml
from policies.models import Membership, Organisation, User
from policies.models.chronology import day_of
from policies.status import status_of
from policies.store.lookup import pks_of
from policies.wizard.steps.table import BY_SLUG
from tests.make import make_left, make_policy
from tests.people import make_invitation, make_organisation, make_people, make_person
from tests.publishing import change, phone, publish

OWNER, NOBODY = "owner", ""


@dataclass(frozen=True)
class Look:
    """A route with its arguments (paths into the world, or words), who looks, and what is typed wrong before the form is sent.

    `wrong` is None for the page as it opens; {} sends its form as it is. `everywhere`: looked at in all dresses, not in one;
    `deep`: only when DEEP asks for everything.
    """

    route: str
    arguments: tuple[str, ...] = ()
    who: str = OWNER
    wrong: dict[str, str] | None = field(default=None, hash=False)
    everywhere: bool = False
    query: str = ""
    deep: bool = False

    def __str__(self) -> str:
        return " ".join(
            filter(
                None,
                (
                    self.route,
                    *self.arguments,
                    self.query,
                    self.who or "nobody",
                    "with errors" if self.wrong is not None else "",
                ),
            )
        )


def wrong(
    route: str, *arguments: str, who: str = OWNER, everywhere: bool = False, deep: bool = False, **typed: str
) -> Look:
    """The page after a form that could not be kept."""
    return Look(route, arguments, who, typed, everywhere, deep=deep)


LOOKS = [
    # anybody
    Look("home", who=NOBODY),
    Look("check_text", who=NOBODY),
    wrong("check_text", who=NOBODY, deep=True),
    wrong("check_text", who=NOBODY, text="Wij verwerken uw gegevens conform de wet van 8 december 1992. " * 8),
    Look("account_login", who=NOBODY),
    wrong("account_login", who=NOBODY, login="geen adres", password="fout"),
    Look("account_signup", who=NOBODY),
    wrong("account_signup", who=NOBODY, email="geen adres", password1="kort"),
    Look("account_reset_password", who=NOBODY),
    wrong("account_reset_password", who=NOBODY, deep=True, email="geen adres"),
    Look("account_reset_password_done", who=NOBODY),
    Look("account_reset_password_from_key", ("zz", "geen"), NOBODY),
    Look("account_reset_password_from_key_done", who=NOBODY),
    Look("account_inactive", who=NOBODY),
    Look("account_email_verification_sent", who=NOBODY),
    Look("account_confirm_email", ("geen",), NOBODY),
    Look("account_confirm_email", ("pending_key",), NOBODY),
    wrong("account_confirm_email", "pending_key", who=NOBODY, password1="kort"),
    Look("account_confirm_email", ("change_key",), NOBODY),
    # readers
    Look("public_policy", ("slug",), NOBODY, everywhere=True),
    Look("public_versions", ("slug",), NOBODY),
    Look("public_version", ("slug", "label"), NOBODY),
    Look("public_policy_open", ("slug",), NOBODY, everywhere=True),
    Look("public_version_open", ("slug", "label"), NOBODY),
    Look("public_version_changes", ("slug", "label"), NOBODY),
    Look("public_version_changes", ("slug", "label"), NOBODY, query="#tekst", everywhere=True),
    # people
    Look("account_name"),
    wrong("account_name", name=""),
    Look("account_logout"),
    Look("account_reauthenticate"),
    wrong("account_reauthenticate", password="fout"),
    Look("account_email"),
    wrong("account_email", deep=True, email="geen adres"),
    Look("account_change_password"),
    wrong("account_change_password", deep=True, oldpassword="fout", password1="kort"),
    Look("organisation_list", who="newcomer"),
    Look("organisation_list", who="invited"),
    Look("organisation_list", who="adviser"),
    Look("organisation_new"),
    wrong("organisation_new"),
    Look("organisation", ("organisation.pk",)),
    wrong("organisation", "organisation.pk", deep=True, name=""),
    wrong("organisation", "organisation.pk", email="geen adres"),
    Look("member_remove", ("reader_line.pk",)),
    # statements in the making
    Look("policy_list"),
    Look("policy_list", who="adviser"),
    Look("policy_new", who="adviser"),
    wrong("policy_new", who="adviser"),
    Look("policy", ("empty.pk",)),
    Look("policy", ("filled.pk",), deep=True),
    Look("policy", ("published.pk",)),
    Look("policy_rename", ("filled.pk",)),
    wrong("policy_rename", "filled.pk", deep=True, name=""),
    Look("policy_import", ("filled.pk",)),
    wrong("policy_import", "filled.pk"),
    Look("policy_items", ("filled.pk",)),
    Look("policy_items", ("empty.pk",), deep=True),
    Look("policy_begin", ("empty.pk",)),
    wrong("policy_begin", "empty.pk"),
    Look("policy_doings", ("chosen.pk",)),
    Look("policy_paste", ("empty.pk",)),
    wrong("policy_paste", "empty.pk"),
    Look("policy_text", ("filled.pk",)),
    Look("policy_text", ("large.pk",), deep=True),
    Look("policy_copy", ("client.pk",), "copier"),
    wrong("policy_copy", "client.pk", who="copier", name=""),
    Look("policy_copy_into", ("filled.pk", "empty.pk")),
    Look("finding_leave", ("filled.pk", "finding.code", "finding.path")),
    wrong("finding_leave", "filled.pk", "finding.code", "finding.path"),
    # what was published
    Look("policy_preview", ("large.pk",)),
    Look("policy_versions", ("published.pk",)),
    Look("policy_versions", ("filled.pk",), deep=True),
    Look("version", ("published.pk", "label")),
    Look("version_compare", ("published.pk",)),
    Look("version_compare", ("published.pk",), query="?van=1.00&naar=1.01#tekst"),
    Look("version_hide", ("published.pk", "label")),
    wrong("version_hide", "published.pk", "label", deep=True),
    Look("version_show", ("published.pk", "label")),
    Look("policy_retire", ("published.pk",)),
    Look("policy_address", ("published.pk",)),
    wrong("policy_address", "published.pk", slug="-"),
]

# Routes that open no page of their own, and why.
NO_PAGE = {
    "account_confirm_login_code": "a way in that we do not offer; leads to the log-in",
    "account_set_password": "only for who has no password, whom we do not have; leads to changing it",
    "devmail": "only with DEBUG",
    "member_invite": "leads to the organisation, where the form is",
    "organisation_rename": "the same",
    "number": "a piece of the page on which one begins",
    "policy_fact": "leads to a question",
    "policy_publish": "leads to the last step",
    **dict.fromkeys(("policy_items_json", "policy_json", "policy_yaml", "version_file"), "a file"),
    **dict.fromkeys(("policy_preview_pdf", "public_pdf", "public_version_pdf"), "a PDF"),
}


def steps() -> Iterator[Look]:
    """Every step that there is: just begun, and of the largest example; some of them also with faults."""
    for slug in BY_SLUG:
        yield Look(
            "policy_step", ("empty.pk", slug), deep=not BY_SLUG[slug].cards and slug not in ("onderneming", "controle")
        )
        yield Look("policy_step", ("large.pk", slug), deep=slug == "controle")  # its statement takes seconds
    yield Look("policy_step", ("filled.pk", "controle"))
    yield Look("policy_step", ("filled.pk", "onderneming"), "reader")
    yield wrong(
        "policy_step",
        "filled.pk",
        "onderneming",
        **{"controller-email": "geen adres", "controller-register_number": "1"},
        everywhere=True,
    )
    yield wrong("policy_step", "filled.pk", "rechten", **{"rights-email": "geen adres", "rights-term_number": "veel"})


def rows() -> Iterator[Look]:
    """Every list with rows of its own: a new row, one that is there; taking one away."""
    for step in BY_SLUG.values():
        for cards in step.cards:
            here = (step.slug, cards.slug)
            parent = "?bij=parent" if cards.per else ""
            if cards.picks:
                yield Look("policy_pick", ("large.pk", cards.picks.kind))
            yield Look(
                "policy_row_new", ("large.pk", *here), query=parent, deep=cards.slug not in ("verwerkingen", "gebruik")
            )
            yield Look("policy_row", ("large.pk", *here, f"rows.{cards.slug}"), everywhere=cards.slug == "ontvangers")
    yield Look("policy_row_delete", ("large.pk", "ontvangers", "ontvangers", "rows.ontvangers"))
    yield wrong(
        "policy_row",
        "large.pk",
        "ontvangers",
        "ontvangers",
        "rows.ontvangers",
        **{"recipients-privacy_url": "geen adres"},
    )


def every() -> list[Look]:
    return [*LOOKS, *steps(), *rows()]


def world() -> SimpleNamespace:
    """What the looks point at, all of the bakery of Olga."""
    people = make_people()
    large = make_policy(people.organisation, example("artikelen"), "De grootste")
    published = make_policy(people.organisation, example("verwerkingen"), "De Zoete Oven")
    now = timezone.now()
    publish(published, people.owner, on=day_of(now), now=now, slug="de-zoete-oven")
    change(published, phone("053 00 00 30"))
    version = publish(published, people.owner, on=day_of(now), now=now)
    change(published, phone("053 00 00 31"))
    filled = make_policy(people.organisation)
    make_left(filled, people.editor)
    make_invitation(people.organisation, "nieuw@bakkerij.example")
    adviser = make_person("Aïsha Adviseur", "aisha@advies.example")
    for name in ("Advieskantoor", "Boekhouding"):
        make_organisation(adviser, name, Organisation.Kind.CONSULTANCY)
    copier = make_person("Karim Kopie", "karim@kopie.example")
    office = make_organisation(copier, "Kopiekantoor", Organisation.Kind.CONSULTANCY)
    invited = make_person("Ilse Invité", "ilse@invite.example")
    make_invitation(people.organisation, invited.email)
    ended = make_invitation(make_organisation(adviser, "Tuincentrum Ter Linden"), invited.email)
    Membership.objects.filter(pk=ended.pk).update(invited_at=timezone.now() - timedelta(days=20))
    pending = User.objects.create_user("petra@wacht.example", "een-lang-wachtwoord-1", name="Petra Wacht")
    newcomer = make_person("Nina Nieuw", "nina@nieuw.example")
    chosen = Facts(controller=Controller(country="BE"), preset=Preset(sector="shop", size="small"))
    lists = [cards for step in BY_SLUG.values() for cards in step.cards]
    return SimpleNamespace(
        owner=people.owner,
        reader=people.reader,
        adviser=adviser,
        newcomer=newcomer,
        invited=invited,
        pending_key=key_for(pending),
        change_key=key_for(adviser, "nieuw@advies.example"),
        copier=copier,
        client=make_policy(office),
        organisation=people.organisation,
        reader_line=people.member(people.reader),
        empty=make_policy(people.organisation, Facts(), "Nog leeg"),
        chosen=make_policy(people.organisation, chosen, "Gekozen"),
        filled=filled,
        large=large,
        published=published,
        slug="de-zoete-oven",
        label=version.label,
        finding=next(one for one in status_of(filled, day_of(now)).findings if not one.blocks),
        rows=SimpleNamespace(**{cards.slug: next(iter(pks_of(large, cards.of).values()), None) for cards in lists}),
        parent=large.activities.first().pk,
        sessions={},
    )


def key_for(user: User, email: str = "") -> str:
    """The end of the link that confirms this address for this person."""
    return EmailConfirmationHMAC(EmailAddress.objects.create(user=user, email=email or user.email)).key


def example(name: str) -> Facts:
    return read_yaml((FOLDER / "examples" / f"{name}.yaml").read_bytes())
