"""Five layouts with a character of their own: headings, order, the first layer, cards, references and words."""

import dataclasses
import itertools
import random

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.assembly.references import LIST_OF_WORDS, finish
from policies.core.clauses.library import load
from policies.core.facts.choices import TONE
from policies.render import as_text
from tests.core.checks.company import company
from tests.core.test_difference import drawn
from tests.generate import any_company
from tests.golden import EXAMPLES, ON, document, example

every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)

# Who is responsible stands first; then the order of the digests. What a digest has as a heading of its own has a section of that name here.
ORDER = {
    "rubrieken": "inleiding begrippen gegevens cookies gebruik bewaren rechten doorgifte overheid beveiliging ontvangers links kinderen wijzigingen",
    "verwerkingen": "inleiding activities/* bijzonder cookies beveiliging rechten ontvangers links wijzigingen klacht",
    "artikelen": "inleiding begrippen gebruik bewaren kinderen rechten beveiliging datalek ontvangers links",
    "betrokkenen": "inleiding mensen website ontvangers reclame wijzigingen rechten klacht",
    "vraag-antwoord": "inleiding activities/* cookies verwerker rechten beveiliging wijzigingen",
}


def headings(statement: d.Document) -> set[str]:
    """Every heading of the pattern that a reader sees: sections, divisions, and the two above them. Names of activities are the company's own."""
    nodes = [
        node
        for node in d.nodes(statement.sections)
        if isinstance(node, d.Section | d.Division) and not node.key.startswith("activities/")
    ]
    return {d.plain(node.title) for node in nodes} | {statement.word("summary"), statement.word("contents")}


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_two_patterns_share_more_than_a_third_of_their_headings(name: str) -> None:
    found = {pattern: headings(document(name, pattern, "u")) for pattern in patterns.ALL}
    for one, other in itertools.combinations(found, 2):
        shared = found[one] & found[other]
        assert len(shared) * 3 <= min(len(found[one]), len(found[other])), f"{one}, {other}: {sorted(shared)}"


@every_pattern
def test_the_order_is_that_of_the_digest(pattern: str) -> None:
    keys = [section.key for section in document(pattern, pattern, "u").sections]
    kinds = list(dict.fromkeys("activities/*" if key.startswith("activities/") else key for key in keys))
    wanted = ORDER[pattern].split()
    missing = set(wanted) - set(kinds)
    assert missing <= {"begrippen", "datalek"}, missing  # only where this example has nothing to say there
    assert [key for key in kinds if key in wanted] == [key for key in wanted if key in kinds]


@every_pattern
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_controller_stands_in_full_in_the_first_section_and_nowhere_else(name: str, pattern: str) -> None:
    first, *rest = document(name, pattern, "u").sections

    def paths(*sections: d.Section) -> set[str]:
        return {
            node.path
            for node in d.nodes(sections)
            if isinstance(node, d.Value) and node.path.split(".")[0] in {"controller", "contact", "dpo"}
        }

    assert first.key == "inleiding" and "controller.legal_name" in paths(first) and paths(*rest) <= {"contact.email"}


@every_pattern
def test_every_activity_has_a_heading_of_its_own(pattern: str) -> None:
    keys = [
        node.key
        for node in d.nodes(document("artikelen", pattern, "je").sections)
        if isinstance(node, d.Section | d.Division)
    ]
    assert {keys.count(f"activities/{activity.key}") for activity in example("artikelen").activities} == {1}


def test_about_each_thing_the_same_two_questions() -> None:
    statement = document("vraag-antwoord", "vraag-antwoord", "u")
    for section in statement.sections:
        if section.key.startswith("activities/"):
            assert [d.plain(block.title) for block in section.blocks if isinstance(block, d.Division)] == [
                "Welke gegevens?",
                "Waarom?",
            ]


def test_a_set_of_groups_has_one_complete_block() -> None:
    statement = document("betrokkenen", "betrokkenen", "je")
    people = next(section for section in statement.sections if section.key == "mensen")
    blocks = {block.key: block for block in people.blocks if isinstance(block, d.Division)}
    facts = example("betrokkenen")
    assert list(blocks) == list(
        dict.fromkeys("groups/" + "_".join(sorted(activity.groups)) for activity in facts.activities)
    )
    for activity in facts.activities:
        inside = {
            node.key
            for node in d.nodes(blocks["groups/" + "_".join(sorted(activity.groups))])
            if isinstance(node, d.Division)
        }
        assert f"activities/{activity.key}" in inside


def test_an_activity_has_a_number_below_its_reason() -> None:
    statement = document("artikelen", "artikelen", "je")
    section = next(section for section in statement.sections if section.key == "gebruik")
    titles = [
        d.plain(node.title)
        for reason in section.blocks
        if isinstance(reason, d.Division)
        for node in reason.blocks
        if isinstance(node, d.Division)
    ]
    assert [title.partition(" ")[0] for title in titles] == [
        f"{section.number}.{place}" for place in range(1, len(example("artikelen").activities) + 1)
    ]
    text = as_text.text(statement, None)
    assert f"{section.number}.{len(titles)}" in text.partition("Hoelang")[2]  # the terms point back


