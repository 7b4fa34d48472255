"""The last walk over a new document, in reading order: references find their section, hard words are explained where they are used first."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from . import document as d

LIST_OF_WORDS = "definitions/words"  # the clause that lists hard words with their meaning
HOLDERS = {d.Paragraph: "children", d.Item: "children", d.Term: "meaning"}  # where an explanation may be added at the end


def finish(document: d.Document, glossary: Mapping[str, Mapping[str, Any]]) -> d.Document:
    """The document with every internal reference named after its section, and every hard word explained once.

    A paragraph that refers to a section which is not there is left out. Where the statement has a list of words, a word is explained there
    instead, and the list holds only words that are used (or that the glossary marks with `altijd`).
    """
    document = _References(document).whole()
    return _Words(document, glossary).whole()


class _Rebuild:
    """Makes a tree anew, node by node in reading order; what does not change stays the same object."""

    def __init__(self, document: d.Document):
        self.document = document

    def whole(self) -> d.Document:
        summary = self.all(self.document.summary)
        return replace(self.document, summary=summary, sections=self.all(self.document.sections))

    def all(self, nodes: tuple) -> tuple:
        made = [self.one(node) for node in nodes]
        if len(made) == len(nodes) and all(new is old for new, old in zip(made, nodes, strict=True)):
            return nodes
        return tuple(node for node in made if node is not None)

    def one(self, node: Any) -> Any:
        if type(node) in LEAVES:
            return node
        changed = {}
        for name in BRANCHES[type(node)]:
            old = getattr(node, name)
            new = self.all(old)
            if new is not old:
                changed[name] = new
        return replace(node, **changed) if changed else node


LEAVES = {d.Text, d.Value, d.Gap, str}
BRANCHES = {
    cls: tuple(field.name for field in fields(cls) if str(field.type).startswith("tuple[") and field.name not in {"articles", "states"})
    for cls in d.NODES.values() if cls not in LEAVES
} | {tuple: ()}


class _References(_Rebuild):
    """An empty link to a section gets its name as the pattern says it: “artikel 4”, or the heading."""

    def __init__(self, document: d.Document):
        super().__init__(document)
        self.names = {section.key: self._name(section) for section in document.sections}

    def _name(self, section: d.Section) -> str:
        return self.document.word("reference").format(number=section.number, title=d.plain(section.title))

    def one(self, node: Any) -> Any:
        if isinstance(node, d.Paragraph) and any(_is_reference(child) and child.href[1:] not in self.names for child in node.children):
            return None
        if _is_reference(node):
            return replace(node, children=(d.Text(self.names[node.href[1:]]),))
        if type(node) is tuple:  # a cell of a table
            return self.all(node)
        return super().one(node)


def _is_reference(node: Any) -> bool:
    return isinstance(node, d.Link) and not node.children and node.href.startswith("#")


class _Words(_Rebuild):
    """The first use of a hard word stays marked and its meaning follows; later uses are plain words."""

    def __init__(self, document: d.Document, glossary: Mapping[str, Mapping[str, Any]]):
        super().__init__(document)
        self.glossary = {form.lower(): term for term, row in glossary.items() for form in (term, *row.get("vormen", ()))}
        self.meaning = {term: row["uitleg"] for term, row in glossary.items()}
        listed = {clause.clause for clause in document.clauses()}
        self.has_list = LIST_OF_WORDS in listed
        said = [clause for clause in document.clauses() if clause.clause != LIST_OF_WORDS]
        self.used = {self._term(node) for clause in said for node in d.nodes(clause) if isinstance(node, d.Dfn)} if self.has_list else set()
        self.used |= {term for term, row in glossary.items() if row.get("altijd")}
        self.seen: set[str] = set(self.meaning) if self.has_list else set()

    def _term(self, node: d.Dfn) -> str:
        return self.glossary.get(d.plain(node.children).lower(), "")

    def one(self, node: Any) -> Any:
        if type(node) is tuple:
            return self.all(node)
        if isinstance(node, d.Clause) and node.clause == LIST_OF_WORDS:
            return self._list(node)
        holder = HOLDERS.get(type(node))
        if holder:
            before = set(self.seen)
            node = super().one(node)
            explained = [self.meaning[term] for term in self.meaning if term in self.seen - before]
            return replace(node, **{holder: _with(getattr(node, holder), explained)}) if explained else node
        return super().one(node)

    def all(self, nodes: tuple) -> tuple:
        """Words that are explained elsewhere lose their mark."""
        if not any(type(node) is d.Dfn for node in nodes):
            return super().all(nodes)
        flat: list[Any] = []
        for node in nodes:
            if type(node) is not d.Dfn:
                flat.append(self.one(node))
            elif (term := self._term(node)) in self.seen or not term:
                flat += node.children
            else:
                self.seen.add(term)
                flat.append(node)
        return tuple(flat)

    def _list(self, node: d.Clause) -> d.Clause:
        entries = tuple(entry for block in node.blocks if isinstance(block, d.Terms) for entry in block.entries)
        kept = tuple(entry for entry in entries if self.glossary.get(d.plain(entry.term).lower(), "") in self.used)
        return replace(node, blocks=(d.Terms(kept),)) if kept else node


def _with(children: tuple, explained: Sequence[str]) -> tuple:
    """The paragraph, closed with a full stop where it has none, and the explanations after it."""
    if isinstance(children[-1], d.Text) and children[-1].text.endswith(";"):
        children = (*children[:-1], d.Text(children[-1].text[:-1]))
    end = d.plain(children)[-1:]
    return (*children, d.Text(("" if end in ".!?" else ".") + "".join(f" {sentence}" for sentence in explained)))


