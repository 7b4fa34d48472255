"""The first layer: who, what for per reader, what may surprise, the strongest rights and whom to ask, in 150 words."""

import dataclasses
from typing import Any

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import DataCategory, DataItem, DataUse, Facts, Group, Purpose
from policies.core.facts.choices import LAW_COUNTRY, SIZE, TONE
from policies.core.language.readability import of_document
from policies.core.presets.propose import StartAnswers, propose, usual_doings
from tests.core.presets.test_propose import SECTORS, known
from tests.golden import EXAMPLES, ON, document, example, styled

MOST, LONGEST = 150, 25
LABELS = ["kort-wie", "kort-waarvoor", "kort-let-op", "kort-recht", "kort-vragen"]
every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)


def words(statement: d.Document) -> int:
    """The words of the first layer with its labels, a space between two nodes of text that stand apart."""
    lines = [node for node in d.nodes(statement.summary) if isinstance(node, d.Line)]
    return sum(len(f"{d.plain(line.label)} {' '.join(_texts(line.blocks))}".split()) for line in lines)


def _texts(blocks: Any) -> list[str]:
    found = []
    for node in d.nodes(blocks):
        if isinstance(node, d.Paragraph | d.Item):
            found.append(d.plain(node.children))
        elif isinstance(node, d.Term):
            found += [d.plain(node.term), d.plain(node.meaning)]
    return found


def told(facts: Facts, pattern: str = "rubrieken", tone: str = "u") -> list[str]:
    """What stands in the first layer: paragraphs, and each reader before what is for him."""
    return _texts(assemble(styled(facts, pattern, tone), load(), ON).summary)


def readers(facts: Facts) -> dict[str, str]:
    """What each line for readers tells."""
    summary = assemble(styled(facts, "rubrieken", "u"), load(), ON).summary
    return {d.plain(node.term): d.plain(node.meaning) for node in d.nodes(summary) if isinstance(node, d.Term)}


def changed(name: str, **activities: Any) -> Facts:
    """An example in which every activity has these answers."""
    facts = example(name)
    return dataclasses.replace(
        facts, activities=tuple(dataclasses.replace(one, **activities) for one in facts.activities)
    )


@every_pattern
@pytest.mark.parametrize("tone", TONE)
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_told_in_150_words(name: str, tone: str, pattern: str) -> None:
    assert 60 < words(document(name, pattern, tone)) <= MOST


@pytest.mark.parametrize("country", LAW_COUNTRY)
@pytest.mark.parametrize("sector", SECTORS)
def test_a_preset_is_told_in_150_words(sector: str, country: str) -> None:
    sizes = {usual_doings(load(), sector, size, ON): size for size in SIZE}  # sizes that do the same are one company
    for doings, size in sizes.items():
        facts, _ = propose(known(country), StartAnswers(country, sector, size, doings), load(), ON)
        for pattern in patterns.ALL:
            assert words(assemble(styled(facts, pattern, "u"), load(), ON)) <= MOST, (size, pattern)


@every_pattern
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_sentence_is_longer_than_25_words(name: str, pattern: str) -> None:
    (part,) = (part for part in of_document(document(name, pattern, "u")).parts if part.key == "kort")
    running = [sentence.text for sentence in part.measured.sentences if sentence.kind == "text"]
    assert running and [text for text in running if len(text.split()) > LONGEST] == []


@every_pattern
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_lines_stand_in_one_order_and_explain_nothing(name: str, pattern: str) -> None:
    summary = document(name, pattern, "u").summary
    labels = [d.plain(node.label) for node in d.nodes(summary) if isinstance(node, d.Line)]
    assert labels == [load().layouts[pattern].labels[label].render(aan=lambda u, je: u) for label in LABELS]
    assert not any(isinstance(node, d.Dfn) for node in d.nodes(summary))


def test_each_group_finds_its_purposes_by_its_phrase() -> None:
    lines = readers(example("rubrieken"))
    assert lines["U levert aan ons"] == "overleggen en boekhouden"
    assert lines["U bezoekt onze website"].endswith("; met toestemming bezoek meten en advertenties meten")
    assert set(lines) == {f"U{group.phrase[1:]}" for group in example("rubrieken").groups}


