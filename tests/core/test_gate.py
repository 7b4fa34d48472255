"""One gate: whatever `parse` accepts, all that comes after it takes: the text in every layout and tone, four renderers, every check.

`./bin/test` draws a few dozen companies, `./bin/test --deep` some hundreds.
"""

import json
import logging
import os
import random
import re
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.checks import check, check_document
from policies.core.clauses.library import load
from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.characters import clean, narrow
from policies.core.facts.choices import TONE
from policies.core.facts.plain_data import from_data, from_stored, read_yaml, to_data, write_yaml
from policies.core.facts.schema import fact_classes, json_schema
from policies.core.facts.values import Refused, parse
from policies.render import as_html, as_json, as_pdf, as_text
from tests.awkward import Pick, awkward_company, old_company, typed
from tests.core.test_difference import ON, styled

DEEP = bool(os.environ.get("DEEP"))
SCHEMA = Draft202012Validator(json_schema())
FEW, MANY, PRINTED = (150, 20_000, 20) if DEEP else (10, 300, 1)
SPECS: list[Spec] = list(
    {
        (s.kind, s.max_length, s.minimum, s.maximum, s.notation, s.choice_set): s
        for row in fact_classes()
        for s in specs_of(row).values()
        if s.kind not in {"part", "rows"}
    }.values()
)
PAGE = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u3164\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]"
)


PICKS = st.integers(0, 2**32).map(
    lambda seed: random.Random(seed).randrange
)  # thousands of choices for one company: too many to draw each


@settings(max_examples=MANY)
@given(PICKS)
def test_the_gate_accepts_or_says_why_and_gives_what_it_accepts_again(pick: Pick) -> None:
    for spec in SPECS:
        raw = typed(spec, pick)
        try:
            value = parse(spec, raw)
        except Refused as refusal:
            assert str(refusal)[0].isupper() or str(refusal)[0] == "“", refusal
            continue
        assert parse(spec, list(value) if isinstance(value, tuple) else value) == value, (spec.kind, raw)
        for one in value if isinstance(value, tuple) else (value,):
            assert not isinstance(one, str) or not PAGE.search(one), (spec.kind, raw, one)


@settings(max_examples=MANY * 3)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_is_cleaned_once(raw: str) -> None:
    for act in (lambda text: clean(text, many_lines=True), lambda text: clean(text, many_lines=False), narrow):
        try:
            once = act(raw)
        except Refused:
            continue
        assert act(once) == once and not PAGE.search(once)


def takes(facts: Facts, patterns_: list[str]) -> d.Document:
    """Everything that is done with facts, in these layouts; gives the last document."""
    assert check(facts, load(), ON) is not None
    for pattern in patterns_:
        tone = list(TONE)[len(pattern) % 2]
        company = styled(facts, pattern, tone)
        document = assemble(company, load(), ON)
        check_document(company, document, load(), ON)
        page, words, stored = (
            as_html.page(document, None),
            as_text.text(document, None),
            json.dumps(as_json.data(document, company, None), ensure_ascii=False),
        )
        assert page.encode() and words.encode() and stored.encode()
        for node in d.nodes(document.sections):
            assert not isinstance(node, d.Link) or re.fullmatch(
                r"(?:https?://|mailto:|tel:|#)[!-~]+|#[^\s]+", node.href
            ), node.href
    return document


@settings(max_examples=FEW)
@given(PICKS)
def test_all_that_comes_after_takes_what_the_gate_accepts(pick: Pick) -> None:
    company = awkward_company(pick)
    assert from_data(to_data(company)) == company == read_yaml(write_yaml(company))
    SCHEMA.validate(json.loads(json.dumps(to_data(company))))
    all_patterns = list(patterns.ALL)
    first = pick(len(all_patterns))
    takes(company, all_patterns if DEEP else [all_patterns[first], all_patterns[(first + 2) % len(all_patterns)]])


@pytest.mark.parametrize("number", range(FEW // 2))
def test_rows_from_before_the_gate_are_told(number: int) -> None:
    die = random.Random(number)
    company = old_company(die.randrange)
    assert from_stored(to_data(company)) == company
    takes(company, [list(patterns.ALL)[number % len(patterns.ALL)]])


@pytest.mark.parametrize("number", range(PRINTED))
@pytest.mark.parametrize("make", [awkward_company, old_company])
def test_it_prints(make: Callable[[Pick], Facts], number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the fonts do not have is a finding before publishing; here only that nothing breaks."""
    monkeypatch.setattr(
        logging.getLogger("weasyprint"), "filters", [lambda record: ".notdef" not in record.getMessage()]
    )
    company = make(random.Random(number).randrange)
    document = assemble(styled(company, list(patterns.ALL)[number % 5], "u"), load(), ON)
    assert as_pdf.pdf(document, None).startswith(b"%PDF")


FILLERS = (
    ".",
    "0",
    " en ",
    "tel ",
    "https:/",
    "\uf0b7 ",
    "\u0301",
    "\u200b",
    "(",
    "@",
    "KvK ",
    "a en ",
    "/ 0",
    "\U0001f3f4\U000e0067",
    "- ",
    ", ",
    "<a@",
    "\n",
    "é.",
    "xn--",
)


@pytest.mark.parametrize("filler", FILLERS)
def test_a_long_value_is_read_as_quickly_as_it_is_long(filler: str) -> None:
    """Every kind of field together, for as much as may stand in the largest of them and for far more: none takes longer than it is longer."""
    took = []
    for size in (4_000, 8_000, 100_000):
        raw, start = filler * (size // len(filler)), process_time()
        for spec in {spec.kind: spec for spec in SPECS}.values():
            for value in (raw, [raw] if spec.kind in {"lines", "urls", "countries"} else raw):
                with suppress(Refused):
                    parse(spec, value)
        took.append(process_time() - start)
    assert max(took) < 2 and took[1] < 3 * took[0] + 0.2, took
