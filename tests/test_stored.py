"""What was stored by every earlier schema of the document still reads, compares and is shown. The files in tests/stored are never made anew.

A new document schema adds a file: facts, document and article as the program of that day stored them.
"""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import time_machine

from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts.plain_data import from_data, from_stored
from policies.core.versions.diff import compare
from policies.core.versions.shown_difference import StatementVersion, difference
from policies.models import Policy
from tests.make import make_organisation
from tests.page import PageClient
from tests.publishing import NOW
from tests.versions import make_address, make_version

STORED = Path(__file__).parent / "stored"
STYLE = (Path(__file__).parents[1] / "policies" / "static" / "policies" / "public.css").read_text("utf-8")
every_schema = pytest.mark.parametrize(
    "stored", sorted(STORED.glob("document-schema-*.json")), ids=lambda path: path.stem, indirect=True
)


@pytest.fixture
def stored(request: pytest.FixtureRequest) -> dict:
    return json.loads(request.param.read_text("utf-8"))


def test_schema_of_today_has_its_sample_with_every_node() -> None:
    document = d.from_data(json.loads((STORED / f"document-schema-{d.SCHEMA}.json").read_text("utf-8"))["document"])
    assert {type(node).__name__ for node in d.nodes(document)} == {"Document", *d.NODES} - {
        "Gap",
        "Emph",
    }  # no clause writes <em> today


@every_schema
def test_document_and_facts_read(stored: dict) -> None:
    assert d.from_data(stored["document"]).sections[0].title
    assert from_data(stored["facts"]).controller.legal_name == "Bakkerij Peeters"


@every_schema
def test_document_compares(stored: dict) -> None:
    document = d.from_data(stored["document"])
    assert compare(document, document) == []
    assert [change.kind for change in compare(document, replace(document, sections=document.sections[1:]))] == [
        "removed"
    ]


@every_schema
def test_document_is_told_beside_that_of_today(stored: dict) -> None:
    """The same facts, written by the library of that day and by that of today: new words, and no fact that changed."""
    facts = from_stored(stored["facts"])
    found = difference(
        StatementVersion(d.from_data(stored["document"]), facts),
        StatementVersion(assemble(facts, load(), date(2026, 12, 1)), facts),
    )
    outcomes = [
        ("wording", True),
        *([("same", False)] if stored["document"]["schema"] == d.SCHEMA else []),
    ]  # until the library says it otherwise
    assert found.facts == () and (found.kind, bool(found.sections)) in outcomes


@every_schema
@pytest.mark.django_db
def test_article_is_shown_in_the_dress_of_today(stored: dict, client: PageClient) -> None:
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij")
    make_version(
        policy, html=stored["html"], document=json.dumps(stored["document"]), facts=json.dumps(stored["facts"])
    )
    with time_machine.travel(NOW, tick=False):
        html = client.get("/privacy/bakkerij/").content.decode()
    assert stored["html"] in html
    undressed = [name for name in classes_of(stored["html"]) if not re.search(rf"\.{name}\b", STYLE)]
    assert undressed == [], "public.css has forgotten a class that stored articles bear"


def classes_of(html: str) -> set[str]:
    return {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
