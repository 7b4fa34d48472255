"""How easy a text reads: the formula of Flesch as Douma set it for Dutch, per section and whole, with the sentences that weigh most.

Art. 12.1 asks for clear and plain language and names no measure. A formula is an indication, no proof: it counts syllables and words and
understands nothing. docs/plain-dutch.md says what is counted and why.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import pyphen

from . import document as d

LEAST_WORDS, LEAST_SENTENCES = 50, 3  # under these a score says more about chance than about the text
LONGEST = 25  # words in one sentence
SHORT, IN_A_ROW = 5, 3  # this many sentences of fewer words than that: the text stammers
GOOD, HARD = 60, 50  # above the first B1 readers keep up; below the second many give up
TARGET, TARGET_OF_SECTION = 65, 50
SECTION_WORDS, SECTION_SENTENCES = 100, 5  # a section is held to its target from this length

# Values that are names, addresses, numbers or laws, by the path of their fact. A shop cannot choose shorter words for these.
LEFT_OUT = re.compile(
    r"catalogue\.authorities\..*|.*\.law|([\w-]+\.)*(email|phone|fax|url|websites|address|[a-z]+_(email|url|address))"
    r"|controller\.(legal_name|trade_names|parent_name|[a-z_]+_number|register_court|seat_[a-z]+)"
    r"|(contact|dpo)\.name|representative\..*|(joint_controllers|ai_systems)\.[^.]+\.name|recipients\.[^.]+\.(name|entity)"
    r"|cookies\.placed\.[^.]+\.(name|provider)|links\.profiles\..*"
)
# The same inside running text. What repeats has a bound, so that a strange text costs no more than a long one.
_NUMBER = r"[IVXL]*\.?\d+[\w.:/-]*(?<![.:/-])"
_LAW = (
    r"AVG|GDPR|UAVG|WER|AWR|Tw|BW|Wetboek van [a-z-]+(?: [a-z-]+)?|[A-Z][a-z-]*wet(?:boek)?|Telecommunicatiewet"
    r"|(?:de )?[Ww]et van \d+ [a-z]+ \d{4}|KB van \d+ [a-z]+ \d{4}"
)
LITERAL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"  # e-mail
    r"|https?://[^\s<>()]*[^\s<>().,;:!?]|\bwww\.[^\s<>()]*[^\s<>().,;:!?]|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:be|nl|com|org|net|eu|example)\b(?:/[^\s<>()]*[^\s<>().,;:!?])?"
    rf"|\b(?:[Aa]rt\.|[Aa]rtikel(?:en)?) ?{_NUMBER}(?:(?:,| en| tot(?: en met)?| lid| onder| punt| §) ?(?:{_NUMBER}|[a-z]\b))*(?: en volgende)?"
    rf"(?:,? (?:van (?:de |het )?)?(?:{_LAW})(?!\w))?"
    rf"|\b(?:{_LAW})(?!\w)(?<!AVG)(?<!GDPR)(?<!BW)"  # a bare “AVG” is a word like another
    r"|\b(?:[Vv]erordening|[Rr]ichtlijn|(?:[Uu]itvoerings)?[Bb]esluit) \(?E[UG]\)? ?(?:nr\. ?)?\d+/\d+|\b\d{2,4}/\d+/E[GU]\b"
    r"|\b(?:BE ?)?[01]\d{3}\.\d{3}\.\d{3}\b|\bNL\d{9}B\d\d\b|(?<![\w.])\+?\d[\d ./()-]{7,20}\d(?![\w.]*\w)"  # numbers of registers and telephones
)
_OPEN, _CLOSE = "\ue000", "\ue001"  # around what is left out; of no alphabet, so no text needs them
MARKED = re.compile(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}")
WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W_]+(?:[-'’][^\W_]+)*")
SPELLED = re.compile(r"([A-Z]{2,5})(?:['’](?:s|en|er))?")
END = re.compile(r"(?<![.!?…])([.!?…]+)[\"”’')\]»]*(?=\s|$)")
# After these more follows, also when that begins with a capital.
ABBREVIATED = frozenset(
    "art nr nrs bv bijv o.a o.m d.w.z m.b.t i.v.m t.a.v t.o.v t.g.v i.p.v i.h.b m.i.v t.e.m t/m n.a.v z.g incl excl ca max min vgl resp blz p evt tel"
    " dhr mevr mw dr mr prof ir ing drs st afd zgn nl ong".split()
)
# These may end a sentence: they do when a capital follows. So do B.V., N.V. and the like.
MAY_END = frozenset("enz etc e.d e.a a.u.b s.v.p".split())
OPENING = " \"“‘'([«"  # what may stand before the first word of a sentence
PARTING = re.compile(r"[\s(“\"‘'\[«]")  # what a word begins after
LIST_MARK = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Sentence:
    """One sentence as it reads, with what counts of it. `kind` is text, labelled (in a card), item, term or meaning; `clause` the id of who said it, or empty."""

    text: str
    words: int
    syllables: int
    kind: str = "text"
    clause: str = ""

    @property
    def is_short(self) -> bool:
        """As the eye sees it: a name or an address makes a sentence longer, though it does not count for the score."""
        return len(self.text.split()) < SHORT


@dataclass(frozen=True)
class Measured:
    """The sentences of a text in their order, and what follows from them."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        return sum(sentence.words for sentence in self.sentences)

    @property
    def score(self) -> float | None:
        """Flesch-Douma: 206.84 − 77 × syllables per word − 0.93 × words per sentence. None for a text too short to judge."""
        if self.words < LEAST_WORDS or len(self.sentences) < LEAST_SENTENCES:
            return None
        syllables = sum(sentence.syllables for sentence in self.sentences)
        return 206.84 - 77 * syllables / self.words - 0.93 * self.words / len(self.sentences)

    @property
    def longest(self) -> Sentence | None:
        return max(self.sentences, key=lambda sentence: sentence.words, default=None)

    @property
    def long(self) -> tuple[Sentence, ...]:
        """The sentences over 25 words."""
        return tuple(sentence for sentence in self.sentences if sentence.words > LONGEST)

    @property
    def stammers(self) -> tuple[tuple[Sentence, ...], ...]:
        """Three or more sentences in a row, each under five words, in running text. A list or a row of labels is short on purpose and breaks a row."""
        rows: list[list[Sentence]] = [[]]
        for sentence in self.sentences:
            if sentence.is_short and sentence.kind == "text":
                rows[-1].append(sentence)
            elif rows[-1]:
                rows.append([])
        return tuple(tuple(row) for row in rows if len(row) >= IN_A_ROW)


