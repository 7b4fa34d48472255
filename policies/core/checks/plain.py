"""Plain Dutch in the user's own texts (art. 12.1): long sentences, hard reading, vague and stiff words. Nothing here blocks.

A sentence of the library is measured where it is written; what a person typed can only be measured here.
"""

import re
from collections.abc import Iterator

from policies.core.checks import purposes, recipients
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.language.readability import HARD as HARD_SCORE
from policies.core.language.readability import LONGEST, TextMeasure, of_text, shortened
from policies.core.language.vague_words import VagueWords, in_text, words_of

LONG = CheckRule("12.1-long-sentence", "info", "12.1", "CHK-60")
HARD = CheckRule("12.1-hard-text", "warning", "12.1", "CHK-60")
VAGUE = CheckRule("12.1-vague-word", "warning", "12.1", "CHK-60")
STIFF = CheckRule("12.1-stiff-word", "info", "12.1", "CHK-60")

# Purposes, tasks, sources and criteria have vague words of their own theme: one fault is told once.
TOLD = (
    (re.compile(r"activities\.[^.]+\.purposes\.[^.]+\.name"), purposes.VAGUE_PURPOSE),
    (re.compile(r"recipients\.[^.]+\.task"), recipients.VAGUE_WORDS),
)
ELSEWHERE = re.compile(r"(.*\.)?(source_detail|criterion)|.*\.law")  # and a law is called as it is called


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about long sentences, hard reading, and vague or stiff words (art. 12.1)."""
    words = words_of(review.library.catalogue["vague"])
    said = words.telling & review.prose_words
    holding = {review.texts[number] for number in review.index.holding(said)}
    words = VagueWords(tuple(word for word in words if not word.telling.isdisjoint(said)), said)
    for path, text in review.prose:
        if text.count(" ") >= LONGEST:  # most texts are a few words, and are done here
            yield from _reading(path, of_text(text))
        if (path, text) not in holding:
            continue
        for word, form, sentence in in_text(text, words):
            if not _told_elsewhere(path, text):
                rule = VAGUE if word.kind == "vaag" else STIFF
                yield rule.at(path, f"“{form}” {word.why}: “{shortened(sentence)}”.", word.instead)


def _told_elsewhere(path: str, text: str) -> bool:
    return bool(ELSEWHERE.fullmatch(path)) or any(where.fullmatch(path) and told.search(text) for where, told in TOLD)


def _reading(path: str, measured: TextMeasure) -> Iterator[Finding]:
    longest, worse = measured.longest, measured.ease.worse
    if longest is not None and longest.words > LONGEST:
        yield LONG.at(
            path,
            f"Deze zin heeft {longest.words} woorden: “{shortened(longest.text)}”.",
            "Maak er twee of drie zinnen van: één gedachte per zin.",
        )
    if worse is not None and worse < HARD_SCORE:
        told = f"Deze tekst is moeilijk te lezen: {measured.ease}, op een schaal waar 60 goed is. Dat is een indicatie."
        yield HARD.at(path, told, "Gebruik korte zinnen en gewone woorden.")
