"""Which public answers differ between two versions, and which default turned around."""

from dataclasses import replace
from typing import Any

import pytest

from policies.core.facts import Activity, DataItem, DataUse, Facts, Recipient, RetentionRule, Style, choices
from policies.core.versions.changed_facts import AFTERWARDS, ONCE, SOURCE, changed_facts, turned_defaults
from policies.wizard.summary.changed_answers import changed_answers
from tests import golden
from tests.core.change import with_each
from tests.make import make_activity, make_company

COMPANY = make_company()
FORM = "activities.contactformulier"


def told(new: Facts, old: Facts = COMPANY) -> list[tuple[str, str]]:
    return [(change.kind, change.path) for change in changed_facts(old, new)]


def with_activity(**fields: Any) -> Facts:
    return replace(COMPANY, activities=(make_activity(**fields),))


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        (COMPANY, []),
        (
            replace(COMPANY, controller=replace(COMPANY.controller, phone="09 000 00 01")),
            [("added", "controller.phone")],
        ),
        (
            replace(COMPANY, controller=replace(COMPANY.controller, email="b@lamp.example")),
            [("changed", "controller.email")],
        ),
        (replace(COMPANY, disclosure=replace(COMPANY.disclosure, shares=False)), [("changed", "disclosure.shares")]),
        (replace(COMPANY, recipients=(*COMPANY.recipients, Recipient(key="b", name="B"))), [("added", "recipients.b")]),
        (replace(COMPANY, recipients=()), [("removed", "recipients.combell")]),
        (with_activity(story="Zo gaat het.", notes="Niet vergeten."), [("added", f"{FORM}.story")]),
        (
            with_activity(uses=(DataUse(category="contact", items=(DataItem(name="e-mailadres"),)),)),
            [("removed", f"{FORM}.uses.contact.items.naam")],
        ),
        (
            with_activity(
                uses=(
                    DataUse(
                        category="contact",
                        items=(DataItem(name="naam", reason="om te groeten"), DataItem(name="e-mailadres")),
                    ),
                )
            ),
            [("added", f"{FORM}.uses.contact.items.naam.reason")],
        ),
        (replace(COMPANY, groups=COMPANY.groups[::-1]), []),
        (replace(COMPANY, style=Style(pattern="rubrieken", tone="je")), [("changed", "style.tone")]),
    ],
)
def test_each_public_answer_that_differs(new: Facts, changes: list[tuple[str, str]]) -> None:
    assert told(new) == changes


@pytest.mark.parametrize("name", ("rubrieken", "fietsverhuur"))
def test_every_answer_taken_out_is_told_in_words(name: str) -> None:
    """Leaf by leaf, of a whole company: each answer that is taken away is told once, with words for it. What names a row is the row: one goes, one comes."""
    facts = golden.example(name)
    for where, changed in with_each(facts):
        changes = changed_facts(facts, changed)
        assert (
            len(changes) == 1
            or {change.kind for change in changes} == {"added", "removed"}
            and where.rpartition(".")[2] in {"category", "name", "detail"}
        ), where
        for line in changed_answers(changes, facts, changed):
            assert line.step and line.label and (line.before or line.after or line.about), where
            assert "None" not in f"{line.before}{line.after}{line.about}", where


def test_a_change_is_told_as_a_person_would() -> None:
    new = with_activity(source="third_party", uses=(DataUse(category="contact", items=(DataItem(name="naam"),)),))
    lines = changed_answers(changed_facts(COMPANY, new), COMPANY, new)
    assert [(line.label, line.about, line.kind, line.before, line.after) for line in lines] == [
        (
            "Hoe krijgt u de gegevens?",
            "contactformulier",
            "changed",
            "De persoon geeft ze zelf",
            "Van een ander bedrijf of een andere persoon",
        ),
        ("Gegevens", "contactformulier – contactgegevens – e-mailadres", "removed", "", ""),
    ]


# --- defaults --------------------------------------------------------------------------------------------------------

THREE = tuple(DataUse(category="contact", items=(DataItem(name=name),)) for name in ("naam", "adres", "leeftijd"))


def sourced(*sources: str | None) -> Facts:
    """An activity with uses that have these sources."""
    activity = Activity(
        key="a", name="a", uses=tuple(replace(use, source=source) for use, source in zip(THREE, sources, strict=True))
    )
    return replace(COMPANY, activities=(activity,))


def kept(afterwards: str | None) -> Facts:
    return replace(
        COMPANY,
        retention_rules=(
            RetentionRule(key="vragen", number=1, unit="year", start_event="na het contact", afterwards=afterwards),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            sourced("person", "observed", None),
            sourced("person", "person", None),
            (f"De meeste gegevens geven mensen nu zelf; {ONCE}",),
        ),
        (
            sourced("person", "person", None),
            sourced("observed", "observed", None),
            (f"De meeste gegevens ontstaan nu door het gebruik van uw website, dienst of ruimte; {ONCE}",),
        ),
        (
            sourced("person", "person", None),
            sourced("person", None, None),
            ("De gegevens komen nu van te veel kanten voor één zin; daarom staat in elke rij waar ze vandaan komen.",),
        ),
        (sourced("person", "person", None), sourced("person", "person", "observed"), ()),
        (kept("erase"), kept("anonymise"), (f"De meeste gegevens maakt u nu anoniem na de termijn; {ONCE}",)),
        (
            kept("erase"),
            kept(None),
            ("Na de termijn gebeurt nu te veel verschillends voor één zin; daarom staat in elke rij wat er gebeurt.",),
        ),
        (kept("erase"), kept("erase"), ()),
    ],
)
def test_a_default_that_turned_around_is_explained(old: Facts, new: Facts, sentences: tuple[str, ...]) -> None:
    """One changed answer may change the text of many rows: the majority of all uses, open ones counted, says so once."""
    assert turned_defaults(old, new) == sentences


def test_every_answer_has_its_words() -> None:
    assert SOURCE.keys() == choices.SOURCE.keys() and AFTERWARDS.keys() == choices.AFTERWARDS.keys()
