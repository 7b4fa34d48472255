"""The 23 criteria: each applies and does not, is met and is not, and follows the law where the research strays from it."""

from typing import Any

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import FOLDER, load
from policies.core.completeness import Criterion, criteria
from policies.core.facts import Facts
from tests import golden
from tests.core.checks.company import ON, company
from tests.core.checks.retold import edited, without
from tests.core.completeness.test_items import ALL_FROM_OTHERS, FROM_OTHERS, HERE, NO_CONSENT, NOBODY, ON_CONTRACT

EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"))
MAILER, ASK = "recipients.mailer", "activities.vragen.purposes.antwoorden"
ON_LAW = {
    **NO_CONSENT,
    f"{ASK}.legal_basis": "legal_obligation",
    "activities.nieuws.purposes.sturen.legal_basis": "legal_obligation",
}
BRITISH = {f"{MAILER}.country": "GB", f"{MAILER}.safeguards": ("adequacy",)}
DPO = {"dpo.designated": True, "dpo.email": "dpo@lampenist.example"}
SWISS = {
    "controller.seat_country": "CH",
    "representative.name": "Lampen Europa",
    "representative.email": "eu@lampen.example",
}

# which criterion; facts with which it applies; the article taken out so that it is not met; facts with which it does not apply (None: always applies)
ROWS: list[tuple[str, dict[str, Any], str, dict[str, Any] | None]] = [
    ("C1", {}, "18", None),
    ("C2", {}, "13.2.d", None),
    ("C3", {}, "20", ON_LAW),
    ("C4", {}, "21.1", ON_CONTRACT),
    ("C5", {}, "13.2.c", ON_CONTRACT),
    ("C6", {}, "13.1.f", HERE),
    ("C7", {}, "13.1.f", HERE),
    ("C8", {f"{MAILER}.safeguards": ("explicit_consent",)}, "13.1.f", {}),
    ("C9", {}, "13.1.f", HERE),
    ("C10", BRITISH, "13.1.f", HERE),
    ("C11", FROM_OTHERS, "14.2.f", {}),
    ("C12", FROM_OTHERS, "14.2.f", {}),
    ("C13", FROM_OTHERS, "14.1.d", {}),
    ("C14", FROM_OTHERS, "14.1.d", {}),
    ("C15", {}, "13.1.e", NOBODY),
    ("C16", {}, "13.2.a", None),
    ("C17", {}, "13.2.e", ALL_FROM_OTHERS),
    ("C18", {}, "13.1.c", None),
    ("C19", DPO, "13.1.b", {}),
    ("C20", {}, "13.1.a", None),
    ("C21", {}, "13.1.a", None),
    ("C22", SWISS, "13.1.a", {}),
    ("C23", SWISS, "13.1.a", {}),
]


def judged(changes: dict[str, Any], *gone: str) -> dict[str, Criterion]:
    facts = company(changes)
    document = assemble(facts, load(), ON)
    return {
        criterion.number: criterion
        for criterion in criteria(facts, edited(document, without(*gone)) if gone else document, load(), ON)
    }


def test_there_are_23_and_each_has_its_row() -> None:
    assert list(judged({})) == [f"C{number}" for number in range(1, 24)] == [row[0] for row in ROWS]


@pytest.mark.parametrize(
    ("number", "applies", "gone", "not_applies"), ROWS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_row(number: str, applies: dict, gone: str, not_applies: dict | None) -> None:
    assert judged(applies)[number].met is True
    assert judged(applies, gone)[number].met is False
    if not_applies is not None:
        free = judged(not_applies)[number]
        assert (free.applies, free.met) == (False, None) and free.why.endswith(".")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_meets_what_applies(path) -> None:
    facts = golden.example(path.stem)
    assert [
        found.number for found in criteria(facts, assemble(facts, load(), ON), load(), ON) if found.met is False
    ] == []


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_every_layout_meets_what_applies(pattern: str) -> None:
    assert [
        number for number, found in judged({**FROM_OTHERS, "style.pattern": pattern}).items() if found.met is False
    ] == []


def test_the_law_is_followed_where_the_research_strays_from_it() -> None:
    consent_only = {
        **ON_CONTRACT,
        "activities.nieuws.purposes.sturen.legal_basis": "consent",
        "activities.nieuws.purposes.sturen.marketing_rule": None,
        "marketing.used": False,
    }
    assert judged(consent_only)["C5"].met is True  # without a right to object, which art. 21 does not give here
    assert judged({}, "17")["C1"].met is False  # erasure, which the research leaves out
    assert judged({**ON_LAW, f"{ASK}.legal_basis": "consent"})["C3"].applies  # portability with consent alone
    nameless = judged({"controller.legal_name": None})["C20"]
    assert nameless.met is False  # a number alone is no identity
    assert judged(HERE)["C6"].applies is False  # asked only where there is a transfer


def test_nothing_at_all_can_be_judged() -> None:
    found = criteria(Facts(), assemble(Facts(), load(), ON), load(), ON)
    assert len(found) == 23 and not any(
        criterion.met for criterion in found if criterion.number in {"C15", "C16", "C18", "C20"}
    )
