"""Reads clauses/: templates with their head comments, the words of each pattern, the catalogue.

Refuses unknown names at load.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policies.core.catalogue import variants
from policies.core.clauses import conditions, filters, lint
from policies.core.clauses.case import SCOPES, Case
from policies.core.clauses.wording import activities, categories, data_uses, stories
from policies.core.language.word_lists import FOLDER, parsed

MOST_HELD = 500  # pairs of a file and a day that are remembered
HEAD = {"scope", "articles", "states", "when", "promise"}


class LibraryError(ValueError):
    """Something in clauses/ is not as it must be; the message names the file and the cure."""


@dataclass(frozen=True)
class ClauseSource:
    """One clause: where it applies, what it states, and its compiled template."""

    id: str
    scope: str
    articles: tuple[str, ...]
    states: tuple[str, ...]
    when: str
    condition: Callable[[Case], bool]
    promise: bool
    template: Template
    digest: str


@dataclass(frozen=True)
class Layout:
    """The only words a pattern owns: title, headings, labels, lead-ins, and phrases for reserved places.

    `divisions` are headings per row of a scope, `questions` fixed headings inside such a division, `labels` those of
    the lines of a card.
    """

    title: Template
    headings: Mapping[str, Template]
    divisions: Mapping[str, Template]
    questions: Mapping[str, Template]
    labels: Mapping[str, Template]
    leads: Mapping[str, tuple[Template, ...]]
    words: Mapping[str, str | Mapping[str, str]]


@dataclass(frozen=True)
class Library:
    """All of clauses/: the clauses and layouts compiled, the rows of the catalogue, and a digest over every file."""

    clauses: Mapping[str, ClauseSource]
    layouts: Mapping[str, Layout]
    catalogue: Mapping[str, Any]
    digest: str

    def valid(self, stem: str, on: date) -> list[dict[str, Any]]:
        """Return the rows of one catalogue file that hold on a day; an open end has no valid_until."""
        if len(self._held) > MOST_HELD:
            self._held.clear()
        if (stem, on) not in self._held:
            self._held[stem, on] = tuple(
                row
                for row in self.catalogue[stem]
                if row.get("valid_from", date.min) <= on and (row.get("valid_until") or date.max) >= on
            )
        return list(self._held[stem, on])

    @cached_property
    def both_forms(self) -> dict[str, dict[str, str]]:
        """Return by form of address each text of what one picks that has two forms: from how the other form says it."""
        return variants.both_forms(self.catalogue)

    @cached_property
    def _held(self) -> dict[tuple[str, date], tuple[dict[str, Any], ...]]:
        """Return what `valid` gave before: every check of a company asks the same of the same few days."""
        return {}


def environment() -> ImmutableSandboxedEnvironment:
    """Return a Jinja environment that is strict, escaping and sandboxed, with only our filters and no globals."""
    env = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.globals.clear()
    env.filters.clear()
    env.filters.update(filters.FILTERS | data_uses.FILTERS | activities.FILTERS | categories.FILTERS | stories.FILTERS)
    return env


@cache
def load(folder: Path = FOLDER) -> Library:
    """Return the library of a folder. Raises LibraryError at the first thing that is wrong."""
    env = environment()
    texts = texts_of(folder)
    clauses = {name[3:-3]: _clause(env, name, text) for name, text in texts.items() if name.endswith(".j2")}
    layouts = {
        Path(name).stem: _layout(env, name, text) for name, text in texts.items() if name.startswith("nl/opbouw/")
    }
    catalogue = {Path(name).stem: _yaml(name, text) for name, text in texts.items() if name.startswith("catalogue/")}
    digest = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in sorted(texts.items())).encode()).hexdigest()
    return Library(clauses, layouts, catalogue, digest)


def texts_of(folder: Path = FOLDER) -> dict[str, str]:
    """Return the text of every file of the library, by its name inside the folder."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in _files(folder)}


def _files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("nl/**/*.j2"), *folder.glob("nl/opbouw/*.yaml"), *folder.glob("catalogue/*.yaml")])


def _clause(env: ImmutableSandboxedEnvironment, name: str, text: str) -> ClauseSource:
    head, _, body = text.partition("#}")
    fields = _yaml(name, head.removeprefix("{#"))
    if not text.startswith("{#") or not isinstance(fields, dict) or fields.keys() != HEAD:
        raise LibraryError(f"{name}: begint met {{# … #}} en daarin {', '.join(sorted(HEAD))}")
    if fields["scope"] not in SCOPES:
        raise LibraryError(f"{name}: scope {fields['scope']} bestaat niet; kies uit {', '.join(SCOPES)}")
    condition = conditions.ALL.get(fields["when"])
    if condition is None:
        raise LibraryError(f"{name}: when: {fields['when']} staat niet in conditions/")
    states = tuple(str(fields["states"] or "").split())
    articles = tuple(str(fields["articles"] or "").split())
    if not articles:
        raise LibraryError(f"{name}: een clausule noemt ten minste één artikel")
    tree = _parse(env, name, body)
    problems = lint.problems(tree, fields["scope"], states) + lint.bare_tone(body)
    if problems:
        raise LibraryError(f"{name}: {problems[0]}")
    digest = hashlib.sha256(text.encode()).hexdigest()
    template = _compiled(env, name, tree)
    return ClauseSource(
        name[3:-3],
        fields["scope"],
        articles,
        states,
        fields["when"],
        condition,
        bool(fields["promise"]),
        template,
        digest,
    )


def _parse(env: ImmutableSandboxedEnvironment, name: str, body: str) -> nodes.Template:
    try:
        return env.parse(body)
    except TemplateError as error:
        raise LibraryError(f"{name}: {error}") from error


def _compiled(env: ImmutableSandboxedEnvironment, name: str, tree: nodes.Template) -> Template:
    try:
        return env.from_string(tree)
    except TemplateError as error:  # a filter that does not exist
        raise LibraryError(f"{name}: {error}") from error


def _layout(env: ImmutableSandboxedEnvironment, name: str, text: str) -> Layout:
    data = _yaml(name, text)

    def compiled(source: str, scope: str) -> Template:
        tree = _parse(env, name, source)
        for problem in lint.problems(tree, scope, ()) + lint.bare_tone(source):
            raise LibraryError(f"{name}: {problem} in {source!r}")
        return _compiled(env, name, tree)

    return Layout(
        compiled(data["title"], "company"),
        {key: compiled(source, "company") for key, source in data["headings"].items()},
        {scope: compiled(source, scope) for scope, source in data["divisions"].items()},
        {key: compiled(source, "company") for key, source in data.get("questions", {}).items()},
        {key: compiled(source, "company") for key, source in data["labels"].items()},
        {
            key: tuple(compiled(source, "company") for source in sources)
            for key, sources in data.get("leads", {}).items()
        },
        data["words"],
    )


def _yaml(name: str, text: str) -> Any:
    try:
        return parsed(text)
    except yaml.YAMLError as error:
        raise LibraryError(f"{name}: {error}") from error
