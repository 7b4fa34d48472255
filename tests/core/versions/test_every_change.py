"""Every public answer that may change has a name and gives a sentence, short and whole; what is silent is so on purpose."""

from dataclasses import replace
from typing import Any

import pytest

from policies.core.catalogue.variants import for_country
from policies.core.facts import Facts, specs_of
from policies.core.facts.schema import fact_classes
from policies.core.versions.change_words import LIMIT
from policies.core.versions.in_sentences import PARTS
from tests import golden
from tests.core.change import with_each
from tests.core.versions.test_in_sentences import CATALOGUE, COMPANY, told, with_activity
from tests.generate import full_company


def addresses() -> dict[str, type]:
    """Every part and list of the facts by its path, without the names of rows."""
    found: dict[str, type] = {}

    def visit(row: type, path: str) -> None:
        for name, spec in specs_of(row).items():
            if spec.row:
                found[f"{path}{name}"] = spec.row
                visit(spec.row, f"{path}{name}.")

    visit(Facts, "")
    return found


@pytest.mark.parametrize("tone", ("u", "je"))
@pytest.mark.parametrize("country", ("BE", "NL"))
def test_every_public_answer_has_a_name(country: str, tone: str) -> None:
    said = for_country(CATALOGUE["changes"], country, tone)
    assert set(addresses().values()) | {Facts} == {Facts, *fact_classes()}
    for address, row in addresses().items():
        fields = {
            name: spec for name, spec in specs_of(row).items() if not (spec.internal or spec.row or spec.kind == "key")
        }
        assert set(said["fields"].get(address, ())) == set(fields), address
        for name, spec in fields.items():
            label = said["fields"][address][name]
            answers = {"ja", "nee"} if spec.kind == "yesno" and not spec.promise else {"ja"}
            if spec.kind in {"yesno", "tick"} and name != "nothing_kept":
                assert set(label) - {"weg"} == answers, (address, name)
            else:
                assert (
                    isinstance(label, str)
                    or label["heet"]
                    and all("{value}" in label[way] for way in {*label} - {"heet"})
                ), (address, name)
    assert set(said["rows"]) == {address for address in addresses() if specs_at(address).kind == "rows"}
    assert tuple(said["parts"]) == PARTS


def specs_at(address: str) -> Any:
    above, _, name = address.rpartition(".")
    return specs_of(addresses()[above] if above else Facts)[name]


@pytest.mark.parametrize("name", ("rubrieken", "verwerkingen", "fietsverhuur"))
def test_every_changed_answer_is_told(name: str) -> None:
    """Leaf by leaf, both ways: taken out, put in, changed."""
    facts = golden.example(name)
    for where, changed in with_each(facts):
        for old, new in ((facts, changed), (changed, facts)):
            sentences = told(new, old)
            assert sentences, where
            fits(sentences, where)


def test_every_field_of_a_company_is_told_or_says_what_its_activity_says() -> None:
    """A company that answers everything: only a term that a use repeats from its activity is silent when it goes."""
    facts, silent = full_company(turn=1, rows=2), set()
    for where, changed in with_each(facts):
        for old, new in ((facts, changed), (changed, facts)):
            sentences = told(new, old)
            fits(sentences, where)
            if not sentences:
                silent.add(where)
    repeated = {
        f"activities.{one.key}.uses.{use.category}.retention"
        for one in facts.activities
        for use in one.uses
        if use.retention == one.retention
    }
    assert silent == repeated


def test_an_equal_term_under_another_rule_is_no_silence() -> None:
    other = replace(COMPANY.retention_rules[0], key="ander", reason="om een andere reden")
    new = replace(with_activity(retention="ander"), retention_rules=(*COMPANY.retention_rules, other))
    assert told(new) == ["Contactformulier: 1 jaar na het laatste contact, volgens een andere regel."]
    assert (
        told(
            replace(
                new,
                retention_rules=(*COMPANY.retention_rules, replace(other, reason=COMPANY.retention_rules[0].reason)),
            )
        )
        == []
    )


@pytest.mark.parametrize("turn", range(6))
def test_whatever_changed_the_sentences_stay_short(turn: int) -> None:
    old, new = full_company(turn=turn, rows=2), full_company(turn=turn + 1, rows=3)
    for one, other in ((old, new), (new, old), (Facts(), new), (new, Facts())):
        sentences = told(other, one)
        assert sentences and len(sentences) == len(set(sentences))
        fits(sentences, str(turn))


def fits(sentences: list[str], where: str) -> None:
    for text in sentences:
        assert len(text.split()) <= LIMIT, (where, text)
        assert text[-1] in ".!?”…" and not any(
            odd in text for odd in ("None", "{name}", "{more}", "{value}", "  ", "….", "is is", " ;", ": ;", "..")
        ), (
            where,
            text,
        )
