"""Reading ease: the formula on known texts, where sentences end, what does not count."""

import dataclasses
from datetime import date

import pytest

from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.core.language.readability import in_words, of_document, of_text, shortened
from policies.core.language.split import syllables

THREE_OF_SEVENTEEN = "{0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0}. "


@pytest.mark.parametrize("word, score", [("dag", 114.03), ("vergadering", -116.97)])
def test_the_formula_on_51_words_in_three_sentences(word: str, score: float) -> None:
    measured = of_text(THREE_OF_SEVENTEEN.format(word) * 3)
    assert (measured.words, len(measured.sentences)) == (51, 3)
    assert measured.ease.text == measured.ease.lines == pytest.approx(score, abs=0.005)


def test_a_short_text_gets_no_score() -> None:
    assert of_text("Een twee drie vier. " * 12).ease.text is None  # 48 words
    assert of_text(f"{'dag ' * 30}. {'dag ' * 30}.").ease.worse is None  # two sentences
    assert of_text("").ease.worse is None and of_text("").longest is None
    assert in_words(None) == "te kort om te meten"


@pytest.mark.parametrize("score, words", [(60, "goed te lezen"), (59.9, "pittig"), (50, "pittig"), (49.9, "moeilijk")])
def test_a_score_in_words(score: float, words: str) -> None:
    assert in_words(score) == words


@pytest.mark.parametrize(
    "word, count",
    [
        ("dag", 1),
        ("vergadering", 4),
        ("gegevens", 3),
        ("foto's", 2),
        ("foto’s", 2),
        ("coöperatie", 5),
        ("zo'n", 1),
        ("AVG", 3),
        ("EU-US", 4),
        ("IP-adres", 3),
        ("2026", 1),
        ("1.000", 1),
        ("BELANGRIJK", 3),
        ("pdf", 1),
        ("PDF's", 3),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("Dat staat in art. 6 van de wet. Zie nr. 5.", ["Dat staat in art. 6 van de wet.", "Zie nr. 5."]),
        ("Wij werken bv. met Jan of o.a. met Piet.", ["Wij werken bv. met Jan of o.a. met Piet."]),
        ("Versie 1.03 geldt vanaf 1.2.2026 hier.", ["Versie 1.03 geldt vanaf 1.2.2026 hier."]),
        (
            "Dit is van Lamp B.V. en van ons. Dat is van Lamp B.V. Het is oud.",
            ["Dit is van Lamp B.V. en van ons.", "Dat is van Lamp B.V.", "Het is oud."],
        ),
        (
            "Naam, adres enz. bewaren wij. Ook lampen enz. Dat is al.",
            ["Naam, adres enz. bewaren wij.", "Ook lampen enz.", "Dat is al."],
        ),
        (
            "Kijk op www.lamp.example/nl. Of op https://lamp.example/a.b?c=d. Klaar.",
            ["Kijk op www.lamp.example/nl.", "Of op https://lamp.example/a.b?c=d.", "Klaar."],
        ),
        (
            "Vraag het aan J. Jansen. Hij mailt u. Dan belt hij.",
            ["Vraag het aan J. Jansen.", "Hij mailt u.", "Dan belt hij."],
        ),
        ("Verplicht? Nee! “Dat mag.” Echt waar …", ["Verplicht?", "Nee!", "“Dat mag.”", "Echt waar …"]),
        (
            "Dat geldt sinds 2026. Wij doen dat. 1. Eerst dit. 2. Dan dat.",
            ["Dat geldt sinds 2026.", "Wij doen dat.", "1. Eerst dit.", "2. Dan dat."],
        ),
        ("wij doen dit. dan doen wij dat", ["wij doen dit.", "dan doen wij dat"]),
        (
            "Een alinea\nop twee regels.\n\nEen tweede zonder punt\n\nEen derde",
            ["Een alinea op twee regels.", "Een tweede zonder punt", "Een derde"],
        ),
        ("Wij meten:\n- het bezoek\n- de duur\n1. de rest", ["Wij meten:", "het bezoek", "de duur", "de rest"]),
    ],
)
def test_where_a_sentence_ends(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in of_text(text).sentences] == sentences


