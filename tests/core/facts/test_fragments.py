"""Fragments as people type them: no sign twice, no list mark in a sentence, and a capital only where it belongs.

Every text field of a company is typed in each of the styles of tests/fragments.py, so a new field or clause is judged as well.
"""

import dataclasses
import html
import os
import random
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.checks import check, check_document
from policies.core.clauses.library import load
from policies.core.facts import LISTS, PARTS, Facts, specs_of
from policies.core.facts import fragments as f
from policies.core.facts.capitals import capital, small
from policies.core.facts.plain_data import from_data, to_data
from policies.core.facts.values import parse
from policies.core.mending import mends_of
from policies.core.versions.major_change import reasons
from policies.render import as_html, as_json, as_pdf, as_text
from policies.wizard.summary.answer_cards import sections_of
from policies.wizard.summary.list_cards import SUMMARIES, title
from tests.core.test_difference import styled
from tests.fragments import DASH, STYLES, blocks, faults, retyped, typed
from tests.generate import any_company
from tests.make import make_company

ON = date(2026, 12, 1)
TONES = ("u", "je")
DEEP = bool(os.environ.get("DEEP"))
DRAWN = 180 if DEEP else 45
# What one company cannot reach: the country left open, a medical file, a number of every inhabitant that is the kind itself, and no transfer with recipients abroad.
UNREACHED = {
    "contact/number-unknown",
    "contact/postal-address",
    "data/national-number",
    "rights/erasure-care-file",
    "recipients/none",
    "transfer/none",
}


@pytest.mark.parametrize("style", STYLES)
def test_the_statement_has_no_fault_in_any_layout_and_tone(style: str) -> None:
    first = list(STYLES).index(style)
    for place, pattern in enumerate(patterns.ALL):
        for tone in (
            TONES if DEEP else (TONES[first % 2],) if place in {first % 5, (first + 2) % 5} else ()
        ):  # in the quick suite two of the ten
            document = assemble(styled(typed(style, turn=place + len(tone)), pattern, tone), load(), ON)
            assert [fault for text in blocks(document) for fault in faults(text)] == [], (pattern, tone)


def test_companies_with_other_answers_and_gaps_have_no_fault_either() -> None:
    reached, names = set(), list(STYLES)
    for number in range(DRAWN):
        die = random.Random(number)
        company = retyped(any_company(die.randrange, most=2), STYLES[names[number % len(names)]])
        document = assemble(
            styled(company, list(patterns.ALL)[number % 5], TONES[number % 2], ("BE", "NL")[number % 3 % 2]), load(), ON
        )
        reached |= {clause.clause for clause in document.clauses()}
        assert [fault for text in blocks(document) for fault in faults(text)] == [], (
            number,
            names[number % len(names)],
        )
    assert set(load().clauses) - reached <= UNREACHED or not DEEP


@pytest.mark.parametrize(
    "style", ["capital and full stop", "bullet", "company", "question"] if DEEP else ["company", "bullet"]
)
def test_every_file_says_the_same_without_a_fault(style: str, tmp_path: Path) -> None:
    company = typed(style)
    document = assemble(company, load(), ON)
    page = re.sub(r"</(?:p|li|t[dh]|d[td]|h\d|caption)>|<br>", "\n", as_html.article(document, None))
    page = html.unescape(re.sub(r"<[^>]+>", "", page)).replace(DASH, " | ")  # no dash was typed
    assert [fault for line in page.splitlines() for fault in faults(line)] == []
    for text in (
        as_text.text(document, None),
        as_json.dumps(document, company, None).partition('"facts"')[0] if style != "bullet" else "",
    ):
        assert not re.search(r"(?<!\.)\.\.(?!\.)|;;|::|,,", text)
    path = tmp_path / "statement.pdf"
    path.write_bytes(as_pdf.pdf(document, None))
    words = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True).stdout
    assert "week" in words and not re.search(r"(?<!\.)\.\.(?!\.)|;;|::|,,", words)


