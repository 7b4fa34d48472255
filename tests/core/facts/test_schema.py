"""The JSON Schema says of a file what from_data says of it, but for what no schema can see."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from hypothesis import given
from jsonschema import Draft202012Validator

from policies.core.facts import Facts, specs_of
from policies.core.facts.plain_data import FactsError, from_data, read_yaml, to_data
from policies.core.facts.schema import SHAPES, fact_classes, json_schema
from tests.generate import companies, full_company

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
EXAMPLES = sorted(Path(settings.BASE_DIR, "clauses", "examples").glob("*.yaml"))

MALFORMED: dict[str, list[Any]] = {
    "key": ["Met Spaties", "-a", "a" * 41],
    "text": [["lijst"], {"a": "b"}, "x" * 5000],
    "long": [["lijst"], "x" * 7000],
    "lines": [{"a": "b"}, ["x" * 201], [f"regel {n}" for n in range(701)]],
    "choice": ["onzin"],
    "choices": [["onzin"], "onzin"],
    "yesno": ["misschien", 2],
    "tick": ["misschien"],
    "number": ["zeer lang", -1, 10_000, 1.5],
    "day": ["31-11-2026", "gisteren"],
    "url": ["bakkerij", "javascript:alert(1)"],
    "urls": [["bakkerij"]],
    "email": [["a@b.be"], "x" * 201],
    "phone": [["09"], "0" * 41],
    "country": ["Atlantis", "be-nl"],
    "countries": [["Atlantis"]],
    "ref": ["Met Spaties"],
    "refs": [["Met Spaties"]],
    "part": ["tekst", ["lijst"]],
    "rows": ["tekst", {"a": "b"}],
}


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_kind_has_a_shape_and_a_malformed_value() -> None:
    kinds = {spec.kind for row in (Facts, *fact_classes()) for spec in specs_of(row).values()}
    assert kinds <= set(SHAPES)
    assert kinds == set(MALFORMED)


def test_every_field_stands_in_the_schema_with_its_label() -> None:
    for row in fact_classes():
        properties = SCHEMA["$defs"][row.__name__]["properties"]
        assert {name: text["title"] for name, text in properties.items()} == {
            name: spec.label for name, spec in specs_of(row).items()
        }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_accepted_as_written(path: Path) -> None:
    as_json = json.loads(json.dumps(yaml.safe_load(path.read_bytes()), default=str))  # YAML makes dates of dates
    assert [error.message for error in VALIDATOR.iter_errors(as_json)] == []
    assert read_yaml(path.read_bytes())


@given(companies())
def test_any_company_is_accepted(company: Facts) -> None:
    VALIDATOR.validate(json.loads(json.dumps(to_data(company))))


def places(row: type, data: dict[str, Any], path: str = "") -> Iterator[tuple[str, type, dict[str, Any], str]]:
    """Every field in plain data once per class: its path, its class, the mapping that holds it, and its name there."""
    for name, spec in specs_of(row).items():
        here = f"{path}.{name}" if path else name
        yield here, row, data, name
        if spec.kind == "part":
            yield from places(spec.row, data[name], here)
        elif spec.kind == "rows":
            entry = data[name][0]
            yield from places(spec.row, entry, f"{here}.{entry.get('key') or entry.get('category') or 0}")


WHOLE = to_data(full_company(rows=1))
PATHS = [path for path, *_ in places(Facts, WHOLE)]


@pytest.mark.parametrize("wanted", PATHS)
def test_both_refuse_what_is_malformed(wanted: str) -> None:
    top = wanted.split(".")[0]
    data = {
        "schema": 2,
        **{name: copy.deepcopy(WHOLE[name]) if name == top else WHOLE[name] for name in specs_of(Facts)},
    }
    row, holder, name = next((row, holder, name) for path, row, holder, name in places(Facts, data) if path == wanted)
    shape = SCHEMA if row is Facts else SCHEMA["$defs"][row.__name__]
    for value in MALFORMED[specs_of(row)[name].kind]:
        holder[name] = value
        assert not VALIDATOR.evolve(schema=shape["properties"][name]).is_valid(value), f"the schema takes {value!r}"
        with pytest.raises(FactsError) as refusal:
            from_data({"schema": 2, top: data[top]})
        told = [problem.path for problem in refusal.value.problems]
        # a row is called by its key or category; when that is what is wrong, the path cannot be the old one
        assert any(path == wanted or (name in {"key", "category"} and path.endswith(f".{name}")) for path in told)


@pytest.mark.parametrize(
    "broken", [{}, {"schema": 3}, {"schema": 2, "controler": {}}, {"schema": 2, "style": {"toon": "u"}}, []]
)
def test_both_refuse_what_does_not_exist(broken: Any) -> None:
    assert list(VALIDATOR.iter_errors(broken))
    with pytest.raises(FactsError):
        from_data(broken)


def test_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("profile_schema")
    assert json.loads(capsys.readouterr().out) == SCHEMA
