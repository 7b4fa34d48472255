"""What the measurements count: a wrong count would make a slow page look fast."""

import gzip
from collections.abc import Callable

import pytest

from bench import first_byte, proxied, words

PAGE = """<form><input type="hidden" name="csrf" value="x"><input name="naam"><input type="email" name="mail"><textarea name="uitleg"></textarea>
<select name="land"><optgroup label="Dichtbij"><option>België<option>Nederland</optgroup><option>Frankrijk</select>
<input type="radio" name="dpo" value="ja"><input type="radio" name="dpo" value="nee"><input type="checkbox" name="akkoord">
<input type="checkbox" name="groepen" value="1"><input type="checkbox" name="groepen" value="2"><button name="ga">Bewaren</button>
<template><input name="naam-2"></template></form>"""


def test_fields_and_choices_are_counted_as_a_person_sees_them() -> None:
    asked = [(one.name, one.kind, one.choices) for one in first_byte.fields_of(PAGE)]
    assert asked == [
        ("naam", "text", 0),
        ("mail", "email", 0),
        ("uitleg", "textarea", 0),
        ("land", "select", 3),
        ("dpo", "radio", 2),
        ("akkoord", "checkbox", 1),
        ("groepen", "checkbox", 2),
    ]


def test_the_empty_form_has_the_same_fields_and_choices() -> None:
    asked = first_byte.fields_of(PAGE)
    drawn = first_byte.fields_of(str(first_byte.plain_form(asked)()))
    assert [(one.kind, one.choices) for one in drawn] == [(one.kind, one.choices) for one in asked]


@pytest.mark.parametrize(
    ("kind", "accepts", "squeezed"),
    [("text/html", "gzip, br", True), ("text/html", "", False), ("text/css", "gzip", False)],
)
def test_only_pages_are_compressed_for_who_takes_it(
    kind: str, accepts: str, squeezed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(environ: dict, start_response: Callable) -> list[bytes]:
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", "3000")])
        return Answer([b"abc" * 1000])

    class Answer(list):
        def close(self) -> None:
            pass

    told: dict[str, str] = {}
    monkeypatch.setattr(proxied, "bare", bare)
    body = b"".join(
        proxied.application({"HTTP_ACCEPT_ENCODING": accepts}, lambda status, headers: told.update(headers))
    )
    assert (told.get("Content-Encoding") == "gzip") is squeezed and int(told["Content-Length"]) == len(body)
    assert (gzip.decompress(body) if squeezed else body) == b"abc" * 1000


def test_only_what_stood_before_is_repeated() -> None:
    eight = "een twee drie vier vijf zes zeven acht"
    assert words.repeated(f"{eight}. {eight} negen tien!") == pytest.approx(100 * 8 / 18)
    assert words.repeated("een twee drie vier vijf zes zeven. " * 2) == 0, "a run is eight words"


def test_what_two_patterns_share_counts_against_the_shorter_one() -> None:
    assert words.shared(frozenset("abcd"), frozenset("cdefgh")) == 50
    assert words.shared(frozenset(), frozenset("a")) == 0


def test_the_examples_are_those_that_the_targets_count_on() -> None:
    assert words.examples_digest() == words.EXAMPLES_DIGEST, (
        "say in docs/patterns.md what an example leaves out, and count its statements again"
    )
