"""The same hostile text in what leaves the application: mails, files, the PDF, a name of a file; and what no field takes at all."""

import inspect
import json
import re
import unicodedata
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from subprocess import run
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
import tinycss2
from django import forms
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

import policies.forms
from policies.core.assembly.assemble import assemble
from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.completeness import criteria, items
from policies.core.document import Edition
from policies.core.facts import Facts, specs_of
from policies.core.facts.plain_data import read_yaml, to_data, write_yaml
from policies.core.facts.schema import fact_classes
from policies.render import annex, as_html, as_items, as_json, as_pdf, as_text
from policies.store.read import facts_of
from tests.generate import full_company
from tests.hostile import (
    BROKEN,
    BY_KIND,
    EVERYWHERE,
    TEXTS,
    TURNING,
    Dresser,
    Skeleton,
    damaged_marks,
    faults_of,
    harmless,
)
from tests.houses import text, twice
from tests.make import make_policy
from tests.people import make_organisation, make_person
from tests.versions import complete_company

ON = date(2026, 12, 1)
NOTE = f"{EVERYWHERE.format(970)} " + " ".join(TEXTS)


def companies(turn: int) -> tuple[Facts, Facts]:
    return tuple(Dresser(change, turn).dress(full_company(turn)) for change in (str, harmless))


def edition(note: str) -> Edition:
    return Edition(
        "1.00",
        ON,
        published_on=ON,
        digest="d" * 64,
        note=note,
        url="https://x.example/a",
        pdf_url="https://x.example/b",
        versions_url="https://x.example/c",
    )


def test_every_text_field_of_a_company_has_a_hostile_text() -> None:
    """So that a new field is looked at as well; what the Dresser passes over is what no hostile text fits."""
    dressers = [
        Dresser(shift=shift) for shift in range(2)
    ]  # which text goes where differs: an address that a gate refuses would leave its field out
    for dresser in dressers:
        dresser.dress(full_company(0))
    got = {path.rpartition(".")[2] for dresser in dressers for path in dresser.fields}
    wanted = {
        name
        for row in fact_classes()
        for name, spec in specs_of(row).items()
        if spec.kind in BY_KIND and row.__name__ != "Preset"
    }
    assert wanted - got == {"register_number", "branch_number", "vat_number", "rsin"} - got, (
        "no field of this name ever gets a hostile text"
    )


@pytest.mark.parametrize("turn", range(5))
def test_a_rendered_statement_has_the_skeleton_of_a_harmless_one(turn: int) -> None:
    """All five layouts: the page, the source of the PDF with its annex, and the style sheet that bears words."""
    pages, sheets = [], []
    for company, note in zip(companies(turn), (NOTE, harmless(NOTE)), strict=True):
        document = assemble(company, load(), ON)
        judged = (company, document, load(), ON)
        table = annex.annex(items(*judged, findings=check(company, load(), ON)), criteria(*judged))
        pages.append((as_html.page(document, edition(note)), as_pdf.source(document, edition(note)), table))
        sheets.append(
            tinycss2.parse_stylesheet(
                as_pdf.page_css(document, edition(note)), skip_comments=True, skip_whitespace=True
            )
        )
    assert [fault for pair in list(zip(*pages, strict=True))[:2] for fault in faults_of(*pair)] == []
    assert (
        faults_of(pages[0][2], pages[1][2], set(Skeleton(pages[1][2]).bones)) == []
    )  # it tells findings, which differ
    assert [(rule.type, getattr(rule, "at_keyword", "")) for rule in sheets[0]] == [
        (rule.type, getattr(rule, "at_keyword", "")) for rule in sheets[1]
    ]


@pytest.mark.parametrize("turn", range(2))
def test_data_comes_back_as_it_was(turn: int) -> None:
    """YAML, JSON and the table as data: read again they hold the very text; in the plain text nothing is escaped."""
    company = companies(turn)[0]
    assert read_yaml(write_yaml(company)) == company
    assert read_yaml(json.dumps(to_data(company))) == company
    document = assemble(company, load(), ON)
    assert list(damaged_marks(as_text.text(document, edition(NOTE)))) == []
    judged = (company, document, load(), ON)
    for dumped in (
        as_json.dumps(document, company, edition(NOTE)),
        as_items.dumps(document, items(*judged), criteria(*judged), "d"),
    ):
        assert [one for value in _texts(json.loads(dumped)) for one in damaged_marks(value)] == []


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    return (
        [text for value in data for text in _texts(value)]
        if isinstance(data, list)
        else [data]
        if isinstance(data, str)
        else []
    )


