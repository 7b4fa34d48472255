"""Sentences that explain something once stand only where it is used; and a retention rule names each activity once."""

from datetime import date

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Activity, DataCategory, DataUse, Facts, Purpose, Recipient, RetentionRule
from policies.render import as_text

ON = date(2026, 12, 1)
ORDER = Activity(key="order", name="bestellingen", purposes=(Purpose(key="p", name="leveren", legal_basis="contract"),))


def abroad(*safeguards: str) -> Facts:
    return Facts(recipients=(Recipient(key="x", name="X", kind="named", country="US", safeguards=safeguards),))


CASES = {
    "recipients/kinds": (
        Facts(recipients=(Recipient(key="x", kind="category"),)),
        Facts(recipients=(Recipient(key="x", kind="named"),)),
    ),
    "purposes/legend": (
        Facts(activities=(ORDER,)),
        Facts(activities=(Activity(key="a", purposes=(Purpose(key="p"),)),)),
    ),
    "defaults/source": (
        Facts(activities=(Activity(key="a", source="person", uses=(DataUse(),)),)),
        Facts(activities=(Activity(key="a", uses=(DataUse(),)),)),
    ),
    "transfer/adequacy": (abroad("adequacy"), abroad("scc")),
    "transfer/framework": (abroad("dpf"), abroad("scc")),
    "transfer/contracts": (abroad("scc"), Facts(recipients=(Recipient(key="x", country="BE", safeguards=("scc",)),))),
}


@pytest.mark.parametrize("name", CASES)
def test_a_lead_in_stands_only_where_it_explains_something(name: str) -> None:
    here, nowhere = ({clause.clause for clause in assemble(facts, load(), ON).clauses()} for facts in CASES[name])
    assert name in here and name not in nowhere


def test_a_retention_rule_names_each_activity_once() -> None:
    categories = (DataCategory(key="naam", name="naam"), DataCategory(key="adres", name="adres"))
    uses = (DataUse(category="naam"), DataUse(category="adres"))
    facts = Facts(
        categories=categories,
        retention_rules=(RetentionRule(key="kort", number=1, unit="year", start_event="na de levering"),),
        activities=tuple(
            Activity(key=key, name=name, retention="kort", uses=uses)
            for key, name in (("a", "bestellingen"), ("b", "levering"))
        ),
    )
    said = as_text.text(assemble(facts, load(), ON), None)
    assert "- Bestellingen; levering: 1 jaar na de levering." in said
