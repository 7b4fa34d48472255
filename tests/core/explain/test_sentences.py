"""The sentences of a statement: nothing lost, nothing double, each with what it rests on."""

import dataclasses
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.sentences import PREFIX, changed, enclosed, fed_by, fingerprints, runs_of, sentences
from policies.core.facts import Facts, OwnSection
from policies.core.facts.plain_data import read_yaml
from tests.make import make_company

EXAMPLES = Path(__file__).resolve().parents[3] / "clauses" / "examples"
ON = date(2026, 12, 1)


@cache
def example() -> Facts:
    return read_yaml((EXAMPLES / "vraag-antwoord.yaml").read_bytes())


@cache
def statement(pattern: str = "rubrieken") -> d.Document:
    return assemble(
        dataclasses.replace(example(), style=dataclasses.replace(example().style, pattern=pattern)), load(), ON
    )


def spoken(
    *nodes: d.Inline, key: str = "rights/how", states: tuple[str, ...] = ()
) -> list[tuple[str, tuple[str, ...]]]:
    """The sentences of one paragraph, each with its paths."""
    clause = d.Clause(key, "x/y", "0" * 16, ("13.1",), states, (d.Paragraph(nodes),))
    return [(piece.sentence.text, piece.sentence.paths) for run in runs_of(clause) for piece in run]


def texts(line: str) -> list[str]:
    return [text for text, _ in spoken(d.Text(line))]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_nothing_is_lost_or_told_twice_and_every_value_stands_in_its_sentence(pattern: str) -> None:
    document = statement(pattern)
    said = sentences(document)
    assert bare("".join(one.text for one in said)) == bare(
        "".join(d.plain(clause) for clause in enclosed(document).clauses())
    )
    assert len({one.id for one in said}) == len(said) and all(
        one.id.startswith(PREFIX) and " " not in one.id for one in said
    )
    for clause in document.clauses():
        for piece in (piece for run in runs_of(clause) for piece in run):
            for node in d.nodes(piece.nodes):
                if isinstance(node, d.Value):
                    assert node.path in piece.sentence.paths and " ".join(node.text.split()) in piece.sentence.text
    printed = {node.path for node in d.nodes(tuple(document.clauses())) if isinstance(node, d.Value)}
    assert printed <= fed_by(document).keys()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dit mag volgens art. 6 AVG. Wij doen het.", ["Dit mag volgens art. 6 AVG.", "Wij doen het."]),
        ("Dit mag volgens art. 6. Wij doen het.", ["Dit mag volgens art. 6.", "Wij doen het."]),
        (
            "Wij gebruiken bv. Brevo, nr. IV en verder niets. Daarna bakken wij.",
            ["Wij gebruiken bv. Brevo, nr. IV en verder niets.", "Daarna bakken wij."],
        ),
        (
            "Mail info@bakker.example. Of bel. Klaar? Ja! Goed",
            ["Mail info@bakker.example.", "Of bel.", "Klaar?", "Ja!", "Goed"],
        ),
        (
            "Zie www.bakker.example/a.b voor 1.250 euro. 3 jaar later.",
            ["Zie www.bakker.example/a.b voor 1.250 euro.", "3 jaar later."],
        ),
        ("Bel (of mail?) ons. kleine letter", ["Bel (of mail?) ons. kleine letter"]),
        (
            "Peeters B.V. is een bedrijf. “Goed.” Dat is het.",
            ["Peeters B.V. is een bedrijf.", "“Goed.”", "Dat is het."],
        ),
    ],
)
def test_where_a_sentence_ends(line: str, expected: list[str]) -> None:
    assert texts(line) == expected


def test_a_sentence_crosses_what_is_marked_and_keeps_its_paths() -> None:
    found = spoken(
        d.Strong((d.Text("Wij zijn "), d.Value("controller.legal_name", "Ja! Brood"), d.Text(". Wij"))),
        d.Text(" bakken. "),
        d.Value("activities.orders.story", "Wij leveren. Zij eten."),
        d.Text(" Mail "),
        d.Link("mailto:a@b.be", "contact.email", (d.Text("a@b.be"),)),
        d.Text(". "),
        d.Gap("rights.email", "E-mailadres"),
    )
    assert found == [
        ("Wij zijn Ja! Brood.", ("controller.legal_name",)),
        ("Wij bakken.", ()),
        ("Wij leveren.", ("activities.orders.story",)),
        ("Zij eten.", ("activities.orders.story",)),
        ("Mail a@b.be.", ("contact.email",)),
        ("[E-mailadres]", ("rights.email",)),
    ]


def test_the_nodes_of_a_sentence_are_its_words_and_no_more() -> None:
    clause = d.Clause(
        "a/b",
        "a/b",
        "",
        (),
        (),
        (d.Paragraph((d.Strong((d.Text("Een. Twee"),)), d.Text(" drie. "), d.Emph((d.Text("Vier."),)))),),
    )
    pieces = [piece for run in runs_of(clause) for piece in run]
    assert [piece.nodes for piece in pieces] == [
        (d.Strong((d.Text("Een."),)),),
        (d.Strong((d.Text("Twee"),)), d.Text(" drie.")),
        (d.Emph((d.Text("Vier."),)),),
    ]
    assert [piece.before for piece in pieces] == ["", " ", " "]


