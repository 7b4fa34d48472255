"""Which sentences of a text really say something: not those that deny it, point elsewhere, or speak of somebody else."""

import re
from collections.abc import Iterable

from policies.core.language.word_patterns import Pattern, normal
from policies.core.reading.report import quote
from policies.core.reading.text import SourceIndex, SourceSentence
from policies.core.recognise.rules import NamePattern, RecognitionRule, RecognitionRules

NEGATION = re.compile(
    r"\b(?:geen|niet|nooit|niemand|nergens|niets|nee|neen|evenmin|noch)\b"
    r"(?! (?:alleen|enkel|uitsluitend|slechts|langer dan|meer dan|later dan|andere?\b|alles\b|op tijd|tijdig|betaald))",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"(?<!\bbelang)[?:;]\s*(?:nee|neen|geen|niet)\b", re.IGNORECASE
)  # “Camera's? Nee.” and “Nieuwsbrief: geen”, not “(belang: geen schade)”
# Where what is denied ends. A comma in a list of names does not end it: “geen Hotjar, Clarity of Mailchimp”.
SUBJECT = "wij|we|ik|u|je|jij|men|is|zijn|wordt|worden|hebben|heeft|kan|kunt|kunnen|mag|mogen|moet|moeten|gaat|gaan|die|dat|dan|alleen|enkel|wel|daar|gebruiken|sturen"
PIECES = re.compile(
    rf"[;:()!?–]|,(?= [^,]*\b(?:{SUBJECT})\b)|\b(?:maar|tenzij|behalve|want|omdat|zodat)\b|\ben (?=(?:wij|we|ik|gebruiken|sturen|delen|bewaren|geven|werken|vragen)\b)",
    re.IGNORECASE,
)


class AffirmedText:
    """The sentences of a text that say something without denying it. Sentences are named by their number."""

    def __init__(self, reading: SourceIndex, rules: RecognitionRules) -> None:
        self.reading, self.rules = reading, rules
        self.ignored, self.through = self.matching(rules.ignored), self.matching(rules.through)

    def matching(self, patterns: Iterable[Pattern]) -> set[int]:
        """Return the sentences that one of these patterns describes, whether they count or not."""
        return {number for pattern in patterns for number in self.reading.matching(pattern)}

    def first(self, words: RecognitionRule) -> int | None:
        """Return the first sentence by which something is recognised, None without one; a heading only where no sentence says it."""
        found = (
            {number for pattern in words.says for number in self.saying(pattern)}
            if words.says and not words.strict
            else set()
        )
        found |= {number for name in words.names for number in self.naming(name)}
        strict = {number for name in words.strict for number in self.naming(name)}
        if strict and words.says:
            strict &= {number for pattern in words.says for number in self.saying(pattern)}
        return min(
            found | strict, key=lambda number: (self.reading.sentences[number].kind == "heading", number), default=None
        )

    def saying(self, pattern: Pattern) -> Iterable[int]:
        """Yield the sentences that a pattern describes and that say what it is about."""
        for number in self.reading.matching(pattern):
            if self.counts(number) and self._affirmed(number, pattern.parts[0].regex):
                yield number

    def naming(self, name: NamePattern) -> Iterable[int]:
        """Yield the sentences in which a name stands and that do not say that it is absent."""
        index = self.reading.index
        words = {
            name.first,
            *(
                word
                for word in index.like(f"{name.first}*")
                if word[len(name.first) : len(name.first) + 1] in {"-", "_", "."}
            ),
        }
        for number in sorted(set().union(*(index.postings.get(word, ()) for word in words))):
            sentence = self.reading.sentences[number]
            if (
                name.regex.search(sentence.text)
                and self.counts(number)
                and any(name.regex.search(piece) for piece in self._pieces(sentence))
            ):
                yield number

    def counts(self, number: int) -> bool:
        """Return whether a sentence says something at all. A heading does when the sentence below it denies nothing."""
        sentence = self.reading.sentences[number]
        if number in self.ignored or sentence.points_elsewhere:
            return False
        if sentence.kind != "heading":
            return True
        below = self.below(number)
        return below is not None and not NEGATION.search(below.text) and not set("?,") & set(sentence.text)

    def below(self, number: int) -> SourceSentence | None:
        """Return the sentence right under a heading, None without one; a heading that only labels what follows may stand in between."""
        under = number + 2 if number + 1 in self.through else number + 1
        after = self.reading.sentences[under : under + 1]
        return after[0] if after and after[0].kind != "heading" else None

    def quote(self, number: int) -> str:
        """Return the sentence to show, of a heading with the one below."""
        sentence = self.reading.sentences[number]
        below = self.below(number) if sentence.kind == "heading" else None
        return quote(sentence, below.text if below else "").text

    def _affirmed(self, number: int, regex: re.Pattern[str] | None) -> bool:
        """Return whether the words still stand there when all that is denied is left out."""
        sentence = self.reading.sentences[number]
        if not NEGATION.search(sentence.shown):
            return True
        left = " ".join(self._pieces(sentence))
        return bool(regex and regex.search(normal(f"{sentence.lead} {left}")))

    def _pieces(self, sentence: SourceSentence) -> list[str]:
        """Return the pieces of a sentence that deny nothing."""
        if not NEGATION.search(sentence.shown):
            return [sentence.text]
        if NEGATION.search(sentence.lead) or REFUSED.search(sentence.text):
            return []
        return [piece for piece in PIECES.split(sentence.text) if not NEGATION.search(piece)]
