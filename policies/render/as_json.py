"""Document + Edition → plain data: the same tree, with the public facts and where every word comes from."""

import json
from typing import Any

from policies.core import document as d
from policies.core.facts import Facts
from policies.core.facts.plain_data import to_data
from policies.render.as_html import title

SCHEMA = 1


def data(document: d.Document, facts: Facts, edition: d.Edition | None) -> dict[str, Any]:
    """Return the statement as data: schema, edition or null, document tree with text, clause, articles and paths, and the public facts.

    Internal facts are never in it.
    """
    public = to_data(facts, internal=False)
    return {
        "schema": SCHEMA,
        "title": title(document),
        "edition": None
        if edition is None
        else {
            "label": edition.label,
            "effective_date": edition.effective_date.isoformat(),
            "published_on": edition.published_on.isoformat() if edition.published_on else None,
            "note": edition.note,
            "url": edition.url,
        },
        "digest": d.content_digest(document, public),
        "document": _with_text(d.to_data(document), document),
        "facts": public,
    }


def dumps(document: d.Document, facts: Facts, edition: d.Edition | None) -> str:
    """Return the same as a JSON text with sorted names, so that equal statements are equal bytes."""
    return json.dumps(data(document, facts, edition), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _with_text(tree: dict[str, Any], document: d.Document) -> dict[str, Any]:
    """Return the tree with the plain words of every clause, for a reader that wants no tree."""
    words = {clause.key: d.plain(clause) for clause in document.clauses()}

    def walk(entry: Any) -> None:
        if isinstance(entry, list):
            for child in entry:
                walk(child)
        elif isinstance(entry, dict):
            if entry.get("node") == "clause":
                entry["text"] = words[entry["key"]]
            for child in list(entry.values()):
                walk(child)

    walk(tree)
    return tree
