"""Texts as the world sends them: without full stops, in capitals, with bullets, tables and menus, in another encoding or language, or none at all."""

from datetime import date
from pathlib import Path

import pytest

from policies.core.clauses.library import load
from policies.core.reading import DISCLAIMER, MAX_BYTES, ReadingReport, Unreadable, decode, read, to_data
from policies.core.reading.source import is_html
from policies.core.reading.text import index_of

CLEAN = Path(__file__).with_name("clean.txt").read_text("utf-8")
ON = date(2026, 12, 1)


def outcomes(report: ReadingReport) -> dict[str, str]:
    return {result.id: result.outcome for result in report.results}


def reading(text: str) -> ReadingReport:
    return read(text, load(), ON)


EXPECTED = outcomes(reading(CLEAN))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.shown) for one in index_of(text, {}).sentences]


def test_headings_lists_and_labels_of_plain_text() -> None:
    text = "UW RECHTEN\nU hebt recht op:\n• inzage\n- verbetering;\n* wissing\n\n3. Klacht\nWilt u klagen? Dat mag.\nInzage. U mag kijken.\nZie art. 6 van de wet, o.a. voor b.v. klanten. Klaar."
    assert kinds(text) == [
        ("heading", "UW RECHTEN"),
        ("text", "U hebt recht op:"),
        ("item", "U hebt recht op: inzage"),
        ("item", "U hebt recht op: verbetering;"),
        ("item", "U hebt recht op: wissing"),
        ("heading", "3. Klacht"),
        ("text", "Wilt u klagen? Dat mag."),
        ("text", "Inzage. U mag kijken."),
        ("text", "Zie art. 6 van de wet, o.a. voor b.v. klanten."),
        ("text", "Klaar."),
    ]


def test_rows_of_a_pasted_table_and_signs_of_markdown() -> None:
    text = (
        "## Hoelang?\n| Wat | Hoelang |\n|---|---|\n| Facturen | 7 jaar |\nVragen\t1 jaar\n**Let op:** dit is een zin."
    )
    assert kinds(text) == [
        ("heading", "Hoelang?"),
        ("row", "Wat; Hoelang"),
        ("row", "Facturen; 7 jaar"),
        ("row", "Vragen; 1 jaar"),
        ("text", "Let op: dit is een zin."),
    ]


def test_lines_that_a_mail_program_broke_off_are_one_sentence() -> None:
    text = (
        "Wij bewaren uw gegevens niet langer dan nodig is, en daarom\nwissen wij ze een jaar na uw laatste bestelling."
    )
    assert len(kinds(text)) == 1


def test_headings_lists_and_tables_of_a_page() -> None:
    page = """<html><head><title>X</title><style>h1 {}</style><script>alert("7 jaar bewaren")</script></head><body><nav><a href="/">Menu</a></nav>
    <h2>Hoelang?</h2><div>Wij bewaren <b>dit</b>:<ul><li>facturen, 7&nbsp;jaar<li><p>vragen &amp; antwoorden</p></ul></div>
    <p><strong>Uw rechten</strong></p><p>Mail <a href="mailto:a@b.example?subject=x">ons</a>.<br>Of bel.</p>
    <dl><dt>AVG</dt><dd>De wet.</dd></dl>
    <table><tr><th>Wat</th><th>Hoelang</th></tr><tr><td>Facturen</td><td>7 jaar</td></tr></table><p>Niet gesloten"""
    assert kinds(page) == [
        ("heading", "Hoelang?"),
        ("text", "Wij bewaren dit:"),
        ("item", "Wij bewaren dit: facturen, 7 jaar"),
        ("item", "Wij bewaren dit: vragen & antwoorden"),
        ("heading", "Uw rechten"),
        ("text", "Mail ons (a@b.example)."),
        ("text", "Of bel."),
        ("text", "AVG: De wet."),
        ("row", "Wat: Facturen; Hoelang: 7 jaar"),
        ("text", "Niet gesloten"),
    ]


