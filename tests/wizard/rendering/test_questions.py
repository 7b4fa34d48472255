"""Questions as they are drawn: what people typed never becomes markup, and every kind of answer shows what is stored."""

import pytest
from django import forms

from policies.core.catalogue.dpf import LIST
from policies.models import Policy
from policies.wizard.navigation import Go
from policies.wizard.rendering import answers, questions
from policies.wizard.summary.answer_cards import AnswerCard, Line
from policies.wizard.summary.list_cards import Card

ODD = """<b>"'&"""
SAFE = "&lt;b&gt;&quot;&#x27;&amp;"
CHOICES = [("", "Nog niets"), ("a", ODD), ("groep", [(ODD, "In een groep"), ("a", "Nog eens")])]


class Every(forms.Form):
    """A field of each kind that the wizard draws."""

    text = forms.CharField(label=ODD, help_text=ODD, widget=forms.TextInput({"placeholder": ODD}))
    area = forms.CharField(widget=forms.Textarea)
    tick = forms.BooleanField(required=False)
    one = forms.CharField(widget=forms.Select(choices=CHOICES))
    radio = forms.CharField(widget=forms.RadioSelect(choices=CHOICES[:2]))
    boxes = forms.CharField(widget=forms.CheckboxSelectMultiple(choices=[*CHOICES[:2], ("b", "Tweede")]))
    own = forms.DateField(widget=forms.SelectDateWidget(years=[2026]))


def drawn(name: str, **data: object) -> str:
    return questions.question(
        Every(
            data or None,
            initial={"text": ODD, "area": ODD, "tick": True, "one": ODD, "radio": "a", "boxes": ["a", "b"]},
        )[name],
        {},
    )


@pytest.mark.parametrize("name", list(Every.base_fields))
def test_no_word_becomes_markup(name: str) -> None:
    assert "<b>" not in drawn(name) and "<b>" not in drawn(name, **{name: ODD})


@pytest.mark.parametrize(
    ("name", "shows"),
    [
        ("text", f'<input type="text" name="text" value="{SAFE}" placeholder="{SAFE}" required'),
        ("text", f'<div class="form-text" id="id_text_helptext">{SAFE}</div>'),
        ("area", f">\n{SAFE}</textarea>"),
        ("tick", 'class="checkboxinput form-check-input" checked>'),
        ("one", f'<option value="{SAFE}" selected>In een groep</option>'),
        ("one", f'<option value="a">{SAFE}</option>'),
        ("radio", 'value="a" id="id_radio_1" required checked>'),
        ("boxes", 'value="b" id="id_boxes_2" checked>'),
        ("own", '<select name="own_day"'),  # a widget with templates of its own
    ],
)
def test_what_is_stored_shows(name: str, shows: str) -> None:
    assert shows in drawn(name)


def test_only_the_address_of_the_list_becomes_a_link() -> None:
    html = questions.linked(f"Kijk op {LIST} voor {ODD} en https://kwaad.example/{ODD}.")
    assert (
        html.count("<a ") == 1
        and f'<a href="{LIST}" target="_blank" rel="noopener noreferrer">dataprivacyframework.gov<' in html
    )
    assert f"voor {SAFE} en https://kwaad.example/{SAFE}." in html and questions.linked(ODD) == SAFE


def test_lists_with_the_same_options_do_not_share_what_is_chosen() -> None:
    assert (
        "selected" in drawn("one")
        and "selected" not in drawn("one", one="iets anders")
        and drawn("one", one="a").count("selected") == 1
    )


def test_a_card_says_for_each_way_which_row_it_is() -> None:
    card = Card(
        3, ODD, ODD, errors=1, warnings=2, go=Go("l/3", "/l/3/"), go_delete=Go("l/3/weg", "/l/3/weg/"), up="l/3/omhoog"
    )
    for asks, read_only, ways_there in ((True, False, 3), (False, False, 3), (True, True, 1)):
        html = answers.card(card, asks, read_only)
        assert html.count(f'<span class="visually-hidden">: {SAFE}</span>') == ways_there and "<b>" not in html
        assert ('value="l/3"' in html) is (asks and not read_only) and (
            "1 te herstellen" in html and "na te kijken" not in html
        )


def test_an_answer_leads_to_its_question_and_a_reader_sees_only_words() -> None:
    lines = [
        Line("Naam", (ODD,), "controller.legal_name"),
        Line("Leeg", ("",), "controller.phone"),
        Line(ODD, ("een", "twee")),
    ]
    html = [
        answers.answers(Policy(pk=7), AnswerCard("wie", "Wie", "controller", (), lines), read_only)
        for read_only in (False, True)
    ]
    assert (
        html[0].count("<dd>") == html[1].count("<dd>") == 3 and "<b>" not in html[0] + html[1] and "Leeg" not in html[0]
    )
    assert (
        html[0].count("<a ") == 1
        and 'href="/verklaringen/7/feit/controller.legal_name/?terug=kaart-wie"' in html[0]
        and "<a " not in html[1]
    )
