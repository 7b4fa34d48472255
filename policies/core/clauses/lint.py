"""What a clause may name, and how it may speak; judged when the library is loaded."""

import re
from collections.abc import Mapping

from jinja2 import nodes

from policies.core.clauses.case import NAMES
from policies.core.clauses.values import DERIVED
from policies.core.facts import Facts, Spec, paths, specs_of

GIVEN = {
    "aan",
    "verwijs",
    "grondslagen",
    "meestal",
    "mensen",
    "grond",
    "authorities",
    "doorgiften",
    "rollen",
    "cookietabellen",
    "bewaarplaatsen",
    "waarvoor",
    "gronden",
    "gelijk",
    "gevoelig",
    "gefilmd",
    "elders",
    "ver",
    "profiel",
    "krap",
    "bekend",
    "leeftijd",
    "woordenlijst",
    "loop",
}
BARE = re.compile(r"\b(u|uw|uzelf|je|jij|jou|jouw|jezelf)\b", re.IGNORECASE)
BLOCK_TAG = re.compile(r"</?(p|ul|ol|li|dl|dt|dd|table|tr|td|th|thead|tbody|caption|aside)\b")


def problems(tree: nodes.Template, scope: str, states: tuple[str, ...]) -> list[str]:
    """Return names that do not exist in the facts, and markup inside an `if`, each as a sentence."""
    found: list[str] = []
    roots = NAMES[scope]
    top = specs_of(Facts)
    _Walk(roots, top, found).visit(tree, {})
    for path in states:
        if _resolve(paths.split(path), roots, top) is None:
            found.append(f"states: {path} is geen feit")
    for test in tree.find_all(nodes.If):
        if any(
            BLOCK_TAG.search(data.data) for part in (test.body, test.else_) for node in part for data in _data(node)
        ):
            found.append("binnen if staan alleen woorden, geen alinea's; maak er twee clausules van")
    return found


def _data(node: nodes.Node) -> list[nodes.TemplateData]:
    return [node] if isinstance(node, nodes.TemplateData) else list(node.find_all(nodes.TemplateData))


def _resolve(names: list[str], roots: dict[str, type], top: Mapping[str, Spec]) -> type | str | None:
    """Return the facts class that a dotted name leads to; "value" for a single value, None when it does not exist."""
    head, *rest = names
    if head in roots:
        here: type | str = roots[head]
    elif head in top:
        here = top[head].row or "value"
    else:
        return None
    for name in rest:
        if isinstance(here, str):
            return "value" if name in {"text", "code"} else None
        if name in DERIVED.get(here, {}):
            here = DERIVED[here][name]
            continue
        spec = specs_of(here).get(name)
        if spec is None:
            return None
        here = spec.row or (top[spec.target].row_type if spec.target else "value")
    return here


class _Walk:
    """A walk over a template that follows loop variables to their lists.

    So `{{ purpose.nam }}` is caught at load.
    """

    def __init__(self, roots: dict[str, type], top: Mapping[str, Spec], found: list[str]):
        self.roots, self.top, self.found = roots, top, found

    def visit(self, node: nodes.Node, local: dict[str, type | str]) -> None:
        """Note every name below a node that does not exist; `local` are the loop variables and what they stand for."""
        if isinstance(node, nodes.For):
            self.visit(node.iter, local)
            inner = (
                {**local, node.target.name: self.type_of(node.iter, local) or "value"}
                if isinstance(node.target, nodes.Name)
                else local
            )
            for child in (*node.body, *([node.test] if node.test else [])):
                self.visit(child, inner)
            return
        if isinstance(node, nodes.Getattr) and not isinstance(node.node, nodes.Call):
            if self.type_of(node, local) is None:
                self.found.append(f"{self.name_of(node)} bestaat niet")
            return
        if (
            isinstance(node, nodes.Name)
            and node.ctx == "load"
            and self.type_of(node, local) is None
            and node.name not in GIVEN
        ):
            self.found.append(f"{node.name} bestaat niet")
        for child in node.iter_child_nodes():
            self.visit(child, local)

    def type_of(self, node: nodes.Node, local: dict[str, type | str]) -> type | str | None:
        """Return the facts class that an expression stands for; "value" or "given" without one.

        None for a name that does not exist.
        """
        names = paths.split(self.name_of(node))
        if names[0] in GIVEN:
            return "given"
        if names[0] in local:
            known = local[names[0]]
            return "value" if isinstance(known, str) else _resolve(names, {names[0]: known}, self.top)
        return _resolve(names, self.roots, self.top)

    def name_of(self, node: nodes.Node | None) -> str:
        """Return the dotted name that an expression prints, without its filters; “?” for what has none."""
        if isinstance(node, nodes.Getattr):
            return f"{self.name_of(node.node)}.{node.attr}"
        if isinstance(node, nodes.Filter):
            return self.name_of(node.node)
        return node.name if isinstance(node, nodes.Name) else "?"


def bare_tone(source: str) -> list[str]:
    """Return a sentence for each bare u, uw, je, jij, jou or jouw outside {{ … }}: both forms belong in aan()."""
    words = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", source, flags=re.S)
    return [f"“{match.group()}” hoort in aan(…)" for match in BARE.finditer(words)]
