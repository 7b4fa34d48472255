"""How long a text says that data stay, tied to the activity that the sentence, the row, the label or the heading speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import takewhile

from policies.core.facts.periods import HALVES, NUMBER_OF, UNIT_OF, read
from policies.core.language.word_patterns import normal
from policies.core.reading.text import SourceSentence
from policies.core.recognise.affirmed import NEGATION, AffirmedText
from policies.core.recognise.found import RetentionPeriod

LENGTH = re.compile(
    rf"(?<![^ ])(?:(?P<number>\d{{1,3}}|{'|'.join(NUMBER_OF)}) (?:volle |hele )?(?P<unit>{'|'.join(UNIT_OF)}) |(?P<half>{'|'.join(HALVES)}) )"
)
AGAIN = re.compile(rf" \((?:\d{{1,3}}|{'|'.join(NUMBER_OF)})\)", re.IGNORECASE)  # “tien (10) jaar”
RANGE = re.compile(
    rf"(?:\d{{1,3}}|{'|'.join(NUMBER_OF)}) (?:(?:{'|'.join(UNIT_OF)}) )?(?:of|à|a) $|(?:\d{{1,3}}|{'|'.join(set(NUMBER_OF) - {'een'})}) tot $"
)
PIECES = re.compile(r"[;,.()–]|:(?= )")
START = re.compile(r"(?<![^ ])(?:na|nadat|vanaf|sinds) ")  # what follows is when one begins to count
# Words right before a period that say that it is no exact one.
BOUNDS = {
    "at_most": re.compile(
        r"(?<![^ ])(?:maximaal|maximum|ten hoogste|hoogstens|hooguit|ten laatste|niet langer dan|nooit langer dan) $"
    ),
    "at_least": re.compile(r"(?<![^ ])(?:minstens|minimaal|minimum|ten minste|tenminste|niet korter dan) $"),
    "usually": re.compile(r"(?<![^ ])(?:meestal|gewoonlijk|doorgaans|normaal|in principe|in de regel) $"),
}
LABEL = re.compile(r"\[(.{2,80})\]")
NUMBERED = re.compile(r"(\d{1,2}\.\d{1,2}) \w")
POINTERS = re.compile(
    r"(?<=[:;] )(?:Voor: )?(?:\d{1,2}\.\d{1,2}(?: \([^)]*\))?(?:, |\.?$))+$"
)  # “1 jaar na de offerte: 3.9, 3.11 (facturen)”
POINTER = re.compile(r"\d{1,2}\.\d{1,2}(?=[ ,.]|$)")
MOST = 3  # activities that one period may be about; a heading over more than these speaks of none


class PeriodFinder:
    """The periods of a text for these activities: ids with the words that say what a period is about."""

    def __init__(self, affirmed: AffirmedText, about: Mapping[str, re.Pattern[str]]) -> None:
        self.affirmed, self.about = affirmed, about
        self.sentences = affirmed.reading.sentences
        self.numbered = {
            found[1]: one.text
            for one in self.sentences
            if one.kind == "heading" and (found := NUMBERED.match(one.text))
        }
        self.heads = [one for one in self.sentences if one.kind == "heading"]
        self.under = affirmed.matching(affirmed.rules.under)
        self.labels = {
            one.number: found[1]
            for one in self.sentences
            if one.text[0] == "[" and (found := LABEL.fullmatch(one.text))
        }

    def periods(self) -> Iterator[tuple[int, RetentionPeriod]]:
        """Yield each period with the number of its sentence, in reading order; an activity has the first that the text gives for it.

        Under one heading it has the first whose data are what the activity is about: the log beside the figures of visits is kept
        for another reason.
        """
        told: dict[str, tuple[int, RetentionPeriod, bool]] = {}
        for number, part, one, itself in self._periods_by_sentence():
            known = told.get(one)
            if (
                known is None
                or itself
                and not known[2]
                and self.sentences[known[0]].section == self.sentences[number].section
            ):
                told[one] = (number, RetentionPeriod(part.number, part.unit, one, part.bound), itself)
        yield from ((number, period) for number, period, _ in sorted(told.values(), key=lambda row: row[0]))

    def _periods_by_sentence(self) -> Iterator[tuple[int, "_PeriodInSentence", str, bool]]:
        """Yield every period with the number of its sentence and each activity.

        Last comes whether the data of that period are what the activity is about.
        """
        rules = self.affirmed.rules
        for number in sorted(self.affirmed.matching(rules.kept) - self.affirmed.matching(rules.not_kept)):
            sentence = self.sentences[number]
            if sentence.kind == "heading" or not self.affirmed.counts(number) or NEGATION.search(sentence.lead):
                continue
            above = self._data_before(sentence)
            for part, activities in self._of(sentence):
                own = self._topics(part.before) or self._topics(above)
                yield from ((number, part, one, one in own) for one in activities)

    def _data_before(self, sentence: SourceSentence) -> str:
        """Return the words that “Wij bewaren dit 2 maanden” points back to.

        They are what its own paragraph names before it, or else the list that ends right above it.
        """
        if sentence.kind == "item":
            return ""
        before = [one for one in self.affirmed.reading.pieces[sentence.piece] if one.number < sentence.number]
        if not before:
            before = [
                *takewhile(
                    lambda one: one.kind == "item" and one.section == sentence.section,
                    reversed(self.sentences[: sentence.number]),
                )
            ]
        return normal(" ".join(one.text for one in before))

    def _of(self, sentence: SourceSentence) -> Iterator[tuple["_PeriodInSentence", list[str]]]:
        """Yield each period of a sentence with its activities.

        What stands before a period says what it is about; then its surroundings; then what follows. Where the heading is about
        another activity than the words themselves, nobody can tell.
        """
        pointed = POINTERS.search(sentence.text) if self.numbered else None
        if pointed:
            for part in _parts(sentence.text[: pointed.start()]):
                yield part, self._pointed(pointed[0])
                return
        parts, around = list(_parts(sentence.text)), self._around(sentence)
        if sentence.number in self.under:
            yield from ((part, around) for part in parts)
            return
        if len(parts) > 1 and not self._topics(parts[0].before) and self._topics(parts[0].after):
            for part in parts:  # “7 jaar voor facturen en 1 maand voor camerabeelden”
                yield part, self._topics(part.after)
            return
        for part in parts:
            topics = self._topics(START.split(part.before)[0]) or self._topics(part.before)
            if topics and around and not set(topics) & set(around):
                continue
            alone = (around or self._topics(part.after)) if len(parts) == 1 else []
            yield part, topics or alone

    def _pointed(self, words: str) -> list[str]:
        """Return the activities of the headings that a row points back to by number."""
        headings = (self.numbered.get(number, "") for number in POINTER.findall(words))
        return [name for heading in headings for name in self._topics(normal(heading))]

    def _topics(self, words: str) -> list[str]:
        found = [name for name, regex in self.about.items() if regex.search(words)]
        return found if len(found) <= MOST else []

    def _around(self, sentence: SourceSentence) -> list[str]:
        """Return the activities of the line above a list, of the label above the paragraph, or of the heading."""
        label = next(
            (
                self.labels[n]
                for n in range(sentence.number, sentence.number - 30, -1)
                if n in self.labels and self.sentences[n].section == sentence.section
            ),
            "",
        )
        return (
            self._topics(normal(sentence.lead))
            or self._topics(normal(label))
            or ([] if label else self._topics(normal(self._heading(sentence))))
        )

    def _heading(self, sentence: SourceSentence) -> str:
        """Return the heading over a sentence; where that is a label that names no activity, the one before it."""
        heading = sentence.heading
        for one in reversed(self.heads[: bisect_right(self.heads, sentence.number, key=lambda head: head.number)]):
            heading = one.text
            if one.number not in self.affirmed.through:
                break
        return heading


class _PeriodInSentence:
    """One period in a sentence, with the words before and after it as patterns see them."""

    def __init__(self, number: int, unit: str, before: str) -> None:
        self.number, self.unit, self.before, self.after = number, unit, before, ""
        self.bound = next((bound for bound, said in BOUNDS.items() if said.search(before)), None)


def _parts(text: str) -> Iterator[_PeriodInSentence]:
    before, last = "", None
    for piece in PIECES.split(AGAIN.sub("", text)):
        words, start = normal(piece), 0
        why = last is not None and words.startswith(
            "om "
        )  # “2 maanden, om twee maanden te vergelijken”: a reason has no term
        for found in () if why else LENGTH.finditer(words):
            between = before + words[start : found.start()]
            before, start = "", found.end()
            if RANGE.search(words[: found.start()]):
                continue
            if last:
                yield last
            last = _PeriodInSentence(*_value(found), between)
            follows = LENGTH.search(words, start)
            last.after = words[start : follows.start() if follows else None]  # up to the next comma
        before += words[start:]
    if last:
        yield last


def _value(found: re.Match[str]) -> tuple[int, str]:
    if found["half"]:
        return HALVES[found["half"]]
    return read(found["number"], found["unit"])
