"""The table of what the law asks, as an annex and as data: what it says, what it escapes, and that a published PDF never has it."""

import json
from datetime import date

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.completeness import ClausePlace, Criterion, DutyItem, MissingFact
from policies.core.document import Edition
from policies.core.facts import Facts
from policies.render import annex, as_items, as_pdf

ON = date(2026, 12, 1)
ITEMS = [
    DutyItem(
        "13.1.a",
        "Wie <wij> zijn",
        "required",
        "Altijd.",
        (),
        (ClausePlace("Contact & meer", ("contact/company", "contact/address")), ClausePlace("Wie", ("opening/who",))),
    ),
    DutyItem("13.1.b", "De DPO", "not_required", "Er is geen DPO."),
    DutyItem(
        "12.3",
        "De termijn",
        "missing",
        "Altijd.",
        (MissingFact("rights.term_number", "Er staat geen termijn.", "Vul een termijn in."),),
    ),
    DutyItem("14.3", "Binnen één maand", "required", "Er komen gegevens van anderen.", deed=True),
]
CRITERIA = [
    Criterion("C1", "Rechten", ("13.2.b",), True, True, "Dit geldt altijd.", "Wij eisen meer."),
    Criterion("C2", "Toezichthouder", ("13.2.d",), True, False, "Dit geldt altijd."),
    Criterion("C3", "Meenemen", ("20",), False, None, "Geen overeenkomst."),
]


def test_the_annex_says_what_is_required_why_and_where() -> None:
    html = annex.annex(ITEMS, CRITERIA)
    assert "Wie &lt;wij&gt; zijn" in html and "<li>Contact &amp; meer (2 stukken)</li><li>Wie</li>" in html
    assert "<strong>Verplicht, staat erin.</strong> Altijd." in html
    assert "<strong>Niet verplicht.</strong> Er is geen DPO." in html
    assert (
        "<strong>Ontbreekt of klopt niet.</strong> Altijd.<ul><li>Er staat geen termijn. Vul een termijn in.</li></ul>"
        in html
    )
    assert "<strong>Dit doet u zelf.</strong>" in html
    assert [html.count(f"<strong>{verdict}.</strong>") for verdict in ("Voldaan", "Niet voldaan", "Geldt niet")] == [
        1,
        1,
        1,
    ]


def test_as_data_it_is_whole_and_the_same_every_time() -> None:
    document = assemble(Facts(), load(), ON)
    data = json.loads(as_items.dumps(document, ITEMS, CRITERIA, "ab" * 32))
    assert data["complete"] is False and data["digest"] == "ab" * 32 and data["title"] == "Privacyverklaring"
    assert data["items"][2]["missing"] == [
        {"path": "rights.term_number", "message": "Er staat geen termijn.", "remedy": "Vul een termijn in."}
    ]
    assert data["criteria"][2]["met"] is None
    assert as_items.data(document, ITEMS[:2], CRITERIA, "")["complete"] is True


def test_what_is_published_never_has_it() -> None:
    with pytest.raises(ValueError, match="annex"):
        as_pdf.pdf(assemble(Facts(), load(), ON), Edition("1.00", ON), annex.annex(ITEMS, CRITERIA))