def test_readers_with_the_same_purposes_share_a_line_and_a_group_without_a_phrase_has_its_name() -> None:
    purposes = (Purpose("helpen", "iemand helpen", "helpen", legal_basis="contract"),)
    facts = changed("rubrieken", purposes=purposes, groups=("klanten", "leveranciers"), uses=())
    groups = tuple(group for group in facts.groups if group.key in {"klanten", "leveranciers"})
    assert readers(dataclasses.replace(facts, groups=groups)) == {"U bent klant of levert aan ons": "helpen"}
    groups = (groups[0], dataclasses.replace(groups[1], phrase=None))
    assert readers(dataclasses.replace(facts, groups=groups)) == {"U bent klant, of het gaat om leveranciers": "helpen"}
    bare = tuple(Group(group.key, group.name) for group in groups)
    assert readers(dataclasses.replace(facts, groups=bare)) == {"Klanten en leveranciers": "helpen"}


def test_a_purpose_of_its_own_people_stands_with_them_alone() -> None:
    purposes = (Purpose("helpen", "iemand helpen", "helpen"), Purpose("innen", "betaald worden", groups=("klanten",)))
    lines = readers(changed("rubrieken", purposes=purposes, groups=("klanten", "leveranciers"), uses=()))
    assert (lines["U bent klant"], lines["U levert aan ons"]) == ("helpen en betaald worden", "helpen")


def test_only_what_rests_on_consent_alone_is_told_with_it() -> None:
    yes, no = Purpose("a", "helpen", legal_basis="consent"), Purpose("b", "helpen", legal_basis="contract")
    groups = {"groups": ("klanten",), "uses": ()}
    assert readers(changed("rubrieken", purposes=(yes,), **groups))["U bent klant"] == "met toestemming helpen"
    assert readers(changed("rubrieken", purposes=(yes, no), **groups))["U bent klant"] == "helpen"


def test_nobody_knows_yet_whom_it_is_about_is_a_gap() -> None:
    facts = changed("rubrieken", groups=(), uses=())
    gaps = {node.path for node in d.nodes(assemble(facts, load(), ON).summary) if isinstance(node, d.Gap)}
    assert "activities.vragen.groups" in gaps
    facts = changed("rubrieken", purposes=())
    gaps = {node.path for node in d.nodes(assemble(facts, load(), ON).summary) if isinstance(node, d.Gap)}
    assert "activities.vragen.purposes" in gaps


def test_of_a_large_company_what_several_share_is_told_once_and_every_purpose_stands_there() -> None:
    lines = readers(example("betrokkenen"))
    shared = lines["Voor meer groepen"].split(", ")
    assert "boekhouden" in shared and lines["U bent opdrachtgever of levert aan ons"] == "verder niets"
    assert not any(word in lines["U bent klant"].split(", ") for word in shared)
    all_of_them = " ".join(lines.values())
    assert [p.short for a in example("betrokkenen").activities for p in a.purposes if p.short not in all_of_them] == []


def test_what_may_surprise_is_said_of_whom_and_by_name() -> None:
    said = told(example("artikelen"), "artikelen")
    assert any("strafbare feiten" in line and "allergie" in line and "verdacht" in line for line in said)
    assert "Bezoekers van het proeflokaal: camera's filmen u." in said, "“u bezoekt ons” is said of others too"
    assert any(line.endswith(": profielen.") for line in said)
    assert "Gegevens naar de Verenigde Staten en het Verenigd Koninkrijk." in said
    said = told(example("verwerkingen"))
    assert "TeamViewer, Mailchimp en Google Analytics gebruiken uw gegevens in de Verenigde Staten." in said
    assert "U bent klant of komt bij ons via een klant: wij krijgen ook gegevens van anderen." in said


def filmed(facts: Facts, tone: str = "u") -> list[str]:
    return [line for line in told(facts, "verwerkingen", tone) if "camera's" in line.casefold()]


