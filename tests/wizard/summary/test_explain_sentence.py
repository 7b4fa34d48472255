"""Why a sentence is there, in the words of the questions."""

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.sentences import StatementSentence, sentences
from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import read_yaml
from policies.core.law import law_of
from policies.render.as_preview import ALWAYS, SentenceReason
from policies.wizard.summary.explain_sentence import SUBJECTS, TOGETHER, reasons
from tests.core.change import why_silent

ON = date(2026, 12, 1)
EXAMPLE = Path(__file__).resolve().parents[3] / "clauses" / "examples" / "vraag-antwoord.yaml"
Told = dict[str, tuple[StatementSentence, SentenceReason]]


def why_of(facts: Facts) -> Callable[[StatementSentence], SentenceReason]:
    return reasons(facts, law_of(facts, load(), ON), load(), lambda path: f"/naar/{path}/")


def told(facts: Facts) -> Told:
    why = why_of(facts)
    return {one.id: (one, why(one)) for one in sentences(assemble(facts, load(), ON))}


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_yaml(EXAMPLE.read_bytes())


@pytest.fixture(scope="module")
def whys(facts: Facts) -> Told:
    return told(facts)


def test_a_printed_answer_is_called_as_its_question_and_step(whys: Told) -> None:
    why = whys["z-kort/who-1"][1]
    assert (
        why.answers[0].startswith("Officiële naam") and why.href == "/naar/controller.legal_name/" and not why.missing
    )
    assert sum("(stap Onderneming)" in one for one in why.answers) == 1


def test_an_answer_about_a_row_names_the_row(whys: Told) -> None:
    why = whys["z-activities/nieuwsbrief/purposes-1"][1]
    assert why.answers == ("Grondslag bij “nieuwsbrief”", "Doel bij “nieuwsbrief” (stap Verwerkingen)")
    assert why.href == "/naar/activities.nieuwsbrief.purposes.nieuws.legal_basis/"


def test_a_sentence_without_an_answer_of_its_own_names_what_carried_it(whys: Told) -> None:
    why = whys["z-rights/withdraw-2"][1]
    assert any("Grondslag bij “nieuwsbrief”" in one for one in why.answers)
    assert "activities.nieuwsbrief.purposes.nieuws.legal_basis" in why.paths
    assert whys["z-retention/several-1"][1].otherwise == TOGETHER and not whys["z-retention/several-1"][1].answers
    assert whys["z-activities/facturen/data-1"][1].answers


def test_a_lead_in_about_a_row_names_the_row(facts: Facts) -> None:
    """Its condition weighs all data uses of the company, so no single answer is named."""
    why = why_of(facts)(StatementSentence("z-1", "categories/bedrijf/unused", "data/unused", (), (), "Waarbij"))
    assert (
        why.answers == ("Soorten gegevens: “bedrijfsgegevens” (stap Gegevens)",)
        and why.href == "/naar/categories.bedrijf/"
    )


def test_a_question_is_looked_for_in_the_step_that_asks_it(facts: Facts) -> None:
    """The term of an activity is asked in another step than its other questions."""
    why = why_of(facts)(StatementSentence("z-1", "x/y", "x/y", (), ("activities.nieuwsbrief.retention",), "x"))
    assert "(stap Bewaartermijnen)" in why.answers[0]


def test_what_stands_in_every_statement_says_so_and_still_leads_to_its_subject(whys: Told) -> None:
    why = whys["z-rights/access-1"][1]
    assert (why.answers, why.otherwise, why.href) == ((), ALWAYS, "/naar/rights.email/")


def test_an_authority_follows_from_the_country(whys: Told) -> None:
    why = next(why for one, why in whys.values() if any(path.startswith("catalogue.") for path in one.paths))
    assert any(answer.startswith("Land") for answer in why.answers) and why.href == "/naar/controller.country/"


def test_what_is_missing_is_asked_first(facts: Facts) -> None:
    lacking = dataclasses.replace(facts, controller=dataclasses.replace(facts.controller, legal_name=None))
    one, why = told(lacking)["z-kort/who-1"]
    assert one.gaps == ("controller.legal_name",) and why.href == "/naar/controller.legal_name/"
    assert why.missing == ("Officiële naam (stap Onderneming)",) and not any(
        "Officiële naam" in answer for answer in why.answers
    )


def test_a_long_row_of_answers_is_cut_short(whys: Told) -> None:
    one, why = whys["z-recipients/table-1"]  # the caption rests on the role and the agreement of each row below it
    assert len(why.answers) == 5 and why.answers[-1] == f"en nog {len(one.paths) - 4}"


def test_every_sentence_leads_to_a_place_that_facts_can_have(whys: Told) -> None:
    assert all(paths.parse(why.href.removeprefix("/naar/").removesuffix("/")) for _, why in whys.values())
    assert all(paths.parse(path) for path in SUBJECTS.values())


def test_a_given_answer_shows_which_sentences_it_feeds(facts: Facts, whys: Told) -> None:
    """All but the term of a data use, which is told with those of its activity, and what has a reason to be silent in any layout."""
    shown = {path for one, why in whys.values() for path in (*one.paths, *why.paths)}
    titles = {f"activities.{activity.key}.name" for activity in facts.activities}
    given = [
        path
        for path, spec, value in paths.walk(facts)
        if not spec.internal and spec.kind not in {"part", "rows"} and value not in (None, (), False)
    ]
    silent = {
        path
        for path in given
        if path not in titles and not any(one == path or one.startswith(f"{path}.") for one in shown)
    }
    law = law_of(facts, load(), ON)
    assert [path for path in silent if not path.endswith(".retention") and not why_silent(facts, path, law)] == []
    assert "activities.nieuwsbrief.groups" not in silent and "style.tone" in silent