@pytest.mark.parametrize(
    "text, words",
    [
        ("Mail naar jan.jansen@lamp.example of bel 053 12 34 56.", 4),
        ("Meer staat op https://www.lamp.example/privacy-en-meer en op lamp.be.", 5),
        ("Dat mag (art. 6.1.f AVG).", 2),
        ("Dat mag volgens artikel 5 lid 1 onder a van de AVG.", 3),
        ("Dat staat in art. XII.13 Wetboek van economisch recht en KB van 4 april 2003.", 4),
        ("Dat staat in art. 11.7 Telecommunicatiewet en in de wet van 30 juli 2018.", 5),
        ("De AVG is Verordening (EU) 2016/679.", 3),
        ("Nummer 1999.999.151, btw BE 1999.999.151.", 2),
        ("Wij bewaren dat 7 jaar, tot 1 januari 2034.", 9),
    ],
)
def test_addresses_numbers_and_laws_do_not_count(text: str, words: int) -> None:
    assert of_text(text).words == words


def test_a_bare_address_is_no_sentence() -> None:
    assert of_text("info@lamp.example. https://www.lamp.example").sentences == ()


def paragraph(*inlines: d.Inline) -> d.Paragraph:
    return d.Paragraph(inlines)


def statement(*blocks: d.Block) -> d.Document:
    clause = d.Clause("a", "map/naam", "", (), (), blocks)
    section = d.Section(
        "s", 1, (d.Text("Een kop is geen zin"),), (d.Division("v", (d.Text("Ook een kop"),), (clause,)),)
    )
    return d.Document(d.SCHEMA, "nl-BE", "rubrieken", "u", (d.Text("Titel"),), (), (section,))


def counted(*blocks: d.Block) -> list[tuple[str, int, str]]:
    return [
        (sentence.text, sentence.words, sentence.kind) for sentence in of_document(statement(*blocks)).whole.sentences
    ]


def test_names_are_left_out_by_the_path_of_their_fact() -> None:
    name, form = (
        d.Value("controller.legal_name", "De Lampen van Jan B.V. & Co"),
        d.Value("controller.legal_form", "eenmanszaak"),
    )
    assert counted(paragraph(name, d.Text(" is een "), form, d.Text("."))) == [
        ("De Lampen van Jan B.V. & Co is een eenmanszaak.", 3, "text")
    ]
    law, story = (
        d.Value("activities.a.purposes.b.law", "art. 5"),
        d.Value("activities.a.story", "Wij mailen. Dan wachten wij."),
    )
    assert counted(paragraph(law), paragraph(story)) == [("Wij mailen.", 2, "text"), ("Dan wachten wij.", 3, "text")]


@pytest.mark.parametrize(
    "path",
    [
        "controller.seat_street",
        "controller.vat_number",
        "controller.trade_names",
        "contact.name",
        "contact.email",
        "dpo.address",
        "representative.name",
        "recipients.x.entity",
        "recipients.x.name",
        "recipients.x.privacy_url",
        "joint_controllers.x.name",
        "cookies.placed.x.provider",
        "scope.websites",
        "links.profiles.x.network",
        "rights.phone",
        "security.report_email",
        "catalogue.authorities.GBA.post",
        "retention_rules.x.law",
    ],
)
def test_these_facts_hold_names(path: str) -> None:
    assert counted(paragraph(d.Value(path, "Jan"))) == []


@pytest.mark.parametrize(
    "path",
    [
        "recipients.x.task",
        "groups.x.name",
        "categories.x.name",
        "activities.x.name",
        "activities.x.purposes.y.name",
        "cookies.placed.x.purpose",
        "sections.x.body",
        "style.opening",
        "joint_controllers.x.arrangement",
        "rights.fee",
        "recipients.x.country",
    ],
)
def test_these_facts_hold_words(path: str) -> None:
    assert counted(paragraph(d.Value(path, "Jan"))) == [("Jan", 1, "text")]


