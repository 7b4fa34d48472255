"""Advertising and addresses: what a statement says once."""

import dataclasses
from typing import Any

import pytest

from policies.core import patterns
from policies.core.activity_words import in_order
from policies.core.facts import Group, JointController, Purpose
from policies.core.sentences import sentences

from .checks.company import company
from .test_once import ASK, NEWS, statement, text

every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)


class TestAdvertising:
    TWICE = {f"{NEWS}.purposes.+": Purpose(key="tonen", name="aanbiedingen tonen", legal_basis="consent", marketing_rule="opt_in")}
    LAW = "alleen na toestemming (art. XII.13 Wetboek van economisch recht)"

    @every_pattern
    def test_a_rule_has_its_law_once(self, pattern: str) -> None:
        told = text(pattern, self.TWICE)
        assert told.count(self.LAW) == 1 and told.index(f"Dit is reclame: {self.LAW}.") < told.index("Ook dit is reclame: alleen na toestemming.")

    @every_pattern
    def test_another_rule_has_its_own(self, pattern: str) -> None:
        told = text(pattern, {f"{NEWS}.purposes.+": dataclasses.replace(self.TWICE[f"{NEWS}.purposes.+"], marketing_rule="ads")})
        assert self.LAW in told and "Dit is reclame: advertenties alleen na toestemming (art. 10/2" in told and "Ook dit" not in told

    def test_first_is_what_the_reader_comes_to_first(self) -> None:
        """The layouts that put activities in an order of their own: under their reason, or about the same people together."""
        interest = {f"{ASK}.purposes.antwoorden.marketing_rule": "opt_in"}  # the first activity; its interest stands below the consent of the second
        order = [activity.key for activity in in_order(company({"style.pattern": "artikelen"} | interest))]
        assert order == ["nieuws", "facturen", "vragen"]
        told = text("artikelen", interest)
        assert told.index(self.LAW) < told.index("Ook dit is reclame: alleen na toestemming.")
        people = {"groups.+": Group(key="leden", name="leden"), f"{NEWS}.groups": ("leden",), "style.pattern": "betrokkenen"}
        assert [activity.key for activity in in_order(company(people))] == ["vragen", "facturen", "nieuws"]

    def test_refusing_is_free_each_time_and_told_in_full_once(self) -> None:
        again = dataclasses.replace(self.TWICE[f"{NEWS}.purposes.+"], objection_offered=True, own_similar=True, address_from_sale=True)
        told = text("rubrieken", {f"{NEWS}.purposes.sturen.{name}": True for name in ("objection_offered", "own_similar", "address_from_sale")}, {f"{NEWS}.purposes.+": again})
        for words in ("Weigeren is gratis, meteen en bij elk bericht.", "Weigeren is ook hier gratis, bij elk bericht.", "Het adres kregen wij bij een verkoop of dienst.", "Ook dat adres komt van een verkoop of dienst.", "Ook alleen over gelijksoortige eigen producten en diensten."):
            assert told.count(words) == 1


class TestAddresses:
    JOINT = JointController(key="een", name="Lampenbond", address="Gloeiweg 5, 9300 Aalst", activities=("vragen",))

    def both(self, **changes: Any) -> str:
        return text("rubrieken", {"joint_controllers": (self.JOINT, dataclasses.replace(self.JOINT, key="twee", activities=("nieuws",), **changes))})

    def test_the_same_address_is_told_once(self) -> None:
        assert self.both().count("Gloeiweg 5") == 1 and "(zelfde adres)" in self.both()
        assert self.both(address="gloeiweg 5, 9300 Aalst ").count("zelfde adres") == 1

    def test_another_one_is_told(self) -> None:
        assert "Gloeiweg 6" in self.both(address="Gloeiweg 6, 9300 Aalst") and "zelfde adres" not in self.both(address="Gloeiweg 6, 9300 Aalst")

    @pytest.mark.parametrize(("changes", "times"), [({}, 1), ({"entity": "Bond BV"}, 2), ({"entity": None}, 2), ({"role": "controller"}, 2)])
    def test_the_same_page_of_the_same_company_in_one_table_is_told_once(self, changes: dict[str, Any], times: int) -> None:
        first = dataclasses.replace(company({}).recipients[0], key="een", entity="Lampenbond BV", privacy_url="https://lampenbond.example/privacy")
        second = dataclasses.replace(first, key="twee", name="Bondshop", **changes)
        assert text("rubrieken", {"recipients": (first, second)}).count("lampenbond.example/privacy") == times
        paths = {path for one in sentences(statement("rubrieken", {"recipients": (first, second)})) for path in one.paths}
        assert {"recipients.een.privacy_url", "recipients.twee.privacy_url"} <= paths