def test_a_cell_and_a_term_are_one_sentence_and_an_empty_cell_is_none() -> None:
    words = (d.Text("Een. Twee."),)
    blocks = (d.Table((), (words, ()), ((words, words),)), d.Terms((d.Term(words, words),)))
    runs = runs_of(d.Clause("a/b", "a/b", "", (), (), blocks))
    assert [len(run) for run in runs] == [1, 0, 1, 1, 1, 2]
    assert [piece.sentence.id for run in runs for piece in run] == [f"z-a/b-{number}" for number in range(1, 7)]


@pytest.mark.parametrize(
    ("key", "state", "path"),
    [
        (
            "activities/orders/purposes/deliver/contract",
            "purpose.legal_basis",
            "activities.orders.purposes.deliver.legal_basis",
        ),
        ("activities/orders/uses/mail/source", "use.source", "activities.orders.uses.mail.source"),
        ("activities/orders/required", "activity.required", "activities.orders.required"),
        ("retention_rules/short/rule", "rule.number", "retention_rules.short.number"),
        ("automated/score/decision", "decision.ground", "automated.decisions.score.ground"),
        ("ai_systems/bot/trains", "ai_system.trains", "ai_systems.bot.trains"),
        ("cookies/none", "cookies.used", "cookies.used"),
    ],
)
def test_what_a_clause_states_gets_the_path_of_its_row(key: str, state: str, path: str) -> None:
    assert spoken(d.Text("Ja."), key=key, states=(state,)) == [("Ja.", (path,))]


def test_every_stated_and_printed_path_is_a_path_of_the_facts() -> None:
    from policies.core.facts import paths

    for one in sentences(statement()):
        assert all(paths.parse(path) for path in one.paths if not path.startswith("catalogue."))


def test_what_is_missing_comes_first() -> None:
    facts = dataclasses.replace(example(), controller=dataclasses.replace(example().controller, legal_name=None))
    document = assemble(facts, load(), ON)
    lacking = [one for one in sentences(document) if one.gaps]
    assert lacking and all(one.paths[: len(one.gaps)] == one.gaps for one in lacking)
    assert set(fed_by(document)["controller.legal_name"]) == {
        one.id for one in lacking if "controller.legal_name" in one.gaps
    }


def test_only_the_sentence_that_changed_is_marked() -> None:
    facts = dataclasses.replace(example(), style=dataclasses.replace(example().style, pattern="rubrieken"))
    before = fingerprints(sentences(statement()))
    after = dataclasses.replace(facts, rights=dataclasses.replace(facts.rights, email="nieuw@adres.example"))
    now = sentences(assemble(after, load(), ON))
    marked = [one for one in now if one.id in changed(before, now)]
    assert marked and all("nieuw@adres.example" in one.text for one in marked)
    assert changed(None, now) == set() and changed(fingerprints(now), now) == set()
    assert changed({}, now) == {one.id for one in now}


def test_a_sentence_put_in_does_not_mark_those_that_follow() -> None:
    def of(*lines: str, key: str = "a/b") -> list:
        clause = d.Clause(key, key, "", (), (), tuple(d.Paragraph((d.Text(line),)) for line in lines))
        return [piece.sentence for run in runs_of(clause) for piece in run]

    now = of("Nieuw.", "Een.", "Twee.")
    assert changed(fingerprints(of("Een.", "Twee.")), now) == {"z-a/b-1"}
    assert changed(fingerprints(of("Een.", "Twee.", "Nieuw.", key="a/c")), now) == {"z-a/b-1", "z-a/b-2", "z-a/b-3"}


def test_what_the_pattern_says_itself_is_a_sentence_too() -> None:
    lead, clause = (
        d.Paragraph((d.Text("Lees ook verder."),)),
        d.Clause("a/b", "a/b", "", (), (), (d.Paragraph((d.Text("Ja."),)),)),
    )
    section = d.Section("rechten", 1, (d.Text("Rechten"),), (lead, clause))
    document = d.Document(d.SCHEMA, "nl-BE", "rubrieken", "u", (d.Text("Titel"),), (), (section,))
    assert [(one.id, one.clause, one.text) for one in sentences(document)] == [
        ("z-rechten/opbouw-1", "", "Lees ook verder."),
        ("z-a/b-1", "a/b", "Ja."),
    ]


@pytest.mark.parametrize(("piece", "most"), [("! ", 1), ("? … ", 1), ("Ja. ", 100), ("B.V. Ja. ", 100)])
def test_a_field_of_nothing_but_ends_gives_no_flood_of_sentences(piece: str, most: int) -> None:
    company = make_company(sections=(OwnSection(key="x", title="Spel", body=(piece * 6000)[:6000]),))
    said = [one for one in sentences(assemble(company, load(), ON)) if one.key.startswith("sections/x")]
    assert len(said) == most and sum(len(one.text) for one in said) > 5000
