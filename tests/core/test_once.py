"""What most data share is said once, and a row says what differs: each default and each silence of a row at its edge."""

import re
from typing import Any

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.document import Document
from policies.core.facts import DataItem, DataUse, ExtraSource, Group
from policies.render import as_text
from tests.core.checks.company import GONE, ON, company

every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)
ASK, NEWS, BILL = "activities.vragen", "activities.nieuws", "activities.facturen"
USE = f"{ASK}.uses.contact"
MORE = {
    f"{ASK}.uses.+": DataUse(category="stukken", items=(DataItem(name="bijlage"),))
}  # the fourth use: two of vragen, one of nieuws, one of facturen
MEMBERS = {"groups.+": Group(key="leden", name="leden")}
GIVEN, ERASED = (
    "U geeft de gegevens zelf, tenzij er iets anders staat.",
    "Na de termijn wissen wij de gegevens, tenzij er iets anders staat.",
)
RULES = {f"retention_rules.{key}.afterwards": "erase" for key in ("vraag", "zolang", "boekhouding")}
UNNAMED = ("rubrieken",)  # there each kind has a row of its own, under its name


def statement(pattern: str, *changes: dict[str, Any]) -> Document:
    return assemble(
        company(
            {"style.pattern": pattern, "style.tone": "u"}
            | {path: value for one in changes for path, value in one.items()}
        ),
        load(),
        ON,
    )


def text(pattern: str, *changes: dict[str, Any]) -> str:
    return as_text.text(statement(pattern, *changes), None)


def line(pattern: str, words: str, *changes: dict[str, Any]) -> str:
    """The one line that holds these words."""
    (found,) = [line for line in text(pattern, *changes).splitlines() if words in line]
    return found


def told_at(pattern: str, path: str, *changes: dict[str, Any]) -> set[str]:
    """The ids of the clauses that print a fact or its gap."""
    return {
        clause.clause
        for clause in statement(pattern, *changes).clauses()
        for node in d.nodes(clause)
        if isinstance(node, d.Value | d.Gap) and node.path == path
    }


def sources(vragen: str | None, nieuws: str | None, facturen: str | None) -> dict[str, Any]:
    return MORE | {f"{ASK}.source": vragen, f"{NEWS}.source": nieuws, f"{BILL}.source": facturen}


class TestSource:
    @every_pattern
    def test_more_than_half_of_the_uses_give_the_default_and_half_does_not(self, pattern: str) -> None:
        assert GIVEN in text(pattern, sources("person", "person", "own")), "three of four"
        assert GIVEN not in text(pattern, sources("person", "own", "own")), "two of four"

    def test_an_open_answer_counts(self) -> None:
        assert GIVEN in text("verwerkingen", sources("person", "person", None))
        assert GIVEN not in text("verwerkingen", sources("person", None, None)), (
            "two of the two that are answered, and of four"
        )

    @every_pattern
    def test_the_default_never_answers_for_an_open_question(self, pattern: str) -> None:
        open_one = sources("person", "person", None)
        assert statement(pattern, open_one).gaps() == [f"{BILL}.source"]
        (clause,) = told_at(pattern, f"{BILL}.source", open_one)
        assert clause.endswith("/source") and not clause.startswith("defaults/"), "in its own place"

    @every_pattern
    def test_what_differs_says_so(self, pattern: str) -> None:
        assert "uit onze eigen gegevens" in text(pattern, {f"{USE}.source": "own"}).casefold()
        said = line(pattern, "de KBO", {f"{USE}.extra_sources": (ExtraSource("public", "de KBO"),)})
        assert "ook uit openbare bronnen: de kbo" in said.casefold() and "e-mailadres" in said.casefold(), (
            "it adds, in the row of the data"
        )

    @every_pattern
    def test_without_an_exception_none_is_hinted_at(self, pattern: str) -> None:
        assert GIVEN.partition(",")[0] + "." in text(pattern), "all of them, so the sentence ends there"
        more = {f"{USE}.extra_sources": (ExtraSource("public", "de KBO"),)}
        assert GIVEN in text(pattern, more), "a source that adds is one"

    @pytest.mark.parametrize("source", ["third_party", "public"])
    def test_data_from_others_are_never_a_default(self, source: str) -> None:
        everywhere = {
            f"{path}.{name}": value
            for path in (ASK, NEWS, BILL)
            for name, value in (("source", source), ("source_detail", "de KBO"))
        }
        assert text("verwerkingen", everywhere).casefold().count(
            "de kbo"
        ) == 3 and "tenzij er iets anders staat" not in text("verwerkingen", everywhere)

    @every_pattern
    def test_a_source_too_long_for_its_row_makes_a_sentence(self, pattern: str) -> None:
        long = "de gemeente waar u woont, het kadaster, de notaris van de verkoper en de vorige eigenaar van de woning die u koopt"
        told = text(
            pattern,
            {f"{USE}.source": "third_party", f"{USE}.source_detail": long, f"{USE}.groups": ("leden",)},
            MEMBERS,
        )
        assert long in told and f". Van {long}" not in told, "a fragment"
        assert re.search(rf"(– |\w |: |, )van {long}", told) or f"Die krijgen wij van {long}" in told


