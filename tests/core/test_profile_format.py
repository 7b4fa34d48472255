"""docs/profile-format.md tells the truth: its examples load, its errors are what is said, its tables are today's."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from policies.core.checks import check
from policies.core.facts import Facts, specs_of
from policies.core.facts.data import FactsError, read_yaml
from policies.core.library import load

PAPER = Path(settings.BASE_DIR, "docs", "profile-format.md").read_text()
BLOCK = re.compile(r"```yaml\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)
EXAMPLES = [yaml for yaml, said in BLOCK.findall(PAPER) if not said]
ERRORS = [(yaml, said) for yaml, said in BLOCK.findall(PAPER) if said]


def test_the_paper_has_examples_of_both_kinds() -> None:
    assert (len(EXAMPLES), len(ERRORS)) == (1, 4)


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


def test_the_tables_are_those_of_today(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("profile_schema", "--tables")
    today = capsys.readouterr().out
    told = re.search(r"<!-- fields -->\n(.*)<!-- /fields -->", PAPER, re.DOTALL)
    assert told and told[1] == today, "put the output of manage.py profile_schema --tables between the two marks"


def test_a_fault_of_form_is_told_in_dutch_with_its_line() -> None:
    with pytest.raises(FactsError, match="regel 3: hier klopt de opmaak niet"):
        read_yaml("schema: 1\nscope: {websites: [https://a.example\nstyle: {tone: u}\n")


def test_json_that_writes_an_emoji_as_two_halves_is_read_and_half_a_one_is_refused() -> None:
    assert read_yaml('{"schema": 1, "controller": {"legal_name": "Brood \\ud83e\\udd50"}}').controller.legal_name == "Brood 🥐"
    with pytest.raises(FactsError, match="onleesbaar teken"):
        read_yaml('{"schema": 1, "controller": {"legal_name": "Brood \\ud83e"}}')
