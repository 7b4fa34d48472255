"""Every use resolves to a period or a criterion that a reader can apply (art. 13.2.a): one row = one check. The words of many people are in wordings.yaml."""

import pytest

from tests.core.checks.company import Case, found, show

RULE = "retention_rules.vraag"
CRITERION = {f"{RULE}.number": None, f"{RULE}.unit": None, f"{RULE}.start_event": None}
AFTER = {f"{RULE}.start_event": None, f"{RULE}.criterion": "tot de vraag is opgelost"}
ERASED = {"retention_rules.zolang.afterwards": "erase", "retention_rules.boekhouding.afterwards": "erase"}

CASES = [
    Case(
        "13.2.a-retention",
        "activities.vragen.retention",
        {"activities.vragen.retention": None},
        {"activities.vragen.retention": None, "activities.vragen.uses.contact.retention": "vraag"},
    ),
    Case("13.2.a-period", f"{RULE}.number", CRITERION, {**CRITERION, f"{RULE}.criterion": "tot de vraag is opgelost"}),
    Case("13.2.a-unit", f"{RULE}.unit", {f"{RULE}.unit": None}, {f"{RULE}.unit": "day"}),
    Case("13.2.a-number", f"{RULE}.number", {f"{RULE}.number": None}, {f"{RULE}.number": 2}),
    Case(
        "13.2.a-start",
        f"{RULE}.start_event",
        {f"{RULE}.start_event": None},
        {f"{RULE}.start_event": None, f"{RULE}.criterion": "geteld vanaf ons antwoord"},
    ),
    Case(
        "13.2.a-start-check",
        f"{RULE}.start_event",
        {f"{RULE}.start_event": None, f"{RULE}.criterion": "geteld vanaf ons antwoord"},
        {},
    ),
    # nothing is kept, or something
    Case("13.2.a-period", f"{RULE}.number", CRITERION, {**CRITERION, f"{RULE}.nothing_kept": True}),
    Case(
        "13.2.a-nothing",
        f"{RULE}.nothing_kept",
        {f"{RULE}.nothing_kept": True},
        {**CRITERION, f"{RULE}.nothing_kept": True},
    ),
    Case(
        "13.2.a-nothing",
        f"{RULE}.nothing_kept",
        {**CRITERION, f"{RULE}.criterion": "tot de vraag is opgelost", f"{RULE}.nothing_kept": True},
        {},
    ),
    # a condition that ends starts the number, so that nothing else has to
    Case(
        "13.2.a-start-check",
        f"{RULE}.start_event",
        {**AFTER, f"{RULE}.together": "latest"},
        {**AFTER, f"{RULE}.together": "then"},
    ),
    # without an end
    Case("13.2.a-no-end", f"{RULE}.bound", {f"{RULE}.bound": "at_least"}, {f"{RULE}.bound": "at_most"}),
    Case(
        "13.2.a-no-end",
        f"{RULE}.bound",
        {f"{RULE}.bound": "at_least"},
        {f"{RULE}.bound": "at_least", f"{RULE}.law": "art. 2 van een wet"},
    ),
    Case(
        "13.2.a-no-end",
        "retention_rules.boekhouding.bound",
        {"retention_rules.boekhouding.bound": "usually"},
        {"retention_rules.boekhouding.bound": "at_least", "retention_rules.boekhouding.law": None},
    ),
    Case(
        "13.2.a-no-end",
        f"{RULE}.bound",
        {f"{RULE}.bound": "usually"},
        {f"{RULE}.bound": "usually", f"{RULE}.criterion": "zolang een klacht loopt", f"{RULE}.together": "latest"},
    ),
    Case(
        "13.2.a-no-end",
        f"{RULE}.bound",
        {f"{RULE}.bound": "usually", f"{RULE}.criterion": "zolang een klacht loopt"},
        {},
    ),
    Case(
        "13.2.a-backups",
        "security.backup_days",
        {f"{RULE}.afterwards": "erase_backups"},
        {f"{RULE}.afterwards": "erase_backups", "security.backup_days": 30},
    ),
    # what happens after most terms is said once, and does not answer for a rule that is open
    Case("5.1.e-afterwards", f"{RULE}.afterwards", ERASED, {**ERASED, f"{RULE}.afterwards": "anonymise"}),
    Case("5.1.e-afterwards", f"{RULE}.afterwards", ERASED, {**ERASED, "retention_rules.zolang.afterwards": None}),
    Case("5.1.e-afterwards", f"{RULE}.afterwards", ERASED, {**ERASED, **CRITERION, f"{RULE}.nothing_kept": True}),
    Case(
        "13.2.a-vague",
        f"{RULE}.criterion",
        {**CRITERION, f"{RULE}.criterion": "zolang als nodig"},
        {f"{RULE}.criterion": "of tot de vraag is opgelost"},
    ),
    # what is printed beside a number is judged too
    Case(
        "13.2.a-vague",
        f"{RULE}.criterion",
        {f"{RULE}.criterion": "zolang als nodig"},
        {f"{RULE}.criterion": "zolang als nodig, en hoogstens 2 jaar"},
    ),
    Case(
        "13.2.a-vague",
        f"{RULE}.start_event",
        {f"{RULE}.start_event": "na afloop"},
        {f"{RULE}.start_event": "na afloop van de cursus"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_a_rule_that_nothing_uses_is_not_printed_and_not_judged() -> None:
    assert found({**CRITERION, "activities.vragen.retention": "zolang"}) == []
