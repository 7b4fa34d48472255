"""The house keeps its own rules, and each rule is shown to catch what it is for and to let its near miss pass."""

import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from django.contrib.staticfiles import finders

from tests.architecture import code, imports, rooms, texts
from tests.architecture.source import Breach, Source, sources

Rule = Callable[[Source], Iterator[Breach]]

PYTHON_RULES: list[Rule] = [
    imports.breaches_of_imports,
    imports.breaches_of_weasyprint,
    rooms.breaches_of_order,
    code.breaches_of_purity,
    code.breaches_of_views,
    code.breaches_of_publish,
    code.breaches_of_style,
    code.breaches_of_markup,
    code.breaches_of_size,
]


def refuse(breaches: Iterable[Breach]) -> None:
    """Fail with every breach on a line of its own."""
    told = [str(breach) for breach in breaches]
    if told:
        pytest.fail(f"{len(told)} broken rules\n" + "\n".join(told), pytrace=False)


@pytest.fixture(scope="module")
def project() -> list[Source]:
    return sources()


@pytest.mark.parametrize("rule", PYTHON_RULES, ids=lambda rule: rule.__name__)
def test_python_keeps_the_rule(rule: Rule, project: list[Source]) -> None:
    refuse(breach for source in project if source.path.endswith(".py") for breach in rule(source))


@pytest.mark.parametrize("rule", [texts.breaches_of_templates, code.breaches_of_size], ids=lambda rule: rule.__name__)
def test_templates_keep_the_rule(rule: Rule, project: list[Source]) -> None:
    refuse(breach for source in project if source.path.startswith("templates/") for breach in rule(source))


def test_no_import_goes_in_a_circle(project: list[Source]) -> None:
    assert rooms.circle(project) == []


def test_a_circle_is_found() -> None:
    there = Source("policies/a.py", "def f():\n    from policies.b import g")
    back = Source("policies/b.py", "if TYPE_CHECKING:\n    import policies.a")
    assert set(rooms.circle([there, back])) == {"policies.a", "policies.b"}


def test_nothing_tells_where_the_project_was_written(project: list[Source]) -> None:
    refuse(breach for source in project for breach in texts.breaches_of_words(source))


def test_the_project_is_looked_at(project: list[Source]) -> None:
    paths = {source.path for source in project}
    assert {"manage.py", "privacy_builder/settings.py", "tests/test_architecture.py"} <= paths
    assert not any(path.startswith((".venv/", "var/")) for path in paths)


def long_function(name: str, lines: int, argument: str = "x") -> str:
    return f'"""Doc."""\n\n\ndef {name}({argument}):\n' + "    x = 1\n" * (lines - 1)


CORE, VIEW, PUBLIC = "policies/core/a.py", "policies/views/a.py", "policies/views/public.py"
LAW = imports.breaches_of_imports

