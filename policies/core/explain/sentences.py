"""The sentences of a statement, each with what it rests on: which answers, which clause, which articles.

A sentence is a stretch of one paragraph, list item, term, meaning or cell. Headings and the labels of cards are no sentences.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from policies.core import document as d
from policies.core.facts import paths
from policies.core.language.readability import LEFT_OUT
from policies.core.language.split import END, FIRST, LITERAL, is_end

PREFIX = "z-"
OF_PATTERN = "opbouw"  # ends the key of what the pattern says itself, such as where to read on
LAW, LAW_FOLLOWS = "catalogue.", "controller.country"  # what is printed from the law book was looked up by this answer
MOST = 100  # sentences of one run of words: the longest field has room for no more that anybody would read
PERHAPS = re.compile(r"[.!?…][\"”’')\]»]*\s+\S")
# Where a row that a clause calls by a short name stands in the facts, from the pieces of the clause's key.
ROWS: Mapping[str, Callable[[list[str]], list[str]]] = {
    "purpose": lambda key: key[:4],
    "use": lambda key: key[:4],
    "decision": lambda key: ["automated", "decisions", key[1]],
    "rule": lambda key: ["retention_rules", key[1]],
    **dict.fromkeys(
        ("activity", "recipient", "group", "category", "joint", "ai_system", "section"), lambda key: key[:2]
    ),
}


@dataclass(frozen=True, slots=True)
class StatementSentence:
    """One sentence. `paths` are the facts that it prints, then those that its clause states without printing them; `gaps` are those still missing.

    `id` begins with “z-”, holds the key of the clause and ends with the place within it: other answers do not change it.
    """

    id: str
    key: str
    clause: str
    articles: tuple[str, ...]
    paths: tuple[str, ...]
    text: str
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CutSentence:
    """A sentence with its nodes, and the space that parts it from what stands before."""

    before: str
    sentence: StatementSentence
    nodes: tuple[d.Inline, ...]


SentenceRuns = tuple[tuple[CutSentence, ...], ...]  # the sentences of each run of words in a clause


@dataclass(frozen=True, slots=True)
class DocumentSentences:
    """A document cut into sentences. In `document` every sentence stands in a clause; `runs` has those of each clause, by its key."""

    document: d.Document
    runs: Mapping[str, SentenceRuns]

    @property
    def all(self) -> tuple[StatementSentence, ...]:
        """Return every sentence in reading order, each with an id of its own."""
        return tuple(
            piece.sentence for clause in self.document.clauses() for run in self.runs[clause.key] for piece in run
        )


def cut(document: d.Document, known: MutableMapping[d.Clause, SentenceRuns] | None = None) -> DocumentSentences:
    """Return the document cut into sentences. `known` holds the clauses of an earlier document, and gets those that are cut now."""
    known = {} if known is None else known
    whole, runs = enclosed(document), {}
    for clause in whole.clauses():
        found = known.get(clause)
        if found is None:
            found = known[clause] = runs_of(clause)
        runs[clause.key] = found
    return DocumentSentences(whole, runs)


def sentences(document: d.Document) -> tuple[StatementSentence, ...]:
    """Return every sentence in reading order, each with an id of its own."""
    return cut(document).all


def fed_by(document: d.Document) -> dict[str, tuple[str, ...]]:
    """Return for each path of a fact the ids of the sentences that it feeds, in reading order."""
    found: dict[str, list[str]] = {}
    for sentence in sentences(document):
        for path in sentence.paths:
            found.setdefault(path, []).append(sentence.id)
    return {path: tuple(ids) for path, ids in found.items()}


def fingerprints(said: Iterable[StatementSentence]) -> dict[str, str]:
    """Return a short hash of each sentence's words, by id: what to keep of a statement to see later what changed in it."""
    return {one.id: _hash(one.text) for one in said}


