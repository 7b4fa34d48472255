"""The index of an assembled document: its clauses by place and article, and the facts that they print or state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from policies.core import document as d
from policies.core.checks.review import Review
from policies.core.explain.sentences import stated


@dataclass(frozen=True)
class PlacedClause:
    """One clause in its place; `apart` says whether it is set apart from the rest (art. 21.4)."""

    section: str
    node: d.Clause
    apart: bool

    @cached_property
    def text(self) -> str:
        """Return the words of the clause as one line."""
        return d.plain(self.node)

    @cached_property
    def library(self) -> str:
        """Return the words of the library in it, with … where a fact is printed: the user's own words are left out."""
        return "".join(
            node.text if isinstance(node, d.Text) else "…"
            for node in d.nodes(self.node)
            if isinstance(node, d.Text | d.Value)
        )

    @cached_property
    def paths(self) -> frozenset[str]:
        """Return the paths of the facts that it prints."""
        return frozenset(node.path for node in d.nodes(self.node) if isinstance(node, d.Value | d.Link) and node.path)

    @cached_property
    def stated(self) -> frozenset[str]:
        """Return the paths of the facts that it states without printing them."""
        return frozenset(stated(self.node))

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """Return the articles that it carries.

        Of an article that a sentence carries only where it was answered, its answer must be printed or stated.
        """
        told = self.paths | self.stated
        return tuple(
            one
            for one in self.node.articles
            if one not in ANSWERED or any(ANSWERED[one].search(path) for path in told) or not told
        )


# A clause about a purpose names an interest where there is one, a clause about data another source or whether they must be given: what its path must look like.
ANSWERED = {
    "13.1.d": re.compile(r"\.interest$"),
    "14.2.b": re.compile(r"\.interest$"),
    "14.2.f": re.compile(r"source|\.detail$|^activities$"),
    "13.2.e": re.compile(r"\.(required|consequence)$"),
}


@dataclass(frozen=True)
class DocumentIndex:
    """One document beside the facts it should state, with its clauses by article."""

    review: Review
    document: d.Document

    @cached_property
    def clauses(self) -> tuple[PlacedClause, ...]:
        """Return every clause of the sections, in reading order.

        The first layer repeats, so it proves nothing.
        """
        return tuple(_clauses(self.document.sections, "", False))

    @cached_property
    def printed(self) -> frozenset[str]:
        """Return the paths of all facts that are printed somewhere."""
        return frozenset(
            node.path for node in d.nodes(self.document) if isinstance(node, d.Value | d.Link) and node.path
        )

    @cached_property
    def stated(self) -> frozenset[str]:
        """Return the paths of all facts that some clause states without printing them."""
        return frozenset(path for clause in self.clauses for path in clause.stated)

    @cached_property
    def by_article(self) -> dict[str, dict[int, PlacedClause]]:
        """Return, for each article, the clauses that carry it by their place in reading order."""
        found: dict[str, dict[int, PlacedClause]] = {}
        for place, clause in enumerate(self.clauses):
            for article in clause.articles:
                found.setdefault(article, {})[place] = clause
        return found

    def about(self, *articles: str) -> list[PlacedClause]:
        """Return the clauses that carry one of these articles, in reading order, each once."""
        found = {place: clause for article in articles for place, clause in self.by_article.get(article, {}).items()}
        return [found[place] for place in sorted(found)]

    def printed_about(self, article: str) -> frozenset[str]:
        """Return the paths of the facts that the clauses of this article print."""
        if article not in self._printed_about:
            self._printed_about[article] = frozenset(path for clause in self.about(article) for path in clause.paths)
        return self._printed_about[article]

    @cached_property
    def _printed_about(self) -> dict[str, frozenset[str]]:
        return {}

    def prints(self, *paths: str) -> bool:
        """Return whether one of these facts is printed somewhere."""
        return bool(self.printed.intersection(paths))

    def tells(self, path: str) -> bool:
        """Return whether a fact is printed somewhere, or stated without being printed."""
        return path in self.printed or path in self.stated


def _clauses(root: Any, section: str, apart: bool) -> Iterator[PlacedClause]:
    """Yield the clauses below a node; a clause is apart inside a Notice, or when it holds one."""
    if isinstance(root, tuple):
        for entry in root:
            yield from _clauses(entry, section, apart)
    elif isinstance(root, d.Clause):
        yield PlacedClause(section, root, apart or any(isinstance(node, d.Notice) for node in d.nodes(root.blocks)))
    elif isinstance(root, d.Document) or type(root).__name__ in d.NODES:
        if isinstance(root, d.Section):
            section = d.plain(root.title)
        for field in fields(root):
            value = getattr(root, field.name)
            if isinstance(value, tuple):
                yield from _clauses(value, section, apart or isinstance(root, d.Notice))
