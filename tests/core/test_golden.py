"""Every statement is as it was read last. The diff of a failure is what a reader would see change."""

import difflib

import pytest

from policies.core import patterns
from policies.core.facts.choices import TONE
from tests.golden import EXAMPLES, HERE, statements


@pytest.mark.parametrize("name", EXAMPLES)
def test_statements_are_as_they_were_read(name: str) -> None:
    for path, text in statements(name):
        known = path.read_text("utf-8") if path.exists() else ""
        lines = difflib.unified_diff(
            known.splitlines(), text.splitlines(), str(path.relative_to(HERE)), "now", lineterm="", n=1
        )
        diff = "\n".join(list(lines)[:40])
        assert not diff, f"Read this, then write it anew: .venv/bin/python -m tests.golden\n{diff}"


def test_no_file_is_left_over() -> None:
    wanted = {HERE / name / f"{pattern}-{tone}.txt" for name in EXAMPLES for pattern in patterns.ALL for tone in TONE}
    assert set(HERE.rglob("*.txt")) == wanted
