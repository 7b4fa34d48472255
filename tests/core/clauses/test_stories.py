"""Stories, controls and advertising: where a layout joins them to another sentence, and what it says once."""

import dataclasses
from typing import Any

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.clauses.wording.activities import in_order
from policies.core.explain.sentences import sentences
from policies.core.facts import Group, JointController, Purpose
from policies.core.language.split import parted
from tests.core.checks.company import company
from tests.core.test_once import ASK, NEWS, statement, text

every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)
STORY, CONTROL = "Je vult een mandje. Wij pakken in.", "Wijzigen kan met een mail. Bellen kan ook."
JOINED = {
    "rubrieken": "vragen beantwoorden (mensen helpen die iets vragen): je vult een mandje. Wij pakken in.",
    "artikelen": "Vragen beantwoorden (mensen helpen die iets vragen): je vult een mandje. Wij pakken in.",
}
APART = {  # stories that stay a paragraph: a condition, a pause of its own, a list, two paragraphs, a question, no full stop, too long beside a purpose
    "Loopt er een dienst, dan mailen wij.",
    "Wij doen dit: alles.",
    "- een\n- twee",
    "Je vult een mandje.\nWij pakken in.",
    "Ben je klant? Dan weet je dit.",
    "Je vult een mandje",
    "Je vult een mandje en kiest daarna een dag en een plaats waar wij alles in een doos zetten die jij ophaalt.",
}


def said(pattern: str, story: str, control: str | None = None) -> str:
    return text(pattern, {f"{ASK}.story": story, f"{ASK}.control": control})


@every_pattern
def test_a_story_stands_behind_the_first_purpose_or_in_a_paragraph(pattern: str) -> None:
    told = said(pattern, STORY)
    assert (JOINED.get(pattern) or f"\n{STORY}\n") in told and told.casefold().count("je vult een mandje") == 1


@every_pattern
@pytest.mark.parametrize("story", sorted(APART))
def test_a_story_that_reads_worse_in_another_sentence_stays_apart(pattern: str, story: str) -> None:
    told = said(pattern, story, CONTROL)
    assert (
        all(f"\n{line.strip('- ')}\n" in told.replace("- ", "") for line in story.splitlines())
        and f"\n{CONTROL}\n" in told
    )


def test_a_story_of_one_sentence_runs_on_into_what_the_reader_can_do() -> None:
    told = said("verwerkingen", "Je vult een mandje.", CONTROL)
    assert "\nJe vult een mandje; wijzigen kan met een mail. Bellen kan ook.\n" in told
    assert f"\n{STORY}\n" in said("verwerkingen", STORY, CONTROL)
    assert "\nJe vult een mandje enz.; wijzigen kan met een mail, brief enz.\n" in said(
        "verwerkingen", "Je vult een mandje enz.", "Wijzigen kan met een mail, brief enz."
    )


@every_pattern
def test_a_joined_sentence_rests_on_both_answers(pattern: str) -> None:
    paths = {
        path
        for one in sentences(statement(pattern, {f"{ASK}.story": "Je vult een mandje.", f"{ASK}.control": CONTROL}))
        for path in one.paths
    }
    assert {f"{ASK}.story", f"{ASK}.control", f"{ASK}.purposes.antwoorden.name"} <= paths


def test_sentences_as_they_were_typed() -> None:
    assert parted("Zie art. 5. Mail a.b@c.be! 2.500 euro?  Ja") == [
        "Zie art. 5.",
        "Mail a.b@c.be!",
        "2.500 euro?",
        "Ja",
    ]
    assert parted("...") == ["..."] and parted(" ") == []


class TestAdvertising:
    TWICE = {
        f"{NEWS}.purposes.+": Purpose(
            key="tonen", name="aanbiedingen tonen", legal_basis="consent", marketing_rule="opt_in"
        )
    }
    LAW = "alleen na toestemming (art. XII.13 Wetboek van economisch recht)"

    @every_pattern
    def test_a_rule_has_its_law_once(self, pattern: str) -> None:
        told = text(pattern, self.TWICE)
        assert told.count(self.LAW) == 1 and told.index(f"Dit is reclame: {self.LAW}.") < told.index(
            "Ook dit is reclame: alleen na toestemming."
        )

    @every_pattern
    def test_another_rule_has_its_own(self, pattern: str) -> None:
        told = text(
            pattern, {f"{NEWS}.purposes.+": dataclasses.replace(self.TWICE[f"{NEWS}.purposes.+"], marketing_rule="ads")}
        )
        assert (
            self.LAW in told
            and "Dit is reclame: advertenties alleen na toestemming (art. 10/2" in told
            and "Ook dit" not in told
        )

    def test_first_is_what_the_reader_comes_to_first(self) -> None:
        """The layouts that put activities in an order of their own: under their reason, or about the same people together."""
        interest = {
            f"{ASK}.purposes.antwoorden.marketing_rule": "opt_in"
        }  # the first activity; its interest stands below the consent of the second
        order = [activity.key for activity in in_order(company({"style.pattern": "artikelen"} | interest))]
        assert order == ["nieuws", "facturen", "vragen"]
        told = text("artikelen", interest)
        assert told.index(self.LAW) < told.index("Ook dit is reclame: alleen na toestemming.")
        people = {
            "groups.+": Group(key="leden", name="leden"),
            f"{NEWS}.groups": ("leden",),
            "style.pattern": "betrokkenen",
        }
        assert [activity.key for activity in in_order(company(people))] == ["vragen", "facturen", "nieuws"]

    def test_refusing_is_free_each_time_and_told_in_full_once(self) -> None:
        again = dataclasses.replace(
            self.TWICE[f"{NEWS}.purposes.+"], objection_offered=True, own_similar=True, address_from_sale=True
        )
        told = text(
            "rubrieken",
            {
                f"{NEWS}.purposes.sturen.{name}": True
                for name in ("objection_offered", "own_similar", "address_from_sale")
            },
            {f"{NEWS}.purposes.+": again},
        )
        for words in (
            "Weigeren is gratis, meteen en bij elk bericht.",
            "Weigeren is ook hier gratis, bij elk bericht.",
            "U gaf het adres bij een verkoop of dienst.",
            "Ook dat adres komt van een verkoop of dienst.",
            "Ook alleen over gelijksoortige eigen producten en diensten.",
        ):
            assert told.count(words) == 1


