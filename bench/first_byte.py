"""A step of the wizard beside an empty crispy form with as many fields, of the same kinds, with as many choices.

Both are fetched through the same client, with the same middleware, person and base template, in turns, in one process.
Fields and choices are counted on the page itself, so this knows nothing of how a step is made. Where a page is a list of rows to go to, with more
rows than fields, each row counts as a text field: beside an empty form of no fields, or of one to search with, a list would be no page at all. Told besides: the step as it
comes after an answer changed, when nothing that was remembered about the policy holds any longer.
"""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import StringIO

import django

from bench.statement import Row

LIMIT = 1.5
ROWS, ROW = frozenset(("line-title", "answer")), "rij_"  # the classes of a row in a list and of a card of answers
ROUNDS = 15
WHO, WHOSE = "advies@demo.example", "Kraaienvat"  # the demo's copy of the largest example
PLAIN = """{% extends "base.html" %}{% load crispy_forms_tags %}{% block title %}Leeg{% endblock %}
{% block content %}<h1>Leeg</h1>{% crispy form %}{% endblock %}"""


@dataclass
class Asked:
    """One field as it stands on a page: `kind` is the type of the input, or select or textarea."""

    name: str
    kind: str
    choices: int = 0


@dataclass
class Fields(HTMLParser):
    """The fields that a person can fill in, and how many rows are shown. What is hidden, or in a <template>, is none."""

    rows: int = 0
    found: dict[str, Asked] = field(default_factory=dict)
    _templates: int = 0
    _select: Asked | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = dict(attrs)
        self._templates += tag == "template"
        if self._templates:
            return
        self.rows += bool(ROWS.intersection((here.get("class") or "").split()))
        if tag == "option" and self._select:
            self._select.choices += 1
        kind = (here.get("type") or "text") if tag == "input" else tag
        if tag in ("input", "select", "textarea") and here.get("name") and kind not in ("hidden", "submit"):
            asked = self.found.setdefault(here["name"], Asked(here["name"], kind))
            asked.choices += kind in ("radio", "checkbox")
            self._select = asked if tag == "select" else None

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template"


def fields_of(page: str) -> list[Asked]:
    reader = Fields()
    reader.feed(page)
    fields = list(reader.found.values())
    return fields + [
        Asked(f"{ROW}{number}", "text") for number in range(reader.rows if reader.rows > len(fields) else 0)
    ]


def size_of(asked: list[Asked]) -> str:
    rows = sum(one.name.startswith(ROW) for one in asked)
    told = f"{len(asked) - rows} fields, {sum(one.choices for one in asked)} choices"
    return f"{told}, {rows} rows counted as text fields" if rows else told


def plain_form(asked: list[Asked]) -> type:
    """The class of a form with such fields and nothing else: no value, help, finding or layout."""
    from django import forms

    def made(one: Asked) -> forms.Field:
        choices = [(f"keuze-{number}", f"Keuze {number}") for number in range(one.choices)]
        if one.kind == "select":
            return forms.ChoiceField(choices=choices, required=False)
        if one.kind == "radio":
            return forms.ChoiceField(choices=choices, required=False, widget=forms.RadioSelect)
        if one.kind == "checkbox":
            return (
                forms.MultipleChoiceField(choices=choices, required=False, widget=forms.CheckboxSelectMultiple)
                if one.choices > 1
                else forms.BooleanField(required=False)
            )
        if one.kind == "textarea":
            return forms.CharField(required=False, widget=forms.Textarea)
        widget = forms.TextInput()
        widget.input_type = one.kind
        return forms.CharField(required=False, widget=widget)

    return type("Plain", (forms.Form,), {one.name.replace("-", "_"): made(one) for one in asked})


@contextmanager
def demo_client() -> Iterator[tuple]:
    """(client that is logged in, policy) on a database of its own, as production runs it: no debugging, no log of queries."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client, override_settings

    name = connection.creation.create_test_db(verbosity=0)
    try:
        with override_settings(DEBUG=False):
            from policies.models import Policy, User

            call_command("demo", stdout=StringIO())
            client = Client(SERVER_NAME="localhost")
            client.force_login(User.objects.get(email=WHO))
            yield client, Policy.objects.get(name=WHOSE)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def with_plain_forms(forms: dict[str, type]) -> tuple:
    """The project's addresses, and a page /leeg/<slug>/ for each of the forms."""
    from django.contrib.auth.decorators import login_required
    from django.http import HttpRequest, HttpResponse
    from django.template import engines
    from django.urls import include, path

    template = engines["django"].from_string(PLAIN)

    @login_required
    def plain(request: HttpRequest, slug: str) -> HttpResponse:
        return HttpResponse(template.render({"form": forms[slug]()}, request))

    return (path("leeg/<slug:slug>/", plain), path("", include("privacy_builder.urls")))


def medians(rounds: int, *tasks: tuple[Callable[[], object], Callable[[], object]]) -> list[float]:
    """The median of the seconds of each task, taken in turns; what comes first in its pair prepares it, outside the clock."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for (prepare, task), seconds in zip(tasks, times, strict=True):
            prepare()
            gc.collect()
            start = time.perf_counter()
            task()
            seconds.append(time.perf_counter() - start)
    return [statistics.median(seconds) for seconds in times]


def measure() -> Iterator[Row]:
    with demo_client() as (client, policy):
        from django.test import override_settings
        from django.urls import reverse

        from policies.wizard.steps.table import STEPS

        addresses = {step.slug: reverse("policy_step", args=[policy.pk, step.slug]) for step in STEPS}
        asked = {slug: fields_of(_get(client, address)) for slug, address in addresses.items()}
        with override_settings(
            ROOT_URLCONF=with_plain_forms({slug: plain_form(fields) for slug, fields in asked.items()})
        ):
            for slug, address in addresses.items():
                yield from _step(client, policy, slug, address, asked[slug])


def _step(client, policy, slug: str, address: str, asked: list[Asked]) -> Iterator[Row]:
    from policies.store import write

    plain = f"/leeg/{slug}/"
    assert len(fields_of(_get(client, plain))) == len(asked), f"{slug}: the empty form has other fields"

    def fetch() -> str:
        return _get(client, address)

    warm, bare, after = medians(
        ROUNDS, (fetch, fetch), (lambda: _get(client, plain),) * 2, (lambda: write.touch(policy), fetch)
    )
    size = size_of(asked)
    yield f"first byte of {slug} ({size})", warm * 1000, None, "ms"
    yield "  just after an answer changed", after * 1000, None, "ms"
    yield "  the empty form of that size", bare * 1000, None, "ms"
    yield "  step / empty form", warm / bare, LIMIT, "x"


def _get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()