CAUGHT: list[tuple[Rule, str, str]] = [
    (code.breaches_of_views, "policies/wizard/page/apply.py", "Group.objects.create()"),
    (rooms.breaches_of_order, "policies/core/facts/x.py", "from policies.core.clauses import library"),
    (rooms.breaches_of_order, "policies/store/read.py", "def f():\n    from policies.wizard.steps import table"),
    (rooms.breaches_of_order, "policies/wizard/steps/x.py", "import policies.wizard.save"),
    (rooms.breaches_of_order, "policies/core/loose.py", '"""Doc."""'),
    (LAW, CORE, "import django.utils"),
    (LAW, CORE, "def f():\n    from policies import models"),
    (LAW, CORE, "from .. import access"),
    (LAW, CORE, "from policies.render.as_html import html"),
    (LAW, CORE, "import requests"),
    (LAW, CORE, "from os import path"),
    (LAW, CORE, "from urllib import request"),
    (LAW, "policies/render/as_pdf.py", "from policies.models import Policy"),
    (LAW, "policies/render/as_pdf.py", "import django"),
    (LAW, "policies/models/version.py", "from policies.render import as_html"),
    (LAW, "policies/models/version.py", "from policies.publish import publish"),
    (LAW, VIEW, "import weasyprint"),
    (LAW, VIEW, "from django.views import generic"),
    (LAW, VIEW, "from django.shortcuts import get_object_or_404, render"),
    (LAW, PUBLIC, "from policies.core import document"),
    (LAW, PUBLIC, "import policies.render.as_html"),
    (LAW, "policies/publish/act.py", "from django.http import HttpRequest"),
    (LAW, "policies/publish/act.py", "from policies.views import policy"),
    (LAW, "policies/wizard/progress.py", "from django.forms import Form"),
    (imports.breaches_of_weasyprint, "policies/render/as_pdf.py", "import weasyprint"),
    (imports.breaches_of_weasyprint, "policies/publish/act.py", "def f():\n    import weasyprint"),
    (code.breaches_of_purity, CORE, "x = datetime.date.today()"),
    (code.breaches_of_purity, "policies/render/as_html.py", "x = timezone.now()"),
    (code.breaches_of_purity, CORE, "x = open('y')"),
    (code.breaches_of_purity, CORE, "x = path.read_text()"),
    (code.breaches_of_views, VIEW, "x = Policy.objects.get(pk=1)"),
    (code.breaches_of_views, VIEW, "x = Policy._default_manager"),
    (code.breaches_of_publish, "policies/publish/act.py", "def publish(request): ..."),
    (code.breaches_of_style, "policies/utils.py", '"""Doc."""'),
    (code.breaches_of_style, "policies/common/x.py", '"""Doc."""'),
    (code.breaches_of_style, "policies/x.py", "x = 1"),
    (code.breaches_of_style, "policies/x.py", '"""Doc."""\nfrom django.db.models.signals import post_save'),
    (code.breaches_of_style, "policies/x.py", '"""Doc."""\nfrom django.dispatch import receiver'),
    (code.breaches_of_markup, "policies/wizard/x.py", "x = '<p>{}</p>'"),
    (code.breaches_of_markup, "policies/wizard/x.py", "x = f'<a href=\"{url}\">'"),
    (code.breaches_of_markup, "policies/views/x.py", "x = text.replace('y', '</div>')"),
    (code.breaches_of_markup, "policies/core/checks/x.py", "x = '<br/>'"),
    (code.breaches_of_markup, "policies/x.py", "from django.utils.safestring import mark_safe"),
    (code.breaches_of_markup, "policies/x.py", "from django.utils.html import format_html"),
    (code.breaches_of_size, "policies/x.py", "x = 1\n" * 401),
    (code.breaches_of_size, "policies/x.py", "# size: short\n" + "x = 1\n" * 401),
    (code.breaches_of_size, "policies/x.py", long_function("f", 51)),
    (code.breaches_of_size, VIEW, long_function("f", 31, "request")),
    (code.breaches_of_size, "templates/x.html", "<p>\n" * 151),
    (texts.breaches_of_templates, "templates/x.html", '<p style="color: red">'),
    (texts.breaches_of_templates, "templates/x.html", "<style>p {}</style>"),
    (texts.breaches_of_templates, "templates/x.html", "<script>alert(1)</script>"),
    (texts.breaches_of_templates, "templates/x.html", '<a onclick="go()">'),
    (texts.breaches_of_templates, "templates/x.html", '<a class="{{ x }}" style="color: {{ y }}">'),
    (texts.breaches_of_templates, "templates/x.html", '<a href="javascript:go()">'),
    (texts.breaches_of_templates, "templates/x.html", '<p hx-on:click="go()">'),
    (texts.breaches_of_templates, "templates/x.html", '<link rel="stylesheet" href="https://cdn.example/x.css">'),
    (texts.breaches_of_words, "README.md", "see .." + "/shared/design.md"),
    (texts.breaches_of_words, "README.md", "cd /wor" + "k/main"),
    (texts.breaches_of_words, "README.md", "from files.pytho" + "nhosted.org"),
    (texts.breaches_of_words, "README.md", "made in this se" + "ssion"),
]

