"""The JSON Schema of facts, and the tables of the paper about them.

Both are made from the Specs, so neither can lag behind.
"""

from collections.abc import Callable, Iterator
from typing import Any

from policies.core.facts import LISTS, PARTS, SCHEMA, Facts, paths
from policies.core.facts.countries import ORGANISATIONS
from policies.core.facts.fields import Spec, specs_of
from policies.core.facts.plain_data import MAX_ROWS
from policies.core.facts.values import MAX_ENTRIES, country_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KEY_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
YES_OR_NO = {"enum": [True, False, "ja", "nee"]}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of facts, in the way of writing that to_data uses.

    from_data reads more (30.11.2026, www.voorbeeld.be, Holland). Check digits and references are beyond a schema:
    from_data judges those.
    """
    properties = {name: _property(spec) for name, spec in specs_of(Facts).items()}
    return {
        "$schema": DIALECT,
        "title": "Feiten voor een privacyverklaring",
        "type": "object",
        "properties": {"schema": {"const": SCHEMA, "title": "Nummer van dit formaat"}, **properties},
        "required": ["schema"],
        "additionalProperties": False,
        "$defs": {
            "country": {"title": "Landcode", "enum": sorted(country_names().keys() - ORGANISATIONS.keys())},
            "place": {"title": "Landcode, of de code van een organisatie", "enum": sorted(country_names())},
            **{row.__name__: _object(row) for row in fact_classes()},
        },
    }


def fact_classes() -> list[type]:
    """Return every class of facts once, each before what hangs in it."""
    found: list[type] = []

    def visit(row: type) -> None:
        if row not in found:
            found.append(row)
            for spec in specs_of(row).values():
                if spec.row:
                    visit(spec.row)

    for row in (*PARTS.values(), *LISTS.values()):
        visit(row)
    return found


def _object(row: type) -> dict[str, Any]:
    specs = specs_of(row)
    described = {
        "description": (row.__doc__ or "").strip(),
        "type": "object",
        "properties": {name: _property(spec) for name, spec in specs.items()},
        "additionalProperties": False,
    }
    return described | ({"required": ["key"]} if "key" in specs else {})


def _property(spec: Spec) -> dict[str, Any]:
    notes = {"title": spec.label, "description": " ".join(filter(None, (spec.help, _internal(spec))))}
    return {name: text for name, text in notes.items() if text} | SHAPES[spec.kind](spec)


def _internal(spec: Spec) -> str:
    return f"Nooit in de verklaring: {spec.internal}." if spec.internal else ""


def _text(spec: Spec) -> dict[str, Any]:
    return {"type": "string", "maxLength": spec.max_length}


def _short(spec: Spec) -> dict[str, Any]:
    """Return the schema of a text that may be digits.

    Without quotes these are a number to YAML; as an answer they are text like any other.
    """
    return {"type": ["string", "integer"], "maxLength": spec.max_length}


def _choice(spec: Spec) -> dict[str, Any]:
    return {"oneOf": [{"const": code, "title": label} for code, label in spec.choices.items()]}


def _url(spec: Spec) -> dict[str, Any]:
    return _text(spec) | {"format": "uri", "pattern": "^https?://"}


def _key(spec: Spec) -> dict[str, Any]:
    return _text(spec) | {"pattern": KEY_PATTERN}


def _many(one: dict[str, Any], most: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": one, "maxItems": most or MAX_ENTRIES, "uniqueItems": True}


SHAPES: dict[str, Callable[[Spec], dict[str, Any]]] = {
    "key": _key,
    "text": _short,
    "long": _text,
    "lines": lambda spec: _many(_short(spec), spec.maximum),
    "choice": _choice,
    "choices": lambda spec: _many(_choice(spec)),
    "yesno": lambda spec: YES_OR_NO,
    "tick": lambda spec: YES_OR_NO,
    "number": lambda spec: {"type": "integer", "minimum": spec.minimum, "maximum": spec.maximum},
    "day": lambda spec: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "url": _url,
    "urls": lambda spec: _many(_url(spec)),
    "email": lambda spec: _text(spec) | {"format": "email"},
    "phone": _short,
    "country": lambda spec: {"$ref": "#/$defs/country"},
    "countries": lambda spec: _many({"$ref": "#/$defs/place" if spec.organisations else "#/$defs/country"}),
    "ref": _key,
    "refs": lambda spec: _many(_key(spec)),
    "part": lambda spec: {"$ref": f"#/$defs/{spec.row_type.__name__}"},
    "rows": lambda spec: {
        "type": "array",
        "items": {"$ref": f"#/$defs/{spec.row_type.__name__}"},
        "maxItems": MAX_ROWS,
    },
}


# --- the tables of docs/profile-format.md ------------------------------------------------------------------------


def field_tables() -> str:
    """Return Markdown with a table for each part or list, and a line for each field.

    A line says what the field takes, its Dutch label and help, and its article.
    """
    return "\n".join(line for name, spec in specs_of(Facts).items() for line in _table(name, spec))


def _table(path: str, spec: Spec) -> Iterator[str]:
    """Yield the lines of the table of a part or list, and of those of the lists inside it."""
    what = "a list, one entry per row" if spec.kind == "rows" else "one mapping"
    yield from (f"### `{path}`: {spec.label}", "", f"{(spec.row_type.__doc__ or '').strip()} In YAML: {what}.", "")
    yield from ("| field | takes | label | help | AVG |", "| --- | --- | --- | --- | --- |")
    fields = specs_of(spec.row_type)
    for name, field in fields.items():
        help_text = " ".join(filter(None, (field.help, "*Internal, never printed.*" if field.internal else "")))
        cells = (f"`{name}`", _takes(path, name, field), field.label, help_text, ", ".join(field.articles))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""
    for name, field in fields.items():
        if field.kind == "rows":
            yield from _table(paths.under(path, name), field)


def _takes(path: str, name: str, spec: Spec) -> str:
    codes = ", ".join(f"`{code}`" for code in spec.choices)
    return {
        "key": "key, required",
        "text": f"text, up to {spec.max_length}",
        "long": f"text of several lines, up to {spec.max_length}",
        "lines": f"list of texts, each up to {spec.max_length}",
        "choice": f"one of {codes}",
        "choices": f"list of {codes}",
        "yesno": "`ja` or `nee`",
        "tick": "`ja`, or left out",
        "number": f"whole number, {spec.minimum} to {spec.maximum}",
        "day": "date, `2026-11-22`",
        "url": "web address",
        "urls": "list of web addresses",
        "email": "e-mail address",
        "phone": "telephone number",
        "country": "country",
        "countries": "list of countries",
        "ref": f"key from `{spec.target}`",
        "refs": f"list of keys from `{spec.target}`",
        "rows": f"list, see `{path}.{name}`",
    }[spec.kind]
