"""Questions as they are drawn: what people typed never becomes markup, and every kind of answer shows what is stored."""

from types import SimpleNamespace

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template.loader import render_to_string

from policies.core.catalogue.dpf import LIST
from policies.core.checks.finding import Finding
from policies.models import Policy
from policies.templatetags.wizard import linked
from policies.wizard.navigation import Destination
from policies.wizard.rendering.answer_rows import AnswerRow, answer_rows
from policies.wizard.rendering.layout import FoldedQuestions, QuestionFieldset, QuestionHelper, Questions
from policies.wizard.summary.answer_cards import AnswerCard, AnswerLine
from policies.wizard.summary.list_cards import CardGroup, ListCard

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
    key = forms.CharField(widget=forms.HiddenInput)


STORED = {"text": ODD, "area": ODD, "tick": True, "one": ODD, "radio": "a", "boxes": ["a", "b"], "key": ODD}


def drawn(name: str, **data: object) -> str:
    form = Every(data or None, initial=STORED)
    return render_crispy_form(form, QuestionHelper(Questions(name)))


@pytest.mark.parametrize("name", list(Every.base_fields))
def test_no_word_becomes_markup(name: str) -> None:
    assert "<b>" not in drawn(name) and "<b>" not in drawn(name, **{name: ODD})


@pytest.mark.parametrize(
    ("name", "shows"),
    [
        ("text", f'placeholder="{SAFE}"'),
        ("text", f'<div class="form-text" id="id_text_helptext">{SAFE}</div>'),
        ("area", f">\n{SAFE}</textarea>"),
        ("tick", ' id="id_tick" checked'),
        ("one", f'<option value="{SAFE}" selected>In een groep</option>'),
        ("one", f'<option value="a">{SAFE}</option>'),
        ("radio", 'value="a" id="id_radio_1" required checked>'),
        ("boxes", 'value="b" id="id_boxes_2" checked>'),
        ("own", '<select name="own_day"'),  # a widget with templates of its own
        ("key", f'<input type="hidden" name="key" value="{SAFE}" id="id_key">'),
    ],
)
def test_what_is_stored_shows(name: str, shows: str) -> None:
    assert shows in drawn(name)


def test_only_the_address_of_the_list_becomes_a_link() -> None:
    html = linked(f"Kijk op {LIST} voor {ODD} en https://kwaad.example/{ODD}.")
    assert (
        html.count("<a ") == 1
        and f'<a href="{LIST}" target="_blank" rel="noopener noreferrer">dataprivacyframework.gov<' in html
    )
    assert f"voor {SAFE} en https://kwaad.example/{SAFE}." in html and linked(ODD) == ODD  # the template escapes it


def test_lists_with_the_same_options_do_not_share_what_is_chosen() -> None:
    assert (
        "selected" in drawn("one")
        and "selected" not in drawn("one", one="iets anders")
        and drawn("one", one="a").count("selected") == 1
    )


def test_a_card_says_for_each_way_which_row_it_is() -> None:
    card = ListCard(
        3,
        ODD,
        ODD,
        errors=1,
        warnings=2,
        go=Destination("l/3", "/l/3/"),
        go_delete=Destination("l/3/weg", "/l/3/weg/"),
        up="l/3/omhoog",
    )
    for asks, read_only, ways_there in ((True, False, 3), (False, False, 3), (True, True, 1)):
        block = SimpleNamespace(place="lijst-l", slug="l", legend="Lijst", picks=None, per="", new="Nieuw")
        group = CardGroup("", None, [card], [], new=Destination("l/nieuw", "/l/nieuw/"))
        context = {"block": block, "page_block": {"groups": [group]}, "page": {"asks": asks}, "read_only": read_only}
        html = render_to_string("wizard/cards.html", context)
        assert html.count(f'<span class="visually-hidden">: {SAFE}</span>') == ways_there and "<b>" not in html
        assert ('value="l/3"' in html) is (asks and not read_only) and (
            "1 te herstellen" in html and "na te kijken" not in html
        )


def test_an_answer_leads_to_its_question() -> None:
    lines = [
        AnswerLine("Naam", (ODD,), "controller.legal_name"),
        AnswerLine("Leeg", ("",), "controller.phone"),
        AnswerLine(ODD, ("een", "twee")),
    ]
    assert answer_rows(Policy(pk=7), AnswerCard("wie", "Wie", "controller", (), lines), False) == [
        AnswerRow("Naam", (ODD,), "/verklaringen/7/feit/controller.legal_name/?terug=kaart-wie"),
        AnswerRow(ODD, ("een", "twee"), ""),
    ]


def test_a_reader_sees_answers_and_no_way_to_change_them() -> None:
    lines = [AnswerLine("Naam", (ODD,), "controller.legal_name"), AnswerLine(ODD, ("een", "twee"))]
    card = AnswerCard("wie", "Wie", "controller", (), lines)
    answers = [{"slug": "s", "title": "S", "cards": [card]}]
    html = [
        render_to_string("wizard/answers.html", {"answers": answers, "policy": Policy(pk=7), "read_only": read_only})
        for read_only in (False, True)
    ]
    assert html[0].count("<dd>") == html[1].count("<dd>") == 3 and "<b>" not in html[0] + html[1]
    assert "wijzigen</span></a></dt>" in html[0] and "wijzigen</span></a></dt>" not in html[1]


def test_what_is_folded_opens_where_something_is_told() -> None:
    def html(is_open: bool) -> str:
        folded = FoldedQuestions(ODD, "tick", is_open=is_open)
        helper = QuestionHelper(QuestionFieldset(ODD, Questions("text"), folded, help=ODD))
        return render_crispy_form(Every(), helper)

    for is_open, tag in ((True, '<details class="folded-in" open>'), (False, '<details class="folded-in">')):
        shown = html(is_open)
        assert tag in shown and f"<legend>{SAFE}</legend>" in shown and f"<summary>{SAFE}</summary>" in shown
        assert f'<p class="block-help">{SAFE}</p>' in shown and "<b>" not in shown
        assert shown.index('id="id_text"') < shown.index("<details") < shown.index('id="id_tick"')


def test_a_finding_says_its_cure_its_articles_and_what_mends_it() -> None:
    finding = Finding("x", "error", ("13", "14"), "controller.email", ODD, f"Zie {LIST}.")
    mended = SimpleNamespace(**{name: getattr(finding, name) for name in ("severity", "message", "remedy", "articles")})
    mended.mend, mended.go = ODD, "herstel/1"
    for read_only in (False, True):
        html = render_to_string("wizard/findings.html", {"findings": [finding, mended], "read_only": read_only})
        assert html.count(f"<span>{SAFE} Zie <a ") == html.count("(AVG art. 13, 14)") == 2 and "<b>" not in html
        assert html.count("<button") == (not read_only)
