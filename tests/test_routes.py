"""Every route × every person. A route that is not in the table fails; adding one is one line.

A POST goes without data: what counts is who is let in, not what the form says. Whatever the answer, a browser or proxy may keep only
what the public reads, and nobody who is logged out gets a session.
"""

from operator import attrgetter
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from tests.make import make_left, make_policy
from tests.page import PageClient
from tests.people import People, make_invitation, make_organisation, make_person
from tests.publishing import print_quickly
from tests.versions import make_address, make_summary, make_version

OK = "let in"  # the page, or on to a page that is not the log-in
LOGIN = "log in first"

PUBLIC = {
    "public_policy",
    "public_policy_open",
    "public_pdf",
    "public_versions",
    "public_version",
    "public_version_open",
    "public_version_changes",
    "public_version_pdf",
}  # may be kept by anybody
PIECES = {"number": {"HX-Request": "true"}}  # no page, but a piece of one

# method, name, arguments (paths into `world`), and what owner, editor, reader, stranger and somebody logged out get
TABLE = [
    ("GET", "home", [], OK, OK, OK, OK, OK),
    ("GET", "check_text", [], OK, OK, OK, OK, OK),
    ("POST", "check_text", [], OK, OK, OK, OK, OK),
    ("POST", "text_bring", [], OK, OK, 403, OK, LOGIN),
    # people
    ("GET", "account_name", [], OK, OK, OK, OK, LOGIN),
    ("POST", "account_name", [], OK, OK, OK, OK, LOGIN),
    ("GET", "organisation_list", [], OK, OK, OK, OK, LOGIN),
    ("GET", "organisation_new", [], OK, OK, OK, OK, LOGIN),
    ("POST", "organisation_new", [], OK, OK, OK, OK, LOGIN),
    ("POST", "invitation_accept", ["reader_invitation.pk"], 404, 404, OK, 404, LOGIN),
    ("POST", "invitation_decline", ["reader_invitation.pk"], 404, 404, OK, 404, LOGIN),
    ("GET", "organisation", ["organisation.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "organisation_rename", ["organisation.pk"], OK, 403, 403, 404, LOGIN),
    ("POST", "organisation_rename", ["organisation.pk"], OK, 403, 403, 404, LOGIN),
    ("GET", "member_invite", ["organisation.pk"], OK, 403, 403, 404, LOGIN),
    ("POST", "member_invite", ["organisation.pk"], OK, 403, 403, 404, LOGIN),
    ("POST", "member_role", ["reader_line.pk"], OK, 403, 403, 404, LOGIN),
    ("POST", "member_invite_again", ["invitation.pk"], OK, 403, 403, 404, LOGIN),
    ("GET", "member_remove", ["reader_line.pk"], OK, 403, OK, 404, LOGIN),  # the reader: to leave
    ("POST", "member_remove", ["reader_line.pk"], OK, 403, OK, 404, LOGIN),
    # what the law asks, and what was left on purpose
    ("GET", "policy_items", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_items_json", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "finding_leave", ["policy.pk", "finding.code", "finding.path"], OK, OK, 403, 404, LOGIN),
    ("POST", "finding_leave", ["policy.pk", "finding.code", "finding.path"], OK, OK, 403, 404, LOGIN),
    ("POST", "finding_mend", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "finding_take_back", ["policy.pk", "left.pk"], OK, OK, 403, 404, LOGIN),
    # publishing, and what was published
    ("GET", "policy_preview", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_preview_pdf", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_publish", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_publish", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_versions", ["published.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "version", ["published.pk", "label"], OK, OK, OK, 404, LOGIN),
    ("GET", "version_file", ["published.pk", "label", "kind"], OK, OK, OK, 404, LOGIN),
    ("GET", "version_compare", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "version_hide", ["published.pk", "label"], OK, 403, 403, 404, LOGIN),
    ("POST", "version_hide", ["published.pk", "label"], OK, 403, 403, 404, LOGIN),
    ("GET", "version_show", ["published.pk", "label"], OK, 403, 403, 404, LOGIN),
    ("POST", "version_show", ["published.pk", "label"], OK, 403, 403, 404, LOGIN),
    ("GET", "policy_retire", ["published.pk"], OK, 403, 403, 404, LOGIN),
    ("POST", "policy_retire", ["published.pk"], OK, 403, 403, 404, LOGIN),
    ("POST", "policy_review", ["published.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_resume", ["published.pk"], OK, 403, 403, 404, LOGIN),
    ("GET", "policy_address", ["published.pk"], OK, 403, 403, 404, LOGIN),
    ("POST", "policy_address", ["published.pk"], OK, 403, 403, 404, LOGIN),
    # proposals, and what was removed
    ("GET", "number", [], OK, OK, OK, OK, LOGIN),
    ("GET", "policy_begin", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_begin", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_doings", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_doings", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_text", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("POST", "policy_confirm", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_pick", ["policy.pk", "kind_of_list"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_pick", ["policy.pk", "kind_of_list"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_undo", ["policy.pk", "left.pk"], OK, OK, 403, 404, LOGIN),
    # what the public reads
    ("GET", "public_policy", ["slug"], OK, OK, OK, OK, OK),
    ("GET", "public_policy_open", ["slug"], OK, OK, OK, OK, OK),
    ("GET", "public_pdf", ["slug"], OK, OK, OK, OK, OK),
    ("GET", "public_versions", ["slug"], OK, OK, OK, OK, OK),
    ("GET", "public_version", ["slug", "label"], OK, OK, OK, OK, OK),
    ("GET", "public_version_open", ["slug", "label"], OK, OK, OK, OK, OK),
    ("GET", "public_version_changes", ["slug", "label"], OK, OK, OK, OK, OK),
    ("GET", "public_version_pdf", ["slug", "label"], OK, OK, OK, OK, OK),
    ("GET", "devmail", [], 404, 404, 404, 404, 404),
    # statements in the making
    ("GET", "policy_list", [], OK, OK, OK, OK, LOGIN),
    ("GET", "policy_new", [], OK, OK, 403, OK, LOGIN),
    ("POST", "policy_new", [], OK, OK, 403, OK, LOGIN),
    ("GET", "policy", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_paste", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_paste", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_copy", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_copy", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_copy_into", ["policy.pk", "published.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_copy_into", ["policy.pk", "published.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_rename", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_rename", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_import", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_import", ["policy.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_yaml", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_json", ["policy.pk"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_fact", ["policy.pk", "fact"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_step", ["policy.pk", "step"], OK, OK, OK, 404, LOGIN),
    ("POST", "policy_step", ["policy.pk", "step"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_step", ["policy.pk", "last_step"], OK, OK, OK, 404, LOGIN),
    ("GET", "policy_row_new", ["policy.pk", "step", "listing"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_row_new", ["policy.pk", "step", "listing"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_row", ["policy.pk", "step", "listing", "row.pk"], OK, OK, OK, 404, LOGIN),
    ("POST", "policy_row", ["policy.pk", "step", "listing", "row.pk"], OK, OK, 403, 404, LOGIN),
    ("GET", "policy_row_delete", ["policy.pk", "step", "listing", "row.pk"], OK, OK, 403, 404, LOGIN),
    ("POST", "policy_row_delete", ["policy.pk", "step", "listing", "row.pk"], OK, OK, 403, 404, LOGIN),
    # accounts (allauth)
    ("GET", "account_login", [], OK, OK, OK, OK, OK),
    ("POST", "account_login", [], OK, OK, OK, OK, OK),
    ("GET", "account_logout", [], OK, OK, OK, OK, OK),
    ("POST", "account_logout", [], OK, OK, OK, OK, OK),
    ("GET", "account_inactive", [], OK, OK, OK, OK, OK),
    ("GET", "account_signup", [], OK, OK, OK, OK, OK),
    ("POST", "account_signup", [], OK, OK, OK, OK, OK),
    ("GET", "account_reauthenticate", [], OK, OK, OK, OK, LOGIN),
    ("POST", "account_reauthenticate", [], OK, OK, OK, OK, LOGIN),
    ("GET", "account_email", [], OK, OK, OK, OK, LOGIN),
    ("POST", "account_email", [], OK, OK, OK, OK, LOGIN),
    ("GET", "account_email_verification_sent", [], OK, OK, OK, OK, OK),
    ("GET", "account_confirm_email", ["no_key"], OK, OK, OK, OK, OK),
    ("POST", "account_confirm_email", ["no_key"], 404, 404, 404, 404, 404),
    ("GET", "account_change_password", [], OK, OK, OK, OK, LOGIN),
    ("POST", "account_change_password", [], OK, OK, OK, OK, LOGIN),
    ("GET", "account_set_password", [], OK, OK, OK, OK, LOGIN),
    ("POST", "account_set_password", [], OK, OK, OK, OK, LOGIN),
    ("GET", "account_reset_password", [], OK, OK, OK, OK, OK),
    ("POST", "account_reset_password", [], OK, OK, OK, OK, OK),
    ("GET", "account_reset_password_done", [], OK, OK, OK, OK, OK),
    ("GET", "account_reset_password_from_key", ["no_user", "no_key"], OK, OK, OK, OK, OK),
    ("GET", "account_reset_password_from_key_done", [], OK, OK, OK, OK, OK),
    ("GET", "account_confirm_login_code", [], OK, OK, OK, OK, LOGIN),  # a way in that we do not offer
]


@pytest.fixture
def world(people: People) -> SimpleNamespace:
    """What the arguments of the table point at. All of it belongs to the organisation of owner, editor and reader."""
    policy = make_policy(people.organisation)
    elsewhere = make_organisation(make_person("Tine", "tine@elders.example"), "Tines tuinen")
    published = make_policy(people.organisation, name="De Zoete Oven")
    make_address(published, "de-zoete-oven")
    make_summary(make_version(published, "1.00"))
    return SimpleNamespace(
        slug="de-zoete-oven",
        label="1.00",
        kind="txt",
        published=published,
        organisation=people.organisation,
        policy=policy,
        row=policy.activities.get(),
        step="verwerkingen",
        listing="verwerkingen",
        last_step="controle",
        kind_of_list="ontvangers",
        finding=SimpleNamespace(code="13.1.e-entity", path="recipients.combell.entity"),
        left=make_left(policy, people.editor),
        fact="activities.contactformulier.purposes.antwoorden.legal_basis",
        reader_line=people.member(people.reader),
        invitation=make_invitation(people.organisation, "nieuw@bakkerij.example"),
        reader_invitation=make_invitation(elsewhere, people.reader.email),
        no_key="geen",
        no_user="zz",
    )


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]} {row[1]}")
def test_route(row: tuple, people: People, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    method, name, arguments, *expected = row
    world = request.getfixturevalue("world") if arguments else None
    print_quickly(monkeypatch)
    url = reverse(name, args=[attrgetter(argument)(world) for argument in arguments])
    persons = [people.owner, people.editor, people.reader, people.stranger, None]
    assert [answer_to(person, method, url, PIECES.get(name)) for person in persons] == expected


def answer_to(person: object, method: str, url: str, headers: dict[str, str] | None = None) -> object:
    """Ask as this person, and leave no trace for the next."""
    client = PageClient()
    with transaction.atomic():
        if person:
            client.force_login(person)
        response = client.generic(method, url, headers=headers)
        transaction.set_rollback(True)
    told = response["Cache-Control"]
    assert ("public, max-age" in told) if resolve(url).view_name in PUBLIC else (told == "no-store"), (
        f"{method} {url} says {told}"
    )
    assert person or settings.SESSION_COOKIE_NAME not in response.cookies, (
        f"{method} {url} keeps a session for a stranger"
    )
    return outcome_of(response)


def outcome_of(response: HttpResponse) -> object:
    if response.status_code in (301, 302) and response.url.startswith(reverse("account_login")):
        return LOGIN
    return OK if response.status_code < 400 else response.status_code


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> list[tuple[str, str | None]]:
    """Every route of the project as (pattern, name)."""
    found = []
    for pattern in patterns:
        path = before + str(pattern.pattern)
        found += routes(pattern.url_patterns, path) if isinstance(pattern, URLResolver) else [(path, pattern.name)]
    return found


def test_the_table_is_whole() -> None:
    in_table = {name for _, name, *_ in TABLE}
    in_project = routes(get_resolver().url_patterns)
    missing = [f"{path} (name={name!r})" for path, name in in_project if name not in in_table]
    assert not missing, "not in TABLE, so nobody knows who may go there:\n" + "\n".join(missing)
    assert not in_table - {name for _, name in in_project}, "in TABLE, but no longer a route"
