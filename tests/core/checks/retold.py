"""The assembled text, changed: with something taken out, put in or no longer set apart. So a test can see what is missed."""

import dataclasses
from collections.abc import Callable
from typing import Any

from policies.core import document as d

Edit = Callable[[Any], Any]


def without(*articles: str) -> Edit:
    """The text without the clauses that carry one of these articles."""
    return lambda node: None if isinstance(node, d.Clause) and set(articles) & set(node.articles) else node


def saying(article: str, words: str) -> Edit:
    """The text with one more sentence of the library in each clause with that article."""
    more = d.Paragraph((d.Text(words),))
    return lambda node: (
        dataclasses.replace(node, blocks=(*node.blocks, more))
        if isinstance(node, d.Clause) and article in node.articles
        else node
    )


def flat(node: Any) -> Any:
    """The text with nothing set apart."""
    if isinstance(node, d.Clause):
        return dataclasses.replace(
            node,
            blocks=tuple(
                inner for block in node.blocks for inner in (block.blocks if isinstance(block, d.Notice) else (block,))
            ),
        )
    return node


def edited(root: Any, edit: Edit) -> Any:
    """The same tree with every node put through `edit`; None takes one out."""
    if isinstance(root, tuple):
        return tuple(new for entry in root if (new := edited(entry, edit)) is not None)
    if not (isinstance(root, d.Document) or type(root).__name__ in d.NODES):
        return root
    node = edit(root)
    if node is None:
        return None
    tuples = {
        field.name: edited(getattr(node, field.name), edit)
        for field in dataclasses.fields(node)
        if isinstance(getattr(node, field.name), tuple)
    }
    return dataclasses.replace(node, **tuples)