@pytest.mark.parametrize("number", range(40))
def test_a_reference_leads_to_the_section_it_names(number: int) -> None:
    """Also where sections are left out: a reference to one that is not there is gone with its sentence."""
    die = random.Random(number)
    company, _ = drawn(number)
    statement = assemble(any_company(die.randrange) if number % 2 else company, load(), ON)
    sections = {section.key: section for section in statement.sections}
    divisions = {node.key: node for node in d.nodes(statement.sections) if isinstance(node, d.Division)}
    for node in d.nodes((statement.summary, statement.sections)):
        if isinstance(node, d.Link) and node.href.startswith("#activities/"):
            assert d.plain(divisions[node.href[1:]].title).startswith(d.plain(node.children) + " ")
        elif isinstance(node, d.Link) and node.href.startswith("#"):
            section = sections[node.href[1:]]
            wanted = statement.word("reference").format(number=section.number, title=d.plain(section.title))
            assert d.plain(node.children) == wanted
    if statement.pattern == "artikelen":
        assert [statement.number(section) for section in statement.sections] == [
            f"Artikel {n}." for n in range(1, len(sections) + 1)
        ]


@every_pattern
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_hard_word_is_explained_once_where_it_is_used_first(name: str, pattern: str) -> None:
    statement, glossary = document(name, pattern, "u"), load().catalogue["glossary"]
    words = d.plain((statement.summary, statement.sections))
    has_list = any(clause.clause == LIST_OF_WORDS for clause in statement.clauses())
    for row in glossary.values():
        assert words.count(row["kort" if has_list else "uitleg"]) <= 1
    if not has_list:
        marked = [
            d.plain(node.children).lower()
            for node in d.nodes((statement.summary, statement.sections))
            if isinstance(node, d.Dfn)
        ]
        assert len(marked) == len(set(marked))
        assert "de Europese privacywet" in words  # beside the name of the law


def test_a_list_of_words_holds_at_most_five_that_are_used_and_the_rest_is_explained_where_it_stands() -> None:
    glossary = {f"woord {number}": {"kort": f"kort {number}", "uitleg": f"Uitleg {number}."} for number in range(8)}
    words = [d.Dfn((d.Text(term),)) for term in glossary]
    listed = d.Clause(
        LIST_OF_WORDS,
        LIST_OF_WORDS,
        "",
        (),
        (),
        (d.Terms(tuple(d.Term((word,), (d.Text("kort"),)) for word in words)),),
    )
    used = d.Clause("x/y", "x/y", "", (), (), (d.Paragraph(tuple(words[1:])),))  # seven of the eight
    whole = dataclasses.replace(
        document("rubrieken", "rubrieken", "u"), summary=(), sections=(d.Section("x", 0, (), (listed, used)),)
    )
    entries, said = finish(whole, glossary, {LIST_OF_WORDS, "x/y"}).sections[0].blocks
    assert [d.plain(entry.term) for entry in entries.blocks[0].entries] == [f"woord {number}" for number in range(1, 6)]
    assert d.plain(said).endswith("Uitleg 6. Uitleg 7.") and "Uitleg 5" not in d.plain(said)


@every_pattern
def test_only_who_gives_something_chooses_to_give_it(pattern: str) -> None:
    """Data from elsewhere leave a person nothing to choose; as soon as one kind comes from the person, the answer is told as it is."""

    def said(**use: str) -> set[str]:
        changes = {
            "style.pattern": pattern,
            "activities.nieuws.source": "public",
            "activities.nieuws.source_detail": "het handelsregister",
            "activities.nieuws.required": "voluntary",
        }
        facts = company(changes | {f"activities.nieuws.uses.contact.{name}": value for name, value in use.items()})
        words = d.plain(
            tuple(
                clause
                for clause in assemble(facts, load(), ON).clauses()
                if clause.key.startswith("activities/nieuws/")
            )
        ).casefold()
        return {
            answer
            for answer in ("u hoeft zelf niets te geven", "u kiest zelf")
            if answer in words.replace("uw eigen keuze", "u kiest zelf")
        }

    assert said() == {"u hoeft zelf niets te geven"}
    assert said(source="person") == {"u kiest zelf"}


@every_pattern
@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("third_party", "u geeft niets"),
        ("public", "u geeft niets"),
        ("observed", "dat gaat vanzelf"),
        ("own", "dat gaat vanzelf"),
    ],
)
def test_what_another_gives_does_not_come_by_itself(pattern: str, source: str, answer: str) -> None:
    use = {"source": source, "source_detail": "het handelsregister", "required": "automatic"}
    facts = company(
        {"style.pattern": pattern} | {f"activities.nieuws.uses.contact.{name}": value for name, value in use.items()}
    )
    words = as_text.text(assemble(facts, load(), ON), None).casefold()
    assert {one for one in ("u geeft niets", "dat gaat vanzelf") if one in words} == {answer}


def test_a_basis_that_purposes_share_is_said_once_and_rests_on_each() -> None:
    said = document("betrokkenen", "vraag-antwoord", "u")
    (paragraph,) = [
        node
        for node in d.nodes(tuple(said.clauses()))
        if isinstance(node, d.Paragraph) and d.plain(node.children).startswith("Voor de overeenkomst: software bouwen")
    ]
    paths = [
        node.path
        for node in d.nodes(paragraph.children)
        if isinstance(node, d.Value) and node.path.endswith(".legal_basis")
    ]
    assert len(paths) == len(set(paths)) == 2


@every_pattern
def test_tones_differ_in_address_only(pattern: str) -> None:
    keys = [[clause.key for clause in document("rubrieken", pattern, tone).clauses()] for tone in TONE]
    assert keys[0] == keys[1]
