"""The last walk over a new document, in reading order: references find their section, hard words are explained where they are used first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from policies.core import document as d

LIST_OF_WORDS = "definitions/words"  # the clause that lists hard words with their meaning
ACTIVITY = "activities/"  # begins the key of a division about an activity
MOST_WORDS = 5  # of the list: more is a dictionary
HOLDERS = {
    d.Paragraph: "children",
    d.Item: "children",
    d.Term: "meaning",
}  # where an explanation may be added at the end
LEAVES = {d.Text, d.Value, d.Gap, str}
BRANCHES = {
    cls: tuple(
        field.name
        for field in fields(cls)
        if str(field.type).startswith("tuple[") and field.name not in {"articles", "states"}
    )
    for cls in d.NODES.values()
    if cls not in LEAVES
}


def finish(document: d.Document, glossary: Mapping[str, Mapping[str, Any]], marked: Collection[str]) -> d.Document:
    """Return the document with every internal reference named after its section, and every hard word explained once.

    `marked` are the keys of the clauses that hold a reference or a hard word; the others stay as they are. A paragraph that
    refers to a section which is not there is left out. Where the statement has a list of words, a word is explained there
    instead; the list holds at most MOST_WORDS words, and only words that are used.
    """
    walk = _Walk(document, glossary, marked)
    summary = walk.all(document.summary)  # read first
    return replace(document, summary=summary, sections=walk.all(document.sections))


class _Walk:
    """Makes a tree anew, node by node in reading order; what does not change stays the same object."""

    def __init__(self, document: d.Document, glossary: Mapping[str, Mapping[str, Any]], marked: Collection[str]):
        reference = document.word("reference")
        self.names = {
            one.key: reference.format(number=one.number, title=d.plain(one.title)) for one in document.sections
        }
        self.numbers = _numbers(document)
        self.names |= self.numbers
        self.terms = {form.lower(): term for term, row in glossary.items() for form in (term, *row.get("vormen", ()))}
        self.meaning = {term: row["uitleg"] for term, row in glossary.items()}
        self.marked = marked
        clauses = [clause for clause in document.clauses() if clause.key in marked]
        listed = any(clause.clause == LIST_OF_WORDS for clause in clauses)
        self.listed = self._first_words(clauses) if listed else frozenset()
        self.seen: set[str] = set(self.listed)

    def _first_words(self, clauses: list[d.Clause]) -> frozenset[str]:
        """Return the words that the list holds: those that are used, the first of the glossary.

        Any other word is explained where it is used.
        """
        said = [node for clause in clauses if clause.clause != LIST_OF_WORDS for node in d.nodes(clause)]
        used = {self._term(node) for node in said if isinstance(node, d.Dfn)}
        return frozenset([term for term in self.meaning if term in used][:MOST_WORDS])

    def all(self, nodes: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the nodes made anew; the same tuple where nothing changed."""
        made: list[Any] = []
        for node in nodes:
            if type(node) in LEAVES:
                made.append(node)
            elif type(node) is d.Dfn:
                made += self._word(node)
            elif (one := self._one(node)) is not None:
                made.append(one)
        same = len(made) == len(nodes) and all(new is old for new, old in zip(made, nodes, strict=True))
        return nodes if same else tuple(made)

    def _one(self, node: Any) -> Any:
        if type(node) is tuple:  # a row or a cell of a table
            return self.all(node)
        if type(node) is d.Clause and node.key not in self.marked:
            return node
        if type(node) is d.Clause and node.clause == LIST_OF_WORDS:
            return self._list(node)
        if isinstance(node, d.Link) and _is_reference(node):
            return replace(node, children=(d.Text(self.names[node.href[1:]]),))
        if type(node) is d.Paragraph and any(
            isinstance(child, d.Link) and _is_reference(child) and child.href[1:] not in self.names
            for child in node.children
        ):
            return None
        before = set(self.seen)
        changed = {
            name: new for name in BRANCHES[type(node)] if (new := self.all(old := getattr(node, name))) is not old
        }
        if type(node) is d.Division and node.key in self.numbers:
            changed["title"] = (d.Text(f"{self.numbers[node.key]} "), *node.title)
        node = replace(node, **changed) if changed else node
        holder = HOLDERS.get(type(node))
        if holder is None:
            return node
        explained = [self.meaning[term] for term in self.meaning if term in self.seen - before]
        return replace(node, **{holder: _with(getattr(node, holder), explained)}) if explained else node

    def _word(self, node: d.Dfn) -> tuple[d.Inline, ...]:
        """Return the nodes for a hard word: marked where it is used first, plain words later on and where it is explained elsewhere."""
        term = self._term(node)
        if not term or term in self.seen:
            return node.children
        self.seen.add(term)
        return (node,)

    def _term(self, node: d.Dfn) -> str:
        return self.terms.get(d.plain(node.children).lower(), "")

    def _list(self, node: d.Clause) -> d.Clause:
        entries = tuple(entry for block in node.blocks if isinstance(block, d.Terms) for entry in block.entries)
        kept = tuple(entry for entry in entries if self.terms.get(d.plain(entry.term).lower(), "") in self.listed)
        return replace(node, blocks=(d.Terms(kept or entries[:1]),)) if entries else node


def _numbers(document: d.Document) -> dict[str, str]:
    """Where the pattern has a word for it, the number of each activity: “3.5”, the fifth of the third section."""
    form = document.word("paragraph", "")
    numbers: dict[str, str] = {}
    for section in document.sections if form else ():
        keys = [node.key for node in d.nodes(section) if isinstance(node, d.Division) and node.key.startswith(ACTIVITY)]
        numbers |= {key: form.format(section=section.number, place=place) for place, key in enumerate(keys, 1)}
    return numbers


def _is_reference(node: Any) -> bool:
    return type(node) is d.Link and not node.children and node.href.startswith("#")


def _with(children: tuple[d.Inline, ...], explained: Sequence[str]) -> tuple[d.Inline, ...]:
    """Return the paragraph, closed with a full stop where it has none, and the explanations after it."""
    if isinstance(children[-1], d.Text) and children[-1].text.endswith(";"):
        children = (*children[:-1], d.Text(children[-1].text[:-1]))
    end = d.plain(children)[-1:]
    return (*children, d.Text(("" if end in ".!?" else ".") + "".join(f" {sentence}" for sentence in explained)))
