"""Five invented statements in the style of years ago: every fault that stands in one is told, and no other."""

from datetime import date
from pathlib import Path

import pytest

from policies.core.clauses.library import load
from policies.core.reading import ReadingReport, decode, read

FOLDER = Path(__file__).with_name("old")
ON = date(2026, 12, 1)

# file → the faults in it, and what has to be there and is not (missing) or not clearly (unsure)
EXPECTED = {
    "rubrieken.txt": (
        {
            "consent-by-use",
            "transfer-by-submitting",
            "id-copy",
            "look-yourself",
            "legal-period-identity",
            "seven-years-order",
        },
        {
            "controller",
            "address",
            "basis",
            "country",
            "safeguard",
            "copy",
            "restriction",
            "free",
            "required",
            "consequence",
            "automated",
        },
        set(),
    ),
    "verwerkingen.txt": (
        {"anonymous-statistics", "vague-recipients", "seven-years-order", "id-copy"},
        {"controller", "address", "transfer", "country", "safeguard", "copy", "restriction", "automated"},
        {"contact", "recipients", "objection-apart"},
    ),
    "artikelen.txt": (
        {"inside-europe", "breach-roles", "mixed-tone", "ssl", "period-without-start"},
        {
            "controller",
            "address",
            "country",
            "safeguard",
            "copy",
            "restriction",
            "withdrawal",
            "complaint",
            "authority",
            "term",
            "required",
            "automated",
            "changes",
        },
        {"basis"},
    ),
    "betrokkenen.txt": (
        {"outdated-privacycommissie", "shares-nothing", "stacked-bases", "correction-refused", "vague-period"},
        {"portability", "restriction", "automated"},
        {"retention", "authority"},
    ),
    "vraag-antwoord.html": (
        {"automatic-cookies", "gender"},
        {
            "controller",
            "address",
            "transfer",
            "country",
            "safeguard",
            "copy",
            "retention",
            "restriction",
            "portability",
            "objection",
            "objection-apart",
            "complaint",
            "authority",
            "term",
            "free",
            "automated",
            "version",
        },
        {"basis", "withdrawal"},
    ),
}


def old(name: str) -> ReadingReport:
    return read(decode((FOLDER / name).read_bytes()), load(), ON)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_fault_is_told_and_no_other(name: str) -> None:
    report = old(name)
    faults, missing, unsure = EXPECTED[name]
    assert {fault.id for fault in report.faults} == faults
    assert {result.id for result in report.lacking} == missing
    assert {result.id for result in report.of("unsure") if result.needed} == unsure


@pytest.mark.parametrize("name", EXPECTED)
def test_each_result_shows_its_sentence_and_its_rule(name: str) -> None:
    text = " ".join(decode((FOLDER / name).read_bytes()).split())
    report = old(name)
    for one in (*report.of("found"), *report.of("unsure"), *report.faults):
        assert one.rule and one.quotes, one.id
        assert all(
            quote.text.split(" – ")[-1].split(": ")[-1].removesuffix(" (post@serverdok.example)")[-25:] in text
            or "<" in text
            for quote in one.quotes
        ), one.id
    assert all(result.because and (result.mend or result.outcome == "found") for result in report.results)


def test_what_need_not_be_there_is_told_apart() -> None:
    results = {result.id: result for result in old("artikelen.txt").results}
    assert results["basis-vital"].outcome == "missing" and not results["basis-vital"].needed
    assert results["basis-vital"].because.startswith("In de tekst staat niets dat hierom vraagt.")


def test_every_file_is_expected() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(EXPECTED)