def test_each_piece_ends_its_own_sentence() -> None:
    items = d.Bullets(
        (d.Item((d.Text("naam;"),), (d.Bullets((d.Item((d.Text("voornaam"),)),)),)), d.Item((d.Text("adres"),)))
    )
    terms = d.Terms((d.Term((d.Text("Verwerken"),), (d.Text("Alles wat met gegevens gebeurt."),)),))
    bold = paragraph(d.Strong((d.Text("Inzage."),)), d.Text(" U mag alles weten."), d.Gap("x", "een heel lang gat"))
    assert counted(d.Notice((bold,)), items, terms) == [
        ("Inzage.", 1, "text"),
        ("U mag alles weten.[een heel lang gat]", 4, "text"),
        ("naam;", 1, "item"),
        ("voornaam", 1, "item"),
        ("adres", 1, "item"),
        ("Verwerken", 1, "term"),
        ("Alles wat met gegevens gebeurt.", 5, "meaning"),
    ]


def test_tables_and_headings_are_not_read() -> None:
    cell = (d.Text("Een cel van een tabel."),)
    assert counted(d.Table(cell, (cell, cell), ((cell, cell),))) == []


def test_every_node_that_holds_a_sentence_is_known() -> None:
    """A new node with text of its own must be given a place: read as sentences, or a heading like these."""
    read = {"Paragraph.children", "Item.children", "Term.term", "Term.meaning"}
    inside_a_line = {"Strong.children", "Emph.children", "Link.children", "Dfn.children"}
    fields = {
        f"{name}.{field.name}": str(field.type) for name, cls in d.NODES.items() for field in dataclasses.fields(cls)
    }
    held = {name for name, kind in fields.items() if "Inline" in kind or ".Text" in kind}
    assert held >= read
    headings = {name for name in held if name.rpartition(".")[2] in {"title", "caption", "head", "rows", "label"}}
    assert held - read - inside_a_line - headings == set()


def test_sections_and_the_whole() -> None:
    reading = of_document(assemble(Facts(), load(), date(2026, 12, 1)))
    assert [sentence for part in reading.parts for sentence in part.measured.sentences] == list(reading.whole.sentences)
    rights = next(part for part in reading.parts if part.key == "rechten")
    assert rights.title == "Inzage, verbetering, wissen en andere rechten" and rights.is_held
    assert {sentence.clause for sentence in rights.measured.sentences} >= {"rights/access", "rights/erasure"}
    assert not next(part for part in reading.parts if part.key == "inleiding").is_held


def test_long_sentences_and_stammering() -> None:
    measured = of_text(
        f"{'dag ' * 25}. {'dag ' * 26}. Kort. Heel kort. Kort dus. En hier staan vijf woorden. Kort. Kort."
    )
    assert [sentence.words for sentence in measured.long] == [26]
    assert measured.longest is measured.long[0]
    assert [[sentence.text for sentence in row] for row in measured.stammers] == [["Kort.", "Heel kort.", "Kort dus."]]


def test_names_make_a_sentence_longer_to_the_eye_and_lists_are_short_on_purpose() -> None:
    mails = of_text("Mail naar a@b.example of naar c@d.example. " * 3)
    assert {sentence.words for sentence in mails.sentences} == {4} and mails.stammers == ()
    items = d.Bullets(tuple(d.Item((d.Text(word),)) for word in ("naam", "adres", "land")))
    assert (
        of_document(statement(paragraph(d.Text("Dit:")), items, paragraph(d.Text("Kort. Kort.")))).whole.stammers == ()
    )


def test_a_quote_is_shortened_at_a_word() -> None:
    assert shortened("Een zin die past.") == "Een zin die past"
    assert shortened("Wij bewaren, lezen en wissen gegevens.", 14) == "Wij bewaren …"


@pytest.mark.parametrize("piece", ["1", "a.", ".", "1 ", "a-", "@a", "art. 1, ", "x", "! ", "(", "\ue000", "a\n"])
def test_a_strange_text_is_read_in_no_time(piece: str) -> None:
    measured = of_text(piece * (6000 // len(piece)))
    assert measured.words <= 6000