LET_PASS: list[tuple[Rule, str, str]] = [
    (rooms.breaches_of_order, "policies/core/clauses/case.py", "from policies.core.facts import Facts"),
    (rooms.breaches_of_order, "policies/wizard/save.py", "from policies.store import write"),
    (LAW, CORE, "import datetime\nfrom urllib.parse import urlsplit\nimport stdnum.be.vat\nfrom .facts import Facts"),
    (
        LAW,
        "policies/render/as_pdf.py",
        "import threading\nfrom policies.core.document import Document\nimport weasyprint",
    ),
    (LAW, "policies/models/policy.py", "from policies.core.facts import choices\nfrom django.db import models"),
    (LAW, VIEW, "from policies import access, publish\nfrom django.shortcuts import redirect, render"),
    (LAW, PUBLIC, "from policies import access"),
    (LAW, "policies/publish/act.py", "from policies.models import PolicyVersion\nfrom django.db import transaction"),
    (imports.breaches_of_weasyprint, "policies/render/as_pdf.py", "def f():\n    import weasyprint"),
    (code.breaches_of_markup, "policies/wizard/x.py", "x = 'a < b and b > c'"),
    (code.breaches_of_markup, "policies/wizard/x.py", '"""Return the text of a <p>."""'),
    (code.breaches_of_markup, "policies/urls.py", "x = path('verklaringen/<int:pk>/')"),
    (code.breaches_of_markup, "policies/core/recognise/x.py", "x = '(?P<form>nv|bv)'"),
    (code.breaches_of_markup, "policies/render/as_html.py", "x = '<p>{}</p>'"),
    (code.breaches_of_markup, "policies/views/review.py", "from django.utils.safestring import mark_safe"),
    (code.breaches_of_purity, CORE, "x = on.isoformat()"),
    (code.breaches_of_purity, "policies/core/clauses/library.py", "x = path.read_text()"),
    (code.breaches_of_purity, "policies/publish/act.py", "x = timezone.localdate()"),
    (code.breaches_of_views, "policies/access.py", "x = Policy.objects.get(pk=1)"),
    (code.breaches_of_publish, "policies/publish/act.py", "def publish(policy, person): ..."),
    (code.breaches_of_style, "policies/apps.py", '"""Doc."""\nfrom django.db.models.signals import post_migrate'),
    (code.breaches_of_style, "policies/migrations/0001_x.py", "x = 1"),
    (code.breaches_of_size, "policies/x.py", "x = 1\n" * 400),
    (code.breaches_of_size, "policies/x.py", "# size: one table, one place to look\n" + "x = 1\n" * 401),
    (code.breaches_of_size, "policies/x.py", long_function("f", 50)),
    (code.breaches_of_size, "policies/x.py", long_function("f", 55).replace("x = 1", "# size: reads as one list", 1)),
    (code.breaches_of_size, VIEW, long_function("f", 30, "request")),
    (code.breaches_of_size, "templates/x.html", "{# size: one long table of cookies #}\n" + "<p>\n" * 151),
    (texts.breaches_of_templates, "templates/x.html", '<script src="{% static "x.js" %}" defer></script>'),
    (texts.breaches_of_templates, "templates/x.html", '<script type="application/json">{}</script>'),
    (texts.breaches_of_templates, "templates/x.html", '{% include "y.html" with style="wide" %}'),
    (texts.breaches_of_templates, "templates/x.html", '<a href="https://www.example.be/">on = of = style</a>'),
    (texts.breaches_of_words, "README.md", "a session of Django; https://example.be/work/ours; /usr/bin"),
]


@pytest.mark.parametrize(("rule", "path", "text"), CAUGHT)
def test_the_rule_catches(rule: Rule, path: str, text: str) -> None:
    found = list(rule(Source(path, text)))
    assert found
    assert found[0].path == path and found[0].line >= 1 and found[0].rule and found[0].cure


@pytest.mark.parametrize(("rule", "path", "text"), LET_PASS)
def test_the_rule_lets_pass(rule: Rule, path: str, text: str) -> None:
    assert not list(rule(Source(path, text)))


def test_every_static_file_that_a_template_names_exists(project: list[Source]) -> None:
    names = re.compile(r"\{%\s*static\s+[\"']([^\"']+)[\"']")
    refuse(
        Breach(
            source.path,
            1,
            f"no such static file: {name}",
            "in production this page would be an error 500; mend the name.",
        )
        for source in project
        if source.path.startswith("templates/")
        for name in names.findall(source.text)
        if not finders.find(name)
    )