@pytest.mark.parametrize("style", STYLES)
def test_findings_mends_reasons_and_cards_have_no_fault(style: str) -> None:
    """In the quick suite each style in one of three companies; `DEEP=yes`: in all three."""
    said: list[str] = []
    for turn in (0, 1, 3) if DEEP else ((0, 1, 3)[list(STYLES).index(style) % 3],):
        company = typed(style, turn)
        findings = check(company, load(), ON) + check_document(company, assemble(company, load(), ON), load(), ON)
        told = [f"{finding.message}\n{finding.remedy}" for finding in findings] + [
            mend.label for mend in mends_of(findings, company, load(), ON).values()
        ]
        said += [
            re.sub(r"“[^”]*(?:e\.d\.|B\.V\.|enz\.|[^.,;:])”", "“…”", text) for text in told
        ]  # between quotation marks stands what was typed, without a sign at the end
        said += [reason.message for reason in reasons(Facts(), company)]
        said += [
            text
            for section in sections_of(company, findings)
            for card in section.cards
            for text in (card.title, *(one for line in card.lines for one in line.texts))
        ]
        said += [
            text
            for name in ("activities", "categories", "retention_rules", "recipients", "sections")
            for row in getattr(company, name)
            for text in (title(company, row), SUMMARIES[name](company, row))
        ]
    pieces = (
        piece for text in said for piece in re.split(r"\n| [·–] ", text)
    )  # what the cards put between two answers is no list mark
    assert [fault for piece in pieces for fault in faults(piece, skip=("small",))] == []


@pytest.mark.parametrize("style", STYLES)
def test_what_came_through_the_gate_comes_through_again(style: str) -> None:
    company = typed(style)
    assert from_data(to_data(company)) == company


@given(
    st.text(alphabet="a. ,:;!?…•-–*()1io2b\n'\"Ee", max_size=14),
    st.sampled_from([*f.WORDINGS]),
    st.sampled_from(["text", "lines", "long"]),
)
@settings(max_examples=400)
def test_the_gate_lets_pass_what_it_gave(text: str, wording: str, kind: str) -> None:
    spec = dataclasses.replace(specs_of(PARTS["controller"])["legal_name"], kind=kind, wording=wording)
    once = parse(spec, text)
    assert parse(spec, once) == once
    for shape in f.SHAPES.values():
        for one in once if isinstance(once, tuple) else (once,) if once else ():
            assert isinstance(shape(one), str)


@given(
    st.text(alphabet=".,:;?!…", max_size=3),
    st.text(alphabet="•-–*✓→ ", max_size=3).filter(lambda mark: not re.search(r"[-–*]$", mark)),
)
@settings(max_examples=60, deadline=None)
def test_whatever_signs_stand_around_a_text_none_is_doubled(signs: str, mark: str) -> None:
    company = retyped(make_company(), lambda text: f"{mark}{text[:1].upper()}{text[1:]}{signs}")
    found = [fault for text in blocks(assemble(company, load(), ON)) for fault in faults(text)]
    assert [one for one in found if one.startswith(("doubled", "list", "capital"))] == []


def test_every_text_field_says_how_it_stands_in_a_sentence() -> None:
    rows, seen = [*PARTS.values(), *LISTS.values()], set()
    while rows:
        row = rows.pop()
        for name, spec in specs_of(row).items():
            rows += [spec.row] if spec.row and spec.row not in seen else []
            seen.add(row)
            assert (spec.wording in f.WORDINGS) == (spec.kind in {"text", "lines"}), f"{row.__name__}.{name}"


