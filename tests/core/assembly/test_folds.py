"""What few readers need is folded, the rest never is; and a fold changes no word of the statement."""

import dataclasses
import json
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from bench.words import counted
from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.sentences import cut, sentences
from policies.core.facts import Facts, Rights
from policies.core.language.readability import of_document
from policies.core.patterns.blocks import MANY
from policies.core.patterns.plan import Fold, clauses_of, parts_of
from policies.core.versions.diff import compare
from policies.render import as_html, as_pdf, as_preview, as_text
from tests import golden
from tests.generate import full_company

MAY_FOLD = {
    "rights/identity",
    "rights/refusal",
    "recipients/table",
    "recipients/kinds",
    "recipients/joint-arrangement",
    "cookies/list",
    "betrokkenen/data",
}
every_pattern = pytest.mark.parametrize("pattern", patterns.ALL)
every_example = pytest.mark.parametrize("example", golden.EXAMPLES)


@cache
def document(example: str, pattern: str) -> d.Document:
    return golden.document(example, pattern, "u")


def folds(root: Any) -> list[d.Details]:
    return [node for node in d.nodes(root) if isinstance(node, d.Details)]


def folded(root: Any) -> set[str]:
    """The clauses that stand in some fold."""
    return {node.clause for fold in folds(root) for node in d.nodes(fold.blocks) if isinstance(node, d.Clause)}


def unfolded(root: Any) -> Any:
    """The same tree without folds: what they hold stands where they stood."""
    if isinstance(root, tuple):
        return tuple(
            one
            for entry in root
            for one in (unfolded(entry.blocks) if isinstance(entry, d.Details) else (unfolded(entry),))
        )
    if type(root) not in d.WALKED:
        return root
    return dataclasses.replace(
        root, **{field.name: unfolded(getattr(root, field.name)) for field in dataclasses.fields(root)}
    )


def with_activities(number: int, pattern: str) -> d.Document:
    """A company with so many activities: eight of its own, and copies of the last."""
    facts = golden.styled(golden.example("verwerkingen"), pattern, "u")
    more = tuple(
        dataclasses.replace(facts.activities[-1], key=f"nog-{place}") for place in range(number - len(facts.activities))
    )
    return assemble(dataclasses.replace(facts, activities=(*facts.activities, *more)), load(), golden.ON)


# --- what folds ----------------------------------------------------------------------------------------------------


@every_pattern
def test_a_plan_folds_what_may_fold_and_no_more(pattern: str) -> None:
    def below(part: object) -> Iterator[Fold]:
        if isinstance(part, Fold):
            yield part
        for inner in parts_of(part):
            yield from below(inner)

    found = {
        name
        for piece in (*patterns.SUMMARY, *patterns.sections(pattern))
        for fold in below(piece)
        for name in clauses_of(fold)
    }
    assert found == MAY_FOLD - (set() if pattern == "betrokkenen" else {"betrokkenen/data"})


@every_example
@every_pattern
def test_the_check_of_a_person_and_a_refusal_are_folded_in_every_statement(example: str, pattern: str) -> None:
    assert {"rights/identity", "rights/refusal"} <= folded(document(example, pattern))


@every_pattern
def test_tables_fold_above_eight_activities_and_always_where_a_reader_reads_one_block(pattern: str) -> None:
    few, many = with_activities(MANY, pattern), with_activities(MANY + 1, pattern)
    tables = {"recipients/table", "cookies/list"}
    assert tables <= {clause.clause for clause in few.clauses()}
    assert folded(few) & tables == (tables if pattern == "betrokkenen" else set())
    assert tables <= folded(many)
    assert ("betrokkenen/data" in folded(few)) is (pattern == "betrokkenen")


@every_pattern
def test_who_decides_with_the_company_stands_above_the_fold_with_what_they_arranged(pattern: str) -> None:
    statement = document("betrokkenen", pattern)
    (section,) = [
        one
        for one in statement.sections
        if any(isinstance(node, d.Clause) and node.clause == "recipients/joint" for node in d.nodes(one))
    ]
    place = next(
        at
        for at, block in enumerate(section.blocks)
        if isinstance(block, d.Clause) and block.clause == "recipients/joint"
    )
    fold = section.blocks[place + 1]
    assert isinstance(fold, d.Details) and [block.clause for block in fold.blocks] == ["recipients/joint-arrangement"]


