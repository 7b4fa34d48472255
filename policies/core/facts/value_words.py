"""A value of the facts in words, as a button or a question names it."""

from typing import Any

from policies.core.facts import Facts, Spec, paths
from policies.core.facts.fragments import quoted
from policies.core.facts.values import country_names


def in_words(facts: Facts, path: str, value: Any) -> str:
    """Return a value as a button or a question names it.

    That is “…” around text, the label of a choice, or the name of a country or a row.
    """
    spec = paths.spec_at(path)
    if isinstance(value, tuple):
        return " en ".join(_one(facts, spec, entry) for entry in value)
    return _one(facts, spec, value)


def _one(facts: Facts, spec: Spec, value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if spec.choices:
        return f"“{spec.choices.get(value, value)}”"
    if spec.kind in {"country", "countries"}:
        return country_names().get(value, str(value))
    if spec.kind in {"ref", "refs"}:
        row = facts.find(spec.target, value)
        return quoted(getattr(row, "name", None) or value)
    return quoted(shortened(str(getattr(value, "name", value))))


def shortened(text: str, most: int = 80) -> str:
    """Return a text on one line of at most `most` characters, cut after a whole word."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[:most]} …"
