"""What a person is shown of two versions: nothing, new words, the law, or the facts first."""

from dataclasses import replace
from typing import Any

import pytest

from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.document import Document
from policies.core.facts import Facts
from policies.core.versions.shown_difference import LawChange, StatementVersion, difference
from tests import golden
from tests.core.checks.retold import edited
from tests.make import make_company

FACTS = make_company()


def of(facts: Facts) -> StatementVersion:
    return StatementVersion(assemble(facts, load(), golden.ON), facts)


def in_new_words(document: Document) -> Document:
    """The document as a library with other words would have made it."""

    def edit(node: Any) -> Any:
        if isinstance(node, d.Clause):
            return replace(
                node, digest=node.digest[::-1], blocks=(d.Paragraph((d.Text("In andere woorden."),)), *node.blocks[1:])
            )
        return node

    return edited(document, edit)


def with_other_law(document: Document) -> Document:
    """The document once an authority has another address; the words are the same."""
    return edited(
        document,
        lambda node: (
            replace(node, text=f"{node.text} (nieuw)")
            if isinstance(node, d.Value) and node.path.startswith("catalogue.authorities")
            else node
        ),
    )


PHONE = replace(FACTS, controller=replace(FACTS.controller, phone="09 000 00 01"))


def test_the_same_twice() -> None:
    assert difference(of(FACTS), of(FACTS)) == difference(
        of(FACTS), StatementVersion(of(FACTS).document, replace(FACTS))
    )
    assert difference(of(FACTS), of(FACTS)).kind == "same"


def test_the_same_facts_in_new_words() -> None:
    """The first publication after the words of the library changed: one sentence."""
    found = difference(StatementVersion(in_new_words(of(FACTS).document), FACTS), of(FACTS))
    assert (found.kind, found.facts, found.because) == ("wording", (), ()) and found.sections


def test_what_is_internal_is_no_fact_of_the_statement() -> None:
    noted = replace(FACTS, activities=(replace(FACTS.activities[0], notes="bellen", checked_on="2026-11-30"),))
    assert difference(StatementVersion(in_new_words(of(FACTS).document), FACTS), of(noted)).kind == "wording"


def test_other_facts_in_the_same_words_are_shown_with_their_text() -> None:
    found = difference(of(FACTS), of(PHONE))
    assert [change.path for change in found.facts] == ["controller.phone"] and found.sections
    assert found.kind == "facts"


def test_other_facts_in_new_words_are_a_difference_of_facts() -> None:
    found = difference(StatementVersion(in_new_words(of(FACTS).document), FACTS), of(PHONE))
    assert [change.path for change in found.facts] == ["controller.phone"]
    assert found.kind == "facts"


def test_another_layout_is_a_fact() -> None:
    found = difference(of(FACTS), of(replace(FACTS, style=replace(FACTS.style, pattern="artikelen"))))
    assert [change.path for change in found.facts] == ["style.pattern"]


def test_what_the_law_changes_is_no_new_wording() -> None:
    found = difference(of(FACTS), StatementVersion(with_other_law(of(FACTS).document), FACTS))
    assert found.kind == "law" and found.sections
    assert all(change.after == f"{change.before} (nieuw)" for change in found.law) and LawChange in {
        type(change) for change in found.law
    }


def test_with_new_words_the_law_is_told_beside_them() -> None:
    found = difference(of(FACTS), StatementVersion(in_new_words(with_other_law(of(FACTS).document)), FACTS))
    assert found.kind == "wording"


@pytest.mark.parametrize("side", [0, 1])
def test_facts_that_nobody_reads_any_more_leave_the_text(side: int) -> None:
    versions = [of(FACTS), of(PHONE)]
    versions[side] = replace(versions[side], facts=None)
    found = difference(*versions)
    assert (found.kind, found.facts) == ("text", ()) and found.sections


def test_an_answer_that_turns_a_default_around_is_explained() -> None:
    activity = FACTS.activities[0]
    found = difference(of(FACTS), of(replace(FACTS, activities=(replace(activity, source="observed"),))))
    assert [sentence.partition(";")[0] for sentence in found.because] == [
        "De meeste gegevens ontstaan nu door het gebruik van uw website, dienst of ruimte"
    ]
