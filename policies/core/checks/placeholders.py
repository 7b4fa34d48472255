"""Empty places of a sample text that nobody filled in. The words are in clauses/catalogue/placeholders.yaml.

Only signs around a word of that list block: a real name may hold brackets, an x or an ellipsis, and so may the name of a cookie.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.checks.texts import LONGEST, Phrase, pattern_of, phrase_findings

PLACEHOLDER = CheckRule("5.1.a-placeholder", "error", "5.1.a", "CHK-65")
LEFT_OVER = CheckRule("5.1.a-left-over", "warning", "5.1.a", "CHK-65")

DOTS = r"(?:\.{3,}+|…++)"
LINE = r"(?<![_.…])(?:_{2,}+|\.{4,}+|…{2,}+)"  # a line to write on
OTHER = re.compile(r"[\[<{«‹〈【…]|\.\.\.|__")  # a sign of an empty place that is no round bracket
AT_END = re.escape("*")
BRACKETS = (
    (r"\[{1,2}", r"\]{1,2}"),
    (r"<{1,2}", r">{1,2}"),
    (r"\{{1,2}", r"\}{1,2}"),
    ("«", "»"),
    ("[‹〈【]", "[›〉】]"),
)


@dataclass(frozen=True)
class Placeholder(Phrase):
    """An empty place. `in_round` is what of `says` a round bracket alone calls for: many sentences have such a bracket, few another of the signs."""

    in_round: str = r"(?!)"

    def in_sentence(self, sentence: str) -> bool:
        """Return whether one sentence holds it, as any phrase, without trying what cannot be there."""
        return (
            super().in_sentence(sentence)
            if OTHER.search(sentence)
            else bool(pattern_of(self.in_round).search(sentence[:LONGEST]))
        )


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about empty places of a sample text that nobody filled in."""
    yield from phrase_findings(review, phrases_of(review.library.catalogue))


def phrases_of(catalogue: Mapping[str, Any]) -> tuple[Phrase, Phrase]:
    """Return the phrase that blocks and the phrase that only asks a question, by the words of the catalogue."""
    words = catalogue["placeholders"]
    return _phrases(*(tuple(words[part]) for part in ("words", "fill", "beside", "doubtful")))


@cache
def _phrases(
    words: Sequence[str], fill: Sequence[str], beside: Sequence[str], doubtful: Sequence[str]
) -> tuple[Phrase, Phrase]:
    filled = "|".join(map(re.escape, fill))
    word = "|".join([*(re.escape(one).replace(AT_END, r"[^\W_]*") for one in words), filled])
    word = f"(?:{word})"
    glue = rf"(?:{word}|{'|'.join(map(re.escape, beside))})"
    some = rf"(?:{glue}[ ,/_+-]+)*{word}(?:[ ,/_+-]+{glue})*"
    says = [rf"(?<![\w.]){left}\s*{DOTS}?\s*{some}[ :.…_]*{right}" for left, right in BRACKETS]
    says += [
        rf"(?<![.…]){DOTS}\s*\b{some}\b\s*{DOTS}",
        rf"\b{word}\s*:\s*(?:{DOTS}|__)",
        rf"(?<!\w)__\s*\(?{some}(?![^\W_])",
        rf"\b{word}\)?\s*{LINE}",
        rf"{LINE}\s*\(?{some}\b\)?",
    ]
    round_ = [
        rf"\(\s*(?=[^()]{{0,60}}\b(?:{filled})\b){some}[ :.…_!]*\)",
        rf"\(\s*(?:[.…_ ]+|vul )(?:hier )?{some}(?: in)?[ .…_!]*\)",
        rf"^\s*\({some}\)\s*$",
        rf"(?-i:(?<![A-Z] )\((?=[^a-zà-ÿ()]{{1,60}}\)))(?!(?:url|kvk|nr|e-?mail|gsm|tel\.?)\)){some}\)",
    ]
    return _unfilled(says, round_), _left_over(some, filled, doubtful)


def _left_over(some: str, filled: str, doubtful: Sequence[str]) -> Phrase:
    """Return what looks like a blank and may be meant so. `some` and `filled` are patterns of words that ask to be filled in."""
    asks = [
        rf"\b(?:{'|'.join(map(re.escape, doubtful))})\b",
        r"(?<![\w-])x{3,}+(?![\w-])(?!\s+(?-i:[A-Z]))",
        rf"\[\s*(?:{DOTS}|x+|_+|\?+)?\s*\]",
        r"\{\{[^}]{1,80}\}\}",
        r"(?<!\w)_{4,}",
        r"\.{5,}",
        r"…{2,}",
        r"^\W*(?:test|asdf\w*|qwerty|azerty|blabla|\?{2,})\W*$",
        rf"^\W*vul (?:hier )?{some} in\W*$",
        rf"^\W*(?:nog )?(?:{filled})\W*$",
        r"(?<![\w-])xx([-/.])xx\1x{2,4}(?![\w-])",
        r"\bdd([-/.])mm\2(?:jj|yy){1,2}\b",
        rf"(?<![\w%#@$])(?P<sign>%%?|##?|@@|\$\$?){some}(?P=sign)(?!\w)",
    ]
    return Phrase(
        LEFT_OVER,
        "[|{{|____|.....|……|xx|test|asdf|qwerty|azerty|blabla|??|vul|%|#|@@|$|dd|" + "|".join(doubtful),
        "|".join(asks),
        "Dit lijkt een lege plek uit een voorbeeldtekst.",
        "Vul ze in of haal ze weg. Hoort dit zo, schrijf dan waarom.",
        _is_no_name,
    )


def _unfilled(says: Sequence[str], round_: Sequence[str]) -> Placeholder:
    """Return what is surely a blank: `says` are patterns of it, `round_` those in round brackets."""
    return Placeholder(
        PLACEHOLDER,
        "[|<|{|«|‹|〈|【|...|…|__|(",
        "|".join([*says, *round_]),
        "Hier staat nog een lege plek uit een voorbeeldtekst.",
        "Vul ze in of haal ze weg.",
        _is_no_code,
        in_round="|".join(round_),
    )


def _is_no_code(review: Review, path: str) -> bool:
    return path not in review.codes


def _is_no_name(review: Review, path: str) -> bool:
    """Return whether a text is no name, which may hold anything.

    A text that holds the name of the company or of a recipient with three x's counts as a name too.
    """
    return not review.is_name(path) and path not in review.codes and not review.is_named_xxx
