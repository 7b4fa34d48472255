"""The lint of our own words (art. 12.1).

No vague or stiff word stands in a clause, a layout or the catalogue without a reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml
from jinja2 import nodes

from policies.core.clauses.library import environment
from policies.core.language.vague_words import OPEN, VagueWords, in_catalogue, in_clause

TONES = ("u", "je")
CATALOGUE = "catalogue/"  # before the place of a text that picking copies
VARIANTS = frozenset((*TONES, "BE", "NL"))
PICKED = (
    "activities",
    "groups",
    "categories",
    "recipients",
    "arrangements",
    "cookies",
    "security",
    "retention",
    "doings",
    "sectors",
)
COPIED = frozenset(  # fields of these files whose words stand in a statement
    "access arrangement consequence contact_point control criterion description human_contact interest items lifetime measure name phrase purpose reason safeguard_copy services short source_detail"
    " start_event story task techniques".split()
)


def problems(
    texts: Mapping[str, tuple[str, ...]], words: VagueWords, allowed: Iterable[Mapping[str, str]]
) -> list[str]:
    """Return what the lint refuses, each as a sentence.

    It is a word of the list without a reason, and a reason that nothing needs any more. `texts` gives for each place of
    the library and the catalogue what it says, in every tone. `allowed` are rows of catalogue/vague_allowed.yaml.
    """
    judges = {place: in_catalogue if place.startswith(CATALOGUE) else in_clause for place in texts}
    needed = {
        (place, form): (word, around)
        for place, said in texts.items()
        for text in said
        for word, form, around in judges[place](text, words)
    }
    given = {(row["clause"], row["word"]): row["reason"] for row in allowed}
    refused = [
        f"{place}: “{form}” {word.why}. {word.instead} Kan het niet anders, schrijf dan de reden in catalogue/vague_allowed.yaml. (… {around} …)"
        for (place, form), (word, around) in needed.items()
        if not (given.get((place, form)) or "").strip()
    ]
    return refused + [
        f"{place}: “{form}” staat er niet meer. Haal de regel uit catalogue/vague_allowed.yaml."
        for place, form in given
        if (place, form) not in needed
    ]


def library_texts(sources: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return all words of the library by place, in both tones.

    These are the clauses, the words of the layouts, and what the statement calls a choice. `sources` are the files of
    clauses/ by name, as library.texts_of gives them.
    """
    env = environment()
    texts = {}
    for name, source in sources.items():
        if name.endswith(".j2"):
            texts[name.removeprefix("nl/").removesuffix(".j2")] = _said(env.parse(source.partition("#}")[2]))
        elif name.startswith("nl/opbouw/") or name == "catalogue/words.yaml":
            place = name.removeprefix("nl/").removeprefix("catalogue/").removesuffix(".yaml")
            texts |= {leaf: _said(env.parse(text)) for leaf, text in _leaves(yaml.safe_load(source), place)}
    return texts


def catalogue_texts(catalogue: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str, tuple[str, ...]]:
    """Return what picking copies into the answers of a company, by place: “catalogue/activities/ACT-01/story”.

    Names of laws and what only a user reads are left out.
    """
    texts: dict[str, tuple[str, ...]] = {}
    for stem in PICKED:
        for row in catalogue[stem]:
            for name, text in _printed_of(row, "phrase"):
                place = f"{CATALOGUE}{stem}/{row['id']}/{name}"
                texts[place] = (*texts.get(place, ()), text)
    return texts


def _printed_of(data: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield every text below a row that a statement prints, with its field.

    A country or a form of address is no field.
    """
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _printed_of(value, name if key in VARIANTS else key)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _printed_of(value, name)
    elif isinstance(data, str) and name in COPIED:
        yield name, data


def _leaves(data: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield every text below, with its place: “words/role/processor”."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from _leaves(value, f"{place}/{name}")
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, f"{place}/{index}")
    elif isinstance(data, str):
        yield place, data


def _said(template: nodes.Template) -> tuple[str, ...]:
    """Return what a template says, once in each tone; tags fall away and what is filled in becomes an ellipsis."""
    texts = []
    for tone in TONES:
        text = re.sub(r"<[^>]*>", " ", "".join(_printed(node, tone) for node in template.find_all(nodes.Output)))
        texts.append(" ".join(text.split()))
    return tuple(dict.fromkeys(texts))


def _printed(output: nodes.Output, tone: str) -> str:
    return "".join(node.data if isinstance(node, nodes.TemplateData) else _filled(node, tone) for node in output.nodes)


def _filled(node: nodes.Expr | None, tone: str) -> str:
    """Return what an expression prints.

    Both forms of address are words of ours, and so is a text that stands in for a missing fact.
    """
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "aan":
        return _filled(node.args[TONES.index(tone)], tone)
    if isinstance(node, nodes.Filter) and node.name == "zegt" and node.args:  # the words that tell a yes
        return _filled(node.args[0], tone)
    choices = (
        [node.left, node.right]
        if isinstance(node, nodes.Or)
        else [node.expr1, node.expr2]
        if isinstance(node, nodes.CondExpr)
        else []
    )
    return (
        " ".join([OPEN, *(_filled(choice, tone) for choice in choices)])
        if choices
        else str(node.value)
        if isinstance(node, nodes.Const)
        else OPEN
    )
