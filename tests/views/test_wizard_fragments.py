"""Fragments typed in the forms: stored without the list mark, shown again, and told in the preview as a sentence asks."""

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.render import as_text
from policies.store.read import facts_of
from tests.core.facts.test_fragments import ON
from tests.filled import Filled, send, url


def told(policy) -> str:
    return " ".join(as_text.text(assemble(facts_of(policy), load(), ON), None).split())


def test_an_activity_typed_as_a_list_comes_back_and_reads_as_a_sentence(policy, owner):
    page = url(policy, f"verwerkingen/verwerkingen/{policy.activities.get().pk}")
    data = Filled(owner.get(page).content.decode()).data
    name, story = (next(field for field in data if field.endswith(end)) for end in ("name", "story"))
    send(owner, page, **{name: "• Bestellingen verwerken;", story: "- Men bestelt\n- Wij bakken"})
    row = facts_of(policy).activities[0]
    assert (row.name, row.story) == ("Bestellingen verwerken", "- Men bestelt\n- Wij bakken")
    again = Filled(owner.get(page).content.decode()).data
    assert (again[name], again[story]) == (["Bestellingen verwerken"], ["- Men bestelt\n- Wij bakken"])
    text = told(policy)
    assert (
        "voor bestellingen verwerken" in text
        and "- Men bestelt - Wij bakken" in text
        and "Bestellingen verwerken;" not in text
    )


def test_lines_of_what_we_do_and_a_company_with_a_full_stop(policy, owner):
    page = url(policy, "onderneming")
    data = Filled(owner.get(page).content.decode()).data
    legal_name = next(field for field in data if field.endswith("legal_name"))
    send(owner, page, **{legal_name: "Bakkerij Peeters B.V."})
    assert facts_of(policy).controller.legal_name == "Bakkerij Peeters B.V."
    assert "Bakkerij Peeters B.V." in told(policy) and "B.V.." not in told(policy)