@every_example
@every_pattern
def test_no_notice_heading_or_target_of_a_link_is_folded(example: str, pattern: str) -> None:
    statement = document(example, pattern)
    inside = [node for fold in folds(statement) for node in d.nodes(fold.blocks)]
    assert not [node for node in inside if isinstance(node, d.Notice | d.Section | d.Division | d.Details | d.Gap)]
    targets = {
        node.href[1:] for node in d.nodes(statement) if isinstance(node, d.Link) and node.href.startswith("#")
    } | {one.key for one in statement.sections}
    assert not targets & {node.key for node in inside if isinstance(node, d.Clause | d.Card)}


def test_what_may_not_fold_does_not_in_any_company() -> None:
    for turn in range(2):
        for pattern in patterns.ALL:
            statement = assemble(golden.styled(full_company(turn, MANY + 1), pattern, "u"), load(), golden.ON)
            assert folded(statement) <= MAY_FOLD
            assert not [
                node for fold in folds(statement) for node in d.nodes(fold.blocks) if isinstance(node, d.Notice)
            ]


@every_pattern
def test_the_label_names_no_check_that_is_not_told(pattern: str) -> None:
    both, one = (
        {
            fold.key: d.plain(fold.label)
            for fold in folds(assemble(Facts(rights=Rights(identity_check=check)), load(), golden.ON))
        }["vouw-controle"]
        for check in ("questions", None)
    )
    assert re.search("control|twijfel", both, re.IGNORECASE) and not re.search("control|twijfel", one, re.IGNORECASE)


# --- in every form -------------------------------------------------------------------------------------------------


@every_example
@every_pattern
def test_a_fold_adds_no_word_to_the_text_and_no_sentence(example: str, pattern: str) -> None:
    statement = document(example, pattern)
    plainly = unfolded(statement)
    assert folds(statement) and not folds(plainly)
    assert as_text.text(statement, None) == as_text.text(plainly, None)
    assert counted(statement) == counted(plainly)
    assert of_document(statement) == of_document(plainly)
    assert sentences(statement) == sentences(plainly)


def test_it_is_native_closed_and_named_and_the_preview_shows_it_open() -> None:
    statement = document("verwerkingen", "verwerkingen")
    (fold,) = folds(statement)
    article = as_html.article(statement, None)
    assert f'<details class="vouw">\n<summary>{d.plain(fold.label)}</summary>\n<div id="rights/identity">' in article
    assert article.count("<details") == 3, "and the contents, and the terms of the picture"
    assert (
        as_preview.preview(cut(statement), lambda said: as_preview.SentenceReason("#")).html.count(
            '<details class="vouw" open>'
        )
        == 2
    )


def test_on_paper_nothing_is_folded_and_the_label_is_a_paragraph_of_its_own() -> None:
    statement = document("verwerkingen", "verwerkingen")
    source = as_pdf.source(statement, None)
    assert "<details" not in source and "<summary" not in source and "vouwnaam" not in as_html.article(statement, None)
    with pikepdf.open(BytesIO(as_pdf.pdf(statement, None))) as pdf:
        kinds = [
            str(node.S)
            for node in pdf.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem"
        ]
    plainly = as_pdf.pdf(unfolded(statement), None)
    with pikepdf.open(BytesIO(plainly)) as pdf:
        before = [
            str(node.S)
            for node in pdf.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem"
        ]
    assert kinds.count("/P") == before.count("/P") + 1 and kinds.count("/NonStruct") == before.count("/NonStruct")


@every_example
@every_pattern
def test_no_heading_stands_in_a_summary_or_a_fold(example: str, pattern: str) -> None:
    article = as_html.article(document(example, pattern), None)
    assert not re.search(r"<details(?:(?!</details>).)*<(h\d|aside|section|details)[ >]", article, re.DOTALL)


def test_it_survives_json_with_its_label() -> None:
    statement = document("betrokkenen", "betrokkenen")
    stored = json.loads(json.dumps(d.to_data(statement)))
    assert d.from_data(stored) == statement
    assert {
        "node": "details",
        "key": "vouw-cookies",
        "label": [{"node": "text", "text": "Alle cookies"}],
    }.items() <= next(
        block for section in stored["sections"] for block in section["blocks"] if block.get("key") == "vouw-cookies"
    ).items()


def test_a_comparison_tells_what_changed_in_a_fold_and_a_new_label_no_clause_that_moved() -> None:
    statement = document("verwerkingen", "verwerkingen")
    changed = json.loads(json.dumps(d.to_data(statement)).replace("overdreven", "buitensporige"))
    assert "buitensporige" in json.dumps(changed)
    ((section,),) = [compare(statement, d.from_data(changed))]
    assert [(change.key, change.kind) for change in section.clauses] == [("rights/refusal", "changed")]
    ((section,),) = [compare(unfolded(statement), statement)]
    assert [(change.key, change.kind) for change in section.clauses] == [
        ("labels:vouw-controle", "added")
    ] and not section.reordered
