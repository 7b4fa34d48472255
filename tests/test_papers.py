"""The papers stay true: what they name exists, the map and the glossary are whole, and every package has its reason."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

from policies.core.clauses import case, filters, library
from policies.core.clauses.wording import activities, categories, data_uses
from tests.architecture.source import ROOT, Source, sources

PAPERS = sorted([*ROOT.glob("*.md"), ROOT / "clauses" / "README.md", *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))

# The packages that the order itself names, as pip spells them.
ORDERED = {"django", "django-crispy-forms", "weasyprint", "jinja2", "psycopg2-binary", "pytest-django"}
IMPORTED_AS = {
    "babel": "babel",
    "bootstrap-wrapper": "bootstrap-wrapper",
    "crispy-bootstrap5": "crispy_bootstrap5",
    "django-allauth": "allauth",
    "django-csp": "csp",
    "django-environ": "environ",
    "font-source-sans-pro": "font_source_sans_pro",
    "gunicorn": "gunicorn",
    "markupsafe": "markupsafe",
    "pyphen": "pyphen",
    "python-stdnum": "stdnum",
    "pyyaml": "yaml",
    "whitenoise": "whitenoise",
}

CODE = re.compile(r"```.*?```|`([^`\n]+)`", re.DOTALL)
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
FILE = re.compile(r"[\w.-]+(/[\w.-]+)*/?")
ENDINGS = (".py", ".md", ".yaml", ".j2", ".sh", ".css", ".js", ".html", ".txt", ".toml", "/")
MADE = {"build/", "var/", "statement.html", "facts.schema.json", "bakery.yaml"}  # by running something …
MADE |= {"clauses/nl/contact/languages.j2"}  # … or by following a recipe


def paths_in(text: str) -> Iterator[str]:
    """What stands between backquotes and looks like a file or folder of ours."""
    for found in CODE.finditer(text):
        name = (found[1] or "").partition("::")[0]
        if FILE.fullmatch(name) and name.endswith(ENDINGS) and not name.startswith((".", "/")) and name not in MADE:
            yield name


def exists(name: str, paper: Path) -> bool:
    """From the root, from the folder of the paper, or as the end of a path, such as `progress.py` in a text about the wizard."""
    if (ROOT / name).exists() or (paper.parent / name).exists():
        return True
    return any(
        f"/{name}" in source.path if name.endswith("/") else source.path.endswith(f"/{name}") for source in project()
    )


@cache
def project() -> list[Source]:
    return sources()


@every_paper
def test_every_file_that_a_paper_names_exists(paper: Path) -> None:
    assert [name for name in paths_in(paper.read_text("utf-8")) if not exists(name, paper)] == []


@every_paper
def test_every_link_leads_somewhere(paper: Path) -> None:
    targets = [
        target
        for target in LINK.findall(paper.read_text("utf-8"))
        if not target.startswith(("http://", "https://", "mailto:"))
    ]
    assert [target for target in targets if not (paper.parent / target).exists()] == []


@every_paper
def test_every_command_that_a_paper_names_exists(paper: Path) -> None:
    text = paper.read_text("utf-8")
    known = get_commands()
    assert [name for name in re.findall(r"manage\.py ([a-z_]+)", text) if name not in known] == []
    for script in re.findall(r"\./(bin/[\w.-]+)", text):
        assert (ROOT / script).stat().st_mode & 0o100, f"{script} cannot be run"


@every_paper
def test_every_test_that_a_paper_names_exists(paper: Path) -> None:
    named = set(
        re.findall(
            r"\b(test_\w+)\b(?!\.py|\w*/)", " ".join(m[1] or "" for m in CODE.finditer(paper.read_text("utf-8")))
        )
    )
    there = {
        name
        for source in project()
        if source.path.startswith("tests/")
        for name in re.findall(r"^def (test_\w+)", source.text, re.M)
    }
    assert named - there - {Path(source.path).stem for source in project()} == set()


@every_paper
def test_every_option_of_build_statement_is_real(paper: Path) -> None:
    text = (ROOT / "policies" / "management" / "commands" / "build_statement.py").read_text("utf-8")
    for line in re.findall(r"build_statement ([^`#\n]*)", paper.read_text("utf-8")):
        assert [option for option in re.findall(r"--[a-z]+", line) if f'"{option}"' not in text] == []


def folders() -> set[str]:
    """Every folder of the project that holds something of ours: at the top, and the rooms of policies, core and clauses."""
    inside = ("policies/", "policies/core/", "clauses/")
    found = set()
    for source in project():
        parts = source.path.split("/")[:-1]
        found |= {f"{'/'.join(parts[:n])}/" for n in range(1, len(parts) + 1)}
    return {name for name in found if name.count("/") == 1 or name.rstrip("/").rpartition("/")[0] + "/" in inside} - {
        ".ci/"
    }


def test_the_map_names_every_folder() -> None:
    told = set(re.findall(r"^\| `([\w./]+/)` \|", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.M))
    assert folders() - told == set(), "give it a row in the map of docs/architecture.md"
    assert told - folders() == set(), "the map names a folder that is gone"


def test_the_readme_names_every_folder_at_the_top() -> None:
    told = set(paths_in((ROOT / "README.md").read_text("utf-8")))
    assert {name for name in folders() if name.count("/") == 1} - told == set()


def test_the_glossary_holds_few_words() -> None:
    rows = re.findall(r"^\| (?!---)", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.M)
    assert len(rows) - 1 < 40, "only our own words: no one looks up what Django or the AVG calls by its usual name"


def test_the_glossary_names_nothing_that_is_gone() -> None:
    cells = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.M)
    told = {word for cell in cells for word in re.findall(r"`([A-Z]\w+)`", cell)}
    classes = {
        node.name
        for source in project()
        if source.path.startswith("policies/") and source.path.endswith(".py")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
    }
    assert told - classes == set()


@pytest.mark.parametrize("paper", DECISIONS, ids=lambda paper: paper.stem)
def test_a_decision_has_its_four_parts_and_its_number(paper: Path) -> None:
    text = paper.read_text("utf-8")
    number = int(paper.name[:4])
    assert re.match(
        rf"# {number}\. .+\n\n\*\*Status:\*\* (accepted|superseded (in part )?by \[.+\]\(.+\)), \d{{4}}-\d\d-\d\d\n",
        text,
    )
    assert re.findall(r"^## (.+)$", text, re.M) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(paper.name[:4]) for paper in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def requirements(name: str) -> set[str]:
    """The packages that were chosen."""
    return {
        package.lower() for package in re.findall(r"^([\w.-]+)(?:\[\w+\])?==", (ROOT / name).read_text("utf-8"), re.M)
    }


def told_packages() -> set[str]:
    """The packages with a line of their own in a decision: in the first cell of a table, or in bold."""
    text = "\n".join(paper.read_text("utf-8") for paper in DECISIONS)
    return {found[1].lower() for found in re.finditer(r"(?:^\| |\*\*)`([\w.-]+)`", text, re.M)}


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_every_package_has_a_line_in_the_decisions(name: str) -> None:
    assert requirements(name) - ORDERED - told_packages() == set(), (
        "say in docs/decisions/ what it saves us, who keeps it, what it costs"
    )


def test_no_decision_speaks_of_a_package_that_is_gone() -> None:
    assert told_packages() - requirements("requirements.in") - requirements("requirements-dev.in") == set()


def is_used(package: str) -> bool:
    """Whether our code imports it, or names it as a text: an application, a folder of files, the server."""
    module = IMPORTED_AS.get(package, package.replace("-", "_"))
    code = [
        source
        for source in project()
        if source.path.startswith(("policies/", "privacy_builder/")) and source.path.endswith(".py")
    ]
    if any(name.split(".")[0] == module for source in code for _, name in source.imports):
        return True
    return any(re.search(rf"[\"' ]{re.escape(module)}[\"'. ]", source.text) for source in code)


def test_every_package_is_used() -> None:
    assert {package for package in requirements("requirements.in") - ORDERED if not is_used(package)} == set()


def test_what_the_lawyers_paper_quotes_is_what_stands_there() -> None:
    quoted = dict(BLOCK.findall((ROOT / "clauses" / "README.md").read_text("utf-8")))
    assert quoted["jinja"] == (ROOT / "clauses" / "nl" / "cookies" / "none.j2").read_text("utf-8")
    assert quoted["python"] in (ROOT / "policies" / "core" / "clauses" / "conditions" / "company.py").read_text("utf-8")


def test_the_lawyers_paper_names_every_scope_filter_and_message() -> None:
    text = (ROOT / "clauses" / "README.md").read_text("utf-8")
    assert [name for name in case.SCOPES if f"`{name}`" not in text] == []
    assert [
        name
        for name in filters.FILTERS | data_uses.FILTERS | activities.FILTERS | categories.FILTERS
        if f"| {name}" not in text
    ] == []
    assert [name for name in library.HEAD if f"`{name}`" not in text] == []


def test_the_changelog_has_its_shape() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", text, re.M)
    assert (
        versions[0] == ("Unreleased", "")
        and all(day for _, day in versions[1:])
        and ("0.1.0", "2026-11-22") in versions
    )
    assert set(re.findall(r"^### (.+)$", text, re.M)) <= {
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    }


def test_help_of_the_commands_is_what_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for script, options in (("demo", ["--port"]), ("test", ["--fast", "-k"]), ("check", ["bin/check"])):
        told = subprocess.run([ROOT / "bin" / script, "--help"], capture_output=True, text=True, check=True).stdout
        assert all(option in told and option in readme for option in options)
