"""The text with what is new and gone marked: in its order, and what did not change folded where it stands."""

from dataclasses import replace
from itertools import pairwise

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Facts, Style
from policies.core.versions.diff import compare
from policies.core.versions.marked_text import marked_text
from tests import golden
from tests.core.versions.test_in_sentences import BREVO, COMPANY, part

OTHER_PHONE = part("controller", phone="016 00 00 00")


def marked(old: Facts, new: Facts) -> list[dict]:
    before, after = (assemble(facts, load(), golden.ON) for facts in (old, new))
    return marked_text(after, compare(before, after))


def runs(parts: list[dict]) -> list[tuple[str, str]]:
    return [
        run
        for one in parts
        for clause in one.get("clauses", ())
        for line in clause["lines"]
        for run in line.get("runs", ())
    ]


def test_nothing_changed() -> None:
    assert [list(one) for one in marked(COMPANY, COMPANY)] == [["same"]]


def test_every_part_stands_once_in_its_place() -> None:
    new = replace(OTHER_PHONE, recipients=(*COMPANY.recipients, replace(BREVO, activities=("contactformulier",))))
    told = marked(COMPANY, new)
    titles = [
        title for one in told for title in ([title for _, title in one["same"]] if "same" in one else [one["title"]])
    ]
    document = assemble(new, load(), golden.ON)
    assert len(titles) == len(document.sections) + 1 == len(set(titles)), "with the first layer"
    assert ("added", "Brevo") in [(kind, text[:5]) for kind, text in runs(told)] and any(
        "016 00 00 00" in text for kind, text in runs(told) if kind == "added"
    )
    assert not any("same" in one and "same" in other for one, other in pairwise(told)), (
        "unchanged neighbours fold together"
    )


def test_what_is_gone_comes_last() -> None:
    told = marked(replace(COMPANY, cookies=replace(COMPANY.cookies, used=True)), COMPANY)
    gone = [one for one in told if one.get("kind") == "removed"]
    assert gone and gone == told[len(told) - len(gone) :] and all(kind == "removed" for kind, _ in runs(gone))


def test_the_labels_of_a_new_card_are_one_line() -> None:
    new = replace(
        COMPANY,
        activities=(*COMPANY.activities, replace(COMPANY.activities[0], key="ander", name="iets anders")),
        style=Style(pattern="verwerkingen", tone="u"),
    )
    told = marked(replace(new, activities=COMPANY.activities), new)
    assert [text for kind, text in runs(told) if kind == "added" and text.startswith("Waarvoor · ")]
    assert "Waarvoor" not in [text for _, text in runs(told)]


def test_unchanged_lines_of_a_long_clause_fold() -> None:
    several = tuple(
        replace(BREVO, key=name.lower(), name=name, activities=("contactformulier",))
        for name in ("Aap", "Noot", "Mies", "Wim")
    )
    old = replace(COMPANY, recipients=(*COMPANY.recipients, *several))
    told = marked(old, replace(old, recipients=(*old.recipients, replace(several[0], key="zus", name="Zus"))))
    folded = [
        line["same"] for one in told for clause in one.get("clauses", ()) for line in clause["lines"] if "same" in line
    ]
    assert any("Noot" in text for lines in folded for text in lines) and not any(
        "Noot" in text for _, text in runs(told)
    )
