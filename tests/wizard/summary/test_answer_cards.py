"""The cards of answers tell everything that a person is about to confirm."""

import pytest

from policies.core.facts import Purpose
from policies.wizard.summary.answer_cards import AnswerLine, purpose_in_words, sections_of, small
from tests import golden


def lines_of_card(slug: str) -> list[AnswerLine]:
    """The lines of one card of the company that gives every answer."""
    sections = sections_of(golden.example("fietsverhuur"), ())
    return next(card.lines for section in sections for card in section.cards if card.slug == slug)


def told(slug: str, label: str) -> str:
    return "\n".join(next(line.texts for line in lines_of_card(slug) if line.label == label))


@pytest.mark.parametrize(
    ("slug", "label", "words"),
    [
        ("diensten", "Stripe", "ook: houdt voor ons bij welke abonnementen lopen · Verwerker: werkt in onze opdracht"),
        ("diensten", "Hetzner", "nog niet in gebruik, vanaf 1 maart 2027"),
        ("anderen", "verzekeraars", "alleen als de persoon ja zegt"),
        ("cookies", "kv_taal (kettingvos.example)", "nog niet in gebruik, vanaf 1 april 2027"),
        ("rechten", "AI-systeem Fietsmaat", "fietsen en stations · bij vragen"),
        ("vragen", "Ook voor vragen over een melding van schade", "de werkplaats, werkplaats@kettingvos.example"),
        ("verwerking-huur", "Waarvoor, en waarom het mag", "in een paar woorden: “verhuren”"),
    ],
)
def test_a_card_tells_each_shape_of_schema_2(slug: str, label: str, words: str) -> None:
    assert words in told(slug, label)


def test_a_short_purpose_is_not_told_twice() -> None:
    assert "paar woorden" not in purpose_in_words(
        Purpose(key="a", name="problemen oplossen", short="problemen oplossen")
    )


def test_a_name_within_a_choice_keeps_its_capital() -> None:
    assert (
        small("Zonder toestemming (beperkte statistiek, alleen Nederland)")
        == "zonder toestemming (beperkte statistiek, alleen Nederland)"
    )
