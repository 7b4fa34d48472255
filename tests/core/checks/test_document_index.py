"""The index of a document answers what a search through all its clauses would, without one."""

from datetime import date
from itertools import combinations

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.checks.document_index import DocumentIndex
from policies.core.checks.review import Review
from policies.core.clauses.library import FOLDER, load
from policies.core.facts import paths
from policies.core.facts.plain_data import read_yaml

EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"))
ON = date(2026, 12, 1)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_it_finds_what_a_search_finds(example) -> None:
    facts, library = read_yaml(example.read_bytes()), load()
    index = DocumentIndex(Review(facts, library, ON), assemble(facts, library, ON))
    articles = sorted({article for clause in index.clauses for article in clause.articles})
    assert articles and index.about("99.9") == [] and index.printed_about("99.9") == frozenset()
    for wanted in [(article,) for article in articles] + list(combinations(articles, 2)):
        searched = [clause for clause in index.clauses if not set(wanted).isdisjoint(clause.articles)]
        assert index.about(*wanted) == searched, wanted
    for article in articles:
        searched = {path for clause in index.clauses if article in clause.articles for path in clause.paths}
        assert index.printed_about(article) == searched, article
    for path, _, _ in paths.walk(facts):
        assert index.tells(path) == (path in index.printed or any(path in clause.stated for clause in index.clauses)), (
            path
        )