def changed(before: Mapping[str, str] | None, now: Sequence[StatementSentence]) -> set[str]:
    """Return the ids of the sentences that their clause did not hold before.

    `before` are earlier fingerprints; with None there is nothing to compare with, and nothing is new. A sentence that only moved
    within its clause is not changed, so one that is put in does not mark all that follow.
    """
    if before is None:
        return set()
    known: dict[str, set[str]] = {}
    for name, print_ in before.items():
        known.setdefault(name.rpartition("-")[0], set()).add(print_)
    return {one.id for one in now if _hash(one.text) not in known.get(PREFIX + one.key, ())}


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def enclosed(document: d.Document) -> d.Document:
    """Return the document with what the pattern says itself in clauses too, so that every sentence stands in one.

    Such a clause has no id: the library has none.
    """
    return replace(document, sections=tuple(_enclosed(section) for section in document.sections))


def _enclosed(holder: Any) -> Any:
    """Return a section or division with its loose blocks in one clause, where the first of them stands."""
    if not isinstance(holder, d.Section | d.Division):
        return holder
    loose = tuple(
        block for block in holder.blocks if not isinstance(block, d.Clause | d.Card | d.Division | d.Details | d.Figure)
    )
    blocks = list(holder.blocks)
    if loose:
        place = holder.blocks.index(loose[0])
        blocks = [block for block in blocks if block not in loose]
        blocks.insert(place, d.Clause(f"{holder.key}/{OF_PATTERN}", "", "", (), (), loose))
    blocks = [_enclosed(block) for block in blocks]
    return (
        holder
        if len(blocks) == len(holder.blocks) and all(new is old for new, old in zip(blocks, holder.blocks, strict=True))
        else replace(holder, blocks=tuple(blocks))
    )


def runs_of(clause: d.Clause) -> SentenceRuns:
    """Return the sentences of each run of words in a clause, in reading order; a run without words has none."""
    states = stated(clause)
    number, made = 0, []
    for run, is_whole in _runs(clause.blocks):
        pieces = []
        for before, nodes, text in _split(run, is_whole):
            number += 1
            gaps = tuple(dict.fromkeys(node.path for node in d.nodes(nodes) if isinstance(node, d.Gap)))
            fed = tuple(dict.fromkeys((*paths_of(nodes), *states)))
            said = StatementSentence(
                f"{PREFIX}{clause.key}-{number}", clause.key, clause.clause, clause.articles, fed, text, gaps
            )
            pieces.append(CutSentence(before, said, nodes))
        made.append(tuple(pieces))
    return tuple(made)


def stated(clause: d.Clause) -> tuple[str, ...]:
    """Return the paths of the facts that a clause states without printing them."""
    key, found = clause.key.split("/"), []
    for state in clause.states:
        root = paths.top(state)
        found.append(paths.join((*ROWS[root](key), paths.below(state))) if root in ROWS else state)
    return tuple(found)


def _runs(blocks: tuple[d.Block, ...]) -> Iterator[tuple[tuple[d.Inline, ...], bool]]:
    """Yield every run of inline nodes in reading order, and whether it is one sentence whatever stands in it."""
    for block in blocks:
        match block:
            case d.Paragraph():
                yield block.children, False
            case d.Bullets():
                for item in block.items:
                    yield item.children, False
                    yield from _runs(item.nested)
            case d.Terms():
                for entry in block.entries:
                    yield entry.term, True
                    yield entry.meaning, False
            case d.Table():
                caption = ((block.caption,),) if block.caption else ()
                yield from ((cell, True) for row in (*caption, block.head, *block.rows) for cell in row)
            case d.Notice():
                yield from _runs(block.blocks)
            case _:
                raise TypeError(f"a clause holds no {type(block).__name__}")


def paths_of(nodes: tuple[d.Inline, ...]) -> tuple[str, ...]:
    """Return the paths of all facts that stand here or are missing here, each once; what is missing first."""
    printed, gaps = [], []
    for node in d.nodes(nodes):
        if isinstance(node, d.Gap):
            gaps.append(node.path)
        elif isinstance(node, d.Value | d.Link) and node.path:
            printed.append(node.path)
            if node.path.startswith(LAW):
                printed.append(LAW_FOLLOWS)
    return tuple(dict.fromkeys((*gaps, *printed)))