def test_a_menu_that_is_never_closed_does_not_swallow_the_page() -> None:
    assert kinds("<html><body><nav><p>Wij bewaren uw gegevens.</p></body></html>") == [
        ("text", "Wij bewaren uw gegevens.")
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("• ", "– "),
        lambda text: text.replace("• ", "1) "),
        lambda text: "\ufeff" + text.replace("verwerking", "ver\u00adwerking"),
        lambda text: "\n\n".join(text.splitlines()),
        lambda text: "".join(f"<p>{line}</p>" for line in text.splitlines() if line),
        lambda text: "<html><body><main>" + text.replace("\n", "<br>\n") + "</main></body></html>",
    ],
    ids=["crlf", "nbsp", "curly", "dash", "numbers", "invisible", "spaced", "paragraphs", "breaks"],
)
def test_how_a_text_is_set_changes_nothing(change) -> None:
    found, wanted = outcomes(reading(change(CLEAN))), EXPECTED
    assert {name: (found[name], wanted[name]) for name in wanted if found[name] != wanted[name]} == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding(encoding: str) -> None:
    text = CLEAN.replace("camera's", "camera’s – één").replace("Fietsenmakerij", "Fietsenmakerij Zoë")
    assert "één" in decode(text.encode(encoding)) and outcomes(reading(decode(text.encode(encoding)))) == EXPECTED


def test_a_page_may_say_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-15"></head><body><p>Het kost 5 €, zegt één klant.</p></body></html>'
    assert "5 €" in decode(page.encode("iso-8859-15"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"PK\x03\x04...", "Word"),
        (b"{\\rtf1 ...", "RTF"),
        (b"\x89PNG\r\n\x00\x01", "geen tekst"),
        (b"a" * (MAX_BYTES + 1), "groter dan 1 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        decode(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "te weinig tekst"),
        (" \n\n ", "te weinig tekst"),
        ("Wij bewaren uw gegevens.", "te weinig tekst"),
        ("<html><body></body></html>", "te weinig tekst"),
        (
            "We collect the information that you give us and we may share it with the partners of our company. You have the right to access your personal information. "
            * 3,
            "Engels",
        ),
        (
            "Nous traitons vos données pour la livraison et nous les gardons une année. Vous avez le droit de les consulter. "
            * 3,
            "Frans",
        ),
        (
            "Wir verarbeiten Ihre Daten für die Lieferung und wir speichern sie nicht länger als nötig. Sie haben das Recht auf Auskunft. "
            * 3,
            "Duits",
        ),
        (
            "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt labore magna aliqua enim "
            * 3,
            "geen gewone Nederlandse tekst",
        ),
    ],
)
def test_what_cannot_be_judged_is_refused(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        reading(text)


def test_one_tag_makes_no_page() -> None:
    assert (
        not is_html("Wij schrijven <b>niet</b> in html.")
        and is_html("<p>a</p><p>b</p><ul>")
        and is_html("  <!DOCTYPE html>")
    )


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "recht op " * 12_000,
        "wij " * 25_000,
        "<div>" * 20_000
        + "wij bewaren uw gegevens niet langer dan dat het nodig is voor het doel en dat is de wet " * 3,
        "( " * 50_000,
        "a@" * 50_000,
        "1" * 100_000,
        "- \n" * 30_000,
        "0 " * 50_000,
        "kopie … " * 12_000,
    ],
    ids=["letters", "recht", "wij", "divs", "brackets", "at", "digits", "bullets", "zeros", "dots"],
)
def test_a_nasty_text_takes_no_time(text: str) -> None:
    import time

    start = time.process_time()
    try:
        reading(text)
    except Unreadable:
        pass
    assert time.process_time() - start < 3


def test_data_carries_the_words_of_caution() -> None:
    data = to_data(reading(CLEAN))
    assert data["disclaimer"] == DISCLAIMER and "niet dat een verklaring in orde is" in DISCLAIMER
    assert data["text"]["country"] == "BE" and data["faults"] == []
    first = data["items"][0]
    assert first.keys() == {
        "id",
        "theme",
        "question",
        "articles",
        "outcome",
        "needed",
        "because",
        "mend",
        "rule",
        "sentences",
    }
    assert first["sentences"][0]["heading"] == "Wie zijn wij?"
