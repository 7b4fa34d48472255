"""The rights that a statement promises are those of the matrix in catalogue/rights.yaml: right × legal basis (art. 7.3, 15–22)."""

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.catalogue.pick import right
from policies.core.clauses.library import load
from policies.core.document import Notice, plain
from policies.core.facts import Activity, Facts, Purpose
from policies.core.facts.choices import LEGAL_BASIS
from tests.golden import ON, document

PROMISES = {"portability": "rights/portability", "objection": "rights/objection", "withdrawal": "rights/withdraw"}


def said(basis: str | None) -> set[str]:
    activity = Activity(key="a", name="a", purposes=(Purpose(key="p", name="iets doen", legal_basis=basis),))
    return {clause.clause for clause in assemble(Facts(activities=(activity,)), load(), ON).clauses()}


ALWAYS = {
    "access": "rights/access",
    "rectification": "rights/rectification",
    "erasure": "rights/erasure",
    "restriction": "rights/restriction",
    "complaint": "rights/complaint",
}


@pytest.mark.parametrize("basis", LEGAL_BASIS)
def test_a_right_is_told_where_the_matrix_gives_it_and_nowhere_else(basis: str) -> None:
    here = said(basis)
    for name, clause in PROMISES.items():
        assert (clause in here) == (right(load(), name, basis, ON)["applies"] != "no"), name
    assert set(ALWAYS.values()) <= here


def test_an_open_basis_tells_every_right() -> None:
    assert {*PROMISES.values(), *ALWAYS.values()} <= said(None)


def words(*bases: str | None) -> dict[str, str]:
    """What each clause about the rights says, of a company with these bases."""
    purposes = tuple(
        Purpose(key=f"p{number}", name="iets doen", legal_basis=basis) for number, basis in enumerate(bases)
    )
    clauses = assemble(Facts(activities=(Activity(key="a", name="a", purposes=purposes),)), load(), ON).clauses()
    return {clause.clause: plain(clause) for clause in clauses if clause.clause.startswith("rights/")}


def test_no_condition_is_told_that_no_fact_triggers() -> None:
    interest = words("legitimate_interest")
    assert "taak van algemeen belang" not in interest["rights/objection"] and "afweging" in interest["rights/objection"]
    assert (
        "Staat er belang" not in words("public_task")["rights/objection"]
        and "afweging" not in words("public_task")["rights/objection"]
    )
    assert (
        "voor ons belang of een taak van algemeen belang"
        in words("legitimate_interest", "public_task")["rights/objection"]
    )
    assert (
        "overeenkomst" not in words("consent")["rights/portability"]
        and "toestemming" not in words("contract")["rights/portability"]
    )
    assert "met toestemming of voor een overeenkomst" in words("consent", "contract")["rights/portability"]
    assert (
        "ook na intrekken." in words("consent")["rights/erasure"]
        and "ook na terecht bezwaar." in interest["rights/erasure"]
    )
    assert (
        "ook na" not in words("contract")["rights/erasure"]
        and "of bezwaar" not in words("contract")["rights/restriction"]
    )
    assert (
        "ook na intrekken of terecht bezwaar." in words(None)["rights/erasure"]
        and "belang of een taak" in words(None)["rights/objection"]
    )


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_objection_stands_before_the_other_rights_and_apart(pattern: str) -> None:
    clauses = [clause for clause in document(pattern, pattern, "u").clauses() if clause.clause.startswith("rights/")]
    first, second = (
        next(place for place, clause in enumerate(clauses) if clause.clause == name)
        for name in ("rights/objection", "rights/withdraw")
    )
    assert first < second and isinstance(clauses[first].blocks[0], Notice)
