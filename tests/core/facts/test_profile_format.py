"""docs/profile-format.md tells the truth: its examples load, its errors are what is said, its tables are today's."""

import re
import time
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.facts import Facts, specs_of
from policies.core.facts.plain_data import FactsError, read_yaml
from policies.management.commands import profile_schema

PAPER = Path(settings.BASE_DIR, "docs", "profile-format.md").read_text()
BLOCK = re.compile(r"```yaml\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)
EXAMPLES = [yaml for yaml, said in BLOCK.findall(PAPER) if not said]
ERRORS = [(yaml, said) for yaml, said in BLOCK.findall(PAPER) if said]


def test_the_paper_has_examples_of_both_kinds() -> None:
    assert (len(EXAMPLES), len(ERRORS)) == (1, 5)


def test_the_example_can_be_published() -> None:
    findings = check(read_yaml(EXAMPLES[0]), load(), date(2026, 12, 1))
    assert [(finding.path, finding.message) for finding in findings if finding.blocks] == []


@pytest.mark.parametrize(("yaml", "said"), ERRORS)
def test_the_errors_are_what_is_said(yaml: str, said: str) -> None:
    with pytest.raises(FactsError) as refusal:
        read_yaml(yaml)
    assert f"{refusal.value}\n" == said


def references(row: type, path: str = "") -> Iterator[str]:
    for name, spec in specs_of(row).items():
        if spec.kind in {"ref", "refs"}:
            yield f"| `{path}{name}` | `{spec.target}` |"
        elif spec.row:
            yield from references(spec.row, f"{path}{name}.")


def test_every_reference_is_told() -> None:
    told = re.search(r"\| field \| is a key from \|\n\| --- \| --- \|\n(.*?)\n\n", PAPER, re.DOTALL)
    assert told and told[1].split("\n") == list(references(Facts))


def test_the_tables_are_those_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "profile-format.md"
    copy.write_text(re.sub(r"(<!-- fields -->\n).*(<!-- /fields -->)", r"\1old\n\2", PAPER, flags=re.DOTALL), "utf-8")
    monkeypatch.setattr(profile_schema, "PAPER", copy)
    call_command("profile_schema", "--write", stdout=StringIO())
    assert copy.read_text("utf-8") == PAPER, "run manage.py profile_schema --write"


def test_the_tables_are_not_written_where_there_are_no_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tmp_path / "bare.md"
    bare.write_text("no marks", "utf-8")
    monkeypatch.setattr(profile_schema, "PAPER", bare)
    with pytest.raises(CommandError):
        call_command("profile_schema", "--write", stdout=StringIO())
    assert bare.read_text("utf-8") == "no marks"


def test_a_fault_of_form_is_told_in_dutch_with_its_line() -> None:
    with pytest.raises(FactsError, match="regel 3: hier klopt de opmaak niet"):
        read_yaml("schema: 1\nscope: {websites: [https://a.example\nstyle: {tone: u}\n")


def test_json_that_writes_an_emoji_as_two_halves_is_read_and_half_a_one_is_refused() -> None:
    assert (
        read_yaml('{"schema": 1, "controller": {"legal_name": "Brood \\ud83e\\udd50"}}').controller.legal_name
        == "Brood 🥐"
    )
    with pytest.raises(FactsError, match="onleesbaar teken"):
        read_yaml('{"schema": 1, "controller": {"legal_name": "Brood \\ud83e"}}')


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("schema: 1\n" + "".join(f"naam{number}: x\n" for number in range(69_000)), "te groot|te veel namen"),
        ("schema: 1\n" + "".join(f"k{number}: \n" for number in range(20_000)), "eerste 50 fouten"),
        ("schema: 1\nactivities:\n" + "- {}\n" * 10_000, "Hooguit 200 regels"),
        (
            "schema: 1\nactivities:\n"
            + "".join(f"- key: a{a}\n  uses: [{', '.join(['{}'] * 150)}]\n" for a in range(150)),
            "eerste 50 fouten|samen",
        ),
        (
            "schema: 1\nactivities:\n"
            + "".join(
                f"- key: a{a}\n  purposes: [{', '.join(f'{{key: p{p}}}' for p in range(15))}]\n" for a in range(150)
            ),
            "samen",
        ),
        ("[" * 100_000, "te diep genest"),
        ("a: " + "{a: " * 100_000, "te diep genest"),
        ("- " * 50_000, "te diep genest"),
        ("a: 1\n" * 15_000, "staat hier twee keer"),
        ("schema: 1\n---\nschema: 1", "tweede document"),
        ("? [a]\n: b", "geen lijst"),
        ("a: &x [y]\nb: *x", "verwijzingen"),
        ("schema: 1\nstyle: " + "a" * 400_000, "namen met waarden"),
        ("schema: 1\ncontroller: {legal_name: " + "a\u0301\u0327" * 50_000 + "}", "tekens"),
        ("schema: 1\ncontroller: {legal_name: a" + "\u0301\u0327" * 50 + "}", "te veel accenten"),
        ("schema: 1\nscope: {processing_countries: [" + "Italië, " * 40_000 + "]}", "Hooguit"),
        ("\n" * 400_000, "lijst van namen"),
        ("'" * 99_999, "opmaak"),
    ],
    ids=range(18),
)
def test_whatever_is_in_a_file_it_is_answered_soon(source: str, said: str) -> None:
    start = time.process_time()
    with pytest.raises(FactsError, match=said):
        read_yaml(source)
    assert time.process_time() - start < 2
