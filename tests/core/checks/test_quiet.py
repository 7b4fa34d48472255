"""The checks of roles, parties, reach and reasons say nothing of our examples."""

import pytest

from policies.core.checks import check, parties, retention_reasons, roles, scope, work_for_others
from policies.core.checks.collection import NOT_PUBLIC
from policies.core.checks.finding import CheckRule
from policies.core.clauses.library import load
from tests import golden
from tests.core.checks.company import ON

CODES = {
    NOT_PUBLIC.code,
    *(
        rule.code
        for theme in (parties, retention_reasons, roles, scope, work_for_others)
        for rule in vars(theme).values()
        if isinstance(rule, CheckRule)
    ),
}


@pytest.mark.parametrize("name", golden.COMPANIES)
def test_an_example_has_no_such_finding(name: str) -> None:
    assert {
        (finding.code, finding.path) for finding in check(golden.example(name), load(), ON) if finding.code in CODES
    } == set()
