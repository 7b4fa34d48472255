"""Rules on a Reading: for each item whether it is there, and the faults that the rules of words see."""

from collections.abc import Callable, Iterable

from policies.core.checks.texts import TextIndex
from policies.core.language.word_patterns import Pattern
from policies.core.reading.report import FOUND, MISSING, SHOWN, UNSURE, Fault, ItemResult, Quote, quote
from policies.core.reading.rules import FaultRule, ItemRule, ReadingRules
from policies.core.reading.text import SourceIndex

IN_BETWEEN = "In de tekst staat niets dat hierom vraagt."
HERE = "Deze woorden laten het zien."


class RuleJudge:
    """One text under the rules. Every item and every sign is looked up once."""

    def __init__(self, reading: SourceIndex, rules: ReadingRules, country: str | None) -> None:
        self.reading, self.rules, self.country = reading, rules, country
        self._items = {item.id: item for item in rules.items}
        self._results: dict[str, ItemResult] = {}
        self._signs: dict[str, bool] = {}
        self.texts = TextIndex([one.shown for one in reading.sentences])

    def results(self) -> tuple[ItemResult, ...]:
        """Return the result of every item, in the order of reading.yaml."""
        return tuple(self.result(item.id) for item in self.rules.items)

    def faults(self) -> list[Fault]:
        """Return the faults that the rules of words find, in the order of reading.yaml."""
        return [fault for rule in self.rules.faults if all(map(self.holds, rule.when)) for fault in self._fault(rule)]

    def result(self, name: str) -> ItemResult:
        """Return the result of an item, by its id. Raises KeyError for an item that does not exist."""
        if name not in self._results:
            self._results[name] = self._judge(self._items[name])
        return self._results[name]

    def holds(self, name: str) -> bool:
        """Return whether what a rule depends on is so: a sign, an item that was found, a country; ! turns it round."""
        if name.startswith("!"):
            return not self.holds(name[1:])
        if name in {"always", "depends"}:
            return name == "always"
        if name.startswith("item:"):
            return self.result(name[5:]).outcome == FOUND
        if name in {"BE", "NL"}:
            return self.country == name
        if name not in self._signs:
            self._signs[name] = bool(self._first(self.rules.signs[name])[1])
        return self._signs[name]

    def _judge(self, item: ItemRule) -> ItemResult:
        needed = any(map(self.holds, item.needed))
        there = [one for one in map(self.result, item.any) if one.outcome == FOUND]
        if there:
            doubt = item.alone.get(there[0].id) if len(there) == 1 else None
            return self._made(item, UNSURE if doubt else FOUND, needed, doubt or HERE, there[0].rule, there[0].quotes)
        for outcome, patterns, because in ((FOUND, item.says, HERE), (UNSURE, item.hints, item.unsure)):
            rule, numbers = self._first(patterns)
            if numbers:
                if item.backed and not any(map(self.holds, item.backed)):
                    outcome, because = UNSURE, item.unsure
                return self._made(item, outcome, needed, because, rule, self.quotes(numbers))
        return self._made(item, MISSING, needed, item.why if needed else f"{IN_BETWEEN} {item.why}", "", ())

    def _made(
        self, item: ItemRule, outcome: str, needed: bool, because: str, rule: str, quotes: tuple[Quote, ...]
    ) -> ItemResult:
        return ItemResult(
            item.id,
            item.theme,
            item.question,
            item.articles,
            outcome,
            needed,
            because,
            "" if outcome == FOUND else item.mend,
            rule,
            quotes,
        )

    def _first(self, patterns: Iterable[Pattern]) -> tuple[str, list[int]]:
        """Return the first pattern that describes some sentence, with the numbers of its sentences; an empty line and no number without one.

        A heading counts only with a text below it, and a pointer to another part not at all.
        """
        for pattern in patterns:
            numbers = [n for n in self.reading.matching(pattern) if self._tells(n)]
            if numbers:
                return pattern.source, numbers
        return "", []

    def _tells(self, number: int) -> bool:
        sentence = self.reading.sentences[number]
        return bool(self._below(number)) if sentence.kind == "heading" else not sentence.points_elsewhere

    def _below(self, number: int) -> str:
        """Return the sentence below a heading; empty for a heading that names several things, and so says none of them."""
        if "," in self.reading.sentences[number].text:
            return ""
        after = self.reading.sentences[number + 1 : number + 2]
        return after[0].text if after and after[0].kind != "heading" else ""

    def quotes(self, numbers: Iterable[int]) -> tuple[Quote, ...]:
        """Return the first sentences to show; text goes before headings, and the same words are shown once."""
        sentences = sorted((self.reading.sentences[n] for n in numbers), key=lambda one: one.kind == "heading")
        shown = [quote(one, self._below(one.number) if one.kind == "heading" else "") for one in sentences[: SHOWN * 3]]
        return tuple(dict.fromkeys(shown))[:SHOWN]

    def _fault(self, rule: FaultRule) -> Iterable[Fault]:
        told: Callable[[str, Iterable[int]], Fault] = lambda source, numbers: Fault(  # noqa: E731 - said once, used twice
            rule.id, rule.severity, rule.articles, rule.message, rule.mend, source, self.quotes(numbers)
        )
        said = sorted(
            {
                n
                for phrase in rule.phrases
                for n in self.texts.holding(phrase.hints.split("|"))
                if phrase.in_sentence(self.reading.sentences[n].shown)
            }
        )
        if said:
            yield told(rule.phrases[0].rule.code, said)
            return
        source, numbers = self._first(rule.says)
        if numbers:
            yield told(source, numbers)
