"""A copy for another company: all of it waits, and all of it can be confirmed."""

import dataclasses

import pytest

from policies.core.facts import Facts, Preset
from policies.core.facts.copy import copied, is_begun
from policies.core.facts.plain_data import from_data, to_data
from policies.wizard.summary.answer_cards import sections_of
from tests.generate import full_company
from tests.make import make_company
from tests.versions import complete_company


@pytest.mark.parametrize("company", [False, True])
def test_all_of_it_waits_and_can_be_confirmed(company: bool) -> None:
    for facts in (
        copied(full_company(2), company),
        copied(make_company(), company),
        copied(complete_company(), company),
    ):
        cards = [card for section in sections_of(facts, ()) for card in section.cards]
        assert {path for card in cards for path in card.proposed} == set(facts.preset.unconfirmed)
        assert not [card.title for card in cards if not card.proposed]
        assert from_data(to_data(facts)) == facts


def test_many_rows_can_be_exported_and_read_again() -> None:
    one = make_company()
    many = copied(
        dataclasses.replace(
            one,
            recipients=tuple(dataclasses.replace(one.recipients[0], key=f"r{n}") for n in range(200)),
            activities=one.activities,
        )
    )
    assert len(many.preset.unconfirmed) > 200 and from_data(to_data(many)) == many


def test_what_was_said_to_get_proposals_is_no_answer() -> None:
    assert not is_begun(Facts(preset=Preset(sector="shop", size="alone"))) and is_begun(make_company())
