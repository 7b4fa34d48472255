"""Every use resolves to a period or a criterion that a reader can apply (art. 13.2.a): one row = one check. The words of many people are in wordings.py."""

import pytest

from .company import Case, found, show

RULE = "retention_rules.vraag"
CRITERION = {f"{RULE}.number": None, f"{RULE}.unit": None, f"{RULE}.start_event": None}

CASES = [
    Case(
        "13.2.a-retention", "activities.vragen.retention", {"activities.vragen.retention": None},
        {"activities.vragen.retention": None, "activities.vragen.uses.contact.retention": "vraag"},
    ),
    Case("13.2.a-period", f"{RULE}.number", CRITERION, {**CRITERION, f"{RULE}.criterion": "tot de vraag is opgelost"}),
    Case("13.2.a-unit", f"{RULE}.unit", {f"{RULE}.unit": None}, {f"{RULE}.unit": "day"}),
    Case("13.2.a-number", f"{RULE}.number", {f"{RULE}.number": None}, {f"{RULE}.number": 2}),
    Case("13.2.a-start", f"{RULE}.start_event", {f"{RULE}.start_event": None}, {f"{RULE}.start_event": None, f"{RULE}.criterion": "geteld vanaf ons antwoord"}),
    Case("13.2.a-start-check", f"{RULE}.start_event", {f"{RULE}.start_event": None, f"{RULE}.criterion": "geteld vanaf ons antwoord"}, {}),
    Case("13.2.a-backups", "security.backup_days", {f"{RULE}.afterwards": "erase_backups"}, {f"{RULE}.afterwards": "erase_backups", "security.backup_days": 30}),
    Case("13.2.a-vague", f"{RULE}.criterion", {**CRITERION, f"{RULE}.criterion": "zolang als nodig"}, {f"{RULE}.criterion": "of tot de vraag is opgelost"}),
    # what is printed beside a number is judged too
    Case("13.2.a-vague", f"{RULE}.criterion", {f"{RULE}.criterion": "zolang als nodig"}, {f"{RULE}.criterion": "zolang als nodig, en hoogstens 2 jaar"}),
    Case("13.2.a-vague", f"{RULE}.start_event", {f"{RULE}.start_event": "na afloop"}, {f"{RULE}.start_event": "na afloop van de cursus"}),
]

@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_a_rule_that_nothing_uses_is_not_printed_and_not_judged() -> None:
    assert found({**CRITERION, "activities.vragen.retention": "zolang"}) == []
