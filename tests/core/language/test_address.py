"""Words that speak to the reader, and which of them another word can take the place of."""

import pytest

from policies.core.language.address import first_of_other, in_other_words

SAFE = [
    ("Vul uw naam in. U kiest zelf.", "Vul je naam in. Je kiest zelf."),
    ("Wij mailen u als u dat vraagt.", "Wij mailen je als je dat vraagt."),
    ("Als u een vraag hebt, dan helpen wij u.", "Als je een vraag hebt, dan helpen wij je."),
    ("Voor u verandert niets.", "Voor je verandert niets."),
    ("Wij zetten “Bedankt, u bent top” op uw kaart.", "Wij zetten “Bedankt, u bent top” op je kaart."),
]
UNSAFE = ["Kunt u ons mailen?", "Dan schrijft u ons.", "U vergist zich.", "U heeft een vraag.", "De mijne of de uwe."]
BARE_JE = ["Je vraagt ons iets.", "Je vraag komt bij ons aan.", "Ga jij akkoord?", "Jullie keuze telt."]


@pytest.mark.parametrize(("text", "told"), SAFE)
def test_a_word_takes_the_place_of_a_word_where_no_verb_changes(text: str, told: str) -> None:
    assert in_other_words(text, "je") == told and first_of_other(told, "je") == ""


@pytest.mark.parametrize("text", UNSAFE)
def test_where_a_verb_changes_nothing_is_proposed(text: str) -> None:
    assert first_of_other(text, "je") and in_other_words(text, "je") is None


@pytest.mark.parametrize("text", BARE_JE)
def test_je_may_be_the_reader_or_what_is_his_so_nothing_is_proposed(text: str) -> None:
    assert first_of_other(text, "u") and in_other_words(text, "u") is None


def test_stressed_forms_of_je_say_which_they_are() -> None:
    assert (
        in_other_words("Geef jouw mening. Jij kiest, en wij bellen jou.", "u")
        == "Geef uw mening. U kiest, en wij bellen u."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Op de knop staat “Ik ken u”.",
        "Volg de U-bocht tot 9 u.",
        "Er zit vitamine U in.",
        "Mail u@zaak.example.",
        'Het spel "Bent u slim?"',
    ],
)
def test_names_hours_and_quotations_speak_to_nobody(text: str) -> None:
    assert first_of_other(text, "je") == ""


def test_a_name_that_is_given_speaks_to_nobody() -> None:
    assert first_of_other("Jouw Bakker bakt brood.", "u") == "Jouw"
    assert first_of_other("Jouw Bakker bakt brood.", "u", ("Jouw Bakker",)) == ""
    assert in_other_words("Jouw Bakker bakt jouw brood.", "u", ("Jouw Bakker",)) == "Jouw Bakker bakt uw brood."