@dataclass(frozen=True)
class Part:
    """One section of a statement, measured."""

    key: str
    title: str
    measured: Measured

    @property
    def is_held(self) -> bool:
        """Whether it is long enough for the target of a section."""
        return self.measured.words >= SECTION_WORDS and len(self.measured.sentences) >= SECTION_SENTENCES


@dataclass(frozen=True)
class Reading:
    """A whole statement, measured: all of it, and section by section."""

    whole: Measured
    parts: tuple[Part, ...]


def of_document(document: d.Document) -> Reading:
    """How a statement reads. Headings and tables are no sentences; names, addresses, register numbers and law citations are not counted."""
    parts = tuple(Part(section.key, d.plain(section.title), Measured(tuple(_said(section)))) for section in document.sections)
    if document.summary:
        parts = (Part("kort", document.word("summary"), Measured(tuple(_said(document.summary)))), *parts)
    return Reading(Measured(tuple(sentence for part in parts for sentence in part.measured.sentences)), parts)


@lru_cache(maxsize=512)  # at every check of a company again, and few texts changed since
def of_text(text: str) -> Measured:
    """How a text reads that somebody typed. An empty line or a list mark begins a new piece; a single line end is a space."""
    pieces: list[str] = []
    for paragraph in re.split(r"\n\s*\n", _clean(text)):
        for line in paragraph.split("\n"):
            mark = LIST_MARK.match(line)
            if mark or not pieces or pieces[-1] == "":
                pieces.append(line[mark.end() :] if mark else line)
            else:
                pieces[-1] += f" {line}"
        pieces.append("")
    return Measured(tuple(sentence for piece in pieces for sentence in _sentences(_marked(piece), "text", "")))


def in_words(score: float | None) -> str:
    """What a score means to somebody who has never heard of Flesch."""
    if score is None:
        return "te kort om te meten"
    return "goed te lezen" if score >= GOOD else "pittig" if score >= HARD else "moeilijk"