class TestAfterwards:
    @every_pattern
    def test_more_than_half_of_the_uses_give_the_default_and_half_does_not(self, pattern: str) -> None:
        most = MORE | RULES | {"retention_rules.boekhouding.afterwards": "anonymise"}
        assert ERASED in text(pattern, most), "three of four uses"
        assert ERASED not in text(pattern, most, {"retention_rules.zolang.afterwards": "anonymise"}), "two of four"

    @every_pattern
    def test_without_an_exception_none_is_hinted_at(self, pattern: str) -> None:
        assert ERASED.partition(",")[0] + "." in text(pattern, RULES)
        assert ERASED in text(pattern, RULES, {"retention_rules.boekhouding.afterwards": "erase_backups"}), (
            "longer in the back-ups"
        )
        assert ERASED in text(pattern, RULES, {"retention_rules.boekhouding.afterwards": None}), (
            "an open answer may be one"
        )

    @every_pattern
    def test_what_differs_stands_with_its_term(self, pattern: str) -> None:
        said = line(pattern, "7 jaar", RULES, {"retention_rules.boekhouding.afterwards": "anonymise"})
        assert "Daarna maken wij de gegevens anoniem" in said and "Daarna" not in line(
            pattern, "1 jaar na ons antwoord", RULES
        )
        assert "n back-ups blijven ze iets langer" in line(
            pattern, "7 jaar", RULES, {"retention_rules.boekhouding.afterwards": "erase_backups"}
        )

    @every_pattern
    def test_the_default_never_answers_for_an_open_question(self, pattern: str) -> None:
        open_one = RULES | {"retention_rules.boekhouding.afterwards": None}
        assert statement(pattern, open_one).gaps() == ["retention_rules.boekhouding.afterwards"]
        assert "Daarna: [nog in te vullen" in line(pattern, "7 jaar", open_one), "in its own row"
        assert statement(pattern).gaps() == [], "and without a default nobody is asked"


class TestPeople:
    @every_pattern
    def test_a_use_of_other_people_names_them(self, pattern: str) -> None:
        assert "lleen over leden" in line(pattern, "lleen over leden", MEMBERS, {f"{USE}.groups": ("leden",)})
        assert "lleen over" not in text(pattern, MEMBERS, {f"{USE}.groups": ("klanten",)}), (
            "the same people as its activity"
        )

    @every_pattern
    def test_a_purpose_of_its_own_people_names_them(self, pattern: str) -> None:
        both = MEMBERS | {f"{ASK}.groups": ("klanten", "leden")}
        part = both | {f"{ASK}.purposes.antwoorden.groups": ("leden",)}
        assert "agen beantwoorden" in line(pattern, "lleen voor leden", part)
        assert "alleen voor" not in text(pattern, both | {f"{ASK}.purposes.antwoorden.groups": ("leden", "klanten")}), (
            "all of its activity"
        )


