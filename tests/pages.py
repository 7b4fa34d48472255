"""Every address that one may open with what one has, and what a page offers to send: for tests that must hold for all pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import SimpleNamespace

from django.urls import reverse

from policies.wizard.steps.table import STEPS


@dataclass(frozen=True)
class Address:
    route: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.route} {self.url}{' (piece)' if self.headers else ''}"


PIECE = {"HX-Request": "true"}
KINDS = ("html", "pdf", "txt", "json")


def addresses(own: SimpleNamespace) -> Iterator[Address]:  # size: one list of every address
    """Every address that a GET can have for the owner of a statement.

    `own` has organisation, policy, empty (a statement without answers), rows (list → pk), label, slug, member, finding (code, path) and fact (a path).
    """
    pk = own.policy.pk

    def one(route: str, *args: object, query: str = "", **headers: str) -> Address:
        return Address(route, reverse(route, args=args) + query, headers)

    yield from (
        one(route)
        for route in (
            "home",
            "check_text",
            "account_name",
            "organisation_list",
            "organisation_new",
            "policy_list",
            "devmail",
        )
    )
    yield from (one("policy_new"), one("policy_new", query="?begin=kopie"))
    yield Address("number", reverse("number") + "?number=1999999943", PIECE)
    yield from (one(route, own.organisation.pk) for route in ("organisation", "organisation_rename", "member_invite"))
    yield one("member_remove", own.member.pk)
    yield from (
        one(route, one_pk)
        for one_pk in (pk, own.empty.pk)
        for route in ("policy", "policy_begin", "policy_doings", "policy_paste", "policy_copy")
    )
    yield one("policy_copy_into", pk, own.empty.pk)
    yield from (
        one(route, pk)
        for route in (
            "policy_rename",
            "policy_import",
            "policy_yaml",
            "policy_json",
            "policy_text",
            "policy_items",
            "policy_items_json",
            "policy_preview",
            "policy_preview_pdf",
            "policy_publish",
            "policy_versions",
            "version_compare",
            "policy_retire",
            "policy_address",
        )
    )
    yield Address("policy_text", reverse("policy_text", args=[pk]), PIECE)
    yield one("policy_preview_pdf", pk, query="?bijlage=ja")
    yield one("version_compare", pk, query=f"?van={own.label}&naar=concept")
    yield one("policy_fact", pk, own.fact)
    yield one("finding_leave", pk, own.finding.code, own.finding.path)
    yield from (one(route, pk, own.label) for route in ("version", "version_hide", "version_show"))
    yield from (one("version_file", pk, own.label, kind) for kind in KINDS)
    yield from _wizard(own)
    yield from (
        one(route, own.slug) for route in ("public_policy", "public_policy_open", "public_pdf", "public_versions")
    )
    yield from (
        one(route, own.slug, own.label)
        for route in ("public_version", "public_version_open", "public_version_changes", "public_version_pdf")
    )


def _wizard(own: SimpleNamespace) -> Iterator[Address]:
    """Every step, and every list with a row that is new, stored, and about to go."""
    pk = own.policy.pk
    for step in STEPS:
        yield Address("policy_step", reverse("policy_step", args=[pk, step.slug]))
        for cards in step.cards:
            above = f"?bij={own.rows[cards.per]}" if cards.per else ""
            yield Address("policy_row_new", reverse("policy_row_new", args=[pk, step.slug, cards.slug]) + above)
            yield from (
                Address(route, reverse(route, args=[pk, step.slug, cards.slug, own.rows[cards.of]]))
                for route in ("policy_row", "policy_row_delete")
            )
            if cards.picks:
                yield Address("policy_pick", reverse("policy_pick", args=[pk, cards.picks.kind]))
                yield Address(
                    "policy_pick", reverse("policy_pick", args=[pk, cards.picks.kind]) + "?alles=1&zoek=mail", PIECE
                )


class Sendable(HTMLParser):
    """What can be sent from a page: (address, name of the field, value), for each control, option and link with a query."""

    def __init__(self, html: str, url: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.url, self.action, self.select, self.forms = url, url, "", {}
        self.shared: dict[str, list[str]] = {}  # id of a template → the options in it, which a list takes in
        self.template = ""
        self.feed(html)
        self.found = [(self.forms.get(address, address), name, value) for address, name, value in self.found]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = here.get("action") or self.url
            self.forms[here.get("id", "")] = self.action
        if tag == "template":
            self.template = here.get("id", "-")
        if tag == "option" and self.template:
            self.shared.setdefault(self.template, []).append(here.get("value", ""))
            return
        if tag == "select":
            self.select = here.get("name", "")
            self.found += [
                (self.action, self.select, value) for value in self.shared.get(here.get("data-choices", ""), ())
            ]
        address = here.get("formaction") or here.get("form") or self.action  # a form may come after what belongs to it
        if tag in ("input", "button"):
            self.found.append((address, here.get("name", ""), here.get("value", "")))
        if tag == "option":
            self.found.append((address, self.select, here.get("value", "")))
        for name in ("href", "hx-get", "hx-post", "action"):
            path, _, query = here.get(name, "").partition("?")
            self.found += [
                (path or self.url, pair.partition("=")[0], pair.partition("=")[2])
                for pair in re.split("[&;]", query.partition("#")[0])
                if pair
            ]

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.template = ""
        if tag == "form":
            self.action = self.url