@pytest.mark.parametrize(
    ("phrases", "line"),
    [
        (("u komt in ons gebouw", "u werkt bij ons"), "U komt in ons gebouw of werkt bij ons: camera's filmen u."),
        (("u komt langs", "u komt langs"), "U komt langs: camera's filmen u."),
        (("u komt langs", None), "Klanten en leveranciers: camera's filmen u."),
        (("u komt langs", "u bezoekt onze website"), "Klanten en leveranciers: camera's filmen u."),
        ((None, None), "Klanten en leveranciers: camera's filmen u."),
    ],
)
def test_a_line_about_cameras_speaks_to_the_people_in_it_and_to_nobody_else(
    phrases: tuple[str | None, ...], line: str
) -> None:
    camera = DataUse("camerabeelden", (DataItem("beelden"),), source="observed")
    facts = changed(
        "rubrieken", purposes=(Purpose("helpen", "helpen"),), groups=("klanten", "leveranciers"), uses=(camera,)
    )
    rows = {group.key: group for group in facts.groups}
    others = (rows["bezoekers"],) if "u bezoekt onze website" in phrases else ()
    groups = (
        dataclasses.replace(rows["klanten"], phrase=phrases[0]),
        dataclasses.replace(rows["leveranciers"], phrase=phrases[1]),
        *others,
    )
    facts = dataclasses.replace(
        facts, groups=groups, categories=(DataCategory("camerabeelden", "camerabeelden"),), recipients=()
    )
    assert filmed(facts) == [line]
    nobody = dataclasses.replace(
        facts, activities=tuple(dataclasses.replace(one, groups=()) for one in facts.activities)
    )
    assert filmed(nobody) == ["Camera's filmen [van wie]."]


def test_several_kinds_about_health_are_called_health_once() -> None:
    facts, _ = propose(
        known("BE"), StartAnswers("BE", "care", "small", usual_doings(load(), "care", "small", ON)), load(), ON
    )
    assert any(line.startswith("Gevoelig: gezondheid en rijksregisternummer (u bent patiënt)") for line in told(facts))


@pytest.mark.parametrize(("country", "word"), [("BE", "rijksregisternummer"), ("NL", "burgerservicenummer")])
def test_a_national_number_is_called_as_in_the_country(country: str, word: str) -> None:
    facts = example("betrokkenen")
    facts = dataclasses.replace(
        facts,
        controller=dataclasses.replace(
            facts.controller, country=country, register_number=None, vat_number=None, branch_number=None
        ),
    )
    assert f"Gevoelig: {word} en ziektemeldingen (u werkt bij ons)." in told(facts)


@pytest.mark.parametrize(("country", "word"), [("BE", "identiteitskaart"), ("NL", "identiteitsbewijs")])
def test_a_copy_of_a_document_is_called_so_and_not_by_the_number_on_it(country: str, word: str) -> None:
    facts, _ = propose(
        known(country),
        StartAnswers(country, "estate", "small", usual_doings(load(), "estate", "small", ON)),
        load(),
        ON,
    )
    assert f"Gevoelig: kopie van {'de' if country == 'BE' else 'het'} {word} (u bent klant)." in told(facts)
    card = next(row for row in facts.categories if row.catalogue_id == "identity-document")
    asked = DataUse(card.key, (DataItem("kopie van het document"), DataItem("BSN")))
    activities = tuple(
        dataclasses.replace(one, uses=tuple(asked if use.category == card.key else use for use in one.uses))
        for one in facts.activities
    )
    number = "rijksregisternummer" if country == "BE" else "burgerservicenummer"
    assert f"Gevoelig: {number} (u bent klant)." in told(dataclasses.replace(facts, activities=activities))


def test_the_strongest_right_stands_first_and_objection_whenever_there_is_an_interest() -> None:
    assert told(example("verwerkingen"))[-3:-1] == [
        "Toestemming intrekken en reclame stoppen mag altijd.",
        "U mag bezwaar maken, en gegevens inzien, laten verbeteren en vaak laten wissen.",
    ]
    bare = changed("rubrieken", purposes=(Purpose("helpen", "helpen", legal_basis="contract"),))
    bare = dataclasses.replace(
        bare,
        cookies=dataclasses.replace(bare.cookies, placed=()),
        rights=dataclasses.replace(bare.rights, withdraw_how=None),
        disclosure=type(bare.disclosure)(),
    )
    assert told(bare)[-2] == "U mag gegevens inzien, laten verbeteren en vaak laten wissen."
    assert not any("intrekken" in line or "reclame" in line for line in told(bare))


def test_a_trade_name_that_says_no_more_than_the_legal_name_is_left_out() -> None:
    assert told(example("rubrieken"))[0] == "Kabelkwartet (Aalst) is verantwoordelijk voor uw gegevens."
    assert told(example("betrokkenen"))[0] == "Codehazelaar (Codeclub Noot, Hasselt) is verantwoordelijk."