class TestKind:
    NAME = {"categories.contact.name": "adresgegevens"}

    def names(self, pattern: str, *changes: dict[str, Any]) -> int:
        return text(pattern, self.NAME, *changes).casefold().count("adresgegevens")

    @every_pattern
    def test_its_name_is_left_out_where_every_use_prints_items(self, pattern: str) -> None:
        assert (self.names(pattern) == 0) is (pattern not in UNNAMED)

    @every_pattern
    def test_a_use_without_items_prints_it(self, pattern: str) -> None:
        assert self.names(pattern, {f"{USE}.items": ()}) >= 1
        assert f"{USE}.items" in statement(pattern, {f"{USE}.items": ()}).gaps()

    @every_pattern
    @pytest.mark.parametrize(
        "pointing",
        [{"special": "health"}, {"criminal": True}, {"national_number": True}, {"description": "hoe wij u bereiken"}],
        ids=lambda one: next(iter(one)),
    )
    def test_it_stands_where_another_sentence_points_to_it(self, pattern: str, pointing: dict[str, Any]) -> None:
        shown = told_at(
            pattern,
            "categories.contact.name",
            {f"categories.contact.{name}": value for name, value in pointing.items()},
        )
        assert shown & {f"{pattern}/data", f"{pattern}/kinds"}, "with its data"

    @every_pattern
    def test_it_stands_where_a_need_or_a_term_elsewhere_points_to_it(self, pattern: str) -> None:
        own_need, own_term = (
            self.names(pattern, {f"{USE}.required": "voluntary"}),
            self.names(pattern, MORE, {f"{USE}.retention": "zolang"}),
        )
        if pattern not in UNNAMED:
            assert own_need == 0, "a need stands with its data"
            assert own_term == (2 if pattern == "artikelen" else 0), "at the data, and in the list of terms"

    @every_pattern
    def test_what_is_meant_by_it_is_explained_once(self, pattern: str) -> None:
        assert (
            text(pattern, {"categories.contact.description": "hoe wij u bereiken"}).count("(hoe wij u bereiken)") == 1
        )


class TestTerm:
    @every_pattern
    def test_a_rule_is_explained_once_and_its_term_stands_at_each_place(self, pattern: str) -> None:
        twice = text(
            pattern,
            RULES,
            {
                f"{NEWS}.retention": "vraag",
                "retention_rules.vraag.law": "art. 5",
                "retention_rules.vraag.afterwards": "anonymise",
            },
        )
        listed = pattern in {"rubrieken", "artikelen"}  # these have one list of terms
        assert twice.count("1 jaar na ons antwoord") == (1 if listed else 2)
        assert (
            twice.count("om te kunnen antwoorden")
            == twice.count("(art. 5)")
            == len(re.findall("(?:Daarna|Na de termijn) maken wij de gegevens anoniem", twice))
            == 1
        )
        assert "om te kunnen antwoorden" in twice.split("1 jaar na ons antwoord")[1], (
            "where the reader comes to it first"
        )

    @every_pattern
    def test_nothing_kept_says_so_and_no_more(self, pattern: str) -> None:
        nothing = {f"retention_rules.vraag.{name}": None for name in ("number", "unit", "start_event", "reason")} | {
            "retention_rules.vraag.nothing_kept": True
        }
        said = text(pattern, RULES, nothing, {"retention_rules.vraag.afterwards": None})
        assert len(re.findall(r"ij bewaren niets(?! langer)", said)) == 1 and "[nog in te vullen" not in said, (
            "nothing to do afterwards, so nothing is open"
        )

    @every_pattern
    def test_an_open_term_is_a_gap_at_its_data(self, pattern: str) -> None:
        assert f"{ASK}.retention" in statement(pattern, {f"{ASK}.retention": None}).gaps()


class TestNeed:
    OWN = {f"{USE}.required": "voluntary", f"{USE}.consequence": "Zonder adres bellen wij.", **MORE}

    @every_pattern
    def test_that_of_a_use_stands_in_its_row(self, pattern: str) -> None:
        row = line(pattern, "onder adres bellen wij", self.OWN)
        assert ("e-mailadres" in row.casefold()) and "u kiest zelf" in row.casefold()

    @every_pattern
    def test_that_of_the_activity_is_said_once_and_not_where_every_use_has_its_own(self, pattern: str) -> None:
        need = "onder adres kunnen wij niet antwoorden"
        assert text(pattern, MORE).count(need) == 1 and text(pattern, self.OWN).count(need) == 1, (
            "one of two uses follows it"
        )
        assert need not in text(pattern, {f"{USE}.required": "voluntary"})

    @every_pattern
    def test_an_open_answer_is_a_gap(self, pattern: str) -> None:
        assert f"{ASK}.required" in statement(pattern, {f"{ASK}.required": None}).gaps()
        assert f"{ASK}.consequence" in statement(pattern, {f"{ASK}.consequence": None}).gaps(), (
            "what must be given says what happens without"
        )


def test_without_data_nothing_is_shared() -> None:
    for pattern in patterns.ALL:
        bare = {
            "activities.vragen": GONE,
            "activities.nieuws": GONE,
            "activities.facturen": GONE,
            "recipients.host.activities": (),
            "recipients.mailer.activities": (),
            "recipients.google.activities": (),
            "recipients.bank.activities": (),
        }
        assert "tenzij er iets anders staat" not in text(pattern, RULES, bare)
