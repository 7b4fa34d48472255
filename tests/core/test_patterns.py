"""Five layouts with a character of their own: headings, order, the first layer, cards, references and words."""

import itertools
import random

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.assemble import assemble
from policies.core.facts.choices import TONE
from policies.core.finish import LIST_OF_WORDS
from policies.core.library import load
from tests.core.checks.company import company
from tests.core.test_difference import drawn
from tests.generate import any_company
from tests.golden import EXAMPLES, ON, document, example

every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)

# The order of the digests; what a digest has as a heading of its own has a section of that name here.
ORDER = {
    "rubrieken": "inleiding begrippen gegevens cookies gebruik bewaren rechten doorgifte overheid beveiliging ontvangers metingen links kinderen wijzigingen contact",
    "verwerkingen": "inleiding activities/* bijzonder cookies beveiliging rechten ontvangers links wijzigingen klacht",
    "artikelen": "inleiding begrippen gebruik gegevens bewaren kinderen rechten beveiliging datalek ontvangers links contact",
    "betrokkenen": "inleiding mensen website bewaren ontvangers reclame wijzigingen rechten klacht",
    "vraag-antwoord": "inleiding activities/* cookies verwerker rechten beveiliging wijzigingen",
}


def headings(statement: d.Document) -> set[str]:
    """Every heading that a reader sees: sections, divisions, and the two above them."""
    nodes = [node for node in d.nodes(statement.sections) if isinstance(node, d.Section | d.Division)]
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
def test_every_activity_has_a_card(pattern: str) -> None:
    statement = document("artikelen", pattern, "je")
    cards = {node.key for node in d.nodes(statement.sections) if isinstance(node, d.Card)}
    for activity in example("artikelen").activities:
        assert any(key.startswith(f"activities/{activity.key}/kaart-") for key in cards), activity.key


def test_about_each_thing_the_same_two_questions() -> None:
    statement = document("vraag-antwoord", "vraag-antwoord", "u")
    for section in statement.sections:
        if section.key.startswith("activities/"):
            assert [d.plain(block.title) for block in section.blocks] == ["Wat verwerken wij?", "Waarom verwerken wij dat?"]


def test_groups_hold_their_data_item_by_item() -> None:
    statement = document("betrokkenen", "betrokkenen", "je")
    people = next(section for section in statement.sections if section.key == "mensen")
    divisions = [block for block in people.blocks if isinstance(block, d.Division)]
    assert [block.key for block in divisions] == [f"groups/{group.key}" for group in example("betrokkenen").groups]
    assert "naam, om over de gevraagde diensten te overleggen" in d.plain(divisions[0])


@pytest.mark.parametrize("number", range(40))
def test_a_reference_leads_to_the_section_it_names(number: int) -> None:
    """Also where sections are left out: a reference to one that is not there is gone with its sentence."""
    die = random.Random(number)
    company, _ = drawn(number)
    statement = assemble(any_company(die.randrange) if number % 2 else company, load(), ON)
    sections = {section.key: section for section in statement.sections}
    for node in d.nodes((statement.summary, statement.sections)):
        if isinstance(node, d.Link) and node.href.startswith("#"):
            section = sections[node.href[1:]]
            wanted = statement.word("reference").format(number=section.number, title=d.plain(section.title))
            assert d.plain(node.children) == wanted
    if statement.pattern == "artikelen":
        assert [statement.number(section) for section in statement.sections] == [f"Artikel {n}." for n in range(1, len(sections) + 1)]


@every_pattern
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_hard_word_is_explained_once_where_it_is_used_first(name: str, pattern: str) -> None:
    statement, glossary = document(name, pattern, "u"), load().catalogue["glossary"]
    words = d.plain((statement.summary, statement.sections))
    has_list = any(clause.clause == LIST_OF_WORDS for clause in statement.clauses())
    for row in glossary.values():
        assert words.count(row["kort" if has_list else "uitleg"]) <= 1
    if not has_list:
        assert words.index("De AVG is de Europese privacywet") - words.index("AVG)") < 400
        marked = [d.plain(node.children).lower() for node in d.nodes((statement.summary, statement.sections)) if isinstance(node, d.Dfn)]
        assert len(marked) == len(set(marked)) and "avg" in marked


@every_pattern
def test_only_who_gives_something_chooses_to_give_it(pattern: str) -> None:
    """Data from elsewhere leave a person nothing to choose; as soon as one kind comes from the person, the answer is told as it is."""

    def said(**use: str) -> set[str]:
        changes = {"style.pattern": pattern, "activities.nieuws.source": "public", "activities.nieuws.source_detail": "het handelsregister", "activities.nieuws.required": "voluntary"}
        facts = company(changes | {f"activities.nieuws.uses.contact.{name}": value for name, value in use.items()})
        keys = [clause.key for clause in assemble(facts, load(), ON).clauses()]
        return {key.rpartition("/")[2] for key in keys if key.startswith("activities/nieuws/") and "/required" in key}

    assert said() == {"required-of-nobody"}
    assert said(source="person") == {"required"}


@every_pattern
def test_tones_differ_in_address_only(pattern: str) -> None:
    keys = [[clause.key for clause in document("rubrieken", pattern, tone).clauses()] for tone in TONE]
    assert keys[0] == keys[1]