def test_a_pdf_says_it_and_does_nothing(tmp_path: Path) -> None:
    """What is typed stands in it as text; there is no script, no file and no link but those that the harmless one has."""
    found = []
    for company, note in zip(companies(0), (NOTE, harmless(NOTE)), strict=True):
        file = tmp_path / f"{len(found)}.pdf"
        file.write_bytes(as_pdf.pdf(assemble(company, load(), ON), edition(note)))
        found.append(file)
    printed = run(["pdftotext", "-raw", found[0], "-"], capture_output=True, text=True, check=True).stdout
    assert "<b q=zq100>{{7*7}}&lt;" in re.sub(r"\s+", " ", printed).replace("‐", "-")
    links = []
    for file in found:
        with pikepdf.open(file) as pdf:
            assert (
                "/JavaScript" not in pdf.Root.get("/Names", {})
                and "/OpenAction" not in pdf.Root
                and "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
            )
            actions = [one.A for page in pdf.pages for one in page.get("/Annots", []) if "/A" in one]
            assert {str(action.S) for action in actions} <= {"/URI", "/GoTo"}
            targets = {str(action.URI) for action in actions if "/URI" in action}
            links.append(len(targets))
            assert [target for target in targets if not re.match(r"(https?|mailto|tel):", target)] == []
            assert "&lt;b" not in str(pdf.docinfo.get("/Title", ""))
    assert links[0] == links[1]


# --- mails ---

HEADERS = {"Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID"}


def make_owner(name: str) -> SimpleNamespace:
    """An owner and an organisation that ask for this name, and a browser in which the owner is logged in."""
    owner = make_person("Olga", "olga@bakkerij.example")
    own = SimpleNamespace(owner=owner, organisation=make_organisation(owner, "Bakkerij"), client=Client())
    own.client.force_login(owner)
    for route, args in (("account_name", []), ("organisation_rename", [own.organisation.pk])):
        own.client.post(reverse(route, args=args), {"name": name})
    return own


def test_a_mail_has_no_more_headers_and_nothing_escaped(db: None) -> None:
    own = make_owner(text(4, str))
    own.client.post(reverse("member_invite", args=[own.organisation.pk]), {"email": "gast@x.example", "role": "reader"})
    browser = {"HTTP_USER_AGENT": f"{EVERYWHERE.format(971)} {TEXTS[0]}"}
    anybody, name = Client(**browser), text(13, str)
    for email in ("nieuw@x.example", own.owner.email):
        anybody.post(
            reverse("account_signup"),
            {
                "name": name,
                "email": email,
                "password1": "een-lang-wachtwoord-1",
                "kind": "owner",
                "organisation_name": name,
            },
        )
    for email in (own.owner.email, "niemand@x.example"):
        anybody.post(reverse("account_reset_password"), {"email": email})
    own.client.post(
        reverse("account_change_password"),
        {"oldpassword": "een-lang-wachtwoord-1", "password1": "nog-een-wachtwoord-2"},
        **browser,
    )
    assert len(mail.outbox) >= 5 and any("zq" in one.body for one in mail.outbox)
    for one in mail.outbox:
        assert set(one.message().keys()) <= HEADERS and len(one.recipients()) == 1 and not one.attachments
        assert "\n" not in one.subject and one.message()["Subject"] is not None
        for words in (one.subject, one.body, *(body for body, _ in getattr(one, "alternatives", ()))):
            assert not re.search(r"&(amp|quot|#x27|#39);|&lt;(?!b&gt;zq|/b|i|$| |…)|49&lt;|>49", words), words