@pytest.mark.parametrize(
    ("typed_as", "said"),
    [
        ("Bestellingen verwerken.", "bestellingen verwerken"),
        ("IBAN", "IBAN"),
        ("E-mailadres", "e-mailadres"),
        ("KBC-rekening", "KBC-rekening"),
        ("iPhone-nummer", "iPhone-nummer"),
        ("Google Analytics", "Google Analytics"),
        ("Belgische klanten", "Belgische klanten"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("'s Avonds bellen", "'s avonds bellen"),
        ("IJzeren poorten", "ijzeren poorten"),
        ("Maandag en dinsdag", "maandag en dinsdag"),
        ("Januari", "januari"),
        ("Privacycommissie", "Privacycommissie"),
        ("Kunden betreuen", "Kunden betreuen"),
        ("Bestellungen", "Bestellungen"),
        ("Datenschutzbeauftragter", "Datenschutzbeauftragter"),
        ("Fietsverhuur", "fietsverhuur"),
        ("BESTELLINGEN VERWERKEN", "bestellingen verwerken"),
        ("HERKENBARE FOTO'S", "herkenbare foto's"),
        ("IP-ADRES EN TIJDSTIP VAN HET BEZOEK", "IP-adres en tijdstip van het bezoek"),
        ("KLANTEN UIT GENT EN AALST", "klanten uit Gent en Aalst"),
        ("AANGIFTE BIJ DE FOD FINANCIËN", "aangifte bij de FOD financiën"),
        ("MET EEN BERICHT AAN JAN@X.BE", "met een bericht aan jan@x.be"),
        ("KBC BANK", "KBC BANK"),
        ("E-MAILADRES EN NAAM", "e-mailadres en naam"),
        ("BTW", "BTW"),
        ("Btw-nummer", "btw-nummer"),
        ("T-shirtmaat", "T-shirtmaat"),
        ("Facebook-pagina", "Facebook-pagina"),
        ("De Kamer van Koophandel", "de Kamer van Koophandel"),
        ("De FOD Financiën", "de FOD Financiën"),
        ("De klant", "de klant"),
        ("De Standaard", "De Standaard"),
        ("Voor het leveren van brood", "voor het leveren van brood"),
        ("Zolang de klant betaalt", "zolang de klant betaalt"),
        ("Antwerpse klanten", "Antwerpse klanten"),
        ("Peeters contacteren", "Peeters contacteren"),
        ("Vrágen?", "vrágen"),
        ("Paasactie", "paasactie"),
        ("Vingerafdrukscanner", "vingerafdrukscanner"),
        ("Honden trimmen", "honden trimmen"),
        ("Klaviyo", "Klaviyo"),
        ("Qonto", "Qonto"),
        ("Waarom?", "waarom"),
        ("facturen e.d..", "facturen e.d."),
        ("facturen, enz.;", "facturen, enz."),
        ("“Bestellingen.”", "bestellingen"),
        ("Facturen (2024).", "facturen (2024)"),
        ("• naam • adres", "naam, adres"),
        ("www.brood.be.", "www.brood.be"),
        ("Dordrecht", "Dordrecht"),
        ("Foto's en video's", "foto's en video's"),
        ("Naam…", "naam"),
        ("Franse klanten", "Franse klanten"),
        ("CV en brief", "CV en brief"),
        ("-18-jarigen", "-18-jarigen"),
    ],
)
def test_a_phrase_in_the_middle_of_a_sentence(typed_as: str, said: str) -> None:
    assert f.phrase(typed_as) == said
    assert f.phrase(said) == said


@pytest.mark.parametrize(
    ("typed_as", "said", "above"),
    [
        ("Bakkerij Peeters B.V.", "Bakkerij Peeters B.V.", "Bakkerij Peeters B.V."),
        ("bol.", "bol.", "bol."),
        ("Jansen & Co.", "Jansen & Co.", "Jansen & Co."),
        ("Bakkerij Peeters.", "Bakkerij Peeters", "Bakkerij Peeters"),
        ("De warme bakker", "De warme bakker", "De warme bakker"),
        ("Yahoo!", "Yahoo!", "Yahoo!"),
        ("1. FC Köln", "1. FC Köln", "1. FC Köln"),
        ("Crossuite BV.", "Crossuite BV", "Crossuite BV"),
        ("Bakkerij Jan.", "Bakkerij Jan", "Bakkerij Jan"),
        ("Peeters & Zn.", "Peeters & Zn.", "Peeters & Zn."),
        ("ONLINE AFSPRAKEN", "ONLINE AFSPRAKEN", "Online afspraken"),
        ("IBAN", "IBAN", "IBAN"),
        ("- De Kluis;", "De Kluis", "De Kluis"),
        ("Studio ...", "Studio ...", "Studio"),
        ("Wie zijn wij?", "Wie zijn wij?", "Wie zijn wij?"),
    ],
)
def test_a_name_keeps_its_letters_and_its_own_full_stop(typed_as: str, said: str, above: str) -> None:
    assert (f.name(typed_as), f.heading(typed_as)) == (said, above)


@pytest.mark.parametrize(
    ("typed_as", "said"),
    [
        ("Zaakvoerder", "zaakvoerder"),
        ("De zaakvoerder", "de zaakvoerder"),
        ("Jan Peeters.", "Jan Peeters"),
        ("De AVG.", "de AVG"),
        ("Art. 60 Btw-wetboek.", "art. 60 Btw-wetboek"),
        ("Artikel 6 AVG", "artikel 6 AVG"),
        ("Onze eigen website", "onze eigen website"),
        ("Wetboek van economisch recht", "Wetboek van economisch recht"),
        ("Bakker", "Bakker"),
    ],
)
def test_a_function_a_law_or_a_person(typed_as: str, said: str) -> None:
    assert f.designation(typed_as) == said


@pytest.mark.parametrize(
    ("typed_as", "said"),
    [
        ("AALST.", "Aalst"),
        ("Aalst,", "Aalst"),
        ("XANTEN", "XANTEN"),
        ("KBC", "KBC"),
        ("• Kerkstraat 4;", "Kerkstraat 4"),
    ],
)
def test_a_town(typed_as: str, said: str) -> None:
    assert f.place(typed_as) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("'s avonds bellen", "'s Avonds bellen"),
        ("ijzer", "IJzer"),
        ("iPhone", "iPhone"),
        ("e-mail", "E-mail"),
        ("www.brood.be", "www.brood.be"),
        ("3 jaar", "3 jaar"),
        ("élan", "Élan"),
    ],
)
def test_a_capital_at_the_start(text: str, said: str) -> None:
    assert capital(text) == said