class TestAddresses:
    JOINT = JointController(key="een", name="Lampenbond", address="Gloeiweg 5, 9300 Aalst", activities=("vragen",))

    def both(self, **changes: Any) -> str:
        return text(
            "rubrieken",
            {
                "joint_controllers": (
                    self.JOINT,
                    dataclasses.replace(self.JOINT, key="twee", activities=("nieuws",), **changes),
                )
            },
        )

    def test_the_same_address_is_told_once(self) -> None:
        assert self.both().count("Gloeiweg 5") == 1 and "(zelfde adres)" in self.both()
        assert self.both(address="gloeiweg 5, 9300 Aalst ").count("zelfde adres") == 1

    def test_another_one_is_told(self) -> None:
        assert "Gloeiweg 6" in self.both(address="Gloeiweg 6, 9300 Aalst") and "zelfde adres" not in self.both(
            address="Gloeiweg 6, 9300 Aalst"
        )

    @pytest.mark.parametrize(
        ("changes", "times"), [({}, 1), ({"entity": "Bond BV"}, 2), ({"entity": None}, 2), ({"role": "controller"}, 2)]
    )
    def test_the_same_page_of_the_same_company_in_one_table_is_told_once(
        self, changes: dict[str, Any], times: int
    ) -> None:
        first = dataclasses.replace(
            company({}).recipients[0],
            key="een",
            entity="Lampenbond BV",
            privacy_url="https://lampenbond.example/privacy",
        )
        second = dataclasses.replace(first, key="twee", name="Bondshop", **changes)
        assert text("rubrieken", {"recipients": (first, second)}).count("lampenbond.example/privacy") == times
        paths = {
            path for one in sentences(statement("rubrieken", {"recipients": (first, second)})) for path in one.paths
        }
        assert {"recipients.een.privacy_url", "recipients.twee.privacy_url"} <= paths


class TestSource:
    """A source by its name behind its label, and as it comes in a sentence."""

    @pytest.mark.parametrize(
        ("source", "detail", "told"),
        [
            ("own", None, "onze eigen gegevens"),
            ("observed", None, "uw gebruik van onze diensten"),
            ("public", "de KBO", "openbare bronnen: de KBO"),
            ("third_party", "de KBO", "de KBO"),
            ("own", "de kassa", "onze eigen gegevens (de kassa)"),
        ],
    )
    def test_by_its_name(self, source: str, detail: str | None, told: str) -> None:
        changes = {f"{ASK}.source": source, f"{ASK}.source_detail": detail}
        assert f"\nBron: {told[0].upper()}{told[1:]}." in text("verwerkingen", changes)
        assert f"\nBron: {told}." in text("artikelen", changes) and f" (bron: {told})." in text("rubrieken", changes)

    def test_a_long_one_is_a_sentence(self) -> None:
        detail = "het register van de lampen, het register van de snoeren, het register van de stekkers en dat van de fittingen"
        assert f". Bron: {detail}." in text(
            "rubrieken", {f"{ASK}.source": "third_party", f"{ASK}.source_detail": detail}
        )

    @every_pattern
    def test_other_people_s_data_stay_bold(self, pattern: str) -> None:
        found = statement(pattern, {f"{ASK}.source": "third_party", f"{ASK}.source_detail": "de KBO"})
        assert any(
            "de kbo" in d.plain(node.children).casefold()
            for node in d.nodes(found.sections)
            if isinstance(node, d.Strong)
        )


class TestNeed:
    @pytest.mark.parametrize(
        ("required", "told"),
        [("voluntary", "Nee, u kiest zelf"), ("law", "Ja, de wet vraagt ze"), ("request", "Voor wat u vraagt")],
    )
    def test_an_answer_behind_a_question_answers_it(self, required: str, told: str) -> None:
        assert f"Nodig? {told}: zonder adres kunnen wij niet antwoorden." in text(
            "verwerkingen", {f"{ASK}.required": required}
        )