@pytest.mark.parametrize("broken", BROKEN)
def test_a_name_with_lines_adds_no_header(broken: str, db: None) -> None:
    """Whatever the form makes of it: one line, or a sentence at the field."""
    own = make_owner(broken)
    own.client.post(reverse("member_invite", args=[own.organisation.pk]), {"email": "gast@x.example", "role": "reader"})
    (message,) = mail.outbox
    assert set(message.message().keys()) <= HEADERS and message.recipients() == ["gast@x.example"]
    own.owner.refresh_from_db()
    own.organisation.refresh_from_db()
    assert len(own.owner.name.splitlines()) == len(own.organisation.name.splitlines()) == 1


# --- names of files ---


def test_the_name_of_a_file_is_text(db: None) -> None:
    """A file that is read, and one that is given."""

    def upload(change: Any) -> list[str]:
        own, pages = make_owner(text(4, change)), []
        own.policy = make_policy(own.organisation, Dresser(change).dress(complete_company()))
        own.empty = make_policy(own.organisation, Facts())
        own.client.post(reverse("policy_rename", args=[own.policy.pk]), {"name": text(5, change)})
        for route, args, field in (
            ("check_text", [], "file"),
            ("policy_import", [own.policy.pk], "file"),
            ("policy_new", [], "file"),
            ("policy_paste", [own.empty.pk], "file"),
        ):
            for content in (
                b"\x00\xff",
                f"schema: 1\nx: {change(EVERYWHERE.format(972))}\n".encode(),
                change(EVERYWHERE.format(973)).encode(),
            ):
                file = SimpleUploadedFile(change('w"><b q=zq974>{{7*7}}.txt'), content)
                pages.append(
                    own.client.post(
                        reverse(route, args=args), {field: file, "name": "Nieuw", "country": "BE"}, follow=True
                    ).content.decode()
                )
        pages.append(own.client.get(reverse("policy_yaml", args=[own.policy.pk]))["Content-Disposition"])
        assert re.fullmatch(r'attachment; filename="feiten-[\w-]+\.yaml"', pages.pop())
        assert read_yaml(own.client.get(reverse("policy_yaml", args=[own.policy.pk])).content) == facts_of(own.policy)
        return pages

    hostile, plain = twice(upload)
    assert [fault for pair in zip(hostile, plain, strict=True) for fault in faults_of(*pair)] == []


# --- what no field takes ---


def text_fields() -> list[Any]:
    """Every field of every form of ours in which one types, but those whose text is read elsewhere and those that nobody sees."""
    found = []
    for module in iter_modules(policies.forms.__path__):
        for name, form in inspect.getmembers(import_module(f"policies.forms.{module.name}"), inspect.isclass):
            if issubclass(form, forms.BaseForm) and form.__module__.startswith("policies.forms."):
                found += [
                    pytest.param(field, id=f"{name}.{field_name}")
                    for field_name, field in form.base_fields.items()
                    if isinstance(field, forms.CharField)
                    and not isinstance(field.widget, (forms.HiddenInput, forms.PasswordInput))
                    and (name, field_name) not in READ
                ]
    return found


# The text of a statement from elsewhere, and facts as YAML: both are read, and what is found in them comes through the gate of the facts.
# What allauth has and does not ask here: a name of a user.
READ = {("SignupForm", "username")} | {
    (form, "text") for form in ("TextForm", "PasteForm", "FactsForm", "ImportForm", "NewPolicyForm")
}


@pytest.mark.parametrize("field", text_fields())
def test_no_field_keeps_signs_that_turn_or_hide_text(field: forms.CharField) -> None:
    for one in TURNING:
        try:
            kept = str(field.clean(one))
        except forms.ValidationError as refused:
            assert re.search(r"[a-z]", " ".join(refused.messages))
        else:
            assert [sign for sign in kept if unicodedata.category(sign) in {"Cc", "Cf"} and sign != "\n"] == []


@pytest.mark.parametrize("field", text_fields())
def test_a_field_of_one_line_holds_one_line(field: forms.CharField) -> None:
    if isinstance(field.widget, forms.Textarea):
        return
    for one in BROKEN:
        with suppress(forms.ValidationError):  # to refuse it is fine as well
            assert len(str(field.clean(one)).splitlines()) < 2