def shortened(text: str, most: int = 80) -> str:
    """The beginning of a sentence, to quote it; whole words, with an ellipsis where something fell away."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


@lru_cache(maxsize=65_536)  # every word of our own texts, and no more of a stranger's than memory bears
def syllables(word: str) -> int:
    """By the hyphenation of pyphen; an abbreviation in capitals is spelled, a number is read at one glance."""
    return sum(_syllables(part) for part in word.split("-"))


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")


def _syllables(part: str) -> int:
    if part[:1].isdigit():
        return 1
    if spelled := SPELLED.fullmatch(part):
        return len(spelled[1])
    dictionary = _dictionary()
    found = len(dictionary.positions(part.replace("’", "'")))
    dictionary.hd.cache.clear()  # it would keep every word that anybody ever sent; `syllables` keeps enough
    return found + 1


def _said(root: Any) -> Iterator[Sentence]:
    """Every sentence of a section. A clause holds all that follows it until the next one; what is none of these nodes is no sentence."""
    clause, label = "", ""
    for node in d.nodes(root):
        if isinstance(node, d.Clause):
            clause = node.clause
        elif isinstance(node, d.Line):
            label = d.plain(node.label)
        elif isinstance(node, d.Paragraph):
            yield from _labelled(label, _read(node.children, "text", clause))
            label = ""
        elif isinstance(node, d.Item):
            yield from _read(node.children, "item", clause)
        elif isinstance(node, d.Term):  # a label stands apart from what it labels
            yield from _read(node.term, "term", clause)
            yield from _read(node.meaning, "meaning", clause)


@lru_cache(maxsize=4096)  # after one changed answer nearly everything reads as it did
def _read(inlines: tuple[Any, ...], kind: str, clause: str) -> tuple[Sentence, ...]:
    return tuple(_sentences(_text(inlines), kind, clause))


def _labelled(label: str, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The first sentence behind the label of a card reads as “Van wie: klanten.”, and a new line of a card begins a new row."""
    for place, sentence in enumerate(sentences):
        yield replace(sentence, text=f"{label}: {sentence.text}", kind="labelled") if label and not place else sentence


def _text(inlines: Iterable[Any]) -> str:
    """Inline nodes as one line, with marks around what does not count."""
    parts = []
    for node in d.nodes(tuple(inlines)):
        if isinstance(node, d.Text):
            parts.append(_clean(node.text))
        elif isinstance(node, d.Value):
            parts.append(f"{_OPEN}{_clean(node.text)}{_CLOSE}" if LEFT_OUT.fullmatch(node.path) else _clean(node.text))
        elif isinstance(node, d.Gap):
            parts.append(f"{_OPEN}[{_clean(node.label)}]{_CLOSE}")
    return _marked("".join(parts))


def _clean(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _marked(text: str) -> str:
    """The same with marks around addresses, numbers and laws, outside the marks that are there."""
    return re.sub(f"{MARKED.pattern}|{LITERAL.pattern}", lambda found: found[0] if found[0].startswith(_OPEN) else f"{_OPEN}{found[0]}{_CLOSE}", text)


def _sentences(marked: str, kind: str, clause: str) -> Iterator[Sentence]:
    """The sentences of one paragraph, item, term or meaning. One that counts no word, such as a bare address, is none."""
    hidden = MARKED.sub(lambda found: "x" * len(found[0]), marked)
    start = 0
    for stop in [*(found.end() for found in END.finditer(hidden) if is_end(hidden, found)), len(marked)]:
        words = WORD.findall(MARKED.sub(" ", marked[start:stop]))
        if words:
            yield Sentence(" ".join(_clean(marked[start:stop]).split()), len(words), sum(map(syllables, words)), kind, clause)
        start = stop


def is_end(line: str, found: re.Match[str]) -> bool:
    """Whether this mark ends a sentence. The dot of “art.”, “nr.”, an initial or a numbered line does not."""
    after, before = found.end(), found.start()
    while after < len(line) and line[after] in OPENING:
        after += 1
    if after == len(line) or found[1][0] in "!?":
        return True
    goes_on = line[after].islower()
    if len(found[1]) > 1 or found[1] == "…":
        return not goes_on
    while before and not PARTING.match(line, before - 1):
        before -= 1
    token = line[before : found.start()]
    name = token[:1].lower() + token[1:]
    if name in ABBREVIATED or re.fullmatch(r"[A-Z]", token):
        return False
    if name in MAY_END or re.fullmatch(r"(\w\.)+\w", token):
        return not goes_on
    while before and line[before - 1].isspace():
        before -= 1
    return not token.isdigit() or not goes_on and line[before - 1 : before] not in {"", ".", "!", "?", ":", ";"}
