"""A text → its sentences, with the words and syllables that count of each. Names, addresses, numbers and laws between marks are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import pyphen

SHORT = 5  # a sentence of fewer words is short
# What does not count inside running text. What repeats has a bound, so that a strange text costs no more than a long one.
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
OPEN, CLOSE = "\ue000", "\ue001"  # around what is left out; of no alphabet, so no text needs them
MARKED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
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
FIRST = re.compile(rf"[{re.escape(OPENING)}]*+([^{re.escape(OPENING)}])", re.DOTALL)
TOKEN = 80  # characters: no abbreviation is longer
LIST_MARK = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class CountedSentence:
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


@lru_cache(maxsize=65_536)  # every word of our own texts, and no more of a stranger's than memory bears
def syllables(word: str) -> int:
    """Return the number of syllables by the hyphenation of pyphen; an abbreviation in capitals is spelled, a number counts as one."""
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


def cleaned(text: str) -> str:
    """Return a text without the two characters that mark what is left out."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def marked(text: str) -> str:
    """Return the text with marks around addresses, numbers and laws, outside the marks that are there."""
    return re.sub(
        f"{MARKED.pattern}|{LITERAL.pattern}",
        lambda found: found[0] if found[0].startswith(OPEN) else f"{OPEN}{found[0]}{CLOSE}",
        text,
    )


def sentences(marked_text: str, kind: str = "text", clause: str = "") -> Iterator[CountedSentence]:
    """Yield the sentences of one paragraph, item, term or meaning.

    One that counts no word, such as a bare address, is none. `kind` and `clause` go on each sentence.
    """
    hidden = MARKED.sub(lambda found: "x" * len(found[0]), marked_text)
    start = 0
    for stop in [*(found.end() for found in END.finditer(hidden) if is_end(hidden, found)), len(marked_text)]:
        words = WORD.findall(MARKED.sub(" ", marked_text[start:stop]))
        if words:
            yield CountedSentence(
                " ".join(cleaned(marked_text[start:stop]).split()), len(words), sum(map(syllables, words)), kind, clause
            )
        start = stop


def is_end(line: str, found: re.Match[str]) -> bool:
    """Return whether this mark ends a sentence. The dot of “art.”, “nr.”, an initial or a numbered line does not."""
    rest = FIRST.match(line, found.end())
    if not rest or found[1][0] in "!?":
        return True
    goes_on = rest[1].islower()
    if len(found[1]) > 1 or found[1] == "…":
        return not goes_on
    near = line[
        max(0, found.start() - TOKEN) : found.start()
    ]  # no more of the line: a text of nothing but dots costs no more than its length
    token = re.split(r"[\s(“\"‘'\[«]", near)[-1]
    name = token[:1].lower() + token[1:]
    if name in ABBREVIATED or re.fullmatch(r"[A-Z]", token):
        return False
    if name in MAY_END or re.fullmatch(r"(\w\.)+\w", token):
        return not goes_on
    before = near.removesuffix(token).rstrip()
    return not token.isdigit() or not goes_on and before[-1:] not in {"", ".", "!", "?", ":", ";"}


def parted(text: str) -> list[str]:
    """Return a text in its sentences as they were typed; one that counts no word is one too."""
    hidden = LITERAL.sub(lambda found: "x" * len(found[0]), text)
    stops = [0, *(found.end() for found in END.finditer(hidden) if is_end(hidden, found)), len(text)]
    return [said for start, stop in zip(stops, stops[1:], strict=False) if (said := text[start:stop].strip())]