@pytest.mark.parametrize(
    ("typed_as", "stored"),
    [
        ("• naam\n• adres", "naam, adres"),
        ("Wij gebruiken:\n- naam\n- adres;", "Wij gebruiken: naam, adres"),
        ("brood\nen taart", "brood en taart"),
        ("o naam", "naam"),
        ("[ ] naam", "naam"),
        ("•", None),
        ("-", None),
        ("1 - naam", "naam"),
        ("12 - 14 dagen", "12 - 14 dagen"),
        ("a.u.b. bellen", "a.u.b. bellen"),
        ("*naam*", "*naam*"),
        ("- - naam", "naam"),
        ("naam .", "naam."),
        ("naam..", "naam."),
        ("naam::.", "naam."),
        ("Wij bakken. .", "Wij bakken."),
        ("klaar? .", "klaar?"),
        ('"Bestellingen verwerken."', "Bestellingen verwerken."),
        ('"brood" en "taart"', '"brood" en "taart"'),
        ('• "naam";', "naam"),
        ("i. naam", "naam"),
        ("(1) naam", "naam"),
        ("Bestellingen.", "Bestellingen."),
    ],
)
def test_the_gate_takes_away_only_what_belongs_to_a_list(typed_as: str, stored: str | None) -> None:
    assert parse(specs_of(LISTS["groups"])["name"], typed_as) == stored


@pytest.mark.parametrize(
    ("typed_as", "stored"),
    [
        ("naam\tadres\ttelefoon", ("naam", "adres", "telefoon")),
        ("naam\t\nadres\t", ("naam", "adres")),
        ("1.\tnaam\n2.\tadres", ("naam", "adres")),
        ("•\tnaam", ("naam",)),
        ("\tnaam", ("naam",)),
        ("a)\tnaam\nb)\tadres", ("naam", "adres")),
        ("naam \t adres", ("naam", "adres")),
        ("1\tnaam\n2\tadres", ("naam", "adres")),
        ("een\n-\tnaam", ("een", "naam")),
        ("12 dagen\tnaam", ("12 dagen", "naam")),
        ("-\tnaam\tadres", ("naam", "adres")),
    ],
)
def test_cells_of_a_spreadsheet_are_lines(typed_as: str, stored: tuple[str, ...]) -> None:
    assert parse(specs_of(PARTS["marketing"])["topics"], typed_as) == stored


def test_the_name_of_a_cookie_is_kept_to_the_letter() -> None:
    assert f.SHAPES["code"]("*_ga.") == "*_ga."


NAMES = (
    "Mollie Gent Nederlands Kerstmis Els Sander Korneel Lieselot Hanne Vandenberghe Vermeulen Verstraete Callebaut Zelzate Haaltert Kortrijk Ukkel Gorinchem Weesp Keulen Straatsburg Zalando Coolblue "
    "Kruidvat Tikkie Zivver Silvasoft Jortt Shopware Webador Eventbrite Proximus Telenet Currence"
).split()
WORDS = "Pistolets Verhuizers Pasfoto Accu's Kiné Likes Passagiers Lymfedrainage Speculaas Zuurdesem Ontbijtmanden Geld Kosten Huizen Bakker Monster Medicatie Verwijsbrief Retourlabel Elke Landen".split()
GERMAN = "Rechnungen Versandkosten Kontaktformular Gesundheitsdaten Steuerberater Finanzamt Urlaub Brot".split()


@pytest.mark.parametrize("word", [*NAMES, *GERMAN])
def test_a_name_or_a_noun_of_german_stays_as_it_was_typed(word: str) -> None:
    assert small(word) == word


@pytest.mark.parametrize("word", WORDS)
def test_a_word_that_dutch_writes_small_becomes_small(word: str) -> None:
    assert small(word) == word.lower()


@pytest.mark.parametrize("after", ["", " gebruiken", " voor de nieuwsbrief", "-account", " beheren"])
def test_what_one_can_choose_from_the_catalogue_is_a_name(after: str) -> None:
    """Each service with its company and who places a cookie, without a row of its own in the list of names."""
    rows = [
        row for row in (*load().catalogue["recipients"], *load().catalogue["cookies"]) if row.get("kind") != "category"
    ]
    fields = [row.get(field) for row in rows for field in ("name", "entity", "provider")]
    names = [
        name
        for value in fields
        for name in (value.values() if isinstance(value, dict) else [value])
        if name and name[0].isupper()
    ]
    assert len(names) > 100 and [name for name in names if small(f"{name}{after}") != f"{name}{after}"] == []
