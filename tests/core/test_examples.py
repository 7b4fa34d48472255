"""The invented companies: complete, lawful, nobody's. Five are true to the digest of their pattern; the sixth gives every public answer that schema 2 brought."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from policies.core.checks import check
from policies.core.clauses import library
from policies.core.facts import Facts, paths, specs_of
from policies.core.facts.plain_data import from_data, to_data
from policies.core.facts.upgrade import NEW
from tests.golden import COMPANIES, EXAMPLES, FULLEST, HERE, example

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("artikelen", "betrokkenen", "rubrieken", "verwerkingen", "vraag-antwoord")
DIGEST_SIZES = {"rubrieken": 38, "verwerkingen": 27, "artikelen": 38, "betrokkenen": 27, "vraag-antwoord": 15}
TONES = {
    "rubrieken": "u",
    "verwerkingen": "je",
    "artikelen": "je",
    "betrokkenen": "je",
    "vraag-antwoord": "u",
    FULLEST: "je",
}
DIGEST_FACTS = yaml.safe_load((ROOT / "tests" / "digest_facts.yaml").read_text("utf-8"))
OTHER_TONE = {
    "u": re.compile(r"\b(je|jij|jou|jouw|jezelf|jullie)\b", re.IGNORECASE),
    "je": re.compile(r"\b(u|uw|uwe|uzelf)\b", re.IGNORECASE),
}
STIFF = re.compile(r"\b(middels|teneinde|conform|indien|eventuee?l(e|en)?|mogelijk|en/of)\b", re.IGNORECASE)
OWN_URLS = re.compile(r"scope\.websites|style\.terms_url|cookies\.policy_url|rights\.url|processor_role\.agreement_url")
every_example = pytest.mark.parametrize("name", COMPANIES)


def kinds_of_fields(cls: type = Facts) -> Iterator[tuple[type, str]]:
    """Every field of every facts class, parts and lists walked through."""
    for name, spec in specs_of(cls).items():
        if spec.row:
            yield from kinds_of_fields(spec.row)
        else:
            yield cls, name


def answered(row: Any) -> Iterator[tuple[type, str]]:
    """The fields that have a value somewhere in these facts; a tick counts when it is set."""
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.row:
            for inner in value if spec.kind == "rows" else (value,):
                yield from answered(inner)
        elif value not in (None, (), "") and not (spec.kind == "tick" and not value):
            yield type(row), name


def texts(name: str) -> list[tuple[str, str]]:
    """Every text of an example with its path, lists taken apart."""
    found = []
    for path, spec, value in paths.walk(example(name)):
        if spec.kind in {"text", "long", "lines", "url", "urls", "email", "phone"} and value:
            found += [(path, text) for text in (value if isinstance(value, tuple) else (value,))]
    return found


def at(row: Any, path: str) -> Any:
    """What stands at a dotted path of facts: a field, a row, a part or a list. Raises LookupError."""
    for step in path.split("."):
        if isinstance(row, tuple):
            named = {paths.row_name(entry) or str(index): entry for index, entry in enumerate(row)}
            row = named[step]
        elif step in {field.name for field in fields(row)}:
            row = getattr(row, step)
        else:
            raise LookupError(step)
    return row


def words_in(value: Any) -> str:
    """All texts below a value, as a reader sees them: web addresses without https://."""
    if isinstance(value, tuple):
        return "\n".join(map(words_in, value))
    if hasattr(value, "__dataclass_fields__"):
        return "\n".join(words_in(getattr(value, field.name)) for field in fields(value))
    return str(value).removeprefix("https://") if value is not None else ""


def test_there_are_five_and_one_without_golden_statement() -> None:
    assert sorted(path.stem for path in (ROOT / "clauses" / "examples").glob("*.yaml")) == sorted((*NAMES, FULLEST))
    assert (
        sorted(EXAMPLES)
        == sorted(NAMES)
        == sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__")
    )


def fields_of_schema_2(name: str) -> set[str]:
    """The paths, without keys, of the fields of schema 2 that a company answers."""
    return {
        f"{place}.{field}"
        for place, names in NEW.items()
        for field in names
        if said(example(name), place.split("."), field)
    }


def said(row: Any, place: list[str], field: str) -> bool:
    """Tell whether `field` has a value in a row that `place` leads to. A tick counts when it is set."""
    if isinstance(row, tuple):
        return any(said(one, place, field) for one in row)
    if place:
        return said(getattr(row, place[0]), place[1:], field)
    value = getattr(row, field)
    return value not in (None, (), "") and not (specs_of(type(row))[field].kind == "tick" and not value)