# --- where a sentence ends -----------------------------------------------------------------------------------------


def _split(run: tuple[d.Inline, ...], is_whole: bool) -> Iterator[tuple[str, tuple[d.Inline, ...], str]]:
    """Yield the sentences of a run: the space before each, its nodes and its words."""
    text = _words(run)
    stops = () if is_whole or not PERHAPS.search(text) else _stops(_hidden(run))
    starts = [0, *accumulate(len(_text(node)) for node in run)]  # so that no sentence looks at the nodes of the others
    end = 0
    for stop in (*stops, len(text)):
        said = text[end:stop]
        words = said.strip()
        if words:
            start = end + len(said) - len(said.lstrip())
            last = start + len(words)
            first, after = bisect_right(starts, start) - 1, bisect_left(starts, last)
            nodes = (
                run
                if (start, last) == (0, len(text))
                else _cut(run[first:after], start - starts[first], last - starts[first])
            )
            yield text[end:start], nodes, " ".join(words.split())
            end = last


def _stops(line: str) -> list[int]:
    """Return where a sentence ends and the next one begins with a capital.

    The dot of “art. 6”, of an abbreviation or of an address ends none. Signs alone are no sentence, and of more than MOST the
    rest is one: each is shown with its reasons, so that a field of exclamation marks would give megabytes.
    """
    stops: list[int] = []
    seen, has_words = 0, False
    for found in END.finditer(line):
        has_words = has_words or any(sign.isalnum() for sign in line[seen : found.end()])
        seen = found.end()
        if has_words and len(stops) < MOST - 1 and _begins(line, seen) and is_end(line, found):
            stops.append(seen)
            has_words = False
    return stops


def _begins(line: str, place: int) -> bool:
    first = FIRST.match(line, place)
    return first is not None and not first[1].islower()


def _words(nodes: Iterable[d.Inline]) -> str:
    return "".join(_text(node) for node in nodes)


def _text(node: d.Inline) -> str:
    if isinstance(node, d.Text | d.Value):
        return node.text
    return f"[{node.label}]" if isinstance(node, d.Gap) else _words(node.children)


def _hidden(run: tuple[d.Inline, ...]) -> str:
    """Return the words, as long as they are, with capitals in place of all in which a dot means nothing.

    Such are names, addresses, numbers, laws and links.
    """
    line = "".join(map(_seen, run))
    return LITERAL.sub(lambda found: "X" * len(found[0]), line)


def _seen(node: d.Inline) -> str:
    text = _text(node)
    if isinstance(node, d.Gap | d.Dfn) or isinstance(node, d.Value) and LEFT_OUT.fullmatch(node.path):
        return "X" * len(text)
    if isinstance(node, d.Link):  # it stays in one piece, but a sentence may end with it
        return "X" * (len(text) - 1) + text[-1:]
    return text if isinstance(node, d.Text | d.Value) else "".join(map(_seen, node.children))


def _cut(nodes: Iterable[d.Inline], start: int, stop: int) -> tuple[d.Inline, ...]:
    """Return what of these nodes lies between two places in their words."""
    found, at = [], 0
    for node in nodes:
        size = len(_text(node))
        low, high = max(start - at, 0), min(stop - at, size)
        at += size
        if low >= high:
            found += (
                [node] if start < at < stop and not size else []
            )  # an answer that the words rest on and do not print
            continue
        if (low, high) == (0, size):
            found.append(node)
        elif isinstance(node, d.Text | d.Value):
            found.append(replace(node, text=node.text[low:high]))
        else:
            assert not isinstance(node, d.Gap)  # no sentence ends in the words of a gap
            found.append(replace(node, children=_cut(node.children, low, high)))
    return tuple(found)
