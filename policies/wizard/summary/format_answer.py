"""An answer in words, as a person would say it to a colleague. Pure."""

from collections.abc import Mapping
from typing import Any

from policies.core.facts import Facts, Spec, values
from policies.core.facts.fragments import phrase, shaped
from policies.core.facts.internet_address import readable

YES_NO = {True: "ja", False: "nee", None: ""}
Names = Mapping[str, Mapping[str, str]]  # list → key → what people call the row


def names_of(facts: Facts) -> Names:
    """What people call each row that others may refer to."""
    lists = ("groups", "categories", "retention_rules", "activities", "recipients")
    return {name: {row.key: shaped(row) if row.name else row.key for row in getattr(facts, name)} for name in lists}


def words(spec: Spec, value: Any, names: Names) -> str:
    """The value of one field; empty when it is not answered."""
    if value is None or value == () or value == "":
        return ""
    if spec.kind in {"yesno", "tick"}:
        return YES_NO[value] if spec.kind == "yesno" else "ja" if value else ""
    if spec.kind in {"choices", "countries", "refs", "lines", "urls"}:
        return "; ".join(_one(spec, entry, names) for entry in value)
    return _one(spec, value, names)


def _one(spec: Spec, value: Any, names: Names) -> str:
    if spec.kind in {"choice", "choices"}:
        return spec.choices.get(value, value)
    if spec.kind in {"country", "countries"}:
        return values.country_names().get(value, value)
    if spec.kind in {"ref", "refs"}:
        return names[spec.target].get(value, value)
    if spec.kind in {"url", "urls", "email"}:
        return readable(value)
    return phrase(str(value)) if spec.kind == "lines" and spec.wording == "phrase" else str(value)
