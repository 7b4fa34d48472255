"""The statement to look at while filling in: the same words as the article, and every sentence answers for itself."""

import dataclasses
import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.explain.sentences import changed, cut, fingerprints, sentences
from policies.core.facts import Facts
from policies.core.facts.plain_data import read_yaml
from policies.render import as_html, as_preview
from policies.render.as_preview import SentenceReason
from tests.page import VOID, flaws_of
from tests.render.test_renderers import CLASSES

ON = date(2026, 12, 1)
EXAMPLE = Path(__file__).resolve().parents[2] / "clauses" / "examples" / "vraag-antwoord.yaml"
OURS = {"zin", "zin-tekst", "waarom", "bron", "link", "kop", "nieuw", "visually-hidden"}


class Words(HTMLParser):
    """The words of a page without those of the bubbles and the hidden marks; and what stands inside what."""

    def __init__(self, html: str):
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.nested = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nested += tag == "a" and any(name == "a" for name, _ in self.open)
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(kind in {"waarom", "visually-hidden"} for _, kind in self.open):
            self.words.append(data)

    @property
    def line(self) -> str:
        return " ".join("".join(self.words).split())


@cache
def example() -> Facts:
    return read_yaml(EXAMPLE.read_bytes())


@cache
def statement(pattern: str = "vraag-antwoord") -> d.Document:
    return assemble(
        dataclasses.replace(example(), style=dataclasses.replace(example().style, pattern=pattern)), load(), ON
    )


@cache
def preview() -> str:
    return as_preview.preview(cut(statement()), why).html


def why(said: object) -> SentenceReason:
    return SentenceReason("/vraag/", ("Officiële naam (stap Onderneming)",))


def page(article: str) -> str:
    return f'<!doctype html><html lang="nl"><title>x</title><body><h1>Onderneming</h1>{article}</body></html>'


def small(**style: object) -> d.Document:
    facts = Facts()
    return assemble(dataclasses.replace(facts, style=dataclasses.replace(facts.style, **style)), load(), ON)


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_it_reads_as_the_article_and_is_a_page_in_order(pattern: str) -> None:
    document = statement(pattern)
    article = as_preview.preview(cut(document), why).html
    seen = Words(article)
    assert seen.line == Words(as_html.article(document, None)).line
    assert seen.nested == 0 and flaws_of(page(article)) == []
    assert {name for names in re.findall(r'class="([^"]*)"', article) for name in names.split()} <= CLASSES | OURS
    assert re.findall(r'<span class="zin" id="([^"]*)"', article) == [one.id for one in sentences(document)]


def test_a_sentence_shows_its_answers_clause_and_articles_and_leads_to_the_question() -> None:
    said = next(one for one in sentences(statement()) if one.id == "z-kort/who-1")
    span = re.search(r'<span class="zin" id="z-kort/who-1".*?</span></span></span>', preview())[0]
    assert f'data-p="{" ".join(said.paths)}"' in span and '<a class="zin-tekst" href="/vraag/">' in span
    assert "<span>Uw antwoord: Officiële naam (stap Onderneming)</span>" in span
    assert f"Clausule kort/who · AVG art. {', '.join(said.articles)}" in span


def test_a_sentence_without_an_answer_says_so_and_paths_of_the_caller_join_its_own() -> None:
    document = small()
    article = as_preview.preview(cut(document), lambda said: SentenceReason("/x/", paths=("a.b", *said.paths))).html
    assert as_preview.ALWAYS in article
    assert all(
        len(paths.split()) == len(set(paths.split())) and "a.b" in paths
        for paths in re.findall(r'class="zin" id="[^"]*" data-p="([^"]*)"', article)
    )
    told = as_preview.preview(
        cut(document), lambda said: SentenceReason("/x/", ("Een", "Twee"), ("Drie",), otherwise="Nooit")
    ).html
    assert "Nog in te vullen: Drie" in told and "Uw antwoorden: Een; Twee" in told and "Nooit" not in told


def test_it_is_a_draft_one_level_lower_with_ids_of_its_own() -> None:
    article = preview()
    assert 'class="concept">Concept' in article and "<h1" not in article and article.count("<h2>") == 1
    assert all(one.startswith(("v-", "z-")) for one in re.findall(r' id="([^"]*)"', article))
    ids = set(re.findall(r' id="([^"]*)"', article))
    assert {one for one in re.findall(r'href="#([^"]*)"', article)} <= ids and "#v-" in article


def test_a_heading_says_which_fact_it_prints() -> None:
    assert '<span class="kop" data-p="activities.nieuwsbrief.name">' in preview()


def test_what_is_missing_stays_in_sight() -> None:
    article = as_preview.preview(cut(small()), why).html
    assert (
        '<mark class="gat">[nog in te vullen: Officiële naam]</mark>' in article
        and '<mark class="gat"><a' not in article
    )


def test_a_link_inside_a_sentence_is_no_link() -> None:
    assert '<span class="link">' in preview() and "mailto:" not in preview()


def test_what_a_person_types_is_never_markup() -> None:
    nasty = "<script>alert(1)</script> \" onclick=x '& {{ 7*7 }}"
    document = small(opening=nasty, title=nasty[:100])
    article = as_preview.preview(cut(document), lambda said: SentenceReason(nasty, (nasty,), (nasty,), (nasty,))).html
    assert "<script" not in article and '" onclick' not in article
    assert flaws_of(page(article)) == []


def test_exactly_what_changed_is_marked() -> None:
    facts = example()
    before = fingerprints(sentences(statement()))
    document = assemble(
        dataclasses.replace(facts, rights=dataclasses.replace(facts.rights, email="nieuw@adres.example")), load(), ON
    )
    new = changed(before, sentences(document))
    article = as_preview.preview(cut(document), why, new).html
    assert new and set(re.findall(r'<span class="zin nieuw" id="([^"]*)"', article)) == new
    assert article.count('<span class="visually-hidden">Gewijzigd: </span>') == len(new)
    assert "zin nieuw" not in preview()


@pytest.mark.parametrize(("number", "words"), [(0, ""), (1, "1 zin."), (2, "2 zinnen.")])
def test_the_pane_frames_it(number: int, words: str) -> None:
    article = mark_safe(as_preview.preview(cut(small()), why).html)
    pane = render_to_string(
        "wizard/preview.html", {"preview": article, "changed": number, "policy": SimpleNamespace(pk=1)}
    )
    assert flaws_of(page(pane)) == [] and article in pane
    assert ("is gemarkeerd" in pane) is bool(number) and words in pane
    assert "data-preview" in pane and 'data-preview-note aria-live="polite"' in pane
