"""What the catalogue says per country, and in both forms of address.

A statement says u or je, and what is still as picked follows it.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from policies.core.facts import Facts, specs_of
from policies.core.facts.choices import LAW_COUNTRY, TONE
from policies.core.language.word_lists import Catalogue

PICKED = (
    "activities",
    "arrangements",
    "categories",
    "cookies",
    "doings",
    "groups",
    "recipients",
    "retention",
    "sectors",
    "security",
)  # files of which one picks rows
TEXTS = {"text", "long"}  # kinds of fields; a field of kind lines holds several


def for_country(value: Any, country: str, tone: str | None = None) -> Any:
    """Return the value as it is in one country and one form of address (u unless given).

    Each {BE: …, NL: …} becomes what holds in that country, and each {u: …, je: …} what one form of address says. What
    is nothing in that country falls out of a list.
    """
    if isinstance(value, Mapping):
        if value and value.keys() <= LAW_COUNTRY.keys():
            return for_country(value.get(country), country, tone)
        if value.keys() == TONE.keys():
            return value[tone or "u"]
        return {name: for_country(part, country, tone) for name, part in value.items()}
    if isinstance(value, list):
        return [part for part in (for_country(entry, country, tone) for entry in value) if part is not None]
    return value


def both_forms(catalogue: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return by form of address each text of the catalogue that has two forms: from how the other form says it."""
    pairs = [pair for stem in PICKED for row in catalogue.get(stem, ()) for pair in _pairs(row)]
    return {"u": {pair["je"]: pair["u"] for pair in pairs}, "je": {pair["u"]: pair["je"] for pair in pairs}}


def _pairs(value: Any) -> Iterator[Mapping[str, str]]:
    """Yield every {u: …, je: …} in a row; a row of groups.yaml has these two beside its other fields."""
    if isinstance(value, Mapping):
        if value.keys() >= TONE.keys():
            yield value
        for part in value.values():
            yield from _pairs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _pairs(part)


def other_form(text: str | None, library: Catalogue) -> str | None:
    """Return a text of the catalogue in the other form of address; None for a text that somebody wrote."""
    return next((texts[text] for texts in library.both_forms.values() if text is not None and text in texts), None)


def in_tone(facts: Facts, library: Catalogue) -> Facts:
    """Return the facts with each text of the catalogue in the form of address of the statement.

    What somebody wrote stays.
    """
    swapped: Facts = _swapped(facts, library.both_forms[facts.style.tone or "u"])
    return swapped


def _swapped(row: Any, forms: Mapping[str, str]) -> Any:
    """Return the row with the texts that stand in `forms` replaced; the same object where none does."""
    changed: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = new = getattr(row, name)
        if spec.kind in TEXTS:
            new = forms.get(value, value)
        elif spec.kind == "lines":
            new = tuple(forms.get(line, line) for line in value)
        elif spec.kind == "part":
            new = _swapped(value, forms)
        elif spec.kind == "rows":
            new = tuple(_swapped(one, forms) for one in value)
        if new != value:
            changed[name] = new
    return dataclasses.replace(row, **changed) if changed else row
