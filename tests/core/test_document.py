"""The tree: to data and back, gaps in order, and a digest that notices every change."""

import dataclasses
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import Activity, DataItem, DataUse, Facts
from policies.core.facts.plain_data import read_yaml, to_data

ROOT = Path(__file__).resolve().parents[2]
ON = date(2026, 12, 1)


def example():
    return read_yaml((ROOT / "clauses/examples/rubrieken.yaml").read_bytes())


def test_a_document_survives_json() -> None:
    statement = assemble(example(), load(), ON)
    assert d.from_data(json.loads(json.dumps(d.to_data(statement)))) == statement


def test_keys_are_unique_and_hold_no_numbers_of_sections() -> None:
    statement = assemble(example(), load(), ON)
    keys = [node.key for node in d.nodes(statement) if isinstance(node, d.Clause | d.Division | d.Section)]
    assert len(keys) == len(set(keys))
    assert [section.number for section in statement.sections] == list(range(1, len(statement.sections) + 1))


def test_an_empty_company_is_one_big_draft() -> None:
    statement = assemble(Facts(), load(), ON)
    gaps = statement.gaps()
    for path in (
        "controller.legal_name",
        "controller.country",
        "activities",
        "categories",
        "rights.email",
        "changes.channels",
    ):
        assert path in gaps


def test_the_digest_notices_document_and_facts() -> None:
    facts = example()
    statement = assemble(facts, load(), ON)
    digest = d.content_digest(statement, to_data(facts, internal=False))
    moved = dataclasses.replace(facts, controller=dataclasses.replace(facts.controller, phone="09 000 00 00"))
    assert d.content_digest(statement, to_data(moved, internal=False)) != digest
    assert d.content_digest(assemble(moved, load(), ON), to_data(facts, internal=False)) != digest


def test_internal_facts_do_not_reach_document_or_digest() -> None:
    facts = example()
    noted = dataclasses.replace(
        facts,
        activities=tuple(dataclasses.replace(a, notes="geheim", checked_on="2026-01-01") for a in facts.activities),
    )
    assert assemble(noted, load(), ON) == assemble(facts, load(), ON)
    assert "geheim" not in json.dumps(to_data(noted, internal=False))


def test_two_processes_agree() -> None:
    code = (
        "import sys; from datetime import date; from policies.core import document as d; from policies.core.assembly.assemble import assemble;"
        "from policies.core.facts.plain_data import read_yaml, to_data; from policies.core.clauses.library import load;"
        "f = read_yaml(open('clauses/examples/artikelen.yaml', 'rb').read());"
        "sys.stdout.write(d.content_digest(assemble(f, load(), date(2026, 12, 1)), to_data(f, internal=False)))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    }
    assert len(runs) == 1 and len(runs.pop()) == 64


def test_data_uses_without_a_category_keep_keys_and_paths_of_their_own() -> None:
    activity = Activity(
        key="bestellingen", name="bestellingen", uses=(DataUse(), DataUse(items=(DataItem(name="naam"),)))
    )
    statement = assemble(Facts(activities=(activity,)), load(), ON)
    keys = [clause.key for clause in statement.clauses()]
    assert len(keys) == len(set(keys))
    assert {"activities.bestellingen.uses.0.category", "activities.bestellingen.uses.1.category"} <= set(
        statement.gaps()
    )
