"""docs/checks.md says which check does each of the 65 conditions, and is held to the code."""

import re
from pathlib import Path

from policies.core.checks import RULES

PAPER = (Path(__file__).parents[3] / "docs" / "checks.md").read_text("utf-8")
CONDITIONS = [line.strip("| ").split(" | ") for line in PAPER.splitlines() if line.startswith("| CHK-")]
PRINTED = [line.strip("| ").split(" | ") for line in PAPER.splitlines() if line.startswith("| `")]


def test_every_condition_has_its_line() -> None:
    assert [row[0] for row in CONDITIONS] == [f"CHK-{number:02d}" for number in range(1, 66)]


def test_each_line_names_the_rules_that_do_it_or_says_why_none() -> None:
    for chk, _, _, done_by in CONDITIONS:
        codes = set(re.findall(r"`([^`]+)`", done_by))
        assert codes == {rule.code for rule in RULES if chk in rule.chk.split()}, chk
        assert codes or done_by.startswith("none can: "), chk


def test_every_rule_is_printed_as_it_is() -> None:
    assert PRINTED == [
        [f"`{rule.code}`", rule.severity, ", ".join(rule.articles.split()), ", ".join(rule.chk.split()) or "–"]
        for rule in RULES
    ]
