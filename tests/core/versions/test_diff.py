"""What a reader would see change between two documents. Documents by hand, and those of the examples."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses import library
from policies.core.facts.plain_data import read_yaml
from policies.core.versions.diff import ClauseChange, SectionChange, WordRun, compare
from tests.golden import FULLEST


def clause(key: str, *lines: str, blocks: tuple[d.Block, ...] = ()) -> d.Clause:
    return d.Clause(key, key, "0" * 16, ("13.1",), (), tuple(d.Paragraph((d.Text(line),)) for line in lines) + blocks)


def section(key: str, *blocks: d.Block, title: str = "") -> d.Section:
    return d.Section(key, 1, (d.Text(title or key.capitalize()),), blocks)


def document(*sections: d.Section) -> d.Document:
    numbered = tuple(replace(one, number=number) for number, one in enumerate(sections, 1))
    return d.Document(
        d.SCHEMA, "nl-BE", "rubrieken", "u", (d.Text("Privacyverklaring"),), (d.Word("version", "Versie"),), numbered
    )


def same(text: str) -> WordRun:
    return WordRun("same", text)


def gone(text: str) -> WordRun:
    return WordRun("removed", text)


def new(text: str) -> WordRun:
    return WordRun("added", text)


OLD = document(
    section("gegevens", clause("data/intro", "Wij gebruiken uw naam."), clause("data/more", "En uw adres.")),
    section("rechten", clause("rights/ask", "Vraag het ons.")),
)


def changed(
    key: str, *clauses: ClauseChange, kind: str = "changed", title: str = "", reordered: bool = False
) -> SectionChange:
    return SectionChange(key, title or key.capitalize(), kind, clauses, reordered)


def test_the_same_document_has_no_changes() -> None:
    assert compare(OLD, OLD) == []


def test_a_number_alone_is_no_change() -> None:
    """A section before it moves every number; nobody has to read those again."""
    first, second = OLD.sections
    assert compare(OLD, replace(OLD, sections=(replace(first, number=2), replace(second, number=3)))) == []


def test_a_word() -> None:
    after = document(
        section("gegevens", clause("data/intro", "Wij gebruiken uw voornaam."), clause("data/more", "En uw adres.")),
        OLD.sections[1],
    )
    runs = (same("Wij gebruiken uw "), gone("naam"), new("voornaam"), same("."))
    assert compare(OLD, after) == [changed("gegevens", ClauseChange("data/intro", "changed", (runs,)))]


def test_words_in_a_row_are_one_change() -> None:
    before = document(section("contact", clause("contact/phone", "Bel 016 00 00 00 op werkdagen.")))
    after = document(section("contact", clause("contact/phone", "Bel 09 123 45 67 op werkdagen.")))
    runs = (same("Bel "), gone("016 00 00 00"), new("09 123 45 67"), same(" op werkdagen."))
    assert compare(before, after) == [changed("contact", ClauseChange("contact/phone", "changed", (runs,)))]


def test_a_sentence_that_says_something_else_is_not_made_a_patchwork() -> None:
    before = document(section("rechten", clause("rights/ask", "Vraag het ons.")))
    after = document(
        section(
            "rechten", clause("rights/ask", "U schrijft een brief naar de zetel van de onderneming, met een kopie.")
        )
    )
    [change] = compare(before, after)
    assert [[run.kind for run in line] for line in change.clauses[0].lines] == [["removed"], ["added"]]


def test_a_clause_added_and_one_removed() -> None:
    after = document(
        section("gegevens", clause("data/intro", "Wij gebruiken uw naam."), clause("data/source", "U geeft ze zelf.")),
        OLD.sections[1],
    )
    assert compare(OLD, after) == [
        changed(
            "gegevens",
            ClauseChange("data/source", "added", ((new("U geeft ze zelf."),),)),
            ClauseChange("data/more", "removed", ((gone("En uw adres."),),)),
        )
    ]


def test_a_section_added_and_one_removed() -> None:
    after = document(OLD.sections[0], section("cookies", clause("cookies/none", "Geen cookies.")))
    assert compare(OLD, after) == [
        changed(
            "cookies",
            ClauseChange("title:cookies", "added", ((new("Cookies"),),)),
            ClauseChange("cookies/none", "added", ((new("Geen cookies."),),)),
            kind="added",
        ),
        changed(
            "rechten",
            ClauseChange("title:rechten", "removed", ((gone("Rechten"),),)),
            ClauseChange("rights/ask", "removed", ((gone("Vraag het ons."),),)),
            kind="removed",
        ),
    ]


def test_a_heading() -> None:
    after = document(OLD.sections[0], section("rechten", clause("rights/ask", "Vraag het ons."), title="Uw rechten"))
    [change] = compare(OLD, after)
    assert (change.title, [one.key for one in change.clauses]) == ("Uw rechten", ["title:rechten"])


def test_a_clause_that_moved_is_not_new() -> None:
    after = document(
        section("gegevens", clause("data/intro", "Wij gebruiken uw naam.")),
        section("rechten", clause("rights/ask", "Vraag het ons."), clause("data/more", "En uw adres.")),
    )
    assert compare(OLD, after) == [changed("rechten", ClauseChange("data/more", "moved", ((same("En uw adres."),),)))]


def test_another_order() -> None:
    first, second = OLD.sections[0].blocks
    after = document(section("gegevens", second, first), OLD.sections[1])
    assert compare(OLD, after) == [changed("gegevens", reordered=True)]


def test_a_list_shows_only_the_item() -> None:
    def bullets(*items: str) -> d.Bullets:
        return d.Bullets(tuple(d.Item((d.Text(item),)) for item in items))

    before = document(section("gegevens", clause("data/items", blocks=(bullets("naam", "adres", "telefoon"),))))
    after = document(
        section("gegevens", clause("data/items", blocks=(bullets("naam", "geboortedatum", "adres", "telefoon"),)))
    )
    [change] = compare(before, after)
    assert change.clauses[0].lines == (
        (same("• naam"),),
        (new("• geboortedatum"),),
        (same("• adres"),),
        (same("• telefoon"),),
    )


def test_every_kind_of_node_is_read() -> None:
    def cells(*texts: str) -> tuple[tuple[d.Inline, ...], ...]:
        return tuple((d.Text(text),) for text in texts)

    nested = d.Bullets((d.Item((d.Text("buiten"),), (d.Bullets((d.Item((d.Text("binnen"),)),)),)),), ordered=True)
    blocks = (
        d.Paragraph(
            (
                d.Text("Mail "),
                d.Link("mailto:a@b.example", "rights.email", (d.Value("rights.email", "a@b.example"),)),
                d.Text(" of "),
                d.Link("https://b.example/x", "rights.url", (d.Text("dit formulier"),)),
            )
        ),
        nested,
        d.Terms((d.Term((d.Strong((d.Text("AVG"),)),), (d.Emph((d.Text("de wet"),)),)),)),
        d.Table((d.Text("Termijnen"),), cells("Wat", "Hoelang"), (cells("factuur", "7 jaar"),)),
        d.Notice((d.Paragraph((d.Gap("rights.term_number", "termijn"),)),)),
    )
    after = document(
        section(
            "alles",
            d.Division("deel", (d.Text("Deel"),), (clause("all/of-it", blocks=blocks),)),
            d.Paragraph((d.Text("Los"),)),
        )
    )
    [change] = compare(document(), after)
    assert [run.text for one in change.clauses for line in one.lines for run in line] == [
        "Alles",
        "Deel",
        "Mail a@b.example of dit formulier (https://b.example/x)",
        "• buiten",
        "• binnen",
        "AVG: de wet",
        "Termijnen",
        "Wat | Hoelang",
        "factuur | 7 jaar",
        "[nog in te vullen: termijn]",
        "Los",
    ]


def test_a_node_that_compare_does_not_know_is_an_error() -> None:
    with pytest.raises(TypeError, match="compare does not know str"):
        compare(document(), document(section("x", "geen knoop")))


def test_title_and_fixed_phrases() -> None:
    after = replace(OLD, title=(d.Text("Privacybeleid"),), words=(d.Word("version", "Uitgave"),))
    [change] = compare(OLD, after)
    assert (change.title, [one.key for one in change.clauses]) == ("Titel en vaste regels", ["", "word:version"])


def test_backwards_is_the_mirror_image() -> None:
    after = document(
        section("gegevens", clause("data/intro", "Wij gebruiken uw voornaam.")),
        section("cookies", clause("cookies/none", "Geen cookies.")),
    )
    forth = {(one.key, one.kind) for change in compare(OLD, after) for one in change.clauses}
    back = {(one.key, one.kind) for change in compare(after, OLD) for one in change.clauses}
    mirror = {"added": "removed", "removed": "added", "changed": "changed"}
    assert back == {(key, mirror[kind]) for key, kind in forth}


EXAMPLES = [
    path for path in sorted((Path(__file__).parents[3] / "clauses" / "examples").glob("*.yaml")) if path.stem != FULLEST
]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_both_wordings_can_be_read_back_from_the_comparison(path: Path) -> None:
    """In the other tone nearly every sentence differs: what is the same or gone is the old line, the same or new the new one."""
    facts = read_yaml(path.read_bytes())
    documents = [
        assemble(replace(facts, style=replace(facts.style, tone=tone)), library.load(), date(2026, 12, 1))
        for tone in ("u", "je")
    ]
    texts = [[" ".join(d.plain(clause).split()) for clause in document.clauses()] for document in documents]
    changes = compare(*documents)
    assert len(changes) > 5
    for change in changes:
        for clause in (
            one
            for one in change.clauses
            if one.kind == "changed" and not one.key.startswith(("title:", "word:", "labels:", "loose:"))
        ):
            for wording, kind in zip(texts, ("removed", "added"), strict=True):
                for line in clause.lines:
                    words = "".join(run.text for run in line if run.kind in ("same", kind)).removeprefix("• ")
                    assert not words or any(
                        words.split(" (http")[0].split(": ")[0].split(" | ")[0] in text for text in wording
                    ), words
