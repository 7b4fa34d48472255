"""The rights that a statement promises are those of the matrix in catalogue/rights.yaml: right × legal basis (art. 7.3, 15–22)."""

import pytest

from policies.core.assemble import assemble
from policies.core.catalogue import right
from policies.core.facts import Activity, Facts, Purpose
from policies.core.facts.choices import LEGAL_BASIS
from policies.core.library import load
from tests.golden import ON

PROMISES = {"portability": "rights/portability", "objection": "rights/objection", "withdrawal": "rights/withdraw"}


def said(basis: str) -> set[str]:
    activity = Activity(key="a", name="a", purposes=(Purpose(key="p", name="iets doen", legal_basis=basis),))
    return {clause.clause for clause in assemble(Facts(activities=(activity,)), load(), ON).clauses()}


ALWAYS = {"access": "rights/access", "rectification": "rights/rectification", "erasure": "rights/erasure", "restriction": "rights/restriction", "complaint": "rights/complaint"}


@pytest.mark.parametrize("basis", LEGAL_BASIS)
def test_a_right_is_promised_where_the_matrix_gives_it_and_named_elsewhere(basis: str) -> None:
    here = said(basis)
    for name, clause in PROMISES.items():
        assert (clause in here) == (right(load(), name, basis, ON)["applies"] != "no"), name
    assert set(ALWAYS.values()) <= here
    assert {"rights/portability", "rights/no-portability"} & here and {"rights/objection", "rights/no-objection"} & here
