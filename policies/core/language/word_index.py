"""Which sentences of a text hold which words, so that trying hundreds of patterns on it is quick."""

import re
from bisect import bisect_left
from itertools import takewhile

from policies.core.language.word_patterns import PatternPart


class WordIndex:
    """The words of a list of sentences, as `normal` gives them, each with the numbers of the sentences that hold it."""

    def __init__(self, sentences: list[str]) -> None:
        self.postings: dict[str, set[int]] = {}
        for number, sentence in enumerate(sentences):
            for word in sentence.split():
                self.postings.setdefault(word, set()).add(number)
        self.vocabulary = sorted(self.postings)
        self.known: dict[str, frozenset[int]] = {}

    def candidates(self, part: PatternPart) -> frozenset[int] | None:
        """Return the sentences that hold every word the part needs; None when it needs none."""
        found: frozenset[int] | None = None
        for alternatives in part.needs:
            holding = frozenset().union(*[self._holding(one) for one in alternatives])
            found = holding if found is None else found & holding
            if not found:
                break
        return found

    def _holding(self, word: str) -> frozenset[int]:
        if word not in self.known:
            found: set[int] = set()
            for one in self.like(word):
                found |= self.postings[one]
            self.known[word] = frozenset(found)
        return self.known[word]

    def like(self, word: str) -> list[str]:
        """Return the words of the text that an alternative such as `bewaar*` stands for; at most 2000 for one with its * at the end."""
        if "*" not in word:
            return [word] if word in self.postings else []
        if word.index("*") == len(word) - 1:
            start = word[:-1]
            after = bisect_left(self.vocabulary, start)
            return list(takewhile(lambda one: one.startswith(start), self.vocabulary[after : after + 2000]))
        shape = re.compile(re.escape(word).replace(r"\*", ".*"))
        return [one for one in self.vocabulary if shape.fullmatch(one)]
