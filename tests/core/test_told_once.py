"""What is equal to something beside it is told once, and what the reader cannot use is not told: each silence with its edge."""

import dataclasses

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.core.law import law_of
from policies.core.reading import read
from policies.render import as_text
from tests.core.change import why_silent
from tests.core.checks.company import DUTCH, ON, company
from tests.core.completeness.test_items import ON_CONTRACT

every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)


def text(facts: Facts) -> str:
    return as_text.text(assemble(facts, load(), ON), None)


def silent(facts: Facts, path: str) -> str:
    return why_silent(facts, path, law_of(facts, load(), ON))


class TestTelephone:
    @every_pattern
    def test_that_of_the_company_is_not_repeated_for_privacy(self, pattern: str) -> None:
        alone, both = (
            company({"style.pattern": pattern}),
            company({"style.pattern": pattern, "contact.phone": "053/00.00.00"}),
        )
        assert text(both) == text(alone) and silent(both, "contact.phone")

    @every_pattern
    def test_another_one_is_told(self, pattern: str) -> None:
        other = company({"style.pattern": pattern, "contact.phone": "053 00 00 01"})
        assert "053 00 00 01" in text(other) and not silent(other, "contact.phone")

    def test_it_alone_makes_no_line_about_privacy(self) -> None:
        nobody = {"contact.name": None, "contact.email": None, "contact.phone": "053 00 00 00"}
        assert "Privacy:" not in text(company(nobody))
        assert "Privacy: 053 00 00 00\n" in text(company({**nobody, "controller.phone": None}))


class TestNumber:
    def test_a_vat_number_that_is_the_register_number_with_be_is_told_with_it(self) -> None:
        said = text(company({}))
        assert "Ondernemingsnummer en btw: BE 1999.999.151\n" in said and said.count("1999.999.151") == 1

    def test_without_it_and_with_another_the_text_changes(self) -> None:
        assert "Ondernemingsnummer: 1999.999.151\n" in text(company({"controller.vat_number": None}))
        assert "Ondernemingsnummer: 1999.999.151, btw-nummer BE 1999.999.250\n" in text(
            company({"controller.vat_number": "BE 1999.999.250"})
        )

    def test_a_dutch_btw_id_is_always_told(self) -> None:
        assert "btw-id NL000099998B57" in text(company({**DUTCH, "controller.vat_number": "NL000099998B57"}))


class TestDpo:
    def test_that_there_is_none_is_not_told(self) -> None:
        without = company({"dpo.designated": False})
        assert (
            "unctionaris" not in text(without)
            and text(without) == text(company({"dpo.designated": None}))
            and silent(without, "dpo.designated")
        )

    def test_one_that_there_is_stands_with_the_controller(self) -> None:
        facts = company({"dpo.designated": True, "dpo.email": "dpo@lampenist.example"})
        assert "Functionaris voor gegevensbescherming: dpo@lampenist.example." in text(facts) and not silent(
            facts, "dpo.designated"
        )


class TestAdvertising:
    QUIET = {
        **ON_CONTRACT,
        "activities.nieuws.purposes.sturen.marketing_rule": None,
        "marketing.used": False,
        "marketing.channels": (),
        "marketing.stop_how": None,
    }
    DENIED, OBJECT = "Wij sturen geen reclame", "Tegen reclame en profielen daarvoor"

    @every_pattern
    def test_none_is_denied_only_where_none_may_be_objected_to(self, pattern: str) -> None:
        quiet = company({**self.QUIET, "style.pattern": pattern})
        assert self.DENIED in text(quiet) and self.OBJECT not in text(quiet)
        placed = tuple(dataclasses.replace(cookie, kind="marketing") for cookie in quiet.cookies.placed)
        shown = dataclasses.replace(quiet, cookies=dataclasses.replace(quiet.cookies, placed=placed))
        assert (
            placed and self.DENIED not in text(shown) and self.OBJECT in text(shown) and silent(shown, "marketing.used")
        )


@every_pattern
def test_a_right_that_does_not_exist_is_not_missed_by_our_own_reader(pattern: str) -> None:
    """A statement without a legitimate interest names no objection, one without consent or contract no portability."""
    asks, news = "activities.vragen.purposes.antwoorden.legal_basis", "activities.nieuws.purposes.sturen.legal_basis"
    law = {
        **TestAdvertising.QUIET,
        asks: "legal_obligation",
        news: "legal_obligation",
        "cookies.used": False,
        "cookies.placed": (),
    }
    names = {
        "activities.nieuws.name": "berichten",
        "activities.nieuws.purposes.sturen.name": "berichten sturen",
        "recipients.mailer.task": "verstuurt berichten",
    }
    on_law = company({**law, **names, "style.pattern": pattern})
    results = {result.id: result for result in read(text(on_law), load(), ON).results}
    for name in ("portability", "objection"):
        assert results[name].outcome != "missing" or not results[name].needed, name