def test_the_sixth_gives_every_answer_of_schema_2() -> None:
    assert (
        sorted({f"{place}.{field}" for place, names in NEW.items() for field in names} - fields_of_schema_2(FULLEST))
        == []
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_five_give_only_what_their_targets_count(name: str) -> None:
    """Short purposes and phrases, and the activity of what cannot be told without one."""
    belongs = {
        "disclosure.business_transfer_activity",
        "links.buttons_activity",
        "automated.profiling_activity",
        "ai_systems.activities",
    }
    assert fields_of_schema_2(name) <= {"activities.purposes.short", "groups.phrase"} | belongs


def test_every_field_has_a_value_somewhere() -> None:
    given = {field for name in COMPANIES for field in answered(example(name))}
    assert (
        sorted(f"{cls.__name__}.{name}" for cls, name in set(kinds_of_fields()) - given)
        == [
            "Controller.responsible_persons",  # none of them is an association without a number; tests/core/checks/test_identity_forms.py has one in every layout
            "Preset.unconfirmed",  # who published confirmed it
        ]
    )


@every_example
def test_out_and_back_is_the_same(name: str) -> None:
    assert from_data(to_data(example(name))) == example(name)


@every_example
def test_nothing_blocks(name: str) -> None:
    findings = check(example(name), library.load(), date(2026, 12, 1))
    assert [f"{found.code} {found.path}: {found.message}" for found in findings if found.blocks] == []


@every_example
def test_tone_and_country(name: str) -> None:
    facts = example(name)
    assert facts.style.tone == TONES[name]
    assert facts.controller.country == ("NL" if name in {"vraag-antwoord", FULLEST} else "BE")


@every_example
def test_numbers_belong_to_nobody(name: str) -> None:
    company = example(name).controller
    number = company.register_number
    assert number and number.startswith("1999.999." if company.country == "BE" else "99999")
    assert company.vat_number and company.vat_number.startswith(
        f"BE {number}" if company.country == "BE" else "NL9999999"
    )
    for other in (company.branch_number, company.parent_register_number, company.rsin, *company.other_numbers):
        assert other is None or "99999" in other.replace(".", ""), other


def test_no_two_share_a_number() -> None:
    assert len({example(name).controller.register_number for name in COMPANIES}) == len(COMPANIES)


@every_example
def test_telephones_ring_nowhere(name: str) -> None:
    for path, spec, value in paths.walk(example(name)):
        if spec.kind == "phone" and value:
            assert re.search(r"0{5}\d?$", re.sub(r"\D", "", value)), f"{path}: {value}"


@every_example
def test_own_domains_exist_nowhere(name: str) -> None:
    for path, text in texts(name):
        for domain in re.findall(r"[\w.+-]+@([\w.-]*\w)", text):
            assert domain.endswith(".example"), f"{path}: {text}"
        if OWN_URLS.fullmatch(path):
            assert (urlsplit(text).hostname or "").endswith(".example"), f"{path}: {text}"
        elif text.startswith("http"):
            assert text.startswith("https://"), f"{path}: {text}"


@every_example
def test_texts_speak_in_their_own_tone_and_are_plain(name: str) -> None:
    for path, text in texts(name):
        assert not OTHER_TONE[TONES[name]].search(text), f"{path}: {text}"
        assert not STIFF.search(text), f"{path}: {text}"


@every_example
def test_phrases_fit_after_their_lead_in(name: str) -> None:
    openings = {
        "start_event": ("na ", "nadat ", "vanaf "),
        "criterion": ("zolang ", "tot "),
        "why": ("omdat ",),
        "stop_how": ("met ", "via "),
        "withdraw_how": ("met ", "via "),
        "consent_how": ("met ", "via "),
    }
    for path, _, value in paths.walk(example(name)):
        field, row = path.rsplit(".", 1)[-1], path.split(".")[0]
        wanted = openings.get(field) or (
            ("om ",) if field == "reason" and (row == "retention_rules" or ".items." in path) else ()
        )
        if value and wanted:
            assert value.startswith(wanted), f"{path}: {value}"


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_the_digest_has_a_place(name: str) -> None:
    facts = DIGEST_FACTS[name]
    prefix = {
        "rubrieken": "rub",
        "verwerkingen": "ver",
        "artikelen": "art",
        "betrokkenen": "bet",
        "vraag-antwoord": "vra",
    }[name]
    assert list(facts) == [f"{prefix}-{number:02d}" for number in range(1, DIGEST_SIZES[name] + 1)]
    for fact, place in facts.items():
        found = [at(example(name), path) for path in place["paths"]]
        assert all(
            value not in (None, False, (), "") or path.endswith(".directed")
            for path, value in zip(place["paths"], found, strict=True)
        ), fact
        if place["needle"]:
            assert place["needle"] in words_in(tuple(found)), f"{fact}: {place['needle']}"


def test_the_paper_names_the_same_places() -> None:
    paper = (ROOT / "docs" / "patterns.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (\w{3}-\d\d) \| [^|]+ \| ([^|]+) \|", paper, re.MULTILINE))
    told = {
        fact: ", ".join(f"`{path}`" for path in place["paths"]) or "edition"
        for facts in DIGEST_FACTS.values()
        for fact, place in facts.items()
    }
    assert rows == told
